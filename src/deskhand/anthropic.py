"""Our desktop for the Anthropic SDK's own agent loop.

::

    with deskhand.sync.open_desktop() as desktop:
        runner = client.beta.messages.tool_runner(
            model="claude-opus-5-5", max_tokens=4096, messages=[...],
            tools=[ComputerToolset(desktop), BashTool(desktop), EditorTool(desktop)],
        )
        runner.until_done()

and the same with ``Async…`` for `AsyncAnthropic` and ``deskhand.open_desktop``. Every call passes a `Review` first, and
what comes back is what deskhand's own loop would tell the model: what the action truly did to the screen. The review
looks at the desktop it judges for; give one to several tools with ``review.at(desktop.body)`` and they share a memory.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from anthropic.lib.tools import (
    BetaAsyncBuiltinFunctionTool,
    BetaBuiltinFunctionTool,
    BetaFunctionToolResultType,
    ToolError,
)
from anthropic.tools.computer import (
    BetaAbstractComputerToolset20260801,
    BetaAsyncAbstractComputerToolset20260801,
    BetaComputerCursorPositionResult,
    BetaScreenshotResult,
)

from deskhand import face, sync
from deskhand.desktop.interface import Desktop
from deskhand.guard.review import Review
from deskhand.messages import ToolUse, block_to_api
from deskhand.tools.bash import DEFAULT_TIMEOUT
from deskhand.tools.bash import BashTool as _Bash
from deskhand.tools.computer import ComputerTool as _Computer
from deskhand.tools.editor import EditorTool as _Editor
from deskhand.tools.interface import Tool, ToolRun
from deskhand.tools.versions import VERSIONS

__all__ = [
    "AsyncBashTool",
    "AsyncComputerToolset",
    "AsyncEditorTool",
    "BashTool",
    "ComputerToolset",
    "EditorTool",
]

TOOLSET = "computer_toolset_20260801"


class ComputerToolset(BetaAbstractComputerToolset20260801):
    """All members of the computer toolset on one desktop. ``disabled`` takes members away (``zoom`` …)."""

    def __init__(self, desktop: sync.Desktop, *, review: Review | None = None, disabled: Iterable[str] = ()) -> None:
        body = _body_of_sync(desktop, "ComputerToolset")
        hand = _Hand(_Computer(body, TOOLSET, disabled=frozenset(disabled)), body, review)
        super().__init__(configs=_configs(hand.disabled), confirm=_asked_later)
        self._hand = hand

    def execute(self, context: Any, name: Any, input: Any) -> Any:
        return sync.wait_for(self._hand.member(context, name, input))


class AsyncComputerToolset(BetaAsyncAbstractComputerToolset20260801):
    """`ComputerToolset` for `AsyncAnthropic`; the desktop belongs to the running event loop."""

    def __init__(
        self, desktop: face.Desktop | Desktop, *, review: Review | None = None, disabled: Iterable[str] = ()
    ) -> None:
        body = _body(desktop, "AsyncComputerToolset")
        hand = _Hand(_Computer(body, TOOLSET, disabled=frozenset(disabled)), body, review)
        super().__init__(configs=_configs(hand.disabled), confirm=_asked_later)
        self._hand = hand

    async def execute(self, context: Any, name: Any, input: Any) -> Any:
        return await self._hand.member(context, name, input)


class _SyncTool(BetaBuiltinFunctionTool):
    # The SDK asks for these two, and takes the name from the first.
    _hand: _Hand

    def to_dict(self) -> Any:
        return self._hand.tool.definition()

    def call(self, input: object) -> BetaFunctionToolResultType:
        return sync.wait_for(self._hand.plain(input))


class _AsyncTool(BetaAsyncBuiltinFunctionTool):
    _hand: _Hand

    def to_dict(self) -> Any:
        return self._hand.tool.definition()

    async def call(self, input: object) -> BetaFunctionToolResultType:
        return await self._hand.plain(input)


class BashTool(_SyncTool):
    """The lasting shell inside the walls."""

    def __init__(
        self,
        desktop: sync.Desktop,
        version: str = "bash_20250124",
        *,
        review: Review | None = None,
        timeout: float = DEFAULT_TIMEOUT,
    ) -> None:
        body = _body_of_sync(desktop, "BashTool")
        self._hand = _Hand(_Bash(body, version, timeout=timeout), body, review)


class AsyncBashTool(_AsyncTool):
    def __init__(
        self,
        desktop: face.Desktop | Desktop,
        version: str = "bash_20250124",
        *,
        review: Review | None = None,
        timeout: float = DEFAULT_TIMEOUT,
    ) -> None:
        body = _body(desktop, "AsyncBashTool")
        self._hand = _Hand(_Bash(body, version, timeout=timeout), body, review)


class EditorTool(_SyncTool):
    """Files inside the walls, viewed and edited."""

    def __init__(
        self,
        desktop: sync.Desktop,
        version: str = "text_editor_20250728",
        *,
        review: Review | None = None,
        max_characters: int | None = None,
    ) -> None:
        body = _body_of_sync(desktop, "EditorTool")
        self._hand = _Hand(_Editor(body, version, max_characters=max_characters), body, review)


class AsyncEditorTool(_AsyncTool):
    def __init__(
        self,
        desktop: face.Desktop | Desktop,
        version: str = "text_editor_20250728",
        *,
        review: Review | None = None,
        max_characters: int | None = None,
    ) -> None:
        body = _body(desktop, "AsyncEditorTool")
        self._hand = _Hand(_Editor(body, version, max_characters=max_characters), body, review)


class _Hand:
    """One of deskhand's tools with the guard in front, answering as the SDK wants to be answered."""

    def __init__(self, tool: Tool, desktop: Desktop, review: Review | None) -> None:
        self.tool = tool
        given = review or Review()
        # A review without eyes knows the call alone, and a click says nothing of what it presses. One that has eyes
        # already (a run's own) is shared as it is, with its memory.
        self._review = given if given.gatherer is not None else given.at(desktop)

    @property
    def disabled(self) -> frozenset[str]:
        return self.tool.disabled if isinstance(self.tool, _Computer) else frozenset()

    async def member(self, context: Any, name: str, input: Any) -> Any:
        """A member of the toolset: a picture, a place, or a line of words."""
        use = getattr(context, "tool_use", None)
        values: Mapping[str, Any] = input.model_dump(exclude_none=True)
        run = await self._run(ToolUse(use.id if use is not None else "toolu_direct", name, values, "computer"))
        if run.picture is not None and name in ("screenshot", "zoom"):
            return BetaScreenshotResult(data=base64.b64encode(run.picture.png).decode("ascii"))
        if name == "cursor_position":
            x, y = (int(part[2:]) for part in run.text.split(","))
            return BetaComputerCursorPositionResult(x=x, y=y)
        return run.text

    async def plain(self, input: object) -> list[Any]:
        """A tool of its own: the blocks of its result."""
        definition = self.tool.definition()
        run = await self._run(ToolUse("toolu_direct", str(definition["name"]), input))  # type: ignore[arg-type]
        return [block_to_api(block) for block in run.result.content]

    async def _run(self, call: ToolUse) -> ToolRun:
        proposal = await self.tool.describe(call)
        decision = await self._review.decide(proposal)
        if not decision.allowed:
            raise ToolError(f"Refused: {decision.reason or 'a person said no'}")
        run = await self.tool.run(replace(proposal, call=call))
        self._review.saw(run)
        if run.is_error:
            raise ToolError(run.text)
        return run


def _asked_later(_: object) -> bool:
    """The SDK wants to ask before each call; the `Review` does that, and sees what the call would do in words."""
    return True


def _configs(disabled: frozenset[str]) -> Any:
    order = VERSIONS[TOOLSET].actions
    return {name: {"enabled": False} for name in order if name in disabled} or None


def _body_of_sync(desktop: object, name: str) -> Desktop:
    if isinstance(desktop, sync.Desktop):
        return desktop.body
    raise TypeError(f"{name} takes a desktop of deskhand.sync.open_desktop(); for an async one, use Async{name}")


def _body(desktop: object, name: str) -> Desktop:
    if isinstance(desktop, sync.Desktop):
        raise TypeError(f"{name} takes a desktop of deskhand.open_desktop(); for this one, use {name[5:]}")
    body: Any = desktop.body if isinstance(desktop, face.Desktop) else desktop
    inner: Desktop = body
    return inner
