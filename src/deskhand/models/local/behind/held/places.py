"""Whether a wish names a note, a section or the like as the place where something is to be done."""

from __future__ import annotations

import re

from deskhand.models.local.behind.held.parts import bare, plain
from deskhand.models.local.steps import EditLine, ReplaceText, Step, TypeText

_PLACE = r"section|note|node|page|chapter|heading|part|entry|topic|paragraph|category|group"
_ORT = r"節|メモ|ノート|ノード|ページ|章|見出し|セクション|項目|カテゴリー?|グループ"


def told_as_place(said: str, name: str) -> bool:
    wanted = re.escape(bare(name))
    if not wanted:
        return False
    some = r"[\s\"'“”「」『』\[\]]*"
    forms = (
        rf"\b(?:{_PLACE})\b(?:\s+(?:called|named|titled))?{some}{wanted}(?!\w)",
        rf"(?<!\w){wanted}{some}(?:{_PLACE})\b",
        rf"\b(?:under|below|in|of)\s+(?:the\s+)?[\"“\[]{wanted}[\"”\]]",
        rf"(?:{_ORT})の?{some}{wanted}",
        rf"{wanted}{some}(?:という|の)?{some}(?:{_ORT})",
    )
    return any(re.search(form, plain(said)) for form in forms)


_NAME = r"[\"“\[「『](?P<{0}>[^\"”\]」』]{{1,60}})[\"”\]」』]"
_PLACES = (
    rf"\b(?:to|in|into|under|below|beneath|inside|of|from|within|only)\s+(?:the\s+)?(?:{_PLACE})\s+(?:(?:called|named|titled)\s+)?"
    rf"(?:{_NAME.format('a')}|(?P<b>[A-Z][\w-]*(?:\s+[A-Z0-9][\w-]*)*))",
    rf"\b(?:to|in|into|under|below|beneath|inside|of|from|within|only)\s+(?:the\s+)?(?:{_NAME.format('a')}|(?P<b>[A-Z][\w-]*))\s+(?:{_PLACE})\b",
    rf"(?:{_ORT})の?\s*{_NAME.format('a')}(?P<b>(?!))?",
    rf"{_NAME.format('a')}\s*(?:という|の)?\s*(?:{_ORT})(?P<b>(?!))?",
)


def place_named(said: str) -> str:
    """The note or section in which something is to be done, as the wish calls it; "" where it names none."""
    for form in _PLACES:
        if (found := re.search(form, said)) is not None:
            return found["a"] or found["b"] or ""
    return ""


_LINE = re.compile(r"\b(?:lines?|items?|bullet|sentence|paragraph)\b|行|文", re.IGNORECASE)
_REPLACES = re.compile(
    r"\b(?:replac\w*|all|every|each|word|respell\w*|occurrence\w*)\b|置換|置き換え|すべて|全て|全部|文字列|という",
    re.IGNORECASE,
)


def is_bare(step: ReplaceText, wish: str) -> bool:
    """Whether what is to become another may be a key, and its value what becomes it: said without quotes, and not as a
    word that is replaced."""
    quoted = any(f"{mark}{step.old}" in wish for mark in "\"“「『'")
    return not quoted and not step.only and _REPLACES.search(wish) is None


def rather_in_file(step: Step, wish: str) -> bool:
    """Whether keys in a window would miss what is meant: a line for a note or a section of a name, words that are to be
    replaced only there, or a key's value said like a word that becomes another."""
    match step:
        case EditLine(line=str(line), how="append" | "prepend"):
            return _LINE.search(wish) is not None and told_as_place(wish, line)
        case TypeText(into=None, own_line=True):
            return bool(place_named(wish))
        case ReplaceText():
            besides = wish.replace(step.old, " ").replace(step.new, " ")
            return is_bare(step, wish) or bool(place_named(besides).strip())
        case _:
            return False


_WORKED_OUT = re.compile(
    r"\s*(?:the\s+)?(?:sum|total|average|mean)\s+of\b.*|.*の?(?:合計|平均)(?:値|額|点)?\s*", re.IGNORECASE | re.DOTALL
)


def to_be_worked_out(step: Step, wish: str) -> bool:
    """Whether what is to stand in a cell is a sum of others, and not those words."""
    if not isinstance(step, TypeText) or step.into is None or step.into.kind != "cell":
        return False
    text = "".join(piece for piece in step.text if isinstance(piece, str))
    quoted = any(f"{mark}{text.strip()}" in wish for mark in "\"“「『'")
    return (
        _WORKED_OUT.fullmatch(text) is not None and len(text) > (len("average") if text.isascii() else 2) and not quoted
    )
