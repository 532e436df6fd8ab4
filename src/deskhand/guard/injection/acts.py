"""What an act carries into the world: words that are typed or run, the thing that is clicked, where it happens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from deskhand.desktop.actions import Click, Drag, HoldKey, Key, Press, Type
from deskhand.guard.evidence import Evidence
from deskhand.guard.injection.strings import Named, host_of, named
from deskhand.screen.geometry import Point
from deskhand.tools.interface import Proposal

Way: TypeAlias = Literal["type", "click", "key", "shell", "file", "tool", "other"]
_ENTER = frozenset({"return", "kp_enter", "enter"})


@dataclass(frozen=True, slots=True)
class Act:
    """One act, reduced to what can be compared with words."""

    way: Way
    words: str = ""
    """What is typed, run or written."""
    label: str = ""
    """Of what is clicked or pressed."""
    point: Point | None = None
    host: str = ""
    """Of the page it happens on."""
    path: str = ""
    confirms: bool = False
    """Whether it is a Return, which sends off what was typed before."""

    @property
    def names(self) -> list[Named]:
        return named(f"{self.words}\n{self.path}" if self.path else self.words)


def act_of(proposal: Proposal, evidence: Evidence) -> Act:
    """The act that ``proposal`` would be."""
    given = proposal.call.input
    host = host_of(evidence.place.address)
    match proposal.action:
        case Type(text):
            return Act("type", text, host=host, confirms=text.endswith("\n"))
        case Click() | Press() | Drag():
            thing = evidence.target
            label = thing.label or thing.caption or thing.value[:80]
            return Act("click", label=label, point=_point(proposal, evidence), host=host)
        case Key(keys) | HoldKey(keys):
            confirms = any(part.lower() in _ENTER for part in keys.replace("+", " ").split())
            return Act("key", label=evidence.presses.label, host=host, confirms=confirms)
        case _:
            pass
    if proposal.tool == "bash":
        return Act("shell", str(given.get("command") or ""))
    if proposal.tool == "editor":
        path = str(given.get("path") or "")
        looks = given.get("command") == "view"
        words = "" if looks else "\n".join(str(given.get(key) or "") for key in ("file_text", "new_str", "insert_text"))
        return Act("other" if looks else "file", words, path=path)
    if proposal.tool == "computer":
        return Act("other", host=host)
    return Act("tool", "\n".join(_strings(given)), label=proposal.name)


def _point(proposal: Proposal, evidence: Evidence) -> Point | None:
    return proposal.points[0] if proposal.points else evidence.point


def _strings(value: Any) -> list[str]:
    match value:
        case str():
            return [value]
        case Mapping():
            return [text for item in value.values() for text in _strings(item)]
        case list() | tuple():
            return [text for item in value for text in _strings(item)]
        case bool() | None:
            return []
        case int() | float():
            return [str(value)]
        case _:
            return []
