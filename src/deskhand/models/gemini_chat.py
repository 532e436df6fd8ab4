"""Gemini's computer use through an OpenAI-compatible endpoint: its own functions, its own coordinates.

Its calls go back to it as it made them, kept beside ours in the turn; where it asks for a confirmation, the call says
so to the guard, and the answer tells it that a person agreed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from deskhand.messages import Block, Message, Opaque, Text, ToolResult, ToolUse
from deskhand.models import openai_wire as wire
from deskhand.models.dialects import gemini
from deskhand.models.dialects.interface import DialectError
from deskhand.models.interface import Request
from deskhand.models.openai_chat import OpenAIChat
from deskhand.models.spoken import picture_size
from deskhand.tools import schemas
from deskhand.tools.interface import CONCERNS

KEPT = "deskhand_gemini_calls"
_PLACES = (
    "The functions for mouse and keyboard take places as thousandths of the screen's width and height, 0 to 999 from "
    "the top left corner, whatever else is said about pixels."
)


class GeminiChat(OpenAIChat):
    def _tools(self, definitions: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        others = [each for each in definitions if not str(each.get("type", "")).startswith("computer")]
        return wire.functions([*gemini.definitions(), *map(schemas.function, others)])

    def _calls(self, calls: Sequence[ToolUse], request: Request) -> Sequence[Block]:
        size = picture_size(request)
        own: list[ToolUse] = []
        kept: list[dict[str, Any]] = []
        for call in calls:
            if call.name not in gemini.FUNCTIONS:
                own.append(call)
                continue
            try:
                inputs = gemini.calls(call.name, call.input, size)
            except DialectError as error:
                inputs = [{"action": str(error)}]  # the tool refuses it, and the model reads why
            ids = [call.id if index == 0 else f"{call.id}_{index}" for index in range(len(inputs))]
            kept.append({"id": call.id, "name": call.name, "input": dict(call.input), "calls": ids})
            worries = gemini.concerns(call.input)
            extra = {CONCERNS: list(worries)} if worries else {}
            own.extend(
                ToolUse(id, "computer", values, extra=extra if index == 0 else {})
                for index, (id, values) in enumerate(zip(ids, inputs, strict=True))
            )
        return [*([Opaque({"type": KEPT, "calls": kept})] if kept else []), *own]

    def _messages(self, messages: Sequence[Message], system: str) -> list[dict[str, Any]]:
        return wire.chat_messages(_as_gemini(messages), f"{system}\n\n{_PLACES}" if system else _PLACES)


def _as_gemini(messages: Sequence[Message]) -> list[Message]:
    """The conversation with the model's own calls in the place of ours, and one result for each."""
    found: list[Message] = []
    calls: list[Mapping[str, Any]] = []
    for message in messages:
        kept = [block.raw for block in message.content if isinstance(block, Opaque) and block.raw.get("type") == KEPT]
        if message.role == "assistant":
            calls = list(kept[0]["calls"]) if kept else []
            ours = {id for call in calls for id in call["calls"]}
            rest = [
                block
                for block in message.content
                if not isinstance(block, Opaque) and not (isinstance(block, ToolUse) and block.id in ours)
            ]
            own = [ToolUse(call["id"], call["name"], call["input"]) for call in calls]
            found.append(Message("assistant", (*rest, *own)))
        else:
            found.append(Message(message.role, _results(message, calls)))
            calls = []
    return found


def _results(message: Message, calls: Sequence[Mapping[str, Any]]) -> tuple[Block, ...]:
    results = {result.tool_use_id: result for result in message.tool_results}
    ours = {id for call in calls for id in call["calls"]}
    merged: list[Block] = []
    for call in calls:
        parts = [results[id] for id in call["calls"] if id in results]
        if not parts:
            continue
        bad = [part.text for part in parts if part.is_error]
        answer: dict[str, Any] = {"output": bad[0] if bad else parts[-1].text or "OK"}
        if gemini.concerns(call["input"]) and not bad:
            answer |= gemini.ACKNOWLEDGED
        picture = parts[-1].images[-1:]
        merged.append(
            ToolResult(call["id"], (Text(json.dumps(answer, ensure_ascii=False)), *picture), is_error=bool(bad))
        )
    rest = [block for block in message.content if not (isinstance(block, ToolResult) and block.tool_use_id in ours)]
    return (*merged, *rest)
