"""Runs the virtual machine, behind the walls of a namespace sandbox: QEMU is the program inside in place of a desktop.

So what breaks out of the machine's kernel and out of QEMU stands where any program of the namespace provider stands:
without privileges, files of the host, processes of others or a route to anywhere. And all that those walls can do
holds for the machine: limits, an end with its host or a life after it, the network's doors, the shared folder.

It passes on what comes in at the sandbox's sockets to the machine (see `mux`), connects what the machine opens to the
network's doors, and hears orders at a third socket, one JSON line each:

    {"do": "up"}                    answered when the desktop is there
    {"do": "arm"}                   give a machine that has just booted its network and its shared folder
    {"do": "listen", "port": 81}    answer at one more port
    {"do": "counts"}                what the programs in it use
    {"do": "keep"}                  with a descriptor: write the machine's whole state to it

Runs under the system's interpreter without packages.
"""

# ruff: noqa: PTH100, PTH102

# As the launcher does: no `pathlib`.

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import socket
import sys
import time

if __name__ == "__main__":
    sys.path.insert(0, os.path.abspath(__file__).rsplit("/", 4)[0])

from deskhand.sandbox import syscalls as sys_
from deskhand.sandbox.vm.mux import Mux, Stream, join
from deskhand.sandbox.vm.qmp import Monitor, MonitorError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_SHARED: Final = "/home/user/Shared"
_SLOWEST_SLEEP: Final = 30.0
_SLOWEST_ORDER: Final = 2.0
_LOOK_UP: Final = 10.0
_QUESTIONS: Final = 256


class CannotKeep(Exception):
    pass


class Keeper:
    def __init__(self, plan: dict[str, Any]) -> None:
        self._plan = plan
        self._asleep = asyncio.Event()
        self._awake = asyncio.Event()
        self._restless = ""
        self._keeping = asyncio.Lock()
        self._questions: set[asyncio.Task[None]] = set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._shared = False
        self._code: int | None = None
        """The exit status of the program inside."""
        self._counts: object = None
        self._counted = asyncio.Event()
        self._bare = not plan["memory"]

    async def run(self) -> int:
        with contextlib.suppress(FileExistsError):
            os.mkdir(_SHARED)
        wire, its_wire = socket.socketpair()
        line, its_line = socket.socketpair()
        memory = os.open(self._plan["memory"], os.O_RDONLY) if self._plan["memory"] else -1
        command = [*self._plan["command"], "-chardev", f"socket,id=wire,fd={its_wire.fileno()}"]
        command += ["-chardev", f"socket,id=line,fd={its_line.fileno()}"]
        command += ["-incoming", f"fd:{memory}"] if memory >= 0 else []
        given = [its_wire.fileno(), its_line.fileno(), *([memory] if memory >= 0 else [])]
        machine = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.DEVNULL, pass_fds=given, preexec_fn=sys_.die_with_parent
        )
        its_wire.close()
        its_line.close()
        if memory >= 0:
            os.close(memory)
        self._mux = Mux(os.dup(wire.fileno()), 2, self._opened, self._said, self._ask)
        wire.close()
        await self._mux.hush()
        self._monitor = Monitor(line)
        guests, views, orders = (_door(number) for number in (3, 4, 5))
        await asyncio.start_unix_server(self._guest, sock=guests)
        await asyncio.start_unix_server(self._view, sock=views)
        self._keep(self._hear(orders))
        self._keep(self._start(machine))
        code = await machine.wait()
        return code if self._code is None else self._code

    def _keep(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _start(self, machine: asyncio.subprocess.Process) -> None:
        try:
            await self._monitor.start()
            if self._plan["memory"]:
                await self._monitor.go_on_from_file()
            else:
                await self._asleep.wait()
            self._wake(fresh=True)
        except MonitorError as error:
            print(f"QEMU does not start the machine: {error}", flush=True)
            with contextlib.suppress(ProcessLookupError):
                machine.kill()

    # --- streams ----------------------------------------------------------------------------------------------------

    async def _guest(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await join(await self._mux.connect(to="guest"), reader, writer)

    async def _view(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await join(await self._mux.connect(to="view"), reader, writer)

    async def _opened(self, stream: Stream, what: dict[str, Any]) -> None:
        """The machine opened a connection: in this network, which is the sandbox's, nothing but doors answers."""
        address, port = what.get("address"), what.get("port")
        if not isinstance(address, str) or not isinstance(port, int):
            raise ValueError("no address")
        socket.inet_pton(socket.AF_INET, address)
        reader, writer = await asyncio.open_connection(address, port)
        await join(stream, reader, writer)

    def _ask(self, number: int, data: bytes) -> None:
        if len(self._questions) < _QUESTIONS:
            task = asyncio.ensure_future(self._look_up(number, data))
            self._questions.add(task)
            task.add_done_callback(self._questions.discard)

    async def _look_up(self, number: int, data: bytes) -> None:
        with contextlib.suppress(OSError, TimeoutError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.setblocking(False)
            asking.connect(("198.18.0.1", 53))
            asking.send(data)
            loop = asyncio.get_running_loop()
            self._mux.send_gram(number, await asyncio.wait_for(loop.sock_recv(asking, 65535), _LOOK_UP))

    # --- asleep and awake -------------------------------------------------------------------------------------------

    def _said(self, word: dict[str, Any]) -> None:
        match word.get("word"):
            case "asleep":
                self._asleep.set()
            case "restless":
                self._restless = str(word.get("why", ""))[:200]
                self._asleep.set()
            case "counts":
                self._counts = word.get("counts")
                self._counted.set()
            case "ended":
                self._code = int(word["code"]) & 0xFF
            case "awake":
                self._shared = word.get("shared") is True
                self._awake.set()
            case _:
                raise ValueError("no such word")

    def _wake(self, *, fresh: bool) -> None:
        wanted = {name: self._plan[name] for name in ("ports", "share", "argv")}
        if self._bare:  # what is kept of it is to serve others too
            wanted = {"ports": None, "share": False, "argv": []}
        entropy = base64.b64encode(os.urandom(64)).decode()
        self._mux.speak(afresh=fresh)
        self._mux.say(word="wake", fresh=fresh, time=time.time(), entropy=entropy, **wanted)

    # --- orders -----------------------------------------------------------------------------------------------------

    async def _hear(self, door: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            caller, _address = await loop.sock_accept(door)
            self._keep(self._serve(caller))

    async def _serve(self, caller: socket.socket) -> None:
        """One order. Read from the bare socket, because a stream drops the descriptors that come with its bytes."""
        given: list[int] = []
        with caller:
            try:
                await asyncio.wait_for(_readable(caller), _SLOWEST_ORDER)
                data, given, _flags, _address = socket.recv_fds(caller, 4096, 4, socket.MSG_CMSG_CLOEXEC)
                answer = await self._obey(json.loads(data), given)
            except (CannotKeep, MonitorError) as error:
                answer = {"error": str(error)}
            except (OSError, ValueError, KeyError, TypeError, IndexError, TimeoutError) as error:
                answer = {"error": repr(error)}
            finally:
                for each in given:
                    os.close(each)
            with contextlib.suppress(OSError):
                await asyncio.get_running_loop().sock_sendall(caller, json.dumps(answer).encode() + b"\n")

    async def _obey(self, order: dict[str, Any], given: list[int]) -> dict[str, Any]:
        match order["do"]:
            case "up":
                await self._awake.wait()
                return {"ok": True, "shared": self._shared}
            case "arm":
                self._bare = False
                self._awake.clear()
                self._wake(fresh=True)
                await self._awake.wait()
                return {"ok": True, "shared": self._shared}
            case "listen":
                self._mux.say(word="listen", port=int(order["port"]))
                return {"ok": True}
            case "counts":
                async with self._keeping:  # asleep, it is silent
                    self._counted.clear()
                    self._mux.say(word="count")
                    await asyncio.wait_for(self._counted.wait(), _SLOWEST_ORDER)
                    return {"ok": True, "counts": self._counts}
            case "keep":
                async with self._keeping:
                    return {"ok": True, "took": await self._keep_memory(given[0])}
            case _:
                return {"error": "no such order"}

    async def _keep_memory(self, target: int) -> float:
        """Write the machine's state to a descriptor; for how long the machine stood still."""
        self._asleep.clear()
        self._restless = ""
        began = time.monotonic()
        await self._mux.hush()
        self._mux.say(word="sleep")
        try:
            await asyncio.wait_for(self._asleep.wait(), _SLOWEST_SLEEP)
            if self._restless:
                raise CannotKeep(self._restless)
            try:
                await self._monitor.keep(target)
            finally:
                await self._monitor.go_on()
        except TimeoutError:
            raise CannotKeep("the machine does not fall asleep") from None
        finally:
            self._wake(fresh=False)
        return time.monotonic() - began


def _door(number: int) -> socket.socket:
    made = socket.socket(fileno=number)
    made.setblocking(False)
    os.set_inheritable(number, False)
    return made


async def _readable(sock: socket.socket) -> None:
    loop, ready = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(sock.fileno(), ready.set)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(sock.fileno())


def main() -> int:
    return asyncio.run(Keeper(json.loads(sys.argv[1])).run())


if __name__ == "__main__":
    sys.exit(main())
