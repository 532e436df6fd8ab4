"""Lines of a table that were read as one run, parted where the columns are.

The print reader joins what stands close: "Petra Novak 27" was one line in a table of names and ages, and no name in it
was found. Where a word begins just where other lines begin, a column does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskhand.vision.scene import TextLine

_NEAR = 5
"""Pixels between left edges of one column."""


def parted(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """``lines``, each cut before every word that stands at the left edge of two other lines or more."""
    edges = [line.box.x for line in lines]
    found: list[TextLine] = []
    for line in lines:
        start = 0
        for at, before in enumerate(line.text[:-1]):
            if not before.isspace() or not line.text[at + 1 :].strip() or not line.text[start:at].strip():
                continue
            left = line.part(at + 1, at + 2).x
            if sum(abs(left - edge) <= _NEAR for edge in edges) >= 2:
                found.append(_piece(line, start, at))
                start = at + 1
        found.append(line if start == 0 else _piece(line, start, len(line.text)))
    return tuple(found)


def _piece(line: TextLine, start: int, stop: int) -> TextLine:
    text = line.text[start:stop]
    head, tail = start + len(text) - len(text.lstrip()), stop - len(text) + len(text.rstrip())
    return replace(line, text=line.text[head:tail], box=line.part(head, tail), spans=line.spans[head:tail])
