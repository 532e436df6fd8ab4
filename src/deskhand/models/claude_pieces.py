"""Whether the pieces of a streamed turn make a whole one.

The SDK's helper closes open strings and braces of a call's input as it arrives, so a call that lost its last piece on
the way looks whole: ``rm -r ~/old/cache`` becomes ``rm -r ~/old``, and is carried out. Here the pieces are counted
and put together once more, strictly.
"""

from __future__ import annotations

import json
from typing import Any

from deskhand.messages import StopReason

CUT_SHORT: frozenset[StopReason] = frozenset({"max_tokens", "model_context_window_exceeded", "refusal"})
"""Turns that may end within a call; none of their calls is carried out."""
_BELONGS = {
    "text_delta": "text",
    "citations_delta": "text",
    "input_json_delta": "tool_use",
    "thinking_delta": "thinking",
    "signature_delta": "thinking",
}


class Garbled(Exception):
    """What came is not a turn of the Messages API."""


class Pieces:
    """Takes the events of one turn as they come. Unknown ones are left alone: the API may add some at any time."""

    def __init__(self) -> None:
        self._kinds: list[str] = []
        self._inputs: dict[int, str] = {}

    def take(self, event: Any) -> None:
        """Raises `Garbled` where a piece has no place."""
        match event.type:
            case "content_block_start":
                if event.index != len(self._kinds):
                    raise Garbled(f"block {event.index} came where block {len(self._kinds)} was due")
                self._kinds.append(str(event.content_block.type))
            case "content_block_delta":
                self._take_delta(event.index, event.delta)
            case _:
                pass

    def _take_delta(self, index: int, delta: Any) -> None:
        if not 0 <= index < len(self._kinds):
            raise Garbled(f"a piece came of block {index}, which had not begun")
        wanted = _BELONGS.get(delta.type)
        # An input may also be that of a tool which the API runs itself (server_tool_use, mcp_tool_use).
        if wanted is not None and not self._kinds[index].endswith(wanted):
            raise Garbled(f"a {delta.type} came in a block of {self._kinds[index]}")
        if delta.type == "input_json_delta":
            self._inputs[index] = self._inputs.get(index, "") + delta.partial_json

    def check(self, reason: StopReason) -> None:
        """At the end: raises `Garbled` when a call's input is not whole, or the call itself is missing."""
        if reason in CUT_SHORT:
            return
        if reason == "tool_use" and "tool_use" not in self._kinds:
            raise Garbled("it ended for a call that never came")
        for index, text in self._inputs.items():
            try:
                whole = not text or isinstance(json.loads(text), dict)
            except ValueError:
                whole = False
            if not whole:
                raise Garbled(f"the input of the call in block {index} is not whole")
