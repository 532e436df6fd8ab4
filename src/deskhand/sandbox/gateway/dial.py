"""Calling a server by name: looked up here, looked at here, and dialled at the address that was looked at.

A second look-up between check and call would be the rebinding that the check is there for.
"""

from __future__ import annotations

import asyncio
import functools
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

from deskhand.sandbox.gateway.addresses import is_own, why_not_public
from deskhand.sandbox.gateway.policy import Pin

Resolve: TypeAlias = Callable[[str], Awaitable[Sequence[str]]]
"""The addresses of a name, the best first; OSError when there are none."""
Connect: TypeAlias = Callable[[str, int], Awaitable[socket.socket]]
"""A connected non-blocking socket to an address."""

_TRIES = 4
"""Addresses of one name that are tried, one after the other."""


class NotPublic(PermissionError):
    """The name leads to no public address; the text says where."""


class NoAnswer(ConnectionError):
    """Nobody could be reached."""


_THREADS = ThreadPoolExecutor(16, "look-up")
"""Of our own: a look-up can take ten seconds, and asyncio has six threads for everything else that a host does."""
_AT_ONCE = 4
"""Look-ups of one desktop."""


async def resolve(name: str) -> Sequence[str]:
    """As this computer does."""
    look_up = functools.partial(socket.getaddrinfo, f"{name}.", None, type=socket.SOCK_STREAM)
    found = await asyncio.get_running_loop().run_in_executor(_THREADS, look_up)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


async def connect(address: str, port: int) -> socket.socket:
    """By number alone: nothing is looked up any more."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setblocking(False)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.get_running_loop().sock_connect(made, (address, port))
    except BaseException:
        made.close()
        raise
    return made


class Dialler:
    def __init__(self, resolve: Resolve = resolve, connect: Connect = connect) -> None:
        self._resolve, self._connect = resolve, connect
        self._turn = asyncio.Semaphore(_AT_ONCE)

    async def dial(self, name: str, port: int, pin: Pin | None, patience: float) -> socket.socket:
        """`NotPublic` before any socket is made; `NoAnswer` when nobody could be reached."""
        try:
            async with asyncio.timeout(patience):
                if pin is not None:
                    return await self._connect(pin.address, pin.target)
                return await self._first(name, port, patience / 2)
        except (NotPublic, NoAnswer):
            raise
        except TimeoutError:
            raise NoAnswer(f"{name} does not answer") from None
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise NoAnswer(f"{name} cannot be reached ({reason})") from None

    async def _first(self, name: str, port: int, patience: float) -> socket.socket:
        async with self._turn:
            found = await self._resolve(name)
        usable: list[str] = []
        why = ""
        for each in found:
            reason = why_not_public(each) or ("this computer" if is_own(each) else None)
            if reason is None:
                usable.append(str(ipaddress.ip_address(each)))
            else:
                why = f"{name} leads to {each}, which is not public ({reason})"
        if not usable:
            raise NotPublic(why) if why else NoAnswer(f"{name} has no address")
        last: OSError = NoAnswer(f"{name} does not answer")
        for address in usable[:_TRIES]:
            try:
                async with asyncio.timeout(patience):
                    return await self._connect(address, port)
            except TimeoutError:
                continue
            except OSError as error:
                last = error
        raise last
