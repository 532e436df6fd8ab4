"""The place that a question is about: the next picture, the last page, the second sheet, the line after another.

“Which word stands on the picture after it?” was answered with what the window showed, of the picture before: whoever is
asked about a place goes there first, and tells only what stands there.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from deskhand.models.local.understand.numbers import ORDINAL_EN, ordinal

What = Literal["file", "page", "sheet", "line", "entry"]
LAST = -1
_FILE = r"(?:picture|image|photo(?:graph)?|drawing|slide|scan|screenshot)"
_ENTRY = r"(?:subtitle|caption|cue|event|appointment|contact|card|bookmark|mail|message|e-?mail|entry|record|song|track|chapter)"
_FILE_JA = r"(?:画像|写真|絵|スライド|イラスト)"
_ENTRY_JA = r"(?:字幕|予定|イベント|連絡先|ブックマーク|メール|項目|曲|章)"
_NTH_JA = r"(?P<nth>\d{1,3}|[一二三四五六七八九十])\s*(?:つ目|番目|個目|件目|枚目|行目|ページ目|通目|曲目)"
_NUMBERS = {kanji: number for number, kanji in enumerate("一二三四五六七八九十", 1)}


@dataclass(frozen=True, slots=True)
class Place:
    what: What
    number: int = 0
    """Counted from 1, `LAST` for the last one; 0 where it is said by another one."""
    beside: int = 0
    """How many further (1) or back (-1) from what is open, or from the line that has `words`."""
    words: str = ""
    """The name of a sheet; what stands in the line beside which it is."""


_BESIDE_EN = (
    re.compile(rf"\b(?:(?P<next>next|following)|(?P<before>previous|preceding))\s+{_FILE}\b", re.I),
    re.compile(
        rf"\b{_FILE}\s+(?:that\s+(?:comes|stands|is|follows)\s+)?(?:right\s+|just\s+|directly\s+|immediately\s+)?"
        r"(?:(?P<next>after\s+(?:it|this|that)\b|next\b)|(?P<before>before\s+(?:it|this|that)\b))",
        re.I,
    ),
    re.compile(rf"\b{_FILE}\s+(?:that\s+)?(?:(?P<next>follow(?:s|ing))|(?P<before>preced(?:es|ing)))\b", re.I),
    re.compile(rf"\b{_FILE}\s+(?:(?P<next>after)|(?P<before>before))\s+[\w.-]+\.[a-z]{{3,4}}\b", re.I),
)
_BESIDE_JA = (
    re.compile(
        rf"(?:(?P<next>(?:一つ|ひとつ|1\s*つ)?(?:次|(?<![最午])後|あと))|(?P<before>(?:一つ|ひとつ|1\s*つ|直|(?<!名)(?<!午))前))の\s*{_FILE_JA}"
    ),
    re.compile(
        rf"(?:(?P<next>次|(?<![最午])後|あと)|(?P<before>(?<![名午])前))に(?:ある|来る|くる|出る|表示される|続く)\s*{_FILE_JA}"
    ),
)
_NTH_FILE_EN = re.compile(
    rf"\b(?P<nth>{ORDINAL_EN}|final)\s+{_FILE}\s+(?:in|of|from)\s+(?:the|its|this|that)\s+(?:same\s+)?folder", re.I
)
_NTH_FILE_JA = re.compile(
    rf"フォルダー?(?:の中|内)?(?:の|に(?:ある|入っている))?\s*(?:{_NTH_JA}|(?P<first>最初|先頭)|(?P<last>最後|末尾))の\s*{_FILE_JA}"
)
_PAGE_EN = re.compile(
    rf"\b(?:page|slide)\s+(?:number\s+|no\.?\s*)?(?P<number>\d{{1,4}})\b(?!\s*(?:to|-|–)\s*\d)"
    rf"|\b(?P<nth>{ORDINAL_EN}|final)\s+(?:page|slide)\b",
    re.I,
)
_PAGE_JA = re.compile(
    r"(?P<number>\d{1,4})\s*(?:ページ|頁)目?(?=[にのではをへ、 ])|(?P<sheet>\d{1,4})\s*枚目の(?:スライド|ページ)"
    r"|(?P<last>最後|最終|末尾)の?\s*(?:ページ|頁|スライド)|(?P<first>最初|先頭)の\s*(?:ページ|頁|スライド)"
    r"|(?:スライド|ページ)\s*(?P<after>\d{1,4})(?=[にのではをへ、 ])"
)
_SHEET = (
    re.compile(r"\b(?:sheet|tab)\s+(?:called\s+|named\s+)?[\"“'](?P<name>[^\"”']{1,40})[\"”']", re.I),
    re.compile(r"[\"“'](?P<name>[^\"”']{1,40})[\"”']\s+(?:sheet|tab)\b", re.I),
    re.compile(rf"\b(?:the\s+)(?P<nth>{ORDINAL_EN}|last)\s+(?:sheet|tab)\b", re.I),
    re.compile(r"\b(?:on|in|of)\s+(?:the\s+)?(?:sheet|tab)\s+(?P<name>[A-Z][\w-]*)"),
    re.compile(r"\b(?:on|in|of)\s+the\s+(?P<name>[A-Z][\w-]*)\s+(?:sheet|tab)\b"),
    re.compile(r"[「『](?P<name>[^「」『』]{1,40})[」』]\s*(?:の|という)?\s*(?:シート|タブ)"),
    re.compile(r"シート\s*[「『](?P<name>[^「」『』]{1,40})[」』]"),
    re.compile(rf"(?:{_NTH_JA}|(?P<first>最初)|(?P<last>最後))の\s*シート"),
    re.compile(r"(?:[、。\s]|(?<=で)|(?<=の)|^)(?P<name>[^\s、。「」のでは]{1,20})の?シート(?=[のでにを、])"),
)
_QUOTED = r"[\"“「『](?P<words>[^\"“”「」『』]{1,60})[\"”」』]"
_LINE_EN = (
    re.compile(
        r"\bline\s+(?:that\s+(?:comes|stands|is)\s+)?(?:right\s+|just\s+|directly\s+|immediately\s+)?"
        rf"(?:(?P<next>after|below|following)|(?P<before>before|above|preceding))\s+(?:the\s+(?:one|line)\s+)?"
        rf"(?:(?:with|that\s+(?:says|reads|has|contains|begins with|starts with))\s+)?{_QUOTED}",
        re.I,
    ),
    re.compile(rf"\bline\s+(?P<next>follows)\s+(?:the\s+(?:one|line)\s+)?(?:(?:with|that\s+says)\s+)?{_QUOTED}", re.I),
    re.compile(rf"\bline\s+(?:comes|stands)\s+(?:(?P<next>after)|(?P<before>before))\s+{_QUOTED}", re.I),
)
_LINE_JA = re.compile(
    rf"{_QUOTED}\s*(?:と(?:書かれた|ある|いう)|を含む|の(?:ある|入った))?\s*(?:行)?の\s*(?:すぐ|一つ|ひとつ)?"
    r"(?:(?P<next>次|下|後)|(?P<before>前|上))の行"
)
_ENTRY_EN = re.compile(
    rf"\b(?P<nth>{ORDINAL_EN}|final)\s+{_ENTRY}\b|\b{_ENTRY}\s+(?:number\s+|no\.?\s*)(?P<number>\d+)", re.I
)
_ENTRY_JA_RE = re.compile(rf"(?:{_NTH_JA}|(?P<first>最初)|(?P<last>最後))の\s*{_ENTRY_JA}")


def place_in(question: str) -> Place | None:
    """The one place that the question is about; None where it names none."""
    return (
        _line(question)
        or _beside(question)
        or _sheet(question)
        or _nth(question, "file", (_NTH_FILE_EN, _NTH_FILE_JA))
        or _nth(question, "page", (_PAGE_EN, _PAGE_JA))
        or _nth(question, "entry", (_ENTRY_EN, _ENTRY_JA_RE))
    )


def _line(question: str) -> Place | None:
    for pattern in (*_LINE_EN, _LINE_JA):
        if (found := pattern.search(question)) is not None:
            return Place("line", beside=1 if found["next"] else -1, words=found["words"].strip())
    return None


def _beside(question: str) -> Place | None:
    found = {
        1 if match["next"] else -1 for pattern in (*_BESIDE_EN, *_BESIDE_JA) for match in pattern.finditer(question)
    }
    return Place("file", beside=found.pop()) if len(found) == 1 else None


def _sheet(question: str) -> Place | None:
    for pattern in _SHEET:
        match = pattern.search(question)
        if match is None:
            continue
        got = match.groupdict()
        if got.get("name"):
            return Place("sheet", words=got["name"].strip())
        return Place("sheet", _number(got))
    return None


def _nth(question: str, what: What, patterns: tuple[re.Pattern[str], ...]) -> Place | None:
    found = {_number(match.groupdict()) for pattern in patterns for match in pattern.finditer(question)} - {0}
    return Place(what, found.pop()) if len(found) == 1 else None


def _number(got: dict[str, str | None]) -> int:
    if got.get("first"):
        return 1
    if got.get("last"):
        return LAST
    for name in ("number", "sheet", "after"):
        if value := got.get(name):
            return int(value)
    said = got.get("nth") or ""
    if said.isdigit():
        return int(said)
    if said in _NUMBERS:
        return _NUMBERS[said]
    if said.lower() in ("last", "final"):
        return LAST
    return ordinal(said) or 0


def without_place(question: str) -> str:
    """The question without where to look: no words of what stands there."""
    for pattern in (
        *_LINE_EN, _LINE_JA, *_BESIDE_EN, *_BESIDE_JA, *_SHEET, _NTH_FILE_EN, _NTH_FILE_JA, _PAGE_EN, _PAGE_JA,
        _ENTRY_EN, _ENTRY_JA_RE,
    ):  # fmt: skip
        question = pattern.sub(" ", question)
    return question
