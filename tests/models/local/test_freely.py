"""Wishes about programs called by names of their own, and the steps a person would expect; and what is still refused."""

# ruff: noqa: E501
from __future__ import annotations

import pytest
from tests.models.local.plan_words import CL, RD, SUB, C, Case, F, K, M, O, S, T, t

from deskhand.models.local.plan import surely
from deskhand.models.local.steps import Count, Describe, NotUnderstood, Plan

SEEN = Describe()
GONE = (K("Home"), K("shift+Down"), K("Delete"))
EDITOR = O("text editor")
CASES: list[Case] = [
    ('In Leafpad, delete the line that says "Cancelled" and save the file.', EDITOR, CL("Cancelled"), *GONE, S()),
    ("In Kate, remove the second line of list.txt and save the file.", EDITOR, F("list.txt"), K("ctrl+Home"), K("Down"), *GONE, S()),
    ('There is a file report.txt in the shared folder. Please change "draft" to "final" everywhere in it and save it, using Kate.', EDITOR, F("report.txt", "shared"), SUB("draft", "final"), S()),
    ('Please add a line "Call mum" below "Buy bread" in tasks.txt using Leafpad, then save.', EDITOR, F("tasks.txt"), CL("Buy bread"), K("End"), K("Return"), t("Call mum"), S()),
    ("Please turn on line numbers in Kate.", EDITOR, M("Line Numbers")),
    ("What does the last line of log.txt say? Use Kate.", EDITOR, F("log.txt"), RD(kind="row", nth=-1), T()),
    ("What is 12 percent of 850? Work it out with Qalc.", O("calculator"), C("850*12/100"), T()),
    ("Which files are in backup.tar.gz? Use Ark.", EDITOR, F("backup.tar.gz"), SEEN, T()),
    ("In LXDE Task Manager, how many processes are running?", EDITOR, SEEN, T()),
    ("Kate を使って、共有フォルダーの report.txt の「下書き」をすべて「完成」に変えて保存してください。", EDITOR, F("report.txt", "shared"), SUB("下書き", "完成"), S()),
    ("850 の 12% はいくつですか。Qalc で計算してください。", O("calculator"), C("850*12/100"), T()),
    ("Tell me how many lines words.txt in the shared folder has. Use Kate.", EDITOR, F("words.txt", "shared"), RD(kind="text"), Count(), T()),
    ("Kate の list.txt の末尾に「木曜日 雪」と書き足して、保存して。", EDITOR, F("list.txt"), K("ctrl+End"), t("木曜日 雪", own_line=True), S()),  # the gap is said
]  # fmt: skip
REFUSED = (
    "What is the time in Tokyo?",
    "What is 5 USD in EUR?",
    'Delete all the lines that contain "milk" in list.txt.',
    "Extract photos.zip to the Documents folder and print the pictures with Ark.",
    "東京の天気はどうですか。",
)


@pytest.mark.parametrize(("text", "steps"), [(text, steps) for text, *steps in CASES], ids=lambda case: str(case)[:40])
def test_an_outcome_is_said_in_steps(text: str, steps: list[object]) -> None:
    found = surely(text)
    assert isinstance(found, Plan), found
    assert list(found.steps) == steps
    assert len(found.named) == 1  # the person's own word for the program


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_such_wish_is_refused(text: str) -> None:
    assert isinstance(surely(text), NotUnderstood)
