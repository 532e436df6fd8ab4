"""Values for a small program's form, and the result that is wanted: “the broadcast address of 10.1.2.3, mask 20”.

The learned readers take “work out” for a sum, which such a wish has none of. It is understood only whole: a program,
the values, the one result, and words that order nothing else; what has any other word is left to be asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskhand.models.local.named import names
from deskhand.models.local.steps import (
    Describe,
    NotUnderstood,
    OpenFile,
    OpenProgram,
    Plan,
    Read,
    SwitchTo,
    Tell,
    WorkOut,
)
from deskhand.models.local.steps.plan import Named
from deskhand.models.local.understand.frame import Language

LONGEST = 240
_FILE = r"[A-Za-z0-9][\w-]*\.[A-Za-z]\w{0,4}(?![\w.])"
_ADDRESS = r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
_NUMBER = r"(?<![\w.])[-−]?\d+(?:[.,]\d+)*(?![\d.]*\w)"
_VALUES = (
    re.compile(rf"(?P<address>{_ADDRESS})\s*/\s*(?P<mask>\d{{1,2}})(?!\d)"),
    re.compile(rf"(?:(?P<label>IP|[Aa]ddress)\s+)?(?P<value>{_ADDRESS})"),
    re.compile(rf"(?P<value>{_FILE})"),
    re.compile(
        rf"(?P<label>[A-Za-z]{{2,20}}|[ァ-ヶー一-龠]{{1,12}})\s*(?:[:=：＝]|of|は|が|を)?\s*(?P<value>{_NUMBER})"
    ),
)
_W = r"(?P<wanted>[A-Za-z][A-Za-z0-9-]*(?:[ ][A-Za-z0-9-]+){0,3}?)"
_ENGLISH = (
    re.compile(
        rf"\b(?:work\s+out|calculate|compute|determine|find(?:\s+out)?|look\s+up|get|give\s+me|tell\s+me|show\s+me|"
        rf"what(?:\s+is|['’]s))\s+(?:what\s+)?(?:the\s+)?{_W}(?:\s+(?:hash|value|checksum|sum))?\s+(?:of|for)\b",
        re.I,
    ),
)
_J = r"(?P<wanted>[A-Za-z][A-Za-z0-9-]*|[ァ-ヶー一-龠][ァ-ヶー一-龠A-Za-z0-9]{1,20})"
_JAPANESE = (
    re.compile(
        rf"(?:の|、|と)\s*{_J}\s*(?:ハッシュ|チェックサム)?(?:の値)?\s*を\s*(?:で\s*)?(?:計算|算出|求め|調べ|出し|割り出|教え)"
    ),
    re.compile(rf"(?:の|、|と)\s*{_J}\s*(?:ハッシュ|チェックサム)?(?:の値)?\s*(?:は|が)\s*(?:いくつ|何)"),
)
_REST = {
    "en": re.compile(
        r"please|can|could|you|me|i|want|need|to|know|the|a|an|of|for|and|with|using|use|in|on|at|by|from|it|its|is|are|"
        r"what|which|tell|give|say|show|work|out|calculate|compute|determine|find|look|up|get|file|folder|shared|value|"
        r"hash|checksum|sum|result|network|that|has|have|program|then|let|enter|put|into",
        re.I,
    ),
    "ja": re.compile(
        r"共有フォルダー?|ファイル|ネットワーク|計算|算出|ハッシュ|チェックサム|結果|内|中|値|教え|調べ|求め|出し|割り出|入れ|入力|使っ|"
        r"使い|ください|下さい|ほしい|欲しい|知りた|お願い|いくつ|何|なり|なる|です|ます|ました|して|した|する|その|この|"
        r"[てでにをはがのとかへもいくたるしさあっまこれそ]",
    ),
}


_WORKS_OUT = re.compile(r"\b(?:work\s+out|calculat\w+|comput\w+)\b|計算|算出|求め", re.I)
_LOOKS = (OpenProgram, OpenFile, Read, Describe, SwitchTo, Tell)


def rather_worked_out(found: Plan | NotUnderstood, instruction: str) -> Plan | NotUnderstood:
    """The plan, or that of such a wish where there is none, or none that does more than look: what is to be worked out
    stands nowhere yet, and “MD5” is no cell."""
    if isinstance(found, Plan):
        looks = all(isinstance(step, _LOOKS) for step in found.steps)
        if not looks or _WORKS_OUT.search(instruction) is None:
            return found
    return by_values(instruction, found.language) or found


def by_values(instruction: str, language: Language) -> Plan | None:
    """The plan of such a wish; None for anything else."""
    called = names(instruction)
    if len(instruction) > LONGEST or len(called) != 1 or re.search(r"[「『“\"]", instruction):
        return None
    program = called[0].name
    bare = instruction.replace(program, " ", 1)
    found = next((one for one in (p.search(bare) for p in (_ENGLISH if language == "en" else _JAPANESE)) if one), None)
    if found is None:
        return None
    wanted = found["wanted"].strip()
    rest = bare[: found.start("wanted")] + " " + bare[found.end("wanted") :]
    fields: list[tuple[str, str]] = []
    for pattern in _VALUES:
        for match in list(pattern.finditer(rest)):
            fields += _named(match)
        rest = pattern.sub(" ", rest)
    if not fields or not _orders_nothing_else(rest, language):
        return None
    kind = program.lower()
    step = WorkOut(wanted, tuple(fields))
    return Plan((OpenProgram(kind), step, Tell()), (instruction.strip(),) * 3, language, (Named(kind, program, False),))


def _named(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    got = match.groupdict()
    if got.get("address"):
        yield "", got["address"]
        yield "mask", got["mask"]
    else:
        yield got.get("label") or "", got["value"]


def _orders_nothing_else(rest: str, language: Language) -> bool:
    if language == "ja":
        return re.search(r"[^\W_]", _REST["ja"].sub(" ", rest)) is None
    return all(_REST["en"].fullmatch(word) for word in re.findall(r"[^\W_]+", rest))
