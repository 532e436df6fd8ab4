"""Lines of a text: delete the third one, put this one to the top, add one at the end, by the step made for it."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import EditLine, LineEdit
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.frame import Noun, Ready
from deskhand.models.local.understand.numbers import ORDINAL_EN, english_number, ordinal
from deskhand.models.local.understand.roles.english.things import verbatim

_QUOTED = any_of("quote", "command")
_FILED = any_of("file")
_SAYS = r"(?:(?:that|which)\s+(?:says|contains|has|reads|holds|mentions|begins\s+with|starts\s+with|ends\s+with|is|talks\s+about)|with|containing|saying|reading|starting\s+with|beginning\s+with|mentioning|about|on|of|where\s+it\s+says)"
_LINE = rf"(?:the\s+)?(?:very\s+)?(?:(?P<nth>{ORDINAL_EN}|top|bottom|final)\s+(?:line|row|item)|(?:line|row)\s+(?:number\s+|no\.?\s+)?(?P<no>\d+|[a-z]+(?!\s*\w*\s*{_SAYS})(?<!with)(?<!about))|(?:line|row|item)\s+{_SAYS}\s+(?:it\s+)?(?:the\s+(?:words?\s+)?)?(?P<by>{_QUOTED}|[\w'’ -]+?)|(?P<by2>{_QUOTED})(?:\s+line)?|the\s+(?P<by3>[\w'’-]+)\s+line)"
_IN = rf"(?:,?\s+(?:in|of|from|to|into|inside|on)\s+(?:the\s+(?:file|text|document|list)\s*)?(?P<file>{_FILED})?)?"
_TEXT = rf"(?P<text>{_QUOTED}|.+?)"
_NEW = r"(?:a\s+|another\s+|one\s+|the\s+)?(?:new\s+)?(?:line|row)\s+(?:(?:that\s+)?(?:saying|says|reading|with(?:\s+the\s+(?:text|words))?|containing|that\s+reads)\s+|:\s*)?"

_RULES: tuple[tuple[str, LineEdit | None], ...] = (
    (
        rf"(?:delete|remove|erase|take\s+out|get\s+rid\s+of|drop|cut\s+out|throw\s+away|throw\s+out|bin|cut)\s+{_LINE}{_IN}",
        "delete",
    ),
    (
        rf"(?:insert|add|put|write|type)\s+(?:{_NEW})?{_TEXT}\s+(?:right\s+|directly\s+|just\s+)?(?:after|below|under|beneath|underneath)\s+{_LINE}{_IN}",
        "after",
    ),
    (
        rf"(?:insert|add|put|write|type)\s+(?:{_NEW})?{_TEXT}\s+(?:right\s+|directly\s+|just\s+)?(?:before|above)\s+{_LINE}{_IN}",
        "before",
    ),
    (
        rf"(?:replace|change|overwrite|set|turn)\s+{_LINE}{_IN}\s+(?:with|to|by|into|so\s+that\s+it\s+(?:says|reads))\s+{_TEXT}",
        "replace",
    ),
    (rf"(?:make|let)\s+{_LINE}{_IN}\s+(?:say|read|be)\s+{_TEXT}", "replace"),
    (rf"(?:append|add|put|write)\s+{_TEXT}\s+(?:to|at|on|onto)\s+the\s+end\s+of\s+{_LINE}{_IN}", "append"),
    (
        rf"(?:add|put|write|insert)\s+{_TEXT}\s+(?:to|at|in\s+front\s+of)\s+(?:the\s+(?:start|beginning|front)\s+of\s+)?{_LINE}{_IN}",
        "prepend",
    ),
    (rf"(?:duplicate|repeat|double)\s+{_LINE}{_IN}", "duplicate"),
    (
        rf"(?:move|bring|put|shift)\s+{_LINE}(?:\s+up)?\s+(?:up\s+)?(?:to|at)\s+the\s+(?:very\s+)?(?:top|beginning|start|front|first\s+place){_IN}",
        "first",
    ),
    (
        rf"(?:move|bring|put|shift)\s+{_LINE}(?:\s+down)?\s+(?:down\s+)?(?:to|at)\s+the\s+(?:very\s+)?(?:bottom|end|last\s+place){_IN}",
        "last",
    ),
    (rf"(?:move|bring|shift)\s+{_LINE}\s+up(?:\s+(?:by\s+)?one(?:\s+(?:line|place))?)?{_IN}", "up"),
    (rf"(?:move|bring|shift)\s+{_LINE}\s+down(?:\s+(?:by\s+)?one(?:\s+(?:line|place))?)?{_IN}", "down"),
    (
        rf"(?:make|turn|put|set|change|convert|write)\s+{_LINE}{_IN}\s+(?:all\s+)?(?:in\s+|to\s+|into\s+)?(?:upper\s*-?\s*case|capitals|capital\s+letters|all\s+caps|block\s+letters)",
        "upper",
    ),
    (
        rf"(?:make|turn|put|set|change|convert|write)\s+{_LINE}{_IN}\s+(?:all\s+)?(?:in\s+|to\s+|into\s+)?(?:lower\s*-?\s*case|small\s+letters)",
        "lower",
    ),
)
_ENDS: tuple[tuple[str, int, LineEdit], ...] = (
    (
        rf"(?:insert|add|put|write|type|append)\s+(?:{_NEW})?{_TEXT}\s+(?:as\s+(?:the|a)\s+(?:new\s+)?(?:very\s+)?first\s+line|at\s+the\s+(?:very\s+)?(?:top|beginning|start)|(?:above|before)\s+everything(?:\s+else)?){_IN}(?:\s+(?:of\s+)?(?:it|the\s+(?:file|text|document|page|list)))?",
        1,
        "before",
    ),
    (
        rf"(?:insert|add|put|write|type|append)\s+(?:{_NEW})?{_TEXT}\s+(?:as\s+(?:the|a)\s+(?:new\s+)?(?:very\s+)?last\s+line|at\s+the\s+(?:very\s+)?(?:bottom|end)|(?:underneath|below|after)\s+(?:it|everything(?:\s+else)?)){_IN}(?:\s+(?:of\s+)?(?:it|the\s+(?:file|text|document|page|list)))?",
        -1,
        "after",
    ),
    (
        rf"(?:insert|add|append|put|write)\s+(?:a\s+|another\s+|one\s+)?(?:new\s+)?line\s+(?:at\s+the\s+(?:very\s+)?(?:bottom|end)){_IN}\s+(?:saying|that\s+says|with|reading|which\s+says)\s+{_TEXT}",
        -1,
        "after",
    ),
    (
        rf"(?:insert|add|append|put|write)\s+(?:a\s+|another\s+|one\s+)?(?:new\s+)?line\s+(?:at\s+the\s+(?:very\s+)?(?:top|beginning|start)){_IN}\s+(?:saying|that\s+says|with|reading|which\s+says)\s+{_TEXT}",
        1,
        "before",
    ),
    (
        rf"(?:append|add|insert)\s+(?:a\s+|another\s+|one\s+)?(?:new\s+)?line\s*(?:(?:that\s+)?(?:saying|says|reading|with(?:\s+the\s+(?:text|words))?)\s+|:\s*){_TEXT}",
        -1,
        "after",
    ),
)


def line_edit(text: str, atoms: Atoms, source: str) -> Ready | None:
    """The clause as a change to one line; None where it is none."""
    bare = text.strip(" ,.")
    for pattern, line, how in _ENDS:
        if (found := re.fullmatch(pattern, bare, re.I)) is not None and _text_like(found["text"]):
            return _made(EditLine(line, how, (verbatim(found["text"], atoms),)), found, atoms, source)
    for pattern, edit in _RULES:
        found = re.fullmatch(pattern, bare, re.I)
        if found is None or edit is None:
            continue
        which = _line(found, atoms)
        words = found.groupdict().get("text")
        if which is None or (words is not None and not _text_like(words)):
            continue
        if (
            found["by2"]
            and edit in ("delete", "replace", "append", "prepend", "upper", "lower", "up", "down", "duplicate")
            and not re.search(r"\bline\b", bare)
        ):
            continue  # a word of it, perhaps
        return _made(EditLine(which, edit, (verbatim(words, atoms),) if words else ()), found, atoms, source)
    return None


def _made(step: EditLine, found: re.Match[str], atoms: Atoms, source: str) -> Ready:
    char = found.groupdict().get("file")
    file = Noun("file", atoms.plain(char)) if char else None
    return Ready((step,), file=file, changes=True, source=source)


def _line(found: re.Match[str], atoms: Atoms) -> int | str | None:
    if found["nth"]:
        return {"top": 1, "bottom": -1, "final": -1}.get(found["nth"].lower(), ordinal(found["nth"]))
    if found["no"]:
        return int(found["no"]) if found["no"].isdigit() else english_number(found["no"])
    by = found["by"] or found["by2"] or found["by3"]
    return None if by is None else atoms.plain(by).strip() or None


def _text_like(words: str) -> bool:
    """Whether these are the words of a line, and not a description of something else to be put there."""
    if re.fullmatch(_QUOTED, words):
        return True
    return (
        re.match(
            r"(?:to|in|at|above|below|before|after|for|with|of|on|under|between|from|the|a|an|my|its|it|them|this|that|what|another|one|two|three|all|some|row|rows|column|columns|cell|new|date|today's|tomorrow's|lines?|that's)\b",
            words,
            re.I,
        )
        is None
        and len(words) < 160
    )
