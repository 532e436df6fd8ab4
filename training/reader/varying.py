"""New wishes made of those that were written: the rows stay true.

Arguments are exchanged, several wishes are said in one breath, a program is named before or a saving asked for after,
quotes come and go, and what belongs to no act is taken from another wish or left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

import names
from dressing import dressed, inserted
from examples import Example, filled, outermost, spans
from moving import moved

from deskhand.models.local.understand.pointing.symbols import DO, DONE, LIMIT, NUMBERS, Row, Span

JOINTS: Mapping[str, tuple[str, ...]] = {
    "en": (". Then ", ", then ", " and ", ". ", " and then ", ". After that, ", ", also ", "; ", ", "),
    "ja": ("。それから", "、それから", "。", "。あと、", "、あと", "。次に", "。そのあと、", "。終わったら", "、"),
}
_SWAPPED, _LOWER, _BARE = 0.35, 0.08, 0.3
"""How often an argument is another one, capitals are small, the last full stop is missing."""
_JOINED, _OPENED, _ENDED, _ASIDES, _SHORN, _QUOTED, _UNQUOTED = 0.14, 0.1, 0.08, 0.12, 0.05, 0.05, 0.15
"""How often two wishes are one, one begins with a program's name or ends with another's last act, has another's first
or last words that belong to no act, loses such words, or an argument gets quotes or loses them."""
_MADE_UP, _ELSEWHERE = 0.4, {"ja": 0.25, "en": 0.06}
"""The share of exchanged names that nobody has heard, or that come from wishes in the other language."""
_NAMES = frozenset(("program", "file", "folder", "archive", "address", "name", "text", "old", "new"))
_QUOTABLE = _NAMES | {"target", "option", "what", "to"}
_QUOTES: Mapping[str, tuple[str, ...]] = {"en": ("“”", '""', "''", "‘’"), "ja": ("「」", "「」", "『』", "“”", '""')}
_PAIRS = frozenset(pair for pairs in _QUOTES.values() for pair in pairs)
_MOST_SWAPS = 4
_LONGEST = {"en": 230, "ja": 110}
_ENDINGS = frozenset(("save", "close", "print", "export", "tell", "undo", "close_all"))
_OPENINGS = frozenset(("open_program", "switch_to"))


@dataclass(frozen=True, slots=True)
class Pool:
    """What can be put in: the arguments of each slot of each act, beginnings and endings of wishes."""

    examples: Sequence[Example]
    held: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    openings: dict[str, list[Example]] = field(default_factory=dict)
    endings: dict[str, list[Example]] = field(default_factory=dict)
    before: dict[str, list[str]] = field(default_factory=dict)
    after: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, examples: Sequence[Example]) -> Pool:
        pool = cls(examples)
        for example in examples:
            language = example.language
            for act, slot, (start, end) in filled(example.row):
                pool.held.setdefault((language, act, slot), []).append(example.text[start:end])
            if example.row[0] != DO or not (places := spans(example.row)):
                continue
            first, last = min(start for start, _ in places), max(end for _, end in places)
            if 0 < first < 60:
                pool.before.setdefault(language, []).append(example.text[:first])
            if 2 < len(example.text) - last < 60:
                pool.after.setdefault(language, []).append(example.text[last:])
            if opening := _opening(example):
                pool.openings.setdefault(language, []).append(opening)
            if ending := _ending(example):
                pool.endings.setdefault(language, []).append(ending)
        return pool


def varied(example: Example, pool: Pool, random: Random) -> Example:
    """The example, or one made of it."""
    given, language = example, example.language
    if example.row[0] == DO:
        if random.random() < _JOINED:
            example = _after(example, random.choice(pool.examples), random)
        if random.random() < _ENDED and (endings := pool.endings.get(language)):
            example = _after(example, random.choice(endings), random)
        if random.random() < _OPENED and not _names_program(example) and (openings := pool.openings.get(language)):
            example = joined(random.choice(openings), example, "")
        example = _asides(example, pool, random)
    example = swapped(moved(example, random), pool, random)
    example = dressed(quoted(example, random), random)
    text = example.text
    if random.random() < _LOWER and len(text.lower()) == len(text):
        text = text.lower()
    if random.random() < _BARE and text[-1] in ".。" and all(end < len(text) for _, end in spans(example.row)):
        text = text[:-1]
    whole = all(start < end for start, end in spans(example.row))
    return Example(text, language, example.row) if whole else given


def _names_program(example: Example) -> bool:
    return any(slot == "program" for _, slot, _ in filled(example.row))


def _after(first: Example, second: Example, random: Random) -> Example:
    """``second`` said after ``first``, or ``first`` alone where they do not go together."""
    text = first.text.rstrip(" .。、,")
    if second.row[0] != DO or second.language != first.language or any(end > len(text) for _, end in spans(first.row)):
        return first
    said = second.text.lstrip(" 、,;")
    if len(text) + len(said) > _LONGEST[first.language]:
        return first
    gone = len(second.text) - len(said)
    second = Example(said, second.language, _moved(second.row, lambda at: max(at - gone, 0)))
    if re.match(r"and\b|then\b", said):
        return joined(Example(text, first.language, first.row), second, " ")
    joint = random.choice(JOINTS[first.language])
    if joint[-1] == " " and not joint.endswith(". ") and len(said[:1].lower()) == 1:
        second = Example(said[:1].lower() + said[1:], second.language, second.row)
    return joined(Example(text, first.language, first.row), second, joint)


def joined(first: Example, second: Example, joint: str) -> Example:
    """Both in one, ``joint`` between them."""
    text = first.text + joint
    count = len(outermost(first.row))
    later: Row = []
    for before, symbol in zip([DO, *second.row], second.row, strict=False):
        if isinstance(symbol, tuple):
            later.append((symbol[0] + len(text), symbol[1] + len(text)))
        elif isinstance(before, str) and before.endswith("@"):
            later.append(NUMBERS[min(int(symbol) + count, 9)])
        else:
            later.append(symbol)
    return Example(text + second.text, first.language, [*first.row[:-1], *later[1:-1], DONE])


def _opening(example: Example) -> Example | None:
    """The beginning of a wish that only names its program: “In Pluma, ”."""
    acts = outermost(example.row)
    if len(acts) < 2 or acts[0][0] not in _OPENINGS:
        return None
    own, rest = example.row[1 : acts[1][1]], example.row[acts[1][1] : -1]
    end = min(start for start, _ in spans(rest))
    if not spans(own) or max(end for _, end in spans(own)) > end or end > 40 or any(_refers(part) for part in rest):
        return None
    return Example(example.text[:end], example.language, [DO, *own, DONE])


def _ending(example: Example) -> Example | None:
    """The end of a wish that saves, closes or tells: “ and save it as b.txt”."""
    acts = outermost(example.row)
    if len(acts) < 2 or acts[-1][0] not in _ENDINGS:
        return None
    own, rest = example.row[acts[-1][1] : -1], example.row[1 : acts[-1][1]]
    start = max(end for _, end in spans(rest))
    if min(start for start, _ in spans(own)) < start or any(_refers(part) for part in own):
        return None
    return Example(example.text[start:], example.language, [DO, *_moved(own, lambda at: at - start), DONE])


def _refers(part: str | Span) -> bool:
    return isinstance(part, str) and part.endswith("@")


def _asides(example: Example, pool: Pool, random: Random) -> Example:
    """What belongs to no act at the beginning or the end is another's, or some of it is gone."""
    places = spans(example.row)
    first, last = min(start for start, _ in places), max(end for _, end in places)
    if random.random() < _ASIDES and (words := pool.after.get(example.language)) and len(example.text) - last < 3:
        example = _with(example, (last, len(example.text)), random.choice(words), False)
    if random.random() < _ASIDES and (words := pool.before.get(example.language)) and first < 8:
        example = _with(example, (0, first), random.choice(words), False)
    if example.language == "en" and random.random() < _SHORN:
        for match in reversed(list(re.finditer(r"\S+ ", example.text))):
            start, end = match.span()
            if random.random() < 0.5 and not any(s < end and e > start for s, e in spans(example.row)):
                example = _with(example, (start, end), "", False)
    return example


def swapped(example: Example, pool: Pool, random: Random) -> Example:
    """Some arguments are others of the same slot."""
    swaps = 0
    for act, slot, _ in list(filled(example.row)):
        if slot in (LIMIT, "condition") or random.random() > _SWAPPED or swaps == _MOST_SWAPS:
            continue
        places = [span for a, s, span in filled(example.row) if (a, s) == (act, slot)]
        span = random.choice(places)
        if words := _another(example.text[slice(*span)], act, slot, example.language, pool, random):
            example = _with(example, span, words)
            swaps += 1
    return example


def _another(words: str, act: str, slot: str, language: str, pool: Pool, random: Random) -> str | None:
    if random.random() < _MADE_UP:
        made = names.program(language, random) if slot == "program" else names.file(words, language, random)
        if made is None and slot == "folder" and re.fullmatch(r"[\w-]+", words):
            made = names.stem(language, random)
        if made:
            return made
    other = {"en": "ja", "ja": "en"}[language]
    if slot in _NAMES and random.random() < _ELSEWHERE[language]:
        language = other
    choices = pool.held.get((language, act, slot), ())
    return random.choice(choices) if len(choices) > 3 else None


def quoted(example: Example, random: Random) -> Example:
    """Quotes come or go about some arguments."""
    for _, slot, _ in list(filled(example.row)):
        if slot not in _QUOTABLE or random.random() > _QUOTED + _UNQUOTED:
            continue
        places = [span for _, s, span in filled(example.row) if s == slot]
        start, end = random.choice(places)
        about = example.text[start - 1 : start] + example.text[end : end + 1] if start else ""
        if about in _PAIRS and random.random() < 0.75:
            cut = example.text[: start - 1] + example.text[start:end] + example.text[end + 1 :]
            row = _moved(example.row, lambda at, s=start, e=end: at - (at >= s) - (at > e))
            example = Example(cut, example.language, row)
        elif about not in _PAIRS and random.random() < 0.25:
            left, right = random.choice(_QUOTES[example.language])
            example = inserted(inserted(example, end, right), start, left)
    return example


def _moved(row: Row, to: Callable[[int], int]) -> Row:
    return [part if isinstance(part, str) else (to(part[0]), to(part[1])) for part in row]


def _with(example: Example, span: Span, words: str, within: bool = True) -> Example:
    """The example with ``words`` there. ``within``: what is there is an argument, and grows with what it is part of."""
    start, end = span
    longer = len(words) - (end - start)
    moved: Row = []
    for symbol in example.row:
        if isinstance(symbol, str):
            moved.append(symbol)
        elif symbol[0] >= end:
            moved.append((symbol[0] + longer, symbol[1] + longer))
        elif symbol[0] <= start and symbol[1] >= end and within:
            moved.append((symbol[0], symbol[1] + longer))
        elif symbol[1] <= start:
            moved.append(symbol)
        else:  # it stands half or wholly within what would go
            return example
    return Example(example.text[:start] + words + example.text[end:], example.language, moved)
