"""The nouns by which people say what is to be selected first, and what kind of thing each is."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import TargetKind

THINGS: dict[str, TargetKind] = {
    **dict.fromkeys(("line", "row", "entry", "task", "item", "record", "event", "appointment", "bookmark", "transaction", "message", "mail",
                     "email", "todo", "to-do", "reminder", "meeting", "song", "track", "contact", "layer", "rule", "process", "note", "payment", "expense",
                     "booking", "posting", "bullet", "point", "step", "table", "page", "chapter", "feed", "playlist", "album", "category", "account"), "row"),
    **dict.fromkeys(("file", "archive", "document", "attachment", "shortcut", "zip"), "file"),
    **dict.fromkeys(("folder", "directory", "notebook"), "folder"),
    **dict.fromkeys(("cell", "column", "field"), "cell"),
    **dict.fromkeys(("word", "text", "sentence", "paragraph", "heading", "headline", "phrase", "name", "letter", "title", "words", "letters", "number", "value", "formula", "selection", "byte", "character"), "text"),
    **dict.fromkeys(("tab", "sheet", "worksheet"), "tab"),
    **dict.fromkeys(("picture", "image", "photo", "photograph", "drawing", "shape", "screenshot"), "image"),
    **dict.fromkeys(("window", "dialog"), "window"),
    **dict.fromkeys(("button",), "button"), **dict.fromkeys(("link",), "link"), **dict.fromkeys(("icon",), "icon"),
    **dict.fromkeys(("checkbox", "box"), "checkbox"), **dict.fromkeys(("menu",), "menu"), **dict.fromkeys(("option",), "option"),
}  # fmt: skip
"""What is selected before a command, by the noun that says it."""
THING = "|".join(sorted((re.escape(word) for word in THINGS), key=len, reverse=True))
