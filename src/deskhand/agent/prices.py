"""What a reply costs. Prices are facts with a date: an unknown model has no price, rather than a guessed one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deskhand.messages import Image, Message, Text, ToolResult, Usage, block_to_api
from deskhand.screen import sizing
from deskhand.screen.geometry import Size

PRICES_OF = "2026-11-21"
"""When the table below was last compared with the published one."""


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens. Cache writes are those of the 5-minute cache, the only one we use."""

    input: float
    output: float
    cache_write: float
    cache_read: float


_OPUS_4_5_TO_5 = Price(5, 25, 6.25, 0.50)
_SONNET_4 = Price(3, 15, 3.75, 0.30)
_TABLE: tuple[tuple[str, Price], ...] = (
    (r"(fable|mythos)-5-1", Price(10, 50, 12.50, 0.25)),
    (r"(fable|mythos)-5", Price(10, 50, 12.50, 1.00)),
    (r"opus-5-5", Price(4, 20, 5, 0.20)),
    (r"opus-5", _OPUS_4_5_TO_5),
    (r"opus-4-[5678]", _OPUS_4_5_TO_5),
    (r"opus-4(-[01])?", Price(15, 75, 18.75, 1.50)),
    (r"sonnet-5-5", Price(2, 10, 2.50, 0.10)),
    (r"sonnet-5", Price(2, 10, 2.50, 0.20)),
    (r"sonnet-4(-[056])?", _SONNET_4),
    (r"haiku-4-5", Price(1, 5, 1.25, 0.10)),
    (r"3-7-sonnet", _SONNET_4),
    (r"3-5-sonnet", _SONNET_4),
    (r"3-5-haiku", Price(0.80, 4, 1, 0.08)),
)
_PATTERNS = tuple((re.compile(rf"claude-{pattern}(-latest|[-@]20\d{{6}}.*)?$"), price) for pattern, price in _TABLE)

_HAIKU_5_5 = re.compile(r"claude-haiku-5-5(-latest|[-@]20\d{6}.*)?$")
_HAIKU_SHORT = Price(0.10, 0.50, 0.125, 0.01)
_HAIKU_LONG = Price(0.50, 2.50, 0.625, 0.05)
_HAIKU_TURN = 100_000
"""Prompt tokens above which the whole request has the higher price."""


def price_of(model: str, prompt_tokens: int = 0) -> Price | None:
    """The price of a model id, with or without its date; None when the table does not have it."""
    name = model.rsplit("/", 1)[-1].removeprefix("us.").removeprefix("anthropic.")
    if _HAIKU_5_5.match(name):
        return _HAIKU_LONG if prompt_tokens > _HAIKU_TURN else _HAIKU_SHORT
    return next((price for pattern, price in _PATTERNS if pattern.match(name)), None)


def cost(model: str, usage: Usage) -> float | None:
    """US dollars of one reply; None where there is no price: the embedded model, an unknown one."""
    price = price_of(model, usage.prompt_tokens)
    if price is None:
        return None
    return (
        usage.input_tokens * price.input
        + usage.output_tokens * price.output
        + usage.cache_write_tokens * price.cache_write
        + usage.cache_read_tokens * price.cache_read
    ) / 1e6


def forecast(model: str, messages: Sequence[Message], tools: Sequence[Mapping[str, Any]], system: str) -> float | None:
    """About what a request will cost that is not sent yet, nothing of it being cached: for the first step of a run."""
    tokens = _prompt_tokens(messages, tools, system)
    return cost(model, Usage(input_tokens=tokens, output_tokens=_USUAL_REPLY))


_USUAL_REPLY = 400
_CHARACTERS_PER_TOKEN = 3.0
"""On the cautious side: English has about four, code and Japanese fewer."""
_OVERHEAD: Mapping[str, int] = {  # tokens by the documentation, the hidden system prompt included for the computer
    "computer_20241022": 466 + 683,
    "computer_20250124": 499 + 735,
    "computer_20251124": 499 + 735,
    "computer_toolset_20260801": 4590,
    "bash_20241022": 245,
    "bash_20250124": 325,
    "text_editor_20241022": 700,
    "text_editor_20250124": 700,
    "text_editor_20250429": 700,
    "text_editor_20250728": 700,
}


def _prompt_tokens(messages: Sequence[Message], tools: Sequence[Mapping[str, Any]], system: str) -> int:
    characters, tokens = len(system), 0
    for tool in tools:
        overhead = _OVERHEAD.get(str(tool.get("type", "")))
        if overhead is None:
            characters += len(json.dumps(tool, ensure_ascii=False, default=str))
        else:
            tokens += overhead
    for message in messages:
        for block in message.content:
            match block:
                case Text():
                    characters += len(block.text)
                case Image():
                    tokens += image_tokens(block)
                case ToolResult():
                    characters += len(block.text)
                    tokens += sum(image_tokens(image) for image in block.images)
                case _:
                    characters += len(json.dumps(block_to_api(block), ensure_ascii=False, default=str))
    return tokens + round(characters / _CHARACTERS_PER_TOKEN)


_PNG = b"\x89PNG\r\n\x1a\n"
_UNKNOWN_IMAGE = 1568


def image_tokens(image: Image) -> int:
    """One token per patch of 28×28 pixels, by the PNG's own header."""
    if not image.data.startswith(_PNG) or len(image.data) < 24:
        return _UNKNOWN_IMAGE
    width, height = int.from_bytes(image.data[16:20], "big"), int.from_bytes(image.data[20:24], "big")
    return sizing.tokens(Size(max(1, width), max(1, height)))
