"""Every line that holds something, taken out of a text: “delete every line of todo.txt that is marked [x]”.

The grammar takes out one line; the learned reader knew what each line should hold with a chance of 0.27.
"""

from __future__ import annotations

import re

from deskhand.models.local.named import names
from deskhand.models.local.steps import EditLine, OpenFile, OpenProgram, Plan, Save, Step
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.shell.terminal import known_terminal

LONGEST = 300
"""Characters of a wish that are read: what is longer asks for more."""

_FILE = r"(?:the\s+(?:open\s+)?(?:file|text|document|list)(?:\s+(?P<file>[\w-]+\.\w{1,4}))?|(?P<bare>[\w-]+\.\w{1,4}))"
_ENGLISH = re.compile(
    rf"\b(?:delete|remove|erase|drop|get\s+rid\s+of|take\s+out)\s+(?:every|each|all)(?:\s+of)?(?:\s+the)?\s+lines?"
    rf"(?:\s+(?:of|in|from)\s+{_FILE})?\s+"
    r"(?:(?:(?:that|which)\s+(?:is|are)\s+)?marked(?:\s+(?:with|by|as))?|containing|with"
    r"|(?:that|which)\s+(?:contains?|ha(?:s|ve)|holds?|includes?|mentions?))\s+"
    r"(?:(?:the|a|an)\s+)?(?:(?:word|text|sign|mark)\s+)?"
    r"(?:[“\"](?P<quoted>[^”\"]+)[”\"]|(?P<word>[^\s,“\"]+?))(?:\s+in\s+(?:it|them))?(?=[.,!]*(?:\s|$))",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    r"(?:(?P<file>[\w-]+\.\w{1,4})\s*(?:の中)?(?:で|の|から)、?)?(?P<all>すべての|全ての|全部の)?"
    r"[「『](?P<quoted>[^」』]+)[」』]\s*(?:という(?:文字|文字列|言葉|語))?"
    r"(?:を含む|を含んだ|が含まれる|が含まれている|が入っている|の入った|が入った|と書かれた|と書いてある|の(?:付|つ)いた|が(?:付|つ)いた|のある|がある)"
    r"(?P<all2>すべての|全ての|全部の)?行を、?(?P<all3>すべて|全て|全部)?、?(?:削除|消去|消し|取り除)(?:し)?",
)
_IDLE = re.compile(
    r"\b(?:please|in|with|using|open|opened|is|the|my|text|editor|window|and|then|afterwards|save|it|file|document|list|changes)\b"
    r"|(?:上書き)?保存|して|てください|ください|下さい|開いて|いる|から|[てでのを]|、|。|[\s.,!]",
    re.IGNORECASE,
)


def by_lines(instruction: str, language: Language) -> Plan | None:
    """The plan of such a wish; None where it asks for anything else besides."""
    called = names(instruction)
    if len(instruction) > LONGEST or len(called) != 1 or known_terminal(called[0].name):
        return None
    match = (_ENGLISH if language == "en" else _JAPANESE).search(instruction)
    if match is None or (language == "ja" and not (match["all"] or match["all2"] or match["all3"])):
        return None
    rest = f"{instruction[: match.start()]} {instruction[match.end() :]}".replace(called[0].name, " ")
    if _IDLE.sub("", rest):
        return None
    kind = called[0].name.lower()
    file = match["file"] or (match["bare"] if language == "en" else "") or ""
    held = match["quoted"] or match["word"]
    steps: list[Step] = [OpenProgram(kind), *([OpenFile(file, "", kind)] if file else ())]
    steps.append(EditLine(held.strip(), "delete", every=True))
    if re.search(r"\bsave\b|保存", rest, re.IGNORECASE):
        steps.append(Save())
    named = type(called[0])(kind, called[0].name, called[0].starts)
    return Plan(tuple(steps), (instruction.strip(),) * len(steps), language, (named,))
