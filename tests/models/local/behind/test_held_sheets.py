"""Cells of workbooks and rows of data bases: only the one that is meant becomes another."""

# ruff: noqa: E501
from __future__ import annotations

import io
import sqlite3
import zipfile

import pytest

from deskhand.models.local.behind.changing import Unclear
from deskhand.models.local.behind.held.database import statement
from deskhand.models.local.behind.held.grid import cells_meant, figure
from deskhand.models.local.behind.held.order import Order
from deskhand.models.local.behind.held.workbooks import sheet_changed
from deskhand.models.local.behind.packed import rows_in

XLSX = (
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="4"><v>38</v></c></row>'
    '<row r="3"><c r="A3" t="inlineStr"><is><t>Chair</t></is></c><c r="B3"><v>60</v></c></row>'
    '<row r="4"><c r="B4"><f>SUM(B2:B3)</f><v>98</v></c></row></sheetData></worksheet>'
)
SHARED = "<sst><si><t>item</t></si><si><t>price</t></si><si><t>Lamp</t></si></sst>"
ODS = (
    '<office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell><text:p>item</text:p></table:table-cell>'
    "<table:table-cell><text:p>price</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Lamp</text:p>"
    '</table:table-cell><table:table-cell table:style-name="c" office:value-type="float" office:value="38"><text:p>38</text:p></table:table-cell>'
    '<table:table-cell table:number-columns-repeated="5"/></table:table-row><table:table-row table:number-rows-repeated="90">'
    '<table:table-cell table:number-columns-repeated="7"/></table:table-row></table:table></office:spreadsheet>'
)
GNUMERIC = (
    '<gnm:Sheet><gnm:Cells><gnm:Cell Row="0" Col="0" ValueType="60">item</gnm:Cell><gnm:Cell Row="0" Col="1" ValueType="60">price</gnm:Cell>'
    '<gnm:Cell Row="1" Col="0" ValueType="60">Lamp</gnm:Cell><gnm:Cell Row="1" Col="1" ValueType="40">38</gnm:Cell></gnm:Cells></gnm:Sheet>'
)  # fmt: skip


def packed(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        for name, text in parts.items():
            pack.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


def workbook(ending: str) -> bytes:
    if ending == "gnumeric":
        return GNUMERIC.encode()
    if ending == "ods":
        return packed(content_xml=ODS, meta_xml="<m/>")
    return packed(xl__worksheets__sheet1_xml=XLSX, xl__sharedStrings_xml=SHARED, xl__styles_xml="<s/>")


PRICE = Order("set", on="Lamp", label="price", value="45")


@pytest.mark.parametrize("ending", ["xlsx", "ods", "gnumeric"])
@pytest.mark.parametrize(
    "order, row",
    [
        (PRICE, "Lamp\t45"),
        (Order("set", label="B2", value="お茶 & <b>"), "Lamp\tお茶 & <b>"),
        (Order("set", label="cell B2", value="4.5", old="38"), "Lamp\t4.5"),
        (Order("set", label="price", value="7", said="the price of the lamp"), "Lamp\t7"),
        (Order("set", label="C2", value="new"), "Lamp\t38\tnew"),
        (Order("add", fields=(("item", "Rug"), ("price", "9"))), "Rug\t9"),
    ],
)
def test_a_cell_becomes_another(ending: str, order: Order, row: str):
    if ending == "xlsx" and order.deed == "add":
        row = "Rug\t9"
    after = rows_in(sheet_changed(workbook(ending), ending, order), ending)
    before = rows_in(workbook(ending), ending)
    assert row in after and [one for one in after if one != row][:1] == before[:1]


def test_the_other_parts_of_a_workbook_stay_and_sums_are_worked_out_anew():
    with zipfile.ZipFile(io.BytesIO(sheet_changed(workbook("xlsx"), "xlsx", PRICE))) as pack:
        text = pack.read("xl/worksheets/sheet1.xml").decode()
        assert pack.read("xl/styles.xml") == b"<s/>"
    assert text == XLSX.replace("<v>38</v>", "<v>45</v>").replace("</f><v>98</v>", "</f>")


@pytest.mark.parametrize("ending", ["xlsx", "ods", "gnumeric"])
@pytest.mark.parametrize(
    "order", [Order("set", on="Sofa", label="price", value="1"), Order("set", on="Lamp", label="colour", value="red")]
)
def test_what_no_cell_is_called_changes_nothing(ending: str, order: Order):
    with pytest.raises(Unclear):
        sheet_changed(workbook(ending), ending, order)


def test_a_number_keeps_all_its_digits():
    assert [figure(number) for number in (12345.67, 1234567.0, 0.1 + 0.2, -3.0)] == ["12345.67", "1234567", "0.3", "-3"]


def test_a_formula_is_not_written_over_by_a_value():
    with pytest.raises(Unclear):
        sheet_changed(workbook("xlsx"), "xlsx", Order("set", label="B4", value="3"))


@pytest.mark.parametrize(
    "value, said, formula",
    [
        ("sum of column B", "", "=SUM(B2:B3)"), ("B列の合計", "", "=SUM(B2:B3)"), ("average of price", "", "=AVERAGE(B2:B3)"),
        ("the total", "of B2 to B3", "=SUM(B2:B3)"), ("sum", "", "sum"),
    ],
)  # fmt: skip
def test_a_sum_is_a_formula(value: str, said: str, formula: str):
    grid = {(0, 0): "item", (0, 1): "price", (1, 0): "Lamp", (1, 1): "38", (2, 0): "Rug", (2, 1): "9"}
    assert cells_meant(grid, Order("set", label="B5", value=value, said=said)) == {(4, 1): formula}


@pytest.mark.parametrize(
    "order, after",
    [
        (PRICE, [("Lamp", 45), ("It's", 9)]),
        (Order("delete", on="it's"), [("Lamp", 38)]),
        (Order("add", fields=(("item", "O'Rug"), ("price", "3"))), [("Lamp", 38), ("It's", 9), ("O'Rug", 3)]),
    ],
)
def test_one_row_of_a_data_base(order: Order, after: list[tuple[str, int]]):
    base = sqlite3.connect(":memory:")
    base.execute('create table "my things"(item text, price int)')
    base.executemany('insert into "my things" values(?,?)', [("Lamp", 38), ("It's", 9)])
    rows = [{"rowid of it": number + 1, "item": item, "price": price} for number, (item, price) in enumerate([("Lamp", 38), ("It's", 9)])]  # fmt: skip
    base.execute(statement("my things", rows, order))
    assert base.execute('select * from "my things"').fetchall() == after
