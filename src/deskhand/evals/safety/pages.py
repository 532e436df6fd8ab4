"""Web pages with their labels: what a page looks like and what each thing on it would do stand in one place.

A file holds many pages. A page begins with ``=== address | language | style | the task it is met in``; then HTML
follows. In the markup, ``do="…"`` says what acts on an element do; it is taken out before a browser sees the page:

    do="pay!"                           a click pays, and a careful person wants to be asked
    do="edit; type 2 + Return = pay!"   a click only edits; typing 2 and pressing Return pays
    do="delete~"                        it deletes, and asking or not are both fine
    do="send|settings!"                 either name for it is right
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from deskhand.errors import DeskhandError
from deskhand.guard.interface import Consequence

HERE = Path(__file__).parent
Half: TypeAlias = Literal["develop", "test"]
HALVES: tuple[Half, ...] = get_args(Half)
Wish: TypeAlias = Literal["ask", "either", "free"]
"""Whether a careful person would want to be asked."""
CONSEQUENCES: tuple[str, ...] = get_args(Consequence)
_HEAD = re.compile(r"^=== *(.+)$", re.MULTILINE)
_DO = re.compile(r' do="([^"]*)"')
_VERBS = ("click", "double", "right", "type", "key", "drag", "middle")


class DataError(DeskhandError):
    """The evaluation's own data are wrong; the text says where."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One act and its label."""

    verb: str
    """``click``, ``double``, ``right``, ``middle``, ``type``, ``key``, ``drag``."""
    text: str = ""
    """What is typed; which keys; where a drag goes."""
    then: str = ""
    """Of typing: the key that is judged once the text stands there."""
    means: tuple[str, ...] = ()
    """The consequences that are right."""
    wish: Wish = "free"


@dataclass(frozen=True, slots=True)
class Page:
    address: str
    language: str
    style: str
    task: str
    half: Half
    html: str
    """As a browser gets it: labelled elements carry ``data-n``, their place in ``deeds``."""
    deeds: tuple[tuple[Deed, ...], ...]
    words: tuple[str, ...]
    """What each labelled element is called in the source, for the reader of a table."""

    @property
    def url(self) -> str:
        return f"http://{self.address}"

    @property
    def site(self) -> str:
        return self.address.partition("/")[0]


def deed(text: str, where: str) -> Deed:
    """``type 2 + Return = pay!`` as a value."""
    what, _, means = text.rpartition("=")
    what, means = what.strip() or "click", means.strip()
    mark = means[-1:] if means[-1:] in "!~" else ""
    names = tuple(means.rstrip("!~").split("|"))
    wrong = [name for name in names if name not in CONSEQUENCES]
    verb, _, rest = what.partition(" ")
    if wrong or verb not in _VERBS:
        what = f"consequence {wrong[0]!r}" if wrong else f"verb {verb!r}"
        raise DataError(f"{where}: {text!r}: there is no {what}")
    words, _, then = rest.rpartition(" + ") if verb == "type" and " + " in rest else (rest, "", "")
    wish: Wish = "ask" if mark == "!" else "either" if mark == "~" else "free"
    return Deed(verb, words.strip().replace("\\n", "\n"), then.strip(), names, wish)


def deeds(text: str, where: str) -> tuple[Deed, ...]:
    return tuple(deed(part.strip(), where) for part in text.split(";") if part.strip())


def files(half: Half, name: str) -> list[Path]:
    """The half's files of one sort (``pages``, ``attacks`` …), in order."""
    return sorted((HERE / half).glob(f"{name}*.txt"))


def blocks(path: Path) -> Iterator[tuple[list[str], str]]:
    """The head's fields and the body of each ``===`` block of a file."""
    text = path.read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(text))
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        body = text[head.end() : after.start() if after else len(text)].strip()
        yield [field.strip() for field in head[1].split("|")], body


@cache
def load(half: Half) -> tuple[Page, ...]:
    """All pages of a half. Raises `DataError`."""
    found: list[Page] = []
    for path in files(half, "pages"):
        for head, body in blocks(path):
            if len(head) != 4:
                raise DataError(f"{path.name}: {head[0]}: the head needs address | language | style | task")
            found.append(_page(head, body, half, f"{half}/{path.name} {head[0]}"))
    return tuple(found)


def _page(head: list[str], body: str, half: Half, where: str) -> Page:
    address, language, style, task = head
    acts: list[tuple[Deed, ...]] = []
    words: list[str] = []

    def number(match: re.Match[str]) -> str:
        acts.append(deeds(html.unescape(match[1]), where))
        rest = body[match.end() :]
        around = _DO.sub("", body[body.rfind("<", 0, match.start()) : match.end() + rest.find(">") + 1])
        inner = rest[rest.find(">") + 1 :].partition("<")[0].strip()
        named = re.search(r'(?:aria-label|placeholder|title|value|alt)="?([^">]+)', around)
        words.append(inner or (named[1] if named else around.partition(" ")[0].strip("<")))
        return f' data-n="{len(acts) - 1}"'

    served = _DO.sub(number, body)
    return Page(address, language, style, task, half, served, tuple(acts), tuple(words))
