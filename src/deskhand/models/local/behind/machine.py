"""The processes that run, as a table: which uses the most memory, what number one has, how many there are of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.behind.answering import answered
from deskhand.models.local.behind.asking import Asked
from deskhand.models.local.behind.measures import number_in
from deskhand.models.local.hand import Hand

_PROCESS = re.compile(r"\bprocess(?:es)?\b|\bPIDs?\b|プロセス", re.I)
_MOST = re.compile(
    r"\b(?:most|highest|largest|biggest)\b|(?:いちばん|一番|最も|もっとも)[^、。]{0,12}(?:多|大き|高|使)|最大", re.I
)
_MEMORY = re.compile(r"\b(?:memory|ram)\b|メモリ", re.I)
_CPU = re.compile(r"\b(?:cpu|processor)\b|プロセッサ", re.I)
_MANY = re.compile(r"\bhow many\b|いくつ|何[個件]", re.I)
_NAMED = re.compile(
    r"[\"“「『]([^\"“”「」『』]{1,40})[\"”」』]|\b(?:named|called)\s+([\w.-]+)|([\w.-]+)\s*という(?:名前の)?プロセス",
    re.I,
)
HEAD = ("pid number id 番号", "user owner 所有者 ユーザー", "cpu", "memory メモリ", "name command 名前")
LONG = 15
"""Letters of a name that the system keeps."""


def of_processes(question: str) -> bool:
    return _PROCESS.search(question) is not None


async def among_processes(hand: Hand, question: str, wanted: Asked | None) -> str:
    say = hand.say("Looking at the processes that run.", "実行中のプロセスを調べます。")
    view = await hand.shell("ps -eo pid,user:20,pcpu,rss,comm", say)
    if view.error:
        return ""
    rows = [line.split(None, 4) for line in view.text.splitlines()[1:]]
    return told_of(question, wanted, [row for row in rows if len(row) == len(HEAD) and row[4] != "ps"])


def told_of(question: str, wanted: Asked | None, rows: Sequence[Sequence[str]]) -> str:
    if _MOST.search(question) and rows:
        at = 3 if _MEMORY.search(question) else 2 if _CPU.search(question) else None
        values = [] if at is None else [number_in(row[at]) for row in rows]
        best = max((value for value in values if value is not None), default=None)
        held = [row[4] for row, value in zip(rows, values, strict=False) if value is not None and value == best]
        return held[0] if len(held) == 1 and best else ""
    named = _NAMED.search(question)
    name = "" if named is None else next(part for part in named.groups() if part)
    if _MANY.search(question):
        return str(sum(row[4] == name[:LONG] for row in rows)) if name else ""
    found = None if wanted is None else answered(wanted, ["\t".join(HEAD), *("\t".join(row) for row in rows)])
    return "" if found is None else found.text
