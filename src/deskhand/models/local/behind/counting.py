"""How many words, lines or letters a text has, or how often something stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDS = re.compile(r"\bhow many words\b|\bnumber of words\b|\bword count\b|単語数|何語|語数", re.I)
_LINES = re.compile(r"\bhow many lines\b|\bnumber of lines\b|行数|何行", re.I)
_LETTERS = re.compile(r"\bhow many (?:characters|letters)\b|\bnumber of characters\b|文字数|何文字", re.I)
_OFTEN = re.compile(r"\bhow (?:often|many times)\b|何回|何か所|何箇所|いくつ", re.I)
_NAMED = re.compile(r"[\"“「『]([^\"“”「」『』]{1,40})[\"”」』]")


_RECORDS = (
    (("srt", "vtt", "sub"), re.compile(r"\bsubtitles?\b|\bcaptions?\b|字幕", re.I), re.compile(r"-->|^\{\d+\}\{\d+\}")),
    (("ics",), re.compile(r"\bevents?\b|\bappointments?\b|予定|イベント", re.I), re.compile(r"^BEGIN:VEVENT")),
    (("vcf",), re.compile(r"\bcontacts?\b|\bpeople\b|連絡先|人", re.I), re.compile(r"^BEGIN:VCARD")),
    (("bib",), re.compile(r"\bentries\b|\bbooks?\b|\breferences?\b|文献|項目", re.I), re.compile(r"^\s*@\w+\{")),
    (("po",), re.compile(r"\bmessages?\b|\bentries\b|項目|メッセージ", re.I), re.compile(r'^msgid "(?!")')),
)
"""By the file's ending what its records are called, and how the line looks that each has once."""
_MANY = re.compile(r"\bhow many\b|\bnumber of\b|いくつ|何[個件人冊通本]", re.I)


def records(question: str, ending: str, rows: Sequence[str]) -> int | None:
    """How many records such a file has, where nothing but their number is asked for."""
    for endings, named, mark in _RECORDS:
        if ending in endings and named.search(question) and _MANY.search(question):
            return sum(mark.search(row) is not None for row in rows)
    return None


def counted(question: str, rows: Sequence[str]) -> int | None:
    """The number that the question asks for, where it is one of the text as a whole; None for any other question."""
    names = [name for name in _NAMED.findall(question) if not re.search(r"\.\w{1,5}$", name)]
    text = "\n".join(rows)
    if not text:
        return None
    if len(names) == 1 and (_OFTEN.search(question) or _WORDS.search(question)):
        return len(re.findall(re.escape(names[0]), text, re.I)) or None
    if len(names) == 1 and _LINES.search(question):
        return sum(names[0].lower() in row.lower() for row in rows)
    if names:
        return None
    if _WORDS.search(question):
        return len(text.split()) if re.search(r"[A-Za-z]", text) else None
    if _LINES.search(question):
        return len(rows)
    if _LETTERS.search(question):
        return len(re.sub(r"\s", "", text))
    return None
