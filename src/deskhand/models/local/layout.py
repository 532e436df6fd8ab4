"""How things on a screen belong together: the field of a label, the box around a text, what is in one row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from deskhand.models.local.steps import TargetKind
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, Widget

T = TypeVar("T")

FIELD_HEIGHTS = range(16, 64)
MIN_FIELD = 36


def same_row(one: Rect, other: Rect) -> bool:
    """Their middles are level, within half the lower one's height."""
    return abs(one.center.y - other.center.y) <= max(6, min(one.height, other.height) // 2)


def under(upper: Rect, lower: Rect) -> bool:
    """``lower`` starts below ``upper`` and shares columns with it."""
    return lower.y >= upper.bottom - 3 and lower.x < upper.right and upper.x < lower.right


def distance(one: Rect, other: Rect) -> float:
    """Between the nearest edges, in pixels; 0 when they touch."""
    dx = max(0, other.x - one.right, one.x - other.right)
    dy = max(0, other.y - one.bottom, one.y - other.bottom)
    return float((dx * dx + dy * dy) ** 0.5)


def inside(inner: Rect, outer: Rect, slack: int = 3) -> bool:
    return (
        outer.x - slack <= inner.x
        and outer.y - slack <= inner.y
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def is_field(widget: Widget) -> bool:
    return widget.kind == "box" and widget.box.height in FIELD_HEIGHTS and widget.box.width >= MIN_FIELD


def around(scene: Scene, text: Rect) -> Widget | None:
    """The smallest bordered box that a text stands in, unless much larger: its button or field."""
    boxes = [
        widget
        for widget in scene.widgets
        if widget.kind == "box" and inside(text, widget.box) and widget.box.height <= 3 * max(14, text.height) + 12
    ]
    return min(boxes, key=lambda widget: widget.box.area, default=None)


def field_of(scene: Scene, label: Rect) -> Widget | None:
    """The field that a label names: right of it in its row, else right below it, else the one it stands in."""
    fields = [widget for widget in scene.widgets if is_field(widget) and not inside(label, widget.box)]
    right = [
        w
        for w in fields
        if same_row(label, w.box) and -4 <= w.box.x - label.right <= 260 and not _has_text_before(scene, label, w)
    ]
    if right:
        return min(right, key=lambda w: w.box.x - label.right)
    below = [w for w in fields if 0 <= w.box.y - label.bottom <= 26 and abs(w.box.x - label.x) <= 40]
    if below:
        return min(below, key=lambda w: w.box.y - label.bottom)
    return around(scene, label)


def _has_text_before(scene: Scene, label: Rect, widget: Widget) -> bool:
    """Another text stands between the label and the field: then the field is that one's."""
    return any(
        same_row(label, line.box) and label.right <= line.box.x and line.box.right <= widget.box.x + 2
        for line in scene.texts
    )


def mark_of(scene: Scene, label: Rect, kind: TargetKind) -> Widget | None:
    """The check box or radio button of a label: nearly always close before it, sometimes behind it."""
    marks = [w for w in scene.widgets if w.kind == kind and same_row(label, w.box)]
    before = [w for w in marks if 0 <= label.x - w.box.right <= 48]
    if before:
        return min(before, key=lambda w: label.x - w.box.right)
    behind = [w for w in marks if 0 <= w.box.x - label.right <= 48]
    return min(behind, key=lambda w: w.box.x - label.right, default=None)


def label_of(scene: Scene, widget: Widget) -> str:
    """The text nearest to a widget in its row, or inside it."""
    lines = [line for line in scene.texts if same_row(line.box, widget.box)]
    nearest = min(lines, key=lambda line: distance(line.box, widget.box), default=None)
    return nearest.text if nearest is not None and distance(nearest.box, widget.box) <= 60 else ""


def of_kind(scene: Scene, kind: TargetKind | None) -> list[Widget]:
    match kind:
        case "field":
            return [widget for widget in scene.widgets if is_field(widget) and widget.box.width >= 60]
        case "checkbox" | "radio" | "icon":
            return [widget for widget in scene.widgets if widget.kind == kind]
        case "button" | "option" | "cell" | "slider":
            return [widget for widget in scene.widgets if is_field(widget)]
        case _:
            return []


def in_reading_order(things: Iterable[T], box: Callable[[T], Rect]) -> list[T]:
    """Rows from top to bottom, left to right within a row."""
    rows: list[list[T]] = []
    for thing in sorted(things, key=lambda thing: box(thing).center.y):
        if rows and same_row(box(rows[-1][0]), box(thing)):
            rows[-1].append(thing)
        else:
            rows.append([thing])
    return [thing for row in rows for thing in sorted(row, key=lambda thing: box(thing).x)]
