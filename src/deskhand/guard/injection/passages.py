"""Sentences in their surroundings: what stands together is read together, behind the person's task.

‘Bring the signed form’ is told to people on a school's page and is nobody's business in a list of prices. A reader of
single sentences has to forbid both or neither; of orders in outputs that nobody had learnt from, it found 78 in 100.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from deskhand.guard.injection.strings import ACCOUNT, ADDRESS, EMAIL, PATH, PHONE, SUM, URL
from deskhand.words.encoder import BEGIN, END, pieces

OF_TASK, OF_SENTENCE, LONGEST = 32, 80, 128
"""Pieces of the task, of one sentence, and of one passage with both, at most."""
_MARKS = ((EMAIL, "@"), (URL, "http"), (ADDRESS, "http"), (PATH, "/"), (SUM, "€"), (ACCOUNT, "#"), (PHONE, "#"))
"""Whom an order names is chance; that it names an address is not. In the model's own pieces, one each."""
_OWN = "="
"""Stands before the mark of what the task names too."""
_NUMBER = re.compile(r"\d[\d:./-]*\d|\d")


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces of the task and of some sentences, each sentence with an `END` after it."""

    row: tuple[int, ...]
    ends: tuple[int, ...]
    """Where the `END` after the task and after each sentence stands."""


def prepared(text: str, task: str = "") -> str:
    """``text`` with marks for addresses, files, sums and numbers; ``task`` is folded."""
    text = unicodedata.normalize("NFKC", text)
    for pattern, mark in _MARKS:
        text = pattern.sub(_marking(mark, task), text)
    return " ".join(_NUMBER.sub("0", text).split())


def _marking(mark: str, task: str) -> Callable[[re.Match[str]], str]:
    def replaced(match: re.Match[str]) -> str:
        return f" {_OWN if match.group().strip().casefold() in task else ''}{mark} "

    return replaced


def spelt(text: str, most: int) -> list[int]:
    """The pieces of a `prepared` text; of a longer one its beginning."""
    return [piece.number for piece in pieces().cut(text[: 8 * most])][:most]


def passages(task: str, sentences: Sequence[str]) -> Iterator[Passage]:
    """All ``sentences`` (`prepared`, in their order), as few passages as hold them. ``task`` is prepared too."""
    head = [BEGIN, *spelt(task, OF_TASK), END]
    row, ends = list(head), [len(head) - 1]
    for sentence in sentences:
        own = spelt(sentence, OF_SENTENCE)
        if len(row) + len(own) >= LONGEST and len(ends) > 1:
            yield Passage(tuple(row), tuple(ends))
            row, ends = list(head), [len(head) - 1]
        row += [*own, END]
        ends.append(len(row) - 1)
    if len(ends) > 1:
        yield Passage(tuple(row), tuple(ends))
