"""Asking the person at the terminal before an action, for ``--ask always``.

Silence is a no: no terminal, an end of input or five minutes without an answer refuse the action and end the run.
"""

from __future__ import annotations

import asyncio
import os
import sys

from rich.console import Console
from rich.text import Text

from deskhand.cli.live import LiveView
from deskhand.cli.terminal import one_line, plain
from deskhand.guard.interface import Decision, Question, allow, refuse
from deskhand.tools.interface import Proposal

PATIENCE = 300.0
"""Seconds to wait for an answer."""
_HELP = "y: yes   n [why]: no, and the model reads why   a: yes to all that follows   s: stop the run"


class TerminalApprover:
    """An `Approver`: shows the action in words and its place, and reads one line."""

    def __init__(self, console: Console, view: LiveView, *, patience: float = PATIENCE) -> None:
        self._console, self._view, self._patience = console, view, patience
        self._all = False

    async def __call__(self, question: Question) -> Decision:
        if self._all:
            return allow()
        if not sys.stdin.isatty():
            return refuse("there is no terminal to ask a person in", stop=True)
        self._view.close()
        self._show(question.proposal)
        loop = asyncio.get_running_loop()
        until = loop.time() + self._patience
        while True:
            self._console.print(Text("    May it? [y/n/a/s/?] ", "bold"), end="")
            try:
                line = await asyncio.wait_for(read_line(), max(0.0, until - loop.time()))
            except TimeoutError:
                self._console.print()
                return refuse(f"nobody answered within {self._patience:.0f} seconds", stop=True)
            if line is None:
                return refuse("the input ended", stop=True)
            word, _, reason = line.strip().partition(" ")
            match word.lower():
                case "y" | "yes":
                    return allow()
                case "n" | "no":
                    return refuse(reason.strip())
                case "a" | "all":
                    self._all = True
                    return allow()
                case "s" | "stop":
                    return refuse(reason.strip() or "stopped by the person", stop=True)
                case _:
                    self._console.print(Text(f"    {_HELP}", "dim"))

    def _show(self, proposal: Proposal) -> None:
        self._console.print(Text(f"  ? {plain(proposal.words)}", "bold yellow"))
        if proposal.tool != "computer":
            for name, value in proposal.call.input.items():
                if str(value) in proposal.words:
                    continue
                self._console.print(Text(f"    {one_line(str(name), 40)}: {one_line(str(value), 1000)}", "dim"))


async def read_line() -> str | None:
    """One line of standard input without a thread that could not be stopped; None at its end."""
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()
    descriptor = sys.stdin.fileno()
    collected = b""
    loop.add_reader(descriptor, ready.set)
    try:
        while True:
            await ready.wait()
            ready.clear()
            data = os.read(descriptor, 4096)
            if not data:
                return None
            collected += data
            if b"\n" in data:
                return collected.decode("utf-8", "replace")
    finally:
        loop.remove_reader(descriptor)
