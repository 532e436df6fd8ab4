"""Words in pieces: a table of twelve thousand pieces spells every English word, known or not.

The usual way (WordPiece): the longest piece that the word begins with, then the longest that goes on, till it is spelt.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deskhand.guard.injection.features import masked

_MARKS = {chr(0xE000 + kind): f"[unused{kind}]" for kind in range(1, 7)}
"""Addresses, files, sums, accounts, numbers (`features`) are pieces of their own."""
_TOKEN = re.compile(r"[\ue001-\ue006]|[^\W_]+|[^\w\s]|_")
_LONGEST_WORD = 40
BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


def prepared(text: str) -> str:
    """``text`` with marks for names of things, without accents and capitals."""
    plain = unicodedata.normalize("NFD", masked(text).lower())
    return "".join(character for character in plain if unicodedata.category(character) != "Mn")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    places: Mapping[str, int]
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def ids(self, text: str, most: int) -> list[int]:
        """The places of the pieces of a `prepared` text, at most ``most``."""
        found = [self.places[BEGIN]]
        for word in _TOKEN.findall(text):
            found += self._spelt(_MARKS.get(word, word))
            if len(found) >= most:
                break
        return [*found[: most - 1], self.places[END]]

    def _spelt(self, word: str) -> Sequence[int]:
        if (known := self._known.get(word)) is None:
            if len(self._known) > 50_000:
                self._known.clear()
            known = self._known[word] = tuple(self._pieces(word))
        return known

    def _pieces(self, word: str) -> list[int]:
        if word in self.places:
            return [self.places[word]]
        found: list[int] = []
        begin = 0
        while begin < len(word) and len(word) <= _LONGEST_WORD:
            for end in range(len(word), begin, -1):
                piece = word[begin:end] if begin == 0 else f"##{word[begin:end]}"
                if piece in self.places:
                    found.append(self.places[piece])
                    begin = end
                    break
            else:
                break
        return found if begin == len(word) else [self.places[UNKNOWN]]
