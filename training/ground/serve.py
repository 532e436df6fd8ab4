"""The part that the window programs share: a line in (seed, language, held or not), a window drawn, its labels out."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from typing import Any

import words


class Made:
    """The labels of one window."""

    def __init__(self) -> None:
        self.things: list[dict[str, Any]] = []
        self.ignored: list[list[int]] = []
        self.done: Callable[[], Any] = lambda: None

    def add(
        self,
        type_: str,
        box: list[int],
        name: str,
        written: bool = True,
        states: list[str] | None = None,
        also: list[int] | None = None,
        *,
        square: bool = False,
        stateless: bool = False,
    ) -> None:
        """``square``: the mark of a check box is as high as wide, in the middle of ``box``'s height."""
        if square:
            side = min(box[2], box[3])
            box = [box[0] + (box[2] - side) // 2, box[1] + (box[3] - side) // 2, side, side]
        self.things.append(
            {
                "type": type_,
                "box": box,
                "name": name,
                "written": written,
                "states": [] if states is None else states,
                "also": also,
                "stateless": stateless,
            }
        )

    def covered(self, by: list[int], inside: set[str]) -> None:
        """Take out what stands under ``by``; things named in ``inside`` are on it. Half covered ones are ignored."""
        kept = []
        for thing in self.things:
            x, y, w, h = thing["box"]
            wide = min(x + w, by[0] + by[2]) - max(x, by[0])
            high = min(y + h, by[1] + by[3]) - max(y, by[1])
            part = max(0, wide) * max(0, high) / (w * h)
            if part <= 0.1 or (part > 0.9 and thing["type"] == "item" and thing["name"] in inside):
                kept.append(thing)
            elif part < 0.9:
                for rest in (
                    [x, y, by[0] - x, h],
                    [by[0] + by[2], y, x + w - by[0] - by[2], h],
                    [x, y, w, by[1] - y],
                    [x, by[1] + by[3], w, y + h - by[1] - by[3]],
                ):
                    if rest[2] > 0 and rest[3] > 0:
                        self.ignored.append(rest)
        self.things = kept


def serve(build: Callable[[random.Random, words.Language, bool], tuple[str, Made]]) -> int:
    for line in sys.stdin:
        seed, language, held = line.split()
        rng = random.Random(f"{held} {seed}")
        style, made = build(rng, "ja" if language == "ja" else "en", held == "held")
        print(json.dumps({"style": style, "things": made.things, "ignored": made.ignored}), flush=True)
        if not sys.stdin.readline():
            break
        made.done()
    return 0
