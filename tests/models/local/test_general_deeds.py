"""What holds for programs of every toolkit, told without a desktop."""

from __future__ import annotations

import numpy as np
import pytest

from deskhand.models.local.joined import joined
from deskhand.models.local.skills.commands.fit import fit, fit_below
from deskhand.models.local.skills.commands.loanwords import sounds_like
from deskhand.models.local.skills.commands.naming import lit_since
from deskhand.models.local.skills.further import says, telling
from deskhand.models.local.steps import Save, UseCommand
from deskhand.screen.geometry import Rect


@pytest.mark.parametrize(
    ("loan", "word", "same"),
    [
        ("サムネイル", "thumbnail", True), ("フォルダー", "folder", True), ("バックアップ", "backup", True),
        ("テーマ", "theme", True), ("ピクチャ", "picture", True), ("ページ", "page", True),
        ("スクロールバー", "scroll", True),
        ("ハイライト", "highlight", True), ("マージン", "margin", True), ("ソート", "set", False),
        ("セット", "sort", False),
        ("フォント", "front", False), ("タブ", "table", False), ("追加", "add", False),
    ],
)  # fmt: skip
def test_a_loan_word_is_the_word_it_is_made_of(loan: str, word: str, same: bool) -> None:
    assert sounds_like(loan, word) is same


def test_single_and_double_clicks_are_told_apart() -> None:
    assert fit("シングルクリックで開く", "Open files with single click") > 0.6
    assert fit("シングルクリックで開く", "Double click to open") == 0


def test_what_is_added_to_something_selected_goes_below_it() -> None:
    for words, path in (("add node", "Tree"), ("項目 追加", "Node")):
        below = max(fit_below(words, label, (path,)) for label in ("Add Child", "Add Subnode"))
        assert below > max(fit_below(words, label, (path,)) for label in ("Add Node", "Insert Sibling Before"))
    assert fit_below("delete node", "Delete Subnodes", ()) == fit("delete node", "Delete Subnodes", ())


def test_two_values_of_one_dialog_are_one_command() -> None:
    wide, high = UseCommand("resize", (("width", "60"),)), UseCommand("resize", (("height", "40"),))
    both = joined([(wide, "60 wide"), (high, "40 high"), (Save(), "save")])
    assert both == [(UseCommand("resize", (("width", "60"), ("height", "40"))), "60 wide 40 high"), (Save(), "save")]
    twice = [(UseCommand("add payee", (("name", name),)), "") for name in ("Ann", "Ben")]
    assert joined(twice) == twice


def test_a_question_says_whose_value_it_asks_for() -> None:
    assert telling("caretaker's phone number") == ["caretaker"]
    assert telling("打ち合わせの場所") == ["打ち合わせ"]
    assert telling("画像の幅と高さ") == []
    assert says(["Office 555 0100", "Caretaker: Mr Hill, 555 0172"], ["caretaker"]) == ["Caretaker: Mr Hill, 555 0172"]


def test_a_row_that_is_marked_now_is_seen_by_its_ground() -> None:
    before = np.full((200, 300, 3), 255, np.uint8)
    after = before.copy()
    after[90:110, 20:90] = (48, 140, 198)
    window = Rect(0, 0, 300, 200)
    assert lit_since(before, after, window)
    assert not lit_since(after, after, window)
    grey = before.copy()
    grey[90:110, 20:90] = 200
    assert not lit_since(before, grey, window)


def test_an_export_without_its_format_is_found_and_another_format_is_not() -> None:
    assert fit("SVG 書き出し", "Export...") > max(fit("SVG 書き出し", "Save"), fit("SVG 書き出し", "Export PNG"))
    assert fit("export PDF", "Export as PDF") > fit("export PDF", "Export...") > 0.6
