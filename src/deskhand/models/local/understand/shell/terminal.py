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
_KINDS = {
    "en": [name for name in concepts.PROGRAMS["terminal"] if name.isascii()],
    "ja": list(concepts.PROGRAMS["terminal"]),
}


def terminal(text: str, language: Language) -> tuple[str, Named | None] | None:
    """The wish without its terminal, and the terminal's own name if it has one; None where it speaks of none."""
    called = names(text)
    own = [named for named in called if _KNOWN.fullmatch(named.name)]
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
    there = (
        rf"(?:the\s+|a\s+|an\s+|my\s+)?(?:new\s+)?(?:{said})(?:\s+(?:window|program|app|application|emulator))?(?!\w)"
    )
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
        rf"[.?!]\s*(?:please\s+)?(?:use|do\s+(?:it|this|that)\s+(?:in|with|using))\s+{there}(?:\s+(?:for|to\s+do)\s+(?:this|that|it|so))?\s*(?=[.!]?\s*$)",
        rf",?\s+(?:by\s+)?(?:in|using|with|via|through|on|from|inside)\s+{there}(?=\s*[.?!]?\s*(?:please)?\s*[.?!]?\s*$)",
    ):
        rest = re.sub(pattern, "", text, count=1, flags=re.I)
        if rest != text:
            return rest
    return None


def _japanese(text: str, said: str) -> str | None:
    there = rf"(?:(?:{said})の\s*)?(?:{said})(?:の(?:ウィンドウ|画面))?\s*(?:から|上で|にて|で|を(?:使って|使い|用いて|開いて|起動して|立ち上げて|開き|起動し|利用して))[、,\s]*"
    found = re.search(rf"(?:^|(?<=[\s。、?？!]))(?i:{there})", text)
    return text[: found.start()] + text[found.end() :] if found else None
