"""One request to `/v1/messages`, checked: what a handler may rely on, or a 400 that names the field at fault.

Unknown optional keys are ignored, since every SDK version brings new ones; only ``thread`` is not, because a server
that ignores it loses the conversation: the SDK then sends nothing but the newest message.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from deskhand.messages import Message, MessageError, message_from_api
from deskhand.screen.geometry import Size
from deskhand.server.errors import ApiError, invalid
from deskhand.server.offers import Choice, Offer, check_choice, check_tools
from deskhand.server.pictures import check_images
from deskhand.server.turns import check_turns

MAX_MESSAGES = 100_000
MAX_STOPS = 8192
_NOTED = ("document", "search_result", "tool_reference")
"""Blocks of a tool result that no model here reads; they become a note, so that the result still counts as answered."""


@dataclass(frozen=True, slots=True)
class MessagesRequest:
    model: str
    max_tokens: int
    messages: tuple[Message, ...]
    offer: Offer
    choice: Choice
    system: str
    stream: bool
    stop_sequences: tuple[str, ...]
    pictures: tuple[Size, ...]
    """The sizes of all pictures in the messages."""


def parse_request(body: Mapping[str, Any], *, counting: bool = False) -> MessagesRequest:
    """``counting``: for count_tokens, which needs no ``max_tokens`` and takes unfinished conversations."""
    refuse_threads(body)
    model = _model(body)
    max_tokens = 1 if counting else _max_tokens(body)
    messages = _messages(body)
    offer = check_tools(body.get("tools"), model)
    choice = check_choice(body.get("tool_choice"), offer, _thinks(body))
    if not counting:
        check_turns(messages)
    _check_numbers(body)
    return MessagesRequest(
        model,
        max_tokens,
        messages,
        offer,
        choice,
        _system(body),
        _flag(body, "stream"),
        _stops(body),
        tuple(check_images(messages)),
    )


def refuse_threads(body: Mapping[str, Any]) -> None:
    """Conversations kept by the server: refused with the code on which the SDK sends the whole one instead."""
    if body.get("thread") is not None:
        raise invalid(
            "thread: this server keeps no conversations; send all messages with each request",
            code="thread_unsupported_request",
            details={"unsupported": ["thread"]},
        )


def _model(body: Mapping[str, Any]) -> str:
    model = body.get("model")
    if model is None:
        raise invalid("model: Field required")
    if not isinstance(model, str) or not model.strip():
        raise invalid("model: must be a non-empty string")
    if len(model) > 256:
        raise invalid("model: must have at most 256 characters")
    return model


def _max_tokens(body: Mapping[str, Any]) -> int:
    value = body.get("max_tokens")
    if value is None:
        raise invalid("max_tokens: Field required")
    if isinstance(value, bool) or not isinstance(value, int):
        raise invalid("max_tokens: must be a whole number")
    if value < 0:
        raise invalid("max_tokens: must be at least 0")
    return value


def _messages(body: Mapping[str, Any]) -> tuple[Message, ...]:
    raw = body.get("messages")
    if raw is None:
        raise invalid("messages: Field required")
    if not isinstance(raw, list):
        raise invalid("messages: must be a list of messages")
    if not raw:
        raise invalid("messages: at least one message is required")
    if len(raw) > MAX_MESSAGES:
        raise invalid(f"messages: at most {MAX_MESSAGES:,} messages are taken")
    try:
        return tuple(message_from_api(_readable(entry), f"messages.{index}") for index, entry in enumerate(raw))
    except MessageError as error:
        raise invalid(str(error)) from None


def _readable(message: object) -> object:
    """The message, with what no model here reads turned into notes."""
    if not isinstance(message, dict) or not isinstance(message.get("content"), list):
        return message
    return {**message, "content": [_readable_block(block) for block in message["content"]]}


def _readable_block(block: object) -> object:
    if not isinstance(block, dict) or block.get("type") != "tool_result" or not isinstance(block.get("content"), list):
        return block
    parts = [
        {"type": "text", "text": f"[{part['type']}]"} if isinstance(part, dict) and part.get("type") in _NOTED else part
        for part in block["content"]
    ]
    return {**block, "content": parts}


def _system(body: Mapping[str, Any]) -> str:
    system = body.get("system")
    match system:
        case None:
            return ""
        case str():
            return system
        case list():
            texts: list[str] = []
            for index, block in enumerate(system):
                if not isinstance(block, dict) or block.get("type") != "text" or not isinstance(block.get("text"), str):
                    raise invalid(f"system.{index}: must be a text block")
                texts.append(block["text"])
            return "\n\n".join(texts)
        case _:
            raise invalid("system: must be a string or a list of text blocks")


def _stops(body: Mapping[str, Any]) -> tuple[str, ...]:
    stops = body.get("stop_sequences")
    if stops is None:
        return ()
    if not isinstance(stops, list) or not all(isinstance(stop, str) for stop in stops):
        raise invalid("stop_sequences: must be a list of strings")
    if len(stops) > MAX_STOPS:
        raise invalid(f"stop_sequences: at most {MAX_STOPS:,} are taken")
    for index, stop in enumerate(stops):
        if not stop.strip():
            raise invalid(f"stop_sequences.{index}: each stop sequence must contain non-whitespace")
    return tuple(stops)


def _flag(body: Mapping[str, Any], key: str) -> bool:
    value = body.get(key)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise invalid(f"{key}: must be true or false")
    return value


def _thinks(body: Mapping[str, Any]) -> bool:
    """Whether thinking with a budget is asked for; forced tool use does not go with it."""
    thinking = body.get("thinking")
    if thinking is None:
        return False
    kind = thinking.get("type") if isinstance(thinking, dict) else None
    if kind not in ("enabled", "disabled", "adaptive", "between_tools"):
        raise invalid("thinking.type: must be one of enabled, disabled, adaptive, between_tools")
    if kind != "enabled":
        return False
    budget = thinking.get("budget_tokens")
    if isinstance(budget, bool) or not isinstance(budget, int) or budget < 1024:
        raise invalid("thinking.enabled.budget_tokens: must be a whole number of at least 1024")
    limit = body.get("max_tokens")
    if isinstance(limit, int) and budget >= limit:
        raise invalid("max_tokens: must be greater than thinking.budget_tokens")
    return True


def _check_numbers(body: Mapping[str, Any]) -> None:
    """What older API versions have; taken and without effect, but not when it is nonsense."""
    for key, most in (("temperature", 1.0), ("top_p", 1.0), ("top_k", float("inf"))):
        value = body.get(key)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
            least = "a number of at least 0" if key == "top_k" else "a number from 0 to 1"
            raise invalid(f"{key}: must be {least}")
    metadata = body.get("metadata")
    if metadata is not None and not isinstance(metadata, dict):
        raise invalid("metadata: must be an object")


def known_model(name: str) -> bool:
    """Names under which the model here answers: its own, and whatever a program written for Claude says."""
    low = name.lower()
    return low == "local" or low.startswith("deskhand") or "claude" in low


def require_known(name: str) -> None:
    if not known_model(name):
        raise ApiError(404, f"model: there is no model {name[:80]!r} here; use local, or leave your claude-… as it is")
