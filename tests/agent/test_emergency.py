"""The emergency stop, at a real desktop: within 100 ms nothing moves, nothing is typed and nothing is held down.

The receiver is a page in a browser that takes 5 ms for every key, so that what was sent to it lies in its queue for
seconds; it writes down every event it gets.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.command import Running, bash, computer, script
from tests.desktop.recording import Recorder

from deskhand.agent.control import Control
from deskhand.agent.events import Acting, Event, Noted
from deskhand.agent.journal import Reader
from deskhand.agent.run import run_task
from deskhand.desktop.actions import Click
from deskhand.desktop.remote import RemoteDesktop
from deskhand.models.scripted import ScriptedModel, call
from deskhand.models.scripted import computer as act
from deskhand.screen.geometry import Point

WITHIN = 0.1
"""Seconds."""
ATTEMPTS = 4
"""A machine that does other things lets the guest wait for a processor now and then: one of these must do."""
PAGE = """<!doctype html><title>slow</title><textarea id=t autofocus style="width:95vw;height:90vh"></textarea><script>
t.addEventListener('keydown', e => { const end = performance.now() + 5; while (performance.now() < end); });
setInterval(() => { document.title = 'n=' + t.value.length; }, 50);
</script>"""
LONG = "All work and no play makes Jack a dull boy. " * 230


async def stopped_run(
    desktop: RemoteDesktop, folder: Path, turn: Any, when: Callable[[Event], bool], after: float
) -> tuple[float, Control, list[Event]]:
    """A run that does ``turn`` and is stopped ``after`` seconds; the moment of the stop."""
    control, events, moment = Control(), list[Event](), 0.0

    def stop() -> None:
        nonlocal moment
        moment = time.monotonic()
        control.emergency()

    def hear(event: Event) -> None:
        events.append(event)
        if when(event):
            asyncio.get_running_loop().call_later(after, stop)

    result = await run_task(
        "Go on.", model=ScriptedModel([turn, "Done."]), desktop=desktop, record=folder, control=control, on_event=hear
    )
    assert result.status == "interrupted", "it ended before it was stopped"
    return moment, control, events


def acts(event: Event) -> bool:
    return isinstance(event, Acting)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="needs a browser")
async def test_typing_into_a_slow_program_halts(desktop: RemoteDesktop, tmp_path: Path):
    await desktop.write_file("/tmp/slow.html", PAGE.encode())
    await desktop.launch("chromium --no-first-run --password-store=basic file:///tmp/slow.html")

    async def typed() -> int:
        for window in await desktop.windows():
            if window.title.startswith("n="):
                return int(window.title[2:].split()[0])
        return -1

    while await typed() < 0:  # noqa: ASYNC110 - a program inside makes it
        await asyncio.sleep(0.05)
    await desktop.act(Click(Point(600, 500)))  # into the field
    missed: list[str] = []
    for _ in range(ATTEMPTS):
        before = await typed()
        moment, control, _ = await stopped_run(desktop, tmp_path, act("type", text=LONG), acts, 1.0)
        assert control.halted_after is not None
        await asyncio.sleep(max(0.0, moment + WITHIN + 0.1 - time.monotonic()))  # the page tells its count every 50 ms
        at_once = await typed()
        await asyncio.sleep(1.5)
        later = await typed()
        assert 0 < at_once - before < len(LONG) / 2, "it was in the middle of it"
        assert later - at_once < 100, "thousands lay in the queue of the program"
        if control.halted_after < WITHIN and later - at_once <= 2:
            return
        missed.append(f"halted after {control.halted_after:.3f} s, {later - at_once} characters after {WITHIN} s")
    raise AssertionError("; ".join(missed))


@pytest.mark.parametrize(
    ("turn", "held"),
    [
        (act("hold_key", text="shift+a", duration=60), "key"),
        (act("left_click_drag", start_coordinate=[50, 50], coordinate=[1100, 700]), "button"),
        (act("key", text="x", repeat=100), ""),
    ],
)
async def test_everything_is_let_go(desktop: RemoteDesktop, tmp_path: Path, turn: Any, held: str):
    missed: list[str] = []
    for attempt in range(ATTEMPTS):
        recorder = await Recorder.start(desktop)
        try:
            # On a busy machine the first key goes down later; what is soon over must be stopped sooner.
            moment, _, _ = await stopped_run(desktop, tmp_path, turn, acts, 0.15 * (attempt + 1) if held else 0.01)
            await asyncio.sleep(max(0.0, moment + WITHIN - time.monotonic()))
            at_once = len(await recorder.all())
            await asyncio.sleep(0.5)
            events = await recorder.all()
        finally:
            await recorder.stop()
        down: dict[tuple[str, int], bool] = {}
        for event in events:
            if event["event"] in ("key", "button"):
                down[event["event"], event.get("code", event.get("button", 0))] = event["down"]
        assert not any(down.values()), f"still held: {down}"
        if held and not any(kind == held for kind, _ in down):
            missed.append("nothing had been pressed yet")
        elif len(events) == at_once:
            return
        else:
            missed.append(f"{len(events) - at_once} events came later than {WITHIN} s after the stop")
    raise AssertionError("; ".join(missed))


async def test_a_command_that_ignores_every_signal_halts(desktop: RemoteDesktop, tmp_path: Path):
    stubborn = "trap '' INT TERM HUP; while :; do date +%s.%N >> /tmp/ticks; sleep 0.01; done"
    _, control, events = await stopped_run(desktop, tmp_path, call("bash", command=stubborn), acts, 0.5)
    assert control.halted_after is not None and control.halted_after < 2
    first = (await desktop.shell("wc -l < /tmp/ticks")).output
    await asyncio.sleep(0.3)
    assert (await desktop.shell("wc -l < /tmp/ticks")).output == first.splitlines()[0] + "\n" and int(first[:2]) > 3
    assert any(isinstance(event, Noted) and "Emergency stop" in event.text for event in events)


async def test_a_model_that_thinks_halts(desktop: RemoteDesktop, tmp_path: Path):
    control = Control()

    async def think(_: Any) -> str:
        asyncio.get_running_loop().call_later(0.05, control.emergency)
        await asyncio.sleep(60)
        return "never"

    began = time.monotonic()
    result = await run_task("Think.", model=ScriptedModel([think]), desktop=desktop, record=tmp_path, control=control)
    assert result.status == "interrupted" and time.monotonic() - began < 5


@pytest.mark.parametrize("number", [signal.SIGUSR1, pytest.param(signal.SIGTERM, marks=pytest.mark.slow)])
def test_a_signal_is_an_emergency_stop(tmp_path: Path, number: signal.Signals):
    model = script(tmp_path, [computer("wait", duration=60)], [bash("echo never")])
    with Running("run", "--model", model, "--json", "wait", folder=tmp_path) as run:
        run.until("acting", name="wait")
        began = time.monotonic()
        os.kill(run.process.pid, number)
        status, _ = run.finish()
    assert status == 130 and time.monotonic() - began < 10
    (folder,) = (tmp_path / "runs").iterdir()
    reader = Reader(folder)
    kinds = [entry.event.kind for entry in reader.read()]
    reader.close()
    assert kinds[-1] == "finished" and "acted" in kinds
    assert any("Emergency stop" in json.dumps(event) for event in run.events)
