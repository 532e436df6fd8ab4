"""Tables, pages of PDFs, tags and archives, worked on without the program that would not."""

import pytest

from deskhand.models.local.behind.everywhere import everywhere
from deskhand.models.local.behind.filing import as_filing
from deskhand.models.local.behind.members import taken, thrown_out
from deskhand.models.local.behind.pages import joined, paged, pages_meant
from deskhand.models.local.behind.tabled import edited_table, sorted_table
from deskhand.models.local.behind.tags import tagged
from deskhand.models.local.behind.writing import substitution
from deskhand.models.local.steps import DeleteFile, Target, UseCommand

HERBS = "name,price\nbasil,2.50\nmint,10.00\nthyme,2.50\n"


def test_rows_in_the_order_of_a_column_of_numbers() -> None:
    assert sorted_table("sort", "by price", "column price", HERBS, "csv") == HERBS.replace(
        "mint,10.00\nthyme,2.50\n", "thyme,2.50\nmint,10.00\n"
    )
    down = sorted_table("降順 並べ替え", "", "値段(price)", HERBS, "csv")
    assert down == "name,price\nmint,10.00\nbasil,2.50\nthyme,2.50\n"


def test_names_go_by_the_alphabet_and_no_column_is_guessed() -> None:
    assert sorted_table("sort", "", "name", "name,n\nb,1\nA,2\n", "csv") == "name,n\nA,2\nb,1\n"
    assert sorted_table("sort", "", "weight", HERBS, "csv") is None
    assert sorted_table("filter", "", "price", HERBS, "csv") is None
    assert sorted_table("sort", "", "name", 'name,n\n"a\nb",1\nc,2\n', "csv") is None  # a row of two lines


def test_a_cell_a_row_and_a_new_row() -> None:
    assert edited_table("edit price", {"price": "3.20"}, "Basil", HERBS, "csv") == HERBS.replace(
        "basil,2.50", "basil,3.20"
    )
    assert edited_table("delete row", {}, "mint", HERBS, "csv") == HERBS.replace("mint,10.00\n", "")
    assert edited_table("add row", {"price": "4", "name": "sage, red"}, "", HERBS, "csv") == HERBS + '"sage, red",4\n'
    assert edited_table("edit price", {"price": "3"}, "2.50", HERBS, "csv") is None  # two rows have it
    assert edited_table("add row", {"name": "sage"}, "", HERBS, "csv") is None


@pytest.mark.parametrize(
    ("said", "pages"),
    [
        ("page 2", (2,)),
        ("the third page", (3,)),
        ("2 ページ目", (2,)),
        ("最後のページ", (4,)),
        ("pages 2 to 3", (2, 3)),
        ("pages 1 and 4", (1, 4)),
        ("page 9", ()),
        ("the page about roofs", ()),
    ],
)
def test_pages_that_are_meant(said: str, pages: tuple[int, ...]) -> None:
    assert pages_meant(said, 4) == pages


def test_pages_are_taken_out_turned_and_joined() -> None:
    out = paged("delete", "page 2", "/s/a.pdf", "/s/a.pdf", 3, "pdftk")
    assert out is not None and out.changes
    assert out.command == "pdftk /s/a.pdf cat 1 3 output /tmp/made-apart.pdf && cp /tmp/made-apart.pdf /s/a.pdf"
    kept = paged("extract", "pages 2 to 3", "/s/a.pdf", "/s/b.pdf", 3, "qpdf")
    assert kept is not None and kept.command == "[ ! -e /s/b.pdf ] && qpdf /s/a.pdf --pages . 2,3 -- /s/b.pdf"
    turned = paged("rotate", "page 1 to the left", "/s/a.pdf", "/s/b.pdf", 2, "pdftk")
    assert turned is not None and "cat 1left 2 output" in turned.command
    assert paged("delete", "page 1", "/s/a.pdf", "/s/a.pdf", 1, "pdftk") is None  # nothing would be left
    assert joined("merge", ["/s/a.pdf", "/s/b.pdf"], "/s/a.pdf", "pdfunite") is None  # over one of them


def test_tags_by_what_the_system_has() -> None:
    assert tagged("edit artist", {"artist": "x"}, "/s/a.mp3", frozenset()) is None
    tools = frozenset(("mid3v2",))
    song = tagged("edit artist", {"artist": "Mira Lund"}, "/s/a.mp3", tools)
    assert song is not None and song.command == "mid3v2 --artist='Mira Lund' /s/a.mp3"
    assert tagged("edit colour", {"colour": "red"}, "/s/a.mp3", tools) is None
    assert tagged("アルバム名 変更", {"アルバム名": "海辺"}, "/s/a.png", tools) is None
    tools = frozenset(("mid3v2", "ffmpeg"))
    ogg = tagged("アルバム名 変更", {"アルバム名": "海辺"}, "/s/a.ogg", tools)
    assert ogg is not None and "-metadata:s:a:0 'album=海辺'" in ogg.command


def test_a_file_of_an_archive_is_no_file_beside_it() -> None:
    step = UseCommand("delete file", (), Target("two.txt", "file"))
    assert as_filing(step, "Take two.txt out of the archive in Engrampa.") is None
    assert as_filing(step, "Delete two.txt from docs.zip.") is None
    assert as_filing(step, "Delete two.txt in Caja.") == DeleteFile("two.txt", "")
    gone = thrown_out("delete from archive", "/s/docs.zip", "two.txt")
    assert gone is not None and gone.command == "zip -qd /s/docs.zip two.txt"
    out = taken("extract", "/s/docs.zip", "two.txt", "/s")
    assert out is not None and out.made == "/s/two.txt" and out.command.startswith("[ ! -e /s/two.txt ]")


def test_all_files_of_the_folder_are_meant_only_where_it_says_so() -> None:
    assert everywhere("Replace “Swan” by “Heron” in all the text files of the shared folder and save them all.")
    assert everywhere("共有フォルダーのすべてのテキストファイルで「山」を「川」に置き換えて。")
    assert not everywhere("Replace every “Swan” in inn.txt, which is in the shared folder, by “Heron”.")
    assert substitution("a/b.c", "d&e") == r"s/a\/b\.c/d\&e/g"
