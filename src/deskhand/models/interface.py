"""A model, as the loop sees it: a conversation and tools go in, one assistant turn comes out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeAlias

from deskhand.messages import Block, Message, StopReason, Usage


class ModelError(Exception):
    """The model could not answer; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Request:
    """One turn's question.

    ``tools`` are tool definitions as they go over the wire: ``{"type": "computer_20251124", "name": …}`` for the
    Anthropic-defined ones, ``{"name", "description", "input_schema"}`` for custom ones.
    """

    messages: tuple[Message, ...]
    tools: tuple[Mapping[str, Any], ...] = ()
    system: str = ""
    max_tokens: int = 8192
    tool_choice: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of a reply as it arrives. ``kind`` says what ``text`` is a piece of."""

    kind: Literal["text", "thinking"]
    text: str


OnDelta: TypeAlias = Callable[[Delta], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Reply:
    content: tuple[Block, ...]
    stop_reason: StopReason
    usage: Usage = field(default_factory=Usage)
    model: str = ""
    """The id of the model that answered, as the provider names it."""
    asks: bool = False
    """True when the model itself says that this text is a question or a refusal to go on, not a finished task.
    Only the embedded and the scripted model can say so; for others the loop judges by ``stop_reason`` and text."""

    @property
    def message(self) -> Message:
        return Message("assistant", self.content)


class Model(Protocol):
    @property
    def name(self) -> str:
        """How the user calls it: ``local``, ``claude-sonnet-4-5`` …"""
        ...

    @property
    def computer_tool(self) -> str:
        """The type of the computer tool it wants: ``computer_20251124`` … (see `deskhand.tools.versions`)."""
        ...

    async def respond(self, request: Request, on_delta: OnDelta | None = None) -> Reply:
        """Answer; raises `ModelError`. May be cancelled at any await."""
        ...

    async def close(self) -> None: ...
