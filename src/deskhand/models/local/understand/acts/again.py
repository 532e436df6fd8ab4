"""A clause that only says with which program to do what was said before: “Please calculate it with Genius”.

Of 120 wordings of desktop tasks four name the job first, as a question or a fact, and then order it of a program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WITH = re.compile(
    r"(?:please\s+|then\s+|and\s+)*(?P<verb>[a-z]+)(?:\s+(?:out|up))?(?:\s+(?:it|that|this|them|so)\b.*\s(?:with|in|using|on)|\s+(?:with|using))\s+\S.*|"
    r"(?:.+?(?:で|を使って|を使い))?(?P<deed>[^、。でを]{1,6}?)(?:を?して|って|て|を?お願い)(?:ください|下さい|くれ|ね|よ|します)*",
    re.I | re.S,
)
_DEEDS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(verbs, re.I), frozenset(acts.split()))
    for verbs, acts in (
        (r"calculate|compute|work|figure|reckon|計算|確かめ|求め", "compute convert sum"),
        (r"search|look|find|検索|探し|調べ", "find count read pick"),
        (r"add|put|pack|追加|加え|入れ", "compress add type edit_line"),
        (r"change|correct|edit|fix|update|変更|修正|直し|書き換え", "change edit_line replace set_value"),
        (r"delete|remove|erase|削除|消し", "delete_file remove"),
        (r"convert|export|変換", "convert export"),
        (r"rename|改名|リネーム", "rename"),
        (r"sort|並べ替え", "sort sort_lines"),
    )
)


def said_again(clause: str, acts: Iterable[str]) -> bool:
    """Whether the clause orders what one of these acts does, and only adds the program."""
    found = _WITH.fullmatch(clause)
    if found is None:
        return False
    verb, told = found["verb"] or found["deed"], frozenset(acts)
    return any(words.match(verb) is not None and own & told for words, own in _DEEDS)
