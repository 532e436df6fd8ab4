"""What stands behind `/v1/messages`: the embedded model, another one, another server, or a recording."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as it came."""

    body: Json
    headers: Mapping[str, str]
    """Lower-case names."""
    request_id: str
    query: str = ""


@dataclass(slots=True)
class Answered:
    """Either a whole message (``message``) or one that is still arriving (``frames``)."""

    message: Json | None = None
    frames: AsyncIterator[bytes] | None = None
    headers: dict[str, str] = field(default_factory=dict[str, str])
    close: Callable[[], Awaitable[None]] | None = None
    """To be called when the frames are through or nobody wants them any more: frames that were never begun cannot
    clean up by themselves."""


class Backend(Protocol):
    """Every method raises `ApiError`."""

    @property
    def name(self) -> str:
        """For people: ``the embedded model``, ``https://…``."""
        ...

    async def create(self, asked: Asked) -> Answered:
        """Answer. When ``body["stream"]`` is true, ``frames``; else ``message``."""
        ...

    async def count(self, asked: Asked) -> Json: ...

    async def models(self, asked: Asked) -> list[Json]: ...

    async def close(self) -> None: ...
