"""Parts of plain wishes for small pages: what they are heard as, and what a guess leaves out."""

from __future__ import annotations

import pytest

from deskhand.models.local.page.aims.answers import answer
from deskhand.models.local.page.clauses import pieces
from deskhand.models.local.page.deeds.doing import _ASKED  # pyright: ignore[reportPrivateUsage]
from deskhand.models.local.page.gist import _unaccounted  # pyright: ignore[reportPrivateUsage]
from deskhand.models.local.page.skills.pointing import _thing  # pyright: ignore[reportPrivateUsage]
from deskhand.models.local.page.skills.reckoning import Row
from deskhand.models.local.page.skills.rows import _held_to  # pyright: ignore[reportPrivateUsage]
from deskhand.models.local.page.table import meant
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine


@pytest.mark.parametrize(
    ("wish", "skill", "words"),
    [
        ("Take rice off the shopping list.", "take_off", {"what": "rice"}),
        ("How long is the flight to Porto?", "lasts", {"who": "Porto"}),
        ("How many minutes does the ride to Turin take?", "lasts", {"who": "Turin"}),
        ("Scroll down the notices to \"Quiz night\" and press its Join button.", "press_own", {"name": "Join"}),
    ],
)  # fmt: skip
def test_a_plain_wish_finds_its_doing(wish: str, skill: str, words: dict[str, str]):
    called = [found for _, found in pieces(wish) if found is not None][-1]
    assert called[0].__name__ == skill
    assert words.items() <= called[1].groupdict().items()


def test_keys_pressed_one_after_another_are_one_wish():
    found = meant("Press these keys on the keyboard, one after another: 9, 5, D, Enter.")
    assert found is not None and found[0].__name__ == "typed_keys"
    assert found[1]["keys"] == "9, 5, D, Enter."


@pytest.mark.parametrize(
    ("part", "text", "left"),
    [
        ("Book the room for 18 July", "Book", True),
        ("Sign up Lena with the address lena@riga.example", "Sign up", True),
        ("Choose seat C2", "C2", False),
        ("Log out of the account", "Log out", False),
        ("Show only the fruits", "Fruits", False),
    ],
)
def test_a_guess_that_says_nothing_of_the_values_is_none(part: str, text: str, left: bool):
    assert _unaccounted(part, text) is left


def test_a_name_is_told_from_its_kind():
    assert _thing("the file summer.txt in it") == "summer.txt"
    assert _thing("the mail from Dmitri") == "Dmitri"
    assert answer("Name", "Sign up Jakub with the address jakub@porto.example") == "Jakub"


def test_the_cheapest_of_those_that_have_it():
    def row(*cells: str) -> Row:
        return Row(tuple(TextLine(text, Rect(60 * at, 0, 50, 10), 0.99) for at, text in enumerate(cells)))

    rows = [row("Aro", "64", "€ 99"), row("Belo", "256", "€ 199"), row("Cima", "256", "€ 149")]
    assert _held_to(rows, " phone with 256 GB") == rows[1:]
    assert _held_to(rows, " phone with 512 GB") == rows


def test_a_japanese_act_names_its_button():
    found = _ASKED.search("アルバム「夏の海」を削除してください")
    assert found is not None and found["verb"] == "削除"
    assert _ASKED.search("「夏の海」という名前にしてください") is None
