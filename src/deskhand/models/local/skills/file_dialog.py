"""The dialog in which a program asks for a file's name: known by what it shows, and given a whole path."""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.ground import buttons, matches, shows
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import titled, visible_summary
from deskhand.vision.match import find

_NAME_FIELDS = ("Save", "Name", "File name", "Filename", "Selection", "Save as")


async def is_dialog(hand: Hand) -> bool:
    """A file dialog shows both a way out and a way to save, and a name."""
    if await titled(hand, "Save As", "Save", "Save File"):
        return True
    scene, front = await hand.scene(), await hand.front()
    within = front.box if front is not None and hand.popup is None else hand.popup
    if shows(scene, "Cancel", within) and any(shows(scene, name, within) for name in _NAME_FIELDS):
        return True
    # Some programs ask for the name on a page of their own window: a field, and a button to save under it.
    area = front.box if front is not None else None
    labels = [label for label in matches(scene, "Name", area, 0.9) if label.whole]
    return bool(labels and buttons(scene, "Save As", area, 0.9)) and any(
        layout.field_of(scene, label.box) is not None for label in labels
    )


async def enter_path(hand: Hand, path: str) -> None:
    """Replace the name that the dialog suggests; its field has the focus when the dialog opens."""
    selecting = hand.say("Selecting the suggested name.", "提案された名前を選択します。")
    await hand.key("ctrl+a", selecting)
    say = hand.say(f"Typing the file's place, {path}.", f"保存先 {path} を入力します。")
    await hand.type(path, say)
    if await _appended(hand, path):  # a dialog in which Ctrl+A does not select
        await hand.key("End", selecting)
        await hand.key("shift+Home", selecting)
        await hand.type(path, say)
    if not await _path_shown(hand, path):
        await _click_name_field(hand)
        await hand.key("ctrl+a", say)
        await hand.type(path, say)
        if not await _path_shown(hand, path):
            seen = await visible_summary(hand)
            raise Stuck(
                hand.say(
                    f"I typed {path} into the dialog, but I cannot see it there. {seen}",
                    f"ダイアログに {path} と入力しましたが、表示されません。{seen}",
                )
            )
    await _no_completion(hand, path)


async def _appended(hand: Hand, path: str) -> bool:
    """Whether the path came behind what the field held, not in place of it."""
    return any(
        not match.whole
        and re.search(rf"[^\s:：]{re.escape(match.text)}|{re.escape(match.text)}[\w./-]", match.line.text)
        for match in find(await hand.scene(), path, at_least=0.9)
        if len(match.line.text) > len(path) + 1 and "/" in path
    )


async def _path_shown(hand: Hand, path: str) -> bool:
    tail = path.rpartition("/")[2]
    scene = await hand.scene()
    return any(find(scene, part, at_least=score) for part, score in ((path, 0.86), (path[-28:], 0.8), (tail, 0.9)))


async def _no_completion(hand: Hand, path: str) -> None:
    """The field may have completed the name to a longer one that exists: take the completion away again."""
    for match in find(await hand.scene(), path, at_least=0.9):
        if (
            not match.whole
            and match.line.text.rstrip().endswith(match.text) is False
            and len(match.line.text) < len(path) + 40
        ):
            await hand.key("Delete", hand.say("Removing the suggested ending.", "補完された部分を消します。"))
            return


async def _click_name_field(hand: Hand) -> None:
    scene = await hand.scene()
    labels = matches(scene, "Name", hand.popup)
    if labels:
        point = labels[0].box.center
        await hand.click(
            type(point)(labels[0].box.right + 80, point.y),
            hand.say("Clicking into the name field.", "名前の欄をクリックします。"),
        )
