"""Sums that are told more than written: numbers that lie apart in a wish, factorials and fractions within a sum, prices
with the tax or the discount before them, areas.

Of 31 sums that no plan was made for, 12 were of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.steps import Value
from deskhand.models.local.understand.acts.words import number, plain

_NUMBER = re.compile(r"[$€£¥]?\s?(\d[\d,]*(?:\.\d+)?)\s*(?:円|ドル|ユーロ|個|本|枚|[a-z]{1,8})?", re.I)
_ADDED = re.compile(
    r"(?:the\s+)?(?:sum|total|add(?:ed)?)(?:\s+(?:them\s+)?(?:up|together))?|(?:al)?together|in\s+all|合計|総額|足(?:す|して)|合わせて",
    re.I,
)
_MEAN = re.compile(r"(?:the\s+)?(?:average|mean)|平均", re.I)
_FACTORIAL = re.compile(
    r"(?<![\d.])(?P<n>\d{1,2})\s*(?:!(?!=)|factorial\b|の\s*階乗)(?:\s*\(.*\)$)?|(?:the\s+)?factorial\s+of\s+(?P<of>\d{1,2})(?![\d.])",
    re.I,
)
_FRACTION = re.compile(
    r"\b(?:a|one)\s+(half|third|quarter|fifth|tenth)\s+of\s+(\d+(?:\.\d+)?)(?=\s*(?:plus|minus|times|[-+*/]))", re.I
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_LOTS = re.compile(r"(?P<n>\d+|[a-z]+)(?:\s+[a-z]+)?\s+(?:of|at)\s+(?P<each>\d+(?:\.\d+)?)\s*[a-z]*", re.I)


def apart(parts: Sequence[str], said: str) -> Value | None:
    """Numbers that are named one by one, with what is made of them: 14.50, 9.90, 31.20 and “Sum”."""
    found = [_NUMBER.fullmatch(plain(part).strip()) for part in parts]
    numbers = [one[1].replace(",", "") for one in found if one is not None]
    others = [plain(part).strip(" .,、。") for part, one in zip(parts, found, strict=True) if one is None]
    if len(numbers) < 2 or len(others) > 1:
        return None
    words = others[0] if others else said
    if _MEAN.fullmatch(words) if others else _MEAN.search(words):
        return (f"({'+'.join(numbers)})/{len(numbers)}",)
    if _ADDED.fullmatch(words) if others else _ADDED.search(words):
        return ("+".join(numbers),)
    return None


def in_digits(text: str) -> str:
    """A sum with its factorials and fractions worked into numbers: “9! divided by 7!”, “a third of 1,452 plus 17”."""
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"\s+as\s+an?\s+(?:decimal(?:\s+(?:number|fraction))?|number)$", "", text, flags=re.I)

    def whole(match: re.Match[str]) -> str:
        top = int(match["n"] or match["of"])
        factors = "*".join(str(factor) for factor in range(2, top + 1)) or "1"
        return match[0] if top > 20 else factors if match[0] == text else f"({factors})"

    text = _FACTORIAL.sub(whole, text)
    return _FRACTION.sub(lambda match: f"({match[2]}/{_PARTS[match[1].lower()]})", text)


def lots(text: str, said: str) -> Value | None:
    """“three boards of 1.85 m and two of 2.40 m”, where they are added up."""
    found = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", text.strip(" ."))
    each = [_LOTS.fullmatch(part) for part in found]
    if len(each) < 2 or not re.search(r"\b(?:add|sum|total|altogether|together|in\s+all)\b", said, re.I):
        return None
    terms = []
    for one in each:
        if one is None or (often := number(one["n"])) is None:
            return None
        terms.append(f"{often}*{one['each']}")
    return ("+".join(terms),)


_N = r"(\d+(?:\.\d+)?)"
_UNIT = r"(?:cm|mm|m|センチ|メートル|ミリ)?(?:メートル)?"


def japanese_told(text: str, said: str) -> Value | None:
    """「消費税 10% を足すと 3,480 円」, 「3 割引だと 5,980 円」, 「底辺 12 高さ 7」の三角形."""
    bare = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", re.sub(r"\s", "", plain(text)))
    if found := re.fullmatch(rf"(?:消費税|税)(?:率)?{_N}(?:%|パーセント)(?:を)?(?:足す|加える|つける)と{_N}円?", bare):
        return (f"{found[2]}*(100+{found[1]})/100",)
    if found := re.fullmatch(rf"{_N}割引き?(?:だと|なら|で|にすると){_N}円?(?:の.+)?", bare):
        return (f"{found[2]}*(10-{found[1]})/10",)
    if found := re.fullmatch(rf"{_N}(?:%|パーセント)(?:引き|オフ|off)(?:だと|なら|で|にすると){_N}円?(?:の.+)?", bare):
        return (f"{found[2]}*(100-{found[1]})/100",)
    if found := re.fullmatch(
        rf"(?:三角形の面積(?:、|は|で)?)?底辺(?:が|は)?{_N}{_UNIT}(?:、|で|と)?高さ(?:が|は)?{_N}{_UNIT}", bare
    ):
        return (f"{found[1]}*{found[2]}/2",) if "三角" in said else None
    if found := re.fullmatch(rf"(縦|横)(?:が|は)?{_N}({_UNIT})(?:、|で|と|×)?(縦|横)(?:が|は)?{_N}({_UNIT})", bare):
        same = found[1] != found[4] and found[3] == found[6]
        return (f"{found[2]}*{found[5]}",) if same and re.search(r"面積|広さ", said) else None
    return None
