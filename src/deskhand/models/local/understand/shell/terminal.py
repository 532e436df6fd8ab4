"""Which words of a wish say that it is to be done in a terminal, and what is left without them."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.named import names
from deskhand.models.local.steps import Named
from deskhand.models.local.understand.frame import Language

_KNOWN = re.compile(
    r".*(?:term(?:inal|inator)?|console|konsole|shell|tty|sakura|tilix|alacritty|guake|yakuake)\d*", re.I
)
"""A name says nothing of what the program is: most terminals have it in theirs, and a few are called otherwise."""
_SAID = {
    "en": r"\b(?:terminal|console)(?:\s+(?:emulator|program|window|app))?,?\s+{name}(?!\w)|(?<!\w){name}\s+(?:terminal|console)\b",
    "ja": r"(?:端末|ターミナル|コンソール)(?:エミュレーター?|ソフト|アプリ|プログラム)?の?[\s「]*{name}|{name}\s*(?:端末|ターミナル)",
}
"""Where the wish says itself that a program is one."""
_KINDS = {
    "en": [name for name in concepts.PROGRAMS["terminal"] if name.isascii()],
    "ja": list(concepts.PROGRAMS["terminal"]),
}


def known_terminal(name: str) -> bool:
    """Whether a program's name tells that it is a terminal."""
    return _KNOWN.fullmatch(name) is not None


def terminal(text: str, language: Language, *, supposed: bool = False) -> tuple[str, Named | None] | None:
    """The wish without its terminal, and the terminal's own name if it has one; None where it speaks of none.
    ``supposed``: the only program that is named is taken for one."""
    called = names(text)
    own = [
        named
        for named in called
        if _KNOWN.fullmatch(named.name) or re.search(_SAID[language].format(name=re.escape(named.name)), text, re.I)
    ]
    own = own or (list(called) if supposed and len(called) == 1 else [])
    if len(own) > 1:
        return None
    words = [*_KINDS[language], *(named.name for named in own)]
    said = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    rest = _english(text, said) if language == "en" else _japanese(text, said)
    if rest is None or re.search(rf"(?<!\w)(?:{said})(?!\w)" if language == "en" else said, rest, re.I):
        return None
    name = next((named for named in own if named.name.lower() not in concepts.PROGRAM_OF), None)
    return rest, (Named("terminal", name.name, name.starts) if name else None)


def _english(text: str, said: str) -> str | None:
    there = rf"(?:the\s+|a\s+|an\s+|my\s+)?(?:new\s+)?(?:(?:terminal|console)(?:\s+(?:emulator|program|app))?,?\s+)?(?:{said})(?:\s+(?:terminal|console|window|program|app|application|emulator))*(?!\w)"
    polite = r"(?:(?:please|kindly|(?:could|can|would|will)\s+you(?:\s+please)?|now|i\s+(?:want|need|would\s+like|'d\s+like)\s+(?:you\s+)?to)\s+)*"
    whole = rf"^(?P<polite>{polite})"
    for pattern in (
        rf"{whole}(?:open|start|launch)(?:\s+up)?\s+{there}(?:\s*[.,;:]?\s*(?:and|then)?\s+(?:then\s+)?|\s*[.;:,]\s*)(?:use\s+it\s+to\s+)?(?:to\s+)?",
        rf"{whole}(?:use|using|with|via|through)\s+{there}\s*,?\s*(?:(?:to|and)\s+)?",
        rf"{whole}(?:in|on|from|inside|within|go\s+to|switch\s+to)\s+{there}\s*[,:]?\s*(?:and\s+)?",
    ):
        rest = re.sub(pattern, lambda match: match["polite"], text, count=1, flags=re.I)
        if rest != text:
            return rest
    for pattern in (
        rf"[.?!]\s*(?:please\s+)?(?:use|(?:do|find|check|count|look|work)(?:\s+(?:it|this|that|them))?(?:\s+(?:out|up))?\s+(?:in|with|using))\s+{there}(?:\s+(?:for|to\s+(?:do|find|check))\s+(?:this|that|it|so)(?:\s+out)?)?\s*(?=[.!]?\s*$)",
        rf",?\s+(?:by\s+)?(?:in|using|with|via|through|on|from|inside)\s+{there}(?=\s*[.?!]?\s*(?:please)?\s*[.?!]?\s*$)",
    ):
        rest = re.sub(pattern, "", text, count=1, flags=re.I)
        if rest != text:
            return rest
    return None


def _japanese(text: str, said: str) -> str | None:
    there = rf"(?:(?:{said})(?:エミュレーター?|ソフト|アプリ|プログラム)?の?\s*)?(?:[A-Z]{{2,6}}\s*)?(?:{said})(?:の(?:ウィンドウ|画面|窓))?\s*(?:から|上で|にて|で(?:調べて|探して|コマンドを(?:打って|使って|実行して))?|を(?:使って|使い|用いて|開いて|起動して|立ち上げて|開き|起動し|利用して))[、,\s]*"
    found = re.search(rf"(?:^|(?<=[\s。、?？!]))(?i:{there})", text) or re.search(
        rf"(?<=[をで、。\s])(?:{said})(?:で|を使って|を使い)\s*(?=(?:調べ|探し|作っ|作り|作成し|書き|保存し|数え|並べ|教え|実行し|やっ))",
        text,
        re.I,
    )
    return text[: found.start()] + text[found.end() :] if found else None
