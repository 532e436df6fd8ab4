"""Reading order: lines that share a row are read left to right, rows from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable

from deskhand.vision.scene import TextLine


def reading_order(lines: Iterable[TextLine]) -> tuple[TextLine, ...]:
    """Sort by row, then by x. Two lines share a row when their middles lie within half the smaller height."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: (line.box.center.y, line.box.x)):
        for row in reversed(rows[-3:]):
            first = row[0].box
            if abs(first.center.y - line.box.center.y) * 2 <= min(first.height, line.box.height):
                row.append(line)
                break
        else:
            rows.append([line])
    return tuple(line for row in rows for line in sorted(row, key=lambda line: line.box.x))
