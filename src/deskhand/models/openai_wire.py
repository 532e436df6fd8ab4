"""A conversation in our blocks as messages of the Chat Completions API, and its answers as blocks. No I/O.

The ``tool`` role takes text only, on most servers, so the pictures of a turn's results follow in one user message.
"""

from __future__ import annotations

import base64
import json
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from deskhand.messages import Block, Image, Message, StopReason, Text, ToolResult, ToolUse
from deskhand.tools import schemas

SCREENS = "[The screen after the calls above.]"
STOP_REASONS: Mapping[str, StopReason] = {
    "stop": "end_turn",
    "tool_calls": "tool_use",
    "function_call": "tool_use",
    "length": "max_tokens",
    "content_filter": "refusal",
}
_HERMES = re.compile(r"<tool_call>\s*(\{.*?\})\s*</tool_call>", re.DOTALL)

Results = Callable[[ToolResult], str]


def functions(definitions: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Tool definitions as function tools."""
    found: list[dict[str, Any]] = []
    for definition in definitions:
        plain = schemas.function(definition)
        found.append(
            {
                "type": "function",
                "function": {
                    "name": plain["name"],
                    "description": plain.get("description", ""),
                    "parameters": plain.get("input_schema", {"type": "object", "properties": {}}),
                },
            }
        )
    return found


def chat_messages(messages: Sequence[Message], system: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{"role": "system", "content": system}] if system else []
    for message in messages:
        match message.role:
            case "assistant":
                found.append(_assistant(message))
            case "system":
                found.append({"role": "system", "content": message.text})
            case "user":
                found.extend(_user(message))
    return found


def _assistant(message: Message) -> dict[str, Any]:
    said: dict[str, Any] = {"role": "assistant", "content": message.text or None}
    calls = [
        {
            "id": use.id,
            "type": "function",
            "function": {"name": use.name, "arguments": json.dumps(dict(use.input), ensure_ascii=False)},
        }
        for use in message.tool_uses
    ]
    if calls:
        said["tool_calls"] = calls
    elif said["content"] is None:
        said["content"] = ""
    return said


def _user(message: Message) -> list[dict[str, Any]]:
    """Results first, each its own message; then what else was said, with the pictures."""
    found: list[dict[str, Any]] = []
    parts: list[Block] = []
    shown: list[Image] = []
    for block in message.content:
        if isinstance(block, ToolResult):
            text = f"Error: {block.text}" if block.is_error else block.text
            found.append({"role": "tool", "tool_call_id": block.tool_use_id, "content": text or "OK"})
            shown.extend(block.images)
        else:
            parts.append(block)
    content = ([{"type": "text", "text": SCREENS}] if shown else []) + [image_part(image) for image in shown]
    for block in parts:
        match block:
            case Text(text) if text:
                content.append({"type": "text", "text": text})
            case Image():
                content.append(image_part(block))
            case _:
                pass
    if content:
        only = content[0]["text"] if len(content) == 1 and "text" in content[0] else None
        found.append({"role": "user", "content": only or content})
    return found


def image_part(image: Image) -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": data_url(image)}}


def data_url(image: Image) -> str:
    return f"data:{image.media_type};base64,{base64.b64encode(image.data).decode()}"


def tool_use(id: str, name: str, arguments: str) -> ToolUse:
    """A function call; arguments that are no JSON object reach the tool, which says so to the model."""
    try:
        values = json.loads(arguments) if arguments.strip() else {}
        if isinstance(values, str):  # encoded twice, as some servers do
            values = json.loads(values)
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        values = {"arguments_that_are_no_json_object": arguments[:500]}
    return ToolUse(id or new_id(), name, values)


def hermes_calls(text: str, names: frozenset[str]) -> tuple[str, tuple[ToolUse, ...]]:
    """Calls written as text, by a model whose server does not parse them; the rest of the text, and the calls."""
    found: list[ToolUse] = []
    for raw in _HERMES.findall(text):
        try:
            call = json.loads(raw)
        except (ValueError, RecursionError):
            continue
        if isinstance(call, dict) and call.get("name") in names:
            arguments = call.get("arguments", {})
            found.append(tool_use("", call["name"], arguments if isinstance(arguments, str) else json.dumps(arguments)))
    return (_HERMES.sub("", text).strip(), tuple(found)) if found else (text, ())


def new_id() -> str:
    """Of a call that came without one; by chance, so that it is new in a resumed run as well."""
    return f"call_{secrets.token_hex(8)}"
