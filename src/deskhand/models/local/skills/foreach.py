"""The same steps for each of some names: which there are is only known when a command has printed them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from deskhand.models.local.hand import Hand, NothingThere, Stuck
from deskhand.models.local.skills import terminal
from deskhand.models.local.steps import EACH, ForEach, Ref, RunCommand, Step

MOST = 40
"""Names that are gone through; more would take longer than anybody waits."""
Do = Callable[[Hand, Step, str], Awaitable[str]]


async def for_each(hand: Hand, step: ForEach, source: str, do_step: Do) -> str:
    await terminal.run_command(hand, RunCommand((step.command,), "names"))
    names = [line.strip() for line in hand.memory.get(Ref("names")).splitlines() if line.strip()]
    if not names:
        raise Stuck(hand.say("I found nothing to do it to.", "対象が見つかりませんでした。"))
    if len(names) > MOST:
        raise Stuck(
            hand.say(
                f"There are {len(names)} of them, and I go through at most {MOST}.",
                f"{len(names)}個ありますが、一度に扱えるのは{MOST}個までです。",
            )
        )
    without: list[str] = []
    for name in names:
        for one in step.steps:
            try:
                await do_step(hand, named(one, name), source)
            except NothingThere:
                without.append(name)
                if set(names) <= set(without):
                    raise
    listed = ", ".join(name for name in names if name not in without)
    said = hand.say(f"I did it for {len(names)}: {listed}.", f"{len(names)}個について行いました: {listed}。")
    if not without:
        return said
    others = ", ".join(dict.fromkeys(without))
    count = len(names) - len(set(without))
    return hand.say(
        f"I did it for {count}: {listed}. There was nothing to change in {others}.",
        f"{count}個について行いました: {listed}。{others} には変更するものがありませんでした。",
    )


def named(step: Step, name: str) -> Step:
    """The step with the name put in."""

    def put(value: object) -> object:
        if isinstance(value, str):
            return value.replace(EACH, name)
        if isinstance(value, tuple):
            return tuple(put(part) for part in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{part.name: put(getattr(value, part.name)) for part in fields(value)})
        return value

    changed: dict[str, Any] = {part.name: put(getattr(step, part.name)) for part in fields(step)}
    return replace(step, **changed)
