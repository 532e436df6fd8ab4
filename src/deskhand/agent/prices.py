"""What a reply costs. Prices are facts with a date: an unknown model has no price, rather than a guessed one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.messages import Image, Usage
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
_DATED = r"(-latest|[-@]20\d{6}.*|-v\d.*)?$"
_PATTERNS = tuple((re.compile(f"claude-{pattern}{_DATED}"), price) for pattern, price in _TABLE)

_HAIKU_5_5 = re.compile(f"claude-haiku-5-5{_DATED}")
_HAIKU_SHORT = Price(0.10, 0.50, 0.125, 0.01)
_HAIKU_LONG = Price(0.50, 2.50, 0.625, 0.05)
_HAIKU_TURN = 100_000
"""Prompt tokens above which the whole request has the higher price."""


def price_of(model: str, prompt_tokens: int = 0) -> Price | None:
    """The price of a model id, with or without its date; None when the table does not have it.

    The clouds' own names are understood (``us.anthropic.claude-…-v1:0``, ``bedrock:…``), at the provider's own prices;
    behind an address of another's (``claude-…@http…``) there is none that we know.
    """
    if "@http" in model:
        return None
    name = model[max(model.find("claude-"), 0) :]
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


_PNG = b"\x89PNG\r\n\x1a\n"
_UNKNOWN_IMAGE = 1568


def image_tokens(image: Image) -> int:
    """One token per patch of 28×28 pixels, by the PNG's own header."""
    if not image.data.startswith(_PNG) or len(image.data) < 24:
        return _UNKNOWN_IMAGE
    width, height = int.from_bytes(image.data[16:20], "big"), int.from_bytes(image.data[20:24], "big")
    return sizing.tokens(Size(max(1, width), max(1, height)))
