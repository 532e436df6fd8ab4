"""What a tool is: it says beforehand what a call would do, then does it and says truthfully what happened.

Describing and doing are two methods because the guard and the journal come in between: a person who is asked after
the click has been asked nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from deskhand.desktop.actions import Action
from deskhand.desktop.interface import Outcome
from deskhand.errors import DeskhandError
from deskhand.messages import Image, Text, ToolResult, ToolUse
from deskhand.screen.geometry import Point, Rect, Size

MAX_ERROR_TEXT = 4096
"""Characters of an error that are worth sending back to a model."""


CONCERNS = "deskhand_concerns"
"""In a call's ``extra``: why the model's provider wants a person to be asked before it is carried out, as sentences."""


class ToolError(DeskhandError):
    """A call that cannot be carried out as it stands; the sentence tells the model what to change."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a call would do, before anything is done."""

    call: ToolUse
    tool: str
    """``computer``, ``bash``, ``editor``, or the name of a custom tool."""
    name: str
    """The action or command: ``left_click``, ``bash``, ``view`` …"""
    words: str
    """In plain words, for a person: ``Click at (640, 400)`` (screen pixels)."""
    action: Action | None = None
    """What the desktop would be asked to do; None for what is no act of the hand: zoom, bash, files."""
    points: tuple[Point, ...] = ()
    """Where on the screen (screen pixels) the hand would go: one for a click, several for a drag."""
    region: Rect | None = None
    """The part of the screen that would be looked at (zoom), in screen pixels."""
    error: str = ""
    """Why the call cannot be carried out; empty when it can. Such a call needs nobody's approval: running it only
    returns this sentence."""
    concerns: tuple[str, ...] = ()
    """Why a person must be asked, whatever the policy says otherwise."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as the model gets it: an encoded PNG in picture pixels."""

    png: bytes
    size: Size


@dataclass(frozen=True, slots=True)
class ToolRun:
    """What became of a call."""

    proposal: Proposal
    result: ToolResult
    outcome: Outcome | None = None
    """What the act truly did to the screen, in screen pixels; None where no act was performed."""
    picture: Shown | None = None
    """The screen (or the zoomed part) afterwards, also when the model is not sent it."""
    seconds: float = 0.0

    @property
    def text(self) -> str:
        return self.result.text

    @property
    def is_error(self) -> bool:
        return self.result.is_error


class Tool(Protocol):
    """One thing a model is offered."""

    def definition(self) -> dict[str, Any]:
        """As it goes over the wire in ``tools``."""
        ...

    def accepts(self, call: ToolUse) -> bool:
        """Whether the call is addressed to this tool, by the pair (``toolset_name``, ``name``)."""
        ...

    async def describe(self, call: ToolUse) -> Proposal:
        """What the call would do. Never raises for a wrong input: the proposal then carries the error."""
        ...

    async def run(self, proposal: Proposal) -> ToolRun:
        """Do exactly what was described. Raises only `DesktopGone`; everything else is an error result."""
        ...


def succeeded(call: ToolUse, *content: Text | Image) -> ToolResult:
    return ToolResult(call.id, content, toolset_name=call.toolset_name)


def failed(call: ToolUse, sentence: str) -> ToolResult:
    """An error result: text only and never empty, since the API answers anything else with 400."""
    text = sentence.strip() or "The call failed, and nothing more is known about it."
    if len(text) > MAX_ERROR_TEXT:
        text = text[: MAX_ERROR_TEXT - 1] + "…"
    return ToolResult(call.id, (Text(text),), is_error=True, toolset_name=call.toolset_name)


def refused(call: ToolUse, tool: str, name: str, sentence: str) -> Proposal:
    """The proposal of a call that cannot be carried out."""
    return Proposal(call, tool, name, f"{name}: cannot be done", error=sentence)


def as_input(raw: object) -> Mapping[str, Any]:
    """A call's input as a mapping; ToolError when a model sent something else."""
    if not isinstance(raw, Mapping):
        raise ToolError(f"the input must be a JSON object, not {type(raw).__name__}")
    return raw
