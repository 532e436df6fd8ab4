"""From what an instruction names to a point on the screen, with a score that says how sure that is.

A label is found by its text, by its names in the other language, by what kind of thing it is (a field stands beside its
label, a check box before it), and by what it is near. When two things fit equally well the caller asks: a click in the
wrong place costs more than a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskhand.models.local import layout
from deskhand.models.local.counted import at
from deskhand.models.local.kinds_said import without_kind
from deskhand.models.local.labels import other_names, program_names
from deskhand.models.local.steps import Target
from deskhand.models.local.windows import Window, same_title
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.folding import fold
from deskhand.vision.match import Match, find
from deskhand.vision.scene import Role, Scene, Widget

SYNONYM = 0.96
"""A label under another of its names counts a little less than under the one that was said."""
MARGIN = 0.02
"""Two candidates closer than this are equally good: ask."""
ENOUGH = 0.74
LIKE_FIELDS: frozenset[Role] = layout.FIELD_ROLES | {"button"}
"""A drop-down list and a short field may look like a button."""
RECOGNISED = 0.06
"""More for a label on what was recognised as a tab or a menu's entry: the title of a window often says the same."""
IDEA = 0.85
"""Of an icon that stands for what was named."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place that fits."""

    point: Point
    """Where to click."""
    box: Rect
    label: str
    """What is written there, for the person."""
    score: float
    widget: Widget | None = None


@dataclass(frozen=True, slots=True)
class Here:
    """What is known of the screen besides its text."""

    windows: tuple[Window, ...] = ()
    front: Window | None = None
    popup: Rect | None = None
    """What just appeared: an opened menu, a dialog."""
    panel: Rect | None = None
    """The strip at the edge of the screen that belongs to the desktop."""


def locate(scene: Scene, target: Target, here: Here | None = None) -> tuple[Found, ...]:
    """Every place that fits the target, best first; empty when nothing does."""
    here = here or Here()
    if target.point is not None:
        return (Found(target.point, Rect(target.point.x, target.point.y, 1, 1), str(target.point), 1.0),)
    scope = _scope(target, here)
    if target.window and scope is None:
        return ()
    found = _by_name(scene, target, here, scope) if target.name else _by_kind(scene, target, here, scope)
    if not found and (alone := without_kind(target.name)):
        return locate(scene, replace(target, name=alone), here)
    if target.near:
        found = _near(scene, target.near, found, scope)
    found.sort(key=lambda place: -place.score)
    if target.nth is not None:
        return _nth(found, target.nth)
    return tuple(found)


def ambiguous(found: Sequence[Found]) -> tuple[Found, ...]:
    """The places between which only the person can choose; empty when the first one is clearly the best."""
    if not found:
        return ()
    equal = tuple(place for place in found if found[0].score - place.score < MARGIN)
    return equal if len(equal) > 1 else ()


def matches(scene: Scene, name: str, within: Rect | None = None, at_least: float = ENOUGH) -> list[Match]:
    """Where a label stands under any of its names, best first."""
    found = [match for match in find(scene, name, at_least=at_least, within=within) if same_numbers(match.text, name)]
    for index, other in enumerate(other_names(name)):
        for match in find(scene, other, at_least=0.9, within=within):
            score = match.score * SYNONYM - 0.002 * index
            if score >= at_least:
                found.append(replace(match, score=score))
    found.sort(key=lambda match: -match.score)
    kept: list[Match] = []
    for match in found:
        if not any(other.box.intersect(match.box) for other in kept):
            kept.append(match)
    return kept


def same_numbers(read: str, name: str) -> bool:
    """ "Product 4" is not "Product 40", however alike: numbers in a name must be the same."""
    wanted = re.findall(r"\d+", name)
    return not wanted or re.findall(r"\d+", read) == wanted


def buttons(scene: Scene, name: str, within: Rect | None = None, at_least: float = 0.86) -> list[Match]:
    """Where a button of that label stands: on its own, at most with a mark before it; lowest ones first, for a dialog
    has its buttons at its foot."""
    found = [
        match
        for match in matches(scene, name, within, at_least)
        if match.whole or len(match.line.text) <= len(match.text) + 4
    ]
    return sorted(found, key=lambda match: (-round(match.score, 1), -match.box.y))


def shows(scene: Scene, name: str, within: Rect | None = None, at_least: float = 0.85) -> bool:
    return bool(matches(scene, name, within, at_least))


def _scope(target: Target, here: Here) -> Rect | None:
    if not target.window:
        return None
    names = program_names(target.window)
    ranked = sorted(
        ((max(_title_fits(window.title, name) for name in names), window) for window in here.windows),
        key=lambda pair: -pair[0],
    )
    if ranked and ranked[0][0] >= 0.75:
        return ranked[0][1].box
    return here.front.box if here.front is not None else None


def _title_fits(title: str, name: str) -> float:
    lowered = title.lower()
    if len(name) >= 3 and name.lower() in lowered:
        return 0.95
    return same_title(title, name)


def _by_name(scene: Scene, target: Target, here: Here, scope: Rect | None) -> list[Found]:
    found: list[Found] = []
    for match in matches(scene, target.name, scope):
        place = _place(scene, target, match)
        found.append(replace(place, score=place.score + _context(scene, target, match, here)))
    return found or _by_idea(scene, target, scope)


def _by_idea(scene: Scene, target: Target, scope: Rect | None) -> list[Found]:
    """Icons without words, by what they stand for: only where nothing of that name is written."""
    if target.kind not in (None, "icon", "button"):
        return []
    names = {fold(name).letters for name in (target.name, *other_names(target.name))}
    icons = [widget for widget in scene.widgets if widget.idea and fold(widget.idea).letters in names]
    return [
        Found(widget.box.center, widget.box, target.name, IDEA, widget)
        for widget in icons
        if scope is None or scope.contains(widget.box.center)
    ]


def _place(scene: Scene, target: Target, match: Match) -> Found:
    label = match.box
    match target.kind:
        case "field" | "cell" | "slider":
            widget = layout.field_of(scene, label) or layout.field_of(scene, label, LIKE_FIELDS)
            if widget is not None:
                return Found(widget.box.center, widget.box, match.text, match.score, widget)
            beside = Point(min(scene.size.width - 2, label.right + 60), label.center.y)
            return Found(beside, label, match.text, match.score - 0.05)
        case "checkbox" | "radio":
            widget = layout.mark_of(scene, label, target.kind)
            if widget is not None:
                return Found(widget.box.center, widget.box, match.text, match.score + 0.03, widget)
            return Found(label.center, label, match.text, match.score)
        case "option":
            widget = layout.field_of(scene, label, LIKE_FIELDS)
            return Found(label.center, label, match.text, match.score, widget)
        case _:
            widget = layout.around(scene, label)
            score = match.score + (0.03 if widget is not None and target.kind in (None, "button") else 0.0)
            if target.kind in ("tab", "menu", "menu item") and layout.is_on_one(scene, label, target.kind):
                score += RECOGNISED
            return Found(label.center, label, match.text, score, widget)


def _context(scene: Scene, target: Target, match: Match, here: Here) -> float:
    center = match.box.center
    score = 0.0
    if here.popup is not None and here.popup.contains(center):
        score += 0.08
    if (here.front is not None and here.front.box.contains(center)) or (
        target.kind == "icon" and not any(window.box.contains(center) for window in here.windows)
    ):
        score += 0.05
    if here.panel is not None and here.panel.contains(center):
        score -= 0.03
    if target.kind != "window" and any(window.bar.contains(center) for window in here.windows):
        score -= 0.06
    if match.whole:
        score += 0.02
    elif len(match.line.text) > 3 * len(match.text) and len(match.line.text) > 30:
        score -= 0.05  # a word of a sentence is rarely what one clicks
    return score


def _by_kind(scene: Scene, target: Target, here: Here, scope: Rect | None) -> list[Found]:
    """Things that have no name in the instruction: "the text field", "the second check box"."""
    area = scope or here.popup or (here.front.body if here.front is not None else None)
    places: list[Found] = []
    for widget in layout.of_kind(scene, target.kind):
        if area is None or area.contains(widget.box.center):
            label = layout.label_of(scene, widget) or str(target.kind or "")
            places.append(Found(widget.box.center, widget.box, label, 0.9, widget))
    if not places and target.kind == "field" and area is not None:
        places.append(Found(area.center, area, "", 0.8))  # the program's own text area
    return places


def _near(scene: Scene, near: str, found: list[Found], scope: Rect | None) -> list[Found]:
    """Prefer what stands in the row of, under or inside the named thing."""
    anchors = matches(scene, near, scope)
    if not anchors:
        return []  # the row that was meant does not show yet
    reach = max(scene.size.width, scene.size.height)

    def closeness(place: Found) -> float:
        best = 0.0
        for anchor in anchors:
            distance = layout.distance(anchor.box, place.box)
            bonus = (
                0.25 if layout.same_row(anchor.box, place.box) else 0.15 if layout.under(anchor.box, place.box) else 0.0
            )
            best = max(best, anchor.score * (bonus + 0.25 * (1 - min(1.0, distance / reach))))
        return best

    return [replace(place, score=place.score + closeness(place)) for place in found]


def _nth(found: list[Found], nth: int) -> tuple[Found, ...]:
    """The nth in reading order among those that fit about as well as the best."""
    if not found:
        return ()
    best = found[0].score
    same = layout.in_reading_order([place for place in found if best - place.score < 0.12], lambda place: place.box)
    counted = at(same, nth)
    return () if counted is None else (replace(counted, score=1.0),)
