"""Commands of real programs, by what they do: what counts is what is there afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskhand.desktop.interface import Desktop
from deskhand.messages import Message, user
from deskhand.models.local.conversation import Conversations, Program, Task
from deskhand.models.local.dialect import Dialect
from deskhand.models.local.eyes import Eyes
from deskhand.models.local.policy import carry_out
from deskhand.models.local.steps import Plan, PressKeys, Save, Step, UseCommand
from deskhand.tools.collection import Tools


async def carry(desktop: Desktop, *steps: Step) -> str:
    """The plan at the real desktop; what is said last."""
    plan = Plan(steps, tuple(type(step).__name__ for step in steps))
    tools = Tools(desktop)

    def start(task: Task) -> Program:
        return carry_out(task, plan)

    talk = Conversations(start, Eyes(), "local")
    messages = [user("…")]
    for _ in range(60):
        reply = await talk.respond(messages, Dialect.of(tools.definitions))
        messages.append(reply.message)
        if reply.stop_reason != "tool_use":
            break
        runs = await tools.run_batch(reply.message.tool_uses)
        messages.append(Message("user", tuple(run.result for run in runs)))
    talk.close()
    for window in await desktop.windows():
        await desktop.close_window(window.id)
    assert not reply.asks, reply.message.text
    return reply.message.text


@pytest.mark.slow
async def test_a_command_in_a_menu_behind_a_menu(desktop: Desktop, share: Path):
    (share / "tabs.txt").write_text("\tone\n\ttwo\n")
    await desktop.launch("mousepad /home/user/Shared/tabs.txt")
    said = await carry(desktop, PressKeys("ctrl+a"), UseCommand("convert tabs to spaces"), Save())
    assert "Tabs to Spaces" in said
    assert "\t" not in (share / "tabs.txt").read_text()


@pytest.mark.slow
async def test_a_command_whose_dialog_wants_a_name(desktop: Desktop, share: Path):
    await desktop.launch("pcmanfm /home/user/Shared")
    await carry(desktop, UseCommand("create folder", (("name", "Plans"),)))
    assert (share / "Plans").is_dir()
