"""A program whose name is made of small words: “Five or More” is one name where a window of that title is open.

Read as words, it was torn: a program “Five”, and “or More” something in it.
"""

from __future__ import annotations

import re

from deskhand.models.local.conversation import Task
from deskhand.models.local.hand import PANEL, Hand
from deskhand.models.local.understand.language import language_of

_SMALL = re.compile(r"\s(?:or|of|and|the|off|to|for|in|a|by|with|on|my)\s")
_SPOKEN = re.compile(r"\b[A-Z][A-Za-z]*(?:\s[a-z]+){0,2}\s(?:or|of|and|the|off|to|for|in|a|by|with|on|my)\s[A-Z]")
"""How a wish writes such a name: no look is spent on any other."""
_LIKELY = re.compile(rf"[A-Z][a-z]+{_SMALL.pattern}[A-Z][a-z]+")
"""One is looked for where the wish has something of the kind."""
_NAME = re.compile(r"[A-Z][A-Za-z]*(?:\s[A-Za-z]+){2,4}")


async def by_titles(task: Task) -> str:
    """The wish, such names put together as one word."""
    if task.resume_at > 0 or not _SPOKEN.search(task.text):
        return task.text
    hand = Hand(task.dialect, task.memory, language_of(task.text, task.text), task.picture)
    view, scene = await hand.view(), await hand.scene()
    panel = [line.text for line in scene.texts if line.box.y > view.size.height - PANEL]
    text = task.text
    for title in (view.focus or "", *(window.title for window in await hand.windows()), *panel):
        if _NAME.fullmatch(title.strip()) and _SMALL.search(title):
            pattern = rf"(?<![\w\"“「]){re.escape(title.strip())}(?![\w\"”」])"
            text = re.sub(pattern, "".join(word.title() for word in title.split()), text, flags=re.IGNORECASE)
    return text
