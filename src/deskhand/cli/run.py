"""`deskhand run`: a task, done before your eyes."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from deskhand.agent.events import EXIT_STATUS, Event, Finished, to_json
from deskhand.agent.limits import DEFAULT_MINUTES, DEFAULT_STEPS
from deskhand.agent.runs import DEFAULT_ROOT
from deskhand.cli.interrupts import Interrupts
from deskhand.cli.live import LiveView
from deskhand.cli.replay import json_line
from deskhand.cli.terminal import UserError, check_writable, console, plain, say
from deskhand.screen.geometry import Size

if TYPE_CHECKING:
    from deskhand.agent.loop import RunResult

HELP = "Do a task on a walled-in desktop: the model looks, clicks and types until it is done."
EPILOG = """Examples:

  deskhand run "Open the text editor and type: hello"

  deskhand run "テキストエディタを開いて「こんにちは」と入力してください"

  deskhand run --share out --max-steps 40 "Open the text editor, type \\
      hello and save it as hello.txt in the shared folder"

  deskhand run --model claude-sonnet-5-5 --ask always "Draw a house"

The embedded model (local) is a built-in planner, not a large model: it
understands plain instructions in English and Japanese about programs,
menus, typing, files and sums, and says so when a task is out of its reach.
It needs no key and no network. claude-… models need ANTHROPIC_API_KEY.

Ctrl-C stops after the action under way; pressed twice, at once. Nothing is
left behind either way.

Exit status: 0 done, 2 the model asks or cannot do it, 3 a limit was
reached, 4 refused by a person or by policy, 130 interrupted, 1 anything
else."""


def run(
    task: Annotated[str, typer.Argument(help="What should be done; - reads it from standard input.")],
    model: Annotated[
        str, typer.Option(metavar="NAME", help="local (built in), claude-… or openai:NAME@URL.")
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
        Literal["always", "never"], typer.Option(help="Whether a person is asked before each action.")
    ] = "never",
    json_lines: Annotated[
        bool, typer.Option("--json", help="One event per line on standard output, as JSON; the last says how it ended.")
    ] = False,
    record: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the run is kept: journal, pictures, files, report.html.")
    ] = DEFAULT_ROOT,
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
    return asyncio.run(
        _run(
            words.strip(),
            model=model,
            share=share,
            size=screen,
            max_steps=max_steps,
            max_minutes=max_minutes,
            max_cost=max_cost,
            ask=ask,
            json_lines=json_lines,
            record=record,
        )
    )


async def _run(
    task: str,
    *,
    model: str,
    share: Path | None,
    size: Size,
    max_steps: int,
    max_minutes: float,
    max_cost: float | None,
    ask: Literal["always", "never"],
    json_lines: bool,
    record: Path,
) -> int:
    # Here, not above: `deskhand --help` need not wait 0.5 s for the models' libraries.
    from deskhand.agent.control import Control
    from deskhand.agent.run import run_task
    from deskhand.cli.approval import TerminalApprover
    from deskhand.cli.script import script

    # With --json, standard output is for programs, and the questions of --ask go where a person reads them.
    out = console(stderr=json_lines)
    view = LiveView(out)
    control = Control()

    def show(event: Event) -> None:
        if json_lines:
            print(json_line(to_json(event)), flush=True)
        elif not isinstance(event, Finished):
            view.show(event)

    def stopping(words: str) -> None:
        view.close()
        say(f"\n{words}" if sys.stderr.isatty() else words)  # the terminal has just written ^C, or a question

    if not json_lines:
        view.wait("Starting a desktop")
    try:
        with Interrupts(control, stopping):
            result = await run_task(
                task,
                model=script(model) if model.startswith("scripted:") else model,
                share=share,
                size=size,
                max_steps=max_steps,
                max_minutes=max_minutes,
                max_cost=max_cost,
                ask=ask,
                approver=TerminalApprover(out, view),
                record=record,
                on_event=show,
                control=control,
                report=_report,
            )
    except ValueError as error:
        raise UserError(str(error)) from None
    finally:
        view.close()
    if not json_lines:
        _close(view, result)
    for warning in result.warnings:
        say(f"deskhand: {warning}")
    return EXIT_STATUS[result.status]


def _report(folder: Path) -> None:
    from deskhand import report

    report.write(folder)


def _close(view: LiveView, result: RunResult) -> None:
    """The end of the run in the terminal: how it went, the answer, what was left, where it is kept."""
    view.show(
        Finished(result.status, result.answer, result.steps, result.seconds, result.run, result.usd, result.files)
    )
    out = console()
    folder = result.folder
    if folder.is_relative_to(Path.cwd()):
        folder = folder.relative_to(Path.cwd())
    out.print()
    for name in result.files:
        out.print(f"File     {plain(str(folder / 'shared' / name))}")
    out.print(f"Record   {folder}/")
    report = folder / "report.html"
    if report.exists():
        out.print(f"Report   {report}")
