"""Sessions of a server, for asynchronous programs. The shapes are those of the server itself, checked on their way."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterable, AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeAlias
from urllib.parse import quote

from deskhand.agent.events import Event, from_json
from deskhand.client.connection import ClientError, Connection, NotReachable
from deskhand.server.sessions.models import (
    FileInfo,
    Me,
    ModelChoice,
    NewTemplate,
    PolicyPreset,
    SessionInfo,
    Settings,
    Template,
)

Word: TypeAlias = Literal["once", "run", "always", "refuse", "stop"]
Download: TypeAlias = Literal["report.html", "video.webm", "video.mp4", "files.zip", "journal.jsonl"]
_PATIENCE = 120.0
"""Seconds that a lost connection is tried again: as long as a server takes to be started anew."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One event and its place in the journal."""

    number: int
    time: float
    """Seconds since 1970."""
    event: Event


class AsyncClient:
    """``token``: what `deskhand serve` prints for programs."""

    def __init__(self, url: str = "http://127.0.0.1:8700", token: str = "") -> None:
        self.connection = Connection(url, token)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self.connection.close()

    async def me(self) -> Me:
        return Me.model_validate(await self.connection.call("GET", "/api/me"))

    async def start(self, task: str = "", **options: Any) -> AsyncSession:
        """A new session. ``options`` are those of `NewSession`: model, policy, domains, template, blanks …"""
        made = await self.connection.call("POST", "/api/sessions", {"task": task, **options})
        return AsyncSession(self, made["id"])

    def session(self, id: str) -> AsyncSession:
        """One that is there already, by its id."""
        return AsyncSession(self, id)

    async def sessions(self, *, query: str = "", state: str = "") -> AsyncIterator[SessionInfo]:
        """All of them, live ones first, then the newest."""
        before: str | None = None
        while True:
            page = await self.connection.call("GET", "/api/sessions", query=query, state=state, before=before)
            for info in page["sessions"]:
                yield SessionInfo.model_validate(info)
            before = page["next"]
            if not before:
                return

    async def agree(self) -> None:
        """The person has read what `me` shows as consent, and agrees."""
        shown = (await self.me()).consent
        await self.connection.call("POST", "/api/consent", {"version": shown.version})

    async def settings(self, **changes: Any) -> Settings:
        """As they are, after the changes."""
        method, body = ("PATCH", changes) if changes else ("GET", None)
        return Settings.model_validate(await self.connection.call(method, "/api/settings", body))

    async def models(self) -> list[ModelChoice]:
        found = await self.connection.call("GET", "/api/models")
        return [ModelChoice.model_validate(each) for each in found["models"]]

    async def policies(self) -> list[PolicyPreset]:
        found = await self.connection.call("GET", "/api/policies")
        return [PolicyPreset.model_validate(each) for each in found["policies"]]

    async def templates(self) -> list[Template]:
        found = await self.connection.call("GET", "/api/templates")
        return [Template.model_validate(each) for each in found["templates"]]

    async def add_template(self, template: NewTemplate) -> Template:
        body = template.model_dump(exclude_unset=True)
        return Template.model_validate(await self.connection.call("POST", "/api/templates", body))


class AsyncSession:
    """One session of a server."""

    def __init__(self, client: AsyncClient, id: str) -> None:
        self.id = id
        self._connection = client.connection
        self._path = f"/api/sessions/{quote(id, safe='')}"

    async def info(self) -> SessionInfo:
        return SessionInfo.model_validate(await self._connection.call("GET", self._path))

    async def events(self, after: int = 0, *, follow: bool = False) -> AsyncIterator[Happened]:
        """What has happened from ``after`` on, and what happens then, until the session has ended; with ``follow``
        for ever. A lost connection is made again, and nothing is lost or told twice."""
        until = asyncio.get_running_loop().time() + _PATIENCE
        pause = 0.2
        end: int | None = None
        while True:
            try:
                async for told in self._connection.stream(f"{self._path}/events", after=after):
                    until, pause = asyncio.get_running_loop().time() + _PATIENCE, 0.2
                    match told["type"]:
                        case "event":
                            after = told["number"]
                            yield Happened(after, told["time"], from_json(json.dumps(told["event"])))
                        case "session":
                            info = SessionInfo.model_validate(told["session"])
                            end = info.last if info.state in ("ended", "cut") else None
                        case "gone":
                            return
                    if end is not None and after >= end and not follow:
                        return
            except NotReachable:
                if asyncio.get_running_loop().time() > until:
                    raise
            except ClientError as error:
                if error.status < 500 or asyncio.get_running_loop().time() > until:
                    raise
            await asyncio.sleep(pause)
            pause = min(2 * pause, 5.0)

    async def wait(self) -> SessionInfo:
        """Until it has ended."""
        async for _ in self.events((await self.info()).last):
            pass
        return await self.info()

    # --- steering -----------------------------------------------------------------------------------------------

    async def answer(
        self, question: str, answer: Word, *, edited: Mapping[str, Any] | None = None, reason: str = ""
    ) -> None:
        body = {"question": question, "answer": answer, "edited": edited, "reason": reason}
        await self._connection.call("POST", f"{self._path}/answers", body)

    async def pause(self) -> SessionInfo:
        return await self._steer("pause")

    async def resume(self) -> SessionInfo:
        return await self._steer("resume")

    async def stop(self, *, at_once: bool = False) -> SessionInfo:
        return await self._steer("stop", at_once=at_once)

    async def say(self, text: str) -> SessionInfo:
        return await self._steer("say", text=text)

    async def take_over(self) -> SessionInfo:
        return await self._steer("takeover")

    async def hand_back(self, text: str = "") -> SessionInfo:
        return await self._steer("handback", text=text)

    async def go_on(self, text: str = "", **limits: Any) -> SessionInfo:
        """One that has ended, or was cut off, goes on."""
        return await self._steer("continue", text=text, **limits)

    async def again(self, **changes: Any) -> SessionInfo:
        """The same task in a new session."""
        made = await self._connection.call("POST", f"{self._path}/again", {"changes": changes})
        return SessionInfo.model_validate(made)

    async def delete(self) -> None:
        await self._connection.call("DELETE", self._path)

    async def _steer(self, what: str, **body: Any) -> SessionInfo:
        return SessionInfo.model_validate(await self._connection.call("POST", f"{self._path}/{what}", body))

    # --- what it holds ------------------------------------------------------------------------------------------

    async def picture(self, sha256: str) -> bytes:
        return (await self._connection.raw("GET", f"{self._path}/pictures/{sha256}")).content

    async def files(self) -> list[FileInfo]:
        found = await self._connection.call("GET", f"{self._path}/files")
        return [FileInfo.model_validate(each) for each in found["files"]]

    async def read(self, name: str) -> bytes:
        return (await self._connection.raw("GET", f"{self._path}/files/{quote(name)}")).content

    async def write(self, name: str, data: bytes | AsyncIterable[bytes]) -> None:
        await self._connection.raw("PUT", f"{self._path}/files/{quote(name)}", content=data)

    async def remove(self, name: str) -> None:
        await self._connection.call("DELETE", f"{self._path}/files/{quote(name)}")

    async def save(self, what: Download, target: Path) -> Path:
        """Report, film, files or journal, into a file."""
        target.write_bytes((await self._connection.raw("GET", f"{self._path}/{what}")).content)
        return target
