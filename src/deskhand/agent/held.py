"""The run's side of a pause: it stands still, and afterwards knows what a person did meanwhile.

What a person did is not asked of them: the screen before and after, what changed on it, which windows came and went,
and how often they clicked and typed (never what: it may have been a password) are told to the model in words, with
the screen as it is now.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import numpy as np

from deskhand.agent.control import Control
from deskhand.agent.events import Continued, Event, Paused, Picture
from deskhand.agent.journal import Journal
from deskhand.agent.pausing import MOST_PICTURES, Leaving, Pausing
from deskhand.desktop.interface import Desktop, DesktopError, Frame
from deskhand.messages import Image
from deskhand.screen.change import difference
from deskhand.screen.geometry import Size
from deskhand.screen.png import Pixels
from deskhand.screen.resize import decode
from deskhand.tools.pictures import shown

TAKEN = (
    "Not executed: a person took over the desktop before it, and the screen has changed since. Look at the screen as "
    "it is now, then decide anew."
)


@dataclass(frozen=True, slots=True)
class Sight:
    """The desktop at one moment."""

    frame: Frame
    windows: tuple[str, ...]
    """Titles, front to back."""
    front: int | None = None
    """The window that has the focus."""


@dataclass(frozen=True, slots=True)
class HandedBack:
    """What the model is told after a takeover."""

    words: str
    picture: Image | None


@dataclass(slots=True)
class Held:
    """Stands still where it must, for one run."""

    pausing: Pausing
    control: Control
    desktop: Desktop
    journal: Journal
    emit: Callable[[Event], Awaitable[None]]
    picture_size: Size
    stopped: Callable[[], None]
    """Called when the clock is to stand still: a person's time is none of the run's."""
    went_on: Callable[[float], None]
    """Called with the seconds that it stood still."""
    follows_a_plan: bool = False
    """The model is the embedded one, in the middle of its plan: it would type into whatever the person left in front,
    so its own window is brought there again."""

    async def hold(self, step: int) -> HandedBack | None:
        """Wait as long as a person wants; what the model must be told when they had the hand meanwhile."""
        if self.pausing.leaving:
            raise Leaving
        if self.pausing.wanted is None:
            return None
        began = time.monotonic()
        self.stopped()
        try:
            return await self._hold(step)
        finally:
            self.pausing.standing = None
            self.went_on(time.monotonic() - began)

    async def _hold(self, step: int) -> HandedBack | None:
        taken: _Taken | None = None
        while (why := self.pausing.wanted) is not None:
            if why != self.pausing.standing:
                if why == "takeover" and taken is None:
                    await self._let_go()
                    taken = _Taken(self.journal, await self._sight())
                self.pausing.standing = why
                await self.emit(Paused(step, why))
            rested = await self.control.run(self.pausing.news(), action=False)
            if self.pausing.leaving:
                raise Leaving
            if rested and taken is not None:
                taken.saw(await self._sight())
        if taken is None:
            await self.emit(Continued(step, self.pausing.said))
            return HandedBack(self.pausing.said, None) if self.pausing.said else None
        await self._let_go()
        if self.follows_a_plan:
            await self._back_to(taken.front)
        last = await self._sight()
        words = taken.words(last, self.pausing.did, self.pausing.said)
        after = None if last is None else self.journal.keep_picture(last.frame.png, last.frame.size)
        await self.emit(Continued(step, words, taken.before, after, tuple(taken.between)))
        picture = None if last is None else Image(shown(last.frame, self.picture_size).png)
        return HandedBack(words, picture)

    async def _sight(self) -> Sight | None:
        """None when the desktop does not answer; then there is nothing to tell of it."""
        try:
            frame = await self.control.run(self.desktop.screenshot(), action=False)
            windows = await self.control.run(self.desktop.windows(), action=False)
        except DesktopError:
            return None
        front = next((window.id for window in windows if window.focused), None)
        return Sight(frame, tuple(window.title for window in windows if not window.minimized), front)

    async def _back_to(self, window: int | None) -> None:
        """If it is still there; a person may have closed it."""
        try:
            there = {each.id: each.focused for each in await self.control.run(self.desktop.windows(), action=False)}
            if window is not None and there.get(window) is False:
                await self.control.run(self.desktop.focus_window(window), action=False)
        except DesktopError:
            pass

    async def _let_go(self) -> None:
        """Neither hand leaves a key or a button held down for the other."""
        try:
            await asyncio.wait_for(self.desktop.release_all(), 3.0)
        except (DesktopError, TimeoutError):
            pass


class _Taken:
    """What is seen of one takeover."""

    def __init__(self, journal: Journal, first: Sight | None) -> None:
        self._journal, self._first, self._last = journal, first, first
        self._began = time.monotonic()
        self.before = None if first is None else self._keep(first)
        self.front = None if first is None else first.front
        self.between: list[Picture] = []

    def saw(self, sight: Sight | None) -> None:
        changed = sight is not None and (self._last is None or sight.frame.png != self._last.frame.png)
        if sight is not None and changed and len(self.between) < MOST_PICTURES:
            self.between.append(self._keep(sight))
        self._last = sight or self._last

    def words(self, last: Sight | None, did: str, said: str) -> str:
        seconds = time.monotonic() - self._began
        parts = [f"A person took over the desktop for {seconds:.0f} seconds and has handed it back."]
        parts += [did] if did else []
        if self._first is not None and last is not None:
            parts.append(_changes(self._first, last))
        parts += [f"They say: “{said}”"] if said else []
        parts.append("The picture shows the screen as it is now. Go on with the task from here.")
        return f"[{' '.join(parts)}]"

    def _keep(self, sight: Sight) -> Picture:
        return self._journal.keep_picture(sight.frame.png, sight.frame.size)


def _changes(before: Sight, after: Sight) -> str:
    """What differs between the two, in words."""
    try:
        change = difference(_pixels(before.frame), _pixels(after.frame))
    except ValueError:
        return ""  # what came from inside the walls was no picture
    if not change:
        return "The screen looks as it did before."
    screen = after.frame.size
    places = ", ".join(f"{r.width}×{r.height} at ({r.x}, {r.y})" for r in change.regions[:3])
    share = change.pixels / (screen.width * screen.height)
    parts = ["Most of the screen changed." if share > 0.5 else f"The screen changed: {places}."]
    came = [title for title in after.windows if title not in before.windows]
    gone = [title for title in before.windows if title not in after.windows]
    if came:
        parts.append(f"Windows that are new: {_quoted(came)}.")
    if gone:
        parts.append(f"Windows that are gone: {_quoted(gone)}.")
    if after.windows and after.windows[:1] != before.windows[:1]:
        parts.append(f"In front now: {_quoted(after.windows[:1])}.")
    return " ".join(parts)


def _quoted(titles: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"“{title[:80]}”" for title in titles[:6])


def _pixels(frame: Frame) -> Pixels:
    """As `difference` wants them, four bytes each."""
    colours = decode(frame.png)
    return np.dstack((colours, np.zeros(colours.shape[:2], np.uint8)))
