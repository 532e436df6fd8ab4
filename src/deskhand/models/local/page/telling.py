# ruff: noqa: E501 - a pattern is read more easily in one line
"""What words tell of a thing: its name, kind, shape, colour, number in a row, place, and whether only its border is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from deskhand.models.local.page.sheet import Kind
from deskhand.models.local.page.words import COLOURS, ordinal, quoted
from deskhand.screen.geometry import Rect
from deskhand.vision.regions import Shape

_KINDS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (r"check ?box(?:es)?|tick ?box(?:es)?", ("checkbox",)),
    (r"radio(?: button)?s?", ("radio",)),
    (r"(?:text|input|number|search)[ -]?(?:box(?:es)?|fields?|areas?|inputs?)|inputs?|fields?", ("field", "area")),
    (r"drop-?down(?: list)?s?|combo ?box(?:es)?|select(?:ion)? (?:box|list)", ("select", "field")),
    (r"buttons?|keys?|tabs?", ("button",)),
)
SHAPES: tuple[tuple[str, tuple[Shape, ...]], ...] = (
    (r"circles?|dots?|points?|discs?|balls?|bubbles?|balloons?", ("circle", "other")),
    (r"triangles?|arrows?|arrow ?heads?", ("triangle",)),
    (r"squares?", ("rectangle",)),
    (r"slots?|places?|holes?|targets?", ("rectangle", "circle", "triangle", "other")),
    (
        r"rectangles?|boxes|box|containers?|tiles?|blocks?|cells?|bars?|cards?|buttons?|panels?",
        ("rectangle", "other"),
    ),
    (
        r"shapes?|figures?|objects?|things?|items?|ones?|patch(?:es)?|swatch(?:es)?|areas?|colou?rs?|stars?|icons?|diamonds?",
        ("rectangle", "circle", "triangle", "other"),
    ),
)
_PLACES: tuple[tuple[str, Callable[[Rect], float]], ...] = (
    (
        r"left-?most|(?:on|at|to) the (?:far )?left|furthest (?:to the )?left|left(?:-hand)?(?! of)",
        lambda box: box.center.x,
    ),
    (
        r"right-?most|(?:on|at|to) the (?:far )?right|furthest (?:to the )?right|right(?:-hand)?(?! of)",
        lambda box: -box.center.x,
    ),
    (r"top-?most|upper(?:most)?|highest|(?:at|on) the (?:very )?top|top", lambda box: box.center.y),
    (r"bottom-?most|lower(?:most)?|lowest|(?:at|on) the (?:very )?bottom|bottom", lambda box: -box.center.y),
    (r"largest|biggest|(?:larger|bigger)|widest|tallest", lambda box: -box.area),
    (r"smallest|tiniest|smaller|narrowest|shortest", lambda box: box.area),
)
BESIDE = re.compile(
    r"\b(?:(?:that|which) (?:is|are|lies|stands|sits) )?(?:(?:lying|placed|located|standing|directly|just|right|immediately) )*(?P<how>below|under(?:neath)?|beneath|above|over|on top of|(?:to the )?(?:immediate )?left of|"
    r"(?:to the )?(?:immediate )?right of|next to|beside|near(?:est)?(?: to)?|closest to|inside|within|in)\s+(?P<other>.+)$",
    re.IGNORECASE,
)
_HOLLOW = re.compile(
    r"\b(?:hollow|frames?|rings?|outlined?|unfilled|empty|not (?:filled|solid)|un-?colou?red|only an? (?:border|outline))\b",
    re.IGNORECASE,
)
_FULL = re.compile(r"\b(?:solid|filled(?:[- ]in)?)\b", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:slots?|holes?|places?|containers?|targets?)\b", re.IGNORECASE)
"""What something is put into: drawn as a border with nothing in it."""
IT = re.compile(
    r"(?:on\s+)?(?:it|that|this|them|that one|there|(?:its|that|this) (?:card|tile|row|entry|item|line|box|chip|tag|note|ticket))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:on|at|to|onto|into|over|upon)?\s*(?:the|a|an|any|this|that|one of the|some)\s+", re.IGNORECASE
)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    """What words tell of a thing."""

    names: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    shapes: tuple[Shape, ...] = ()
    colour: str = ""
    nth: int | None = None
    order: tuple[Callable[[Rect], float], ...] = ()
    hollow: bool | None = None
    """Whether only its border is drawn; None when nothing is said of it."""
    rest: str = ""
    """The words without all that: a name, if any is left."""


def said(words: str) -> Said:
    """What ``words`` tell; what stands in quotation marks is a name and nothing else."""
    names = tuple(quoted(words))
    text = re.sub(r"\"[^\"]*\"", " ", words)
    text = _ARTICLE.sub("", text.strip(" .,"))
    hollow = True if _HOLLOW.search(text) or _PLACED.search(text) else False if _FULL.search(text) else None
    kinds, text = _taken(text, _KINDS)
    shapes, text = ((), text) if kinds else _taken(text, SHAPES)
    if kinds == ("button",):
        shapes = ()
    colour = next((name for name in COLOURS if re.search(rf"\b{name}\b", text, re.I)), "")
    if colour:
        text = re.sub(rf"\b{colour}(?:-colou?red)?\b", " ", text, flags=re.I)
    if shapes:
        text = _FULL.sub(" ", _HOLLOW.sub(" ", text))
    nth = ordinal(text)
    text = (
        re.sub(
            r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)\b",
            " ",
            text,
            flags=re.I,
        )
        if nth
        else text
    )
    order: list[Callable[[Rect], float]] = []
    for pattern, key in _PLACES:
        if re.search(rf"\b(?:{pattern})\b", text, re.I):
            order.append(key)
            text = re.sub(rf"\b(?:{pattern})\b", " ", text, flags=re.I)
    text = re.sub(
        r"\b(?:called|named|labell?ed|with (?:the|an?) (?:text|name|label|word|number|letter|digit|title)|that says|saying|reading|the|corner|from|of|colou?red|letters?|words?|numbers?|files?|text)\b",
        " ",
        text,
        flags=re.I,
    )
    return Said(
        names, kinds, shapes, colour.lower(), nth, tuple(order), hollow, re.sub(r"\s+", " ", text).strip(" .,-")
    )


def _taken(text: str, table: Sequence[tuple[str, tuple[T, ...]]]) -> tuple[tuple[T, ...], str]:
    for pattern, value in table:
        if re.search(rf"\b(?:{pattern})\b", text, re.I):
            return value, re.sub(rf"\b(?:{pattern})\b", " ", text, count=1, flags=re.I)
    return (), text


def tells_place(words: str) -> bool:
    """Whether the thing is told by what it stands beside: "the button below “Lima”"."""
    outside = re.sub(r"\"[^\"]*\"", lambda quote: "\x00" * len(quote[0]), words)
    found = BESIDE.search(outside)
    return found is not None and found.start() > 0 and found["how"].lower() not in ("in", "inside", "within")


def is_it(words: str) -> bool:
    return IT.fullmatch(words.strip(" .")) is not None
