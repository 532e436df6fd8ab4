"""The conversation, in the blocks of the Messages API: the one vocabulary of models, tools, agent and server.

Blocks are immutable. Fields of the wire that deskhand does not interpret (``citations``, ``caller``,
``cache_control`` …) travel in ``extra``, so that an assistant turn goes back exactly as it came: the API refuses
edited thinking blocks, and some models sign the whole turn.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from deskhand.errors import DeskhandError

MediaType: TypeAlias = Literal["image/png", "image/jpeg", "image/gif", "image/webp"]
MEDIA_TYPES: tuple[MediaType, ...] = ("image/png", "image/jpeg", "image/gif", "image/webp")

StopReason: TypeAlias = Literal[
    "end_turn",  # the model has finished, or asks something in text
    "tool_use",  # it wants tools run
    "max_tokens",  # the output limit cut it off
    "stop_sequence",
    "pause_turn",  # a server-side loop paused: send the turn back as it is
    "refusal",  # a safety classifier refused
    "model_context_window_exceeded",
]


class MessageError(DeskhandError, ValueError):
    """A message that does not have the shape of the Messages API; the text names the field."""


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Image:
    """An encoded picture. ``data`` holds the file's bytes (not base64)."""

    data: bytes
    media_type: MediaType = "image/png"
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def __repr__(self) -> str:
        return f"Image({len(self.data)} bytes, {self.media_type})"


@dataclass(frozen=True, slots=True)
class ToolUse:
    """A call the model wants run. ``toolset_name`` is set for members of a toolset (``computer``), else None."""

    id: str
    name: str
    input: Mapping[str, Any]
    toolset_name: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class ToolResult:
    """The answer to one call. An error holds text only, and never nothing: the API refuses other errors."""

    tool_use_id: str
    content: tuple[Text | Image, ...] = ()
    is_error: bool = False
    toolset_name: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.content if isinstance(block, Text))

    @property
    def images(self) -> tuple[Image, ...]:
        return tuple(block for block in self.content if isinstance(block, Image))


@dataclass(frozen=True, slots=True)
class Thinking:
    """Goes back to the model unmodified; the signature is opaque."""

    thinking: str
    signature: str
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Opaque:
    """A block of a kind deskhand does not interpret (``redacted_thinking``, ``document`` …), kept as it came."""

    raw: Mapping[str, Any]


Block: TypeAlias = Text | Image | ToolUse | ToolResult | Thinking | Opaque
Role: TypeAlias = Literal["user", "assistant", "system"]


@dataclass(frozen=True, slots=True)
class Message:
    role: Role
    content: tuple[Block, ...]

    @property
    def text(self) -> str:
        """All text blocks, one per paragraph."""
        return "\n\n".join(block.text for block in self.content if isinstance(block, Text) and block.text)

    @property
    def tool_uses(self) -> tuple[ToolUse, ...]:
        return tuple(block for block in self.content if isinstance(block, ToolUse))

    @property
    def tool_results(self) -> tuple[ToolResult, ...]:
        return tuple(block for block in self.content if isinstance(block, ToolResult))


def user(*content: str | Block) -> Message:
    """A user message; strings become text blocks."""
    return Message("user", tuple(Text(block) if isinstance(block, str) else block for block in content))


def assistant(*content: str | Block) -> Message:
    """An assistant message; strings become text blocks."""
    return Message("assistant", tuple(Text(block) if isinstance(block, str) else block for block in content))


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one reply. The whole prompt is the sum of the three input counts."""

    input_tokens: int = 0
    output_tokens: int = 0
    cache_write_tokens: int = 0
    cache_read_tokens: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cache_write_tokens + other.cache_write_tokens,
            self.cache_read_tokens + other.cache_read_tokens,
        )

    @property
    def prompt_tokens(self) -> int:
        return self.input_tokens + self.cache_write_tokens + self.cache_read_tokens


# --- to and from the wire ---------------------------------------------------------------------------------------


def block_to_api(block: Block) -> dict[str, Any]:
    """One block as the JSON object of the Messages API."""
    match block:
        case Text():
            return {"type": "text", "text": block.text, **block.extra}
        case Image():
            data = base64.b64encode(block.data).decode("ascii")
            source = {"type": "base64", "media_type": block.media_type, "data": data}
            return {"type": "image", "source": source, **block.extra}
        case ToolUse():
            call: dict[str, Any] = {
                "type": "tool_use",
                "id": block.id,
                "name": block.name,
                "input": dict(block.input),
            }
            return call | _toolset(block.toolset_name) | dict(block.extra)
        case ToolResult():
            result: dict[str, Any] = {
                "type": "tool_result",
                "tool_use_id": block.tool_use_id,
                "content": [block_to_api(part) for part in block.content],
                "is_error": block.is_error,
            }
            return result | _toolset(block.toolset_name) | dict(block.extra)
        case Thinking():
            return {
                "type": "thinking",
                "thinking": block.thinking,
                "signature": block.signature,
                **block.extra,
            }
        case Opaque():
            return dict(block.raw)


def message_to_api(message: Message) -> dict[str, Any]:
    return {"role": message.role, "content": [block_to_api(block) for block in message.content]}


def block_from_api(raw: object, where: str = "content") -> Block:
    """One block from the wire; MessageError names the field at fault, prefixed by ``where``."""
    data = _object(raw, where)
    match data.get("type"):
        case "text":
            return Text(_string(data, "text", where), _rest(data, "text"))
        case "image":
            return _image(data, where)
        case "tool_use":
            name = _string(data, "name", where)
            arguments = _object(data.get("input"), f"{where}.input")
            return ToolUse(
                _string(data, "id", where),
                name,
                arguments,
                _optional_string(data, "toolset_name", where),
                _rest(data, "id", "name", "input", "toolset_name"),
            )
        case "tool_result":
            return ToolResult(
                _string(data, "tool_use_id", where),
                _result_content(data.get("content"), f"{where}.content"),
                bool(data.get("is_error", False)),
                _optional_string(data, "toolset_name", where),
                _rest(data, "tool_use_id", "content", "is_error", "toolset_name"),
            )
        case "thinking":
            return Thinking(
                _string(data, "thinking", where),
                str(data.get("signature", "")),
                _rest(data, "thinking", "signature"),
            )
        case str():
            return Opaque(data)
        case other:
            raise MessageError(f"{where}.type: a content block needs a type, not {other!r}")


def message_from_api(raw: object, where: str = "message") -> Message:
    data = _object(raw, where)
    role = data.get("role")
    if role not in ("user", "assistant", "system"):
        raise MessageError(f"{where}.role: must be 'user' or 'assistant', not {role!r}")
    content = data.get("content")
    if isinstance(content, str):
        return Message(role, (Text(content),))
    if not isinstance(content, Sequence) or isinstance(content, bytes):
        raise MessageError(f"{where}.content: must be a string or a list of content blocks")
    blocks = tuple(block_from_api(block, f"{where}.content.{index}") for index, block in enumerate(content))
    return Message(role, blocks)


def _toolset(name: str | None) -> dict[str, Any]:
    return {} if name is None else {"toolset_name": name}


def _rest(data: Mapping[str, Any], *known: str) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "type" and key not in known}


def _object(raw: object, where: str) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        raise MessageError(f"{where}: must be an object, not {type(raw).__name__}")
    return {str(key): value for key, value in raw.items()}


def _string(data: Mapping[str, Any], key: str, where: str) -> str:
    value = data.get(key)
    if not isinstance(value, str):
        raise MessageError(f"{where}.{key}: must be a string")
    return value


def _optional_string(data: Mapping[str, Any], key: str, where: str) -> str | None:
    return None if data.get(key) is None else _string(data, key, where)


def _image(data: Mapping[str, Any], where: str) -> Block:
    source = _object(data.get("source"), f"{where}.source")
    if source.get("type") != "base64":
        return Opaque(data)  # a URL or a file id: the provider fetches it, not we
    media_type = source.get("media_type")
    if media_type not in MEDIA_TYPES:
        raise MessageError(f"{where}.source.media_type: must be one of {', '.join(MEDIA_TYPES)}, not {media_type!r}")
    try:
        decoded = base64.b64decode(_string(source, "data", f"{where}.source"), validate=True)
    except binascii.Error as error:
        raise MessageError(f"{where}.source.data: is not base64 ({error})") from None
    return Image(decoded, media_type, _rest(data, "source"))


def _result_content(raw: object, where: str) -> tuple[Text | Image, ...]:
    if raw is None:
        return ()
    if isinstance(raw, str):
        return (Text(raw),) if raw else ()
    if not isinstance(raw, Sequence) or isinstance(raw, bytes):
        raise MessageError(f"{where}: must be a string or a list of text and image blocks")
    parts: list[Text | Image] = []
    for index, item in enumerate(raw):
        block = block_from_api(item, f"{where}.{index}")
        if not isinstance(block, Text | Image):
            raise MessageError(f"{where}.{index}: a tool result holds text and image blocks only")
        parts.append(block)
    return tuple(parts)
