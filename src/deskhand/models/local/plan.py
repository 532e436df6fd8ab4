"""An instruction, English or Japanese, to typed steps; or the honest word that it is out of reach.

A grammar, not a language model: the two small ones that ship in packages made 1 to 3 plans of 30 right, mostly by
copying an example, while a wrong plan on somebody's desktop costs more than a question. So a clause is either wholly
understood, every word of it accounted for, or the whole instruction is refused with the words that were not. It takes
a few milliseconds. What the grammar refuses is said again in plain words, if that can be done (`understand.rewriting`),
and those words go through the same grammar. What all of these refuse the learned reader reads into acts whose arguments
are parts of the wish (`understand.pointing`); these become steps (`understand.acts`), as far as it is sure of them.
Where it is very sure of other deeds than the grammar, it is right more often (`understand.acts.settling`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace

from deskhand.models.local import concepts
from deskhand.models.local.cells import in_plain_words
from deskhand.models.local.named import lost, plainer, plan_by_kind, swallowed, torn
from deskhand.models.local.steps import (
    Describe,
    NotUnderstood,
    Plan,
    RunCommand,
    Save,
    Step,
    UseCommand,
)
from deskhand.models.local.strayed import led, strayed
from deskhand.models.local.understand.acts.agreed import agreed
from deskhand.models.local.understand.acts.reader import by_acts
from deskhand.models.local.understand.acts.settling import rather_asked, settled
from deskhand.models.local.understand.amending import amended
from deskhand.models.local.understand.arrange_rule import by_arranging
from deskhand.models.local.understand.atoms import Atoms, protect
from deskhand.models.local.understand.change_rule import by_change
from deskhand.models.local.understand.colour_rule import by_colour
from deskhand.models.local.understand.compose.composer import Composer
from deskhand.models.local.understand.compose.saving import SAVE_MENU
from deskhand.models.local.understand.context import (
    without_applying,
    without_bracket,
    without_context,
    without_its_list,
    without_reassurance,
)
from deskhand.models.local.understand.english.reader import English
from deskhand.models.local.understand.frame import Language, Puzzled
from deskhand.models.local.understand.freely.reader import in_steps, misread, shown, with_menus
from deskhand.models.local.understand.japanese.reader import Japanese
from deskhand.models.local.understand.language import language_of, sentence
from deskhand.models.local.understand.line_rule import by_lines
from deskhand.models.local.understand.naming_rule import by_rule
from deskhand.models.local.understand.number_rule import by_number
from deskhand.models.local.understand.process_rule import by_process
from deskhand.models.local.understand.rewriting import in_the_book
from deskhand.models.local.understand.setting_rule import rather_set
from deskhand.models.local.understand.shell.reader import by_shell
from deskhand.models.local.understand.side_by_side import by_comparing
from deskhand.models.local.understand.story import without_story
from deskhand.models.local.understand.weekday_rule import by_weekday
from deskhand.models.local.understand.worked_out_rule import rather_worked_out

LONGEST = 8000
"""Characters of an instruction that are read."""


def plan(instruction: str) -> Plan | NotUnderstood:
    """Understand ``instruction``. A pure function; never raises on any text."""
    try:
        found = understand(instruction)
        found = rather_set(found, instruction, found.language)
        return with_its_shell(rather_worked_out(found, instruction), instruction)
    except (
        Exception
    ):  # a fault of the grammar's own: said as what it is to the person, found by the tests of `understand`
        return NotUnderstood(instruction[:200], sentence(instruction[:200], "unknown", "en"), "en")


def understand(instruction: str) -> Plan | NotUnderstood:
    """What `plan` does, faults and all: the sure readers first; what they refuse, or plan against a very sure reading,
    by what was learned."""
    instruction = without_its_list(without_bracket(instruction))
    text, _ = protect(instruction[:LONGEST])
    language = language_of(text, instruction)
    for reader in (
        by_rule,
        by_comparing,
        by_lines,
        by_arranging,
        by_change,
        by_weekday,
        by_colour,
        by_process,
        by_number,
    ):
        if (rule := reader(instruction, language)) is not None:
            return rule
    instruction = without_applying(instruction, language)
    found = surely(instruction)
    if len(instruction) > LONGEST:
        return found
    if isinstance(found, Plan):
        if by_shell(instruction) is not None:
            return found
        asked = by_acts(instruction, language) if rather_asked(found, instruction) else None
        if isinstance(asked, Plan) and any(isinstance(step, UseCommand) for step in asked.steps):
            return amended(asked, instruction)
        chosen = settled(found, instruction, language)
        return amended(chosen, instruction) if isinstance(chosen, Plan) else chosen
    if (rest := without_context(instruction.strip(), language)) is not None:
        about = understand(rest)
        if isinstance(about, Plan) and any(isinstance(step, Describe) for step in about.steps):
            about = by_acts(rest, language) or about  # more is asked than what shows
        if isinstance(about, Plan):
            return about
    read = by_acts(instruction, language)
    if not isinstance(read, Plan) and (plainer_said := without_reassurance(instruction)) != instruction:
        return understand(plainer_said)
    if not isinstance(read, Plan) and (order := without_story(instruction.strip(), language)) is not None:
        about = understand(order)
        if isinstance(about, Plan):
            return about
    if not isinstance(read, Plan) and (likely := agreed(instruction, language)) is not None:
        return amended(likely, instruction)
    if not isinstance(read, Plan) and (job := by_shell(instruction, supposed=True)) is not None and _only_shells(job):
        return job  # its terminal goes by a name that says nothing; in anything else no prompt would show
    if read is None:
        return found
    return amended(read, instruction) if isinstance(read, Plan) else read


def with_its_shell(found: Plan | NotUnderstood, instruction: str) -> Plan | NotUnderstood:
    """The plan with the job of a shell besides, if the program that is named may be a terminal by another name."""
    if not isinstance(found, Plan) or any(isinstance(step, RunCommand) for step in found.steps):
        return found
    return replace(found, at_prompt=by_shell(instruction, supposed=True))


def _only_shells(job: Plan) -> bool:
    """Whether it is no job that a file manager does as well."""
    commands = [step.command[0] for step in job.steps if isinstance(step, RunCommand)]
    return not any(re.match(r"(?:touch|mv|cp|rm|ls|mkdir -p \S+$)", str(command)) for command in commands)


def surely(instruction: str) -> Plan | NotUnderstood:
    """The plan of the readers that know every word of an instruction, or refuse it."""
    if (job := by_shell(instruction)) is not None:
        return job
    found = by_name(instruction)
    if isinstance(found, Plan) and (led(found) or strayed(found, instruction)):
        return NotUnderstood(instruction, sentence(instruction, "unknown", found.language), found.language)
    if isinstance(found, Plan) or len(instruction) > LONGEST or misread(instruction):
        return found
    said = by_the_book(instruction)
    return said if isinstance(said, Plan) else found


def by_name(instruction: str) -> Plan | NotUnderstood:
    """The plan by the grammar: and what it refuses or misreads, said in steps or looked up."""
    understood = in_programs(instruction)
    if len(instruction) > LONGEST:
        return understood
    wrongly = misread(instruction)
    if isinstance(understood, Plan) and not wrongly:
        return understood
    for said in (in_steps(instruction), shown(instruction)):
        if said is not None and isinstance(plan := in_programs(said), Plan):
            return replace(with_menus(plan), reading=said)
    if wrongly and isinstance(understood, Plan):
        return NotUnderstood(instruction, sentence(instruction, "unknown", understood.language), understood.language)
    return understood


def in_programs(instruction: str) -> Plan | NotUnderstood:
    """The plan by the grammar, programs that are called by names of their own included."""
    understood = understand_kinds(instruction)
    cells = in_plain_words(instruction)
    if (
        cells == instruction
        and isinstance(understood, Plan)
        and not swallowed(understood, instruction)
        and not torn(understood)
        and not lost(understood, instruction)
    ):
        return understood
    for wording in dict.fromkeys((plainer(cells), instruction)):
        if wording != instruction and isinstance(plain := understand_kinds(wording), Plan):
            return plain
        for reader in (understand_kinds, by_the_book):
            if (named := plan_by_kind(wording, reader)) is not None:
                return named
    return understood


def by_the_book(instruction: str) -> Plan | NotUnderstood:
    """The plan of what the book of ways makes of an instruction, where its readings agree."""
    text, atoms = protect(instruction)
    language = language_of(text, instruction)
    readings = in_the_book(text, atoms, language)
    plans = [by_grammar(reading.text, reading.atoms, language, instruction) for reading in readings]
    if plans and isinstance(plans[0], Plan) and all(isinstance(p, Plan) and p.steps == plans[0].steps for p in plans):
        return replace(plans[0], reading=readings[0].atoms.restore(readings[0].text).strip())
    return NotUnderstood(instruction, sentence(instruction, "unknown", language), language)


def understand_kinds(instruction: str) -> Plan | NotUnderstood:
    """What is said of the kinds of programs that the grammar knows."""
    if len(instruction) > LONGEST:
        return NotUnderstood(instruction[:80], sentence(str(LONGEST), "too long", "en", hint=False), "en")
    text, atoms = protect(instruction)
    return by_grammar(text, atoms, language_of(text, instruction), instruction)


def by_grammar(text: str, atoms: Atoms, language: Language, instruction: str) -> Plan | NotUnderstood:
    """The plan of a protected text, by the grammar alone."""
    composer = Composer()
    try:
        composer.compose((English(atoms) if language == "en" else Japanese(atoms)).read(text))
    except Puzzled as puzzled:
        return _refused(puzzled.part, puzzled.why, atoms, language, instruction)
    except RecursionError:
        return _refused(instruction[:80], "unknown", atoms, language, instruction)
    if not composer.steps:
        return _refused(instruction, "empty", atoms, language, instruction)
    if (lost := unused(composer.steps, atoms)) is not None:
        return _refused(lost, "two ways", atoms, language, instruction)
    return Plan(tuple(composer.steps), tuple(atoms.restore(source).strip() for source in composer.sources), language)


def _refused(part: str, why: str, atoms: Atoms, language: Language, whole: str) -> NotUnderstood:
    words = atoms.restore(part).strip()
    nothing = why == "unknown" and _length(words) >= 0.8 * _length(whole)
    return NotUnderstood(words, sentence(words, why, language, hint=nothing), language)


def _length(text: str) -> int:
    return sum(1 for char in text if char.isalnum())


def unused(steps: Sequence[Step], atoms: Atoms) -> str | None:
    """A quoted text, file, address or point of the instruction that no step holds: then something was misread."""
    held = "\n".join(_strings(steps))
    for char, atom in atoms.table.items():
        if atom.kind in ("literal", "keys"):
            continue
        words = atom.parts or (atom.text,)
        if atom.kind == "file":
            bare = atom.text.rstrip("/").rpartition("/")[2]
            words = (bare,) if concepts.FOLDER_OF.get(bare.lower()) is None and bare != "~" else ()
        if any(known(word) for word in words) or (
            atom.kind == "menu" and SAVE_MENU.fullmatch(words[-1]) and any(isinstance(s, Save) for s in steps)
        ):
            continue
        if not all(word.strip(" .…") in held for word in words):
            return char
    return None


def known(word: str) -> bool:
    """Whether a step names this by a concept of its own instead."""
    return (
        concepts.program(word) is not None or concepts.folder(word) is not None or concepts.key_name(word) is not None
    )


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, int | float):
        yield str(value)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _strings(getattr(value, part.name))
