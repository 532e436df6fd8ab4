"""English prepositional phrases, taken off the end of a clause while they are understood."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.english.nouns import NounPhrases
from deskhand.models.local.understand.english.targets import NAMED
from deskhand.models.local.understand.frame import Noun, Role

PREPOSITIONS = (
    r"inside\s+of|inside|into|in\s+to|onto|within|in|on\s+to|on|to|at\s+the\s+end\s+of|at\s+the\s+(?:start|beginning|top)\s+of|to\s+the\s+end\s+of|"
    r"at|as|"
    + NAMED
    + r"|with\s+the\s+help\s+of|by\s+means\s+of|with|using|via|through|from|out\s+of|of|for|over|by|under|and\s+name\s+it|and\s+call\s+it|"
    r"containing|that\s+contains|which\s+contains|that\s+says|holding"
)
_PREPOSITION = re.compile(
    rf"(?:(?<=\s)|^|(?<=[\ue000-\uf8ff]))(?<!next )(?<!close )(?<!according )({PREPOSITIONS})\s+", re.I
)


class Phrases(NounPhrases):
    """Roles of nouns."""

    def role(self, preposition: str, noun: Noun) -> Role | None:
        """What a phrase with this preposition and this noun adds to the verb; None when it adds nothing known."""
        preposition = re.sub(r"\s+", " ", preposition.lower())
        kind = noun.kind
        if preposition in ("as", "and name it", "and call it") or re.fullmatch(NAMED, preposition, re.I):
            return "name" if kind in ("file", "text") else None
        if preposition in ("with", "using", "via", "through", "with the help of", "by means of"):
            if kind == "program":
                return "tool"
            if kind == "keys" and preposition != "through":
                return "manner"
            if kind == "text" and preposition == "with":
                return "for"
            return None
        if preposition in ("containing", "that contains", "which contains", "holding", "that says"):
            return "for" if kind in ("text", "ref", "output") else None
        if preposition in ("from", "out of"):
            return "source" if kind in ("program", "file", "menu", "folder", "target", "window") else None
        if preposition in ("of", "for", "over", "by"):
            return None
        if preposition in ("at the end of", "to the end of", "at the start of", "at the beginning of", "at the top of"):
            return "into" if kind in ("file", "this file") else None
        match kind:
            case "folder":
                return "place"
            case "program" | "new file" | "file" | "this file" | "window":
                return "into" if preposition != "under" else None
            case "target":
                return "into"
            case "menu":
                return "source"
            case "screen":
                return "place"
            case _:
                return None

    def peel(self, text: str) -> tuple[str, dict[Role, Noun]]:
        """Take the phrases that are understood off the end; what is left is the object."""
        args: dict[Role, Noun] = {}
        text = text.strip(" ,")
        while True:
            for found in reversed(list(_PREPOSITION.finditer(text))):
                tail = text[found.end() :]
                if not tail.strip():
                    continue
                noun = self.noun(tail)
                if noun.kind == "raw" and re.fullmatch(rf"as|{NAMED}", found[1], re.I):
                    continue
                role = self.role(found[1], noun)
                if (
                    role == "into"
                    and noun.kind != "program"
                    and args.get("into", noun).kind == "program"
                    and "tool" not in args
                ):
                    args["tool"] = args.pop("into")  # “into a new file in the text editor”
                if role is None or role in args:
                    continue
                if noun.kind == "text" and role == "into":
                    continue
                args[role] = noun
                text = text[: found.start()].strip(" ,")
                break
            else:
                return text, args
