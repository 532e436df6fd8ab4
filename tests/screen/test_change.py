"""What is said to differ between two frames is what differs."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from deskhand.screen.change import MAX_REGIONS, difference
from deskhand.screen.geometry import Rect

HEIGHT, WIDTH = 150, 200
rects = st.builds(Rect, st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1), st.integers(1, 50), st.integers(1, 50))


def blank() -> np.ndarray:
    return np.zeros((HEIGHT, WIDTH, 4), np.uint8)


def painted(pixels: np.ndarray, boxes: list[Rect]) -> np.ndarray:
    result = pixels.copy()
    for box in boxes:
        result[box.y : box.bottom, box.x : box.right, 1] = 200
    return result


@settings(max_examples=60, deadline=None)
@given(st.lists(rects, max_size=20))
def test_regions_cover_every_difference_and_few_are_told(boxes):
    after = painted(blank(), boxes)
    change = difference(blank(), after)
    truth = after[:, :, 1] != 0
    assert change.pixels == int(truth.sum())
    assert bool(change) == bool(boxes)
    assert len(change.regions) <= MAX_REGIONS
    covered = np.zeros_like(truth)
    for region in change.regions:
        covered[region.y : region.bottom, region.x : region.right] = True
        assert truth[region.y : region.bottom, region.x : region.right].any()
    assert not (truth & ~covered).any()


def test_regions_are_tight_and_largest_first():
    boxes = [Rect(3, 5, 4, 4), Rect(100, 60, 40, 30)]
    assert difference(blank(), painted(blank(), boxes)).regions == (boxes[1], boxes[0])


def test_what_is_ignored_does_not_count():
    box = Rect(10, 10, 2, 18)
    assert not difference(blank(), painted(blank(), [box]), ignore=[box])
    assert difference(blank(), painted(blank(), [box.grow(1)]), ignore=[box]).pixels == 4 * 20 - 2 * 18


def test_the_unused_byte_of_a_pixel_does_not_count():
    after = blank()
    after[:, :, 3] = 255
    assert not difference(blank(), after)


def test_another_size_is_another_picture():
    assert difference(blank(), np.zeros((10, 20, 4), np.uint8)).pixels == 200
