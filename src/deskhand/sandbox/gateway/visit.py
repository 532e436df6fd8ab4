"""One connection from inside: whom it says it wants, whether it may, and then its bytes.

The name comes from the address it dialled (`fakes`), and everything the connection itself says must agree: the name in
its TLS hello, the Host of each of its requests. Only then is anybody asked, and only then is anybody called.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Literal, Protocol, TypeAlias

from deskhand.sandbox.gateway import http, tls
from deskhand.sandbox.gateway.decisions import Decision, Kind
from deskhand.sandbox.gateway.dial import NoAnswer, NotPublic
from deskhand.sandbox.gateway.flight import Flight
from deskhand.sandbox.gateway.line import Line, TooLong
from deskhand.sandbox.gateway.names import normal
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.gateway.relay import Meter, Relay

Speech: TypeAlias = Literal["http", "tls", "raw"]
"""What a connection speaks, as far as it is known: a refusal must be in its language."""

_CHUNK_LINE = 256


class Refused(Exception):
    """This connection may not be; the text says why."""

    def __init__(self, reason: str, by: Literal["policy", "person"] = "policy") -> None:
        super().__init__(reason)
        self.by: Literal["policy", "person"] = by


class Desk(Protocol):
    """What a visit needs of the gateway."""

    @property
    def policy(self) -> NetworkPolicy: ...

    @property
    def meter(self) -> Meter: ...

    def note(self, decision: Decision) -> None: ...

    async def admit(self, visit: Visit) -> None:
        """Return if the visit's name and port may be reached, after asking if need be; else raise `Refused`."""
        ...

    async def dial(self, name: str, port: int) -> Line: ...


class Visit:
    def __init__(self, desk: Desk, inner: Line, flight: Flight) -> None:
        self.desk, self.inner, self.flight = desk, inner, flight
        self.name, self.port = "", 0
        self.speech: Speech = "raw"
        self._outer: Line | None = None

    async def transparent(self, name: str | None, port: int) -> None:
        """A connection that was made to the address of a name. Refusals are answered and noted here."""
        self.name, self.port = name or "", port
        self.speech = "http" if port == 80 else "tls" if port == 443 else "raw"
        await self._answering("connection", self._transparent())

    async def _answering(self, kind: Kind, work: Awaitable[None]) -> None:
        try:
            await work
        except (Refused, NotPublic) as refused:
            self._note(kind, False, str(refused), getattr(refused, "by", "policy"))
            await self._say_no("403 Forbidden", f"deskhand refused this connection: {refused}.")
        except http.BadRequest as bad:
            self._note(kind, False, str(bad))
            await self._say_no("400 Bad Request", f"deskhand refused this request: {bad}.")
        except NoAnswer as silent:
            self._note(kind, False, str(silent))
            await self._say_no("502 Bad Gateway", f"{silent}.")
        except (TooLong, TimeoutError):
            self._note(kind, False, "it did not say in time, or not in the room there is, what it wants")
        except OSError:
            pass  # either side has gone
        finally:
            self.flight.closed()
            if self._outer is not None:
                self._outer.close()

    async def _transparent(self) -> None:
        policy = self.desk.policy
        if not self.name:
            raise Refused("it was made to an address, and not to a name that was looked up")
        self.check()
        if policy.raw(self.name, self.port):
            await self.desk.admit(self)
            relay = await self.reach()
            await relay.run(relay.all_up, relay.all_down)
            return
        caps = policy.caps
        async with asyncio.timeout(caps.opening):
            first = await self.inner.read()
        if not first:
            return  # it was opened in case it should be needed, as browsers do, and was not
        self.inner.put_back(first)
        if first[0] == 0x16:
            if self.port == 80:
                raise Refused("it begins with TLS, on the port of plain HTTP")
            await self._tls()
        elif self.port != 443:
            await self._http()
        else:
            raise Refused("it does not begin with TLS")

    def check(self) -> None:
        """Raises `Refused` when it is clear already that this may not be."""
        if self.desk.policy.verdict(self.name, self.port) == "refuse":
            raise Refused("not on the list of what this desktop may reach")

    async def reach(self) -> Relay:
        """Call the server."""
        self._outer = await self.desk.dial(self.name, self.port)
        self._note("connection", True, "")
        return Relay(self.inner, self._outer, self.desk.meter, self.flight, self.desk.policy.caps.idle)

    # --- TLS ----------------------------------------------------------------------------------------------------

    async def _tls(self) -> None:
        self.speech = "tls"
        data = await self._hello()
        await self.desk.admit(self)
        relay = await self.reach()
        await relay.up(data)
        await relay.run(relay.all_up, relay.all_down)

    async def _hello(self) -> bytes:
        """The bytes up to the end of a ClientHello that names whom it should, and what came with them."""
        caps = self.desk.policy.caps
        data = b""
        async with asyncio.timeout(caps.opening):
            while True:
                more = await self.inner.read()
                data += more
                try:
                    hello = tls.parse(data)
                except tls.NoHello as error:
                    raise Refused(str(error)) from None
                if hello is not None:
                    break
                if not more:
                    raise Refused("its TLS hello is cut off")
                if len(data) > caps.hello:
                    raise Refused(f"its TLS hello is longer than {caps.hello} bytes")
        if hello.name is None:
            raise Refused("its TLS hello names no host, or more than one")
        if normal(hello.name) != self.name:
            raise Refused(f"its TLS hello is for {hello.name[:80]!r}")
        return data

    # --- HTTP ---------------------------------------------------------------------------------------------------

    async def _http(self) -> None:
        self.speech = "http"
        request = await self.request()
        http.check_name(request, self.name, self.port)
        await self.desk.admit(self)
        relay = await self.reach()
        if request.header("upgrade"):
            await self._upgrade(relay, request)
            return
        await relay.run(lambda: self._requests(relay, request), relay.all_down)

    async def request(self) -> http.Request:
        """The head of the next request."""
        caps = self.desk.policy.caps
        async with asyncio.timeout(caps.opening):
            head = await self.inner.until(http.END, caps.head)
        if not head:
            raise ConnectionResetError
        return http.parse(head)

    async def _requests(self, relay: Relay, request: http.Request) -> None:
        """One after the other, each looked at, until the desktop ends its side."""
        while True:
            await relay.up(request.raw)
            await self.body(relay, request)
            more = await self.inner.read()
            if not more:
                relay.outer.end_sending()
                return
            self.inner.put_back(more.removeprefix(b"\r\n"))  # some send one too many after a body
            try:
                request = await self.request()
                http.check_name(request, self.name, self.port)
                if request.header("upgrade"):
                    raise http.BadRequest("only the first request of a connection may upgrade it")
            except (http.BadRequest, TooLong) as error:
                # The answers under way may still come; then both ends close.
                self._note("request", False, str(error) or "its head is too long")
                relay.outer.end_sending()
                return

    async def body(self, relay: Relay, request: http.Request) -> None:
        if request.body != "chunked":
            await self._pass(relay, request.body)
            return
        while True:
            line = await self.inner.until(b"\r\n", _CHUNK_LINE)
            size = http.chunk_size(line)
            await relay.up(b"%x\r\n" % size)
            if size:
                await self._pass(relay, size)
            # After the last chunk too: trailers are headers to some servers, and the next request to others.
            if await self.inner.exactly(2) != b"\r\n":
                raise http.BadRequest("a chunk of the request is malformed, or it has trailers")
            await relay.up(b"\r\n")
            if not size:
                return

    async def _pass(self, relay: Relay, count: int) -> None:
        while count:
            data = await self.inner.read(count)
            if not data:
                raise ConnectionResetError
            count -= len(data)
            await relay.up(data)

    async def _upgrade(self, relay: Relay, request: http.Request) -> None:
        """A WebSocket passes unread once the server has agreed to it. Other upgrades (h2c) are not passed on: inside
        HTTP/2 each stream names its own host."""
        if not request.is_web_socket:
            await relay.run(lambda: self._requests(relay, request.without("upgrade", "http2-settings")), relay.all_down)
            return
        await relay.up(request.raw)
        async with asyncio.timeout(2 * self.desk.policy.caps.opening):
            answer = await relay.outer.until(http.END, self.desk.policy.caps.head)
        await relay.down(answer)
        if answer.startswith(b"HTTP/1.1 101 "):
            await relay.run(relay.all_up, relay.all_down)
        else:
            await relay.run(_nothing, relay.all_down)

    # --- saying it ----------------------------------------------------------------------------------------------

    def _note(self, kind: Kind, allowed: bool, reason: str, by: Literal["policy", "person"] = "policy") -> None:
        port = self.port or None
        self.desk.note(Decision(kind, self.name, port, allowed, reason, by))

    async def _say_no(self, status: str, sentence: str) -> None:
        """A refusal in the language of the connection, given time to arrive: closing with bytes unread would undo
        it."""
        match self.speech:
            case "http":
                answer = http.refusal(status, sentence)
            case "tls":
                answer = tls.ACCESS_DENIED
            case "raw":
                return
        try:
            async with asyncio.timeout(1.0):
                await self.inner.send(answer)
                self.inner.end_sending()
                room = 4 << 20
                while room > 0 and (data := await self.inner.read()):
                    room -= len(data)
        except (OSError, TimeoutError):
            pass


async def _nothing() -> None:
    return None
