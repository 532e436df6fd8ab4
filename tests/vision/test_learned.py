"""What the widget detector adds to the rules, on screens of real programs and on a page in a flat design."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from deskhand.screen.geometry import Rect
from deskhand.vision import weights
from deskhand.vision.joined import joined
from deskhand.vision.learned import Seen, WidgetDetector
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.scene import Role, Widget

SCREENS = Path(__file__).parent / "screens"


@pytest.fixture(scope="module")
def detector() -> WidgetDetector:
    return WidgetDetector(weights.load("widgets", 2))


def screen(name: str) -> Picture:
    return as_picture((SCREENS / f"{name}.png").read_bytes())


def seen(role: Role, box: Rect, score: float = 0.9, checked: float = 0.0) -> Seen:
    return Seen(role, box, score, checked, 0.0, 0.0)


def test_a_calculators_keys_are_buttons(detector: WidgetDetector) -> None:
    found = [one for one in detector.find(screen("calculator")) if one.role == "button"]
    assert len(found) >= 20


def test_a_change_is_looked_at_alone_and_gives_the_same(detector: WidgetDetector) -> None:
    before = screen("calculator_before")
    after = screen("calculator")
    first = detector.find(before)
    area = Rect(0, 40, before.shape[1], 60)
    again = detector.find_again(after, first, [area])
    whole = detector.find(after)
    assert {(one.role, one.box.center) for one in again if one.box.y > 200} == {
        (one.role, one.box.center) for one in first if one.box.y > 200
    }
    assert abs(len(again) - len(whole)) <= 2


def test_small_and_odd_pictures_are_taken(detector: WidgetDetector) -> None:
    assert detector.find(np.full((5, 3, 3), 200, np.uint8)) == []
    assert detector.find(np.zeros((65, 129, 3), np.uint8)) == []


def test_the_rules_box_stays_and_gets_a_role() -> None:
    box = Widget("box", Rect(100, 100, 200, 30))
    result = joined([box], [seen("field", Rect(98, 103, 205, 28))], [])
    assert result == [Widget("box", Rect(100, 100, 200, 30), role="field")]


def test_an_unsure_role_is_not_given() -> None:
    box = Widget("box", Rect(100, 100, 200, 30))
    assert joined([box], [seen("field", Rect(98, 103, 205, 28), score=0.36)], []) == [box]


def test_a_switch_takes_the_place_of_what_the_rules_made_of_it() -> None:
    pill, knob = Widget("box", Rect(100, 100, 40, 22)), Widget("icon", Rect(120, 103, 16, 16))
    result = joined([pill, knob], [seen("switch", Rect(101, 100, 40, 21), checked=0.9)], [])
    assert [(w.kind, w.role, w.checked) for w in result] == [("checkbox", "switch", True)]


def test_no_icon_where_a_text_stands() -> None:
    assert joined([], [seen("icon", Rect(10, 10, 24, 24))], [Rect(12, 14, 18, 14)]) == []
