"""The screen with the target of an act marked, for a person who is asked whether it may happen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np

from deskhand.guard.interface import Question
from deskhand.screen.geometry import Point, Rect, Size, bounding
from deskhand.vision.picture import Picture, as_picture

_MARK = (255, 45, 120)
_HALO = (255, 255, 255)
_DIM = 0.55
"""How bright what is not the target is left: the eye goes where it should, and the rest can still be read."""


def target_of(question: Question) -> Rect | None:
    """What the act would touch, in screen pixels; None when it has no place."""
    found = [] if question.finding is None or question.finding.target is None else [question.finding.target]
    found += [alarm.region for alarm in question.alarms if alarm.region is not None]
    return bounding([*found, *(Rect(point.x - 8, point.y - 8, 17, 17) for point in question.proposal.points)])


def marked(question: Question) -> Picture | None:
    """The question's picture with the target lit up and the hand's place ringed; None without a picture."""
    if not question.picture:
        return None
    picture = as_picture(question.picture).copy()
    size = Size(picture.shape[1], picture.shape[0])
    target = target_of(question)
    if target is not None and (box := target.grow(6).clip(size)) is not None:
        lit = picture[box.y : box.bottom, box.x : box.right].copy()
        picture = np.ascontiguousarray((picture * _DIM).astype(np.uint8))
        picture[box.y : box.bottom, box.x : box.right] = lit
        for colour, width in ((_HALO, 5), (_MARK, 2)):
            cv2.rectangle(picture, (box.x, box.y), (box.right - 1, box.bottom - 1), colour, width, cv2.LINE_AA)
    _way(picture, question.proposal.points)
    return picture


def _way(picture: Picture, points: Sequence[Point]) -> None:
    for colour, width in ((_HALO, 5), (_MARK, 2)):
        for start, end in pairwise(points):
            cv2.arrowedLine(picture, (start.x, start.y), (end.x, end.y), colour, width, cv2.LINE_AA, tipLength=0.05)
        if points:
            cv2.circle(picture, (points[-1].x, points[-1].y), 13, colour, width, cv2.LINE_AA)


def around(picture: Picture, target: Rect | None, least: Size) -> Picture:
    """The part of the picture that shows the target and its neighbourhood, of at least this size; all of it when there
    is no target."""
    size = Size(picture.shape[1], picture.shape[0])
    if target is None:
        return picture
    width, height = max(least.width, target.width + 60), max(least.height, target.height + 60)
    x = min(max(0, target.center.x - width // 2), max(0, size.width - width))
    y = min(max(0, target.center.y - height // 2), max(0, size.height - height))
    box = Rect(x, y, width, height).clip(size) or Rect(0, 0, size.width, size.height)
    return np.ascontiguousarray(picture[box.y : box.bottom, box.x : box.right])


def as_png(picture: Picture) -> bytes:
    _, encoded = cv2.imencode(".png", picture[:, :, ::-1])
    return bytes(encoded.tobytes())
