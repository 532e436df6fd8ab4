"""Reading an audit trail again, and finding where it was tampered with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from deskhand.guard import anchors
from deskhand.guard.audit import FILE, FIRST, AuditError, Record, RecordKind, canonical, digest

_KINDS = frozenset(get_args(RecordKind))


@dataclass(frozen=True, slots=True)
class Fault:
    """One place at which the trail is not as it was written."""

    line: int
    """1, 2, 3 … in the file; one more than there are when something is missing at the end."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Verdict:
    records: int
    head: str
    anchored: bool
    """Whether this machine noted the trail's heads when it was written: without, a cut at the end does not show."""
    faults: tuple[Fault, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.faults


def trail_file(place: Path) -> Path:
    """The trail's file, of a run's folder or given itself; AuditError when there is none."""
    path = place / FILE if place.is_dir() else place
    if not path.is_file():
        raise AuditError(f"{place} holds no audit trail: there is no {FILE}")
    return path


def read(path: Path) -> list[Record]:
    """The records that can be read, in the order of the file."""
    return [record for _, record in _lines(path) if record is not None]


def verify(path: Path, *, head: str = "") -> Verdict:
    """Whether the trail is whole. ``head``: a hash that somebody wrote down; a record with it must be there."""
    faults: list[Fault] = []
    previous, seq, count, name = FIRST, 0, 0, ""
    by_seq: dict[int, tuple[int, str]] = {}
    for number, record in _lines(path):
        count = number
        if record is None:
            faults.append(Fault(number, f"record {seq + 1} was changed: it is no record any more"))
            previous, seq = "", seq + 1
            continue
        if number == 1:
            name = str(record.data.get("trail", ""))
        right = digest(record.seq, record.time, record.kind, record.data, record.previous)
        if record.hash != right:
            faults.append(Fault(number, f"record {record.seq} ({record.kind}) was changed after it was written"))
        elif record.seq != seq + 1 or (previous and record.previous != previous):
            faults.append(Fault(number, _misplaced(record, seq, by_seq)))
        by_seq.setdefault(record.seq, (number, record.hash))
        previous, seq = record.hash, record.seq
    if count == 0:
        faults.append(Fault(1, "the trail is empty: every record was cut off"))
    last = previous
    noted = anchors.heads(_run_of(path), name) if name else None
    if noted:
        faults += _against(noted, by_seq, count)
    elif known := anchors.others(_run_of(path), name):
        faults.append(Fault(1, f"this machine kept another trail of this run ({known[-1]}): this one replaced it"))
    if head and all(value != head for _, value in by_seq.values()):
        faults.append(Fault(count + 1, f"no record has the hash {head[:16]}…: it was cut off or written anew"))
    return Verdict(count, last, bool(noted), tuple(_once(faults)))


def _misplaced(record: Record, seq: int, seen: dict[int, tuple[int, str]]) -> str:
    if record.seq in seen:
        return f"record {record.seq} ({record.kind}) stands there twice, or was put in or moved"
    if record.seq > seq + 1:
        missing = f"record {seq + 1}" if record.seq == seq + 2 else f"records {seq + 1} to {record.seq - 1}"
        return f"{missing} {'was' if record.seq == seq + 2 else 'were'} cut out before record {record.seq}"
    if record.seq < seq + 1:
        return f"record {record.seq} ({record.kind}) was moved"
    return f"record {record.seq} ({record.kind}) does not follow the one before it: one of them was put in or changed"


def _against(noted: Any, found: dict[int, tuple[int, str]], count: int) -> list[Fault]:
    """What the heads that were noted outside the folder say."""
    faults = []
    last = max(noted)
    end = max(found, default=0)
    for seq, (number, value) in sorted(found.items()):
        if seq in noted and noted[seq] != value:
            faults.append(Fault(number, f"record {seq} is not the one that was written: this machine noted another"))
            break  # every one after it differs too
        if seq not in noted and seq > last:
            faults.append(Fault(number, f"record {seq} was added: this machine noted {last} records"))
            break
    if last > end:
        missing = f"record {last}" if last == end + 1 else f"records {end + 1} to {last}"
        faults.append(Fault(count + 1, f"{missing} {'was' if last == end + 1 else 'were'} cut off the end"))
    return faults


def _once(faults: list[Fault]) -> Iterator[Fault]:
    seen: set[str] = set()
    for fault in faults:
        if fault.sentence not in seen:
            seen.add(fault.sentence)
            yield fault


def _run_of(path: Path) -> str:
    return path.resolve().parent.name


def _lines(path: Path) -> Iterator[tuple[int, Record | None]]:
    """Line number and record; None for a line that no `Trail` wrote, byte for byte."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AuditError(f"{path} cannot be read: {error.strerror}") from None
    lines = data.split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    else:
        lines[-1] += b" [without its end]"
    for number, line in enumerate(lines, 1):
        yield number, _record(line)


def _record(line: bytes) -> Record | None:
    try:
        value = json.loads(line)
        if not isinstance(value, dict) or canonical(value) != line:
            return None
        record = Record(
            value.pop("seq"),
            value.pop("time"),
            value.pop("kind"),
            value.pop("data"),
            value.pop("previous"),
            value.pop("hash"),
        )
    except (ValueError, KeyError, RecursionError):
        return None
    right = (
        not value
        and type(record.seq) is int
        and isinstance(record.time, int | float)
        and record.kind in _KINDS
        and isinstance(record.data, dict)
        and isinstance(record.previous, str)
        and isinstance(record.hash, str)
    )
    return record if right else None
