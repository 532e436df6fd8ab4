"""Workbooks sheet by sheet: what is asked of one sheet is not answered out of another."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib

from deskhand.models.local.behind.packed import flattened, gnumeric_rows, gunzipped, part, sheet_rows

BOOKS = frozenset(["ods", "fods", "xlsx", "gnumeric"])
MANY = 60
"""Columns over which a cell that is repeated is written out at most."""


def sheets_in(data: bytes, ending: str) -> list[tuple[str, list[str]]]:
    """Each sheet's name and its rows, cells apart by tabs, in order; empty where the bytes are no such book."""
    try:
        if ending == "gnumeric":
            return _gnumeric(gunzipped(data).decode("utf-8", "replace"))
        if ending == "fods":
            return _open(data.decode("utf-8", "replace"))
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            return _workbook(pack) if ending == "xlsx" else _open(part(pack, "content.xml"))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, zlib.error, EOFError, IndexError):
        return []


def _open(text: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for marks, inner in re.findall(r"<table:table\b([^>]*)>(.*?)</table:table>", text, re.S):
        name = re.search(r'table:name="([^"]*)"', marks)
        rows: list[str] = []
        for row in re.findall(r"<table:table-row\b[^>]*?(?:/>|>(.*?)</table:table-row>)", inner, re.S):
            cells: list[str] = []
            for said, held in re.findall(
                r"<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)", row, re.S
            ):
                times = re.search(r'number-columns-repeated="(\d+)"', said)
                text_of = " ".join(flattened(f"<body>{held}</body>")).replace("\t", " ") if held else ""
                cells += [text_of] * min(MANY, int(times[1]) if times else 1)
            if any(cells):
                rows.append("\t".join(cells).rstrip("\t"))
        found.append((html.unescape(name[1]) if name else "", rows))
    return found


def _workbook(pack: zipfile.ZipFile) -> list[tuple[str, list[str]]]:
    book = part(pack, "xl/workbook.xml")
    names = [html.unescape(name) for name in re.findall(r"<sheet\b[^>]*?\bname=\"([^\"]*)\"", book)]
    parts = [name for name in pack.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
    parts.sort(key=lambda name: int(re.findall(r"\d+", name)[-1]))
    return [(name, sheet_rows(pack, [one])) for name, one in zip(names, parts, strict=False)]


def _gnumeric(text: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for sheet in re.findall(r"<gnm:Sheet\b.*?</gnm:Sheet>", text, re.S):
        name = re.search(r"<gnm:Name>(.*?)</gnm:Name>", sheet)
        found.append((html.unescape(name[1]) if name else "", gnumeric_rows(sheet)))
    return found
