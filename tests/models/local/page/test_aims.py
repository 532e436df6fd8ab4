"""Wishes as people say them, heard as aims: what is asked for, what is only told, and which things are meant."""

from __future__ import annotations

import pytest

from deskhand.models.local.page.aims.acts import acts_in
from deskhand.models.local.page.aims.answers import answer, in_digits
from deskhand.models.local.page.aims.calendar import days_in
from deskhand.models.local.page.aims.hear import Most, hear
from deskhand.models.local.page.aims.likeness import spoken_of


@pytest.mark.parametrize(
    ("wish", "asked", "told"),
    [
        ("The hosting contract has been renewed. Put that card under Done.", ["Put that card under Done"], True),
        ('Give the kettle four stars, write "A bit loud, but quick" and post it.', None, False),
        ("Kim only worked 6.5 hours on Wednesday. Correct that.", ["Correct that"], True),
        ("Feed bottles until there are 0 left and print the receipt.", None, False),
        (
            "11月12日から15日まで泊まりたいので、その日程で空室を検索してください。",
            ["その日程で空室を検索してください"],
            True,
        ),
    ],
)
def test_what_is_only_told_is_kept_beside_what_is_asked_for(wish: str, asked: list[str] | None, told: bool):
    aims = hear(wish)
    assert asked is None or [aim.text for aim in aims] == asked
    assert any(aim.about for aim in aims) == told


def test_a_quotation_is_no_place_to_part_a_wish():
    texts = [aim.text for aim in hear('Write "Stop, and choose again" and send it.')]
    assert texts == ['Write "Stop, and choose again"', "send it"]


@pytest.mark.parametrize(
    ("wish", "most"),
    [
        ("二番目に安い炊飯器をカートに入れて。", Most(True, 2, "price")),
        ("いちばんカロリーの低いものを予約して。", Most(True, 1, "カロリー")),
        ("Which month had the fewest visitors?", Most(True, 1, "visitors")),
        ("Buy the second cheapest kettle.", Most(True, 2, "price")),
        ("Delete the mail from Anna.", None),
    ],
)
def test_what_is_compared_is_heard(wish: str, most: Most | None):
    assert hear(wish)[0].most == most


def test_an_act_has_the_same_name_in_both_languages():
    assert "delete" in acts_in("Get rid of it") and "delete" in acts_in("削除する")
    assert "delete" not in acts_in('Write "delete me"')


def test_a_label_is_spoken_of_by_its_words():
    assert spoken_of("ダイレクトメッセージ", "ダイレクトメッセージをオフに") > 1
    assert spoken_of("佐藤 健一", "佐藤さんに送って") >= 0.5
    assert spoken_of("Vegetarian", "just vegetarian starters") > 1
    assert spoken_of("Wed 3 Dec", "on Wednesday 3 December") >= 0.9
    assert spoken_of("Newsletter", "the letter") < 0.5


def test_days_of_a_stay_are_both_found():
    assert days_in("11月12日から15日まで") == [(None, 11, 12), (None, 11, 15)]
    assert days_in("from 12 to 15 November 2026") == [(2026, 11, 12), (2026, 11, 15)]


def test_fields_are_answered_by_label_and_by_kind():
    said = in_digits("Reserve for five on Wednesday at 19:30, name Okafor.")
    assert answer("Name", said) == "Okafor"
    assert answer("Guests", said) == "5"
    assert answer("Time", said) == "19:30"
    assert answer("内容", "本代1,540円を追加。内容は「本」で。") == "本"
    assert answer("金額", "本代1,540円を追加。") == "1540"
    assert answer("Colour", said) is None
