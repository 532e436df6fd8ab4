"""The row of a list that is meant by its place or its kind: “the third subtitle”, 「2 番目」, “subtitle number 3”.

Such words stand nowhere on the screen, so looking for their letters found nothing and the run ended with a question.
Selecting, reading, changing and deleting all look a thing up in one place (`pointing.find_one`), which asks here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.counted import at
from deskhand.models.local.ground import Found
from deskhand.models.local.hand import Hand
from deskhand.models.local.rows_shown import Listing, Row, listing_in
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.acts.words import JAPANESE, place_in_order
from deskhand.vision.scene import Scene, TextLine

MOST_WORDS = 3
"""Words that are left of such a name without its place: more say something else."""
MOST_LETTERS = 10
"""The same where words are not set apart."""
SAME = 0.85
_ORDER = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|\d+(?:st|nd|rd|th)|top|bottom)\b|"
    r"(?:\d+|[一二三四五六七八九十]+)\s*(?:番目|つ目|つめ|個目|行目|件目|番)の?|(?:最初|最後|先頭|末尾)の?|"
    r"(?:一番|いちばん)[上下]の?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?P<kind>.*?\D)\s*(?:number|no\.?|nr\.?|#|番号)?\s*(?P<n>\d{1,4})$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|my|of|in)\b\s*|\s*\b(?:of|in)\b.*$", re.IGNORECASE)
_ANY = re.compile(
    r"(?:row|line|entry|entries|item|record|element|thing|one|result|行|項目|件|もの|やつ|エントリー?|レコード|結果)s?",
    re.IGNORECASE,
)
"""What every row may be called."""


_NO_ROW = re.compile(
    r"\b(?:page|tab|column|window|button|word|letter|character|paragraph|sentence|cell|menu|field|icon|slide|sheet)s?\b|"
    r"ページ|タブ|列|ウィンドウ|ウインドウ|ボタン|単語|文字|段落|セル|メニュー|欄|アイコン|スライド|シート",
    re.IGNORECASE,
)
"""What is counted to elsewhere than in a list."""
_LINE = re.compile(r"\blines?\b|行", re.IGNORECASE)


async def row_meant(hand: Hand, target: Target) -> Found | None:
    """The place to click of the row that is counted to; None where no row is meant, or none can be told."""
    order = order_said(target)
    front = await hand.front()
    if order is None or front is None or target.near or target.point is not None:
        return None
    shown = listing_in(await hand.scene(), front.body)
    if shown is None or (not shown.heads and _LINE.search(target.name)):
        return None  # the lines of a text stand below each other, too
    row = row_at(shown, order, numbered=_NUMBERED.match(target.name) is not None)
    if row is None:
        return None
    return Found(row.wording.box.center, row.wording.box, row.wording.text, 1.0)


def order_said(target: Target) -> int | None:
    """To which row a name counts; None where it names something else."""
    if target.kind not in (None, "row", "text", "cell", "file"):
        return None
    if target.nth is not None:
        return target.nth if not target.name or _is_kind(target.name) else None
    name = re.sub(r"(?<=\d)\s+(?=番|つ|個|行|件)", "", target.name)
    if (order := place_in_order(name)) is not None and _ORDER.search(name):
        return order if _is_kind(_ORDER.sub(" ", name)) else None
    numbered = _NUMBERED.match(name.strip())
    return int(numbered["n"]) if numbered is not None and _is_kind(numbered["kind"]) else None


def _is_kind(words: str) -> bool:
    rest = _ARTICLE.sub("", words.strip(" のをは,.")).strip()
    if any(character.isdigit() for character in rest) or _NO_ROW.search(rest):
        return False
    return len(rest) <= MOST_LETTERS if JAPANESE.search(rest) else len(rest.split()) <= MOST_WORDS


def row_at(shown: Listing, order: int, *, numbered: bool = False) -> Row | None:
    """The row with that number at its head where all have one; else the one that is counted to. None where the list
    goes on below and its last row is wanted."""
    if order < 0:
        return at(shown.rows, order) if shown.whole else None
    heads = [row.cells[0].text.strip(" .#") for row in shown.rows]
    if all(head.isdecimal() for head in heads):
        own = [row for row, head in zip(shown.rows, heads, strict=True) if int(head) == order]
        return own[0] if len(own) == 1 else None
    return None if numbered else at(shown.rows, order)


def counted(shown: Listing, noun: str, around: Sequence[str]) -> int | None:
    """How many rows there are, where the noun is what the rows are: any row may be an entry, but a subtitle only where
    the window speaks of subtitles. None where more may be out of sight."""
    said = [word for word in terms(noun) if word.weight >= 1]
    told = [word for text in around for word in terms(text)]
    known = _ANY.fullmatch(noun.strip()) is not None or (
        bool(said) and all(any(alike(one, other) >= SAME for other in told) for one in said)
    )
    return len(shown.rows) if known and shown.whole else None


def beside_rows(scene: Scene, shown: Listing) -> list[TextLine]:
    """The words of a window that are none of its rows'."""
    first, last = shown.rows[0].box, shown.rows[-1].box
    return [line for line in scene.texts if not first.y - 2 <= line.box.center.y <= last.bottom + 2]
