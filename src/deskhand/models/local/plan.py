"""An instruction, English or Japanese, to typed steps; or the honest word that it is out of reach.

A grammar, not a language model: the two small ones that ship in packages made 1 to 3 plans of 30 right, mostly by
copying an example, while a wrong plan on somebody's desktop costs more than a question. So a clause is either wholly
understood, every word of it accounted for, or the whole instruction is refused with the words that were not. It takes
a few milliseconds and needs nothing but the standard library.
"""

from __future__ import annotations

from deskhand.models.local.atoms import Atoms, protect
from deskhand.models.local.compose import Composer
from deskhand.models.local.english import English
from deskhand.models.local.frame import Language, Puzzled
from deskhand.models.local.japanese import Japanese
from deskhand.models.local.language import language_of, sentence
from deskhand.models.local.steps import NotUnderstood, Plan

LONGEST = 8000
"""Characters of an instruction that are read."""


def plan(instruction: str) -> Plan | NotUnderstood:
    """Understand ``instruction``. A pure function; never raises on any text."""
    if len(instruction) > LONGEST:
        return NotUnderstood(instruction[:80], sentence(str(LONGEST), "too long", "en"), "en")
    text, atoms = protect(instruction)
    language = language_of(text, instruction)
    composer = Composer()
    try:
        composer.compose((English(atoms) if language == "en" else Japanese(atoms)).read(text))
    except Puzzled as puzzled:
        return _refused(puzzled.part, puzzled.why, atoms, language)
    except RecursionError:
        return _refused(instruction[:80], "unknown", atoms, language)
    if not composer.steps:
        return _refused(instruction, "empty", atoms, language)
    return Plan(tuple(composer.steps), tuple(atoms.restore(source).strip() for source in composer.sources), language)


def _refused(part: str, why: str, atoms: Atoms, language: Language) -> NotUnderstood:
    words = atoms.restore(part).strip()
    return NotUnderstood(words, sentence(words, why, language), language)
