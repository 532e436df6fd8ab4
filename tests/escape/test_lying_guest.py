"""Row 53: a guest that was taken over. Whatever it sends, the host answers with a DesktopError, in bounded time and
memory, and believes nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import struct
import subprocess
import sys
import time
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import msgpack  # type: ignore[import-untyped,unused-ignore]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskhand.desktop import codec, remote
from deskhand.desktop.actions import Look
from deskhand.desktop.interface import DesktopError, DesktopGone
from deskhand.desktop.remote import RemoteDesktop
from deskhand.desktop.wire import MAX_MESSAGE, MAX_VALUES, Fields, WireError, receive
from deskhand.screen.geometry import Rect

FAST = settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def png(width: int, height: int, *, real: bool = False) -> bytes:
    """A PNG that claims a size; ``real``: and holds that many black pixels, however small the file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes((1 + 3 * width) * height if real else 10), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


FRAME = {"png": png(40, 30, real=True), "size": [40, 30], "pointer": [1, 2]}
OUTCOME: dict[str, Any] = {
    "changed": True,
    "regions": [[0, 0, 10, 10]],
    "pixels": 100,
    "focus": "a window",
    "pointer": [3, 4],
    "settled": True,
    "seconds": 0.1,
    "glimpses": [{"region": [0, 0, 4, 3], "began": 0.0, "lasted": 0.1, "png": png(4, 3, real=True)}],
    "frame": FRAME,
}
ANSWERS: dict[str, Any] = {
    "outcome": OUTCOME,
    "frame": FRAME,
    "shell": {"output": "x", "exit_code": 0, "timed_out": False, "directory": "/"},
    "file": {"path": "a", "kind": "file", "bytes": 3},
    "window": {"id": 1, "title": "t", "program": "p", "box": [0, 0, 9, 9], "focused": True, "minimized": False},
    "element": {
        "role": "r",
        "name": "n",
        "box": [0, 0, 1, 1],
        "value": "",
        "states": ["s"],
        "program": "p",
        "depth": 1,
    },
    "point": [1, 2],
}
DECODERS: dict[str, Callable[[Any], object]] = {
    "outcome": codec.decode_outcome,
    "frame": lambda value: codec.decode_frame(Fields(value, "a picture")),
    "shell": codec.decode_shell,
    "file": codec.decode_file,
    "window": codec.decode_window,
    "element": codec.decode_element,
    "point": codec.decode_point,
}

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(1 << 63), (1 << 64) - 1),
    st.floats(),
    st.text(max_size=20),
    st.binary(max_size=40),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=12,
)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, Any]:
    """An honest answer in which one value, anywhere, was exchanged."""
    kind = draw(st.sampled_from(sorted(ANSWERS)))

    def spoil(value: Any) -> Any:
        if isinstance(value, dict) and draw(st.booleans()):
            key = draw(st.sampled_from(sorted(value)))
            return {**value, key: spoil(value[key])}
        if isinstance(value, list) and value and draw(st.booleans()):
            index = draw(st.integers(0, len(value) - 1))
            return [*value[:index], spoil(value[index]), *value[index + 1 :]]
        return draw(values)

    return kind, spoil(ANSWERS[kind])


@FAST
@given(spoilt())
def test_spoilt_answers_are_refused_or_harmless(answer: tuple[str, Any]) -> None:
    kind, value = answer
    with contextlib.suppress(WireError):
        DECODERS[kind](value)


@FAST
@given(st.sampled_from(sorted(DECODERS)), values)
def test_any_value_at_all(kind: str, value: Any) -> None:
    with contextlib.suppress(WireError):
        DECODERS[kind](value)


@pytest.mark.parametrize("kind", DECODERS)
def test_the_honest_answers_are_honest(kind: str) -> None:
    """Else the two above would prove nothing."""
    DECODERS[kind](ANSWERS[kind])


async def _received(data: bytes) -> object:
    reader = asyncio.StreamReader()
    reader.feed_data(data)
    reader.feed_eof()
    return await receive(reader)


@FAST
@given(st.binary(max_size=200) | values.map(lambda value: bytes(msgpack.packb(value))))
def test_any_bytes_as_a_message(body: bytes) -> None:
    with contextlib.suppress(WireError, asyncio.IncompleteReadError):
        asyncio.run(_received(struct.pack(">I", len(body)) + body))


@FAST
@given(st.binary(max_size=100))
def test_any_bytes_as_a_stream(data: bytes) -> None:
    with contextlib.suppress(WireError, asyncio.IncompleteReadError):
        asyncio.run(_received(data))


NESTED = b"\x91" * 100_000 + b"\xc0"
BOMBS = {
    "empty lists": b"\xdd" + struct.pack(">I", 20_000_000) + b"\x90" * 20_000_000,
    "lists of lists": b"\xdc\x0f\xa0" + (b"\xdc\x03\xe8" + b"\x90" * 1000) * 4_000,
    "maps": b"\xdc\x0f\xa0" + (b"\xdc\x03\xe8" + b"\x80" * 1000) * 4_000,
    "texts": b"\xdd" + struct.pack(">I", 19_000_000) + b"\xa0" * 19_000_000,
    "nested": NESTED,
    "a claim": b"\xdd\xff\xff\xff\xff",
    "a claim of a map": b"\xdf\xff\xff\xff\xff",
    "a claim of bytes": b"\xc6\xff\xff\xff\xff",
}


@pytest.mark.parametrize(
    "bomb", [pytest.param(bomb, marks=pytest.mark.slow) if bomb == "lists of lists" else bomb for bomb in BOMBS]
)
def test_a_small_message_cannot_grow(bomb: str) -> None:
    body = BOMBS[bomb]
    data = struct.pack(">I", len(body)) + body
    tracemalloc.start()
    try:
        began = time.monotonic()
        with pytest.raises(WireError):
            asyncio.run(_received(data))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 3 * len(data) + 100 * MAX_VALUES
    assert time.monotonic() - began < 20


# Over a real stream.


def framed(message: Any) -> bytes:
    body: bytes = msgpack.packb(message)
    return struct.pack(">I", len(body)) + body


Answer = Callable[[dict[str, Any], asyncio.StreamWriter], Any]


@contextlib.asynccontextmanager
async def guest(folder: Path, answer: Answer, *, greeting: Any = None) -> AsyncIterator[Path]:
    """A guest that greets (well, unless told otherwise), and then answers each question with ``answer``'s doing."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                (length,) = struct.unpack(">I", await reader.readexactly(4))
                request = msgpack.unpackb(await reader.readexactly(length))
                if request["method"] == "hello":
                    writer.write(framed({"id": request["id"], "ok": greeting or {"protocol": 1, "size": [40, 30]}}))
                elif request["method"] != "cancel":
                    await answer(request, writer)
        writer.close()

    server = await asyncio.start_unix_server(serve, str(folder / "guest"))
    try:
        yield folder / "guest"
    finally:
        server.close()


def saying(*messages: Any) -> Answer:
    async def answer(request: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        for message in messages:
            writer.write(framed({"id": request["id"], "ok": message}))

    return answer


async def _never(request: dict[str, Any], writer: asyncio.StreamWriter) -> None: ...


async def _drip(request: dict[str, Any], writer: asyncio.StreamWriter) -> None:
    """A good answer, one byte every 50 ms: it would take minutes."""
    for byte in framed({"id": request["id"], "ok": FRAME}):
        writer.write(bytes([byte]))
        await asyncio.sleep(0.05)


async def _endless(request: dict[str, Any], writer: asyncio.StreamWriter) -> None:
    writer.write(struct.pack(">I", MAX_MESSAGE - 1) + b"\xc6" + struct.pack(">I", MAX_MESSAGE - 6))
    for _ in range(1000):
        writer.write(bytes(1 << 16))
        await writer.drain()
        await asyncio.sleep(0.005)


async def _flood(request: dict[str, Any], writer: asyncio.StreamWriter) -> None:
    for number in itertools.count(1000):
        writer.write(framed({"id": number, "ok": None}))
        await writer.drain()


SLOW: dict[str, Answer] = {"silence": _never, "drip": _drip, "endless": _endless, "flood": _flood}


@pytest.mark.parametrize("kind", SLOW)
async def test_a_slow_guest_is_not_waited_for(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "PATIENCE", 0.3)
    async with guest(tmp_path, SLOW[kind]) as path:
        desktop = await RemoteDesktop.connect(path)
        try:
            began = time.monotonic()
            with pytest.raises(DesktopError):
                await desktop.screenshot()
            assert time.monotonic() - began < 5
        finally:
            await desktop.close()


@pytest.mark.parametrize(
    "lie",
    [
        {**FRAME, "png": png(16384, 16384), "size": [16384, 16384]},
        {**FRAME, "png": png(1 << 31, 1 << 31), "size": [1 << 31, 1 << 31]},
        {**FRAME, "png": png(40, 30) + bytes(70 << 20)},
        {**FRAME, "pointer": [float("nan"), 0]},
        {**FRAME, "size": [40, "30"]},
        {**FRAME, "size": {"0": 40, "1": 30}},
        [FRAME],
        b"",
        msgpack.ExtType(5, b"x"),
    ],
    ids=lambda lie: type(lie).__name__,
)
async def test_a_picture_that_is_none(lie: Any, tmp_path: Path) -> None:
    async with guest(tmp_path, saying(lie)) as path:
        desktop = await RemoteDesktop.connect(path)
        try:
            with pytest.raises(DesktopGone):
                await desktop.screenshot()
        finally:
            await desktop.close()


@pytest.mark.parametrize(
    "greeting",
    [
        {"protocol": 1, "size": [1 << 20, 1]},
        {"protocol": 2, "size": [40, 30]},
        {"protocol": "1"},
        [1],
        "hello",
        {"size": []},
    ],
    ids=str,
)
async def test_a_greeting_that_is_none(greeting: Any, tmp_path: Path) -> None:
    async with guest(tmp_path, _never, greeting=greeting) as path:
        with pytest.raises(DesktopGone):
            await RemoteDesktop.connect(path)


@pytest.mark.parametrize(
    "method", ["act", "zoom", "pointer", "shell", "read_file", "list_files", "clipboard", "windows"]
)
async def test_every_question_survives_nonsense(method: str, tmp_path: Path) -> None:
    calls: dict[str, Callable[[RemoteDesktop], Any]] = {
        "act": lambda desktop: desktop.act(Look()),
        "zoom": lambda desktop: desktop.zoom(Rect(0, 0, 10, 10)),
        "shell": lambda desktop: desktop.shell("true"),
        "read_file": lambda desktop: desktop.read_file("a"),
        "list_files": lambda desktop: desktop.list_files("."),
    }
    ask = calls.get(method, lambda desktop: getattr(desktop, method)())
    nonsense: list[Any] = [None, 1, "x", b"x", [], [[]], {}, {"error": 1}, [{"id": "1"}], [None] * 30_000, -1.5]
    for count, lie in enumerate(nonsense):
        folder = tmp_path / str(count)
        folder.mkdir()
        async with guest(folder, saying(lie)) as path:
            desktop = await RemoteDesktop.connect(path)
            try:
                with contextlib.suppress(DesktopError):
                    await ask(desktop)
            finally:
                await desktop.close()


@pytest.mark.parametrize(
    "error", [1, {}, {"kind": 1}, {"kind": "gone"}, {"kind": "x", "message": "m" * (1 << 20)}, []], ids=str
)
async def test_an_error_that_is_none(error: Any, tmp_path: Path) -> None:
    async def answer(request: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        writer.write(framed({"id": request["id"], "error": error}))

    async with guest(tmp_path, answer) as path:
        desktop = await RemoteDesktop.connect(path)
        try:
            with pytest.raises(DesktopError):
                await desktop.screenshot()
        finally:
            await desktop.close()


@pytest.mark.slow
def test_a_picture_bomb_is_not_decoded() -> None:
    """What gets through is decoded by a real decoder, in a process that may not grow."""
    script = """
import sys
from deskhand.desktop import codec
from deskhand.desktop.wire import Fields, WireError
from deskhand.screen.resize import decode
from tests.escape.test_lying_guest import png
for width, height in ((16384, 16384), (65535, 500), (12000, 12000), (7680, 4320)):
    data = png(width, height, real=width * height <= codec.MAX_PIXELS)
    try:
        frame = codec.decode_frame(Fields({"png": data, "size": [width, height], "pointer": [0, 0]}, "f"))
    except WireError:
        print("refused")
    else:
        print("decoded", decode(frame.png).shape)
from pathlib import Path
# Not `ru_maxrss`: over an exec that keeps the highest of the process that was forked, the tests' own.
peak, = (line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak) // 1024)
"""
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": f"{root}:{root / 'src'}"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, timeout=100)
    lines = done.stdout.splitlines()
    assert lines[:4] == ["refused", "refused", "refused", "decoded (4320, 7680, 3)"], done.stderr
    assert int(lines[4]) < 700
