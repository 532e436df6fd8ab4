"""The explicit proxy, for programs that ask for one: the same checks, and a clear answer in words.

The desktop needs no proxy settings. But some programs (a package manager in a container image, a Java program) are
told of one anyway, and their errors are better here: a look-up that fails has no room for a reason.
"""

from __future__ import annotations

from deskhand.sandbox.gateway import http
from deskhand.sandbox.gateway.names import normal, split_port
from deskhand.sandbox.gateway.visit import Refused, Visit

PORT = 3128
_HOP = ("connection", "keep-alive", "proxy-connection", "proxy-authorization", "upgrade", "http2-settings", "te")


class ProxyVisit(Visit):
    async def serve(self) -> None:
        self.speech = "http"
        await self._answering("proxy", self._serve())

    async def _serve(self) -> None:
        request = await self.request()
        if request.method == "CONNECT":
            await self._tunnel(request)
        else:
            await self._fetch(request)

    async def _tunnel(self, request: http.Request) -> None:
        said = split_port(request.target, 0)
        name = normal(said[0]) if said is not None else None
        if said is None or name is None or not said[1] or request.body != 0:
            raise Refused(f"{request.target[:80]!r} is not NAME:PORT")
        self.name, self.port = name, said[1]
        self.check()
        await self.desk.admit(self)
        await self.inner.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        self.speech = "http" if self.port == 80 else "tls" if self.port == 443 else "raw"
        await self._transparent()

    async def _fetch(self, request: http.Request) -> None:
        """One request with its whole address in it; the connection ends with the answer."""
        url = http.absolute(request.target)
        self.name, self.port = url.name, url.port
        self.check()
        http.check_name(request, self.name, self.port)
        if self.port == 443:
            raise Refused("it does not begin with TLS")
        await self.desk.admit(self)
        relay = await self.reach()
        bare = request.without(*_HOP)
        lines = [f"{request.method} {url.path} HTTP/1.1", *(f"{name}: {value}" for name, value in bare.headers)]
        await relay.up("\r\n".join([*lines, "connection: close"]).encode("latin-1") + http.END)
        await relay.run(lambda: self.body(relay, request), relay.all_down)
