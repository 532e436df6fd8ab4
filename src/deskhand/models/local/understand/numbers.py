"""Numbers as people say them: ``twenty-three``, ``千二百``, ``twice``, ``3番目``."""

# ruff: noqa: E501
from __future__ import annotations

import re

_UNITS = {w: i for i, w in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"])}  # fmt: skip
_TENS = {
    w: 10 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_KANJI = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_KANJI_SCALES = {"十": 10, "百": 100, "千": 1000}
_KANJI_BIG = {"万": 10**4, "億": 10**8}
KANJI = "[〇零一二三四五六七八九十百千万億]"
_ORDINALS = {
    w: i
    for i, w in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}
ORDINAL_EN = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th))"
ORDINAL_JA = rf"(?:最初|先頭|最後|(?:一番|いちばん)[上下]|(?:\d+|{KANJI}+)(?:番目|つ目|つめ|個目|行目|列目))"


def english_number(text: str) -> int | None:
    """``twenty-three`` → 23; None when a word is no number."""
    total = current = 0
    seen = False
    for word in re.split(r"[\s-]+", text.lower().strip()):
        if word in ("and", "a", "an"):
            continue
        seen = True
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
        elif word.isascii() and word.isdigit():
            current += int(word)
        else:
            return None
    return total + current if seen else None


def japanese_number(text: str) -> int | None:
    """``千二百三十四`` → 1234, ``3万`` → 30000."""
    if re.fullmatch(r"\d+", text):
        return int(text)
    if re.fullmatch(r"[〇零一二三四五六七八九]+", text):
        return int("".join(str(_KANJI[c]) for c in text))
    total = section = digit = 0
    for part in re.findall(r"\d+|.", text):
        if part.isdigit() and part.isascii():
            digit = int(part)
        elif part in _KANJI:
            digit = _KANJI[part]
        elif part in _KANJI_SCALES:
            section += max(digit, 1) * _KANJI_SCALES[part]
            digit = 0
        elif part in _KANJI_BIG:
            total += max(section + digit, 1) * _KANJI_BIG[part]
            section = digit = 0
        else:
            return None
    return total + section + digit


def count(text: str) -> int | None:
    """How many times: ``twice``, ``3 times``, ``five``, ``三``."""
    text = text.strip().lower()
    if text in ("once", "one time", "a single time"):
        return 1
    if text == "twice":
        return 2
    if text == "thrice":
        return 3
    if text.isascii() and text.isdigit():
        return int(text)
    return english_number(text) if text.isascii() else japanese_number(text)


def ordinal(word: str) -> int | None:
    """``first`` → 1, ``3rd`` → 3, ``last`` → -1."""
    word = word.strip().lower()
    if word in _ORDINALS:
        return _ORDINALS[word]
    if word in ("last", "final", "最後", "末尾", "一番下", "いちばん下"):
        return -1
    if word in ("最初", "はじめ", "先頭", "一番目", "一番上", "いちばん上"):
        return 1
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return int(found[1])
    if found := re.fullmatch(rf"(\d+|{KANJI}+)(?:番目|つ目|つめ|個目|行目|列目)", word):
        return japanese_number(found[1])
    return None
