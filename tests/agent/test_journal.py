"""The journal: append-only, complete up to the last moment, free of secrets, and readable by anybody at any time."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhand.agent.events import (
    Acted,
    Acting,
    Asked,
    Decided,
    Event,
    EventError,
    Finished,
    Noted,
    Picture,
    Replied,
    Started,
    from_json,
    to_json,
)
from deskhand.agent.journal import FILE, Journal, JournalError, Reader
from deskhand.agent.runs import RunNotFound, find_run, list_runs, new_run_id
from deskhand.screen.geometry import Size

PICTURE = Picture("0" * 64, 8, 8)
STARTED = Started("r1", "書いて 😀", "local", 1280, 800, 1280, 800, {"max_steps": 3}, "0.1.0")
FINISHED = Finished("done", "ok", 2, 1.5, "r1", None, ("answer.txt",))
EVENTS: tuple[Event, ...] = (
    STARTED,
    Asked(1),
    Replied(1, ({"type": "text", "text": "a\u2028😀"},), "a", "end_turn", 0.5, usd=0.01),
    Decided(1, "toolu_1", False, "person", "no", "Click at (1, 2)"),
    Acting(1, "toolu_1", "computer", "left_click", {"coordinate": [0, 0]}, "Click at (0, 0)", ((0, 0),)),
    Acted(1, "toolu_1", {"content": []}, "Clicked.", False, 0.1, PICTURE, True, ((0, 0, 8, 8),), (0, 0)),
    Noted("careful"),
    FINISHED,
)  # fmt: skip


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.kind)
def test_every_event_survives_json(event: Event):
    assert from_json(to_json(event)) == event


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(st.text(st.characters(codec="utf-8")), json_values, max_size=4),
    st.text(st.characters(codec="utf-8")),
)
def test_whatever_a_model_sends_survives_json(arguments: dict[str, object], words: str):
    event = Acting(1, "id", "tool", "name", arguments, words)
    assert from_json(to_json(event)) == event


def test_half_a_surrogate_pair_is_written_as_a_question_mark():
    assert from_json(to_json(Noted("a\ud83d"))) == Noted("a?")


def test_numbers_that_json_has_no_place_for_are_written_as_words():
    event = Acting(1, "c", "computer", "wait", {"duration": float("nan"), "x": [float("inf"), 1.5]}, "Wait")
    read = from_json(to_json(event))
    assert isinstance(read, Acting) and read.input == {"duration": "nan", "x": ["inf", 1.5]}


def test_what_json_cannot_hold_is_said(tmp_path: Path):
    with pytest.raises(EventError, match="a 'acting' event cannot be written as JSON"):
        to_json(Acting(1, "c", "t", "n", {"x": {1, 2}}, "w"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{}", "kind"),
        ('{"kind":"danced"}', "danced"),
        ('{"kind":"asked","step":"1"}', "asked.step: Input should be a valid integer"),
        ('{"kind":"finished","status":"fine","answer":"","steps":1,"seconds":1,"run":"r"}', "finished.status"),
        ("[1", "Invalid JSON"),
    ],
)
def test_what_is_no_event_is_said_to_be_none(text: str, fault: str):
    with pytest.raises(EventError, match=fault):
        from_json(text)


def test_what_a_later_version_adds_is_ignored():
    assert from_json('{"kind":"asked","step":1,"mood":"good"}') == Asked(1)


def test_an_event_is_there_for_others_as_soon_as_it_is_written(tmp_path: Path):
    journal = Journal.create(tmp_path / "r1")
    reader = Reader(tmp_path / "r1")
    for number, event in enumerate(EVENTS, 1):
        journal.append(event)
        assert [entry.seq for entry in reader.read(number - 1)] == [number]
    assert tuple(entry.event for entry in reader.read()) == EVENTS
    reader.close()
    journal.close()
    assert [path.name for path in (tmp_path / "r1").glob("journal*")] == [FILE]


def test_nothing_can_be_changed_or_taken_out(tmp_path: Path):
    journal = Journal.create(tmp_path / "r1")
    journal.append(STARTED)
    connection = sqlite3.connect(tmp_path / "r1" / FILE)
    for change in ("UPDATE events SET data = '{}'", "DELETE FROM events"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(change)
    connection.close()
    journal.close()
    with pytest.raises(JournalError, match="one folder keeps one run"):
        Journal.create(tmp_path / "r1")


def test_a_journal_can_be_gone_on_with(tmp_path: Path):
    first = Journal.create(tmp_path / "r1")
    first.append(STARTED)
    first.close()
    again = Journal.reopen(tmp_path / "r1")
    assert again.append(Asked(1)).seq == 2
    again.close()
    reader = Reader(tmp_path / "r1")
    assert [entry.event for entry in reader.read()] == [STARTED, Asked(1)]
    reader.close()
    with pytest.raises(JournalError, match="holds no run"):
        Journal.reopen(tmp_path / "r2")


CUT_OFF = """
import sys, itertools
from pathlib import Path
from deskhand.agent.events import Noted
from deskhand.agent.journal import Journal
journal = Journal.create(Path(sys.argv[1]))
for number in itertools.count(1):
    journal.append(Noted("x" * 5000, number))
    print(number, flush=True)
"""


def test_a_journal_cut_by_kill_9_is_whole_up_to_the_last_word(tmp_path: Path):
    child = subprocess.Popen([sys.executable, "-c", CUT_OFF, str(tmp_path / "r1")], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    shown = 0
    for line in child.stdout:
        shown = int(line)
        if shown == 300:
            os.kill(child.pid, signal.SIGKILL)
            break
    shown = max([shown, *(int(line) for line in child.stdout)])
    child.wait()
    reader = Reader(tmp_path / "r1")
    steps = [entry.event.step for entry in reader.read() if isinstance(entry.event, Noted)]
    reader.close()
    assert steps == list(range(1, len(steps) + 1))
    assert len(steps) >= shown  # whatever was shown had been written before
    assert list_runs(tmp_path)[0].status == "unfinished"


async def test_following_ends_with_the_run(tmp_path: Path):
    journal = Journal.create(tmp_path / "r1")

    async def write() -> None:
        for event in EVENTS:
            journal.append(event)
            await asyncio.sleep(0.002)

    writing = asyncio.create_task(write())
    followed = [entry.event async for entry in Reader(tmp_path / "r1").follow(every=0.003)]
    assert tuple(followed) == EVENTS
    await writing
    journal.close()


def test_a_picture_is_kept_once_and_is_the_screen_of_its_step(tmp_path: Path):
    journal = Journal.create(tmp_path / "r1")
    first = journal.keep_picture(b"first", Size(4, 2), step=1)
    journal.keep_picture(b"second", Size(4, 2), step=1)
    again = journal.keep_picture(b"first", Size(4, 2), step=2)
    assert first == again == Picture(first.sha256, 4, 2)
    assert (tmp_path / "r1/screens/0001.png").read_bytes() == b"second"
    assert (tmp_path / "r1/screens/0002.png").read_bytes() == b"first"
    assert len(list((tmp_path / "r1/pictures").iterdir())) == 2
    journal.append(STARTED)
    reader = Reader(tmp_path / "r1")
    assert reader.picture(first.sha256) == b"first"
    for wrong, sentence in (("../../etc/passwd", "64 hexadecimal"), ("0" * 64, "missing")):
        with pytest.raises(JournalError, match=sentence):
            reader.picture(wrong)


def test_secrets_of_the_environment_are_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-api03-verysecretvalue")
    monkeypatch.setenv("MY_DB_PASSWORD", "hunter2hunter2")
    journal = Journal.create(tmp_path / "r1")
    told = journal.append(
        Acting(1, "c", "bash", "bash", {"command": ["echo hunter2hunter2"]}, "Run sk-ant-api03-verysecretvalue")
    )
    assert told.event == Acting(
        1, "c", "bash", "bash", {"command": ["echo [MY_DB_PASSWORD]"]}, "Run [ANTHROPIC_API_KEY]"
    )
    journal.append(Noted("another one: sk-ant-api03-abcdefghijklmnopqrstuvwxyz"))
    journal.close()
    written = (tmp_path / "r1" / FILE).read_bytes()
    assert b"secretvalue" not in written and b"hunter2" not in written and b"abcdefghij" not in written


def test_damaged_or_foreign_files_are_said_to_be_so(tmp_path: Path):
    with pytest.raises(JournalError, match="holds no run"):
        Reader(tmp_path)
    (tmp_path / FILE).write_bytes(b"this is no database, and long enough to look like one" * 30)
    with pytest.raises(JournalError, match="damaged or no journal"):
        Reader(tmp_path)


def test_runs_are_found_by_what_a_person_types(tmp_path: Path):
    ids = ["20261121-211530-k3f9", "20261121-211531-abcd", "20261122-080000-zzzz"]
    for run in ids:
        journal = Journal.create(tmp_path / run)
        journal.append(STARTED)
        journal.append(FINISHED)
        journal.close()
    assert [run.id for run in list_runs(tmp_path)] == ids
    assert list_runs(tmp_path)[0].task == STARTED.task and list_runs(tmp_path)[0].status == "done"
    for name, found in (("latest", 2), ("20261122", 2), ("k3f9", 0), (ids[1], 1), (str(tmp_path / ids[0]), 0)):
        assert find_run(name, tmp_path) == tmp_path / ids[found]
    with pytest.raises(RunNotFound, match="any of 2 runs"):
        find_run("20261121", tmp_path)
    with pytest.raises(RunNotFound, match="no run is called 'nope'"):
        find_run("nope", tmp_path)
    with pytest.raises(RunNotFound, match="no runs in"):
        find_run("latest", tmp_path / "elsewhere")


def test_names_of_runs_sort_by_time():
    assert new_run_id(1_000_000_000) < new_run_id(1_000_000_001) < new_run_id()
