"""`deskhand replay`: a run again, from its journal."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path
from typing import Annotated

import typer

from deskhand.agent.events import to_json
from deskhand.agent.journal import Reader
from deskhand.agent.runs import DEFAULT_ROOT, find_run
from deskhand.cli.live import LiveView
from deskhand.cli.terminal import UserError, console, say

HELP = "Play a run again in the terminal, as it happened."
EPILOG = """Examples:

  deskhand replay latest                 the last run, in its own time

  deskhand replay k3f9 --speed 10        ten times as fast (the end of a run's name is enough)

  deskhand replay latest --open          its report in the web browser

  deskhand replay latest --video it.webm        as a film, with marks and captions"""

LONGEST_PAUSE = 5.0
"""Seconds: nobody watches a model think for a minute twice."""


def replay(
    run: Annotated[str, typer.Argument(help="A run's name, its beginning or end, a folder, or latest.")],
    speed: Annotated[
        float | None, typer.Option(min=0, help="1: as it was, 10: ten times as fast, 0: at once.", show_default="1")
    ] = None,
    report: Annotated[bool, typer.Option("--report", help="Write report.html anew, and say where.")] = False,
    open_it: Annotated[bool, typer.Option("--open", help="Write report.html anew, and open it.")] = False,
    json_lines: Annotated[bool, typer.Option("--json", help="One event per line, as JSON, at once.")] = False,
    video: Annotated[
        Path | None, typer.Option("--video", metavar="FILE", help="Write it as a film: FILE.webm, or FILE.mp4.")
    ] = None,
    record: Annotated[Path, typer.Option(metavar="DIR", help="Where runs are kept.")] = DEFAULT_ROOT,
) -> int:
    folder = find_run(run, record)
    if video is not None:
        return _film(folder, video)
    if report or open_it:
        return _report(folder, open_it)
    reader = Reader(folder)
    try:
        entries = reader.read()
    finally:
        reader.close()
    if json_lines:
        for entry in entries:
            print(json_line(to_json(entry.event)))
        return 0
    out = console()
    pace = (1.0 if out.is_terminal else 0.0) if speed is None else speed
    view = LiveView(out)
    try:
        for before, entry in zip([None, *entries], entries, strict=False):
            if pace and before is not None:
                time.sleep(min(LONGEST_PAUSE, max(0.0, entry.time - before.time)) / pace)
            view.show(entry.event)
    finally:
        view.close()
    if not entries or entries[-1].event.kind != "finished":
        say("The record ends here: the run is still under way, or its program was ended.")
    return 0


def json_line(event: str) -> str:
    """An event as `--json` prints it: like the journal's, with ``event`` in place of ``kind``."""
    value = json.loads(event)
    return json.dumps({"event": value.pop("kind")} | value, ensure_ascii=False)


def _film(folder: Path, target: Path) -> int:
    import asyncio

    from deskhand.report.film import film

    print(asyncio.run(film(folder, target.expanduser().absolute())))
    return 0


def _report(folder: Path, open_it: bool) -> int:
    from deskhand import report as reports

    path = reports.write(folder).resolve()
    print(path)
    if open_it:
        opener = shutil.which("xdg-open")
        if opener is None:
            raise UserError(f"there is no xdg-open here to open it with: open {path} in a web browser")
        done = subprocess.run([opener, path.as_uri()], check=False, capture_output=True)
        if done.returncode:
            raise UserError(f"no web browser answered here: open {path} in one")
    return 0
