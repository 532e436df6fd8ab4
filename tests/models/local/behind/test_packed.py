"""Documents say their rows, whatever they are packed in; a folder's list says which file is the newest."""

from __future__ import annotations

import io
import zipfile

from deskhand.models.local.behind.folder import listed, of_a_folder, of_list
from deskhand.models.local.behind.packed import rows_in

TABLE = [["City", "March"], ["Lisbon", "9792"], ["Oslo", "1208"]]


def _pack(parts: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as pack:
        for name, text in parts.items():
            pack.writestr(name, text)
    return data.getvalue()


def test_a_workbook_says_its_cells():
    sheet = (
        '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>'
        '<row><c r="A2" t="inlineStr"><is><t>Lisbon &amp; Porto</t></is></c><c r="B2"/><c r="C2"><v>97.5</v></c></row>'
    )
    shared = "<sst><si><t>City</t></si><si><r><t>Mar</t></r><r><t>ch</t></r></si></sst>"
    data = _pack({"xl/sharedStrings.xml": shared, "xl/worksheets/sheet1.xml": sheet})
    assert rows_in(data, "xlsx") == ["City\t\tMarch", "Lisbon & Porto\t\t97.5"]


def test_tables_and_texts_say_their_rows():
    cells = "".join(
        "<table:table-row>" + "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in row)
        + "</table:table-row>" for row in TABLE
    )  # fmt: skip
    sheet = _pack(
        {"content.xml": f"<office:document-content><office:body>{cells}</office:body></office:document-content>"}
    )
    assert rows_in(sheet, "ods") == ["\t".join(row) for row in TABLE]
    letter = _pack({"word/document.xml": "<w:document><w:p><w:t>Rent </w:t><w:t>82,000</w:t></w:p><w:p/></w:document>"})
    assert rows_in(letter, "docx") == ["Rent 82,000"]
    page = "<html><head><style>p {}</style></head><body><p>Child:\n6.20</p><table><tr><td>a</td><td>b</td></tr></table>"
    assert rows_in(page.encode(), "html") == ["Child: 6.20", "a\tb"]
    notes = '<cherrytree><node name="Passport"><rich_text>Until 2029</rich_text></node></cherrytree>'
    assert rows_in(notes.encode(), "ctd") == ["Passport", "Until 2029"]


def test_a_mail_says_who_and_what():
    mail = b"From: Ines <i@x.example>\nSubject: Party\nContent-Transfer-Encoding: quoted-printable\n\nAt 18=3A30.\n"
    assert rows_in(mail, "eml") == ["From: Ines <i@x.example>", "Subject: Party", "At 18:30."]


def test_what_is_no_such_file_says_nothing():
    assert rows_in(b"PK\x03\x04 broken", "xlsx") == [] and rows_in(b"\x1f\x8bxx", "gnumeric") == []


LIST = """total 12
-rw-r--r-- 1 user user  900 1772000000 alpha one.txt
-rw-r--r-- 1 user user 1200 1779000000 bravo.pdf
drwxr-xr-x 2 user user 4096 1789000000 Old
-rw-r--r-- 1 user user   80 1775000000 charlie.pdf
"""


def test_a_folders_list_says_which_and_how_many():
    files = listed(LIST)
    assert [one.name for one in files] == ["alpha one.txt", "bravo.pdf", "charlie.pdf"]
    assert of_list("Which file in the folder Reports is the newest?", files) == "bravo.pdf"
    assert of_list("Reports フォルダーでいちばん古いファイルはどれですか。", files) == "alpha one.txt"
    assert of_list("Which file in the folder Reports is the smallest?", files) == "charlie.pdf"
    assert of_list("How many PDF files are in the folder Reports?", files) == "2"
    assert of_list("Which is the newest file in the folder Reports?", [files[0], files[0]]) == ""


def test_what_stands_in_the_files_is_no_question_of_their_list():
    assert of_a_folder("Which file in the folder Reports is the newest?")
    assert not of_a_folder("How many files in the shared folder contain the word passport?")
    assert not of_a_folder("Which item in prices.csv in the shared folder is the newest?")
