"""English clauses for which there is a step of its own; everything else is looked for in the program by its words."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local import concepts
from deskhand.models.local.steps import (
    ChangeCase,
    ClickOn,
    CloseWindow,
    DeleteFile,
    MakeFolder,
    MoveFile,
    PressKeys,
    RenameFile,
    Repeat,
    ReplaceText,
    SetSetting,
    SortLines,
    Step,
    Target,
    TypeText,
    UseCommand,
)
from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.frame import Noun, Ready
from deskhand.models.local.understand.roles.english.clauses import plain_words
from deskhand.models.local.understand.roles.english.things import FILED, QUOTED, number, thing, verbatim
from deskhand.models.local.understand.roles.limits import uncarried

_NAME = rf"(?:{QUOTED}|{FILED}|[^\s,]+(?:\s+[A-Z][\w.'-]*)*)"
_FILE = rf"(?:{FILED}|{QUOTED})"
_IN = r"(?:\s+(?:in|inside|on|from|into)\s+(?P<place>.+?))?"
_VIEW = r"(?:[\w-]+\s+){0,3}?(?:numbers?|bars?|panes?|panels?|rulers?|grid(?:lines)?|guides?|spaces?|tabs?|whitespaces?|margins?|extensions?|previews?|thumbnails?|seconds|hidden\s+files|files|wrap(?:ping)?|mode|theme|spell(?:ing|\s*check(?:ing|er)?)?|highlight(?:ing)?|autosave|shuffle|repeat|sidebar|toolbar|statusbar|date|clock|cursor|minimap|outline|indentation|completion|notifications|bluetooth|night\s+light|sounds?|keyboard|brackets?|line\s+endings|marks?|statistics|columns?|headings?|weekends?|week\s+numbers?|comments?|layers?|legend|subtitles?|equalizer|buttons?|icons?|wifi|wi-fi)"
_SWITCH = re.compile(
    rf"(?:turn|switch|put)\s+(?P<how>on|off)\s+(?P<what>.+)|(?:turn|switch|put)\s+(?P<what4>(?:the|my)\s+[\w -]+?)\s+(?P<how2>on|off)|(?P<verb>enable|disable|activate|deactivate|toggle\s+on|toggle\s+off|unhide)\s+(?P<what2>.+)|(?P<see>show|display|hide)\s+(?:me\s+)?(?:the\s+)?(?P<what3>{_VIEW})(?:\s+(?:at|along|on|in|down|for|of|across)\b.*)?",
    re.I,
)


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


def act(text: str, atoms: Atoms, source: str) -> Ready | None:
    """The clause by a step made for it."""
    for pattern, made in _RULES:
        found = re.fullmatch(pattern, text.strip(" ,."), re.I)
        if found is not None and (ready := made(found, atoms)) is not None:
            ready.source = source
            return ready
    return None


def _ready(*steps: Step, file: Noun | None = None, program: str = "", changes: bool = False) -> Ready:
    return Ready(steps, program, file, changes=changes)


def _switch(match: re.Match[str], atoms: Atoms) -> Ready | None:
    if match["see"] and re.search(QUOTED, match[0]):
        return None
    how = match["how"] or match["how2"] or match["verb"] or match["see"]
    what = plain_words(match["what"] or match["what2"] or match["what4"] or match["what3"], atoms)
    if not what or len(what.split()) > 8 or re.search(r"\d", what):
        return None
    return _ready(SetSetting(what, how.lower() not in ("off", "disable", "deactivate", "toggle off", "hide")))


def _undo(match: re.Match[str], atoms: Atoms) -> Ready | None:
    much = match["much"]
    times = 1 if not much else {"twice": 2, "thrice": 3}.get(much.lower(), number(re.sub(r"\s+times$", "", much)) or 0)
    if not 0 < times <= 50:
        return None
    return _ready(PressKeys("ctrl+z", times), changes=True)


def _rename(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = place(match["place"], atoms)
    old, new = _plain(match["old"], atoms), _plain(match["new"], atoms)
    if (
        where is None
        or not re.search(rf"{FILED}|{QUOTED}|file|folder", match["old"] + match["kind"])
        or re.match(
            r"(?:newest|oldest|latest|largest|biggest|smallest|first|last|all|every|most|it)\b", match["old"], re.I
        )
    ):
        return None
    return _ready(RenameFile(old, new, where), program="file manager")


def _plain(text: str, atoms: Atoms) -> str:
    return atoms.plain(text).strip(" .,")


def _move(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where, to = place(match["place"], atoms), place(match["to"], atoms)
    if where is None or not to:
        return None
    copy = match["verb"].lower() in ("copy", "duplicate") or match["verb"].lower().startswith("make")
    names = [_plain(char, atoms) for char in re.findall(FILED, match["names"])]
    return _ready(*(MoveFile(name, to, where, copy) for name in names), program="file manager")


def _bin(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = place(match["place"], atoms)
    names = [_plain(char, atoms) for char in re.findall(FILED, match["names"])]
    if where is None:
        return None
    return _ready(*(DeleteFile(name, where) for name in names), program="file manager")


def _folder(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = place(match["place"] or match["place2"], atoms)
    name = _plain(match["name"], atoms)
    if where is None or not name or len(name.split()) > 5:
        return None
    return _ready(MakeFolder(name, where), program="file manager")


def _replace(match: re.Match[str], atoms: Atoms) -> Ready | None:
    old, new = _plain(match["old"], atoms), _plain(match["new"], atoms)
    every = match["every"] or match["every2"]
    quoted = re.fullmatch(QUOTED, match["old"]) and re.fullmatch(QUOTED, match["new"])
    if (
        not (every or quoted)
        or len(old.split()) > 6
        or len(new.split()) > 8
        or old.lower()
        in ("it", "them", "this", "text", "name", "tabs", "spaces", "tab", "line breaks", "blank lines", "empty lines")
    ):
        return None
    if re.search(r"\d+\s*(?:%|px|pt)|^(?:bold|italic|capital|upper|lower)", new, re.I) and not quoted:
        return None
    return _ready(ReplaceText(old, new), changes=True)


def _case(match: re.Match[str], atoms: Atoms) -> Ready | None:
    return _ready(ChangeCase("lower" if re.match("lower|small", match["case"], re.I) else "upper"), changes=True)


def _sort(match: re.Match[str], atoms: Atoms) -> Ready | None:
    how = (match["how"] or "").lower()
    return _ready(SortLines(bool(re.search(r"reverse|descending|z\s*(?:to|-)\s*a|backwards", how))), changes=True)


def _write(match: re.Match[str], atoms: Atoms) -> Ready | None:
    text = match["text"].strip()
    into: Target | None = None
    if (
        (
            re.search(QUOTED, text)
            and not re.match(rf"{QUOTED}(?:\s+(?:in|into|to)\s+(?:the\s+)?(?:cell\s+)?[A-Z]{{1,2}}\d+)?$", text)
        )
        or uncarried(text, "en")
        or re.search(r"\b(?:then|everything|something)\b", text)
    ):
        return None
    if re.match("put", match[0], re.I) and not re.search(rf"{QUOTED}|\b[A-Z]{{1,2}}\d+$", text):
        return None
    if found := re.fullmatch(r"(.+?)\s+(?:in|into|to)\s+(?:the\s+)?(?:cell\s+)?([A-Z]{1,2}\d{1,4})", text):
        text, into = found[1], Target(found[2], "cell")
    if re.search(
        r"\b(?:in|on|under|below|above|after|before|into|to|across|at|with|next)\s+(?:the|it|this|my|a|each|every|letters|\w+\s+letters)\b",
        re.sub(QUOTED, "", text),
    ) or re.match(r"(?:the|a|an|my|its|that|this|it|down|what|all|in)\b", text, re.I):
        return None
    return _ready(TypeText((verbatim(text, atoms),), into), changes=True)


def _go_to(match: re.Match[str], atoms: Atoms) -> Ready | None:
    what = match["what"].lower()
    return _ready(UseCommand(f"go to {what}", ((what, match["no"]),)))


def _select(match: re.Match[str], atoms: Atoms) -> Ready | None:
    target = thing(match["what"], atoms)
    return None if target is None else _ready(ClickOn(target))


def _close(match: re.Match[str], atoms: Atoms) -> Ready | None:
    return _ready(CloseWindow())


def _times(match: re.Match[str], atoms: Atoms) -> Ready | None:
    count = number(match["times"]) if match["times"] else 1
    step = PressKeys("Return")
    return _ready(step if count in (1, None) else Repeat(count or 1, (step,)), changes=True)


def _pack(match: re.Match[str], atoms: Atoms) -> Ready | None:
    target = thing(match["what"], atoms)
    name = match["name"]
    if target is None:
        return None
    return _ready(UseCommand("compress", (("name", _plain(name, atoms)),) if name else (), target))


def _mark(match: re.Match[str], atoms: Atoms) -> Ready | None:
    target = thing(match["what"], atoms) or thing(f"the {match['what']}", atoms)
    words = plain_words(match["what"], atoms)
    if target is None and not words:
        return None
    state = plain_words(match["as"], atoms)
    return _ready(
        UseCommand(f"mark as {state}", (), target or Target(_plain(match["what"], atoms), "row")), changes=True
    )


def _use_as(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = place(match["place"], atoms)
    if where is None:
        return None
    name = plain_words(match["as"], atoms)
    values = ((name, _plain(match["file"], atoms)), *((("folder", where),) if where else ()))
    return _ready(UseCommand(f"set {name}", values))


def _ticked(match: re.Match[str], atoms: Atoms) -> Ready | None:
    return _ready(
        UseCommand("mark as done", (), Target(_plain(re.sub(r"^the\s+(?:task\s+)?", "", match["what"]), atoms), "row")),
        changes=True,
    )


_EVERY = r"(?:(?P<every>every|all|each|any|all\s+the|all\s+of\s+the)\s+)?(?:(?:occurrence|instance)s?\s+of\s+)?(?:the\s+)?(?:words?\s+|text\s+)?"
_LINES = r"(?:(?:all|of)\s+)*(?:the\s+|these\s+|those\s+|my\s+|this\s+)?(?:lines?|names?|words|text|list|file|document|entries)(?:\s+in\s+(?:the|this|my)\s+(?:file|document|text|list|editor))?"
_ARCHIVE = r"(?:a|an|the|one)\s+(?:new\s+)?(?:\w+\s+)?(?:zip|archive|tarball|tar|7z)(?:\s+(?:file|archive))?"
_RULES: tuple[tuple[str, Callable[[re.Match[str], Atoms], Ready | None]], ...] = (
    (
        rf"(?:put|pack|bundle|add|compress|zip|stuff)(?:\s+up)?\s+(?P<what>.+?)\s+(?:in|into|to|as)\s+{_ARCHIVE}(?:\s+(?:called|named)\s+(?P<name>.+))?",
        _pack,
    ),
    (
        r"(?:mark|flag|tag|set)\s+(?P<what>.+?)\s+as\s+(?P<as>(?:un)?(?:done|finished|completed?|read|paid|important|seen|favou?rite|starred|spam|junk))",
        _mark,
    ),
    (r"(?:tick|check|cross)\s+(?:off\s+)?(?P<what>.+?)(?:\s+off)?(?P<as>(?<=off))", _ticked),
    (
        rf"(?:use|set|make|put|take)\s+(?:the\s+)?(?P<file>{FILED}){_IN}\s+(?:as|for)\s+(?P<as>(?:the|my)\s+[\w ]+)",
        _use_as,
    ),
    (_SWITCH.pattern, _switch),
    (
        r"(?:undo|take\s+back|revert|roll\s+back)(?:\s+(?:that|it|this|(?:my|the|your)\s+(?:last\s+)?(?:(?P<much>\w+)\s+)?(?:\w+s?)?))?",
        _undo,
    ),
    (
        r"(?:put\s+(?:that|it)\s+back|put\s+back\s+(?:that|it)|take\s+(?:that|it)\s+back|undo\s+(?:it|that))(?P<much>)",
        _undo,
    ),
    (
        rf"rename\s+(?:the\s+)?(?P<kind>file\s+|folder\s+|)(?P<old>{_NAME}){_IN}\s+(?:to|as|into|in\s+to)\s+(?P<new>.+)",
        _rename,
    ),
    (
        rf"(?P<verb>copy|move|put|duplicate)\s+(?:the\s+files?\s+)?(?P<names>{FILED}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){FILED})*){_IN}\s+(?:to|into|in|over\s+to|onto)\s+(?P<to>.+)",
        _move,
    ),
    (
        rf"(?:delete|remove|bin|trash|erase|throw\s+away|get\s+rid\s+of)\s+(?:the\s+files?\s+)?(?P<names>{FILED}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){FILED})*){_IN}",
        _bin,
    ),
    (
        rf"(?:throw|put|move|drop)\s+(?:the\s+files?\s+)?(?P<names>{FILED}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){FILED})*)(?P<place>)\s+(?:in|into|in\s+to)\s+(?:the\s+)?(?:bin|trash|recycle\s+bin|rubbish(?:\s+bin)?|wastebasket)",
        _bin,
    ),
    (
        r"(?:make|create|add|new|set\s+up)\s+(?:me\s+)?(?:a\s+|another\s+)?(?:new\s+)?(?:folder|directory)(?:\s+in\s+(?P<place2>[^,]+?))?\s+(?:called|named|with\s+the\s+name)\s+(?P<name>.+?)"
        + _IN,
        _folder,
    ),
    (
        rf"(?:change|replace|swap|turn|correct|substitute|make)\s+{_EVERY}(?P<old>.+?)(?P<every2>\s+everywhere)?\s+(?:in)?(?:to|with|by|for)\s+(?:the\s+word\s+)?(?P<new>.+?)(?:\s+(?:everywhere|throughout|in\s+(?:the|this|my)\s+(?:whole\s+)?(?:text|document|file|letter|page)))?",
        _replace,
    ),
    (
        rf"(?:make|turn|put|set|change|convert)\s+{_LINES}\s+(?:all\s+)?(?:in\s+|to\s+|into\s+)?(?P<case>upper|lower|capital|small)(?:[\s-]*case)?(?:\s+letters|s)?",
        _case,
    ),
    (
        rf"(?:sort|order|arrange|put)\s+{_LINES}(?:\s+(?P<how>alphabetically|in\s+(?:reverse\s+|ascending\s+|descending\s+)?(?:alphabetical\s+)?order|from\s+[az]\s+to\s+[az]|[az]\s*-\s*[az]|in\s+reverse|backwards|ascending|descending)(?:\s+order)?)*",
        _sort,
    ),
    (r"(?:write|type|enter|put|type\s+in|key\s+in)\s+(?:in\s+)?(?P<text>.+)", _write),
    (r"(?:select|choose|pick|click|open|mark|highlight)\s+(?!an?\b|another\b)(?P<what>(?!.*\bas\b).+)", _select),
    (
        r"(?:go|jump|turn|skip|scroll|move|flip|fast[\s-]forward)\s+(?:ahead\s+|forward\s+|back\s+)?to\s+(?:the\s+)?(?P<what>page|line|slide|chapter|track|row|minute|frame)\s+(?:number\s+)?(?P<no>\d[\w:.]*)",
        _go_to,
    ),
    (
        r"(?:skip|leave|insert|add|make)\s+(?:a|one|an\s+empty|(?P<times>\w+)\s+(?:empty\s+)?)\s*(?:empty\s+|blank\s+)?(?:line|line\s+break|new\s+line)s?",
        _times,
    ),
)
