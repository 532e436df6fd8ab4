"""Questions about two texts that a program shows side by side: “which line differs?”, 「値段が変わった品物は」."""

# ruff: noqa: E501
from __future__ import annotations

import re
from typing import Literal

from deskhand.models.local.named import names
from deskhand.models.local.steps import Differ, OpenProgram, Plan, Tell
from deskhand.models.local.steps.plan import Named
from deskhand.models.local.understand.frame import Language

LONGEST = 300
_FILE = r"[A-Za-z0-9][\w-]*\.[a-z]{1,5}(?!\w|\.\w)"
_ABOUT = re.compile(
    r"compar|\bdiffer|side\s+by\s+side|\bboth\s+(?:files|texts|lists|versions)|\bon\s+the\s+(?:left|right)\b|比べ|比較|違|異な|左右|並んでいる二つ|二つのファイル",
    re.I,
)
_NAME = re.compile(r"diff|compare|meld|kompare", re.I)
"""What programs for it have in their names."""
_SIDE = rf"(?:(?P<file>{_FILE})|(?:the\s+)?(?P<way>left|right)(?:\s+(?:side|file|one))?)"
_OTHER = rf"(?:{_FILE}|(?:the\s+)?(?:left|right)(?:\s+(?:side|file|one))?)"
_W = r"[“\"‘']?(?P<words>[^“”\"‘’'?.,]{1,40}?)[”\"’']?"
Ask = Literal["count", "changed", "only", "row", "across"]
_ENGLISH: tuple[tuple[Ask, re.Pattern[str]], ...] = (
    (
        "count",
        re.compile(
            r"\bhow\s+many\s+(?:differences|lines\s+(?:differ|are\s+different))|\bnumber\s+of\s+differences", re.I
        ),
    ),
    (
        "across",
        re.compile(
            rf"\b(?:which|what)\b[^?.]*?\b(?:in|on)\s+{_SIDE}[^?]*?\bwhere\s+{_OTHER}\s+(?:has|says|reads|shows)\s+{_W}\s*[?.]",
            re.I,
        ),
    ),
    (
        "across",
        re.compile(rf"{_W}\s+(?:in|of)\s+{_OTHER}\s+(?:was|is|has\s+been)\s+(?:replaced|changed)\s+in\s+{_SIDE}", re.I),
    ),
    (
        "only",
        re.compile(
            rf"\b(?:which|what)\b[^?.]*?\b(?:only|added)\s+(?:stands?\s+|is\s+|are\s+)?(?:in|on|to)\s+{_SIDE}", re.I
        ),
    ),
    (
        "row",
        re.compile(
            rf"\bline\s+(?:with|about|for|of)\s+{_W}\s+(?:say|read|as\s+it\s+stands|stand)s?\s+(?:in|on)\s+{_SIDE}",
            re.I,
        ),
    ),
    ("row", re.compile(rf"\bline\s+(?:with|about|for|of)\s+{_W}\s+as\s+it\s+stands\s+(?:in|on)\s+{_SIDE}", re.I)),
    (
        "changed",
        re.compile(
            r"\b(?:which|what)\b[^?.]*?\b(?:differs?|changed|is\s+different|are\s+different|has\s+changed|was\s+changed)\b|\bone\s+line\s+differs",
            re.I,
        ),
    ),
)
_JA_SIDE = rf"(?:右側の|左側の)?(?:(?P<file>{_FILE})|(?P<way>右|左)(?:側|のファイル)?)"
_JAPANESE: tuple[tuple[Ask, re.Pattern[str]], ...] = (
    (
        "count",
        re.compile(r"違い[はが]?(?:全部で)?(?:いくつ|何)|違[うっ][^。]*?(?:何(?:か所|箇所|個|行)|いくつ)|違いの数"),
    ),
    (
        "only",
        re.compile(
            rf"{_JA_SIDE}\s*(?:に(?:だけ|しか)|だけに|のほうにだけ)|{_JA_SIDE.replace('file', 'file2').replace('way', 'way2')}\s*(?:で|に)(?:増えた|追加された|加わった)"
        ),
    ),
    (
        "changed",
        re.compile(
            r"(?:違って(?:いる|いた)|変わった|変わって(?:いる|いた)|異なる|変更された|違う)(?:行|品物|もの|項目|ところ|部分|箇所|商品|品目|[^\s。、]{1,6})"
        ),
    ),
    (
        "row",
        re.compile(
            rf"(?:「(?P<words>[^」]{{1,20}})」|(?P<word>[^\s、。「」はがをの]{{1,10}}))の?(?:時刻|時間|値段|数|行|値|日付)?[はが]?、?\s*{_JA_SIDE}\s*で(?:は|の)"
        ),
    ),
    (
        "row",
        re.compile(
            rf"{_JA_SIDE}\s*(?:に書かれている|にある|の中の|での|の)、?\s*(?:「(?P<words>[^」]{{1,20}})」|(?P<word>[^\s、。「」はがをの]{{1,10}}?))の?(?:時刻|時間|値段|行|値|日付)"
        ),
    ),
)


def by_comparing(instruction: str, language: Language) -> Plan | None:
    """The plan of a question about two texts side by side; None for anything else."""
    called = names(instruction)
    files = tuple(dict.fromkeys(re.findall(_FILE, instruction)))
    told = [one.name for one in called if one.name not in files]
    program = next((name for name in told if _NAME.search(name)), "") or _first(instruction) or next(iter(told), "")
    if len(instruction) > LONGEST or not program or len(files) > 2:
        return None
    if not (_ABOUT.search(instruction) or _NAME.search(program)):
        return None
    for ask, pattern in _ENGLISH if language == "en" else _JAPANESE:
        match = pattern.search(instruction)
        if match is None:
            continue
        got = match.groupdict()
        file, way = got.get("file") or got.get("file2") or "", got.get("way") or got.get("way2") or ""
        right = way.lower() in ("right", "右") or (bool(file) and len(files) == 2 and files.index(file) == 1)
        if file and len(files) == 1:
            right = "右" in instruction or "right" in instruction.lower() or ask == "only"
        if not file and not way:
            right = True
        step = Differ(ask, "right" if right else "left", (got.get("words") or got.get("word") or "").strip(), files)
        if ask in ("row", "across") and (not step.words or step.words[-1] in "でに"):
            continue
        kind = program.lower()
        source = (instruction.strip(),) * 3
        return Plan((OpenProgram(kind), step, Tell()), source, language, (Named(kind, program),))
    return None


def _first(instruction: str) -> str:
    """A program that begins the wish and only shows: “xxdiff shows …”."""
    match = re.match(
        r"(?:In\s+|Look\s+at\s+)?(?P<name>[A-Za-z][\w-]*)\s*(?:shows|is\s+comparing|compares|lists|,|:|で|の|に)",
        instruction,
    )
    return match["name"] if match and _NAME.search(match["name"]) else ""
