"""The dialog's own way to say yes: OK, Save, Create, or the verb of what was asked for."""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.scene import Scene, TextLine

YES = (
    "OK", "Save", "Create", "Apply", "Add", "Done", "Insert", "Yes", "Accept", "Continue", "Next", "Finish", "Confirm",
    "Set", "Rename", "Delete", "Remove", "Extract", "Replace All", "Replace", "Export", "Import", "Convert", "Go",
    "Find", "Execute", "Run", "Start", "Open", "Print", "Resize", "Scale", "Rotate", "Select",
)  # fmt: skip
_NOT = re.compile(r"not?\b|don['’]?t\b|未|なし", re.IGNORECASE)
PICTURE = 3
"""Letters that a button's picture may be read as: “Not set” does not agree to anything."""
LOSES = ("Delete", "Remove", "Print")
NO = ("Cancel", "Close", "Help", "Discard", "No", "Reset", "Abort", "Quit", "Back", "Defaults", "Browse")
_CANCEL = re.compile(r"cancel|キャンセル|取り消", re.IGNORECASE)
BUTTONS = range(48, 180)
"""Pixels that a dialog's button is wide."""
HEAD = 60
"""Pixels at the top of a dialog where GNOME's have their buttons."""


def yes_button(scene: Scene, area: Rect, words: str, title: str = "") -> TextLine | None:
    """The button that does what ``words`` say, or agrees; None where the dialog has none. ``title``: the dialog's own,
    which GNOME writes in the row of the buttons."""
    found = [line for line in _at_foot(scene, area) if not _is_title(line, area, title)]
    wanted = terms(words)
    own = [line for line in found if fit(line.text, words) >= 0.8 and not says_no(line.text)]
    if own:
        return max(own, key=lambda line: (fit(line.text, words), line.box.x))
    for name in YES:
        if name in LOSES and not any(
            alike(one, other) >= 0.9 for one in terms(name) for other in (*wanted, *terms(title))
        ):
            continue  # a bar's “Delete” agrees to nothing
        for match in buttons(scene, name, area, 0.9):
            more = not match.whole and len(match.line.text) > len(match.text) + PICTURE
            if not more and any(line is match.line for line in found):
                return match.line
    verbs = [
        line
        for line in found
        if any(alike(one, other) >= 0.9 for one in wanted[:1] for other in terms(line.text))
        and not _NOT.match(line.text.strip())
    ]
    return verbs[-1] if verbs else None


def _is_title(line: TextLine, area: Rect, title: str) -> bool:
    """A dialog's own name at its head; a button at its foot may be called the same."""
    return (
        bool(title)
        and fold(line.text).letters == fold(title).letters
        and line.box.center.y < area.y + HEAD
        and abs(line.box.center.x - area.center.x) < area.width // 6
    )


def no_button(scene: Scene, area: Rect, *names: str) -> TextLine | None:
    for name in names or ("Close", "Cancel"):
        found = [match for match in buttons(scene, name, area, 0.9) if match.whole]
        if found:
            return found[0].line
    return None


def _at_foot(scene: Scene, area: Rect) -> list[TextLine]:
    """Short words with a box of their own, in the lowest rows of the dialog or in its head."""
    found: list[TextLine] = []
    for line in scene.texts:
        if not area.contains(line.box.center) or len(line.text) > 28 or says_no(line.text):
            continue
        box = layout.around(scene, line.box)
        if box is not None and box.box.height <= 60 and _centred(line.box, box.box):
            found.append(line)
    return found


def _centred(text: Rect, box: Rect) -> bool:
    return abs(text.center.x - box.center.x) <= max(14, box.width // 6)


def says_no(text: str) -> bool:
    return any(text.strip(" .…_").lower() == name.lower() for name in NO)


def says_yes(text: str) -> bool:
    return any(text.strip(" .…_").lower() == name.lower() for name in YES[:8])


async def agree(hand: Hand, area: Rect, words: str) -> bool:
    """Press the dialog's affirmative button; Return where none can be made out."""
    scene, view = await hand.scene(), await hand.view()
    button = yes_button(scene, area, words, view.focus or "")
    if button is not None:
        await hand.click(button.box.center, hand.say(f"Choosing {button.text}.", f"「{button.text}」を選びます。"))
        return True
    if (unread := beside_no(scene, area)) is not None:
        await hand.click(
            unread.center, hand.say("Choosing the button beside Cancel.", "「キャンセル」の隣を選びます。")
        )
        return True
    await hand.key("Return", hand.say("Pressing Return to confirm.", "Return で確定します。"))
    return False


def beside_no(scene: Scene, area: Rect) -> Rect | None:
    """The button next to Cancel whose words could not be read: Return would press whatever has the focus, which may be
    Cancel itself."""
    lines = [line for line in scene.texts if area.contains(line.box.center)]
    cancel = next((line.box for line in lines if _CANCEL.search(line.text) and len(line.text) <= 14), None)
    if cancel is None:
        return None
    boxes = [
        widget.box
        for widget in scene.widgets
        if widget.kind == "box" and widget.box.width in BUTTONS and layout.same_row(widget.box, cancel)
    ]
    own = min((box for box in boxes if box.contains(cancel.center)), key=lambda box: box.area, default=None)
    others = [
        box
        for box in boxes
        if own is not None
        and abs(box.height - own.height) <= 4
        and not box.intersect(own)
        and area.contains(box.center)
        and not any(says_no(line.text) and box.contains(line.box.center) for line in lines)
    ]
    return min(others, key=lambda box: abs(box.center.x - cancel.center.x), default=None)
