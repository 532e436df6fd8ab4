"""A question answered out of the file behind the window, or out of the list of a folder's files."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from deskhand.models.local.behind.aboutness import about_itself
from deskhand.models.local.behind.answering import answered, words_held
from deskhand.models.local.behind.archives import in_archive, is_archive
from deskhand.models.local.behind.asking import Asked, asked, only_asks
from deskhand.models.local.behind.counting import counted, records
from deskhand.models.local.behind.databases import ENDINGS as DATABASES
from deskhand.models.local.behind.databases import table_rows
from deskhand.models.local.behind.dated import days_from_today, is_limited, of_day
from deskhand.models.local.behind.file import PICTURES, File, bytes_of, meant, rows, said_in
from deskhand.models.local.behind.folder import in_folder, of_a_folder
from deskhand.models.local.behind.history import in_history, of_history
from deskhand.models.local.behind.machine import among_processes, of_processes
from deskhand.models.local.behind.own_store import own_files, within
from deskhand.models.local.behind.packed import MARKED
from deskhand.models.local.behind.place import place_in, without_place
from deskhand.models.local.behind.properties import property_in, told_of
from deskhand.models.local.behind.records import ENDINGS, MAY_BE, entries
from deskhand.models.local.behind.space import largest_below, of_space
from deskhand.models.local.behind.statistics import figured, function_in, of_all_rows
from deskhand.models.local.behind.summary import summed_up
from deskhand.models.local.behind.table import table_in
from deskhand.models.local.behind.there_told import (
    PAGED,
    neighbour,
    of_entry,
    rows_of_sheet,
    told_among,
    told_in_picture,
    told_there,
)
from deskhand.models.local.behind.whether import is_whether, whether
from deskhand.models.local.behind.whole import is_a_name, whole
from deskhand.models.local.hand import Hand, Refused
from deskhand.models.local.named import names
from deskhand.vision.fitting import colour_at

_JOINED = re.compile(r"\b(work|home|mobile|cell|office|fax)(?=(?:phone|mail|tel|fax|address|number)\s*[=:])", re.I)
"""How a file calls what people say in two words: workphone."""
FEW = 3
"""Files of a program that are read at most."""
_BY_TERMINAL = re.compile(r"\w*term(?:inal)?\b|\bconsole\b|\bkonsole\b|\bshell\b|端末|ターミナル", re.I)
"""The person wants it found out there."""

_CODE = re.compile(r"[\[\]{}\\^<>|]")
"""A pattern or a formula is the program's own matter."""


def of_the_whole(question: str) -> bool:
    """Whether what shows of a text in a window cannot answer it for certain: which is the most of all, how many there
    are, whether something stands there at all."""
    if not only_asks(question) or _BY_TERMINAL.search(question) or _CODE.search(question):
        return False
    if (
        of_history(question)
        or place_in(question) is not None
        or property_in(question) is not None
        or function_in(question) is not None
    ):
        return True
    return whole(question) is not None or is_whether(question) or counted(question, ["a b"]) is not None


async def out_of_the_file(hand: Hand, question: str, *, first: bool = False) -> str:
    """What the file behind the window says to a question; "" where nothing surely answers it. ``first``: before the
    window itself was asked."""
    if _CODE.search(question):
        return ""
    try:
        if of_history(question) and (told := await in_history(hand, question, asked(question))):
            return told
        if of_processes(question):
            return await among_processes(hand, question, asked(question))
        if of_space(question) and (told := await largest_below(hand, question)):
            return told
        if of_a_folder(question):
            return await in_folder(hand, question)
        wanted = asked(question)
        file = None if wanted is None and not of_the_whole(question) else await meant(hand)
        told = "" if file is None else await _anywhere(hand, file, question, wanted)
        if file is None and wanted is not None and not first:
            told = await _in_own_store(hand, question, wanted)
        return re.sub(r" *\t+ *", "  ", told)
    except Refused:
        return ""  # the person is told what the window did not show


async def _in_own_store(hand: Hand, question: str, wanted: Asked) -> str:
    """What the program's own files say, where all that say something say the same."""
    files = await own_files(hand, wanted)
    found = {told for file in files[:FEW] if (told := await _told(hand, file, question, wanted, within))}
    return found.pop() if len(found) == 1 and len(files) <= FEW else ""


async def _anywhere(hand: Hand, file: File, question: str, wanted: Asked | None) -> str:
    """Of the place that is asked about, of the file itself, or of what stands in it."""
    place, named_one = place_in(question), property_in(question)
    first = file
    if place is not None and place.what == "file":
        if file.ending not in PICTURES or (other := await neighbour(hand, file, place)) is None:
            return ""
        file = other
    itself = named_one is not None and about_itself(question, named_one, first)
    if named_one is not None and itself and (told := await told_of(hand, file, named_one)):
        return told
    if is_archive(file) and (place is None or place.what != "page"):
        return await in_archive(hand, file, question)
    if place is not None and place.what != "file":
        if place.what == "sheet":
            there, plain = await rows_of_sheet(hand, file, place), without_place(question)
            told = await _of_rows(hand, file, plain, asked(plain), there) if there else ""
            return told or (told_among(question, there) if whole(plain) is None else "")
        if place.what != "page" or file.ending in PAGED:
            return await told_there(hand, file, place, question)
    if file.ending in PICTURES:
        told = await _of_pixel(hand, file, question)
        if told or (named_one is not None and place is None):
            return told
        return await told_in_picture(hand, file, question) if wanted is not None or place is not None else ""
    return await _told(hand, file, question, wanted)


def _known(file: File) -> str:
    """Names that are no words of what stands in the file."""
    return f"{file.name} {file.name.rpartition('.')[0]}"


def _called(question: str) -> str:
    return " ".join(one.name for one in names(question))


_PIXEL = re.compile(r"\bpixels?\b|ピクセル|画素", re.I)
_COLOUR = re.compile(r"\bcolou?r\b|色", re.I)
_AT = re.compile(r"(?<!\d)(\d{1,5})\s*[,、]\s*(\d{1,5})(?!\d)")


async def _of_pixel(hand: Hand, file: File, question: str) -> str:
    """The colour of one pixel of a picture, as its digits."""
    at = _AT.search(question)
    if at is None or not (_PIXEL.search(question) and _COLOUR.search(question)):
        return ""
    say = hand.say(f"Looking at that pixel of {file.name}.", f"{file.name} のその画素を見ます。")
    data = await bytes_of(hand, f"cat {shlex.quote(file.path)}", say)
    colour = None if data is None else colour_at(data, int(at[1]), int(at[2]))
    return (
        ""
        if colour is None
        else f"#{colour[0]:02X}{colour[1]:02X}{colour[2]:02X} (RGB {colour[0]}, {colour[1]}, {colour[2]})"
    )


async def _told(
    hand: Hand,
    file: File,
    question: str,
    wanted: Asked | None,
    narrow: Callable[[Asked, File, Sequence[str]], Asked] | None = None,
) -> str:
    table_name, said = "", list[str]()
    if file.ending in DATABASES:
        table_name, said = await table_rows(hand, file, question)
    else:
        said = await _rows(hand, file, wanted)
    if file.ending in MARKED and not entries("\n".join(said), file.ending):
        said = await rows(hand, file)
    if not said:
        return ""
    return await _of_rows(hand, file, question, wanted, said, table_name, narrow)


async def _of_rows(
    hand: Hand,
    file: File,
    question: str,
    wanted: Asked | None,
    said: Sequence[str],
    table_name: str = "",
    narrow: Callable[[Asked, File, Sequence[str]], Asked] | None = None,
) -> str:
    """What the rows of a file say, empty ones between its entries included."""
    table = entries("\n".join(said), file.ending) if file.ending in ENDINGS | MAY_BE else []
    number = None if is_limited(question) else records(question, file.ending, said)
    said = [_JOINED.sub(r"\1 ", row) for row in said if row.strip()]
    if number is not None or (number := counted(question, said)) is not None:
        return str(number)
    if table and wanted is not None and (days := days_from_today(question)) is not None:
        return await _on_day(hand, table, wanted, question, days)
    said = table or said
    if wanted is not None and (figure := figured(wanted, said, f"{_known(file)} {table_name}", _called(question))):
        return figure
    if is_whether(question) and (there := whether(wanted.plain if wanted else question, said)) is not None:
        stands, row = there
        missing = hand.say(f"No, that does not stand in {file.name}.", f"いいえ、{file.name} には書かれていません。")
        return hand.say(f"Yes: {row}", f"はい: {row}") if stands else missing
    if wanted is None or of_all_rows(wanted.plain):
        return ""
    of = whole(wanted.plain)
    if of is not None and not is_a_name(of, said):
        if of.of not in ("sum", "average") and (told := summed_up(of, wanted, said)):
            return told
        if of.of in ("sum", "average") and table_in(said) is None and (told := summed_up(of, wanted, said)):
            return told
        if of.of != "count":  # one row cannot say so
            return ""
    found_row = answered(wanted if narrow is None else narrow(wanted, file, said), said)
    return "" if found_row is None else found_row.text


async def _on_day(hand: Hand, table: list[str], wanted: Asked, question: str, days: int) -> str:
    """What the one entry of today, or so many days from it, says that has the question's words."""
    view = await hand.shell("date +%F", hand.say("Which day is it?", "今日の日付を調べます。"))
    found = re.search(r"\d{4}-\d\d-\d\d", view.text)
    if found is None:
        return ""
    there = of_day(table[1:], date.fromisoformat(found[0]) + timedelta(days=days))
    if whole(question) is not None and re.search(r"\bhow many\b|何件|いくつ", question, re.I):
        return str(len(there))
    held = [words_held(wanted, row) for row in there]
    best = [row for row, words in zip(there, held, strict=True) if words == max(held)]
    if len(best) != 1 or (len(there) > 1 and not max(held)):
        return ""
    return of_entry(question, table[0], best[0])


async def _rows(hand: Hand, file: File, wanted: Asked | None) -> list[str]:
    """All that the file says, empty lines included where they part its entries."""
    if file.ending in ENDINGS or file.ending in MAY_BE:
        return (await said_in(hand, file)).splitlines()
    return await rows(hand, file, None if wanted is None else wanted.page)
