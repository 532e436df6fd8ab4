"""Acts over many things, by a property, an order or a measure; and the commands they become, run on real files."""

# ruff: noqa: E501
from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from tests.models.local.test_acts import Told, a, kept, made, ref, steps

from deskhand.models.local.skills.describing import numbered
from deskhand.models.local.skills.foreach import named
from deskhand.models.local.steps import (
    EACH,
    ClickOn,
    CloseWindow,
    Compute,
    Count,
    EditLine,
    ForEach,
    IfValue,
    NotUnderstood,
    OpenFile,
    Pick,
    PressKeys,
    Read,
    Ref,
    RunCommand,
    Save,
    Step,
    Target,
    Tell,
    Until,
    UseCommand,
)
from deskhand.models.local.understand.acts.properties import property_in

TELL = a("tell", what=ref(0))


@pytest.mark.parametrize(
    ("wish", "acts", "wanted"),
    [
        ("How many unread mails do I have", [a("count", what="unread mails"), TELL], [Read(Target(kind="text"), "act 0"), Count("lines", "act 0", "unread", "unread mails"), Tell((kept(0),))]),
        ("How many pages has this?", [a("count", what="pages", where="this"), TELL], [Count("lines", "act 0", noun="pages"), Tell((kept(0),))]),
        ("Which plugin is disabled", [a("pick", which="disabled", of="plugin"), TELL], [Read(Target("disabled", "row"), "act 0"), Tell((kept(0),))]),
        ("二番目に高い山は？", [a("pick", which="二番目に高い", of="山", by="高さ"), TELL], [Pick("高さ", True, "山", "act 0", 2), Tell((kept(0),))]),
        ("Which is cheaper, oak or pine?", [a("pick", which="cheaper", of=["oak", "pine"]), TELL], [Pick("price", False, "", "act 0", 1, ("oak", "pine")), Tell((kept(0),))]),
        ("if the total is above 500, click Save", [a("if", condition="the total is above 500", then=[a("click", target="Save")])], [Read(Target("total"), "act 0 measure"), IfValue((Ref("act 0 measure"),), "more", "500", (ClickOn(Target("Save")),))]),
        ("水位が60をこえるまで「注水」を押して", [a("until", condition="水位が60をこえる", do=[a("click", target="注水")])], [Until(Target("水位"), (ClickOn(Target("注水")),), how="more", to="60")]),
        ("Paint row 2 yellow.", [a("fill", where="row 2", colour="yellow")], [ClickOn(Target("A2", "cell")), PressKeys("shift+space"), UseCommand("background colour", (("", "yellow"),))]),
        ("Duplicate line 7 and make the copy say soup.", [a("edit_line", how="=duplicate", line="7"), a("edit_line", how="=replace", text="soup")], [EditLine(7, "duplicate"), EditLine(8, "replace", ("soup",))]),
        ("multiply 365 by 24", [a("compute", "multiply 365 by 24", expression="365 by 24")], [Compute(("365*24",), "act 0")]),
        ("12の階乗", [a("compute", "12の階乗", expression="12の階乗")], [Compute(("2*3*4*5*6*7*8*9*10*11*12",), "act 0")]),
        ("1ドルが148.35円のとき、64.2ドルは何円", [a("compute", expression="1ドルが148.35円のとき、64.2ドル")], [Compute(("64.2*148.35",), "act 0")]),
    ],
)  # fmt: skip
def test_what_each_becomes(wish: str, acts: list[Told], wanted: list[Step]) -> None:
    found = [step for step in steps(wish, *acts) if type(step).__name__ != "OpenProgram"]
    assert found == wanted


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("mails from Petra", "Petra"),
        ("tasks are done", "done"),
        ("notes have the tag urgent", "urgent"),
        ("大阪在住の人", "大阪"),
        ("未読メール", "未読"),
        ("contacts without a phone number", None),  # what is missing is printed nowhere
        ("60点未満の人", None),
        ("notes", None),
    ],
)
def test_a_property_is_a_word_that_a_row_would_print(words: str, found: str | None) -> None:
    told = property_in(words)
    assert (told[0] if told is not None else None) == found


@pytest.mark.parametrize(
    ("line", "noun", "number"),
    [
        ("3 unread", "unread", "3"),
        ("Unread (12)", "unread", "12"),
        ("Page 1 of 12", "pages", "12"),
        ("全12ページ", "ページ", "12"),
        ("未読 3件", "未読", None),
        ("未読: 3", "未読", "3"),
        ("3.5 pages", "pages", None),
    ],
)
def test_a_program_says_how_many_there_are(line: str, noun: str, number: str | None) -> None:
    found = numbered(noun).search(line)
    assert (next(part for part in found.groups() if part) if found is not None else None) == number


def run(tmp_path: Path, wish: str, *acts: Told) -> str:
    """The commands of a plan, carried out in one shell with the shared folder at ``tmp_path``."""
    commands = [step.command[0] for step in steps(wish, *acts) if isinstance(step, RunCommand)]
    script = "\n".join(str(command) for command in commands).replace("/home/user/Shared", str(tmp_path))
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=10, check=False)
    return done.stdout


def test_files_that_were_picked_stay_the_same_ones(tmp_path: Path) -> None:
    for age, name in enumerate(("new.log", "old one.log", "oldest.txt")):
        (tmp_path / name).write_text(name)
        os.utime(tmp_path / name, (1_700_000_000 - age * 1000,) * 2)
    (tmp_path / "keep").mkdir()
    acts = (
        a("pick", which="two newest", of="files", where="shared folder"),
        a("move", file=ref(0), to="keep"),
        a("delete_file", file=ref(0)),
    )
    run(tmp_path, "Move the two newest files of the shared folder to keep, then delete them", *acts[:2])
    assert sorted(path.name for path in (tmp_path / "keep").iterdir()) == ["new.log", "old one.log"]
    assert (tmp_path / "oldest.txt").exists()


@pytest.mark.parametrize(
    ("wish", "act", "left"),
    [
        ("Rename all the .htm files in the shared folder to .html", a("each", of_what=".htm files in the shared folder", do=[a("rename", to=".html")]), ["a.html", "b.html", "c.txt"]),
        ("Rename every file in the shared folder so it starts with x-", a("each", of_what="file in the shared folder", do=[a("rename", to="x-")]), ["x-a.htm", "x-b.htm", "x-c.txt"]),
        ("Empty the shared folder but keep the .txt files", a("delete_file", folder="shared folder", limit="keep the .txt files"), ["c.txt"]),
        ("Lowercase the file names in the shared folder", a("each", "file names", of_what="files in the shared folder", do=[a("change_case", "file names", case="=upper", what="file names")]), ["A.HTM", "B.HTM", "C.TXT"]),
    ],
)  # fmt: skip
def test_one_command_for_all_files(tmp_path: Path, wish: str, act: Told, left: list[str]) -> None:
    for name in ("a.htm", "b.htm", "c.txt"):
        (tmp_path / name).write_text(name)
    run(tmp_path, wish, act)
    assert sorted(path.name for path in tmp_path.iterdir()) == left


def test_a_file_is_asked_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("bread\nTea\n")
    act = a("if", condition="list.txt contains tea", then=[a("edit_line", line="last", how="=append", text="sugar")])
    assert run(tmp_path, "if list.txt contains tea, add sugar as the last line", act).strip() == "1"
    found = steps("if list.txt contains tea, add sugar as the last line", act)[-1]
    assert isinstance(found, IfValue) and (found.how, found.to) == ("more", "0")


def test_files_are_gone_through_one_by_one() -> None:
    act = a("each", of_what="pictures in Scans", do=[a("rotate", what="it", how="right"), a("save", file="it")])
    found = steps("For each picture in Scans rotate it right and save it", act)[-1]
    assert isinstance(found, ForEach) and "-iname '*.png'" in found.command
    assert found.steps == (OpenFile(EACH, "Scans"), UseCommand("rotate clockwise"), Save(), CloseWindow("", True))
    assert named(found.steps[0], "a b.png") == OpenFile("a b.png", "Scans")


@pytest.mark.parametrize(
    ("wish", "act"),
    [
        ("Delete all but the last", a("delete_file", file="all", limit="but the last")),
        ("Which contact has no phone number?", a("pick", which="no phone number", of="contact")),
        ("Run each file in Bin", a("each", of_what="file in Bin", do=[a("run", command="ls it")])),
        ("For every row with no price, write TBD in the Price cell", a("each", of_what="every row with no price", do=[a("set_value", value="TBD", control="Price cell")])),
    ],
)  # fmt: skip
def test_what_no_step_carries_is_refused(wish: str, act: Told) -> None:
    assert isinstance(made(wish, act), NotUnderstood)
    assert re.search(r"\w", wish)


@pytest.mark.parametrize(
    ("wish", "saved"),
    [
        ("delete the onions line from list.txt", True),
        ("open list.txt and delete the onions line", False),
        ("list.txtの玉ねぎの行を消して", True),
        ("開いているlist.txtの玉ねぎの行を消して", False),
    ],
)
def test_a_file_that_is_only_named_keeps_what_was_changed_in_it(wish: str, saved: bool) -> None:
    found = steps(wish, a("open_file", file="list.txt"), a("edit_line", line="onions", how="=delete"))
    assert (found[-1] == Save()) is saved
