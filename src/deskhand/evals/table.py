"""What a set of episodes came to, as a table for people and as groups for machines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from deskhand.evals.episode import Episode
from deskhand.evals.stats import Rate, median

_COUNTED = ("success", "failure", "error")
_PROGRAMS = {
    "own": "on the desktop's own programs",
    "other": "on other programs",
    "held-out": "on held-out programs",
}


def rate(episodes: Iterable[Episode]) -> Rate:
    counted = [episode for episode in episodes if episode.verdict in _COUNTED]
    return Rate(sum(episode.verdict == "success" for episode in counted), len(counted))


def groups(episodes: Sequence[Episode]) -> dict[str, dict[str, list[Episode]]]:
    """The episodes by language, by programs, by wording and by skill; only where that parts them."""
    cuts: dict[str, dict[str, list[Episode]]] = {"language": {}, "programs": {}, "wording": {}, "skill": {}}
    for episode in episodes:
        cuts["language"].setdefault(episode.language, []).append(episode)
        cuts["programs"].setdefault(episode.group, []).append(episode)
        cuts["wording"].setdefault("paraphrase" if episode.wording else "instruction", []).append(episode)
        for skill in episode.skills:
            cuts["skill"].setdefault(skill, []).append(episode)
    return {cut: dict(sorted(parts.items())) for cut, parts in cuts.items()}


def figures(episodes: Sequence[Episode]) -> dict[str, object]:
    """A group's figures for machines."""
    share = rate(episodes)
    ran = [episode for episode in episodes if episode.steps]
    return {
        "success": round(share.share, 4),
        "interval": [round(end, 4) for end in share.interval],
        "successes": share.successes,
        "episodes": share.trials,
        "steps": median([episode.steps for episode in ran]),
        "seconds_per_step": round(median([episode.seconds / episode.steps for episode in ran]), 2),
    }


def print_table(episodes: Sequence[Episode], console: Console) -> None:
    """Success by task and by group, with 95 % intervals, steps and seconds; then why things failed."""
    table = Table(title="Desktop tasks", title_justify="left")
    for heading in ("task", "language"):
        table.add_column(heading)
    for heading in ("success (95 % interval)", "steps", "seconds", "a step"):
        table.add_column(heading, justify="right")
    for name in dict.fromkeys(episode.task for episode in episodes):
        table.add_row(*_row(name, [episode for episode in episodes if episode.task == name]))
    names = {"language": "all of {}", "programs": "{}", "wording": "told by {}", "skill": "skill: {}"}
    for cut, parts in groups(episodes).items():
        table.add_section()
        for part, those in parts.items():
            table.add_row(*_row(names[cut].format(_PROGRAMS.get(part, part)), those))
    table.add_section()
    table.add_row(*_row("all", episodes))
    console.print(table)
    if peak := max((episode.memory for episode in episodes), default=0):
        console.print(f"Peak memory of the process with the model: {peak} MB", highlight=False)
    failed = [episode for episode in episodes if episode.verdict in ("failure", "error")]
    for episode in failed:
        told = "; ".join(episode.reasons)
        name = f"{episode.task} #{episode.repeat}" + (f" wording {episode.wording}" if episode.wording else "")
        console.print(f"{name}: {escape(told)}", style="red", highlight=False, soft_wrap=True)
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
        f"{median([episode.seconds / episode.steps for episode in ran]):.2f}",
    )
