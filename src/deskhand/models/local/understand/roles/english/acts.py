"""English clauses for which there is a step of its own; everything else is looked for in the program by its words."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import (
    ChangeCase,
    ClickOn,
    CloseWindow,
    PressKeys,
    Repeat,
    ReplaceText,
    SetSetting,
    SortLines,
    Target,
    TypeText,
    UseCommand,
)
from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.frame import Ready
from deskhand.models.local.understand.roles.english.clauses import plain_words
from deskhand.models.local.understand.roles.english.filed import FILE_RULES, IN, Rule, place, plain, ready
from deskhand.models.local.understand.roles.english.things import FILED, QUOTED, number, thing, verbatim
from deskhand.models.local.understand.roles.limits import uncarried

_VIEW = r"(?:[\w-]+\s+){0,3}?(?:numbers?|bars?|panes?|panels?|rulers?|grid(?:lines)?|guides?|spaces?|tabs?|whitespaces?|margins?|extensions?|previews?|thumbnails?|seconds|hidden\s+files|files|wrap(?:ping)?|mode|theme|spell(?:ing|\s*check(?:ing|er)?)?|highlight(?:ing)?|autosave|shuffle|repeat|sidebar|toolbar|statusbar|date|clock|cursor|minimap|outline|indentation|completion|notifications|bluetooth|night\s+light|sounds?|keyboard|brackets?|line\s+endings|marks?|statistics|columns?|headings?|weekends?|week\s+numbers?|comments?|layers?|legend|subtitles?|equalizer|buttons?|icons?|wifi|wi-fi)"
_SWITCH = re.compile(
    rf"(?:turn|switch|put)\s+(?P<how>on|off)\s+(?P<what>.+)|(?:turn|switch|put)\s+(?P<what4>(?:the|my)\s+[\w -]+?)\s+(?P<how2>on|off)|(?P<verb>enable|disable|activate|deactivate|toggle\s+on|toggle\s+off|unhide)\s+(?P<what2>.+)|(?P<see>show|display|hide)\s+(?:me\s+)?(?:the\s+)?(?P<what3>{_VIEW})(?:\s+(?:at|along|on|in|down|for|of|across)\b.*)?",
    re.I,
)


def act(text: str, atoms: Atoms, source: str) -> Ready | None:
    """The clause by a step made for it."""
    for pattern, made in (*FILE_RULES, *_RULES):
        found = re.fullmatch(pattern, text.strip(" ,."), re.I)
        if found is not None and (found_ready := made(found, atoms)) is not None:
            found_ready.source = source
            return found_ready
    return None


def _switch(match: re.Match[str], atoms: Atoms) -> Ready | None:
    if match["see"] and re.search(QUOTED, match[0]):
        return None
    how = match["how"] or match["how2"] or match["verb"] or match["see"]
    what = plain_words(match["what"] or match["what2"] or match["what4"] or match["what3"], atoms)
    if not what or len(what.split()) > 8 or re.search(r"\d", what):
        return None
    return ready(SetSetting(what, how.lower() not in ("off", "disable", "deactivate", "toggle off", "hide")))


def _undo(match: re.Match[str], atoms: Atoms) -> Ready | None:
    much = match["much"]
    times = 1 if not much else {"twice": 2, "thrice": 3}.get(much.lower(), number(re.sub(r"\s+times$", "", much)) or 0)
    if not 0 < times <= 50:
        return None
    return ready(PressKeys("ctrl+z", times), changes=True)


def _replace(match: re.Match[str], atoms: Atoms) -> Ready | None:
    old, new = plain(match["old"], atoms), plain(match["new"], atoms)
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
    return ready(ReplaceText(old, new), changes=True)


def _case(match: re.Match[str], atoms: Atoms) -> Ready | None:
    return ready(ChangeCase("lower" if re.match("lower|small", match["case"], re.I) else "upper"), changes=True)


def _sort(match: re.Match[str], atoms: Atoms) -> Ready | None:
    how = (match["how"] or "").lower()
    return ready(SortLines(bool(re.search(r"reverse|descending|z\s*(?:to|-)\s*a|backwards", how))), changes=True)


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
    return ready(TypeText((verbatim(text, atoms),), into), changes=True)


def _go_to(match: re.Match[str], atoms: Atoms) -> Ready | None:
    what = match["what"].lower()
    return ready(UseCommand(f"go to {what}", ((what, match["no"]),)))


def _select(match: re.Match[str], atoms: Atoms) -> Ready | None:
    target = thing(match["what"], atoms)
    return None if target is None else ready(ClickOn(target))


def _close(match: re.Match[str], atoms: Atoms) -> Ready | None:
    return ready(CloseWindow())


def _times(match: re.Match[str], atoms: Atoms) -> Ready | None:
    count = number(match["times"]) if match["times"] else 1
    step = PressKeys("Return")
    return ready(step if count in (1, None) else Repeat(count or 1, (step,)), changes=True)


def _mark(match: re.Match[str], atoms: Atoms) -> Ready | None:
    target = thing(match["what"], atoms) or thing(f"the {match['what']}", atoms)
    words = plain_words(match["what"], atoms)
    if target is None and not words:
        return None
    state = plain_words(match["as"], atoms)
    return ready(UseCommand(f"mark as {state}", (), target or Target(plain(match["what"], atoms), "row")), changes=True)


def _use_as(match: re.Match[str], atoms: Atoms) -> Ready | None:
    where = place(match["place"], atoms)
    if where is None:
        return None
    name = plain_words(match["as"], atoms)
    values = ((name, plain(match["file"], atoms)), *((("folder", where),) if where else ()))
    return ready(UseCommand(f"set {name}", values))


def _ticked(match: re.Match[str], atoms: Atoms) -> Ready | None:
    return ready(
        UseCommand("mark as done", (), Target(plain(re.sub(r"^the\s+(?:task\s+)?", "", match["what"]), atoms), "row")),
        changes=True,
    )


_EVERY = r"(?:(?P<every>every|all|each|any|all\s+the|all\s+of\s+the)\s+)?(?:(?:occurrence|instance)s?\s+of\s+)?(?:the\s+)?(?:words?\s+|text\s+)?"
_LINES = r"(?:(?:all|of)\s+)*(?:the\s+|these\s+|those\s+|my\s+|this\s+)?(?:lines?|names?|words|text|list|file|document|entries)(?:\s+in\s+(?:the|this|my)\s+(?:file|document|text|list|editor))?"
_RULES: tuple[Rule, ...] = (
    (
        r"(?:mark|flag|tag|set)\s+(?P<what>.+?)\s+as\s+(?P<as>(?:un)?(?:done|finished|completed?|read|paid|important|seen|favou?rite|starred|spam|junk))",
        _mark,
    ),
    (r"(?:tick|check|cross)\s+(?:off\s+)?(?P<what>.+?)(?:\s+off)?(?P<as>(?<=off))", _ticked),
    (
        rf"(?:use|set|make|put|take)\s+(?:the\s+)?(?P<file>{FILED}){IN}\s+(?:as|for)\s+(?P<as>(?:the|my)\s+[\w ]+)",
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
