"""A kept run in forms for other programs: its events as JSON lines, or as a training trajectory.

The trajectory is the conversation in the blocks of the Messages API (see `deskhand.messages`), which is what training
and evaluation tools read; pictures are named by their files instead of being repeated in it, so that 100 steps are
200 kB and not 100 MB.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from deskhand.agent.events import Finished, Started, to_json
from deskhand.agent.journal import Reader
from deskhand.agent.recovery import recover
from deskhand.agent.transcript import conversation
from deskhand.messages import message_to_api

FORMAT = "deskhand-trajectory-1"


def jsonl(folder: Path) -> Iterator[str]:
    """One line per event, with its number and time."""
    reader = Reader(folder)
    try:
        for entry in reader.read():
            event = json.loads(to_json(entry.event))
            line = {"seq": entry.seq, "time": entry.time, "event": event.pop("kind"), **event}
            yield json.dumps(line, ensure_ascii=False)
    finally:
        reader.close()


def trajectory(folder: Path) -> dict[str, Any]:
    """The run as one object: what was asked, the conversation, how it ended, what it cost."""
    reader = Reader(folder)
    try:
        entries = reader.read()
    finally:
        reader.close()
    cut = recover(entries)
    events = [entry.event for entry in entries]
    started = next(event for event in events if isinstance(event, Started))
    ends = [event for event in events if isinstance(event, Finished)]
    # In place of each picture its hash: the conversation then holds that as its "bytes", and names come back of it.
    messages = conversation(events, lambda sha256: sha256.encode())
    return {
        "format": FORMAT,
        "run": folder.name,
        "task": started.task,
        "model": started.model,
        "screen": [started.width, started.height],
        "picture": [started.picture_width, started.picture_height],
        "status": ends[-1].status if ends else "unfinished",
        "answer": ends[-1].answer if ends else "",
        "steps": cut.spent.steps,
        "seconds": round(cut.spent.seconds, 3),
        "usd": cut.spent.usd if cut.spent.priced else None,
        "usage": {
            "input_tokens": cut.usage.input_tokens,
            "output_tokens": cut.usage.output_tokens,
            "cache_creation_input_tokens": cut.usage.cache_write_tokens,
            "cache_read_input_tokens": cut.usage.cache_read_tokens,
        },
        "messages": [_named(message_to_api(message)) for message in messages],
    }


def _named(value: Any) -> Any:
    """Base64 sources of pictures replaced by the names of their files."""
    match value:
        case {"type": "image", "source": {"type": "base64", "media_type": media_type, "data": str(data)}, **rest}:
            import base64

            name = f"pictures/{base64.b64decode(data).decode()}.png"
            return {"type": "image", "source": {"type": "path", "media_type": media_type, "path": name}, **rest}
        case Mapping():
            return {key: _named(item) for key, item in value.items()}
        case list():
            return [_named(item) for item in value]
        case _:
            return value
