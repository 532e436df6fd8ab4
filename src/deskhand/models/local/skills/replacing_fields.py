"""The two fields of a dialog that replaces: found by their labels, or by their places, and filled in."""

from __future__ import annotations

from itertools import product

from deskhand.models.local import layout
from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import visible_summary
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import find
from deskhand.vision.scene import Scene

FIELD = 160
"""Pixels that stand between a label and the button of its row, where a field is between them."""
NEAR = 30
"""Pixels above or below where it was clicked that typed text shows at most."""


async def labels_of(hand: Hand) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the two fields are called: "Replace: … With: …" is said of them too, and "Find" then stands at a box."""
    said = {line.text.strip().rstrip(":：").lower() for line in (await hand.scene()).texts}
    if {"replace", "with"} <= said:
        return ("Replace",), ("With",)
    return ("Search for", "Find what", "Find", "Search"), ("Replace with", "Replace")


async def fill_in(hand: Hand, labels: tuple[str, ...], text: str, position: int) -> None:
    """By its label; where that cannot be read, by its place: what to find stands before what to put there."""
    popup, front = hand.popup, await hand.front()
    areas: list[Rect | None] = [area for area in (popup, None if front is None else front.body) if area is not None]
    for scene in (await hand.scene(), await hand.read_afresh()):
        # Name by name: the popup may still be the menu that led here, whose own name "Search" is the last of them.
        for name, area in product(labels, areas or [None]):
            point = _labelled(scene, name, area)
            if point is not None:
                await _enter(hand, point, text, popup if popup is None or popup.contains(point) else area)
                return
    fields = [widget.box for widget in layout.of_kind(await hand.scene(), "field")]
    inside = [box for box in fields if popup is not None and popup.grow(4).contains(box.center) and box.width > 90]
    if len(inside) >= 2:
        await _enter(hand, layout.in_reading_order(inside, lambda box: box)[position].center, text, popup)
        return
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I found no field “{labels[0]}” in the dialog. {seen}",
            f"ダイアログに「{labels[0]}」の欄が見つかりません。{seen}",
        )
    )


def _labelled(scene: Scene, name: str, area: Rect | None) -> Point | None:
    # "Find:" is a field's label; "Find" alone may be a button of the toolbar.
    places = sorted(matches(scene, name, area, 0.86), key=lambda m: not m.line.text.rstrip().endswith((":", "：")))
    places.sort(key=lambda match: not _says_its_button_again(scene, match.box, name))
    for match in places:
        if _says_its_button_again(scene, match.box, name):
            return Point(match.box.right + 80, match.box.center.y)
        field = layout.field_of(scene, match.box)
        if field is None and not match.line.text.rstrip().endswith((":", "：")):
            continue
        return field.box.center if field is not None else Point(match.box.right + 80, match.box.center.y)
    return None


def _says_its_button_again(scene: Scene, label: Rect, name: str) -> bool:
    """Whether a button far behind it in its row says the same: then a field without a frame stands between the two."""
    return any(
        layout.same_row(line.box, label)
        and line.box.x - label.right > FIELD
        and line.text.strip().lower().startswith(name.lower())
        for line in scene.texts
    )


async def _enter(hand: Hand, point: Point, text: str, popup: Rect | None) -> None:
    # Three clicks select what a field holds in every toolkit; Ctrl+A is a letter to Motif's.
    await hand.click(point, hand.say("Clicking into the field.", "欄をクリックします。"), count=3)
    await hand.type(text, hand.say(f"Typing “{text}”.", f"「{text}」と入力します。"))
    seen = find(await hand.scene(), text, at_least=0.85)
    fresh = [match for match in seen if any(area.intersect(match.box) for area in (await hand.view()).changes)]
    if fresh and all(abs(match.box.center.y - point.y) > NEAR for match in fresh):
        await hand.key("ctrl+z", hand.say("It went elsewhere; undoing it.", "別の場所に入ったので、元に戻します。"))
        raise Stuck(
            hand.say(
                f"I typed “{text}” where I took a field to be, but it went elsewhere. I undid it and stopped.",
                f"入力欄のつもりで「{text}」と入力しましたが、別の場所に入ったため、元に戻して中止しました。",
            )
        )
    hand.popup = popup
