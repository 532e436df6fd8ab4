"""The wishes that people would say, each with its plan: read from ``wishes/*.jsonl`` and held to their own rules.

Templates repeat themselves: a reader made with them alone, and the rules written beside it, gave a right plan to 17 of
213 wishes of a stranger. So wishes were written one by one, in two languages and by many voices, and every argument of
a plan is a part of the wish itself, which a reader can learn to point at.

    python training/instructions/wishes.py            # counts, and what breaks a rule (exits with 1 then)

``test.jsonl`` and ``test-plain.jsonl`` are only measured with. Wishes that name a held-out program are in no file.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from deskhand.models.local.understand.acts.form import ACTS, LIMIT

FOLDER = Path(__file__).parent / "wishes"


@dataclass(frozen=True)
class Wish:
    id: str
    lang: Literal["en", "ja"]
    context: str
    """What is open or shows, where that matters; else empty."""
    wish: str
    reach: Literal["do", "ask", "refuse"]
    plan: tuple[dict[str, Any], ...]
    why: str = ""
    """Why it is refused or asked about."""


class BrokenWish(ValueError):
    """A line of a file breaks a rule; says the file, the line's number and what to mend."""


def load(path: Path) -> Iterator[Wish]:
    """The wishes of one file, each held to the rules."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            told = json.loads(line)
            wish = Wish(
                told["id"],
                told["lang"],
                told.get("context", ""),
                told["wish"],
                told["reach"],
                tuple(told["plan"]),
                told.get("why", ""),
            )
        except (ValueError, KeyError, TypeError) as wrong:
            raise BrokenWish(
                f"{path.name}:{number}: no wish ({wrong}); see {Path(__file__).name} for the form."
            ) from wrong
        for fault in faults(wish):
            raise BrokenWish(f"{path.name}:{number} ({wish.id}): {fault}")
        yield wish


def faults(wish: Wish) -> Iterator[str]:
    """What breaks the rules, as sentences."""
    if wish.lang not in ("en", "ja") or wish.reach not in ("do", "ask", "refuse"):
        yield "lang is en or ja, reach is do, ask or refuse"
    if wish.reach == "do" and not wish.plan:
        yield "a wish to be done needs a plan"
    if wish.reach == "refuse" and wish.plan:
        yield "a wish to be refused has no plan"
    yield from _steps(wish.plan, wish.wish)


def _steps(steps: object, words: str) -> Iterator[str]:
    if not isinstance(steps, (list, tuple)):
        yield "a plan is a list of steps"
        return
    for step in steps:
        act, args = step.get("act"), step.get("args", {})
        if act not in ACTS:
            yield f"no act is called {act!r}"
            continue
        if unknown := set(args) - ACTS[act] - {LIMIT}:
            yield f"{act} has no slot {', '.join(sorted(unknown))}"
        if step.get("of", "") not in words:
            yield f"“{step['of']}” does not stand in the wish"
        for value in args.values():
            yield from _value(value, words)
        for inner in ("then", "else", "do"):
            yield from _steps(step.get(inner, ()), words)


def _value(value: object, words: str) -> Iterator[str]:
    if isinstance(value, str):
        if not value.startswith("=") and value not in words:
            yield f"“{value}” does not stand in the wish"
    elif isinstance(value, list):
        for part in value:
            yield from _value(part, words)
    elif not (isinstance(value, dict) and set(value) == {"ref"}):
        yield f"{value!r} is neither words of the wish nor a ref"


def main() -> int:
    broken = 0
    for path in sorted(FOLDER.glob("*.jsonl")):
        counts: Counter[str] = Counter()
        try:
            for wish in load(path):
                counts.update((wish.lang, wish.reach))
        except BrokenWish as wrong:
            print(wrong, file=sys.stderr)
            broken = 1
        print(f"{path.name:18}", "  ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    return broken


if __name__ == "__main__":
    raise SystemExit(main())
