"""Holding a run up, taking the hand from it, and talking to it, while it goes on living.

A pause is no stop: what has been started is finished, and then nothing more is asked or done until a person says so.
The run itself comes to the places where it may be held (`Held.hold`): before it asks the model, before each call, and
once more after a person has said yes to one, which may take minutes. A takeover cannot wait for a model that thinks
for half a minute, and what it would answer is about a screen that is going to change: its turn is given up and asked
for again afterwards (`Pausing.taking`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Literal, TypeAlias

Why: TypeAlias = Literal["person", "takeover"]
MOST_PICTURES = 24
"""Kept of one takeover."""


class Leaving(BaseException):
    """The process ends, and the run is to go on in another one: its journal stays open, its desktop stands."""


class Pausing:
    """Given to a run by whoever may hold it up. To be used in the run's own event loop."""

    def __init__(self) -> None:
        self.wanted: Why | None = None
        """What was asked for; the run gets there when the action under way has ended."""
        self.standing: Why | None = None
        """What has been reached, and stands in the journal."""
        self.did = ""
        """What the person did while they had the hand, as sentences, as far as anybody could count it."""
        self.said = ""
        """What they want the model to know of it."""
        self.words: list[str] = []
        """What the model has not been told yet."""
        self.taking = asyncio.Event()
        """Set while a takeover is wanted: what the model would answer now is about a screen that will change."""
        self.leaving = False
        self._news = asyncio.Event()
        self._rested = False
        self._tell: Callable[[str], Awaitable[None]] | None = None
        self._early: list[str] = []

    def pause(self) -> None:
        """Nothing more is done, once the action under way has ended. During a takeover nothing changes."""
        if self.wanted is None:
            self._want("person")

    def take_over(self) -> None:
        self.did = self.said = ""
        self._want("takeover")

    def go_on(self, *, did: str = "", said: str = "") -> None:
        """After a pause, or when the hand is given back."""
        self.did, self.said = did, said
        self._want(None)

    def leave(self) -> None:
        """The run is left as it stands, as soon as the action under way has ended; `Leaving` comes out of it."""
        self.leaving = True
        self.taking.set()
        self._news.set()

    def rested(self) -> None:
        """The person's hand has come to rest for a moment: what they did can be seen now."""
        self._rested = True
        self._news.set()

    async def say(self, text: str) -> None:
        """A word to the model, which gets it with its next turn. It is in the journal when this returns; before the
        run has begun, as soon as it does."""
        self.words.append(text)
        if self._tell is None:
            self._early.append(text)
        else:
            await self._tell(text)

    def _want(self, why: Why | None) -> None:
        self.wanted = why
        if why == "takeover":
            self.taking.set()
        else:
            self.taking.clear()
        self._news.set()

    # --- for the run itself -------------------------------------------------------------------------------------

    async def begun(self, tell: Callable[[str], Awaitable[None]]) -> None:
        """The run can write down what a person says from now on."""
        self._tell = tell
        while self._early:
            await tell(self._early.pop(0))

    def told(self) -> list[str]:
        """What the model has not been told yet; it counts as told now."""
        words, self.words = self.words, []
        return words

    async def news(self) -> bool:
        """Until something was wanted anew, or the hand has come to rest (True)."""
        await self._news.wait()
        self._news.clear()
        rested, self._rested = self._rested, False
        return rested
