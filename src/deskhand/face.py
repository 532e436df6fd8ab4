"""A desktop as a program wants to hold it: words instead of action values, and nothing to put away by hand.

A thin class: every method is one call of the interface that the tools use as well. Coordinates are screen pixels.
What an act returns says truthfully what happened: `Outcome.changed`, where, and which window has the focus.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from deskhand.desktop import actions
from deskhand.desktop import interface as inside
from deskhand.desktop.actions import Action, Button, Direction, Modifier
from deskhand.desktop.interface import Element, FileInfo, Frame, Outcome, ShellResult, Window
from deskhand.screen.geometry import Point, Rect, Size

if TYPE_CHECKING:
    from deskhand.sandbox.sandboxed import SandboxedDesktop
    from deskhand.sandbox.store import Programs, Snapshot

Place: TypeAlias = Point | tuple[int, int]


class Desktop:
    """One open desktop. Made by `open_desktop`; every method raises `DesktopError` with a sentence."""

    def __init__(self, body: inside.Desktop) -> None:
        self.body = body
        """The desktop as tools and agents take it."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def size(self) -> Size:
        return self.body.size

    @property
    def view_socket(self) -> Path:
        """A Unix socket to look at the desktop, and to take over: ``vncviewer PATH``."""
        return self._walled().sandbox.view_socket

    def _walled(self) -> SandboxedDesktop:
        from deskhand.sandbox.open import SandboxedDesktop

        if not isinstance(self.body, SandboxedDesktop):
            raise inside.DesktopError("this desktop has no walls of ours around it: it cannot be viewed, kept or reset")
        return self.body

    # --- looking ------------------------------------------------------------------------------------------------

    async def screenshot(self, path: str | Path | None = None) -> Frame:
        """The settled screen as a lossless PNG (`Frame.png`); with ``path`` it is also written there."""
        return _kept(await self.body.screenshot(), path)

    async def zoom(self, x: int, y: int, width: int, height: int, path: str | Path | None = None) -> Frame:
        """The native pixels of a part of the screen."""
        return _kept(await self.body.zoom(Rect(x, y, width, height)), path)

    async def pointer(self) -> Point:
        return await self.body.pointer()

    async def windows(self) -> list[Window]:
        """Front to back."""
        return await self.body.windows()

    async def elements(self) -> list[Element]:
        """What is on the screen, in words, with boxes: the accessibility tree."""
        return await self.body.elements()

    # --- acting -------------------------------------------------------------------------------------------------

    async def act(self, action: Action, *, picture: bool = False) -> Outcome:
        """Any action as a value; ``picture=True`` puts the settled screen into `Outcome.frame`."""
        return await self.body.act(action, picture=picture)

    async def move(self, x: int, y: int) -> Outcome:
        return await self.act(actions.Move(Point(x, y)))

    async def click(
        self,
        x: int | None = None,
        y: int | None = None,
        *,
        button: Button = "left",
        count: int = 1,
        modifiers: Sequence[Modifier] = (),
    ) -> Outcome:
        """Click at a place, or where the pointer is. ``count=2`` is a double click."""
        return await self.act(actions.Click(_point(x, y), button, count, tuple(modifiers)))

    async def drag(self, *places: Place, button: Button = "left", modifiers: Sequence[Modifier] = ()) -> Outcome:
        """Press at the first place, move through the others, release at the last."""
        path = tuple(Point(*place) if isinstance(place, tuple) else place for place in places)
        return await self.act(actions.Drag(path, button, tuple(modifiers)))

    async def scroll(
        self, direction: Direction, amount: int = 3, x: int | None = None, y: int | None = None
    ) -> Outcome:
        """``amount`` wheel clicks at a place, or where the pointer is."""
        return await self.act(actions.Scroll(direction, amount, _point(x, y)))

    async def key(self, keys: str, repeat: int = 1) -> Outcome:
        """Keys in xdotool's syntax: ``ctrl+s``, ``Return``, ``Down Down``."""
        return await self.act(actions.Key(keys, repeat))

    async def hold_key(self, keys: str, seconds: float) -> Outcome:
        return await self.act(actions.HoldKey(keys, seconds))

    async def type(self, text: str) -> Outcome:
        """Any Unicode text, by key events, into the program that has the focus."""
        return await self.act(actions.Type(text))

    async def wait(self, seconds: float) -> Outcome:
        return await self.act(actions.Wait(seconds))

    # --- programs, files, clipboard -----------------------------------------------------------------------------

    async def launch(self, program: str) -> None:
        """Start a program by its command name (``mousepad``); returns once its window shows."""
        await self.body.launch(program)

    async def focus(self, window: Window) -> None:
        await self.body.focus_window(window.id)

    async def close_window(self, window: Window) -> None:
        await self.body.close_window(window.id)

    async def run(self, command: str, *, timeout: float = 120.0) -> ShellResult:
        """A shell command, in one lasting session inside the walls."""
        return await self.body.shell(command, timeout=timeout)

    async def read(self, path: str) -> str:
        """A file inside, as text (UTF-8)."""
        return (await self.body.read_file(path)).decode("utf-8", "replace")

    async def read_bytes(self, path: str) -> bytes:
        return await self.body.read_file(path)

    async def write(self, path: str, content: str | bytes) -> None:
        """A file inside, whole or not at all."""
        await self.body.write_file(path, content.encode() if isinstance(content, str) else content)

    async def files(self, path: str = "~", *, depth: int = 1) -> list[FileInfo]:
        return await self.body.list_files(path, depth=depth)

    async def clipboard(self) -> str:
        return await self.body.clipboard()

    async def set_clipboard(self, text: str) -> None:
        await self.body.set_clipboard(text)

    # --- going back -----------------------------------------------------------------------------------------------

    async def snapshot(self, name: str = "", *, programs: Programs = "end") -> Snapshot:
        """Keep all files as they are now: to `reset` to, to `fork` from, and with a name to begin others with.

        ``programs="end"``: every program is ended first, and the desktop starts afresh on these files. ``"keep"``:
        they go on, and a file that is being written at that moment may be half in the snapshot.
        """
        return await self._walled().snapshot(name, programs=programs)

    async def reset(self, to: Snapshot | str | None = None) -> None:
        """Everything but ~/Shared as at the last snapshot, or else at the beginning; or as in ``to`` ("": empty)."""
        await self._walled().reset(to)

    async def fork(self, n: int, *, programs: Programs = "keep") -> list[Desktop]:
        """``n`` more desktops that begin with the files of this one. Close each."""
        return [Desktop(each) for each in await self._walled().fork(n, programs=programs)]

    async def close(self) -> None:
        """End the desktop and everything in it. May be called twice."""
        await self.body.close()


class Opening:
    """What `open_desktop` returns: ``await`` it, or ``async with`` it."""

    def __init__(self, **spec: Any) -> None:
        self._spec = spec
        self._desktop: Desktop | None = None

    def __await__(self) -> Generator[Any, None, Desktop]:
        return self._open().__await__()

    async def __aenter__(self) -> Desktop:
        self._desktop = await self._open()
        return self._desktop

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._desktop is not None:
            await self._desktop.close()

    async def _open(self) -> Desktop:
        # The walls are needed only now.
        from deskhand.sandbox.gateway.policy import NetworkPolicy
        from deskhand.sandbox.open import open_desktop as really_open

        network = NetworkPolicy.wanted(self._spec.get("network"))
        return Desktop(await really_open(**self._spec | {"network": network}))


def open_desktop(
    size: Size | str | tuple[int, int] = "1280x800", *, share: str | Path | None = None, **spec: Any
) -> Opening:
    """A fresh desktop behind walls, in about a second.

    ``share``: a folder of this computer that appears read-write as ``~/Shared`` inside; it must exist. ``network``:
    what can be reached from inside, as a `NetworkPolicy` or as domains; nothing without it. Further keywords are those
    of `deskhand.sandbox.open.open_desktop`. Raises `SandboxError`; `CannotConfine` where this
    machine does not let us build the walls.
    """
    match size:
        case str():
            size = Size.parse(size)
        case tuple():
            size = Size(*size)
        case _:
            pass
    return Opening(size=size, share=None if share is None else Path(share), **spec)


def write_report(run: str | Path) -> Path:
    """Make the ``report.html`` of a run's folder (anew); its path."""
    from deskhand import report

    return report.write(Path(run))


def _point(x: int | None, y: int | None) -> Point | None:
    if x is None and y is None:
        return None
    if x is None or y is None:
        raise inside.InvalidAction("a place needs both x and y")
    return Point(x, y)


def _kept(frame: Frame, path: str | Path | None) -> Frame:
    if path is not None:
        Path(path).write_bytes(frame.png)
    return frame
