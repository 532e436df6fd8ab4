"""What one model is offered, as a whole: the definitions, the way from a call to its tool, and batches.

A turn may hold several calls. They run in the order given, since a click that comes before a letter was meant to.
When a computer action fails, every later computer action of the turn stays undone (it was planned for a screen that is
not there); bash and editor calls run all the same, since models send those in parallel and in no particular order, and
their failing halts nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from deskhand.desktop.interface import Desktop
from deskhand.messages import Image, ToolUse
from deskhand.screen.geometry import Size
from deskhand.tools import desk
from deskhand.tools.bash import DEFAULT_TIMEOUT, BashTool
from deskhand.tools.computer import NEEDS_LOOK, ComputerTool
from deskhand.tools.desk import ExtraName
from deskhand.tools.editor import EditorTool
from deskhand.tools.interface import CONCERNS, Proposal, Tool, ToolRun, failed, refused
from deskhand.tools.versions import DEFAULT_COMPUTER, beta_headers, toolset_for
from deskhand.tools.words import shorten

HALTED = "Not executed: an earlier computer action in this turn failed."
"""The API's own sentence, byte for byte."""

Review = Callable[[Proposal], Awaitable[str | None]]
"""Asked before each call: None lets it run, a sentence refuses it and becomes its result."""


class Tools:
    """The tools of one desktop in the versions that belong together.

    ``disabled`` takes computer actions away (``zoom``). ``also`` names extra tools of the desktop
    (`deskhand.tools.desk`), ``extra`` are the program's own. A call goes to the first tool that accepts it.
    """

    def __init__(
        self,
        desktop: Desktop,
        computer: str = DEFAULT_COMPUTER,
        *,
        picture_size: Size | None = None,
        bash: bool = True,
        editor: bool = True,
        disabled: frozenset[str] = frozenset(),
        bash_timeout: float = DEFAULT_TIMEOUT,
        max_characters: int | None = None,
        also: Sequence[ExtraName] = (),
        extra: Sequence[Tool] = (),
    ) -> None:
        companions = toolset_for(computer)
        self.computer = ComputerTool(desktop, computer, picture=picture_size, disabled=disabled)
        self._tools: list[Tool] = [self.computer]
        if bash:
            self._tools.append(BashTool(desktop, companions.bash, timeout=bash_timeout))
        if editor:
            self._tools.append(EditorTool(desktop, companions.editor, max_characters=max_characters))
        self._tools.extend(desk.extra(name, desktop, self.computer.scale) for name in also)
        self._tools.extend(extra)
        names = [str(tool.definition().get("name", "computer")) for tool in self._tools]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"two tools are called {name!r}; the API takes each name once")

    @property
    def definitions(self) -> tuple[dict[str, Any], ...]:
        """As they go into ``tools`` of a request."""
        return tuple(tool.definition() for tool in self._tools)

    @property
    def betas(self) -> tuple[str, ...]:
        """The ``anthropic-beta`` values that the definitions need."""
        return beta_headers(self.definitions)

    @property
    def picture_size(self) -> Size:
        """Of the pictures the model sees; its coordinates are in this space."""
        return self.computer.scale.model

    async def describe(self, call: ToolUse) -> Proposal:
        """What the call would do; an unknown tool or a wrong input becomes a proposal that carries the error."""
        tool = self._tool(call)
        if tool is None:
            return refused(call, "", call.name, self._unknown(call))
        proposal = await tool.describe(call)
        concerns = tuple(str(concern) for concern in call.extra.get(CONCERNS, ()))
        if not concerns or proposal.error:
            return proposal
        words = f"{proposal.words} (to be confirmed: {shorten('; '.join(concerns), 200)})"
        return replace(proposal, words=words, concerns=concerns)

    async def run(self, call: ToolUse, proposal: Proposal | None = None) -> ToolRun:
        """Run one call. With the ``proposal`` that was reviewed, exactly that is done."""
        proposal = proposal or await self.describe(call)
        tool = self._tool(call)
        if tool is None:
            return ToolRun(proposal, failed(call, proposal.error))
        return await tool.run(proposal)

    def batch(self, calls: Sequence[ToolUse]) -> Batch:
        """The calls of one turn, to be run one by one in order."""
        return Batch(self, calls)

    async def run_batch(self, calls: Sequence[ToolUse], review: Review | None = None) -> list[ToolRun]:
        """The calls of one turn, in order, each after its review."""
        batch = self.batch(calls)
        runs: list[ToolRun] = []
        for call in calls:
            proposal = await batch.describe(call)
            refusal = await review(proposal) if review is not None and not proposal.error else None
            runs.append(await batch.run(proposal) if refusal is None else batch.refuse(proposal, refusal))
        return runs

    def is_computer(self, call: ToolUse) -> bool:
        return self.computer.accepts(call)

    def _tool(self, call: ToolUse) -> Tool | None:
        return next((tool for tool in self._tools if tool.accepts(call)), None)

    def _unknown(self, call: ToolUse) -> str:
        offered = ", ".join(str(entry.get("name") or entry.get("type")) for entry in self.definitions)
        if call.toolset_name is not None:
            return f"There is no toolset {call.toolset_name[:60]!r} here. Available tools: {offered}."
        return f"There is no tool {call.name[:60]!r}. Available tools: {offered}."


class Batch:
    """One turn's calls on their way. ``describe`` each call, then ``run`` or ``refuse`` it, in order."""

    def __init__(self, tools: Tools, calls: Sequence[ToolUse]) -> None:
        self._tools = tools
        self._halted = False
        computer = [call for call in calls if tools.is_computer(call)]
        self._last = computer[-1].id if computer else None

    @property
    def halted(self) -> bool:
        """Whether a computer action has failed, so that no later one will run."""
        return self._halted

    async def describe(self, call: ToolUse) -> Proposal:
        """As `Tools.describe`; a computer action of a halted batch carries the halt as its error."""
        if self._halted and self._tools.is_computer(call):
            return refused(call, "computer", _name(call), HALTED)
        return await self._tools.describe(call)

    async def run(self, proposal: Proposal) -> ToolRun:
        run = await self._tools.run(proposal.call, proposal)
        if not self._tools.is_computer(proposal.call):
            return run
        self._halted = self._halted or run.is_error
        return self._with_look(run)

    def refuse(self, proposal: Proposal, sentence: str) -> ToolRun:
        """The call is not run, and ``sentence`` says why. A refused computer action halts the batch as a failed one."""
        if self._tools.is_computer(proposal.call):
            self._halted = True
        return ToolRun(proposal, failed(proposal.call, sentence))

    def _with_look(self, run: ToolRun) -> ToolRun:
        """The last action of a toolset batch also shows the screen, which saves the model a turn to ask for it."""
        call = run.proposal.call
        shows = run.picture is not None and run.proposal.name not in NEEDS_LOOK
        if not (self._tools.computer.is_toolset and call.id == self._last and shows and not run.is_error):
            return run
        assert run.picture is not None
        content = (*run.result.content, Image(run.picture.png))
        return replace(run, result=replace(run.result, content=content))


def _name(call: ToolUse) -> str:
    action = call.input.get("action") if call.toolset_name is None else None
    return action if isinstance(action, str) else call.name
