"""The embedded model at a real desktop, through the real loop: what counts is what is there afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskhand.agent.result import RunResult
from deskhand.agent.run import run_task
from deskhand.desktop.interface import Desktop
from deskhand.messages import Message, user
from deskhand.models.interface import Request
from deskhand.models.local.model import LocalModel
from deskhand.tools.collection import Tools

SHOWCASE = (
    "Open the calculator, work out 1234 × 5678, write the result into a new file with the text editor, "
    "and save it as answer.txt in the shared folder."
)
GREETING = (
    "テキストエディタを開いて「こんにちは、世界」と入力し、共有フォルダーに hello.txt という名前で保存してください"
)


async def do(task: str, folder: Path, **options: object) -> tuple[RunResult, Path]:
    share = folder / "share"
    share.mkdir(exist_ok=True)
    return await run_task(task, share=share, record=folder / "runs", max_minutes=2, **options), share  # type: ignore[arg-type]


@pytest.mark.slow
async def test_the_showcase(tmp_path: Path):
    result, share = await do(SHOWCASE, tmp_path)
    assert (result.status, (share / "answer.txt").read_text().strip()) == ("done", "7006652"), result.answer
    assert "7006652" in result.answer


@pytest.mark.slow
async def test_the_showcase_in_japanese(tmp_path: Path):
    result, share = await do(GREETING, tmp_path)
    assert (result.status, (share / "hello.txt").read_text().strip()) == ("done", "こんにちは、世界"), result.answer
    assert "保存" in result.answer


async def test_an_existing_file_is_not_replaced_without_asking(tmp_path: Path):
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / "note.txt").write_text("precious")
    result, share = await do('Open the text editor, type "new" and save it as note.txt in the shared folder.', tmp_path)
    assert result.status == "asks", result.answer
    assert "note.txt" in result.answer
    assert (share / "note.txt").read_text() == "precious"


async def test_what_is_out_of_reach_is_said_at_once(tmp_path: Path):
    result, _ = await do("Please write a moving poem about autumn and mail it to my aunt.", tmp_path)
    assert (result.status, result.steps) == ("asks", 2)  # one look: whether a web page is in front


@pytest.mark.slow
@pytest.mark.parametrize("version", ["computer_20241022", "computer_20251124", "computer_toolset_20260801"])
async def test_another_process_goes_on_in_mid_task(version: str, desktop: Desktop, share: Path):
    """After every third turn a fresh model gets the conversation, as after a crash."""
    name = f"{version}.txt"
    tools = Tools(desktop, version)
    messages = [user(f'Open the text editor, type "again" and save it as {name} in the shared folder.')]
    for turn in range(40):
        if turn % 3 == 0:
            model = LocalModel()
        reply = await model.respond(Request(tuple(messages), tools.definitions))
        messages.append(reply.message)
        if reply.stop_reason != "tool_use":
            break
        runs = await tools.run_batch(reply.message.tool_uses)
        messages.append(Message("user", tuple(run.result for run in runs)))
    assert not reply.asks, reply.message.text
    assert (share / name).read_text() == "again"
    for window in await desktop.windows():
        await desktop.close_window(window.id)


@pytest.mark.slow
async def test_an_answer_is_understood(tmp_path: Path, desktop: Desktop, share: Path):
    (share / "there.txt").write_text("old")
    tools, model = Tools(desktop), LocalModel()
    messages = [user('Open the text editor, type "fresh" and save it as there.txt in the shared folder.')]
    for _ in range(40):
        reply = await model.respond(Request(tuple(messages), tools.definitions))
        messages.append(reply.message)
        if reply.asks and "replace" in reply.message.text:
            messages.append(user("Yes, replace it."))
        elif reply.stop_reason != "tool_use":
            break
        else:
            runs = await tools.run_batch(reply.message.tool_uses)
            messages.append(Message("user", tuple(run.result for run in runs)))
    assert not reply.asks, reply.message.text
    assert (share / "there.txt").read_text() == "fresh"


@pytest.mark.slow
async def test_a_value_is_read_and_used_later(tmp_path: Path):
    result, _ = await do('Open the terminal, run "expr 6 \\* 7" and tell me what it prints.', tmp_path)
    assert (result.status, result.answer.splitlines()[0]) == ("done", "42"), result.answer
