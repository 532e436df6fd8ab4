"""Sums for a calculator: ``1234*5678``; a reference to an earlier result stays a `Ref`."""

from __future__ import annotations

import re

from deskhand.models.local.steps import Ref, Value

_REF = "\U0010fffe"
"""Stands for a reference inside a sum while it is being read."""
_N = rf"(?:\d+(?:\.\d+)?|{_REF}|\([^()]*\))"

_PLAIN = r"\(?\d+(?:\.\d+)?\)?"


def _value(text: str) -> Value | None:
    """The pieces of a finished sum, or None when it is not one."""
    text = re.sub(r"\s+", "", text).rstrip("=?")
    if not re.fullmatch(rf"[\d.+*/()^%\-{_REF}]+", text) or not re.search(rf"[\d{_REF}]", text):
        return None
    text = re.sub(rf"({_N})%(?=$|[+\-*/)])", r"\1/100", text)
    if "%" in text or not _sound(text):
        return None
    pieces: list[str | Ref] = []
    for piece in re.split(f"({_REF})", text):
        if piece == _REF:
            pieces.append(Ref())
        elif piece:
            pieces.append(piece)
    return tuple(pieces)


def root_of(text: str) -> Value | None:
    """The square root of a number, a result or a sum; the root goes around the whole."""
    text = re.sub(r"\s+", "", text).rstrip("=?")
    inner = (
        (Ref(),) if text.strip("()") == _REF else (text.strip("()"),) if re.fullmatch(_PLAIN, text) else _value(text)
    )
    if inner is None:
        return None
    return (f"sqrt({inner[0]})",) if len(inner) == 1 and isinstance(inner[0], str) else ("sqrt(", *inner, ")")


def _sound(text: str) -> bool:
    """Whether it is a sum: operands and operators in turn, brackets in pairs, at least one operator."""
    inner = re.compile(r"\(-?[^()]*\)")
    operand = rf"(?:\d+(?:\.\d+)?|\.\d+|{_REF})"
    body = text
    while True:
        found = inner.search(body)
        if found is None:
            break
        if not re.fullmatch(rf"-?{operand}(?:[+\-*/^]-?{operand})*", found[0][1:-1]):
            return False
        body = body[: found.start()] + "1" + body[found.end() :]
    return re.fullmatch(rf"-?{operand}(?:[+\-*/^]-?{operand})+", body) is not None or (
        "(" in text and re.fullmatch(operand, body) is not None
    )
