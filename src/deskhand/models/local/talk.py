"""A conversation of the Messages API, cut into the task and the exchanges since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.messages import Image, Message
from deskhand.models.interface import ModelError
from deskhand.models.local.described import TOOL
from deskhand.models.local.effects import Answered


@dataclass(frozen=True, slots=True)
class Exchange:
    """One assistant turn, and what came back for it."""

    turn: Message
    back: Message


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation, cut into the task and the exchanges since."""

    task: Message
    exchanges: tuple[Exchange, ...]

    @classmethod
    def of(cls, messages: Sequence[Message]) -> Talk:
        """Raises ModelError when the conversation does not begin and end with the user."""
        merged: list[Message] = []
        for message in messages:
            if message.role == "system":
                continue
            if merged and merged[-1].role == message.role:
                merged[-1] = Message(message.role, merged[-1].content + message.content)
            else:
                merged.append(message)
        if not merged or merged[0].role != "user":
            raise ModelError("The conversation must begin with the user's task.")
        if merged[-1].role != "user":
            raise ModelError(
                "The conversation must end with the user's words or tool results, not with the model's turn."
            )
        pairs = zip(merged[1::2], merged[2::2], strict=True)
        return cls(merged[0], tuple(Exchange(turn, back) for turn, back in pairs))

    @property
    def key(self) -> str:
        """What the next reply answers to: the last tool use, or the words where there was none."""
        if not self.exchanges:
            return ""
        last = self.exchanges[-1]
        uses = last.turn.tool_uses
        if uses:
            return uses[-1].id
        earlier = [use.id for exchange in self.exchanges for use in exchange.turn.tool_uses]
        return f"{earlier[-1] if earlier else repr(self.task.text)}+{last.turn.text!r}"


def answered(exchange: Exchange) -> Answered:
    """The results of a turn, as one: the newest picture, all the words."""
    wanted = {use.id for use in exchange.turn.tool_uses}
    results = [result for result in exchange.back.tool_results if result.tool_use_id in wanted]
    pictures = [image for result in results for image in result.images]
    # The screen as a person handed it back, shown beside the results, is newer than what these show.
    pictures += [block for block in exchange.back.content if isinstance(block, Image)]
    asked = {use.id for use in exchange.turn.tool_uses if use.name == TOOL and use.toolset_name is None}
    words = [result.text for result in results if result.text and result.tool_use_id not in asked]
    elements = [result.text for result in results if result.tool_use_id in asked and not result.is_error]
    return Answered(
        pictures[-1].data if pictures else None,
        "\n".join(words),
        any(result.is_error for result in results if result.tool_use_id not in asked),
        "\n".join(elements),
    )


def picture_of(message: Message) -> bytes | None:
    """The last picture that a message of the person's carries."""
    pictures = [block for block in message.content if isinstance(block, Image)]
    return pictures[-1].data if pictures else None
