"""Whatever JSON a model sends as the input of bash or the editor, it gets a proposal, and at worst a sentence."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tools.local_desktop import local_desktop

from deskhand.messages import ToolUse
from deskhand.tools.bash import BashTool
from deskhand.tools.editor import EditorTool

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KEYS = ("command", "restart", "path", "file_text", "old_str", "new_str", "insert_line", "insert_text", "view_range")
COMMANDS = st.sampled_from(["view", "create", "str_replace", "insert", "undo_edit"])


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from(KEYS), JSON, max_size=5) | JSON,
    COMMANDS | st.none(),
    st.sampled_from(["bash_20250124", "text_editor_20241022"]),
)
def test_any_input_becomes_a_proposal(values: Any, command: str | None, type: str) -> None:
    if command is not None and isinstance(values, dict):
        values = values | {"command": command}
    desktop = local_desktop(Path("/"))
    tool: BashTool | EditorTool = BashTool(desktop) if type.startswith("bash") else EditorTool(desktop, type)
    proposal = asyncio.run(tool.describe(ToolUse("call", tool.version.name, values)))
    assert proposal.words and len(proposal.error) < 1000
    proposal.error.encode()
