"""What of a run's events belongs into its audit trail: what was wanted, found, asked, decided, done.

Derived from each event in the moment in which the journal takes it, secrets replaced already; never afterwards from a
journal that somebody may have changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from deskhand.agent.events import (
    Acted,
    Acting,
    Continued,
    Decided,
    Event,
    Finished,
    Found,
    Noted,
    Paused,
    Questioned,
    Replied,
    Resumed,
    Said,
    Started,
)
from deskhand.guard.audit import RecordKind

Fact: TypeAlias = tuple[RecordKind, Mapping[str, Any]]


def facts(event: Event) -> Iterator[Fact]:
    """The records that ``event`` adds to the trail, in order; most add one."""
    match event:
        case Started():
            yield "begin", _of(event, "run", "task", "model", "options", "version")
        case Resumed():
            yield "resumed", _of(event, "step", "same_desktop")
        case Replied():
            for block in event.content:
                if block.get("type") == "tool_use":
                    yield "wanted", _wanted(event, block)
        case Found():
            yield "found", _of(
                event, "step", "call", "consequence", "confidence", "sentence", "place", "evidence", "alarms", "rule",
                "verdict",
            )  # fmt: skip
        case Questioned():
            picture = event.picture.sha256 if event.picture else ""
            told = _of(event, "step", "id", "call", "sentence", "origins", "consequence", "place", "domain", "until")
            yield "asked", told | ({"picture": picture} if picture else {})
        case Decided():
            told = _of(event, "step", "call", "question", "allowed", "by", "via", "scope", "reason", "edited", "words")
            yield "decided", ({"via": "api"} if event.by == "person" else {}) | told
        case Acting():
            yield "doing", _of(event, "step", "call", "tool", "name", "words", "points")
        case Acted():
            yield "happened", _happened(event)
        case Paused() | Continued() | Said():
            yield "person", {"what": event.kind} | _of(event, "step", "why", "told", "text")
        case Noted():
            yield "noted", _of(event, "step", "text")
        case Finished():
            yield "end", _of(event, "status", "answer", "steps", "seconds", "usd", "files")
        case _:
            return


def _wanted(event: Replied, block: Mapping[str, Any]) -> dict[str, Any]:
    tool = block.get("toolset_name") or block.get("name", "")
    call = {"step": event.step, "call": block.get("id", ""), "tool": tool, "name": block.get("name", "")}
    return call | {"input": block.get("input", {})} | ({"said": event.text} if event.text.strip() else {})


def _happened(event: Acted) -> dict[str, Any]:
    told = _of(event, "step", "call", "is_error", "changed", "focus", "seconds", "text")
    return told | ({} if event.picture is None else {"picture": event.picture.sha256})


def _of(event: Event, *names: str) -> dict[str, Any]:
    """These fields of the event; what is empty is left out."""
    values = {name: getattr(event, name, None) for name in names}
    return {name: value for name, value in values.items() if value not in (None, "", (), {})}
