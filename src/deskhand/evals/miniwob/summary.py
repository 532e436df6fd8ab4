"""What the episodes came to: figures for programs, a table for the terminal, a page with the films of the failures."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from deskhand.evals.miniwob.player import Played
from deskhand.evals.stats import Rate, median

_FILMS = 3
"""Failures of one page whose film is made."""


def rate(played: Sequence[Played]) -> Rate:
    return Rate(sum(one.verdict == "success" for one in played), len(played))


def by_task(played: Sequence[Played]) -> dict[str, list[Played]]:
    return {task: [one for one in played if one.task == task] for task in sorted({one.task for one in played})}


def figures(played: Sequence[Played]) -> dict[str, Any]:
    """``success`` is the mean over pages of the share of their episodes that succeeded."""
    tasks = by_task(played)
    shares = {task: rate(ones).share for task, ones in tasks.items()}
    total = rate(played)
    moved = [one for one in played if one.steps]
    return {
        "suite": "miniwob",
        "model": played[0].model if played else "",
        "success": round(sum(shares.values()) / len(shares), 4) if shares else 0.0,
        "interval": [round(end, 4) for end in total.interval],
        "successes": total.successes,
        "episodes": total.trials,
        "errors": sum(one.verdict == "error" for one in played),
        "steps": median([one.steps for one in moved]),
        "seconds": round(median([one.seconds for one in moved]), 2),
        "seconds_a_step": round(sum(one.seconds for one in moved) / max(1, sum(one.steps for one in moved)), 3),
        "tasks": {task: round(share, 4) for task, share in shares.items()},
    }


def show(played: Sequence[Played], console: Console) -> None:
    table = Table(title="MiniWoB++ by screenshots, mouse and keyboard", title_justify="left")
    table.add_column("page")
    for heading in ("success (95 % interval)", "steps", "seconds"):
        table.add_column(heading, justify="right")
    for task, ones in by_task(played).items():
        table.add_row(*_row(task, ones))
    table.add_section()
    table.add_row(*_row("all", played))
    console.print(table)


def _row(name: str, ones: Sequence[Played]) -> tuple[str, ...]:
    moved = [one for one in ones if one.steps]
    return (
        name,
        str(rate(ones)),
        f"{median([one.steps for one in moved]):.0f}",
        f"{median([one.seconds for one in moved]):.1f}",
    )


def write(out: Path, played: Sequence[Played], model: str) -> Path:
    """The page ``report.html`` in ``out``, and films of failures beside it."""
    from deskhand import report

    rows: list[str] = []
    for task, ones in by_task(played).items():
        films: list[str] = []
        for one in [one for one in ones if one.verdict == "failure" and one.run][:_FILMS]:
            folder = Path(one.run)
            if folder.is_dir():
                report.write(folder)
                target = html.escape(str((folder / "report.html").resolve().relative_to(out.resolve())))
                films.append(f'<a href="{target}">{html.escape(one.seed)}</a>: {html.escape(one.answer or one.reason)}')
        name, success, steps, seconds = _row(task, ones)
        rows.append(
            f"<tr><td>{html.escape(name)}</td><td>{html.escape(success)}</td><td>{steps}</td><td>{seconds}</td>"
            f"<td>{'<br>'.join(films)}</td></tr>"
        )
    total = figures(played)
    page = _PAGE.format(
        model=html.escape(model),
        success=f"{total['success']:.1%}",
        rate=html.escape(str(rate(played))),
        rows="\n".join(rows),
    )
    path = out / "report.html"
    path.write_text(page, encoding="utf-8")
    return path


_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>MiniWoB++: {model}</title>
<style>
body {{ font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1d2433 }}
table {{ border-collapse: collapse; width: 100% }}
td, th {{ text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #dde; vertical-align: top }}
</style>
<h1>MiniWoB++: {model}</h1>
<p>Mean over pages <b>{success}</b>; episodes {rate}. By screenshots, mouse and keyboard only.</p>
<table><tr><th>page</th><th>success (95 % interval)</th><th>steps</th><th>seconds</th><th>failures</th></tr>
{rows}
</table></html>
"""
