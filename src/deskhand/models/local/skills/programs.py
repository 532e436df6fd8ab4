"""Opening programs and coming back to them: the icon on the desktop, the panel, the menu, and last the shell."""

from __future__ import annotations

import re

from deskhand.models.local.concepts import PROGRAM_OF, PROGRAMS
from deskhand.models.local.ground import Found, locate
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.labels import program_names, spoken
from deskhand.models.local.skills.common import appeared, visible_summary
from deskhand.models.local.steps import Target
from deskhand.models.local.windows import Window, same_title
from deskhand.screen.geometry import Rect
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
_MAKERS = re.compile(r"^(?:gnome|mate|xfce4?|kde|lxde|lxqt|libreoffice)[\s_-]+|[\s_-]+(?:gtk|qt)\d?$")
"""What a program's name has before or behind what its window is called."""
_DESKTOPS = ("pcmanfm", "desktop")
"""Titles of the bare desktop's own window, which is no window of the file manager that draws it."""


async def open_program(hand: Hand, name: str, *, again: bool = False) -> str:
    """Bring a window of the program to the front, starting it if need be (or in any case with ``again``)."""
    words = called(hand, name)
    kind = name.lower()
    if not again and (await in_front(hand, name) or await switch_to_open(hand, name) or await _must_be_it(hand, name)):
        hand.memory.current = kind
        return ""
    hand.memory.in_front = (await hand.view()).focus or ""
    for way in (_from_desktop, _from_menu, _by_shell):
        if await way(hand, meant(hand, name), words):
            front = await hand.front()
            view = await hand.view()
            title = view.focus or (front.title if front is not None else "")
            if title:
                hand.memory.titles[kind] = title
            if not any(_fits(title, other) for other in program_names(meant(hand, name))):
                hand.memory.adopted.add(kind)
            hand.memory.current = kind
            return hand.say(f"I opened {words}.", f"{words}を開きました。")
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I could not open {words}: I found neither an icon nor a menu entry that opens it. {seen}",
            f"{words}を開けませんでした。アイコンもメニュー項目も見つかりません。{seen}",
        )
    )


def meant(hand: Hand, name: str) -> str:
    """The program's own name, where the instruction gave one and the steps have its kind."""
    named = hand.memory.named.get(name.lower())
    return name if named is None else named.name


async def _must_be_it(hand: Hand, name: str) -> bool:
    """The instruction speaks of a program as if it were open, and there is one window: many carry only a file's name.
    Nothing says so where another program that the instruction names is in that window."""
    named = hand.memory.named.get(name.lower())
    if named is None or named.starts or hand.memory.current not in ("", name.lower()):
        return False
    if not await hand.windows():
        await hand.look()
    windows = await hand.windows()
    others = [other for kind, other in hand.memory.named.items() if kind != name.lower()]
    if len(windows) != 1 or any(_fits(windows[0].title, other.name) for other in others):
        return False
    hand.memory.adopted.add(name.lower())
    return True


async def in_front(hand: Hand, name: str) -> bool:
    """Whether the window in front belongs to the program."""
    if name.lower() in hand.memory.adopted and hand.memory.current == name.lower():
        return bool(await hand.windows())
    view = await hand.view()
    titles = [view.focus] if view.focus else []
    if not titles:
        front = await hand.front()
        titles = [front.title] if front is not None else []
    return any(belongs(hand, title, name) for title in titles)


def belongs(hand: Hand, title: str, name: str) -> bool:
    """Whether a window title is one of the program's: it carries a name of it, or is the one we saw it open with."""
    lowered = title.lower()
    if lowered in _DESKTOPS:
        return False
    known = hand.memory.titles.get(name.lower())
    if known and same_title(title, known) > 0.9:
        return True
    return any(_fits(title, other) for other in program_names(meant(hand, name)))


def _fits(title: str, name: str) -> bool:
    """Whether a title carries a program's name, or what is left of it without the maker's: ``mate-terminal`` shows as
    "Terminal"."""
    bare = _MAKERS.sub("", name.lower()).strip(" -_")
    return any(len(part) > 3 and part in title.lower() for part in (name.lower(), bare, bare.replace("-", " ")))


async def switch_to_open(hand: Hand, name: str) -> bool:
    """To a window of the program that is already open: by its button in the panel, or its title bar."""
    view = await hand.view()
    panel = (await hand.here()).panel or Rect(0, 0, 0, 0)
    scene = await hand.scene()
    words = called(hand, name)
    say = hand.say(f"Bringing {words} to the front.", f"{words}を前面に出します。")
    for window in await hand.windows():
        if belongs(hand, window.title, name):
            await hand.click(window.bar.center, say)
            if await in_front(hand, name) or view.focus is None:
                return True
    for line in scene.texts:
        if panel.contains(line.box.center) and line.box.width > 24 and belongs(hand, line.text, name):
            if line.box.x < 130 and line.text.lower() in ("applications", "menu"):
                continue
            before = len(await hand.windows())
            await hand.click(line.box.center, say)
            if not await hand.windows():
                await hand.look()
            if not await hand.windows() or len(await hand.windows()) < before:
                await hand.click(line.box.center, say)  # it was in front, and the panel put it away
            if await in_front(hand, name) or (await hand.view()).focus is None:
                return True
    return False


def called(hand: Hand, name: str) -> str:
    """The program in a sentence: "the calculator", 電卓."""
    if name.lower() in hand.memory.named:
        return meant(hand, name)
    shown = spoken(name, hand.language)
    if hand.language == "en" and name.lower() in PROGRAMS:
        return f"the {name.lower()}"
    return shown


async def _from_desktop(hand: Hand, name: str, words: str) -> bool:
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
        return view.focus.lower() not in _DESKTOPS
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


async def _from_menu(hand: Hand, name: str, words: str) -> bool:
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
    for folder in ("Accessories", "Internet", "System Tools", "System", "Office", "Graphics"):
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


async def _by_shell(hand: Hand, name: str, words: str) -> bool:
    """The last resort, where a bash tool is offered: the program's own command."""
    if hand.dialect.bash is None:
        return False
    concept = PROGRAM_OF.get(name.lower(), name.lower().strip())
    commands = COMMANDS.get(concept) or _commands(concept)
    if (listed := await _listed(hand, name)) is not None:
        commands = (listed, *commands)
    if not commands:
        return False
    before = await hand.windows()
    tries = " || ".join(f"command -v {command}" for command in commands)
    say = hand.say(
        f"No icon opens {words}; starting it from the shell.", f"アイコンがないので、シェルから{words}を起動します。"
    )
    await hand.shell(f'program=$({tries}) && setsid "$program" >/dev/null 2>&1 </dev/null &', say)
    await hand.look()
    return await _opened(hand, name, before)


async def _listed(hand: Hand, name: str) -> str | None:
    """The command of a program that the system's list of programs has under its title: "Character Map"."""
    if " " not in name.strip() or not re.fullmatch(r"[\w .+-]{3,60}", name.strip()):
        return None  # a single word most likely is the command
    say = hand.say(f"Looking up how {name} is started.", f"{name} の起動方法を調べます。")
    view = await hand.shell(
        f"grep -lixE 'Name={name.strip()}' /usr/share/applications/*.desktop | head -n 1 | xargs grep -m 1 '^Exec='",
        say,
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
