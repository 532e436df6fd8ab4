"""What wraps a sentence: a label, a tag, a mark of a list, a comment. It is taken off before the sentence is judged.

A request is the same request behind ``Note:``, ``[x]``, ``//`` or ``<b>``; a classifier that sees the wrapping learns
the wrappings it was shown, and a new one hides the plain sentence from it.
"""

from __future__ import annotations

import re

from deskhand.guard.injection.cues import imperative

_WORD = r"[^\W\d_][\w'’./&+-]*"
_MARK = r"[-#*=~>|_+•・▪◦※■□●○◆★☆→»«%;/\\!]+"
_WRAPPING = re.compile(
    rf"(?:<!--|/\*+|#\w+\s+|(?:{_MARK})(?=[\s\[(<{{【「“\"'\w])"
    r"|</?[A-Za-z][^<>]{0,40}>|\[[^\[\]]{0,40}\]|【[^】]{0,30}】|\{[^{}\"]{0,30}\}|\([^()]{0,24}\)|（[^（）]{0,20}）"
    r"|(?:\d{1,3}|[A-Za-z])[.)]\s"
    rf"|(?P<label>\"?{_WORD}(?:\s(?:{_WORD}|\d+|\([\w ]+\))){{0,4}}\"?\s?(?::\s+|：\s*))"
    rf"|(?P<dashed>{_WORD}(?:\s{_WORD})?\s[-–—]\s+)"
    r"|[\"'“”‘’「『`])\s*"
)
_AFTER = re.compile(r"\s*(?:-->|\*+/|</[A-Za-z][^<>]{0,40}>|\[/[^\[\]]{0,40}\]|[\"”’」』`*_=#~|-]+)$")
_OPTION = re.compile(r"-{1,2}\w|~?\.{0,2}/\w|[*.]\w+$")
"""No marks: options and paths."""
_MOST = 6
"""Wrappings that are taken off one sentence at most."""
_LEAST = 6
"""Letters that must be left."""


def bare(text: str) -> str:
    """``text`` without what wraps it. Nothing is taken off that leaves no sentence."""
    for _ in range(_MOST):
        match = _WRAPPING.match(text)
        if match is None or _OPTION.match(text):
            break
        label = match["label"] or match["dashed"] or ""
        if len(label.split()) > 1 and imperative(label):  # ‘Run the following command: …’ is the sentence itself
            break
        rest = text[match.end() :]
        if sum(character.isalpha() for character in rest) < _LEAST:
            break
        text = rest
    while (match := _AFTER.search(text)) is not None and match.start() > _LEAST:
        text = text[: match.start()]
    return text
