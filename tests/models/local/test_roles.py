"""Instructions that no table knows, read by the roles of their words; and what is not read so, however it is put."""

# ruff: noqa: E501
from __future__ import annotations

import pytest
from tests.models.local.plan_words import SUB, Case, K, O, S, T

from deskhand.models.local.plan import plan
from deskhand.models.local.steps import (
    Describe,
    EditLine,
    IfShown,
    NotUnderstood,
    Plan,
    Ref,
    SetSetting,
    SortLines,
    Step,
    Target,
    UseCommand,
)  # fmt: skip


def use(words: str, *fields: tuple[str, str | Ref], on: Target | None = None) -> Step:
    return UseCommand(words, fields, on)


SEEN = Describe()
CASES: list[Case] = [
    # one command, with its values
    ("Flip the picture horizontally.", use("flip picture horizontally")),
    ("Add an entry called Lunch for 12.50 on Friday.", use("add entry", ("name", "Lunch"), ("amount", "12.50"), ("date", "Friday"))),
    ("Sort the rows by price.", use("sort rows by price")),
    ("Could you set the tab width to 8 and turn off word wrap?", use("set tab width", ("tab width", "8")), SetSetting("word wrap", False)),
    ("Insert a row above row 5.", use("insert row above", on=Target(kind="row", nth=5))),
    ("Crop the image to 640 by 480.", use("crop image", ("width", "640"), ("height", "480"))),
    ("Add an expense: 23.99, payee Water Board, category Utilities, dated 1 May, memo 'spring bill'.",
     use("add expense", ("amount", "23.99"), ("payee", "Water Board"), ("category", "Utilities"), ("date", "1 May"), ("memo", "spring bill"))),
    ("new task: water the ferns. due 2 june, priority high", use("add new task", ("", "water the ferns"), ("due", "2 june"), ("priority", "high"))),
    ("save this as a PDF in Documents, call it article", use("save as pdf", ("folder", "documents"), ("name", "article"))),
    ("In Gnumeric, sort the sheet by column C in descending order.", O("Gnumeric"), use("sort sheet by column c in descending order")),
    # outcomes, reasons, what is told before it is asked for
    ("I want the third line gone and the file saved.", EditLine(3, "delete"), S()),
    ("The names should be in alphabetical order.", SortLines()),
    ("My eyes are bad today, make the text bigger, a couple of notches will do.", use("make text bigger")),
    ("I've got the vet on Friday at half past ten, put that in.", use("add entry", ("name", "vet"), ("date", "Friday"), ("time", "half past ten"))),
    ("Dark theme, please", use("use dark theme")),
    ("Move the line about the dentist up to the very top of the file.", EditLine("dentist", "first")),
    ("take back my last three strokes, the first two were fine", K("ctrl+z", 3)),
    # files, questions, conditions
    ("put essay.odt and sources.bib into a zip called handin", use("compress", ("name", "handin"), on=Target("essay.odt\nsources.bib", "file"))),
    ("If there's a line with TODO in it, delete it.", IfShown(Target("TODO"), (EditLine("TODO", "delete"),))),
    ("If the night light is off, turn it on; otherwise leave it be.", SetSetting("night light")),
    ("What shows the window?", SEEN, T()),
    ("Bookmark this page in a folder called Garden.", use("bookmark page", ("folder", "Garden"))),
    ("tick off the nappies in Planify", O("Planify"), use("mark as done", on=Target("nappies", "row"))),
    ("change every colour to color", SUB("colour", "color")),
    # Japanese
    ("タブ幅を8に設定して、行番号も表示して", use("タブ幅 設定", ("タブ幅", "8")), SetSetting("行番号")),
    ("予定を追加して。タイトルは歯医者、日付は5月3日、時間は10時", use("予定 追加", ("タイトル", "歯医者"), ("日付", "5月3日"), ("時間", "10時"))),
    ("3行目の上に行を挿入してください", use("行 上に 挿入", on=Target(kind="row", nth=3))),
    ("左右反転して、看板_反転.png で書き出して", use("左右反転"), use("書き出す", ("名前", "看板_反転.png"))),
    ("空行がじゃま。詰めてほしい", use("空行 詰める")),
    ("来週の火曜、15時から歯医者。1時間で入れといて", use("歯医者 入れる", ("日付", "来週の火曜"), ("時刻", "15時"), ("長さ", "1時間"))),
    ("「山田」の電話番号を 03-1111-2222 に直してください", use("電話番号 直す", ("電話番号", "03-1111-2222"), on=Target("山田", "row"))),
    ("支出を記録して。金額は1,200円、費目は食費、メモは昼ごはん", use("支出 記録", ("金額", "1,200円"), ("費目", "食費"), ("メモ", "昼ごはん"))),
    ("株式会社を全部(株)に置き換えてください", SUB("株式会社", "(株)")),
    ("マウスの動きが速すぎるから遅くして", use("マウスの動き 遅く する")),
]  # fmt: skip
NEVER = (
    # questions are no orders
    "Is the calculator open?", "How do I open a file in gedit?", "How can I change the font size?", "Why is the text red?",
    "Is there anything open on my desktop?", "What is the capital of Norway?", "Can gedit print?",
    "フォントってどこで変えるの？", "電卓は開いていますか？", "権限を変えるコマンドってどうやって使うんですか？",
    # limits and conditions that no step carries
    "Only delete the rows that are empty.", "Delete all the mails except the ones from Anna.", "Make every heading blue.",
    "Type \"x\" in the editor without pressing Enter", "Delete all files ending in .tmp", "Rename all files",
    "if six apples cost 4.50, what do eleven cost?",
    "空の行だけ削除して", "共有フォルダーのすべてのファイルを削除して", "完了と表示されるまで「次へ」をクリックし続けて",
    "値段が500円より高い商品だけ出るクエリを作って",
    # too vague, or nothing that a program does
    "Fix it.", "make it nicer", "Do whatever you think is best with these photos.", "Write a birthday poem for my aunt.", "Tell me a joke",
    "I want you to call my mother and say hello.", "Order a pizza.", "Write the result into a file.", "Calculate 3*3 and 4*4 and tell me the results",
    "この表、いい感じにしといて", "秋についての詩を書いて", "結果をファイルに書いて", "ピザを二枚頼んで", "メールを送って",
    # no name of a command: a sentence, several deeds, a value among the words, half a clause
    "Open wikipedia dot org and look up hyponatraemia",
    "Make the heading line huge and the rest small.", "show it in decimal and sixteen bytes per row", "I need 255 as hex.",
    "Take what's on the display, split it among four and leave the answer there", "draw a red circle in the middle",
    "Make the server faster.", "Go down to the pharmacy store and count the insulin pens",
    "Find out where I can save money without me missing it", "Remind me when it feels right to have a break",
    "いま出てる数を消費税10%込みにして", "7の階乗", "さっきのやつを消して", "まん中あたりに「売り切れ」って赤い字で入れといて", "お金が増えるようにして",
    # sums and comparisons of what shows
    "Which of these files is the largest?", "What is the largest number in column D?", "What did I spend on groceries last month?",
    "C列でいちばん大きい値を教えて", "先月の支出で一番大きかった費目はどれ？",
    # something would be lost
    "Read page 3 of doc.pdf", "Make a folder named Bills inside the shared folder and another named Letters.",
)  # fmt: skip


@pytest.mark.parametrize(("text", "steps"), [(text, steps) for text, *steps in CASES], ids=lambda case: str(case)[:40])
def test_words_that_no_table_knows_are_read_by_their_roles(text: str, steps: list[object]) -> None:
    found = plan(text)
    assert isinstance(found, Plan), found
    assert list(found.steps) == steps
    assert found.reading  # the person is told before the first act


@pytest.mark.parametrize("text", NEVER, ids=lambda text: text[:40])
def test_what_is_no_order_or_not_wholly_carried_is_refused(text: str) -> None:
    found = plan(text)
    assert isinstance(found, NotUnderstood), found
    assert found.reason


def test_what_is_too_much_for_one_command_is_named() -> None:
    found = plan("Make the picture smaller, then open wikipedia dot org and look up hyponatraemia")
    assert isinstance(found, NotUnderstood)
    assert "hyponatraemia" in found.part and "smaller" not in found.part


def test_what_is_said_by_the_way_is_named_to_the_person() -> None:
    found = plan("make the text bigger, I can't find anything in this letter otherwise")
    assert isinstance(found, Plan)
    assert "I can't find anything" in found.reading
