"""Orders to the keeper of a running machine (see `keeper`)."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deskhand.sandbox.interface import SandboxError


async def order(
    folder: Path, wanted: Mapping[str, object], *, given: int = -1, patience: float = 10.0
) -> dict[str, Any]:
    """The keeper's answer; ``given`` is a descriptor that goes along. `SandboxError` is what went wrong, in words."""
    loop = asyncio.get_running_loop()
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    with line:
        try:
            line.setblocking(False)
            await loop.sock_connect(line, str(folder / "vm.sock"))
            data = json.dumps(wanted).encode() + b"\n"
            if given >= 0:
                socket.send_fds(line, [data], [given])
            else:
                await loop.sock_sendall(line, data)
            answer = await asyncio.wait_for(_line(line), patience)
        except TimeoutError:
            raise SandboxError(f"The virtual machine has not answered within {patience:.0f} s.") from None
        except (OSError, ValueError):
            raise SandboxError("The virtual machine has ended.") from None
    if not isinstance(answer, dict) or "error" in answer:
        why = answer.get("error") if isinstance(answer, dict) else answer
        raise SandboxError(f"The virtual machine cannot do it: {why}.")
    return answer


async def _line(line: socket.socket) -> Any:
    data = b""
    while not data.endswith(b"\n") and len(data) < 1 << 16:
        more = await asyncio.get_running_loop().sock_recv(line, 65536)
        if not more:
            break
        data += more
    return json.loads(data)
