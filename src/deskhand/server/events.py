"""From server-sent events back to the message they tell: what a stream carried is kept as one readable thing."""

from __future__ import annotations

import json
from typing import Any

from deskhand.server.backend import Json


class Gathering:
    """Feed it bytes as they come; ``message`` is what they have told so far, ``error`` what ended it early."""

    def __init__(self) -> None:
        self.message: Json | None = None
        self.error: Json | None = None
        self.complete = False
        self._buffer = b""
        self._partial: dict[int, str] = {}

    def feed(self, data: bytes) -> None:
        self._buffer += data.replace(b"\r\n", b"\n")
        while b"\n\n" in self._buffer:
            frame, _, self._buffer = self._buffer.partition(b"\n\n")
            lines = [line[5:].strip() for line in frame.split(b"\n") if line.startswith(b"data:")]
            try:
                event = json.loads(b"\n".join(lines)) if lines else None
            except ValueError:
                continue
            if isinstance(event, dict):
                self._take(event)

    def _take(self, event: Json) -> None:
        match event.get("type"):
            case "message_start":
                self.message = dict(event.get("message") or {})
                self.message["content"] = list(self.message.get("content") or [])
            case "content_block_start" if self.message is not None:
                self.message["content"].append(dict(event.get("content_block") or {}))
            case "content_block_delta":
                self._grow(event.get("index"), event.get("delta"))
            case "content_block_stop":
                self._close(event.get("index"))
            case "message_delta" if self.message is not None:
                self.message.update(event.get("delta") or {})
                self.message["usage"] = {**(self.message.get("usage") or {}), **(event.get("usage") or {})}
                for key in ("context_management",):
                    if key in event:
                        self.message[key] = event[key]
            case "message_stop":
                self.complete = True
            case "error":
                self.error = event
            case _:
                pass

    def _block(self, index: object) -> Json | None:
        content: list[Json] = [] if self.message is None else self.message["content"]
        return content[index] if isinstance(index, int) and 0 <= index < len(content) else None

    def _grow(self, index: object, delta: Any) -> None:
        block = self._block(index)
        if block is None or not isinstance(index, int) or not isinstance(delta, dict):
            return
        match delta.get("type"):
            case "text_delta":
                block["text"] = block.get("text", "") + delta.get("text", "")
            case "input_json_delta":
                self._partial[index] = self._partial.get(index, "") + delta.get("partial_json", "")
            case "thinking_delta":
                block["thinking"] = block.get("thinking", "") + delta.get("thinking", "")
            case "signature_delta":
                block["signature"] = block.get("signature", "") + delta.get("signature", "")
            case "citations_delta":
                block["citations"] = [*(block.get("citations") or []), delta.get("citation")]
            case _:
                pass

    def _close(self, index: object) -> None:
        block = self._block(index)
        text = self._partial.pop(index, "") if isinstance(index, int) else ""
        if block is not None and text:
            try:
                block["input"] = json.loads(text)
            except ValueError:
                block["input"] = {}
