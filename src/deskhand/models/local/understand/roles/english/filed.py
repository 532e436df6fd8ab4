"""Files and folders in English: renamed, moved, copied, thrown away and packed by the steps made for it."""

from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local import concepts
from deskhand.models.local.steps import DeleteFile, MakeFolder, MoveFile, RenameFile, Step, UseCommand
from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.frame import Noun, Ready
from deskhand.models.local.understand.roles.english.things import FILED, QUOTED, thing

Rule = tuple[str, Callable[[re.Match[str], Atoms], Ready | None]]
_NAME = rf"(?:{QUOTED}|{FILED}|[^\s,]+(?:\s+[A-Z][\w.'-]*)*)"
_FILE = rf"(?:{FILED}|{QUOTED})"
_ARCHIVE = r"(?:a|an|the|one)\s+(?:new\s+)?(?:\w+\s+)?(?:zip|archive|tarball|tar|7z)(?:\s+(?:file|archive))?"
IN = r"(?:\s+(?:in|inside|on|from|into)\s+(?P<place>.+?))?"


def plain(text: str, atoms: Atoms) -> str:
    return atoms.plain(text).strip(" .,")


def ready(*steps: Step, file: Noun | None = None, program: str = "", changes: bool = False) -> Ready:
    return Ready(steps, program, file, changes=changes)


def place(words: str | None, atoms: Atoms) -> str | None:
    """A folder; "" where none is said, None where the words are no folder."""
    if not words:
        return ""
    bare = re.sub(r"^(?:the|my|our|this)\s+", "", words.strip(" ,."), flags=re.I)
    bare = re.sub(r"\s*\((?:.*)\)$", "", bare)
    if re.fullmatch(r"(?:here|there|it|same\s+(?:folder|place))", bare, re.I):
        return ""
    if (known := concepts.folder(bare)) is not None:
        return known
    if found := re.fullmatch(
        rf"(?:folder|directory)\s+(?:called\s+|named\s+)?({QUOTED}|{FILED}|[\w-]+)|({QUOTED}|{FILED}|[\w-]+)\s+(?:folder|directory)",
        bare,
        re.I,
    ):
        return atoms.plain(found[1] or found[2])
    if re.fullmatch(rf"{FILED}|[A-Z][\w-]*", bare):
        return atoms.plain(bare).rstrip("/")
    return None


def _rename(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = place(match["place"], atoms)
    old, new = plain(match["old"], atoms), plain(match["new"], atoms)
    if (
        where is None
        or not re.search(rf"{FILED}|{QUOTED}|file|folder", match["old"] + match["kind"])
        or re.match(
            r"(?:newest|oldest|latest|largest|biggest|smallest|first|last|all|every|most|it)\b", match["old"], re.I
        )
    ):
        return None
    return ready(RenameFile(old, new, where), program="file manager")


def _move(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where, to = place(match["place"], atoms), place(match["to"], atoms)
    if where is None or not to:
        return None
    copy = match["verb"].lower() in ("copy", "duplicate") or match["verb"].lower().startswith("make")
    names = [plain(char, atoms) for char in re.findall(FILED, match["names"])]
    return ready(*(MoveFile(name, to, where, copy) for name in names), program="file manager")


def _bin(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = place(match["place"], atoms)
    names = [plain(char, atoms) for char in re.findall(FILED, match["names"])]
    if where is None:
        return None
    return ready(*(DeleteFile(name, where) for name in names), program="file manager")


def _folder(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = place(match["place"] or match["place2"], atoms)
    name = plain(match["name"], atoms)
    if where is None or not name or len(name.split()) > 5:
        return None
    return ready(MakeFolder(name, where), program="file manager")


def _pack(match: re.Match[str], atoms: Atoms) -> Ready | None:
    target = thing(match["what"], atoms)
    name = match["name"]
    if target is None:
        return None
    return ready(UseCommand("compress", (("name", plain(name, atoms)),) if name else (), target))


FILE_RULES: tuple[Rule, ...] = (
    (
        rf"(?:put|pack|bundle|add|compress|zip|stuff)(?:\s+up)?\s+(?P<what>.+?)\s+(?:in|into|to|as)\s+{_ARCHIVE}(?:\s+(?:called|named)\s+(?P<name>.+))?",
        _pack,
    ),
    (
        rf"rename\s+(?:the\s+)?(?P<kind>file\s+|folder\s+|)(?P<old>{_NAME}){IN}\s+(?:to|as|into|in\s+to)\s+(?P<new>.+)",
        _rename,
    ),
    (
        rf"(?P<verb>copy|move|put|duplicate)\s+(?:the\s+files?\s+)?(?P<names>{FILED}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){FILED})*){IN}\s+(?:to|into|in|over\s+to|onto)\s+(?P<to>.+)",
        _move,
    ),
    (
        rf"(?:delete|remove|bin|trash|erase|throw\s+away|get\s+rid\s+of)\s+(?:the\s+files?\s+)?(?P<names>{FILED}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){FILED})*){IN}",
        _bin,
    ),
    (
        rf"(?:throw|put|move|drop)\s+(?:the\s+files?\s+)?(?P<names>{FILED}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){FILED})*)(?P<place>)\s+(?:in|into|in\s+to)\s+(?:the\s+)?(?:bin|trash|recycle\s+bin|rubbish(?:\s+bin)?|wastebasket)",
        _bin,
    ),
    (
        r"(?:make|create|add|new|set\s+up)\s+(?:me\s+)?(?:a\s+|another\s+)?(?:new\s+)?(?:folder|directory)(?:\s+in\s+(?P<place2>[^,]+?))?\s+(?:called|named|with\s+the\s+name)\s+(?P<name>.+?)"
        + IN,
        _folder,
    ),
)
