"""The largest picture that a model takes as it is, and the way between its pixels and the screen's.

A picture that is too large is shrunk by the API on its own, and the model then counts pixels of a picture that we
never saw: every click is off by the ratio. So pictures are shrunk here, by the API's own rule (one visual token for
each patch of 28×28 pixels, a largest edge and a largest count), and coordinates are mapped by one pair of functions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.screen.geometry import Point, Rect, Size

PATCH = 28

TierName: TypeAlias = Literal["standard", "high"]


@dataclass(frozen=True, slots=True)
class Tier:
    """What one family of models takes."""

    max_edge: int
    """Pixels of the longer side, counted in whole patches."""
    max_tokens: int


TIERS: dict[TierName, Tier] = {
    "standard": Tier(1568, 1568),  # models up to 4.6
    "high": Tier(2576, 4784),  # 4.7 and later
}


def patches(length: int) -> int:
    return -(-length // PATCH)


def tokens(size: Size) -> int:
    """Visual tokens that a picture of ``size`` costs."""
    return patches(size.width) * patches(size.height)


def fits(size: Size, tier: Tier) -> bool:
    """Whether the API takes a picture of ``size`` without shrinking it."""
    longest = patches(max(size.width, size.height)) * PATCH
    return longest <= tier.max_edge and tokens(size) <= tier.max_tokens


def largest(screen: Size, tier: Tier) -> Size:
    """The largest size of the screen's shape, and no larger than the screen, that the API takes as it is."""
    if fits(screen, tier):
        return screen
    long, short = max(screen.width, screen.height), min(screen.width, screen.height)

    def shaped(edge: int) -> Size:
        other = max(1, round(short * edge / long))
        return Size(edge, other) if screen.width >= screen.height else Size(other, edge)

    low, high = 1, long
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(shaped(middle), tier) else (low, middle)
    return shaped(low)


@dataclass(frozen=True, slots=True)
class Scale:
    """The way between a model's picture and the screen. Both first pixels are one, and both last pixels are one."""

    screen: Size
    model: Size

    @classmethod
    def for_tier(cls, screen: Size, tier: TierName) -> Scale:
        return cls(screen, largest(screen, TIERS[tier]))

    @property
    def exact(self) -> bool:
        """Whether both are the same size."""
        return self.screen == self.model

    def to_screen(self, point: Point) -> Point:
        """The screen's pixel for a pixel of the picture; ValueError, with the valid range, outside of it."""
        _inside(point, self.model)
        return Point(
            _map(point.x, self.model.width, self.screen.width), _map(point.y, self.model.height, self.screen.height)
        )

    def to_model(self, point: Point) -> Point:
        """The picture's pixel for a pixel of the screen; ValueError, with the valid range, outside of it."""
        _inside(point, self.screen)
        return Point(
            _map(point.x, self.screen.width, self.model.width), _map(point.y, self.screen.height, self.model.height)
        )

    def region_to_screen(self, region: Rect) -> Rect:
        """A region of the picture as the pixels of the screen that it shows (at least one)."""
        whole = Rect(0, 0, self.model.width, self.model.height)
        if region.width < 1 or region.height < 1 or whole.intersect(region) != region:
            raise ValueError(
                f"the region {region} is not inside the picture of {self.model}; its corners lie between (0, 0) and"
                f" ({self.model.width}, {self.model.height}), the second to the right of and below the first"
            )
        left, right = _edges(region.x, region.right, self.model.width, self.screen.width)
        top, bottom = _edges(region.y, region.bottom, self.model.height, self.screen.height)
        return Rect.from_corners(left, top, right, bottom)

    def region_to_model(self, region: Rect) -> Rect:
        """The smallest region of the picture that shows all of a region of the screen."""
        left, right = _edges(region.x, region.right, self.screen.width, self.model.width)
        top, bottom = _edges(region.y, region.bottom, self.screen.height, self.model.height)
        return Rect.from_corners(left, top, right, bottom)


def _inside(point: Point, size: Size) -> None:
    if not size.contains(point):
        raise ValueError(f"{point} is outside; x goes from 0 to {size.width - 1} and y from 0 to {size.height - 1}")


def _map(value: int, source: int, target: int) -> int:
    """Pixel centres map to pixel centres: a rounded division, in whole numbers, so that nothing drifts."""
    if source == target or source == 1:
        return value if source == target else target // 2
    return (2 * value * (target - 1) + (source - 1)) // (2 * (source - 1))


def _edges(low: int, high: int, source: int, target: int) -> tuple[int, int]:
    """An interval between pixel edges, widened to whole pixels."""
    left = low * target // source
    right = -(-high * target // source)
    return min(left, target - 1), max(min(right, target), min(left, target - 1) + 1)
