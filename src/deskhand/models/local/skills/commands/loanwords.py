"""Japanese loan words and the English ones they are made of: 「シングルクリック」 says "single click" in other letters.

Programs without a translation show English words to people who ask in Japanese, and about every third noun of a program
is such a loan. A table never has all of them, so both are brought down to the consonants one hears: s-n-g-r-k-r-k.
"""

from __future__ import annotations

import functools
import re

SHORTEST = 2
"""Consonants that two words must share at least to be the same."""
_PAIRS = {
    "ファ": "f", "フィ": "f", "フェ": "f", "フォ": "f", "フュ": "f", "ティ": "t", "ディ": "d", "トゥ": "t", "ドゥ": "d",
    "デュ": "d", "テュ": "t", "ウィ": "w", "ウェ": "w", "ウォ": "w", "クォ": "kw",
    "ヴァ": "b", "ヴィ": "b", "ヴェ": "b", "ヴォ": "b", "シェ": "s", "シャ": "s", "シュ": "s", "ショ": "s", "ジェ": "z",
    "ジャ": "z", "ジュ": "z", "ジョ": "z", "チェ": "c", "チャ": "c", "チュ": "c", "チョ": "c", "キャ": "k", "キュ": "k",
    "キョ": "k", "ギャ": "g", "ギュ": "g", "ニュ": "n", "ヒュ": "h", "ビュ": "b", "ピュ": "p", "ミュ": "m", "リュ": "r",
    "フ": "f", "ヴ": "b", "チ": "c", "ツ": "t", "ヂ": "z", "ヅ": "z",
}  # fmt: skip
_ROWS = {
    "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ", "t": "タテト", "d": "ダデド",
    "n": "ナニヌネノン", "h": "ハヒヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ",
    "w": "ワ",
}  # fmt: skip
_SOUND = {letter: sound for sound, letters in _ROWS.items() for letter in letters}
_ENGLISH = (
    (r"tion|sion|cian", "sn"), (r"ture", "C"), (r"tch|ch", "C"), (r"sch|sh", "s"), (r"ck|qu(?=e\b)", "k"),
    (r"qu", "kw"), (r"ph", "f"), (r"gh", ""), (r"dge|j", "z"), (r"c(?=[eiy])", "s"), (r"c", "k"), (r"x", "ks"),
    (r"r(?![aeiouy])", ""), (r"l", "r"), (r"v", "b"), (r"kn", "n"), (r"mb(?![aeiou])", "m"), (r"(?<=[aeou])w", ""),
    (r"m(?=[bp])", "n"), (r"(?<!^)h", ""), (r"(?<=[a-z])y", ""), (r"[aeiouy]", ""), (r"C", "c"),
)  # fmt: skip
_EITHER = ((r"th", ("s", "t")), (r"g(?=[eiy])", ("g", "z")))
"""What is heard in one of two ways."""
_VOWELS = {"a": "au", "i": "iey", "u": "uoe", "e": "eai", "o": "oau"}
"""How the first vowel of a loan is written in the word it comes from."""
_HEARD = {
    "a": "アカガサザタダナハバパマヤラワ", "i": "イキギシジチヂニヒビピミリ", "u": "ウクグスズツヅヌフブプムユルヴ",
    "e": "エケゲセゼテデネヘベペメレ", "o": "オコゴソゾトドノホボポモヨロ",
}  # fmt: skip
_SMALL = dict(zip("ァィゥェォャュョ", "aiueoauo", strict=True))


@functools.lru_cache(maxsize=4096)
def of_katakana(word: str) -> str:
    """The consonants of a word in katakana; "" where it is none."""
    if not re.fullmatch(r"[ァ-ヶー・]+", word):
        return ""
    sounds = ""
    at = 0
    while at < len(word):
        pair = _PAIRS.get(word[at : at + 2])
        if pair is not None:
            sounds, at = sounds + pair, at + 2
            continue
        sounds, at = sounds + (_PAIRS.get(word[at]) or _SOUND.get(word[at], "")), at + 1
    return _plain(sounds)


@functools.lru_cache(maxsize=4096)
def of_english(word: str) -> frozenset[str]:
    """The consonants of an English word, in each way they may be heard."""
    ways = [re.sub(r"(.)\1", r"\1", word.lower())]
    for pattern, heard in _EITHER:
        ways = [re.sub(pattern, one, way) for way in ways for one in heard]
    for pattern, sound in _ENGLISH:
        ways = [re.sub(pattern, sound, way) for way in ways]
    return frozenset(_plain(way) for way in ways)


def _plain(sounds: str) -> str:
    """What the two ways of writing leave apart: "m" before "b", "z" at an end, "r" that is hardly heard."""
    sounds = re.sub(r"(.)\1+", r"\1", sounds)
    return re.sub(r"n(?=[bp])", "m", sounds).replace("z", "s")


def sounds_like(loan: str, word: str) -> bool:
    """Whether a word in katakana is the English one, or ends or begins with it as a compound does."""
    one = of_katakana(loan)
    if len(one) < SHORTEST or not word.isascii() or not word.isalpha():
        return False
    for other in of_english(word):
        if one == other and (len(one) > SHORTEST or _first_vowel(loan, word)):
            return True
        if SHORTEST < len(other) < len(one) and (one.startswith(other) or one.endswith(other)):
            return True
    return False


def _first_vowel(loan: str, word: str) -> bool:
    """Two consonants are in many words: "set" and "sort" are told apart by what stands between."""
    vowel = next((vowel for vowel, letters in _HEARD.items() if loan[0] in letters), "")
    vowel = _SMALL.get(loan[1:2], vowel)
    written = re.search(r"[aeiouy]", word.lower())
    return written is not None and written[0] in _VOWELS.get(vowel, "")
