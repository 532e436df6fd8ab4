"""``--model scripted:FILE``: a model that plays the turns of a JSON file. For tests of everything around a model.

The file holds a list of turns, each a list of parts::

    [["I look.", {"call": "computer", "input": {"action": "screenshot"}}], [{"sleep": 5}, "Done."],
     [{"asks": "Which one?"}]]
"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from deskhand.cli.terminal import UserError
from deskhand.messages import Block, Text
from deskhand.models.interface import Reply, Request
from deskhand.models.scripted import ScriptedModel, Turn, call


def script(name: str) -> ScriptedModel:
    """The model of ``scripted:FILE``."""
    path = Path(name.partition(":")[2])
    try:
        turns = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UserError(f"the script {path} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise UserError(f"the script {path} is no JSON: {error}") from None
    if not (isinstance(turns, list) and all(isinstance(turn, list) for turn in turns)):
        raise UserError(f"the script {path} must be a list of turns, each a list of parts")
    return ScriptedModel([_turn(parts) for parts in turns])


def _turn(parts: list[Any]) -> Turn:
    async def answer(request: Request) -> Reply:
        blocks: list[Block] = []
        asks = calls = False
        for part in parts:
            match part:
                case str():
                    blocks.append(Text(part))
                case {"sleep": seconds}:
                    await asyncio.sleep(float(seconds))
                case {"asks": str(text)}:
                    blocks.append(Text(text))
                    asks = True
                case {"call": str(tool), "input": dict(arguments)}:
                    blocks.append(call(tool, **arguments))
                    calls = True
                case _:
                    raise UserError(f"the script holds a part that is none: {part!r}")
        return Reply(tuple(blocks), "tool_use" if calls else "end_turn", model="scripted", asks=asks)

    return answer
