"""A model, as the loop sees it: a conversation and tools go in, one assistant turn comes out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from deskhand.errors import DeskhandError
from deskhand.messages import Block, Message, StopReason, Usage

if TYPE_CHECKING:
    from deskhand.tools.desk import ExtraName


class ModelError(DeskhandError):
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

    kind: Literal[
        "text",
        "thinking",
        "retry",  # what came so far is void, the turn is being asked for again; the text says why
    ]
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
    The embedded model says so; for one with `Traits.ends_by_word` the loop judges by ``stop_reason`` and text."""

    @property
    def message(self) -> Message:
        return Message("assistant", self.content)


@dataclass(frozen=True, slots=True)
class Traits:
    """What the loop must know about a model to send it a conversation it accepts and can afford."""

    tier: Literal["standard", "high"] | None = None
    """The largest picture it takes as it is (see `deskhand.screen.sizing`); None: any size."""
    forgets: bool = False
    """Old pictures may be left out of what is sent. Not for models whose thinking is bound to the whole
    conversation, nor for the embedded one, which costs nothing and remembers by them."""
    keep: int = 8
    """Where it forgets: the newest pictures, which are always sent."""
    interval: int = 12
    """Where it forgets: how many of the oldest go at a time. Never more than ``keep + interval - 1`` are sent."""
    caches: bool = False
    """It understands ``cache_control`` marks, and a stable beginning of the conversation is cheaper."""
    ends_by_word: bool = False
    """It is told to end its last message with DONE, QUESTION or CANNOT (see `deskhand.agent.ending`)."""
    max_tokens: int = 8192
    """The output limit to start with."""
    window: int | None = None
    """Tokens that a conversation may have; None: no limit that is known."""
    also: tuple[ExtraName, ...] = ()
    """Extra tools of the desktop that it wants to be offered (see `deskhand.tools.desk`)."""


class Model(Protocol):
    """Besides these, a model may have ``traits: Traits``; without, it is treated as the plain default."""

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


def traits_of(model: Model) -> Traits:
    """The model's own ``traits``, or the plain default."""
    traits = getattr(model, "traits", None)
    return traits if isinstance(traits, Traits) else Traits()
