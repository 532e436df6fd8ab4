"""Files and folders through the file manager: rename, delete, make, show."""

from __future__ import annotations

import re

from deskhand.models.local.ground import buttons, shows
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.belonging import in_front
from deskhand.models.local.skills.commands.command import use_command
from deskhand.models.local.skills.common import appeared, could_not, visible_summary
from deskhand.models.local.skills.file_label import BARS, continues, label_of_file
from deskhand.models.local.skills.menus import choose_path
from deskhand.models.local.skills.panes import bring, rename_in, select_in, two_panes
from deskhand.models.local.skills.panes import make_folder as make_in_pane
from deskhand.models.local.skills.paths import folder_path
from deskhand.models.local.skills.programs import open_program
from deskhand.models.local.skills.selecting import click_file
from deskhand.models.local.steps import DeleteFile, MakeFolder, RenameFile, UseCommand
from deskhand.screen.geometry import Rect
from deskhand.vision.match import find

PAGES = 6
_PLACES = ("Places", "Home Folder", "Home", "場所", "ホーム")


async def rename(hand: Hand, step: RenameFile) -> str:
    renamed_it = hand.say(
        f"I renamed {step.name} to {step.new_name}.", f"{step.name} の名前を {step.new_name} に変えました。"
    )
    await open_program(hand, "file manager")
    if (panes := await two_panes(hand)) is not None and panes.grid:
        await rename_in(hand, panes, step.name, step.new_name, step.folder)
        return renamed_it
    icon = await shown_file(hand, step.name, step.folder)
    if not await click_file(hand, icon.center, step.name):  # a name typed now would go into that window
        raise Stuck(
            await could_not(
                hand,
                f"rename {step.name}: a single click opens it here",
                f"ここではクリックだけで開いてしまうため、{step.name} の名前を変更",
            )
        )
    say = hand.say("Pressing F2 to rename it.", "F2 を押して名前を変えます。")
    await hand.key("F2", say)
    await appeared(hand)
    await hand.key("ctrl+a", hand.say("Selecting the old name.", "古い名前を選択します。"))
    await hand.type(
        step.new_name, hand.say(f"Typing the new name, {step.new_name}.", f"新しい名前 {step.new_name} を入力します。")
    )
    await hand.key("Return", hand.say("Pressing Return.", "Return を押します。"))

    async def renamed() -> bool:
        front = await hand.front()
        return label_of_file(await hand.scene(), step.new_name, front.body if front is not None else None) is not None

    if not await renamed():
        await hand.step_aside()  # the pointer stands where the label is
    if not await hand.until(renamed, tries=3):
        raise Stuck(
            await could_not(
                hand, f"rename {step.name} to {step.new_name}", f"{step.name} の名前を {step.new_name} に変更"
            )
        )
    return renamed_it


_DELETES = ("Move to Trash", "Delete", "ゴミ箱へ移動する", "ゴミ箱に移動", "削除")
"""What a file's menu calls it, the milder first."""
LATE = 3
"""Questions that may come up late."""


async def delete(hand: Hand, step: DeleteFile) -> str:
    icon = await shown_file(hand, step.name, step.folder)
    await hand.click(icon.center, hand.say(f"Selecting {step.name}.", f"{step.name} を選びます。"))
    key = "Delete" if await two_panes(hand) is None else "F8"
    await hand.key(key, hand.say(f"Pressing {key}.", f"{key} キーを押します。"))
    await hand.took_effect()
    for _ in range(3):  # "move to the trash?", and where there is no trash: "delete for good?"
        if not await _confirm(hand):
            break

    async def there() -> bool:
        found = find(await hand.scene(), step.name, at_least=0.95)
        return any(match.whole and match.box.intersect(icon.grow(30)) for match in found)

    async def gone() -> bool:
        if await there():
            return False
        await hand.step_aside()  # the pointer stands on the very label
        return not await there()

    for attempt in range(LATE):
        if await hand.until(gone, tries=3):
            break
        asked = await _confirm(hand)  # late, or after the key did nothing: where there is no trash, its menu tells so
        if not asked and (attempt or not await _by_its_menu(hand, icon)):
            raise Stuck(await could_not(hand, f"delete {step.name}", f"{step.name} を削除"))
    return hand.say(f"I deleted {step.name}.", f"{step.name} を削除しました。")


async def _by_its_menu(hand: Hand, icon: Rect) -> bool:
    """Delete the file by what its own menu offers for that, and say yes to the question."""
    say = hand.say("Opening its menu.", "ファイルのメニューを開きます。")
    await hand.click(icon.center, say, button="right")
    await appeared(hand)
    for label in _DELETES if hand.popup is not None else ():
        found = [match for match in find(await hand.scene(), label, at_least=0.93, within=hand.popup) if match.whole]
        if found:
            await hand.click(found[0].box.center, hand.say(f"Choosing {label}.", f"「{label}」を選びます。"))
            await hand.took_effect()
            await _confirm(hand)
            return True
    await hand.key("Escape", hand.say("Closing the menu.", "メニューを閉じます。"))
    return False


async def make_folder(hand: Hand, step: MakeFolder) -> str:
    made_it = hand.say(f"I made the folder {step.name}.", f"フォルダー {step.name} を作りました。")
    if not step.folder and hand.memory.current in {kind for kind in hand.memory.named if kind != "file manager"}:
        words, name = hand.say("add folder", "フォルダー 追加"), hand.say("name", "名前")
        return await use_command(hand, UseCommand(words, ((name, step.name),)))  # a folder of bookmarks is no directory
    await open_program(hand, "file manager")
    if (panes := await two_panes(hand)) is not None:
        await make_in_pane(hand, panes, step.name, step.folder)
        return made_it
    await show_folder(hand, step.folder)
    before = await _suggested(hand)
    await hand.key("ctrl+shift+n", hand.say("Making a new folder.", "新しいフォルダーを作ります。"))
    dialog = await appeared(hand)

    async def named_in_place() -> bool:
        return await _suggested(hand) > before

    if not (dialog and await _asks_name(hand)) and not await hand.until(named_in_place, tries=2):
        if not (
            await choose_path(hand, ("File", "New Folder"), strict=False)
            or await choose_path(hand, ("File", "Create New", "Folder"), strict=False)
            or await choose_path(hand, ("Edit", "Create New", "Folder"), strict=False)
        ):
            raise Stuck(await could_not(hand, f"make the folder {step.name}", f"フォルダー {step.name} を作成"))
        await appeared(hand)
    await hand.key("ctrl+a", hand.say("Selecting the suggested name.", "提案された名前を選択します。"))
    await hand.type(step.name, hand.say(f"Typing the name {step.name}.", f"名前 {step.name} を入力します。"))
    await hand.key("Return", hand.say("Pressing Return.", "Return を押します。"))

    async def made() -> bool:
        return bool(find(await hand.scene(), step.name, at_least=0.85)) and not (
            await named_in_place() or await _asks_name(hand)
        )

    if not await hand.until(made, tries=3):
        raise Stuck(await could_not(hand, f"make the folder {step.name}", f"フォルダー {step.name} を作成"))
    return made_it


async def file_names(hand: Hand) -> list[str]:
    """The names that the file manager shows, without its bars and its column of places."""
    front = await hand.front()
    scene = await hand.read_afresh()
    size = scene.size
    body = front.body if front is not None else Rect(0, 0, size.width, size.height)
    area = Rect(body.x, body.y + BARS, body.width, max(1, body.height - BARS - 30))
    places = [match.box for name in _PLACES for match in find(scene, name, at_least=0.92, within=area) if match.whole]
    column = [box for box in places if box.x < area.x + area.width // 3]
    left = max((box.right for box in column), default=area.x) + 30 if column else area.x
    lines = [line for line in scene.texts if area.contains(line.box.center) and line.box.x >= left]
    labels: list[tuple[str, Rect]] = []
    for line in lines:
        above = next((index for index, (_, box) in enumerate(labels) if continues(box, line.box)), None)
        if above is None:
            labels.append((line.text, line.box))
        else:
            text, box = labels[above]
            labels[above] = (text + line.text, box.union(line.box))
    return [text for text, _ in labels]


async def show_folder(hand: Hand, folder: str) -> None:
    """The folder in the file manager; as it is when none was said and the file manager is in front."""
    if not folder and await in_front(hand, "file manager"):
        return
    await open_program(hand, "file manager")
    if not folder:
        return
    path = folder_path(folder)
    if hand.memory.folder == path and (await hand.view()).focus == path.rpartition("/")[2]:
        return
    await hand.key("ctrl+l", hand.say("Going to the address bar.", "アドレスバーに移ります。"))
    await hand.key("ctrl+a", hand.say("Selecting the address.", "アドレスを選択します。"))
    await hand.type(path, hand.say(f"Typing {path}.", f"{path} と入力します。"))
    await hand.key("Return", hand.say("Pressing Return to go there.", "Return を押して移動します。"))
    title = (await hand.view()).focus
    if title:
        hand.memory.titles["file manager"] = title
        hand.memory.folder = path


async def shown_file(hand: Hand, name: str, folder: str) -> Rect:
    """The file's label, its folder being shown; where there are two panes, in the one that has it."""
    await open_program(hand, "file manager")
    if (panes := await two_panes(hand)) is not None:
        return await select_in(hand, panes, await bring(hand, panes, folder, name), name)
    await show_folder(hand, folder)
    return await find_icon(hand, name)


async def find_icon(hand: Hand, name: str) -> Rect:
    """The file's label in the file manager, scrolled into view if need be."""
    for page in range(PAGES):
        front = await hand.front()
        area = front.body if front is not None else None
        label = label_of_file(await hand.scene(), name, area) or label_of_file(await hand.read_afresh(), name, area)
        if label is not None:
            return label
        if page < PAGES - 1 and front is not None:
            say = hand.say(f"{name} does not show; scrolling down.", f"{name} が見えないので、下へスクロールします。")
            await hand.scroll(front.body.center, "down", 5, say)
            if not await hand.took_effect():
                break
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(f"I do not see “{name}” in this folder. {seen}", f"このフォルダーに「{name}」が見当たりません。{seen}")
    )


async def _confirm(hand: Hand) -> bool:
    """Say yes to a question that the deletion itself brings up."""
    for attempt in range(2):
        scene, front = await hand.scene(), await hand.front()
        size = (await hand.view()).size
        area = front.box if front is not None and front.box.area < size.pixels // 3 else hand.popup
        way_out = shows(scene, "No", area, 0.9) or shows(scene, "Cancel", area, 0.9)
        for label in ("Yes", "OK", "Delete", "Move to Trash") if way_out else ():
            found = buttons(scene, label, area)
            if found:
                words = found[0].text
                say = hand.say(f"Confirming with {words}.", f"「{words}」で確認します。")
                await hand.click(found[0].box.center, say)
                return True
        if not way_out:
            return False
        if attempt == 0:
            await hand.step_aside()  # the pointer may stand on the very button
    return False


_SUGGESTED = re.compile(r"untitled folder|new folder|名称未設定フォルダ|無題のフォルダ|新しいフォルダ", re.IGNORECASE)
"""What file managers call a folder that is named where it stands, before it has a name of its own."""


async def _suggested(hand: Hand) -> int:
    """How many folders show whose name is only suggested."""
    front, scene = await hand.front(), await hand.scene()
    lines = scene.texts if front is None else [line for line in scene.texts if front.body.contains(line.box.center)]
    return sum(_SUGGESTED.search(line.text) is not None for line in lines)


async def _asks_name(hand: Hand) -> bool:
    """A small window in front, or a sheet with a button to create: the dialog for the name."""
    scene, front = await hand.scene(), await hand.front()
    if front is not None and front.box.area < scene.size.pixels // 4:
        return True
    return shows(scene, "OK") or shows(scene, "Create")
