"""A run under a person's eyes: events shown as they come, Ctrl-C, questions of ``--ask``, and how it ended."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from deskhand.agent.events import EXIT_STATUS, Event, Finished, Questioned, Started, to_json
from deskhand.cli.interrupts import Interrupts
from deskhand.cli.keys import Keys
from deskhand.cli.live import LiveView
from deskhand.cli.network import TerminalAsker, in_turn
from deskhand.cli.question_words import Language, language_of
from deskhand.cli.replay import json_line
from deskhand.cli.terminal import UserError, console, plain, say
from deskhand.guard.audit import last_hash

if TYPE_CHECKING:
    from deskhand.agent.loop import RunResult
    from deskhand.models.interface import Model


class Beginning(Protocol):
    """`run_task` or `resume_run` with what is particular to it given already."""

    def __call__(self, **shown: Any) -> Awaitable[RunResult]: ...


async def watched(
    begin: Beginning,
    *,
    json_lines: bool,
    record: Path,
    run: str = "",
    waiting: str = "Starting a desktop",
    language: Language = "en",
) -> int:
    """Begin, show, and return the exit status. ``record`` keeps the run; ``run`` is its name where it has one, and
    ``language`` that of its questions until it tells its task."""
    # Here, not above: `deskhand --help` need not wait 0.5 s for the models' libraries.
    from deskhand.agent.control import Control
    from deskhand.cli.approval import TerminalApprover

    # With --json, standard output is for programs, and the questions of --ask go where a person reads them.
    out = console(stderr=json_lines)
    view = LiveView(out)
    control = Control()
    terminal = asyncio.Lock()

    kept = [run]
    spoken: list[Language] = [language]

    def folder() -> Path | None:
        return record / kept[0] if kept[0] else None

    def show(event: Event) -> None:
        if isinstance(event, Started):
            kept[0], spoken[0] = event.run, language_of(event.task)
        if json_lines:
            print(json_line(to_json(event)), flush=True)
        elif not isinstance(event, Finished | Questioned):  # a question is shown by whoever asks it
            view.show(event)

    def stopping(words: str) -> None:
        view.close()
        say(f"\n{words}" if sys.stderr.isatty() else words)  # the terminal has just written ^C, or a question

    def emergency() -> None:
        control.emergency()
        stopping("Emergency stop.")

    asking = TerminalApprover(out, view, folder, lambda: spoken[0])
    if not json_lines:
        view.wait(waiting)
    try:
        with Interrupts(control, stopping), Keys(emergency) as keys:
            result = await begin(
                # Without a terminal nobody can be asked, and the guard should know it.
                approver=in_turn(terminal, keys, asking) if sys.stdin.isatty() else None,
                asker=in_turn(terminal, keys, TerminalAsker(out, view.close, lambda: spoken[0])),
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


def model_of(name: str) -> str | Model:
    """What ``--model`` names; scripts are known to the command line only."""
    from deskhand.cli.script import script

    return script(name) if name.startswith("scripted:") else name


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
    trail = folder / "audit.jsonl"
    if trail.exists():
        out.print(f"Audit    {last_hash(trail)[:16]}…   deskhand audit verify {result.run}", soft_wrap=True)
    report = folder / "report.html"
    if report.exists():
        out.print(f"Report   {report}")
