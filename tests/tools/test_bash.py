"""The bash tool over a real shell: what the model reads."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from tests.tools.local_desktop import local_desktop

from deskhand.messages import ToolUse
from deskhand.tools.bash import BashTool
from deskhand.tools.interface import ToolRun


class Bash:
    def __init__(self, folder: Path) -> None:
        self.desktop = local_desktop(folder)
        self.tool = BashTool(self.desktop, timeout=1.0)

    async def __call__(self, **values: Any) -> ToolRun:
        return await self.tool.run(await self.tool.describe(ToolUse("call", "bash", values)))


@pytest_asyncio.fixture
async def bash(tmp_path: Path) -> AsyncIterator[Bash]:
    made = Bash(tmp_path)
    try:
        yield made
    finally:
        await made.desktop.close()


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("echo a; echo b >&2", "a\nb"),
        ("grep -c x /dev/null", "0\n[exit status 1]"),
        ("true", "[no output]"),
        ("false", "[exit status 1]"),
    ],
)
async def test_the_answer_is_the_output_with_what_a_person_would_notice(bash: Bash, command: str, text: str) -> None:
    run = await bash(command=command)
    assert (run.text, run.is_error) == (text, False)
    assert run.proposal.words == f"Run `{command}`"


async def test_a_command_over_its_limit_is_told_and_the_state_stays(bash: Bash) -> None:
    await bash(command="kept=yes")
    run = await bash(command="echo begun; sleep 60")
    assert run.text.startswith("begun\n[The command was interrupted after 1 s")
    assert (await bash(command="echo $kept")).text == "yes"
    assert "new session" in (await bash(restart=True)).text
    assert (await bash(command="echo [$kept]")).text == "[]"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "give a command"),
        ({"command": None, "restart": False}, "give a command"),
        ({"command": ["ls"]}, "command must be a string"),
        ({"command": "a\0b"}, "NUL"),
        ({"restart": "maybe"}, "restart must be true or false"),
        ({"cmd": "ls"}, '"cmd" is not accepted'),
    ],
)
async def test_wrong_inputs_get_a_sentence(bash: Bash, values: dict[str, Any], words: str) -> None:
    run = await bash(**values)
    assert run.is_error and words in run.text
