import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhand.screen.geometry import Point, Rect, Size, bounding

rects = st.builds(Rect, st.integers(-50, 50), st.integers(-50, 50), st.integers(1, 60), st.integers(1, 60))


@given(rects, rects)
def test_the_intersection_holds_exactly_the_points_of_both(a: Rect, b: Rect) -> None:
    common = a.intersect(b)
    points = {Point(x, y) for x in range(a.x, a.right) for y in range(a.y, a.bottom) if b.contains(Point(x, y))}
    assert len(points) == (common.area if common else 0)
    assert common is None or all(common.contains(point) for point in points)


@given(rects, rects)
def test_the_union_is_the_smallest_cover(a: Rect, b: Rect) -> None:
    both = a.union(b)
    assert both.intersect(a) == a and both.intersect(b) == b
    assert bounding([a, b]) == both


def test_a_size_contains_its_first_and_its_last_pixel_and_no_more() -> None:
    size = Size.parse("1280x800")
    assert size.contains(Point(0, 0)) and size.contains(Point(1279, 799))
    assert not size.contains(Point(1280, 0)) and not size.contains(Point(0, -1))


@pytest.mark.parametrize("text", ["", "1280", "x800", "-3x4", "a×b", "0x10"])
def test_a_wrong_size_says_so(text: str) -> None:
    with pytest.raises(ValueError, match="size"):
        Size.parse(text)
