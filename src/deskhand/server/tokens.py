"""How many tokens something would be: exact for pictures by the published rule, an estimate for text.

The embedded model has no tokens of its own. The figures are for programs that budget their context or show a counter;
for English and Japanese prose they are within some 20 % of what Claude's tokenizers count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from deskhand.messages import Block, Image, Opaque, Text, Thinking, ToolResult, ToolUse
from deskhand.screen.geometry import Size
from deskhand.screen.sizing import tokens as picture_tokens
from deskhand.server.request import MessagesRequest

_PIECE = re.compile(r"[A-Za-z]+|[0-9]+|[^\sA-Za-z0-9]")
_PER_MESSAGE = 4


def text_tokens(text: str) -> int:
    """Words by their length, digits in threes, every other sign by itself."""
    count = 0
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece.isascii() and piece.isalpha():
            count += 1 + (len(piece) - 1) // 6
        elif piece.isascii() and piece.isdigit():
            count += 1 + (len(piece) - 1) // 3
        else:
            count += 1
    return count


def input_tokens(request: MessagesRequest) -> int:
    """Of the whole prompt: system, tools, messages, pictures."""
    count = text_tokens(request.system)
    count += sum(text_tokens(json.dumps(tool, ensure_ascii=False)) for tool in request.offer.tools)
    count += sum(_PER_MESSAGE + _blocks(message.content) for message in request.messages)
    return count + pictures(request.pictures)


def output_tokens(blocks: Sequence[Block]) -> int:
    return max(1, _blocks(blocks))


def pictures(sizes: Iterable[Size]) -> int:
    return sum(picture_tokens(size) for size in sizes)


def _blocks(blocks: Iterable[Block]) -> int:
    """Without pictures, whose sizes are known from checking them."""
    return sum(_block(block) for block in blocks)


def _block(block: Block) -> int:
    match block:
        case Text(text):
            return text_tokens(text)
        case ToolUse():
            return text_tokens(block.name) + text_tokens(json.dumps(dict(block.input), ensure_ascii=False)) + 4
        case ToolResult():
            return 4 + _blocks(block.content)
        case Thinking():
            return text_tokens(block.thinking)
        case Image():
            return 0
        case Opaque():
            return text_tokens(json.dumps(dict(block.raw), ensure_ascii=False))
