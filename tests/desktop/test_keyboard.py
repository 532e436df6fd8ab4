"""Keys by their names and any text, as a program receives them."""

from __future__ import annotations

import asyncio

import pytest
import pytest_asyncio
from tests.desktop.recording import Recorder, text_of
from tests.desktop.texts import TEXTS

from deskhand.desktop.actions import HoldKey, Key, Type
from deskhand.desktop.interface import InvalidAction

CONTROL = 4


@pytest_asyncio.fixture(scope="module")
async def recorder(desktop):
    recorder = await Recorder.start(desktop)
    yield recorder
    await recorder.stop()


@pytest_asyncio.fixture(autouse=True)
async def forget(recorder):
    await recorder.new()


def pressed(events):
    return [event["keysym"] for event in events if event["down"]]


async def test_chords_are_pressed_in_order_and_released_in_reverse(desktop, recorder):
    await desktop.act(Key("ctrl+shift+t"), picture=False)
    keys = [(event["keysym"], event["down"]) for event in await recorder.new("key")]
    assert keys == [
        (0xFFE3, True),
        (0xFFE1, True),
        (0x54, True),
        (0x54, False),
        (0xFFE1, False),
        (0xFFE3, False),
    ]


async def test_repeats_and_lists(desktop, recorder):
    await desktop.act(Key("Down Down Up", repeat=2), picture=False)
    assert pressed(await recorder.new("key")) == [0xFF54, 0xFF54, 0xFF52] * 2
    await desktop.act(HoldKey("Left", 0.9), picture=False)
    assert len(pressed(await recorder.new("key"))) > 3, "a held key repeats, as on a real keyboard"


async def test_what_the_layout_lacks_is_pressed_all_the_same(desktop, recorder):
    await desktop.act(Key("ctrl+é"), picture=False)
    events = await recorder.new("key")
    assert pressed(events) == [0xFFE3, 0xE9]
    assert [event["state"] & CONTROL for event in events if event["keysym"] == 0xE9] == [CONTROL, CONTROL]


@pytest.mark.parametrize(
    "action", [Key(""), Key("nosuchkey"), Key("ctrl+"), Key("a", 0), Key("a", 101), HoldKey("a", 301)]
)
async def test_what_cannot_be_pressed_is_refused_and_nothing_is_pressed(desktop, recorder, action):
    with pytest.raises(InvalidAction):
        await desktop.act(action)
    assert await recorder.new("key") == []


@pytest.mark.parametrize("name", TEXTS)
async def test_any_text_arrives(desktop, recorder, name):
    await desktop.act(Type(TEXTS[name]), picture=False)
    assert text_of(await recorder.new("key")) == TEXTS[name]


async def test_line_ends_of_all_kinds_and_no_control_characters(desktop, recorder):
    await desktop.act(Type("a\r\nb\nc\td"), picture=False)
    assert text_of(await recorder.new("key")) == "a\nb\nc\td"
    with pytest.raises(InvalidAction, match=r"U\+0007"):
        await desktop.act(Type("ab\x07"))
    assert await recorder.new("key") == [], "nothing of a text that cannot be typed is typed"


async def test_locks_do_not_alter_text_and_stay_on(desktop, recorder):
    for lock in ("Caps_Lock", "Num_Lock"):
        await desktop.act(Key(lock), picture=False)
        await recorder.new()
        await desktop.act(Type("aBc 123 é日"), picture=False)
        assert text_of(await recorder.new("key")) == "aBc 123 é日"
        await desktop.act(Key("x"), picture=False)
        states = [event["state"] for event in await recorder.new("key")]
        assert all(state & (2 if lock == "Caps_Lock" else 16) for state in states)
        await desktop.act(Key(lock), picture=False)


async def test_more_symbols_than_there_are_keys(desktop, recorder):
    text = "".join(chr(point) for point in range(0x4E00, 0x4E00 + 500))
    await desktop.act(Type(text), picture=False)
    assert text_of(await recorder.new("key")) == text


async def keyboard_map(desktop) -> bytes:
    result = await desktop.shell("xkbcomp -w0 $DISPLAY /tmp/map.xkb", timeout=10)
    assert result.exit_code == 0, result.output
    data: bytes = await desktop.read_file("/tmp/map.xkb")
    return data


@pytest.mark.slow
async def test_the_map_is_as_it_was_afterwards(desktop, recorder):
    if (await desktop.shell("command -v xkbcomp", timeout=10)).exit_code:
        pytest.skip("xkbcomp is not installed")
    await asyncio.sleep(2)
    before = await keyboard_map(desktop)
    await desktop.act(Type(TEXTS["mixed"] + TEXTS["chinese"]), picture=False)
    assert await keyboard_map(desktop) != before
    for _ in range(50):
        await asyncio.sleep(0.2)
        after = await keyboard_map(desktop)
        if after == before:
            break
    assert after == before


@pytest.mark.parametrize("layout", ["de", "jp", "ru", "us,ru", "fr"])
async def test_the_layout_does_not_matter(desktop, recorder, layout):
    if (await desktop.shell(f"setxkbmap {layout}", timeout=10)).exit_code:
        pytest.skip("setxkbmap is not installed")
    try:
        for name in ("ascii", "mixed"):
            await recorder.new()
            await desktop.act(Type(TEXTS[name]), picture=False)
            assert text_of(await recorder.new("key")) == TEXTS[name]
        await desktop.act(Key("ctrl+z"), picture=False)
        events = [event for event in await recorder.new("key") if event["down"]]
        assert [event["keysym"] for event in events] == [0xFFE3, 0x7A]
    finally:
        await desktop.shell("setxkbmap us", timeout=10)


async def test_a_busy_program_gets_the_same_text(desktop):
    slow = await Recorder.start(desktop, delay=0.05)
    await slow.new()
    text = "".join(chr(point) for point in range(0x3400, 0x3400 + 260))
    await desktop.act(Type(text), picture=False)
    assert text_of(await slow.new("key")) == text
