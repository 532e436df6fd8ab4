"""One instruction by its roles: every clause by a step of its own, by the grammar, or by its words, in that order."""

from __future__ import annotations

from dataclasses import replace

from deskhand.models.local.steps import Named, NotUnderstood, Plan
from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.compose.composer import Composer
from deskhand.models.local.understand.frame import Language, Puzzled
from deskhand.models.local.understand.language import sentence
from deskhand.models.local.understand.roles.beyond import beyond
from deskhand.models.local.understand.roles.english.reader import EnglishRoles
from deskhand.models.local.understand.roles.japanese.reader import JapaneseRoles
from deskhand.models.local.understand.roles.programs import Program, programs
from deskhand.models.local.understand.roles.said import in_words


def by_roles(text: str, atoms: Atoms, language: Language, instruction: str) -> Plan | NotUnderstood:
    """The plan of a protected instruction; refused with the words that could not be read."""
    if why := beyond(text, language):
        return NotUnderstood(instruction, sentence(instruction, why, language, hint=False), language)
    known = programs(text, language)
    try:
        reader = EnglishRoles(atoms, known) if language == "en" else JapaneseRoles(atoms, known)
        items = reader.read(text)
        composer = Composer()
        composer.compose(items)
    except Puzzled as puzzled:
        part = atoms.restore(puzzled.part).strip()
        return NotUnderstood(part, sentence(part, puzzled.why, language, hint=False), language)
    if not composer.steps:
        return NotUnderstood(instruction, sentence(instruction, "empty", language, hint=False), language)
    plan = Plan(
        tuple(composer.steps),
        tuple(atoms.restore(source).strip() for source in composer.sources),
        language,
        tuple(_named(one) for one in known if one.name == one.said),
    )
    return replace(plan, reading=in_words(plan, [atoms.restore(aside) for aside in reader.asides]))


def _named(program: Program) -> Named:
    return Named(program.name.lower(), program.name, program.starts)
