"""The table of versions: names, beta headers, and which tools belong together."""

from __future__ import annotations

import pytest

from deskhand.tools.versions import VERSIONS, beta_headers, toolset_for, version


def test_the_table_holds_every_version_under_its_wire_name() -> None:
    names = {type: (entry.name, entry.beta) for type, entry in VERSIONS.items()}
    october = "computer-use-2024-10-22"
    assert names == {
        "computer_20241022": ("computer", october),
        "computer_20250124": ("computer", "computer-use-2025-01-24"),
        "computer_20251124": ("computer", "computer-use-2025-11-24"),
        "computer_toolset_20260801": ("computer", None),
        "bash_20241022": ("bash", october),
        "bash_20250124": ("bash", None),
        "text_editor_20241022": ("str_replace_editor", october),
        "text_editor_20250124": ("str_replace_editor", None),
        "text_editor_20250429": ("str_replace_based_edit_tool", None),
        "text_editor_20250728": ("str_replace_based_edit_tool", None),
    }


def test_beta_headers_are_those_of_the_definitions_each_once() -> None:
    assert beta_headers([{"type": "computer_20241022"}, {"type": "bash_20241022"}]) == ("computer-use-2024-10-22",)
    assert beta_headers([{"type": "computer_toolset_20260801"}, {"type": "bash_20250124"}]) == ()
    assert beta_headers([{"name": "weather", "input_schema": {}}, {"type": "custom"}]) == ()


def test_companions_and_unknown_types() -> None:
    for type, entry in VERSIONS.items():
        if entry.kind in ("computer", "toolset"):
            companions = toolset_for(type)
            assert version(companions.bash).kind == "bash" and version(companions.editor).kind == "editor"
    with pytest.raises(ValueError, match="known are computer_20241022"):
        version("computer_2030")
    with pytest.raises(ValueError, match="no computer tool"):
        toolset_for("bash_20250124")
