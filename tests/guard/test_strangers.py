"""Hundreds of labels and commands that were written without looking at any table: how many are judged right.

Labels stand here without a page around them, so a few that only their page explains (*Update*, *Ignore*) are missed.
"""

from __future__ import annotations

from pathlib import Path

from deskhand.desktop.actions import Click
from deskhand.guard.consequence import judge
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Place
from deskhand.guard.policy import Policy
from deskhand.guard.shell import Context, effects_of
from deskhand.messages import ToolUse
from deskhand.screen.geometry import Point
from deskhand.tools.interface import Proposal

HERE = Path(__file__).parent / "stranger"
FILES = {"~/notes.txt": True, "~/list.csv": True, "~/Documents/report.txt": True, "/home/user/notes.txt": True}
PAGE = Place("Chromium", "Somewhere - Chromium", "https://www.site.example/x")


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def labels(name: str) -> list[str]:
    return [label for line in lines(name) for label in line.split(" | ")]


def asks(label: str) -> bool:
    thing = Thing(label, "push button", known="tree")
    evidence = Evidence(PAGE, target=thing, form=(thing,), texts=(label,))
    proposal = Proposal(ToolUse("t", "computer", {}), "computer", "act", "Act", Click(Point(5, 5)))
    return Policy.preset("careful").verdict(judge(proposal, evidence)).outcome == "ask"


def runs_into_a_question(command: str) -> bool:
    effects = effects_of(command, Context(files=FILES))
    mild = {"observe", "navigate", "edit", "save"}
    return any(
        effect.consequence not in mild or effect.confidence < 0.5
        for effect in effects
        if not (effect.consequence == "delete" and effect.path.startswith("/tmp/"))
    )


def test_what_matters_on_buttons_is_asked_about():
    every = labels("labels-asked.txt")
    missed = [label for label in every if not asks(label)]
    assert len(missed) <= 0.04 * len(every), missed


def test_what_does_not_matter_on_buttons_is_not():
    every = labels("labels-free.txt")
    needless = [label for label in every if asks(label)]
    assert len(needless) <= 0.02 * len(every), needless


def test_commands():
    every = [line.split(" | ", 1) for line in lines("commands.txt")]
    need = [text for wish, text in every if wish == "ask"]
    free = [text for wish, text in every if wish == "free"]
    missed = [text for text in need if not runs_into_a_question(text.replace("\\n", "\n"))]
    needless = [text for text in free if runs_into_a_question(text.replace("\\n", "\n"))]
    assert len(missed) <= 0.04 * len(need), missed
    assert len(needless) <= 0.02 * len(free), needless
