"""Addresses that stand for names: a program dials one, and the gateway knows whom it means.

A network that is local inside as a whole: 198.18.0.0/15 (reserved for measurements, so nobody's) where the loopback
device can be given it, and else a part of 127.0.0.0/8, which every loopback has. Addresses are given out in turn
from a random start and never again to another name: a program that remembers one for too long reaches nothing,
rather than somebody else.
"""

from __future__ import annotations

import ipaddress
import secrets

NETWORK = ipaddress.IPv4Network("198.18.0.0/15")
GATEWAY = "198.18.0.1"
_RESERVED = 256  # the first ones: the gateway's own, and room for more


class Fakes:
    def __init__(self, most: int, network: ipaddress.IPv4Network = NETWORK) -> None:
        self._network = network
        self._room = network.num_addresses - 2 * _RESERVED
        self._most = min(most, self._room)
        self._start = secrets.randbelow(self._room)
        self._addresses: dict[str, ipaddress.IPv4Address] = {}
        self._names: dict[str, str] = {}

    def address(self, name: str) -> bytes | None:
        """The four bytes of the address that stands for ``name``; None when there are too many names."""
        if name not in self._addresses:
            if len(self._addresses) >= self._most:
                return None
            made = self._network[_RESERVED + (self._start + len(self._addresses)) % self._room]
            self._addresses[name] = made
            self._names[str(made)] = name
        return self._addresses[name].packed

    def name(self, address: str) -> str | None:
        return self._names.get(address)
