"""Says how an instruction was understood, where the learned reader had to put it into plain words.

The person then sees before the first act what is going to be done, and can stop it.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from types import coroutine
from typing import Any

from deskhand.models.local.conversation import Outcome, Program
from deskhand.models.local.effects import Effect, Turn
from deskhand.models.local.steps import Plan


@coroutine
def announced(program: Program, plan: Plan) -> Generator[Effect, Any, Outcome]:
    """The program, its first turn led by the reading of the plan."""
    words = (
        f"I take this to mean: {plan.reading}" if plan.language == "en" else f"次のように理解しました: {plan.reading}"
    )
    value: Any = None
    try:
        while True:
            try:
                effect = program.send(value)
            except StopIteration as end:
                return Outcome(end.value.text, end.value.asks)
            if words and isinstance(effect, Turn):
                effect = replace(effect, say=f"{words}\n{effect.say}".strip())
                words = ""
            value = yield effect
    finally:
        program.close()
