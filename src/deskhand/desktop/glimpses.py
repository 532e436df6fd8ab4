"""What appeared and vanished between two pictures: a toast, a flash of an error, a menu that closed again.

A model sees a flip-book and misses what is between its pages. So every change seen meanwhile is kept (at most 32 MB),
and when the next picture is taken, what stood on the screen for a while and is on neither picture is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deskhand.desktop.interface import Glimpse
from deskhand.screen.geometry import Rect
from deskhand.screen.png import Pixels, encode

MAX_BYTES = 32 << 20
MAX_SIGHTINGS = 400
MAX_TOLD = 5
MIN_PIXELS = 64
MIN_SECONDS = 0.15
"""Shorter than this it is a button that flashed under the pointer, or a window half painted."""
LASTING = 0.4
"""What stood this long is told also where something else has taken its place since."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    when: float
    box: Rect
    pixels: Pixels


@dataclass(slots=True)
class _Found:
    box: Rect
    began: float
    ended: float
    pixels: Pixels


class Glimpses:
    def __init__(self, first: Pixels) -> None:
        self._before = first
        self._sightings: list[_Sighting] = []
        self._bytes = 0

    @property
    def bytes(self) -> int:
        return self._bytes

    def see(self, when: float, box: Rect, pixels: Pixels) -> None:
        """The screen shows ``pixels`` in ``box`` since ``when``."""
        self._sightings.append(_Sighting(when, box, pixels.copy()))
        self._bytes += pixels.nbytes
        while self._bytes > MAX_BYTES or len(self._sightings) > MAX_SIGHTINGS:
            self._thin_out()

    def _thin_out(self) -> None:
        """Drop the sighting whose place was seen again soonest: of a film, pictures at ever longer intervals remain."""
        newest = len(self._sightings) - 1
        least, index = float("inf"), 0
        for number, sighting in enumerate(self._sightings[:-1]):
            following = next(
                (
                    self._sightings[later]
                    for later in range(number + 1, newest + 1)
                    if self._sightings[later].box.intersect(sighting.box)
                ),
                None,
            )
            stood = (following.when if following else self._sightings[newest].when) - sighting.when
            if stood < least:
                least, index = stood, number
        self._bytes -= self._sightings.pop(index).pixels.nbytes

    def collect(self, after: Pixels, began: float, now: float, ignore: Iterable[Rect]) -> tuple[Glimpse, ...]:
        """What was seen and is on neither the last picture nor ``after``, which becomes the last one."""
        restless = list(ignore)
        found: list[_Found] = []
        for number, sighting in enumerate(self._sightings):
            item = self._examine(number, sighting, after, now)
            if item is not None and not any(place.intersect(item.box) == item.box for place in restless):
                _add(found, item)
        self._before, self._sightings, self._bytes = after, [], 0
        lasting = [item for item in found if item.ended - item.began >= MIN_SECONDS]
        lasting.sort(key=lambda item: (item.ended - item.began) * item.box.area, reverse=True)
        told = sorted(lasting[:MAX_TOLD], key=lambda item: item.began)
        return tuple(
            Glimpse(item.box, item.began - began, item.ended - item.began, encode(np.ascontiguousarray(item.pixels)))
            for item in told
        )

    def _examine(self, number: int, sighting: _Sighting, after: Pixels, now: float) -> _Found | None:
        box = sighting.box
        before_part = self._before[box.y : box.bottom, box.x : box.right]
        after_part = after[box.y : box.bottom, box.x : box.right]
        if before_part.shape != sighting.pixels.shape or after_part.shape != sighting.pixels.shape:
            return None
        gone = _differs(sighting.pixels, before_part) & _differs(sighting.pixels, after_part)
        count = int(np.count_nonzero(gone))
        if count < MIN_PIXELS:
            return None
        ended = self._until(number, sighting, gone, count, now)
        vanished = int(np.count_nonzero(gone & ~_differs(before_part, after_part))) * 2 >= count
        if ended - sighting.when < (0 if vanished else LASTING):
            return None
        rows, columns = np.flatnonzero(gone.any(axis=1)), np.flatnonzero(gone.any(axis=0))
        top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
        tight = Rect.from_corners(box.x + left, box.y + top, box.x + right, box.y + bottom)
        if tight.width <= 3:
            return None
        return _Found(tight, sighting.when, ended, sighting.pixels[top:bottom, left:right])

    def _until(self, number: int, sighting: _Sighting, gone: NDArray[np.bool_], count: int, now: float) -> float:
        """When half of it had changed into something else."""
        left = gone.copy()
        for later in self._sightings[number + 1 :]:
            common = later.box.intersect(sighting.box)
            if common is None:
                continue
            mine = _cut(sighting.pixels, sighting.box, common)
            left[_slices(sighting.box, common)] &= ~_differs(mine, _cut(later.pixels, later.box, common))
            if int(np.count_nonzero(left)) * 2 < count:
                return later.when
        return now


def _add(found: list[_Found], item: _Found) -> None:
    """Join what followed another at the same place: a toast that faded in is one thing."""
    for other in found:
        common = other.box.intersect(item.box)
        joined = common is not None and common.area * 2 >= min(other.box.area, item.box.area)
        if joined and item.began <= other.ended + 0.1:
            if item.ended - item.began >= other.ended - other.began:
                other.box, other.pixels = item.box, item.pixels
            other.began, other.ended = min(other.began, item.began), max(other.ended, item.ended)
            return
    found.append(item)


def _slices(box: Rect, part: Rect) -> tuple[slice, slice]:
    return slice(part.y - box.y, part.bottom - box.y), slice(part.x - box.x, part.right - box.x)


def _cut(pixels: Pixels, box: Rect, part: Rect) -> Pixels:
    return pixels[_slices(box, part)]


def _differs(a: Pixels, b: Pixels) -> NDArray[np.bool_]:
    x = np.ascontiguousarray(a).view(np.uint32)[:, :, 0]
    y = np.ascontiguousarray(b).view(np.uint32)[:, :, 0]
    return np.asarray(((x ^ y) & 0x00FFFFFF) != 0)
