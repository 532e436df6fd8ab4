"""Key names as xdotool writes them and as models write them, made into keysyms.

A model was trained on many programs' spellings: ``ctrl+s``, ``CTRL+S``, ``Control_L+s``, ``cmd+c``, ``ArrowDown``,
``pgup``, ``esc``, ``KP_Enter``, ``plus``, ``+``. All of them mean one key; an unknown name is refused with its nearest
neighbours, so that the next try can be right.
"""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from functools import cache

from xcffib import keysymdef, xf86keysym

from deskhand.desktop.interface import InvalidAction

MAX_REPEAT = 100
UNICODE = 0x01000000

ALIASES = {
    "ctrl": "Control_L",
    "control": "Control_L",
    "ctl": "Control_L",
    "ctrl_l": "Control_L",
    "lctrl": "Control_L",
    "leftctrl": "Control_L",
    "controlleft": "Control_L",
    "ctrl_r": "Control_R",
    "rctrl": "Control_R",
    "rightctrl": "Control_R",
    "controlright": "Control_R",
    "alt": "Alt_L",
    "altleft": "Alt_L",
    "leftalt": "Alt_L",
    "option": "Alt_L",
    "opt": "Alt_L",
    "altright": "Alt_R",
    "rightalt": "Alt_R",
    "altgr": "ISO_Level3_Shift",
    "altgraph": "ISO_Level3_Shift",
    "shift": "Shift_L",
    "shiftleft": "Shift_L",
    "leftshift": "Shift_L",
    "shiftright": "Shift_R",
    "rightshift": "Shift_R",
    "meta": "Meta_L",
    "hyper": "Hyper_L",
    "super": "Super_L",
    "cmd": "Super_L",
    "command": "Super_L",
    "win": "Super_L",
    "windows": "Super_L",
    "winleft": "Super_L",
    "metaleft": "Super_L",
    "winright": "Super_R",
    "metaright": "Super_R",
    "enter": "Return",
    "ret": "Return",
    "newline": "Return",
    "esc": "Escape",
    "del": "Delete",
    "forwarddelete": "Delete",
    "backspace": "BackSpace",
    "back_space": "BackSpace",
    "bksp": "BackSpace",
    "bs": "BackSpace",
    "ins": "Insert",
    "space": "space",
    "spacebar": "space",
    "pgup": "Page_Up",
    "pageup": "Page_Up",
    "page_up": "Page_Up",
    "pgdn": "Page_Down",
    "pgdown": "Page_Down",
    "pagedown": "Page_Down",
    "page_down": "Page_Down",
    "arrowleft": "Left",
    "arrowright": "Right",
    "arrowup": "Up",
    "arrowdown": "Down",
    "leftarrow": "Left",
    "rightarrow": "Right",
    "uparrow": "Up",
    "downarrow": "Down",
    "caps": "Caps_Lock",
    "capslock": "Caps_Lock",
    "numlock": "Num_Lock",
    "scrolllock": "Scroll_Lock",
    "printscreen": "Print",
    "prtsc": "Print",
    "prtscr": "Print",
    "printscrn": "Print",
    "snapshot": "Print",
    "break": "Break",
    "apps": "Menu",
    "contextmenu": "Menu",
    "backtab": "ISO_Left_Tab",
    "dash": "minus",
    "hyphen": "minus",
    "dot": "period",
    "fullstop": "period",
    "point": "period",
    "equals": "equal",
    "quote": "apostrophe",
    "singlequote": "apostrophe",
    "doublequote": "quotedbl",
    "backtick": "grave",
    "backquote": "grave",
    "tilde": "asciitilde",
    "caret": "asciicircum",
    "hash": "numbersign",
    "pound": "numbersign",
    "star": "asterisk",
    "pipe": "bar",
    "lbracket": "bracketleft",
    "leftbracket": "bracketleft",
    "rbracket": "bracketright",
    "rightbracket": "bracketright",
    "lbrace": "braceleft",
    "rbrace": "braceright",
    "lparen": "parenleft",
    "rparen": "parenright",
    "numpadenter": "KP_Enter",
    "kpenter": "KP_Enter",
    "numpadadd": "KP_Add",
    "numpadsubtract": "KP_Subtract",
    "numpadmultiply": "KP_Multiply",
    "numpaddivide": "KP_Divide",
    "numpaddecimal": "KP_Decimal",
    **{f"numpad{digit}": f"KP_{digit}" for digit in range(10)},
    **{f"kp{digit}": f"KP_{digit}" for digit in range(10)},
    "volumeup": "XF86AudioRaiseVolume",
    "volumedown": "XF86AudioLowerVolume",
    "volumemute": "XF86AudioMute",
    "playpause": "XF86AudioPlay",
    "browserback": "XF86Back",
    "browserforward": "XF86Forward",
}

MODIFIER_SYMS = {"shift": 0xFFE1, "ctrl": 0xFFE3, "alt": 0xFFE9, "super": 0xFFEB}
"""Shift_L, Control_L, Alt_L, Super_L."""

SHORTCUT_MODIFIERS = frozenset(range(0xFFE3, 0xFFE5)) | frozenset(range(0xFFE7, 0xFFEF))
"""Control, Meta, Alt, Super and Hyper, left and right: with one of them a letter names its key, not its case."""


@dataclass(frozen=True, slots=True)
class Chord:
    """Keys pressed in this order and released in the reverse one."""

    keysyms: tuple[int, ...]


def parse_keys(text: str) -> list[Chord]:
    """``ctrl+s``, ``Return`` or several with spaces between; InvalidAction names what is wrong."""
    if text == " ":
        return [Chord((0x20,))]
    words = text.split()
    if not words:
        raise InvalidAction("no key was named; write one as in Return, ctrl+s or alt+Tab")
    return [_chord(word) for word in words]


def _chord(word: str) -> Chord:
    # The plus sign itself is a key: "+", "ctrl++" and "++" name it.
    if word == "+":
        names = ["plus"]
    elif word.endswith("++"):
        names = [*(name for name in word[:-2].split("+") if name), "plus"]
    else:
        names = word.split("+")
    if not all(names):
        raise InvalidAction(f"{word!r} has an empty key between plus signs; write a chord as in ctrl+shift+t")
    keysyms = [keysym(name) for name in names]
    if len(keysyms) > 1 and any(symbol in SHORTCUT_MODIFIERS for symbol in keysyms[:-1]):
        keysyms = [_lower(symbol) for symbol in keysyms]
    elif len(keysyms) > 1 and any(symbol in (0xFFE1, 0xFFE2) for symbol in keysyms[:-1]):
        keysyms = [_upper(symbol) for symbol in keysyms]
    return Chord(tuple(keysyms))


def _lower(symbol: int) -> int:
    return symbol + 32 if 0x41 <= symbol <= 0x5A else symbol


def _upper(symbol: int) -> int:
    return symbol - 32 if 0x61 <= symbol <= 0x7A else symbol


def keysym(name: str) -> int:
    """The keysym of one key's name, whatever its case; InvalidAction names the nearest ones."""
    if len(name) == 1:
        return keysym_of(name)
    exact, folded = _table()
    if name in exact:
        return exact[name]
    key = name.lower()
    alias = ALIASES.get(key) or ALIASES.get(key.replace("_", "").replace("-", ""))
    if alias is not None:
        return exact[alias]
    if key in folded:
        return folded[key]
    number = _numbered(key)
    if number is not None:
        return number
    close = difflib.get_close_matches(key, [*ALIASES, *folded], n=4, cutoff=0.6)
    nearest = dict.fromkeys(ALIASES.get(item) or _spelling(folded[item]) for item in close)
    hint = (
        f"did you mean {' or '.join(nearest)}?" if nearest else "keys are named as in Return, Page_Down, F5 or ctrl+s."
    )
    raise InvalidAction(f"no key is called {name!r}; {hint} Text is entered by typing it.")


def _numbered(key: str) -> int | None:
    """``U+3042`` / ``U3042`` and ``0x…`` as keysyms."""
    try:
        if key.startswith("u+") or (key.startswith("u") and len(key) >= 5):
            point = int(key.removeprefix("u").removeprefix("+"), 16)
            return keysym_of(chr(point)) if 0x20 <= point <= 0x10FFFF else None
        return int(key, 16) if key.startswith("0x") else None
    except ValueError:
        return None


def keysym_of(character: str) -> int:
    """The keysym that types one character: Latin-1 by its own number, everything else by its Unicode number."""
    point = ord(character)
    if character in "\r\n":
        return 0xFF0D
    if character == "\t":
        return 0xFF09
    if 0x20 <= point <= 0x7E or 0xA0 <= point <= 0xFF:
        return point
    if point < 0x20 or 0x7F <= point < 0xA0 or unicodedata.category(character) == "Cs":
        raise InvalidAction(
            f"U+{point:04X} cannot be typed: it is a control character; press keys for what it should do"
        )
    return UNICODE + point


@cache
def _table() -> tuple[dict[str, int], dict[str, int]]:
    """Names as X spells them, and the same in lower case (where two differ only by case, the lower-case one wins)."""
    exact = {name[3:]: value for name, value in vars(keysymdef).items() if name.startswith("XK_")}
    exact |= {
        "XF86" + name.split("XK_", 1)[1]: value
        for name, value in vars(xf86keysym).items()
        if name.startswith("XF86XK_")
    }
    folded: dict[str, int] = {}
    for name, value in exact.items():
        key = name.lower()
        if key not in folded or name == key:
            folded[key] = value
    return exact, folded


@cache
def _spelling(symbol: int) -> str:
    exact, _ = _table()
    return next(name for name, value in exact.items() if value == symbol)
