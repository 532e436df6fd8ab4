"""What leads to the answer comes before it."""

from __future__ import annotations

from deskhand.models.local.behind.there_first import there_first
from deskhand.models.local.plan import plan
from deskhand.models.local.steps import ClickOn, Describe, Plan, Read, Tell


def kinds(wish: str) -> list[type]:
    understood = plan(wish)
    assert isinstance(understood, Plan)
    return [type(step) for step in there_first(understood, wish).steps]


def test_a_link_named_after_the_question_is_followed_first():
    question = "At what time does the museum close?"
    found = kinds(f"{question} Its page is open in NetSurf; follow the link to the opening hours.")
    assert found[-3:] in ([ClickOn, Describe, Tell], [ClickOn, Read, Tell])


def test_what_is_said_in_order_stays():
    found = kinds('Open the web browser, click the "Prices" link and tell me the window title.')
    assert found.index(ClickOn) < found.index(Tell) and found[-1] is Tell
