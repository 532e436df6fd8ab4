"""`deskhand runs`: what is kept."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from deskhand.agent.runs import DEFAULT_ROOT, RunSummary, list_runs
from deskhand.cli.terminal import console, one_line, say

HELP = "List the runs that are kept, the newest last."


def runs(
    record: Annotated[Path, typer.Option(metavar="DIR", help="Where runs are kept.")] = DEFAULT_ROOT,
    json_lines: Annotated[bool, typer.Option("--json", help="One run per line, as JSON.")] = False,
) -> int:
    found = list_runs(record)
    if json_lines:
        for run in found:
            print(json.dumps(_as_json(run), ensure_ascii=False))
        return 0
    if not found:
        say(f'No runs in {record}/ yet. Make one:  deskhand run "Open the text editor and type hello"')
        return 0
    out = console()
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("run", "when", "outcome", "steps", "task"):
        table.add_column(heading, no_wrap=heading != "task", justify="right" if heading == "steps" else "left")
    for run in found:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(run.began)) if run.began else "?"
        table.add_row(run.id, when, run.status, str(run.steps), Text(one_line(run.task or run.answer, 120)))
    if out.is_terminal:
        out.print(table)
    else:
        for run in found:
            out.print(f"{run.id}  {run.status:11}  {run.steps:4}  {one_line(run.task or run.answer, 200)}")
    return 0


def _as_json(run: RunSummary) -> dict[str, object]:
    return {
        "run": run.id,
        "folder": str(run.folder),
        "began": run.began,
        "task": run.task,
        "model": run.model,
        "steps": run.steps,
        "status": run.status,
        "answer": run.answer,
    }
