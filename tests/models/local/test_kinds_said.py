"""A kind of thing said beside a quoted name is left off; words that make it another thing are not."""

from __future__ import annotations

import pytest
from tests.models.local.scenes import scene, text

from deskhand.models.local.ground import locate
from deskhand.models.local.kinds_said import without_kind
from deskhand.models.local.steps import Target

LIST = scene(text("Trains", 100, 100), text("Weather", 100, 130))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ('bookmark "Trains"', "Trains"),
        ('the entry called "Two words"', "Two words"),
        ('"Trains" playlist', "Trains"),
        ("「Snow and wells」の文献", "Snow and wells"),
        ("「天気」というノート", "天気"),
        ("ブックマーク「天気」", "天気"),
        ("Trains", ""),
        ('"Trains"', ""),
        ('row under "Trains"', ""),
        ('third entry of "Trains"', ""),
        ('password of "Trains"', ""),
        ('"Trains" password', ""),
        ("「天気」のパスワード", ""),
        ("「仕事」の予定", ""),
        ("「天気」の次の行", ""),
        ("「天気」の下の項目", ""),
    ],
)
def test_only_a_kind_is_left_off(said: str, name: str) -> None:
    assert without_kind(said) == name


def test_a_thing_is_found_by_its_quoted_name_where_its_kind_is_not_written() -> None:
    found = locate(LIST, Target('bookmark "Trains"'))
    assert [place.label for place in found] == ["Trains"]
    assert not [place for place in locate(LIST, Target('row under "Trains"')) if place.label == "Trains"]
