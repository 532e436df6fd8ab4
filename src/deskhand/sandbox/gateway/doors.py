"""The sockets of a desktop's network that the host answers at.

They were opened inside the desktop's network namespace and belong to it, wherever the process that accepts lives: so
nothing is routed, bridged or relayed inside, and there is nothing there to stop, trace or take over.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from deskhand.sandbox.gateway import fakes as fakes_


@dataclass(slots=True)
class Doors:
    look_ups: socket.socket
    """UDP port 53."""
    long_look_ups: socket.socket
    """TCP port 53."""
    proxy: socket.socket
    """TCP port 3128, for programs that would rather be told of a proxy."""
    ports: dict[int, socket.socket]
    spare: list[socket.socket] = field(default_factory=list[socket.socket])
    """Sockets of the same network that are bound to nothing yet, for ports that a later policy names."""
    fakes: ipaddress.IPv4Network = fakes_.NETWORK
    """Of whose addresses all are local in there."""

    @classmethod
    def take(cls, descriptors: Sequence[int], ports: Sequence[int], fakes: str = "") -> Self:
        """From descriptors in the order of `deskhand.sandbox.netns.open_doors`. Takes them over."""
        made = [socket.socket(fileno=each) for each in descriptors]
        for each in made:
            each.setblocking(False)
        look_ups, long_look_ups, proxy, *rest = made
        network = ipaddress.IPv4Network(fakes) if fakes else fakes_.NETWORK
        return cls(look_ups, long_look_ups, proxy, dict(zip(ports, rest, strict=False)), rest[len(ports) :], network)

    def open(self, port: int) -> socket.socket:
        """Answer at one more port. OSError when it is taken inside, or no socket is left."""
        if not self.spare:
            raise OSError("no more ports can be opened for this desktop")
        self.spare[-1].bind(("0.0.0.0", port))
        door = self.spare.pop()
        door.listen(128)
        self.ports[port] = door
        return door

    def _all(self) -> Iterator[socket.socket]:
        yield from (self.look_ups, self.long_look_ups, self.proxy, *self.ports.values(), *self.spare)

    def close(self) -> None:
        for each in self._all():
            with contextlib.suppress(OSError):
                each.close()
