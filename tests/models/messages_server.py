"""A local HTTP server that speaks the Messages API as the hosted one does on the wire, for the real SDK to talk to.

It answers each request with the next of its scripted answers, and keeps what it was asked.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Answer:
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False
    """Close the connection after the body, although more was promised."""


@dataclass(frozen=True)
class Asked:
    path: str
    headers: Mapping[str, str]
    body: Any


class MessagesServer:
    def __init__(self, answers: Sequence[Answer]) -> None:
        self.answers = list(answers)
        self.asked: list[Asked] = []
        self.url = ""

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                path = line.split()[1].decode()
                headers: dict[str, str] = {}
                while (row := (await reader.readline()).strip()) != b"":
                    name, _, value = row.decode().partition(":")
                    headers[name.lower()] = value.strip()
                body = await reader.readexactly(int(headers.get("content-length", "0")))
                self.asked.append(Asked(path, headers, json.loads(body)))
                answer = self.answers.pop(0) if self.answers else error(500, "api_error", "the script is over")
                fields = {"content-type": "application/json", "request-id": f"req_{len(self.asked)}", **answer.headers}
                fields["content-length"] = str(len(answer.body) + (1000 if answer.cut else 0))
                head = f"HTTP/1.1 {answer.status} X\r\n" + "".join(f"{k}: {v}\r\n" for k, v in fields.items())
                writer.write(head.encode() + b"\r\n" + answer.body)
                await writer.drain()
                if answer.cut:
                    return
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def messages_server(*answers: Answer) -> AsyncIterator[MessagesServer]:
    server = MessagesServer(answers)
    listening = await asyncio.start_server(server._serve, "127.0.0.1", 0)
    host, port = listening.sockets[0].getsockname()[:2]
    server.url = f"http://{host}:{port}"
    try:
        yield server
    finally:
        listening.close()


def frame(data: Mapping[str, Any]) -> bytes:
    return f"event: {data['type']}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def stream(
    blocks: Sequence[Mapping[str, Any]],
    stop_reason: str = "end_turn",
    *,
    usage: Mapping[str, int] | None = None,
    delta: Mapping[str, Any] | None = None,
    model: str = "claude-test",
) -> bytes:
    """A whole answer as server-sent events, with a ping after the first block has begun."""
    start: dict[str, Any] = {
        "id": "msg_1", "type": "message", "role": "assistant", "model": model, "content": [],
        "stop_reason": None, "stop_sequence": None, "usage": {"input_tokens": 10, "output_tokens": 1, **(usage or {})},
    }  # fmt: skip
    out = frame({"type": "message_start", "message": start})
    for index, block in enumerate(blocks):
        match block["type"]:
            case "text":
                empty, deltas = {**block, "text": ""}, [{"type": "text_delta", "text": c} for c in block["text"]]
            case "thinking":
                empty = {**block, "thinking": "", "signature": ""}
                deltas = [
                    {"type": "thinking_delta", "thinking": block["thinking"]},
                    {"type": "signature_delta", "signature": block["signature"]},
                ]
            case "tool_use":
                empty = {**block, "input": {}}
                text = json.dumps(block["input"])
                deltas = [
                    {"type": "input_json_delta", "partial_json": piece}
                    for piece in ("", text[: len(text) // 2], text[len(text) // 2 :])
                ]
            case _:
                empty, deltas = dict(block), []
        out += frame({"type": "content_block_start", "index": index, "content_block": empty})
        if index == 0:
            out += frame({"type": "ping"})
        for piece in deltas:
            out += frame({"type": "content_block_delta", "index": index, "delta": piece})
        out += frame({"type": "content_block_stop", "index": index})
    ending = {"stop_reason": stop_reason, "stop_sequence": None, **(delta or {})}
    out += frame({"type": "message_delta", "delta": ending, "usage": {"output_tokens": 5}})
    return out + frame({"type": "message_stop"})


def streamed(body: bytes, *, cut: bool = False) -> Answer:
    return Answer(200, {"content-type": "text/event-stream; charset=utf-8"}, body, cut)


def error(status: int, kind: str, message: str, **headers: str) -> Answer:
    body = {"type": "error", "error": {"type": kind, "message": message}, "request_id": "req_x"}
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, fields, json.dumps(body).encode())
