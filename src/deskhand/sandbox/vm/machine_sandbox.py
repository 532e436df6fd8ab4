"""A machine as a sandbox: what it presses against is asked of itself, for its limits lie inside.

The walls around QEMU see one process of constant size. Whether a program in the machine was ended for its memory, and
whether its disk is full, only the machine's kernel knows. It may lie, as all that comes from inside; what it says here
ends in a sentence to a person and to the model, and decides nothing.
"""

from __future__ import annotations

import json
import socket
from dataclasses import dataclass, fields, replace
from typing import Self

from deskhand.sandbox.held import HeldSandbox
from deskhand.sandbox.pressure import Pressure, of
from deskhand.sandbox.vm.doors import MachineDoors

_ANSWER = 0.5
_NUMBERS = ("memory", "memory_limit", "disk", "disk_limit", "files", "files_limit")


@dataclass(slots=True)
class MachineSandbox(HeldSandbox):
    _last: Pressure = Pressure()

    @classmethod
    def of(cls, sandbox: HeldSandbox) -> Self:
        """From the walls around it."""
        made = cls(**{each.name: getattr(sandbox, each.name) for each in fields(HeldSandbox)})
        if made.doors is not None:
            made.doors = MachineDoors.of(made.doors, made.folder)
        return made

    def pressure(self) -> Pressure:
        outside = HeldSandbox.pressure(self)
        try:
            inside = of(self._ask())
        except (OSError, ValueError):
            return self._last
        told = {name: getattr(inside, name) for name in _NUMBERS}
        self._last = replace(outside, **told, killed=outside.killed + inside.killed)
        return self._last

    def _ask(self) -> dict[str, object]:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(_ANSWER)
            line.connect(str(self.folder / "vm.sock"))
            line.sendall(b'{"do": "counts"}\n')
            answer = json.loads(line.recv(4096))
        counts = answer.get("counts") if isinstance(answer, dict) else None
        if not isinstance(counts, dict):
            raise ValueError("no counts")
        return counts
