"""The page's server for tests: in this process over a real socket, with folders of its own."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tests.server.serving_here import listening

from deskhand.client import AsyncClient, AsyncSession
from deskhand.messages import ToolUse
from deskhand.models.interface import Model, Traits
from deskhand.models.scripted import ScriptedModel, Turn
from deskhand.server import openapi
from deskhand.server.app import make_app
from deskhand.server.model_backend import ModelBackend
from deskhand.server.sessions.doors import Desk, Rooms

WORD = Traits(ends_by_word=True)


@dataclass
class Here:
    url: str
    rooms: Rooms

    def program(self, user: str = "") -> AsyncClient:
        return AsyncClient(self.url, self.rooms.access.token(user))

    @contextlib.asynccontextmanager
    async def browser(self, user: str = "") -> AsyncIterator[httpx2.AsyncClient]:
        """Signed in by a start link, as the page is."""
        async with httpx2.AsyncClient(base_url=self.url, timeout=60) as made:
            answer = await made.get(f"/start?token={self.rooms.access.link(user)}")
            assert answer.status_code == 200, answer.text
            made.headers["x-deskhand"] = "1"
            yield made


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the server keeps goes here, and nothing of the person who runs the tests."""
    return tmp_path_factory.mktemp("page")


@contextlib.asynccontextmanager
async def rooms(place: Path, models: Callable[[str], Model | None], **wanted: Any) -> AsyncIterator[Here]:
    """``models`` makes what sessions name; None: the real one of that name."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "STATE", "DATA"):
            patch.setenv(f"XDG_{name}_HOME", str(place / name.lower()))
        patch.setenv("DESKHAND_CONSENT", "yes")
        desk = Desk(**{"record": place / "runs", "stock": 0, "make": models, **wanted})
        made = Rooms(desk)
        backend = ModelBackend(lambda: ScriptedModel([]), "local")
        await backend.start()
        app = make_app(
            backend, routes=[openapi.route(), *made.routes()], closing=[made], own=made.page.owns, token="the others'"
        )
        async with listening(app) as url:
            made.address = url
            yield Here(url, made)


class Scripts:
    """Models by name, each with its turns; every session gets its own."""

    def __init__(self) -> None:
        self._turns: dict[str, tuple[Sequence[Turn], Traits]] = {}
        self.made: list[ScriptedModel] = []

    def add(self, name: str, turns: Any, traits: Traits = WORD) -> str:
        self._turns[name] = (turns, traits)
        return name

    def __call__(self, name: str) -> Model | None:
        if name not in self._turns:
            return None
        turns, traits = self._turns[name]
        model = ScriptedModel(turns, name=name, traits=traits)
        self.made.append(model)
        return model


def bash(command: str, id: str = "t1") -> ToolUse:
    return ToolUse(id, "bash", {"command": command})


async def until(session: AsyncSession, kind: str, after: int = 0) -> Any:
    """The first event of that kind, as `Happened` has it."""
    stream: Any = session.events(after, follow=True)
    try:
        async for happened in stream:
            if happened.event.kind == kind:
                return happened
    finally:
        await stream.aclose()
    raise AssertionError(f"the stream ended without {kind}")
