"""Answers to lists and questions in a terminal: what is chosen counts, and what it is chosen for."""

from __future__ import annotations

import pytest

from deskhand.guard.consequence.keyboard import keys_pressed
from deskhand.guard.consequence.terminal import may_name
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Place

MILD = ("observe", "navigate", "edit", "save")


def asked(answer: str, *lines: str, running: str = "") -> bool:
    """Whether a person is asked before Return, as a script's question or as one of the shell's own ``read``."""
    texts = (*lines[:-1], f"{lines[-1]} {answer}".strip())
    terminal, place = Thing(role="terminal", known="tree"), Place("XTerm", "user@desk: ~")
    if running:
        evidence = Evidence(place, target=terminal, texts=texts, line=answer, typed=answer, running=(running,))
    else:
        evidence = Evidence(place, target=terminal, texts=texts, line=texts[-1] if answer else "")
    guess = keys_pressed("Return", 1, evidence)[0]
    return guess.consequence not in MILD or guess.confidence < 0.5


BOTH = pytest.mark.parametrize("running", ["", "bash ./menu.sh"])


@BOTH
@pytest.mark.parametrize(
    ("lines", "free", "grave"),
    [
        (("Choose a template", "1 minimal", "2 full", "3 plain", "Number [1]:"), "123", ""),
        (("Select language", "1. English", "2. Deutsch", "3. 日本語", "#?"), "123", ""),
        (("Maintenance", "1) Check disk", "2) Repair disk", "3) Reformat disk", "0) Back", "Option:"), "10", "23"),
        (("Which one shall be deleted?", "1) Oslo", "2) Berlin", "3) cancel", ">"), "3", "12"),
        (("Found 12 duplicates.", "d = delete, s = show, q = quit", "?"), "sq", "d"),
        (("どうしますか?  [k]残す  [d]消す  [s]見る >",), "ks", "d"),
        (("保存形式を選んでください", "1: テキスト", "2: 表", ">"), "12", ""),
        (("Merge: (o)urs, (t)heirs, (e)dit, (a)bort?",), "ea", "ot"),
    ],
)  # fmt: skip
def test_one_of_several_is_judged_by_its_words_and_by_what_is_asked(
    lines: tuple[str, ...], free: str, grave: str, running: str
) -> None:
    assert [mark for mark in free if asked(mark, *lines, running=running)] == []
    assert [mark for mark in grave if not asked(mark, *lines, running=running)] == []


@BOTH
def test_a_question_that_is_mild_wherever_it_is_asked(running: str) -> None:
    for question in ("Include tests? [Y/n]", "Keep the old config? [Y/n]"):
        assert not asked("y", question, running=running)
    for question in (
        "Wipe the stack? [y/N]",
        "Run the migration now? [y/N]",
        "report.txt wo uwagaki shimasu ka? (y/n)",
    ):
        assert asked("y", question, running=running)


@BOTH
def test_words_and_numbers_that_a_line_asks_for(running: str) -> None:
    for question, answer in (
        ("How many copies? [1]", "2"),
        ("Enter file name to save to:", "list.txt"),
        ("作業名 [無題]:", "種まき"),
    ):
        assert not asked(answer, question, running=running)


def test_a_command_is_one_whatever_line_stands_before_it() -> None:
    assert asked("rm -rf Documents", "Description:") and not may_name("rm -rf Documents")
    assert asked("shutdown now", "Enter file name to save to:")
