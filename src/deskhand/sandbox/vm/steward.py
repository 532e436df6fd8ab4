"""PID 1 of the virtual machine: starts the guest, and ties it to the one wire that leads out.

It is the only program inside that is root. Everything else, the guest included, runs as the user, without
capabilities or a way to gain any and under the same system-call filter as behind the walls of namespaces: whoever
breaks out of that is in this machine's kernel, and still in the machine.

It sleeps and wakes. Asleep, nothing is under way on the wire and nothing of the outside is mounted: in that state the
machine's memory is kept as a file. When it wakes, perhaps days later and perhaps as one of many copies, it sets the
clock, stirs fresh randomness into the kernel's and opens the doors of the network that it is told of.

Runs from the first file system of the machine, under the system's interpreter without packages.
"""

# As the launcher does: no `pathlib`.
# ruff: noqa: PTH100, PTH101, PTH102, PTH103, PTH108, PTH208

from __future__ import annotations

import asyncio
import base64
import contextlib
import errno
import fcntl
import json
import os
import resource
import signal
import socket
import struct
import sys
import termios
import time

if __name__ == "__main__":
    sys.path.insert(0, os.path.abspath(__file__).rsplit("/", 4)[0])

from deskhand.sandbox import mounts, netns
from deskhand.sandbox import syscalls as sys_
from deskhand.sandbox.vm.mux import Mux, Stream, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final, NoReturn

_USER: Final = 1000
_HOME: Final = "/home/user"
_SHARED: Final = f"{_HOME}/Shared"
_OWN: Final = "/steward"
"""Nobody else may enter it; the machine's own devices are there too."""
_SOCKETS: Final = ("guest", "view")
_HELLO: Final = b"\x83\xa2id\x01\xa6method\xa5hello\xa6params\x80"  # {id: 1, method: "hello", params: {}}
_NO_NETWORK: Final = "# There is no network here.\n"
_RNDADDENTROPY: Final = 0x40085203
_RNDRESEEDCRNG: Final = 0x5207
_BUSY_SHARE: Final = "programs have files or folders of ~/Shared open"


class Steward:
    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._ended = asyncio.Event()
        self._guest = 0
        self._output = -1
        self._doors: list[asyncio.Server] = []
        self._network: list[socket.socket] = []
        self._look_ups: socket.socket | None = None
        self._askers: dict[int, Any] = {}
        self._next_question = 0
        self._mounted = False
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        wire = _open_wire()
        _prepare()
        asyncio.get_running_loop().add_signal_handler(signal.SIGCHLD, self._bury)
        self._mux = Mux(wire, 1, self._opened, self._said, self._answer)
        await self._mux.hush()
        if self._settings["argv"]:
            self._start(self._settings["argv"])
            self._keep(self._report())
        else:
            self._mux.say(word="asleep")
        over = asyncio.ensure_future(self._mux.over.wait())
        ended = asyncio.ensure_future(self._ended.wait())
        await asyncio.wait([over, ended], return_when=asyncio.FIRST_COMPLETED)

    def _keep(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _start(self, argv: list[str]) -> None:
        reading, writing = os.pipe()
        self._guest = _start_guest(self._settings, argv, writing)
        os.close(writing)
        os.set_blocking(reading, False)
        self._output = reading
        asyncio.get_running_loop().add_reader(reading, self._pass_output)

    def _pass_output(self) -> None:
        """To the machine's console: no program inside has that open itself."""
        with contextlib.suppress(BlockingIOError):
            data = os.read(self._output, 1 << 15)
            if not data:
                asyncio.get_running_loop().remove_reader(self._output)
            while data:
                data = data[os.write(1, data) :]

    def _bury(self) -> None:
        """Take up those whose parents have ended; when the guest has, all is over."""
        with contextlib.suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0] != 0:
                if ended[0] == self._guest:
                    self._end(os.waitstatus_to_exitcode(ended[1]))

    def _end(self, code: int) -> None:
        asyncio.get_running_loop().remove_reader(self._output)
        with contextlib.suppress(OSError):
            while data := os.read(self._output, 1 << 15):
                while data:
                    data = data[os.write(1, data) :]
        termios.tcdrain(1)
        self._mux.say(word="ended", code=code if code >= 0 else 128 - code)
        asyncio.get_running_loop().call_later(0.05, self._ended.set)

    async def _report(self) -> None:
        """Tell that the desktop is there, once it answers. The machine begins asleep."""
        reader, writer = await asyncio.open_unix_connection("guest.sock")
        writer.write(struct.pack(">I", len(_HELLO)) + _HELLO)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await reader.readexactly(4)
            self._mux.say(word="asleep")
        writer.close()

    # --- streams from outside ---------------------------------------------------------------------------------------

    async def _opened(self, stream: Stream, what: dict[str, Any]) -> None:
        name = what.get("to")
        if name not in _SOCKETS:
            raise ValueError("no such place")
        reader, writer = await asyncio.open_unix_connection(f"{name}.sock")
        await join(stream, reader, writer)

    # --- asleep and awake -------------------------------------------------------------------------------------------

    def _said(self, word: dict[str, Any]) -> None:
        match word.get("word"):
            case "sleep":
                self._keep(self._sleep())
            case "wake":
                self._wake(word)
            case "count":
                self._mux.say(word="counts", counts=_counts())
            case "listen":
                with contextlib.suppress(OSError):
                    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
                    made.bind(("0.0.0.0", word["port"]))
                    made.listen(128)
                    self._keep(self._serve(made))

    async def _sleep(self) -> None:
        if self._mounted:
            try:
                sys_.unmount_now(_SHARED)
            except OSError:
                self._mux.say(word="restless", why=_BUSY_SHARE)
                return
            self._mounted = False
        await self._mux.hush()
        os.sync()
        self._mux.say(word="asleep")

    def _wake(self, word: dict[str, Any]) -> None:
        """``fresh``: to another keeper than before, or to other tasks: what was connected is cut."""
        time.clock_settime(time.CLOCK_REALTIME, word["time"])
        if word["fresh"]:
            _stir(base64.b64decode(word["entropy"]))
            self._close_network()
            _write("/etc/resolv.conf", _NO_NETWORK if word["ports"] is None else netns.RESOLVER)
            if word["ports"] is not None:
                self._open_network(word["ports"])
        self._mux.speak(afresh=word["fresh"])
        if word["share"] and not self._mounted:
            self._mounted = _mount_share()
        self._mux.say(word="awake", shared=self._mounted)
        if word["fresh"] and word["argv"] and not self._guest:
            self._start(word["argv"])

    # --- the network ------------------------------------------------------------------------------------------------

    def _open_network(self, ports: list[int]) -> None:
        made = netns.open_doors({"ports": ports})
        self._look_ups = made[0]
        self._look_ups.setblocking(False)
        asyncio.get_running_loop().add_reader(self._look_ups.fileno(), self._ask)
        for each in made[1 : 3 + len(ports)]:
            self._keep(self._serve(each))
        for each in made[3 + len(ports) :]:
            each.close()

    def _close_network(self) -> None:
        for door in self._doors:
            door.close()
        self._doors.clear()
        if self._look_ups is not None:
            asyncio.get_running_loop().remove_reader(self._look_ups.fileno())
            self._look_ups.close()
            self._look_ups = None

    async def _serve(self, door: socket.socket) -> None:
        door.setblocking(False)
        self._doors.append(await asyncio.start_server(self._pass_on, sock=door))

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        address, port = writer.get_extra_info("sockname")[:2]
        await join(await self._mux.connect(address=address, port=port), reader, writer)

    def _ask(self) -> None:
        assert self._look_ups is not None
        with contextlib.suppress(OSError):
            data, asker = self._look_ups.recvfrom(4096)
            self._next_question = (self._next_question + 1) % 1024
            self._askers[self._next_question] = asker
            self._mux.send_gram(self._next_question, data)

    def _answer(self, number: int, data: bytes) -> None:
        asker = self._askers.pop(number, None)
        if asker is not None and self._look_ups is not None:
            with contextlib.suppress(OSError):
                self._look_ups.sendto(data, asker)


def _prepare() -> None:
    os.umask(0o022)
    sys_.set_hostname("desktop")
    netns.loopback_up()
    # Nobody's processes but one's own: neither ours nor the kernel's threads.
    sys_.mount("none", "/proc", "proc", sys_.MS_REMOUNT | sys_.MS_NOSUID | sys_.MS_NODEV | sys_.MS_NOEXEC, "hidepid=2")
    for name, value in (
        ("kernel/dmesg_restrict", "1"),
        ("kernel/kptr_restrict", "2"),
        ("kernel/sysrq", "0"),
    ):
        with contextlib.suppress(OSError):
            _write(f"/proc/sys/{name}", value)
    for name in ("", "/Desktop", "/Documents", "/Downloads", "/Shared"):
        _own_folder(f"{_HOME}{name}", 0o755)
    os.makedirs("/run/user", exist_ok=True)
    _own_folder(f"/run/user/{_USER}", 0o700)
    for name in ("/tmp/.X11-unix", "/tmp/.ICE-unix"):
        os.mkdir(name)
        os.chmod(name, 0o1777)
    os.chdir(_OWN)
    os.unlink("/dev/console")
    # As behind the walls of namespaces: nothing that tells about the machine, or changes it.
    sys_.unmount("/sys")
    mounts.hide_in_proc("/proc")
    console = termios.tcgetattr(1)
    console[1] &= ~termios.OPOST  # what is written comes out as it is
    termios.tcsetattr(1, termios.TCSANOW, console)


def _own_folder(path: str, mode: int) -> None:
    os.makedirs(path, exist_ok=True)
    os.chmod(path, mode)
    os.chown(path, _USER, _USER)


def _open_wire() -> int:
    ports = "/sys/class/virtio-ports"
    for name in os.listdir(ports):
        with open(f"{ports}/{name}/name") as file:
            if file.read().strip() == "deskhand":
                return os.open(f"{_OWN}/dev/{name}", os.O_RDWR | os.O_CLOEXEC)
    raise OSError(errno.ENODEV, "this machine has no wire")


def _start_guest(settings: dict[str, Any], argv: list[str], output: int) -> int:
    listeners = []
    for name in _SOCKETS:
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.bind(f"{name}.sock")  # what shows inside, in /proc/net/unix, is no path
        made.listen(16)
        listeners.append(made)
    process = os.fork()
    if process == 0:
        try:
            _become_guest(settings, argv, [output, output, *(each.fileno() for each in listeners)])
        except OSError as error:
            os.write(output, f"the program could not be started: {error}\n".encode())
        finally:
            os._exit(126)
    for each in listeners:
        each.close()
    return process


def _become_guest(settings: dict[str, Any], argv: list[str], descriptors: list[int]) -> NoReturn:
    os.setsid()
    os.chdir(_HOME)
    for ignored in (signal.SIGPIPE, signal.SIGXFSZ, signal.SIGCHLD):
        signal.signal(ignored, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    null = os.open("/dev/null", os.O_RDWR)
    high = [fcntl.fcntl(each, fcntl.F_DUPFD, 100) for each in (null, *descriptors)]
    for number, each in enumerate(high):
        os.dup2(each, number)
    os.closerange(len(high), resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    files, processes = settings["open_files"], settings["processes"]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    resource.setrlimit(resource.RLIMIT_NPROC, (processes, processes))
    with open(f"{_OWN}/filter", "rb") as file:
        program = file.read()
    sys_.drop_bounding_set()
    os.setgroups([])
    os.setresgid(_USER, _USER, _USER)
    os.setresuid(_USER, _USER, _USER)
    sys_.drop_capabilities()
    sys_.no_new_privileges()
    sys_.install_filter(program)
    os.execve(argv[0], argv, settings["environment"])


def _mount_share() -> bool:
    with contextlib.suppress(OSError):
        _own_folder(_SHARED, 0o755)
        options = "trans=virtio,version=9p2000.L,msize=512000,cache=mmap,access=any"
        sys_.mount("share", _SHARED, "9p", sys_.MS_NOSUID | sys_.MS_NODEV, options)
        return True
    return False


def _counts() -> dict[str, int]:
    """What the programs inside use, of how much, and how many of them the kernel ended for their memory."""
    disk, size = os.statvfs("/tmp"), os.statvfs("/tmp").f_frsize
    counts = {"disk": (disk.f_blocks - disk.f_bfree) * size, "disk_limit": disk.f_blocks * size}
    counts |= {"files": disk.f_files - disk.f_ffree, "files_limit": disk.f_files}
    with open("/proc/meminfo") as file:
        known = {line.split(":")[0]: int(line.split()[1]) << 10 for line in file}
    counts |= {"memory": known["MemTotal"] - known["MemAvailable"], "memory_limit": known["MemTotal"]}
    with open("/proc/vmstat") as file:
        counts["killed"] = next((int(line.split()[1]) for line in file if line.startswith("oom_kill ")), 0)
    return counts


def _stir(entropy: bytes) -> None:
    """Copies of one machine would else draw the same random numbers."""
    with open("/dev/urandom", "wb") as pool:
        fcntl.ioctl(pool, _RNDADDENTROPY, struct.pack("ii", 8 * len(entropy), len(entropy)) + entropy)
        fcntl.ioctl(pool, _RNDRESEEDCRNG)


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)


def _settings() -> dict[str, Any]:
    with open("/proc/cmdline") as file:
        word = next(each for each in file.read().split() if each.startswith("deskhand="))
    found: dict[str, Any] = json.loads(base64.b64decode(word.partition("=")[2]))
    return found


def main() -> None:
    try:
        asyncio.run(Steward(_settings()).run())
    except BaseException as error:
        print(f"the machine's steward failed: {error!r}", flush=True)
    finally:
        with contextlib.suppress(OSError):
            sys_.unmount("/proc/sys")
            _write("/proc/sys/kernel/printk", "0")  # the kernel says good-bye at its most urgent
        sys_.restart()


if __name__ == "__main__":
    main()
