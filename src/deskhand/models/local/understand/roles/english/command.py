"""An English clause as a command to look for in the program in front: its words, its values, what to select first."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target, UseCommand
from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.frame import Puzzled
from deskhand.models.local.understand.roles.english.clauses import Clause, plain_words
from deskhand.models.local.understand.roles.english.kinds import THING
from deskhand.models.local.understand.roles.english.things import FILED, generic, thing
from deskhand.models.local.understand.roles.english.values import NUMBER, UNIT, fields
from deskhand.models.local.understand.roles.english.verbs import CLOSED, MAKING, SAME, SOLO, VALUED

_FILES = re.compile(
    r"(?:(?:all|every|any|both)\s+(?:of\s+)?(?:the\s+|my\s+|these\s+)?(?:[\w.]+\s+)?(?:files?|folders?|documents?|pictures?|photos?|images?)\b|everything\b)",
    re.I,
)
_ON = re.compile(
    rf"\s+(?P<by>in|on|of|to|from|for|out\s+of|into|above|below|under|underneath|beneath|before|after|behind|next\s+to|at|over|across|inside|within|with|between)\s+(?P<what>(?:the|my|this|that|all|{FILED}|[A-Z]|{THING}|{any_of('quote')}).*)$",
    re.I,
)
_TO = re.compile(r"^(?P<what>.+?)\s+(?:to|at|as|=|into)\s+(?P<value>.+)$", re.I)
_RANGE = re.compile(
    r"(?:the\s+)?(?:cells?\s+|range\s+)?\b([A-Z]{1,2}\d{1,4})\s*(?:to|through|till|until|-|–)\s*([A-Z]{1,2}\d{1,4})\b"
)
_OF_TO = re.compile(
    r"(?P<what>the\s+[\w -]{2,30}?)\s+of\s+(?P<whose>(?:the\s+)?[^,]{2,40}?)\s+to\s+(?P<value>[^,]{1,60}?)(?:\s+in\s+the\s+[\w ]+)?",
    re.I,
)
_LEVEL = re.compile(
    rf"(?P<what>(?:the|my)\s+[\w ]{{3,20}}?)\s+(?:up|down)?\s*to\s+(?:about\s+)?(?P<value>{NUMBER}{UNIT}?|half|maximum|minimum|full)",
    re.I,
)
_SIZE = re.compile(
    rf"\s*(?:to|at|of)?\s*(?P<width>{NUMBER})(?:\s*px)?\s*(?:by|x|×)\s*(?P<height>\d+(?:\.\d+)?)(?:\s*(?:px|pixels|mm|cm))?",
    re.I,
)
_GOAL = re.compile(
    r"(?P<what>(?:the|my|this|that)\s+.+?)\s+(?:in|into|to|under|below|beneath)\s+(?:the\s+)?(?P<to>[\w' -]{2,30})"
)
_BECOMES = re.compile(
    rf"(?P<what>(?:the|my|this|that)\s+[\w ]{{3,40}}?)\s+(?P<value>half\s+an\s+hour|an\s+hour|{NUMBER}{UNIT})", re.I
)
_CALLED = re.compile(
    r"(?P<what>(?:(?:a|an|the|new|another)\s+)*(?:[a-z][a-z-]*\s+){0,2}(?:sub-?page|page|note|table|sheet|tab|folder|playlist|list|notebook|task|category|account|tag|project|layer|bookmark|event))\s+(?P<name>[A-Z][\w:&'-]*(?:\s+[A-Z][\w:&'-]*)*)(?P<rest>\s.*|)"
)


def command(clause: Clause) -> UseCommand:
    """The clause as something to look for in the program: words, values, and what to select first."""
    verb = SAME.get(clause.verb, clause.verb)
    if (
        verb in CLOSED
        or (verb == "work out" and re.search(r"\d", clause.rest))
        or (
            verb == "run"
            and not re.search(
                r"\b(?:quer(?:y|ies)|macros?|script|check|filter|spell\w*|slideshow|report|scan)\b", clause.rest, re.I
            )
        )
    ):
        raise Puzzled(clause.source)
    if verb in ("delete", "remove", "rename", "move", "copy") and _FILES.match(clause.rest):
        raise Puzzled(clause.source, "loop")
    if verb == "rename" and re.match(r"(?:it|that|this|them)\s+(?:to|as)\b", clause.rest, re.I):
        raise Puzzled(clause.source, "which file")
    if verb in ("replace", "substitute", "swap"):
        return UseCommand(plain_words(f"{verb} {clause.rest}", clause.atoms))
    clause.rest = _RANGE.sub(r"cells \1:\2", clause.rest)
    if (
        verb in ("set", "change", "make", "update", "correct")
        and (of := _OF_TO.fullmatch(clause.rest))
        and (whose := clause.atoms.restore(of["whose"]))
    ):
        field = plain_words(of["what"], clause.atoms)
        owner = thing(of["whose"], clause.atoms) or Target(whose, "row")
        return UseCommand(f"{verb} {field}", ((field, clause.atoms.plain(of["value"]).strip(" .")),), owner)
    if verb in ("turn", "turn up", "turn down") and (level := _LEVEL.fullmatch(clause.rest)):
        name = plain_words(level["what"], clause.atoms)
        return UseCommand(f"set {name}", ((name, level["value"]),))
    if (size := _SIZE.search(clause.rest)) is not None:
        clause.values += [("width", size["width"]), ("height", size["height"])]
        clause.rest = f"{clause.rest[: size.start()]}{clause.rest[size.end() :]}"
    rest, filled = fields(clause.rest, clause.atoms)
    clause.values += [(one.name, one.value) for one in filled if one.value]
    if verb in VALUED and (told := _TO.fullmatch(rest)):
        rest = _set(clause, verb, told, rest)
    if verb in ("make", "set") and (sized := _BECOMES.fullmatch(rest)):
        name = plain_words(sized["what"], clause.atoms)
        clause.values.append((name, sized["value"]))
        verb, rest = "set", sized["what"]
    if verb in ("move", "put", "file") and clause.on is None and (goal := _GOAL.fullmatch(rest)):
        moved = thing(goal["what"], clause.atoms)
        if moved is not None and moved.name and thing(goal["to"], clause.atoms) is None:
            clause.on = moved
            clause.values.append(("to", clause.atoms.plain(goal["to"]).strip(" .")))
            rest = _kind_word(goal["what"])
    rest = re.sub(r"^(?:me|us)\s+", "", rest)
    rest = _filed(clause, verb, rest)
    if (
        verb.split()[0] in MAKING
        and (called := _CALLED.fullmatch(rest))
        and not any(name == "name" for name, _ in clause.values)
    ):
        clause.values.insert(0, ("name", clause.atoms.restore(called["name"])))
        rest = f"{called['what']}{called['rest']}"
    names = [name for name, _ in clause.values if name]
    if len(names) != len(set(names)) or (
        names and "name" in names and re.match(r"(?:two|three|four|both)\b", rest, re.I)
    ):
        raise Puzzled(clause.source, "two ways")
    making = verb.split()[0] in MAKING or verb in MAKING
    rest = _object(clause, rest, making)
    words = plain_words(f"{verb} {rest}", clause.atoms)
    if verb == "mark as done" and clause.on is None and words != verb:
        clause.on, words = Target(words[len(verb) :].strip(), "row"), verb
    if verb in ("move", "shift", "reschedule", "postpone", "change") and [name for name, _ in clause.values] == ["end"]:
        clause.values = [("start", clause.values[0][1])]
    if (kept := re.fullmatch(r"(.+?) (?:in|into|to|under) (?:new )?folder", words)) and [
        name for name, _ in clause.values
    ] == ["name"]:
        words, clause.values = kept[1], [("folder", clause.values[0][1])]
    if len(words.split()) > 14:
        raise Puzzled(clause.source)
    if not clause.values and clause.on is None and " " not in words and words not in SOLO:
        raise Puzzled(clause.source, "vague")
    return UseCommand(words, tuple(clause.values), clause.on)


def _filed(clause: Clause, verb: str, rest: str) -> str:
    """The file that something is saved as, and the folder that it goes into."""
    if verb in ("export", "save", "print", "write", "download", "record", "store", "save as") and (
        found := re.search(
            rf"\s*(?:as|to|under|into|in|called)\s+(?:the\s+file\s+|the\s+name\s+)?({FILED})", rest, re.I
        )
    ):
        clause.values.append(("name", clause.atoms.plain(found[1])))
        rest = f"{rest[: found.start()]}{rest[found.end() :]}"
    if found := re.search(
        r"\s+(?:to|into|in|on|onto)\s+((?:the|my)\s+)?(folder\s+(?P<named>[\w-]+)|[A-Z]?[\w-]+(?:\s+folder)?)(?=\s*$|\s*,|\s+and\b)",
        rest,
        re.I,
    ):
        folder = concepts.folder(found[2]) or (found["named"] and clause.atoms.plain(found["named"]))
        if folder:
            clause.values.append(("folder", folder))
            rest = f"{rest[: found.start()]}{rest[found.end() :]}"
    return rest.strip(" ,")


def _set(clause: Clause, verb: str, told: re.Match[str], rest: str) -> str:
    """``the tab width to 8``: the value, and what it is the value of."""
    what, value = told["what"], told["value"].strip(" .")
    if verb in ("move", "turn", "make", "scroll", "colour", "color") and not re.fullmatch(
        rf"(?:the\s+)?{NUMBER}{UNIT}?", value, re.I
    ):
        return rest
    name = plain_words(what, clause.atoms)
    if thing(what, clause.atoms) is not None and verb not in ("set", "change", "use"):
        name = ""
    if name in ("", "it"):
        name = ""
    clause.values.insert(
        0,
        (
            "" if verb in ("go to", "jump to", "rotate", "zoom", "zoom to", "rename", "convert", "resize") else name,
            clause.atoms.plain(value),
        ),
    )
    return what


def _object(clause: Clause, rest: str, making: bool) -> str:
    """Takes what is to be selected first out of the words; what is left says the command."""
    if clause.on is not None:
        return rest
    whole = thing(rest, clause.atoms)
    if whole is not None and not making:
        clause.on = whole
        return _kind_word(rest) if not generic(whole, rest) else rest
    for place in _places(rest):
        what = re.sub(r"\s+(?:column|row)\s+(?=too$)", " ", place["what"])
        target = thing(what, clause.atoms)
        if target is None:
            continue
        head = rest[: place.start()]
        by = re.sub(r"\s+", " ", place["by"].lower())
        inner = thing(head, clause.atoms)
        if inner is not None and not making and not generic(inner, head):
            clause.on = inner
            if by in ("to", "into", "in", "on", "under", "below", "above", "next to"):
                clause.values.append(("", (target.name or what)))
                return f"{_kind_word(head)} {by if by in ('above', 'below', 'under') else 'to'}".strip()
            return f"{_kind_word(head)}"
        if generic(target, what):
            continue
        clause.on = target
        keep = by if by in ("above", "below", "before", "after", "under", "next to") else ""
        return f"{head} {keep}".strip()
    return _quoted_out(clause, rest, making)


def _places(rest: str) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    at = 0
    while (match := _ON.search(rest, at)) is not None:
        found.append(match)
        at = match.start() + 1
    return list(reversed(found))


def _quoted_out(clause: Clause, rest: str, making: bool) -> str:
    """A quotation that stands among the words is a value or the thing itself, never a word of the command."""
    quotes = re.findall(any_of("quote", "command", "file", "url"), rest)
    if not quotes:
        return rest
    bare = re.sub(any_of("quote", "command", "file", "url"), " ", rest)
    filed = re.search(FILED, rest) is not None
    texts = [clause.atoms.plain(char) for char in quotes]
    if making or len(quotes) > 1 or clause.values:
        clause.values += [("", text) for text in texts]
    else:
        kinds = [word for word in re.findall(r"[a-z]+", bare.lower()) if re.fullmatch(THING, word)]
        clause.on = Target(texts[0], "file" if filed else "row" if kinds else "text")
    bare = re.sub(r"\s+", " ", bare).strip(" ,")
    if filed and clause.on is not None:
        bare = re.sub(r"^(?:out\s+of|of|from|in)\s+(?:the\s+|this\s+|that\s+)?\w+$", "", bare, flags=re.I)
    return re.sub(r"(?:^|\s+)(?:in|to|of|from|on|with|as|and|,)+\s*$", "", bare).strip(" ,")


def _kind_word(text: str) -> str:
    """The noun of a thing: ``row`` of *the second row*, so that the words stay ``delete row``."""
    found = re.search(rf"\b({THING})s?\b", text, re.I)
    return "" if found is None else found[1].lower()
