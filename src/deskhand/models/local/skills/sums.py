"""Sums as text: what a calculator's keyboard takes, what its display shows, and whether the two fit together."""

from __future__ import annotations

import ast
import re
import unicodedata

_NUMBER = re.compile(r"[-−–]?[\d.,'’\s]*\d[\d.,'’\s]*(?:[eE×x][-+−]?\d+)?")
_SIGNS = {"×": "*", "✕": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "＋": "+", "，": ",", "．": "."}
_CHUNK = re.compile(r"[^\d.]*[\d.]*")


def worked_out(expression: str) -> str:
    """The result of a plain sum, to ten digits; "" where it is none."""
    if (inner := inside_root(expression)) is not None:
        expression = f"({inner})^0.5"
    if not re.fullmatch(r"[\d.+\-*/()^]+", expression) or len(expression) > 200:
        return ""
    try:
        value = _estimate(ast.parse(expression.replace("^", "**"), mode="eval").body)
    except (SyntaxError, ValueError, TypeError, ArithmeticError, RecursionError):
        return ""
    return f"{value:.10g}"


def plausible(expression: str, value: str) -> bool:
    """Whether a reading is about what the sum should give; True where that cannot be told. It only ever makes us look
    again: the answer is what the display shows."""
    if (inner := inside_root(expression)) is not None:
        expression = f"({inner})^0.5"
    if not re.fullmatch(r"[\d.+\-*/()^]+", expression) or len(expression) > 200:
        return True
    try:
        expected = _estimate(ast.parse(expression.replace("^", "**"), mode="eval").body)
        shown = float(value.replace("×", "e").replace("x", "e"))
    except (SyntaxError, ValueError, TypeError, ArithmeticError, RecursionError):
        return True
    return abs(expected - shown) <= 1e-4 * max(1.0, abs(expected))


def inside_root(expression: str) -> str | None:
    """What the square root is taken of, when the whole sum is one."""
    found = re.fullmatch(r"sqrt\((.+)\)", expression)
    return None if found is None else found[1]


def _estimate(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_estimate(operand)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _estimate(operand)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _estimate(left) + _estimate(right)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return _estimate(left) - _estimate(right)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _estimate(left) * _estimate(right)
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _estimate(left) / _estimate(right)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return float(_estimate(left) ** _estimate(right))
        case _:
            raise ValueError("not a plain sum")


def keyable(expression: str) -> str:
    """The sum as a calculator's keyboard takes it."""
    text = unicodedata.normalize("NFKC", expression)
    for sign, key in _SIGNS.items():
        text = text.replace(sign, key)
    text = re.sub(r"(?<=\d)[,'’](?=\d{3}(?!\d))", "", text)
    return re.sub(r"\s+", "", text).rstrip("=")


def number_of(text: str) -> str | None:
    """A display's text as a plain number: without group separators, with an ASCII minus; None when it is none."""
    flat = unicodedata.normalize("NFKC", text).strip()
    for sign, key in (("−", "-"), ("–", "-"), ("O", "0"), ("o", "0"), ("l", "1"), ("I", "1"), ("|", "1")):
        flat = flat.replace(sign, key)
    if not _NUMBER.fullmatch(flat):
        return None
    flat = re.sub(r"[\s'’]", "", flat)
    if "," in flat:
        grouped = re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", flat)
        flat = flat.replace(",", "") if grouped else flat.replace(",", ".")
    return flat if re.fullmatch(r"-?\d*\.?\d+\.?(?:[eEx×][-+]?\d+)?", flat) else None


def operand_of(typed: str) -> str:
    """The number at the end of what was typed so far, which is what a display shows; "" after a sign."""
    found = re.search(r"[\d.]+$", typed)
    return found.group() if found else ""


def pieces(expression: str) -> list[str]:
    """The sum in pieces without a repeated character, cut before signs too, if any character comes twice at all.

    A key on the keyboard presses a button on the screen, and many a button takes no second press for a quarter of a
    second: "99*101", typed at once, arrives as 9*10.
    """
    if len(set(expression)) == len(expression):
        return [expression]
    found: list[str] = []
    for number in (match.group() for match in _CHUNK.finditer(expression) if match.group()):
        piece = ""
        for character in number:
            if character in piece:
                found.append(piece)
                piece = ""
            piece += character
        found.append(piece)
    return found


def without_powers(expression: str) -> str:
    """``2^3`` as ``(2*2*2)``: simple calculators have no key for powers. Larger ones than 16 are left as they are."""

    def product(match: re.Match[str]) -> str:
        base, times = match.group(1), int(match.group(2))
        return match.group() if not 1 <= times <= 16 else f"({'*'.join([base] * times)})"

    spelled = re.sub(r"(\d+(?:\.\d+)?)\^(\d+)(?![\d.^])", product, expression)
    return spelled[1:-1] if re.fullmatch(r"\([\d.*]+\)", spelled) else spelled
