"""The type of file that a dialog for saving has chosen: a program that adds the ending of its own type makes
"haru.txt.odt" of "haru.txt", so the type is chosen that the name's ending asks for."""

from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local import layout
from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import appeared
from deskhand.models.local.skills.file_dialog import click_name_field, is_dialog, is_head
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

_ENDING = re.compile(r"\.([A-Za-z]\w{0,4})$")
_LABELS = ("File type", "Files of type", "Save as type", "File format", "Format", "Type", "Filter", "Export as")
_NAMES = {
    "jpg": ("jpg", "jpeg"), "tif": ("tif", "tiff"), "txt": ("txt", "plain text", "text"), "htm": ("htm", "html"),
    "md": ("md", "markdown"), "odt": ("odt", "opendocument text"), "rtf": ("rtf", "rich text"),
}  # fmt: skip
"""What types are called that have other names than their endings."""
_PATTERN = re.compile(r"[(（\s]\s*[*＊×]\s*(?:\.\s*(\w+|[*＊]))?(?=[\s);,）]|$)")
"""What a type says of its files' names: "OpenDocument Text (*.odt)"."""


async def suit_type(hand: Hand, name: str) -> None:
    """Choose the type for the name's ending, where the dialog shows another one and has it in its list."""
    ending, front = _ENDING.search(name), await hand.front()
    if ending is None or front is None:
        return
    wanted = ending[1].lower()
    shown = await _types(hand, front.box)
    if not shown:
        await _by_label(hand, front.box, wanted)
        return
    if len(shown) != 1 or wanted in (taken := patterns(shown[0].text)) or "*" in taken:
        return
    await _choose(hand, shown[0].box, lambda line: len(patterns(line.text)) if wanted in patterns(line.text) else None)


async def _by_label(hand: Hand, within: Rect, wanted: str) -> None:
    """In a list of types that only have names: "Format: PNG image"."""
    scene = await hand.scene()
    field = next(
        (
            place.box
            for name in _LABELS
            if len(found := {match.box: match for match in matches(scene, name, within, 0.92) if match.whole}) == 1
            for match in found.values()  # Motif's dialogs have a field and a button "Filter", for the names of files
            if not is_head(scene, match.box) and (place := layout.field_of(scene, match.box)) is not None
        ),
        None,
    )
    if field is None or any(_called(line.text, wanted) for line in scene.texts if field.contains(line.box.center)):
        return
    await _choose(hand, field, lambda line: len(line.text) if _called(line.text, wanted) else None, only_in_list=True)


async def _choose(
    hand: Hand, place: Rect, strangeness: Callable[[TextLine], int | None], *, only_in_list: bool = False
) -> None:
    """Open the list of types at ``place`` and take the line that is least strange; None stands for another type.

    ``only_in_list``: names without a pattern may stand elsewhere on the screen too.
    """
    popup = hand.popup
    await hand.click(place.center, hand.say("Looking at the types of file.", "ファイルの種類を見ます。"))
    opened = await appeared(hand)
    area = hand.popup
    ranked = [
        (rank, line)
        for line in (await hand.scene()).texts
        if opened and (rank := strangeness(line)) is not None
        if not only_in_list or (area is not None and area.contains(line.box.center))
    ]
    if ranked:
        best = min(ranked, key=lambda pair: pair[0])[1]
        await hand.click(best.box.center, hand.say(f"Choosing {best.text}.", f"「{best.text}」を選びます。"))
        await hand.took_effect()
    elif opened:
        await _put_away(hand)
    hand.popup = popup
    await click_name_field(hand)
    hand.popup = popup


async def _put_away(hand: Hand) -> None:
    """Close the list; Stuck where the dialog closes with it, for the name would be typed into the document."""
    await hand.key("Escape", hand.say("There is none for that ending.", "その拡張子の種類はありません。"))
    if not await is_dialog(hand):
        raise Stuck(hand.say("The dialog for saving has closed.", "保存のダイアログが閉じてしまいました。"))


def _called(text: str, ending: str) -> bool:
    """Whether a type's name says an ending: "JPEG image", "Plain text"."""
    return any(re.search(rf"\b{name}\b", text, re.IGNORECASE) for name in _NAMES.get(ending, (ending,)))


def patterns(text: str) -> frozenset[str]:
    """The endings that a type takes, "*" for all of them; none where the text is no type of file."""
    return frozenset((found[1] or "*").lower().replace("＊", "*") for found in _PATTERN.finditer(text))


async def _types(hand: Hand, within: Rect) -> list[TextLine]:
    scene = await hand.scene()
    return [line for line in scene.texts if patterns(line.text) and within.contains(line.box.center)]
