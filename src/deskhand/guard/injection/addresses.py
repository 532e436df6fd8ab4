"""What going to an address would do by itself: pay, delete, send, bring in a program, run code on the page.

The address bar leads past every button: ‘/checkout/pay?confirm=1’ needs no click, and ``javascript:`` presses what it
likes. An address that the person named, or that only shows something, is none of this.
"""

from __future__ import annotations

import re
from typing import Final

from deskhand.guard.injection.deeds import asked_for
from deskhand.guard.injection.strings import URL
from deskhand.guard.injection.trusted import Trusted, content, fold
from deskhand.guard.interface import Consequence

_RUNS = re.compile(r"^\s*(?:javascript|vbscript|data:[\w/+-]*html)\s*[:;,]", re.IGNORECASE)
_BRINGS = re.compile(
    r"\.(?:exe|msi|deb|rpm|appimage|run|apk|dmg|pkg|jar|bat|cmd|ps1|sh|scr|iso|flatpakref|desktop)(?:[?#].*)?$",
    re.IGNORECASE,
)
_FETCHES = re.compile(
    r"\b(?:download|save|get|fetch|install|set ?up|need|want)\b|ダウンロード|保存|取得|入れ|インストール|導入",
    re.IGNORECASE,
)
_DEEDS: Final[tuple[tuple[Consequence, frozenset[str]], ...]] = (
    ("pay", frozenset(["buy", "pay", "purchase", "checkout", "subscribe", "donate", "bid", "transfer"])),
    ("delete", frozenset(["delete", "remove", "erase", "destroy", "wipe", "deactivate", "unsubscribe"])),
    ("send", frozenset(["send", "post", "publish", "submit", "forward", "share", "invite", "vote"])),
    ("sign_in", frozenset(["password", "passwd", "pwd", "login", "signin", "token", "apikey"])),
    ("accept", frozenset(["accept", "approve", "agree", "authorize", "consent", "grant"])),
    ("settings", frozenset(["disable", "enable", "reset", "revoke", "unlock"])),
    ("install", frozenset(["install", "execute"])),
)
"""Words that are a whole part of a path, or a whole key or value behind the question mark."""
_WORDS = re.compile(r"[a-z0-9]+", re.IGNORECASE)
_SHOWS = frozenset(
    word
    for words in ("help about how docs doc blog news wiki article", "forum faq search q query history guide")
    for word in words.split()
)
"""Parts of a path behind which such a word is only spoken of."""
_SIGNS = frozenset(["password", "passwd", "pwd", "token", "apikey"])
"""What hands a secret over when it has a value; a page for signing in only shows a form."""


def in_address(address: str, task: Trusted) -> Consequence | None:
    """What going to ``address`` would do that ``task`` does not ask for; None where it only leads somewhere."""
    address = address.strip()
    if fold(address).rstrip("/") in task.folded:
        return None
    if _RUNS.match(address):
        return "install"
    if _BRINGS.search(address) and URL.match(address) and not _FETCHES.search(task.text):
        return "save"
    path, _, query = address.partition("://")[2].partition("/")[2].partition("#")[0].partition("?")
    parts = [part.casefold() for part in path.split("/") if part]
    words = {
        word for part in parts for word in ({part} if len(_WORDS.findall(part)) > 3 else set(_WORDS.findall(part)))
    }
    if words & _SHOWS:
        return None
    keyed = dict(pair.casefold().partition("=")[::2] for pair in query.split("&") if pair)
    for does, verbs in _DEEDS:
        meant: frozenset[str] = verbs & (words | set(keyed) | {value for value in keyed.values() if value in verbs})
        if does == "sign_in":
            meant = frozenset(word for word in meant & _SIGNS if keyed.get(word))
        if meant and not meant & content(task.text) and not asked_for(" ".join(meant), does, task.text):
            return does
    return None
