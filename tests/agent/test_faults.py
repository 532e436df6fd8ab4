"""Whole runs of Claude, with the real SDK on a real desktop, through every way in which the hosted API can fail.

What was done is read from the desktop itself: a shell and a program with a window each keep a log.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import anthropic
import pytest
import pytest_asyncio
from tests.agent.faulty_api import BEFORE, FAULTS, HARMLESS, Block, Fault, faulty_api

from deskhand.agent.events import Acted, Acting, Event, Noted, Replied
from deskhand.agent.journal import Reader
from deskhand.agent.run import run_task
from deskhand.desktop.interface import Desktop
from deskhand.models.claude import RETRIES, STREAM_RETRIES, ClaudeModel

KEPT = "~/typed.log"


@pytest_asyncio.fixture(scope="module")
async def listening(desktop: Desktop) -> Desktop:
    """The desktop with a program that has the focus and writes down what is typed."""
    await desktop.launch(f"xterm -e sh -c 'cat >> {KEPT}'")
    return desktop


def turns_of(count: int) -> list[tuple[list[Block], str]]:
    """Each turn thinks, says a word, and calls a shell and a keyboard that write down the turn's number."""
    turns: list[tuple[list[Block], str]] = []
    for number in range(count):
        blocks: list[Any] = [
            {"type": "thinking", "thinking": f"Turn {number}…", "signature": "c2lnbmVk"},
            {"type": "text", "text": f"Now {number}。"},
            {"type": "tool_use", "id": f"toolu_{number}a", "name": "bash", "input": {"command": f"echo {number} >> a"}},
            {
                "type": "tool_use",
                "id": f"toolu_{number}b",
                "name": "type",
                "toolset_name": "computer",
                "input": {"text": f"{number}\n"},
            },
        ]
        turns.append((blocks, "tool_use"))
    return [*turns, ([{"type": "text", "text": "All written down.\n\nDONE"}], "end_turn")]


async def go_through(desktop: Desktop, record: Path, faults: list[list[Fault]]) -> None:
    count = len(faults)
    turns = turns_of(count)
    await desktop.shell(f"cd ~; : > a; : > {KEPT}")
    events: list[Event] = []
    async with faulty_api(turns, [*faults, []]) as api:
        client = anthropic.AsyncAnthropic(api_key="sk-ant-test-0123456789", base_url=api.url, max_retries=RETRIES)
        model = ClaudeModel("claude-opus-5", client=client, pause=0.01)
        result = await run_task(
            "Write it all down.", model=model, desktop=desktop, record=record, on_event=events.append
        )
        await client.close()
    assert (result.status, result.answer, result.steps) == ("done", "All written down.", count + 1), result
    assert api.complaints == [] and api.early == 0
    assert not any(api.faults) and api.suffered["none"] + sum(
        fault in HARMLESS for each in faults for fault in each
    ) == len(turns)

    wanted = "".join(f"{number}\n" for number in range(count))
    # The calls have returned; the terminal's reader may be a moment behind.
    wait = f"for i in $(seq 100); do [ $(wc -l < {KEPT}) -ge {count} ] && break; sleep 0.02; done"
    read = await desktop.shell(f"{wait}; cat a; echo --; cat {KEPT}")
    assert read.output.strip().split("\n--\n") == [wanted.strip()] * 2

    # Told once and in order, also in the journal; what broke off is a note, and neither a turn nor paid for.
    calls = [block["id"] for blocks, _ in turns for block in blocks if block["type"] == "tool_use"]
    reader = Reader(result.folder)
    journal = [entry.event for entry in reader.read()]
    reader.close()
    for told in (events, journal):
        assert [event.call for event in told if isinstance(event, Acting)] == calls
        acted = [event for event in told if isinstance(event, Acted)]
        assert [event.call for event in acted] == calls
        assert not any(event.is_error for event in acted)
    assert sum(isinstance(event, Replied) for event in events) == len(turns)
    broken = sum(fault not in BEFORE | HARMLESS for each in faults for fault in each)
    assert sum("broke off" in event.text for event in events if isinstance(event, Noted)) == broken
    assert (result.usage.input_tokens, result.usage.output_tokens) == (10 * len(turns), 5 * len(turns))
    assert result.usd == pytest.approx(len(turns) * (10 * 5 + 5 * 25) / 1e6)
    assert sum(api.begun) == len(turns) + broken


@pytest.mark.parametrize("first", range(0, len(FAULTS), 5))
async def test_each_way_to_fail_is_survived(first: int, listening: Desktop, tmp_path: Path):
    """Five in a run, each in a turn of its own: most of a run's time is its beginning and its end."""
    await go_through(listening, tmp_path, [[], *([fault] for fault in FAULTS[first : first + 5])])


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
async def test_all_of_them_mixed_are_survived(seed: int, listening: Desktop, tmp_path: Path):
    """Any order, as often as a turn is tried again; between two that broke off, the SDK's own attempts."""
    chance = random.Random(seed)
    in_turn = [fault for fault in FAULTS if fault not in BEFORE | HARMLESS]
    quick = sorted(BEFORE - {"hung up before the answer"})  # that one is waited for half a second each time
    faults: list[list[Fault]] = []
    for _ in range(8):
        each: list[Fault] = []
        for _ in range(chance.randint(0, STREAM_RETRIES)):
            each += chance.sample(quick, chance.randint(0, 2))
            each.append(chance.choice(in_turn))
        faults.append([*each, *chance.sample(sorted(HARMLESS), chance.randint(0, 1))])
    await go_through(listening, tmp_path, faults)
