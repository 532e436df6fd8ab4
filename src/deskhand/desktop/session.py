"""The desktop session: X server, message bus, accessibility, window manager, icons and panel, started side by side.

Everything is a child of the guest and ends with it. The X server and the window manager are what makes the desktop
usable (0.25 s); panel and icons paint a moment later and are not waited for.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

import xcffib.xproto

from deskhand.desktop import configuration, look
from deskhand.desktop.accessibility import announce_bus
from deskhand.desktop.display import Display
from deskhand.desktop.expendable import expendable
from deskhand.desktop.interface import DesktopError
from deskhand.screen.geometry import Size

DisplayKind: TypeAlias = Literal["xvnc", "xvfb"]

_X_SECONDS = 20.0
_WM_SECONDS = 10.0
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_BUS_CONFIGURATION = ("/usr/share/dbus-1/session.conf", "/etc/dbus-1/session.conf")


@dataclass(slots=True)
class Session:
    size: Size
    home: Path
    folder: Path
    """Private: sockets and configuration of this session."""
    kind: DisplayKind = "xvnc"
    display_name: str = ""
    environment: dict[str, str] = field(default_factory=dict[str, str])
    server: asyncio.subprocess.Process | None = None
    _children: list[asyncio.subprocess.Process] = field(default_factory=list[asyncio.subprocess.Process])
    _tasks: list[asyncio.Task[None]] = field(default_factory=list[asyncio.Task[None]])
    _closing: bool = False
    furniture: int = 0
    """How many parts of the desktop (icons, panel) were started that show a window."""

    @property
    def family(self) -> int | None:
        """The process whose descendants the desktop's programs are; None: all processes in sight are."""
        return None if os.getppid() <= 1 else os.getpid()

    @property
    def view_path(self) -> Path:
        return self.folder / "view"

    async def start(self) -> None:
        """Return when the X server and the window manager are up; DesktopError says what did not come up."""
        bus_path = self.folder / "bus"
        self.environment = look.environment(self.home, "", self.folder, f"unix:path={bus_path}")
        self.display_name = await self._start_server()
        self.environment["DISPLAY"] = self.display_name
        display = Display(self.display_name)
        try:
            self._prepare_root(display)
            look.write_configuration(self.home, self.folder, self.size)
            await self._start_bus(bus_path)
            await self._keep("openbox", "--sm-disable", "--config-file", str(self.folder / "openbox.xml"))
            self._tasks.append(asyncio.create_task(self._start_accessibility(bus_path)))
            await self._manager_up(display)
        finally:
            display.close()
        self.furniture += await self._keep("pcmanfm", "--desktop", "--profile", "default")
        self.furniture += await self._keep("tint2", "-c", str(self.folder / "tint2rc"))

    async def _start_server(self) -> str:
        reading, writing = os.pipe()
        log = self.folder / "server.log"
        try:
            with log.open("wb") as output:
                self.server = await asyncio.create_subprocess_exec(
                    *self._server_command(writing),
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    pass_fds=(writing,),
                    env=self.environment,
                    start_new_session=True,
                )
        except FileNotFoundError as error:
            os.close(reading)
            raise DesktopError(f"{error.filename} is not installed; install it (`deskhand doctor` says how)") from error
        finally:
            os.close(writing)
        try:
            number = await asyncio.wait_for(_read_line(reading), _X_SECONDS)
        except TimeoutError:
            number = ""
        if not number.isdecimal():
            tail = log.read_text(errors="replace")[-500:].strip()
            raise DesktopError(f"the X server did not start: {tail or 'it said nothing'}")
        return f":{number}"

    def _server_command(self, ready: int) -> list[str]:
        common = ["-displayfd", str(ready), "-nolisten", "tcp", "-noreset", "-dpi", "96"]
        if self.kind == "xvfb":
            return ["Xvfb", *common, "-screen", "0", f"{self.size}x24"]
        view = ["-rfbunixpath", str(self.view_path), "-rfbunixmode", "0600", "-rfbport", "-1"]
        manners = [
            "-SecurityTypes",
            "None",
            "-AlwaysShared",
            "-AcceptSetDesktopSize=0",
            "-SendPrimary=0",
            "-SetPrimary=0",
        ]
        return ["Xvnc", *common, "-geometry", str(self.size), "-depth", "24", *view, *manners]

    def _prepare_root(self, display: Display) -> None:
        """Resources for programs that read them from the root window, and the wallpaper's colour at once."""
        data = configuration.RESOURCES.encode()
        display.core.ChangeProperty(
            xcffib.xproto.PropMode.Replace,
            display.root,
            display.atom("RESOURCE_MANAGER"),
            xcffib.xproto.Atom.STRING,
            8,
            len(data),
            data,
        )
        colour = int(configuration.WALLPAPER.removeprefix("#"), 16)
        display.core.ChangeWindowAttributes(display.root, xcffib.xproto.CW.BackPixel, [colour])
        display.core.ClearArea(False, display.root, 0, 0, 0, 0)
        display.sync()

    async def _start_bus(self, path: Path) -> None:
        configuration = next((name for name in _BUS_CONFIGURATION if Path(name).exists()), None)
        if configuration is None or shutil.which("dbus-daemon") is None:
            return
        await self._spawn(
            "dbus-daemon", f"--config-file={configuration}", f"--address=unix:path={path}", "--nofork", "--nopidfile"
        )
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(_exists(path), 5)

    async def _start_accessibility(self, bus_path: Path) -> None:
        launcher = next((name for name in _LAUNCHERS if Path(name).exists()), None)
        if launcher is None or not bus_path.exists():
            return
        await self._spawn(launcher, "--launch-immediately")
        with contextlib.suppress(Exception):
            await announce_bus(f"unix:path={bus_path}", self.display_name)

    async def _manager_up(self, display: Display) -> None:
        end = time.monotonic() + _WM_SECONDS
        while not display.cardinals(display.root, "_NET_SUPPORTING_WM_CHECK"):
            if time.monotonic() > end:
                raise DesktopError("the window manager did not start; is openbox installed? (`deskhand doctor`)")
            await asyncio.sleep(0.005)

    async def _spawn(self, *command: str) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *expendable(*command),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env=self.environment,
            cwd=self.home,
            start_new_session=True,
        )
        self._children.append(process)
        return process

    async def _keep(self, *command: str) -> bool:
        """Start a part of the desktop and start it again when it ends: a desktop without a panel is no desktop."""
        if shutil.which(command[0], path=self.environment["PATH"]) is None:
            return False
        process = await self._spawn(*command)
        self._tasks.append(asyncio.create_task(self._revive(process, command)))
        return True

    async def _revive(self, process: asyncio.subprocess.Process, command: tuple[str, ...]) -> None:
        for _ in range(20):
            started = time.monotonic()
            await process.wait()
            self._children.remove(process)
            if self._closing:
                return
            await asyncio.sleep(0.05 if time.monotonic() - started > 2 else 1.0)
            process = await self._spawn(*command)

    async def launch(self, *command: str) -> asyncio.subprocess.Process:
        """Start a program on the desktop."""
        return await self._spawn(*command)

    async def close(self) -> None:
        self._closing = True
        for task in self._tasks:
            task.cancel()
        everyone = [*self._children, *([self.server] if self.server else [])]
        for process in everyone:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.terminate()
        for process in everyone:
            try:
                await asyncio.wait_for(process.wait(), 1.0)
            except TimeoutError:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()


async def _read_line(descriptor: int) -> str:
    reader = asyncio.StreamReader()
    pipe = os.fdopen(descriptor, "rb", buffering=0)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), pipe
    )
    try:
        return (await reader.readline()).decode().strip()
    finally:
        transport.close()


async def _exists(path: Path) -> None:
    while not path.exists():  # noqa: ASYNC110 (another program makes it)
        await asyncio.sleep(0.005)
