"""The values that a command is told, each with the name of its field where one was said."""

from __future__ import annotations

import re

from deskhand.models.local.steps import Ref
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Argument, ResultOf
from deskhand.models.local.understand.acts.words import plain, unquoted

Field = tuple[str, str | Ref]

_PREPOSITION = re.compile(
    r"(?:with|for|to|at|on|in|into|as|of|from|by|the|and|it|about|called|named|a|an|is|saying|says|under|per|via|using|due)(?:\s+(?:the|a|an))?",
    re.I,
)
_LEAD = re.compile(r"^(?:(?:with|for|to|at|on|in|into|as|of|from|by|the|and|its|a|an)\s+)+(?=\S)", re.I)
_PARTICLE = re.compile(r"(?:に|を|が|は|の|と|で|へ|から|まで|って|という)+")


def field_value(desk: Desk, argument: Argument) -> str | Ref:
    match argument:
        case str():
            return unquoted(argument)
        case ResultOf():
            made = desk.result(argument)
            if made.name:
                return made.name
            if len(made.value) == 1:
                return made.value[0]
            raise desk.fail("which result")
        case tuple() if all(isinstance(part, str) for part in argument):
            raise desk.fail("several")
        case _:
            raise desk.fail("what")


def fields(desk: Desk, argument: Argument | None) -> tuple[Field, ...]:
    """Name and value of each; a preposition alone is no name."""
    if argument is None:
        return ()
    if not isinstance(argument, tuple):
        raise desk.fail("what")
    found: list[Field] = []
    for pair in argument:
        if not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], str):
            raise desk.fail("what")
        found.append((field_name(pair[0]), field_value(desk, pair[1])))
    return tuple(found)


def field_name(words: str) -> str:
    words = plain(words).strip(" :：,、=")
    if not words or _PREPOSITION.fullmatch(words) or _PARTICLE.fullmatch(words):
        return ""
    return re.sub(r"(?<=.)(?:が|は|を|に|の)$", "", _LEAD.sub("", words))
