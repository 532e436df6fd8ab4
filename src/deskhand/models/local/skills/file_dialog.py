"""The dialog in which a program asks for a file's name: known by what it shows, and given a whole path."""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.ground import buttons, matches, shows
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import titled, visible_summary
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import Match, find
from deskhand.vision.scene import Scene

_NAME_FIELDS = ("Save", "Name", "File name", "Filename", "Selection", "Save as")


async def is_dialog(hand: Hand) -> bool:
    """A file dialog shows both a way out and a way to save, and a name."""
    if await titled(hand, "Save As", "Save", "Save File"):
        return True
    scene, front = await hand.scene(), await hand.front()
    within = front.box if front is not None and hand.popup is None else hand.popup
    named = [match for name in _NAME_FIELDS for match in matches(scene, name, within) if match.whole]
    if shows(scene, "Cancel", within) and any(not _is_choice(scene, match) for match in named):
        return True
    # Some programs ask for the name on a page of their own window: a field, and a button to save under it.
    area = front.box if front is not None else None
    labels = [label for label in matches(scene, "Name", area, 0.9) if label.whole]
    return bool(labels and buttons(scene, "Save As", area, 0.9)) and any(
        layout.field_of(scene, label.box) is not None for label in labels
    )


def _is_choice(scene: Scene, label: Match) -> bool:
    """Whether a mark stands before it: which part of a document is meant, “Selection”, is no file's name."""
    return any(layout.mark_of(scene, label.line.box, kind) is not None for kind in ("radio", "checkbox"))


async def enter_path(hand: Hand, path: str) -> None:
    """Replace the name that the dialog suggests; its field has the focus when the dialog opens."""
    folder, _, name = path.rpartition("/")
    if folder and await enter_folder(hand, folder):
        path = name
        await click_name_field(hand)
    selecting = hand.say("Selecting the suggested name.", "提案された名前を選択します。")
    await hand.key("End shift+Home", selecting)  # Ctrl+A is a letter to Motif's fields
    say = hand.say(f"Typing the file's place, {path}.", f"保存先 {path} を入力します。")
    await hand.type(path, say)
    if await _appended(hand, path):  # a dialog in which that does not select
        await hand.key("ctrl+a", selecting)
        await hand.type(path, say)
    if not await _path_shown(hand, path):
        await click_name_field(hand)
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


async def enter_folder(hand: Hand, folder: str) -> bool:
    """Old dialogs have a field of its own for the folder, and put it before whatever name is given."""
    scene, popup, front = await hand.scene(), hand.popup, await hand.front()
    area = front.body if front is not None else popup
    for match in matches(scene, "Directory", area, 0.95):
        field = layout.field_of(scene, match.box) if match.whole else None
        if field is None or not any(
            line.text.startswith(("/", "~")) for line in scene.texts if field.box.contains(line.box.center)
        ):
            continue
        say = hand.say(f"Going to the folder {folder}.", f"フォルダー {folder} に移ります。")
        await hand.click(field.box.center, say, count=3)
        await hand.type(f"{folder}/", say)
        await hand.key("Return", say)
        await hand.took_effect()
        hand.popup = popup
        return True
    return False


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


_FIELD_NAMES = ("New File Name", "File name", "Name", "Selection", "Save as")


async def click_name_field(hand: Hand) -> None:
    """The field beside the label of the name: the list of files has a column of that name, without a colon."""
    scene = await hand.scene()
    labels = [label for name in _FIELD_NAMES for label in matches(scene, name, hand.popup)]
    if not labels:
        return
    label = max(labels, key=lambda each: (not is_head(scene, each.box), _ends_in_colon(each)))  # of several the first
    field = layout.field_of(scene, label.box)
    point = field.box.center if field is not None else Point(label.box.right + 80, label.box.center.y)
    await hand.click(point, hand.say("Clicking into the name field.", "名前の欄をクリックします。"), count=3)


_HEADS = ("Size", "Modified", "Date modified", "Date", "サイズ", "更新日時", "変更日時")


def is_head(scene: Scene, box: Rect) -> bool:
    """Whether what stands at ``box`` heads a column of the list of files: "Name  Size  Type  Modified"."""
    return any(
        match.whole and abs(match.box.center.y - box.center.y) <= box.height / 2
        for name in _HEADS
        for match in find(scene, name, at_least=0.92)
    )


def _ends_in_colon(label: Match) -> bool:
    return label.whole and label.line.text.rstrip().endswith((":", "："))
