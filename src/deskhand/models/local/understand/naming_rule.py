"""A rule for the names of many files: “replace "IMG" with "Lake" in the names of the files”, 「名前の先頭に「2026-」を」.

Said of names, the same words mean another thing than said of a text: “replace … in the names” was carried out as
replacing in a document, and a prefix not at all.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.named import names
from deskhand.models.local.steps import OpenProgram, Plan, RenameAll
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.shell.terminal import known_terminal

LONGEST = 300
_Q = r"[“\"‘'「『]?(?P<{0}>(?<=[“\"‘'「『])[^”\"’'」』]{{1,40}}(?=[”\"’'」』])|[\w.-]{{1,30}})[”\"’'」』]?"
_NAMES = r"(?:file\s*names?|names?)"
_OF = r"(?:\s+of\s+(?:the|all|these|those|every|each|its|their)?\s*(?:the\s+)?(?:\w+\s+)?(?:listed\s+)?(?:files?|pictures?|photos?|images?|ones)[^.,;]*?)?"
_THE = r"(?:all\s+)?(?:of\s+)?(?:the\s+|their\s+|these\s+|its\s+|every\s+|each\s+|whole\s+)*"
_A, _B = _Q.format("old"), _Q.format("new")
_ENGLISH: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (how, re.compile(pattern, re.I))
    for how, pattern in (
        (
            "replace",
            rf"\b(?:replace|change|turn|substitute)\s+(?:every\s+|each\s+|all\s+|the\s+(?:text\s+|word\s+|letters\s+)?)?{_A}\s+(?:with|by|to|into)\s+{_B}\s+in\s+{_THE}{_NAMES}{_OF}",
        ),
        (
            "replace",
            rf"\bin\s+{_THE}{_NAMES}{_OF},?\s+(?:replace|change|turn)\s+(?:every\s+|each\s+|all\s+|the\s+)?{_A}\s+(?:with|by|to|into)\s+{_B}",
        ),
        (
            "remove",
            rf"\b(?:remove|delete|strip|take)\s+(?:every\s+|each\s+|the\s+(?:text\s+|word\s+|letters\s+)?)?{_A}\s+(?:out\s+of|from|in)\s+{_THE}{_NAMES}{_OF}",
        ),
        (
            "prefix",
            rf"\b(?:add|put|insert|prepend|write)\s+(?:the\s+(?:text\s+|prefix\s+|word\s+)?)?{_B}\s+(?:(?:at|to)\s+the\s+(?:very\s+)?(?:beginning|start|front)\s+of|in\s+front\s+of|before|to\s+the\s+front\s+of)\s+{_THE}{_NAMES}{_OF}",
        ),
        (
            "suffix",
            rf"\b(?:add|put|insert|append|write)\s+(?:the\s+(?:text\s+|suffix\s+|word\s+)?)?{_B}\s+(?:(?:at|to)\s+the\s+(?:very\s+)?end\s+of|behind|after)\s+{_THE}{_NAMES}{_OF}",
        ),
        ("prefix", rf"\bgive\s+{_THE}(?:\w+\s+)?files?[^.,;]*?\s+the\s+prefix\s+{_B}"),
        (
            "case",
            rf"\b(?:change|turn|make|convert|put|set)\s+{_THE}(?:\w+\s+)?{_NAMES}{_OF}\s+(?:all\s+)?(?:to|into|in)?\s*(?:all\s+)?(?P<case>upper[- ]?case|capitals?(?:\s+letters)?|lower[- ]?case|small\s+letters)",
        ),
        (
            "case",
            rf"\bgive\s+{_THE}(?:\w+\s+)?files?[^.,;]*?\s+names\s+in\s+(?:all\s+)?(?P<case>upper[- ]?case|capitals?(?:\s+letters)?|lower[- ]?case)",
        ),
    )
)
_N = r"(?:(?:ファイル|写真|画像|すべて|全て|全部|三つ|二つ|[0-9]つ)?の?(?:ファイル)?の?名前?|ファイル名)(?:の中)?"
_JA, _JB = r"「(?P<old>[^」]{1,40})」", r"「(?P<new>[^」]{1,40})」"
_JAPANESE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (how, re.compile(pattern))
    for how, pattern in (
        (
            "replace",
            rf"(?:{_N})(?:の|で|に(?:ある|入っている|含まれる))?、?{_JA}(?:という文字)?を(?:すべて|全部|全て)?、?{_JB}に(?:すべて|全部)?(?:置き換え|置換|変え|変更|し)",
        ),
        (
            "remove",
            rf"(?:{_N})(?:の|から|で)、?{_JA}(?:という文字)?を(?:すべて|全部|全て)?(?:削除|消し|取り除|取っ|外し)",
        ),
        (
            "prefix",
            rf"(?:{_N})の(?:先頭|最初|前|頭|はじめ|冒頭)に、?(?:すべて|全部|全て)?{_JB}(?:という文字(?:列)?)?を?(?:すべて|全部)?(?:付け|つけ|足し|追加|入れ|加え)",
        ),
        (
            "suffix",
            rf"(?:{_N})の(?:末尾|最後|後ろ|うしろ|終わり)に、?(?:すべて|全部|全て)?{_JB}(?:という文字(?:列)?)?を?(?:すべて|全部)?(?:付け|つけ|足し|追加|入れ|加え)",
        ),
        (
            "case",
            rf"(?:{_N})を(?:すべて|全部|全て)?(?P<case>大文字|小文字)に(?:すべて|全部|全て)?(?:変え|変更|し|変換|直し|そろえ|揃え)",
        ),
        ("case", r"(?:すべて|全部|全て)(?P<case>大文字|小文字)にリネーム"),
    )
)
_MORE = re.compile(
    r"\b(?:save|copy|move|delete|remove|open|close|tell|write|print|sort|replace|create|make|click|type)\b|保存|コピー|移動|移し|削除|閉じ|教え|印刷|並べ|作成|作っ|クリック|入力",
    re.I,
)


def by_rule(instruction: str, language: Language) -> Plan | None:
    """The plan of one rule for all names that a program lists; None for anything else."""
    if len(instruction) > LONGEST:
        return None
    called = names(instruction)
    if len(called) != 1 or known_terminal(called[0].name):
        return None
    for how, pattern in _ENGLISH if language == "en" else _JAPANESE:
        match = pattern.search(instruction)
        if match is None:
            continue
        rest = instruction[: match.start()] + " " + instruction[match.end() :]
        if _MORE.search(rest.replace(called[0].name, "")):
            return None
        got = match.groupdict()
        if how == "case":
            step = RenameAll("upper" if re.match(r"upper|capital|大", got["case"], re.I) else "lower")
        else:
            step = RenameAll(how, got.get("old") or "", got.get("new") or "")  # type: ignore[arg-type]
        kind = called[0].name.lower()
        named = type(called[0])(kind, called[0].name, called[0].starts)
        return Plan((OpenProgram(kind), step), (instruction.strip(),) * 2, language, (named,))
    return None
