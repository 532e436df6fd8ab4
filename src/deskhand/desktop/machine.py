"""The real desktop, as it is inside the walls: one X display with everything that acts on it and looks at it."""

from __future__ import annotations

import asyncio
import shlex
import shutil
import time
from dataclasses import replace

from deskhand.desktop.actions import (
    Action,
    Click,
    Drag,
    HoldKey,
    Key,
    Look,
    Move,
    Press,
    Release,
    Scroll,
    Type,
    Wait,
)
from deskhand.desktop.capture import draw_pointer
from deskhand.desktop.clipboard import Clipboard
from deskhand.desktop.display import Display
from deskhand.desktop.elements import Elements
from deskhand.desktop.glimpses import Glimpses
from deskhand.desktop.interface import DesktopError, Element, Frame, InvalidAction, Outcome, Window
from deskhand.desktop.keyboard import Keyboard
from deskhand.desktop.pace import Pace
from deskhand.desktop.panel_clock import ticking
from deskhand.desktop.ping import Ping
from deskhand.desktop.pointer import BUTTONS, Pointer
from deskhand.desktop.processes import Processes
from deskhand.desktop.restless import is_caret
from deskhand.desktop.session import Session
from deskhand.desktop.settle import CAP, FIRST, Rest, Settle
from deskhand.desktop.watch import Watch
from deskhand.desktop.windows import Windows
from deskhand.screen.change import NO_CHANGE, difference
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.screen.png import Encoder, Pixels, encode

MAX_WAIT = 300.0
_LAUNCH_SECONDS = 15.0
_FURNISHING_SECONDS = 4.0
_KEEP_LOANS = 1.0
"""Seconds after typing for which the keyboard map is kept as it is: more may be typed."""
_NOTICE = 0.015
"""Seconds without work after which the programs have fetched a new keyboard map."""
_PING_PATIENCE = 10.0
_PACE_PATIENCE = 2.0
_PACE_IDLE = 0.004
_PACE_CAP = 0.15
"""Seconds: a page that begins to move because of what is typed is at work for ever."""
_GRACE = 0.3
"""Seconds of rest after which a program that cannot be asked has read what was typed: key codes may then change."""


class Machine:
    """Implements `deskhand.desktop.interface.Desktop` (what it does not do itself, its parts do)."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._display = Display(session.display_name)
        self._size = self._display.size
        self._keyboard = Keyboard(
            self._display, noticed=self._noticed, caught_up=self._caught_up, taken_in=self._taken_in
        )
        self._pointer = Pointer(self._display, self._size)
        self._watch = Watch(session.display_name)
        server = session.server.pid if session.server else 0
        self._windows = Windows(self._display)
        processes = Processes(frozenset({server}), below=session.family)
        self._settle = Settle(self._watch, processes, lambda: len(self._windows.ids()))
        self._encoder = Encoder()
        self._clipboard = Clipboard(session.display_name)
        self._ping = Ping(session.display_name)
        self._elements = Elements(session.environment["DBUS_SESSION_BUS_ADDRESS"], self._size)
        self._glimpses = Glimpses(self._watch.grab())
        self._watch.listener = self._glimpses.see
        self._turn = asyncio.Lock()
        self._is_furnished = False
        self._restoring: asyncio.Task[None] | None = None

    @property
    def size(self) -> Size:
        return self._size

    async def act(self, action: Action, *, picture: bool = True) -> Outcome:
        async with self._turn:
            await self._furnished()
            ignore, at = self._settle.begin(), time.time()
            habit = (self._windows.focused_program(), _kind(action))
            before = self._watch.grab()
            began = time.monotonic()
            await self._perform(action)
            rest = await self._settle.wait(time.monotonic(), habit=habit)
            if not rest.changed:
                rest = await self._make_sure(action, rest)
            self._give_back_later()
            after = self._watch.grab()
            seconds = time.monotonic() - began
            if self._session.furniture:
                ignore += ticking(self._size, at, time.time())
            change = difference(before, after, ignore)
            if isinstance(action, Look | Wait) and all(map(is_caret, change.regions)):
                change = NO_CHANGE  # a caret that has not blinked often enough yet to be known
            glimpses = self._glimpses.collect(after, began, began + seconds, [*ignore, *rest.restless])
            return Outcome(
                changed=bool(change),
                regions=change.regions,
                pixels=change.pixels,
                focus=self._windows.focused_title(),
                pointer=self._pointer.position(),
                settled=rest.settled,
                seconds=seconds,
                glimpses=glimpses,
                frame=self._frame(after) if picture else None,
            )

    async def _make_sure(self, action: Action, rest: Rest) -> Rest:
        """Nothing has changed: tell a click that fell on nothing from a program too busy to have noticed it."""
        match action:
            case Look() | Wait() | Move():
                return rest
            case Key() | HoldKey() | Type():
                window = self._windows.with_keyboard()
            case _:
                window = self._windows.under_pointer()
        asked = time.monotonic()
        answered = await self._ping.ask(window, CAP)
        if answered is False:
            return replace(rest, settled=False)
        return await self._settle.wait(asked) if time.monotonic() - asked > FIRST else rest

    async def _furnished(self) -> None:
        """Once, before anything is done or shown: icons and panel are there."""
        if self._is_furnished:
            return
        end = time.monotonic() + _FURNISHING_SECONDS
        while self._windows.furniture() < self._session.furniture and time.monotonic() < end:  # noqa: ASYNC110
            await asyncio.sleep(0.01)  # others make these windows
        await self._settle.wait(time.monotonic())
        self._is_furnished = True

    async def _perform(self, action: Action) -> None:
        match action:
            case Look():
                pass
            case Move(point):
                self._pointer.move(point)
            case Click(point, button, count, modifiers):
                if point is not None:
                    self._pointer.move(point)
                down = self._keyboard.press_modifiers(modifiers)
                try:
                    await self._pointer.click(button, count)
                finally:
                    self._keyboard.release_modifiers(down)
            case Press(button):
                self._pointer.press(BUTTONS[button])
                self._display.sync()
            case Release(button):
                self._pointer.release(BUTTONS[button])
                self._display.sync()
            case Drag(path, button, modifiers):
                down = self._keyboard.press_modifiers(modifiers)
                try:
                    await self._pointer.drag(path, button)
                finally:
                    self._keyboard.release_modifiers(down)
            case Scroll(direction, amount, point, modifiers):
                if point is not None:
                    self._pointer.move(point)
                down = self._keyboard.press_modifiers(modifiers)
                try:
                    await self._pointer.scroll(direction, amount, Pace(self._taken_in))
                finally:
                    self._keyboard.release_modifiers(down)
            case Key(keys, repeat):
                await self._keyboard.press(keys, repeat)
            case HoldKey(keys, seconds):
                await self._keyboard.hold(keys, seconds)
            case Type(text):
                await self._keyboard.type(text)
            case Wait(seconds):
                if not 0 <= seconds <= MAX_WAIT:
                    raise InvalidAction(f"wait for 0 to {MAX_WAIT:g} seconds, not {seconds:g}")
                await asyncio.sleep(seconds)

    async def _noticed(self) -> None:
        """Return once the programs have done what a new keyboard map gives them to do."""
        await self._settle.idle(_NOTICE)

    async def _caught_up(self) -> None:
        """Return once the programs have surely taken in the events sent so far."""
        if await self._ping.ask(self._windows.with_keyboard(), _PING_PATIENCE):
            await self._settle.idle(_NOTICE)
            return
        await self._settle.wait(time.monotonic())
        await self._settle.idle(_GRACE, cap=5.0)

    async def _taken_in(self) -> bool:
        """Return once the program with the keyboard has read the events sent so far; False when it does not answer."""
        self._display.sync()
        if await self._ping.ask(self._windows.with_keyboard(), _PACE_PATIENCE) is False:
            return False
        # Some cannot be asked, and a browser answers before its page has the keys: nobody may be at work any more.
        await self._settle.idle(_PACE_IDLE, cap=_PACE_CAP)
        return True

    def _give_back_later(self) -> None:
        """Have lent key codes restored once nobody has typed for a while."""
        if self._restoring is not None:
            self._restoring.cancel()
            self._restoring = None
        if self._keyboard.borrowed:
            self._restoring = asyncio.create_task(self._give_back())

    async def _give_back(self) -> None:
        await asyncio.sleep(_KEEP_LOANS)
        async with self._turn:
            await self._caught_up()
            self._keyboard.restore()

    def _frame(self, pixels: Pixels) -> Frame:
        pixels = pixels.copy()
        draw_pointer(pixels, self._watch.pointer())
        return Frame(self._encoder.encode(pixels), self._size, self._pointer.position())

    async def screenshot(self) -> Frame:
        async with self._turn:
            await self._furnished()
            self._settle.begin()
            await self._settle.wait(time.monotonic() - FIRST)
            return self._frame(self._watch.grab())

    async def zoom(self, region: Rect) -> Frame:
        if region.width < 1 or region.height < 1 or region.clip(self._size) != region:
            raise InvalidAction(
                f"the region {region} is not inside the screen of {self._size}; give corners from (0, 0) to"
                f" ({self._size.width}, {self._size.height}), the second one to the right of and below the first"
            )
        pixels = self._watch.part(region)
        draw_pointer(pixels, self._watch.pointer(), Point(region.x, region.y))
        return Frame(encode(pixels), Size(region.width, region.height), self._pointer.position())

    async def pointer(self) -> Point:
        return self._pointer.position()

    async def release_all(self) -> None:
        self._keyboard.release_all()
        self._pointer.release_all()

    async def halt(self) -> None:
        """Let go of everything; who runs actions here has to call them off."""
        await self.release_all()

    async def windows(self) -> list[Window]:
        return self._windows.all()

    async def focus_window(self, window_id: int) -> None:
        self._windows.focus(window_id)

    async def close_window(self, window_id: int) -> None:
        self._windows.close(window_id)

    async def launch(self, program: str) -> None:
        """Start a program by its command and return once it shows a window."""
        try:
            words = shlex.split(program)
        except ValueError as error:
            raise InvalidAction(f"{program!r} is not a command: {error}") from None
        if not words or shutil.which(words[0], path=self._session.environment["PATH"]) is None:
            raise InvalidAction(f"there is no program called {words[0] if words else program!r} on this desktop")
        async with self._turn:
            before = set(self._windows.ids())
            process = await self._session.launch(*words)
            end = time.monotonic() + _LAUNCH_SECONDS
            while not set(self._windows.ids()) - before:
                if process.returncode not in (None, 0):
                    raise DesktopError(
                        f"{words[0]} ended at once with status {process.returncode} and showed no window"
                    )
                if time.monotonic() > end:
                    raise DesktopError(f"{words[0]} has shown no window in {_LAUNCH_SECONDS:g} seconds")
                await asyncio.sleep(0.01)
            await self._settle.wait(time.monotonic())

    def heard_in_flight(self, count: int, age: float) -> None:
        """What the gateway of the walls says; see `Traffic.heard`."""
        self._settle.heard_in_flight(count, age)

    async def elements(self) -> list[Element]:
        return await self._elements.all(self._windows.all())

    async def clipboard(self) -> str:
        return await self._clipboard.read()

    async def set_clipboard(self, text: str) -> None:
        await self._clipboard.set(text)

    async def close(self) -> None:
        if self._restoring is not None:
            self._restoring.cancel()
        await self.release_all()
        self._keyboard.restore()
        self._settle.close()
        self._watch.close()
        self._clipboard.close()
        self._ping.close()
        self._display.close()


def _kind(action: Action) -> str:
    """What is done, without where: programs answer the same thing at the same pace."""
    match action:
        case Click(_, button, count):
            return f"click {button} {count}"
        case Key(keys) | HoldKey(keys):
            return f"key {keys}"
        case _:
            return type(action).__name__
