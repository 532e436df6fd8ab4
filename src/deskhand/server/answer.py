"""From a model's reply to the message that goes over the wire: always the full shape, cut where the request says so.

The SDKs parse a message with missing fields without complaint, and their users then meet a None somewhere else.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from deskhand.messages import Block, StopReason, Text, Thinking, ToolUse, Usage, block_to_api
from deskhand.models.interface import Reply
from deskhand.server.tokens import output_tokens, text_tokens

_WORD = re.compile(r"\s*\S+|\s+")


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left of a reply, and why it ends where it does."""

    content: tuple[Block, ...]
    stop_reason: StopReason
    stop_sequence: str | None = None


def new_id(prefix: str) -> str:
    """``msg_01…``, ``req_01…``: unique, in the alphabet that clients expect."""
    return f"{prefix}_01{secrets.token_hex(11)}"


def as_message(reply: Reply, stops: Sequence[str], max_tokens: int, prompt_tokens: int) -> dict[str, Any]:
    """The message as JSON."""
    cut = shorten(stop_at(Cut(reply.content, reply.stop_reason), stops), max_tokens)
    usage = reply.usage
    if usage == Usage():
        usage = Usage(prompt_tokens, output_tokens(cut.content) if cut.content else 0)
    return message(cut, usage, reply.model)


def message(cut: Cut, usage: Usage, model: str) -> dict[str, Any]:
    return {
        "id": new_id("msg"),
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [_wire(block) for block in cut.content],
        "stop_reason": cut.stop_reason,
        "stop_sequence": cut.stop_sequence,
        "usage": usage_to_api(usage),
    }


def usage_to_api(usage: Usage) -> dict[str, Any]:
    return {
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "cache_creation_input_tokens": usage.cache_write_tokens,
        "cache_read_input_tokens": usage.cache_read_tokens,
        "cache_creation": {"ephemeral_5m_input_tokens": usage.cache_write_tokens, "ephemeral_1h_input_tokens": 0},
        "service_tier": "standard",
    }


def stop_at(cut: Cut, stops: Sequence[str]) -> Cut:
    """Ends before the first stop sequence in the model's text. What would have come after it was never said."""
    if not stops:
        return cut
    kept: list[Block] = []
    for block in cut.content:
        if isinstance(block, Text):
            found = [(at, stop) for stop in stops if (at := block.text.find(stop)) >= 0]
            if found:
                at, stop = min(found, key=lambda entry: (entry[0], -len(entry[1])))
                if block.text[:at]:
                    kept.append(replace(block, text=block.text[:at]))
                return Cut(tuple(kept), "stop_sequence", stop)
        kept.append(block)
    return cut


def shorten(cut: Cut, max_tokens: int) -> Cut:
    """At most so many tokens; a call that does not fit is left out whole, since half a call cannot be run."""
    left = max_tokens
    kept: list[Block] = []
    for block in cut.content:
        match block:
            case Text():
                if text_tokens(block.text) > left:
                    head = _head(block.text, left)
                    return Cut((*kept, replace(block, text=head)) if head else tuple(kept), "max_tokens")
                left -= text_tokens(block.text)
            case ToolUse() | Thinking():
                needed = output_tokens([block])
                if needed > left:
                    return Cut(tuple(kept), "max_tokens")
                left -= needed
            case _:
                pass
        kept.append(block)
    return cut


def _head(text: str, tokens: int) -> str:
    kept = ""
    for match in _WORD.finditer(text):
        tokens -= text_tokens(match.group())
        if tokens < 0:
            break
        kept += match.group()
    return kept.rstrip()


def _wire(block: Block) -> dict[str, Any]:
    wire = block_to_api(block)
    if isinstance(block, Text):
        wire.setdefault("citations", None)
    return wire
