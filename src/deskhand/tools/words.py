"""Actions in plain words: before they happen, for a person; afterwards, for the model.

An answer that always says "Clicked." teaches a model to believe that everything worked. What stands here is what the
screen showed: whether it changed, where, whether it is still moving, and what showed for a moment and went away.
"""

from __future__ import annotations

from deskhand.desktop.actions import (
    Action,
    Click,
    Drag,
    HoldKey,
    Key,
    Look,
    Modifier,
    Move,
    Press,
    Release,
    Scroll,
    Type,
    Wait,
)
from deskhand.desktop.interface import Outcome
from deskhand.screen.geometry import Point, Rect
from deskhand.screen.sizing import Scale

_COUNTS = {1: "", 2: "double-", 3: "triple-"}
MAX_GLIMPSES = 3
"""How many are told in words; more would be noise."""


def shorten(text: str, limit: int = 80) -> str:
    """One line of at most ``limit`` characters."""
    flat = text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\r", "⏎").replace("\t", "⇥")
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}…"


def propose(action: Action) -> str:
    """What would be done, in screen pixels: ``Click at (640, 400)``."""
    match action:
        case Look():
            return "Take a screenshot"
        case Move(point):
            return f"Move the pointer to {point}"
        case Click(point, button, count, modifiers):
            verb = f"{_COUNTS.get(count, '')}click"
            verb = verb if button == "left" else f"{button}-{verb}"
            return f"{verb.capitalize()}{_at(point)}{_holding(modifiers)}"
        case Press(button):
            return f"Press the {button} mouse button and hold it"
        case Release(button):
            return f"Let go of the {button} mouse button"
        case Drag(path, button, modifiers):
            by = "" if button == "left" else f" with the {button} button"
            return f"Drag from {path[0]} to {path[-1]}{by}{_holding(modifiers)}"
        case Scroll(direction, amount, point, modifiers):
            return f"Scroll {direction} by {amount}{_at(point)}{_holding(modifiers)}"
        case Key(keys, repeat):
            return f"Press {keys}{_times(repeat)}"
        case HoldKey(keys, seconds):
            return f"Hold {keys} for {seconds:g} s"
        case Type(text):
            return f"Type “{shorten(text)}”"
        case Wait(seconds):
            return f"Wait {seconds:g} s"


def report(action: Action, outcome: Outcome, scale: Scale) -> str:
    """What was done and what the screen did, in picture pixels, for the model."""
    sentences = [_did(action, scale), *_effect(action, outcome, scale)]
    return " ".join(sentence for sentence in sentences if sentence)


def _did(action: Action, scale: Scale) -> str:
    def at(point: Point | None) -> str:
        return _at(None if point is None else scale.to_model(point))

    match action:
        case Look():
            return ""
        case Move(point):
            return f"Moved the pointer to {scale.to_model(point)}."
        case Click(point, button, count, modifiers):
            verb = f"{_COUNTS.get(count, '')}clicked"
            verb = verb if button == "left" else f"{button}-{verb}"
            return f"{verb.capitalize()}{at(point)}{_holding(modifiers)}."
        case Press(button):
            return f"The {button} mouse button is down now, and stays down until it is released."
        case Release(button):
            return f"The {button} mouse button is up now."
        case Drag(path, _, modifiers):
            start, end = scale.to_model(path[0]), scale.to_model(path[-1])
            return f"Dragged from {start} to {end}{_holding(modifiers)}."
        case Scroll(direction, amount, point, modifiers):
            return f"Scrolled {direction} by {amount}{at(point)}{_holding(modifiers)}."
        case Key(keys, repeat):
            return f"Pressed {keys}{_times(repeat)}."
        case HoldKey(keys, seconds):
            return f"Held {keys} for {seconds:g} s."
        case Type(text):
            return "Typed 1 character." if len(text) == 1 else f"Typed {len(text):,} characters."
        case Wait(seconds):
            return f"Waited {seconds:g} s."


def _effect(action: Action, outcome: Outcome, scale: Scale) -> list[str]:
    if isinstance(action, Look):
        return [*_unsettled(outcome), *_glimpses(outcome, scale)]
    sentences = [_change(outcome, scale), *_unsettled(outcome), *_glimpses(outcome, scale)]
    if outcome.focus:
        sentences.append(f"Focus: “{shorten(outcome.focus, 120)}”.")
    return sentences


def _change(outcome: Outcome, scale: Scale) -> str:
    if not outcome.changed:
        return "Nothing on the screen changed."
    if not outcome.regions:
        return "The screen changed."
    first, rest = _box(outcome.regions[0], scale), len(outcome.regions) - 1
    more = "" if rest == 0 else " and 1 more region" if rest == 1 else f" and {rest} more regions"
    return f"The screen changed: {first}{more}."


def _unsettled(outcome: Outcome) -> list[str]:
    if outcome.settled:
        return []
    return [f"The screen was still changing after {outcome.seconds:.1f} s: it may show something half done."]


def _glimpses(outcome: Outcome, scale: Scale) -> list[str]:
    told = [
        f"Something showed for {glimpse.lasted:.1f} s at {_box(glimpse.region, scale)} "
        f"({glimpse.began:.1f} s after the action) and is gone again."
        for glimpse in outcome.glimpses[:MAX_GLIMPSES]
    ]
    hidden = len(outcome.glimpses) - MAX_GLIMPSES
    return [*told, f"So did {hidden} more."] if hidden > 0 else told


def _box(rect: Rect, scale: Scale) -> str:
    return str(scale.region_to_model(rect))


def _at(point: Point | None) -> str:
    return " where the pointer is" if point is None else f" at {point}"


def _times(repeat: int) -> str:
    return "" if repeat == 1 else f" {repeat} times"


def _holding(modifiers: tuple[Modifier, ...]) -> str:
    return f" with {'+'.join(modifiers)} held" if modifiers else ""
