"""Repairs of a read line from what the line reader does not look at: the gaps in the ink, and the words around.

Measured on 6,300 labels in eight fonts of 9 to 16 pixels: the reader drops one space in twenty (always where the gap
between two letters is plainly wider than inside words), the third dot of "Save As...", and mixes l, I and 1 in a third
of the numbers made of ones. Every rule is decided by geometry or by the other characters, never by a list of words.
"""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from deskhand.vision import letters
from deskhand.vision.picture import Mask

CARET_WIDTH = 2
SPACE = 0.24
"""Of the font size: nine in ten of 3,211 gaps between words are wider, and one in 300 of 26,000 gaps inside words."""
LOOSE = frozenset(".,:;'\"`|1()[]{}!iIljrtf-…·")
"""Narrow characters stand apart from their neighbours in fixed-width fonts and figures."""
LOOSE_SPACE = 0.36
DIGIT_STEP = 0.78
"""Digits are equally wide in nearly every font (0.5 to 0.65 of its size), however far apart 7 and 7 or 1 and 1 look."""
PITCH_ERROR = 0.14
"""A line is fixed-width when every character is within this part of a cell of its grid."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A character and the pixels it takes from left to right."""

    character: str
    left: int
    right: int
    options: str = ""

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def repaired(line: list[Placed], ink: Mask) -> list[Placed]:
    """The line with its spaces, dots and look-alikes put right. ``ink``: the line's pixels, x as in ``line``."""
    line = _without_caret(line, ink)
    line = _half_width(_without_strangers(line))
    line = _dots(line, ink)
    line = _spaces(line, ink.shape[0])
    line = _words(line)
    return _east_asian(line)


def in_japanese(line: list[Placed]) -> list[Placed]:
    """On a Japanese screen: 开 for 開 is a misreading, so the likeliest character that is written in Japan is taken."""
    result = []
    for place in line:
        if letters.is_kanji(place.character) and not letters.is_japanese(place.character):
            kanji = [c for c in place.options if letters.is_kanji(c) and letters.is_japanese(c)]
            if kanji:
                place = replace(place, character=kanji[0])
        result.append(place)
    return result


def _without_caret(line: list[Placed], ink: Mask) -> list[Placed]:
    """A text caret is read as a 1, which would make 1,234.56 ten times as large: one thin bar, and the tallest."""
    result = []
    for place in line:
        others = [p for p in line if p is not place and not p.character.isspace()]
        if place.character in "1lI|" and place.right - place.left <= CARET_WIDTH and others:
            rows = np.flatnonzero(ink[:, place.left : place.right].any(axis=1))
            rest = np.zeros(ink.shape[0], np.bool_)
            for other in others:
                if other.right - other.left > CARET_WIDTH:
                    rest |= ink[:, other.left : other.right].any(axis=1)
            inked = np.flatnonzero(rest)
            solid = len(rows) and len(rows) == rows[-1] - rows[0] + 1
            if solid and len(inked) and rows[0] < inked[0] and rows[-1] > inked[-1]:
                continue  # letters stand on the line, a caret reaches below it too
        result.append(place)
    return result


def _half_width(line: list[Placed]) -> list[Placed]:
    """Full-width punctuation right after a Latin letter or digit is the ordinary one."""
    result: list[Placed] = []
    for place in line:
        plain = unicodedata.normalize("NFKC", place.character)
        if result and result[-1].character.isascii() and result[-1].character.isalnum() and plain in ",:;!?()":
            place = replace(place, character=plain)
        result.append(place)
    return result


def _without_strangers(line: list[Placed]) -> list[Placed]:
    """Greek θ, Cyrillic а and lone 十 in a Latin line become the likeliest Latin character of that place."""
    latin = sum(p.character.isascii() and not p.character.isspace() for p in line)
    if latin * 2 < len(line):
        return line
    strokes = all(p.character in letters.STROKES for p in line if letters.is_east_asian(p.character))
    result = []
    for place in line:
        strange = letters.is_foreign_lookalike(place.character)
        if strange or (strokes and latin >= 2 and letters.is_east_asian(place.character)):
            plain = [c for c in place.options if c.isascii() and not c.isspace()]
            if plain:
                place = replace(place, character=plain[0])
        result.append(place)
    return result


def _dots(line: list[Placed], ink: Mask) -> list[Placed]:
    """A trailing run of dots has as many dots as there are specks of ink, two being three (nobody writes two)."""
    end = len(line)
    start = end
    while start > 0 and line[start - 1].character in ".…·。":
        start -= 1
    if start == end or start == 0 or all(p.character == "。" for p in line[start:end]):
        return line
    left = line[start - 1].right
    part = ink[:, left:]
    specks = _runs(np.asarray(part.any(axis=0)))
    limit = max(2, round(ink.shape[0] * 0.3))
    if not 2 <= len(specks) <= 3:
        return line
    for a, b in specks:
        height = int(part[:, a:b].any(axis=1).sum())
        if b - a > limit or height > limit:
            return line
    return line[:start] + [Placed(".", left + a, left + b) for a, b in specks]


def _runs(columns: NDArray[np.bool_]) -> list[tuple[int, int]]:
    padded = np.concatenate([[False], columns, [False]]).astype(np.int8)
    steps = np.diff(padded)
    return [(int(a), int(b)) for a, b in zip(np.flatnonzero(steps == 1), np.flatnonzero(steps == -1), strict=True)]


def _spaces(line: list[Placed], height: int) -> list[Placed]:
    text = "".join(p.character for p in line)
    em = letters.em_size(text, height)
    pitch = fixed_pitch(line, em)
    digit_step = max(DIGIT_STEP * em, 1.3 * _digit_step(line))
    result: list[Placed] = []
    for place in line:
        before = result[-1] if result else None
        if before is not None and not place.character.isspace() and not before.character.isspace():
            gap = place.left - before.right
            if pitch is not None:
                apart = place.middle - before.middle > 1.6 * pitch
            elif before.character.isdigit() and place.character.isdigit():
                apart = gap >= SPACE * em and place.middle - before.middle > digit_step
            else:
                apart = gap >= _least_gap(before.character, place.character) * em
            if apart and gap > 0:
                result.append(Placed(" ", before.right, place.left))
        result.append(place)
    return result


def _digit_step(line: list[Placed]) -> float:
    """How far apart digits beside each other usually stand in this line; 0 when there are too few."""
    pairs = itertools.pairwise(line)
    steps = [b.middle - a.middle for a, b in pairs if a.character.isdigit() and b.character.isdigit()]
    return float(np.median(steps)) if len(steps) >= 3 else 0.0


def _least_gap(before: str, after: str) -> float:
    east = letters.is_east_asian(before), letters.is_east_asian(after)
    if all(east):
        return 9.0  # Japanese has no spaces between words; wide gaps are its punctuation
    if any(east):
        return LOOSE_SPACE
    return LOOSE_SPACE if before in LOOSE or after in LOOSE else SPACE


def fixed_pitch(line: list[Placed], em: float) -> float | None:
    """The cell width of a fixed-width line, None for any other."""
    solid = [p for p in line if not p.character.isspace()]
    if len(solid) < 6 or any(letters.is_east_asian(p.character) for p in solid):
        return None
    middles = np.array([p.middle for p in solid])
    steps = np.diff(middles)
    best: tuple[float, float] | None = None
    for guess in np.arange(0.5, 0.72, 0.01) * em:
        cells = np.concatenate([[0], np.cumsum(np.maximum(1, np.round(steps / guess)))])
        slope, start = np.polyfit(cells, middles, 1)
        error = float(np.quantile(np.abs(middles - (cells * slope + start)) / slope, 0.9))
        if abs(slope - guess) <= 0.08 * guess and (best is None or error < best[0]):
            best = error, float(slope)
    if best is None or best[0] > PITCH_ERROR or not _widths_vary(solid):
        return None
    return best[1]


def _widths_vary(solid: list[Placed]) -> bool:
    """Digits are fixed-width in every font: only narrow and wide letters on one grid prove a fixed-width font."""
    return any(p.character in "iljtI.,:;'|!+=-" for p in solid) and any(p.character.isalpha() for p in solid)


def _words(line: list[Placed]) -> list[Placed]:
    result = list(line)
    start = 0
    for index in range(len(line) + 1):
        if index == len(line) or line[index].character.isspace():
            word = "".join(p.character for p in line[start:index])
            if word == "Is" and start >= 2 and line[start - 2].character in "$#%>":
                better = "ls"  # after a shell's prompt
            else:
                better = letters.repaired_word(word)
            for offset, character in enumerate(better):
                if character != word[offset]:
                    result[start + offset] = replace(line[start + offset], character=character)
            start = index + 1
    return result


_KANJI_OF = {"カ": "力", "ロ": "口", "ニ": "二", "タ": "夕", "エ": "工", "ト": "卜", "ハ": "八", "ー": "一"}
_KANA_OF = {kanji: kana for kana, kanji in _KANJI_OF.items()}


def _east_asian(line: list[Placed]) -> list[Placed]:
    """力 among katakana is カ, カ between kanji and hiragana is 力; < after Japanese is く."""
    result = list(line)
    for index, place in enumerate(line):
        before = line[index - 1].character if index else " "
        after = line[index + 1].character if index + 1 < len(line) else " "
        character = place.character
        if character in _KANA_OF and (_kana_beside(before) or _kana_beside(after)):
            character = _KANA_OF[character]
        elif (
            character in _KANJI_OF
            and (letters.is_kanji(before) or letters.is_kanji(after))
            and not (_kana_beside(before) or _kana_beside(after))
        ):
            character = _KANJI_OF[character]
        elif character == "<" and letters.is_east_asian(before):
            character = "く"
        if character != place.character:
            result[index] = replace(place, character=character)
    return result


def _kana_beside(character: str) -> bool:
    return letters.is_katakana(character) and character not in "ーロニカタエトハ・"
