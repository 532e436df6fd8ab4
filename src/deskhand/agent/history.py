"""What of the conversation is sent: old pictures are left out in batches, and the cache is told where it may stop.

A screenshot costs about 1,300 tokens in every later request, so 100 steps would send 65 million. Leaving out the
oldest at every step would be worse than leaving out none: each removal changes the beginning of the conversation, and
the whole prompt cache with it. So the number left out grows in jumps of `INTERVAL`: between two jumps every request
begins with the last one, word for word. With `KEEP` and `INTERVAL` as they are, never more than 19 pictures go out;
from 21 on, the API wants every one of them within 2000 pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskhand.messages import Block, Image, Message, Text, ToolResult
from deskhand.models.interface import Traits
from deskhand.screen.geometry import Size
from deskhand.screen.sizing import TIERS, Tier, largest

KEEP = 8
"""The newest pictures, which are always sent."""
INTERVAL = 12
GONE = "[An older screenshot was here; it is no longer shown.]"
CACHED_TURNS = 3
"""Marks on the newest user turns. The fourth and last one that the API allows is on the system prompt."""


FEW = 20
"""Pictures in one request that may be as large as they like."""
MANY_EDGE = 2000
"""Pixels of the longer side that the API allows in requests of more than that."""


def picture_size(screen: Size, traits: Traits) -> Size:
    """The size of the pictures for a model: where none may be left out, there will be more than 20 of them."""
    if traits.tier is None:
        return screen
    tier = TIERS[traits.tier]
    if not traits.forgets:
        tier = Tier(min(tier.max_edge, MANY_EDGE), tier.max_tokens)
    return largest(screen, tier)


def outgoing(messages: Sequence[Message], traits: Traits) -> tuple[Message, ...]:
    """The conversation as this model should get it."""
    sent = tuple(messages)
    if traits.forgets:
        sent = without_old_pictures(sent, traits.keep, traits.interval)
    if traits.caches:
        sent = with_cache_marks(sent)
    return sent


def pictures_left_out(count: int, keep: int = KEEP, interval: int = INTERVAL) -> int:
    """How many of ``count`` pictures are left out: a multiple of ``interval``, and at least ``keep`` stay."""
    return max(0, count - keep) // interval * interval


def without_old_pictures(
    messages: Sequence[Message], keep: int = KEEP, interval: int = INTERVAL
) -> tuple[Message, ...]:
    """The oldest pictures replaced by a word. Turns of the model are never touched: some are signed. The first message,
    which holds the task and its examples, keeps what it shows."""
    pinned = sum(map(_pictures, messages[0].content)) if messages else 0
    interval = max(1, min(interval, FEW - pinned - keep + 1))
    total = sum(_pictures(block) for message in messages[1:] if message.role == "user" for block in message.content)
    left_out = pictures_left_out(total, keep, interval)
    pruned: list[Message] = list(messages[:1])
    for message in messages[1:]:
        if left_out <= 0 or message.role != "user":
            pruned.append(message)
            continue
        blocks: list[Block] = []
        for block in message.content:
            new, gone = _prune(block, left_out)
            blocks.append(new)
            left_out -= gone
        pruned.append(Message(message.role, tuple(blocks)))
    return tuple(pruned)


def with_cache_marks(messages: Sequence[Message], turns: int = CACHED_TURNS) -> tuple[Message, ...]:
    """``cache_control`` on the last block of the newest user turns, and nowhere else."""
    marked = list(messages)
    left = turns
    for index in range(len(marked) - 1, -1, -1):
        if left == 0:
            break
        message = marked[index]
        if message.role != "user" or not message.content:
            continue
        last = message.content[-1]
        if not isinstance(last, Text | Image | ToolResult) or last == Text(""):
            continue  # the API refuses a mark on an empty text
        marked[index] = Message("user", (*message.content[:-1], _marked(last)))
        left -= 1
    return tuple(marked)


def _marked(block: Text | Image | ToolResult) -> Block:
    return replace(block, extra={**block.extra, "cache_control": {"type": "ephemeral"}})


def _pictures(block: Block) -> int:
    match block:
        case Image():
            return 1
        case ToolResult():
            return len(block.images)
        case _:
            return 0


def _prune(block: Block, most: int) -> tuple[Block, int]:
    """The block without its first ``most`` pictures at most, and how many went."""
    match block:
        case Image() if most > 0:
            return Text(GONE), 1
        case ToolResult() if most > 0 and block.images:
            parts: list[Text | Image] = []
            gone = 0
            for part in block.content:
                if isinstance(part, Image) and gone < most:
                    parts.append(Text(GONE))
                    gone += 1
                else:
                    parts.append(part)
            return replace(block, content=tuple(parts)), gone
        case _:
            return block, 0
