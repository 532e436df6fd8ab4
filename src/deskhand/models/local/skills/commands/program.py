"""A wish without the program's own name: "add payee in homebank" asks no menu for "homebank".

Three of 43 tasks on programs nobody told of failed on this alone: a name that no menu says counts as a word not found.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import PANEL, Hand

_BETWEEN = re.compile(r"\s+[-–—|:]\s*|\s*[-–—|]\s+")
_FILE = re.compile(r"[/\\~]|\.[a-z]\w{0,4}\b")
_WORD = re.compile(r"[a-z][a-z0-9+]{2,}|[a-z]{2}(?=\s+[a-z])")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龯]")


async def without_program(hand: Hand, words: str) -> str:
    view, scene = await hand.view(), await hand.scene()
    panel = (line.text for line in scene.texts if line.box.y > view.size.height - PANEL and " - " in line.text)
    for title in (view.focus or "", *(window.title for window in await hand.windows()), *panel):
        words = unnamed(words, title)
    return words


def unnamed(words: str, title: str) -> str:
    """``words`` without what the window of ``title`` says of its program; as they are where nothing else is left."""
    parts = [part for part in _BETWEEN.split(title.lower()) if part and not _FILE.search(part)]
    names = "|".join(sorted({re.escape(name) for part in parts for name in _WORD.findall(part)}, key=len, reverse=True))
    if not names:
        return words
    run = rf"(?:{names})(?![a-z0-9])(?:\s+(?:{names})(?![a-z0-9]))*"
    if _JAPANESE.search(words):
        pattern = rf"(?<![a-z0-9]){run}\s*(?:[のでにを](?:は|、)?)?\s*"
    else:
        pattern = rf"\s*\b(?:in|of|from|with|using|on)\s+(?:the\s+)?{run}"
    return " ".join(re.sub(pattern, " ", words, flags=re.IGNORECASE).split()) or words
