"""Instructions in both languages against the plans they should give.

The cases are split by the hash of their words. The grammar was tuned on the develop half, all of which must hold; the
held-out half is only counted: its rate may not fall below what it was when last measured, and a wrong plan (one that
does something else than was asked) is worse than none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from tests.models.local.plan_cases_desk import ENGLISH_DESK, JAPANESE_DESK
from tests.models.local.plan_cases_en import ENGLISH
from tests.models.local.plan_cases_ja import JAPANESE
from tests.models.local.plan_cases_later import ENGLISH_LATER, JAPANESE_LATER
from tests.models.local.plan_words import NO, Case

from deskhand.models.local.plan import surely
from deskhand.models.local.steps import Plan

FLOOR = {"en": 0.93, "ja": 0.92}
"""Share of the held-out half that must be exactly right: 84 of 88 and 67 of 71 when last measured; 78 and 59 on the
first run, before any tuning."""


def held_out(text: str) -> bool:
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 1


def understood(text: str) -> list[object]:
    found = surely(text)
    return list(found.steps) if isinstance(found, Plan) else [NO]


def test_the_corpus_is_large_enough() -> None:
    assert len(ENGLISH) >= 150
    assert len(JAPANESE) >= 100
    for cases in (ENGLISH, JAPANESE):
        assert len({case[0] for case in cases}) == len(cases)


@pytest.mark.parametrize(
    "case", [case for case in ENGLISH + JAPANESE if not held_out(case[0])], ids=lambda case: case[0][:60]
)
def test_develop_half(case: Case) -> None:
    text, *steps = case
    assert understood(text) == steps


@pytest.mark.parametrize(
    "cases", [ENGLISH_LATER, JAPANESE_LATER, ENGLISH_DESK, JAPANESE_DESK], ids=["en", "ja", "desk-en", "desk-ja"]
)
def test_what_was_reached_later_is_kept(cases: list[Case]) -> None:
    lost = [(text, understood(text)) for text, *steps in cases if understood(text) != steps]
    assert lost == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_held_out_half_keeps_its_rate(language: str, record_property: Callable[[str, object], None]) -> None:
    cases = [case for case in (ENGLISH if language == "en" else JAPANESE) if held_out(case[0])]
    right = wrong = 0
    for text, *steps in cases:
        found = understood(text)
        right += found == steps
        wrong += found not in (steps, [NO])
    record_property("right", f"{right}/{len(cases)}, wrong plans {wrong}")
    assert right / len(cases) >= FLOOR[language], f"{right} of {len(cases)} right"
    assert wrong / len(cases) <= 0.03, f"{wrong} of {len(cases)} are wrong plans"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_language_is_told(language: str) -> None:
    wrong = [case[0] for case in (ENGLISH if language == "en" else JAPANESE) if surely(case[0]).language != language]
    assert wrong == []
