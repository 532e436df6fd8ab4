"""A model in a thread of its own, so that the server answers, pings and refuses while the model thinks.

Reading one screenshot takes the embedded model up to a second. In the server's own loop, everybody else would wait for
it. All conversations share the one thread: a model need not be safe for several.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable

from deskhand.models.interface import Model, Reply, Request


class Brain:
    """Use as an async context manager, or call `start` and `close`."""

    def __init__(self, make: Callable[[], Model]) -> None:
        self._make = make
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="deskhand-model", daemon=True)
        self._model: Model | None = None

    async def start(self) -> None:
        """Make the model, in its thread; raises what making it raises."""
        self._thread.start()
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._begin(), self._loop))

    async def _begin(self) -> None:
        self._model = self._make()

    @property
    def model(self) -> Model:
        assert self._model is not None, "start() comes first"
        return self._model

    async def respond(self, request: Request) -> Reply:
        """The model's reply. Cancelling this cancels the model's work."""
        future = asyncio.run_coroutine_threadsafe(self.model.respond(request), self._loop)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            future.cancel()
            raise

    async def close(self) -> None:
        if not self._thread.is_alive():
            return
        if self._model is not None:
            with contextlib.suppress(Exception):
                await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._model.close(), self._loop))
        self._loop.call_soon_threadsafe(self._loop.stop)
        await asyncio.to_thread(self._thread.join, 5.0)
        if not self._thread.is_alive():
            self._loop.close()
