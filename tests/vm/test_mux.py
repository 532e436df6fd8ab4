"""Many streams over one wire: whole, in order, none in another's way; and whatever comes over it, no end breaks."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as some

from deskhand.sandbox.vm.mux import DATA, OPEN, Mux, Stream, join


class End:
    """One end; what the other end opens echoes, or falls silent when it is asked to."""

    def __init__(self, wire: socket.socket, first: int) -> None:
        self.words: list[dict[str, Any]] = []
        self.grams: list[tuple[int, bytes]] = []
        self.silent: list[Stream] = []
        number = wire.detach()
        self.mux = Mux(number, first, self._opened, self.words.append, lambda *gram: self.grams.append(gram))

    async def _opened(self, stream: Stream, what: dict[str, Any]) -> None:
        if what.get("to") == "nowhere":
            raise ValueError("no such place")
        if what.get("to") == "silence":
            self.silent.append(stream)
            return
        while data := await stream.receive():
            await stream.send(data)
        await stream.end()


@pytest_asyncio.fixture
async def ends() -> AsyncIterator[tuple[End, End]]:
    one, other = socket.socketpair()
    made = End(one, 2), End(other, 1)
    yield made
    for each in made:
        each.mux.close()


async def _all(stream: Stream) -> bytes:
    data = b""
    while more := await stream.receive():
        data += more
    return data


async def test_streams_arrive_whole_and_side_by_side(ends: tuple[End, End]) -> None:
    async def echo(size: int) -> None:
        stream = await ends[0].mux.connect(to="echo")
        sent = os.urandom(size)

        async def send() -> None:
            await stream.send(sent)
            await stream.end()

        _, received = await asyncio.gather(send(), _all(stream))
        assert received == sent

    await asyncio.wait_for(asyncio.gather(*(echo(size) for size in (0, 1, 1 << 15, 1 << 20, 3_000_001))), 60)


async def test_one_that_is_not_read_holds_up_itself_alone(ends: tuple[End, End]) -> None:
    stuck = await ends[0].mux.connect(to="silence")
    filling = asyncio.ensure_future(stuck.send(bytes(5 << 20)))
    stream = await ends[0].mux.connect(to="echo")
    await stream.send(b"hello")
    assert await asyncio.wait_for(stream.receive(), 10) == b"hello"
    assert not filling.done()
    await stuck.close()
    with pytest.raises(ConnectionError):
        await filling


async def test_what_is_refused_is_cut(ends: tuple[End, End]) -> None:
    stream = await ends[0].mux.connect(to="nowhere")
    with pytest.raises(ConnectionError):
        await asyncio.wait_for(stream.receive(), 10)


async def test_silence_and_going_on(ends: tuple[End, End]) -> None:
    """While one end is silent nothing is lost; when it goes on, all streams do."""
    stream = await ends[0].mux.connect(to="echo")
    await stream.send(b"before")
    assert await stream.receive() == b"before"
    await ends[1].mux.hush()
    await stream.send(b"meanwhile")
    ends[1].mux.say(word="asleep")
    await asyncio.sleep(0.05)
    assert ends[0].words == [{"word": "asleep"}]
    waiting = asyncio.ensure_future(stream.receive())
    await asyncio.sleep(0.05)
    assert not waiting.done()
    ends[1].mux.speak(afresh=False)
    assert await asyncio.wait_for(waiting, 10) == b"meanwhile"


async def test_a_new_stream_is_not_taken_for_an_old_one(ends: tuple[End, End]) -> None:
    """Going on afresh, numbers begin anew while what served the old streams is still clearing up."""
    old = await ends[0].mux.connect(to="echo")
    await old.send(b"old")
    assert await old.receive() == b"old"
    await ends[1].mux.hush()
    ends[1].mux.speak(afresh=True)
    ends[0].mux.speak(afresh=True)
    ends[0].mux._next = 2
    new = await ends[0].mux.connect(to="echo")
    for word in (b"new", b"newer", b"newest"):
        await new.send(word)
        assert await asyncio.wait_for(new.receive(), 10) == word


async def test_datagrams_and_words(ends: tuple[End, End]) -> None:
    ends[0].mux.send_gram(7, b"question")
    ends[0].mux.say(word="listen", port=81)
    await asyncio.sleep(0.05)
    assert ends[1].grams == [(7, b"question")]
    assert ends[1].words == [{"word": "listen", "port": 81}]


async def test_joined_to_a_socket(ends: tuple[End, End]) -> None:
    near, far = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=near)
    joined = asyncio.ensure_future(join(await ends[0].mux.connect(to="echo"), reader, writer))
    far_reader, far_writer = await asyncio.open_connection(sock=far)
    far_writer.write(b"there and back")
    far_writer.write_eof()
    assert await asyncio.wait_for(far_reader.read(), 10) == b"there and back"
    await asyncio.wait_for(joined, 10)
    far_writer.close()


@settings(max_examples=200, deadline=None)
@given(
    some.lists(
        some.one_of(
            some.binary(max_size=40),
            some.builds(
                lambda kind, number, length, data: bytes([kind]) + number.to_bytes(4) + length.to_bytes(4) + data,
                some.integers(0, 9), some.integers(0, 5), some.integers(0, 40) | some.just(0xFFFFFFFF),
                some.binary(max_size=40) | some.just(b'{"to":"echo"}') | some.just(b"[]"),
            ),
        ),
        max_size=8,
    )
)  # fmt: skip
def test_nothing_that_comes_breaks_it(chunks: list[bytes]) -> None:
    """The machine is not to be believed: what makes no sense ends the wire, and nothing else."""
    asyncio.run(_hear(chunks))


async def _hear(chunks: list[bytes]) -> None:
    wire, other = socket.socketpair()
    failed: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, what: failed.append(what))
    end = End(wire, 2)
    with other:
        for chunk in chunks:
            try:
                other.send(chunk)
            except OSError:
                break
            await asyncio.sleep(0)
        other.shutdown(socket.SHUT_WR)
        await asyncio.wait_for(end.mux.over.wait(), 10)
    await asyncio.sleep(0)
    assert not failed, failed


async def test_more_than_was_agreed_ends_it(ends: tuple[End, End]) -> None:
    ends[0].mux.put(OPEN, 2, b'{"to": "silence"}')
    for _ in range(12):
        ends[0].mux.put(DATA, 2, bytes(32 << 10))
    await asyncio.wait_for(ends[1].mux.over.wait(), 10)
