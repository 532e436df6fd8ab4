"""A file into another folder, by cut or copy and paste in the file manager."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

from deskhand.models.local.concepts import FOLDER_OF
from deskhand.models.local.ground import shows
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.belonging import in_front
from deskhand.models.local.skills.common import could_not, visible_summary
from deskhand.models.local.skills.file_label import label_of_file
from deskhand.models.local.skills.files import delete, find_icon, show_folder
from deskhand.models.local.skills.panes import carry, two_panes
from deskhand.models.local.skills.paths import FOLDERS, folder_path
from deskhand.models.local.skills.programs import open_program
from deskhand.models.local.steps import DeleteFile, MoveFile

_KIND = re.compile(r"^(?:the\s+)?(?:sub)?(?:folder|directory)\s+(?=\S)", re.IGNORECASE)
"""What a folder is called besides its name."""
_EXISTS = ("already exists", "Confirm to replace", "すでに存在", "Overwrite")


async def move(hand: Hand, step: MoveFile) -> str:
    step = replace(step, to=_KIND.sub("", step.to.strip()))
    did = hand.say(
        f"I {'copied' if step.copy else 'moved'} {step.name} to {step.to}.",
        f"{step.name} を {step.to} に{'コピー' if step.copy else '移動'}しました。",
    )
    if folder_path(step.to) == FOLDERS["trash"] and not step.copy:
        return await delete(hand, DeleteFile(step.name, step.folder))
    await open_program(hand, "file manager")
    if (panes := await two_panes(hand)) is not None:
        await carry(hand, panes, step.name, step.folder, step.to, copy=step.copy)
        return did
    folder = step.folder or ("" if await in_front(hand, "file manager") else "shared")
    await show_folder(hand, folder)
    icon = await find_icon(hand, step.name)
    goal = await _goal(hand, step.to, folder)
    await hand.click(icon.center, hand.say(f"Selecting {step.name}.", f"{step.name} を選びます。"))
    if step.copy:
        await hand.key("ctrl+c", hand.say(f"Copying {step.name}.", f"{step.name} をコピーします。"))
    else:
        await hand.key("ctrl+x", hand.say(f"Cutting {step.name}.", f"{step.name} を切り取ります。"))
    if goal == "":
        await _go_into(hand, step.to)
    else:
        await show_folder(hand, goal)
        await _arrived(hand, goal)
    await hand.key("ctrl+v", hand.say("Pasting it here.", "ここに貼り付けます。"))

    async def there() -> bool:
        front, scene = await hand.front(), await hand.scene()
        if any(shows(scene, words) for words in _EXISTS):
            await hand.key("Escape", hand.say("Leaving the file that is there.", "すでにあるファイルを残します。"))
            raise Stuck(
                hand.say(
                    f"There already is a “{step.name}” in {step.to}, so I left both as they are.",
                    f"{step.to} にはすでに「{step.name}」があるので、どちらもそのままにしました。",
                )
            )
        return label_of_file(scene, step.name, front.body if front is not None else None) is not None

    if not await hand.until(there, tries=4):
        verb, japanese = ("copy", "コピー") if step.copy else ("move", "移動")
        raise Stuck(await could_not(hand, f"{verb} {step.name} to {step.to}", f"{step.name} を {step.to} へ{japanese}"))
    return did


async def _goal(hand: Hand, to: str, folder: str) -> str:
    """Where it goes: a well-known folder, a path, or a folder that stands beside the file; "" for one that does where
    it is not known which folder shows."""
    if to.lower() in FOLDERS or to.startswith(("/", "~")):
        return to
    front = await hand.front()
    beside = label_of_file(await hand.scene(), to, front.body if front is not None else None)
    if beside is not None:
        return posixpath.join(hand.memory.folder, to) if hand.memory.folder else ""
    if (known := FOLDER_OF.get(to.lower())) is not None:
        return known
    return f"{folder}/{to}" if folder and beside is None and "/" not in to else to


async def _go_into(hand: Hand, name: str) -> None:
    """Into a folder that shows, as one opens it by hand."""
    before = (await hand.view()).focus
    icon = await find_icon(hand, name)
    say = hand.say(f"Opening the folder {name}.", f"フォルダー {name} を開きます。")
    await hand.click(icon.center, say, count=2)

    async def inside() -> bool:
        view = await hand.view()
        return view.changed if view.focus is None else view.focus != before

    if not await hand.until(inside, tries=3):
        await hand.key("Return", say)
        if not await hand.until(inside, tries=3):
            raise Stuck(await could_not(hand, f"open the folder {name}", f"フォルダー {name} を開く"))


async def _arrived(hand: Hand, goal: str) -> None:
    """The file manager shows the folder; a place that is not there brings up a message, or nothing at all."""
    name = posixpath.basename(folder_path(goal))

    async def there() -> bool:
        title = (await hand.view()).focus
        front = await hand.front()
        return name.lower() in (title or (front.title if front is not None else "")).lower()

    if not await hand.until(there, tries=3):
        seen = await visible_summary(hand)
        await hand.key("Escape", hand.say("Closing the message.", "メッセージを閉じます。"))
        raise Stuck(
            hand.say(f"I could not open the folder {goal}. {seen}", f"フォルダー {goal} を開けませんでした。{seen}")
        )
