"""Steps that belong together: the same command told twice, once for each of its values; a setting and its place.

"Resize it to 60 by 40 pixels" came as two commands, one with a width and one with a height; the second opened the
dialog again, after the first had changed both, for the program keeps the sides in proportion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.skills.commands.terms import verb
from deskhand.models.local.steps import OpenProgram, SetChecked, SetSetting, Step, SwitchTo, UseCommand


def joined(steps: Sequence[tuple[Step, str]]) -> list[tuple[Step, str]]:
    """The steps, with neighbours that only differ in the fields they fill made one."""
    found: list[tuple[Step, str]] = []
    for told, source in steps:
        step = _as_value(told)
        before = found[-1][0] if found else None
        if isinstance(step, UseCommand) and isinstance(before, UseCommand) and _one(before, step):
            whole = source if source in found[-1][1] or not source else f"{found[-1][1]} {source}".strip()
            found[-1] = (replace(before, fields=(*before.fields, *step.fields)), whole)
        elif isinstance(step, SetSetting) and isinstance(before, UseCommand) and _begun_with(before, step):
            found[-1] = (replace(before, fields=((step.name, str(step.value[0])),)), f"{found[-1][1]} {source}".strip())
        else:
            found.append((step, source))
    return found


def _one(before: UseCommand, after: UseCommand) -> bool:
    """Two values for one dialog: each has a name, and no name comes twice, as it would for a second entry."""
    names = [name for name, _ in (*before.fields, *after.fields)]
    alike = before.words == after.words and before.on == after.on
    return alike and bool(before.fields and after.fields) and all(names) and len(set(names)) == len(names)


def _as_value(step: Step) -> Step:
    """“Red 18” is no command but a number for what is called red."""
    found = _NUMBERED.fullmatch(step.words) if isinstance(step, UseCommand) else None
    if found is None or not isinstance(step, UseCommand) or step.fields or step.on or verb(step.words) is not None:
        return step
    return SetSetting(found[1], value=(found[2],))


_NUMBERED = re.compile(r"([^\d\s][^\d]{0,24}?)\s*[:=]?\s*(\d+(?:[.,]\d+)?)")


def _begun_with(before: UseCommand, after: SetSetting) -> bool:
    """Something new is begun, and how it is to be is told behind: a game, on a field of so many squares. What begins it
    may ask for that, or be what one chooses it by."""
    alone = not before.fields and before.on is None and len(after.value) == 1 and isinstance(after.value[0], str)
    return alone and _BEGINS.search(before.words) is not None


_BEGINS = re.compile(r"^(?:start|begin|play|new|open)\b.*\bnew\b|^new\b|新しい|新規", re.IGNORECASE)


def with_its_place(step: Step, source: str, before: Sequence[tuple[int, Step, str]]) -> str:
    """What was said of a setting, with the clause that led to it: "In the settings of Kate, …" tells where it is."""
    led = before[-1] if before and isinstance(step, SetSetting | SetChecked) else None
    return f"{led[2]} {source}" if led is not None and isinstance(led[1], OpenProgram | SwitchTo) else source
