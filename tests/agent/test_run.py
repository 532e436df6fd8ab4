"""From a sentence to a finished task, desktop included: what is left behind, and what is not."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from deskhand.agent.control import Control
from deskhand.agent.events import Acting, Event, Finished, Noted, Started
from deskhand.agent.journal import Journal, Reader
from deskhand.agent.run import run_task
from deskhand.agent.runs import list_runs
from deskhand.agent.transcript import UNKNOWN, conversation
from deskhand.desktop.interface import Desktop
from deskhand.models.interface import Delta, ModelError
from deskhand.models.scripted import ScriptedModel, call, computer

LEAVE = (
    "mkdir -p ~/Shared/sub; echo 42 > ~/Shared/sub/answer.txt; ln -s /etc/passwd ~/Shared/link; mkfifo ~/Shared/pipe"
)


async def test_a_task_leaves_its_record_and_no_desktop(tmp_path: Path):
    share = tmp_path / "mine"
    share.mkdir()
    (share / "letter.txt").write_text("dear")
    (share / "old.txt").write_text("old")
    reported: list[str] = []
    deltas: list[Delta] = []

    async def listen(delta: Delta) -> None:
        deltas.append(delta)

    def report(folder: Path) -> None:
        reader = Reader(folder)
        reported.extend(entry.event.kind for entry in reader.read())
        reader.close()
        raise OSError("no space left")

    model = ScriptedModel(
        [
            computer("screenshot"),
            call("bash", command=f"cat ~/Shared/letter.txt; {LEAVE}; echo new > ~/Shared/old.txt"),
            "Done.",
        ]
    )
    events: list[Event] = []
    result = await run_task(
        "Answer the letter.", model=model, share=share, size="800x600", record=tmp_path / "runs", max_steps=5,
        system="Be kind.", on_event=events.append, on_delta=listen, report=report,
    )  # fmt: skip
    assert (result.status, result.answer, result.steps, result.exit_status) == ("done", "Done.", 3, 0)
    assert result.folder == tmp_path / "runs" / result.run
    assert result.files == ("old.txt", "sub/answer.txt")
    assert (result.folder / "shared/sub/answer.txt").read_text() == "42\n"
    assert sorted(p.name for p in (result.folder / "shared").rglob("*")) == ["answer.txt", "old.txt", "sub"]
    assert "dear" in model.requests[2].messages[-1].tool_results[0].text
    assert [event.text for event in events if isinstance(event, Noted)] == [
        "link is not kept: it is no plain file.",
        "pipe is not kept: it is no plain file.",
    ]
    started = events[0]
    assert isinstance(started, Started) and (started.width, started.height, started.task) == (
        800,
        600,
        "Answer the letter.",
    )
    assert json.loads(json.dumps(dict(started.options)))["max_steps"] == 5
    assert reported[-1] == "finished" and "no space left" in result.warnings[0]
    assert deltas == [Delta("text", "Done.")]
    assert [path.name for path in result.folder.glob("journal*")] == ["journal.sqlite"]
    summary = list_runs(tmp_path / "runs")[0]
    assert (summary.id, summary.status, summary.steps) == (result.run, "done", 3)


async def test_without_a_folder_of_yours_the_shared_one_is_in_the_record(tmp_path: Path):
    model = ScriptedModel([call("bash", command=LEAVE), "Done."])
    result = await run_task("x", model=model, record=tmp_path)
    assert result.files == ("sub/answer.txt",)
    assert (result.folder / "shared/sub/answer.txt").read_text() == "42\n"


async def test_a_desktop_of_ones_own_stays_open(desktop: Desktop, tmp_path: Path):
    result = await run_task("x", model=ScriptedModel(["Done."]), desktop=desktop, record=tmp_path)
    assert result.status == "done"
    assert (await desktop.shell("echo alive")).output.strip() == "alive"
    held = SimpleNamespace(body=desktop)
    assert (await run_task("x", model=ScriptedModel(["Done."]), desktop=held, record=tmp_path)).status == "done"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"task": "  "}, "the task is empty"),
        ({"size": "big"}, "WIDTHxHEIGHT"),
        ({"max_steps": 0}, "limit on steps must be more than 0"),
        ({"model": "lokal"}, "Did you mean local?"),
        ({"model": "openai:llama@nowhere"}, "there is no key"),
        ({"model": "openai:llama@http://127.0.0.1:1?dialect=latin"}, "there is no dialect"),
        ({"model": "claude-sonnet-5"}, "set ANTHROPIC_API_KEY, or use --model local"),
        ({"share": __file__}, "cannot be shared"),
    ],
)
async def test_what_is_wrong_is_said_before_anything_begins(
    wrong: dict[str, str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    monkeypatch.delenv("ANTHROPIC_AUTH_TOKEN", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises((ValueError, ModelError)) as caught:
        await run_task(**{"task": "x", "model": ScriptedModel([]), "record": tmp_path} | wrong)  # type: ignore[arg-type]
    assert sentence in str(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("record", ["share", "share/runs", "link/runs"])
async def test_the_desktop_can_never_write_to_the_record(record: str, tmp_path: Path):
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    with pytest.raises(ValueError, match="would lie inside the shared folder"):
        await run_task("x", model=ScriptedModel([]), share=tmp_path / "share", record=tmp_path / record)
    assert not list((tmp_path / "share").iterdir())


async def test_a_desktop_that_cannot_start_is_a_recorded_failure(tmp_path: Path):
    result = await run_task("x", model=ScriptedModel([]), size="30000x30000", record=tmp_path / "runs")
    assert result.status == "failed" and result.answer.startswith("The desktop could not be started: ")
    reader = Reader(result.folder)
    assert [entry.event.kind for entry in reader.read()] == ["started", "finished"]
    reader.close()


async def test_stopped_while_the_desktop_is_starting(tmp_path: Path):
    control = Control()
    asyncio.get_running_loop().call_later(0.05, control.stop)
    result = await run_task("x", model=ScriptedModel([]), control=control, record=tmp_path)
    assert result.status == "interrupted" and result.steps == 0


async def test_the_desktop_dies_under_the_run(tmp_path: Path):
    model = ScriptedModel([call("bash", command="kill -9 -1"), computer("screenshot"), "Fine."])
    result = await run_task("x", model=model, record=tmp_path)
    assert result.status == "failed" and result.answer.startswith("The desktop is gone")


KILLED = """
import asyncio, sys
from deskhand.agent.run import run_task
from deskhand.models.scripted import ScriptedModel, call, computer
batch = [computer("screenshot"), call("bash", command="sleep 60"), computer("left_click", coordinate=[1, 1])]
show = lambda event: print(event.kind, flush=True)
asyncio.run(run_task("Do it.", model=ScriptedModel([batch]), record=sys.argv[1], on_event=show))
"""


async def test_what_kill_9_leaves_can_be_gone_on_from(tmp_path: Path):
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED, str(tmp_path), stdout=subprocess.PIPE, env={**os.environ}
    )
    assert child.stdout is not None
    seen: list[str] = []
    while seen.count("acting") < 2:
        line = await child.stdout.readline()
        assert line, "the run ended by itself"
        seen.append(line.decode().strip())
    os.kill(child.pid, signal.SIGKILL)
    await child.wait()
    run = list_runs(tmp_path)[0]
    assert (run.status, run.steps, run.task) == ("unfinished", 1, "Do it.")
    reader = Reader(run.folder)
    entries = reader.read()
    assert [entry.event.kind for entry in entries] == seen
    assert isinstance(entries[-1].event, Acting) and not any(isinstance(e.event, Finished) for e in entries)
    messages = conversation([entry.event for entry in entries], reader.picture)
    reader.close()
    assert [message.role for message in messages] == ["user", "assistant", "user"]
    looked, slept, unborn = messages[2].tool_results
    assert looked.images and not looked.is_error
    assert slept.is_error and slept.text == UNKNOWN
    assert unborn.is_error and unborn.text.startswith("Not executed")
    with pytest.raises(Exception, match="one folder keeps one run"):
        Journal.create(run.folder)


@pytest.mark.slow
async def test_the_embedded_model_is_the_default(desktop: Desktop, tmp_path: Path):
    """It is asked through the same door as any other: here for what it must refuse at once."""
    result = await run_task("Book me a flight to Mars and pay for it.", desktop=desktop, record=tmp_path)
    assert result.status == "asks" and result.answer
