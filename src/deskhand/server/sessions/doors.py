"""The sessions API and the page, put together from what was asked for."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from starlette.routing import BaseRoute

from deskhand.agent.runs import DEFAULT_ROOT
from deskhand.folders import state_folder
from deskhand.models.interface import Model
from deskhand.server.sessions.access import Access
from deskhand.server.sessions.agreement import Agreement
from deskhand.server.sessions.api import SessionsApi
from deskhand.server.sessions.around import AroundApi
from deskhand.server.sessions.downloads import DownloadsApi
from deskhand.server.sessions.events_api import EventsApi
from deskhand.server.sessions.files_api import FilesApi
from deskhand.server.sessions.homes import home_of
from deskhand.server.sessions.keys import Keys
from deskhand.server.sessions.lending import Lending
from deskhand.server.sessions.options import Options
from deskhand.server.sessions.page import Page
from deskhand.server.sessions.sessions import Sessions
from deskhand.server.sessions.stock import Stock
from deskhand.server.sessions.view import ViewApi

Make = Callable[[str], Model | None]
"""A model that is no one's own: a script of a test. None: by the name as usual."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a person wants of the page and its sessions."""

    record: Path = DEFAULT_ROOT
    users: tuple[str, ...] = ()
    token: str = ""
    places: int = 0
    """Sessions at once; 0: as many as the machine has room for."""
    stock: int = 1
    """Desktops made ahead."""
    show_page: bool = True
    folder: Path | None = None
    """The page's files, in place of those of the package."""
    make: Make = lambda _: None


class Rooms:
    """All of it, as an async context manager that the application enters at its start."""

    def __init__(self, desk: Desk) -> None:
        homes = {user: home_of(user, desk.record) for user in (desk.users or ("",))}
        keys = Keys(shared=not desk.users)
        self.address = ""
        """Where this server is reached; known when it listens."""
        self.access = Access(state_folder(), desk.users, desk.token)
        self.page = Page(self.access, desk.folder, desk.show_page)
        self.stock = Stock(desk.record, desk.stock)
        self.sessions = Sessions(
            homes, Lending(lambda name, user: desk.make(name) or keys.model(name, user)), self.stock, desk.places
        )
        agreement = Agreement()
        options = Options(homes, agreement.given)
        self._apis = (
            EventsApi(self.sessions, self.access),
            ViewApi(self.sessions, self.access),
            SessionsApi(self.sessions, self.access, options),
            FilesApi(self.sessions, self.access),
            DownloadsApi(self.sessions, self.access),
            AroundApi(self.sessions, self.access, keys, agreement, lambda: self.address, self.stock.expect),
        )
        self._stack = contextlib.AsyncExitStack()

    def routes(self) -> Sequence[BaseRoute]:
        return [*(route for api in self._apis for route in api.routes()), *self.page.routes()]

    def links(self) -> dict[str, str]:
        """A start link for each user."""
        return {user: f"{self.address}/start?token={self.access.link(user)}" for user in self.access.users or ("",)}

    async def __aenter__(self) -> Self:
        await self._stack.enter_async_context(self.stock)
        await self._stack.enter_async_context(self.sessions)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()
