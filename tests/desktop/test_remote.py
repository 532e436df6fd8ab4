"""The host's end of the stream: many questions at once, a guest that lies, a guest that is gone."""

from __future__ import annotations

import asyncio
import contextlib
import struct
from collections.abc import AsyncIterator, Callable
from typing import Any, get_args

import msgpack  # type: ignore[import-untyped,unused-ignore]
import numpy as np
import pytest
from tests.desktop.recording import Recorder
from tests.desktop.stage import open_stage

from deskhand.desktop import actions
from deskhand.desktop.actions import Click, HoldKey, Key, Look, Press, Type, Wait
from deskhand.desktop.codec import decode_action, encode_action
from deskhand.desktop.interface import DesktopError, DesktopGone
from deskhand.desktop.remote import RemoteDesktop
from deskhand.desktop.wire import MAX_MESSAGE
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.screen.png import encode

PICTURE = encode(np.zeros((30, 40, 4), np.uint8))
FRAME = {"png": PICTURE, "size": [40, 30], "pointer": [1, 2]}
OUTCOME = {
    "changed": False,
    "regions": [],
    "pixels": 0,
    "focus": "",
    "pointer": [0, 0],
    "settled": True,
    "seconds": 0.1,
    "glimpses": [],
    "frame": None,
}


def framed(message: Any) -> bytes:
    body: bytes = msgpack.packb(message)
    return struct.pack(">I", len(body)) + body


@contextlib.asynccontextmanager
async def guest(tmp_path, answer: Callable[[dict[str, Any]], Any]) -> AsyncIterator[RemoteDesktop]:
    """A made-up guest of 40×30 pixels that greets well and answers everything else with ``answer``."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                (length,) = struct.unpack(">I", await reader.readexactly(4))
                request = msgpack.unpackb(await reader.readexactly(length))
                if request["method"] == "hello":
                    writer.write(framed({"id": request["id"], "ok": {"protocol": 1, "size": [40, 30]}}))
                    continue
                said = answer(request)
                writer.write(said if isinstance(said, bytes) else framed({"id": request["id"], "ok": said}))
        writer.close()

    server = await asyncio.start_unix_server(serve, str(tmp_path / "guest"))
    desktop = await RemoteDesktop.connect(tmp_path / "guest")
    try:
        yield desktop
    finally:
        await desktop.close()
        server.close()


LIES = {
    "another id": lambda request: framed({"id": 999, "ok": FRAME}),
    "no message": lambda request: struct.pack(">I", 5) + b"\xc1\xc1\xc1\xc1\xc1",
    "not a map": lambda request: framed([1, 2, 3]),
    "too long": lambda request: struct.pack(">I", MAX_MESSAGE + 1),
    "the end": lambda request: struct.pack(">I", 10) + b"\x80",
    "no picture": lambda request: {**FRAME, "png": b"GIF89a"},
    "another size": lambda request: {**FRAME, "size": [41, 30]},
    "a size that is not the screen's": lambda request: {
        "png": encode(np.zeros((31, 40, 4), np.uint8)),
        "size": [40, 31],
        "pointer": [0, 0],
    },
    "text for bytes": lambda request: {**FRAME, "png": "text"},
    "half a point": lambda request: {**FRAME, "pointer": [1]},
    "a float for a pixel": lambda request: {**FRAME, "pointer": [1.5, 2]},
    "nothing": lambda request: None,
}


@pytest.mark.parametrize("lie", LIES)
async def test_a_lie_breaks_the_stream_and_is_said(tmp_path, lie):
    async with guest(tmp_path, LIES[lie]) as desktop:
        if lie == "the end":
            asyncio.get_running_loop().call_later(0.2, desktop._writer.close)
        with pytest.raises(DesktopGone):
            await desktop.screenshot()
        with pytest.raises(DesktopGone):
            await desktop.pointer()


@pytest.mark.parametrize(
    "field",
    [
        {"changed": 1},
        {"regions": [[1, 2, 3]]},
        {"regions": [[0, 0, 1, 1]] * 65},
        {"pixels": -1},
        {"focus": "x" * 70_000},
        {"seconds": float("nan")},
        {"glimpses": [{"region": [0, 0, 1, 1], "began": 0.0, "lasted": 0.0, "png": b"no"}]},
        {"frame": {**FRAME, "size": [1 << 40, 1]}},
    ],
    ids=lambda field: next(iter(field)),
)
async def test_outcomes_are_looked_at_field_by_field(tmp_path, field):
    async with guest(tmp_path, lambda request: OUTCOME) as desktop:
        assert not (await desktop.act(Look())).changed
    (tmp_path / "guest").unlink(missing_ok=True)
    async with guest(tmp_path, lambda request: {**OUTCOME, **field}) as desktop:
        with pytest.raises(DesktopGone, match="answered what it may not"):
            await desktop.act(Look())


async def test_no_desktop_there(tmp_path):
    with pytest.raises(DesktopGone, match="no desktop at"):
        await RemoteDesktop.connect(tmp_path / "nothing")


def test_every_action_survives_the_wire():
    samples: list[actions.Action] = [
        Look(),
        actions.Move(Point(0, 0)),
        Click(),
        Click(Point(0, 5), "forward", 3, ("ctrl", "super")),
        Press("middle"),
        actions.Release("back"),
        actions.Drag((Point(0, 0), Point(1, 2)), "right", ("alt",)),
        actions.Scroll("left", 0, None, ("shift",)),
        Key("ctrl+s", 3),
        HoldKey("a", 1.5),
        Type("日本\n\t👍"),
        Wait(0),
    ]
    assert {type(sample) for sample in samples} == set(get_args(actions.Action))
    for sample in samples:
        assert decode_action(msgpack.unpackb(msgpack.packb(encode_action(sample)))) == sample


async def test_questions_are_answered_while_an_action_is_under_way(desktop):
    wait = asyncio.create_task(desktop.act(Wait(1.0), picture=False))
    await asyncio.sleep(0.05)
    assert not wait.done()
    await asyncio.wait_for(desktop.pointer(), 0.5)
    await asyncio.wait_for(desktop.zoom(Rect(0, 0, 10, 10)), 0.5)
    assert not wait.done()
    assert (await wait).settled


async def test_the_next_client_finds_everything_let_go(desktop):
    recorder = await Recorder.start(desktop)
    second = await RemoteDesktop.connect(desktop.sandbox.guest_socket)
    try:
        with pytest.raises(DesktopGone):
            await desktop.pointer()
        await second.act(Press(), picture=False)
        hold = asyncio.create_task(second.act(HoldKey("shift", 60), picture=False))
        await asyncio.sleep(0.3)
    finally:
        await second.close()
    with pytest.raises(DesktopGone):
        await hold
    third = await RemoteDesktop.connect(desktop.sandbox.guest_socket)
    recorder._desktop = third
    await third.act(Look(), picture=False)
    last = {(e["event"], e.get("keysym"), e.get("button")): e["down"] for e in await recorder.new() if "down" in e}
    assert last == {("button", None, 1): False, ("key", 0xFFE1, None): False}
    await third.close()


async def test_a_desktop_without_walls_is_seen_through_its_view_and_dies_cleanly(tmp_path):
    async with open_stage(Size(640, 480)) as desktop:
        assert desktop.size == Size(640, 480)
        reader, writer = await asyncio.open_unix_connection(str(desktop.folder / "view"))
        assert (await asyncio.wait_for(reader.readexactly(12), 5)).startswith(b"RFB 003.")
        writer.close()
        await desktop.shell("kill $(pgrep -P $PPID Xvnc)", timeout=10)
        with pytest.raises(DesktopError):
            for _ in range(50):
                await desktop.act(Look(), picture=False)
                await asyncio.sleep(0.05)
