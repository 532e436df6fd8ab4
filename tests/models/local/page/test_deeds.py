# ruff: noqa: E501 - a wish is read more easily in one line
"""Clauses of wishes as deeds: what is done, to what, belonging to what; Japanese by its particles, others as learned."""

from __future__ import annotations

import numpy as np
import pytest

from deskhand.models.local.page.aims.likeness import is_japanese
from deskhand.models.local.page.deeds import heard
from deskhand.models.local.page.deeds.choices import limit_in
from deskhand.models.local.page.deeds.english import in_english
from deskhand.models.local.page.deeds.finding import places
from deskhand.models.local.page.deeds.japanese import deeds_in
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.wish import joined, unmixed
from deskhand.models.local.understand.acts.form import Act
from deskhand.screen.geometry import Rect, Size
from deskhand.vision.scene import Scene, TextLine


@pytest.mark.parametrize(
    ("wish", "deeds"),
    [
        ("「日本語」を選んで「保存」を押してください。", [("choose", "", "", "日本語"), ("click", "保存", "", "")]),
        ("暗証番号 4821 を入力して「確定」を押してください。", [("enter", "暗証番号", "", "4821"), ("click", "確定", "", "")]),
        ("8:00発の列車の「予約」を押してください。", [("click", "予約", "8:00発の列車", "")]),
        ("「金」と「土」にチェックを入れて「登録」を押して。", [("tick", "金", "", ""), ("tick", "土", "", ""), ("click", "登録", "", "")]),
        ("「圧縮」を押して、出てきたお知らせの「閉じる」を押してください。", [("click", "圧縮", "", ""), ("click", "閉じる", "お知らせ", "")]),
        ("利用者名に sato、合言葉に yama12 を入力して。", [("enter", "利用者名", "", "sato"), ("enter", "合言葉", "", "yama12")]),
        ("「店員」は「普通」、「味」は「良い」を選んで。", [("choose", "店員", "", "普通"), ("choose", "味", "", "良い")]),
        ("「設定」タブを開き、「通知」のチェックを外して。", [("open", "設定", "", ""), ("untick", "通知", "", "")]),
        ("りんごの数を3個にして「注文」を押す。", [("set", "数", "りんご", "3"), ("click", "注文", "", "")]),
        ("「犬の写真」に星4つを付けてください。", [("rate", "", "犬の写真", "4")]),
        ("「A」を選び「次へ」を3回押してから「完了」を押して。", [("choose", "", "", "A"), ("click", "次へ", "", "3"), ("click", "完了", "", "")]),
        ("コード「A7」を「確認」欄に入力して。", [("enter", "確認", "", "A7")]),
        ("「料理」にカーソルを合わせて「和食」をクリック。", [("hover", "料理", "", ""), ("click", "和食", "", "")]),
        ("「もっと見る」を「うさぎ」が出るまで押して。", [("until", "もっと見る", "", "うさぎ")]),
        ("「もり」の絵が出るまで「次へ」を押し、「決定」を押して。", [("until", "次へ", "", "もり"), ("click", "決定", "", "")]),
        ("りんごを3個となしを2個カートに入れて。", [("cart", "りんご", "", "3"), ("cart", "なし", "", "2")]),
        ("「料理」のタブを閉じてください。", [("close", "料理", "", "")]),
        ("表を「値段」の高い順に並べて。", [("sort", "値段", "", "descending")]),
        ("検索欄に「すべて見て」と入力してEnterキーを押して。", [("enter", "検索", "", "すべて見て"), ("key", "Return", "", "")]),
    ],
)  # fmt: skip
def test_a_japanese_wish_is_heard_clause_by_clause(wish: str, deeds: list[tuple[str, str, str, str]]):
    assert [(one.kind, one.name, one.near, one.value) for one in deeds_in(wish)] == deeds


def test_what_has_to_be_read_first_is_not_taken_for_the_words_to_write():
    (deed,) = deeds_in("佐藤さんの国語の点数を入力してください。")
    assert not deed.literal and deed.value == "佐藤さんの国語の点数"


def test_lines_of_japanese_are_joined_without_a_space():
    assert joined(["「保存」を押", "してください。"]) == "「保存」を押してください。"
    assert joined(["Press Save", "and close."]) == "Press Save and close."
    assert unmixed("品を力ートへ、力を入れて") == "品をカートへ、力を入れて"


def test_what_is_told_by_looks_or_place_is_said_in_english():
    assert in_english("3番目の赤い四角") == "third red square"
    assert in_english("6月") == "June"
    assert in_english("りんご") is None


def test_a_limit_is_a_test_of_a_number():
    under, most = limit_in("500円より安い品"), limit_in("500円以下の品")
    assert under is not None and most is not None
    assert under(499) and not under(500) and most(500) and not most(501)
    assert limit_in("「500」を選ぶ") is None


def test_acts_of_the_learned_reader_become_deeds():
    acts = (
        Act("set_value", {"control": "the apples", "value": "4"}),
        Act("remove", {"thing": "tag Travel"}),
        Act("click", {"target": "the Save button", "near": "Ben"}),
    )
    step, away, click = heard.deeds_of(acts, "said")
    assert (step.kind, step.name, step.value) == ("set", "apples", "4")
    assert (away.kind, away.of) == ("act", 'Remove "Travel"')
    assert (click.kind, click.name, click.near) == ("click", "Save", "Ben")


@pytest.mark.parametrize(("near", "row"), [("木村さんの投稿", 1), ("Ben", 2), ("3番目の行", 2), ("一番安い品", 0)])
def test_of_several_alike_that_one_is_meant_which_belongs_to_what_is_told(near: str, row: int):
    names = ("佐藤 90円", "木村 800円", "Ben 200円")
    lines = [TextLine(name, Rect(10, 100 + 60 * y, 120, 24), 1.0) for y, name in enumerate(names)]
    lines += [TextLine("削除", Rect(200, 100 + 60 * y, 50, 24), 1.0) for y in range(3)]
    blank = np.full((400, 400, 3), 255, np.uint8)
    sheet = Sheet(blank, Scene(Size(400, 400), tuple(lines), ()), Rect(0, 80, 400, 320))
    assert places(sheet, "削除", near)[0].box.y == 100 + 60 * row
    assert is_japanese(places(sheet, "削除")[0].text)
