"""What the commands share about the terminal they write to.

Text from a model or a screen is untrusted here as well: an escape sequence in it could rewrite what stands above it,
or make a terminal type. Every such text passes `plain` first.
"""

from __future__ import annotations

import io
import os
import re
import sys
from pathlib import Path

from rich.console import Console

from deskhand.errors import DeskhandError

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, and those that turn the direction of what follows (an old trick to disguise a command)."""


class UserError(DeskhandError):
    """Something the person at the terminal can mend; the text says what. Exit status 1."""


def plain(text: str) -> str:
    """Without anything a terminal would act on; line ends and tabs stay."""
    return _CONTROL.sub("�", text.replace("\r\n", "\n"))


def one_line(text: str, most: int = 500) -> str:
    """The text on one line, shortened."""
    joined = " ".join(plain(text).split())
    return joined if len(joined) <= most else joined[: most - 1] + "…"


def check_writable(record: Path) -> None:
    """UserError when runs cannot be kept there: known at once, not when a desktop is up."""
    there = next(folder for folder in (record.absolute(), *record.absolute().parents) if folder.exists())
    if not (there.is_dir() and os.access(there, os.W_OK | os.X_OK)):
        raise UserError(f"runs cannot be kept in {record}: {there} cannot be written; choose another by --record DIR")


def console(*, stderr: bool = False) -> Console:
    """For people. On anything else than a terminal: no colour, and lines as long as they are (for grep)."""
    stream = sys.stderr if stderr else sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    made = Console(file=stream, highlight=False, markup=False, emoji=False)
    if not made.is_terminal:
        made.soft_wrap = True
    return made


def say(text: str) -> None:
    """A word beside the output proper: on standard error."""
    console(stderr=True).print(plain(text))
