"""What acts of the hand do: clicks, keys, typed text, drags; each finds out what it touches and judges that."""

from __future__ import annotations

import re

from deskhand.desktop.actions import Action, Click, Drag, HoldKey, Key, Look, Move, Press, Release, Scroll, Type, Wait
from deskhand.guard.consequence import terminal, topics
from deskhand.guard.consequence.guess import Guess, in_file_manager, is_web
from deskhand.guard.consequence.keyboard import keys_pressed, text_typed
from deskhand.guard.consequence.pressing import press
from deskhand.guard.consequence.sentences import Deed
from deskhand.guard.evidence import Evidence, Thing
from deskhand.tools.words import propose

_TRASH = re.compile(r"trash|wastebasket|recycle|\bbin\b|ゴミ箱|ごみ箱", re.IGNORECASE)
_EXECUTABLE = re.compile(r"\.(sh|run|desktop|appimage|deb|rpm|exe|msi|jar|bin|py|bat|flatpakref)$", re.IGNORECASE)


def judge(action: Action, evidence: Evidence) -> tuple[Guess, Deed]:
    """What the act does, and how it is told."""
    plain = Deed(propose(action), propose(action))
    match action:
        case Look() | Wait():
            return Guess("observe", 1.0, words="only looks"), plain
        case Move():
            return Guess("observe", 0.95, words="moves the pointer"), plain
        case Scroll():
            return _scroll(evidence), plain
        case Click():
            return _click(action, evidence)
        case Press() | Release():
            return _held(action, evidence), plain
        case Drag():
            return _drag(evidence), plain
        case Key(keys, repeat):
            return keys_pressed(keys, repeat, evidence)
        case HoldKey(keys):
            return keys_pressed(keys, 1, evidence)
        case Type(text):
            return text_typed(text, evidence)


# --- the pointer ----------------------------------------------------------------------------------------------------


def _scroll(evidence: Evidence) -> Guess:
    if evidence.target.role in ("spin button", "slider"):
        return Guess("edit", 0.8, (f"a {evidence.target.role}",))
    return Guess("navigate", 0.97, words="scrolls")


def _click(action: Click, evidence: Evidence) -> tuple[Guess, Deed]:
    thing = evidence.target
    verb = {1: "Click", 2: "Double-click", 3: "Triple-click"}.get(action.count, "Click")
    ja = {1: "クリック", 2: "ダブルクリック", 3: "トリプルクリック"}.get(action.count, "クリック")
    if action.button != "left":
        verb, ja = f"{action.button.capitalize()}-click", f"{action.button}ボタンでクリック"
    name = thing.label or thing.caption
    point = f" at {evidence.point}" if evidence.point is not None and not name else ""
    deed = Deed(f"{verb} {{0}}{point}" if name else f"{verb}{point}", f"{{0}}を{ja}" if name else ja, name)
    if action.button == "right":
        return Guess("navigate", 0.92, ("the right button opens a menu",), "opens a menu"), deed
    if action.button == "middle":
        if terminal.is_terminal(evidence.place):
            return Guess("edit", 0.4, ("the middle button pastes into a terminal",)), deed
        return Guess("edit", 0.7, ("the middle button pastes, or opens in a new tab",)), deed
    if action.button in ("back", "forward"):
        return Guess("navigate", 0.93, words=f"goes {action.button}"), deed
    if action.count > 1:
        return _opened(thing, evidence), deed
    return press(thing, evidence), deed


def _opened(thing: Thing, evidence: Evidence) -> Guess:
    """A double click: opens a file, selects a word, and presses a button twice."""
    name = thing.label
    if thing.role in topics.FIELDS or thing.role in ("document text", "terminal", "paragraph"):
        return Guess("edit", 0.93, (f"a {thing.role}",), "selects text")
    if _EXECUTABLE.search(name) and (in_file_manager(evidence) or thing.role == "icon"):
        if name.endswith((".desktop", ".py")):
            return Guess("install", 0.6, (f"‘{name}’ may be run",), f"may run {name}")
        return Guess("install", 0.8, (f"‘{name}’ is a program",), f"runs {name}")
    if thing.is_button or thing.role in ("link", "check box"):
        return press(thing, evidence)
    if _TRASH.fullmatch(name):
        return Guess("navigate", 0.9, words="opens the wastebasket")
    return Guess("navigate", 0.85 if thing.known != "nothing" else 0.65, words="opens it")


def _held(action: Press | Release, evidence: Evidence) -> Guess:
    if action.button != "left":
        return Guess("navigate", 0.85)
    if isinstance(action, Press):
        pressed = press(evidence.target, evidence)
        return (
            Guess("edit", 0.8, pressed.because) if pressed.consequence in ("observe", "navigate", "edit") else pressed
        )
    if _TRASH.search(evidence.target.label):
        return Guess("delete", 0.7, ("let go over the wastebasket",))
    pressed = press(evidence.target, evidence)
    return pressed if pressed.consequence not in ("observe", "navigate") else Guess("edit", 0.75, pressed.because)


def _drag(evidence: Evidence) -> Guess:
    source, target = evidence.source, evidence.target
    if _TRASH.search(target.label) and target.role in ("icon", "table cell", "list item", "tree item", "label", ""):
        return Guess("delete", 0.85, (f"‘{source.label}’ is dropped on ‘{target.label}’",), "throws it away")
    if re.search(r"slide to|swipe to|スライド", source.label + source.caption, re.IGNORECASE):
        return press(Thing(source.label or source.caption, "push button", source.box), evidence)
    files = source.role in ("icon", "table cell", "list item") and source.label
    if files and is_web(evidence):
        return Guess("leave", 0.7, (f"‘{source.label}’ is dropped on a page",), "may upload a file")
    if files and (in_file_manager(evidence) or source.role == "icon") and source.label != target.label:
        return Guess(
            "save", 0.75, (f"‘{source.label}’ is dragged to ‘{target.label or 'another place'}’",), "moves a file"
        )
    return Guess("edit", 0.8, ("a drag selects or moves",))
