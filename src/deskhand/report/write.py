"""From a run's folder to its ``report.html``."""

from __future__ import annotations

import os
from pathlib import Path

from deskhand.agent.journal import Entry, JournalError, Reader
from deskhand.report.page import page
from deskhand.report.pictures import embed
from deskhand.report.story import tell

REPORT_FILE = "report.html"


def write(run_dir: Path) -> Path:
    """Make (or make again) the report of a run that is over, under way or was cut off; JournalError if there is none.

    The file is replaced in one step: a reader never sees half of it.
    """
    target = run_dir / REPORT_FILE
    text = render(run_dir)
    partial = target.with_name(f".{REPORT_FILE}.{os.getpid()}")
    try:
        partial.write_text(text, encoding="utf-8", errors="replace")
        partial.replace(target)
    except OSError as error:
        raise JournalError(f"cannot write {target}: {error.strerror}") from None
    finally:
        partial.unlink(missing_ok=True)
    return target


def render(run_dir: Path) -> str:
    """The report as text."""
    reader = Reader(run_dir)
    try:
        entries = reader.read()

        def picture(sha256: str) -> bytes | None:
            try:
                return reader.picture(sha256)
            except JournalError:
                return None  # a card without its picture tells more than no report

        story = tell(entry.event for entry in entries)
        shown = [card.acted.picture.sha256 for card in story.cards if card.acted and card.acted.picture]
        began, lasted = _span(entries)
        return page(story, embed(shown, picture), began=began, lasted=lasted, run=run_dir.resolve().name)
    finally:
        reader.close()


def _span(entries: list[Entry]) -> tuple[float, float]:
    return (entries[0].time, entries[-1].time - entries[0].time) if entries else (0.0, 0.0)
