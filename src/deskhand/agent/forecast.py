"""What a request will cost that is not sent yet: limits on money have to stop a run before they are passed.

Counted are the published overheads of the tools and prompts that the API adds, pictures by the 28-pixel rule, and text
by its length, on the cautious side. Where the beginning of a request is that of the last one, it comes out of the
cache at a tenth of the price; where old pictures have just been left out, all of it is written anew, at twelve times
that: a forecast that goes by the last step is off by as much.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from deskhand.agent.prices import cost, image_tokens
from deskhand.messages import Block, Image, Message, Text, ToolResult, Usage, block_to_api
from deskhand.models.interface import Reply, Request

USUAL_REPLY = 400
"""Tokens of a turn with thoughts and one call."""
_CHARACTERS_PER_TOKEN = 3.0
"""On the cautious side: English has about four, code and Japanese fewer."""

_EDITOR = 700
_TOOLSET, _TOOLSET_SONNET, _ZOOM = 4520, 4590, 410
_COMPUTER = {"computer_20241022": 683, "computer_20250124": 735, "computer_20251124": 735}
_COMPUTER_PROMPT = 499
"""The prompt that comes with a single computer tool: 466 with tool_choice auto, 499 else."""
_BASH = (
    (r"3-5-sonnet", 245),
    (r"3-7-|(opus|sonnet|haiku)-4(-[0156]\b|-20|$|-[0156]-)", 244),
    (r"", 325),
)
_TOOL_PROMPT = (
    (r"3-5-haiku", 264),
    (r"3-5-sonnet|3-7-", 466),
    (r"sonnet-5", 354),
    (r"opus-4-8", 290),
    (r"opus-4-7", 675),
    (r"(opus|sonnet)-4-6", 497),
    (r"(opus|sonnet|haiku)-4-5", 496),
    (r"(opus|sonnet)-4", 313),
    (r"", 286),
)
"""With tool_choice auto, for models that are offered tools but no computer tool."""


def forecast(
    model: str, messages: Sequence[Message], tools: Sequence[Mapping[str, Any]], system: str = ""
) -> float | None:
    """About what a request will cost in US dollars, nothing of it being cached; None where there is no price."""
    return cost(model, Usage(prompt_tokens(model, messages, tools, system), USUAL_REPLY))


def prompt_tokens(model: str, messages: Sequence[Message], tools: Sequence[Mapping[str, Any]], system: str = "") -> int:
    """About how many tokens a request has."""
    characters, tokens = len(system), overhead(model, tools)
    for tool in tools:
        if "input_schema" in tool:
            characters += len(json.dumps(tool, ensure_ascii=False, default=str))
    for message in messages:
        for block in message.content:
            text, pictures = _sizes(block)
            characters += text
            tokens += pictures
    return tokens + round(characters / _CHARACTERS_PER_TOKEN)


def overhead(model: str, tools: Sequence[Mapping[str, Any]]) -> int:
    """Tokens of the built-in tools and of the prompt that the API puts before them, by the documentation."""
    if not tools:
        return 0
    types = [str(tool.get("type", "")) for tool in tools]
    tokens = 0
    for tool, type in zip(tools, types, strict=True):
        if type.startswith("computer_toolset"):
            tokens += _TOOLSET_SONNET if "sonnet" in model else _TOOLSET
            if ((tool.get("configs") or {}).get("zoom") or {}).get("enabled") is False:
                tokens -= _ZOOM
        elif type.startswith("computer"):
            tokens += _COMPUTER.get(type, 735) + _COMPUTER_PROMPT
        elif type.startswith("bash"):
            tokens += _of(_BASH, model)
        elif type.startswith("text_editor"):
            tokens += _EDITOR
    if not any(type.startswith("computer") for type in types):
        tokens += _of(_TOOL_PROMPT, model)
    return tokens


def same_beginning(before: Sequence[Message], now: Sequence[Message]) -> bool:
    """Whether ``now`` goes on where ``before`` ended, word for word: then ``before`` is in the cache.

    What is the very same object is not looked into: there are megabytes of pictures in a conversation.
    """
    return 0 < len(before) <= len(now) and all(old is new or old == new for old, new in zip(before, now, strict=False))


def _of(table: Sequence[tuple[str, int]], model: str) -> int:
    return next(tokens for pattern, tokens in table if re.search(pattern, model))


def _sizes(block: Block) -> tuple[int, int]:
    """Characters of text, tokens of pictures."""
    match block:
        case Text(text):
            return len(text), 0
        case Image():
            return 0, image_tokens(block)
        case ToolResult():
            return len(block.text), sum(map(image_tokens, block.images))
        case _:
            return len(json.dumps(block_to_api(block), ensure_ascii=False, default=str)), 0


class Forecast:
    """What the next request of one run will cost, by what the last ones were counted as."""

    def __init__(self, model: str, caches: bool) -> None:
        self._model, self._caches = model, caches
        self._before: tuple[Message, ...] = ()
        self._guessed = self._counted = 0
        """Tokens of the last request: by our own rule, and in truth."""
        self._reply = USUAL_REPLY

    def next_usd(self, request: Request) -> float:
        """0 where there is no price."""
        guessed = prompt_tokens(self._model, request.messages, request.tools, request.system)
        goes_on = same_beginning(self._before, _unmarked(request.messages))
        if goes_on:
            tokens = self._counted + max(0, guessed - self._guessed)
        else:
            tokens = round(guessed * max(1.0, self._counted / self._guessed if self._guessed else 1.0))
        cached = self._counted if goes_on and self._caches else 0
        new = max(0, tokens - cached)
        written = new if self._caches else 0
        return cost(self._model, Usage(new - written, self._reply, written, cached)) or 0.0

    def learn(self, request: Request, reply: Reply) -> None:
        self._model = reply.model or self._model
        self._before = _unmarked(request.messages)
        self._guessed = prompt_tokens(self._model, request.messages, request.tools, request.system)
        self._counted = reply.usage.prompt_tokens
        self._reply = max(self._reply, reply.usage.output_tokens)


def _unmarked(messages: Sequence[Message]) -> tuple[Message, ...]:
    """Without the cache's marks, which move on with every request."""
    return tuple(
        Message(message.role, tuple(map(_plain, message.content))) if any(map(_marked, message.content)) else message
        for message in messages
    )


def _marked(block: Block) -> bool:
    return isinstance(block, Text | Image | ToolResult) and "cache_control" in block.extra


def _plain(block: Block) -> Block:
    if isinstance(block, Text | Image | ToolResult) and "cache_control" in block.extra:
        return replace(block, extra={key: value for key, value in block.extra.items() if key != "cache_control"})
    return block
