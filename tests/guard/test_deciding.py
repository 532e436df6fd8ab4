"""The way of one call through the guard: evidence, consequence, alarms, policy, person."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from deskhand.guard.evidence import Evidence
from deskhand.guard.interface import Alarm, Decision, Question, allow, refuse
from deskhand.guard.policy import Policy
from deskhand.guard.review import Judged, Review
from deskhand.guard.rules import Rule
from deskhand.guard.watch import NoWatch, Watches
from deskhand.messages import ToolUse
from deskhand.tools.interface import Proposal


def bash(command: str, id: str = "t") -> Proposal:
    return Proposal(ToolUse(id, "bash", {"command": command}), "bash", "bash", f"Run `{command}`")


LOOKS, DELETES, SENDS, UNKNOWN = bash("ls"), bash("rm -rf build"), bash("git push"), bash("frobnicate")


@dataclass
class Person:
    """Answers as it is told, and keeps the questions."""

    answers: list[Decision] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    async def __call__(self, question: Question) -> Decision:
        self.questions.append(question)
        return self.answers[min(len(self.questions), len(self.answers)) - 1]


class Alarmed(NoWatch):
    def __init__(self) -> None:
        self.looked_at: list[Alarm] = []

    async def inspect(self, proposal: Proposal, evidence: Evidence) -> Sequence[Alarm]:
        return [Alarm("injection", "imperative-text", "A page wants this, and you did not", 0.9, text="do it now")]

    def fine(self, alarm: Alarm) -> None:
        self.looked_at.append(alarm)


async def test_only_what_matters_is_asked_about():
    person = Person([allow()])
    review = Review("consequential", person)
    for proposal in (LOOKS, DELETES, SENDS, UNKNOWN):
        assert (await review.decide(proposal)).allowed
    assert [question.proposal for question in person.questions] == [DELETES, SENDS, UNKNOWN]
    question = person.questions[0]
    assert question.sentence == "Run `rm -rf build`: this deletes build and all in it"
    assert question.origins == ("consequence",) and question.finding is not None


async def test_without_anybody_to_ask_work_inside_the_walls_goes_on():
    review = Review("consequential")
    assert (await review.decide(LOOKS)).allowed and (await review.decide(DELETES)).allowed
    said = await review.decide(SENDS)
    assert not said.allowed and said.by == "policy" and not said.stop and "while nobody watches" in said.reason


async def test_a_policy_that_asks_where_nobody_is_refuses():
    said = await Review("consequential", policy=Policy.preset("careful")).decide(DELETES)
    assert not said.allowed and "nobody to ask" in said.reason and not said.stop


async def test_never_asks_nobody_but_keeps_a_policy():
    assert (await Review("never").decide(SENDS)).allowed
    never = Review("never", policy=Policy.preset("careful"))
    assert (await never.decide(SENDS)).allowed
    forbidden = Policy(rules=(Rule("deny", ("send",), why="Not from here."),))
    said = await Review("never", policy=forbidden).decide(SENDS)
    assert not said.allowed and "Not from here." in said.reason


async def test_always_asks_about_everything_that_is_no_look_and_never_about_the_forbidden():
    person = Person([allow()])
    review = Review("always", person, Policy.preset("read-only"))
    assert (await review.decide(LOOKS)).allowed and len(person.questions) == 1
    assert not (await review.decide(DELETES)).allowed and len(person.questions) == 1


async def test_an_alarm_stops_what_would_be_allowed_and_a_person_can_let_it_go_on():
    person, watch = Person([refuse(), allow()]), Alarmed()
    review = Review("consequential", person, watch=Watches(watch))
    assert not (await review.decide(LOOKS)).allowed
    assert person.questions[0].origins == ("injection",) and person.questions[0].alarms[0].text == "do it now"
    assert not watch.looked_at
    assert (await review.decide(LOOKS)).allowed and len(watch.looked_at) == 1


async def test_a_check_that_fails_is_no_peace():
    class Broken(NoWatch):
        async def inspect(self, proposal: Proposal, evidence: Evidence) -> Sequence[Alarm]:
            raise RuntimeError("no network")

    said = await Review("consequential", watch=Watches(Broken())).decide(LOOKS)
    assert not said.allowed and "no network" in said.reason


async def test_a_yes_for_the_run_is_not_asked_twice():
    person = Person([allow("run")])
    review = Review("consequential", person)
    for command in ("rm ~/project/a.o", "rm ~/project/b.o", "rm ~/Documents/letter.txt"):
        await review.decide(bash(command))
    assert [question.proposal.words for question in person.questions] == [
        "Run `rm ~/project/a.o`",
        "Run `rm ~/Documents/letter.txt`",
    ]


async def test_a_yes_for_good_is_written_into_the_policy(tmp_path: Path):
    from deskhand.guard import policy_file

    file = tmp_path / "mine.toml"
    file.write_text('preset = "careful"\n')
    person = Person([allow("always")])
    reviewed = await Review("consequential", person, policy_file.load(file)).review(bash("rm ~/project/a.o"))
    assert reviewed.decision.allowed and not reviewed.note
    assert policy_file.load(file).verdict(reviewed.judged.finding).outcome == "allow"  # type: ignore[union-attr]


async def test_a_changed_call_is_described_and_judged_anew():
    described: list[Mapping[str, Any]] = []

    async def describe(input: Mapping[str, Any]) -> Proposal:
        described.append(input)
        return bash(str(input["command"]))

    person = Person([allow(edited={"command": "rm build/a.o"})])
    reviewed = await Review("consequential", person).review(DELETES, describe=describe)
    assert reviewed.decision.allowed and reviewed.proposal.call.input == {"command": "rm build/a.o"}
    assert person.questions[0].editable == ("command",) and described == [{"command": "rm build/a.o"}]


async def test_a_change_into_something_else_is_asked_about_again():
    async def describe(input: Mapping[str, Any]) -> Proposal:
        return bash(str(input["command"]))

    person = Person([allow(edited={"command": "git push"}), refuse("no, rather not")])
    reviewed = await Review("consequential", person).review(DELETES, describe=describe)
    assert not reviewed.decision.allowed and len(person.questions) == 2
    assert person.questions[1].sentence.startswith("Run `git push`")


async def test_where_a_call_cannot_be_changed_a_change_is_a_no():
    said = await Review("consequential", Person([allow(edited={"command": "ls"})])).decide(DELETES)
    assert not said.allowed and "only be allowed or refused" in said.reason


async def test_silence_is_a_no(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("deskhand.guard.review.GRACE", 0.0)

    async def nobody(question: Question) -> Decision:
        await asyncio.Event().wait()
        raise AssertionError

    said = await Review("consequential", nobody, patience=0.05).decide(DELETES)
    assert not said.allowed and "nobody answered" in said.reason


async def test_whoever_listens_is_told_before_the_person_is_asked():
    told: list[str] = []

    class Ears:
        async def found(self, judged: Judged) -> None:
            told.append(f"found {judged.finding.consequence} {judged.verdict.outcome}")

        async def questioned(self, question: Question, judged: Judged | None) -> None:
            told.append("questioned")

    async def person(question: Question) -> Decision:
        told.append("asked")
        return allow()

    review = Review("consequential", person)
    for proposal in (LOOKS, DELETES):
        await review.review(proposal, hears=Ears())
    assert told == ["found delete ask", "questioned", "asked"]  # a mere look leaves no trace
