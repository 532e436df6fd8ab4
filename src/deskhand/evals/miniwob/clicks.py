"""Ten clicks anywhere: what a benchmark gives for nothing. A figure means little without it."""

from __future__ import annotations

import random
import uuid

from deskhand.messages import Text, ToolUse, Usage
from deskhand.models.interface import OnDelta, Reply, Request

CLICKS = 10
_WIDTH, _TOP, _HEIGHT = 480, 150, 630
"""The page's part of the screen below its instruction, in pixels."""


class RandomClicks:
    """A `Model`. Each conversation has its own dice, loaded by how far it has come."""

    name = "random"
    computer_tool = "computer_20251124"

    def __init__(self, seed: int = 0) -> None:
        self._dice = random.Random(seed)

    async def respond(self, request: Request, on_delta: OnDelta | None = None) -> Reply:
        done = sum(len(message.tool_uses) for message in request.messages)
        if done >= CLICKS:
            return Reply((Text(f"I clicked {CLICKS} times."),), "end_turn", Usage(), self.name)
        point = [self._dice.randrange(_WIDTH), self._dice.randrange(_TOP, _HEIGHT)]
        call = ToolUse(f"toolu_{uuid.uuid4().hex}", "computer", {"action": "left_click", "coordinate": point})
        return Reply((call,), "tool_use", Usage(), self.name)

    async def close(self) -> None:
        pass
