"""One list of widgets from two sources: the rules' boxes are exact to the pixel, the network knows what things are.

A bordered box that the network knows too keeps the rules' box and gets the network's role and states. What only the
network sees is added; what only the rules see stays, without a role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from deskhand.screen.geometry import Rect
from deskhand.vision.learned import Seen
from deskhand.vision.overlaps import corners, holds_a_center, shared
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Role, Widget, WidgetKind
from deskhand.vision.toggles import has_even_border, is_on, is_round

KINDS: dict[Role, WidgetKind] = {
    "button": "box",
    "field": "box",
    "area": "box",
    "select": "box",
    "slider": "box",
    "spinner": "box",
    "checkbox": "checkbox",
    "switch": "checkbox",
    "radio": "radio",
    "icon": "icon",
    "image": "image",
    "tab": "part",
    "item": "part",
    "row": "part",
    "link": "part",
    "scrollbar": "part",
    "header": "part",
}
STATEFUL: frozenset[Role] = frozenset({"checkbox", "radio", "switch", "tab", "row", "item", "icon"})
ALIKE = 0.5
ALONE = 0.6
"""A toggle without a square outline is taken from here on."""
SURE = 0.45
"""Below it a box of the rules stays one without a role."""


def joined(
    rules: Sequence[Widget], seen: Sequence[Seen], texts: Sequence[Rect], picture: Picture | None = None
) -> list[Widget]:
    """``texts``: the boxes of the lines read; an icon has none inside."""
    free = set(range(len(rules)))
    boxes = [one.box for one in seen]
    meet = shared(corners(boxes), corners([widget.box for widget in rules])) > 0
    written = holds_a_center(boxes, texts)
    found: list[Widget] = []
    for row, one in enumerate(seen):
        kind = KINDS[one.role]
        if one.role == "icon" and written[row]:
            continue
        left = [rules[index] for index in np.flatnonzero(meet[row]).tolist() if index in free]
        used: list[Widget] = []
        match kind:
            case "checkbox" | "radio":
                # What the rules made out as a toggle they know better: its outline and whether it is on.
                same = [w for w in left if _inner(w.box, one.box) or _alike(w.box, one.box)]
                known = next((w for w in same if w.kind in ("checkbox", "radio")), None)
                outlines = [w.box for w in same if w.kind == "box" and _is_square(w.box)]
                outline = max(outlines, key=lambda box: box.area, default=None)
                if known is not None:
                    new = replace(known, disabled=one.disabled > 0.5)
                elif one.role == "switch" or picture is None or (outline is None and one.score >= ALONE):
                    alike = [w.box for w in same if w.kind == "box" and _alike(w.box, one.box)]
                    new = _with(one, Widget(kind, max(alike, key=lambda box: box.area, default=one.box)))
                elif outline is not None and has_even_border(picture, outline):
                    shape: WidgetKind = "radio" if is_round(picture, outline) else "checkbox"
                    new = Widget(shape, outline, is_on(picture, outline), disabled=one.disabled > 0.5)
                else:
                    continue  # a folder beside its name
                used = same
                found.append(new)
            case "box":
                same = [w for w in left if w.kind == "box" and _alike(w.box, one.box)]
                best = max(same, key=lambda w: _share(w.box, one.box), default=None)
                used = [] if best is None else [best]
                found.append(
                    best if best is not None and one.score < SURE else _with(one, best or Widget("box", one.box))
                )
            case "icon":
                drawn = next((w for w in left if w.kind == "icon" and _within(w.box, one.box)), None)
                used = [] if drawn is None else [drawn]
                found.append(_with(one, Widget("icon", one.box, mark=drawn.mark if drawn is not None else "")))
            case _:
                found.append(_with(one, Widget(kind, one.box)))
        if used:
            free = {index for index in free if rules[index] not in used}
    return [*(rules[index] for index in sorted(free)), *found]


def _with(one: Seen, widget: Widget) -> Widget:
    checked = one.checked > 0.5 if one.role in STATEFUL else None
    return replace(widget, checked=checked, role=one.role, focused=one.focused > 0.5, disabled=one.disabled > 0.5)


def _is_square(box: Rect) -> bool:
    return abs(box.width - box.height) <= 3


def _alike(one: Rect, other: Rect) -> bool:
    return _share(one, other) > ALIKE


def _share(one: Rect, other: Rect) -> float:
    shared = one.intersect(other)
    return shared.area / (one.area + other.area - shared.area) if shared else 0.0


def _within(inner: Rect, outer: Rect) -> bool:
    return outer.contains(inner.center)


def _inner(inner: Rect, outer: Rect) -> bool:
    return outer.contains(inner.center) and inner.area < 1.3 * outer.area
