"""Real programs on deskhand's own desktop, labelled by their accessibility trees: only measured with.

    python training/ground/programs.py                 # two to six screens of each program that is installed, 4 minutes

The tree gives the box of a check box together with its words, so its mark is taken to be the square at the left end;
and it does not say whether a name is written or only spoken: a small square button with a long name is taken for an
icon. What a menu, a tool tip or a window in front hides is left out. Tk and old GTK 2 programs have no tree and are
left out.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
from collections.abc import Sequence
from functools import reduce
from pathlib import Path

import cv2
import labels
import numpy as np
from icons import DATA
from labels import Label, Shot

from deskhand.desktop.actions import Key
from deskhand.desktop.interface import Element
from deskhand.errors import DeskhandError
from deskhand.sandbox.open import SandboxedDesktop, open_desktop
from deskhand.screen.geometry import Rect

PROGRAMS: dict[str, tuple[str, ...]] = {  # program: keys that bring up menus and dialogs
    "mousepad": ("alt+f", "ctrl+f", "ctrl+h", "ctrl+p"),
    "gedit": ("ctrl+h", "ctrl+o"),
    "pluma": ("alt+f", "alt+v", "ctrl+h"),
    "galculator": ("alt+v",),
    "gnome-calculator": (),
    "thunar": ("alt+v", "alt+Return"),
    "engrampa": ("alt+a", "ctrl+o"),
    "ghex": ("alt+f",),
    "gnumeric": ("alt+t", "ctrl+f", "ctrl+p"),
    "homebank": ("alt+f",),
    "gnote": (),
    "mate-terminal": ("alt+e",),
    "featherpad": ("alt+f", "ctrl+f", "ctrl+p"),
    "speedcrunch": ("alt+s",),
    "juffed": ("alt+e", "ctrl+f"),
    "sqlitebrowser": ("alt+e", "ctrl+n"),
    "qterminal": ("alt+f",),
    "tea": ("alt+f",),
    "pcmanfm": ("alt+e", "alt+Return"),
}
TYPES = {
    "push button": "button",
    "button": "button",
    "toggle button": "button",
    "check box": "checkbox",
    "radio button": "radio",
    "switch": "switch",
    "entry": "field",
    "password text": "field",
    "combo box": "select",
    "spin button": "spinner",
    "slider": "slider",
    "page tab": "tab",
    "menu": "item",
    "menu item": "item",
    "check menu item": "item",
    "radio menu item": "item",
    "table cell": "row",
    "list item": "row",
    "tree item": "row",
    "table column header": "header",
    "column header": "header",
    "link": "link",
    "scroll bar": "scrollbar",
}
HOLDS_OTHERS = ("combo box", "spin button", "page tab")
FRAMES = ("frame", "dialog", "window", "file chooser", "alert")
ICON = 52
LETTER = 5


def label_of(element: Element) -> Label | None:
    type_ = TYPES.get(element.role)
    if element.role == "text" and "editable" in element.states:
        type_ = "area" if "multi line" in element.states else "field"
    if type_ is None:
        return None
    x, y, wide, high = element.box.x, element.box.y, element.box.width, element.box.height
    name = element.name.replace("_", "")
    box, also, written = (x, y, wide, high), None, type_ not in ("field", "area", "spinner", "slider", "select")
    if type_ in ("checkbox", "radio"):
        side = min(high, 20)
        box, also = (x, y + (high - side) // 2, min(side, wide), side), (x, y, wide, high)
    square = wide <= 1.6 * high and len(name) > 2
    if type_ == "tab" and high > wide:
        return None  # its words stand upright
    if type_ == "button" and max(wide, high) <= ICON and (not name or square or len(name) * LETTER > wide):
        type_, written = "icon", False
    states = [
        known
        for known, said in (
            ("checked", "checked"),
            ("checked", "pressed"),
            ("checked", "selected"),
            ("focused", "focused"),
        )
        if said in element.states
    ]
    if not element.states & {"enabled", "sensitive"}:
        states.append("disabled")
    if type_ == "item" and wide * high > 200 * 200:
        return None  # an open menu itself
    return Label(type_, box, name, written and bool(name), tuple(dict.fromkeys(states)), also)


def labelled(elements: list[Element], windows: Sequence[Rect]) -> list[Label]:
    """Without the parts that a combo box or a spin button is put together from, what is under an open menu, and what
    programs claim to show where they have no window."""
    outer = [e.box for e in elements if e.role in HOLDS_OTHERS]
    menus = open_menus(elements)
    found: list[Label] = []
    above: list[Element] = []
    for element in elements:
        above = [*(one for one in above if one.depth < element.depth), element]
        if element.role in ("list item", "menu item") and any(one.role == "combo box" for one in above):
            continue  # of a list that is not open
        if element.role == "list item" and element.box.x == 0:
            continue  # the same in Qt, which puts them at the screen's edge
        in_menu = element.role.endswith("menu item")
        if not in_menu and any(menu.intersect(element.box) for menu in menus):
            continue
        if not in_menu and not any(window.contains(element.box.center) for window in windows):
            continue
        frame = next((one.box for one in above if one.role in FRAMES), element.box)
        if not in_menu and any(upper.intersect(element.box) for upper in windows_above(frame, windows)):
            continue
        inner = any(element.box != box and element.box.intersect(box) == element.box for box in outer)
        label = None if inner else label_of(element)
        if label is not None and min(label.box[2:]) >= 5 and all(label.box != other.box for other in found):
            found.append(label)
    return found


def open_menus(elements: list[Element]) -> list[Rect]:
    """Where the entries of opened menus stand, one below the other: what is there besides them is hidden by them."""
    menus: list[Rect] = []
    entries: list[Rect] = []
    for element in [*elements, None]:
        if element is not None and element.role.endswith("menu item"):
            entries.append(element.box)
        elif element is None or element.role not in ("menu", "separator"):
            if len({box.y for box in entries}) > 1:
                menus.append(reduce(Rect.union, entries).grow(4))
            entries = []
    return menus + [e.box for e in elements if e.role == "tool tip"]


def windows_above(frame: Rect, windows: Sequence[Rect]) -> Sequence[Rect]:
    """Those of ``windows``, front to back, that lie on the one with that frame (its box, less the border)."""
    index = max(range(len(windows)), key=lambda i: _overlap(windows[i], frame), default=0)
    return windows[:index] if windows and _overlap(windows[index], frame) > 0.5 else ()


def _overlap(one: Rect, other: Rect) -> float:
    shared = one.intersect(other)
    return shared.area / (one.area + other.area - shared.area) if shared else 0.0


async def screens(desktop: SandboxedDesktop, program: str, keys: tuple[str, ...]) -> list[Shot]:
    await desktop.launch(program)
    await asyncio.sleep(2.5)
    shots = []
    for key in (None, *keys):
        if key is not None:
            await desktop.act(Key(key), picture=False)
            await asyncio.sleep(0.8)
        found = labelled(await desktop.elements(), [w.box for w in await desktop.windows() if not w.minimized])
        frame = await desktop.screenshot()
        picture = cv2.imdecode(np.frombuffer(frame.png, np.uint8), cv2.IMREAD_COLOR)
        assert picture is not None
        if found:
            shot = np.ascontiguousarray(picture[:, :, ::-1], dtype=np.uint8)
            shots.append(Shot(shot, found, [], f"program {program}"))
        if key is not None:
            await desktop.act(Key("Escape"), picture=False)
            await asyncio.sleep(0.3)
    return shots


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=DATA / "ground" / "held")
    parser.add_argument("--only", default="", help="one program")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for program, keys in PROGRAMS.items():
        path = asked.out / f"programs-{program}.npz"
        if path.exists() or (asked.only and program != asked.only) or not shutil.which(program):
            continue
        shots: list[Shot] = []
        desktop = await open_desktop()
        try:
            shots = await screens(desktop, program, keys)
        except DeskhandError as error:
            print(f"{program}: {error}", file=sys.stderr)
        finally:
            await desktop.close()
        if shots:
            labels.write(path, shots)
        print(f"{program}: {len(shots)} screens, {sum(len(shot.labels) for shot in shots)} things", flush=True)


if __name__ == "__main__":
    asyncio.run(main())
