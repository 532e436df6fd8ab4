"""Every position, button and modifier reaches a program as it was meant."""

from __future__ import annotations

import asyncio
import random
import time

import pytest
import pytest_asyncio
from tests.desktop.recording import Recorder

from deskhand.desktop.actions import (
    Button,
    Click,
    Direction,
    Drag,
    HoldKey,
    Look,
    Modifier,
    Move,
    Press,
    Release,
    Scroll,
)
from deskhand.desktop.interface import InvalidAction
from deskhand.screen.geometry import Point

SHIFT, CONTROL, ALT, SUPER = 1, 4, 8, 64
BUTTON1 = 256


@pytest_asyncio.fixture
async def recorder(desktop):
    recorder = await Recorder.start(desktop)
    await recorder.new()
    yield recorder
    await recorder.stop()


async def test_clicks_land_on_the_pixel_also_at_the_edges(desktop, recorder):
    width, height = desktop.size.width, desktop.size.height
    chance = random.Random(7)
    points = [Point(0, 0), Point(width - 1, height - 1), Point(0, height - 1), Point(width - 1, 0), Point(0, 300)]
    points += [Point(chance.randrange(width), chance.randrange(height)) for _ in range(40)]
    for point in points:
        outcome = await desktop.act(Click(point), picture=False)
        assert outcome.pointer == point
    presses = [event for event in await recorder.new("button") if event["down"]]
    assert [tuple(event["at"]) for event in presses] == [(point.x, point.y) for point in points]
    assert {event["button"] for event in presses} == {1}


@pytest.mark.parametrize("point", [Point(-1, 0), Point(0, -1), Point(1280, 0), Point(0, 800), Point(10**6, 10**6)])
async def test_outside_the_screen_is_refused_with_the_range(desktop, recorder, point):
    before = await desktop.pointer()
    for action in (Click(point), Move(point), Scroll("down", 1, point), Drag((Point(1, 1), point))):
        with pytest.raises(InvalidAction, match=r"outside the screen.*0 to 1279 and y from 0 to 799"):
            await desktop.act(action)
    assert await desktop.pointer() == before
    assert await recorder.new("button") == []


async def test_buttons_and_modifiers(desktop, recorder):
    buttons: dict[Button, int] = {"left": 1, "middle": 2, "right": 3, "back": 8, "forward": 9}
    for name in buttons:
        await desktop.act(Click(Point(200, 200), button=name), picture=False)
    events = await recorder.new("button")
    assert [(event["button"], event["down"]) for event in events] == [
        (number, down) for number in buttons.values() for down in (True, False)
    ]
    masks: dict[tuple[Modifier, ...], int] = {
        ("shift",): SHIFT,
        ("ctrl",): CONTROL,
        ("alt",): ALT,
        ("super",): SUPER,
        ("ctrl", "shift"): 5,
    }
    for index, modifiers in enumerate(masks):
        await desktop.act(Click(Point(300 + 20 * index, 200), modifiers=modifiers), picture=False)
    presses = [event for event in await recorder.new("button") if event["down"]]
    assert [event["state"] & 0xFF for event in presses] == list(masks.values())
    await desktop.act(Click(Point(500, 500)), picture=False)
    assert [event["state"] for event in await recorder.new("button")] == [0, BUTTON1]


async def test_clicks_are_joined_only_where_they_were_meant_to_be(desktop, recorder):
    await desktop.act(Click(Point(400, 300), count=3), picture=False)
    times = [event["time"] for event in await recorder.new("button") if event["down"]]
    assert len(times) == 3
    assert times[-1] - times[0] < 250
    await desktop.act(Click(Point(400, 302)), picture=False)
    await desktop.act(Click(Point(900, 302)), picture=False)
    later = [event["time"] for event in await recorder.new("button") if event["down"]]
    assert later[0] - times[-1] > 500, "a single click after a triple one is no fourth"
    assert later[1] - later[0] < 400, "elsewhere there is nothing to wait for"


async def test_a_drag_moves_with_the_button_down(desktop, recorder):
    path = (Point(100, 100), Point(400, 300), Point(700, 120))
    outcome = await desktop.act(Drag(path, modifiers=("shift",)), picture=False)
    events = [event for event in await recorder.new() if event["event"] != "key"]
    start = next(i for i, event in enumerate(events) if event["event"] == "button")
    end = next(i for i, event in enumerate(events) if event["event"] == "button" and not event["down"])
    between = events[start + 1 : end]
    assert events[start]["at"] == [100, 100]
    assert events[end]["at"] == [700, 120]
    assert [400, 300] in [event["at"] for event in between]
    assert len(between) >= 10
    assert all(event["state"] & BUTTON1 and event["state"] & SHIFT for event in between)
    assert outcome.pointer == path[-1]
    with pytest.raises(InvalidAction, match="at least two points"):
        await desktop.act(Drag((Point(1, 1),)))


async def test_wheel(desktop, recorder):
    wheel: dict[Direction, int] = {"up": 4, "down": 5, "left": 6, "right": 7}
    for direction in wheel:
        await desktop.act(Scroll(direction, 3, Point(640, 400)), picture=False)
    events = [event for event in await recorder.new("button") if event["down"]]
    assert [event["button"] for event in events] == [number for number in wheel.values() for _ in range(3)]
    await desktop.act(Scroll("down", 2, modifiers=("ctrl",)), picture=False)
    assert [event["state"] & CONTROL for event in await recorder.new("button") if event["down"]] == [CONTROL] * 2
    await desktop.act(Scroll("down", 0), picture=False)
    assert await recorder.new("button") == []
    with pytest.raises(InvalidAction, match="0 to 1000"):
        await desktop.act(Scroll("down", -1))


async def test_press_and_release_apart_and_everything_let_go(desktop, recorder):
    await desktop.act(Move(Point(10, 10)), picture=False)
    await desktop.act(Press(), picture=False)
    await desktop.act(Move(Point(50, 60)), picture=False)
    await desktop.act(Release(), picture=False)
    events = await recorder.new()
    assert [event["event"] for event in events if event["event"] == "button"] == ["button", "button"]
    assert events[-1]["at"] == [50, 60]
    await desktop.act(Press("right"), picture=False)
    await desktop.release_all()
    await desktop.act(Look(), picture=False)
    assert [(event["button"], event["down"]) for event in await recorder.new("button")] == [(3, True), (3, False)]


async def test_a_hold_can_be_ended_from_outside(desktop, recorder):
    began = time.monotonic()
    hold = asyncio.create_task(desktop.act(HoldKey("shift", 60), picture=False))
    await asyncio.sleep(0.3)
    await desktop.release_all()
    await hold
    assert time.monotonic() - began < 5
    keys = await recorder.new("key")
    assert [(event["keysym"], event["down"]) for event in keys] == [(0xFFE1, True), (0xFFE1, False)]


async def test_what_is_called_off_is_released(desktop, recorder):
    hold = asyncio.create_task(desktop.act(HoldKey("ctrl+a", 60), picture=False))
    await asyncio.sleep(0.3)
    hold.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hold
    await desktop.act(Look(), picture=False)
    keys = await recorder.new("key")
    last = {event["keysym"]: event["down"] for event in keys}
    assert last == {0xFFE3: False, 0x61: False}
