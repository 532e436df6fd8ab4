"""Words of page instructions as values: quoted texts, ordinals, colours, numbers, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.vision.regions import Colour

COLOURS: dict[str, Colour] = {
    "red": (255, 0, 0),
    "green": (0, 128, 0),
    "lime": (0, 255, 0),
    "blue": (0, 0, 255),
    "aqua": (0, 255, 255),
    "cyan": (0, 255, 255),
    "black": (0, 0, 0),
    "white": (255, 255, 255),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "magenta": (255, 0, 255),
    "fuchsia": (255, 0, 255),
    "yellow": (255, 255, 0),
    "purple": (128, 0, 128),
    "orange": (255, 165, 0),
    "pink": (255, 192, 203),
    "brown": (165, 42, 42),
    "olive": (128, 128, 0),
    "navy": (0, 0, 128),
    "teal": (0, 128, 128),
    "maroon": (128, 0, 0),
    "silver": (192, 192, 192),
}

_WORDS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
)  # fmt: skip
_CARDINALS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\b|\b(" + "|".join(_WORDS[1:]) + r"|last)\b", re.IGNORECASE)
QUOTED = re.compile(r"[\"“”]([^\"“”]+)[\"“”]|(?<!\w)['‘’]([^'‘’]+)['‘’](?!\w)")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


def ordinal(text: str) -> int | None:
    """The first ordinal in ``text``: 3 for "3rd" and "third", −1 for "last"."""
    found = ORDINAL.search(text)
    if found is None:
        return None
    if found[1]:
        return int(found[1])
    word = found[2].lower()
    return -1 if word == "last" else _WORDS.index(word)


def number(text: str) -> int | None:
    """The first whole number, in digits or in a word."""
    digits = re.search(r"-?\d+", text)
    if digits:
        return int(digits[0])
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _CARDINALS:
            return _CARDINALS.index(word)
    return None


def listed_numbers(text: str) -> list[int]:
    """All whole numbers in ``text``."""
    return [int(found) for found in re.findall(r"-?\d+", text)]


def quoted(text: str) -> list[str]:
    """What stands in quotation marks, in order."""
    return [(match[1] or match[2]).strip() for match in QUOTED.finditer(text)]


def bare(text: str) -> str:
    """Without quotation marks and a full stop around it."""
    text = text.strip().rstrip(".").strip()
    inner = QUOTED.fullmatch(text)
    return (inner[1] or inner[2]).strip() if inner else text.strip("\"“”'‘’ ")


def colour_name(colour: Colour) -> str:
    """The name of the nearest colour that people name."""

    def far(name: str) -> float:
        return sum((a - b) ** 2 for a, b in zip(colour, COLOURS[name], strict=True))

    return min(COLOURS, key=far)


def nearest_colour(colour: Colour, names: list[str]) -> str:
    return min(names, key=lambda name: sum((a - b) ** 2 for a, b in zip(colour, COLOURS[name], strict=True)))


@dataclass(frozen=True, slots=True, order=True)
class Day:
    year: int
    month: int
    day: int


def day_of(text: str) -> Day | None:
    """A date written as 12/08/2016 (month first), 2016-12-08 or December 8, 2016."""
    if found := re.search(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        return Day(int(found[3]), int(found[1]), int(found[2]))
    if found := re.search(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        return Day(int(found[1]), int(found[2]), int(found[3]))
    pattern = rf"({'|'.join(MONTHS)})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})"
    if found := re.search(pattern, text.lower()):
        return Day(int(found[3]), MONTHS.index(found[1]) + 1, int(found[2]))
    pattern = rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({'|'.join(MONTHS)})\s*,?\s+(\d{{4}})"
    if found := re.search(pattern, text.lower()):
        return Day(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    return None
