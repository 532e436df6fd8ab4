"""The built-in tools as plain functions, for models that do not know Anthropic's: JSON schemas from our own tables.

What an action needs and may have stands in one place (`computer_actions.SHAPES`, `editor.COMMANDS`), and these schemas
are made from it: a schema written by hand is wrong by the second change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from deskhand.tools.computer_actions import SHAPES
from deskhand.tools.editor import COMMANDS
from deskhand.tools.versions import VERSIONS, Version

_HIDDEN = frozenset({"key"})
"""Arguments that are understood but not offered: another spelling of one that is."""

_POINT = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
ARGUMENTS: Mapping[str, dict[str, Any]] = {
    "coordinate": {**_POINT, "description": "[x, y] in pixels of the screenshot, from its top left corner."},
    "start_coordinate": {**_POINT, "description": "[x, y] where a drag begins."},
    "text": {
        "type": "string",
        "description": "type: the text. key, hold_key: keys such as Return, ctrl+s, alt+Tab, Page_Down. Clicks and "
        "scroll: modifier keys to hold, such as shift or ctrl+shift.",
    },
    "repeat": {"type": "integer", "minimum": 1, "maximum": 100, "description": "How often the keys are pressed."},
    "duration": {"type": "number", "minimum": 0, "description": "Seconds."},
    "scroll_direction": {"type": "string", "enum": ["up", "down", "left", "right"]},
    "scroll_amount": {"type": "integer", "minimum": 0, "description": "Clicks of the mouse wheel, usually 3 to 10."},
    "region": {
        "type": "array",
        "items": {"type": "integer"},
        "minItems": 4,
        "maxItems": 4,
        "description": "[x0, y0, x1, y1]: the part of the screenshot to look at closely.",
    },
    "path": {"type": "string", "description": "Absolute path, such as /home/user/notes.txt."},
    "view_range": {
        "type": "array",
        "items": {"type": "integer"},
        "description": "[first, last] line, counted from 1; -1 as last means to the end.",
    },
    "file_text": {"type": "string", "description": "The whole text of the file."},
    "old_str": {"type": "string", "description": "The text to be replaced; it must occur exactly once."},
    "new_str": {"type": "string", "description": "What stands in its place."},
    "insert_line": {"type": "integer", "minimum": 0, "description": "The line after which to insert; 0: at the top."},
    "insert_text": {"type": "string", "description": "The text to insert."},
    "command": {"type": "string", "description": "The command."},
    "restart": {"type": "boolean", "description": "Start the shell anew, instead of a command."},
}


def function(definition: Mapping[str, Any]) -> dict[str, Any]:
    """A tool definition of the Messages API as a custom one: name, description, input_schema."""
    version = VERSIONS.get(str(definition.get("type", "")))
    if version is None:
        return {key: definition[key] for key in ("name", "description", "input_schema") if key in definition}
    match version.kind:
        case "computer" | "toolset":
            return _computer(version, definition)
        case "bash":
            return _function(
                version.name,
                "Run a command in a bash shell inside the desktop's sandbox. The shell stays: directory and variables "
                "carry over. Start programs with a window in the background: (mousepad >/dev/null 2>&1 &).",
                {"command": ARGUMENTS["command"], "restart": ARGUMENTS["restart"]},
                (),
            )
        case "editor":
            return _editor(version)


def _computer(version: Version, definition: Mapping[str, Any]) -> dict[str, Any]:
    off = set() if definition.get("enable_zoom", "enable_zoom" not in version.options) else {"zoom"}
    off |= {name for name, config in (definition.get("configs") or {}).items() if config.get("enabled") is False}
    actions = [name for name in version.actions if name not in off]
    size = ""
    if "display_width_px" in definition:
        size = f" of {definition['display_width_px']}×{definition['display_height_px']} pixels"
    lines = [f"{name}: {_usage(SHAPES[name].needs, SHAPES[name].may_have)}" for name in actions]
    names = _in_order(actions, lambda name: (*SHAPES[name].needs, *SHAPES[name].may_have))
    return _function(
        version.name,
        f"Use mouse and keyboard at a Linux desktop with a screen{size}, and look at it. Coordinates are pixels of the "
        "screenshot. Each action answers with a screenshot of what came of it.\nActions and their arguments:\n"
        + "\n".join(lines),
        {"action": {"type": "string", "enum": actions}, **{name: ARGUMENTS[name] for name in names}},
        ("action",),
    )


def _editor(version: Version) -> dict[str, Any]:
    lines = [f"{name}: {_usage(COMMANDS[name].needs, COMMANDS[name].may_have)}" for name in version.actions]
    names = _in_order(version.actions, lambda name: (*COMMANDS[name].needs, *COMMANDS[name].may_have))
    return _function(
        version.name,
        "View and edit text files inside the desktop's sandbox.\nCommands and their arguments:\n" + "\n".join(lines),
        {"command": {"type": "string", "enum": list(version.actions)}, **{name: ARGUMENTS[name] for name in names}},
        ("command", "path"),
    )


def _in_order(names: Sequence[str], of: Any) -> list[str]:
    """All arguments of these actions, each once."""
    return list(dict.fromkeys(each for name in names for each in of(name) if each not in _HIDDEN))


def _usage(needs: Sequence[str], may_have: Sequence[str]) -> str:
    optional = [f"{name}?" for name in may_have if name not in _HIDDEN]
    return ", ".join([*needs, *optional]) or "no arguments"


def _function(name: str, description: str, properties: Mapping[str, Any], required: Sequence[str]) -> dict[str, Any]:
    schema = {"type": "object", "properties": dict(properties), "required": list(required)}
    return {"name": name, "description": description, "input_schema": schema}
