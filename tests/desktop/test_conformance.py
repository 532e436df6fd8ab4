"""Hundreds of actions in random order: a program on the display writes down what it receives, and it is what was meant.

On both X servers, from the smallest to the largest screen; after each action the program's record is looked at.
"""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests.desktop.recording import Recorder, text_of
from tests.desktop.texts import TEXTS

from deskhand.desktop.actions import (
    Action,
    Button,
    Click,
    Direction,
    Drag,
    HoldKey,
    Key,
    Modifier,
    Move,
    Press,
    Release,
    Scroll,
    Type,
)
from deskhand.screen.geometry import Point, Size

BUTTONS: dict[Button, int] = {"left": 1, "middle": 2, "right": 3, "back": 8, "forward": 9}
WHEEL: dict[Direction, int] = {"up": 4, "down": 5, "left": 6, "right": 7}
MODIFIERS: dict[Modifier, int] = {"shift": 1, "ctrl": 4, "alt": 8, "super": 64}
KEYS = {
    "Return": [0xFF0D],
    "ctrl+a": [0xFFE3, 0x61],
    "CTRL+SHIFT+Tab": [0xFFE3, 0xFFE1, 0xFE20],
    "alt+F3": [0xFFE9, 0xFFC0],
    "pgdn": [0xFF56],
    "ArrowLeft Escape": [0xFF51, 0xFF1B],
    "super+l": [0xFFEB, 0x6C],
    "plus": [0xFFE1, 0x2B],
    "ctrl++": [0xFFE3, 0xFFE1, 0x2B],
    "KP_Enter": [0xFF8D],
    "é": [0xE9],
    "F12": [0xFFC9],
    "space": [0x20],
    "あ": [0x1003042],
}


def chosen(chance: random.Random, size: Size) -> Action:
    def point() -> Point:
        return Point(chance.choice([0, size.width - 1, chance.randrange(size.width)]), chance.randrange(size.height))

    modifiers = tuple(chance.sample(list(MODIFIERS), chance.choice([0, 0, 0, 1, 2])))
    button = chance.choice(list(BUTTONS))
    match chance.randrange(8):
        case 0 | 1:
            return Click(point(), button, chance.choice([1, 1, 2, 3]), modifiers)
        case 2:
            return Move(point())
        case 3:
            return Drag(tuple(point() for _ in range(chance.randint(2, 4))), button, modifiers)
        case 4:
            return Scroll(chance.choice(list(WHEEL)), chance.randint(0, 12), point(), modifiers)
        case 5:
            return Key(chance.choice(list(KEYS)), chance.randint(1, 3))
        case 6:
            return Type("".join(chance.choices("".join(TEXTS.values()), k=30)))
        case _:
            return HoldKey(chance.choice(["shift", "ctrl+alt", "a"]), 0.05)


def check(action: Action, events: list[dict[str, Any]]) -> None:
    downs = [event for event in events if event.get("down")]
    buttons = [event for event in downs if event["event"] == "button"]
    keys = [event for event in downs if event["event"] == "key"]
    balance = sum(1 if event["down"] else -1 for event in events if "down" in event)
    assert balance == 0, "everything pressed is released"
    match action:
        case Click(point, button, count, modifiers):
            assert point is not None
            assert [(e["button"], *e["at"]) for e in buttons] == [(BUTTONS[button], point.x, point.y)] * count
            mask = sum(MODIFIERS[name] for name in modifiers)
            assert {event["state"] & 0x4D for event in buttons} == {mask}
        case Drag(path, button, modifiers):
            assert [(e["button"], *e["at"]) for e in buttons] == [(BUTTONS[button], path[0].x, path[0].y)]
            ups = [event for event in events if event["event"] == "button" and not event["down"]]
            assert ups[-1]["at"] == [path[-1].x, path[-1].y]
            passed = [event["at"] for event in events if event["event"] == "motion"]
            assert all(
                [point.x, point.y] in passed for point, last in zip(path[1:], path, strict=False) if point != last
            )
            assert buttons[0]["state"] & 0x4D == sum(MODIFIERS[name] for name in modifiers)
        case Scroll(direction, amount, point, _):
            assert [event["button"] for event in buttons] == [WHEEL[direction]] * amount
            assert point is None or all(event["at"] == [point.x, point.y] for event in buttons)
        case Key(names, repeat):
            assert [event["keysym"] for event in keys] == KEYS[names] * repeat
        case Type(text):
            assert text_of(keys) == text
        case HoldKey():
            assert keys
        case _:
            assert not downs


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize(
    ("size", "display", "count"),
    [
        (Size(1280, 800), "xvnc", 150),
        (Size(1280, 800), "xvfb", 150),
        (Size(640, 480), "xvnc", 40),
        (Size(3840, 2160), "xvfb", 40),
    ],
    ids=str,
)
async def test_what_is_meant_arrives(open_desktop, size, display, count):
    desktop = await open_desktop(size=size, display=display)
    assert desktop.size == size
    recorder = await Recorder.start(desktop)
    chance = random.Random(str(size) + display)
    await recorder.new()
    for _ in range(count):
        action = chosen(chance, size)
        outcome = await desktop.act(action, picture=False)
        events = await recorder.new()
        try:
            check(action, events)
        except AssertionError as error:
            raise AssertionError(f"{action}: {error}\n{events}") from error
        match action:
            case Click(point) | Move(point) | Scroll(_, _, point):
                assert outcome.pointer == point
            case Drag(path):
                assert outcome.pointer == path[-1]
    await desktop.act(Press("left"), picture=False)
    await desktop.act(Release("left"), picture=False)
    assert [event["down"] for event in await recorder.new("button")] == [True, False]
    picture = await desktop.screenshot()
    assert picture.size == size
