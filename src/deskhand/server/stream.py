"""A message as server-sent events, in the order and with the fields that the SDKs' stream helpers insist on.

Every frame has an ``event:`` line, ``message_start`` has ``content`` and ``usage``, ``message_delta`` has ``usage``:
without any of these the helpers crash or lose the stream.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from deskhand.server.errors import ApiError

HEADERS = {"content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache", "x-accel-buffering": "no"}
PIECE = 48
"""Characters of text in one delta, about."""
_PIECES = re.compile(rf"(?s).{{1,{PIECE}}}(?=\s|$)|.{{1,{PIECE}}}")


def frame(data: Mapping[str, Any]) -> bytes:
    """One event."""
    return f"event: {data['type']}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode("utf-8", "replace")


PING = frame({"type": "ping"})


def start(message_id: str, model: str, usage: Mapping[str, Any]) -> bytes:
    """The beginning, which can be sent before anything is known but the prompt."""
    message: dict[str, Any] = {
        "id": message_id,
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {**usage, "output_tokens": 1},
    }
    return frame({"type": "message_start", "message": message})


def whole(message: Mapping[str, Any]) -> Iterator[bytes]:
    """All events of a finished message."""
    yield start(str(message["id"]), str(message["model"]), message["usage"])
    yield from rest(message)


def rest(message: Mapping[str, Any]) -> Iterator[bytes]:
    """All events after the beginning."""
    for index, block in enumerate(message["content"]):
        first, deltas = _split(block)
        yield frame({"type": "content_block_start", "index": index, "content_block": first})
        if index == 0:
            yield PING
        for delta in deltas:
            yield frame({"type": "content_block_delta", "index": index, "delta": delta})
        yield frame({"type": "content_block_stop", "index": index})
    ending = {"stop_reason": message["stop_reason"], "stop_sequence": message["stop_sequence"]}
    if message.get("stop_details") is not None:
        ending["stop_details"] = message["stop_details"]
    yield frame({"type": "message_delta", "delta": ending, "usage": message["usage"]})
    yield frame({"type": "message_stop"})


def failure(error: ApiError, request_id: str) -> bytes:
    """When something goes wrong after the beginning: the status has been sent already."""
    return frame(error.body(request_id))


def _split(block: Mapping[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The block as it starts, and the deltas that make it whole."""
    match block.get("type"):
        case "text":
            pieces = _PIECES.findall(block["text"])
            return {**block, "text": ""}, [{"type": "text_delta", "text": piece} for piece in pieces]
        case "tool_use":
            text = json.dumps(block["input"], ensure_ascii=False)
            # Members of a toolset come in one piece, as from the hosted API; other input begins with an empty one.
            pieces = [text] if block.get("toolset_name") else ["", text]
            return {**block, "input": {}}, [{"type": "input_json_delta", "partial_json": piece} for piece in pieces]
        case "thinking":
            return {**block, "thinking": "", "signature": ""}, [
                {"type": "thinking_delta", "thinking": block["thinking"]},
                {"type": "signature_delta", "signature": block.get("signature", "")},
            ]
        case _:
            return dict(block), []
