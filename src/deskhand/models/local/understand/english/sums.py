"""Sums in English: ``12 times 7``, ``15% of 200``, *add 3 and 4*, *multiply it by 2*."""

from __future__ import annotations

import re

from deskhand.models.local.steps import Value
from deskhand.models.local.understand.numbers import _SCALES, _TENS, _UNITS, english_number
from deskhand.models.local.understand.sums import _N, _REF, _value, root_of

_WORD = "|".join([*_TENS, *sorted(_UNITS, key=len, reverse=True), *_SCALES])
_WORDS = re.compile(
    rf"\b(?:(?:a|an)\s+(?=hundred|thousand|million|dozen))?(?:{_WORD})(?:(?:[\s-]+and[\s-]+|[\s-]+)(?:{_WORD})\b)*\b",
    re.IGNORECASE,
)
_EN_OPERATORS = (
    (r"\bmultiplied\s+(?:by|with)\b|\btimes\b|\bmultiply\s+by\b|[×✕✖・⋅∙*]|(?<=[\d)\s])x(?=[\d(\s])", "*"),
    (r"\bdivided\s+by\b|\bover\b|[÷∕]", "/"),
    (r"\bplus\b|\badded\s+(?:to|with)\b", "+"),
    (r"\bminus\b|\bless\b|[−–—]", "-"),
    (r"\bto\s+the\s+power\s+of\b|\bto\s+the\s+power\b|\braised\s+to\b|\*\s*\*", "^"),
    (r"\bsquared\b|²", "^2"),
    (r"\bcubed\b|³", "^3"),
    (r"\bpercent\b|\bper\s+cent\b", "%"),
)
_EN_REF = re.compile(
    r"\b(?:(?:the|that|this)\s+(?:previous\s+|last\s+|first\s+)?(?:result|answer|total|sum|product|number|value|outcome|quotient|difference)(?!\s+of)|it|that|this)\b",
    re.IGNORECASE,
)
_EN_FORMS = (
    (r"(?:the\s+)?sum\s+of\s+(.+)", "+"),
    (r"(?:the\s+)?product\s+of\s+(.+)", "*"),
    (r"(?:the\s+)?(?:total|result)\s+of\s+(?:adding\s+)?(.+)", ""),
    (r"(?:the\s+)?difference\s+(?:between|of)\s+(.+)", "-"),
    (r"(?:the\s+)?quotient\s+of\s+(.+)", "/"),
)


_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}


def _digits(text: str) -> str:
    def number(match: re.Match[str]) -> str:
        value = english_number(match[0])
        return match[0] if value is None else str(value)

    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    return _WORDS.sub(number, text)


def english_sum(text: str) -> Value | None:
    """What is to be worked out in ``text``, which holds nothing else; None when it is not a sum."""
    text = text.strip().rstrip("?=.").strip().lower()
    text = re.sub(r"^(?:the\s+)?(?:value|answer|result|outcome)\s+(?:of|to)\s+", "", text)
    text = _digits(_EN_REF.sub(_REF, text))
    text = re.sub(r"^what\s+", "", text)
    if found := re.fullmatch(r"(?:the\s+)?(?:square\s+)?root\s+(?:of|from)\s+(.+)|(?:√|sqrt)\s*(.+)", text):
        return root_of(found[1] or found[2])
    for pattern, sign in _EN_FORMS:
        if found := re.fullmatch(pattern, text):
            if not sign:
                return english_sum(found[1].replace(_REF, " it "))
            operands = [part.strip() for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", found[1])]
            return _value(sign.join(operands)) if len(operands) > 1 else None
    if found := re.fullmatch(rf"({_N})\s*(?:%|percent|per\s+cent)\s+(of|off)\s+({_N})", text):
        share = found[1] if found[2] == "of" else f"(100-{found[1]})"
        return _value(f"{found[3]}*{share}/100")
    if found := re.fullmatch(rf"(?:a|one)\s+(third|quarter|fifth|tenth)\s+of\s+({_N})", text):
        return _value(f"{found[2]}/{_PARTS[found[1]]}")
    if found := re.fullmatch(r"(\d+)\s*/\s*(\d+)\s+of\s+(\d+(?:\.\d+)?)", text):
        return _value(f"{found[3]}*{found[1]}/{found[2]}")
    if found := re.fullmatch(r"(multiply|divid|subtract|add)ing\s+(.+)", text):
        return english_command_sum(found[1] + "e" * (found[1] == "divid"), found[2].replace(_REF, " it "))
    if found := re.fullmatch(rf"(?:a\s+)?half\s+(?:of\s+)?({_N})", text):
        return _value(f"{found[1]}/2")
    if found := re.fullmatch(rf"(?:the\s+)?(double|square|cube)\s+(?:of\s+)?({_N})", text):
        return _value(found[2] + {"double": "*2", "square": "^2", "cube": "^3"}[found[1]])
    if found := re.fullmatch(r"(?:the\s+)?average\s+of\s+(.+)", text):
        operands = [part.strip() for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", found[1])]
        return _value(f"({'+'.join(operands)})/{len(operands)}") if len(operands) > 1 else None
    for pattern, sign in _EN_OPERATORS:
        text = re.sub(pattern, sign, text)
    return _value(text)


def english_command_sum(verb: str, rest: str) -> Value | None:
    """``add 3 and 4``, ``multiply it by 2``, ``subtract 5 from 20``, ``divide 84 by 7``, ``double it``."""
    rest = _digits(_EN_REF.sub(_REF, rest.strip().lower()))
    rest = re.sub(r"^(?:the\s+)?numbers?\s+", "", rest)
    n = rf"({_N})"
    if verb == "multiply" and (found := re.fullmatch(rf"{n}((?:\s*(?:,|and|,\s*and)\s*{_N})+)", rest)):
        return _value("*".join([found[1], *re.findall(_N, found[2])]))
    if verb == "add" and (found := re.fullmatch(rf"{n}((?:\s*(?:,|and|to|with|plus|\+|,\s*and)\s*{_N})+)", rest)):
        others = re.findall(_N, found[2])
        if re.search(r"\bto\b", found[2]) and len(others) == 1:
            first, second = (others[0], found[1]) if others[0] == _REF else (found[1], others[0])
            return _value(f"{first}+{second}")
        return _value("+".join([found[1], *others]))
    if verb == "add" and (found := re.fullmatch(n, rest)):
        return _value(f"{_REF}+{found[1]}")
    if verb == "subtract" and (found := re.fullmatch(rf"{n}\s+from\s+{n}", rest)):
        return _value(f"{found[2]}-{found[1]}")
    if verb == "subtract" and (found := re.fullmatch(n, rest)):
        return _value(f"{_REF}-{found[1]}")
    if verb == "multiply" and (found := re.fullmatch(rf"{n}\s*(?:by|with|and|times|\*|×)\s*{n}", rest)):
        return _value(f"{found[1]}*{found[2]}")
    if verb in ("multiply", "divide") and (found := re.fullmatch(rf"{n}((?:\s*(?:,\s*)?(?:and\s+)?by\s*{_N})+)", rest)):
        return _value(("*" if verb == "multiply" else "/").join([found[1], *re.findall(_N, found[2])]))
    if verb == "divide" and (found := re.fullmatch(rf"{n}\s*(?:by|/|÷)\s*{n}", rest)):
        return _value(f"{found[1]}/{found[2]}")
    if verb in ("multiply", "divide") and (found := re.fullmatch(rf"by\s+{n}", rest)):
        return _value(f"{_REF}{'*' if verb == 'multiply' else '/'}{found[1]}")
    if verb in ("double", "triple", "halve", "square") and (found := re.fullmatch(n, rest)):
        return _value(found[1] + {"double": "*2", "triple": "*3", "halve": "/2", "square": "^2"}[verb])
    return None
