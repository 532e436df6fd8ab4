"""A conversation that fills the window is summed up by the model itself, and the run goes on; a resumed one as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskhand.agent.compaction import BEGIN, MOST, PROMPT, is_due, record_of
from deskhand.agent.events import Asked, Replied
from deskhand.agent.journal import Journal, Reader
from deskhand.agent.recovery import recover
from deskhand.agent.resume import resume_run
from deskhand.agent.run import run_task
from deskhand.agent.telling import replied
from deskhand.agent.transcript import conversation
from deskhand.desktop.interface import Desktop
from deskhand.messages import Image, Text, ToolResult, ToolUse, Usage, assistant, user
from deskhand.models.interface import Reply, Request, Traits
from deskhand.models.scripted import ScriptedModel, Turn, call, computer

SMALL = Traits(ends_by_word=True, window=1000)


def full(*blocks: ToolUse) -> Reply:
    return Reply(blocks, "tool_use", Usage(700, 150), "m")


def test_when_it_is_due():
    assert is_due(Usage(700, 150), SMALL) and not is_due(Usage(700, 50), SMALL)
    assert is_due(Usage(100, 50, 300, 500), SMALL), "what was cached fills the window as well"
    assert not is_due(Usage(10**9), Traits())


def test_the_record_is_text_and_of_limited_length():
    use = ToolUse("t", "bash", {"command": "ls"})
    result = ToolResult("t", (Text("a\nb"), Image(b"x")))
    record = record_of([assistant("I look.", use), user(result), user("Go on.")])
    assert record == (
        "<record>\nYou: I look.\nCall bash: {'command': 'ls'}\nResult: a\nb [screenshot]\nTold: Go on.\n</record>"
    )
    assert len(record_of([user("x" * 1000)] * 1000)) < MOST + 100


async def test_a_full_window_is_summed_up(desktop: Desktop, tmp_path: Path):
    seen: list[Request] = []

    def summing(request: Request) -> str:
        seen.append(request)
        return "The screen was looked at; 42 is written."

    turns: list[Turn] = [full(computer("screenshot")), summing, [call("bash", command="echo 43")], "All done.\nDONE"]
    model = ScriptedModel(turns, traits=SMALL)
    result = await run_task("Count to 43.", model=model, desktop=desktop, record=tmp_path)
    assert (result.status, result.steps) == ("done", 4)
    asked = seen[0]
    assert asked.tools == () and asked.system == "" and len(asked.messages) == 1
    assert "Count to 43." in asked.messages[0].text and PROMPT in asked.messages[0].text
    assert sum(isinstance(block, Image) for block in asked.messages[0].content) == 1
    after = model.requests[2].messages
    assert [message.role for message in after] == ["user", "user"]
    assert after[0].text == "Count to 43." and after[1].text.startswith(BEGIN + "The screen was looked at")
    assert isinstance(after[1].content[-1], Image)
    reader = Reader(result.folder)
    told = conversation([entry.event for entry in reader.read()], reader.picture)
    reader.close()
    assert told[: len(after)] == after, "the journal tells the same conversation"


async def test_a_window_that_is_too_full_already(desktop: Desktop, tmp_path: Path):
    stopped = Reply((), "model_context_window_exceeded", Usage(), "m")
    turns: list[Turn] = [[computer("screenshot")], stopped, "Looked.", "All done.\nDONE"]
    model = ScriptedModel(turns, traits=Traits(ends_by_word=True))
    result = await run_task("Look.", model=model, desktop=desktop, record=tmp_path)
    assert result.status == "done" and "Looked." in model.requests[3].messages[1].text


async def test_cut_off_between_the_summary_and_what_follows(desktop: Desktop, tmp_path: Path):
    turns: list[Turn] = [full(call("bash", command="echo 1")), "SUMMED UP", "never"]
    result = await run_task("Sum.", model=ScriptedModel(turns, traits=SMALL), desktop=desktop, record=tmp_path)
    reader = Reader(result.folder)
    entries = reader.read()
    reader.close()
    at = next(n for n, each in enumerate(entries) if isinstance(each.event, Replied) and "SUMMED" in each.event.text)
    journal = Journal.create(tmp_path / "cut")
    for entry in entries[: at + 1]:
        journal.append(entry.event)
    journal.close()
    assert recover(entries[: at + 1]).summary == "SUMMED UP"
    again = ScriptedModel(["All done.\nDONE"], traits=SMALL)
    resumed = await resume_run(tmp_path / "cut", model=again, desktop=desktop)
    assert resumed.status == "done"
    assert "SUMMED UP" in again.requests[0].messages[1].text and len(again.requests[0].messages) == 2


@pytest.mark.parametrize("asks", [False, True])
async def test_cut_off_after_the_last_word(asks: bool, desktop: Desktop, tmp_path: Path):
    """What the model said is not asked for again: it is acted on."""
    first = await run_task("x", model=ScriptedModel(["Hello."]), desktop=desktop, record=tmp_path)
    reader = Reader(first.folder)
    entries = reader.read()
    reader.close()
    journal = Journal.create(tmp_path / "cut")
    journal.append(entries[0].event)
    journal.append(Asked(1))
    journal.append(replied(1, Reply((Text("Which one?"),), "end_turn", asks=asks), 0.1, None))
    journal.close()
    model = ScriptedModel([])
    resumed = await resume_run(tmp_path / "cut", model=model, desktop=desktop)
    assert (resumed.status, resumed.answer) == ("asks" if asks else "done", "Which one?")
    assert model.requests == []
