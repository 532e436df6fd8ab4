"""A second look at a value before it is told: whether its row is the one that the question's words speak of.

A label that is right may be another thing's: of 20 questions two were answered with the neighbour's date. The window's
own rows are asked first, then the file behind it; where neither says anything else, the value stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.behind.answering import answered, words_held
from deskhand.models.local.behind.asking import asked, only_asks
from deskhand.models.local.behind.questions import out_of_the_file
from deskhand.models.local.hand import Hand
from deskhand.models.local.steps import Read, Tell
from deskhand.vision.scene import TextLine

LEVEL = 0.2
"""Of a line's height: what stands in one row of one pane differs less than that in height."""


async def rather(hand: Hand, step: Read, value: str) -> str:
    """The value, or what the row says that has more of the question's words."""
    wanted, front = asked(hand.wish) if only_asks(hand.wish) else None, await hand.front()
    plainly = step.what.kind in (None, "text") and step.what.nth is None and step.what.name
    if wanted is None or front is None or not plainly or not isinstance(hand.next_step, Tell) or "\n" in value:
        return value
    rows = level_rows([line for line in (await hand.scene()).texts if front.body.contains(line.box.center)])
    own = max((words_held(wanted, row) for row in rows if value in row), default=0)
    if own and own >= max(words_held(wanted, row) for row in rows):
        return value
    found = answered(wanted, rows)
    if found is not None:
        same = value in found.text or found.text in value
        return value if same or words_held(wanted, rows[found.row]) <= own else found.text
    return value if own else await out_of_the_file(hand, hand.wish) or value


def level_rows(lines: Sequence[TextLine]) -> list[str]:
    """Lines that stand side by side at the very same height: an entry of a list beside a text does not."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda one: one.box.center.y):
        first = rows[-1][0].box if rows else None
        if first is not None and line.box.center.y - first.center.y <= LEVEL * min(first.height, line.box.height):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [" ".join(line.text for line in sorted(row, key=lambda line: line.box.x)) for row in rows]
