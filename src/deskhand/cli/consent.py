"""`deskhand consent`, and asking for it before the first run.

Where nobody can answer, a run of the built-in model behind closed walls goes on, and says so once: it reaches nothing
and sends nothing. What reaches out (another model, a network, a shared account) waits for a person's yes, or for
``DESKHAND_CONSENT=yes`` from whoever sets up the service.
"""

from __future__ import annotations

import sys
import time
from typing import Annotated

import typer

from deskhand import consent
from deskhand.cli.terminal import UserError, console, say

HELP = "What this system can do and what can go wrong, and your answer to it."

app = typer.Typer(
    name="consent", help=HELP, add_completion=False, context_settings={"help_option_names": ["-h", "--help"]}
)

_QUESTION = {
    "en": "Do you understand this, and do you want to go on? [yes/no] ",
    "ja": "以上を理解し、続けますか？ [yes/no] ",
}
_YES = frozenset({"yes", "y", "はい"})
_NO = frozenset({"no", "n", "いいえ"})
_HOW = (
    "Read `deskhand consent`, then agree with `deskhand consent give`, or set DESKHAND_CONSENT=yes where no person is"
)


@app.callback(invoke_without_command=True)
def _default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        show()


@app.command("show")
def show() -> int:
    """Print the text, and what was answered."""
    print(consent.text())
    answer = consent.latest()
    if answer is None:
        print("You have not been asked yet.")
        return 0
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(answer.time))
    said = {"yes": "You agreed", "no": "You did not agree", "unanswered": "This was told, and nobody answered,"}
    print(f"{said[answer.word]} on {when} (text {answer.version}, {answer.how}).")
    return 0


@app.command("give")
def give(
    yes: Annotated[bool, typer.Option("--yes", help="Agree without being asked: for scripts.")] = False,
) -> int:
    """Read the text and agree."""
    if not yes and not _somebody_there():
        raise UserError("nobody can be asked here: `deskhand consent give --yes` agrees without a question")
    if not yes:
        return 0 if _asked() else 1
    consent.record(True, how="command line")
    print("Your yes is kept. `deskhand consent withdraw` takes it back.")
    return 0


@app.command("withdraw")
def withdraw() -> int:
    """Take an agreement back: the next run asks again."""
    consent.withdraw(how="command line")
    print("Your agreement is withdrawn; the next run asks again.")
    return 0


def ensure(reaches_out: str = "") -> None:
    """Before a run: ask for consent if it has not been given. UserError when the run must not begin.

    ``reaches_out``: what of this run goes beyond the walls, in words; empty when nothing does.
    """
    if consent.given():
        return
    if _somebody_there():
        if _asked():
            return
        raise UserError("nothing was started, because you did not agree")
    last = consent.latest()
    if last is not None and last.word == "no":
        raise UserError(f"nobody has agreed to what this system can do. {_HOW}")
    if reaches_out:
        raise UserError(f"{reaches_out}, and nobody has agreed to what this system can do. {_HOW}")
    if last is None:
        consent.record(None, how="no terminal")
        say(
            "deskhand lets a model act at a desktop by itself, and it can make mistakes: read `deskhand consent`. "
            "(Said once; nobody could be asked here.)"
        )


def _somebody_there() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked() -> bool:
    """Show the text and read an answer; it is kept."""
    shown = consent.language()
    out = console(stderr=True)
    out.print()
    out.print(consent.text(shown))
    while True:
        out.print(_QUESTION[shown], end="", style="bold")
        line = sys.stdin.readline()
        word = line.strip().lower()
        if word in _YES or word in _NO or not line:
            consent.record(word in _YES, how="terminal", wanted=shown)
            out.print()
            return word in _YES
