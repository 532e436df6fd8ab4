"""A detected line taken apart, where its boxes are odd."""

from __future__ import annotations

import numpy as np
import pytest

from deskhand.vision.pieces import trimmed
from deskhand.vision.repair import Placed


@pytest.mark.parametrize(
    "line",
    [[Placed("W", 0, 40)], [Placed("W", 5, 40)], [Placed("a", 0, 40), Placed("W", 20, 40)]],
    ids=["wider than the ink", "beyond the ink", "a word on three pixels"],
)
def test_characters_that_end_beyond_the_ink_do_not_break_a_reading(line: list[Placed]) -> None:
    ink = np.ones((2, 3), np.bool_)
    parts = trimmed(line, [place.middle for place in line], ink)
    assert "".join(place.character for place in parts) == "".join(place.character for place in line)
    assert all(place.right >= place.left for place in parts)
