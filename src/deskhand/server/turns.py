"""Does every call have its answer? The hosted API is strict about it, and so are we: a loop that forgets a result
here would be broken there.

Messages of one role in a row count as one. All results of a turn come in the next user message, before any text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.messages import Block, Message, ToolResult, ToolUse
from deskhand.server.errors import invalid


@dataclass(slots=True)
class _Turn:
    role: str
    first: int
    """Number of its first message in the request."""
    blocks: list[tuple[str, Block]]
    """Each with its path."""


def check_turns(messages: Sequence[Message]) -> None:
    turns = _merged(messages)
    if not turns:
        raise invalid("messages: at least one message of the user is required")
    if turns[0].role != "user":
        raise invalid("messages.0.role: the first message must be the user's")
    seen: dict[str, str] = {}
    waiting: dict[str, ToolUse] = {}
    for turn in turns:
        if turn.role == "assistant":
            waiting = {}
            for where, block in turn.blocks:
                if isinstance(block, ToolResult):
                    raise invalid(f"{where}: `tool_result` blocks can only be in user messages")
                if isinstance(block, ToolUse):
                    if block.id in seen:
                        raise invalid(f"{where}.id: `tool_use` ids must be unique; also at {seen[block.id]}")
                    seen[block.id] = where
                    waiting[block.id] = block
            last = turn.first
        else:
            _check_answers(turn, waiting, last if waiting else 0)
            waiting = {}
    if waiting:
        raise _unanswered(last, list(waiting))
    if turns[-1].role != "user":
        raise invalid(
            "messages: this model does not support assistant message prefill; the conversation must end with a user "
            "message"
        )


def _merged(messages: Sequence[Message]) -> list[_Turn]:
    turns: list[_Turn] = []
    for number, message in enumerate(messages):
        if message.role == "system":
            continue
        blocks: list[tuple[str, Block]] = [
            (f"messages.{number}.content.{index}", block) for index, block in enumerate(message.content)
        ]
        if turns and turns[-1].role == message.role:
            turns[-1].blocks.extend(blocks)
        else:
            turns.append(_Turn(message.role, number, blocks))
    return turns


def _check_answers(turn: _Turn, waiting: dict[str, ToolUse], asked_at: int) -> None:
    open_calls = dict(waiting)
    other_since = ""
    for where, block in turn.blocks:
        if isinstance(block, ToolUse):
            raise invalid(f"{where}: `tool_use` blocks can only be in assistant messages")
        if not isinstance(block, ToolResult):
            if open_calls:
                other_since = other_since or where
            continue
        if block.tool_use_id not in waiting:
            raise invalid(
                f"{where}: unexpected `tool_use_id` found in `tool_result` blocks: {block.tool_use_id[:80]}. Each "
                "`tool_result` block must have a corresponding `tool_use` block in the previous message."
            )
        if block.tool_use_id not in open_calls:
            raise invalid(f"{where}: each `tool_use` must have a single result; {block.tool_use_id[:80]} has another")
        if other_since:
            raise invalid(f"{other_since}: `tool_result` blocks must come first in the user message, before any text")
        call = open_calls.pop(block.tool_use_id)
        if block.toolset_name != call.toolset_name:
            wanted = "absent" if call.toolset_name is None else repr(call.toolset_name)
            raise invalid(f"{where}.toolset_name: must be {wanted}, as in the `tool_use` block it answers")
        if call.toolset_name is not None and block.is_error and (block.images or not block.text.strip()):
            raise invalid(f"{where}.content: an error result of a toolset member must hold text, and text only")
    if open_calls:
        raise _unanswered(asked_at, list(open_calls))


def _unanswered(number: int, ids: list[str]) -> Exception:
    return invalid(
        f"messages.{number}: `tool_use` ids were found without `tool_result` blocks immediately after: "
        f"{', '.join(ids[:20])}. Each `tool_use` block must have a corresponding `tool_result` "
        "block in the next message."
    )
