"""A sentence as the classifier takes it: which short runs of words and letters it has, with names and numbers masked.

Whom an order names is chance; that it names an address is not. So addresses, sums, files and dates become marks, and
what is left is hashed into a table of fixed size: nothing read is kept, and an unknown word costs nothing.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from itertools import pairwise

from deskhand.guard.injection.cues import VERBS
from deskhand.guard.injection.strings import ACCOUNT, ADDRESS, EMAIL, PATH, PHONE, SUM, URL

BUCKETS = 1 << 15
MOST = 400
"""Features of one piece at most."""

_MASKS = (
    (EMAIL, "\ue001"),
    (URL, "\ue002"),
    (ADDRESS, "\ue002"),
    (PATH, "\ue003"),
    (SUM, "\ue004"),
    (ACCOUNT, "\ue005"),
    (PHONE, "\ue005"),
    (re.compile(r"\d[\d:./-]*\d|\d"), "\ue006"),
)
_TOKEN = re.compile(r"[\ue001-\ue006]|[A-Za-z][A-Za-z']*|[\u3040-\u30ff\u4e00-\u9fff々ー]+|[!?:#<>=\[\]{}|*_]")
_KNOWN = """
please before after now then next first also finally and or but the this that you your user assistant agent ai bot
model system important note task instructions instruction if when once to do not don urgent attention make sure
instead ignore should must could would can i we he she they it my our in on at for from with by all any new thanks
hi hello dear subject message page file button link password account
"""
KNOWN = VERBS | frozenset(_KNOWN.split())
"""Words that stay themselves also with a capital in the middle of a sentence."""
POLITE = frozenset(["please", "kindly", "now", "then", "next", "first", "also", "finally", "and", "just", "so"])
"""Words before the verb of a command that say nothing about it."""


def masked(text: str) -> str:
    """``text`` with a mark for each address, file, sum, account and number."""
    text = unicodedata.normalize("NFKC", text)
    for pattern, mark in _MASKS:
        text = pattern.sub(f" {mark} ", text)
    return text


def tokens(text: str) -> list[str]:
    """The words, marks and signs of ``text``."""
    found: list[str] = []
    for index, token in enumerate(_TOKEN.findall(masked(text))):
        # A capital in the middle is a name: which one, is chance.
        name = index > 0 and token[0].isupper() and token[1:].islower() and token.lower() not in KNOWN
        found.append("\ue007" if name else token.lower())
    return found


def features(text: str) -> list[int]:
    """The buckets of ``text``'s runs, each once."""
    found: dict[str, None] = {}
    words = tokens(text)
    latin = [token for token in words if not _is_japanese(token)]
    for token in words:
        if _is_japanese(token):
            for size in (1, 2, 3):
                for at in range(len(token) - size + 1):
                    found[f"j{token[at : at + size]}"] = None
            found[f"e{token[-3:]}"] = None
        else:
            found[f"w{token}"] = None
            if len(token) >= 5:
                framed = f"<{token}>"
                for at in range(len(framed) - 3):
                    found[f"c{framed[at : at + 4]}"] = None
    for one, two in pairwise(latin):
        found[f"b{one} {two}"] = None
    for one, three in zip(latin, latin[2:], strict=False):
        found[f"s{one} {three}"] = None
    start = [token for token in latin if token not in POLITE][:3]
    for count in (1, 2, 3):
        if len(start) >= count:
            found[f"^{' '.join(start[:count])}"] = None
    return [zlib.crc32(name.encode()) % BUCKETS for name in list(found)[:MOST]]


def _is_japanese(token: str) -> bool:
    return "\u3040" <= token[0] <= "\u9fff"
