"""The network's doors of a virtual machine: two at each port, one outside of the machine and one inside.

What connects inside is passed on by the steward over the wire, and connected by the keeper to the outer door, at the
same address. The gateway answers there, and knows nothing of the machine.
"""

from __future__ import annotations

import json
import socket
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

from deskhand.sandbox.gateway.doors import Doors

_ANSWER = 5.0


@dataclass(slots=True)
class MachineDoors(Doors):
    keeper: Path = Path()
    """Its socket for orders."""

    @classmethod
    def of(cls, doors: Doors, session: Path) -> Self:
        """Those that the walls have, with the machine's own behind them."""
        return cls(**{each.name: getattr(doors, each.name) for each in fields(doors)}, keeper=session / "vm.sock")

    def open(self, port: int) -> socket.socket:
        door = Doors.open(self, port)
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(_ANSWER)
            line.connect(str(self.keeper))
            line.sendall(json.dumps({"do": "listen", "port": port}).encode() + b"\n")
            line.recv(4096)
        return door
