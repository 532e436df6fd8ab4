"""The same actions in whichever computer tool is on offer.

Five versions are in use (`computer_20241022` to the toolset of 2026), and they differ in where the action's name
stands, in whether a click carries its place, in what exists at all, and in whether an action brings a picture with
it. Skills speak the newest single tool; this puts each call into the version that the request declares, and says so
when a version cannot do a thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deskhand.messages import ToolUse
from deskhand.models.local.described import TOOL
from deskhand.models.local.effects import Call

_CLICKS = ("left_click", "right_click", "middle_click", "double_click", "triple_click")
_OCTOBER = frozenset(
    ("screenshot", "cursor_position", "mouse_move", "left_click", "right_click", "middle_click", "double_click",
     "left_click_drag", "key", "type")
)  # fmt: skip


class NoComputer(ValueError):
    """The request offers no computer tool that we can speak; the text says what is needed."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to speak to the tools of one request."""

    version: str
    """The type of the computer tool: ``computer_20251124`` …"""
    toolset: bool
    zoom: bool
    bash: str | None
    """The name of the bash tool, None when none is offered."""
    disabled: frozenset[str] = frozenset()
    """Members of the toolset that are switched off."""
    one_at_a_time: bool = False
    """The client runs only one tool use per turn (``disable_parallel_tool_use``)."""
    elements: bool = False
    """The tool is offered that lists what programs say of themselves."""

    @classmethod
    def of(cls, tools: Sequence[Mapping[str, Any]], tool_choice: Mapping[str, Any] | None = None) -> Dialect:
        """The dialect of a request's tool definitions; NoComputer when there is no computer among them."""
        computer: Mapping[str, Any] | None = None
        bash: str | None = None
        elements = False
        for tool in tools:
            kind = str(tool.get("type", ""))
            elements = elements or (not kind and tool.get("name") == TOOL)
            if kind.startswith("computer_"):
                computer = tool
            elif kind.startswith("bash_"):
                bash = str(tool.get("name", "bash"))
        if computer is None:
            raise NoComputer(
                "The embedded model works at a screen: offer it a computer tool, such as "
                '{"type": "computer_20251124", "name": "computer", "display_width_px": …, "display_height_px": …}.'
            )
        version = str(computer["type"])
        toolset = version.startswith("computer_toolset_")
        configs = computer.get("configs") or {}
        disabled = frozenset(
            str(name)
            for name, config in configs.items()
            if isinstance(config, Mapping) and config.get("enabled") is False
        )
        zoom = (
            ("zoom" not in disabled) if toolset else bool(computer.get("enable_zoom")) and version >= "computer_2025112"
        )
        single = bool((tool_choice or {}).get("disable_parallel_tool_use"))
        return cls(version, toolset, zoom, bash, disabled, single, elements and not single)

    def can(self, action: str) -> bool:
        """Whether the offered tool has this action (if need be in several calls)."""
        if action == "zoom":
            return self.zoom
        if action in self.disabled:
            return False
        return self.version != "computer_20241022" or action in _OCTOBER or action in ("triple_click", "wait", "scroll")

    def encode(self, calls: Sequence[Call], ids: Sequence[str]) -> tuple[ToolUse, ...]:
        """The tool uses for ``calls``. ``ids`` holds at least `needed` ids."""
        spelled = [wire for call in calls for wire in self._spell(call)]
        if self.toolset and not any(name in ("screenshot", "zoom") for name, _, _ in spelled):
            spelled.append(("screenshot", {}, "computer"))  # members answer "OK." without a picture
        uses: list[ToolUse] = []
        for (name, fields, tool), use_id in zip(spelled, ids, strict=False):
            if tool == TOOL:
                uses.append(ToolUse(use_id, TOOL, {}))
            elif tool == "bash":
                uses.append(ToolUse(use_id, self.bash or "bash", fields))
            elif self.toolset:
                uses.append(ToolUse(use_id, name, fields, toolset_name="computer"))
            else:
                uses.append(ToolUse(use_id, "computer", {"action": name, **fields}))
        return tuple(uses)

    def needed(self, calls: Sequence[Call]) -> int:
        return sum(len(self._spell(call)) for call in calls) + 1

    def _spell(self, call: Call) -> list[tuple[str, dict[str, Any], str]]:
        fields = dict(call.input)
        if call.tool in ("bash", TOOL) or self.version != "computer_20241022":
            return [(call.name, fields, call.tool)]
        return [(name, given, "computer") for name, given in _october(call.name, fields)]


def _october(name: str, fields: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """`computer_20241022`: a click has no place (move there first), a drag starts at the pointer, no wheel, no wait."""
    there = fields.get("coordinate")
    if name in _CLICKS:
        move: list[tuple[str, dict[str, Any]]] = [] if there is None else [("mouse_move", {"coordinate": there})]
        if name == "triple_click":  # a third click right after a double one is a triple one
            return [*move, ("double_click", {}), ("left_click", {})]
        return [*move, (name, {})]
    if name == "left_click_drag":
        start = fields.get("start_coordinate")
        first: list[tuple[str, dict[str, Any]]] = [] if start is None else [("mouse_move", {"coordinate": start})]
        return [*first, ("left_click_drag", {"coordinate": there})]
    if name == "scroll":
        page = {"down": "Page_Down", "up": "Page_Up", "left": "Left", "right": "Right"}[fields["scroll_direction"]]
        return [("key", {"text": page})]
    if name == "wait":
        return [("screenshot", {})]
    return [(name, fields)]
