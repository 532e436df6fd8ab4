"""`deskhand policy`: what may happen without asking, as a table; whether a file is a policy; what it would say."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from deskhand.cli.terminal import UserError, console, plain, say

if TYPE_CHECKING:
    from deskhand.guard.evidence import Evidence
    from deskhand.guard.policy import Policy
    from deskhand.tools.interface import Proposal

HELP = "Show, check and try out what may happen without asking."
EPILOG = """Examples:

  deskhand policy                                  the one that holds for you

  deskhand policy show unattended                  a preset: careful, trusting, read-only, unattended

  deskhand policy show careful --toml > mine.toml  to write one of your own

  deskhand policy check mine.toml                  whether it can be used

  deskhand policy explain 'rm -rf build'           what would happen with a shell command

  deskhand policy explain --label "Place order" --page https://shop.example/cart

  deskhand run --policy mine.toml "…"

Your own rules stand in ~/.config/deskhand/policy.toml and come before those
of a preset."""

app = typer.Typer(help=HELP, epilog=EPILOG, invoke_without_command=True, rich_markup_mode="rich")
_COLOURS = {"allow": "green", "ask": "yellow", "deny": "red"}
Named = Annotated[str, typer.Argument(metavar="[NAME]", help="A preset or a file; without: what holds for you.")]


@app.callback(help=HELP, epilog=EPILOG)
def policy(context: typer.Context) -> int:
    return _show("") if context.invoked_subcommand is None else 0


@app.command(help="Its rules as a table, in the order in which they decide.")
def show(
    name: Named = "", toml: Annotated[bool, typer.Option("--toml", help="A preset's own file, to start from.")] = False
) -> int:
    from deskhand.guard.policy import PRESETS, preset_text

    if not toml:
        return _show(name)
    chosen = next((each for each in PRESETS if each == (name or "careful")), None)
    if chosen is None:
        raise UserError(f"--toml writes out a preset: {', '.join(PRESETS)}; {name} is a file already")
    print(preset_text(chosen), end="")
    return 0


@app.command(help="Whether a file can be used as a policy; if not, where it is wrong. Exit status 1 then.")
def check(file: Annotated[Path, typer.Argument(help="The file.")]) -> int:
    from deskhand.guard import policy_file

    found = policy_file.load(file.expanduser())
    say(f"{file} is a policy with {len(found.rules)} rules, those of its preset included.")
    return 0


@app.command(help="What would happen with a shell command, or with a click on something with this label.")
def explain(
    command: Annotated[str, typer.Argument(metavar="[COMMAND]", help="A shell command.")] = "",
    label: Annotated[str, typer.Option(metavar="TEXT", help="What stands on the button that is clicked.")] = "",
    page: Annotated[str, typer.Option(metavar="URL", help="Where the button is.")] = "",
    window: Annotated[str, typer.Option(metavar="TITLE", help="The title of its window.")] = "",
    dialog: Annotated[str, typer.Option(metavar="TEXT", help="What the dialog around it says.")] = "",
    link: Annotated[bool, typer.Option("--link", help="It is a link and no button.")] = False,
    policy: Annotated[str, typer.Option(metavar="NAME", help="A preset or a file.")] = "",
) -> int:
    from deskhand.desktop.actions import Click
    from deskhand.guard.consequence import judge
    from deskhand.guard.evidence import Evidence, Thing
    from deskhand.guard.interface import Place
    from deskhand.guard.policy_file import wanted
    from deskhand.messages import ToolUse
    from deskhand.tools.interface import Proposal

    if bool(command) == bool(label):
        raise UserError("say what to explain: a shell command, or --label TEXT for a click")
    chosen = wanted(policy)
    if command:
        use = ToolUse("explained", "bash", {"command": command})
        proposal, evidence = Proposal(use, "bash", "bash", f"Run `{command}`"), Evidence(Place("bash"))
    else:
        use = ToolUse("explained", "left_click", {})
        place = Place("Chromium" if page else "", window, page)
        thing = Thing(label, "link" if link else "push button", known="tree")
        proposal = Proposal(use, "computer", "left_click", "Click", Click())
        evidence = Evidence(place, target=thing, dialog=dialog, texts=tuple(filter(None, (window, dialog))))
    finding = judge(proposal, evidence)
    out = console()
    out.print(Text(plain(finding.sentence), "bold"))
    for part in (finding, *finding.also):
        verdict = chosen.verdict(part)
        line = Text(f"  {verdict.outcome:<6}", _COLOURS[verdict.outcome])
        line.append(f"{part.consequence} ({part.confidence:.0%} sure): {plain(verdict.words)}", "default")
        out.print(line)
    for alarm in asyncio.run(_alarms(proposal, evidence)):
        out.print(Text(f"  alarm {plain(alarm)}", "red"))
    outcome = chosen.verdict(finding).outcome
    words = {"allow": "happens without asking", "ask": "is asked about first", "deny": "is refused"}[outcome]
    out.print(f"With the policy {plain(chosen.name or policy)} it {words}.")
    return 0


async def _alarms(proposal: Proposal, evidence: Evidence) -> list[str]:
    from deskhand.guard.misuse import MisuseWatch

    return [f"{alarm.kind}: {alarm.sentence}" for alarm in MisuseWatch().alarms(proposal, evidence)]


def _show(name: str) -> int:
    from deskhand.guard.policy_file import own_file, wanted

    chosen = wanted(name, attended=sys.stdin.isatty() if not name else True)
    out = console()
    out.print(Text(f"{plain(chosen.name)}: {plain(chosen.words)}", "bold"))
    out.print(_table(chosen))
    out.print("The first rule that fits decides. Where none fits, a person is asked; where nobody can be asked, no.")
    if chosen.file is not None:
        there = "Your own rules stand in" if own_file().exists() else "Rules of your own would stand in"
        out.print(Text(f"{there} {chosen.file}.", "dim"))
    return 0


def _table(policy: Policy) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("", "what", "where", "because"):
        table.add_column(heading, overflow="fold")
    for rule in policy.rules:
        what = ", ".join(rule.alarm or rule.what) or "anything"
        told = f"alarm: {what}" if rule.alarm else what
        table.add_row(
            Text(rule.do, _COLOURS[rule.do]), plain(told), plain(rule.places.removeprefix(", ")) or "anywhere",
            plain(rule.why),
        )  # fmt: skip
    return table
