"""Some pages of a document, asked for as a document of their own."""

from __future__ import annotations

import re

from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.steps import Target, UseCommand
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.words import plain

_PAGES = re.compile(
    r"(?:only\s+|just\s+|the\s+)*(?P<en>(?:pages?\s+[\d\s,–-]+(?:(?:to|and|through)\s+\d+)?|(?:first|last|\w+(?:st|nd|rd|th))\s+page))(?:\s+only)?"
    r"|(?P<ja>\d[\d\s〜~～-]*(?:(?:ページ目?)?(?:から|と)\s*\d+\s*)?(?:ページ目?|頁)|(?:最初|最後)の(?:ページ|頁))(?:まで)?(?:だけ|のみ)?",
    re.I,
)


def pages_of(desk: Desk, said: str, to: str, folder: str) -> bool:
    """Some pages of a document as a document of their own: whether that was what is asked for, and is in the plan."""
    found, new = _PAGES.fullmatch(plain(said).strip()), places.file(to) if to else None
    if found is None or new is None or not new.name.lower().endswith(".pdf"):
        return False
    where = new.folder or folder
    name = path_of(new.name, where) if where else new.name
    desk.add(
        UseCommand(
            desk.say("extract", "抽出"),
            ((desk.say("name", "名前"), name),),
            Target((found["en"] or found["ja"]).strip()),
        )
    )
    desk.leave(Made("file", name=new.name, folder=where))
    return True
