"""English questions: what the screen can answer is read and told; how something is done, and the world, are refused.

A question is never an order: "Is the calculator open?" opens nothing.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import Count, Describe, Read, Step, Target, Tell
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.frame import Noun, Puzzled, Ready
from deskhand.models.local.understand.roles.english.clauses import plain_words
from deskhand.models.local.understand.roles.english.things import thing
from deskhand.models.local.understand.roles.english.values import FIELD_NAMES

_FILED = any_of("file")
_HOW_TO = re.compile(
    r"(?:(?:can|could|would)\s+you\s+)?(?:(?:tell|show|explain)\s+(?:to\s+)?me\s+)?(?:how\s+(?:do|does|can|could|should|would|to|come|did|are|is|was)\b|why\b|what\s+(?:is|are|does|do)\s+(?:an?\s+)?(?:difference|point|best|meaning|purpose)|what's\s+the\s+(?:difference|point|best|meaning|purpose|weather|news|time\s+in|capital)|what\s+(?:should|would|could|can|do\s+you|happens|if)\b|is\s+(?:there\s+(?:a|any)\s+way|it\s+(?:possible|better|safe|true|normal))|should\s+(?:i|we)|do\s+(?:you|i|we)\b|are\s+you\b|who\s+(?:are|made|wrote|invented|won)\b|where\s+can\s+(?:i|one)|can\s+(?:i|one|it|this|gedit)\b|may\s+i\b|does\s+\w+\s+(?:have|support|work|allow)\b|what\s+is\s+an?\s|what\s+are\s+\w+\?*$|explain\b|is\s+the\s+internet\b)",
    re.I,
)
_YES_NO = re.compile(r"(?:is|are|was|were|does|do|did|has|have|am|may|might|will|shall)\s", re.I)
_LEADS = re.compile(
    r"(?:and\s+|but\s+|so\s+)?(?:(?:please\s+)?(?:can|could|would)\s+you\s+(?:please\s+)?)?(?:(?:please\s+)?(?:tell\s+(?:me|us)|let\s+me\s+know|find\s+out|say|show\s+me|look\s+up|give\s+me|report|check|see|look|count|read\s+me|i(?:'d\s+like|\s+want|\s+need)\s+to\s+(?:know|see))\s+)?(?=(?:what|how|which|who|where|when|whose)\b)",
    re.I,
)
_WORLD = re.compile(
    r"\b(?:weather|news|president|capital\s+of|in\s+(?:tokyo|london|paris|berlin|new\s+york)|translate|meaning\s+of\s+life|stock|exchange\s+rate|should\s+i|you\s+think|your\s+(?:name|opinion|favou?rite)|dollars|euros|what\s+day|(?:what|the)\s+time\b(?!\s+(?:of|for|in\s+(?:the|row|cell|column)))|the\s+year|you\s+can\s+do|train|flight|usd|eur)\b",
    re.I,
)
_TOLD_NP = re.compile(
    r"(?:read(?:\s+(?:me|out|off|aloud|to\s+me))?|tell\s+me|give\s+me|let\s+me\s+know|report)\s+(?P<what>(?:the|its|all\s+the|that|those)\s+(?:names?|titles?|numbers?|values?|prices?|phone|totals?|amounts?|dates?|times?|results?|sizes?|address|headings?|text|contents?|first|last|second|third|average|sum|highest|lowest|largest|smallest|\w+\s+number)\b.*)",
    re.I,
)
_COUNTED = {
    "line": "lines",
    "row": "rows",
    "word": "words",
    "character": "characters",
    "letter": "characters",
    "file": "files",
    "picture": "files",
    "photo": "files",
    "image": "files",
    "document": "files",
    "item": "files",
    "window": "windows",
    "tab": "tabs",
}
_MOST = re.compile(
    r"\b(?P<most>largest|biggest|greatest|highest|heaviest|most\s+expensive|dearest|maximum|most|top|smallest|lowest|cheapest|least(?:\s+expensive)?|minimum|newest|latest|most\s+recent(?:ly\s+(?:changed|modified|edited))?|oldest|earliest|longest|shortest|sum|total|average|mean)\b",
    re.I,
)
HOWS = {
    **dict.fromkeys(("largest", "biggest", "greatest", "highest", "heaviest", "most expensive", "dearest", "maximum", "most", "top"), "largest"),
    **dict.fromkeys(("smallest", "lowest", "cheapest", "least", "least expensive", "minimum"), "smallest"),
    **dict.fromkeys(("newest", "latest", "most recent", "most recently changed", "most recently modified", "most recently edited"), "newest"),
    **dict.fromkeys(("oldest", "earliest"), "oldest"), "longest": "longest", "shortest": "shortest",
    **dict.fromkeys(("sum", "total"), "sum"), **dict.fromkeys(("average", "mean"), "average"),
}  # fmt: skip


def is_how_to(text: str) -> bool:
    """Whether it asks how something is done, or for an opinion."""
    return (
        _HOW_TO.match(re.sub(r"^(?:hey|so|and|but|well|ok|okay|hi|please)[\s,]+", "", text.strip(), flags=re.I))
        is not None
    )


def asked(text: str, atoms: Atoms, source: str, *, acted: bool = False) -> Ready | None:
    """What the question wants read, counted or compared, and told; None where it is no question."""
    bare = text.strip(" ?.,")
    if found := _TOLD_NP.fullmatch(bare):
        if _WORLD.search(bare):
            raise Puzzled(source, "world")
        return Ready(
            _steps(f"what is {found['what']}", atoms) or (Describe(), Tell()),
            file=_file(bare, atoms),
            reads=True,
            source=source,
        )
    lead = _LEADS.match(bare)
    if lead is None and not text.rstrip().endswith("?"):
        return None
    if is_how_to(bare):
        raise Puzzled(source, "question")
    question = bare[lead.end() :] if lead is not None else bare
    if _WORLD.search(question):
        raise Puzzled(source, "world")
    if lead is None:
        if _YES_NO.match(bare):
            raise Puzzled(source, "question")
        return None
    steps = _steps(question, atoms)
    if steps is None and acted:
        steps = (Describe(), Tell())
    if steps is None:
        raise Puzzled(source, "question")
    return Ready(steps, file=_file(question, atoms), reads=True, source=source)


def _file(question: str, atoms: Atoms) -> Noun | None:
    found = re.findall(_FILED, question)
    return (
        Noun("file", atoms.plain(found[0]))
        if len(found) == 1 and not re.search(r"\b(?:size|big|large|date|modified|changed|space)\b", question, re.I)
        else None
    )


def _steps(question: str, atoms: Atoms) -> tuple[Step, ...] | None:
    if found := re.match(
        r"how\s+many\s+(?:of\s+(?:the|these|those)\s+)?(?P<what>[\w-]+?)s?\b(?P<rest>.*)", question, re.I
    ):
        counted = _COUNTED.get(found["what"].lower())
        plain = re.fullmatch(
            rf"\s*(?:(?:are|is|has|have|does|do|did|were|got|there|here|in|it|this|the|my|that|these|of|on|text|file|document|essay|letter|page|folder|archive|list|window|open|shown|shows|contains?|altogether|now|{_FILED})\s*)*",
            found["rest"],
            re.I,
        )
        if counted in ("lines", "files") and plain:
            return (Read(Target(kind="file" if counted == "files" else "text")), Count(counted), Tell())  # type: ignore[arg-type]
        return (Describe(), Tell())
    if re.match(r"(?:what|which|who|how\s+much)\b", question, re.I) and (found := _MOST.search(question)):
        return (Describe(), Tell())
    if found := re.fullmatch(
        r"what(?:'s|\s+is|\s+does|\s+text\s+is|\s+do|\s+stands|\s+are)?\s+(?:written\s+|shown\s+|displayed\s+)?(?:in|on|at)?\s*(?P<what>.+?)(?:\s+(?:say|says|tells|contain|contains|hold|holds|show|shows|read|reads|is|are))?",
        question,
        re.I,
    ):
        what = re.sub(r"\s+(?:there|here|at\s+the\s+moment|right\s+now|now|on\s+it)$", "", found["what"], flags=re.I)
        target = thing(what, atoms)
        if target is not None:
            if target.kind == "file":
                return (Read(Target(kind="text")), Tell())
            return (Read(target), Tell())
        if named := re.fullmatch(
            r"(?:the\s+|its\s+|my\s+)?(?P<field>[\w -]{2,40}?)(?:\s+(?:of|for|on|at|in)\s+(?P<of>.+))?", what, re.I
        ):
            if re.match(r"\d", named["field"]):
                return None
            if re.search(r"\b(?:i|you|we|it|they|he|she|have|has|did|do)\b", named["field"], re.I):
                return (Describe(), Tell())
            of = thing(named["of"], atoms) if named["of"] else None
            if named["of"] and (of is None or not of.name):
                of = Target(plain_words(named["of"], atoms))
            field = re.sub(r"\s+(?:says?|reads?|shows?|is|are)$", "", plain_words(named["field"], atoms))
            if re.search(
                rf"\b(?:{FIELD_NAMES}|heading|answer|result|balance|number|version|byte|value)\b", field, re.I
            ):
                return (Read(Target(field, near=of.name if of is not None else "")), Tell())
    if re.search(
        rf"\b(?:this|that|these|those|here|there|it|file|files|folder|line|row|cell|column|screen|window|list|table|page|document|note|picture|tab|archive|entry|entries|text|program|disk|task|tasks|i|my|average|mean|highest|lowest|largest|smallest|newest|oldest|mark|price|total|sum|mentioned|sequences|customers|songs|pictures|photos|{_FILED})\b",
        question,
        re.I,
    ):
        return (Describe(), Tell())
    return None
