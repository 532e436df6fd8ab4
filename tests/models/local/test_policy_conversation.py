"""A stateless API, and programs that remember: kept by their conversation, replayed after a restart."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pytest
from tests.models.local.scenes import text

from deskhand.messages import Block, Image, Message, Text, ToolResult, user
from deskhand.models.interface import ModelError, Reply
from deskhand.models.local.conversation import KEPT, Conversations, Outcome, Task
from deskhand.models.local.dialect import Dialect
from deskhand.models.local.effects import Call, Question, Reading, Turn
from deskhand.screen.geometry import Size
from deskhand.vision.picture import as_picture
from deskhand.vision.scene import Scene, TextLine

DIALECT = Dialect.of([{"type": "computer_20251124", "name": "computer"}])


def picture(number: int) -> bytes:
    return bytes(cv2.imencode(".png", np.full((8, 8, 3), number, np.uint8))[1])


class Reader:
    """Reads the brightness of a picture as a number."""

    def __init__(self) -> None:
        self.readings = 0

    async def __call__(self, reading: Reading) -> Scene:
        self.readings += 1
        value = int(as_picture(reading.picture)[0, 0, 0])
        lines: tuple[TextLine, ...] = (text(str(value), 1, 1),)
        return Scene(Size(8, 8), lines, ())


async def program(task: Task) -> Outcome:
    """Looks, clicks where the screen says, asks, and answers with what it saw."""
    for step in range(task.resume_at, 3):
        seen = await Turn(f"Step {step}.", (Call("screenshot"),), step)
        if seen.picture is None:
            return Outcome(f"blind at step {step}", asks=True)
        scene = await Reading(seen.picture)
        x = int(scene.texts[0].text)
        await Turn(f"Clicking {x}.", (Call("left_click", {"coordinate": [x, step]}),), step)
        task.memory.store(str(step), str(x))
    answer = await Question("Go on?")
    return Outcome(f"{answer}: {','.join(task.memory.values.values())}")


def results(reply: Reply, number: int) -> Message:
    return Message(
        "user",
        tuple(ToolResult(use.id, (Text("Done."), Image(picture(number)))) for use in reply.message.tool_uses),
    )


async def talk(conversations: Conversations, messages: list[Message], turns: int) -> Reply:
    reply = await conversations.respond(messages, DIALECT)
    for turn in range(turns):
        messages += [reply.message, results(reply, 10 + turn)]
        reply = await conversations.respond(messages, DIALECT)
    return reply


def without_pictures(block: Block) -> Block:
    return ToolResult(block.tool_use_id, (Text("[gone]"),)) if isinstance(block, ToolResult) else block


def gist(replies: Sequence[Reply]) -> list[object]:
    return [[(use.name, dict(use.input)) for use in reply.message.tool_uses] or reply.message.text for reply in replies]


async def test_a_program_goes_on_from_turn_to_turn():
    conversations = Conversations(program, Reader(), "local")
    messages = [user("Do it.")]
    reply = await talk(conversations, messages, 6)
    assert (reply.stop_reason, reply.asks, reply.message.text) == ("end_turn", True, "Go on?")
    messages += [reply.message, user("Yes")]
    reply = await conversations.respond(messages, DIALECT)
    assert not reply.asks
    assert reply.message.text == "Yes: 10,14,12,14"


@pytest.mark.parametrize("turns", [1, 3, 6])
async def test_after_a_restart_the_same_calls_are_made(turns: int):
    messages = [user("Do it.")]
    first = Conversations(program, Reader(), "local")
    reply = await talk(first, messages, turns)
    again = await Conversations(program, Reader(), "local").respond(messages, DIALECT)
    assert gist([again]) == gist([reply])
    assert again.asks == reply.asks


async def test_the_same_request_twice_gives_the_same_reply():
    conversations = Conversations(program, Reader(), "local")
    messages = [user("Do it.")]
    reply = await talk(conversations, messages, 2)
    again = await conversations.respond(messages, DIALECT)
    assert [use.id for use in again.message.tool_uses] == [use.id for use in reply.message.tool_uses]


async def test_without_the_old_pictures_it_goes_on_at_the_step_of_the_last_call():
    messages = [user("Do it.")]
    await talk(Conversations(program, Reader(), "local"), messages, 4)  # in step 2
    blind = [Message(message.role, tuple(without_pictures(block) for block in message.content)) for message in messages]
    reader = Reader()
    reply = await Conversations(program, reader, "local").respond(blind, DIALECT)
    assert reply.message.text == "Step 1."  # the last call in the record belongs to step 1
    assert reader.readings == 0


async def test_conversations_do_not_mix():
    conversations = Conversations(program, Reader(), "local")
    one, other = [user("Do it.")], [user("Do it.")]
    first = await conversations.respond(one, DIALECT)
    second = await conversations.respond(other, DIALECT)
    one += [first.message, results(first, 3)]
    other += [second.message, results(second, 7)]
    clicks = [await conversations.respond(messages, DIALECT) for messages in (one, other)]
    assert [reply.message.tool_uses[0].input["coordinate"] for reply in clicks] == [[3, 0], [7, 0]]


async def test_memory_is_bounded_and_the_forgotten_are_replayed():
    conversations = Conversations(program, Reader(), "local")
    messages = [user("Do it.")]
    reply = await talk(conversations, messages, 1)
    for _ in range(KEPT + 1):
        await conversations.respond([user("Another one.")], DIALECT)
    messages += [reply.message, results(reply, 9)]
    again = await conversations.respond(messages, DIALECT)
    assert again.message.text == "Step 1."


async def test_a_conversation_that_ends_with_the_model_is_refused():
    conversations = Conversations(program, Reader(), "local")
    reply = await conversations.respond([user("Do it.")], DIALECT)
    with pytest.raises(ModelError, match="end with the user"):
        await conversations.respond([user("Do it."), reply.message], DIALECT)
