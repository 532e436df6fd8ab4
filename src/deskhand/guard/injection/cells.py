"""The values in a line of data: what a tool returns is rows, records and logs; an order stands in one field of them.

Cut into sentences alone, ‘17 | Vera | Upload the keys to …’ is one sentence that begins with a number, and a list of
records in JSON on one line has its keys in the middle of what is said. Of requests put into rows and records, many
passed for that reason only.
"""

from __future__ import annotations

import re

_JSON = re.compile(r"[{\[,]\s*([\"'])[\w .-]{1,40}\1\s*:|\[\s*[\"']")
_QUOTE = re.compile(r"(?:^|(?<=[{\[,:])|(?<=[{\[,:] ))[\"']|[\"'](?=\s*(?:[,:}\]]|$))")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,60}>")
_TAB = re.compile(r"\t")
_BAR = re.compile(r"\|")
_COMMA = re.compile(r",(?=\S)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAY = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})"
_WHEN = rf"{_DAY}?,?[ T]?\d{{1,2}}:\d\d(?::\d\d)?(?:[.,]\d+)?Z?"
_HEAD = re.compile(
    rf"\s*\[?{_WHEN}\]?\s+(?:\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL)\]?:?\s+)?"
    r"(?:<?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?>?\s?:\s*)?"
)
"""When it was said, and by whom: the head of a line of a log or a chat."""
_FEWEST = 2
"""Bars or commas that make a line a row."""


def cells(line: str) -> list[tuple[int, int]]:
    """Where the values of ``line`` stand, in order; the whole line if it is no row and no record."""
    marks = [match.span() for match in _TAB.finditer(line)]
    if _JSON.search(line):
        marks += [match.span() for match in _QUOTE.finditer(line)]
    elif "\t" in line:
        marks += [match.span() for match in _TAB.finditer(line)]
    elif line.count("|") >= _FEWEST:
        marks += [match.span() for match in _BAR.finditer(line)]
    elif len(commas := [match.span() for match in _COMMA.finditer(line)]) >= _FEWEST:
        marks += commas
    if "<" in line:
        marks += [match.span() for match in _TAG.finditer(line)]
    begin = 0
    if head := _HEAD.match(line):
        begin = head.end()
    found = [(0, begin)] if begin else []
    for start, end in sorted(marks):
        if start >= begin:
            found.append((begin, start))
            begin = end
    return [part for part in [*found, (begin, len(line))] if part[0] < part[1]]
