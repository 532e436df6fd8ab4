"""The same without ``await``: for scripts and notebooks. See `AsyncClient` and `AsyncSession` for what each does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from deskhand.client.sessions import AsyncClient, AsyncSession, Download, Happened, Word
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
from deskhand.sync import wait_for

T = TypeVar("T")


class Client:
    """``token``: what `deskhand serve` prints for programs."""

    def __init__(self, url: str = "http://127.0.0.1:8700", token: str = "") -> None:
        self._client = AsyncClient(url, token)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        wait_for(self._client.close())

    def me(self) -> Me:
        return wait_for(self._client.me())

    def start(self, task: str = "", **options: Any) -> Session:
        return Session(wait_for(self._client.start(task, **options)))

    def session(self, id: str) -> Session:
        return Session(self._client.session(id))

    def sessions(self, *, query: str = "", state: str = "") -> Iterator[SessionInfo]:
        return _each(self._client.sessions(query=query, state=state))

    def agree(self) -> None:
        wait_for(self._client.agree())

    def settings(self, **changes: Any) -> Settings:
        return wait_for(self._client.settings(**changes))

    def models(self) -> list[ModelChoice]:
        return wait_for(self._client.models())

    def policies(self) -> list[PolicyPreset]:
        return wait_for(self._client.policies())

    def templates(self) -> list[Template]:
        return wait_for(self._client.templates())

    def add_template(self, template: NewTemplate) -> Template:
        return wait_for(self._client.add_template(template))


class Session:
    """One session of a server."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self.id = session.id

    def info(self) -> SessionInfo:
        return wait_for(self._session.info())

    def events(self, after: int = 0, *, follow: bool = False) -> Iterator[Happened]:
        return _each(self._session.events(after, follow=follow))

    def wait(self) -> SessionInfo:
        return wait_for(self._session.wait())

    def answer(self, question: str, answer: Word, *, edited: Mapping[str, Any] | None = None, reason: str = "") -> None:
        wait_for(self._session.answer(question, answer, edited=edited, reason=reason))

    def pause(self) -> SessionInfo:
        return wait_for(self._session.pause())

    def resume(self) -> SessionInfo:
        return wait_for(self._session.resume())

    def stop(self, *, at_once: bool = False) -> SessionInfo:
        return wait_for(self._session.stop(at_once=at_once))

    def say(self, text: str) -> SessionInfo:
        return wait_for(self._session.say(text))

    def take_over(self) -> SessionInfo:
        return wait_for(self._session.take_over())

    def hand_back(self, text: str = "") -> SessionInfo:
        return wait_for(self._session.hand_back(text))

    def go_on(self, text: str = "", **limits: Any) -> SessionInfo:
        return wait_for(self._session.go_on(text, **limits))

    def again(self, **changes: Any) -> SessionInfo:
        return wait_for(self._session.again(**changes))

    def delete(self) -> None:
        wait_for(self._session.delete())

    def picture(self, sha256: str) -> bytes:
        return wait_for(self._session.picture(sha256))

    def files(self) -> list[FileInfo]:
        return wait_for(self._session.files())

    def read(self, name: str) -> bytes:
        return wait_for(self._session.read(name))

    def write(self, name: str, data: bytes) -> None:
        wait_for(self._session.write(name, data))

    def remove(self, name: str) -> None:
        wait_for(self._session.remove(name))

    def save(self, what: Download, target: Path) -> Path:
        return wait_for(self._session.save(what, target))


def _each(stream: AsyncIterator[T]) -> Iterator[T]:
    """One after the other; closed with the loop that reads them."""

    async def following() -> tuple[T] | None:
        try:
            return (await anext(stream),)
        except StopAsyncIteration:
            return None

    async def close() -> None:
        if hasattr(stream, "aclose"):
            await stream.aclose()

    try:
        while (item := wait_for(following())) is not None:
            yield item[0]
    finally:
        wait_for(close())
