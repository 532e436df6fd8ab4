"""Pictures, PDFs, links, lines in other places: what is to be done is read off the words, or not at all."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from deskhand.models.local.behind.information import informed
from deskhand.models.local.behind.pictures import deed
from deskhand.models.local.behind.wished import one_deed
from deskhand.models.local.plan import plan
from deskhand.models.local.skills.arranging import NoSuchLine, arranged
from deskhand.models.local.steps import ArrangeLines, EditLine, Plan, Save


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("scale image beach.jpg down to half its size", "-resize 50%"),
        ("幅 320、高さ 200 ピクセルに縮小", "-resize 320x200!"),
        ("resize to 300 pixels wide", "-resize 300x"),
        ("画像を2倍に拡大", "-resize 200%"),
        ("crop it to 200x100 from the top left corner", "-gravity NorthWest -crop 200x100+0+0 +repage"),
        ("写真の左半分を切り抜いて", "-gravity West -crop 50%x100%+0+0 +repage"),
        ("crop to 40 x 30 at 5, 6", "-crop 40x30+5+6 +repage"),
        ("crop it to 200x100", ""),  # from where?
        ("add a 10 pixel black border", "-bordercolor black -border 10"),
        ("add a border", ""),
        ("30% darker", "-modulate 70"),
        ("rotate 30 degrees counterclockwise", "-rotate 330"),
        ("rotate 90 degrees", ""),  # has its own words
    ],
)
def test_what_becomes_of_a_picture(words: str, wanted: str):
    assert deed(words) == wanted


def test_what_a_pdf_says_of_itself():
    making = informed("edit title", {"title": "100% 'sure'"}, "/a b.pdf")
    assert making is not None and making.changes and "100%% " in making.command and "Title" in making.proof
    assert informed("edit", {"colour": "red"}, "/a.pdf") is None


@pytest.mark.parametrize(
    "step, after",
    [
        (ArrangeLines("swap", 1, -1), "dbca"),
        (ArrangeLines("swap", "b", "c"), "acbd"),
        (ArrangeLines("first", "c"), "cabd"),
        (ArrangeLines("last", 2), "acdb"),
        (ArrangeLines("before", "d", "b"), "adbc"),
        (ArrangeLines("after", "a", "c"), "bcad"),
        (ArrangeLines("reverse"), "dcba"),
    ],
)
def test_lines_in_other_places(step: ArrangeLines, after: str):
    assert "".join(arranged("abcd", step)) == after


def test_lines_that_are_there_once():
    assert arranged(["a", "b", "a", "", "c", ""], ArrangeLines("unique")) == ("a", "b", "", "c", "")
    for step in (ArrangeLines("first", "x"), ArrangeLines("swap", 1, 9), ArrangeLines("swap", "a", "a")):
        with pytest.raises(NoSuchLine):
            arranged(["a", "b", "ab"] if step.line == "a" else ["a", "b"], step)


@pytest.mark.parametrize(
    "wish, edit",
    [
        ("Swap lines 2 and 4 of list.txt in gedit and save it.", ArrangeLines("swap", 2, 4)),
        ("Remove the duplicate lines from names.txt in Mousepad and save.", ArrangeLines("unique")),
        ('In Mousepad, move the line "Buy paint" to the end of list.txt and save.', ArrangeLines("last", "Buy paint")),
        ('In Geany, insert the line "tea" before the line "coffee" in list.txt and save.', EditLine("coffee", "before", ("tea",))),
        ("Kate で開いている list.txt の 2 行目と 4 行目を入れ替えて保存してください。", ArrangeLines("swap", 2, 4)),
        ("gedit で names.txt の重複行を削除して保存してください。", ArrangeLines("unique")),
        ("KWrite で開いている list.txt の「米」の行を先頭に移動して、保存してください。", ArrangeLines("first", "米")),
    ],
)  # fmt: skip
def test_the_wish_for_it_is_understood(wish: str, edit: ArrangeLines | EditLine):
    found = plan(wish)
    assert isinstance(found, Plan) and found.steps[-2:] == (edit, Save())


@pytest.mark.parametrize(
    "wish, one",
    [
        ("In gThumb, add a 10 pixel black border around map.png and save it.", True),
        ('dinner.pdf is open in qpdfview. Set the title in its properties to "A and B".', True),
        ('Change the title to "A and B" and send it by mail to Ken.', False),
        ("In LXImage-Qt, add a 10 pixel black border around logo.png and save it.", True),
        ("Delete a.txt and set volume to 3 in b.ini.", False),
        ("gThumb で開いている map.png に 10 ピクセルの黒い枠を付けて保存してください。", True),
    ],
)
def test_only_a_wish_for_one_thing_is_read_off_the_file(wish: str, one: bool):
    assert one_deed(wish) is one
