"""One value in one line of a text becomes another, told by the line's number, by what it is about, or as a bare fact.

“Change "draft" to "final" in the first line of status.txt”; “change the closing time on Saturday from 16:00 to 14:00”;
“Soup is 4.50 now. Please correct that in menu.txt”: the grammar knows lines and parts of them, but not said so.
"""

from __future__ import annotations

import re

from deskhand.models.local.named import names
from deskhand.models.local.steps import EditLine, OpenFile, OpenProgram, Plan, Save, Step
from deskhand.models.local.steps.plan import Named
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.shell.terminal import known_terminal

LONGEST = 300
_NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_Q = r"[\"“「『](?P<{0}>[^\"“”「」『』]+)[\"”」』]"
_OLD, _NEW = _Q.format("old"), _Q.format("new")
_VALUE = r"(?P<{0}>[\"“][^\"”]+[\"”]|[$€£¥]?\d[\w.,:/%°-]*\w|\d)"
_FILE = r"(?P<file>[\w-]+\.\w{1,5})"
_IN_FILE = rf"(?:\s+(?:of|in)\s+(?:the\s+(?:file|text|document|list)\s+)?{_FILE})?"
_CHANGE = r"(?:change|replace|correct|turn|set|update|move)"
_NUMBERED = (
    re.compile(
        rf"\b{_CHANGE}\s+{_OLD}\s+(?:to|with|by|into)\s+{_NEW}\s+(?:in|on)\s+"
        rf"(?:the\s+(?P<nth>{'|'.join(_NUMBERS)}|last|\d+(?:st|nd|rd|th))\s+line|line\s+(?P<at>\d+)){_IN_FILE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:{_FILE}\s*の、?)?\s*(?:(?P<at>\d+)\s*行目|(?P<nth>最初|先頭|最後|末尾)の行)の、?\s*{_OLD}\s*を、?\s*{_NEW}\s*に"
        r"(?:変え|変更し|直し|置き換え|書き換え|修正し)"
    ),
)
_FROM_TO = (
    re.compile(
        rf"\b{_CHANGE}\s+(?:the\s+)?(?P<what>[^.,\"“]{{2,60}}?){_IN_FILE}\s+from\s+{_VALUE.format('old')}\s+to\s+"
        rf"{_VALUE.format('new')}(?![\w:])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:{_FILE}\s*の、?)?\s*(?P<what>[^、。「」]{{2,40}}?)を、?\s*{_VALUE.format('old')}\s*[^\s、。\d]{{0,3}}から\s*"
        rf"{_VALUE.format('new')}\s*[^\s、。\d]{{0,3}}[にへ](?:変え|変更し|直し|書き換え|修正し)"
    ),
)
_FACT = (
    re.compile(
        rf"^(?:the\s+)?(?P<what>[\w' -]{{2,40}}?)\s+(?:now\s+costs|is\s+now|costs|now\s+is|is)\s+{_VALUE.format('new')}"
        rf"(?:\s+now)?\s*[.;,]\s*(?:so\s+)?(?:please\s+)?(?:put|correct|change|update|enter|write|fix)\s+"
        rf"(?:that|this|it)\s+(?:in|into)\s+{_FILE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?P<what>[^、。]{{1,30}}?)(?:の[^、。]{{1,8}})?[はが]、?\s*{_VALUE.format('new')}\s*[^\s、。\d]{{0,3}}に(?:なりました|変わりました|なった|変わった)"
        rf"(?:ので)?[。、]\s*(?:[^。]*?で開いている)?\s*{_FILE}\s*を(?:直し|更新し|修正し|書き換え|変え)"
    ),
)
_OF = re.compile(r"\b(?:on|for|of|in)\s+(?:the\s+)?(?P<thing>[\w'-]+(?:\s[A-Z][\w'-]*)*)$")
_IDLE = re.compile(
    r"\b(?:please|in|with|using|open|opened|is|the|my|text|editor|window|and|then|afterwards|save|it|file|document|which|"
    r"leave|other|others|prices|alone|lines?|as|they|are|changes)\b|(?:上書き)?保存|して|てください|ください|下さい|開い|表示し|"
    r"いる|から|[てでのをがはいる]|、|。|[\s.,!]",
    re.IGNORECASE,
)


def by_change(instruction: str, language: Language) -> Plan | None:
    """The plan of such a wish; None where it asks for anything else besides."""
    if len(instruction) > LONGEST:
        return None
    at = 0 if language == "en" else 1
    edit = match = None
    for forms, made in ((_NUMBERED, _numbered), (_FROM_TO, _from_to), (_FACT, _fact)):
        match = forms[at].search(instruction)
        if match is not None and (edit := made(match)) is not None:
            break
    if match is None or edit is None:
        return None
    rest = f"{instruction[: match.start()]} {instruction[match.end() :]}"
    program = _program(rest)
    if program is None or known_terminal(program.name):
        return None
    rest = rest.replace(program.name, " ")
    file = match["file"] or ""
    if not file and (told := re.search(r"(?<![\w.])[\w-]+\.(?=\w*[a-z])\w{1,5}(?!\w)", rest, re.ASCII)) is not None:
        file = told[0]
    if _IDLE.sub("", rest.replace(file, " ") if file else rest):
        return None
    kind = program.name.lower()
    steps: list[Step] = [OpenProgram(kind), *([OpenFile(file, "", kind)] if file else ()), edit]
    if re.search(r"\bsave\b|保存", rest, re.IGNORECASE):
        steps.append(Save())
    return Plan(
        tuple(steps), (instruction.strip(),) * len(steps), language, (Named(kind, program.name, program.starts),)
    )


_PROGRAM = re.compile(
    r"\b(?:in|with|using)\s+(?:the\s+)?(?:text\s+)?(?:editor\s+|program\s+)?(?P<one>[A-Za-z][\w-]*)(?=\s*[,.]|$|\s+(?:and|then)\b)|"
    r"(?P<other>[A-Za-z][\w-]*(?: [A-Z][\w-]*)*)\s*(?:で|に|を)\s*(?:開い|出|表示|使っ)",
    re.IGNORECASE | re.ASCII,
)


def _program(rest: str) -> Named | None:
    """The one program that is named, by the name it is known by or where a program's name stands."""
    called = names(rest)
    if called:
        return called[0] if len(called) == 1 else None
    found = [match["one"] or match["other"] for match in _PROGRAM.finditer(rest)]
    return Named("", found[0], False) if len(found) == 1 else None


def _numbered(match: re.Match[str]) -> EditLine:
    nth = (match["nth"] or "").lower()
    if match["at"]:
        line = int(match["at"])
    elif nth in ("last", "最後", "末尾"):
        line = -1
    elif nth in _NUMBERS:
        line = _NUMBERS.index(nth) + 1
    else:
        line = int(re.sub(r"\D", "", nth) or 1)
    return EditLine(line, "within", (match["new"],), old=match["old"])


def _from_to(match: re.Match[str]) -> EditLine | None:
    what = match["what"].strip()
    thing = _OF.search(what)
    about = thing["thing"] if thing is not None else what.partition("の")[0] if not what.isascii() else what
    return EditLine(about, "within", (_bare(match["new"]),), old=_bare(match["old"])) if about else None


def _fact(match: re.Match[str]) -> EditLine:
    return EditLine(match["what"].strip(), "within", (_bare(match["new"]),))


def _bare(value: str) -> str:
    return value.strip('"“”')
