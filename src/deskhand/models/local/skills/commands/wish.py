"""A wish for a command as the program in front takes it: without its own name, the file it has open, and with a file
and its folder put together.

"Add march.txt from the shared folder to the archive bills.zip" is, in the archiver that shows bills.zip, "add" with one
path.
"""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local import concepts
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands import values
from deskhand.models.local.skills.commands.bar import bar_words
from deskhand.models.local.skills.commands.form import Field
from deskhand.models.local.skills.commands.program import without_program
from deskhand.models.local.skills.commands.terms import alike, is_end, terms, verb
from deskhand.models.local.skills.paths import folder_path, path_of


async def here(hand: Hand, words: str, fields: Sequence[Field]) -> tuple[str, list[Field]]:
    """The words and the fields, for the window in front."""
    said = await without_program(hand, words)
    title = await _title(hand)
    return _without_files(said, title) or said, with_folders(fields, title)


def _without_files(words: str, title: str) -> str:
    """Without the names of files; of the one that is open not even what it is is told: "the archive bills.zip"."""
    kept: list[str] = []
    for word in words.split():
        if not values.is_file(word):
            kept.append(word)
        elif word.lower() in title.lower() and len(kept) > 1:
            kept.pop()
    return " ".join(kept)


def with_folders(fields: Sequence[Field], title: str) -> list[Field]:
    """A file and the folder it is in are one path; a file that the window has open is where it goes, and no value."""
    files = [field for field in fields if values.is_file(field[1])]
    shown = title.lower()
    new = [field for field in files if field[1].rpartition("/")[2].lower() not in shown]
    if not new or any(field not in files and _folder(field) is None for field in fields):
        return list(fields)
    folder = next((where for field in fields if (where := _folder(field)) is not None), None)
    alone = len(new) == 1
    return [(name, _whole(value, folder) if alone and (folder or "/" in value) else value) for name, value in new]


def _whole(value: str, folder: str | None) -> str:
    return folder_path(value) if "/" in value else path_of(value, folder or "")


def _folder(field: Field) -> str | None:
    return concepts.folder(field[1]) or (field[1] if field[1].startswith(("/", "~")) else None)


async def implied_left_out(hand: Hand, words: str) -> str:
    """``words`` without what the window's title or menu bar says already: "archive" in an archiver. "" where nothing of
    the kind is in them, or nothing is left."""
    _, bar = await bar_words(hand)
    around = [term for text in (await _title(hand), *(word.text for word in bar)) for term in terms(text)]
    asked, doing = terms(words), verb(words)
    left = [
        term for term in asked if term is doing or is_end(term) or not any(alike(term, one) >= 0.9 for one in around)
    ]
    return " ".join(term.stem for term in left) if doing is not None and 0 < len(left) < len(asked) else ""


async def _title(hand: Hand) -> str:
    front = await hand.front()
    return (await hand.view()).focus or (front.title if front is not None else "")
