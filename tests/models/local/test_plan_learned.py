"""Wishes that no grammar knows, read by what was learned; and what is not taken for an order, however it is put."""

# ruff: noqa: E501
from __future__ import annotations

import pytest
from tests.models.local.plan_words import SUB, Case, O

from deskhand.models.local.plan import plan
from deskhand.models.local.steps import NotUnderstood, Plan, Ref, SetSetting, SortLines, Step, Target, UseCommand


def use(words: str, *fields: tuple[str, str | Ref], on: Target | None = None) -> Step:
    return UseCommand(words, fields, on)


CASES: list[Case] = [
    ("Flip the picture horizontally.", use("flip horizontally")),
    ("Could you set the tab width to 8 and turn off word wrap?", SetSetting("tab width", value=("8",)), SetSetting("word wrap", False)),
    ("In Gnumeric, sort the sheet by column C in descending order.", O("gnumeric"), use("sort descending", ("by", "column C"))),
    ("The names should be in alphabetical order.", SortLines()),
    ("change every colour to color", SUB("colour", "color")),
    ("タブ幅を8に設定して、行番号も表示して", SetSetting("タブ幅", value=("8",)), SetSetting("行番号")),
    ("予定を追加して。タイトルは歯医者、日付は5月3日、時間は10時", use("予定 追加", ("タイトル", "歯医者"), ("日付", "5月3日"), ("時間", "10時"))),
    ("株式会社を全部(株)に置き換えてください", SUB("株式会社", "(株)")),
]  # fmt: skip
NEVER = (
    "How do I open a file in gedit?", "Delete all the mails except the ones from Anna.", "Make every heading blue.",
    "Write a birthday poem for my aunt.", "フォントってどこで変えるの？", "この表、いい感じにしといて", "ピザを二枚頼んで", "さっきのやつを消して",
)  # fmt: skip
NEVER_SLOWLY = (
    # questions are no orders
    "Is the calculator open?", "How can I change the font size?", "Why is the text red?", "Is there anything open on my desktop?",
    "What is the capital of Norway?", "権限を変えるコマンドってどうやって使うんですか？",
    # limits and conditions that no step carries
    "Only delete the rows that are empty.", "Delete all files ending in .tmp", "if six apples cost 4.50, what do eleven cost?",
    "空の行だけ削除して", "共有フォルダーのすべてのファイルを削除して", "値段が500円より高い商品だけ出るクエリを作って",
    # too vague, or nothing that a program does
    "Fix it.", "make it nicer", "Do whatever you think is best with these photos.", "Tell me a joke",
    "I want you to call my mother and say hello.", "Order a pizza.", "秋についての詩を書いて", "メールを送って",
    "Make the server faster.", "Go down to the pharmacy store and count the insulin pens",
    "Find out where I can save money without me missing it", "Remind me when it feels right to have a break", "お金が増えるようにして",
)  # fmt: skip


@pytest.mark.parametrize(("text", "steps"), [(text, steps) for text, *steps in CASES], ids=lambda case: str(case)[:40])
def test_words_that_no_table_knows_are_read_by_what_was_learned(text: str, steps: list[object]) -> None:
    found = plan(text)
    assert isinstance(found, Plan), found
    assert list(found.steps) == steps
    assert found.reading  # the person is told before the first act


def refuses(text: str) -> None:
    found = plan(text)
    assert isinstance(found, NotUnderstood), found
    assert found.reason


@pytest.mark.parametrize("text", NEVER, ids=lambda text: text[:40])
def test_what_is_no_order_or_not_wholly_carried_is_refused(text: str) -> None:
    refuses(text)


@pytest.mark.slow
@pytest.mark.parametrize("text", NEVER_SLOWLY, ids=lambda text: text[:40])
def test_much_else_that_is_no_order_is_refused(text: str) -> None:
    refuses(text)
