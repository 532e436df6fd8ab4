"""A kept run at a glance, from its journal, without reading the whole of it.

Fifty runs of a thousand steps are a gigabyte of events; a list of them needs their beginnings, ends and a few numbers.
"""

from __future__ import annotations

import json
import os
import sqlite3
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

from deskhand.agent.journal import FILE


@dataclass(frozen=True, slots=True)
class Glance:
    began: float | None = None
    last_time: float = 0.0
    last: int = 0
    task: str = ""
    model: str = ""
    width: int = 0
    height: int = 0
    options: dict[str, Any] = field(default_factory=dict[str, Any])
    steps: int = 0
    usd: float | None = None
    seconds: float = 0.0
    picture: str | None = None
    status: str | None = None
    answer: str = ""
    files: tuple[str, ...] = ()
    held: bool = False
    """Another process is writing it."""


Stamp: TypeAlias = tuple[int, ...]
_SQL = """
SELECT
 (SELECT data FROM events WHERE kind = 'started' ORDER BY seq LIMIT 1),
 (SELECT max(seq) FROM events),
 (SELECT min(time) FROM events),
 (SELECT max(time) FROM events),
 (SELECT json_object('seq', seq, 'data', json(data)) FROM events WHERE kind = 'finished' ORDER BY seq DESC LIMIT 1),
 (SELECT coalesce(max(seq), 0) FROM events WHERE kind = 'resumed'),
 (SELECT coalesce(max(json_extract(data, '$.step')), 0) FROM events WHERE kind = 'replied'),
 (SELECT sum(json_extract(data, '$.usd')) FROM events WHERE kind = 'replied'),
 (SELECT json_extract(data, '$.picture.sha256') FROM events
   WHERE kind = 'acted' AND json_extract(data, '$.picture.sha256') IS NOT NULL ORDER BY seq DESC LIMIT 1)
"""


class Glances:
    """Remembers what does not change any more."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Stamp, Glance]] = {}

    def of(self, folder: Path) -> Glance | None:
        """None when there is no journal in the folder, or none that can be read."""
        path = folder / FILE
        stamp = _stamp(path)
        if stamp is None:
            return None
        known = self._known.get(folder)
        if known is not None and known[0] == stamp and known[1].status and not known[1].held:
            return known[1]
        glance = _read(path)
        if glance is None:
            return None
        glance = replace(glance, held=_held(folder))
        self._known[folder] = (stamp, glance)
        return glance


def _stamp(path: Path) -> Stamp | None:
    """When it was last written. What is new stands in the log beside it while somebody has the journal open."""
    found: list[int] = []
    for each in (path, path.with_name(f"{path.name}-wal")):
        try:
            status = each.stat()
            found += [status.st_mtime_ns, status.st_size]
        except OSError:
            if each is path:
                return None
            found += [0, 0]
    return tuple(found)


def _read(path: Path) -> Glance | None:
    for options in ("mode=ro", "mode=ro&immutable=1"):
        try:
            connection = sqlite3.connect(f"{path.resolve().as_uri()}?{options}", uri=True)
            try:
                row = connection.execute(_SQL).fetchone()
            finally:
                connection.close()
        except sqlite3.Error:
            continue
        return _told(row)
    return None


def _told(row: tuple[Any, ...]) -> Glance | None:
    started, last, first_time, last_time, finished, resumed, steps, usd, picture = row
    try:
        begun = json.loads(started) if started else {}
        ended = json.loads(finished) if finished else None
    except ValueError:
        return None
    glance = Glance(
        first_time,
        last_time or 0.0,
        last or 0,
        str(begun.get("task", "")),
        str(begun.get("model", "")),
        int(begun.get("width", 0)),
        int(begun.get("height", 0)),
        begun.get("options") or {},
        int(steps),
        usd,
        max(0.0, (last_time or 0.0) - (first_time or 0.0)),
        picture,
    )
    if ended is None or ended["seq"] < resumed:
        return glance
    end = ended["data"]
    return replace(
        glance,
        status=end["status"],
        answer=end["answer"],
        steps=end["steps"],
        seconds=end["seconds"],
        usd=end.get("usd"),
        files=tuple(end.get("files", ())),
    )


def _held(folder: Path) -> bool:
    """Whether the journal's writer has the folder locked (see `deskhand.agent.journal`).

    Looked up, not tried: a lock of our own, were it for a microsecond, could turn away who wants to go on with the run.
    """
    try:
        status = folder.stat()
        device = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"
        return any(
            fields[1] == "FLOCK" and fields[5] == device
            for fields in (line.split() for line in Path("/proc/locks").read_text().splitlines())
            if len(fields) > 5
        )
    except OSError:
        return False
