"""A process that is to end, in a program that lists them: 「プロセス「sleep」を終了させて」.

Read word by word, the process was a value for the command *Quit*, and the monitor itself was closed instead.
"""

from __future__ import annotations

import re

from deskhand.models.local.named import names
from deskhand.models.local.steps import OpenProgram, Plan, Target, UseCommand
from deskhand.models.local.steps.plan import Named
from deskhand.models.local.understand.frame import Language

LONGEST = 160
_NAME = r"[「“\"]?(?P<name>[A-Za-z][\w.+-]{0,30})[」”\"]?"
_ENDS = r"(?:(?P<kills>強制終了|強制的に終了|kill)|終了|終わらせ|止め|停止)"
_JAPANESE = (
    re.compile(
        rf"(?:プロセス|タスク)(?:の?(?:一覧|リスト)(?:から|の中から|で|の))?[、\s]*{_NAME}\s*(?:を|の)[^。]{{0,24}}?{_ENDS}"
    ),
    re.compile(rf"{_NAME}\s*(?:という(?:名前の)?|の)(?:プロセス|タスク)を[^。]{{0,30}}?{_ENDS}"),
)
_ENGLISH = (
    re.compile(
        rf"\b(?:end|stop|terminate|quit|(?P<kills>kill))\s+the\s+(?:running\s+)?(?:process|task)\s+(?:called\s+|named\s+)?{_NAME}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:end|stop|terminate|quit|(?P<kills>kill))\s+(?:the\s+)?{_NAME}\s+(?:process|task)\b", re.IGNORECASE
    ),
)  # fmt: skip
_LISTS = re.compile(
    r"(?:[A-Za-z][\w-]*(?:\s*の\s*|\s+))?(?:システムモニター?|タスクマネージャー?|system\s+monitor|task\s+manager)",
    re.IGNORECASE,
)
"""What programs that list processes are called."""
_MORE = re.compile(
    r"もし|場合|すべて|全部|教え|保存|閉じ|起動|\b(?:if|all|every|each|then|tell|which|save|close|not|most|least)\b",
    re.IGNORECASE,
)
"""What makes more of it than one process."""


def by_process(instruction: str, language: Language) -> Plan | None:
    """The plan of such a wish; None for anything else."""
    for pattern in (*_JAPANESE, *_ENGLISH):
        found = pattern.search(instruction)
        if found is None or len(instruction) > LONGEST or _MORE.search(instruction):
            continue
        called = _LISTS.search(instruction)
        others = [called[0]] if called is not None else [one.name for one in names(instruction)]
        others = [re.sub(r"^(?:in|with|the)\s+(?:the\s+)?", "", one, flags=re.IGNORECASE) for one in others]
        if len(others) != 1 or others[0].lower() == found["name"].lower():
            return None
        kills = found["kills"] is not None
        if language == "ja" or re.search(r"[\u3040-\u30ff]", instruction):
            language, words = "ja", "プロセス 強制終了" if kills else "プロセス 終了"
        else:
            words = "kill process" if kills else "end process"
        kind = others[0].lower()
        steps = (OpenProgram(kind), UseCommand(words, on=Target(found["name"])))
        return Plan(steps, (instruction.strip(),) * 2, language, (Named(kind, others[0], False),))
    return None
