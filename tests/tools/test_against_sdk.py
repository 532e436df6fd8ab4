"""The table of versions against the types that the ``anthropic`` SDK publishes: names, arguments, definitions."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args, get_type_hints

import anthropic.types
import anthropic.types.beta
import pytest
from tests.tools.local_desktop import local_desktop

from deskhand.tools.bash import BashTool
from deskhand.tools.computer import ComputerTool
from deskhand.tools.computer_actions import SHAPES
from deskhand.tools.editor import EditorTool
from deskhand.tools.versions import VERSIONS

PUBLISHED = {
    "computer_20241022": "BetaToolComputerUse20241022Param",
    "computer_20250124": "BetaToolComputerUse20250124Param",
    "computer_20251124": "BetaToolComputerUse20251124Param",
    "computer_toolset_20260801": "BetaComputerToolset20260801Param",
    "bash_20241022": "BetaToolBash20241022Param",
    "bash_20250124": "BetaToolBash20250124Param",
    "text_editor_20241022": "BetaToolTextEditor20241022Param",
    "text_editor_20250124": "BetaToolTextEditor20250124Param",
    "text_editor_20250429": "BetaToolTextEditor20250429Param",
    "text_editor_20250728": "BetaToolTextEditor20250728Param",
}


def members() -> dict[str, Any]:
    """Each toolset member's input, by the member's name."""
    found = {}
    for name in dir(anthropic.types):
        if name.startswith("Computer") and name.endswith("ToolUseBlock") and name != "ComputerToolUseBlock":
            fields = getattr(anthropic.types, name).model_fields
            (member,) = get_args(fields["name"].annotation)
            found[member] = fields["input"].annotation
    return found


def test_members_and_their_arguments_are_the_published_ones() -> None:
    published = members()
    assert set(published) == set(VERSIONS["computer_toolset_20260801"].actions)
    for name, input_type in published.items():
        fields = getattr(input_type, "model_fields", {})
        shape = SHAPES[name]
        assert {key for key, field in fields.items() if field.is_required()} == set(shape.needs), name
        assert set(fields) <= {*shape.needs, *shape.may_have}, name


@pytest.mark.parametrize("type", VERSIONS)
def test_definitions_have_the_published_keys_and_name(type: str) -> None:
    desktop, version = local_desktop(Path("/")), VERSIONS[type]
    tool: ComputerTool | BashTool | EditorTool
    match version.kind:
        case "bash":
            tool = BashTool(desktop, type)
        case "editor":
            tool = EditorTool(desktop, type, max_characters=1000)
        case _:
            tool = ComputerTool(desktop, type)
    definition = tool.definition()
    published = getattr(anthropic.types.beta, PUBLISHED[type])
    hints = get_type_hints(published)
    assert set(definition) <= set(hints)
    assert type in str(hints["type"])
    if "name" in definition:
        assert f"'{definition['name']}'" in str(hints["name"])
    else:
        assert "name" not in hints
