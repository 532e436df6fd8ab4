"""Where a run stood when its journal ends: what a resumed run must finish before the model is asked again.

Pure: events in, a value out. A process can be killed between any two events, so each point has its own answer: a
model that was asked and not heard is asked again; a turn that was heard is acted on; a call that has not begun is
answered with "not executed"; a call that had begun is the one case that nobody can know, and is answered with that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskhand.agent.compaction import PROMPT
from deskhand.agent.events import (
    Acted,
    Acting,
    Asked,
    Continued,
    Decided,
    Finished,
    Paused,
    Replied,
    Resumed,
    Said,
    Started,
)
from deskhand.agent.journal import Entry
from deskhand.agent.limits import Spent
from deskhand.agent.transcript import counts
from deskhand.errors import DeskhandError
from deskhand.messages import ToolUse, Usage, block_from_api
from deskhand.models.interface import Reply


class NothingToResume(DeskhandError, ValueError):
    """A run that cannot go on; the text says why."""


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A call of the last turn that the journal has no result for."""

    call: ToolUse
    step: int
    begun: Acting | None
    """Set when it was under way: nobody knows whether it happened."""
    refused: Decided | None
    """Set when it was refused."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A run up to the point where its journal ends."""

    started: Started
    finished: Finished | None
    """Set when it was not cut off but had ended."""
    spent: Spent
    usage: Usage
    calls: tuple[OpenCall, ...]
    turn: Reply | None
    """The model's last turn, when it holds no calls and nothing has been made of it yet."""
    refusal: str
    """What was refused in the latest turn."""
    summary: str = ""
    """When it was cut off just after the conversation had been summarised: the summary."""
    held: bool = False
    """Whether it was paused, or a person had the hand, when it was cut off."""
    words: tuple[str, ...] = ()
    """What a person said to the model that it has not been told."""
    handed_back: str = ""
    """What it was to be told of a takeover, and has not been."""


def recover(entries: Sequence[Entry]) -> Cut:
    """Raises `NothingToResume` when there is no beginning to go on from."""
    events = [entry.event for entry in entries]
    started = next((event for event in events if isinstance(event, Started)), None)
    if started is None:
        raise NothingToResume("The run was cut off before it had begun: nothing was done, so start it again.")
    last: Replied | None = None
    usage = Usage()
    begun: dict[str, Acting] = {}
    acted: dict[str, Acted] = {}
    decided: dict[str, Decided] = {}
    finished: Finished | None = None
    heard = summing = held = False
    words: list[str] = []
    handed_back = ""
    for event in events:
        match event:
            case Asked():
                words = [word for word in words if word not in event.said]
                handed_back = ""
                heard, summing = False, event.anew and event.said == PROMPT
            case Replied():
                usage += _usage(event)
                if counts(event.stop_reason):
                    last, heard = event, True
            case Acting():
                begun[event.call] = event
            case Acted():
                acted[event.call] = event
            case Decided():
                decided[event.call] = event
            case Said():
                words.append(event.text)
            case Paused():
                held = True
            case Continued():
                held, handed_back = False, event.told
            case Finished():
                finished, held = event, False
            case Resumed():
                finished, held = None, False
            case _:
                pass
    reply = None if last is None else _reply(last)
    uses = () if reply is None or last is None else reply.message.tool_uses
    step = 0 if last is None else last.step
    refused = [acted[use.id].text for use in uses if use.id in acted and _no(decided.get(use.id))]
    return Cut(
        started,
        finished,
        _spent(entries),
        usage,
        tuple(
            OpenCall(use, step, begun.get(use.id), decided[use.id] if _no(decided.get(use.id)) else None)
            for use in uses
            if use.id not in acted
        ),
        reply if heard and not uses and finished is None and not summing else None,
        refused[-1] if refused else "",
        reply.message.text if heard and summing and reply is not None else "",
        held,
        tuple(words),
        handed_back,
    )


def _no(decided: Decided | None) -> bool:
    return decided is not None and not decided.allowed


def _reply(event: Replied) -> Reply:
    content = tuple(block_from_api(block, "content") for block in event.content)
    # The stop reason was one of the API's when it was written; the loop treats any other like end_turn.
    return Reply(content, event.stop_reason, _usage(event), asks=event.asks)  # type: ignore[arg-type]


def _usage(event: Replied) -> Usage:
    return Usage(event.input_tokens, event.output_tokens, event.cache_write_tokens, event.cache_read_tokens)


def _spent(entries: Iterable[Entry]) -> Spent:
    """Steps, money, and the time during which somebody was at it."""
    spent = Spent()
    before: float | None = None
    began: float | None = None
    for entry in entries:
        match entry.event:
            case Resumed() | Continued():
                before = None
            case Asked():
                if began is not None:
                    spent.took(entry.time - began)
                began = entry.time
            case Replied():
                spent.steps = entry.event.step
                spent.paid(entry.event.usd)
            case _:
                pass
        if before is not None:
            spent.seconds += max(0.0, entry.time - before)
        else:
            began = None
        before = entry.time
    return spent
