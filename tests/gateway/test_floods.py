"""A program inside that means harm to the gateway itself: floods, slowness, giants, garbage.

What counts: the desktop beside it is served as if nothing were, the host's own loop stays awake, and afterwards the
flooded gateway serves again and holds nothing.
"""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest
from tests.gateway.conftest import Wall, Walled, World
from tests.gateway.test_gateway import until

GET = "curl -s -m 20 http://allowed.test/"
HELLO = "hello host=allowed.test body=0\n"
NEIGHBOUR = f"for i in $(seq 20); do {GET}; sleep 0.05; done"


def python(script: str) -> str:
    return f"cat > /tmp/x.py <<'END'\nimport os, random, socket, time\n{script}\nEND\npython3 /tmp/x.py"


async def late(seconds: float, done: asyncio.Event) -> float:
    """The longest that this loop kept a timer waiting until ``done``."""
    worst = 0.0
    while not done.is_set():
        began = time.monotonic()
        await asyncio.sleep(seconds)
        worst = max(worst, time.monotonic() - began - seconds)
    return worst


async def beside(walled: Wall, harm: str, *, harms: str = "allowed.test") -> tuple[Walled, str, float]:
    """Run ``harm`` in one desktop and a patient visitor in another; the first, what it said, the loop's worst delay."""
    done = asyncio.Event()
    watching = asyncio.ensure_future(late(0.01, done))
    harmful = await walled(harm, harms)
    neighbour = await walled(NEIGHBOUR, "allowed.test")
    assert await neighbour.output() == 20 * HELLO
    out = await harmful.output(90)
    done.set()
    return harmful, out, await watching


def descriptors() -> int:
    return len(list(Path(f"/proc/{os.getpid()}/fd").iterdir()))


@pytest.mark.slow
async def test_five_thousand_connections(walled: Wall, world: World) -> None:
    script = python(
        """
sockets = []
address = (socket.gethostbyname('allowed.test'), 80)
for i in range(5000):
    s = socket.socket(); s.setblocking(False)
    s.connect_ex(address)
    sockets.append(s)
    if i % 250 == 0: time.sleep(0.02)
time.sleep(3)
for s in sockets: s.close()
"""
    )
    before = descriptors()
    harmful, out, worst = await beside(walled, f"{script}\nfor i in $(seq 60); do {GET} && break; sleep 0.5; done")
    assert out == HELLO
    assert worst < 1.0
    await until(lambda: harmful.gateway.connections == 0, 40)  # what the kernel still tries again
    assert descriptors() <= before + 40  # the doors and streams of two desktops


async def test_a_knocking_program_does_not_keep_its_neighbour_waiting(walled: Wall, world: World) -> None:
    script = python(
        """
end = time.time() + 2.5
addresses = [(a, p) for a in ('198.19.9.9', socket.gethostbyname('allowed.test')) for p in (80, 443)]
while time.time() < end:
    for address in addresses:
        s = socket.socket(); s.settimeout(0.05)
        try: s.connect(address); s.send(b'GET / HTTP/1.1\\r\\nHost: evil.test\\r\\n\\r\\n')
        except OSError: pass
        s.close()
"""
    )
    harmful, _out, worst = await beside(walled, script)
    assert worst < 1.0
    told = len(harmful.decisions)
    assert told < 20 < sum(harmful.gateway.counts.values())  # what is repeated is counted, and told once


async def test_slow_loris(walled: Wall, world: World) -> None:
    """Connections that say what they want a byte at a time are let go, and do not keep others out for long."""
    script = python(
        """
sockets = []
for i in range(300):
    s = socket.socket(); s.settimeout(1)
    try: s.connect((socket.gethostbyname('allowed.test'), 80)); s.send(b'G')
    except OSError: pass
    sockets.append(s)
for turn in range(4):
    time.sleep(0.3)
    for s in sockets:
        try: s.send(b'E')
        except OSError: pass
"""
    )
    harmful, out, worst = await beside(walled, f"{script}\n{GET}")
    assert out == HELLO and worst < 1.0
    await until(lambda: harmful.gateway.connections == 0)


@pytest.mark.slow
async def test_who_never_says_what_it_wants_is_let_go(walled: Wall, world: World) -> None:
    script = "exec 3<>/dev/tcp/allowed.test/80; printf 'GET / HT' >&3; SECONDS=0; cat <&3; echo $((SECONDS < 20))"
    box = await walled(script, "allowed.test")
    assert await box.output(40) == "1\n"
    assert "it did not say in time" in box.refusals()[0]


async def test_giants_and_garbage(walled: Wall, world: World) -> None:
    script = python(
        r"""
random.seed(1)
allowed = socket.gethostbyname('allowed.test')
def send(port, data, host=allowed):
    s = socket.socket(); s.settimeout(5)
    try:
        s.connect((host, port)); s.sendall(data)
        s.shutdown(1)
        while s.recv(65536): pass
    except OSError: pass
    s.close()
record = b'\x16\x03\x01\x40\x00'
send(443, record + b'\x01\xff\xff\xff' + bytes(16380) + (record + bytes(16384)) * 300)
send(443, b'\x16\x03\x01\x00\x00' * 100000)
send(443, b'\x16\x03\x01\x00\x01\x01' + b'\x16\x03\x01\x00\x01\xff' * 100000)
send(80, b'GET / HTTP/1.1\r\nHost: allowed.test\r\n' + b'A: ' + b'x' * 9000000)
send(80, b'GET /' + b'x' * 9000000)
send(80, b'GET / HTTP/1.1\r\nHost: allowed.test\r\n' + b'A: b\r\n' * 20000 + b'\r\n')
send(80, b'POST / HTTP/1.1\r\nHost: allowed.test\r\nTransfer-Encoding: chunked\r\n\r\n' + b'f' * 100000)
send(80, b'POST / HTTP/1.1\r\nHost: allowed.test\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n' + b'a: b\r\n' * 100000)
send(3128, b'CONNECT ' + b'a' * 100000 + b':443 HTTP/1.1\r\n\r\n', '198.18.0.1')
for port, host in ((80, allowed), (443, allowed), (3128, '198.18.0.1'), (53, '198.18.0.1')):
    for i in range(20): send(port, random.randbytes(random.choice((1, 3, 50, 5000))), host)
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for i in range(3000):
    try: u.sendto(random.randbytes(random.choice((0, 1, 11, 12, 13, 40, 512, 4000))), ('198.18.0.1', 53))
    except OSError: pass
time.sleep(0.5)
"""
    )
    harmful, out, worst = await beside(walled, f"{script}\nfor i in 1 2 3 4 5; do {GET} && break; done")
    assert out == HELLO and worst < 1.0
    await until(lambda: harmful.gateway.connections == 0)
    assert set(world.requests) <= {"allowed.test/"}


async def test_too_many_names(walled: Wall, world: World) -> None:
    script = python(
        r"""
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); u.settimeout(2)
codes = {}
for i in range(300):
    name = b'n%05d' % i
    u.sendto(b'\0\1\1\0\0\1\0\0\0\0\0\0\6' + name + b'\7allowed\4test\0\0\1\0\1', ('198.18.0.1', 53))
    code = u.recv(512)[3] & 15
    codes[code] = codes.get(code, 0) + 1
print(codes)
"""
    )
    from dataclasses import replace

    from deskhand.sandbox.gateway.policy import Caps, NetworkPolicy

    policy = replace(NetworkPolicy.of("*.allowed.test"), caps=Caps(names=100))
    box = await walled(script, policy=policy)
    assert await box.output() == "{0: 100, 2: 200}\n"
    assert any("too many different names" in each for each in box.refusals())
