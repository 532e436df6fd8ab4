"""English clauses about the desktop as a whole: all windows, one window's size, what shows, how many, where files go.

They are read before the general grammar: its rule against open-ended repetition would refuse *close all windows*.
"""

from __future__ import annotations

import re
from typing import cast

from deskhand.models.local.steps import Target
from deskhand.models.local.understand.english.told import Nouns
from deskhand.models.local.understand.frame import Frame, Noun, Role, Verb

_ALL_WINDOWS = (
    r"(?:all(?:\s+(?:of\s+)?(?:the|my|these|those))?(?:\s+(?:open|running|other))?\s+(?:windows|programs|apps|applications)"
    r"|every(?:thing|\s+(?:open\s+)?(?:window|program|app))|all\s+of\s+(?:them|it)|them\s+all|it\s+all|all)"
    r"(?:\s+(?:that\s+(?:is|are)\s+)?(?:open|running))?(?:\s+on\s+the\s+(?:screen|desktop))?"
)
_CLOSE_ALL = re.compile(
    rf"(?:close|quit|exit|shut(?:\s+down)?)\s+{_ALL_WINDOWS}(\s+without\s+saving(?:\s+\w+)?)?"
    r"|without\s+saving,?\s+close\s+everything",
    re.I,
)
_SIZED = re.compile(r"(maximi[sz]e|minimi[sz]e|iconify|restore|unmaximi[sz]e|un-?minimi[sz]e)\b\s*(.*)", re.I)
_FULL = re.compile(
    r"make\s+(.+?)\s+(?:full[\s-]?screen|fill\s+the\s+(?:whole\s+)?screen|as\s+(?:large|big)\s+as\s+possible)", re.I
)
_BACK = re.compile(
    r"(?:put|bring|set|change|return)\s+(.+?)\s+(?:back\s+)?to\s+(?:its|the)\s+(?:normal|original|previous|usual|old)\s+size",
    re.I,
)
_SEEN = (
    r"what(?:\s+do)?\s+you\s+(?:can\s+)?see|what\s+can\s+you\s+see|what\s+you\s+see|what\s+(?:it|the\s+(?:screen|window|program))\s+(?:now\s+)?(?:shows|displays)"
    r"|what(?:'s|\s+is)\s+(?:visible|showing|to\s+be\s+seen)|what\s+is\s+there\s+to\s+see"
)
_ON_SCREEN = (
    r"(?:\s+(?:there|now|right\s+now|on\s+(?:the|my)\s+(?:screen|desktop|display)|in\s+(?:it|the\s+screenshot)))*"
)
_DESCRIBE = re.compile(
    rf"(?:(?:describe|explain|tell\s+me(?:\s+about)?|report|say|show\s+me)\s+)?(?:{_SEEN}){_ON_SCREEN}"
    rf"|describe\s+(?:to\s+me\s+)?(?:it|the\s+(?:screen|desktop|screenshot|picture|current\s+screen)|my\s+(?:screen|desktop)"
    rf"|what(?:'s|\s+is)(?:\s+(?:currently|now))?\s+on\s+(?:the|my)\s+screen){_ON_SCREEN}"
    r"|(?:tell\s+me\s+|list\s+)?(?:(?:what|which)\s+(?:windows|programs|apps|applications)\s+(?:are|is)(?:\s+currently)?\s+"
    r"(?:open|running|shown)|(?:all\s+)?the\s+open\s+(?:windows|programs|apps))(?:\s+(?:now|right\s+now|on\s+the\s+(?:screen|desktop)))?",
    re.I,
)
_SCREENSHOT = re.compile(
    r"(?:take|make|capture|grab)\s+(?:a\s+|another\s+)?(?:screen\s?shot|picture\s+of\s+the\s+screen)"
    r"(?:\s+of\s+(?:the|my)\s+(?:\w+\s+)?(?:screen|desktop))?",
    re.I,
)
_COUNT = re.compile(
    r"(?:(?:tell\s+me|count|report|say)\s+)?(?:how\s+many|the\s+number\s+of)\s+(lines|rows|files|files\s+and\s+folders|items)"
    r"(?:\s+(.+))?|count\s+(?:the\s+)?(lines|files)(?:\s+(.+))?",
    re.I,
)
_PRINTED = re.compile(
    r"(?:(?:of\s+output\s+)?(?:does|did|do)\s+)?(?:(?:it|the\s+(?:command|terminal)|that)\s+)?(?:prints?|printed|outputs?|shows?|displays?|are\s+"
    r"(?:printed|shown))|(?:are\s+)?(?:in|of)\s+the\s+output|of\s+output(?:\s+there\s+are)?|(?:it|that)\s+(?:has|gives|gave)",
    re.I,
)
_PLACED = re.compile(
    r"(?:(?:are\s+)?(?:there\s+)?(?:are\s+)?(?:in|inside|on)|does|do)\s+(.+?)(?:\s+(?:have|has|contain|contains))?",
    re.I,
)
_FILES_IN = re.compile(
    r"(?:(?:tell\s+me|say|show\s+me)\s+)?(?:which|what)\s+(?:files|documents)(?:\s+and\s+folders)?\s+(?:are|is)\s+(?:there\s+)?(?:in|inside|on)\s+(.+)"
    r"|list\s+(?:all\s+)?(?:the\s+)?(?:files|contents?)\s+(?:in|of|inside)\s+(.+)"
    r"|what(?:'s|\s+is)\s+(?:in|inside)\s+(.+)",
    re.I,
)
_MOVE = re.compile(
    r"(move|copy|put|transfer|place)\s+(.+?)\s+(?:from\s+(?:the\s+)?(.+?)\s+)?(?:to|into|in|inside)\s+(.+?)(?:\s+from\s+(.+))?",
    re.I,
)


def desk_frames(nouns: Nouns, text: str) -> list[Frame] | None:
    """The frames of such a clause; None when it is none."""
    text = re.sub(r"\s+", " ", text.strip(" ,?."))
    if (found := _CLOSE_ALL.fullmatch(text)) is not None:
        discards = re.search(r"without\s+saving", text, re.I) is not None
        args: dict[Role, Noun] = {"manner": Noun("raw", "discard")} if discards else {}
        return [Frame("close", (Noun("everything"),), args)]
    if (found := _SCREENSHOT.fullmatch(text)) is not None or _DESCRIBE.fullmatch(text) is not None:
        return [Frame("describe")]
    if (found := _FULL.fullmatch(text)) is not None:
        return _sized(nouns, "maximize", found[1])
    if (found := _BACK.fullmatch(text)) is not None:
        return _sized(nouns, "restore", found[1])
    if (found := _SIZED.fullmatch(text)) is not None:
        word = found[1].lower().replace("-", "").replace("s", "z")
        how = "minimize" if word in ("minimize", "iconify") else "maximize" if word == "maximize" else "restore"
        return _sized(nouns, cast(Verb, how), found[2])
    if (found := _COUNT.fullmatch(text)) is not None:
        return _counted(nouns, (found[1] or found[3]).lower(), (found[2] or found[4] or "").strip())
    if (found := _FILES_IN.fullmatch(text)) is not None:
        place = nouns.noun(found[1] or found[2] or found[3])
        return [Frame("tell", (place,))] if place.kind == "folder" else None
    return _moved(nouns, text)


def _sized(nouns: Nouns, how: Verb, words: str) -> list[Frame] | None:
    words = re.sub(
        r"\s+(?:to|back\s+to)\s+(?:its|the)\s+(?:\w+\s+)?size$|\s+again$|^all\s+of\s+", "", words, flags=re.I
    )
    if not words:
        return [Frame(how, (Noun("window"),))]
    frames = []
    for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", words):
        noun = nouns.noun(re.sub(r"\s+window$", "", part, flags=re.I) if nouns.noun(part).kind == "raw" else part)
        if noun.kind not in ("program", "window", "this file", "text", "file", "raw"):
            return None
        frames.append(Frame(how, (noun,)))
    return frames


def _counted(nouns: Nouns, what: str, rest: str) -> list[Frame] | None:
    if what.startswith(("files", "items")):
        if not rest or re.fullmatch(
            r"(?:are\s+|does\s+)?(?:there|it\s+(?:show|contain|have)s?)(?:\s+are)?", rest, re.I
        ):
            return [Frame("count", (Noun("folder"),))]
        placed = _PLACED.fullmatch(rest)
        place = nouns.noun(placed[1]) if placed is not None else None
        return [Frame("count", (place,))] if place is not None and place.kind == "folder" else None
    if not rest or _PRINTED.fullmatch(rest):
        return [Frame("count", (Noun("output"),))]
    if re.fullmatch(
        r"(?:are\s+)?there(?:\s+are)?(?:\s+in\s+(?:it|the\s+(?:file|document)))?|(?:does\s+)?(?:it|the\s+file)\s+(?:has|have)",
        rest,
        re.I,
    ):
        return [Frame("count", (Noun("this file"),))]
    placed = _PLACED.fullmatch(re.sub(r"\s+(?:there\s+are|are)$", "", rest))
    noun = nouns.noun(placed[1]) if placed is not None else None
    return [Frame("count", (noun,))] if noun is not None and noun.kind in ("file", "this file", "command") else None


def _moved(nouns: Nouns, text: str) -> list[Frame] | None:
    """``move notes.txt from the shared folder to “Old”``: only a file by its name, and only into a folder."""
    found = _MOVE.fullmatch(text)
    if found is None:
        return None
    verb = found[1].lower()
    files = [nouns.noun(part) for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", found[2])]
    known = all(noun.kind == "file" for noun in files) or (
        verb == "move"
        and len(files) == 1
        and re.fullmatch(r"(?:it|(?:the|this|that)\s+file)", found[2], re.I) is not None
    )
    inside = re.fullmatch(r"(.+?)\s+(?:in|inside|of)\s+(.+)", found[4], re.I)
    if (
        inside is not None and not found[3] and nouns.noun(inside[2]).kind == "folder"
    ):  # "the Done folder in the shared folder"
        goal = _folder(nouns, inside[1], bare=verb == "move")
        if known and goal is not None and goal.kind == "target":
            return [
                Frame(
                    "copy file" if verb == "copy" else "move",
                    tuple(files),
                    {"place": goal, "source": nouns.noun(inside[2])},
                )
            ]
    goal = _folder(nouns, found[4], bare=verb == "move")
    if not known or goal is None:
        return None
    args: dict[Role, Noun] = {"place": goal}
    if from_words := found[3] or found[5]:
        source = _folder(nouns, from_words)
        if source is None or source.kind != "folder":
            return None
        args["source"] = source
    return [Frame("copy file" if verb == "copy" else "move", tuple(files), args)]


def _folder(nouns: Nouns, words: str, *, bare: bool = False) -> Noun | None:
    """A well-known folder, or one by its name; with ``bare`` also a capitalised word (*to Archive*)."""
    noun = nouns.noun(words)
    if noun.kind == "folder":
        return noun
    if noun.target is not None and noun.target.kind == "folder" and noun.target.name:
        return Noun("target", noun.target.name, words, target=noun.target)
    if noun.kind == "text" and noun.quoted and bare:
        return Noun("target", noun.text, words, target=Target(noun.text, "folder"))
    if found := re.fullmatch(r"(?:the\s+)?([\w.-]+)\s+(?:sub)?(?:folder|directory)", words, re.I):
        return Noun("target", found[1], words, target=Target(found[1], "folder"))
    if bare and re.fullmatch(r"[A-Z][\w-]*", words):
        return Noun("target", words, words, target=Target(words, "folder"))
    return None
