"""What is drawn over a picture: where the hand went, and what changed.

A screen of 1280 pixels is shown 340 pixels wide in the filmstrip and 1280 wide when enlarged. Marks drawn in screen
units would be specks in one and blots in the other; these keep their size on the reader's screen, because every mark
is a stroke with ``vector-effect: non-scaling-stroke`` (a dot is a stroke of no length with round ends).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

MOST_REGIONS = 12
"""More outlines than this are noise: the largest are drawn."""
MARGIN = 4
"""Screen pixels between a change and its outline, so that the outline does not cover what changed."""


def region_marks(regions: Iterable[Sequence[int]], width: int, height: int) -> str:
    """Outlines of what changed. A change of nearly the whole screen is not outlined: that would be a frame only."""
    parts: list[str] = []
    for region in list(regions)[:MOST_REGIONS]:
        x, y, w, h = (int(value) for value in region)
        if w * h >= 0.9 * width * height:
            continue
        x, y, w, h = x - MARGIN, y - MARGIN, w + 2 * MARGIN, h + 2 * MARGIN
        box = f'x="{x}" y="{y}" width="{w}" height="{h}" rx="4"'
        parts.append(f'<rect class="halo" {box}/><rect class="change" {box}/>')
    return "".join(parts)


def hand_marks(points: Sequence[Sequence[int]], action: str = "") -> str:
    """One point: a ring with a dot in it. Several: the way of a drag, a dot at its start and a ring at its end."""
    if not points:
        return ""
    way = [(int(point[0]), int(point[1])) for point in points]
    parts: list[str] = []
    if len(way) > 1:
        line = "M" + "L".join(f"{x} {y}" for x, y in way)
        parts.append(f'<path class="way halo" d="{line}"/><path class="way" d="{line}"/>')
        parts.append(_dot(*way[0], "start"))
    kind = escape(action, quote=True)
    parts.append(f'<g class="hand" data-action="{kind}">{_dot(*way[-1], "rim")}{_dot(*way[-1], "ring")}')
    parts.append(f"{_dot(*way[-1], 'gap')}{_dot(*way[-1], 'core')}</g>")
    return "".join(parts)


def pointer_mark(point: Sequence[int] | None) -> str:
    """Where the pointer stands when the action had no place of its own (a key, a wait): a quiet dot."""
    return "" if point is None else _dot(int(point[0]), int(point[1]), "pointer")


def _dot(x: int, y: int, kind: str) -> str:
    return f'<path class="dot {kind}" d="M{x} {y}h0"/>'
