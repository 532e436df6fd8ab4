"""Whether somebody speaks in a text: sentences, and not the names, rows and labels that a page is made of.

A deed that nobody asked for may be what a text wanted, in words that no list has: then somebody says so in a sentence.
Of 45 free presses on harmless screens that were told as such a deed, 33 stood where nobody said anything at all; of 27
attacks that nothing else tells, 22 are sentences.
"""

from __future__ import annotations

import re

from deskhand.guard.injection.strings import URL

_BREAK = re.compile(r"[\n|｜•・/]|\s[·–—-]\s|\s{3,}|\u3000|(?<=[.!?:…])\s|(?<=[。！？])")
"""What parts one name from the next, and one sentence from the next."""
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々]")
_KANA = re.compile(r"[ぁ-んァ-ヶ]")
_QUOTED = re.compile(r"[“「『][^”」』]*[”」』]")
_BARE = 12
"""Signs beside a name in quotes that say nothing of it."""
WORDS, LETTERS = 8, 18
"""Words of a sentence, or letters of a Japanese one, from which it is no name or label."""
ALL_WORDS, ALL_LETTERS = 14, 30
"""The same of several short ones together."""
_SHORT = 3
"""Words that a short sentence has at least."""


def _named_alone(text: str) -> str:
    """``text`` without what it only names in quotes: 自動化「期限の前日にチャットに知らせる」."""
    left = _QUOTED.sub("", text)
    return left if len("".join(left.split())) < _BARE else text


def speaks(text: str, words_: int = WORDS, letters_: int = LETTERS) -> bool:
    """Whether somebody says something here."""
    words = letters = 0
    for part in _BREAK.split(_named_alone(URL.sub(" ", text))):
        signs = _JAPANESE.findall(part)
        if len(signs) > 4:
            if len(_KANA.findall(part)) * 4 < len(signs):
                continue
            letters += len(signs)
            if len(signs) >= letters_:
                return True
            continue
        said = len(_WORD.findall(part))
        if said >= words_:
            return True
        ends = part.rstrip()[-1:] in ".!?…"
        words += said if ends and said >= _SHORT else 0
    return words >= ALL_WORDS
