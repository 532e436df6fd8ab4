"""Opening files and folders: texts in the editor, pages in the browser, all else through the file manager."""

from __future__ import annotations

import re

from deskhand.models.local.concepts import PROGRAM_OF
from deskhand.models.local.ground import shows
from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.skills.belonging import in_front, meant
from deskhand.models.local.skills.browsing import go_to
from deskhand.models.local.skills.common import appeared, could_not, dialog_in_front, titled
from deskhand.models.local.skills.file_dialog import enter_folder
from deskhand.models.local.skills.files import find_icon, show_folder
from deskhand.models.local.skills.menus import choose_path
from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.skills.programs import open_program
from deskhand.models.local.skills.starting import start_with
from deskhand.models.local.steps import GoTo, OpenFile
from deskhand.vision.match import find

_FILE = re.compile(r"\w\.[A-Za-z]\w{0,4}\b")
"""A file's name in a title."""
_TEXTS = ("txt", "md", "log", "csv", "ini", "conf", "json", "yaml", "toml", "xml", "py", "sh")
_PAGES = ("html", "htm", "pdf", "svg")


async def open_file(hand: Hand, step: OpenFile) -> str:
    if not step.name:
        await show_folder(hand, step.folder)
        return ""
    program = step.program or await _usual_program(hand, step.name)
    if program:
        return await _open_in(hand, program, step.name, step.folder)
    await show_folder(hand, step.folder)
    icon = await find_icon(hand, step.name)
    title = (await hand.view()).focus
    await hand.click(icon.center, hand.say(f"Opening {step.name}.", f"{step.name} を開きます。"), count=2)

    async def opened() -> bool:
        view = await hand.view()
        return view.changed if view.focus is None else view.focus != title

    if not await hand.until(opened, tries=3):
        await hand.key("Return", hand.say("It did not open; pressing Return.", "開かないので Return を押します。"))
        if not await hand.until(opened, tries=6):
            raise Stuck(await could_not(hand, f"open {step.name}", f"{step.name} を開く"))
    if shows(await hand.scene(), "Choose Application") or shows(await hand.scene(), "Select an application"):
        say = hand.say(
            "The file manager does not know a program for it; using the text editor.",
            "開くプログラムが決まっていないので、テキストエディタで開きます。",
        )
        await hand.key("Escape", say)
        return await _open_in(hand, "text editor", step.name, step.folder)
    return hand.say(f"I opened {step.name}.", f"{step.name} を開きました。")


async def _usual_program(hand: Hand, name: str) -> str:
    """The program that a file of this kind is opened with; "" where the file manager should know, or is in front."""
    if await in_front(hand, "file manager"):
        return ""
    ending = name.rpartition(".")[2].lower()
    if ending in _TEXTS or await in_front(hand, "text editor"):
        return "text editor"
    return "web browser" if ending in _PAGES else ""


async def _open_in(hand: Hand, program: str, name: str, folder: str) -> str:
    if PROGRAM_OF.get(program.lower()) == "web browser":
        return await go_to(hand, GoTo(f"file://{path_of(name, folder or 'shared')}"))
    await open_program(hand, program)
    try:
        return await _open_by_dialog(hand, name, folder)
    except Refused:
        raise
    except Stuck:
        for _ in range(2):
            await hand.key("Escape", hand.say("Closing the dialog.", "ダイアログを閉じます。"))
        hand.memory.in_front = (await hand.view()).focus or ""
        if not await start_with(hand, meant(hand, program), name, path_of(name, folder or "shared")):
            raise
        return hand.say(f"I opened {name}.", f"{name} を開きました。")


async def _open_by_dialog(hand: Hand, name: str, folder: str) -> str:
    """Ctrl+O and the whole path."""
    path = path_of(name, folder or "shared")
    front = await hand.front()
    if (await hand.view()).focus is None:
        await hand.step_aside()  # the first picture came without a word about the focus
    if name.rpartition("/")[2] in ((await hand.view()).focus or (front.title if front is not None else "")):
        return hand.say(f"{name} is open already.", f"{name} はすでに開いています。")
    await hand.key("ctrl+o", hand.say("Opening the Open dialog.", "「開く」ダイアログを出します。"))

    async def dialog() -> bool:
        await appeared(hand)
        scene = await hand.scene()
        return await titled(hand, "Open", "Open File") or (
            shows(scene, "Cancel", hand.popup) and shows(scene, "Open", hand.popup)
        )

    if not await hand.until(dialog, tries=3) and not (
        await choose_path(hand, ("File", "Open"), strict=False) and await hand.until(dialog, tries=3)
    ):
        raise Stuck(await could_not(hand, f"open the dialog for {name}", f"{name} を開くダイアログを表示"))
    if await enter_folder(hand, path.rpartition("/")[0]):
        await _pick_in_dialog(hand, path.rpartition("/")[2])
    else:
        await hand.type(path, hand.say(f"Typing the file's place, {path}.", f"ファイルの場所 {path} を入力します。"))
        await hand.key("Return", hand.say("Pressing Return to open it.", "Return を押して開きます。"))

    async def title() -> str:
        view, front = await hand.view(), await hand.front()
        return view.focus or (front.title if front is not None else "")

    async def opened() -> bool:
        return name.rpartition("/")[2] in await title()

    if not await hand.until(opened, tries=4):
        other = _FILE.search(await title())
        if other is not None or await dialog() or await dialog_in_front(hand):
            raise Stuck(await could_not(hand, f"open {path}", f"{path} を開く"))
    return hand.say(f"I opened {name}.", f"{name} を開きました。")


async def _pick_in_dialog(hand: Hand, name: str) -> None:
    """Old dialogs list the files of the folder, and have no field for a name."""
    front = await hand.front()
    found = find(await hand.scene(), name, at_least=0.93, within=None if front is None else front.body)
    if not found:
        raise Stuck(await could_not(hand, f"see {name} in the dialog", f"ダイアログで {name} を見つけることが"))
    say = hand.say(f"Choosing {name}.", f"{name} を選びます。")
    await hand.click(found[0].box.center, say)
    await hand.key("Return", say)
