"""Orders in a text: which of its sentences tell the reader to do something that the task did not ask for.

A list of phrases finds the attacks whose phrases it lists. What all have in common is that something is asked for, and
that it was not the person who asked; so each sentence is judged by itself and by the task.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from deskhand.guard.injection.cues import NAMES, cues, told_off
from deskhand.guard.injection.features import features, masked
from deskhand.guard.injection.network import Inputs, Place, network, vocabulary
from deskhand.guard.injection.pieces import Piece, cut
from deskhand.guard.injection.together import together
from deskhand.guard.injection.trusted import Trusted, content
from deskhand.guard.injection.wrapping import bare

Cues: TypeAlias = NDArray[np.float32]
_ADDRESSED = [NAMES.index(name) for name in ("machine", "owner", "order about orders")]
_LATIN = re.compile(r"[^\W\d_\u3040-\u9fff\ue000-\ue0ff]+(?:['’-][^\W\d_]+)*")
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
TOO_SHORT = 0.1
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
    cut_out = 0
    if len(text) > LONGEST_TEXT:
        half = LONGEST_TEXT // 2
        cut_out = len(text) - 2 * half
        text = f"{text[:half]}{text[-half:]}"
    pieces = cut(text, data=place == "output")
    if not pieces:
        return []
    plain = [bare(piece.text) for piece in pieces]
    given = inputs(pieces, task, plain)
    chances = together(network(), given, plain, place)
    kinds = ["addressed" if row[_ADDRESSED].any() else "order" for row in given.cues]
    moved = len(text) // 2 if cut_out else len(text)
    return [
        Hit(
            piece.text,
            piece.start + (cut_out if piece.start >= moved else 0),
            piece.end + (cut_out if piece.start >= moved else 0),
            _settled(float(chance), piece.text, kind, task),
            kind,
        )
        for piece, chance, kind in zip(pieces, chances, kinds, strict=True)
    ]


def inputs(pieces: Sequence[Piece], task: Trusted, plain: Sequence[str]) -> Inputs:
    """What the network gets of each piece, ``plain`` being what stands in its wrapping."""
    return Inputs([features(text) for text in plain], vocabulary().meanings(plain), seen(pieces, plain, task))


def seen(pieces: Sequence[Piece], plain: Sequence[str], task: Trusted) -> Cues:
    """The cues of each piece, ``plain`` being what stands in its wrapping."""
    words = [content(piece.text) for piece in pieces]
    counts: dict[str, int] = {}
    for some in words:
        for word in some:
            counts[word] = counts.get(word, 0) + 1
    found = np.zeros((len(pieces), len(NAMES)), np.float32)
    for index, piece in enumerate(pieces):
        elsewhere = frozenset(word for word in words[index] if counts[word] > 1)
        found[index] = cues(piece.text, task, elsewhere, plain[index])
    return found


def names_a_thing(text: str) -> bool:
    """Whether ``text`` has too few words for an order, or is a line of records."""
    words = masked(text)  # an address by itself is one thing
    latin, japanese = len(_LATIN.findall(words)), len(_JAPANESE.findall(words))
    return latin + japanese // 2 < FEWEST or bool(_RECORD.match(text))


def _settled(chance: float, text: str, kind: str, task: Trusted) -> float:
    """The classifier's word, corrected where a rule knows better.

    Telling the reader to drop its orders is never harmless. And what the person handed over (‘do what the mail says’)
    is full of orders that are theirs: only what speaks to a machine, or of its orders, is foreign there.
    """
    if told_off(text) and not task.says(text):
        return max(chance, TOLD_OFF)
    if names_a_thing(text):
        return min(chance, TOO_SHORT)
    return min(chance, HANDED_OVER) if task.hands_over and kind == "order" else chance
