"""Every version of every Anthropic-defined tool, in one table.

The versions differ in a name, a beta header and the set of actions, and in little else; two copies of an editor for
two API versions is what this table is instead of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Kind: TypeAlias = Literal["computer", "toolset", "bash", "editor"]


@dataclass(frozen=True, slots=True)
class Version:
    """One line of the table."""

    type: str
    kind: Kind
    name: str
    """The name a call carries: as ``name`` for single tools, as ``toolset_name`` for a toolset."""
    beta: str | None
    """The ``anthropic-beta`` value without which the API refuses the definition."""
    actions: tuple[str, ...]
    """Actions (computer), members (toolset) or commands (editor)."""
    options: frozenset[str] = frozenset()
    """Keys of the definition that only this version and some others know."""
    max_seconds: float = 100.0
    """The longest ``wait`` and ``hold_key``."""


_FIRST = (
    "key", "type", "mouse_move", "left_click", "left_click_drag", "right_click", "middle_click", "double_click",
    "screenshot", "cursor_position",
)  # fmt: skip
_SECOND = (*_FIRST, "triple_click", "left_mouse_down", "left_mouse_up", "scroll", "hold_key", "wait")
_THIRD = (*_SECOND, "zoom")
_EDITOR = ("view", "create", "str_replace", "insert")
_OCTOBER = "computer-use-2024-10-22"

_TABLE = (
    Version("computer_20241022", "computer", "computer", _OCTOBER, _FIRST),
    Version("computer_20250124", "computer", "computer", "computer-use-2025-01-24", _SECOND),
    Version("computer_20251124", "computer", "computer", "computer-use-2025-11-24", _THIRD, frozenset({"enable_zoom"})),
    Version("computer_toolset_20260801", "toolset", "computer", None, _THIRD, frozenset({"configs"}), 300.0),
    Version("bash_20241022", "bash", "bash", _OCTOBER, ("bash",)),
    Version("bash_20250124", "bash", "bash", None, ("bash",)),
    Version("text_editor_20241022", "editor", "str_replace_editor", _OCTOBER, (*_EDITOR, "undo_edit")),
    Version("text_editor_20250124", "editor", "str_replace_editor", None, (*_EDITOR, "undo_edit")),
    Version("text_editor_20250429", "editor", "str_replace_based_edit_tool", None, _EDITOR),
    Version(
        "text_editor_20250728", "editor", "str_replace_based_edit_tool", None, _EDITOR, frozenset({"max_characters"})
    ),
)

VERSIONS: Mapping[str, Version] = {version.type: version for version in _TABLE}

DEFAULT_COMPUTER = "computer_20251124"


@dataclass(frozen=True, slots=True)
class Companions:
    """The bash and editor versions that belong beside a computer tool."""

    bash: str
    editor: str


_COMPANIONS = {
    "computer_20241022": Companions("bash_20241022", "text_editor_20241022"),
    # The models that take computer_20250124 today are of the fourth generation, and want the editor of that one.
    "computer_20250124": Companions("bash_20250124", "text_editor_20250728"),
    "computer_20251124": Companions("bash_20250124", "text_editor_20250728"),
    "computer_toolset_20260801": Companions("bash_20250124", "text_editor_20250728"),
}


def version(type: str) -> Version:
    """The table's line for a type; ValueError names the types there are."""
    try:
        return VERSIONS[type]
    except KeyError:
        raise ValueError(f"there is no tool type {type!r}; known are {', '.join(VERSIONS)}") from None


def toolset_for(computer: str) -> Companions:
    """The matching bash and editor versions; ValueError when ``computer`` is no computer tool."""
    try:
        return _COMPANIONS[computer]
    except KeyError:
        raise ValueError(f"{computer!r} is no computer tool; known are {', '.join(_COMPANIONS)}") from None


def beta_headers(definitions: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The ``anthropic-beta`` values that these tool definitions need, each once; custom tools need none."""
    headers: dict[str, None] = {}
    for definition in definitions:
        entry = VERSIONS.get(str(definition.get("type", "")))
        if entry is not None and entry.beta is not None:
            headers[entry.beta] = None
    return tuple(headers)
