"""The audit trail of a run: one line per fact, each bound to the one before it by a hash, so that a change shows.

A journal tells what happened to whoever trusts the folder it lies in. The trail is for whoever does not: a record that
was changed, cut out, put in or moved breaks the chain at its place, and because every head is also noted outside the
run's folder (`anchors`), a trail that was cut short or written anew from its beginning shows as well.

A record is one line of canonical JSON (keys sorted, no spaces, UTF-8)::

    {"data":{…},"hash":"…","kind":"decided","previous":"…","seq":12,"time":1763770000.123}

``hash`` is the SHA-256 of the same line without ``hash``; ``previous`` is the hash of the record before it, and 64
zeros in the first. An append is two writes of some hundred bytes (0.05 ms).
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from deskhand.errors import DeskhandError
from deskhand.guard.anchors import Anchor

FILE = "audit.jsonl"
FIRST = "0" * 64
"""What the first record has in the place of the hash before it."""
LONGEST = 2000
"""Characters of one text: a file that was written stands in the journal; here are its beginning and its hash."""

RecordKind: TypeAlias = Literal[
    "begin",  # the task, the model, the options; names the trail
    "resumed",  # the run goes on after a cut
    "wanted",  # a call of the model, as it came
    "found",  # the guard's finding: consequence, evidence, alarms, rule, verdict
    "asked",  # a question to a person
    "decided",  # the answer: by whom, how, for how long, with which change
    "doing",  # a call begins to act
    "happened",  # what came of it: error, change of the screen, hash of the picture
    "network",  # a decision of the gateway
    "secret",  # a secret was typed, or refused: its name and the place, never the value
    "person",  # a person's word, pause, takeover
    "noted",  # anything else the person was told
    "end",  # how the run ended
]


class AuditError(DeskhandError):
    """A trail that cannot be written or read; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Record:
    seq: int
    """1, 2, 3 … without gaps."""
    time: float
    """Seconds since the epoch."""
    kind: RecordKind
    data: Mapping[str, Any]
    previous: str
    hash: str


def canonical(value: Mapping[str, Any]) -> bytes:
    """The one way to write a value as JSON: what is hashed must not depend on who writes it."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def digest(seq: int, when: float, kind: str, data: Mapping[str, Any], previous: str) -> str:
    body = {"seq": seq, "time": when, "kind": kind, "data": data, "previous": previous}
    return hashlib.sha256(canonical(body)).hexdigest()


class Trail:
    """Writes one run's trail. One writer at a time: the journal's lock on the folder sees to that."""

    def __init__(self, path: Path, descriptor: int, name: str, seq: int, head: str) -> None:
        self.path = path
        self.name = name
        """Made up at the beginning; ties the trail to its heads outside the folder."""
        self._descriptor = descriptor
        self._seq = seq
        self._head = head
        self._anchor = Anchor.open(path.parent.name, name)

    @classmethod
    def open(cls, folder: Path) -> Trail:
        """The trail of the run in ``folder``, to be begun or to be continued; AuditError when it cannot be."""
        path = folder.resolve() / FILE
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise AuditError(f"the audit trail {path} cannot be written: {error.strerror}") from None
        seq, head, name = _end_of(path)
        if path.stat().st_size and not path.read_bytes().endswith(b"\n"):
            os.write(descriptor, b"\n")  # a record cut in half stays, and shows; the next one gets a line of its own
        return cls(path, descriptor, name or secrets.token_hex(16), seq, head)

    @property
    def head(self) -> str:
        """The hash of the last record."""
        return self._head

    def add(self, kind: RecordKind, data: Mapping[str, Any], when: float | None = None) -> Record:
        """Write a record; what it says must hold no secret any more."""
        if self._seq == 0:
            data = {"trail": self.name, **data}
        # As it will be read: a tuple becomes a list, a long text its beginning.
        data = json.loads(canonical(_shortened(dict(data))))
        moment = round(time.time() if when is None else when, 6)
        value = digest(self._seq + 1, moment, kind, data, self._head)
        record = Record(self._seq + 1, moment, kind, data, self._head, value)
        line = canonical(
            {"seq": record.seq, "time": moment, "kind": kind, "data": data, "previous": record.previous, "hash": value}
        )
        try:
            os.write(self._descriptor, line + b"\n")
        except OSError as error:
            raise AuditError(f"the audit trail {self.path} cannot be written: {error.strerror}") from None
        self._seq, self._head = record.seq, value
        if self._anchor is not None:
            self._anchor.note(record.seq, value)
        return record

    def close(self) -> None:
        """May be called twice."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        if self._anchor is not None:
            self._anchor.close()
            self._anchor = None


def last_hash(path: Path) -> str:
    """The head of the trail in ``path``: what one writes down to know it again."""
    try:
        return _end_of(path)[1]
    except OSError:
        return FIRST


def _end_of(path: Path) -> tuple[int, str, str]:
    """Sequence number and hash of the last record that can be read, and the trail's name. A broken trail is gone on
    with where it ends: what was broken stays to be seen."""
    seq, head, name = 0, FIRST, ""
    for line in path.read_bytes().split(b"\n"):
        try:
            record = json.loads(line)
            seq, head = int(record["seq"]), str(record["hash"])
            name = name or str(record["data"]["trail"])
        except (ValueError, KeyError, TypeError):
            continue
    return seq, head, name


def _shortened(value: Any) -> Any:
    match value:
        case str() if len(value) > LONGEST:
            whole = hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()
            return f"{value[:LONGEST]}… [{len(value)} characters, sha256 {whole}]"
        case str():
            return value.encode("utf-8", "replace").decode()
        case Mapping():
            return {str(key): _shortened(item) for key, item in value.items()}
        case list() | tuple():
            return [_shortened(item) for item in value]
        case float() if value != value or value in (float("inf"), float("-inf")):
            return str(value)
        case _:
            return value
