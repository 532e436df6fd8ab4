"""The runs that are kept: making their names, listing them, finding one by what a person types."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from deskhand.agent.events import Finished, Replied, Resumed, Started
from deskhand.agent.journal import FILE, JournalError, Reader
from deskhand.errors import DeskhandError

DEFAULT_ROOT = Path("runs")
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look like one another: people read run names aloud and type them."""


class RunNotFound(DeskhandError, LookupError):
    """No run, or more than one, goes by that name; the text says what there is."""


def new_run_id(now: float | None = None) -> str:
    """Sorted by name is sorted by time: ``20261121-211530-k3f9`` (local time, and four letters of chance)."""
    stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(now))
    return f"{stamp}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One kept run at a glance."""

    id: str
    folder: Path
    began: float
    """Seconds since the epoch; 0 when its journal cannot be read."""
    task: str = ""
    model: str = ""
    steps: int = 0
    status: str = "unfinished"
    """A `Status`; ``unfinished`` while it runs or when it was cut off; ``unreadable``."""
    answer: str = ""


def list_runs(root: Path = DEFAULT_ROOT) -> list[RunSummary]:
    """Every run under ``root``, the newest last."""
    if not root.is_dir():
        return []
    return [summarize(folder) for folder in sorted(root.iterdir()) if (folder / FILE).is_file()]


def summarize(folder: Path) -> RunSummary:
    try:
        reader = Reader(folder)
        try:
            entries = reader.read()
        finally:
            reader.close()
    except JournalError as error:
        return RunSummary(folder.name, folder, 0.0, status="unreadable", answer=str(error))
    summary = RunSummary(folder.name, folder, entries[0].time if entries else 0.0)
    task, model, steps, status, answer = "", "", 0, summary.status, ""
    for entry in entries:
        match entry.event:
            case Started() as started:
                task, model = started.task, started.model
            case Replied() as replied:
                steps = replied.step
            case Resumed():
                status, answer = "unfinished", ""
            case Finished() as finished:
                steps, status, answer = finished.steps, finished.status, finished.answer
            case _:
                pass
    return RunSummary(folder.name, folder, summary.began, task, model, steps, status, answer)


def find_run(name: str, root: Path = DEFAULT_ROOT) -> Path:
    """The folder of a run: by its whole name, a beginning or end that only one has, ``latest``, or a path."""
    path = Path(name).expanduser()
    if path.name == FILE:
        path = path.parent
    if (path / FILE).is_file():
        return path
    ids = [folder.name for folder in sorted(root.iterdir()) if (folder / FILE).is_file()] if root.is_dir() else []
    if not ids:
        raise RunNotFound(f"there are no runs in {root}/ yet: `deskhand run TASK` makes one")
    if name == "latest":
        return root / ids[-1]
    if name in ids:
        return root / name
    found = [run for run in ids if run.startswith(name) or run.endswith(name)] if name else []
    match found:
        case [only]:
            return root / only
        case []:
            raise RunNotFound(f"no run is called {name!r}; the latest is {ids[-1]} (`deskhand runs` lists them)")
        case _:
            raise RunNotFound(f"{name!r} could be any of {len(found)} runs: {', '.join(found[-5:])}")
