"""From a name to a point: by text, by another name, by kind, by place; and no guess where two things fit."""

from __future__ import annotations

import pytest
from tests.models.local.scenes import FORM, scene, text

from deskhand.models.local.ground import Here, ambiguous, locate
from deskhand.models.local.labels import other_names, spoken
from deskhand.models.local.skills.pointing import choose
from deskhand.models.local.steps import Target
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Point, Rect


@pytest.mark.parametrize(
    ("target", "inside"),
    [
        (Target("Submit", "button"), Rect(100, 440, 90, 30)),
        (Target("Submit"), Rect(100, 440, 90, 30)),  # the button, not the word in the sentence below
        (Target("送信", "button"), Rect(100, 440, 90, 30)),
        (Target("キャンセル", "button"), Rect(210, 440, 90, 30)),
        (Target("Full name", "field"), Rect(200, 114, 240, 26)),
        (Target("メールアドレス", "field"), Rect(200, 154, 240, 26)),
        (Target("city", "option"), Rect(100, 200, 40, 14)),
        (Target("I agree to the terms", "checkbox"), Rect(100, 240, 14, 14)),
        (Target("Large", "radio"), Rect(200, 280, 14, 14)),
        (Target("Remove", "button", near="Pears"), Rect(400, 374, 80, 26)),
        (Target("Remove", "button", nth=1), Rect(400, 334, 80, 26)),
        (Target("Remove", "button", nth=-1), Rect(400, 374, 80, 26)),
        (Target(kind="checkbox"), Rect(100, 240, 14, 14)),
        (Target(kind="radio", nth=2), Rect(200, 280, 14, 14)),
        (Target(point=Point(0, 7)), Rect(0, 7, 1, 1)),
    ],
)
def test_a_target_is_found_where_it_stands(target: Target, inside: Rect):
    found = locate(FORM, target)
    assert found and inside.contains(found[0].point), found[:2]
    assert not ambiguous(found) or target.nth is None


@pytest.mark.parametrize("name", ["Delete account", "支払う", "Sunmit order now"])
def test_what_does_not_stand_there_is_not_found(name: str):
    found = locate(FORM, Target(name))
    assert not found or found[0].score < 0.74


def test_two_that_fit_equally_are_a_question():
    places = ambiguous(locate(FORM, Target("Remove", "button")))
    assert [place.point.y // 10 for place in places] == [34, 38]
    assert choose("the second one", places) == places[1]
    assert choose("上の方", places) == places[0]
    assert choose("hm", places) is None


def test_the_window_in_front_counts_more_than_one_behind():
    screen = scene(text("Save", 120, 300), text("Save", 820, 300))
    dialog = Window("Save As", Rect(700, 100, 400, 20), Rect(700, 100, 400, 400))
    other = Window("Editor", Rect(50, 100, 400, 20), Rect(50, 100, 400, 400))
    here = Here(windows=(other, dialog), front=dialog)
    assert locate(screen, Target("保存", "button"), here)[0].point.x > 700
    assert not ambiguous(locate(screen, Target("Save", "button"), here))
    assert locate(screen, Target("Save", window="Editor"), here)[0].point.x < 700


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("名前を付けて保存", "Save As"),
        ("Save As…", "別名で保存"),
        ("置換", "Replace"),
        ("電卓", "Calculator"),
        ("OK", "はい"),
    ],
)
def test_labels_have_names_in_both_languages(said: str, shown: str):
    assert shown in other_names(said)


def test_a_sentence_uses_the_name_of_its_language():
    assert spoken("calculator", "ja") == "電卓"
    assert spoken("キャンセル", "en") == "Cancel"
    assert spoken("Umlaut", "ja") == "Umlaut"
