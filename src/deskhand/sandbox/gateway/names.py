"""One spelling for every host name, so that comparing two is comparing two strings.

``EXAMPLE.com.``, ``example.com`` and a full-width spelling are the same host; ``127.1``, ``0x7f000001`` and
``2130706433`` are addresses in disguise, which some programs would dial: what could be read as a number is no name.
"""

from __future__ import annotations

import re

_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
MOST = 253


def normal(host: str) -> str | None:
    """The name in lower case and ASCII without the last dot; None when it is no host name."""
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    host = host.lower().removesuffix(".")
    labels = host.split(".")
    if len(host) > MOST or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    return None if _NUMBER.fullmatch(labels[-1]) else host


def split_port(text: str, default: int) -> tuple[str, int] | None:
    """``host[:port]`` as it stands in a Host header or a CONNECT; None when the port is none."""
    host, colon, port = text.partition(":")
    if not colon:
        return host, default
    if not re.fullmatch(r"[0-9]{1,5}", port) or not 0 < int(port) < 65536:
        return None
    return host, int(port)
