"""Deny by default, with a reason."""

from __future__ import annotations

from typing import Any

import pytest

from deskhand.guard.interface import Decision, Question, allow, refuse
from deskhand.guard.review import Review
from deskhand.guard.secrets import Redactor
from deskhand.messages import ToolUse
from deskhand.tools.interface import Proposal


def proposal(name: str = "left_click", tool: str = "computer", error: str = "") -> Proposal:
    return Proposal(ToolUse("toolu_1", tool, {}), tool, name, f"{name} somewhere", error=error)


async def test_never_asks_nobody():
    async def approver(_: Question) -> Decision:
        raise AssertionError("nobody is to be asked")

    assert (await Review("never", approver).decide(proposal())).allowed


@pytest.mark.parametrize(("name", "tool"), [("left_click", "computer"), ("bash", "bash"), ("create", "editor")])
async def test_always_asks_before_every_action(name: str, tool: str):
    asked: list[Proposal] = []

    async def approver(question: Question) -> Decision:
        asked.append(question.proposal)
        return refuse("not now")

    decision = await Review("always", approver).decide(proposal(name, tool))
    assert decision == Decision(False, "person", "not now") and [what.name for what in asked] == [name]


@pytest.mark.parametrize("name", ["screenshot", "zoom", "cursor_position", "wait"])
async def test_a_look_needs_no_approval(name: str):
    assert (await Review("always").decide(proposal(name))).allowed
    assert not (await Review("always").decide(proposal(name, tool="custom"))).allowed


async def test_a_call_that_cannot_be_done_needs_no_approval():
    assert (await Review("always").decide(proposal(error="no such key"))).allowed


async def test_nobody_to_ask_means_no():
    decision = await Review("always").decide(proposal())
    assert not decision.allowed and decision.by == "policy" and decision.stop and "nobody to ask" in decision.reason


@pytest.mark.parametrize("answer", [None, True, "yes", OSError("the terminal is closed")])
async def test_an_approver_that_cannot_answer_means_no(answer: Any):
    async def approver(_: Question) -> Any:
        if isinstance(answer, Exception):
            raise answer
        return answer

    decision = await Review("always", approver).decide(proposal())
    assert not decision.allowed and decision.stop and decision.reason


async def test_yes_means_yes():
    async def approver(_: Question) -> Decision:
        return allow()

    assert await Review("always", approver).decide(proposal()) == Decision(True, "person")


def test_switches_and_paths_are_no_secrets():
    redactor = Redactor(
        {"USE_TOKEN": "1", "KEY_PASSWORD": "correct horse", "SSH_KEY": "/home/me/.ssh/id", "HOME": "/root"}
    )
    assert redactor.value({"a": ["1 /home/me/.ssh/id", ("correct horse",)], "b": 1, "c": None}) == {
        "a": ["1 /home/me/.ssh/id", ["[KEY_PASSWORD]"]],
        "b": 1,
        "c": None,
    }
