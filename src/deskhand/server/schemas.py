"""The desktop's tools as JSON schemas, for clients that do not know Anthropic's built-in definitions."""

from __future__ import annotations

from typing import Any

from deskhand.screen.geometry import Size
from deskhand.tools.versions import DEFAULT_COMPUTER, VERSIONS

ACTIONS = VERSIONS[DEFAULT_COMPUTER].actions
EDITOR = "text_editor_20250728"
EDITOR_NAME = VERSIONS[EDITOR].name


def _pixels(count: int, words: str) -> dict[str, Any]:
    return {
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": count,
        "maxItems": count,
        "description": words,
    }


def computer_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "action": {"type": "string", "enum": list(ACTIONS), "description": "What to do."},
            "coordinate": _pixels(2, "[x, y] in pixels of the screenshot; clicks without it happen at the pointer."),
            "start_coordinate": _pixels(2, "left_click_drag: [x, y] where the drag begins."),
            "region": _pixels(4, "zoom: [x0, y0, x1, y1], the corners of the part to look at closely."),
            "text": {
                "type": "string",
                "description": "type: the text. key, hold_key: keys such as ctrl+s or Return. Clicks, scroll: "
                "modifier keys to hold, such as shift.",
            },
            "scroll_direction": {"type": "string", "enum": ["up", "down", "left", "right"]},
            "scroll_amount": {"type": "integer", "minimum": 0, "description": "Wheel clicks."},
            "duration": {"type": "number", "minimum": 0, "maximum": 100, "description": "wait, hold_key: seconds."},
            "repeat": {"type": "integer", "minimum": 1, "maximum": 100, "description": "key: how many times."},
        },
        "required": ["action"],
        "additionalProperties": False,
    }


def computer_words(picture: Size) -> str:
    return (
        f"See and use a Linux desktop. The screen's pictures are {picture.width}×{picture.height} pixels, the origin "
        "top left. Take a screenshot first. Every action waits until the screen has come to rest, tells whether and "
        "where it changed, and comes with the new picture."
    )


def bash_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "command": {"type": "string", "description": "Run in one lasting shell session."},
            "restart": {"type": "boolean", "description": "Begin a new session instead."},
        },
        "additionalProperties": False,
    }


BASH_WORDS = "Run a shell command on the same desktop; working directory, variables and background jobs last."


def editor_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "command": {"type": "string", "enum": list(VERSIONS[EDITOR].actions)},
            "path": {"type": "string", "description": "Of a file or folder on the desktop."},
            "view_range": {
                "type": "array",
                "items": {"type": "integer"},
                "minItems": 2,
                "maxItems": 2,
                "description": "view: first and last line, from 1; -1 is the end.",
            },
            "file_text": {"type": "string", "description": "create: the whole content."},
            "old_str": {"type": "string", "description": "str_replace: a passage that stands there exactly once."},
            "new_str": {"type": "string", "description": "str_replace: what replaces it; without it, deleted."},
            "insert_line": {"type": "integer", "minimum": 0, "description": "insert: after this line; 0: the top."},
            "insert_text": {"type": "string", "description": "insert: the text."},
        },
        "required": ["command", "path"],
        "additionalProperties": False,
    }


EDITOR_WORDS = "View, create and edit text files on the same desktop, exactly and byte for byte elsewhere."
