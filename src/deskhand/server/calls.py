"""What a request demands of the calls in a turn, kept although the model behind it knows nothing of such demands.

- ``disable_parallel_tool_use``: of a turn with several calls, the client gets one after the other; the model sees them
  as the one turn that they were.
- ``tool_choice: any``: where the model would only talk, it looks at the screen as well, which harms nothing.
- ``tool_choice: none``: no call is made; the model is asked again when calls are allowed.

All three leave marks in the conversation that `fold` finds and takes out again, because the embedded model finds its
place in a conversation by its own turns.
"""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from deskhand.messages import Block, Message, Text, ToolResult, ToolUse, Usage
from deskhand.models.interface import Reply
from deskhand.server.errors import invalid
from deskhand.server.offers import Choice, Offer
from deskhand.tools.collection import HALTED

KEPT = 512
"""Turns under way that are handed out call by call."""
LOOK = "toolu_look"
NO_TOOLS = "I may use no tools in this turn (tool_choice: none), so nothing was done."
_PART = re.compile(r"(?P<id>.+)-(?P<number>\d+)of(?P<of>\d+)\Z")
_HARMLESS = ("screenshot", "cursor_position")

Ask = Callable[[tuple[Message, ...]], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class _Part:
    """An id that stands for one call out of several."""

    id: str
    number: int
    of: int

    @classmethod
    def of_id(cls, id: str) -> _Part | None:
        found = _PART.match(id)
        return None if found is None else cls(found["id"], int(found["number"]), int(found["of"]))


class Calls:
    """Between the wire and one model. `respond` is the only door."""

    def __init__(self) -> None:
        self._turns: OrderedDict[str, tuple[ToolUse, ...]] = OrderedDict()
        """The calls of a turn by the id of each of them."""

    async def respond(self, messages: Sequence[Message], offer: Offer, choice: Choice, ask: Ask, model: str) -> Reply:
        if choice.forced:
            _check_can_force(choice, offer)
        pending = self._next_call(messages)
        if pending is not None and choice.kind != "none":
            return Reply((pending,), "tool_use", Usage(), model)
        folded = self.fold(messages)
        if choice.kind == "none":
            return Reply((Text(NO_TOOLS),), "end_turn", Usage(), model)
        reply = _again(folded, model) or await ask(folded)
        if choice.forced and not reply.message.tool_uses:
            reply = _with_look(reply, offer)
        missing = _not_offered(reply, offer)
        if missing:
            return Reply(
                (Text(f"I cannot go on without {missing}, which this request does not offer."),),
                "end_turn",
                model=model,
            )
        return self._one_by_one(reply) if choice.one_at_a_time else reply

    def fold(self, messages: Sequence[Message]) -> tuple[Message, ...]:
        """The conversation as the model had it."""
        folded: list[Message] = []
        for message in messages:
            if message.role == "assistant":
                folded = self._fold_turn(folded, message)
            else:
                folded = self._fold_answer(folded, message)
        return tuple(self._finish(folded))

    def _fold_turn(self, before: list[Message], turn: Message) -> list[Message]:
        if turn.text == NO_TOOLS and not turn.tool_uses:
            return before
        blocks: list[Block] = []
        for block in turn.content:
            if isinstance(block, ToolUse):
                if block.id.startswith(LOOK):
                    continue
                part = _Part.of_id(block.id)
                if part is not None:
                    block = replace(block, id=part.id)
                    if part.number > 1 and len(before) >= 2 and before[-2].role == "assistant":
                        opened, results = before[-2], before[-1]
                        if any(self._together(use.id, part.id) for use in opened.tool_uses):
                            joined = Message("assistant", (*opened.content, block))
                            return [*before[:-2], joined, results]
            blocks.append(block)
        return [*before, Message("assistant", tuple(blocks))]

    def _fold_answer(self, before: list[Message], message: Message) -> list[Message]:
        blocks: list[Block] = []
        for block in message.content:
            if isinstance(block, ToolResult):
                if block.tool_use_id.startswith(LOOK):
                    continue
                part = _Part.of_id(block.tool_use_id)
                block = block if part is None else replace(block, tool_use_id=part.id)
            blocks.append(block)
        if before and before[-1].role == message.role:
            return [*before[:-1], Message(message.role, (*before[-1].content, *blocks))]
        return [*before, Message(message.role, tuple(blocks))]

    def _finish(self, folded: list[Message]) -> list[Message]:
        """Calls of a turn that were never handed out, because an earlier one failed, count as not executed."""
        done: list[Message] = []
        for index, message in enumerate(folded):
            uses = message.tool_uses
            calls = self._turns.get(uses[-1].id) if uses else None
            missing = [call for call in calls or () if call.id not in {use.id for use in uses}]
            if message.role != "assistant" or not missing or index + 1 >= len(folded):
                done.append(message)
                continue
            done.append(replace(message, content=(*message.content, *missing)))
            results = [
                ToolResult(call.id, (Text(HALTED),), is_error=True, toolset_name=call.toolset_name) for call in missing
            ]
            after = folded[index + 1]
            at = len(after.tool_results)
            folded[index + 1] = replace(after, content=(*after.content[:at], *results, *after.content[at:]))
        return done

    def _next_call(self, messages: Sequence[Message]) -> ToolUse | None:
        """The call to hand out now, when the latest result was for one of several and all went well."""
        last = messages[-1]
        results = last.tool_results
        if len(results) != 1 or results[0].is_error or len(last.content) != 1:
            return None
        part = _Part.of_id(results[0].tool_use_id)
        if part is None or part.number >= part.of:
            return None
        calls = self._turns.get(part.id)
        if calls is None or len(calls) != part.of:
            return None
        return _numbered(calls, part.number)

    def _one_by_one(self, reply: Reply) -> Reply:
        uses = reply.message.tool_uses
        if len(uses) < 2:
            return reply
        for use in uses:
            self._turns[use.id] = uses
        while len(self._turns) > KEPT:
            self._turns.popitem(last=False)
        before = [block for block in reply.content if not isinstance(block, ToolUse)]
        return replace(reply, content=(*before, _numbered(uses, 0)))

    def _together(self, one: str, other: str) -> bool:
        calls = self._turns.get(one)
        return calls is not None and any(call.id == other for call in calls)


def _numbered(calls: Sequence[ToolUse], index: int) -> ToolUse:
    return replace(calls[index], id=f"{calls[index].id}-{index + 1}of{len(calls)}")


def _again(folded: Sequence[Message], model: str) -> Reply | None:
    """After a forced look nothing new was said to the model: what it said last holds."""
    if len(folded) < 2 or folded[-1].content:
        return None
    return Reply((Text(folded[-2].text or "Done."),), "end_turn", Usage(), model)


def _check_can_force(choice: Choice, offer: Offer) -> None:
    if offer.computer is None:
        raise invalid("tool_choice: the model here works at a screen; it can be made to call a computer tool only")
    if choice.kind == "tool" and choice.name != "computer":
        raise invalid(
            f"tool_choice.tool.name: the model here cannot be made to call {choice.name!r}, only the computer tool; "
            "leave tool_choice out, or force 'computer'"
        )
    if _look_name(offer) is None:
        raise invalid(f"tool_choice: to be forced, the model needs one of {', '.join(_HARMLESS)}, and all are disabled")


def _not_offered(reply: Reply, offer: Offer) -> str:
    """An action that the model wants and that is disabled, or not in this version of the tool; normally none."""
    if offer.version is None:
        return ""
    allowed = set(offer.version.actions) - offer.disabled
    toolset = offer.version.kind == "toolset"
    for use in reply.message.tool_uses:
        ours = use.toolset_name == "computer" if toolset else use.name == "computer"
        action = use.name if toolset else str(use.input.get("action"))
        if ours and action not in allowed:
            return action
    return ""


def _look_name(offer: Offer) -> str | None:
    return next((name for name in _HARMLESS if name not in offer.disabled), None)


def _with_look(reply: Reply, offer: Offer) -> Reply:
    name = _look_name(offer) or _HARMLESS[0]
    id = f"{LOOK}{secrets.token_hex(8)}"
    if offer.version is not None and offer.version.kind == "toolset":
        use = ToolUse(id, name, {}, toolset_name="computer")
    else:
        use = ToolUse(id, "computer", {"action": name})
    return replace(reply, content=(*reply.content, use), stop_reason="tool_use")
