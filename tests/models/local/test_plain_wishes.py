"""What plain wishes about files, names, terminals and texts side by side are read as."""

# ruff: noqa: E501
from __future__ import annotations

import pytest
from tests.models.local.scenes import scene, text

from deskhand.models.local.plan import plan
from deskhand.models.local.skills.commands.atlas import Entry
from deskhand.models.local.skills.commands.preferences import leads_to
from deskhand.models.local.skills.commands.setting_place import Setting
from deskhand.models.local.skills.differing import answered
from deskhand.models.local.skills.figures import Figure, without_the_whole
from deskhand.models.local.skills.file_label import label_in
from deskhand.models.local.skills.measures import number
from deskhand.models.local.steps import Differ, Plan, RenameAll, RunCommand, UseCommand
from deskhand.models.local.understand.context import without_context
from deskhand.models.local.understand.naming_rule import by_rule
from deskhand.models.local.understand.side_by_side import by_comparing
from deskhand.screen.geometry import Rect


@pytest.mark.parametrize(
    ("wish", "command"),
    [
        (
            'In the terminal Zed, put the lines of o.txt that contain "Oslo" into p.txt. Both files are in the shared folder.',
            "(set -C; grep -F Oslo /home/user/Shared/o.txt > /home/user/Shared/p.txt)",
        ),
        (
            "In the terminal Zed, rename all the .jpeg files in the shared folder so that they end in .jpg.",
            'cd /home/user/Shared && for f in *.jpeg; do mv -nv -- "$f" "${f%.jpeg}.jpg"; done',
        ),
        (
            "端末 Zed で、共有フォルダーの拡張子が .csv のファイルを全部 tables フォルダーに移してください。",
            "mkdir -p /home/user/Shared/tables && mv -nv /home/user/Shared/*.csv /home/user/Shared/tables/",
        ),
        (
            "xterm を使って、共有フォルダーの m.csv のうち「Tokyo」を含む行を、同じフォルダーの t.csv に保存してください。",
            "(set -C; grep -F Tokyo /home/user/Shared/m.csv > /home/user/Shared/t.csv)",
        ),
        ("端末 Zed で調べて、共有フォルダーの最大のファイルの名前を答えてください。", "ls -pS /home/user/Shared | grep -v / | head -n 1"),
    ],
)  # fmt: skip
def test_jobs_for_a_terminal_of_any_name(wish: str, command: str) -> None:
    found = plan(wish)
    assert isinstance(found, Plan), found
    assert [step.command for step in found.steps if isinstance(step, RunCommand)] == [(command,)]


@pytest.mark.parametrize(
    ("wish", "rest"),
    [
        ("Zed is comparing a.txt and b.txt. How many lines does it list?", "In Zed, how many lines does it list?"),
        ("Look at Zed and tell me the total.", "In Zed, tell me the total."),
        ("Which folder is the largest? The disk tool, Zed, is showing them.", "In Zed, which folder is the largest?"),
        ("It shows a.txt. Delete it.", None),
        ("Open Zed. Delete a.txt.", None),
    ],
)
def test_what_only_tells_what_shows_is_left_out(wish: str, rest: str | None) -> None:
    assert without_context(wish, "en") == rest


def test_the_same_in_japanese() -> None:
    assert (
        without_context("Zed で a.txt を開いています。行数を教えてください。", "ja") == "Zed で、行数を教えてください。"
    )
    assert without_context("Zed で a.txt を開いてください。", "ja") is None


@pytest.mark.parametrize(
    ("wish", "step"),
    [
        ('In Zed, replace "IMG" with "Lake" in the names of the files, and carry it out.', RenameAll("replace", "IMG", "Lake")),
        ('Use Zed to add "old_" in front of the names of the files.', RenameAll("prefix", "", "old_")),
        ("In Zed, change all the file names to lower case.", RenameAll("lower")),
        ("Zed に入っているファイルの名前の先頭に「2026-」を付けてください。", RenameAll("prefix", "", "2026-")),
        ("Zed でファイル名の「DSC」を「tabi」に置き換えてください。", RenameAll("replace", "DSC", "tabi")),
        ('In Zed, replace "a" with "b" in the text.', None),
        ('In Zed, replace "a" with "b" in the file names and delete c.txt.', None),
    ],
)  # fmt: skip
def test_rules_for_names(wish: str, step: RenameAll | None) -> None:
    found = by_rule(wish, "en" if wish.isascii() else "ja")
    assert (None if found is None else found.steps[-1]) == step


def test_questions_about_two_texts_side_by_side() -> None:
    left, right = ["Bath 1", "Leeds 2", "Dover 3"], ["Bath 1", "Ripon 2", "Dover 3", "Truro 4"]
    for wish, answer in (
        ("In Zed, a.txt and b.txt stand side by side. What stands in b.txt where a.txt has Leeds?", "Ripon 2"),
        ("In Zed, a.txt and b.txt are compared. How many differences are there?", "2"),
        ("In Zed, a.txt and b.txt are compared. Which line is only in b.txt?", "Truro 4"),
    ):
        found = by_comparing(wish, "en")
        assert found is not None, wish
        step = found.steps[1]
        assert isinstance(step, Differ)
        assert answered(step, left, right, []) == answer
    assert by_comparing("In Zed, what is the total?", "en") is None


def test_an_empty_file_is_no_document_with_its_name_in_it() -> None:
    found = plan("SpaceFM で、共有フォルダーに「kaimono.txt」という空のファイルを作ってください。")
    assert isinstance(found, Plan)
    assert found.steps[-1] == UseCommand("空のファイル 追加", (("名前", "kaimono.txt"),))


def test_the_preferences_by_the_name_of_the_program_come_first() -> None:
    wish = Setting("case sensitive")
    ranks = [
        leads_to(Entry(label, ("Settings",)), wish, "~ : bash — Zed")
        for label in ("Configure Toolbars…", "Configure Zed…")
    ]
    assert ranks[1] > ranks[0] > 0
    assert leads_to(Entry("Show Toolbar", ("Settings",)), wish) == 0


def test_the_folder_that_holds_the_others_is_none_of_them() -> None:
    figures = [
        Figure(value, Rect(0, 0, 1, 1), name)
        for name, size in (("Shared", "23.0 MB"), ("Films", "17.4 MB"), ("Songs", "5.4 MB"), ("Notes", "0.2 MB"))
        if (value := number(size)) is not None
    ]
    assert [one.row for one in without_the_whole(figures)] == ["Films", "Songs", "Notes"]
    assert len(without_the_whole(figures[1:])) == 3


def test_a_name_with_its_ending_in_a_column_of_its_own() -> None:
    shown = scene(text("report", 40, 200), text("txt", 300, 200), text("report-2", 40, 230), text("txt", 300, 230))
    label = label_in(shown, "report.txt", None)
    assert label is not None
    assert label.y == 200
    assert label_in(shown, "other.txt", None) is None
