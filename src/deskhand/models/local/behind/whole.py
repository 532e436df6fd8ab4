"""Questions that no single row answers: which is the most or the latest of all, how many there are, what all make."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from deskhand.models.local.behind.asking import Asked
from deskhand.models.local.behind.saying import like, words_of
from deskhand.models.local.behind.table import Table
from deskhand.models.local.skills.commands.terms import Term

ALIKE = 0.8
MOST = 0.7
"""The part of a column's cells that must be values."""
Of = Literal["most", "least", "last", "first", "sum", "average", "count"]
"""Of numbers the greatest or smallest, of moments the last or first; all of them added up, their mean, their number."""


@dataclass(frozen=True, slots=True)
class Whole:
    of: Of
    or_else: Of | None = None
    """What the same word means of the other kind of value: the oldest person has the most years, the oldest file the
    first date."""
    about: str = ""
    """What the measured column is usually called, where the word says so itself: the cheapest has a price."""
    said: str = ""
    """The word itself: where the text has it, too, it is a name of something."""


_PRICE = "price cost fee amount yen 値段 価格 単価 料金 金額 円"
_ENGLISH: tuple[tuple[str, Of, Of | None, str], ...] = (
    (r"least expensive|cheapest", "least", None, _PRICE),
    (r"most expensive|dearest|costliest|priciest", "most", None, _PRICE),
    (r"youngest", "least", "last", "age birth 年齢 歳 生"),
    (r"oldest|eldest", "most", "first", "age birth 年齢 歳 生"),
    (r"most recent(?:ly)?|newest|latest", "last", None, ""),
    (r"earliest", "first", None, ""),
    (r"tallest|highest", "most", None, "height 高"),
    (r"longest", "most", None, "length duration 長"),
    (r"heaviest", "most", None, "weight 重"),
    (r"hottest|warmest", "most", None, "temperature 気温"),
    (r"coldest|coolest", "least", None, "temperature 気温"),
    (r"largest|biggest|greatest|fastest", "most", None, "size area speed"),
    (r"(?:the )?most(?! of\b)", "most", None, ""),
    (r"smallest|lowest|shortest|lightest|fewest|least|slowest", "least", None, ""),
    (r"last", "last", None, ""),
    (r"first", "first", None, ""),
)
_UTMOST = r"(?:いちばん|一番|もっとも|最も)[^、。?？]{0,14}?"
_JAPANESE: tuple[tuple[str, Of, Of | None, str], ...] = (
    (rf"{_UTMOST}安|最安", "least", None, _PRICE),
    (rf"{_UTMOST}年上|{_UTMOST}年長|最年長|最高齢", "most", "first", "年齢 歳 age"),
    (rf"{_UTMOST}若|{_UTMOST}年下|最年少", "least", "last", "年齢 歳 age"),
    (rf"{_UTMOST}(?:新し|遅|あと|後)|最新|最後", "last", "most", ""),
    (rf"{_UTMOST}(?:古|早|先)|最古|最初", "first", "least", ""),
    (rf"{_UTMOST}高|最高", "most", None, ""),
    (rf"{_UTMOST}長|最長", "most", None, "長 時間"),
    (rf"{_UTMOST}重", "most", None, "重 weight"),
    (rf"{_UTMOST}(?:多|大き|広|速|暑)|最多|最大", "most", None, ""),
    (rf"{_UTMOST}(?:少な|小さ|低|短|軽|狭|寒)|最低|最小|最短|最少", "least", None, ""),
)
_SUM = re.compile(
    r"\b(?:sum|total)\b|\badd(?:s|ed|ing)? (?:it |them )?(?:all )?(?:up|together)\b|\baltogether\b|\bin all\b|"
    r"合計|総額|総計|(?:全部|すべて|全て|みんな|足し合わせ|を)[^、。]{0,4}足(?:す|し)|足し合わせ",
    re.I,
)
_AVERAGE = re.compile(r"\baverage\b|\bmean (?:value|of)\b|平均", re.I)
_COUNT = re.compile(
    r"\bhow many\b|\bthe number of (?!the\b)[a-z]+s\b|"
    r"何(?:人|件|行|個|名|冊|本|枚|種類|回|台|匹|つ|社|店|か所|箇所)|いくつ|人数|件数",
    re.I,
)
_NO_LAST = re.compile(
    r"\b(?:last|first) (?:names?|pages?|line|row|week|month|year|night|day|time|floor|paragraph|sentence|word)\b|"
    r"\b(?:at|of) (?:least|most|all)\b|\bat first\b|最後の(?:ページ|行|段落|日)|最初の(?:ページ|行|段落|日)",
    re.I,
)


def whole(question: str) -> Whole | None:
    """What is asked of all the rows together; None where one row may answer."""
    plain = _NO_LAST.sub(" ", question)
    for table, bounded in ((_ENGLISH, True), (_JAPANESE, False)):
        for pattern, of, other, about in table:
            found = re.search(rf"\b(?:{pattern})\b" if bounded else pattern, plain, re.I)
            if found is not None:
                return Whole(of, other, about, found[0])
    if (found := _AVERAGE.search(plain)) is not None:
        return Whole("average", said=found[0])
    if (found := _SUM.search(plain)) is not None:
        return Whole("sum", said=found[0])
    if (found := _COUNT.search(plain)) is not None:
        return Whole("count", said=found[0])
    return None


def is_a_name(wanted: Whole, rows: Sequence[str]) -> bool:
    """Whether the text itself has the word: “Total: 1143”, “last train 23:40”."""
    word = re.sub(r"^(?:the|in|added?|adds)\s+|^(?:いちばん|一番|もっとも|最も)", "", wanted.said, flags=re.I).strip()
    if wanted.of == "count" or not word:
        return False
    if wanted.of == "sum":
        return any(re.search(r"\b(?:sum|total)\b|合計|総額|総計", row, re.I) for row in rows)
    bounds = r"\b" if word.isascii() else ""
    return any(re.search(f"{bounds}{re.escape(word)}{bounds}", row, re.I) for row in rows)


def kept(wanted: Asked, table: Table | None, rows: Sequence[str], among: Sequence[int]) -> list[int]:
    """Of some rows those that have what the question's words tell them apart by; all where they tell none apart."""
    heads = words_of(" ".join(table.head)) if table is not None else ()
    chosen = list(among)
    seen = [words_of(row) for row in rows]
    for words in wanted.words:
        if any(has(words, heads_word) for heads_word in heads):
            continue
        held = [at for at in among if any(has(words, other) for other in seen[at])]
        if held and len(held) < len(among):
            chosen = [at for at in chosen if at in held] or chosen
    return chosen


def has(words: Sequence[Term], other: Term) -> bool:
    return any(like(word, other) >= ALIKE for word in words)


def column_of(table: Table, read: Callable[[str], object], wanted: Asked, about: str) -> int | None:
    """The column whose values are meant: the only one that has such, else the one whose head the question names."""
    found = [at for at in range(table.width) if _holds(table.column(at), read)]
    if len(found) <= 1 or not table.head:
        return found[0] if len(found) == 1 else None
    dimension = [(term,) for term in words_of(about)]
    for words in (wanted.words, dimension):
        fits = [at for at in found if any(has(one, other) for one in words for other in words_of(table.head[at]))]
        if len(fits) == 1:
            return fits[0]
    return None


def _holds(cells: Sequence[str], read: Callable[[str], object]) -> bool:
    values = [read(cell) for cell in cells]
    numbered = list(cells) == [str(number) for number in range(int(cells[0]), int(cells[0]) + len(cells))] if (
        cells[0].isdigit()
    ) else False  # the rows' own numbers  # fmt: skip
    return not numbered and sum(value is not None for value in values) >= MOST * len(values)
