"""`deskhand run`: a task, done before your eyes."""

from __future__ import annotations

import asyncio
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from deskhand.agent.limits import DEFAULT_MINUTES, DEFAULT_STEPS
from deskhand.agent.runs import DEFAULT_ROOT
from deskhand.cli.consent import ensure
from deskhand.cli.network import AllowAddress, AllowDomain, AskDomain, NetworkFile, policy_of
from deskhand.cli.sandboxes import SandboxOption
from deskhand.cli.secrets import SecretOption, SecretsFile, vault_of
from deskhand.cli.snapshots import From
from deskhand.cli.terminal import UserError, check_writable
from deskhand.cli.watching import model_of, watched
from deskhand.screen.geometry import Size

if TYPE_CHECKING:
    from deskhand.agent.loop import RunResult
    from deskhand.sandbox.gateway.ask import Asker
    from deskhand.sandbox.gateway.policy import NetworkPolicy

HELP = "Do a task on a walled-in desktop: the model looks, clicks and types until it is done."
EPILOG = """Examples:

  deskhand run "Open the text editor and type: hello"

  deskhand run "テキストエディタを開いて「こんにちは」と入力してください"

  deskhand run --share out --max-steps 40 "Open the text editor, type \\
      hello and save it as hello.txt in the shared folder"

  deskhand run --model claude-sonnet-5-5 --ask always "Draw a house"

  deskhand run --allow-domain example.com "Open the browser"

The embedded model (local) is a built-in planner, not a large model: it
understands plain instructions in English and Japanese about programs,
menus, typing, files and sums, and says so when a task is out of its reach.
It needs no key and no network. claude-… models need ANTHROPIC_API_KEY.
openai:NAME@http://HOST:PORT/v1 is any server with the chat API (vLLM,
Ollama, LM Studio, llama.cpp); UI-TARS, Qwen-VL and Gemini are spoken to in
their own language.

Ctrl-C stops after the action under way. Esc, q or Ctrl-C pressed twice is the
emergency stop: at once, with every key and button let go. Nothing is left
behind either way.

Exit status: 0 done, 2 the model asks or cannot do it, 3 a limit was
reached, 4 refused by a person or by policy, 130 interrupted, 1 anything
else."""


def run(
    task: Annotated[str, typer.Argument(help="What should be done; - reads it from standard input.")],
    model: Annotated[
        str, typer.Option(metavar="NAME", help="local (built in), claude-…, openai:NAME@URL and others.")
    ] = "local",
    share: Annotated[
        Path | None,
        typer.Option(metavar="DIR", show_default="one inside the record", help="A folder of yours that appears "
        "read-write as ~/Shared inside, and is all of this computer that can be written there; made if missing."),
    ] = None,
    size: Annotated[str, typer.Option(metavar="WxH", help="Of the screen, in pixels.")] = "1280x800",
    max_steps: Annotated[int, typer.Option(metavar="N", min=1, help="Turns of the model.")] = DEFAULT_STEPS,
    max_minutes: Annotated[float, typer.Option(metavar="M", help="Time in all.")] = DEFAULT_MINUTES,
    max_cost: Annotated[
        float | None, typer.Option(metavar="USD", help="Money, for models that cost some.", show_default="no limit")
    ] = None,
    ask: Annotated[
        Literal["consequential", "always", "never"],
        typer.Option(help="When you are asked: before what matters in the world, before every action, never."),
    ] = "consequential",
    policy: Annotated[
        str, typer.Option(metavar="NAME", help="What matters: careful, trusting, read-only, unattended, or a file "
        "(`deskhand policy show`). Without a terminal nobody can be asked: unattended.",
        show_default="careful, or unattended without a terminal"),
    ] = "",
    json_lines: Annotated[
        bool, typer.Option("--json", help="One event per line on standard output, as JSON; the last says how it ended.")
    ] = False,
    record: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the run is kept: journal, pictures, files, report.html.")
    ] = DEFAULT_ROOT,
    system: Annotated[
        str, typer.Option(metavar="TEXT", help="Told to a large model beside the product's own prompt; @FILE reads it.")
    ] = "",
    hint: Annotated[
        str, typer.Option(metavar="TEXT", help="Told to a large model before the task; @FILE reads it.")
    ] = "",
    example: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="Shown to a large model: a kept run, or a folder of .txt, "
        ".png and .json (calls) in the order of their names. May be given more than once."),
    ] = None,
    mcp: Annotated[
        list[str] | None, typer.Option(metavar="[NAME=]SERVER", help="An MCP server whose tools a large model gets: a "
        "command line, which runs on this computer outside the walls, or a URL. May be given more than once."),
    ] = None,
    resumable: Annotated[
        bool, typer.Option("--resumable", help="Should this process be killed, keep the desktop for ten minutes, for "
        "`deskhand resume`."),
    ] = False,
    allow_domain: AllowDomain = None,
    network_policy: NetworkFile = None,
    ask_domain: AskDomain = False,
    allow_address: AllowAddress = None,
    secret: SecretOption = None,
    secrets: SecretsFile = None,
    sandbox: SandboxOption = "namespaces",
    base: From = "",
    on: Annotated[
        str, typer.Option("--on", metavar="DESKTOP", help="Work on this kept desktop (`deskhand desktops`), which goes "
        "on afterwards, in place of a fresh one."),
    ] = "",
) -> int:  # fmt: skip
    words = sys.stdin.read() if task == "-" else task
    if not words.strip():
        raise UserError('the task is empty. Say what should be done:  deskhand run "Open the calculator"')
    try:
        screen = Size.parse(size)
    except ValueError as error:
        raise UserError(f"--size: {error}") from None
    if share is not None:
        share = share.expanduser()
        if share.exists() and not share.is_dir():
            raise UserError(f"--share: {share} is no folder")
        share.mkdir(parents=True, exist_ok=True)
    check_writable(record)
    # Here, not above: `deskhand --help` need not wait 0.5 s for the models' libraries.
    from deskhand.agent.run import run_task

    if on and (base or share is not None or resumable or sandbox != "namespaces"):
        raise UserError("--on: a desktop that runs already has its files and its ~/Shared; leave the other options out")
    reach = policy_of(allow_domain, network_policy, ask_domain, allow_address)
    ensure(_reaches_out(model, reach, mcp))
    lent = vault_of(secret, secrets)
    begin = partial(
        partial(_on_kept, on) if on else partial(run_task, share=share, size=screen, base=base, sandbox=sandbox),
        words.strip(),
        model=model_of(model),
        max_steps=max_steps,
        max_minutes=max_minutes,
        max_cost=max_cost,
        ask=ask,
        policy=policy,
        record=record,
        system=_text(system, "--system"),
        hint=_text(hint, "--hint"),
        example=example or (),
        mcp=mcp or (),
        keep_on_crash=resumable,
        network=reach,
        secrets=lent or (),
    )
    return asyncio.run(watched(begin, json_lines=json_lines, record=record))


async def _on_kept(
    name: str, task: str, *, network: NetworkPolicy | None, asker: Asker | None = None, **options: Any
) -> RunResult:
    """The task, on a desktop that stays. Its shared folder is the one it was started with."""
    from deskhand.agent.run import run_task
    from deskhand.sandbox import standing
    from deskhand.sandbox.open import attach_desktop

    found = await standing.find(name)
    desktop = await attach_desktop(found.id, network=network, asker=asker)
    try:
        return await run_task(task, desktop=desktop, share=desktop.spec.share, size=desktop.size, **options)
    finally:
        await desktop.leave()


def _reaches_out(model: str, network: NetworkPolicy | None, mcp: list[str] | None) -> str:
    """What of the run goes beyond the walls, in words."""
    if model != "local" and not model.startswith("scripted:"):
        return f"pictures of the desktop would go to {model}"
    if network is not None:
        return "the desktop would reach the network"
    return "tools outside the walls would be used" if mcp else ""


def _text(given: str, option: str) -> str:
    """The words themselves, or with @ before it a file that holds them."""
    if not given.startswith("@"):
        return given
    try:
        return Path(given[1:]).expanduser().read_text("utf-8")
    except (OSError, ValueError) as error:
        raise UserError(f"{option}: {given[1:]} cannot be read: {getattr(error, 'strerror', None) or error}") from None
