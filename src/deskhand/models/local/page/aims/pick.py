# ruff: noqa: E501 - a pattern is read more easily in one line
"""Which entries of a page an aim means: by the words that tell them apart, by their looks, by their worth, by their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from deskhand.models.local.counted import at
from deskhand.models.local.page import predicates
from deskhand.models.local.page.aims.acts import acts_in
from deskhand.models.local.page.aims.hear import Aim, Most
from deskhand.models.local.page.aims.items import Item, bold_ones
from deskhand.models.local.page.aims.likeness import has, short_for, words
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import ordinal
from deskhand.vision.scene import TextLine

_UNREAD = re.compile(r"\bunread\b|\bnew (?:mail|message|e-?mail|notification)s?\b|未読|新着", re.IGNORECASE)
_READ = re.compile(r"(?<!as )\b(?:already )?read (?:mail|message|e-?mail|one)s?\b|(?<!に)既読の", re.IGNORECASE)
_PRICE = re.compile(r"(?:[¥￥$€£]\s?(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?)\s?(?:円|€|EUR|USD|kr|ドル))")
_GONE = re.compile(
    r"売り?切れ|完売|在庫なし|満席|品切れ|\b(?:sold out|out of stock|unavailable|fully booked)\b", re.IGNORECASE
)
_MEASURES = ("price", "date", "distance", "rating")
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
_NTH = re.compile(
    r"\b(?:the )?(\w+) (?:one|item|entry|row|result|card|message|mail|photo|option|line|product|article|video|song|task|question)\b",
    re.IGNORECASE,
)


def informative(aim: Aim, items: Sequence[Item], spoken: str | None = None) -> dict[str, list[int]]:
    """The words of the aim that some entries have and some have not, with these entries."""
    found: dict[str, list[int]] = {}
    for word in dict.fromkeys((*words(spoken or aim.said), *(word for quote in aim.quotes for word in words(quote)))):
        if not any(word in words(quote) for quote in aim.quotes) and set(acts_in(word)) & set(aim.acts):
            continue
        holders = [index for index, item in enumerate(items) if has(item.text, word) or short_for(item.text, word)]
        if holders and len(holders) < max(2, len(items)):
            found[word] = holders
    return found


def pick(sheet: Sheet, items: Sequence[Item], aim: Aim) -> list[Item]:
    """The entries that are meant, in the order of the page; none when nothing tells them apart."""
    pool = list(items)
    looked = False
    if _UNREAD.search(aim.said):
        pool, looked = bold_ones(sheet, _largest(pool)), True
    elif _READ.search(aim.said):
        both = _largest(pool)
        unread = bold_ones(sheet, both)
        pool, looked = [item for item in both if item not in unread], True
    if aim.most is not None:
        return _by_worth(sheet, pool, aim, aim.most)
    test = predicates.predicate(aim.said) if re.search(r"\d", aim.said) else None
    if test is not None:
        fits = [
            item
            for item in _largest(pool)
            if any(test(line.text) for line in item.lines if re.search(r"\d", line.text))
        ]
        if fits:
            pool, looked = fits, True
    telling = informative(aim, pool)
    scores = [0.0] * len(pool)
    for holders in telling.values():
        for index in holders:
            scores[index] += 1.0 + 1.0 / len(holders)
    top = max(scores, default=0.0)
    if top > 0:
        best = [item for item, score in zip(pool, scores, strict=True) if score >= top - 0.51]
        group = next(item.group for item, score in zip(pool, scores, strict=True) if score == top)
        return [item for item in best if item.group == group]
    if (nth := _nth(aim)) is not None:
        counted = at(_largest(pool), nth)
        return [] if counted is None else [counted]
    return pool if looked or (aim.every and pool and pool != list(items)) else []


def _nth(aim: Aim) -> int | None:
    found = _NTH.search(aim.said)
    return ordinal(found[1]) if found is not None else None


def _largest(items: Sequence[Item]) -> list[Item]:
    """The entries of the list that there is most of."""
    groups = {item.group for item in items}
    best = max(
        groups,
        key=lambda group: sum(len(item.lines) + len(item.things) for item in items if item.group == group),
        default=0,
    )
    return [item for item in items if item.group == best]


def _by_worth(sheet: Sheet, items: Sequence[Item], aim: Aim, most: Most) -> list[Item]:
    """The cheapest, the second newest: by the numbers that stand in each, of those that the other words fit."""
    head = _head(sheet, most.of)
    values = [(worth(item, most.of) if head is None else _under(item, head), item) for item in items]
    valued = [(value, item) for value, item in values if value is not None and not _GONE.search(item.text)]
    if len(valued) < 2:
        return []
    groups = {item.group for _, item in valued}
    main = max(groups, key=lambda group: sum(item.group == group for _, item in valued))
    valued = [pair for pair in valued if pair[1].group == main]
    if (test := _at_a_time(aim.said)) is not None:
        valued = [(value, item) for value, item in valued if any(test(told) for told in _times(item.text)[:1])]
        return (
            [min(valued, key=lambda pair: pair[0] if most.least else -pair[0])[1]] if valued and most.nth == 1 else []
        )
    telling = informative(aim, [item for _, item in valued])
    for holders in telling.values():
        if len(holders) > 1:
            valued = [valued[index] for index in holders if index < len(valued)]
            break
    order = sorted(valued, key=lambda pair: pair[0], reverse=not most.least)
    return [order[most.nth - 1][1]] if len(order) >= most.nth else []


def _at_a_time(said: str) -> Callable[[int], bool] | None:
    """“That leaves before 12:00” holds for what begins so: the first time of day that an entry names."""
    told = re.search(r"\b(?P<how>before|after|until|from|by) (?P<hour>\d{1,2}):(?P<minute>\d{2})", said)
    if told is None:
        return None
    limit = int(told["hour"]) * 60 + int(told["minute"])
    if told["how"] in ("after", "from"):
        return lambda minute: minute >= limit if told["how"] == "from" else minute > limit
    return lambda minute: minute < limit if told["how"] == "before" else minute <= limit


def _times(text: str) -> list[int]:
    return [int(hour) * 60 + int(minute) for hour, minute in re.findall(r"\b(\d{1,2}):(\d{2})\b", text)]


def _head(sheet: Sheet, of: str) -> TextLine | None:
    """The heading of the column that is compared."""
    asked = words(of)
    if not asked or of in _MEASURES:
        return None
    heads = [line for line in sheet.lines if len(line.text) < 20 and all(has(line.text, word) for word in asked)]
    heads = [line for line in heads if not re.search(r"\d", line.text)]
    return min(heads, key=lambda line: line.box.y, default=None)


def _under(item: Item, head: TextLine) -> float | None:
    """The number of an entry that stands under a heading."""
    for line in item.lines:
        if line.box.x < head.box.right + 10 and head.box.x - 10 < line.box.right and line.box.y > head.box.y:
            found = _NUMBER.search(unicodedata.normalize("NFKC", line.text))
            if found is not None:
                return float(found[0].replace(",", ""))
    return None


def worth(item: Item, of: str) -> float | None:
    """The number of an entry that is compared."""
    text = unicodedata.normalize("NFKC", item.text)
    if of == "price" and (found := _PRICE.search(text)) is not None:
        return float((found[1] or found[2]).replace(",", ""))
    if of and of not in _MEASURES:
        near = re.search(
            rf"(\d[\d,.]*)\s*{re.escape(of[:4])}|{re.escape(of[:4])}\w*\W+(\d[\d,.]*)", text, re.IGNORECASE
        )
        if near is not None:
            return float((near[1] or near[2]).replace(",", "").rstrip("."))
    numbers = [
        float(found.replace(",", ""))
        for line in item.lines
        if line is not item.name
        for found in _NUMBER.findall(unicodedata.normalize("NFKC", line.text))
    ]
    return numbers[0] if numbers else None
