"""What a search has brought to light: the rows that hold what was sought, else those that were not there before.

“Which document mentions a deposit?” was answered with all that the window showed, its own buttons included, though the
list of matches was empty: what is told as found must have been found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.common import lines_in, notice_in_front
from deskhand.screen.geometry import Point
from deskhand.vision.folding import fold
from deskhand.vision.match import similarity
from deskhand.vision.scene import TextLine

SAME = 0.85
"""Two readings of one row are at least so much alike."""
BARE = 3
"""Letters beside what was sought that a row of a result has at least; less is the field it was typed into."""
MOST = 15
"""New rows that are still a list of results; more is another page of the program."""
_BAR = re.compile(r"\W*(?:find|search|検索)\b\W", re.IGNORECASE)
_CHOICES = re.compile(
    r"\b(?:match case|case[- ]sensitive|highlight all|regular expression|whole words?|wrap around)\b"
    r"|大文字と?小文字|正規表現|すべて強調|単語単位",
    re.IGNORECASE,
)
"""What a bar to search in offers beside its field."""
_FAILED = re.compile(
    r"\berror\b|n[o']t exist|not found|\bno (?:match|result|such)|\b(?:could|can) ?not\b|"
    r"見つかりません|エラー|存在しません",
    re.IGNORECASE,
)


MEANING = re.compile(
    r"\b(?:definitions?|meanings?|means?|senses?|explanations?|translations?|synonyms?)\b|意味|定義|語義|訳語?|説明|類語|同義語",
    re.IGNORECASE,
)
"""What a dictionary says of a word, in sentences that need not hold it."""


def is_bar(row: str) -> bool:
    """Whether a row is a bar or a dialog to search in, and nothing that was found."""
    return _BAR.match(row) is not None or _CHOICES.search(row) is not None


async def rows_shown(hand: Hand, field: Point | None = None) -> list[str]:
    """The rows of text in the window in front, as they were read with the rest of the screen, but for the row of the
    ``field`` into which the text was typed."""
    front, scene = await hand.front(), await hand.scene()
    rows: list[list[TextLine]] = []
    for line in scene.texts:
        if front is not None and not front.body.contains(line.box.center):
            continue
        if field is not None and line.box.y <= field.y <= line.box.bottom:
            continue
        if rows and layout.same_row(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [" ".join(line.text for line in sorted(row, key=lambda line: line.box.x)) for row in rows]


def found_rows(before: Sequence[str], after: Sequence[str], sought: str) -> tuple[str, ...]:
    """The rows of ``after`` that a search for ``sought`` has found; the field where it was typed is none."""
    wanted = fold(sought).letters.lower()
    content = [row for row in after if not is_bar(row) and not _only(row, wanted)]
    holding = tuple(row for row in content if wanted in fold(row).letters.lower())
    if holding:
        return holding
    return new_rows(before, content)


def new_rows(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Those that were not there before; none where it is another page of the program."""
    fresh = [row for row in after if _CHOICES.search(row) is None]
    new = tuple(row for row in fresh if all(similarity(row, old) < SAME for old in before))
    return new if len(new) <= MOST else ()


def _only(row: str, wanted: str) -> bool:
    letters = fold(row).letters.lower()
    return wanted in letters and len(letters.replace(wanted, "", 1)) < BARE


async def complaint(hand: Hand) -> str:
    """What a message in front says, where it says that the search failed."""
    if not await notice_in_front(hand):
        return ""
    front = await hand.front()
    said = " ".join([front.title if front is not None else "", *await lines_in(hand, front.body if front else None)])
    return said.strip() if _FAILED.search(said) else ""
