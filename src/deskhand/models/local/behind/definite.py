"""Whether a question asks for one thing, and what would be told buries it among what else a window shows.

Of 36 tasks on programs never met two were told as done with all that the window showed, its buttons included, where one
word and one number were asked for: the right one stood among them, and nobody had found it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.behind.asking import asked
from deskhand.vision.scene import TextLine

MANY = 3
"""Lines of an answer to a question for one thing at most."""
LONG = 240
"""Letters of it at most."""
LARGER = 1.6
"""Letters that are by far the largest are at least so many times as high as any others."""
_MANY_OF = re.compile(r"\b(?:all|every|each|list|both)\b|すべて|全て|全部|一覧|ぜんぶ|それぞれ|全文", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:which|what)\s+(?:(?:other|two|three|new|old|of the|kinds? of|sorts? of)\s+)?"
    r"(?:(?!was\b|has\b|does\b|this\b)\w{2,}(?<![su])s|people|men|women|children)\b"
    r"|(?:が|は|に)(?:何が)?(?:あり|入って|並んで|含まれて)",
    re.IGNORECASE,
)
_OF_TEXT = re.compile(
    r"\b(?:text|message|messages|content|contents|list|poem|paragraph|output|error|note|recipe|description|section|advice)\b|文章|本文|メッセージ|内容|中身|説明|詩|注意",
    re.IGNORECASE,
)
"""What may well be several lines."""
_ONE = re.compile(
    r"\b(?:which|what)\s+(?:is|was)\s+the\s+(?:\w+\s+){0,2}(?:name|word|title|number|colou?r|letter|code|price|amount|page)\b"
    r"|\b(?:which|what)\s+(?:single\s+|one\s+)?(?!is\b|are\b|was\b|were\b|do\b|does\b|did\b|has\b|have\b|can\b|will\b|kind\b|sort\b|the\b|it\b|this\b|that\b|these\b|they\b|you\b)[a-z]+\b"
    r"|\bwho(?:se)?\b|\bthe (?:name|word|title|number|colou?r|letter|code|price|amount|page number) (?:of|on|in|for)\b"
    r"|どの\S|どれ|どちら|誰|だれ|何ページ|(?:名前|単語|言葉|題名|タイトル|番号|色|文字|数)(?:は何|を教え|を答え|は\?)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b(?:which|what|the|single|one) word\b|単語|言葉", re.IGNORECASE)
_DEFINITE = ("time", "day", "date", "mail", "phone", "link", "number")


def asks_for_one(question: str) -> bool:
    """Whether one value, one name or one word would answer it."""
    if _MANY_OF.search(question):
        return False
    if (wanted := asked(question)) is not None and wanted.kind in _DEFINITE:
        return True
    return _ONE.search(question) is not None and not _PLURAL.search(question) and not _OF_TEXT.search(question)


def buries(question: str, told: str) -> bool:
    """Whether so much is told that it is no answer to a question for one thing."""
    lines = [line for part in told.splitlines() for line in part.split(" / ") if line.strip()]
    return (len(lines) > MANY or len(told) > LONG) and asks_for_one(question)


_EMPTY_FIELD = re.compile(r"(?:\S\s+)*[^:：\n]{1,24}[:：](?:\s+\S)*")
"""A field's name with nothing in it, between small pictures: “Q Search: Q”."""
SIGNS = 3
"""Letters and signs by themselves, of twice as many at most, that are a row of buttons: “K 4 > + 4月 5月”."""
_NAMED = re.compile(r"\bwho\b|\bname\b|\bword\b|名前|単語|言葉|誰|だれ", re.IGNORECASE)
_SIGNS = re.compile(r"[▼▾▲△▽]")
"""What a list that opens bears, and no answer."""


def is_chrome(question: str, told: str) -> bool:
    """Whether what would be told is a program's own: the marks on its lists, or letters of which none makes the name
    that is asked for (“B3 X 9” in the bar of a sheet)."""
    if _EMPTY_FIELD.fullmatch(told.strip()) is not None:
        return True
    if not asks_for_one(question):
        return False
    if _SIGNS.search(told) is not None:
        return True
    tokens = told.split()
    if sum(len(token) == 1 for token in tokens) >= SIGNS and len(tokens) <= 2 * SIGNS:
        return True
    return _NAMED.search(question) is not None and re.search(r"[^\W\d_]{2}|[一-龯]", told) is None


_ONE_WORD = re.compile(
    r"\b(?:which|what|tell me the) (?:single |one )?word\b(?! (?:means?|for)\b)|"
    r"(?:単語|言葉)(?:は何|を教え|を答え|は[?？])",
    re.IGNORECASE,
)


def asks_for_a_word(question: str) -> bool:
    """Whether a single word that stands there answers it."""
    return _ONE_WORD.search(question) is not None


def word_in_large_print(question: str, lines: Sequence[TextLine]) -> str:
    """The one word that is written largest by far, where a word is asked for: a picture's own, beside the names of
    small ones and the program's."""
    if _WORD.search(question) is None:
        return ""
    ranked = sorted(((line.box.height, line.text.strip()) for line in lines if line.text.strip()), reverse=True)
    if not ranked or not re.fullmatch(r"[^\W\d_][\w'’-]+", ranked[0][1]):
        return ""
    rest = [height for height, text in ranked if text != ranked[0][1]]
    return ranked[0][1] if all(ranked[0][0] >= LARGER * height for height in rest) else ""
