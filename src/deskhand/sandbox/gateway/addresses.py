"""Which addresses are somebody on the internet, and not this computer, its network or its cloud.

An allowed name is its owner's to point anywhere (rebinding): at 127.0.0.1, at the cloud's metadata service, at a
printer. So the gateway looks at the address, and dials exactly the one it looked at. `ipaddress.is_global` is not
enough: it lets 6to4, Teredo and NAT64 spellings of private addresses pass, multicast too, and differs between
versions of Python.
"""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from typing import TypeAlias

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_NOT_PUBLIC_4 = [
    (ipaddress.IPv4Network(network), why)
    for network, why in {
        "0.0.0.0/8": "this computer",
        "10.0.0.0/8": "a private network",
        "100.64.0.0/10": "a carrier's private network",
        "127.0.0.0/8": "this computer",
        "168.63.129.16/32": "a cloud's metadata service",
        "169.254.0.0/16": "the local link, with the cloud's metadata service",
        "172.16.0.0/12": "a private network",
        "192.0.0.0/24": "reserved",
        "192.0.2.0/24": "reserved for documentation",
        "192.88.99.0/24": "a 6to4 relay",
        "192.168.0.0/16": "a private network",
        "198.18.0.0/15": "reserved for measurements",
        "198.51.100.0/24": "reserved for documentation",
        "203.0.113.0/24": "reserved for documentation",
        "224.0.0.0/4": "multicast",
        "240.0.0.0/4": "reserved",
    }.items()
]
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC_6 = [
    (ipaddress.IPv6Network(network), why)
    for network, why in {
        "2001::/23": "reserved (Teredo, ORCHID …)",
        "2001:db8::/32": "reserved for documentation",
        "2002::/16": "6to4",
        "3fff::/20": "reserved for documentation",
    }.items()
]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)
_LOCAL = re.compile(r"\|-- ([0-9.]+)\n\s+/32 host LOCAL")


def why_not_public(text: str) -> str | None:
    """What the address is if it is nobody on the internet; None when it is public."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return "no address"
    if isinstance(address, ipaddress.IPv4Address):
        return next((why for network, why in _NOT_PUBLIC_4 if address in network), None)
    if address.scope_id is not None:
        return "the local link"
    if address.ipv4_mapped is not None:
        return why_not_public(str(address.ipv4_mapped)) or "an IPv4 address in disguise"
    low = int(address) & 0xFFFF_FFFF
    if address in _NAT64:  # the way to IPv4 in networks that have IPv6 alone
        return why_not_public(str(ipaddress.IPv4Address(low)))
    if address not in _PUBLIC_6:
        return "loopback, private or reserved"
    if (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP:
        return "ISATAP"
    return next((why for network, why in _NOT_PUBLIC_6 if address in network), None)


def is_own(text: str) -> bool:
    """Whether the address is this computer's. A server's public address leads past its firewall to itself."""
    address = ipaddress.ip_address(text)
    if isinstance(address, ipaddress.IPv4Address):
        return text in _own_4()
    return address in _own_6()


def _own_4() -> set[str]:
    return set(_LOCAL.findall(_read("/proc/self/net/fib_trie")))


def _own_6() -> set[ipaddress.IPv6Address]:
    lines = _read("/proc/self/net/if_inet6").splitlines()
    return {ipaddress.IPv6Address(int(line.split()[0], 16)) for line in lines if line}


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except OSError:
        return ""
