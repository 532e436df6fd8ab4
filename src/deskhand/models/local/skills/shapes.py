"""Values that are known by how they are written, where no label stands with them: a status bar says "618 x 407" and
"U+2614", and nowhere "width" or "code point"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    named: re.Pattern[str]
    """What is asked for."""
    written: re.Pattern[str]
    """How such a value is written; its group ``v`` is the value, all of it where there is none."""


def _shape(named: str, written: str) -> Shape:
    return Shape(re.compile(named, re.IGNORECASE), re.compile(written, re.IGNORECASE))


_SIZE = r"(?<![\d.])\d{1,5}\s*(?:px|pixels)?\s*[x×✕*]\s*\d{1,5}(?![\d.])"
_ACROSS = r"\bwid(?:th|e)\b|幅|横"
_UP = r"\b(?:height|high|tall)\b|高さ|縦"
SHAPES = (
    _shape(r"code\s*point|unicode|u\s*\+|文字コード|コードポイント|ユニコード", r"\bU\s?\+\s?[0-9A-F]{4,6}\b"),
    _shape(r"#|\bhex|\bhtml\b|colou?r\s+(?:code|name|value)|カラーコード|色コード|16進|十六進", r"#[0-9A-F]{6}\b"),
    _shape(rf"(?:{_ACROSS}).*(?:{_UP})|(?:{_UP}).*(?:{_ACROSS})", _SIZE),
    _shape(_ACROSS, r"(?<![\d.])(?P<v>\d{1,5})\s*(?:px|pixels)?\s*[x×✕*]\s*\d{1,5}(?![\d.])"),
    _shape(_UP, r"(?<![\d.])\d{1,5}\s*(?:px|pixels)?\s*[x×✕*]\s*(?P<v>\d{1,5})(?![\d.])"),
    _shape(r"dimension|resolution|\bpixels?\b|image size|解像度|寸法|ピクセル|画像.*(?:大きさ|サイズ)", _SIZE),
    _shape(r"\bsize\b|how (?:big|large)|大きさ|サイズ|容量", r"(?<![\d.,])\d[\d.,]*\s?(?:[KMGT]i?B|bytes|B)\b"),
    _shape(
        r"folder|director|path|location|\bwhere\b|フォルダ|場所|ディレクトリ|パス|どこ",
        r"(?<!\w)(?=[\w.~/-]*[^\W\d_])(?:~|\.)?/?(?:[\w.-]+/)+[\w.-]*",
    ),
    _shape(r"e-?mail|メール", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    _shape(r"\burl\b|address of the page|website|アドレス", r"https?://\S+"),
    _shape(r"percent|割合|パーセント|zoom|倍率", r"(?<![\d.])\d+(?:[.,]\d+)?\s?%"),
    _shape(
        r"\bdate\b|\bday\b|\bwhen\b|日付|何日|いつ|期限",
        r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b|\d{1,2}月\d{1,2}日",
    ),
    _shape(r"\btime\b|\bo'clock\b|時刻|何時", r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)"),
    _shape(r"phone|telephone|電話", r"\+?\d[\d ()-]{6,}\d"),
    _shape(r"\bversion\b|バージョン", r"\bv?\d+\.\d+(?:\.\d+)*(?:[-+~][0-9A-Za-z.]+)*\b"),
    _shape(
        r"pric|cost|amount|total|金額|値段|料金|代金|合計",
        r"[$€£¥￥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:円|[$€£])|(?<![\d.])\d+\.\d{2}(?![\d.])",
    ),
    _shape(r"^\W*(?:the\s+)?(?:number|番号)\W*$", r"(?:\b[Nn][Oo][.:]|№|第)\s?(?P<v>\d[\d-]*)"),
)  # fmt: skip


NEXT = 2
"""Rows under a name within which a card has what belongs to it."""


def below(name: str, rows: Sequence[str], own: Sequence[str]) -> str:
    """The value of that kind in a row under the one row that is about it, as on a card: “Treasurer: Ito”, “Tel: …”.
    What stands before it there must stand before another one as well: a label does, the next person's name does not."""
    if len(own) != 1 or own[0] not in rows:
        return ""
    at = rows.index(own[0])
    for row in rows[at + 1 : at + 1 + NEXT]:
        if value := shaped(name, [row]):
            label = _before(row, value)
            return value if label and sum(_before(r, shaped(name, [r])) == label for r in rows) > 1 else ""
    return ""


def _before(row: str, value: str) -> str:
    return re.sub(r"[\W_]+", "", row.partition(value)[0]).lower() if value else ""


def shaped(name: str, lines: Sequence[str]) -> str:
    """The value of that kind in the lines; "" where there is none, or where there are different ones."""
    for shape in SHAPES:
        if not shape.named.search(name):
            continue
        group = "v" if "v" in shape.written.groupindex else 0
        found: dict[str, None] = {}
        for line in lines:
            found |= {str(match[group]).strip(): None for match in shape.written.finditer(line)}
        if len(found) == 1:
            return next(iter(found))
    return ""
