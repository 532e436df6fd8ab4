"""The ``computer`` tool in all its versions: a call becomes an act of the hand, and its result says what came of it.

A single tool answers every action with the settled screen, a toolset member only where the model asked to look (the
rest of a batch would be pictures of screens that are already gone).
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from deskhand.desktop.actions import Action, Click, Drag, Move, Press, Release, Scroll
from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone
from deskhand.messages import Image, Text, ToolUse
from deskhand.screen.geometry import Point, Size
from deskhand.screen.sizing import Scale, TierName
from deskhand.tools import words
from deskhand.tools.computer_actions import AskPointer, DragFromPointer, Intent, Zoom, parse
from deskhand.tools.interface import Proposal, ToolError, ToolRun, as_input, failed, refused, succeeded
from deskhand.tools.pictures import enclosed, shown
from deskhand.tools.versions import DEFAULT_COMPUTER, version

NEEDS_LOOK = frozenset({"screenshot", "zoom"})
"""The toolset members whose answer is a picture."""


class ComputerTool:
    """One desktop, offered in one version.

    ``picture`` is the size of the pictures that the model sees and points into; without it, the largest that every
    model of the version takes as it is. ``disabled`` takes actions away:
    ``zoom`` by ``enable_zoom: false``, toolset members by their ``configs``.
    """

    tool = "computer"

    def __init__(
        self,
        desktop: Desktop,
        type: str = DEFAULT_COMPUTER,
        *,
        picture: Size | None = None,
        disabled: frozenset[str] = frozenset(),
    ) -> None:
        self.version = version(type)
        if self.version.kind not in ("computer", "toolset"):
            raise ValueError(f"{type} is no computer tool")
        unknown = disabled - set(self.version.actions)
        if unknown:
            raise ValueError(f"{type} has no {', '.join(sorted(unknown))} to disable")
        self.enabled = frozenset(self.version.actions) - disabled
        self.disabled = disabled
        tier: TierName = "high" if self.is_toolset else "standard"
        self.scale = Scale(desktop.size, picture) if picture else Scale.for_tier(desktop.size, tier)
        self._desktop = desktop

    @property
    def is_toolset(self) -> bool:
        return self.version.kind == "toolset"

    def definition(self) -> dict[str, Any]:
        if self.is_toolset:
            configs = {name: {"enabled": False} for name in self.version.actions if name in self.disabled}
            return {"type": self.version.type} | ({"configs": configs} if configs else {})
        size = self.scale.model
        entry: dict[str, Any] = {
            "type": self.version.type,
            "name": self.version.name,
            "display_width_px": size.width,
            "display_height_px": size.height,
        }
        if "enable_zoom" in self.version.options:
            entry["enable_zoom"] = "zoom" in self.enabled
        return entry

    def accepts(self, call: ToolUse) -> bool:
        if self.is_toolset:
            return call.toolset_name == self.version.name
        return call.toolset_name is None and call.name == self.version.name

    async def describe(self, call: ToolUse) -> Proposal:
        name = call.name
        try:
            values = dict(as_input(call.input))
            if not self.is_toolset:
                name = self._action_name(values)
            intent = parse(name, values, self.scale, self.version, self.enabled)
        except ToolError as error:
            return refused(call, self.tool, name, str(error))
        return await self._proposal(call, name, intent)

    def _action_name(self, values: dict[str, Any]) -> str:
        name = values.pop("action", None)
        if not isinstance(name, str) or not name:
            offered = ", ".join(action for action in self.version.actions if action in self.enabled)
            raise ToolError(f"The argument 'action' is missing. It is one of {offered}.")
        return name

    async def _proposal(self, call: ToolUse, name: str, intent: Intent) -> Proposal:
        match intent:
            case Zoom(region):
                return Proposal(call, self.tool, name, f"Look closely at {region}", region=region)
            case AskPointer():
                return Proposal(call, self.tool, name, "Ask where the pointer is")
            case _:
                pass
        try:
            here = await self._pointer() if _starts_at_pointer(intent) else Point(0, 0)
        except DesktopGone:
            raise
        except DesktopError as error:
            return refused(call, self.tool, name, str(error))
        action = Drag((here, intent.end), "left", intent.modifiers) if isinstance(intent, DragFromPointer) else intent
        return Proposal(call, self.tool, name, words.propose(action), action, _points(action, here))

    async def run(self, proposal: Proposal) -> ToolRun:
        began = time.monotonic()
        try:
            if proposal.error:
                raise ToolError(proposal.error)
            done = await self._perform(proposal)
        except DesktopGone:
            raise
        except (ToolError, DesktopError) as error:
            done = ToolRun(proposal, failed(proposal.call, str(error)))
        return replace(done, seconds=time.monotonic() - began)

    async def _perform(self, proposal: Proposal) -> ToolRun:
        call = proposal.call
        if proposal.action is not None:
            return await self._act(proposal, proposal.action)
        if proposal.region is not None:
            frame = await self._desktop.zoom(proposal.region)
            picture = shown(frame, enclosed(frame.size, self.scale.model))
            return ToolRun(proposal, succeeded(call, Image(picture.png)), picture=picture)
        at = self.scale.to_model(await self._pointer())
        return ToolRun(proposal, succeeded(call, Text(f"X={at.x},Y={at.y}")))

    async def _act(self, proposal: Proposal, action: Action) -> ToolRun:
        outcome = await self._desktop.act(action)
        frame = outcome.frame or await self._desktop.screenshot()
        picture = shown(frame, self.scale.model)
        text = words.report(action, outcome, self.scale)
        content: list[Text | Image] = [Text(text)] if text else []
        if not self.is_toolset or proposal.name in NEEDS_LOOK:
            content.append(Image(picture.png))
        return ToolRun(proposal, succeeded(proposal.call, *content), outcome, picture)

    async def _pointer(self) -> Point:
        """Where the pointer is; the guest is not believed when it says "outside the screen"."""
        point, size = await self._desktop.pointer(), self.scale.screen
        return Point(min(max(point.x, 0), size.width - 1), min(max(point.y, 0), size.height - 1))


def _starts_at_pointer(intent: Intent) -> bool:
    match intent:
        case Click(point=None) | Scroll(point=None) | Press() | Release() | DragFromPointer():
            return True
        case _:
            return False


def _points(action: Action, here: Point) -> tuple[Point, ...]:
    """Where the hand goes; ``here`` stands for "where the pointer is"."""
    match action:
        case Click(point=point) | Scroll(point=point):
            return (here if point is None else point,)
        case Move(point):
            return (point,)
        case Drag(path):
            return path
        case Press() | Release():
            return (here,)
        case _:
            return ()
