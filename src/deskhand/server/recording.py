"""Recording what a backend answers, and answering from a recording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from deskhand.server import stream
from deskhand.server.backend import Answered, Asked, Backend, Json
from deskhand.server.cassette import Cassette, difference, fingerprint, read_cassette, recorded_body
from deskhand.server.errors import ApiError, invalid
from deskhand.server.events import Gathering
from deskhand.server.gate import given_key
from deskhand.server.request import parse_request
from deskhand.server.tokens import input_tokens
from deskhand.server.upstream import Passed


class Recording:
    """A backend whose answers are written down, errors included."""

    def __init__(self, inner: Backend, path: Path) -> None:
        self._inner = inner
        self._cassette = Cassette(path)
        self._path = path

    @property
    def name(self) -> str:
        return f"{self._inner.name}, recorded in {self._path}"

    async def create(self, asked: Asked) -> Answered:
        key = given_key(asked.headers)
        try:
            answered = await self._inner.create(asked)
        except ApiError as error:
            self._cassette.add(asked.body, key, _failed(error, asked.request_id))
            raise
        if answered.message is not None:
            self._cassette.add(asked.body, key, {"status": 200, "message": answered.message})
        if answered.frames is not None:
            answered.frames = self._listening(answered.frames, asked, key)
        return answered

    async def _listening(self, frames: AsyncIterator[bytes], asked: Asked, key: str) -> AsyncIterator[bytes]:
        gathering = Gathering()
        written = False
        async for data in frames:
            gathering.feed(data)
            if not written and (gathering.complete or gathering.error is not None):
                written = True
                self._cassette.add(asked.body, key, _gathered(gathering))
            yield data

    async def count(self, asked: Asked) -> Json:
        return await self._inner.count(asked)

    async def models(self, asked: Asked) -> list[Json]:
        return await self._inner.models(asked)

    async def close(self) -> None:
        await self._inner.close()
        self._cassette.close()


class Replay:
    """A backend that answers from a recording. The same request asked again gets its next recorded answer, then the
    last one for ever: a test may retry, or run twice."""

    def __init__(self, path: Path, *, any_picture: bool = False) -> None:
        self._path = path
        self._any_picture = any_picture
        self._entries = read_cassette(path)
        self._found: defaultdict[str, list[int]] = defaultdict(list)
        for index, entry in enumerate(self._entries):
            self._found[self._print(entry["request"]["body"])].append(index)
        self._used: set[int] = set()

    @property
    def name(self) -> str:
        return f"the recording {self._path} ({len(self._entries)} answers)"

    async def create(self, asked: Asked) -> Answered:
        sent = recorded_body(asked.body, given_key(asked.headers))
        indices = self._found.get(self._print(sent))
        if not indices:
            raise self._unknown(sent)
        index = next((index for index in indices if index not in self._used), indices[-1])
        self._used.add(index)
        response = self._entries[index]["response"]
        if "message" not in response:
            raise Passed(response["status"], response["error"], response.get("headers") or {})
        message: Json = response["message"]
        if asked.body.get("stream") is True:
            return Answered(frames=_played(message))
        return Answered(message=message)

    async def count(self, asked: Asked) -> Json:
        return {"input_tokens": input_tokens(parse_request(asked.body, counting=True))}

    async def models(self, asked: Asked) -> list[Json]:
        names = {str(entry["response"].get("message", {}).get("model", "")) for entry in self._entries} - {""}
        return [
            {"id": name, "type": "model", "display_name": f"{name} (recorded)", "created_at": "2026-11-21T00:00:00Z"}
            for name in sorted(names)
        ]

    async def close(self) -> None:
        pass

    def _print(self, recorded: Json) -> str:
        return fingerprint(recorded, any_picture=self._any_picture)

    def _unknown(self, sent: Json) -> ApiError:
        """Says in what the request differs from the recorded one that it most likely is."""
        wanted = len(_messages(sent))
        unused = [index for index in range(len(self._entries)) if index not in self._used]

        def likeness(index: int) -> tuple[bool, bool, int]:
            body = self._entries[index]["request"]["body"]
            return (len(_messages(body)) == wanted, index in unused, -index)

        best = max(range(len(self._entries)), key=likeness)
        entry = self._entries[best]
        differs = difference(entry["request"]["body"], sent) or "it differs only in its pictures"
        return invalid(
            f"This request is not in the recording {self._path.name}. Compared with its exchange "
            f"{entry.get('number', best + 1)}: {differs}. Record anew, or make the program send the same.",
            code="not_in_recording",
        )


def _messages(body: Json) -> list[Any]:
    messages = body.get("messages")
    return messages if isinstance(messages, list) else []


def _failed(error: ApiError, request_id: str) -> Json:
    return {"status": error.status, "error": error.body(request_id), "headers": error.response_headers()}


def _gathered(gathering: Gathering) -> Json:
    if gathering.error is not None or gathering.message is None:
        return {"status": 529, "error": gathering.error or {}, "headers": {}}
    return {"status": 200, "message": gathering.message}


async def _played(message: Json) -> AsyncIterator[bytes]:
    for frame in stream.whole(message):
        yield frame
