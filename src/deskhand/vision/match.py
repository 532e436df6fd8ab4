"""Finding a text on a scene although the reading may be off by a character, and although it is part of a longer line.

"Save As" is found in the line "Save  Save As…  Close", with the pixels of those two words. Scores are between 0 and 1
and mean: 1 exactly so; 0.97 and above but for case, width and spaces; above 0.9 but for look-alikes; below that,
characters differ. A part of a line scores a little less than a whole one, and a part of a word much less.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.screen.geometry import Rect
from deskhand.vision.folding import Folded, fold
from deskhand.vision.letters import is_kanji, is_katakana
from deskhand.vision.scene import Scene, TextLine

SAME_LETTERS = 0.98
SAME_SHAPES = 0.94
PART_OF_LINE = 0.97
PART_OF_WORD = 0.8
PART_OF_COMPOUND = 0.96
PART_OF_SENTENCE = 0.99
STACKED = 0.93
"""Of a label that is broken into two lines."""
ENDS = " *＊:：…."
AT_LEAST = 0.75
"""Below this a "match" is more often another word than a misreading."""

_MNEMONIC_SUFFIX = re.compile(r"\s*[(（][_＿]?[A-Za-z0-9][)）](?=[.…．]*\s*$)")
_ELLIPSIS = re.compile(r"\s*(?:\.{2,}|…|・・・|。。。)\s*$")
_LABEL_END = re.compile(r"\s*[:：*＊]+\s*$")


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a wanted text stands."""

    text: str
    """As it was read."""
    box: Rect
    score: float
    line: TextLine
    whole: bool
    """It is all of the line, not a part of it."""


def similarity(one: str, other: str) -> float:
    """How much alike two whole texts are on a screen, 0 to 1; symmetric, 1 only for equal texts."""
    if one == other:
        return 1.0
    return max(
        _similar(fold(a), fold(b)) * factor
        for a, b, factor in (
            (one, other, 1.0),
            (_bare(one), _bare(other), 0.99),
        )
    )


def find(scene: Scene, text: str, *, at_least: float = AT_LEAST, within: Rect | None = None) -> tuple[Match, ...]:
    """Every place where ``text`` stands, best first; equal scores in reading order.

    Icons are found by their mark. ``within``: only places whose centre lies inside.
    """
    if not fold(text).letters:
        return ()
    found: list[Match] = []
    marks = (TextLine(w.mark, w.box, 1.0) for w in scene.widgets if w.mark)
    for line in (*scene.texts, *_joined(scene.texts), *marks):
        found.extend(match for match in find_in_line(line, text) if match.score >= at_least)
    found.extend(match for match in _stacked(scene.texts, text) if match.score >= at_least)
    if within is not None:
        found = [match for match in found if within.contains(match.box.center)]
    found.sort(key=lambda match: -match.score)
    kept: list[Match] = []
    for match in found:
        if not any(_covers(match.box, other.box) for other in kept):
            kept.append(match)
    return tuple(kept)


def find_in_line(line: TextLine, text: str) -> list[Match]:
    """The places of ``text`` in one line: the whole line, or its best parts that do not overlap."""
    whole = similarity(line.text, text)
    best = [Match(line.text, line.box, round(whole, 4), line, True)]
    folded, wanted = fold(line.text), fold(_bare(text))
    if not wanted.letters or len(folded.letters) <= len(wanted.letters):
        return best
    for start, stop in _occurrences(folded.shapes, wanted.shapes):
        first, last = folded.origin[start], folded.origin[stop - 1] + 1
        part = Folded(folded.shapes[start:stop], folded.letters[start:stop], ())
        score = _similar(part, wanted) * PART_OF_LINE
        read = line.text[first:last]
        if read == text:
            score = PART_OF_LINE
        score *= min(_edge(line.text, first), _edge(line.text, last))
        if score > whole:
            best.append(Match(read, line.part(first, last), round(score, 4), line, False))
    return best


def edit_distance(one: str, other: str) -> float:
    """Levenshtein's distance, in which one digit in place of another counts twice: ``page 2`` is not ``page 3``."""
    previous = [float(j) for j in range(len(other) + 1)]
    for i, a in enumerate(one, 1):
        current = [float(i)]
        for j, b in enumerate(other, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + _swap_cost(a, b)))
        previous = current
    return previous[-1]


def _swap_cost(a: str, b: str) -> float:
    if a == b:
        return 0.0
    return 2.0 if a.isdigit() and b.isdigit() else 1.0


def _similar(one: Folded, other: Folded) -> float:
    if not one.letters or not other.letters:
        return 0.0
    if one.letters == other.letters:
        return SAME_LETTERS
    if one.shapes == other.shapes:
        return SAME_SHAPES
    longest = max(len(one.shapes), len(other.shapes))
    return SAME_SHAPES * max(0.0, 1.0 - edit_distance(one.shapes, other.shapes) / longest)


def _bare(text: str) -> str:
    """Without a mnemonic such as ``(F)``, without the ellipsis that only says a dialog follows, and without what stands
    behind the label of a field: a colon, the star of what must be filled in."""
    bare = _ELLIPSIS.sub("", _MNEMONIC_SUFFIX.sub("", _LABEL_END.sub("", text)))
    bare = _MNEMONIC_SUFFIX.sub("", bare)
    return bare if bare.strip() else text


def _occurrences(line: str, wanted: str) -> list[tuple[int, int]]:
    """Parts of ``line`` close to ``wanted``, best first, not overlapping: approximate search by dynamic programming."""
    allowed = len(wanted) * (1 - AT_LEAST / SAME_SHAPES)
    costs = [0.0] * (len(line) + 1)
    starts = list(range(len(line) + 1))
    for i, a in enumerate(wanted, 1):
        next_costs, next_starts = [float(i)], [0]
        for j, b in enumerate(line, 1):
            options = (
                (costs[j - 1] + _swap_cost(a, b), starts[j - 1]),
                (costs[j] + 1, starts[j]),
                (next_costs[j - 1] + 1, next_starts[j - 1]),
            )
            cost, start = min(options, key=lambda option: (option[0], -option[1]))
            next_costs.append(cost)
            next_starts.append(start)
        costs, starts = next_costs, next_starts
    ends = sorted((cost, stop) for stop, cost in enumerate(costs) if cost <= allowed and stop > starts[stop])
    taken: list[tuple[int, int]] = []
    for _, stop in ends:
        start = starts[stop]
        if all(stop <= other[0] or start >= other[1] for other in taken):
            taken.append((start, stop))
    return taken


def _edge(text: str, at: int) -> float:
    """How well a part may begin or end there: Latin words end at a non-letter; between kana and kanji every place may
    be an edge, but 表 alone is rather meant than that of 表示."""
    if at in (0, len(text)):
        return 1.0
    before, after = text[at - 1], text[at]
    if not (before.isalnum() and after.isalnum()):
        return 1.0
    if before.isascii() and after.isascii():
        return PART_OF_WORD
    same = (is_kanji(before) and is_kanji(after)) or (is_katakana(before) and is_katakana(after))
    return PART_OF_COMPOUND if same else PART_OF_SENTENCE


def _stacked(lines: Sequence[TextLine], text: str) -> list[Match]:
    """A label broken into two lines, one below the other: the beginning of ``text`` stands above the rest of it."""
    wanted = fold(_bare(text)).shapes
    if len(wanted) < 3:
        return []
    folded = [(line, fold(line.text.rstrip(ENDS))) for line in lines]
    found: list[Match] = []
    for above, first in folded:
        start = first.shapes
        if not start or not wanted.startswith(start):
            head, _, tail = above.text.partition(" ")  # an icon before the words
            start = fold(tail).shapes if len(head) <= 2 else ""
        if not start or start == wanted or not wanted.startswith(start):
            continue
        rest = wanted[len(start) :]
        for below, second in folded:
            if second.shapes == rest and _is_next_line(above.box, below.box):
                read = f"{above.text} {below.text}"
                box = above.box.union(below.box)
                line = TextLine(read, box, min(above.confidence, below.confidence))
                found.append(Match(read, box, STACKED, line, True))
    return found


def _is_next_line(above: Rect, below: Rect) -> bool:
    """Close below, and with it in one column."""
    height = max(above.height, below.height)
    near = -0.2 * height <= below.y - above.bottom <= 1.15 * height
    return near and above.x - 2 * height <= below.x <= above.right and below.center.x <= above.right + height


def _joined(lines: tuple[TextLine, ...]) -> list[TextLine]:
    """Neighbours on one row that stand a word space apart: the detector sometimes cuts a phrase in two."""
    joined: list[TextLine] = []
    for one, other in itertools.pairwise(lines):
        height = min(one.box.height, other.box.height)
        gap = other.box.x - one.box.right
        level = abs(one.box.center.y - other.box.center.y) * 2 <= height
        if not (level and 0 <= gap <= 1.2 * max(one.box.height, other.box.height)):
            continue
        spans: tuple[tuple[int, int], ...] = ()
        if len(one.spans) == len(one.text) and len(other.spans) == len(other.text):
            spans = (*one.spans, (one.box.right, other.box.x), *other.spans)
        confidence = min(one.confidence, other.confidence)
        joined.append(TextLine(f"{one.text} {other.text}", one.box.union(other.box), confidence, spans))
    return joined


def _covers(one: Rect, other: Rect) -> bool:
    shared = one.intersect(other)
    return shared is not None and shared.area > 0.5 * min(one.area, other.area)
