"""What one value of the kind that is asked for looks like, and the one of that kind that stands in a narrow place.

“The amount on slide 5” was answered with a presenter's clock, 5/6 00:04 13:05: a number is no amount of money, and a
clock or a counter of pages is neither. On one page, in one picture, in one entry the kind alone mostly tells the value.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.models.local.behind.asking import asked

LONGEST = 160
"""Letters of a row that is told whole."""
FEW = 3
"""Rows of a place that are all told, where it is asked what stands there."""
CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
COUNTER = re.compile(r"(?<![\d.,/])\d{1,4}\s*(?:/|\bof\b)\s*\d{1,4}(?![\d/])")
_NUMBER = r"\d[\d.,]*"


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    asks: re.Pattern[str]
    written: re.Pattern[str]

    @property
    def numbers(self) -> bool:
        return self.name in _NUMBERED


_NUMBERED = ("money", "percent", "temperature", "weight", "length")


def _kind(name: str, asks: str, written: str) -> Kind:
    return Kind(name, re.compile(asks, re.IGNORECASE), re.compile(written, re.IGNORECASE))


KINDS = (
    _kind(
        "money",
        r"\bhow much\b(?! (?:time|space|memory|water|flour|sugar|rain))|\b(?:price|cost|amount|fee|deposit|rent|fare|sum of money|salary|budget)\b|"
        r"いくら|金額|値段|料金|価格|費用|代金|運賃|家賃|予算",
        rf"[$€£¥￥]\s?{_NUMBER}|{_NUMBER}\s?(?:euros?|eur|yen|円|万円|dollars?|usd|gbp|pounds?|francs?|chf|cents?|crowns?|[$€£])(?![a-z])",
    ),
    _kind("percent", r"\bper\s?cent(?:age)?\b|割合|パーセント|何\s*[%％]", rf"{_NUMBER}\s?(?:[%％]|per\s?cent|パーセント)"),
    _kind(
        "temperature",
        r"\btemperature\b|\bhow (?:hot|cold|warm)\b|何度(?!も)|気温|温度",
        rf"[-−]?{_NUMBER}\s?(?:°\s?[CF]?|℃|degrees?|度)",
    ),
    _kind(
        "weight",
        r"\bhow heavy\b|\bweigh(?:s|t)?\b|何\s*(?:kg|キロ|グラム|g)|重さ|体重",
        rf"{_NUMBER}\s?(?:kg|g|mg|tons?|lbs?|キロ(?:グラム)?|グラム|トン)(?![a-z])",
    ),
    _kind(
        "length",
        r"\bhow (?:far|high|tall|wide|deep)\b|\bdistance\b|何\s*(?:km|キロメートル|メートル|m|cm)|距離|高さ|身長",
        rf"{_NUMBER}\s?(?:km|m|cm|mm|miles?|ft|feet|inch(?:es)?|キロ|メートル|センチ)(?![a-z])",
    ),
    _kind("time", r"\b(?:what|which) time\b|\bat what hour\b|何時", r"(?<![\d.])\d{1,2}[:.]\d{2}(?!\d)|\b\d{1,2}\s?[ap]\.?m\b|\d{1,2}\s*時|正午|\bnoon\b"),
    _kind("mail", r"\be-?mail address\b|メールアドレス", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    _kind("phone", r"\b(?:tele)?phone\b|電話", r"\+?\d[\d ()-]{5,}\d"),
    _kind("link", r"\b(?:url|web\s?site|link|web address)\b|サイト|リンク", r"(?:https?://|www\.)\S+"),
)  # fmt: skip
"""Kinds whose values are known by how they are written."""
_WORD = re.compile(r"\b(?:which|what|the|single|one) words?\b|単語|言葉|語句|文字|\bword\b", re.I)
_TEXT = re.compile(
    r"\bwhat\b[^?]*\b(?:say|says|said|reads?|stands?|written|shown?|text|title|heading|name)\b|何[がとを]|文章|見出し|題",
    re.I,
)


def kind_of(question: str) -> Kind | None:
    """The kind of value that is asked for, where it is one that is known by its looks."""
    return next((kind for kind in KINDS if kind.asks.search(question)), None)


def is_number(value: str) -> bool:
    """Whether a number is left of it without the clocks and the counters of pages."""
    return re.search(r"[\d一二三四五六七八九十百千]", COUNTER.sub(" ", CLOCK.sub(" ", value))) is not None


def fits_kind(question: str, value: str) -> bool:
    """Whether a value can be of the kind that is asked for: where a number is, one must be left without the clocks and
    the counters of pages."""
    wanted, kind = asked(question), kind_of(question)
    counted = (wanted is not None and wanted.kind == "number") or (kind is not None and kind.numbers)
    if not counted or re.search(r"\bhow long\b|何(?:分|秒|時間)|長さ", question, re.I):
        return True
    return is_number(value) or re.search(r"\d", value) is None


def only_value(question: str, rows: Sequence[str]) -> str:
    """The one row, of a narrow place, that has a value of the kind that is asked for; the only word or line that stands
    there; "" where it is not the only one."""
    rows = [row.strip() for row in rows if any(map(str.isalnum, row))]
    if not rows:
        return ""
    kind = kind_of(question)
    if kind is not None:
        return _the_one([(row, kind.written.findall(row)) for row in rows])
    wanted = asked(question)
    if wanted is not None and wanted.kind in ("date", "day"):
        return _the_one([(row, wanted.value.findall(row)) for row in rows])
    if wanted is not None and wanted.kind == "number":
        return _the_one([(row, re.findall(_NUMBER, COUNTER.sub(" ", CLOCK.sub(" ", row)))) for row in rows])
    if _WORD.search(question):
        words = [row for row in rows if re.fullmatch(r"[^\W\d_][\w'’-]+", row)]
        return words[0] if len(words) == 1 else rows[0] if len(rows) == 1 else ""
    if len(rows) <= FEW and _TEXT.search(question):
        return "\n".join(rows)
    return rows[0] if len(rows) == 1 else ""


def _the_one(found: Sequence[tuple[str, Sequence[object]]]) -> str:
    held = [(row, values) for row, values in found if values]
    if len(held) != 1:
        return ""
    row, values = held[0]
    return row if len(row) <= LONGEST else str(values[0]) if len(values) == 1 else ""
