"""Plans that work in another program than the one that the wish names.

「Gnumeric で…行を挿入して」 was to type 「行」 into a text editor: a verb that is the editor's alone had opened one.
"""

from __future__ import annotations

from deskhand.models.local import concepts
from deskhand.models.local.named import names
from deskhand.models.local.steps import OpenFile, OpenProgram, Plan


def strayed(plan: Plan, instruction: str) -> bool:
    """Whether it works in a kind of program that the wish does not speak of, though it names one: that is meant."""
    called, said = names(instruction), instruction.lower()
    stands = {named.kind for named in plan.named}
    return bool(called) and any(
        isinstance(step, OpenProgram)
        and step.name in concepts.PROGRAMS
        and step.name not in stands
        and not any(word.lower() in said for word in concepts.PROGRAMS[step.name])
        for step in plan.steps
    )


def led(plan: Plan) -> bool:
    """Whether a file is called by what it is opened in, too: 「テキストエディタで議事録.txt」."""
    found = (step.name.partition("で") for step in plan.steps if isinstance(step, OpenFile))
    return any(rest and concepts.program(head, slips=False) is not None for head, _, rest in found)
