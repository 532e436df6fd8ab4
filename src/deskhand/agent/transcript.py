"""The conversation, rebuilt from the journal: what a resumed run goes on from, and what an export is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from deskhand.agent.events import Acted, Asked, Event, Replied, Started
from deskhand.messages import Block, Image, Message, MessageError, Text, ToolResult, block_from_api, user

UNKNOWN = (
    "It is not known whether this was carried out: the run was cut off in the middle of it. "
    "Take a screenshot to see how things stand before going on."
)
NOT_RUN = "Not executed: the run was cut off before it."


def conversation(events: Iterable[Event], picture: Callable[[str], bytes]) -> tuple[Message, ...]:
    """The messages as the model had them, every call answered.

    ``picture`` gives the bytes behind a hash. A call that the journal has no result for gets one that says so: where
    it was under way, that nobody knows whether it happened.
    """
    messages: list[Message] = []
    waiting: list[tuple[str, str | None]] = []
    results: dict[str, ToolResult] = {}
    begun: set[str] = set()
    task = user()

    def settle() -> None:
        blocks: list[Block] = []
        for call, toolset in waiting:
            if call in results:
                blocks.append(results[call])
            else:
                text = UNKNOWN if call in begun else NOT_RUN
                blocks.append(ToolResult(call, (Text(text),), is_error=True, toolset_name=toolset))
        if blocks:
            messages.append(Message("user", tuple(blocks)))
        waiting.clear()
        results.clear()

    for event in events:
        match event:
            case Started():
                task = user(*(_block(raw, picture) for raw in event.brief), event.task)
                messages.append(task)
            case Asked(anew=True):
                waiting.clear()
                results.clear()
                shown = [Image(picture(sha256)) for sha256 in event.pictures]
                said = (Text(event.said),) if event.said else ()
                messages[:] = [task, *([user(*said, *shown)] if said or shown else [])]
            case Asked():
                settle()
                shown = [Image(picture(sha256)) for sha256 in event.pictures]
                if event.said or shown:
                    messages.append(user(*([event.said] if event.said else []), *shown))
            case Replied() if counts(event.stop_reason):
                settle()
                content = tuple(block_from_api(block, "content") for block in event.content)
                if content:
                    message = Message("assistant", content)
                    messages.append(message)
                    waiting.extend((use.id, use.toolset_name) for use in message.tool_uses)
            case Acted():
                results[event.call] = _result(event.result, picture)
            case _:
                if event.kind == "acting":
                    begun.add(event.call)
    settle()
    return tuple(messages)


def counts(stop_reason: str) -> bool:
    """Whether a reply is part of the conversation: one that the output limit cut off is asked for again instead."""
    return stop_reason != "max_tokens"


def _result(raw: Mapping[str, Any], picture: Callable[[str], bytes]) -> ToolResult:
    """A kept result (see `telling.kept_result`) with its pictures back in it."""
    parts: list[Text | Image] = []
    for part in raw.get("content", ()):
        block = _block(part, picture)
        if not isinstance(block, Text | Image):
            raise MessageError("result.content: a tool result holds text and image blocks only")
        parts.append(block)
    bare = block_from_api({**raw, "content": []}, "result")
    if not isinstance(bare, ToolResult):
        raise MessageError("result: must be a tool_result")
    return ToolResult(bare.tool_use_id, tuple(parts), bare.is_error, bare.toolset_name, bare.extra)


def _block(raw: Mapping[str, Any], picture: Callable[[str], bytes]) -> Block:
    match raw:
        case {"type": "image", "source": {"media_type": media_type, "data": {"sha256": str(sha256)}}}:
            extra = {key: value for key, value in raw.items() if key not in ("type", "source")}
            return Image(picture(sha256), media_type, extra)
        case _:
            return block_from_api(raw, "content")
