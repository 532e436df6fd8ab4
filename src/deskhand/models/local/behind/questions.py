"""A question answered out of the file behind the window, or out of the list of a folder's files."""

from __future__ import annotations

import re

from deskhand.models.local.behind.answering import answered
from deskhand.models.local.behind.asking import Asked, asked, only_asks
from deskhand.models.local.behind.counting import counted, records
from deskhand.models.local.behind.file import File, meant, rows, size
from deskhand.models.local.behind.folder import in_folder, of_a_folder
from deskhand.models.local.behind.summary import summed_up
from deskhand.models.local.behind.whether import is_whether, whether
from deskhand.models.local.behind.whole import is_a_name, whole
from deskhand.models.local.hand import Hand, Refused
from deskhand.models.local.skills.shapes import SHAPES

_BY_TERMINAL = re.compile(r"\w*term(?:inal)?\b|\bconsole\b|\bkonsole\b|\bshell\b|端末|ターミナル", re.I)
"""The person wants it found out there."""

_CODE = re.compile(r"[\[\]{}\\^<>|]")
"""A pattern or a formula is the program's own matter."""


def of_the_whole(question: str) -> bool:
    """Whether what shows of a text in a window cannot answer it for certain: which is the most of all, how many there
    are, whether something stands there at all."""
    if not only_asks(question) or _BY_TERMINAL.search(question) or _CODE.search(question):
        return False
    return whole(question) is not None or is_whether(question) or counted(question, ["a b"]) is not None


async def out_of_the_file(hand: Hand, question: str) -> str:
    """What the file behind the window says to a question; "" where nothing surely answers it."""
    if _CODE.search(question):
        return ""
    try:
        if of_a_folder(question):
            return await in_folder(hand, question)
        wanted = asked(question)
        file = None if wanted is None and not of_the_whole(question) else await meant(hand)
        return "" if file is None else await _told(hand, file, question, wanted)
    except Refused:
        return ""  # the person is told what the window did not show


async def _told(hand: Hand, file: File, question: str, wanted: Asked | None) -> str:
    if (found := await size(hand, file)) is not None:
        return f"{found[0]} × {found[1]}" if _of_size(question) else ""
    said = await rows(hand, file, None if wanted is None else wanted.page)
    if not said:
        return ""
    number = records(question, file.ending, said)
    if number is not None or (number := counted(question, said)) is not None:
        return str(number)
    if is_whether(question) and (there := whether(wanted.plain if wanted else question, said)) is not None:
        stands, row = there
        missing = hand.say(f"No, that does not stand in {file.name}.", f"いいえ、{file.name} には書かれていません。")
        return hand.say(f"Yes: {row}", f"はい: {row}") if stands else missing
    if wanted is None:
        return ""
    of = whole(wanted.plain)
    if of is not None and not is_a_name(of, said):
        if told := summed_up(of, wanted, said):
            return told
        if of.of != "count":  # one row cannot say so
            return ""
    found_row = answered(wanted, said)
    return "" if found_row is None else found_row.text


def _of_size(question: str) -> bool:
    """Whether the picture's width and height are asked for."""
    return any(shape.named.search(question) for shape in SHAPES if "1,5" in shape.written.pattern)
