"""The two edits as pure functions on a document: replace one passage, insert after a line.

A model writes ``\\n`` for every line end. In a file with other line ends its passage is found all the same, what it
puts in gets the ends of its neighbourhood, and the ends of lines that it repeats unchanged are not touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.tools.document import Document
from deskhand.tools.interface import ToolError

MAX_COUNTED = 1000
"""How many matches are looked for: a single letter may stand in a file a million times."""
MAX_NAMED = 10
"""How many matches of an ambiguous passage are named by line."""


@dataclass(frozen=True, slots=True)
class Edit:
    document: Document
    """After the edit."""
    first: int
    """The first line that was touched, counted from 1."""
    last: int
    """The last line that now holds new text."""


def replace_passage(document: Document, old: str, new: str, path: str) -> Edit:
    """Replace the only place where ``old`` stands; ToolError when there is none, or more than one."""
    if not old:
        raise ToolError("str_replace: old_str is empty; give the text to be replaced, exactly as it stands in the file")
    if old == new:
        raise ToolError("str_replace: old_str and new_str are the same, so there is nothing to replace")
    found = _find(document, old)
    if not found:
        raise ToolError(_not_found(document, old, path))
    if len(found) > 1:
        count = f"more than {MAX_COUNTED}" if len(found) > MAX_COUNTED else len(found)
        lines = list(dict.fromkeys(_line_of(document, start) for start, _ in found))
        more = " and others" if len(lines) > MAX_NAMED else ""
        raise ToolError(
            f"str_replace: old_str stands {count} times in {path}, in lines {_listed(lines)}{more}. Add lines "
            "around it until it is unique."
        )
    start, end = found[0]
    # Only what differs is replaced: the passage's unchanged beginning and end keep their bytes.
    kept_before = _common_prefix(old, new)
    kept_after = _common_prefix(old[kept_before:][::-1], new[kept_before:][::-1])
    cut_start = _advance(document.text, start, old[:kept_before])
    cut_end = _advance(document.text, start, old[: len(old) - kept_after])
    assert start <= cut_start <= cut_end <= end
    fresh = _with_ends(new[kept_before : len(new) - kept_after], _end_near(document, cut_start))
    text = document.text[:cut_start] + fresh + document.text[cut_end:]
    after = document.with_text(text)
    return Edit(after, _line_of(after, start), _line_of(after, max(start, end + len(text) - len(document.text) - 1)))


def insert_after(document: Document, line: int, new: str, path: str) -> Edit:
    """Put ``new`` after a line, as lines of its own; 0 is the top."""
    count = len(document.lines)
    if not 0 <= line <= count:
        raise ToolError(
            f"insert: insert_line {line} is outside {path}, which has {count} lines: 0 (the top) to {count} (the end)"
        )
    at = _start_of(document, line + 1)
    end = _end_near(document, max(0, at - 1))
    fresh = _with_ends(new, end)
    ends_open = line > 0 and line == count and not _ends_line(document.text)
    if ends_open:
        fresh = end + fresh  # the last line has no end of its own, and the new last line gets none either
    elif not _ends_line(fresh):
        fresh += end
    after = document.with_text(document.text[:at] + fresh + document.text[at:])
    grown = len(after.lines) - count
    return Edit(after, line + 1, max(line + 1, line + grown))


def _find(document: Document, old: str) -> list[tuple[int, int]]:
    """Every place of ``old``, also overlapping ones: literally, else with any line end for its ``\\n``."""
    found = _all(document.text, re.compile(re.escape(old)))
    if found or "\n" not in old.replace("\r\n", "") or "\r" not in document.text:
        return found
    any_end = r"(?:\r\n|\r)" if document.uses_returns else r"\r?\n"
    parts = re.split(r"(?<!\r)\n", old)
    return _all(document.text, re.compile(any_end.join(re.escape(part) for part in parts)))


def _all(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    while len(found) <= MAX_COUNTED and (match := pattern.search(text, at)):
        if _at_whole_ends(text, match.span()):
            found.append(match.span())
        at = match.start() + 1
    return found


def _at_whole_ends(text: str, span: tuple[int, int]) -> bool:
    """Whether a passage begins and ends outside of ``\\r\\n``, which is one thing."""
    return not any(0 < at < len(text) and text[at - 1] == "\r" and text[at] == "\n" for at in span)


def _advance(text: str, start: int, passed: str) -> int:
    """Where one is in ``text`` after ``passed``, whose ``\\n`` may stand there as another line end."""
    at = start
    for index, character in enumerate(passed):
        lone = character == "\n" and not (index and passed[index - 1] == "\r")
        if lone and text.startswith("\r\n", at):
            at += 2
        else:
            at += 1
    return at


def _common_prefix(one: str, other: str) -> int:
    """How many characters are the same at the front, never parting ``\\r`` from ``\\n``."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    if length and (one[length - 1] in "\r\n" or other[length - 1] in "\r\n"):
        torn = any(length < len(side) and {side[length - 1], side[length]} == {"\r", "\n"} for side in (one, other))
        length -= torn
    return length


def _with_ends(new: str, end: str) -> str:
    """``\\n`` as the file has it; a ``\\r\\n`` that the model wrote itself stays."""
    return new if end == "\n" else re.sub(r"(?<!\r)\n", end, new)


def _end_near(document: Document, at: int) -> str:
    """The line end of the line at this place, else of the line before, else of the file."""
    text = document.text
    if document.uses_returns:
        return "\r"
    after = text.find("\n", at)
    if after < 0:
        after = text.rfind("\n", 0, at)
    if after < 0:
        return document.line_end
    return "\r\n" if after > 0 and text[after - 1] == "\r" else "\n"


def _ends_line(text: str) -> bool:
    return text.endswith(("\n", "\r"))


def _breaks(document: Document) -> str:
    return "\r" if document.uses_returns else "\n"


def _line_of(document: Document, at: int) -> int:
    return document.text.count(_breaks(document), 0, at) + 1


def _start_of(document: Document, line: int) -> int:
    """Where a line starts (counted from 1); the end of the text for the one after the last."""
    at = 0
    for _ in range(line - 1):
        at = document.text.find(_breaks(document), at) + 1
        if at == 0:
            return len(document.text)
    return at


def _listed(lines: list[int]) -> str:
    return ", ".join(map(str, lines[:MAX_NAMED]))


def _not_found(document: Document, old: str, path: str) -> str:
    sentence = f"str_replace: old_str does not stand in {path}, so nothing was changed."
    squeezed = " ".join(old.split())
    if squeezed and squeezed in " ".join(document.text.split()):
        return f"{sentence} It does with other spaces, tabs or line breaks: view the file and copy them exactly."
    first = next((line.strip() for line in old.splitlines() if line.strip()), "")
    near = [number for number, line in enumerate(document.lines, 1) if first and first in line]
    if near and "\n" in old.strip():
        return f"{sentence} Its first line stands in line {_listed(near)}, but what follows differs: view that part."
    return f"{sentence} View the file and copy the text exactly."
