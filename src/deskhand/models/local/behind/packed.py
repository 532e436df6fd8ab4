"""What packed and marked-up documents say, row by row: sheets, texts, books and mails.

The file's own bytes come over by the shell and are taken apart here, so that nothing need be installed where it lies.
They are not to be trusted: no more is unpacked than a person could read, and no markup is obeyed.
"""

from __future__ import annotations

import email
import email.policy
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Sequence

MOST = 3_000_000
"""Bytes that are unpacked at most."""
_ENDS_ROW = (
    r"</?(?:text:p|text:h|table:table-row|w:p|w:tr|tr|p|div|br|h[1-6]|li|dt|dd|title|ul|ol|table|body|blockquote)\b"
    r"[^>]*>"
)
_IN_ROW = re.compile(r"<(table:table-cell|w:tc|td|th)\b[^>]*>(.*?)</\1>", re.S | re.I)
_BLOCKS = re.compile(r"</?(?:text:p|text:h|w:p|p|div|br)\b[^>]*>", re.I)
_NAMES = re.compile(
    r"\b(?:name|title|text|label|_text)\s*=\s*\"([^\"]*)\"|\b(?:name|title|text|label)\s*=\s*'([^']*)'", re.I
)
PACKED = frozenset(["odt", "ods", "odp", "docx", "xlsx", "epub", "gnumeric"])
MARKED = frozenset(["html", "htm", "xhtml", "fodt", "fods", "fodp", "ctd", "opml", "xml", "xbel", "eml", "gpx", "kml"])
"""Endings of files whose text stands between marks."""


def rows_in(data: bytes, ending: str) -> list[str]:
    """The rows of text; empty where the bytes are no such file."""
    try:
        return _rows(data, ending)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, zlib.error, EOFError, IndexError, LookupError):
        return []


def _rows(data: bytes, ending: str) -> list[str]:
    if ending == "eml":
        return _mail(data)
    if ending == "gnumeric":
        return gnumeric_rows(gunzipped(data).decode("utf-8", "replace"))
    if ending not in PACKED:
        return flattened(data.decode("utf-8", "replace"))
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        if ending == "xlsx":
            return sheet_rows(pack)
        if ending == "epub":
            parts = [name for name in pack.namelist() if re.search(r"\.x?html?$", name)]
            return [row for name in parts[:50] for row in flattened(part(pack, name))]
        return flattened(part(pack, "word/document.xml" if ending == "docx" else "content.xml"))


def part(pack: zipfile.ZipFile, name: str) -> str:
    with pack.open(name) as held:
        return held.read(MOST).decode("utf-8", "replace")


def gunzipped(data: bytes) -> bytes:
    if data[:2] != b"\x1f\x8b":
        return data
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as held:
        return held.read(MOST)


def flattened(marked: str) -> list[str]:
    """Text between marks, a row of a table with its cells apart by tabs. Marks of an unknown kind end a row, and what
    they are named says something, too."""
    marked = re.sub(
        r"(?is)<(script|style|office:styles|office:automatic-styles|office:meta)\b.*?</\1>|<!--.*?-->", " ", marked
    )
    known = re.search(r"<(?:html|body|office:|w:document|p|table|!doctype html)\b", marked, re.I) is not None
    if known:
        if found := re.search(r"(?is)<(?:office:)?body\b.*", marked):
            marked = found[0]
        marked = re.sub(r"\s*\n\s*", " ", marked)
        marked = re.sub(r"<(?:text:tab|w:tab)\b[^>]*>", "\t", re.sub(r"<text:s\b[^>]*>", " ", marked))
        marked = re.sub(r"<table:table-cell\b[^>]*/>", "\t", marked)
        marked = _IN_ROW.sub(lambda cell: f"{_BLOCKS.sub(' ', cell[2]).strip()}\t", marked)
        marked = re.sub(_ENDS_ROW, "\n", marked, flags=re.I)
    else:
        marked = re.sub(
            r"<[^>]*>", lambda mark: "\n" + " ".join(a or b for a, b in _NAMES.findall(mark[0])) + "\n", marked
        )
    plain = html.unescape(re.sub(r"<[^>]*>", "", marked))
    return [row.strip(" ").rstrip("\t") for row in plain.splitlines() if row.strip()]


def sheet_rows(pack: zipfile.ZipFile, sheets: Sequence[str] = ()) -> list[str]:
    """These sheets of a workbook, else all; what their cells hold as it was entered or worked out."""
    names = pack.namelist()
    shared: list[str] = []
    if "xl/sharedStrings.xml" in names:
        for one in re.findall(r"<si\b[^>]*>(.*?)</si>", part(pack, "xl/sharedStrings.xml"), re.S):
            shared.append(html.unescape("".join(re.findall(r"<t\b[^>]*>(.*?)</t>", one, re.S))))
    rows: list[str] = []
    every = sorted(name for name in names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
    for name in sheets or every:
        for row in re.findall(r"<row\b[^>]*>(.*?)</row>", part(pack, name), re.S):
            cells: dict[int, str] = {}
            for place, kind, inner in _cells_of(row):
                value = re.search(r"<v\b[^>]*>(.*?)</v>|<t\b[^>]*>(.*?)</t>", inner, re.S)
                said = "" if value is None else html.unescape(value[1] or value[2] or "")
                cells[place] = shared[int(said)] if kind == "s" and said else said
            if any(cells.values()):
                rows.append("\t".join(cells.get(at, "") for at in range(max(cells) + 1)))
    return rows


def _cells_of(row: str) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    for marks, inner in re.findall(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", row, re.S):
        letters = re.search(r"\br=\"([A-Z]{1,3})\d+\"", marks)
        kind = re.search(r"\bt=\"(\w+)\"", marks)
        place = len(found) if letters is None else _number(letters[1])
        found.append((place, "" if kind is None else kind[1], inner))
    return found


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return min(number, 200) - 1


def gnumeric_rows(text: str) -> list[str]:
    cells: dict[tuple[int, int], str] = {}
    for marks, value in re.findall(r"<gnm:Cell\b([^>]*)>(.*?)</gnm:Cell>", text, re.S):
        row, column = re.search(r'Row="(\d+)"', marks), re.search(r'Col="(\d+)"', marks)
        if row is not None and column is not None and int(column[1]) < 200:
            cells[int(row[1]), int(column[1])] = html.unescape(value)
    rows: list[str] = []
    for row_number in sorted({row for row, _ in cells}):
        last = max(column for row, column in cells if row == row_number)
        rows.append("\t".join(cells.get((row_number, at), "") for at in range(last + 1)))
    return rows


def _mail(data: bytes) -> list[str]:
    """Who it is from and to, its subject and date, and its text."""
    mail = email.message_from_bytes(data, policy=email.policy.default)
    rows = [f"{name}: {mail[name]}" for name in ("From", "To", "Subject", "Date") if mail[name]]
    body = mail.get_body(("plain", "html"))
    if body is not None:
        text = str(body.get_content())
        rows += (
            flattened(text)
            if body.get_content_subtype() == "html"
            else [one for one in text.splitlines() if one.strip()]
        )
    return rows
