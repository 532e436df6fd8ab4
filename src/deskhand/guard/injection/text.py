"""Orders in a text: which of its sentences tell the reader to do something that the task did not ask for.

A list of phrases finds the attacks whose phrases it lists. What all have in common is that something is asked for, and
that it was not the person who asked; so each sentence is judged where it stands, and by the task.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskhand.guard.injection.cues import speaks_to_machines, told_off
from deskhand.guard.injection.network import Place
from deskhand.guard.injection.passages import prepared
from deskhand.guard.injection.pieces import Piece, cut
from deskhand.guard.injection.together import chances
from deskhand.guard.injection.trusted import Trusted

_WORD = re.compile(r"[^\W\d_\u3040-\u9fff]+(?:['’-][^\W\d_]+)*")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_RECORD = re.compile(
    r"(?:purchase|order|payment|transfer|transaction|refund|deposit|booking|visit|trip|report|withdrawal)"
    r" (?:at|from|in) (?-i:[A-Z])[\w'’&.-]*(?: (?-i:[A-Z])[\w'’&.-]*)*(?::[^.!?]{0,60})?$",
    re.IGNORECASE,
)
"""A line of an account or a diary, whose first word is a noun: ‘Purchase at Shoe Store: boots’."""
STRONG = 0.9
"""From here on an alarm is raised for the text alone; below, only together with an act that serves it."""
WEAK = 0.5
TOLD_OFF = 0.95
HANDED_OVER = 0.6
"""The most that a plain request counts where the person told the agent to do what some text says."""
FEWEST = 3
"""Words that an order has at least, or twice as many characters of Japanese: ‘Task’ and ‘Hit’ are names of things."""
LONGEST_TEXT = 200_000
"""Characters that are looked at: the first and the last half of them in what is longer."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that gives an order."""

    text: str
    start: int
    end: int
    confidence: float
    kind: str = "order"
    """``addressed`` when it speaks to a machine or of its orders, else ``order``."""


def find(text: str, task: str = "") -> tuple[Hit, ...]:
    """The orders in ``text`` with at least `WEAK` confidence, likeliest first."""
    trusted = Trusted()
    if task:
        trusted.add(task)
    return tuple(sorted((hit for hit in judged(text, trusted) if hit.confidence >= WEAK), key=lambda h: -h.confidence))


def judged(text: str, task: Trusted, place: Place = "output") -> list[Hit]:
    """Every sentence of ``text``, read at ``place``, with how likely it is an order, in order."""
    moved, cut_out = len(text), 0
    if len(text) > LONGEST_TEXT:
        moved = LONGEST_TEXT // 2
        cut_out = len(text) - 2 * moved
        text = f"{text[:moved]}{text[-moved:]}"
    (hits,) = side_by_side([text], task, place)
    if not cut_out:
        return hits
    return [
        replace(hit, start=hit.start + cut_out, end=hit.end + cut_out) if hit.start >= moved else hit for hit in hits
    ]


def side_by_side(texts: Sequence[str], task: Trusted, place: Place) -> list[list[Hit]]:
    """The same of several texts that stand beside each other, and are read so."""
    pieces = [cut(text, data=place == "output") for text in texts]
    likely = iter(chances([piece for some in pieces for piece in some if reads(piece.text)], task, place).tolist())
    return [[_hit(piece, next(likely) if reads(piece.text) else 0.0, task) for piece in some] for some in pieces]


def reads(text: str) -> bool:
    """Whether a sentence is read at all: not where it has too few words for an order, or is a line of records."""
    words = prepared(text)  # an address by itself is one thing
    latin, japanese = len(_WORD.findall(words)), len(_JAPANESE.findall(words))
    return latin + japanese // 2 >= FEWEST and not _RECORD.match(text)


def _hit(piece: Piece, chance: float, task: Trusted) -> Hit:
    """The reader's word, corrected where a rule knows better.

    Telling the reader to drop its orders is never harmless. And what the person handed over (‘do what the mail says’)
    is full of orders that are theirs: only what speaks to a machine, or of its orders, is foreign there.
    """
    kind = "addressed" if speaks_to_machines(piece.text) else "order"
    if told_off(piece.text) and not task.says(piece.text):
        chance = max(chance, TOLD_OFF)
    elif task.hands_over and kind == "order":
        chance = min(chance, HANDED_OVER)
    return Hit(piece.text, piece.start, piece.end, chance, kind)
