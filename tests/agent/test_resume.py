"""Killed at any point, a run goes on: nothing done twice, no call unanswered, on the surviving desktop or a new one."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.agent.cut_run import Careful

from deskhand.agent.control import Control
from deskhand.agent.events import Acted, Asked, Event, Finished, Replied, Resumed
from deskhand.agent.journal import FILE, Journal, JournalError, Reader
from deskhand.agent.recovery import NothingToResume
from deskhand.agent.resume import resume_run
from deskhand.agent.run import run_task
from deskhand.agent.runs import list_runs
from deskhand.agent.take_up import NEW_DESKTOP, SAME_DESKTOP
from deskhand.agent.transcript import conversation
from deskhand.desktop.interface import Desktop
from deskhand.models.interface import Traits
from deskhand.models.scripted import ScriptedModel, call
from deskhand.sandbox import session

EVENTS = 20
"""Of the run when nothing kills it; the last one is its end."""
CALLS = 5
QUICK = ["2"]
ALL = [*map(str, range(1, EVENTS)), *(f"after:{number}" for number in range(1, CALLS + 1))]


async def _cut(record: Path, point: str) -> Path:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.agent.cut_run", str(record), point, stdout=subprocess.PIPE
    )
    out, _ = await child.communicate()
    assert child.returncode == -signal.SIGKILL, out.decode()
    return record if (record / FILE).exists() else list_runs(record)[0].folder


def _events(folder: Path) -> list[Event]:
    reader = Reader(folder)
    try:
        return [entry.event for entry in reader.read()]
    finally:
        reader.close()


def _end_desktop(folder: Path) -> None:
    """As if the ten minutes were over, at once and without a chance to tidy up."""
    left = session.find(str(folder.resolve()))
    assert left is not None
    os.kill(session.read(left, "launcher.json")["launcher"], signal.SIGKILL)


async def _check(record: Path, point: str, lost: bool, *again: str) -> None:
    folder = await _cut(record, point)
    for once_more in again:
        assert await _cut(folder, once_more) == folder
    assert list_runs(record)[0].status == "unfinished"
    if lost:
        _end_desktop(folder)
    model = Careful()
    result = await resume_run(folder, model=model)
    assert (result.status, result.answer) == ("done", "All is written."), result
    log = (folder / "shared/log").read_text().split()
    assert log == ["1", "2", "3", "4", "5"], f"killed at {point}, {'lost' if lost else 'kept'}"
    events = _events(folder)
    assert [event.same_desktop for event in events if isinstance(event, Resumed)] == [not lost] * (len(again) + 1)
    reader = Reader(folder)
    messages = conversation(events, reader.picture)
    reader.close()
    uses = [use.id for message in messages for use in message.tool_uses]
    assert uses == [result.tool_use_id for message in messages for result in message.tool_results]
    assert len({event.call for event in events if isinstance(event, Acted)}) == len(uses)
    assert isinstance(events[-1], Finished) and list_runs(record)[0].status == "done"
    assert session.find(str(folder.resolve())) is None, "the desktop is still there"
    steps = [event.step for event in events if isinstance(event, Replied)]
    assert steps == sorted(set(steps))
    said = [event.said for event in events if isinstance(event, Asked) and event.said]
    told = NEW_DESKTOP if lost else SAME_DESKTOP
    assert set(said) <= {told}  # nothing need be said to a model that had just finished


@pytest.mark.parametrize("point", QUICK)
async def test_killed_and_resumed_on_the_desktop_that_survived(point: str, tmp_path: Path):
    await _check(tmp_path, point, lost=False)


@pytest.mark.parametrize("point", ["after:2"])
async def test_killed_and_resumed_on_a_new_desktop(point: str, tmp_path: Path):
    await _check(tmp_path, point, lost=True)


@pytest.mark.parametrize("again", ["3"])
async def test_killed_again_while_it_is_being_resumed(again: str, tmp_path: Path):
    await _check(tmp_path, "after:2", False, again)


@pytest.mark.slow
@pytest.mark.parametrize("again", [*map(str, range(1, 14)), "after:1", "after:2"])
async def test_killed_again_at_every_event_of_the_resumed_run(again: str, tmp_path: Path):
    await _check(tmp_path, "after:2", False, again, *(["2", "after:1"] if again in ("6", "after:1") else []))


@pytest.mark.slow
@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize("point", ALL)
async def test_killed_at_every_event(point: str, lost: bool, tmp_path: Path):
    await _check(tmp_path, point, lost)


async def test_a_person_answers_what_the_model_asked(desktop: Desktop, tmp_path: Path):
    large = Traits(ends_by_word=True)
    asking = ScriptedModel([call("bash", command="echo 1"), "Which colour?\nQUESTION"], traits=large)
    first = await run_task("Paint.", model=asking, desktop=desktop, record=tmp_path)
    assert first.status == "asks"
    with pytest.raises(NothingToResume, match="Which colour"):
        await resume_run(first.folder, model=asking, desktop=desktop)
    told = ScriptedModel([call("bash", command="echo 2"), "Painted.\nDONE"], traits=large)
    second = await resume_run("latest", record=tmp_path, model=told, desktop=desktop, say="Blue.")
    assert (second.status, second.answer, second.steps, second.run) == ("done", "Painted.", 4, first.run)
    assert [message.role for message in told.requests[0].messages] == ["user", "assistant", "user", "assistant", "user"]
    assert told.requests[0].messages[-1].text == "Blue."
    with pytest.raises(NothingToResume, match="The run is done"):
        await resume_run(first.folder, model=told, desktop=desktop)


async def test_a_run_at_its_limit_goes_on_with_a_larger_one(desktop: Desktop, tmp_path: Path):
    first = await run_task(
        "x", model=ScriptedModel([call("bash", command="echo 1"), "no"]), desktop=desktop, record=tmp_path, max_steps=1
    )
    assert first.status == "limit"
    again = await resume_run(first.folder, model=ScriptedModel(["Done."]), desktop=desktop)
    assert (again.status, again.steps) == ("limit", 1)
    more = await resume_run(first.folder, model=ScriptedModel(["Done."]), desktop=desktop, max_steps=5)
    assert (more.status, more.steps) == ("done", 2)
    assert more.seconds >= first.seconds


async def test_only_a_crash_leaves_a_desktop_waiting(tmp_path: Path):
    result = await run_task("x", model=ScriptedModel(["Done."]), size="640x480", record=tmp_path, keep_on_crash=True)
    assert result.status == "done" and session.find(str(result.folder.resolve())) is None
    stopped = Control()
    asyncio.get_running_loop().call_later(0.1, stopped.stop)
    result = await run_task(
        "x", model=ScriptedModel([call("bash", command="sleep 30")]), size="640x480", record=tmp_path,
        keep_on_crash=True, control=stopped,
    )  # fmt: skip
    assert result.status == "interrupted" and session.find(str(result.folder.resolve())) is None


async def test_what_both_halves_left_in_a_persons_folder_is_kept(tmp_path: Path):
    share = tmp_path / "mine"
    share.mkdir()
    (share / "old.txt").write_text("old")
    first = await run_task(
        "x", model=ScriptedModel([call("bash", command="echo 1 > ~/Shared/a; echo 1 > ~/Shared/b"), "no"]),
        share=share, size="640x480", record=tmp_path / "runs", max_steps=1,
    )  # fmt: skip
    assert (first.status, first.files) == ("limit", ("a", "b"))
    model = ScriptedModel([call("bash", command="echo 2 > ~/Shared/b"), "Done."])
    second = await resume_run(first.folder, model=model, max_steps=9)
    assert (second.status, second.files) == ("done", ("a", "b"))
    assert (second.folder / "shared/b").read_text() == "2\n"
    reader = Reader(first.folder)
    followed = [entry.seq async for entry in reader.follow()]
    assert followed == [entry.seq for entry in reader.read()], "both endings are told"
    reader.close()


async def test_a_run_under_way_is_not_resumed(desktop: Desktop, tmp_path: Path):
    journal = Journal.create(tmp_path / "run")
    with pytest.raises(JournalError, match="still under way"):
        Journal.reopen(tmp_path / "run")
    journal.close()
    Journal.reopen(tmp_path / "run").close()
    with pytest.raises(NothingToResume, match="before it had begun"):
        await resume_run(tmp_path / "run", model=ScriptedModel([]), desktop=desktop)


EMBEDDED = """
import asyncio, os, signal, sys
from deskhand.agent.run import run_task
seen = []
def show(event):
    seen.append(event.kind)
    if seen.count("acted") == 3:
        os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(run_task(sys.argv[2], record=sys.argv[1], on_event=show, keep_on_crash=True))
"""
TASK = "Open the text editor, type hello world and save it as hello.txt in the shared folder"


@pytest.mark.slow
@pytest.mark.parametrize("lost", [False, True])
async def test_the_embedded_model_goes_on_too(lost: bool, tmp_path: Path):
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", EMBEDDED, str(tmp_path), TASK)
    assert await child.wait() == -signal.SIGKILL
    folder = list_runs(tmp_path)[0].folder
    if lost:
        _end_desktop(folder)
    result = await resume_run(folder)
    assert result.status == "done", result
    assert (folder / "shared/hello.txt").read_text().strip() == "hello world"
