"""Places that never rest: a blinking caret, a clock, a spinner, a film.

A place is a rectangle that changed again and again, each time about the same one. Once known, what happens in it
neither prolongs the wait for a settled screen nor counts as an effect of an action.
"""

from __future__ import annotations

from dataclasses import dataclass

from deskhand.screen.geometry import Rect

FORGET = 8.0
"""Seconds after which a place that has not changed again is forgotten; a clock ticks once a second."""
_MAX_PLACES = 64
_SMALL = 0.05
"""Share of the screen up to which a place is small."""


@dataclass(slots=True)
class Place:
    box: Rect
    first: float
    last: float
    count: int = 1


class Restless:
    def __init__(self, screen_pixels: int) -> None:
        self._screen = screen_pixels
        self._places: list[Place] = []

    def note(self, box: Rect, when: float) -> Place | None:
        """Something changed in ``box``: the place, if it is known to be restless (this time included)."""
        self._places = [place for place in self._places if when - place.last <= FORGET]
        for place in self._places:
            if _alike(place.box, box):
                place.box = place.box.union(box)
                place.last = when
                place.count += 1
                return place if self._is_restless(place) else None
        self._places.append(Place(box, when, when))
        if len(self._places) > _MAX_PLACES:
            self._places.remove(min(self._places, key=lambda place: place.last))
        return None

    def _is_restless(self, place: Place) -> bool:
        span = place.last - place.first
        if is_caret(place.box):
            return place.count >= 3 and span >= 0.6
        if self._is_small(place):
            return place.count >= 6 and span >= 0.4
        return place.count >= 15 and span >= 1.0

    def known(self, now: float, *, small: bool = False) -> list[Rect]:
        """The restless places as of ``now``, or the small ones: in a large one (a film) a dialog may open."""
        return [
            place.box
            for place in self._places
            if now - place.last <= FORGET and self._is_restless(place) and (self._is_small(place) or not small)
        ]

    def is_spinner(self, place: Place, began: float) -> bool:
        """Whether a restless place is a small one that began to move only after ``began``: something is loading."""
        return place.first > began and self._is_small(place) and not is_caret(place.box)

    def _is_small(self, place: Place) -> bool:
        return place.box.area <= self._screen * _SMALL


def is_caret(box: Rect) -> bool:
    return box.width <= 3 and 8 <= box.height <= 64


def _alike(place: Rect, box: Rect) -> bool:
    """Whether two changes are of one place: they overlap by a third of both together. A caret is at a place exactly."""
    if is_caret(place) or is_caret(box):
        return place == box
    common = place.intersect(box)
    return common is not None and common.area * 3 >= place.area + box.area - common.area
