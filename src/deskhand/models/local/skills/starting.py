"""Starting a program: by its icon on the desktop, the menu of applications, and last the shell."""

from __future__ import annotations

import re
import shlex

from deskhand.models.local.concepts import PROGRAM_OF
from deskhand.models.local.ground import Found, locate
from deskhand.models.local.hand import Hand
from deskhand.models.local.labels import program_names
from deskhand.models.local.skills.belonging import DESKTOPS, in_front
from deskhand.models.local.skills.common import appeared
from deskhand.models.local.steps import Target
from deskhand.models.local.windows import Window, same_title
from deskhand.vision.match import find

COMMANDS = {
    "calculator": ("galculator", "gnome-calculator", "mate-calc", "kcalc", "xcalc"),
    "text editor": ("mousepad", "gedit", "xed", "pluma", "featherpad", "leafpad", "kate"),
    "terminal": ("xterm", "xfce4-terminal", "lxterminal", "gnome-terminal", "konsole"),
    "web browser": ("chromium", "firefox", "google-chrome", "epiphany"),
    "file manager": ("pcmanfm", "thunar", "nautilus", "nemo", "dolphin"),
}
"""What the shell knows the usual programs as."""

PATIENCE = 12
"""Looks, a second apart, until a program's window shows: a browser's first start takes several."""
SURE = 0.84
FOLDERS = (
    "Accessories", "Internet", "System Tools", "System", "Office", "Graphics", "Utilities", "Education", "Science",
    "Games", "Programming", "Development", "Sound & Video", "Multimedia", "Settings", "Preferences", "Other",
)  # fmt: skip
"""What the menu of applications sorts programs into."""
MISSING = "no such program"
"""What the shell says when none of the commands is there."""


async def from_desktop(hand: Hand, name: str, words: str) -> bool:
    icon = await _icon(hand, name)
    if icon is None and not await hand.windows() and (await hand.view()).focus is None:
        # A desktop that has only just started may still be painting.
        icon = await _icon_later(hand, name)
    if icon is None:
        return False
    before = await hand.windows()
    say = hand.say(f"Opening {words} from the desktop.", f"デスクトップから{words}を開きます。")
    await hand.click(icon.point, say, count=2)
    if await _opened(hand, name, before, PATIENCE if await _more_than(hand, icon) else 4):
        return True
    say = hand.say(
        f"Nothing opened yet; selecting {words} and pressing Return.",
        f"まだ開かないので、{words}を選んで Return を押します。",
    )
    await hand.click(icon.point, say)
    await hand.key("Return", say)
    return await _opened(hand, name, before, PATIENCE)


async def _more_than(hand: Hand, icon: Found) -> bool:
    """Whether more happened than that the click selected the icon, and the windows lost the focus to the desktop."""
    view = await hand.view()
    if view.focus is not None:
        return view.focus.lower() not in DESKTOPS
    around = icon.box.grow(90)
    others = [area for area in view.changes if around.intersect(area) != area]
    return any(area.width > 80 and area.height > 80 for area in others)


async def _icon_later(hand: Hand, name: str) -> Found | None:
    async def there() -> bool:
        return await _icon(hand, name) is not None

    return await _icon(hand, name) if await hand.until(there, tries=4) else None


async def _icon(hand: Hand, name: str) -> Found | None:
    """A label with the program's name on the bare desktop."""
    scene, here = await hand.scene(), await hand.here()
    best: Found | None = None
    for other in program_names(name):
        for match in find(scene, other, at_least=SURE):
            center = match.box.center
            if not match.whole or any(window.box.contains(center) for window in here.windows):
                continue
            if here.panel is not None and here.panel.contains(center):
                continue
            if best is None or match.score > best.score:
                best = Found(center, match.box, match.text, match.score)
    return best


async def from_menu(hand: Hand, name: str, words: str) -> bool:
    """By the panel's menu of applications, its folders included."""
    scene, here = await hand.scene(), await hand.here()
    buttons = [
        place
        for place in locate(scene, Target("Applications"), here)
        if here.panel and here.panel.contains(place.point)
    ]
    if not buttons:
        return False
    before = await hand.windows()
    say = hand.say(
        f"Opening the menu of applications to find {words}.", f"アプリケーションメニューから{words}を探します。"
    )
    await hand.click(buttons[0].point, say)
    if not await appeared(hand):
        return False
    entry = await _entry(hand, name)
    if entry is None:
        entry = await _in_folders(hand, name, words)
    if entry is None:
        await hand.key("Escape", hand.say("It is not in this menu; closing it.", "このメニューにはないので閉じます。"))
        return False
    await hand.click(entry.point, hand.say(f"Choosing {entry.label}.", f"「{entry.label}」を選びます。"))
    return await _opened(hand, name, before)


async def _entry(hand: Hand, name: str) -> Found | None:
    scene, popup = await hand.scene(), hand.popup
    for other in program_names(name):
        for match in find(scene, other, at_least=SURE, within=popup):
            return Found(match.box.center, match.box, match.text, match.score)
    return None


async def _in_folders(hand: Hand, name: str, words: str) -> Found | None:
    """Menus of menus: Accessories, Internet …"""
    popup = hand.popup
    for folder in FOLDERS:
        scene = await hand.scene()
        places = find(scene, folder, at_least=0.9, within=popup)
        if not places:
            continue
        say = hand.say(f"Looking for {words} under {folder}.", f"「{folder}」の中に{words}を探します。")
        await hand.hover(places[0].box.center, say)
        if not await appeared(hand):
            await hand.click(places[0].box.center, say)
            await appeared(hand)
        entry = await _entry(hand, name)
        if entry is not None:
            return entry
        hand.popup = popup
    return None


async def by_shell(hand: Hand, name: str, words: str) -> bool:
    """The last resort, where a bash tool is offered: the program's own command, or the one that the system lists for a
    program of that title."""
    if hand.dialect.bash is None:
        return False
    concept = PROGRAM_OF.get(name.lower(), name.lower().strip())
    commands = COMMANDS.get(concept) or _commands(concept)
    if " " in name.strip() or not name.isascii():
        listed = await _listed(hand, name)
        return await _started(hand, name, words, (listed, *commands) if listed else commands)
    if await _started(hand, name, words, commands):
        return True
    listed = await _listed(hand, name)  # a single word most likely is the command, but may be the title
    return listed is not None and listed not in commands and await _started(hand, name, words, (listed,))


async def start_with(hand: Hand, name: str, words: str, path: str) -> bool:
    """The program with a file, by its command: for those that have no dialog to open one by."""
    if hand.dialect.bash is None:
        return False
    concept = PROGRAM_OF.get(name.lower(), name.lower().strip())
    commands = COMMANDS.get(concept) or _commands(concept)
    return await _started(hand, name, words, commands, path)


async def _started(hand: Hand, name: str, words: str, commands: tuple[str, ...], path: str = "") -> bool:
    """By the first of the commands that there is."""
    if not commands:
        return False
    before = await hand.windows()
    tries = " || ".join(f"command -v {command}" for command in commands)
    say = hand.say(
        f"No icon opens {words}; starting it from the shell.", f"アイコンがないので、シェルから{words}を起動します。"
    )
    file = shlex.quote(path) if path else ""
    start = f'setsid "$program" {file} >/dev/null 2>&1 </dev/null &'
    view = await hand.shell(f"program=$({tries}) && {{ {start} }} || echo {MISSING}", say)
    if MISSING in view.text:
        return False
    await hand.look()
    return await _opened(hand, name, before)


async def _listed(hand: Hand, name: str) -> str | None:
    """The command of a program that the system's list of programs has under that title, in any language, or under a
    title that begins or ends with it: "Character Map"."""
    if not re.fullmatch(r"[\w .+-]{3,60}", name.strip()):
        return None
    say = hand.say(f"Looking up how {name} is started.", f"{name} の起動方法を調べます。")
    title = re.sub(r"([.+])", r"\\\1", name.strip())
    wanted = f"^(Name|GenericName)(\\[[a-z_A-Z]+\\])?=({title}|.* {title}|{title} .*)$"
    view = await hand.shell(
        f"grep -liE '{wanted}' /usr/share/applications/*.desktop | head -n 1 | xargs -r grep -m 1 '^Exec='", say
    )
    found = re.search(r"^Exec=([a-z0-9][\w.+-]*)(?:\s|$)", view.text, re.MULTILINE)
    return found[1] if found else None


def _commands(name: str) -> tuple[str, ...]:
    """What a program may be called as a command: its name, its words joined, or the last of them."""
    words = name.split()
    told = ("-".join(words), "".join(words), words[-1], words[0]) if words else ()
    return tuple(dict.fromkeys(command for command in told if re.fullmatch(r"[a-z0-9][a-z0-9.+-]*", command)))


async def _opened(hand: Hand, name: str, before: tuple[Window, ...], patience: int = PATIENCE) -> bool:
    """Whether a window of the program, or at least another one than before, stands in front now."""
    titles = [window.title for window in before]
    was_in_front = hand.memory.in_front

    async def is_there() -> bool:
        if await in_front(hand, name):
            return True
        front = await hand.front()
        focus = (await hand.view()).focus
        if front is None:
            return False
        if any(same_title(front.title, title) >= 0.9 for title in titles):
            # A program that runs once only brings the window forward that it has.
            return bool(was_in_front and focus) and same_title(was_in_front, focus or "") < 0.9 < same_title(
                front.title, focus or ""
            )
        return focus is None or same_title(front.title, focus) > 0.7

    return await hand.until(is_there, tries=patience)
