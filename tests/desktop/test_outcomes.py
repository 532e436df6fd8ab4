"""An action's outcome says what truly happened: what changed, what has the focus, what came and went."""

from __future__ import annotations

import asyncio
import time

import cv2
import numpy as np
import pytest
from tests.desktop import programs

from deskhand.desktop import panel_clock
from deskhand.desktop.actions import Click, Key, Look, Move, Type, Wait
from deskhand.desktop.interface import DesktopError, InvalidAction
from deskhand.screen.geometry import Point, Rect, Size

EMPTY = Point(1000, 600)
"""A spot of the bare desktop."""


@pytest.fixture(autouse=True)
async def clean(desktop):
    await desktop.act(Click(EMPTY), picture=False)
    yield
    await programs.close_front(desktop)


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR))


async def test_a_click_on_nothing_changes_nothing(desktop):
    outcome = await desktop.act(Click(EMPTY))
    assert (outcome.changed, outcome.regions, outcome.pixels, outcome.settled) == (False, (), 0, True)
    assert outcome.pointer == EMPTY
    moved = await desktop.act(Move(Point(900, 500)))
    assert not moved.changed, "the pointer itself does not count"


async def test_what_changes_is_told_and_shown(desktop):
    before = (await desktop.screenshot()).png
    await desktop.launch("galculator")
    outcome = await desktop.act(Type("12+30="))
    assert outcome.changed and outcome.focus == "galculator"
    window = next(window for window in await desktop.windows() if window.program == "Galculator")
    whole = window.box.grow(2)
    for region in outcome.regions:
        assert whole.intersect(region) == region
    assert outcome.frame is not None and outcome.frame.size == desktop.size
    differs = (pixels(before) != pixels(outcome.frame.png)).any(axis=2)
    assert differs[window.box.center.y, :].any()


async def test_the_pointer_is_drawn_where_it_is(desktop):
    await desktop.act(Move(Point(700, 700)), picture=False)
    first = pixels((await desktop.screenshot()).png)
    outcome = await desktop.act(Move(Point(1100, 650)))
    second = pixels(outcome.frame.png)
    ys, xs = np.nonzero((first != second).any(axis=2))
    spots = Rect.from_corners(int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1)
    assert 695 <= spots.x <= 701 and spots.right <= 1130
    assert outcome.frame.pointer == Point(1100, 650)


async def test_zoom_gives_the_native_pixels(desktop):
    region = Rect(0, 560, 200, 60)
    whole = pixels((await desktop.screenshot()).png)
    part = pixels((await desktop.zoom(region)).png)
    assert np.array_equal(part, whole[560:620, 0:200])
    for wrong in (Rect(-1, 0, 10, 10), Rect(0, 0, 0, 5), Rect(1270, 0, 20, 10)):
        with pytest.raises(InvalidAction, match="not inside the screen"):
            await desktop.zoom(wrong)


async def test_a_blinking_caret_is_no_change_and_holds_nothing_up(desktop):
    await desktop.launch("mousepad")
    await desktop.act(Type("hello"), picture=False)
    outcomes = [await desktop.act(Look(), picture=False) for _ in range(8)]
    outcomes += [await desktop.act(Wait(0.7), picture=False) for _ in range(2)]
    assert not any(outcome.changed for outcome in outcomes)
    assert max(outcome.seconds for outcome in outcomes[:8]) < 0.5


async def test_an_animation_neither_ends_the_wait_early_nor_holds_it_to_the_cap(desktop):
    script = "package require Tk; canvas .c -width 60 -height 60; pack .c; set a 0\n" + (
        "proc spin {} {global a; incr a 30; .c delete all; .c create arc 5 5 55 55 -start $a -extent 90 -fill red;"
        " after 40 spin}; spin\n"
    )
    await desktop.write_file("/tmp/spin.tcl", script.encode())
    await desktop.launch("wish /tmp/spin.tcl")
    await desktop.act(Wait(1.5), picture=False)
    outcome = await desktop.act(Click(EMPTY), picture=False)
    assert outcome.settled and outcome.seconds < 1.5


async def test_a_slow_program_is_waited_for(desktop):
    """0.8 s of work between the click and the drawing: too long for any quiet window, told only by the work itself."""
    script = "package require Tk; label .l -text start -font {Helvetica 30}; button .b -text Go -command work\n" + (
        "proc work {} {set e [expr {[clock milliseconds]+800}]; while {[clock milliseconds]<$e} {};"
        " .l configure -text finished; update}; pack .l .b -padx 40 -pady 40\n"
    )
    await desktop.write_file("/tmp/slow.tcl", script.encode())
    await desktop.launch("wish /tmp/slow.tcl")
    await desktop.act(Wait(0.3), picture=False)
    window = (await desktop.windows())[0]
    outcome = await desktop.act(Click(Point(window.box.center.x, window.box.bottom - 60)))
    later = await desktop.act(Wait(1))
    assert outcome.settled and outcome.seconds > 0.75
    assert not later.changed


@pytest.mark.slow
async def test_a_program_that_does_not_answer_is_not_mistaken_for_nothing(desktop):
    await desktop.launch("mousepad")
    await desktop.shell("kill -STOP $(pgrep mousepad)", timeout=10)
    try:
        outcome = await desktop.act(Key("ctrl+o"), picture=False)
        assert (outcome.changed, outcome.settled) == (False, False)
    finally:
        await desktop.shell("kill -CONT $(pgrep mousepad)", timeout=10)
    await desktop.act(Wait(0.5), picture=False)
    outcome = await desktop.act(Key("F20"), picture=False)
    assert (outcome.changed, outcome.settled) == (False, True)


async def test_what_comes_and_goes_is_told_with_its_picture(desktop):
    script = "wm overrideredirect . 1; wm geometry . 300x80+400+300; label .l -text {Could not save!} -bg red\n" + (
        "pack .l -fill both -expand 1; after 600 exit\n"
    )
    await desktop.write_file("/tmp/toast.tcl", script.encode())
    await desktop.shell("setsid sh -c 'sleep 0.3; wish /tmp/toast.tcl' >/dev/null 2>&1 &", timeout=5)
    outcome = await desktop.act(Wait(2), picture=False)
    assert not outcome.changed
    (glimpse,) = outcome.glimpses
    assert glimpse.region == Rect(400, 300, 300, 80)
    assert 0.4 < glimpse.lasted < 1.2 and 0.2 < glimpse.began < 1.2
    assert tuple(pixels(glimpse.png)[5, 5]) == (0, 0, 255)
    assert (await desktop.act(Look(), picture=False)).glimpses == ()


async def test_windows_can_be_listed_focused_and_closed(desktop):
    await desktop.launch("galculator")
    await desktop.launch("mousepad")
    front, behind = await desktop.windows()
    assert (front.program, behind.program) == ("Mousepad", "Galculator")
    assert front.focused and not behind.focused
    await desktop.focus_window(behind.id)
    assert (await desktop.act(Look(), picture=False)).focus == "galculator"
    await desktop.close_window(front.id)
    await desktop.act(Look(), picture=False)
    assert [window.program for window in await desktop.windows()] == ["Galculator"]
    with pytest.raises(DesktopError, match="no window"):
        await desktop.focus_window(12345)
    with pytest.raises(InvalidAction, match="no program called"):
        await desktop.launch("no-such-program")
    with pytest.raises(DesktopError, match="showed no window"):
        await desktop.launch("false")


async def test_the_clipboard_is_read_and_set_and_typing_leaves_it_alone(desktop):
    long = "長い text\n" * 60_000
    for text in ("Grüße, 世界 👩‍👩‍👧\ttab\n", long, ""):
        await desktop.set_clipboard(text)
        assert await desktop.clipboard() == text
    await desktop.set_clipboard("kept")
    read = await programs.editor(desktop)
    await desktop.act(Type("typed 文字 "), picture=False)
    await desktop.act(Key("ctrl+v"), picture=False)
    assert await read() == "typed 文字 kept"
    await desktop.act(Key("ctrl+a ctrl+c"), picture=False)
    assert await desktop.clipboard() == "typed 文字 kept"
    await desktop.set_clipboard(long)
    await desktop.act(Key("ctrl+a ctrl+v"), picture=False)
    await desktop.act(Wait(0.5), picture=False)
    assert await read() == long


async def test_elements_are_named_boxed_and_only_the_visible_ones(desktop):
    await desktop.launch("galculator")
    await asyncio.sleep(0.3)
    elements = await desktop.elements()
    seven = next(element for element in elements if element.name == "7" and element.program == "galculator")
    assert "button" in seven.role
    outcome = await desktop.act(Click(seven.box.center), picture=False)
    assert outcome.changed
    display = next(e for e in await desktop.elements() if e.role == "text" and e.program == "galculator")
    assert display.value.strip() == "7"
    await desktop.launch("mousepad")
    window = (await desktop.windows())[0]
    await desktop.act(Key("super+Up"), picture=False)
    await desktop.act(Wait(0.3), picture=False)
    covered = await desktop.elements()
    assert window.program == "Mousepad"
    assert not [element for element in covered if element.program == "galculator"]
    assert {"File", "Edit", "Help"} <= {element.name for element in covered if element.program == "mousepad"}


async def test_elements_of_a_gtk_4_program_stand_where_they_are_seen(desktop):
    if (await desktop.shell("command -v gtk4-demo", timeout=10)).exit_code:
        pytest.skip("gtk4-demo is not installed")
    await desktop.launch("gtk4-demo")
    try:
        await desktop.act(Wait(1.0), picture=False)
        label = next(e for e in await desktop.elements() if (e.role, e.name) == ("label", "Frames"))
        await desktop.act(Click(label.box.center))
        for _ in range(50):  # the demo builds its example before it says which
            if "Frames" in (title := (await desktop.windows())[0].title):
                break
            await asyncio.sleep(0.1)
        assert "Frames" in title
    finally:
        await desktop.shell("pkill gtk4-demo", timeout=10)


def test_the_clock_may_tick_only_when_a_minute_turns():
    size, turn = Size(1280, 800), 1_800_000_000.0
    assert turn % 60 == 0
    assert panel_clock.ticking(size, turn - 3, turn - 1) == []
    assert panel_clock.ticking(size, turn + 2, turn + 59) == []
    (place,) = panel_clock.ticking(size, turn - 3, turn + 0.1)
    assert panel_clock.ticking(size, turn + 0.5, turn + 0.7) == [place], "drawn late, by a busy machine"
    assert place.right == size.width and place.bottom == size.height


async def test_the_clock_stands_where_its_ticks_are_looked_for(desktop):
    """Its figures are the last that stands in the panel, and nothing but them stands there."""
    (place,) = panel_clock.ticking(desktop.size, 0.0, 60.0)
    panel = pixels((await desktop.screenshot()).png)[place.y + 4 : place.bottom - 4]
    ink = (panel != panel[0, -1]).any(axis=2).any(axis=0)
    left, right = (int(np.flatnonzero(ink[place.x :])[end]) + place.x for end in (0, -1))
    assert place.x + 4 < left < right < place.right - 4
    assert 25 <= right - left <= 48, "five figures"
    assert not ink[place.x - 20 : place.x].any(), "something else stands beside it"


@pytest.mark.slow
async def test_a_minute_that_turns_is_no_effect(desktop):
    await desktop.act(Wait(60 - time.time() % 60 - 0.5), picture=False)
    before = (await desktop.screenshot()).png
    outcome = await desktop.act(Wait(2.5))
    assert outcome.frame is not None
    assert (pixels(before) != pixels(outcome.frame.png)).any(), "the clock did not tick"
    assert not outcome.changed and not outcome.glimpses
