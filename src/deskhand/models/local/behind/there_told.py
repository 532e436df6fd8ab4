"""What stands in the place that a question is about: in the next picture, on one page, one sheet, in one entry."""

from __future__ import annotations

import functools
import re
import shlex
from collections.abc import Sequence

from deskhand.models.local.behind.answering import answered, fits
from deskhand.models.local.behind.asking import Asked, asked
from deskhand.models.local.behind.file import PICTURES, File, bytes_of, said_in
from deskhand.models.local.behind.place import LAST, Place, without_place
from deskhand.models.local.behind.records import entries
from deskhand.models.local.behind.saying import words_of
from deskhand.models.local.behind.seeing import COMICS, in_rows, largest, lines_in_picture, order
from deskhand.models.local.behind.sheets import BOOKS, sheets_in
from deskhand.models.local.behind.values import is_number, kind_of, only_value
from deskhand.models.local.behind.whole import has
from deskhand.models.local.hand import Hand
from deskhand.vision.folding import fold

PAGED = ("pdf", "djvu", *COMICS)
_A_WORD = re.compile(r"\b(?:which|what|the|single|one)\s+words?\b|\bword\b|単語|言葉|語句|文字", re.I)


async def neighbour(hand: Hand, file: File, place: Place) -> File | None:
    """The picture that the place names, in the order of the folder's names; None where there is none."""
    folder = file.path.rpartition("/")[0]
    say = hand.say(f"Looking which pictures are beside {file.name}.", f"{file.name} の前後の画像を調べます。")
    view = await hand.shell(f"ls -1 {shlex.quote(folder)}", say)
    names = [name for name in view.text.splitlines() if name.rpartition(".")[2].lower() in PICTURES]
    names.sort(key=order)
    if view.error or file.name not in names:
        return None
    at = names.index(file.name) + place.beside if place.beside else _index(place.number, len(names))
    return File(f"{folder}/{names[at]}") if 0 <= at < len(names) else None


def _index(number: int, count: int) -> int:
    return count - 1 if number == LAST else number - 1


async def told_in_picture(hand: Hand, file: File, question: str, page: int | None = None) -> str:
    """What answers, of the words in a picture."""
    lines = await lines_in_picture(hand, file, page)
    rows = in_rows(lines)
    if told := told_among(question, rows):
        return told
    return largest(lines) if _A_WORD.search(question) else ""


def told_among(question: str, rows: Sequence[str]) -> str:
    """Of the rows of one narrow place the one that has the question's words, else the only value of its kind."""
    plain = without_place(question)
    wanted = asked(plain)
    found = None if wanted is None else answered(wanted, rows)
    if found is not None and _is_of_kind(question, found.text):
        return found.text
    return "" if _asks_for_other(wanted, rows) or _of_something_else(wanted, rows) else only_value(plain, rows)


_OF_ANY = """
    word words picture image photo page slide sheet drawing scan folder next previous first last number amount price
    cost value title heading text letters digits sign figure told given mentioned named comes after before
    単語 言葉 文字 数字 数 画像 写真 スライド ページ シート 値 語句 題 見出し 書 表示 次 前 最初 最後
    枚目 番目 合言葉 場所 時刻 金額
"""
"""Words of such a question that name no thing."""


@functools.cache
def _idle() -> frozenset[str]:
    return frozenset(term.stem for term in words_of(_OF_ANY)) | frozenset(_OF_ANY.split())


def _of_something_else(wanted: Asked | None, rows: Sequence[str]) -> bool:
    """Whether the question names a thing, in the language of what stands there, of which nothing stands there: the
    price of the boat is not the deposit."""
    if wanted is None:
        return False
    said = [words for words in wanted.words if not all(one.stem in _idle() or one.stem.isdigit() for one in words)]
    text = " ".join(rows)
    same = any(_ascii(one.stem) == _ascii(text) for words in said for one in words)
    return (
        bool(said) and same and not any(has(words, other) for words in said for row in rows for other in words_of(row))
    )


def _ascii(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isascii() for letter in letters) * 2 > len(letters)


def _is_of_kind(question: str, value: str) -> bool:
    """Of a number in the row with the question's words its unit need not stand there, too."""
    kind = kind_of(question)
    return kind is None or kind.written.search(value) is not None or (kind.numbers and is_number(value))


def _asks_for_other(wanted: Asked | None, rows: Sequence[str]) -> bool:
    """Whether the rows say several things with labels, and none with the question's words."""
    labels = sum(re.match(r"\W*[^\W\d][^:：]{1,30}[:：]\s*\S", row) is not None for row in rows)
    return labels > 2 and wanted is not None and bool(wanted.words)


async def told_there(hand: Hand, file: File, place: Place, question: str) -> str:
    """What answers in that page, sheet, line or entry of a file; "" where it is not there, or tells nothing surely."""
    match place.what:
        case "page" if file.ending in PAGED:
            return await _of_page(hand, file, place, question)
        case "sheet" if file.ending in BOOKS:
            return await _of_sheet(hand, file, place, question)
        case "line":
            return beside_line((await said_in(hand, file)).splitlines(), place)
        case "entry":
            table = in_order(entries(await said_in(hand, file), file.ending), file.ending)
            at = _index(place.number, len(table) - 1)
            return of_entry(question, table[0], table[1 + at]) if 0 <= at < len(table) - 1 else ""
        case _:
            return ""


_LISTED = ("srt", "vtt", "m3u", "m3u8", "xbel", "opml", "rss", "atom", "jsonl")
"""Entries that programs show in the order of the file."""


def in_order(table: Sequence[str], ending: str) -> list[str]:
    """The entries in the order in which the first and the last of them are counted, below their head: of a calendar by
    when they begin; empty where a program may put them in any."""
    if not table or ending in _LISTED:
        return list(table)
    at = next((at for at, head in enumerate(table[0].split("\t")) if head.startswith("begins")), None)
    if ending not in ("ics", "vcs") or at is None:
        return []
    return [table[0], *sorted(table[1:], key=lambda row: row.split("\t")[at])]


async def _of_page(hand: Hand, file: File, place: Place, question: str) -> str:
    page = place.number
    if file.ending in COMICS:
        return await told_in_picture(hand, file, question, await _pages(hand, file) if page == LAST else page)
    if page == LAST and (page := await _pages(hand, file)) < 1:
        return ""
    rows = [row.strip() for row in (await said_in(hand, file, page)).splitlines() if row.strip()]
    if rows:
        return told_among(question, rows)
    return await told_in_picture(hand, file, question, page) if file.ending == "pdf" else ""


async def _pages(hand: Hand, file: File) -> int:
    """How many pages it has; 0 where that is not told."""
    path, say = shlex.quote(file.path), hand.say("How many pages are there?", "ページ数を調べます。")
    if file.ending in COMICS:
        view = await hand.shell(f"unzip -Z1 {path}", say)
        return sum(name.rpartition(".")[2].lower() in PICTURES for name in view.text.splitlines())
    command = f"djvused -e n {path}" if file.ending == "djvu" else f"pdfinfo {path} | grep Pages"
    found = re.search(r"(\d+)\s*$", (await hand.shell(command, say)).text)
    return 0 if found is None else int(found[1])


async def _of_sheet(hand: Hand, file: File, place: Place, question: str) -> str:
    rows = await rows_of_sheet(hand, file, place)
    return told_among(question, rows) if rows else ""


async def rows_of_sheet(hand: Hand, file: File, place: Place) -> list[str]:
    """The rows of the sheet of that name or number."""
    say = hand.say(f"Looking into the sheets of {file.name}.", f"{file.name} のシートを見ます。")
    data = await bytes_of(hand, f"cat {shlex.quote(file.path)}", say)
    sheets = [] if data is None else sheets_in(data, file.ending)
    if place.words:
        found = [rows for name, rows in sheets if fold(name).letters.lower() == fold(place.words).letters.lower()]
        return found[0] if len(found) == 1 else []
    at = _index(place.number, len(sheets))
    return sheets[at][1] if 0 <= at < len(sheets) else []


def beside_line(rows: Sequence[str], place: Place) -> str:
    """The line before or after the one line that has the words; empty lines do not count."""
    rows = [row.strip() for row in rows if row.strip()]
    held = [at for at, row in enumerate(rows) if place.words.lower() in row.lower()]
    if len(held) > 1:  # the one that is nothing else
        held = [at for at in held if rows[at].lower() == place.words.lower()] or held
    at = held[0] + place.beside if len(held) == 1 else -1
    return rows[at] if 0 <= at < len(rows) else ""


def of_entry(question: str, head: str, row: str) -> str:
    """The cell of one entry whose heading says what is asked for, else all the entry."""
    heads, cells = head.split("\t"), row.split("\t")
    found = answered_cell(question, heads, cells)
    return found or "  ".join(cell for cell in cells if cell != "-")


def answered_cell(question: str, heads: Sequence[str], cells: Sequence[str]) -> str:
    wanted = asked(without_place(question)) or asked(question)
    if wanted is None:
        return ""
    ranked = sorted(((fits(wanted, name), -at) for at, name in enumerate(heads)), reverse=True)
    best, at = ranked[0]
    return cells[-at] if best > 0 and (len(ranked) < 2 or ranked[1][0] < best) else ""
