"""A stand-in of the hosted Messages API that answers by the conversation it is sent, and fails as it is told to.

It is strict where the hosted one is: a turn that comes back changed, a call without its one result or a result without
its call is a 400, which no client tries again.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Literal, TypeAlias, get_args

from tests.models.messages_server import Answer, error, frame, stream, streamed

Block: TypeAlias = dict[str, Any]

Fault: TypeAlias = Literal[
    "429 with retry-after",
    "529 before the turn",
    "500",
    "500 that is no JSON",
    "hung up before the answer",
    "529 in mid-turn",
    "error event that is no JSON",
    "connection lost in mid-block",
    "connection lost between two calls",
    "stream ends in mid-block",
    "no message_delta",
    "a call's last piece is lost",
    "its calls are lost",
    "a block's beginning is lost",
    "an event that is no JSON",
    "an event that is no object",
    "pieces out of order",
    "slow bytes",
    "unknown events",
    "no message_stop",
]
FAULTS: tuple[Fault, ...] = get_args(Fault)
HARMLESS: frozenset[Fault] = frozenset({"slow bytes", "unknown events", "no message_stop"})
"""The turn arrives all the same."""
BEFORE: frozenset[Fault] = frozenset(FAULTS[:5])
"""Nothing of the turn was sent yet: the SDK asks again by itself."""


class FaultyApi:
    def __init__(self, turns: Sequence[tuple[list[Block], str]], faults: Sequence[Sequence[Fault]]) -> None:
        """``turns``: blocks and stop reason, in order; ``faults``: what happens to each before it gets through."""
        self.turns, self.faults = turns, [list(each) for each in faults]
        self.begun = [0] * len(turns)
        """How often each turn was sent, in whole or in part."""
        self.suffered: Counter[str] = Counter()
        self.complaints: list[str] = []
        self.early = 0
        """Requests that came before ``retry-after`` had passed."""
        self.url = ""
        self._not_before = 0.0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                length = 0
                while (row := (await reader.readline()).strip()) != b"":
                    name, _, value = row.partition(b":")
                    length = int(value) if name.lower() == b"content-length" else length
                body = json.loads(await reader.readexactly(length))
                assert line.startswith(b"POST /v1/messages")
                if not await self._answer(body["messages"], writer):
                    return
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(self, messages: list[Any], writer: asyncio.StreamWriter) -> bool:
        """Whether the connection goes on."""
        now = asyncio.get_running_loop().time()
        self.early += now < self._not_before
        number = sum(message["role"] == "assistant" for message in messages)
        if complaint := self._wrong(messages):
            self.complaints.append(complaint)
            return await self._send(error(400, "invalid_request_error", complaint), writer)
        fault = self.faults[number].pop(0) if self.faults[number] else None
        self.suffered[fault or "none"] += 1
        match fault:
            case "429 with retry-after":
                self._not_before = now + 0.15
                return await self._send(error(429, "rate_limit_error", "slow down", retry_after="0.15"), writer)
            case "529 before the turn":
                return await self._send(error(529, "overloaded_error", "busy", retry_after="0.01"), writer)
            case "500":
                return await self._send(error(500, "api_error", "oops", retry_after="0.01"), writer)
            case "500 that is no JSON":
                return await self._send(Answer(500, {"retry-after": "0.01"}, b"<html>oops</html>"), writer)
            case "hung up before the answer":
                return False
            case _:
                pass
        self.begun[number] += 1
        blocks, reason = self.turns[number]
        whole = stream(blocks, reason, model="claude-opus-5")
        if fault == "slow bytes":
            return await self._send(streamed(whole), writer, piece=max(20, len(whole) // 25))
        body = whole if fault is None else _spoil(fault, whole)
        return await self._send(streamed(body, cut=fault is not None and fault.startswith("connection lost")), writer)

    def _wrong(self, messages: list[Any]) -> str:
        number = 0
        for index, message in enumerate(messages):
            if message["role"] != "assistant":
                continue
            blocks, _ = self.turns[number]
            number += 1
            if message["content"] != blocks:
                return f"messages.{index}: this is not the turn that was sent"
            calls = [block["id"] for block in blocks if block["type"] == "tool_use"]
            after = messages[index + 1]["content"] if index + 1 < len(messages) else []
            results = [block["tool_use_id"] for block in after if block["type"] == "tool_result"]
            if results != calls:
                return f"messages.{index + 1}: results for {results} where the calls are {calls}"
        return ""

    async def _send(self, answer: Answer, writer: asyncio.StreamWriter, piece: int = 0) -> bool:
        fields = {"content-type": "application/json", "request-id": "req_1", **answer.headers}
        fields["content-length"] = str(len(answer.body) + (1000 if answer.cut else 0))
        head = f"HTTP/1.1 {answer.status} X\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        writer.write(head.encode() + b"\r\n")
        for start in range(0, len(answer.body), piece) if piece else ():
            writer.write(answer.body[start : start + piece])
            await writer.drain()
            await asyncio.sleep(0.01)
        if not piece:
            writer.write(answer.body)
        await writer.drain()
        return not answer.cut


def _spoil(fault: Fault, whole: bytes) -> bytes:
    frames = [part + b"\n\n" for part in whole.split(b"\n\n")[:-1]]
    kinds = [part.split(b"\n")[0].removeprefix(b"event: ").decode() for part in frames]
    deltas = [at for at, kind in enumerate(kinds) if kind == "content_block_delta"]
    starts = [at for at, kind in enumerate(kinds) if kind == "content_block_start"]
    match fault:
        case "529 in mid-turn":
            overloaded = {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}
            return b"".join(frames[: deltas[-1]]) + frame(overloaded)
        case "error event that is no JSON":
            return b"".join(frames[: deltas[-1]]) + b"event: error\ndata: upstream went away\n\n"
        case "connection lost in mid-block" | "stream ends in mid-block":
            return b"".join(frames[: deltas[-1]]) + frames[deltas[-1]][:25]
        case "connection lost between two calls":
            return b"".join(frames[: starts[-1]])
        case "no message_delta":
            return b"".join(part for part, kind in zip(frames, kinds, strict=True) if kind != "message_delta")
        case "a call's last piece is lost":
            return b"".join(frames[: deltas[-1]] + frames[deltas[-1] + 1 :])
        case "its calls are lost":
            return b"".join(frames[: starts[-2]] + frames[kinds.index("message_delta") :])
        case "a block's beginning is lost":
            return b"".join(frames[: starts[0]] + frames[starts[0] + 1 :])
        case "an event that is no JSON":
            return b"".join([*frames[: deltas[-1]], frames[deltas[-1]][:-9] + b"\n\n", *frames[deltas[-1] + 1 :]])
        case "an event that is no object":
            return b"".join([*frames[:2], b"event: content_block_delta\ndata: [1]\n\n", *frames[2:]])
        case "pieces out of order":
            frames[deltas[-2]], frames[deltas[-1]] = frames[deltas[-1]], frames[deltas[-2]]
            return b"".join(frames)
        case "unknown events":
            strange = frame({"type": "weather", "index": 0, "delta": {"type": "rain"}}) + b": a comment\n\n"
            return strange.join(frames)
        case "no message_stop":
            return b"".join(frames[:-1])
        case _:
            raise AssertionError(fault)


@asynccontextmanager
async def faulty_api(
    turns: Sequence[tuple[list[Block], str]], faults: Sequence[Sequence[Fault]]
) -> AsyncIterator[FaultyApi]:
    api = FaultyApi(turns, faults)
    listening = await asyncio.start_server(api.serve, "127.0.0.1", 0)
    host, port = listening.sockets[0].getsockname()[:2]
    api.url = f"http://{host}:{port}"
    try:
        yield api
    finally:
        listening.close()
