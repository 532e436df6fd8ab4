"""Asking the person at the terminal whether an act may happen: what it would do, why that is asked, and where.

The run waits meanwhile and holds nothing; the desktop goes on. Silence is a no: no terminal, an end of input or the end
of the question's patience refuse the act and end the run.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from deskhand.cli.editing import Unusable, read_value, shown_value
from deskhand.cli.live import LiveView
from deskhand.cli.question_words import Language, Words, alarm_in, sentence_in, words_in
from deskhand.cli.terminal import one_line, plain
from deskhand.guard.interface import Decision, Question, Scope, allow, refuse

_REMINDERS = (60.0, 10.0)
"""Seconds before the end at which the person is told how much is left."""


class TerminalApprover:
    """An `Approver`: shows a question and reads a line. ``folder`` is where the run is kept, when that is known;
    ``language`` that of the task."""

    def __init__(
        self,
        console: Console,
        view: LiveView,
        folder: Callable[[], Path | None] = lambda: None,
        language: Callable[[], Language] = lambda: "en",
    ) -> None:
        self._console, self._view, self._folder, self._language = console, view, folder, language
        self._all = False
        self._count = 0

    async def __call__(self, question: Question) -> Decision:
        if self._all and question.origins == ("every",):
            return _by(allow("run"))
        if not sys.stdin.isatty():
            return _by(refuse("there is no terminal to ask a person in", stop=True))
        self._view.close()
        await self._show(question)
        try:
            return _by(await self._answer(question))
        except TimeoutError:
            self._console.print()
            return _by(refuse(f"nobody answered within {question.patience:.0f} seconds", stop=True))
        except _InputEnded:
            return _by(refuse("the input ended", stop=True))
        except asyncio.CancelledError:
            self._console.print()  # stopped, or answered elsewhere: what follows begins a line of its own
            raise

    @property
    def _words(self) -> Words:
        return words_in(self._language())

    # --- the question -------------------------------------------------------------------------------------------

    async def _show(self, question: Question) -> None:
        out = self._console
        out.print()
        out.print(Text(f"  ? {plain(sentence_in(self._language(), question))}", "bold yellow"))
        rows = list(_rows(question, self._language()))
        if question.picture:
            path = await asyncio.to_thread(self._kept, question)
            if path is not None:
                rows.append(("picture", str(path), "dim"))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, words, style in rows:
            grid.add_row(f"    {self._words.rows.get(name, name)}", Text(words, style))
        out.print(grid)
        if out.is_terminal:
            out.bell()

    def _kept(self, question: Question) -> Path | None:
        """Mark the target on the picture, show it here as far as the terminal can, and keep it with the run."""
        from deskhand.cli import inline, marked  # here: they take 0.1 s, and most runs ask nothing
        from deskhand.vision.errors import VisionError

        try:
            picture = marked.marked(question)
        except VisionError:
            return None
        if picture is None:
            return None
        way = inline.way(self._console)
        if way != "none":
            part = marked.around(picture, marked.target_of(question), inline.cut_out(way))
            inline.show(self._console, part, way)
        folder = self._folder()
        if folder is None:
            return None
        self._count += 1
        path = folder / "questions" / f"{self._count:04d}-{question.id[:8]}.png"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(marked.as_png(picture))
        except OSError:
            return None
        return path

    # --- the answer ---------------------------------------------------------------------------------------------

    async def _answer(self, question: Question) -> Decision:
        loop = asyncio.get_running_loop()
        until = loop.time() + question.patience
        while True:
            line = await self._line(question, until)
            word, _, rest = line.strip().partition(" ")
            match word if word == "A" else word.lower():
                case "y" | "yes":
                    return allow()
                case "r" | "run":
                    return self._kept_yes(question, "run")
                case "A" | "always":
                    return self._kept_yes(question, "always")
                case "e" | "edit" if question.editable:
                    edited = await self._edit(question, until)
                    if edited is not None:
                        return allow(edited=edited)
                case "n" | "no":
                    return refuse(rest.strip())
                case "s" | "stop":
                    return refuse(rest.strip() or "stopped by the person", stop=True)
                case _:
                    for help in self._words.help:
                        if question.editable or not help.startswith("e"):
                            self._console.print(Text(f"    {help}", "dim"))

    def _kept_yes(self, question: Question, scope: Scope) -> Decision:
        if question.origins == ("every",):  # nothing but "everything is asked about": the yes is to all of it
            self._all = True
            scope = "run"
        return allow(scope)

    async def _line(self, question: Question, until: float, prompt: str = "") -> str:
        """One line; says now and then how much time is left. TimeoutError at the end of it."""
        loop = asyncio.get_running_loop()
        keys = "y/r/A/e/n/s/?" if question.editable else "y/r/A/n/s/?"
        asked = prompt or f"    {self._words.may.format(keys)}"
        left = until - loop.time()
        self._console.print(Text.assemble((asked, "bold"), (self._words.left.format(_clock(left)), "dim")), end="")
        reading = asyncio.ensure_future(read_line())
        try:
            for mark in (*(each for each in _REMINDERS if each < left), 0.0):
                await asyncio.wait({reading}, timeout=max(0.0, until - mark - loop.time()))
                if reading.done():
                    break
                if mark:
                    self._console.print()
                    self._console.print(
                        Text.assemble((asked, "bold"), (self._words.left.format(_clock(mark)), "dim")), end=""
                    )
            if not reading.done():
                raise TimeoutError
            line = reading.result()
        finally:
            reading.cancel()
            await asyncio.wait({reading})  # it lets go of the terminal, which somebody else may want at once
        if line is None:
            raise _InputEnded
        return line

    async def _edit(self, question: Question, until: float) -> dict[str, object] | None:
        """The call's input as the person changes it; None when they change nothing."""
        values = dict(question.proposal.call.input)
        name = question.editable[0]
        if len(question.editable) > 1:
            names = ", ".join(question.editable)
            name = (await self._line(question, until, f"    {self._words.change_what.format(names)}")).strip() or name
            if name not in question.editable:
                self._console.print(Text(f"    {self._words.there_are.format(names)}", "dim"))
                return None
        self._console.print(Text(f"    {self._words.now}{plain(shown_value(values.get(name)))}", "dim"))
        line = (await self._line(question, until, f"    {self._words.instead}")).rstrip("\r\n")
        if not line.strip():
            self._console.print(Text(f"    {self._words.unchanged}", "dim"))
            return None
        try:
            values[name] = read_value(line, values.get(name))
        except Unusable as error:
            self._console.print(Text(f"    {error}", "red"))
            return None
        return values


class _InputEnded(Exception):
    pass


def _rows(question: Question, language: Language) -> list[tuple[str, str, str]]:
    """What stands below the sentence: a name, the words, their style."""
    rows: list[tuple[str, str, str]] = []
    finding, proposal = question.finding, question.proposal
    words = words_in(language)
    rows.append(("because", "; ".join(words.why.get(origin, origin) for origin in question.origins), ""))
    for alarm in question.alarms:
        said = f" “{one_line(alarm.text, 200)}”" if alarm.text else ""
        source = f" ({alarm.source})" if alarm.source else ""
        rows.append(("alarm", f"{one_line(alarm_in(language, alarm), 300)}{source}{said}", "bold red"))
    if finding is not None:
        seen = f": {one_line('; '.join(finding.evidence), 400)}" if finding.evidence else ""
        consequence = words.consequences.get(finding.consequence) or finding.consequence.replace("_", " ")
        sure = words.sure.format(f"{100 * finding.confidence:.0f}")
        rows.append(("seen", f"{consequence}, {sure}{seen}", ""))
        place = finding.place
        where = " · ".join(part for part in (place.address or place.path, place.window, place.program) if part)
        if where:
            rows.append(("where", one_line(where, 300), ""))
    if question.said.strip():
        rows.append(("it says", f"“{one_line(question.said, 500)}”", "cyan"))
    if plain(proposal.words) != plain(sentence_in(language, question)):
        rows.append(("act", one_line(proposal.words, 500), ""))
    if proposal.tool != "computer":
        for name, value in proposal.call.input.items():
            if str(value) not in proposal.words:
                rows.append((one_line(str(name), 12), plain(str(value))[:2000], "dim"))
    return rows


def _by(decision: Decision) -> Decision:
    return replace(decision, via="terminal")


def _clock(seconds: float) -> str:
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


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
