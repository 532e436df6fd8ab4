"""How things on a screen belong together: the field of a label, the box around a text, what is in one row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from deskhand.models.local.steps import TargetKind
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Role, Scene, Widget

T = TypeVar("T")

FIELD_HEIGHTS = range(16, 64)
AREA_HEIGHTS = range(64, 320)
MIN_FIELD = 36
FAR = 420
"""Pixels between a label and its field at most, if no other text stands between them."""
NEAR = 120
"""A field farther to the right of a label than this, and beyond the one right below the label, is another column's."""
FIELD_ROLES: frozenset[Role] = frozenset({"field", "area", "select", "spinner", "slider"})
ROLES_OF: dict[TargetKind, frozenset[Role]] = {
    "button": frozenset({"button"}),
    "option": frozenset({"select"}),
    "slider": frozenset({"slider"}),
    "cell": FIELD_ROLES,
    "tab": frozenset({"tab"}),
    "menu": frozenset({"item"}),
    "menu item": frozenset({"item"}),
}


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
    """Something that holds a value: by what it was recognised as, or by its size where only its border is known."""
    if widget.role is not None:
        return widget.role in FIELD_ROLES
    return widget.kind == "box" and widget.box.height in FIELD_HEIGHTS and widget.box.width >= MIN_FIELD


def _is_plain(widget: Widget) -> bool:
    """A box of which nothing else is known."""
    return widget.kind == "box" and widget.role in (None, "area") and widget.box.width >= MIN_FIELD


def around(scene: Scene, text: Rect) -> Widget | None:
    """The smallest bordered box that a text stands in, unless much larger: its button or field."""
    boxes = [
        widget
        for widget in scene.widgets
        if widget.kind == "box" and inside(text, widget.box) and widget.box.height <= 3 * max(14, text.height) + 12
    ]
    return min(boxes, key=lambda widget: widget.box.area, default=None)


def is_on_one(scene: Scene, text: Rect, kind: TargetKind | None) -> bool:
    """Whether a text stands on a widget that was recognised as one of that kind."""
    roles = ROLES_OF.get(kind, frozenset()) if kind is not None else frozenset()
    return any(
        widget.role in roles and widget.box.contains(text.center) and widget.box.height <= 4 * text.height
        for widget in scene.widgets
    )


def field_of(scene: Scene, label: Rect, roles: frozenset[Role] = FIELD_ROLES) -> Widget | None:
    """The field that a label names: right of it in its row or right below it, else the one it stands in.

    ``roles``: what counts as one where that is known. (A drop-down list may look like a button.)
    """
    large = 3.4 * label.height  # on a magnified screen fields are as much higher as letters are
    fields = [
        widget
        for widget in scene.widgets
        if not widget.box.contains(label.center)
        and (
            is_field(widget)
            or widget.role in roles
            or (_is_plain(widget) and FIELD_HEIGHTS.stop <= widget.box.height <= large)
        )
    ]
    right = [
        w
        for w in fields
        if _is_level(label, w.box) and -4 <= w.box.x - label.right <= FAR and not _has_text_before(scene, label, w)
    ]
    gap = max(26, label.height)
    below = [w for w in fields if -4 <= w.box.y - label.bottom <= gap and _is_over(label, w.box)]
    beside = min(right, key=lambda w: w.box.x - label.right, default=None)
    under_it = min(below, key=lambda w: w.box.y - label.bottom, default=None)
    if beside is not None and (
        under_it is None or beside.box.x - label.right <= NEAR or beside.box.x < under_it.box.right
    ):
        area = _area_of(scene, label) if beside.box.x - label.right > NEAR else None
        return beside if area is None or distance(label, beside.box) <= distance(label, area.box) else area
    return under_it or around(scene, label) or _area_of(scene, label)


def _is_level(label: Rect, box: Rect) -> bool:
    """In one row; a label may stand a little high or low beside a large field, or have two lines."""
    middle = box.center.y
    if label.height > 1.3 * box.height:
        return label.y <= middle <= label.bottom
    return abs(label.center.y - middle) <= max(6, box.height // 4, min(label.height, box.height) // 2)


def _is_over(label: Rect, box: Rect) -> bool:
    """Whether a label above a box belongs to it: at its left end, or anywhere along it (labels set to the right)."""
    return abs(box.x - label.x) <= 40 or (box.x <= label.x and label.right <= box.right + 12)


def _area_of(scene: Scene, label: Rect) -> Widget | None:
    """The box for several lines of text that a label names: it holds no other box, and starts beside or below it."""
    tall = [
        widget
        for widget in scene.widgets
        if _is_plain(widget)
        and widget.box.height in AREA_HEIGHTS
        and widget.box.width >= 2 * MIN_FIELD
        and not any(
            other is not widget and other.kind == "box" and other.box.height >= 16 and inside(other.box, widget.box)
            for other in scene.widgets
        )
    ]
    for widget in sorted(tall, key=lambda w: distance(label, w.box)):
        box = widget.box
        beside = -4 <= box.x - label.right <= FAR and box.y - 4 <= label.center.y <= box.bottom
        below = -4 <= box.y - label.bottom <= 26 and _is_over(label, box)
        if below or (beside and not _has_text_before(scene, label, widget)):
            return widget
    return None


def _has_text_before(scene: Scene, label: Rect, widget: Widget) -> bool:
    """Another text stands between the label and the field: then the field is that one's."""
    return any(
        same_row(label, line.box) and label.right <= line.box.x and line.box.right <= widget.box.x + 2
        for line in scene.texts
    )


def mark_of(scene: Scene, label: Rect, kind: TargetKind) -> Widget | None:
    """The check box or radio button of a label: nearly always close before it, sometimes behind it."""
    marks = [
        w
        for w in scene.widgets
        if w.kind == kind and (same_row(label, w.box) or label.y <= w.box.center.y <= label.bottom)
    ]
    before = [w for w in marks if 0 <= label.x - w.box.right <= 48]
    if before:
        return min(before, key=lambda w: label.x - w.box.right)
    behind = [w for w in marks if 0 <= w.box.x - label.right <= 48 and not _labels_another(scene, w)]
    return min(behind, key=lambda w: w.box.x - label.right, default=None)


def _labels_another(scene: Scene, mark: Widget) -> bool:
    """Words stand close behind the mark: then it is theirs."""
    return any(same_row(line.box, mark.box) and 0 <= line.box.x - mark.box.right <= 18 for line in scene.texts)


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
            known = [widget for widget in scene.widgets if widget.role in ROLES_OF[kind]]
            return known or [widget for widget in scene.widgets if is_field(widget)]
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
