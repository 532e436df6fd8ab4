"""Models that write their actions as text (UI-TARS, Qwen-VL): the conversation in their language, through any chat
endpoint.

What the model wrote goes back to it word for word, kept in its turn; what another model did before it is written as
it would have written it. They have hands only: no shell and no editor in their language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import openai

from deskhand.messages import Block, Image, Message, Opaque, Text, ToolResult, ToolUse, Usage
from deskhand.models import openai_wire as wire
from deskhand.models.address import Address
from deskhand.models.dialects.interface import Dialect, DialectError, Turn
from deskhand.models.interface import Delta, OnDelta, Reply, Request, Traits
from deskhand.models.openai_chat import OpenAIChat, few_pictures
from deskhand.screen.geometry import Size

IMAGES = 5
"""Pictures in one request: what these models were trained on."""
MISREADINGS = 2
"""How often an answer that is not in the language is asked for again."""
KEPT = "deskhand_spoken_turn"


class SpokenModel:
    def __init__(
        self, address: Address, dialect: Dialect, *, client: openai.AsyncOpenAI | None = None, pause: float = 0.5
    ) -> None:
        self.name = address.spec
        self.computer_tool = "computer_20251124"
        self.dialect = dialect
        self._mark = (KEPT, dialect.name)
        self._chat = OpenAIChat(address, client=client, pause=pause)
        keep, interval = few_pictures(address.images or IMAGES)
        self.traits = Traits(forgets=True, keep=keep, interval=interval, max_tokens=2048, window=address.window)

    async def respond(self, request: Request, on_delta: OnDelta | None = None) -> Reply:
        if not request.tools:  # asked for words: a summary
            return await self._chat.respond(request, on_delta)
        if not any(_pictures(message) for message in request.messages):
            return Reply((_use({"action": "screenshot"}),), "tool_use", Usage(), self.name)
        size = picture_size(request)
        messages = tuple(self._spoken(request.messages, size, request.system))
        usage = Usage()
        for attempt in range(MISREADINGS + 1):
            reply = await self._chat.respond(replace(request, messages=messages, tools=(), system=""), on_delta)
            usage += reply.usage
            if reply.stop_reason not in ("end_turn", "tool_use", "stop_sequence"):
                return replace(reply, usage=usage)
            text = reply.message.text
            try:
                return self._reply(self.dialect.read(text, size), text, reply, usage)
            except DialectError as error:
                if attempt == MISREADINGS:
                    return Reply((Text(text or str(error)),), "end_turn", usage, reply.model, asks=True)
                if on_delta is not None:
                    await on_delta(Delta("retry", f"The answer could not be read ({error}); asking for it again."))
                said = Message("assistant", (Text(text or "…"),))
                messages = (*messages, said, Message("user", (Text(str(error)),)))
        raise AssertionError("the loop above returns")

    def _reply(self, turn: Turn, text: str, reply: Reply, usage: Usage) -> Reply:
        kept = Opaque({"type": KEPT, "dialect": self.dialect.name, "text": text})
        said = (Text(turn.say),) if turn.say else ()
        if turn.calls:  # what it says about the end it may say again when it has seen what came of these
            uses = tuple(_use(call) for call in turn.calls)
            return Reply((kept, *said, *uses), "tool_use", usage, reply.model)
        return Reply((kept, *said), "end_turn", usage, reply.model, asks=turn.ends != "done")

    def _spoken(self, messages: Sequence[Message], size: Size, system: str = "") -> list[Message]:
        """The conversation as the model would have had it."""
        told = [part for part in (messages[0].text, system) if part]
        task = self.dialect.instructions("\n\n".join(told), size)
        found = [Message("user", (Text(task), *_pictures(messages[0])))]
        for message in messages[1:]:
            if message.role == "assistant":
                found.append(Message("assistant", (Text(self._said(message, size)),)))
                continue
            told = [block.text for block in message.content if isinstance(block, Text) and block.text]
            results = message.tool_results
            texts = [self.dialect.result(result.text) for result in results[-1:] if result.text]
            texts = [result.text for result in results if result.is_error] or [text for text in texts if text]
            shown = [image for result in results for image in result.images][-1:]
            shown += [block for block in message.content if isinstance(block, Image)]
            found.append(Message("user", (*(Text(text) for text in (*texts, *told)), *shown)))
        # The first look was our doing, not the model's: its picture belongs to the task.
        if len(found) > 2 and _only_looks(messages[1]):
            found[:3] = [Message("user", (*found[0].content, *found[2].content))]
        return [message for message in found if message.content]

    def _said(self, message: Message, size: Size) -> str:
        for block in message.content:
            if isinstance(block, Opaque) and (block.raw.get("type"), block.raw.get("dialect")) == self._mark:
                return str(block.raw.get("text"))
        return self.dialect.write([_input(use) for use in message.tool_uses], message.text, size)

    async def close(self) -> None:
        await self._chat.close()


def picture_size(request: Request) -> Size:
    """Of the pictures that the model is sent, as the computer tool's definition has it."""
    for tool in request.tools:
        if "display_width_px" in tool:
            return Size(int(tool["display_width_px"]), int(tool["display_height_px"]))
    raise ValueError("a request without a computer tool has no pictures to point into")


def _use(values: Mapping[str, Any]) -> ToolUse:
    return ToolUse(wire.new_id(), "computer", values)


def _input(use: ToolUse) -> Mapping[str, Any]:
    return use.input if use.name == "computer" and not use.toolset_name else {"action": use.name, **use.input}


def _only_looks(message: Message) -> bool:
    return [dict(use.input) for use in message.tool_uses] == [{"action": "screenshot"}] and not any(
        isinstance(block, Opaque | Text) for block in message.content
    )


def _pictures(message: Message) -> tuple[Image, ...]:
    found: list[Image] = []
    block: Block
    for block in message.content:
        match block:
            case Image():
                found.append(block)
            case ToolResult():
                found.extend(block.images)
            case _:
                pass
    return tuple(found)
