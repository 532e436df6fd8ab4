"""Cells of workbooks: changed in the file itself, all its other parts and marks left as they are."""

from __future__ import annotations

import gzip
import html
import io
import re
import zipfile
from collections.abc import Mapping

from deskhand.models.local.behind.changing import Unclear
from deskhand.models.local.behind.held.grid import (
    Grid,
    cells_meant,
    column_name,
    figure,
    number_of,
    result_of,
    the_fitting,
)
from deskhand.models.local.behind.held.order import Order

SHEETS = frozenset(["xlsx", "ods", "gnumeric"])
MOST = 3_000_000
"""Bytes that a part may unpack to."""
WIDEST = 300
"""Cells that are written out where many alike stand for one."""
At = tuple[int, int]


def sheet_changed(data: bytes, ending: str, order: Order) -> bytes:
    """Raises Unclear where which cell is meant is not told clearly."""
    if ending == "gnumeric":
        packed = data[:2] == b"\x1f\x8b"
        changed = _gnumeric((gzip.decompress(data) if packed else data).decode(), order).encode()
        return gzip.compress(changed, mtime=0) if packed else changed
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        if any(one.file_size > MOST for one in pack.infolist()):
            raise Unclear
        part = "content.xml" if ending == "ods" else _one_sheet(pack, order)
        text = pack.read(part).decode()
        after = _ods(text, order) if ending == "ods" else _xlsx(text, _shared(pack), order)
        return _packed(pack, {part: after.encode()})


def _packed(pack: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for one in pack.infolist():
            new.writestr(one, changed.get(one.filename, pack.read(one)), one.compress_type)
    return out.getvalue()


def _one_sheet(pack: zipfile.ZipFile, order: Order) -> str:
    """The sheet that is meant: of several the one that the wish names, else the only one where the order fits."""
    names = sorted(name for name in pack.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
    shared = _shared(pack)
    return the_fitting(((name, _xlsx_grid(pack.read(name).decode(), shared)) for name in names), order)[0]


def _shared(pack: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in pack.namelist():
        return []
    found = re.findall(r"<si\b[^>]*>(.*?)</si>|<si\s*/>", pack.read("xl/sharedStrings.xml").decode(), re.DOTALL)
    return [html.unescape("".join(re.findall(r"<t\b[^>]*>(.*?)</t>", one, re.DOTALL))) for one in found]


_C = re.compile(r"<c\b(?P<marks>[^>]*?)(?:/>|>(?P<inner>.*?)</c>)", re.DOTALL)
_ROW = re.compile(r"<row\b(?P<marks>[^>]*?)(?:/>|>(?P<inner>.*?)</row>)", re.DOTALL)


def _mark(marks: str, name: str) -> str:
    found = re.search(rf"(?<![\w:]){re.escape(name)}=\"([^\"]*)\"", marks)
    return "" if found is None else found[1]


def _place(reference: str) -> At | None:
    found = re.fullmatch(r"([A-Z]{1,3})(\d+)", reference)
    if found is None:
        return None
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return int(found[2]) - 1, number - 1


def _xlsx_grid(text: str, shared: list[str]) -> dict[At, str]:
    grid: dict[At, str] = {}
    for cell in _C.finditer(text):
        at = _place(_mark(cell["marks"], "r"))
        value = re.search(r"<v\b[^>]*>(.*?)</v>|<t\b[^>]*>(.*?)</t>", cell["inner"] or "", re.DOTALL)
        if at is not None and value is not None:
            said = html.unescape(value[1] if value[1] is not None else value[2] or "")
            grid[at] = shared[int(said)] if _mark(cell["marks"], "t") == "s" and said.isdigit() else said
    return grid


def _xlsx(text: str, shared: list[str], order: Order) -> str:
    grid = _xlsx_grid(text, shared)
    for at, value in cells_meant(grid, order).items():
        text = _xlsx_put(text, at, value, grid)
    return re.sub(r"(<f\b[^>]*?(?:/>|>[^<]*</f>))<v>[^<]*</v>", r"\1", text)  # worked out anew when it is opened


def _xlsx_put(text: str, at: At, value: str, grid: Grid) -> str:
    name = f"{column_name(at[1])}{at[0] + 1}"
    inner, kind = _value(value)
    cells = [cell for cell in _C.finditer(text) if _mark(cell["marks"], "r") == name]
    style = _mark(cells[0]["marks"], "s") if cells else ""
    marks = f'<c r="{name}"{f" s={chr(34)}{style}{chr(34)}" if style else ""}{kind}>{inner}</c>'
    if cells:
        if "<f" in (cells[0]["inner"] or "") and not value.startswith("="):
            raise Unclear  # it is worked out there, and nobody said that it no longer should be
        return text[: cells[0].start()] + marks + text[cells[0].end() :]
    rows = [row for row in _ROW.finditer(text) if _mark(row["marks"], "r") == str(at[0] + 1)]
    if rows and rows[0]["inner"] is not None:
        later = [
            cell.start()
            for cell in _C.finditer(text, rows[0].start("inner"), rows[0].end("inner"))
            if (place := _place(_mark(cell["marks"], "r"))) is not None and place[1] > at[1]
        ]
        where = later[0] if later else rows[0].end("inner")
        return text[:where] + marks + text[where:]
    if rows:
        return f'{text[: rows[0].start()]}<row r="{at[0] + 1}">{marks}</row>{text[rows[0].end() :]}'
    below = [row.start() for row in _ROW.finditer(text) if int(_mark(row["marks"], "r") or 0) > at[0] + 1]
    where = below[0] if below else text.index("</sheetData>")
    return f'{text[:where]}<row r="{at[0] + 1}">{marks}</row>{text[where:]}'


def _value(value: str) -> tuple[str, str]:
    """What stands in a cell of a workbook, and the mark of its kind."""
    if value.startswith("=") and len(value) > 1:
        return f"<f>{html.escape(value[1:], quote=False)}</f>", ""
    number = number_of(value)
    if number is not None and not re.match(r"[¥$€£]|-?0\d", value):
        return f"<v>{figure(number)}</v>", ""
    return f'<is><t xml:space="preserve">{html.escape(value, quote=False)}</t></is>', ' t="inlineStr"'


_GNUMERIC = re.compile(r"<gnm:Cell\b(?P<marks>[^>]*?)(?:/>|>(?P<inner>.*?)</gnm:Cell>)", re.DOTALL)


def _gnumeric(text: str, order: Order) -> str:
    sheets = re.finditer(r"<gnm:Cells>(.*?)</gnm:Cells>|<gnm:Cells\s*/>", text, re.DOTALL)
    sheet, grid = the_fitting(((one, _gnumeric_grid(one[0])) for one in sheets), order)
    inside = sheet[0] if sheet[1] is not None else "<gnm:Cells></gnm:Cells>"
    for at, value in cells_meant(grid, order).items():
        number = None if value.startswith("=") else number_of(value)
        kind = "" if value.startswith("=") else f' ValueType="{60 if number is None else 40}"'
        said = value if number is None else figure(number)
        new = f'<gnm:Cell Row="{at[0]}" Col="{at[1]}"{kind}>{html.escape(said, quote=False)}</gnm:Cell>'
        cells = [cell for cell in _GNUMERIC.finditer(inside) if _gnumeric_at(cell) == at]
        if cells:
            if (cells[0]["inner"] or "").startswith("=") and not value.startswith("="):
                raise Unclear
            inside = inside[: cells[0].start()] + new + inside[cells[0].end() :]
        else:
            after = [cell.start() for cell in _GNUMERIC.finditer(inside) if _gnumeric_at(cell) > at]
            where = after[0] if after else inside.index("</gnm:Cells>")
            inside = inside[:where] + new + inside[where:]
    return text[: sheet.start()] + inside + text[sheet.end() :]


def _gnumeric_grid(cells: str) -> dict[At, str]:
    return {_gnumeric_at(cell): html.unescape(cell["inner"] or "") for cell in _GNUMERIC.finditer(cells)}


def _gnumeric_at(cell: re.Match[str]) -> At:
    return int(_mark(cell["marks"], "Row") or -1), int(_mark(cell["marks"], "Col") or -1)


_ODS_ROW = re.compile(r"<table:table-row\b(?P<marks>[^>]*?)(?:/>|>(?P<inner>.*?)</table:table-row>)", re.DOTALL)
_ODS_CELL = re.compile(
    r"<table:(?P<tag>table-cell|covered-table-cell)\b(?P<marks>[^>]*?)(?:/>|>(?P<inner>.*?)</table:(?P=tag)>)",
    re.DOTALL,
)


def _ods(text: str, order: Order) -> str:
    tables = re.finditer(r"<table:table\b.*?</table:table>", text, re.DOTALL)
    table, grid = the_fitting(((one, _ods_grid(one[0])) for one in tables), order)
    inside = table[0]
    for at, value in cells_meant(grid, order).items():
        inside = _ods_put(inside, at, value, grid)
    inside = _FORMULA.sub(lambda cell: re.sub(r"\soffice:value=\"[^\"]*\"", "", cell[1]) + "/>", inside)
    return text[: table.start()] + inside + text[table.end() :]


_FORMULA = re.compile(r"(<table:table-cell\b[^>]*table:formula=\"[^>]*?)(?:/>|>.*?</table:table-cell>)", re.DOTALL)
"""Worked out anew when it is opened, where it does not say what it came to."""


def _times(marks: str, what: str) -> int:
    return int(_mark(marks, f"table:number-{what}-repeated") or 1)


def _ods_grid(table: str) -> dict[At, str]:
    grid: dict[At, str] = {}
    number = 0
    for row in _ODS_ROW.finditer(table):
        column = 0
        for cell in _ODS_CELL.finditer(row["inner"] or ""):
            said = "\n".join(
                re.sub(r"<[^>]*>", "", one)
                for one in re.findall(r"<text:p\b[^>]*>(.*?)</text:p>", cell["inner"] or "", re.DOTALL)
            )
            count = _times(cell["marks"], "columns")
            for at in range(min(count, WIDEST) if said else 0):
                grid[number, column + at] = html.unescape(said)
            column += count
        number += _times(row["marks"], "rows")
    return grid


def _ods_put(table: str, at: At, value: str, grid: Grid) -> str:
    number = 0
    for row in _ODS_ROW.finditer(table):
        count = _times(row["marks"], "rows")
        if number <= at[0] < number + count:
            inner = _ods_row_with(row["inner"] or "", at[1], value, grid)
            marks = re.sub(r"\s*table:number-rows-repeated=\"\d+\"", "", row["marks"])
            new = f"<table:table-row{marks}>{inner}</table:table-row>"
            before, after = at[0] - number, number + count - at[0] - 1
            return table[: row.start()] + _again(row, before) + new + _again(row, after) + table[row.end() :]
        number += count
    if at[0] != number:
        raise Unclear
    new = f"<table:table-row>{_ods_row_with('', at[1], value, grid)}</table:table-row>"
    where = max(row.end() for row in _ODS_ROW.finditer(table))
    return table[:where] + new + table[where:]


def _again(one: re.Match[str], count: int) -> str:
    """The rows or cells alike that stand before or behind the one that was cut out of them."""
    if not count:
        return ""
    what = "rows" if "table-row" in one[0][:20] else "columns"
    plain = re.sub(rf"\s*table:number-{what}-repeated=\"\d+\"", "", one[0], count=1)
    return plain if count == 1 else re.sub(r"^(<[\w:-]+)", rf'\1 table:number-{what}-repeated="{count}"', plain)


def _ods_row_with(inner: str, column: int, value: str, grid: Grid) -> str:
    number = 0
    for cell in _ODS_CELL.finditer(inner):
        count = _times(cell["marks"], "columns")
        if number <= column < number + count:
            if "table:formula" in cell["marks"] and not value.startswith("="):
                raise Unclear
            style = _mark(cell["marks"], "table:style-name")
            new = _ods_cell(value, style, grid)
            before, after = column - number, number + count - column - 1
            return inner[: cell.start()] + _again(cell, before) + new + _again(cell, after) + inner[cell.end() :]
        number += count
    gap = column - number
    empty = "" if not gap else f'<table:table-cell table:number-columns-repeated="{gap}"/>'
    return inner + empty + _ods_cell(value, "", grid)


def _ods_cell(value: str, style: str, grid: Grid) -> str:
    look = f' table:style-name="{style}"' if style else ""
    formula = ""
    if value.startswith("=") and len(value) > 1:
        told = re.sub(r"([A-Z]+\d+):([A-Z]+\d+)", r"[.\1:.\2]", value[1:])
        formula = f' table:formula="of:={html.escape(told)}"'
        result = result_of(grid, value)
        if result is None:
            raise Unclear
        value = figure(result)
    number = number_of(value)
    if number is not None and not re.match(r"[¥$€£]|-?0\d", value):
        kind = f' office:value-type="float" office:value="{value}"'
    else:
        kind = ' office:value-type="string"'
    said = html.escape(value, quote=False)
    return f"<table:table-cell{look}{formula}{kind}><text:p>{said}</text:p></table:table-cell>"
