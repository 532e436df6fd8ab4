"""Requests as programs send them."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from typing import Any

SINGLE = {
    "type": "computer_20251124", "name": "computer", "display_width_px": 64, "display_height_px": 48,
    "enable_zoom": True,
}  # fmt: skip
OCTOBER = {"type": "computer_20241022", "name": "computer", "display_width_px": 64, "display_height_px": 48}
TOOLSET = {"type": "computer_toolset_20260801"}
BASH = {"type": "bash_20250124", "name": "bash"}
EDITOR = {"type": "text_editor_20250728", "name": "str_replace_based_edit_tool"}
CUSTOM = {"name": "weather", "description": "The weather.", "input_schema": {"type": "object", "properties": {}}}


def png(width: int = 64, height: int = 48, grey: int = 200) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([grey]) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def image(data: bytes | None = None, media_type: str = "image/png") -> dict[str, Any]:
    encoded = base64.b64encode(png() if data is None else data).decode()
    return {"type": "image", "source": {"type": "base64", "media_type": media_type, "data": encoded}}


def user(*content: Any) -> dict[str, Any]:
    return {
        "role": "user",
        "content": content[0] if len(content) == 1 and isinstance(content[0], str) else list(content),
    }


def assistant(*content: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": list(content)}


def text(words: str) -> dict[str, Any]:
    return {"type": "text", "text": words}


def use(id: str, name: str = "computer", toolset: str | None = None, **input: Any) -> dict[str, Any]:
    block = {"type": "tool_use", "id": id, "name": name, "input": input}
    return block if toolset is None else {**block, "toolset_name": toolset}


def result(id: str, *content: Any, toolset: str | None = None, error: bool = False) -> dict[str, Any]:
    block = {"type": "tool_result", "tool_use_id": id, "content": list(content), "is_error": error}
    return block if toolset is None else {**block, "toolset_name": toolset}


def body(*messages: Any, **fields: Any) -> dict[str, Any]:
    return {"model": "local", "max_tokens": 1000, "messages": list(messages) or [user("hi")], **fields}


def frames(raw: str) -> list[tuple[str, Any]]:
    """A stream's events: name and data."""
    found = []
    for block in raw.strip().split("\n\n"):
        event, data = block.split("\n")
        found.append((event.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found
