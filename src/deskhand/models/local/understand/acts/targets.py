"""Things on the screen in the words of an act: “the Save button”, 「2つ目のリンク」, “row of apple”, “cell B1”."""

from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.cells import NAME
from deskhand.models.local.steps import Target, TargetKind
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.words import JAPANESE, bare, is_it, place_in_order, plain, unquoted
from deskhand.models.local.understand.frame import Puzzled

_CELL = re.compile(
    r"(?:(?:the\s+)?cell\s+|セル\s*)?([A-Za-z]{1,2}[1-9]\d{0,3})(?:\s*(?:のセル|の文字|の値|の中身|セル|cell))?"
)
_HOLDS = re.compile(
    r"(?:the\s+)?(?P<kind>row|record|line|entry|transaction|task|note|event|file|item|contact|message|mail|pad|page|tab|layer|sheet|book|song|track)\s+"
    r"(?:(?:that\s+)?(?:with|of|for|about|from|called|named|titled|labelled|saying|says|to|by)\s+)(?:the\s+)?(?P<name>.+)",
    re.I,
)
_HELD_JA = re.compile(
    r"(?P<name>.+?)(?:の(?:ある|入った|書いてある)?|という|って(?:いう)?|と書いてある|とある)?\s*(?P<kind>(?<![改折銀])行|記録|レコード|項目|ノート|メモ|予定|タスク|取引|タブ|シート|レイヤー?|メール)"
)
_ROWS = frozenset(
    (
        "row",
        "record",
        "line",
        "entry",
        "transaction",
        "task",
        "event",
        "item",
        "contact",
        "message",
        "mail",
        "song",
        "track",
        "行",
        "記録",
        "レコード",
        "項目",
        "予定",
        "タスク",
        "取引",
        "メール",
    )
)
_ORDER = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th)|top|bottom)\b|"
    r"(?:\d+|[一二三四五六七八九十]+)(?:番目|つ目|つめ|個目|行目|列目)の?|最初の?|最後の?|先頭の?|(?:一番|いちばん)[上下]の?"
)


def cell(words: str) -> str:
    """The name of a cell of a sheet, or ""."""
    found = _CELL.fullmatch(plain(words).strip())
    name = found[1].upper() if found is not None else ""
    return name if NAME.fullmatch(name) else ""


_COLUMN = re.compile(r"(?:the\s+)?column\s+([A-Z]{1,2})|([A-Z]{1,2})列", re.I)
_ROW = re.compile(r"(?:the\s+)?row\s+(\d{1,4})|(\d{1,4})行目?", re.I)


def in_sheet(words: str) -> str:
    """The first cell of a column or a row that is named by its letter or number, or the cell itself; else ""."""
    text = plain(words).strip()
    if (found := _COLUMN.fullmatch(text)) is not None:
        return f"{(found[1] or found[2]).upper()}1"
    if (found := _ROW.fullmatch(text)) is not None:
        return f"A{found[1] or found[2]}"
    return cell(words)


def target(words: str, *, near: str = "", nth: str = "", kind: TargetKind | None = None) -> Target:
    """What is aimed at.

    Raises:
        Puzzled: the words only point: there is nothing in them to look for.
    """
    order = place_in_order(nth) if nth else None
    beside = bare(near)
    if name := cell(words):
        return Target(name, "cell", order, beside)
    if unquoted(words) != words.strip():
        return Target(unquoted(words), kind, order, beside)
    if (file := places.file(words)) is not None and kind is None:
        return Target(file.name, "file", order, beside)
    held = _HOLDS.fullmatch(words.strip()) or _HELD_JA.fullmatch(words.strip())
    if held is not None and not is_it(held["name"]) and not re.search(r"[^「]*[がはをに](?![^「]*」)", held["name"]):
        name, what = bare(held["name"]), held["kind"].lower()
        if (at := cell(name)) != "":
            return Target(at, "cell", order, beside)
        if place_in_order(name) is None:
            return Target(name, kind or ("row" if what in _ROWS else concepts.KIND_OF.get(what)), order, beside)
    name, found = _kind_off(bare(words))
    kind = kind or found
    if order is None and (place := place_in_order(name or words)) is not None and (kind is not None or not name):
        order = place
        name = bare(_ORDER.sub("", name).strip(" の"))
        name, found = _kind_off(name)
        kind = kind or found
    if (kind is None and is_it(words)) or (not name and kind is None):
        raise Puzzled(words, "what target")
    return Target(name, kind, order, beside)


_WHOLE = re.compile(r"(?:サー|メン|ナン|カ|オー|ドライ|シル|ラ|レ|リ|ネイ|フィー|ハー)バー$")
"""Words that end like the word for a bar: 経理サーバー is no field called 経理サー."""


def _kind_off(name: str) -> tuple[str, TargetKind | None]:
    """“Save button” is a button called Save; a kind alone has no name."""
    lowered = name.lower()
    if lowered in concepts.KIND_OF:
        return "", concepts.KIND_OF[lowered]
    if JAPANESE.search(name):
        for word, kind in _BY_LENGTH:
            if name.endswith(word) and not word.isascii() and len(name) > len(word) and not _WHOLE.search(name):
                return bare(re.sub(r"(?:の|という|って)$", "", name[: -len(word)])), kind
        return name, None
    words = name.split()
    for size in (2, 1):
        last = concepts.KIND_OF.get(" ".join(words[-size:]).lower()) if len(words) > size else None
        if last is not None and last not in ("text", "image", "row", "file"):
            return unquoted(" ".join(words[:-size])), last
        if len(words) > size and (found := concepts.KIND_OF.get(" ".join(words[:size]).lower())) in (
            "button",
            "tab",
            "link",
            "cell",
            "field",
            "menu",
            "row",
        ):
            rest = re.sub(r"^(?:called|named|labelled|that\s+says|saying)\s+", "", " ".join(words[size:]))
            return bare(rest), found
    return name, None


_BY_LENGTH = sorted(
    (
        (word, kind)
        for word, kind in concepts.KIND_OF.items()
        if kind
        in ("button", "field", "link", "checkbox", "radio", "icon", "tab", "menu", "menu item", "option", "slider")
    ),
    key=lambda pair: -len(pair[0]),
)
