"""The server goes in the middle of runs, and comes back: as the process that people start, killed or ended politely."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.serving_here import Served

from deskhand.client import Client

TURNS = [
    [{"call": "bash", "input": {"command": "echo one >> ~/Shared/log; echo here > /tmp/mark"}}],
    [{"sleep": 4}, {"call": "bash", "input": {"command": "cat /tmp/mark >> ~/Shared/log"}}],
    ["Finished."],
]
AFTER = [TURNS[1], TURNS[2]]


class Server(Served):
    """`deskhand serve` with a port that stays, and folders of its own."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "STATE", "DATA")}
        super().__init__(
            "--port", str(port), "--runs", str(folder / "runs"), "--scripts", "--stock", "0",
            env={**places, "DESKHAND_CONSENT": "yes"},
        )  # fmt: skip
        assert self.process.stdout is not None
        lines = [self.process.stdout.readline() for _ in range(4)]
        self.token = next(line.split()[-1] for line in lines if "this token at /api" in line)
        self.port = int(self.url.rpartition(":")[2])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[list[Server]]:
    started = [Server(tmp_path)]
    try:
        yield started
    finally:
        for each in started:
            each.stop()


def script(folder: Path, turns: object) -> str:
    path = folder / "script.json"
    path.write_text(json.dumps(turns))
    return f"scripted:{path}"


def seen(client: Client, id: str, kind: str, count: int = 1) -> int:
    """The number of the event that is the ``count``-th of its kind."""
    for happened in client.session(id).events(follow=True):
        count -= happened.event.kind == kind
        if not count:
            return happened.number
    raise AssertionError(kind)


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_nothing_is_lost(server, tmp_path, how):
    """The run goes on by itself, at its own desktop; who follows it by number misses nothing."""
    first = server[0]
    with Client(first.url, first.token) as client:
        session = client.start("Write", model=script(tmp_path, TURNS), policy="trusting")
        before = seen(client, session.id, "acted")
        script(tmp_path, AFTER)  # what a model that knows the conversation would do next
        first.process.send_signal(how)
        first.process.wait(20)
        server.append(Server(tmp_path, first.port))
        assert server[1].token == first.token
        numbers = [happened.number for happened in session.events(before)]
        info = session.info()
        assert numbers == list(range(before + 1, info.last + 1))
        assert (info.state, info.status) == ("ended", "done")
        resumed = [each.event for each in session.events() if each.event.kind == "resumed"]
        assert [event.same_desktop for event in resumed] == [True]
        assert session.read("log") == b"one\nhere\n"


@pytest.mark.slow
def test_a_pause_stands_and_a_word_is_kept(server, tmp_path):
    first = server[0]
    with Client(first.url, first.token) as client:
        session = client.start("Write", model=script(tmp_path, TURNS), policy="trusting")
        seen(client, session.id, "acted")
        session.pause()
        session.say("Remember me")
        seen(client, session.id, "paused")
        first.process.kill()
        first.process.wait(20)
        script(tmp_path, [*AFTER, ["I remember you."]])  # it hears the word when it is through
        server.append(Server(tmp_path, first.port))
        seen(client, session.id, "resumed")
        deadline = time.monotonic() + 20
        while session.info().state != "paused":
            assert time.monotonic() < deadline, session.info().state
            time.sleep(0.1)
        session.resume()
        info = session.wait()
        assert (info.status, info.answer) == ("done", "I remember you.")
        assert session.read("log") == b"one\nhere\n"


@pytest.mark.slow
def test_ctrl_c_leaves_nothing(server, tmp_path):
    first = server[0]
    with Client(first.url, first.token) as client:
        session = client.start("Write", model=script(tmp_path, [[{"sleep": 60}]]), policy="trusting")
        seen(client, session.id, "asked")
    status, _ = first.stop()
    assert status == 0
    left = subprocess.run(
        [sys.executable, "-m", "deskhand", "desktops", "list", "--json"], capture_output=True, text=True, check=True,
        env={**os.environ},
    ).stdout  # fmt: skip
    assert session.id not in left
    server.append(Server(tmp_path, first.port))
    with Client(server[1].url, server[1].token) as client:
        assert client.session(session.id).info().status == "interrupted"
