"""Programs called by names that no list holds are told by where they stand, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from deskhand.models.local.named import names, plainer
from deskhand.models.local.plan import plan
from deskhand.models.local.said_open import as_open
from deskhand.models.local.steps import (
    ChooseMenu,
    Compute,
    MakeFolder,
    OpenProgram,
    Plan,
    ReplaceText,
    RunCommand,
    Save,
    Step,
)
from deskhand.models.local.understand.context import without_bracket


@pytest.mark.parametrize(
    ("instruction", "found"),
    [
        ("In Quillpad, replace every “a” with “b”.", ["Quillpad"]),
        ("Please use quillpad to type “in Foo”.", ["quillpad"]),
        ("Choose Edit > Preferences in the Sheet Maker for Kids.", ["Sheet Maker for Kids"]),
        ("Copy all in Quillpad and paste it into nano-write.", ["Quillpad", "nano-write"]),
        ("Quillpad で「赤」を「青」に置換して。", ["Quillpad"]),
        ("Open notes.txt from the shared folder and save it in Documents.", []),
        ("Type 5 into B2 in the text editor with Ctrl+A.", []),
        ("共有フォルダーの notes.txt を開いて、Ctrl+A を押してください。", []),
    ],
)
def test_names_are_found_by_where_they_stand(instruction: str, found: list[str]) -> None:
    assert [named.name for named in names(instruction)] == found


@pytest.mark.parametrize(
    ("instruction", "kind", "name", "last"),
    [
        ("In Quillpad, replace every “a” with “b”.", "text editor", "Quillpad", ReplaceText("a", "b")),
        ("Use Abacus9 to work out 3 * 4.", "calculator", "Abacus9", Compute(("3*4",), "act 1")),
        ("In Cabinet, create a folder called “Old”.", "file manager", "Cabinet", MakeFolder("Old")),
        ("Run the command “ls” in Hypershell.", "terminal", "Hypershell", RunCommand(("ls",))),
        ("Choose Tools > Sort in Quillpad.", "text editor", "Quillpad", ChooseMenu(("Tools", "Sort"))),
        ("Quillpad で「赤」を「青」にすべて置換し、上書き保存してください。", "text editor", "Quillpad", Save()),
    ],
)
def test_a_name_stands_for_the_kind_that_fits(instruction: str, kind: str, name: str, last: Step) -> None:
    understood = plan(instruction)
    assert isinstance(understood, Plan)
    assert [(named.kind, named.name) for named in understood.named] == [(kind, name)]
    assert last in understood.steps
    assert not any(isinstance(step, OpenProgram) and step.name == name for step in understood.steps)
    assert any(name in source for source in understood.sources)


def test_a_program_that_is_opened_by_its_name_is_the_one_that_is_worked_in() -> None:
    understood = plan("Open Hypershell and run the command “ls”.")
    assert isinstance(understood, Plan)
    assert [(named.kind, named.name, named.starts) for named in understood.named] == [("terminal", "Hypershell", True)]


def test_a_document_may_be_called_by_what_it_holds() -> None:
    assert plainer("Save the picture as a.png and close the window.") == "Save the file as a.png and close the window."
    understood = plan("In Quillpad, save the note as a.txt in the shared folder.")
    assert isinstance(understood, Plan) and understood.steps[-1] == Save(("a.txt",), "shared")


def test_a_bracket_behind_a_name_says_the_program_again() -> None:
    for wish, name in (
        ("murmel5(Murmel の設定ツール)で、文字の大きさを 12 にしてください。", "murmel5"),
        ("GNOME の物差し(gnome-ruler)で、文字の大きさを 12 にしてください。", "gnome-ruler"),
        ("In Murmel (the ruler), set the font size to 12.", "Murmel"),
    ):
        found = plan(wish)
        assert isinstance(found, Plan), wish
        assert [named.name for named in found.named] == [name], found
    assert without_bracket("In the report (draft), replace a by b.") == "In the report (draft), replace a by b."
    assert without_bracket("「左(右)で」と入力して") == "「左(右)で」と入力して"


def test_a_program_that_is_said_to_be_open_is_not_started_again() -> None:
    wish = "deb-gview で開いているパッケージの保守担当者(Maintainer)は誰ですか。"
    understood = plan(wish)
    assert isinstance(understood, Plan)
    assert not any(named.starts for named in as_open(understood, wish).named)
