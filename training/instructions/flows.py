"""What people want done in one go: acts in an order that makes sense, from one to five of them."""

# ruff: noqa: E501
from __future__ import annotations

import random
from collections.abc import Callable

Rng = random.Random
SUMS = ("compute", "compute", "compute", "add", "subtract", "multiply", "divide", "percent", "power", "root")
MORE = ("add more", "subtract more", "multiply more", "divide more", "root more")


def asked(rng: Rng) -> list[str]:
    """A sum whose result is told."""
    if rng.random() < 0.45:
        return [rng.choice(("compute+tell result", "compute+tell result", "percent+tell result", "root+tell result"))]
    more = [rng.choice(MORE)] if rng.random() < 0.3 else []
    return [*opened(rng, "open", 0.15), rng.choice(SUMS), *more, "tell result"]


def written(rng: Rng) -> list[str]:
    """A sum whose result goes into a file."""
    more = [rng.choice(MORE)] if rng.random() < 0.15 else []
    last = ["write result new+save as"] if rng.random() < 0.5 else ["write result new", "save as"]
    if rng.random() < 0.15:
        last = ["append result"]
    return [rng.choice(SUMS), *more, *last]


def noted(rng: Rng) -> list[str]:
    """A text into a new file."""
    shape = rng.random()
    if shape < 0.3:
        return ["create"]
    body = ["type lines"] if rng.random() < 0.3 else ["type"]
    if shape < 0.5:
        return [*opened(rng, "open", 0.2), "new+type", *(["save as"] if rng.random() < 0.75 else [])]
    start = ["open"] if rng.random() < 0.7 else ["new"]
    end = ["save as"] if rng.random() < 0.75 else []
    if end and rng.random() < 0.15:
        end.append(rng.choice(("close window", "close")))
    return [*start, *body, *end]


def changed(rng: Rng) -> list[str]:
    """A file that is there."""
    shape = rng.random()
    if shape < 0.35:
        return [rng.choice(("append", "append", "append", "prepend")), *(["save"] if rng.random() < 0.4 else [])]
    if shape < 0.6:
        return ["replace", *(["save"] if rng.random() < 0.5 else [])]
    if shape < 0.75:
        return ["open file+rewrite", *(["save"] if rng.random() < 0.6 else [])]
    rest = rng.choice(
        (["append here"], ["type"], ["rewrite"], ["clear", "type"], ["replace"], ["undo"], ["copy", "paste new"])
    )
    return ["open file", *rest, *(["save"] if rng.random() < 0.6 else ["save as"] if rng.random() < 0.5 else [])]


def filed(rng: Rng) -> list[str]:
    """Files and folders."""
    one = rng.choice(
        ("rename", "move", "copy file", "delete", "make folder", "open folder", "tell files", "count files")
    )
    if rng.random() < 0.65:
        return [one]
    two = rng.choice(("rename", "move", "copy file", "delete", "make folder", "tell file", "create"))
    return [one, two]


def read(rng: Rng) -> list[str]:
    return [
        rng.choice(
            ("tell file", "tell file", "count lines", "count files", "tell files", "read+write result new+save as")
        )
    ]


def commanded(rng: Rng) -> list[str]:
    if rng.random() < 0.25:
        return ["run+tell output"]
    rest = rng.choice(
        (
            ["tell output"],
            ["tell output"],
            [],
            ["count output"],
            ["write output new+save as"],
            ["write output new", "save as"],
        )
    )
    return [*opened(rng, "open", 0.1), "run", *rest]


def browsed(rng: Rng) -> list[str]:
    """A page, and what is on it."""
    start = ["go"] if rng.random() < 0.4 else ["open file"]
    acts = [
        rng.choice(("type into", "type into", "click", "option", "check", "uncheck", "scroll down", "scroll to"))
        for _ in range(rng.choice((0, 1, 1, 2, 3)))
    ]
    end = [rng.choice(("tell title", "tell title", "tell value", "click"))] if rng.random() < 0.6 else []
    return [*start, *acts, *end] if rng.random() < 0.75 else [*(acts or ["click"]), *end]


def pressed(rng: Rng) -> list[str]:
    return [
        rng.choice(("press", "press", "menu", "click", "double click", "right click", "drag", "scroll down", "scroll up", "wait",
                    "wait for", "select all", "copy", "cut", "paste", "undo", "redo", "clear", "find", "scroll to", "option", "check",
                    "uncheck", "type into", "type"))
        for _ in range(rng.choice((1, 1, 2, 2, 3)))
    ]  # fmt: skip


def arranged(rng: Rng) -> list[str]:
    """Windows and programs."""
    pool = ("open", "close", "switch", "maximize", "minimize", "restore", "close all", "describe", "leave", "maximize window",
            "minimize window", "close unsaved", "close window", "close all unsaved", "open", "open", "tell title", "tell display")  # fmt: skip
    return [rng.choice(pool) for _ in range(rng.choice((1, 1, 2, 2, 3)))]


def edited(rng: Rng) -> list[str]:
    """A document in the editor, and how it ends."""
    start = rng.choice((["open"], ["open file"], ["new"]))
    middle = rng.choice(
        (
            ["type"],
            ["type lines"],
            ["press", "type"],
            ["menu"],
            ["select all", "copy"],
            ["menu", "press", "type"],
            ["find"],
            ["maximize window", "type"],
        )
    )
    end = rng.choice(
        (
            ["save as"],
            ["save"],
            ["close unsaved"],
            ["close window unsaved"],
            ["menu", "save as"],
            [],
            ["press"],
            ["close window"],
        )
    )
    return [*start, *middle, *end]


def conditioned(rng: Rng) -> list[str]:
    inner = rng.choice(("click", "press", "click"))
    return [
        *rng.choice((["close"], ["open", "close window"], ["close window"], ["click"], ["save"], [])),
        f"{rng.choice(('if', 'if dialog', 'if dialog'))}:{inner}",
    ]


def repeated(rng: Rng) -> list[str]:
    return [*opened(rng, "open", 0.4), f"repeat:{rng.choice(('press', 'type', 'click', 'scroll down', 'type;press'))}"]


def mixed(rng: Rng) -> list[str]:
    found = [key for _ in range(2) for key in rng.choice(SIMPLE)(rng)]
    return found[:5]


def opened(rng: Rng, key: str, chance: float) -> list[str]:
    return [key] if rng.random() < chance else []


SIMPLE: tuple[Callable[[Rng], list[str]], ...] = (asked, written, noted, noted, changed, filed, filed, read, commanded, browsed, pressed, arranged, edited)  # fmt: skip
FLOWS: tuple[Callable[[Rng], list[str]], ...] = (*SIMPLE, *SIMPLE, *SIMPLE, conditioned, conditioned, repeated, mixed, mixed, mixed, mixed)  # fmt: skip


def flow(rng: Rng) -> list[str]:
    return rng.choice(FLOWS)(rng)
