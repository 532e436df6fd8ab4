"""A plan that leaves a part of the instruction out: said before anything is touched, and only carried out on a word.

The plan says which orders no step carries (`Plan.left_out`). Where nobody can answer, the run ends with the question:
nothing is done by half and called done.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from deskhand.models.local.conversation import Outcome, Task
from deskhand.models.local.effects import Question
from deskhand.models.local.steps import Plan

_YES = re.compile(
    r"\W*(?:yes|yeah|yep|ok|okay|sure|please(?:\s+do)?|go\s+(?:on|ahead)|do\s+(?:it|so|that|the\s+rest)|continue|fine|はい|ええ|うん|お願い(?:します)?|"
    r"続けて(?:ください)?|進めて(?:ください)?|いい(?:です)?(?:よ)?|それで(?:いい|お願いします)?)\b.{0,30}",
    re.I | re.S,
)
_NO = re.compile(
    r"\W*(?:no|nope|stop|don't|do\s+not|cancel|leave\s+it|never\s*mind|いいえ|いや|やめて|中止|止めて)\b.{0,30}",
    re.I | re.S,
)


async def partly(
    task: Task,
    plan: Plan,
    carry_out: Callable[[Task, Plan], Awaitable[Outcome]],
    anew: Callable[[str], Awaitable[Outcome]],
) -> Outcome:
    """Carries the plan out after a yes, and tells again at the end what was left out. Any other answer than yes or no
    is taken for the whole instruction in other words."""
    answer = await Question(question(plan))
    if _NO.fullmatch(answer):
        return Outcome("Then I have done nothing." if plan.language == "en" else "何もしていません。", asks=True)
    if not _YES.fullmatch(answer):
        return await anew(answer)
    done = await carry_out(task, plan)
    return Outcome(f"{done.text}\n\n{reminder(plan)}", done.asks)


def question(plan: Plan) -> str:
    """What was understood, what was not, and whether to do the one without the other."""
    if plan.language == "en":
        return (
            f"I understood this part: {plan.reading}\nI do not know what to do about {_named(plan)}. "
            "Shall I do the rest without it? Answer yes or no, or say the whole task again in other words."
        )
    return (
        f"次の部分は理解できました: {plan.reading}\n{_named(plan)}をどうすればよいか分かりません。"
        "それを除いて進めてよいですか? 「はい」か「いいえ」で答えるか、別の言い方で全体を言い直してください。"
    )


def reminder(plan: Plan) -> str:
    return f"Left out: {_named(plan)}." if plan.language == "en" else f"行わなかったこと: {_named(plan)}"


def _named(plan: Plan) -> str:
    opens, closes, joins = ("“", "”", ", ") if plan.language == "en" else ("「", "」", "、")
    return joins.join(f"{opens}{part}{closes}" for part in plan.left_out)
