"""`deskhand export`: a kept run for other programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from deskhand.agent.runs import DEFAULT_ROOT, find_run
from deskhand.cli.terminal import UserError

HELP = "Write a kept run for other programs: its events, a training trajectory, or the report."
EPILOG = """Formats:

  jsonl        every event, one JSON object per line

  trajectory   the conversation as the Messages API has it, in one JSON object; pictures by the names of their files

  report       the page for people, which needs nothing but itself"""


def export(
    run: Annotated[str, typer.Argument(help="A run's name, its beginning or end, a folder, or latest.")],
    form: Annotated[Literal["jsonl", "trajectory", "report"], typer.Option("--format", help="Which.")] = "jsonl",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", show_default="standard output", help="Write there.")
    ] = None,
    record: Annotated[Path, typer.Option(metavar="DIR", help="Where runs are kept.")] = DEFAULT_ROOT,
) -> int:
    folder = find_run(run, record)
    text = _text(folder, form)
    if out is None:
        sys.stdout.write(text)
        return 0
    try:
        out.expanduser().write_text(text, "utf-8")
    except OSError as error:
        raise UserError(f"--out: {out} cannot be written: {error.strerror}") from None
    return 0


def _text(folder: Path, form: Literal["jsonl", "trajectory", "report"]) -> str:
    from deskhand.agent import export as forms

    match form:
        case "jsonl":
            return "".join(f"{line}\n" for line in forms.jsonl(folder))
        case "trajectory":
            try:
                return json.dumps(forms.trajectory(folder), ensure_ascii=False, indent=1) + "\n"
            except ValueError as error:
                raise UserError(str(error)) from None
        case "report":
            from deskhand import report

            return report.write(folder).read_text("utf-8")
