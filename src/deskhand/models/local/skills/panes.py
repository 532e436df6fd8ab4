"""File managers of two panes side by side with a row of function keys: F5 copies, F6 moves, F7 makes a folder.

Of five such programs none took Ctrl+L for an address, and two ran what was typed then as a command: all of seven jobs
failed. What they share since Norton's is the row of keys, the path over each pane and a place for commands below.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from deskhand.models.local.ground import same_numbers
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.skills.common import appeared, could_not
from deskhand.models.local.skills.file_label import label_in
from deskhand.models.local.skills.paths import FOLDERS, HOME, folder_path
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import similarity
from deskhand.vision.scene import TextLine

FOOT = 110
"""Pixels at the window's foot within which the row of keys stands."""
HEAD = 240
"""Pixels at its head within which the paths stand."""
ROW = 8
KEYS = 4
"""Different keys in that row, at least."""
_KEY = re.compile(r"\bF ?([2-9])\b")
_NORTON = {"help": 1, "menu": 2, "view": 3, "edit": 4, "copy": 5, "renmov": 6, "mkdir": 7, "delete": 8, "pulldn": 9}
"""What stands in such a row in a terminal, where the figures are too dark to read."""
_PATH = re.compile(r"(?:~|/)[^\s:*?]*")
_FRAME = " <─-"
"""What is drawn beside a path in a terminal."""
_AT_HOME = re.compile(r"[>»▸\s]*(?:Home|ホーム)[>»▸\s]*")
_BETWEEN = " >»▸"
_SIDE = re.compile(
    r"(?:the\s+)?(?:left|(?P<en>right))(?:[\s-]hand)?(?:\s+(?:side|pane|panel))?|"
    r"(?:左|(?P<ja>右))(?:側|の(?:ペイン|パネル|欄|一覧))?",
    re.I,
)
"""A pane, said in the place of a folder."""
APART = 48
"""Pixels between two folders of a path that stands there folder by folder, at most."""
TRIES = 4
_ASKS = re.compile(r"\b(?:error|cannot|retry|abort|cancel|overwrite)\b", re.IGNORECASE)
"""What a question or a message over the panes says."""


@dataclass(frozen=True, slots=True)
class Panes:
    window: Window
    row: int
    """Where the row of keys is."""
    grid: bool = False
    """Drawn with letters, in a terminal: what is typed first replaces what a field suggests, and nothing selects it."""

    def side(self, right: bool) -> Rect:
        body, half = self.window.body, self.window.body.width // 2
        top = body.y + 40
        return Rect(body.x + half * right, top, half, max(1, self.row - 24 - top))


async def two_panes(hand: Hand) -> Panes | None:
    """The two panes in the window in front; None where it has no such row of keys."""
    front, scene = await hand.front(), await hand.scene()
    if front is None:
        return None
    foot = [
        (line.box.center.y, key)
        for line in scene.texts
        if front.body.contains(line.box.center) and line.box.center.y > front.body.bottom - FOOT
        for key in _KEY.findall(line.text)
    ]
    for row, _ in foot:
        if len({key for other, key in foot if abs(other - row) <= ROW}) >= KEYS:
            return Panes(front, row)
    words = [
        (word.box.center.y, _NORTON[name])
        for line in scene.texts
        if front.body.contains(line.box.center) and line.box.center.y > front.body.bottom - FOOT
        for word in line.words
        if (name := word.text.lower().lstrip("0123456789 ")) in _NORTON
    ]
    for row, _ in words:
        if len({key for other, key in words if abs(other - row) <= ROW}) >= KEYS + 1:
            return Panes(front, row, grid=True)
    return None


async def shown_path(hand: Hand, panes: Panes, right: bool) -> str:
    """The path over a pane; "" where none can be read."""
    side = panes.side(right)
    head = Rect(side.x, panes.window.body.y, side.width, HEAD)
    paths = [
        (line.box.y, match[0])
        for line in (await hand.scene()).texts
        if head.contains(line.box.center) and (match := _PATH.fullmatch(line.text.strip(_FRAME))) and len(match[0]) > 1
    ]
    if not paths:
        return trail([line for line in (await hand.scene()).texts if head.contains(line.box.center)])
    path = (min(paths) if panes.grid else max(paths))[1].rstrip("/.*")  # in a terminal folders are listed as paths, too
    return HOME + path[1:] if path.startswith("~") else path


def trail(lines: Sequence[TextLine]) -> str:
    """The path that stands there folder by folder, “Home ▸ Shared ▸ Photos”; "" where none does."""
    for home in sorted((line for line in lines if _AT_HOME.fullmatch(line.text)), key=lambda line: -line.box.y):
        steps, end = [HOME], home.box.right
        for line in sorted(lines, key=lambda line: line.box.x):
            if same_row(home.box, line.box) and 0 <= line.box.x - end <= APART:
                steps.append(line.text.strip(_BETWEEN))
                end = line.box.right
        return "/".join(step for step in steps if step)
    return ""


def side_of(folder: str) -> bool | None:
    """Whether the right pane is meant; None for a folder that has a name."""
    said = _SIDE.fullmatch(folder.strip())
    return None if said is None else (said["en"] or said["ja"]) is not None


async def bring(hand: Hand, panes: Panes, folder: str, name: str = "") -> bool:
    """Have one of the panes show ``folder`` (or, where none was said, the file ``name``) and be the active one; whether
    it is the right one."""
    if (told := side_of(folder)) is not None:
        await activate(hand, panes, told)
        return told
    path = folder_path(folder)
    seen = [await shown_path(hand, panes, right) for right in (False, True)]
    scene = await hand.scene()
    for right in (False, True):
        here = similarity(seen[right], path) >= 0.93 and same_numbers(seen[right], path) if path else False
        if here or (not path and name and label_in(scene, name, panes.side(right)) is not None):
            await activate(hand, panes, right)
            return right
    if not path:
        if not name:
            return False
        path = FOLDERS["shared"]
    await activate(hand, panes, False)
    prompt = Point(panes.window.body.center.x, panes.row - 25)
    await hand.click(prompt, hand.say("Clicking where commands are typed.", "コマンドの入力欄をクリックします。"))
    await hand.type(f"cd {path}", hand.say(f"Going to {path}.", f"{path} に移ります。"))
    await hand.key("Return", hand.say("Pressing Return.", "Return を押します。"))

    async def there() -> bool:
        return similarity(await shown_path(hand, panes, False), path) >= 0.93

    if not await hand.until(there, tries=TRIES) and not (await _walked(hand, panes, path) and await there()):
        raise Stuck(await could_not(hand, f"show {path}", f"{path} を表示"))
    return False


async def _walked(hand: Hand, panes: Panes, path: str) -> bool:
    """Folder by folder, by a double click on each, where no command goes there: from the top, or from where it is."""
    shown = await shown_path(hand, panes, False)
    parts = path.strip("/").split("/")
    if shown and path.startswith(shown.rstrip("/") + "/"):
        parts = path[len(shown.rstrip("/")) + 1 :].split("/")
    for part in parts:
        side = panes.side(False)
        rows = [
            line.box
            for line in (await hand.scene()).texts
            if side.contains(line.box.center) and line.text.strip().strip("[]/<> ") == part
        ]
        if len(rows) != 1:
            return False
        await hand.click(rows[0].center, hand.say(f"Going into {part}.", f"{part} に入ります。"), count=2)
        if not await hand.took_effect():
            await hand.key("Return", hand.say(f"Going into {part}.", f"{part} に入ります。"))
        await hand.read_afresh()
    return True


async def rename_in(hand: Hand, panes: Panes, name: str, new: str, folder: str) -> None:
    """By the key for moving, where the one for renaming is another's: the new name is where it is moved to."""
    right = await bring(hand, panes, folder, name)
    await select_in(hand, panes, right, name)
    await _asked(hand, "F6", hand.say("Renaming it.", "名前を変えます。"))
    await _answer(hand, new, panes)

    async def done() -> bool:
        return label_in(await hand.scene(), new, panes.side(right)) is not None

    await _settled(hand, done, f"rename {name} to {new}", f"{name} の名前を {new} に変更")


async def activate(hand: Hand, panes: Panes, right: bool) -> None:
    """Click the empty end of a pane's list."""
    side = panes.side(right)
    say = hand.say("Going to this pane.", "こちら側に移ります。")
    await hand.click(Point(side.center.x, side.bottom - 70), say)


async def select_in(hand: Hand, panes: Panes, right: bool, name: str) -> Rect:
    label = label_in(await hand.scene(), name, panes.side(right)) or label_in(
        await hand.read_afresh(), name, panes.side(right)
    )
    if label is None:
        raise Stuck(await could_not(hand, f"find {name} in this folder", f"このフォルダーに {name} を見つけることが"))
    await hand.click(label.center, hand.say(f"Selecting {name}.", f"{name} を選びます。"))
    return label


async def carry(hand: Hand, panes: Panes, name: str, folder: str, to: str, *, copy: bool) -> None:
    """Copy or move a file: the dialog's place is written anew, whatever the other pane shows."""
    right = await bring(hand, panes, folder, name)
    named = "" if side_of(folder) is not None else folder_path(folder)
    source = named or await shown_path(hand, panes, right) or FOLDERS["shared"]
    goal = folder_path(to) if to.lower() in FOLDERS or to.startswith(("/", "~")) else f"{source}/{to.strip('/')}"
    if (beyond := side_of(to)) is not None:
        goal = await shown_path(hand, panes, beyond)
    label = await select_in(hand, panes, right, name)
    key, say = (
        ("F5", hand.say("Copying it.", "コピーします。")) if copy else ("F6", hand.say("Moving it.", "移動します。"))
    )
    await _asked(hand, key, say)
    await _answer(hand, f"{goal}/", panes)
    other = await shown_path(hand, panes, not right)

    async def done() -> bool:
        if not await _back(hand, panes):
            return False
        scene = await hand.scene()
        if not copy and (left := label_in(scene, name, panes.side(right))) is not None:
            return abs(left.y - label.y) > 3 * label.height  # another that is called alike
        return similarity(other, goal) < 0.93 or label_in(scene, name, panes.side(not right)) is not None

    await _settled(hand, done, f"{'copy' if copy else 'move'} {name}", f"{name} を{'コピー' if copy else '移動'}")


async def make_folder(hand: Hand, panes: Panes, name: str, folder: str) -> None:
    right = await bring(hand, panes, folder)
    await _asked(hand, "F7", hand.say("Making a new folder.", "新しいフォルダーを作ります。"))
    await _answer(hand, name, panes)

    async def done() -> bool:
        return await _back(hand, panes) and label_in(await hand.scene(), name, panes.side(right)) is not None

    await _settled(hand, done, f"make the folder {name}", f"フォルダー {name} を作成")


async def _asked(hand: Hand, key: str, say: str) -> None:
    await hand.key(key, say)
    if not await appeared(hand):
        raise Stuck(await could_not(hand, f"use {key}", f"{key} を使うことが"))


async def _answer(hand: Hand, value: str, panes: Panes) -> None:
    if not panes.grid:
        await hand.key("ctrl+a", hand.say("Selecting what it suggests.", "提案された値を選択します。"))
    await hand.type(value, hand.say(f"Typing {value}.", f"{value} と入力します。"))
    await hand.key("Return", hand.say("Pressing Return.", "Return を押します。"))


async def _back(hand: Hand, panes: Panes) -> bool:
    """Whether no dialog stands over the panes any more."""
    front = await hand.front()
    body = panes.window.body
    if panes.grid and any(
        _ASKS.search(line.text) for line in (await hand.scene()).texts if body.contains(line.box.center)
    ):
        return False  # drawn over them in the same window
    return front is not None and abs(front.box.width - panes.window.box.width) <= 12


async def _settled(hand: Hand, done: Callable[[], Awaitable[bool]], english: str, japanese: str) -> None:
    if not await hand.until(done, tries=TRIES):
        raise Stuck(await could_not(hand, english, japanese))
