"""Held up, spoken to and relieved of the hand: a scripted model on a real desktop, and the embedded one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from deskhand.agent.events import (
    Acted,
    Acting,
    Asked,
    Continued,
    Decided,
    Event,
    Finished,
    Paused,
    Questioned,
    Replied,
    Said,
)
from deskhand.agent.held import TAKEN
from deskhand.agent.journal import Journal, Reader
from deskhand.agent.pausing import Pausing
from deskhand.agent.recovery import recover
from deskhand.agent.run import run_task
from deskhand.agent.transcript import conversation
from deskhand.guard.interface import Decision, Question, allow
from deskhand.messages import Message, ToolUse
from deskhand.models.interface import Request, Traits
from deskhand.models.scripted import ScriptedModel, Turn

WORD = Traits(ends_by_word=True)


def bash(command: str, id: str) -> ToolUse:
    return ToolUse(id, "bash", {"command": command})


def texts(message: Message) -> str:
    return "\n".join(getattr(block, "text", "") for block in message.content)


async def until(found: asyncio.Event) -> None:
    await asyncio.wait_for(found.wait(), 30)


class Watched:
    """Collects a run's events, and can be waited for."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._news = asyncio.Event()

    def __call__(self, event: Event) -> None:
        self.events.append(event)
        self._news.set()

    async def see(self, kind: type[Event]) -> Event:
        async with asyncio.timeout(30):
            while True:
                if found := [event for event in self.events if isinstance(event, kind)]:
                    return found[-1]
                self._news.clear()
                await self._news.wait()

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events]


async def test_a_pause_holds_the_next_call_and_a_word_reaches_the_model(desktop, tmp_path: Path):
    turns: list[Turn] = [
        [bash("echo one >> ~/Shared/log", "t1"), bash("echo two >> ~/Shared/log", "t2")],
        "All done.\nDONE",
        "Said it again, blue.\nDONE",
    ]
    model, pausing, watched = ScriptedModel(turns, traits=WORD), Pausing(), Watched()

    def hold(event: Event) -> None:
        watched(event)
        if isinstance(event, Acting) and event.call == "t1":
            pausing.pause()

    run = asyncio.ensure_future(
        run_task("log", model=model, desktop=desktop, record=tmp_path, pausing=pausing, on_event=hold)
    )
    paused = await watched.see(Paused)
    assert paused == Paused(1, "person") and pausing.standing == "person"
    await asyncio.sleep(0.3)
    assert [event.call for event in watched.events if isinstance(event, Acting)] == ["t1"]
    await pausing.say("Use the blue one.")
    assert isinstance(watched.events[-1], Said)
    pausing.go_on()
    result = await asyncio.wait_for(run, 30)
    assert result.status == "done" and (await desktop.read_file("~/Shared/log")).decode() == "one\ntwo\n"
    assert "Use the blue one." in texts(model.requests[1].messages[-1])
    assert watched.kinds().count("continued") == 1


async def test_a_word_after_the_last_turn_began_is_not_lost(desktop, tmp_path: Path):
    pausing = Pausing()

    async def late(_: Request) -> str:
        await pausing.say("And greet them.")
        return "Done.\nDONE"

    model = ScriptedModel([late, "Greeted.\nDONE"], traits=WORD)
    result = await run_task("do", model=model, desktop=desktop, record=tmp_path, pausing=pausing)
    assert result.answer == "Greeted." and "And greet them." in texts(model.requests[1].messages[-1])


async def test_a_takeover_gives_up_the_turn_and_tells_what_was_done(desktop, tmp_path: Path):
    thinking = asyncio.Event()

    async def slow(_: Request) -> list[ToolUse]:
        thinking.set()
        await asyncio.sleep(60)
        return [bash("echo never", "t0")]

    model, pausing, watched = ScriptedModel([slow, "Fine.\nDONE"], traits=WORD), Pausing(), Watched()
    run = asyncio.ensure_future(
        run_task("do", model=model, desktop=desktop, record=tmp_path, pausing=pausing, on_event=watched)
    )
    await until(thinking)
    pausing.take_over()
    assert await watched.see(Paused) == Paused(0, "takeover")
    await desktop.launch("mousepad")
    pausing.rested()
    await asyncio.sleep(1)
    pausing.go_on(did="They pressed 3 keys.", said="I opened the editor")
    result = await asyncio.wait_for(run, 30)
    told = await watched.see(Continued)
    assert isinstance(told, Continued) and told.before and told.after and told.before != told.after
    assert told.between and "pressed 3 keys" in told.told and "Mousepad" in told.told and "I opened" in told.told
    last = model.requests[1].messages[-1]
    assert told.told in texts(last) and any(block.__class__.__name__ == "Image" for block in last.content)
    assert result.status == "done" and result.steps == 1
    reader = Reader(result.folder)
    entries = reader.read()
    rebuilt = conversation((entry.event for entry in entries), reader.picture)
    reader.close()
    assert rebuilt[:-1] == model.requests[1].messages


async def test_what_was_decided_before_a_takeover_is_not_done_after_it(desktop, tmp_path: Path):
    pausing, watched = Pausing(), Watched()

    async def approver(_: Question) -> Decision:
        pausing.take_over()
        return allow()

    model = ScriptedModel([[bash("echo x > ~/Shared/not", "t1"), bash("echo y", "t2")], "OK\nDONE"], traits=WORD)
    run = asyncio.ensure_future(
        run_task(
            "do", model=model, desktop=desktop, record=tmp_path, pausing=pausing, on_event=watched, ask="always",
            approver=approver,
        )
    )  # fmt: skip
    await watched.see(Paused)
    pausing.go_on()
    await asyncio.wait_for(run, 30)
    results = [event for event in watched.events if isinstance(event, Acted)]
    assert [event.text for event in results] == [TAKEN, TAKEN] and "acting" not in watched.kinds()
    assert sum(isinstance(event, Decided) for event in watched.events) == 1
    assert sum(isinstance(event, Questioned) for event in watched.events) <= 1


async def test_a_stop_ends_a_pause_at_once_and_its_time_is_not_counted(desktop, tmp_path: Path):
    from deskhand.agent.control import Control

    pausing, control, watched = Pausing(), Control(), Watched()
    pausing.pause()
    run = asyncio.ensure_future(
        run_task(
            "do", model=ScriptedModel([]), desktop=desktop, record=tmp_path, pausing=pausing, control=control,
            on_event=watched,
        )
    )  # fmt: skip
    await watched.see(Paused)
    await asyncio.sleep(0.5)
    control.stop()
    result = await asyncio.wait_for(run, 10)
    assert result.status == "interrupted" and result.seconds < 0.4


@pytest.mark.slow
async def test_the_embedded_model_hears_when_it_has_finished(desktop, tmp_path: Path):
    pausing, watched = Pausing(), Watched()

    def heard(event: Event) -> None:
        watched(event)

    run = asyncio.ensure_future(
        run_task("Open the calculator", desktop=desktop, record=tmp_path, pausing=pausing, on_event=heard)
    )
    await watched.see(Replied)
    await pausing.say("Compute 12 * 12")
    result = await asyncio.wait_for(run, 90)
    assert result.status == "done" and "144" in result.answer
    asked = [event.said for event in watched.events if isinstance(event, Asked) and event.said]
    assert asked == ["Compute 12 * 12"]
    assert "further task" in " ".join(getattr(event, "text", "") for event in watched.events)


@pytest.mark.slow
async def test_the_embedded_model_goes_on_in_its_own_window(desktop, tmp_path: Path):
    """It follows a plan: what the person left in front would get what it types."""
    pausing, watched = Pausing(), Watched()

    def heard(event: Event) -> None:
        watched(event)
        if isinstance(event, Acting) and event.name == "double_click":
            pausing.take_over()

    task = "Open the calculator and compute 12*12, then tell me the result"
    run = asyncio.ensure_future(run_task(task, desktop=desktop, record=tmp_path, pausing=pausing, on_event=heard))
    await watched.see(Paused)
    await desktop.launch("mousepad")
    pausing.go_on()
    result = await asyncio.wait_for(run, 100)
    assert result.status == "done" and "144" in result.answer


def test_what_was_said_before_a_crash_is_said_after_it(tmp_path: Path):
    from deskhand.agent.events import Started

    journal = Journal.create(tmp_path / "run")
    events: list[Event] = [
        Started("run", "do", "m", 1, 1, 1, 1),
        Said("first"),
        Asked(1, "[A person who watches says:]\nfirst"),
        Said("second"),
        Paused(1, "takeover"),
    ]
    for event in events:
        journal.append(event)
    cut = recover(Reader(tmp_path / "run").read())
    assert cut.held and cut.words == ("second",) and not cut.handed_back
    journal.append(Continued(1, "[told]"))
    cut = recover(Reader(tmp_path / "run").read())
    assert not cut.held and cut.handed_back == "[told]"
    journal.append(Asked(2, "[told]\n\n[A person who watches says:]\nsecond"))
    cut = recover(Reader(tmp_path / "run").read())
    assert not cut.words and not cut.handed_back
    journal.append(Finished("done", "", 1, 1.0, "run"))
    journal.close()


@pytest.fixture(autouse=True)
async def empty(desktop):
    await desktop.shell("rm -f ~/Shared/*; pkill mousepad; pkill galculator; true")
