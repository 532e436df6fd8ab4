"""Pictures as large as a model takes them, and points that come back where they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhand.screen.geometry import Point, Rect, Size
from deskhand.screen.sizing import TIERS, Scale, fits, largest, tokens

STANDARD, HIGH = TIERS["standard"], TIERS["high"]

VECTORS = [
    # screen, standard size and tokens, high-resolution size and tokens
    ("1024x768", "1024x768", 1036, "1024x768", 1036),
    ("1280x720", "1280x720", 1196, "1280x720", 1196),
    ("1280x800", "1280x800", 1334, "1280x800", 1334),
    ("1366x768", "1366x768", 1372, "1366x768", 1372),
    ("1440x900", "1389x868", 1550, "1440x900", 1716),
    ("1512x982", "1372x891", 1568, "1512x982", 1944),
    ("1600x900", "1456x819", 1560, "1600x900", 1914),
    ("1920x1080", "1456x819", 1560, "1920x1080", 2691),
    ("1920x1200", "1389x868", 1550, "1920x1200", 2967),
    ("2560x1440", "1456x819", 1560, "2560x1440", 4784),
    ("2560x1600", "1389x868", 1550, "2420x1512", 4698),
    ("3840x2160", "1456x819", 1560, "2576x1449", 4784),
    ("1075x1520", "924x1307", 1551, "1075x1520", 2145),
]

sizes = st.builds(Size, st.integers(1, 5000), st.integers(1, 5000))


@pytest.mark.parametrize(("screen", "standard", "standard_tokens", "high", "high_tokens"), VECTORS)
def test_published_sizes(screen, standard, standard_tokens, high, high_tokens):
    for tier, expected, count in ((STANDARD, standard, standard_tokens), (HIGH, high, high_tokens)):
        found = largest(Size.parse(screen), tier)
        assert (str(found), tokens(found)) == (expected, count)


@given(sizes, st.sampled_from(["standard", "high"]))
def test_what_is_sent_is_never_shrunk_again(screen, tier):
    found = largest(screen, TIERS[tier])
    assert fits(found, TIERS[tier])
    assert found.width <= screen.width and found.height <= screen.height
    assert largest(found, TIERS[tier]) == found


@given(sizes, st.sampled_from(["standard", "high"]), st.data())
def test_points_survive_the_way_there_and_back(screen, tier, data):
    scale = Scale.for_tier(screen, tier)
    x = data.draw(st.integers(0, scale.model.width - 1))
    y = data.draw(st.integers(0, scale.model.height - 1))
    there = scale.to_screen(Point(x, y))
    assert screen.contains(there)
    assert scale.to_model(there) == Point(x, y)


@pytest.mark.parametrize("tier", ["standard", "high"])
@pytest.mark.parametrize("screen", [row[0] for row in VECTORS])
def test_first_and_last_pixel_are_exact(screen, tier):
    scale = Scale.for_tier(Size.parse(screen), tier)
    last_model = Point(scale.model.width - 1, scale.model.height - 1)
    last_screen = Point(scale.screen.width - 1, scale.screen.height - 1)
    assert scale.to_screen(Point(0, 0)) == Point(0, 0) == scale.to_model(Point(0, 0))
    assert scale.to_screen(last_model) == last_screen
    assert scale.to_model(last_screen) == last_model


@pytest.mark.parametrize("point", [Point(-1, 0), Point(0, -1), Point(1456, 0), Point(0, 819)])
def test_out_of_range_is_refused_with_the_range(point):
    with pytest.raises(ValueError, match=r"0 to 1455 and y from 0 to 818"):
        Scale.for_tier(Size(1920, 1080), "standard").to_screen(point)


def test_regions_cover_what_they_show():
    scale = Scale.for_tier(Size(1920, 1080), "standard")
    assert scale.region_to_screen(Rect(0, 0, 1456, 819)) == Rect(0, 0, 1920, 1080)
    assert scale.region_to_model(Rect(0, 0, 1920, 1080)) == Rect(0, 0, 1456, 819)
    assert scale.region_to_screen(Rect(728, 0, 728, 409)).x == 960
    with pytest.raises(ValueError, match="not inside"):
        scale.region_to_screen(Rect(1000, 0, 457, 10))
    with pytest.raises(ValueError, match="not inside"):
        scale.region_to_screen(Rect(10, 10, 0, 10))
