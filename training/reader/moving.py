"""Where a program is named, and what shall stay as it is: said elsewhere in a wish, or besides.

Of the wishes that name their program nine in ten Japanese ones do it first (「Plumaで、…」), while of 120 wordings of
desktop tasks every third one did it later (「yotei.md の…を、ReText で…」), and of those half were not believed. Every
tenth ended with what is not to be touched, which one wish in a hundred has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from random import Random

from dressing import inserted
from examples import Example, outermost, spans

from deskhand.models.local.understand.acts.form import ACTS, LIMIT
from deskhand.models.local.understand.pointing.symbols import CLOSE, DO, POINTING, Row, Span, slot_of

_MOVED, _KEPT = 0.6, 0.05
_FIRST = {
    "en": re.compile(r"(?P<lead>(?:in|with|using|inside|open|start)\s+(?:the\s+)?)?(?P<gap>,? |: )", re.I),
    "ja": re.compile(r"(?P<lead>)(?P<gap>\s?(?:で|を使って|を使い|を開いて|の中で)、?\s?|[:：])"),
}
_LATER: Mapping[str, tuple[str, ...]] = {
    "en": (" in {P}", " with {P}", " using {P}", ", using {P}", " in the {P} window", " ({P})"),
    "ja": ("{P}で", "{P}で", "、{P}で", "{P}を使って", "、{P}を使って", "、{P}の画面で", "{P}上で"),
}
_LAST: Mapping[str, tuple[str, ...]] = {
    "en": (
        ". Use {P}.",
        ". Use {P} for it.",
        ". Please do it in {P}.",
        " - use {P}.",
        ". Do that with {P}.",
        ", in {P}.",
    ),
    "ja": ("。{P}でお願いします。", "。{P}を使ってください。", "({P}で)。", "。{P}でやって。", "。{P}を使うこと。"),
}
_BEFORE: Mapping[str, tuple[str, ...]] = {
    "en": ("Use {P} to ", "Please use {P} to ", "Using {P}, ", "With {P}, ", "{P}: ", "On {P}, ", "In {P}: "),
    "ja": ("{P}を使って、", "{P}を使い、", "{P}の画面で、", "{P}にて、", "{P} ", "{P}:"),
}
_BREAKS = re.compile(r",? (?:and|then) |, |; |\. |[.!?]?$")
_PARTICLES = re.compile(r"(?:[」』”\"]?)(?:を|から|は|に(?!つ))")
_DEEDS = frozenset((
    "replace", "edit_line", "delete_file", "remove", "save", "move", "copy_file", "compress", "extract", "rotate",
    "flip", "resize", "rename", "change", "add", "setting", "check", "uncheck", "mark", "sort", "export", "crop",
    "type",
))  # fmt: skip
_THINGS: Mapping[str, tuple[str, ...]] = {
    "en": ("files", "pictures", "lines", "rows", "notes", "tasks", "entries", "pages", "settings", "cells", "contents"),
    "ja": ("ファイル", "画像", "行", "メモ", "予定", "項目", "ページ", "設定", "部分", "セル", "中身"),
}
_KEEPS: Mapping[str, tuple[str, ...]] = {
    "en": (
        ". The other {T} stay as they are.", ". The other {T} stay.", ". Leave the other {T} alone.",
        "; leave the rest.",
        ". Everything else stays as it is.", ". Do not touch the other {T}.", ". The rest should stay.",
        ", but keep the other {T}.", ". The other {T} should stay where they are.", ". Nothing else is to change.",
    ),
    "ja": (
        "。ほかの{T}はそのままにしておいてください。", "。他の{T}は変えないでください。", "。残りはそのままで。",
        "。ほかの{T}には触らないで。", "。そのほかの{T}は残します。", "。それ以外はそのままにしてください。",
    ),
}  # fmt: skip


def moved(example: Example, random: Random) -> Example:
    """The program named elsewhere, or in other words; and now and then what is to stay."""
    if example.row[0] != DO:
        return example
    if random.random() < _MOVED:
        example = _elsewhere(example, random)
    return _kept(example, random) if random.random() < _KEPT else example


def _elsewhere(example: Example, random: Random) -> Example:
    row, text, language = example.row, example.text, example.language
    acts = outermost(row)
    if len(acts) < 2 or acts[0][0] not in ("open_program", "switch_to") or acts[1][1] != 5:
        return example
    part, place = row[2], row[4]
    if not isinstance(part, tuple) or not isinstance(place, tuple):
        return example
    rest = row[5:]
    end = min(start for start, _ in spans(rest))
    first = _FIRST[language].fullmatch(text[: place[0]] + text[place[1] : end])
    if place[1] > end or first is None or text[: place[0]] != (first["lead"] or ""):
        return example
    name, said = text[slice(*place)], text[end:]
    bare = Example(
        said, language, [DO, *(one if isinstance(one, str) else (one[0] - end, one[1] - end) for one in rest)]
    )
    kind = random.random()
    if kind < 0.3:
        return _put(_lowered(bare), 0, random.choice(_BEFORE[language]), name, row[1])
    if kind < 0.4:
        stripped = said.rstrip(" .。!")
        if any(last > len(stripped) for _, last in spans(bare.row)):
            return example
        closed = Example(stripped, language, bare.row)
        return _put(_raised(closed), len(stripped), random.choice(_LAST[language]), name, row[1])
    places = _places(bare)
    if not places:
        return example
    return _put(_raised(bare), random.choice(places), random.choice(_LATER[language]), name, row[1])


def _places(example: Example) -> list[int]:
    """Where a clause ends in English, and behind an argument's particle in Japanese; within no argument."""
    text, held = example.text, list(_arguments(example.row))
    if example.language == "en":
        found = [match.start() for match in _BREAKS.finditer(text)]
        found = [at for at in found if at > 8 and any(end <= at for _, end in held)]
    else:
        found = [match.end() for _, end in held if (match := _PARTICLES.match(text, end)) is not None]
    return [at for at in found if at <= len(text) and not any(start < at < end for start, end in held)]


def _put(example: Example, at: int, words: str, name: str, act: str | Span) -> Example:
    said = words.replace("{P}", name)
    made = inserted(example, at, said)
    start = at + words.index("{P}")
    whole = re.sub(r"^[\s.。(\-,、]+|[\s.。)、:,]+$|\s+to\s*$", "", said)
    first = at + said.index(whole)
    return Example(
        made.text, made.language,
        [DO, act, (first, first + len(whole)), "program", (start, start + len(name)), *made.row[1:]],
    )  # fmt: skip


def _raised(example: Example) -> Example:
    return Example(_first(example, str.upper), example.language, example.row)


def _lowered(example: Example) -> Example:
    return Example(_first(example, str.lower), example.language, example.row)


def _first(example: Example, change: Callable[[str], str]) -> str:
    text: str = example.text
    if any(start == 0 for start, _ in _arguments(example.row)) or not text[:1].isascii():
        return text
    return change(text[:1]) + text[1:]


def _arguments(row: Row) -> list[Span]:
    return [
        span
        for symbol, span in pairwise(row)
        if isinstance(symbol, str) and isinstance(span, tuple) and symbol in POINTING and not symbol.startswith("act:")
    ]


def _kept(example: Example, random: Random) -> Example:
    """Said at the end: what is not to be touched."""
    name, at = outermost(example.row)[-1]
    text = example.text.rstrip(" .。!")
    if name not in _DEEDS or any(end > len(text) for _, end in spans(example.row)) or "?" in text[-2:]:
        return example
    slot = after = at + 2
    while after < len(example.row) and (found := _slot(example.row, after, name)):
        if slot_of(str(example.row[after])) == LIMIT:
            return example
        if slot_of(str(example.row[after])) < LIMIT:
            slot = after + found
        after += found
    if after != len(example.row) - 1:
        return example
    words = random.choice(_KEEPS[example.language]).replace("{T}", random.choice(_THINGS[example.language]))
    whole = words.strip(" .。;,").removeprefix("but ")
    start = len(text) + words.index(whole)
    limit = (start, start + len(whole))
    part = example.row[at + 1]
    assert isinstance(part, tuple)
    row = [*example.row[:slot], LIMIT, limit, *example.row[slot:]]
    row[at + 1] = (part[0], limit[1])
    return Example(text + words, example.language, row)


def _slot(row: Row, at: int, act: str) -> int:
    """How many symbols the slot takes that begins there; 0 where none does."""
    symbol = row[at]
    if not isinstance(symbol, str) or slot_of(symbol) not in ACTS[act] | {LIMIT}:
        return 0
    if symbol.endswith("["):
        return row.index(CLOSE, at) - at + 1
    return 1 if "=" in symbol else 2
