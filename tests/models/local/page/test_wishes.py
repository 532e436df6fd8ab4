"""Each skill answers to the kind of wish, not to one wording; and none takes what is not meant for it."""

from __future__ import annotations

import re

import pytest
from tests.models.local.page.wishes import LATER, SIMPLE, WISHES

from deskhand.models.local.page.table import meant
from deskhand.models.local.page.words import bare, day_of


def same(key: str, said: str, wanted: str) -> bool:
    if key == "date":
        return day_of(said) == day_of(wanted)
    if key == "values":
        return re.findall(r"-?\d+", said) == re.findall(r"-?\d+", wanted)
    if key == "which":
        return re.findall(r"\d+", said) == re.findall(r"\d+", wanted)
    return re.sub(r"\s", "", bare(said)).lower() == re.sub(r"\s", "", wanted).lower()


@pytest.mark.parametrize(
    ("skill", "arguments", "text"),
    [(skill, arguments, text) for skill, arguments, texts in WISHES for text in texts],
)
def test_a_wish_finds_its_skill_however_it_is_put(skill: str, arguments: dict[str, str], text: str):
    called = meant(text)
    assert called is not None, "nobody feels called"
    done, found = called
    assert done.__name__ == skill, found.re.pattern
    said = {key: value or "" for key, value in found.groupdict().items()}
    for key, wanted in arguments.items():
        assert same(key, said[key], wanted), f"{key} is {said[key]!r}"


@pytest.mark.parametrize("text", SIMPLE)
def test_no_special_skill_takes_simple_acts(text: str):
    called = meant(text)
    assert called is None, f"{called[0].__name__} felt called by {called[1].re.pattern}"


@pytest.mark.parametrize(("skill", "text"), LATER)
def test_what_is_in_a_wish_counts_more_than_its_order(skill: str, text: str):
    called = meant(text)
    assert called is not None and called[0].__name__ == skill
