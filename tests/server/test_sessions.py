"""Sessions over HTTP on real desktops: from the task to its files, with a person in between."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
import zipfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import websockets
from tests.server.rooms_here import Here, Scripts, bash, folders, rooms, until

from deskhand.agent.events import Acted, Acting, Continued, Decided, Questioned, from_json
from deskhand.agent.held import TAKEN
from deskhand.client import AsyncClient, ClientError
from deskhand.messages import ToolUse

__all__ = ["folders"]
SCRIPTS = Scripts()


@pytest_asyncio.fixture(scope="module")
async def here(folders: Path) -> AsyncIterator[Here]:
    async with rooms(folders, SCRIPTS, places=2, stock=1) as made:
        async with made.program() as client:
            await client.settings(policy="unattended")
        yield made


@pytest_asyncio.fixture
async def deskhand(here: Here) -> AsyncIterator[AsyncClient]:
    async with here.program() as client:
        yield client


async def test_a_task_from_beginning_to_end(here, deskhand, tmp_path):
    """Approved once, edited once, refused once; then everything that is left of it."""
    turns = [
        ["I write it.", bash("echo first > ~/Shared/a.txt", "t1")],
        [bash("echo second > ~/Shared/b.txt", "t2")],
        [bash("rm ~/Shared/a.txt", "t3")],
        "All done.\nDONE",
    ]
    session = await deskhand.start("Write two files", model=SCRIPTS.add("files", turns), policy="everything")
    answers: Iterator[dict[str, Any]] = iter(
        [
            {"answer": "once"},
            {"answer": "once", "edited": {"command": "echo changed > ~/Shared/b.txt"}},
            {"answer": "refuse", "reason": "I still need it"},
        ]
    )
    events = []
    async for happened in session.events():
        events.append(happened)
        if isinstance(happened.event, Questioned):
            assert happened.event.id in (await session.info()).questions
            with pytest.raises(ClientError, match="cannot be changed"):
                await session.answer(happened.event.id, "once", edited={"timeout": 1})
            await session.answer(happened.event.id, **next(answers))
            with pytest.raises(ClientError, match=r"not open|answered already"):
                await session.answer(happened.event.id, "once")
    assert [happened.number for happened in events] == list(range(1, len(events) + 1))
    decided = [happened.event for happened in events if isinstance(happened.event, Decided)]
    assert [(each.allowed, each.via) for each in decided] == [(True, "api"), (True, "api"), (False, "api")]
    assert decided[1].edited == {"command": "echo changed > ~/Shared/b.txt"}
    refusal = [happened.event for happened in events if isinstance(happened.event, Acted)][-1]
    assert "I still need it" in refusal.text and refusal.is_error
    info = await session.info()
    assert (info.state, info.status, info.answer, info.files) == ("ended", "done", "All done.", ["a.txt", "b.txt"])
    assert await session.read("b.txt") == b"changed\n"
    archive = zipfile.ZipFile(await session.save("files.zip", tmp_path / "files.zip"))
    assert archive.namelist() == ["a.txt", "b.txt"] and archive.read("a.txt") == b"first\n"
    lines = (await session.save("journal.jsonl", tmp_path / "j")).read_text().splitlines()
    assert len(lines) == info.last == len(events)
    page = (await session.save("report.html", tmp_path / "r.html")).read_text()
    assert "I still need it" in page and "Write two files" in page


async def test_nothing_is_lost_over_a_reconnect(here, deskhand):
    """By number, in whatever way one follows: as polled, by server-sent events, by WebSocket."""
    session = await deskhand.start(
        "Look", model=SCRIPTS.add("look", [[bash("true", f"t{n}")] for n in range(4)] + ["x"])
    )
    whole = [happened.number async for happened in session.events()]
    last = (await session.info()).last
    assert whole == list(range(1, last + 1))
    key = {"authorization": f"Bearer {here.rooms.access.token()}"}
    path = f"{here.url.replace('http', 'ws')}/api/sessions/{session.id}/events"
    numbers: list[int] = []
    while len(numbers) < last:  # a connection that breaks off after every third message
        after = numbers[-1] if numbers else 0
        async with websockets.connect(
            f"{path}?after={after}", additional_headers=key, proxy=None, close_timeout=0.1
        ) as socket:
            for _ in range(3):
                told = json.loads(await asyncio.wait_for(socket.recv(), 10))
                if told["type"] == "event":
                    numbers.append(told["number"])
                    from_json(json.dumps(told["event"]))
    assert numbers == whole
    page = await deskhand.connection.call("GET", f"/api/sessions/{session.id}/events", after=last - 2)
    assert [event["number"] for event in page["events"]] == [last - 1, last] and page["last"] == last


async def test_a_stop_is_felt_at_once(here, deskhand):
    model = SCRIPTS.add("sleeps", [[bash("sleep 60")], "x"])
    session = await deskhand.start("Sleep", model=model)
    await until(session, "acting")
    began = time.monotonic()
    await session.stop(at_once=True)
    asked = time.monotonic() - began
    info = await session.wait()
    assert info.status == "interrupted" and asked < 0.5 and time.monotonic() - began < 5


async def test_pause_a_word_and_on(deskhand):
    model = SCRIPTS.add("slowly", [[bash("sleep 1", "t1"), bash("echo two", "t2")], "Blue it is.\nDONE"])
    session = await deskhand.start("Work", model=model)
    await until(session, "acting")
    assert (await session.pause()).state == "pausing"
    paused = await until(session, "paused")
    assert (await session.info()).state == "paused"
    await session.say("Take the blue one")
    await asyncio.sleep(0.2)
    kinds = [happened.event.kind for happened in await _since(session, paused.number)]
    assert kinds == ["said"]
    assert (await session.resume()).state == "running"
    assert (await session.wait()).answer == "Blue it is."
    said = "".join(getattr(block, "text", "") for block in SCRIPTS.made[-1].requests[1].messages[-1].content)
    assert "Take the blue one" in said


async def test_an_ended_run_goes_on_and_is_run_again(deskhand):
    model = SCRIPTS.add("asks", ["Which colour?\nQUESTION"])
    session = await deskhand.start("Paint", model=model)
    info = await session.wait()
    assert info.status == "asks" and info.can_continue
    with pytest.raises(ClientError, match="waits for an answer"):
        await session.go_on()
    SCRIPTS.add("asks", ["Painted blue.\nDONE"])
    await session.go_on("blue")
    assert (await session.wait()).answer == "Painted blue."
    again = await session.again(task="Paint again")
    assert again.id != session.id and again.task == "Paint again" and again.options["model"] == "asks"
    await deskhand.session(again.id).wait()


async def test_who_waits_sees_their_place(here, deskhand):
    model = SCRIPTS.add("long", [[bash("sleep 30")], "x"])
    running = [await deskhand.start(f"Run {n}", model=model) for n in range(2)]
    waiting = [await deskhand.start(f"Wait {n}", model=model) for n in range(2)]
    assert [(await each.info()).position for each in (*running, *waiting)] == [None, None, 1, 2]
    listed = [info.task async for info in deskhand.sessions()][:4]
    assert set(listed[:2]) == {"Run 0", "Run 1"} and listed[2:] == ["Wait 0", "Wait 1"]
    await waiting[0].stop()
    assert (await waiting[0].wait()).status == "interrupted"
    assert (await waiting[1].info()).position == 1
    await running[0].stop(at_once=True)
    await until(waiting[1], "started")
    for each in (running[1], waiting[1]):
        await each.stop(at_once=True)
        await each.wait()
    found = [info.id async for info in deskhand.sessions(query="wait 1")]
    assert found == [waiting[1].id]
    await waiting[1].delete()
    with pytest.raises(ClientError, match="no session"):
        await waiting[1].info()


async def test_a_persons_hand(here, deskhand):
    """Whoever looks on has none; whoever took over has; what they did is told to the model."""
    from tests.server.viewer import Viewer

    model = SCRIPTS.add("waits", [[bash("sleep 2", "t1"), bash("echo not this", "t2")], "Thanks.\nDONE"])
    session = await deskhand.start("Wait for me", model=model)
    await until(session, "acting")
    key = {"authorization": f"Bearer {here.rooms.access.token()}"}
    address = f"{here.url.replace('http', 'ws')}/api/sessions/{session.id}/view"
    async with Viewer.at(address, key) as viewer:
        assert (viewer.width, viewer.height) == (1280, 800)
        await viewer.double_click(61, 179)  # the calculator's icon: nothing comes of it
        await session.take_over()
        paused = await until(session, "paused")
        windows = here.rooms.sessions.known("", session.id).desktop.windows
        assert not await windows()
        assert (await session.info()).state == "taken_over"
        await viewer.double_click(61, 179)
        await _until(lambda: windows())
        await viewer.type("7")
        await asyncio.sleep(1.5)
        await session.hand_back("I opened it for you")
        told = (await until(session, "continued", paused.number)).event
    assert isinstance(told, Continued) and told.before and told.after and told.between
    assert "clicked 2 times" in told.told and "pressed 1 key" in told.told and "I opened it for you" in told.told
    info = await session.wait()
    assert info.status == "done"
    texts = [happened.event.text for happened in await _since(session, paused.number) if happened.event.kind == "acted"]
    assert texts == [TAKEN]
    acts = [happened.event for happened in await _since(session, 0) if isinstance(happened.event, Acting)]
    assert [act.call for act in acts] == ["t1"]


async def test_a_new_domain_is_asked_about(deskhand):
    before = (await deskhand.settings()).domains
    model = SCRIPTS.add("visits", [[bash("curl -s -m 20 http://shop.example/; echo $?")], "x"])
    session = await deskhand.start("Visit", model=model, policy="trusting")
    act = await until(session, "questioned")  # by the guard: it would go to a new place
    await session.answer(act.event.id, "once")
    asked = await until(session, "questioned", act.number)  # by the gateway: it does
    assert (asked.event.domain, asked.event.origins) == ("shop.example", ("domain",))
    assert (await session.info()).state == "asking"
    await session.answer(asked.event.id, "always")  # which is written into the person's settings
    decided = (await until(session, "decided", asked.number)).event
    assert (decided.question, decided.allowed, decided.by) == (asked.event.id, True, "person")
    assert (await session.wait()).state == "ended"
    assert (await deskhand.settings()).domains == [*before, "shop.example"]
    await deskhand.settings(domains=before)


async def test_live_tells_of_all(here, deskhand):
    stream = deskhand.connection.stream("/api/live")
    assert (await anext(stream))["type"] == "sessions"
    session = await deskhand.start("Tell", model=SCRIPTS.add("tell", ["Told.\nDONE"]))
    states = []
    async with asyncio.timeout(30):
        async for told in stream:
            if told["type"] == "session" and told["session"]["id"] == session.id:
                states.append(told["session"]["state"])
                if states[-1] == "ended":
                    break
    await stream.aclose()
    assert states[0] in ("queued", "starting") and "running" in states
    await session.delete()


async def test_what_is_wrong_is_said(deskhand):
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"task": " "}, "task"),
        ({"task": "x", "policy": "lax"}, "policy"),
        ({"task": "x", "size": "9x9"}, "size"),
        ({"task": "x", "size": "9999x9999"}, "size"),
        ({"task": "x", "domains": ["http://a b"]}, "domains"),
        ({"task": "x", "share": "relative"}, "share"),
        ({"task": "x", "nonsense": 1}, "nonsense"),
        ({"task": "x", "template": "none"}, "template"),
    ]
    for options, said in wrong:
        with pytest.raises(ClientError, match=said):
            await deskhand.start(**options)
    session = await deskhand.start("x", model="no-such-model")
    info = await session.wait()
    assert info.state == "ended" and info.status == "failed" and info.answer


async def test_films(deskhand, tmp_path):
    turns = [[ToolUse("c1", "computer", {"action": "left_click", "coordinate": [300, 200]})], "終わりました。\nDONE"]
    session = await deskhand.start("クリック", model=SCRIPTS.add("film", turns), policy="unattended")
    await session.wait()
    import cv2

    film = cv2.VideoCapture(str(await session.save("video.webm", tmp_path / "f.webm")))
    frames = int(film.get(cv2.CAP_PROP_FRAME_COUNT))
    film.set(cv2.CAP_PROP_POS_FRAMES, 1)
    seen, frame = film.read()
    assert seen and frames > 8 and frame.shape[1] == 1280
    ring = frame[200, 315].astype(int)
    assert ring[2] > 150 and ring[0] < 130  # the hand's mark


async def _since(session, number):
    stream = session.events(number)
    found = []
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(2 if (await session.info()).state != "ended" else 20):
            async for happened in stream:
                found.append(happened)
    return found


async def _until(true, seconds: float = 10.0):
    async with asyncio.timeout(seconds):
        while not await true():  # noqa: ASYNC110 - another process's windows
            await asyncio.sleep(0.1)
