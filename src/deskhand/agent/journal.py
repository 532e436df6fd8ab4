"""The journal: everything that happens in a run, on disk before anybody sees it.

A run's folder holds::

    journal.sqlite          the events, append-only, one row each (WAL: readers never wait for the writer)
    pictures/<sha256>.png   every picture once, whoever refers to it
    screens/0001.png        the screen after each step, for people with a file manager
    shared/                 what the agent left in the shared folder
    audit.jsonl             what was wanted, found, decided and done, each record bound to the one before it

An append costs about 0.1 ms because a commit in WAL mode is a write without an fsync: the events survive a
``kill -9`` of this process at any point (tested), and a power cut may take the last few of them, never the middle.
"""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import json
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deskhand.agent.audited import facts
from deskhand.agent.events import Event, EventError, Finished, Picture, Resumed, data_to_json, from_json, to_data
from deskhand.errors import DeskhandError
from deskhand.guard.audit import AuditError, RecordKind, Trail
from deskhand.guard.secrets import Redactor
from deskhand.screen.geometry import Size

FILE = "journal.sqlite"
_FORMAT = 1
_SCHEMA = f"""
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA user_version = {_FORMAT};
CREATE TABLE events (seq INTEGER PRIMARY KEY, time REAL NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL);
CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER events_last BEFORE DELETE ON events BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
"""


class JournalError(DeskhandError):
    """A journal that cannot be written or read; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as it stands in the journal."""

    seq: int
    """1, 2, 3 … without gaps."""
    time: float
    """Seconds since the epoch."""
    event: Event


class Journal:
    """Writes one run. One writer per run; any number of `Reader`s in any process."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, redactor: Redactor, seq: int, lock: int) -> None:
        self.folder = folder
        self._connection = connection
        self._lock = lock
        self._redactor = redactor
        self._seq = seq
        self._trail: Trail | None = None
        """Opened by the first event: a journal that is never written to leaves no trail."""

    @classmethod
    def create(cls, folder: Path) -> Journal:
        """A new journal in ``folder``, which is made if it is not there; JournalError if one stands there."""
        path = folder / FILE
        try:
            for part in (folder, folder / "pictures", folder / "screens"):
                part.mkdir(parents=True, exist_ok=True)
            if path.exists():
                raise JournalError(f"{path} exists already: one folder keeps one run")
            lock = _lock(folder)
            connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            connection.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise JournalError(f"cannot keep a journal in {folder}: {error}") from None
        return cls(folder, connection, Redactor(os.environ), 0, lock)

    @classmethod
    def reopen(cls, folder: Path) -> Journal:
        """Go on with the journal of a run that was cut off; JournalError when there is none, or it is damaged."""
        reader = Reader(folder)
        reader.close()
        lock = _lock(folder)
        try:
            connection = sqlite3.connect(folder / FILE, isolation_level=None, check_same_thread=False)
            connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
            (last,) = connection.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()
        except sqlite3.Error as error:
            raise JournalError(f"cannot go on with the journal in {folder}: {error}") from None
        return cls(folder, connection, Redactor(os.environ), last, lock)

    def remember(self, name: str, value: Any) -> None:
        """Keep a fact (as JSON knows values) that a resumed run needs and no event tells; `Reader.recall` gives it."""
        try:
            self._connection.execute("CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
            self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, json.dumps(value)))
        except sqlite3.Error as error:
            raise JournalError(f"cannot write to {self.folder / FILE}: {error}") from None

    @property
    def trail(self) -> Trail:
        """The audit trail, which every event that belongs there is added to as it is journalled."""
        if self._trail is None:
            self._trail = Trail.open(self.folder)
        return self._trail

    def audit(self, kind: RecordKind, data: Mapping[str, Any]) -> None:
        """Add what no event tells to the audit trail, secrets replaced."""
        try:
            self.trail.add(kind, self._redactor.value(dict(data)))
        except AuditError as error:
            raise JournalError(str(error)) from None

    def hide(self, redactor: Redactor) -> None:
        """From now on, what ``redactor`` knows is replaced as well."""
        self._redactor = self._redactor.joined(redactor)

    def clean(self, text: str) -> str:
        """``text`` as it would stand in the journal: secrets replaced."""
        return self._redactor.text(text)

    def append(self, event: Event, *, fact: RecordKind | None = None) -> Entry:
        """Commit the event, secrets replaced; what comes back is what was written.

        ``fact``: what it is called in the audit trail, where the event alone does not tell.
        """
        text = data_to_json(self._redactor.value(to_data(event)))
        entry = Entry(self._seq + 1, time.time(), from_json(text))
        try:
            self._connection.execute(
                "INSERT INTO events VALUES (?, ?, ?, ?)", (entry.seq, entry.time, event.kind, text)
            )
        except sqlite3.Error as error:
            raise JournalError(f"cannot write to {self.folder / FILE}: {error}") from None
        self._seq = entry.seq
        try:
            for kind, data in facts(entry.event):
                self.trail.add(fact or kind, data, entry.time)
        except AuditError as error:
            raise JournalError(str(error)) from None
        return entry

    def keep_picture(self, png: bytes, size: Size, *, step: int | None = None) -> Picture:
        """Keep the picture's bytes; with ``step`` they also become that step's screen (the latest one wins)."""
        digest = self.keep_bytes(png)
        if step is not None:
            screen = self.folder / "screens" / f"{step:04d}.png"
            try:
                _link(self._picture(digest), screen)
            except OSError as error:
                raise JournalError(f"cannot keep the screen as {screen}: {error}") from None
        return Picture(digest, size.width, size.height)

    def keep_bytes(self, data: bytes) -> str:
        """Keep an encoded picture, and return the hash it is kept under."""
        digest = hashlib.sha256(data).hexdigest()
        path = self._picture(digest)
        try:
            if not path.exists():
                _write_whole(path, data)
        except OSError as error:
            raise JournalError(f"cannot keep a picture in {path.parent}: {error}") from None
        return digest

    def _picture(self, digest: str) -> Path:
        return self.folder / "pictures" / f"{digest}.png"

    def close(self) -> None:
        """Fold the write-ahead log into the file, so that the run is one file to copy. May be called twice.

        Out of WAL mode, or whoever reads it later would leave two files beside it.
        """
        try:
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error:
            pass  # somebody is reading just now, or it is closed already
        self._connection.close()
        if self._trail is not None:
            self._trail.close()
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


class Reader:
    """Reads the journal of a run that is under way, over, or was cut off."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / FILE
        if not self._path.is_file():
            raise JournalError(f"{folder} holds no run: there is no {FILE} in it")
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        """Read-only. A folder that may not be written to cannot hold the shared-memory file that WAL wants."""
        failure: Exception | None = None
        for options in ("mode=ro", "mode=ro&immutable=1"):
            connection = sqlite3.connect(
                f"{self._path.resolve().as_uri()}?{options}", uri=True, isolation_level=None, check_same_thread=False
            )
            try:
                (version,) = connection.execute("PRAGMA user_version").fetchone()
                connection.execute("SELECT 1 FROM events LIMIT 1")
            except sqlite3.Error as error:
                connection.close()
                failure = error
                continue
            if version > _FORMAT:
                connection.close()
                raise JournalError(f"{self._path} was written by a later version of deskhand (format {version})")
            return connection
        raise JournalError(f"{self._path} is damaged or no journal: {failure}")

    def read(self, after: int = 0) -> list[Entry]:
        """The entries whose ``seq`` is greater than ``after``, in order."""
        try:
            rows = self._connection.execute(
                "SELECT seq, time, data FROM events WHERE seq > ? ORDER BY seq", (after,)
            ).fetchall()
        except sqlite3.Error as error:
            raise JournalError(f"{self._path} cannot be read to its end: {error}") from None
        return [Entry(seq, moment, self._event(seq, data)) for seq, moment, data in rows]

    def lines(self, after: int = 0, most: int = -1) -> list[tuple[int, float, str]]:
        """As `read`, at most ``most`` of them (-1: all), each event as the JSON it is kept as: to be sent on."""
        try:
            return self._connection.execute(
                "SELECT seq, time, data FROM events WHERE seq > ? ORDER BY seq LIMIT ?", (after, most)
            ).fetchall()
        except sqlite3.Error as error:
            raise JournalError(f"{self._path} cannot be read to its end: {error}") from None

    @property
    def last(self) -> int:
        """The number of the latest entry; 0 when there is none."""
        try:
            (seq,) = self._connection.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()
        except sqlite3.Error as error:
            raise JournalError(f"{self._path} cannot be read: {error}") from None
        return int(seq)

    def _event(self, seq: int, data: str) -> Event:
        try:
            return from_json(data)
        except EventError as error:
            raise JournalError(f"entry {seq} of {self._path}: {error}") from None

    def recall(self, name: str) -> Any:
        """A fact that the writer kept; None when there is none."""
        try:
            row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
            return None if row is None else json.loads(row[0])
        except (sqlite3.Error, ValueError):
            return None

    async def follow(
        self, after: int = 0, *, until: Callable[[], bool] = lambda: False, every: float = 0.05
    ) -> AsyncIterator[Entry]:
        """Entries as they are written, ending after a `Finished` that none follows, or when ``until()`` says so.

        Looks every ``every`` seconds: the writer may be another process, and a look costs 20 µs.
        """
        while True:
            over = until()
            for entry in self.read(after):
                after = entry.seq
                yield entry
                over = isinstance(entry.event, Finished) or (over and not isinstance(entry.event, Resumed))
            if over:
                return
            await asyncio.sleep(every)

    def picture(self, sha256: str) -> bytes:
        """The bytes of a picture that an event refers to."""
        if not (len(sha256) == 64 and set(sha256) <= set("0123456789abcdef")):
            raise JournalError(f"{sha256!r} is not the name of a picture: 64 hexadecimal digits are")
        try:
            return (self.folder / "pictures" / f"{sha256}.png").read_bytes()
        except OSError as error:
            raise JournalError(f"the picture {sha256[:12]}… is missing from {self.folder}: {error.strerror}") from None

    def close(self) -> None:
        self._connection.close()


def _lock(folder: Path) -> int:
    """The folder as a descriptor that is locked until it is closed, also by a ``kill -9``: one writer per run.

    The folder and not the file, because closing any descriptor of the file would let go of SQLite's own locks on it.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise JournalError(f"the run in {folder} is still under way: another process is writing it") from None
    return descriptor


def _write_whole(path: Path, data: bytes) -> None:
    """All or nothing: a name in the folder always means a whole picture, also after a kill in mid-write."""
    partial = path.with_suffix(f".{os.getpid()}.partial")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _link(source: Path, target: Path) -> None:
    partial = target.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    try:
        os.link(source, partial)
    except OSError:  # a file system without hard links
        partial.write_bytes(source.read_bytes())
    partial.replace(target)
    partial.unlink(missing_ok=True)  # renaming one hard link onto another of the same file does nothing at all
