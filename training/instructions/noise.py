"""How instructions really arrive: slips of the finger, small letters, missing articles, short forms."""

from __future__ import annotations

import random
import re

SHORT = {
    "you": "u",
    "please": "pls",
    "are": "r",
    "and": "n",
    "to": "2",
    "with": "w/",
    "because": "cuz",
    "the": "da",
    "thanks": "thx",
}


def worn(text: str, rng: random.Random, *, slips: float, articles: float) -> str:
    """Words between the arguments, as a hurried person writes them."""
    words = re.split(r"(\s+)", text)
    for index, word in enumerate(words):
        if not word.isascii() or not word.isalpha():
            continue
        if word.lower() in ("the", "a", "an") and rng.random() < articles:
            words[index] = ""
            if index + 1 < len(words):
                words[index + 1] = ""
        elif len(word) > 3 and rng.random() < slips:
            words[index] = slipped(word, rng)
        elif slips and word.lower() in ("you", "please", "thanks") and rng.random() < 0.2:
            words[index] = SHORT[word.lower()]
    return "".join(words)


def slipped(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    kind = rng.random()
    if kind < 0.35:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind < 0.65:
        return word[:at] + word[at + 1 :]
    if kind < 0.85:
        return word[:at] + word[at] + word[at:]
    near = {"a": "s", "e": "r", "i": "o", "o": "p", "t": "r", "n": "m", "s": "d", "l": "k", "u": "i", "r": "e"}
    return word[:at] + near.get(word[at], word[at]) + word[at + 1 :]
