"""A file that a wish only names as where a text is to change: what was changed in it is kept.

“Delete the onions line from list.txt” says nothing of opening or saving; afterwards the line is to be gone from the
file. Who says “open list.txt” has it before them, and says when to save.
"""

from __future__ import annotations

import re

from deskhand.models.local.steps import ChangeCase, CloseWindow, EditLine, OpenFile, ReplaceText, Save, SortLines
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.editing import OPEN

_CHANGES = (ChangeCase, EditLine, ReplaceText, SortLines)
_SAID = re.compile(
    r"\b(?:open|load|bring\s+up|pull\s+up|start|launch|show|call\s+up|edit|save|saving)\w*\b|開|ひら|表示|読み込|呼び出|編集|保存",
    re.I,
)


def keep(desk: Desk) -> None:
    """Adds the saving, where it is meant and not said."""
    opened = [at for at, step in enumerate(desk.steps) if isinstance(step, OpenFile) and step.name]
    if len(opened) != 1 or _SAID.search(desk.wish) is not None or OPEN.search(desk.wish) is not None:
        return
    behind = desk.steps[opened[0] + 1 :]
    if any(isinstance(step, Save | CloseWindow) for step in behind) or not any(isinstance(s, _CHANGES) for s in behind):
        return
    last = max(at for at, step in enumerate(desk.steps) if isinstance(step, _CHANGES))
    desk.steps.insert(last + 1, Save())
    desk.sources.insert(last + 1, desk.sources[last])
