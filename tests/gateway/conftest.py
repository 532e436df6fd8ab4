"""A small internet on this computer's loopback, and desktops' walls with a gateway to it.

The gateway is given a resolver and a caller of our own: names lead to public addresses, as they would, and the call to
such an address ends at a server on the loopback. So everything but the last step is as it is for people, no test
leaves the computer, and `World.called` tells exactly what was dialled.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import socket
import ssl
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from deskhand.sandbox import held, namespaces
from deskhand.sandbox.gateway import dial
from deskhand.sandbox.gateway.ask import PATIENCE, Asker
from deskhand.sandbox.gateway.decisions import Decision
from deskhand.sandbox.gateway.gateway import Gateway
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.interface import Spec

PUBLIC, OTHER = "93.184.216.34", "93.184.216.35"
NAMES: dict[str, list[str]] = {
    "allowed.test": [PUBLIC],
    "www.allowed.test": [PUBLIC],
    "slow.test": [PUBLIC],
    "evil.test": [OTHER],
    "rebind.test": ["127.0.0.1"],
    "rebind6.test": ["::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "fe80::1%lo", "fd00:ec2::254"],
    "metadata.test": ["169.254.169.254"],
    "mixed.test": ["10.0.0.1", PUBLIC],
}
_PORTS = {80: "http", 8080: "http", 443: "https", 22: "talk"}


@dataclass
class World:
    """What there is outside, and what was dialled of it."""

    servers: dict[str, int]
    """Ports on the loopback, by what speaks there."""
    authority: str
    """The certificate, in PEM, of whoever signs for these servers."""
    called: list[tuple[str, int]] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """Host and path of every request that arrived at a server."""
    release: asyncio.Event = field(default_factory=asyncio.Event)
    """Until it is set, slow.test does not answer."""

    async def resolve(self, name: str) -> Sequence[str]:
        if name not in NAMES:
            raise OSError(f"no such name: {name}")
        return NAMES[name]

    async def connect(self, address: str, port: int) -> socket.socket:
        self.called.append((address, port))
        if address not in (PUBLIC, OTHER, "127.0.0.1") or port not in _PORTS:
            raise ConnectionRefusedError(111, "Connection refused")
        return await dial.connect("127.0.0.1", self.servers[_PORTS[port]])

    async def _serve_http(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, EOFError):
            while line := await reader.readline():
                path, headers = line.decode().split()[1], {}
                while (line := await reader.readline()) not in (b"\r\n", b""):
                    name, _, value = line.decode("latin-1").partition(":")
                    headers[name.lower()] = value.strip()
                body = await _body(reader, headers)
                host = headers.get("host", "")
                self.requests.append(f"{host}{path}")
                if host.startswith("slow."):
                    await self.release.wait()
                if headers.get("upgrade", "").lower() == "websocket":
                    writer.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n")
                    writer.write(b"echo:" + await reader.read(100))
                    break
                page = b"" if path.startswith("/big") else f"hello host={host} body={len(body)}\n".encode()
                size = int(path[4:]) if path.startswith("/big") else len(page)
                writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {size}\r\n\r\n".encode())
                writer.write(page or b"x" * size)
                await writer.drain()
        writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """A protocol in which the server speaks first."""
        writer.write(b"welcome\n")
        writer.write(b"you said " + await reader.readline())
        writer.close()


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") == "chunked":
        body = b""
        while size := int((await reader.readline()).split(b";")[0], 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readline()
        return body
    return await reader.readexactly(int(headers.get("content-length", 0)))


@pytest_asyncio.fixture(scope="session")
async def servers() -> AsyncIterator[World]:
    authority, context = _certificates()
    world = World({}, authority)
    made = {
        "http": await asyncio.start_server(world._serve_http, "127.0.0.1", 0),
        "https": await asyncio.start_server(world._serve_http, "127.0.0.1", 0, ssl=context),
        "talk": await asyncio.start_server(world._talk, "127.0.0.1", 0),
    }
    world.servers = {name: each.sockets[0].getsockname()[1] for name, each in made.items()}
    yield world
    for each in made.values():
        each.close()


@pytest.fixture
def world(servers: World) -> World:
    servers.called.clear()
    servers.requests.clear()
    servers.release.clear()
    return servers


def _certificates() -> tuple[str, ssl.SSLContext]:
    """An authority made for this run, and a server that it vouches for under every name of the tests."""
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    ca_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    ca_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "authority of a test")])

    def builder(subject: x509.Name, public: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        made = x509.CertificateBuilder().subject_name(subject).issuer_name(ca_name).public_key(public)
        made = made.serial_number(x509.random_serial_number())
        return made.not_valid_before(now - day).not_valid_after(now + day)

    ca = builder(ca_name, ca_key.public_key())
    ca = ca.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
    ca_signed = ca.add_extension(usage, critical=True).sign(ca_key, hashes.SHA256())
    names = x509.SubjectAlternativeName([x509.DNSName(name) for name in NAMES])
    leaf = builder(x509.Name([]), key.public_key()).add_extension(names, critical=True).sign(ca_key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        chain = Path(folder, "chain.pem")
        chain.write_bytes(leaf.public_bytes(pem) + private)
        context.load_cert_chain(chain)
    return ca_signed.public_bytes(pem).decode(), context


class Walled:
    """A sandbox that runs one shell script, with a gateway to the world."""

    def __init__(self, sandbox: held.HeldSandbox, gateway: Gateway, decisions: list[Decision]) -> None:
        self.sandbox, self.gateway, self.decisions = sandbox, gateway, decisions

    async def output(self, timeout: float = 60) -> str:
        """Of the script, once it has ended."""
        ended = await asyncio.wait_for(self.sandbox.wait(), timeout)
        first, _, rest = ended.output.partition("\n")
        assert first == "alive", ended
        return rest

    def refusals(self) -> list[str]:
        return [each.words for each in self.decisions if not each.allowed]

    async def close(self) -> None:
        await self.gateway.close()
        await self.sandbox.destroy()


Wall = Callable[..., Any]


@pytest_asyncio.fixture
async def walled(world: World) -> AsyncIterator[Wall]:
    """``await walled(script, "allowed.test", …)``: it runs from then on; `Walled.output` waits for it."""
    made: list[Walled] = []

    async def start(
        script: str, *domains: str, policy: NetworkPolicy | None = None, asker: Asker | None = None,
        patience: float = PATIENCE,
    ) -> Walled:  # fmt: skip
        policy = policy or NetworkPolicy.of(*domains)
        prepared = f"echo alive\ncat > /tmp/ca.pem <<'END'\n{world.authority}END\ncd /tmp\n{script}"
        argv = ["/bin/bash", "-c", prepared]
        sandbox = await namespaces.start(Spec(ports=policy.ports), argv=argv)
        assert sandbox.doors is not None
        decisions: list[Decision] = []
        gateway = Gateway(
            sandbox.doors, policy, on_decision=decisions.append, asker=asker, patience=patience,
            resolve=world.resolve, connect=world.connect,
        )  # fmt: skip
        made.append(Walled(sandbox, gateway, decisions))
        return made[-1]

    try:
        yield start
    finally:
        for each in made:
            await each.close()
