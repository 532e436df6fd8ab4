"""The built-in tools as plain functions: the schemas say what the tools themselves accept, no more and no less."""

from __future__ import annotations

from typing import Any

import pytest

from deskhand.screen.geometry import Size
from deskhand.screen.sizing import Scale
from deskhand.tools.arguments import Arguments
from deskhand.tools.computer_actions import SHAPES, parse
from deskhand.tools.editor import COMMANDS
from deskhand.tools.schemas import ARGUMENTS, function
from deskhand.tools.versions import VERSIONS, version

SIZE = Size(1280, 800)
VALUES: dict[str, Any] = {
    "coordinate": [1, 2], "start_coordinate": [3, 4], "text": "shift", "repeat": 2, "duration": 1.5,
    "scroll_direction": "down", "scroll_amount": 3, "region": [0, 0, 10, 10],
}  # fmt: skip


def test_every_argument_is_described():
    named = {name for shape in SHAPES.values() for name in (*shape.needs, *shape.may_have)} - {"key"}
    named |= {name for command in COMMANDS.values() for name in (*command.needs, *command.may_have)}
    assert named | {"command", "restart"} == set(ARGUMENTS)


@pytest.mark.parametrize("type", [each for each in VERSIONS if each.startswith("computer")])
def test_what_the_schema_offers_the_tool_takes(type: str):
    of = version(type)
    made = function({"type": type, "name": "computer", "enable_zoom": True})
    properties = made["input_schema"]["properties"]
    assert properties["action"]["enum"] == list(of.actions)
    enabled = frozenset(of.actions)
    for action in of.actions:
        line = next(line for line in made["description"].split("\n") if line.startswith(f"{action}: "))
        names = [name.rstrip("?") for name in line.partition(": ")[2].split(", ") if name != "no arguments"]
        if type == "computer_20241022":  # its drag starts where the pointer is
            names = [name for name in names if name != "start_coordinate"]
        parse(action, {name: VALUES[name] for name in names}, Scale(SIZE, SIZE), of, enabled)
        assert set(names) <= properties.keys()


def test_actions_that_are_off_are_not_offered():
    made = function({"type": "computer_20251124", "name": "computer", "display_width_px": 8, "display_height_px": 6})
    assert "zoom" not in made["input_schema"]["properties"]["action"]["enum"]
    assert "region" not in made["input_schema"]["properties"] and "8×6 pixels" in made["description"]
    off = {"type": "computer_toolset_20260801", "configs": {"wait": {"enabled": False}}}
    enum = function(off)["input_schema"]["properties"]["action"]["enum"]
    assert "wait" not in enum and "zoom" in enum


def test_editor_bash_and_custom_tools():
    made = function({"type": "text_editor_20250728", "name": "str_replace_based_edit_tool"})
    assert made["input_schema"]["properties"]["command"]["enum"] == ["view", "create", "str_replace", "insert"]
    for name in made["input_schema"]["properties"]["command"]["enum"]:
        values = dict.fromkeys(COMMANDS[name].needs, "x")
        Arguments(name, values).only(COMMANDS[name].needs, COMMANDS[name].may_have)
        assert set(COMMANDS[name].needs) <= made["input_schema"]["properties"].keys()
    assert set(function({"type": "bash_20250124", "name": "bash"})["input_schema"]["properties"]) == {
        "command",
        "restart",
    }
    own = {"name": "add", "description": "Add.", "input_schema": {"type": "object"}, "cache_control": {}}
    assert function(own) == {"name": "add", "description": "Add.", "input_schema": {"type": "object"}}
