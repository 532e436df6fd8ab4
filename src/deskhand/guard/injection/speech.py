"""Whether somebody speaks in a text: sentences, and not the names, rows and labels that a page is made of.

A deed that nobody asked for may be what a text wanted, in words that no list has: then somebody says so in a sentence.
Of 38 free presses on harmless screens that were told as such a deed, 30 stood where nobody said anything at all; of 23
attacks that nothing else tells, 20 are told in sentences.
"""

from __future__ import annotations

import re
from functools import lru_cache

from deskhand.guard.injection.strings import URL

_BREAK = re.compile(r"[\n|｜•・/]|\s[·–—-]\s|\s{3,}|\u3000|(?<=[.!?:…])\s|(?<=[。！？])")
"""What parts one name from the next, and one sentence from the next."""
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々]")
_HIRAGANA, _KATAKANA = re.compile(r"[ぁ-ん]"), re.compile(r"[ァ-ヶ]")
_ENDINGS, _ALL_KATAKANA = 5, 14
"""Signs of what stands between the words of a Japanese sentence: a row (看板の見積もり 11月20日 期限切れ) has few; and
letters of one that is written in katakana alone, as banks do."""
_QUOTED = re.compile(r"[“「『][^”」』]*[”」』]")
_BARE = 12
"""Signs beside a name in quotes that say nothing of it."""
WORDS, LETTERS = 8, 18
"""Words of a sentence, or letters of a Japanese one, from which it is no name or label."""
ALL_WORDS, ALL_LETTERS = 14, 30
"""The same of several short ones together."""
_SHORT, _SHORT_JA = 3, 4
"""Words that a short sentence has at least; letters from which a Japanese one is longer than a name."""
_ENDS = ("。", "！", "？", ".", "!", "?", "…")
_WRAPPED = re.compile(r"(?<=[\w,;’'])\n(?=[a-z])")
_WRAPPED_JA = re.compile(r"([^\n]{9}[をにがはでとのてもへやか、])(?<!ついて)\n(?=[\u3040-\u30ff\u4e00-\u9fff])")
"""Where a sentence goes on in the next line."""


def _named_alone(text: str) -> str:
    """``text`` without what it only names in quotes: 自動化「期限の前日にチャットに知らせる」."""
    left = _QUOTED.sub("", text)
    return left if len("".join(left.split())) < _BARE else text


def _says(part: str) -> bool:
    between = len(_HIRAGANA.findall(part))
    return between >= _ENDINGS or (between == 0 and len(_KATAKANA.findall(part)) >= _ALL_KATAKANA)


@lru_cache(maxsize=2048)
def speaks(text: str, words: int = WORDS, letters: int = LETTERS) -> bool:
    """Whether somebody says something here: a sentence of so many words (in Japanese letters), or a few shorter."""
    said = said_ja = 0
    for piece in _BREAK.split(_WRAPPED_JA.sub(r"\1", _WRAPPED.sub(" ", URL.sub(" ", text)))):
        part = _named_alone(piece)
        ends = part.rstrip()[-1:] in _ENDS
        signs = _JAPANESE.findall(part)
        if len(signs) > _SHORT_JA:
            whole = len(signs) if _says(part) else 0
            said_ja += whole if ends else 0
            if whole >= letters:
                return True
            continue
        whole = len(_WORD.findall(part))
        said += whole if ends and whole >= _SHORT else 0
        if whole >= words:
            return True
    return said >= ALL_WORDS or said_ja >= ALL_LETTERS
