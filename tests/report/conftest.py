from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.report.by_hand import typical

from deskhand.agent.events import Event
from deskhand.agent.journal import Journal


@pytest.fixture
def make_run(tmp_path: Path) -> Callable[..., Path]:
    """Keep events as a run; ``cut`` leaves that many off the end, as a crash would."""

    def make(events: Callable[[Journal], list[Event]] = typical, *, cut: int = 0) -> Path:
        folder = tmp_path / f"run-{cut}"
        journal = Journal.create(folder)
        made = events(journal)
        for event in made[: len(made) - cut]:
            journal.append(event)
        journal.close()
        return folder

    return make
