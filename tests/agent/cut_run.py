"""A run that kills its own process at a given point, and a model that can go on from any point of the conversation.

``python -m tests.agent.cut_run RECORD POINT``: POINT is the number of an event (the process dies as soon as it is
journalled) or ``after:N`` (it dies when the N-th call has been carried out, before that is journalled). Where RECORD is
the folder of a run, that run is resumed, and events and calls are counted from there.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from deskhand.agent.events import Event
from deskhand.agent.journal import FILE
from deskhand.agent.resume import resume_run
from deskhand.agent.run import run_task
from deskhand.agent.take_up import LOOKED, LOST
from deskhand.messages import Message, Text, ToolResult, ToolUse, Usage
from deskhand.models.interface import OnDelta, Reply, Request, Traits
from deskhand.tools import collection
from deskhand.tools.interface import Proposal, ToolRun

LOG = "~/Shared/log"
TURNS = ((1, 2), (3,), (4, 5))
"""Which entries of the log each turn of the model is to write."""


def entry(number: int) -> str:
    return f"echo {number} >> {LOG}"


class Careful:
    """Writes the entries of `TURNS` one by one. It knows only what the conversation tells: an entry is written when
    its result says so, is not when it says "not executed", and is looked for when nobody knows."""

    name = "careful"
    computer_tool = "computer_20251124"
    traits = Traits(ends_by_word=True)

    async def respond(self, request: Request, on_delta: OnDelta | None = None) -> Reply:
        uses, results = _calls(request.messages)
        for use in uses:
            assert use.id in results, "a call is left open"
        known: set[int] = set()
        doubtful = False
        for use in uses:
            result, command = results[use.id], str(use.input.get("command", ""))
            if command == f"cat {LOG}" and (result.is_error or LOOKED in result.text):
                doubtful = True
            elif command == f"cat {LOG}":
                known |= {int(line) for line in result.text.split() if line.isdigit()}
                doubtful = False
            elif command.startswith("echo"):
                if LOOKED in result.text or LOST in result.text:
                    assert bool(result.images) == (LOOKED in result.text)
                    doubtful = True
                elif not result.is_error:
                    known.add(int(command.split()[1]))
        if doubtful:
            return _reply((ToolUse(_id(), "bash", {"command": f"cat {LOG}"}),))
        for turn in TURNS:
            if left := [number for number in turn if number not in known]:
                return _reply(tuple(ToolUse(_id(), "bash", {"command": entry(number)}) for number in left))
        return _reply((Text("All is written.\nDONE"),))

    async def close(self) -> None:
        pass


def _id() -> str:
    return f"toolu_{os.urandom(6).hex()}"


def _reply(blocks: tuple[Text | ToolUse, ...]) -> Reply:
    calls = isinstance(blocks[0], ToolUse)
    return Reply(blocks, "tool_use" if calls else "end_turn", Usage(10, 5), "careful")


def _calls(messages: Sequence[Message]) -> tuple[list[ToolUse], dict[str, ToolResult]]:
    uses = [use for message in messages for use in message.tool_uses]
    return uses, {result.tool_use_id: result for message in messages for result in message.tool_results}


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def main(record: Path, point: str) -> None:
    seen = acted = 0

    def show(event: Event) -> None:
        nonlocal seen
        seen += 1
        print(event.kind, flush=True)
        if str(seen) == point:
            die()

    really = collection.Batch.run

    async def run(batch: collection.Batch, proposal: Proposal) -> ToolRun:
        nonlocal acted
        done = await really(batch, proposal)
        acted += 1
        if point == f"after:{acted}":
            die()
        return done

    setattr(collection.Batch, "run", run)  # noqa: B010
    if (record / FILE).exists():
        await resume_run(record, model=Careful(), on_event=show)
    else:
        await run_task("Write.", model=Careful(), record=record, size="640x480", keep_on_crash=True, on_event=show)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
