"""Lines put into other places, worked out from a text's lines: by their numbers, or by words that one of them holds."""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.steps import ArrangeLines


class NoSuchLine(Exception):
    """There is none, or there are several."""


def arranged(lines: Sequence[str], step: ArrangeLines) -> tuple[str, ...]:
    """The lines in their new order. Raises `NoSuchLine`."""
    if step.how == "reverse":
        return tuple(reversed(lines))
    if step.how == "unique":
        kept: list[str] = []
        for line in lines:
            if not line.strip() or line not in kept:
                kept.append(line)
        return tuple(kept)
    found = list(lines)
    at = place_of(lines, step.line)
    if step.how in ("first", "last"):
        line = found.pop(at)
        found.insert(0 if step.how == "first" else len(found), line)
        return tuple(found)
    other = place_of(lines, step.other)
    if at == other:
        raise NoSuchLine
    if step.how == "swap":
        found[at], found[other] = found[other], found[at]
        return tuple(found)
    line = found.pop(at)
    other -= at < other
    found.insert(other + (step.how == "after"), line)
    return tuple(found)


def place_of(lines: Sequence[str], line: int | str) -> int:
    if isinstance(line, int):
        at = line - 1 if line > 0 else len(lines) + line
        if not line or not 0 <= at < len(lines):
            raise NoSuchLine
        return at
    exact = [at for at, text in enumerate(lines) if text.strip() == line.strip()]
    found = exact or [at for at, text in enumerate(lines) if line in text]
    found = found or [at for at, text in enumerate(lines) if line.casefold() in text.casefold()]
    if len(found) != 1 or not line.strip():
        raise NoSuchLine
    return found[0]
