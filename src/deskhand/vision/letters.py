"""Which characters go together, for the repairs a line reader cannot do because it sees no context."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

TALL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789bdfhklt()[]{}|/\\!?$%&#@il;\"'")
STROKES = frozenset("一二三十士土口くノ丨卜人入八囗")
"""East Asian characters of so few strokes that plus signs, bars and boxes are taken for them."""
DEEP = frozenset("gjpqy()[]{}|/\\@$Q")
COMMAS = frozenset(",;")


def is_east_asian(character: str) -> bool:
    """Kana, kanji, Hangul, full-width forms and their punctuation."""
    code = ord(character)
    return 0x2E80 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7AF or 0xF900 <= code <= 0xFAFF or 0xFF00 <= code <= 0xFFEF


def is_kana(character: str) -> bool:
    return 0x3041 <= ord(character) <= 0x30FA


def is_katakana(character: str) -> bool:
    return 0x30A1 <= ord(character) <= 0x30FC


def is_kanji(character: str) -> bool:
    return 0x3400 <= ord(character) <= 0x9FFF


@cache
def is_japanese(character: str) -> bool:
    """Written in Japan: in the Japanese character set. 开, 编, 规 are not, 開, 編, 規 are."""
    try:
        character.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


@cache
def is_foreign_lookalike(character: str) -> bool:
    """Greek, Cyrillic and dotless letters, which turn up in Latin words only by mistake; π, µ and Ω are units."""
    if character in "πµμΩΣ":
        return False
    name = unicodedata.name(character, "")
    return name.startswith(("GREEK", "CYRILLIC")) or character in "ıΛ"


def em_size(text: str, ink_height: int) -> float:
    """The font size of a line from the height of its ink, which depends on the letters that happen to be in it."""
    if any(is_east_asian(c) for c in text):
        return ink_height / 0.92
    match any(c in TALL for c in text), any(c in DEEP for c in text):
        case True, True:
            return ink_height / 0.95
        case True, False:
            return ink_height / (0.87 if any(c in COMMAS for c in text) else 0.74)
        case False, True:
            return ink_height / 0.77
        case _:
            return ink_height / 0.55


_NUMBER = re.compile(r"[-+−(]*[0-9lI|OoＯ.,:%)(/*×÷=+−-]+\Z")
_POWER = re.compile(r"[lI](?:\.\d+)?[eE][-+]?\d+\Z")
_CAPITAL_O = re.compile(r"0[a-z]{2,}\Z|0K\Z")


def repaired_word(word: str) -> str:
    """``word`` with l, I and O among digits read as digits, and a 0 before letters as O; always of the same length."""
    digits = sum(c.isdigit() for c in word)
    letters = [c for c in word if c in "lI|OoＯ"]
    if _NUMBER.match(word) and letters and (digits >= len(letters) or (digits and set(letters) <= set("lI|"))):
        return word.translate(str.maketrans("lI|OoＯ", "111000"))
    if _POWER.match(word):
        return "1" + word[1:]
    if _CAPITAL_O.match(word):
        return "O" + word[1:]
    return word
