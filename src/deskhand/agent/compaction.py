"""When the window fills: the conversation is replaced by the model's own summary of it, and the run goes on.

Leaving out old pictures is not enough for ever: 300 steps of words alone are 100,000 tokens. The summary is asked for
in a request of its own, from a plain record of what was done, because that is accepted by every model: no signed
thinking to keep, no tool definitions to match, no old pictures, and it fits where the conversation itself no longer
does.
"""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.messages import Image, Message, Text, ToolResult, ToolUse, Usage, user
from deskhand.models.interface import Request, Traits

FILLED = 0.8
"""Of the window, from which on it is summarised: one more turn with pictures must still fit."""
PICTURES = 1
"""The newest ones, which go along with the summary."""
MOST = 60_000
"""Characters of the record; of a longer one the middle is left out."""
_MOST_EACH = 1500
ROOM = 4096
"""Tokens the summary may have."""

PROMPT = (
    "Your conversation with the person and the desktop no longer fits your context window. Write a summary from which "
    "you will go on, for yourself: what the task demands and how the person wants it done; what has been done, step "
    "by step, and how it was checked; every value, name, path and text that is still needed, word for word; how the "
    "screen stands now; what failed and should not be tried again; what is left to do. Leave out nothing that you "
    "could not find again by looking at the screen. Answer with the summary alone."
)
BEGIN = "[The earlier part of this conversation was replaced by this summary, which you wrote yourself.]\n\n"
END = "\n\n[Go on from here. Take a screenshot first if you are not sure how things stand.]"


def is_due(usage: Usage, traits: Traits) -> bool:
    """Whether the conversation after a reply with this usage should be summarised before the next request."""
    return traits.window is not None and usage.prompt_tokens + usage.output_tokens > FILLED * traits.window


def summary_request(messages: Sequence[Message]) -> Request:
    """The request that asks for the summary: the task, the record of what was done, the newest pictures."""
    task, record = messages[0], record_of(messages[1:])
    return Request((Message("user", (*task.content, *user(record, PROMPT).content, *newest(messages))),), (), "", ROOM)


def continuation(summary: str) -> str:
    """What the model is told in place of the conversation."""
    return f"{BEGIN}{summary.strip()}{END}"


def newest(messages: Sequence[Message], count: int = PICTURES) -> tuple[Image, ...]:
    """The newest pictures that the model was shown, the newest last. Those of the task are not counted: they stay."""
    found: list[Image] = []
    for message in messages[1:]:
        for block in message.content:
            match block:
                case Image():
                    found.append(block)
                case ToolResult():
                    found.extend(block.images)
                case _:
                    pass
    return tuple(found[-count:])


def record_of(messages: Sequence[Message], most: int = MOST) -> str:
    """What was said and done, as lines of text, at most ``most`` characters and a little."""
    lines = [line for message in messages for line in _lines(message)]
    record = "\n".join(lines)
    if len(record) > most:
        half = most // 2
        record = f"{record[:half]}\n[… the middle of the record is left out …]\n{record[-half:]}"
    return f"<record>\n{record}\n</record>"


def _lines(message: Message) -> list[str]:
    lines: list[str] = []
    for block in message.content:
        match block:
            case Text(text) if text.strip():
                lines.append(f"{'You' if message.role == 'assistant' else 'Told'}: {_cut(text)}")
            case ToolUse():
                lines.append(f"Call {block.name}: {_cut(str(dict(block.input)))}")
            case ToolResult():
                pictures = " [screenshot]" if block.images else ""
                lines.append(f"{'Error' if block.is_error else 'Result'}: {_cut(block.text)}{pictures}")
            case _:
                pass
    return lines


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _MOST_EACH else f"{text[: _MOST_EACH - 1]}…"
