"""What a command led to: a dialog of its own, a pane that opened over the window, a change in it, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.popup import opened
from deskhand.models.local.windows import Window, same_title
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.picture import Picture

PANE = 60
"""Pixels that a pane with fields measures at least."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The screen before a command."""

    title: str
    front: Window | None
    windows: tuple[Window, ...]
    pixels: Picture
    texts: tuple[str, ...] = ()
    """What stood in the window in front, letters only."""
    told: bool = False
    """Whether it was told which window has the focus."""


async def stage(hand: Hand) -> Stage:
    view, front = await hand.view(), await hand.front()
    title = view.focus or (front.title if front is not None else "")
    inside = [one for one in (await hand.scene()).texts if front is not None and front.body.contains(one.box.center)]
    texts = tuple(fold(line.text).letters for line in inside)
    return Stage(title, front, await hand.windows(), view.pixels, texts, bool(view.focus))


async def dialog_since(hand: Hand, before: Stage) -> Rect | None:
    """The body of a window that came to the front since then."""
    front = await _named(hand)
    if front is None and (await hand.view()).focus:  # its title bar may not be drawn yet
        await hand.look()
        front = await _named(hand)
    view = await hand.view()
    if before.told and view.focus is None and (shown := _untitled(before, view.pixels)) is not None:
        return shown
    if front is not None:
        if _same_place(front, before):
            return None
        if await _resized(hand, front, before):
            return None
        known = any(_close(front, window) for window in before.windows)
        return None if known else front.body
    if view.focus and before.title and same_title(view.focus, before.title) < 0.6:
        shown = opened(before.pixels, view.pixels, None)
        if shown is not None and shown.area < MOST * before.pixels.shape[0] * before.pixels.shape[1]:
            return shown
    return None


def _untitled(before: Stage, after: Picture) -> Rect | None:
    """What opened since then, where it took the focus and has no title to tell."""
    shown = opened(before.pixels, after, None)
    if shown is None or min(shown.width, shown.height) < 2 * PANE:
        return None
    return shown if shown.area < MOST * before.pixels.shape[0] * before.pixels.shape[1] else None


async def _named(hand: Hand) -> Window | None:
    """The window in front, by the title that is told; None where its title bar was not made out."""
    view, front = await hand.view(), await hand.front()
    return None if front is None or (view.focus and same_title(front.title, view.focus) < 0.7) else front


async def asked_since(hand: Hand, before: Stage, looks: int = 3) -> Rect | None:
    """What asks for something since then: a dialog, or a pane that opened inside the window."""
    for look in range(looks):
        if (area := await dialog_since(hand, before)) is not None:
            return area
        pane = await pane_since(hand, before)
        if pane is not None and before.front is not None and pane.area <= INSIDE * before.front.box.area:
            return pane.grow(4)
        if look + 1 < looks:
            await hand.wait(1)
    return None


async def led_elsewhere(hand: Hand, before: Stage) -> bool:
    """Whether the window shows another page now: most of what stood in it is gone, which no switch does."""
    front = await hand.front()
    if front is None:
        return False
    now = [fold(line.text).letters for line in (await hand.scene()).texts if front.body.contains(line.box.center)]
    return bool(before.texts) and sum(text in now for text in before.texts) < STAYS * len(before.texts)


async def next_window(hand: Hand) -> None:
    """Where the dialog was all there was, the program's window is yet to come: keys would go nowhere till then."""

    async def there() -> bool:
        return bool(await hand.windows())

    await hand.until(there, tries=LATE)
    await hand.took_effect()


async def pane_since(hand: Hand, before: Stage) -> Rect | None:
    """The largest part of the screen that differs from then."""
    view = await hand.view()
    shown = opened(before.pixels, view.pixels, None)
    return shown if shown is not None and shown.width >= PANE and shown.height >= SLIM else None


INSIDE = 0.45
"""Of its window that a pane takes at most; more is another page."""
STAYS = 0.4
"""The share of a window's lines that still stand there where it is the same page."""
LATE = 10
"""Looks, a second apart, until a program that starts has a window."""
NAME = 3
"""Letters of a title at least; fewer are a picture in a bar that the program draws itself."""
MOST = 0.7
"""Of the screen that a dialog covers at most."""
SLIM = 26
"""Pixels of height of a bar that opens inside a window, such as one to search in."""


async def _resized(hand: Hand, front: Window, before: Stage) -> bool:
    """The same window in another size: a calculator with more keys. (A dialog of the same title stands elsewhere.)"""
    old = before.front
    if old is None or not old.title or same_title(front.title, old.title) <= 0.9:
        return False
    stays = abs(front.box.x - old.box.x) <= 12 and abs(front.box.y - old.box.y) <= 12
    return stays and len(await hand.windows()) <= len(before.windows)


def _same_place(front: Window, before: Stage) -> bool:
    return before.front is not None and _close(front, before.front)


def _close(one: Window, other: Window) -> bool:
    """The same window; a dialog that happens to cover another to the pixel's breadth has another title."""
    a, b = one.box, other.box
    off = (abs(a.x - b.x), abs(a.y - b.y), abs(a.width - b.width), abs(a.height - b.height))
    named = min(len(one.title), len(other.title)) >= NAME
    alike = not named or same_title(one.title, other.title) >= 0.6
    return max(off) <= 3 or (alike and off[0] <= 12 and off[1] <= 12 and off[2] <= 24)
