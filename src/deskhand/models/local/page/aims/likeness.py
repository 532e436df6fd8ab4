# ruff: noqa: E501 - a condition is read more easily in one line
"""How much of a text on the page a wish speaks of, in English and Japanese.

English words are compared by their stems. Japanese has no spaces: its kanji, its katakana and its Latin letters each
make words, and what is written between them in hiragana says how they belong together, not what they are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from deskhand.models.local.page.idle import IDLE
from deskhand.models.local.page.skills import alike
from deskhand.vision.match import similarity

_OWN = """
been both but card could dont had he her his id ill im items left let line need new off our people right row she
should some sure they thing those us we were weve while who would
"""
_IDLE = IDLE | frozenset(_OWN.split())
_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿]")
_WORDS = re.compile(r"[一-鿿々〆]+|[ァ-ヿ]+|[A-Za-z][A-Za-z'’-]*|\d+(?:[.,:]\d+)*|[ぁ-ん]{3,}")
_IDLE_JA = frozenset(
    [
        "してください",
        "ください",
        "という",
        "について",
        "それから",
        "あとは",
        "すべて",
        "から",
        "まで",
        "です",
        "ます",
        "ました",
        "たい",
        "ので",
        "のを",
        "さん",
        "くん",
        "ちゃん",
        "全部",
        "全て",
        "分",
        "日",
        "月",
        "年",
        "時",
        "円",
        "件",
        "人",
        "個",
        "名",
        "枚",
        "点",
    ]
)


def is_japanese(text: str) -> bool:
    return _JAPANESE.search(text) is not None


def stem(word: str) -> str:
    """The word without its ending: "mails" is "mail", "booked" is "book"."""
    low = re.sub(r"['’]s?$", "", word.lower())
    for ending, keep in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if low.endswith(ending) and len(low) - len(ending) >= 3 and not low.endswith("ss"):
            return low[: -len(ending)] + keep
    return low


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words that say something."""
    folded = re.sub(r"(?<=[A-Za-z])-(?=[A-Za-z])", " ", unicodedata.normalize("NFKC", text))
    found: list[str] = []
    for word in _WORDS.findall(folded):
        if word.isascii():
            if word.lower().replace("'", "") not in _IDLE:
                found.append(stem(word) if word[0].isalpha() else word.replace(",", ""))
        elif word not in _IDLE_JA and not (len(word) == 1 and "ぁ" <= word <= "ん"):
            found.append(word)
    return tuple(found)


def has(text: str, word: str) -> bool:
    """Whether ``text`` has this word, in about this form."""
    if not word.isascii():
        return word in unicodedata.normalize("NFKC", text) or (
            len(word) >= 4 and any(len(own) >= 4 and similarity(own, word) > 0.84 for own in words(text))
        )
    return any(_same(own, word) for own in words(text))


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    if not (one.isascii() and other.isascii()) or min(len(one), len(other)) < 3 or re.search(r"\d", one + other):
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 3 and longer.startswith(shorter) and len(longer) - len(shorter) <= 3:
        return True  # Wed, Wednesday is left to `short_for`
    if len(one) > 4 and len(other) > 4 and similarity(one, other) > 0.87:
        return True
    return alike.same(one, other)


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
         "june", "july", "august", "september", "october", "november", "december")  # fmt: skip
_DAYS_JA = {"月": "月曜", "火": "火曜", "水": "水曜", "木": "木曜", "金": "金曜", "土": "土曜", "日": "日曜"}


def short_for(label: str, text: str) -> bool:
    """Whether a label is the short form of a day or month in ``text``: Wed, Nov, 水."""
    low = label.strip(" .:").lower()
    if low in _DAYS_JA:
        return _DAYS_JA[low] in text
    return len(low) >= 3 and any(day.startswith(low) and re.search(rf"\b{day}", text, re.I) for day in _DAYS)


def spoken_of(label: str, text: str) -> float:
    """How much of ``label`` the wish ``text`` has, 0 to 1; 1.2 when it stands there word for word."""
    label = label.strip(" :：.,。、…")
    if not label:
        return 0.0
    folded, wish = (unicodedata.normalize("NFKC", each).lower().replace("-", " ") for each in (label, text))
    whole = re.sub(r"\s+", "", folded) if is_japanese(label) else folded
    inside = whole in (re.sub(r"\s+", "", wish) if is_japanese(label) else wish)
    own = words(label)
    alone = is_japanese(label) or re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", wish)
    if inside and alone and (len(whole) > 2 or (is_japanese(label) and len(whole) > 1)) and (own or is_japanese(label)):
        return 1.2
    if not own:
        return 0.0
    got = sum(_weight(word) for word in own if has(text, word) or short_for(word, text))
    return got / sum(map(_weight, own))


def _weight(word: str) -> float:
    return 0.5 if len(word) == 1 and word.isascii() else 1.0 if word.isascii() else 0.6 + 0.2 * min(4, len(word))
