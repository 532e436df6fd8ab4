"""What a set of episodes came to, as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from deskhand.evals.episode import Episode
from deskhand.evals.stats import Rate, median

_COUNTED = ("success", "failure", "error")


def rate(episodes: Iterable[Episode]) -> Rate:
    counted = [episode for episode in episodes if episode.verdict in _COUNTED]
    return Rate(sum(episode.verdict == "success" for episode in counted), len(counted))


def print_table(episodes: Sequence[Episode], console: Console) -> None:
    """Success by task and by language, with 95 % intervals, steps and seconds; then why things failed."""
    table = Table(title="Desktop tasks", title_justify="left")
    for heading in ("task", "language"):
        table.add_column(heading)
    for heading in ("success (95 % interval)", "steps", "seconds"):
        table.add_column(heading, justify="right")
    for name in dict.fromkeys(episode.task for episode in episodes):
        table.add_row(*_row(name, [episode for episode in episodes if episode.task == name]))
    table.add_section()
    for language in sorted({episode.language for episode in episodes}):
        table.add_row(*_row(f"all of {language}", [e for e in episodes if e.language == language]))
    table.add_row(*_row("all", episodes))
    console.print(table)
    failed = [episode for episode in episodes if episode.verdict in ("failure", "error")]
    for episode in failed:
        told = "; ".join(episode.reasons)
        console.print(f"{episode.task} #{episode.repeat}: {escape(told)}", style="red", highlight=False, soft_wrap=True)
        if episode.answer:
            console.print(f"  it said: {escape(episode.answer)}", highlight=False, soft_wrap=True)
        if episode.run:
            console.print(f"  {episode.run}", style="dim", highlight=False, soft_wrap=True)


def _row(name: str, episodes: Sequence[Episode]) -> tuple[str, ...]:
    languages = {episode.language for episode in episodes}
    ran = [episode for episode in episodes if episode.steps]
    return (
        name,
        languages.pop() if len(languages) == 1 else "",
        str(rate(episodes)),
        f"{median([episode.steps for episode in ran]):.0f}",
        f"{median([episode.seconds for episode in ran]):.1f}",
    )
