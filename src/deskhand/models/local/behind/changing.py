"""What a plain text says after the steps of a plan were done to it, worked out to the letter."""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.memory import Memory
from deskhand.models.local.skills.arranging import NoSuchLine, arranged
from deskhand.models.local.skills.line_keys import cased, edited
from deskhand.models.local.skills.line_parts import part_of
from deskhand.models.local.skills.whole_text import alphabet, number
from deskhand.models.local.steps import (
    ArrangeLines,
    ChangeCase,
    EditLine,
    PressKeys,
    ReplaceText,
    SortLines,
    Step,
    TypeText,
)

Edit = ReplaceText | EditLine | SortLines | ChangeCase | TypeText


class Unclear(Exception):
    """What is to be changed is not there, or is there more than once."""


def changed(text: str, steps: Sequence[Step], memory: Memory) -> str:
    """The text after the steps. Raises Unclear where one of them cannot be done to it for certain."""
    at_end: bool | None = None if text.strip() else True
    for step in steps:
        match step:
            case PressKeys():
                at_end = _where(step.keys, at_end)
            case TypeText():
                if at_end is None or step.into is not None or step.enter:
                    raise Unclear
                text = _typed(text, memory.fill(step.text), at_end=at_end, own_line=step.own_line, anew=step.replace)
            case ReplaceText():
                text = _replaced(text, step)
            case EditLine():
                text = _line_edited(text, step, memory.fill(step.text))
            case SortLines():
                lines, end = _lines(text)
                key = number if step.numeric else alphabet
                text = "\n".join(sorted((line for line in lines if line), key=key, reverse=step.reverse)) + end
            case ArrangeLines():
                lines, end = _lines(text)
                try:
                    text = "\n".join(arranged(lines, step)) + end
                except NoSuchLine:
                    raise Unclear from None
            case ChangeCase():
                text = cased(text, step.how)
            case _:
                raise Unclear
    return text


def _where(keys: str, before: bool | None) -> bool | None:
    """Whether the caret stands at the end of the text (False: at its beginning), as far as keys say."""
    return True if keys.lower() == "ctrl+end" else False if keys.lower() == "ctrl+home" else before


def _typed(text: str, new: str, *, at_end: bool, own_line: bool, anew: bool) -> str:
    if anew:
        return new
    if not at_end:
        return f"{new}\n{text}" if own_line else new + text
    if not own_line:
        return text + new
    gap = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{gap}{new}\n"


def _replaced(text: str, step: ReplaceText) -> str:
    if not step.old or step.old not in text:
        raise Unclear
    if step.only == "first":
        return text.replace(step.old, step.new, 1)
    if step.only == "last":
        before, _, after = text.rpartition(step.old)
        return before + step.new + after
    return text.replace(step.old, step.new)


def _lines(text: str) -> tuple[tuple[str, ...], str]:
    end = "\n" if text.endswith("\n") else ""
    return tuple(text.removesuffix("\n").split("\n")), end


def _line_edited(text: str, step: EditLine, new: str) -> str:
    lines, end = _lines(text)
    if step.every:
        wanted = str(step.line)
        found = [at for at, line in enumerate(lines) if (wanted in line if wanted else not line.strip())]
        if not found or step.how == "within":
            raise Unclear
        for at in reversed(found):
            lines = edited(lines, step.how, at, new)
        return "\n".join(lines) + end
    at = _index(lines, step.line)
    if step.how == "within":
        part = part_of(lines[at], step.old)
        if part is None:
            raise Unclear
        new = lines[at][: part[0]] + new + lines[at][part[1] :]
    return "\n".join(edited(lines, step.how, at, new)) + end


def _index(lines: Sequence[str], line: int | str) -> int:
    if isinstance(line, int):
        at = line - 1 if line > 0 else len(lines) + line
        if not 0 <= at < len(lines):
            raise Unclear
        return at
    exact = [at for at, text in enumerate(lines) if text.strip() == line.strip()]
    found = exact or [at for at, text in enumerate(lines) if line in text]
    found = found or [at for at, text in enumerate(lines) if line.lower() in text.lower()]
    if len(found) != 1 or not line.strip():
        raise Unclear
    return found[0]
