"""The options that let a desktop reach something, and the terminal's answer to "may it?"."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec, TypeAlias, TypeVar

import typer
from rich.console import Console
from rich.text import Text

from deskhand.cli.keys import Keys
from deskhand.cli.question_words import Language, words_in
from deskhand.cli.terminal import UserError

if TYPE_CHECKING:
    from deskhand.sandbox.gateway.ask import Answer, Question
    from deskhand.sandbox.gateway.policy import NetworkPolicy

P = ParamSpec("P")
R = TypeVar("R")

AllowDomain: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-domain",
        metavar="DOMAIN[:PORT]",
        help="Let the desktop reach example.com, or *.example.org:443. Nothing is reached without. May be given more "
        "than once.",
    ),
]
NetworkFile: TypeAlias = Annotated[
    Path | None, typer.Option("--network-policy", metavar="FILE", help="A file of what it may reach (docs/network.md).")
]
AskDomain: TypeAlias = Annotated[
    bool, typer.Option("--ask-domain", help="Ask a person about any other domain, while the request waits.")
]
AllowAddress: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-address",
        metavar="NAME=ADDRESS:PORT",
        help="Dangerous, for servers under development: dev.test=127.0.0.1:8000 lets the desktop reach that port of "
        "this computer as http://dev.test. May be given more than once.",
    ),
]


def policy_of(
    domains: Sequence[str] | None, file: Path | None, ask: bool, addresses: Sequence[str] | None
) -> NetworkPolicy | None:
    """What the options say; None when they say nothing: no network."""
    if not domains and file is None and not ask and not addresses:
        return None
    from deskhand.sandbox.gateway import policy_file
    from deskhand.sandbox.gateway.policy import NetworkPolicy, PolicyError

    try:
        base = NetworkPolicy() if file is None else policy_file.load(file.expanduser().absolute())
        more = NetworkPolicy.of(*(domains or ()), ask=ask, addresses=addresses or ())
        return replace(
            base,
            allow=(*base.allow, *more.allow),
            pins=(*base.pins, *more.pins),
            unknown="ask" if ask else base.unknown,
        )
    except PolicyError as error:
        raise UserError(str(error)) from None


_ANSWERS: dict[str, Answer] = {
    "o": "once", "once": "once", "y": "run", "r": "run", "run": "run", "a": "always", "always": "always",
    "n": "no", "no": "no",
}  # fmt: skip


class TerminalAsker:
    """An `Asker`: shows the name and reads one line. ``quiet`` is called before, to take a waiting line away."""

    def __init__(
        self,
        console: Console,
        quiet: Callable[[], None] = lambda: None,
        language: Callable[[], Language] = lambda: "en",
    ) -> None:
        self._console, self._quiet, self._language = console, quiet, language

    async def __call__(self, question: Question) -> Answer:
        from deskhand.cli.approval import read_line

        if not sys.stdin.isatty():
            raise RuntimeError("there is no terminal to ask in")
        self._quiet()
        words = words_in(self._language())
        self._console.print(Text(f"  ? {words.reach.format(question.name)}", "bold yellow"))
        choices = words.reach_help.format(words.reach_always if question.can_keep else "")
        keys = "o/r/a/n" if question.can_keep else "o/r/n"
        while True:
            self._console.print(Text(f"    {words.reach_may.format(keys)}", "bold"), end="")
            try:
                line = await read_line()
            except asyncio.CancelledError:
                self._console.print()  # nobody answered in time: what follows begins a line of its own
                raise
            if line is None:
                return "no"
            answer = _ANSWERS.get(line.strip().lower())
            if answer is not None and (answer != "always" or question.can_keep):
                return answer
            self._console.print(Text(f"    {choices}", "dim"))


def in_turn(lock: asyncio.Lock, keys: Keys, ask: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    """One question at a time at one terminal, whoever asks; meanwhile its keys make lines."""

    async def asking(*arguments: P.args, **keywords: P.kwargs) -> R:
        async with lock:
            with keys.asking():
                return await ask(*arguments, **keywords)

    return asking
