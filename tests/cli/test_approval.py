"""Asking a person, at a real pseudo-terminal."""

from __future__ import annotations

import asyncio
import os
import pty
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from rich.console import Console

from deskhand.cli.approval import TerminalApprover
from deskhand.cli.live import LiveView
from deskhand.guard.interface import Decision, Question
from deskhand.messages import ToolUse
from deskhand.screen.geometry import Point
from deskhand.tools.interface import Proposal

_CLICK = Proposal(ToolUse("a", "computer", {}), "computer", "left_click", "Click at (3, 4)", points=(Point(3, 4),))
_SHELL = Proposal(ToolUse("b", "bash", {"command": "rm \x1b[31m-rf /"}), "bash", "bash", "Run `rm -rf /`")
CLICK = Question("q1", _CLICK, "Click at (3, 4)")
SHELL = Question("q2", _SHELL, "Run `rm -rf /`")


@contextmanager
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Standard input is a terminal; what is written to the descriptor is typed there."""
    master, slave = pty.openpty()
    with os.fdopen(slave, "r") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        try:
            yield master
        finally:
            os.close(master)


def approver(patience: float = 5) -> TerminalApprover:
    console = Console(file=open(os.devnull, "w"), force_terminal=False)  # noqa: SIM115 - closed with the test process
    return TerminalApprover(console, LiveView(console), patience=patience)


@pytest.mark.parametrize(
    ("typed", "decision"),
    [
        ("y\n", Decision(True, "person")),
        ("\nwhat\nyes\n", Decision(True, "person")),
        ("n not the red one\n", Decision(False, "person", "not the red one")),
        ("no\n", Decision(False, "person")),
        ("s\n", Decision(False, "person", "stopped by the person", stop=True)),
        ("\x04", Decision(False, "person", "the input ended", stop=True)),
    ],
)
async def test_an_answer(monkeypatch: pytest.MonkeyPatch, typed: str, decision: Decision) -> None:
    with terminal(monkeypatch) as keyboard:
        answering = asyncio.ensure_future(approver()(CLICK))
        for line in typed.splitlines(keepends=True):
            await asyncio.sleep(0.05)
            os.write(keyboard, line.encode())
        assert await answering == decision


async def test_all_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as keyboard:
        ask = approver()
        os.write(keyboard, b"a\n")
        assert (await ask(CLICK)).allowed
        assert (await ask(SHELL)).allowed


async def test_silence_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch):
        decision = await approver(patience=0.1)(CLICK)
    assert not decision.allowed and decision.stop and "nobody answered" in decision.reason


async def test_no_terminal_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    with open(os.devnull) as nowhere:
        monkeypatch.setattr(sys, "stdin", nowhere)
        decision = await approver()(SHELL)
    assert not decision.allowed and decision.stop
