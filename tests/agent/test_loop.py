"""The loop with a scripted model, real tools and a real desktop behind real walls."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from deskhand.agent.control import Control
from deskhand.agent.events import Acted, Acting, Asked, Decided, Event, Finished, Noted, Replied, Started
from deskhand.agent.journal import Journal, Reader
from deskhand.agent.limits import Limits
from deskhand.agent.loop import NUDGE, Agent, RunResult
from deskhand.agent.transcript import conversation
from deskhand.desktop.actions import Key, Type
from deskhand.desktop.interface import Desktop, DesktopGone
from deskhand.guard.interface import Decision, Question, allow, refuse
from deskhand.guard.review import Review
from deskhand.messages import Message, Text, ToolResult, ToolUse, Usage
from deskhand.models.interface import ModelError, Reply, Request, Traits
from deskhand.models.scripted import ScriptedModel, Turn, call, computer
from deskhand.tools.collection import HALTED, Tools
from deskhand.tools.interface import Proposal, ToolRun

FULL = "The conversation no longer fits the model's window."
LARGE = Traits(ends_by_word=True)


class Run:
    """One run of a script, with all that it left."""

    def __init__(self, agent: Agent, model: ScriptedModel, shown: list[Event]) -> None:
        self.agent, self.model, self.shown = agent, model, shown
        self.result: RunResult

    @property
    def events(self) -> list[Event]:
        reader = Reader(self.agent.journal.folder)
        try:
            return [entry.event for entry in reader.read()]
        finally:
            reader.close()

    def of(self, kind: type[Any]) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


Play = Callable[..., Any]


@pytest.fixture
def play(desktop: Desktop, tmp_path: Path) -> Play:
    """``await play(turns, …)``: run a script to its end, then check what must hold after every run."""

    async def run(
        turns: Sequence[Turn],
        *,
        traits: Traits | None = None,
        usage: Usage | None = None,
        name: str = "scripted",
        computer_tool: str = "computer_20251124",
        tools: Tools | None = None,
        during: Callable[[Run, Event], None] = lambda run, event: None,
        **more: Any,
    ) -> Run:
        model = ScriptedModel(turns, name=name, computer_tool=computer_tool, traits=traits, usage=usage)
        journal = Journal.create(tmp_path / f"run{len(list(tmp_path.iterdir()))}")
        shown: list[Event] = []

        def show(event: Event) -> None:
            assert events_of(journal)[-1] == event, "it was shown before it was written"
            shown.append(event)
            during(played, event)

        agent = Agent(
            model, tools or Tools(desktop, computer_tool), desktop, journal, on_event=show, system="Be brief.", **more
        )
        played = Run(agent, model, shown)
        played.result = await agent.run("Do it.")
        holds(played)
        journal.close()
        return played

    return run


def events_of(journal: Journal) -> list[Event]:
    reader = Reader(journal.folder)
    try:
        return [entry.event for entry in reader.read()]
    finally:
        reader.close()


def holds(run: Run) -> None:
    """What is true of every run, however it ends."""
    events = run.events
    assert isinstance(events[0], Started) and isinstance(events[-1], Finished)
    assert run.shown == events
    assert (events[-1].status, events[-1].answer) == (run.result.status, run.result.answer)
    assert run.result.answer
    every_call_is_answered(run.agent.messages)
    reader = Reader(run.agent.journal.folder)
    assert conversation(events, reader.picture) == tuple(run.agent.messages)
    for end in range(1, len(events)):  # wherever a run is cut off, it can be gone on from there
        every_call_is_answered(conversation(events[:end], reader.picture))
    reader.close()


def every_call_is_answered(messages: Sequence[Message]) -> None:
    for message, following in zip(messages, [*messages[1:], None], strict=True):
        if message.role == "assistant" and message.tool_uses:
            assert following is not None and following.role == "user"
            assert [r.tool_use_id for r in following.tool_results] == [use.id for use in message.tool_uses]


def results(message: Message) -> list[ToolResult]:
    return list(message.tool_results)


async def test_a_whole_run(play: Play, share: Path):
    run = await play(
        [
            ["I look first.", computer("screenshot")],
            [computer("mouse_move", coordinate=[0, 0]), call("bash", command="echo 7006652 > ~/Shared/answer.txt")],
            lambda request: f"It holds {(share / 'answer.txt').read_text().strip()}.",
        ]
    )
    assert (run.result.status, run.result.answer, run.result.steps) == ("done", "It holds 7006652.", 3)
    assert [event.kind for event in run.events] == [
        "started",
        *("asked", "replied", "acting", "acted"),
        *("asked", "replied", "acting", "acted", "acting", "acted"),
        *("asked", "replied", "finished"),
    ]
    started, acted = run.events[0], run.of(Acted)
    assert isinstance(started, Started) and (started.width, started.picture_height) == (1280, 800)
    assert run.of(Acting)[1].points == ((0, 0),)
    picture = acted[0].picture
    assert picture is not None and (picture.width, picture.height) == (1280, 800)
    reader = Reader(run.result.folder)
    assert reader.picture(picture.sha256) == run.agent.messages[2].tool_results[0].images[0].data
    reader.close()
    assert (run.result.folder / "screens/0001.png").read_bytes().startswith(b"\x89PNG")
    assert run.model.requests[0].messages[0].text == "Do it." and run.model.requests[0].system == "Be brief."
    assert run.model.requests[0].tools[0]["type"] == "computer_20251124"


async def test_an_error_of_a_tool_goes_to_the_model_and_the_run_goes_on(play: Play):
    run = await play([computer("fly"), call("nothing"), computer("left_click", coordinate=[5000, 1]), "Never mind."])
    assert run.result.status == "done"
    errors = run.of(Acted)
    assert [event.is_error for event in errors] == [True] * 3
    assert "no computer action 'fly'" in errors[0].text and "no tool 'nothing'" in errors[1].text
    assert "5000" in errors[2].text


class Crashing(Tools):
    """Tools whose executor has a defect."""

    async def run(self, call: ToolUse, proposal: Proposal | None = None) -> ToolRun:
        if call.input.get("action") == "left_click":
            raise KeyError("oops")
        if call.input.get("action") == "double_click":
            raise DesktopGone("the X server has ended")
        return await super().run(call, proposal)


async def test_a_tool_that_crashes_ends_no_run(play: Play, desktop: Desktop):
    batch = [computer("left_click"), computer("screenshot"), call("bash", command="echo on")]
    run = await play([batch, "Enough."], tools=Crashing(desktop))
    assert run.result.status == "done"
    first, second, third = run.of(Acted)
    assert first.is_error and "tool itself failed (KeyError: 'oops')" in first.text
    assert second.is_error and second.text == HALTED
    assert not third.is_error and third.text.startswith("on")


async def test_a_desktop_that_dies_ends_the_run_with_a_sentence(play: Play, desktop: Desktop):
    run = await play([[computer("double_click"), computer("screenshot")]], tools=Crashing(desktop))
    assert (run.result.status, run.result.answer) == ("failed", "The desktop is gone: the X server has ended")
    first, second = run.of(Acted)
    assert "not known whether it took effect" in first.text and second.text == "Not executed: the desktop is gone."


async def test_a_batch_of_a_toolset_echoes_its_name_and_shows_the_screen_at_its_end(play: Play):
    def member(number: int, name: str, **input: Any) -> ToolUse:
        return ToolUse(f"toolu_{number}", name, input, "computer")

    batch = [
        member(1, "mouse_move", coordinate=[5, 5]),
        member(2, "cursor_position"),
        member(3, "mouse_move", coordinate=[9, 9]),
    ]
    failing = [member(4, "left_click", coordinate=[-1, 0]), member(5, "screenshot")]
    run = await play([batch, failing, "ok"], computer_tool="computer_toolset_20260801")
    first, second, third = results(run.agent.messages[2])
    assert {first.toolset_name, second.toolset_name, third.toolset_name} == {"computer"}
    assert second.text == "X=5,Y=5" and not first.images and len(third.images) == 1
    assert [result.is_error for result in results(run.agent.messages[4])] == [True, True]
    assert results(run.agent.messages[4])[1].text == HALTED


@pytest.mark.parametrize(
    ("turn", "traits", "status", "answer"),
    [
        ("Which file?\nQUESTION", LARGE, "asks", "Which file?"),
        ("It is not there.\nCANNOT", LARGE, "asks", "It is not there."),
        ("Saved.\nDONE", LARGE, "done", "Saved."),
        ("Shall I go on?", LARGE, "asks", "Shall I go on?"),
        ("Shall I go on?", None, "done", "Shall I go on?"),
        (Reply((Text("どのファイルですか。"),), "end_turn", asks=True), None, "asks", "どのファイルですか。"),
        (Reply((Text("Not this. (category: cyber)"),), "refusal"), LARGE, "asks", "Not this. (category: cyber)"),
        (Reply((), "model_context_window_exceeded"), None, "limit", FULL),
        (ModelError("claude-x: the key was not accepted"), None, "failed", "claude-x: the key was not accepted"),
    ],
)  # fmt: skip
async def test_how_a_turn_without_calls_ends_the_run(play: Play, turn: Turn, traits: Traits, status: str, answer: str):
    run = await play([turn], traits=traits)
    assert (run.result.status, run.result.answer) == (status, answer)


async def test_an_empty_turn_is_asked_about_once(play: Play):
    run = await play([computer("mouse_move", coordinate=[3, 3]), [], "It is done.\nDONE"], traits=LARGE)
    assert (run.result.status, run.result.answer, run.result.steps) == ("done", "It is done.", 3)
    assert run.of(Asked)[2].said == NUDGE and run.model.requests[2].messages[-1].text == NUDGE
    run = await play([[], []], traits=LARGE)
    assert run.result.status == "asks" and "without saying" in run.result.answer


async def test_an_answer_that_is_cut_off_is_asked_for_again_with_more_room(play: Play):
    cut = Reply((Text("I will"), ToolUse("toolu_cut", "computer", {"action": "ty"})), "max_tokens")
    run = await play([cut, cut, "Done then."])
    assert run.result.status == "done" and [r.max_tokens for r in run.model.requests] == [8192, 16384, 32768]
    assert len(run.agent.messages) == 2 and len(run.of(Noted)) == 2
    run = await play([cut] * 9)
    assert run.result.status == "failed" and "64000 tokens" in run.result.answer


async def test_a_paused_turn_goes_back_as_it_is(play: Play):
    run = await play([Reply((Text("Searching"),), "pause_turn"), "Found."])
    assert run.result.answer == "Found."
    assert [message.role for message in run.model.requests[1].messages] == ["user", "assistant"]


async def test_steps_are_counted_and_limited(play: Play):
    run = await play([computer("mouse_move", coordinate=[1, 1])] * 9, limits=Limits(steps=2))
    assert (run.result.status, run.result.steps) == ("limit", 2)
    assert run.result.answer == "The limit of 2 steps is reached."


async def test_money_is_not_spent_past_its_limit(play: Play):
    usage = Usage(input_tokens=10_000, output_tokens=1_000)  # 0.045 dollars
    turns = [computer("mouse_move", coordinate=[1, 1])] * 9
    run = await play(turns, usage=usage, name="claude-sonnet-4-5", limits=Limits(usd=0.1))
    assert (run.result.status, run.result.steps) == ("limit", 2)
    assert run.result.usd == pytest.approx(0.09) and run.of(Replied)[0].usd == pytest.approx(0.045)
    run = await play(turns, usage=usage, name="claude-sonnet-4-5", limits=Limits(usd=0.001))
    assert (run.result.status, run.result.steps) == ("limit", 0)
    run = await play(turns, traits=LARGE, name="claude-unheard-of", limits=Limits(usd=1))
    assert run.result.status == "failed" and "no known price" in run.result.answer


async def test_time_is_up_in_the_middle_of_an_action(play: Play):
    began = time.monotonic()
    run = await play([computer("wait", duration=60)], limits=Limits(minutes=0.02))
    assert run.result.status == "limit" and time.monotonic() - began < 20
    assert "not known whether it took effect" in run.of(Acted)[0].text


async def test_interrupted_at_once_in_the_middle_of_a_wait(play: Play, desktop: Desktop):
    def during(run: Run, event: Event) -> None:
        if isinstance(event, Acting) and event.name == "wait":
            asyncio.get_running_loop().call_later(0.1, lambda: run.agent.stop(after_action=False))

    began = time.monotonic()
    batch = [computer("left_mouse_down"), computer("wait", duration=60), computer("screenshot")]
    run = await play([batch], during=during)
    assert time.monotonic() - began < 20
    assert run.result.status == "interrupted" and run.result.exit_status == 130
    pressed, waiting, unborn = run.of(Acted)
    assert not pressed.is_error
    assert waiting.is_error and "not known whether it took effect" in waiting.text
    assert unborn.is_error and unborn.text == "Not executed: the run was interrupted."
    assert (await desktop.shell("echo still there")).output.strip() == "still there"


async def test_a_key_held_down_is_let_go_when_the_run_is_interrupted(play: Play, desktop: Desktop):
    def during(run: Run, event: Event) -> None:
        if isinstance(event, Acting) and event.name == "hold_key":
            asyncio.get_running_loop().call_later(0.2, lambda: run.agent.stop(after_action=False))

    await desktop.launch("xterm")
    await desktop.act(Type("cat > /tmp/typed\n"))
    run = await play([computer("hold_key", text="shift", duration=60)], during=during)
    assert run.result.status == "interrupted"
    await desktop.act(Key("b"))
    await desktop.act(Key("Return"))
    await desktop.act(Key("ctrl+d"))
    assert (await desktop.shell("cat /tmp/typed")).output == "b\n"


async def test_a_soft_stop_lets_the_action_end(play: Play):
    def during(run: Run, event: Event) -> None:
        if isinstance(event, Acting):
            run.agent.stop()

    run = await play([[call("bash", command="sleep 0.3; echo slept"), computer("screenshot")]], during=during)
    assert run.result.status == "interrupted"
    first, second = run.of(Acted)
    assert first.text.startswith("slept") and not first.is_error
    assert second.text == "Not executed: the run was interrupted."


async def test_a_soft_stop_does_not_wait_for_the_model(play: Play):
    async def thinking(request: Request) -> str:
        await asyncio.sleep(60)
        return "too late"

    def during(run: Run, event: Event) -> None:
        if isinstance(event, Asked):
            asyncio.get_running_loop().call_later(0.05, run.agent.stop)

    began = time.monotonic()
    run = await play([thinking], during=during)
    assert run.result.status == "interrupted" and time.monotonic() - began < 20


async def test_a_stop_asked_for_before_the_start(play: Play):
    control = Control()
    control.stop()
    run = await play(["never asked"], control=control)
    assert run.result.status == "interrupted" and run.model.requests == []


async def test_a_refusal_is_told_to_the_model_which_may_go_on(play: Play, share: Path):
    asked: list[str] = []

    async def approver(question: Question) -> Decision:
        asked.append(question.proposal.words)
        return refuse("not that one") if "rm" in question.proposal.words else allow()

    batch = [call("bash", command="rm ~/Shared/kept"), computer("screenshot")]
    (share / "kept").write_text("x")
    turns: list[Turn] = [batch, call("bash", command="echo fine"), "Went on without it."]
    run = await play(turns, review=Review("always", approver))
    assert run.result.status == "done" and (share / "kept").exists()
    assert len(asked) == 2  # the screenshot needs no approval
    no, yes = run.of(Decided)
    assert (no.allowed, no.by, no.reason) == (False, "person", "not that one") and "rm" in no.words
    assert yes.allowed
    told = results(run.agent.messages[2])[0]
    assert told.is_error and "A person refused this action" in told.text and "Not that one." in told.text


async def test_giving_up_on_a_refusal_ends_as_refused(play: Play):
    async def approver(question: Question) -> Decision:
        return refuse()

    review = Review("always", approver)
    run = await play([computer("left_click"), "I may not.\nCANNOT"], traits=LARGE, review=review)
    assert (run.result.status, run.result.answer) == ("refused", "I may not.")
    run = await play([computer("left_click"), "Then what?\nQUESTION"], traits=LARGE, review=review)
    assert run.result.status == "asks"


async def test_nobody_to_ask_ends_the_run(play: Play):
    batch = [computer("screenshot"), computer("left_click", coordinate=[7, 8]), call("bash", command="echo")]
    run = await play([batch], review=Review("always"))
    assert run.result.status == "refused" and "nobody to ask" in run.result.answer and "(7, 8)" in run.result.answer
    looked, clicked, ran = run.of(Acted)
    assert not looked.is_error and "Not allowed" in clicked.text
    assert ran.text == "Not executed: an earlier action was refused, and the run ended."


async def test_who_watches_may_fail(desktop: Desktop, tmp_path: Path):
    def watch(event: Event) -> None:
        if isinstance(event, Acting):
            raise BrokenPipeError("the pipe is closed")

    journal = Journal.create(tmp_path / "run")
    model = ScriptedModel([computer("screenshot"), "done"])
    result = await Agent(model, Tools(desktop), desktop, journal, on_event=watch).run("Do it.")
    assert result.status == "failed" and "BrokenPipeError: the pipe is closed" in result.answer
    events = events_of(journal)
    assert isinstance(events[-1], Finished) and isinstance(events[-2], Acted)
    journal.close()


async def test_cancelled_from_outside_it_still_ends_its_journal(desktop: Desktop, tmp_path: Path):
    journal = Journal.create(tmp_path / "run")
    acting = asyncio.Event()

    def watch(event: Event) -> None:
        if isinstance(event, Acting):
            acting.set()

    model = ScriptedModel([computer("wait", duration=60)])
    running = asyncio.create_task(Agent(model, Tools(desktop), desktop, journal, on_event=watch).run("Do it."))
    await acting.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    last = events_of(journal)[-1]
    assert isinstance(last, Finished) and last.status == "interrupted"
    journal.close()
