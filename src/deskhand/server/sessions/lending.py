"""Models for sessions: each its own, but for the embedded one, whose eyes take 200 MB and see for all."""

from __future__ import annotations

from collections.abc import Callable

from deskhand.models.interface import Model

Make = Callable[[str, str], Model]
"""A model by its name, for a user."""


class Lending:
    def __init__(self, make: Make) -> None:
        self._make = make
        self._local: Model | None = None

    def lend(self, name: str, user: str) -> Model:
        if name != "local":
            return self._make(name, user)
        if self._local is None:
            self._local = self._make(name, user)
        return self._local

    async def give_back(self, model: Model) -> None:
        if model is not self._local:
            await model.close()

    async def close(self) -> None:
        if self._local is not None:
            local, self._local = self._local, None
            await local.close()
