"""Recordings of conversations: one JSON line per request, which a person can read and a test can be run from.

Pictures are kept as their hashes, keys not at all. A request is recognised by everything in it that could change the
answer; what cannot (``stream``, ``metadata``) does not count.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deskhand.errors import DeskhandError
from deskhand.guard.secrets import Redactor
from deskhand.server.backend import Json

FORMAT = 1
_NO_MATTER = frozenset({"stream", "metadata"})


class CassetteError(DeskhandError):
    """A recording that cannot be made or read; the text says why."""


def recorded_body(body: Json, key: str = "") -> Json:
    """A request's body as it is written down."""
    redactor = Redactor({**os.environ, **({"CLIENT_API_KEY": key} if key else {})})
    kept = {name: value for name, value in body.items() if name not in _NO_MATTER}
    cleaned: Json = redactor.value(_hashed(kept))
    return cleaned


def fingerprint(recorded: Mapping[str, Any], *, any_picture: bool = False) -> str:
    """What two requests have in common that get the same answer."""
    shown = _faceless(recorded) if any_picture else recorded
    text = json.dumps(shown, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _hashed(value: Any) -> Any:
    """With every picture's data replaced by its hash."""
    match value:
        case {"type": "base64", "data": str(data)}:
            digest = hashlib.sha256(data.encode("utf-8", "replace")).hexdigest()
            rest = {name: item for name, item in value.items() if name != "data"}
            return {**rest, "sha256": digest, "base64_bytes": len(data)}
        case dict():
            return {name: _hashed(item) for name, item in value.items()}
        case list():
            return [_hashed(item) for item in value]
        case _:
            return value


def _faceless(value: Any) -> Any:
    """With all pictures alike."""
    match value:
        case {"sha256": str(), "base64_bytes": int()}:
            return {"type": "base64"}
        case dict():
            return {name: _faceless(item) for name, item in value.items()}
        case list():
            return [_faceless(item) for item in value]
        case _:
            return value


def difference(recorded: Any, sent: Any, path: str = "") -> str:
    """The first thing in which two bodies differ, as a sentence; empty when they do not."""
    here = path or "the request"
    if isinstance(recorded, dict) and isinstance(sent, dict):
        if "sha256" in recorded and "sha256" in sent and recorded["sha256"] != sent["sha256"]:
            return (
                f"{here} is another picture (sha256 {recorded['sha256'][:12]}… recorded, {sent['sha256'][:12]}… sent; "
                "with --any-picture, pictures may differ)"
            )
        for name in [*recorded, *(name for name in sent if name not in recorded)]:
            below = f"{path}.{name}" if path else str(name)
            if name not in sent:
                return f"{below} is missing (recorded: {_shown(recorded[name])})"
            if name not in recorded:
                return f"{below} was not in the recording (sent: {_shown(sent[name])})"
            found = difference(recorded[name], sent[name], below)
            if found:
                return found
        return ""
    if isinstance(recorded, list) and isinstance(sent, list):
        for index, (one, other) in enumerate(zip(recorded, sent, strict=False)):
            found = difference(one, other, f"{path}.{index}" if path else str(index))
            if found:
                return found
        if len(recorded) != len(sent):
            return f"{here} has {len(sent)} entries ({len(recorded)} were recorded)"
        return ""
    if recorded == sent and type(recorded) is type(sent):
        return ""
    return f"{here} is {_shown(sent)} (recorded: {_shown(recorded)})"


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:79]}…"


class Cassette:
    """A recording being written. Every line is on the disk before its answer is complete at the client."""

    def __init__(self, path: Path) -> None:
        try:
            if path.exists() and path.stat().st_size > 0:
                raise CassetteError(f"{path} exists already; choose another name for the recording, or remove it")
            # For its owner only: screenshots are hashes here, but what was said and typed is in clear.
            self._file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w", encoding="utf-8")
        except OSError as error:
            raise CassetteError(f"the recording {path} cannot be written: {error.strerror}") from None
        self._line({"deskhand_cassette": FORMAT})
        self._count = 0

    def add(self, body: Json, key: str, response: Json) -> None:
        recorded = recorded_body(body, key)
        cleaned = Redactor({**os.environ, **({"CLIENT_API_KEY": key} if key else {})}).value(response)
        self._count += 1
        self._line(
            {
                "number": self._count,
                "request": {"fingerprint": fingerprint(recorded), "body": recorded},
                "response": cleaned,
            }
        )

    def _line(self, value: Json) -> None:
        self._file.write(json.dumps(value, ensure_ascii=False) + "\n")
        self._file.flush()

    def close(self) -> None:
        self._file.close()


def read_cassette(path: Path) -> list[Json]:
    """The recorded exchanges in order."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise CassetteError(f"the recording {path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise CassetteError(f"{path} is no recording of deskhand's: it is not text") from None
    entries: list[Json] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except ValueError:
            if number == len(lines) and number > 1:
                break  # cut off while it was being written: what came before holds
            raise CassetteError(f"{path}, line {number}: this is not JSON") from None
        if number == 1:
            if not isinstance(entry, dict) or entry.get("deskhand_cassette") != FORMAT:
                raise CassetteError(f"{path} is no recording of deskhand's (its first line says so in each)")
            continue
        match entry:
            case {"request": {"body": dict()}, "response": {"message": dict()} | {"status": int(), "error": dict()}}:
                entries.append(entry)
            case _:
                raise CassetteError(f"{path}, line {number}: this is no recorded exchange")
    if not entries:
        raise CassetteError(f"{path} holds no exchange: nothing was recorded")
    return entries
