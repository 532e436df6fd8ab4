"""A model of this process behind `/v1/messages`: the embedded one, or any other that deskhand can drive."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

from deskhand.messages import Block, Image, Message, ToolResult, Usage
from deskhand.models.interface import Model, ModelError, Reply, Request
from deskhand.screen.geometry import Size
from deskhand.screen.resize import resize
from deskhand.server import stream
from deskhand.server.answer import Cut, as_message, message, new_id, usage_to_api
from deskhand.server.backend import Answered, Asked, Json
from deskhand.server.brain import Brain
from deskhand.server.calls import Calls
from deskhand.server.errors import ApiError, invalid
from deskhand.server.gate import defect
from deskhand.server.pictures import look_at
from deskhand.server.request import MessagesRequest, parse_request, require_known
from deskhand.server.tokens import input_tokens

log = logging.getLogger("deskhand.server")

GRACE = 1.0
"""Seconds a stream waits before it begins, so that most errors still get a status of their own."""
PING_EVERY = 5.0
"""Seconds between signs of life on a stream while the model works."""
MOST_PIXELS = 25_000_000
MOST_TEXT = 20_000
"""Characters of an instruction to the embedded model, which understands sentences, not books."""
EMBEDDED = "local"
SINCE = "2026-11-21T00:00:00Z"


class ModelBackend:
    """``make`` makes the model, in the thread in which it will work."""

    def __init__(self, make: Callable[[], Model], name: str) -> None:
        self._brain = Brain(make)
        self._model_name = name
        self._calls = Calls()
        self._resized: OrderedDict[str, Image] = OrderedDict()

    @property
    def embedded(self) -> bool:
        return self._model_name == EMBEDDED

    @property
    def name(self) -> str:
        return "the embedded model" if self.embedded else self._model_name

    async def start(self) -> None:
        await self._brain.start()

    async def close(self) -> None:
        await self._brain.close()

    async def create(self, asked: Asked) -> Answered:
        # Beside the loop: a conversation of 30 MB takes a second, in which others want their pings.
        request, prompt = await asyncio.to_thread(_read, asked.body)
        if self.embedded:
            require_known(request.model)
            _check_digestible(request)
        if not request.stream:
            return Answered(message=await self._message(request, prompt))
        work = asyncio.ensure_future(self._message(request, prompt))
        try:
            done, _ = await asyncio.wait({work}, timeout=GRACE)
        except asyncio.CancelledError:
            work.cancel()
            raise
        if done:
            return Answered(frames=_finished(work.result()))
        return Answered(frames=self._streamed(work, prompt, asked.request_id), close=lambda: _cancelled(work))

    async def count(self, asked: Asked) -> Json:
        request, prompt = await asyncio.to_thread(_read, asked.body, counting=True)
        if self.embedded:
            require_known(request.model)
        return {"input_tokens": prompt}

    async def models(self, asked: Asked) -> list[Json]:
        title = "deskhand's embedded model" if self.embedded else self._model_name
        return [
            {
                "id": self._model_name,
                "type": "model",
                "display_name": title,
                "created_at": SINCE,
                "lifecycle": "active",
                "max_input_tokens": 200_000,
                "max_tokens": 8192,
            }
        ]

    async def _message(self, request: MessagesRequest, prompt: int) -> Json:
        if request.max_tokens == 0:  # legal: it only warms caches, and here are none
            return message(Cut((), "max_tokens"), Usage(prompt, 0), self._model_name)
        try:
            reply = await self._reply(request)
        except ModelError as error:
            raise (invalid(str(error)) if self.embedded else ApiError(502, str(error))) from error
        return as_message(reply, request.stop_sequences, request.max_tokens, prompt)

    async def _reply(self, request: MessagesRequest) -> Reply:
        choice = request.choice
        wire = choice.to_api()

        async def ask(messages: tuple[Message, ...]) -> Reply:
            return await self._brain.respond(
                Request(messages, request.offer.tools, request.system, request.max_tokens, wire)
            )

        if not self.embedded:
            return await ask(request.messages)
        messages = await self._to_scale(request)
        return await self._calls.respond(messages, request.offer, choice, ask, self._model_name)

    async def _to_scale(self, request: MessagesRequest) -> tuple[Message, ...]:
        """With pictures in the declared size: a single tool's coordinates are pixels of the display it declares."""
        computer, version = request.offer.computer, request.offer.version
        if computer is None or version is None or version.kind != "computer":
            return request.messages
        declared = Size(computer["display_width_px"], computer["display_height_px"])
        if all(size == declared for size in request.pictures) or declared.pixels > MOST_PIXELS:
            return request.messages
        screens = {
            use.id
            for entry in request.messages
            for use in entry.tool_uses
            if use.name == "computer" and use.input.get("action") != "zoom"
        }
        return await asyncio.to_thread(self._scaled, request.messages, screens, declared)

    def _scaled(self, messages: tuple[Message, ...], screens: set[str], size: Size) -> tuple[Message, ...]:
        def scaled(block: Block) -> Block:
            if not isinstance(block, ToolResult) or block.tool_use_id not in screens:
                return block
            return replace(
                block,
                content=tuple(self._sized(part, size) if isinstance(part, Image) else part for part in block.content),
            )

        return tuple(replace(entry, content=tuple(scaled(block) for block in entry.content)) for entry in messages)

    def _sized(self, image: Image, size: Size) -> Image:
        if look_at(image.data)[1] == size:
            return image
        key = f"{hashlib.sha256(image.data).hexdigest()}{size}"
        if key not in self._resized:
            try:
                self._resized[key] = Image(resize(image.data, size))
            except ValueError:
                raise invalid(f"messages: a picture of the kind {image.media_type} could not be read") from None
            while len(self._resized) > 16:
                self._resized.popitem(last=False)
        return self._resized[key]

    async def _streamed(self, work: asyncio.Future[Json], prompt: int, request_id: str) -> AsyncIterator[bytes]:
        """The beginning at once, signs of life, then the message; an error becomes the stream's last event."""
        id = new_id("msg")
        yield stream.start(id, self._model_name, usage_to_api(Usage(prompt)))
        while True:
            done, _ = await asyncio.wait({work}, timeout=PING_EVERY)
            if done:
                break
            yield stream.PING
        try:
            finished = work.result()
        except ApiError as error:
            yield stream.failure(error, request_id)
        except Exception as error:
            log.exception("request %s failed", request_id, exc_info=error)
            yield stream.failure(defect(error, request_id), request_id)
        else:
            for frame in stream.rest(finished):
                yield frame


def _read(body: Json, *, counting: bool = False) -> tuple[MessagesRequest, int]:
    """The request, checked, and how many tokens its prompt is."""
    request = parse_request(body, counting=counting)
    return request, input_tokens(request)


async def _cancelled(work: asyncio.Future[Json]) -> None:
    work.cancel()
    with contextlib.suppress(asyncio.CancelledError, Exception):
        await work


async def _finished(message: Json) -> AsyncIterator[bytes]:
    yield b"".join(stream.whole(message))


def _check_digestible(request: MessagesRequest) -> None:
    for size in request.pictures:
        if size.pixels > MOST_PIXELS:
            raise invalid(f"messages: a picture of {size} is more than the embedded model reads; send a smaller one")
    for number, entry in enumerate(request.messages):
        if entry.role == "user" and len(entry.text) > MOST_TEXT:
            raise invalid(
                f"messages.{number}.content: {len(entry.text):,} characters of text; the embedded model takes "
                f"instructions of up to {MOST_TEXT:,}"
            )
