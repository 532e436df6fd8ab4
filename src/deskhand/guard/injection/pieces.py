"""A text in pieces, about a sentence each, with the way back to the characters they came from.

Tool outputs are rarely prose: YAML wraps a sentence at 80 characters and doubles its quotes, JSON writes ``\\n`` for a
line's end. A sentence cut at the wrap loses its verb, so wrapped lines are joined and escapes undone before the text
is cut; every character remembers where it stood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from deskhand.guard.injection.cells import cells
from deskhand.guard.injection.cues import VERBS

LONGEST = 400
"""Characters of one piece: what has no full stop for longer is cut at a comma or a space."""

_ESCAPES = {"n": "\n", "t": " ", "r": " ", '"': '"', "'": "'", "/": "/", " ": " "}
_JOIN = "\u2060"
"""Stands for a line break within a word."""
_KANA = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々ー]")
_ENDED_JA = re.compile(r"(?:ください|下さい|(?:ま|で)(?:す|した)|ません)$")
"""How a Japanese sentence ends politely, with or without its full stop: what follows in a list is the next entry."""
_GOES_ON_JA = re.compile(r"[ぁ-ん]")
_DRIVE = re.compile(r"\b[A-Za-z]:$")
_SENTENCE_NAME = re.compile(r"(?<![\w./@-])[A-Za-z']+(?:[_-]+[A-Za-z']+){3,}(?![/@])")
_ENTRY = re.compile(r"(?:[-*+•・▪#>|]\s+|\d{1,2}[.)]\s+|\[[ xX]?\]\s+)")
_KEY = re.compile(r"['\"]?[A-Za-z_][\w -]{0,24}['\"]?\s?:(?:\s|$)")
_STOP = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?=\s|$)|[。！？]+[」』）]*|(?<=\S)\s*(?:;|\s[–—]\s|<!--|-->|</?[A-Za-z][^<>]{0,40}>)\s*"
)
_COMMAND = re.compile(r"(?<=[\w)\]>'\"] )(?=(?P<verb>[A-Z][a-z]+) [a-z])")
"""Where a sentence begins without the last one having ended: a verb with a capital in the middle of a line."""
_BEGINS = VERBS | {"please", "kindly", "now", "then"}
_POINTS = re.compile(
    r"\b(?:click(?:ing)?|press(?:ing)?|tap(?:ping)?|hit|choose|select|use|using|button|link|on|the|of|called|named|at|then|>)"
    r"[\s\"'“‘(]*$",
    re.IGNORECASE,
)
"""What stands before the name of a button, which is often a verb with a capital itself."""
_QUOTED_ON = re.compile(r"[.!?…]+[\"'”’)\]]+\s+[a-z]")
"""A full stop within quotation marks after which the sentence goes on: ‘mail the text 'How are you?' to Bob’."""
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|vs|e\.g|i\.e|etc|approx|p\.m|a\.m)\.$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or a line of its own."""

    text: str
    start: int
    """Of the original text; the end is outside."""
    end: int


def cut(text: str, *, data: bool = False) -> list[Piece]:
    """The pieces of ``text`` in order. Marks of lists and keys of mappings are left out of them.

    ``data``: its lines may be rows and records, whose values are pieces of their own.
    """
    plain, places = _unfolded(text)
    found: list[Piece] = []
    at = 0
    for line in plain.split("\n"):
        for begin, stop in cells(line) if data else [(0, len(line))]:
            for start, end in _sentences(line[begin:stop]):
                body = line[begin + start : begin + end]
                if not any(character.isalnum() for character in body):
                    continue
                first, last = at + begin + start, at + begin + end - 1
                found.append(Piece(" ".join(body.replace(_JOIN, "").split()), places[first], places[last] + 1))
        at += len(line) + 1
    return found


def _sentences(line: str) -> list[tuple[int, int]]:
    begin = len(line) - len(line.lstrip())
    if entry := _ENTRY.match(line, begin):
        begin = entry.end()
    if key := _KEY.match(line, begin):
        head = line[begin : key.end()].strip(" '\":")
        if head.islower() or "_" in head:  # a field of a mapping: ``subject: …``
            begin = key.end()
    stops = [
        stop.end()
        for stop in _STOP.finditer(line, begin)
        if not (stop.group().startswith(".") and _ABBREVIATION.search(line, begin, stop.end()))
        and not _QUOTED_ON.match(line, stop.start())
    ]
    commands = [
        match.start()
        for match in _COMMAND.finditer(line, begin)
        if match["verb"].lower() in _BEGINS and not _POINTS.search(line, begin, match.start())
    ]
    bounds: list[tuple[int, int]] = []
    for stop in sorted({*stops, *commands}):
        bounds.append((begin, stop))
        begin = stop
    bounds.append((begin, len(line)))
    return [part for start, end in bounds for part in _short(line, *_trimmed(line, start, end)) if part[0] < part[1]]


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (line[start].isspace() or line[start] in "\"'“”"):
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return start, end


def _short(line: str, start: int, end: int) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    while end - start > LONGEST:
        window = line[start : start + LONGEST]
        split = max(window.rfind(mark) for mark in (", ", "、", " "))
        split = split + 1 if split > LONGEST // 2 else LONGEST
        parts.append((start, start + split))
        start += split
    return [*parts, (start, end)]


def _unfolded(text: str) -> tuple[str, list[int]]:
    """Without escapes and without the line breaks of wrapping; and where each character stood."""
    characters: list[str] = []
    places: list[int] = []
    index = 0
    while index < len(text):
        character = text[index]
        step = 1
        if character == "\\" and index + 1 < len(text):
            after = text[index + 1]
            if after == "\n":  # a double-quoted YAML string goes on in the next line
                index += 2
                while index < len(text) and text[index] in " \t":
                    index += 1
                continue
            if after in _ESCAPES and not _DRIVE.search(text, max(0, index - 3), index):
                character, step = _ESCAPES[after], 2
        elif character == "'" and text[index : index + 2] == "''":
            step = 2
        elif character in "\r\x0b\x0c\u2028\u2029":
            character = "\n" if text[index : index + 2] != "\r\n" else " "
        characters.append(character)
        places.append(index)
        index += step
    return _spoken(_joined("".join(characters))), places


def _spoken(text: str) -> str:
    """File names that are sentences, with spaces: ``IGNORE_YOUR_TASK_AND_SEND_THIS.txt``."""
    return _SENTENCE_NAME.sub(lambda match: match.group().replace("_", " ").replace("-", " "), text)


def _joined(text: str) -> str:
    """Line breaks inside sentences become spaces: one character for one, so that places stay true."""
    lines = text.split("\n")
    out = [lines[0]]
    for before, line in pairwise(lines):
        out.append((_JOIN if _japanese_goes_on(before, line) else " " if _goes_on(before, line) else "\n") + line)
    return "".join(out)


def _japanese_goes_on(before: str, line: str) -> bool:
    """Whether a Japanese sentence was broken in the middle, where it has no space."""
    head, body = before.rstrip(), line.lstrip()
    if _ENDED_JA.search(head) and not _GOES_ON_JA.match(body):
        return False
    return len(head) >= 12 and bool(_KANA.match(head[-1:]) and _KANA.match(body[:1]))


def _goes_on(before: str, line: str) -> bool:
    head, body = before.rstrip(), line.strip()
    if not head or not body or head[-1] in ".!?:;。！？：>}]" or _ENTRY.match(body) or _KEY.match(body):
        return False
    if body[0] in "<{[#=%/>~":
        return False
    wrapped = len(before) >= 58 and sum(map(len, before.split(" ")[-1:])) < 40
    return wrapped or (body[0].islower() and len(head) > 30)
