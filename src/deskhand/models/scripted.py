"""A model that plays a script: tests drive the real loop, the real tools and a real desktop with it.

A turn is what the model would answer: text, tool uses, a whole `Reply`, or a function that makes one of these from
the request, which is how a script looks at a result before it goes on.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeAlias

from deskhand.messages import Block, Text, ToolUse, Usage
from deskhand.models.interface import Delta, ModelError, OnDelta, Reply, Request, Traits

Answer: TypeAlias = Reply | str | Block | Sequence[str | Block] | ModelError
"""A string is text; a `ModelError` is raised."""
Turn: TypeAlias = Answer | Callable[[Request], Answer | Awaitable[Answer]]


class ScriptedModel:
    """Plays its turns in order. Asked for more than it has, it raises `ModelError`."""

    def __init__(
        self,
        turns: Sequence[Turn],
        *,
        name: str = "scripted",
        computer_tool: str = "computer_20251124",
        traits: Traits | None = None,
        usage: Usage | None = None,
    ) -> None:
        self.name = name
        self.computer_tool = computer_tool
        self.traits = traits or Traits()
        self.requests: list[Request] = []
        """What it was asked, in order."""
        self._turns = list(turns)
        self._usage = usage or Usage()

    async def respond(self, request: Request, on_delta: OnDelta | None = None) -> Reply:
        self.requests.append(request)
        if len(self.requests) > len(self._turns):
            raise ModelError(f"The script has {len(self._turns)} turns, and another one was asked for.")
        turn = self._turns[len(self.requests) - 1]
        answer: Any = turn(request) if callable(turn) else turn
        if inspect.isawaitable(answer):
            answer = await answer
        if isinstance(answer, ModelError):
            raise answer
        reply = answer if isinstance(answer, Reply) else self._reply(answer)
        if on_delta is not None and reply.message.text:
            await on_delta(Delta("text", reply.message.text))
        return reply

    def _reply(self, answer: str | Block | Sequence[str | Block]) -> Reply:
        parts = [answer] if isinstance(answer, str) or not isinstance(answer, Sequence) else answer
        content = tuple(Text(part) if isinstance(part, str) else part for part in parts)
        calls = any(isinstance(block, ToolUse) for block in content)
        return Reply(content, "tool_use" if calls else "end_turn", self._usage, self.name)

    async def close(self) -> None:
        pass


_COUNT = iter(range(1, 1 << 62))


def call(name: str, /, **input: Any) -> ToolUse:
    """A tool use with an id of its own: ``call("bash", command="ls")``."""
    return ToolUse(f"toolu_script{next(_COUNT)}", name, input)


def computer(action: str, /, **input: Any) -> ToolUse:
    """A call of the single ``computer`` tool: ``computer("left_click", coordinate=[10, 20])``."""
    return call("computer", action=action, **input)
