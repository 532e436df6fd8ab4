"""Names and atoms in English: what may stand for a file, a key or a thing on the screen."""

# ruff: noqa: SIM102
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.frame import Noun, Puzzled
from deskhand.screen.geometry import Point

QUOTED = any_of("quote", "command")
FILED = any_of("file")
_COLOURS = frozenset(
    [
        "red",
        "blue",
        "green",
        "yellow",
        "orange",
        "purple",
        "pink",
        "black",
        "white",
        "grey",
        "gray",
        "brown",
        "big",
        "large",
        "small",
        "little",
        "long",
        "short",
        "new",
        "other",
        "same",
        "wrong",
        "right",
        "left",
    ]
)

_JUDGING = frozenset(
    [
        "most",
        "recent",
        "biggest",
        "largest",
        "latest",
        "newest",
        "oldest",
        "smallest",
        "cheapest",
        "best",
        "worst",
        "longest",
        "shortest",
        "random",
        "favourite",
        "favorite",
        "nicest",
        "any",
        "every",
    ]
)
"""Words that ask for a judgement, and are no part of a name on the screen unless quoted."""


class Names:
    """Words that name something."""

    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms

    def named(self, text: str) -> str | None:
        """A name: quoted, a file's, or one or two plain words."""
        text = text.strip(" ,")
        if re.fullmatch(rf"{QUOTED}|{FILED}", text):
            return self.atoms.plain(text)
        if re.fullmatch(r"[\w&'-]+", text):
            return text
        return None

    def texts(self, text: str, raw: str) -> Noun:
        pieces = re.findall(QUOTED, text)
        if len(pieces) == 1:
            return Noun("text", self.atoms.plain(pieces[0]), raw, quoted=True)
        return Noun(
            "text",
            "\n".join(self.atoms.plain(p) for p in pieces),
            raw,
            path=tuple(self.atoms.plain(p) for p in pieces),
            quoted=True,
        )

    def name_in_folder(self, text: str) -> tuple[str | None, str]:
        """``notes.txt in the shared folder`` → the name and the folder."""
        if found := re.fullmatch(r"(.+?)\s+(?:in|inside|on|within|to|into)\s+(.+)", text, re.I):
            if (place := concepts.folder(found[2])) is not None:
                return self.named(found[1]), place
        return self.named(text), ""

    def atom(self, char: str) -> Noun:
        atom = self.atoms.get(char)
        assert atom is not None
        match atom.kind:
            case "quote" | "literal":
                return Noun("text", atom.text, char, quoted=True)
            case "command":
                return Noun("command", atom.text, char, quoted=True)
            case "file":
                return file_noun(atom.text, char)
            case "url":
                return Noun("url", atom.text, char)
            case "menu":
                return Noun("menu", atom.text, char, path=atom.parts)
            case "point":
                x, y = atom.parts
                return Noun("target", atom.text, char, target=Target(point=Point(int(x), int(y))))
            case "keys":
                key = concepts.key_name(atom.text)
                if key is None:
                    raise Puzzled(atom.raw, "key")
                return Noun("keys", key, char)

    def key(self, text: str) -> str | None:
        bare = re.sub(r"^(?:the\s+)", "", text, flags=re.I)
        bare = re.sub(
            r"\s+(?:keys?|key\s+combination|keyboard\s+shortcut|shortcut|combination|keystroke)$", "", bare, flags=re.I
        )
        if re.fullmatch(any_of("keys"), bare):
            atom = self.atoms.get(bare)
            return concepts.key_name(atom.text) if atom else None
        if found := re.fullmatch(r"(?:arrow\s+)?(up|down|left|right)(?:\s+arrow)?", bare, re.I):
            return found[1].capitalize() if "arrow" in bare.lower() or "key" in text.lower() else None
        if re.fullmatch(
            r"(?:ctrl|control|alt|shift|super|windows)\s+(?:(?:ctrl|control|alt|shift)\s+)?\w+", bare, re.I
        ):
            return concepts.key_name(re.sub(r"\s+", "+", bare))
        key = concepts.key_name(bare)
        if key is not None and (len(key) > 1 or "key" in text.lower()):
            return key
        return None

    def target_name(self, text: str) -> str | None:
        """The name of something on the screen: quoted, or a few plain words."""
        text = re.sub(r"^(?:the|a|an|your|my)\s+", "", text.strip(" ,"), flags=re.I)
        if re.fullmatch(rf"{QUOTED}|{FILED}", text):
            return self.atoms.plain(text)
        if re.search(any_of(), text):
            return None
        words = text.split()
        if re.search(
            r"\b(?:buttons|links|icons|tabs|fields|boxes|checkboxes|menus|items|options|files|windows)$", text, re.I
        ):
            return None
        if any(w.lower() in _JUDGING for w in words) or text.lower() in (
            "here",
            "there",
            "somewhere",
            "anywhere",
            "it",
        ):
            return None
        if not words or len(words) > 5 or words[0] in _COLOURS:
            return None
        if len(words) > 1 and any(
            w.lower() in ("the", "a", "an", "that", "which", "is", "are", "with", "it") for w in words
        ):
            return None
        return text if re.fullmatch(r"[\w&'.,:?!/+*=#%()…-]+(?: [\w&'.,:?!/+*=#%()…-]+)*", text) else None


def file_noun(path: str, raw: str) -> Noun:
    """A file with its folder split off: ``~/Shared/a.txt`` is ``a.txt`` in ``shared``."""
    path = path.rstrip("/") or "/"
    head, slash, name = path.rpartition("/")
    if not slash:
        return Noun("file", name, raw)
    bare = re.sub(r"^(?:~|/home/\w+)(?:/|$)", "", head) if head not in ("", "~") else head
    known = "home" if head == "~" else concepts.FOLDER_OF.get(bare.lower(), "")
    whole = re.sub(r"^(?:~|/home/\w+)/", "", path)
    if "." not in name and (place := concepts.FOLDER_OF.get(whole.lower())):
        return Noun("folder", place, raw)
    if path == "~":
        return Noun("folder", "home", raw)
    if "." not in name and raw:
        return Noun("file", name, raw, folder=known or head or "/")
    return Noun("file", name, raw, folder=known or head or "/")
