"""The network inside: a loopback, and where a policy allows something, doors that the host answers at.

No route leads out. Where something is allowed, the whole of 198.18.0.0/15 is local too, and sockets listen there; they
are opened here, in the sandbox's own network and before privileges are given up, and passed to the host. What a
program inside dials thus ends, without a hop, in a process that it cannot see.
"""

from __future__ import annotations

import fcntl
import socket
import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from deskhand.sandbox.plan import NetworkPlan

GATEWAY = "198.18.0.1"
RESOLVER = f"nameserver {GATEWAY}\noptions timeout:3 attempts:2\n"

_MASK = "255.254.0.0"
_PROXY = 3128
_SPARE = 8  # for ports that a later policy names: no socket can be made in this network once the program runs
_WAITING = 128

_SIOCGIFFLAGS = 0x8913
_SIOCSIFFLAGS = 0x8914
_SIOCSIFADDR = 0x8916
_SIOCSIFNETMASK = 0x891C
_IFF_UP = 1


def loopback_up() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = bytearray(struct.pack("16sH22x", b"lo", 0))
        fcntl.ioctl(control, _SIOCGIFFLAGS, request)
        (flags,) = struct.unpack_from("H", request, 16)
        struct.pack_into("H", request, 16, flags | _IFF_UP)
        fcntl.ioctl(control, _SIOCSIFFLAGS, request)


def open_doors(plan: NetworkPlan) -> list[socket.socket]:
    """UDP 53, TCP 53, TCP 3128, the plan's ports in their order, and unbound spares (see `gateway.doors`)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        for request, address in ((_SIOCSIFADDR, GATEWAY), (_SIOCSIFNETMASK, _MASK)):
            # On a loopback device all addresses under the mask are local, not the one alone.
            packed = struct.pack("16sHH4s8x8x", b"lo:0", socket.AF_INET, 0, socket.inet_aton(address))
            fcntl.ioctl(control, request, packed)
    look_ups = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    look_ups.bind((GATEWAY, 53))
    doors = [look_ups, _door(GATEWAY, 53), _door(GATEWAY, _PROXY)]
    doors += [_door("0.0.0.0", port) for port in plan["ports"]]
    return doors + [socket.socket(socket.AF_INET, socket.SOCK_STREAM) for _ in range(_SPARE)]


def _door(address: str, port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.bind((address, port))
    made.listen(_WAITING)
    return made
