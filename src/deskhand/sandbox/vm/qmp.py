"""QEMU's monitor, over a socket pair that only the keeper holds: stop, keep the memory, go on."""

from __future__ import annotations

import asyncio
import json
import socket

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_ANSWER: Final = 60.0
_LOOK: Final = 0.02
_FREE: Final = 5.0
_LONGEST: Final = 1 << 20


class MonitorError(Exception):
    """What QEMU refused, in its words."""


class Monitor:
    def __init__(self, line: socket.socket) -> None:
        line.setblocking(False)
        self._line = line
        self._buffer = bytearray()
        self._one = asyncio.Lock()

    async def start(self) -> None:
        await self._message()  # its greeting
        await self.do("qmp_capabilities")
        # The usual 128 MB a second are meant for a network.
        await self.do("migrate-set-parameters", **{"max-bandwidth": 1 << 40, "downtime-limit": 60_000})

    async def do(self, command: str, *, descriptor: int | None = None, **arguments: Any) -> Any:
        async with self._one:
            data = json.dumps({"execute": command, "arguments": arguments}).encode()
            if descriptor is None:
                await asyncio.get_running_loop().sock_sendall(self._line, data)
            else:
                socket.send_fds(self._line, [data], [descriptor])
            while True:
                message = await asyncio.wait_for(self._message(), _ANSWER)
                if "error" in message:
                    raise MonitorError(str(message["error"].get("desc", message["error"])))
                if "return" in message:
                    return message["return"]

    async def go_on_from_file(self) -> None:
        """When the machine's memory has been read. It was kept standing still, and that is how it comes."""
        while (await self.do("query-status"))["status"] == "inmigrate":  # noqa: ASYNC110 - QEMU's, not ours
            await asyncio.sleep(_LOOK)
        await self.go_on()

    async def keep(self, target: int) -> None:
        """Stop the machine, and write its whole state to a file."""
        for _ in range(int(_FREE / _LOOK)):  # the machine may still be closing what it had of the shared folder
            if not (blocked := (await self.do("query-migrate")).get("blocked-reasons")):
                break
            await asyncio.sleep(_LOOK)
        else:
            raise MonitorError(str(blocked[0]))
        await self.do("stop")
        await self.do("getfd", descriptor=target, fdname="memory")
        await self.do("migrate", uri="fd:memory")
        while (state := await self.do("query-migrate")).get("status") != "completed":
            if state.get("status") in ("failed", "cancelled"):
                raise MonitorError(str(state.get("error-desc", "the machine's state cannot be written")))
            await asyncio.sleep(_LOOK)

    async def go_on(self) -> None:
        await self.do("cont")

    async def _message(self) -> dict[str, Any]:
        while b"\n" not in self._buffer:
            more = await asyncio.get_running_loop().sock_recv(self._line, 65536)
            if not more or len(self._buffer) > _LONGEST:
                raise MonitorError("it has ended")
            self._buffer += more
        line, _, rest = bytes(self._buffer).partition(b"\n")
        self._buffer[:] = rest
        message: dict[str, Any] = json.loads(line)
        return message
