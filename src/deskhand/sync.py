"""The same names without ``await``: for scripts, notebooks and the interactive prompt.

One event loop runs in a background thread for the whole process. Ctrl-C reaches the calling thread while that loop
works: the call under way is cancelled there and has put away what it held before KeyboardInterrupt comes out here.
"""

from __future__ import annotations

import asyncio
import atexit
import functools
import threading
from collections.abc import Coroutine, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar
from weakref import WeakSet

from deskhand import face
from deskhand.desktop import interface as inside
from deskhand.desktop.actions import Action, Button, Direction, Modifier
from deskhand.desktop.interface import Element, FileInfo, Frame, Outcome, ShellResult, Window
from deskhand.face import Place, write_report
from deskhand.screen.geometry import Point, Size

if TYPE_CHECKING:
    from deskhand.agent.loop import RunResult
    from deskhand.sandbox.store import Programs, Snapshot

__all__ = ["Desktop", "open_desktop", "run_task", "wait_for", "write_report"]

T = TypeVar("T")

_open: WeakSet[Desktop] = WeakSet()


@functools.cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    # A daemon, so that a forgotten desktop does not keep the program from ending; `_close_all` puts it away then.
    threading.Thread(target=loop.run_forever, name="deskhand", daemon=True).start()
    atexit.register(_close_all)
    return loop


def wait_for(work: Coroutine[Any, Any, T]) -> T:
    """What ``work`` returns, done in the loop that the desktops of this module belong to."""
    future = asyncio.run_coroutine_threadsafe(work, _loop())
    try:
        return future.result()
    except KeyboardInterrupt:
        future.cancel()
        done = asyncio.run_coroutine_threadsafe(_settled(), _loop())
        done.result(timeout=10)
        raise


async def _settled() -> None:
    """Give cancelled work its turns to put things away."""
    current = asyncio.current_task()
    ending = [task for task in asyncio.all_tasks() if task is not current and task.cancelling()]
    if ending:
        await asyncio.wait(ending, timeout=8)


def _close_all() -> None:
    for desktop in list(_open):
        try:
            desktop.close()
        except Exception:  # the program is ending, and the guest ends with it
            pass


class Desktop:
    """`deskhand.Desktop` without ``await``; see there for what each method does."""

    def __init__(self, desktop: face.Desktop) -> None:
        self._desktop = desktop
        _open.add(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def body(self) -> inside.Desktop:
        """The desktop as tools and agents take it, inside `wait_for`."""
        return self._desktop.body

    @property
    def size(self) -> Size:
        return self._desktop.size

    @property
    def view_socket(self) -> Path:
        return self._desktop.view_socket

    def screenshot(self, path: str | Path | None = None) -> Frame:
        return wait_for(self._desktop.screenshot(path))

    def zoom(self, x: int, y: int, width: int, height: int, path: str | Path | None = None) -> Frame:
        return wait_for(self._desktop.zoom(x, y, width, height, path))

    def pointer(self) -> Point:
        return wait_for(self._desktop.pointer())

    def windows(self) -> list[Window]:
        return wait_for(self._desktop.windows())

    def elements(self) -> list[Element]:
        return wait_for(self._desktop.elements())

    def act(self, action: Action, *, picture: bool = False) -> Outcome:
        return wait_for(self._desktop.act(action, picture=picture))

    def move(self, x: int, y: int) -> Outcome:
        return wait_for(self._desktop.move(x, y))

    def click(
        self,
        x: int | None = None,
        y: int | None = None,
        *,
        button: Button = "left",
        count: int = 1,
        modifiers: Sequence[Modifier] = (),
    ) -> Outcome:
        return wait_for(self._desktop.click(x, y, button=button, count=count, modifiers=modifiers))

    def drag(self, *places: Place, button: Button = "left", modifiers: Sequence[Modifier] = ()) -> Outcome:
        return wait_for(self._desktop.drag(*places, button=button, modifiers=modifiers))

    def scroll(self, direction: Direction, amount: int = 3, x: int | None = None, y: int | None = None) -> Outcome:
        return wait_for(self._desktop.scroll(direction, amount, x, y))

    def key(self, keys: str, repeat: int = 1) -> Outcome:
        return wait_for(self._desktop.key(keys, repeat))

    def hold_key(self, keys: str, seconds: float) -> Outcome:
        return wait_for(self._desktop.hold_key(keys, seconds))

    def type(self, text: str) -> Outcome:
        return wait_for(self._desktop.type(text))

    def wait(self, seconds: float) -> Outcome:
        return wait_for(self._desktop.wait(seconds))

    def launch(self, program: str) -> None:
        wait_for(self._desktop.launch(program))

    def focus(self, window: Window) -> None:
        wait_for(self._desktop.focus(window))

    def close_window(self, window: Window) -> None:
        wait_for(self._desktop.close_window(window))

    def run(self, command: str, *, timeout: float = 120.0) -> ShellResult:
        return wait_for(self._desktop.run(command, timeout=timeout))

    def read(self, path: str) -> str:
        return wait_for(self._desktop.read(path))

    def read_bytes(self, path: str) -> bytes:
        return wait_for(self._desktop.read_bytes(path))

    def write(self, path: str, content: str | bytes) -> None:
        wait_for(self._desktop.write(path, content))

    def files(self, path: str = "~", *, depth: int = 1) -> list[FileInfo]:
        return wait_for(self._desktop.files(path, depth=depth))

    def clipboard(self) -> str:
        return wait_for(self._desktop.clipboard())

    def set_clipboard(self, text: str) -> None:
        wait_for(self._desktop.set_clipboard(text))

    def snapshot(self, name: str = "", *, programs: Programs = "end") -> Snapshot:
        return wait_for(self._desktop.snapshot(name, programs=programs))

    def reset(self, to: Snapshot | str | None = None) -> None:
        wait_for(self._desktop.reset(to))

    def fork(self, n: int, *, programs: Programs = "keep") -> list[Desktop]:
        return [Desktop(each) for each in wait_for(self._desktop.fork(n, programs=programs))]

    def close(self) -> None:
        _open.discard(self)
        wait_for(self._desktop.close())


def open_desktop(
    size: Size | str | tuple[int, int] = "1280x800", *, share: str | Path | None = None, **spec: Any
) -> Desktop:
    """A fresh desktop behind walls; use it in a ``with`` statement, or close it yourself."""

    async def opened() -> face.Desktop:
        return await face.open_desktop(size, share=share, **spec)

    return Desktop(wait_for(opened()))


def run_task(task: str, **options: Any) -> RunResult:
    """`deskhand.run_task` without ``await``. Ctrl-C stops the run at once, and comes out when all is put away."""
    from deskhand.agent.control import Control
    from deskhand.agent.run import run_task as really_run

    control = options.setdefault("control", Control())
    future = asyncio.run_coroutine_threadsafe(really_run(task, **options), _loop())
    try:
        return future.result()
    except KeyboardInterrupt:
        control.stop(after_action=False)
        future.result(timeout=60)
        raise
