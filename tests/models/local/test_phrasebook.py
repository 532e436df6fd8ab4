"""The book of ways to say an act: asked where the grammar refuses, believed only where it accounts for every word."""

# ruff: noqa: E501
from __future__ import annotations

import re
import time

import pytest
from tests.models.local.plan_lot_one import ENGLISH_ONE, JAPANESE_ONE
from tests.models.local.plan_lot_two import ENGLISH_TWO, JAPANESE_TWO
from tests.models.local.plan_outside import OUTSIDE
from tests.models.local.plan_words import Case
from tests.models.local.test_plan_laws import assert_nothing_invented

from deskhand.models.local.announce import announced
from deskhand.models.local.conversation import Outcome, Program
from deskhand.models.local.effects import Answered, Call, Question, Turn, as_effect
from deskhand.models.local.plan import by_grammar, plan, surely
from deskhand.models.local.steps import NotUnderstood, Plan, Step
from deskhand.models.local.understand.atoms import protect
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.language import language_of
from deskhand.models.local.understand.phrasebook.wording import WORDINGS, Act, Slot, Writer

FLOOR = {"one": 0.8, "two": 0.35}
"""Share of each lot that must be exactly understood."""


THINGS: dict[Slot, str] = {"file": "a.txt", "name": "b.txt", "text": "“tt”", "label": "“LL”", "of": "“OO”", "keys": "ctrl+x", "url": "https://x.org",
                           "cmd": "`ls`", "menu": "File > Save", "prog": "calculator", "folder": "shared", "to": "Archive", "num": "3", "expr": "3 + 4"}  # fmt: skip


def steps_of(act: str, language: Language, *, full: bool) -> tuple[Step, ...] | str:
    """What the act's wording in this language is read as."""
    shown = [
        thing
        for thing in THINGS.values()
        if not thing[0].isalnum() or "." in thing or "+" in thing[1:6] or ">" in thing
    ]
    protected, atoms = protect("\n".join(thing for thing in shown if thing != "3 + 4"))
    found = dict(zip((thing for thing in shown if thing != "3 + 4"), protected.split("\n"), strict=True))
    wording = WORDINGS[act][0] if full else re.sub(r"\[[^\]]*\]", "", WORDINGS[act][0])
    slots: dict[Slot, list[str]] = {}
    for slot, thing in THINGS.items():
        if re.search(rf"\{{{slot}\b", wording):
            slots[slot] = [found.get(thing, thing)]
            if f"{{{slot} " in wording or f"{{{slot}," in wording:
                slots[slot] = ["3", "4"] if slot == "num" else [found["“tt”"], found["“LL”"]]
    before = [Act("compute", {"expr": ["3 + 4"]})] if "result" in act or act.endswith("more") else []
    before += [Act("run", {"cmd": [found["`ls`"]]})] if "output" in act else []
    before += [Act("new")] if act in ("write result", "write output") else []
    text = Writer(atoms, language).write([*before, Act(act, slots)])
    used = {char for one in [*before, Act(act, slots)] for values in one.slots.values() for char in values}
    for char in [char for char in atoms.table if char in found.values() and char not in used]:
        del atoms.table[char]
    plan_found = by_grammar(text, atoms, language, text)
    return plan_found.steps if isinstance(plan_found, Plan) else plan_found.reason


@pytest.mark.parametrize("act", [act for act in WORDINGS if act != "leave"])
def test_every_act_reads_to_the_same_steps_in_both_languages(act: str) -> None:
    for full in (False, True):
        english, japanese = (steps_of(act, language, full=full) for language in ("en", "ja"))
        assert isinstance(english, tuple), english
        assert english == japanese


@pytest.mark.parametrize("text", OUTSIDE, ids=lambda text: text[:40])
def test_what_is_out_of_reach_is_refused(text: str) -> None:
    found = surely(text)
    assert isinstance(found, NotUnderstood), found


@pytest.mark.parametrize(("lot", "cases"), [("one", ENGLISH_ONE + JAPANESE_ONE), ("two", ENGLISH_TWO + JAPANESE_TWO)])
def test_lots_keep_their_rate(lot: str, cases: list[Case]) -> None:
    right = wrong = 0
    for text, *steps in cases:
        found = surely(text)
        right += isinstance(found, Plan) and list(found.steps) == steps
        wrong += isinstance(found, Plan) and list(found.steps) != steps
        assert_nothing_invented(text)
    assert right / len(cases) >= FLOOR[lot], f"{right} of {len(cases)}"
    assert wrong / len(cases) <= 0.05, f"{wrong} of {len(cases)} differ"  # nearly all of them equal in effect


def test_a_reading_takes_a_moment_only() -> None:
    plan("pls fire up da calculator n so on")
    began = time.process_time()
    for _ in range(5):
        plan("would you be so very kind as to juggle the calculator, the editor and everything else you find")
    assert time.process_time() - began < 2.5


def test_the_first_turn_says_how_it_was_understood() -> None:
    async def program() -> Outcome:
        await Turn("Clicking.", (Call("left_click", {"coordinate": [1, 2]}),))
        await Turn("Typing.", (Call("type", {"text": "a"}),))
        answer: str = await Question("Which?")
        return Outcome(f"Done {answer}.")

    running: Program = announced(program(), Plan((), (), "en", reading="open the calculator."))
    said: list[str] = []
    effect = as_effect(running.send(None))
    try:
        while True:
            said.append(effect.say if isinstance(effect, Turn) else "?")
            effect = as_effect(running.send(Answered(None, "") if isinstance(effect, Turn) else "the first"))
    except StopIteration as end:
        assert end.value == Outcome("Done the first.")
    assert said == ["I take this to mean: open the calculator.\nClicking.", "Typing.", "?"]


def test_language_of_the_lots_is_told() -> None:
    for cases, language in ((ENGLISH_ONE + ENGLISH_TWO, "en"), (JAPANESE_ONE + JAPANESE_TWO, "ja")):
        wrong = [case[0] for case in cases if language_of(protect(case[0])[0], case[0]) != language]
        assert wrong == []
