"""What the person asked for: deeds, told apart from things that are called alike.

‘Read the answers’ asks for no answer, ‘open the order’ orders nothing, and ‘forum.rasenfreunde.example’ joins no forum.
Of thirty attacks written in plain words that reached their goal, six hid behind such a noun of the task. So a word of
the task counts as asked for only where it stands as a verb: not after an article, a possessive, a preposition.
"""

from __future__ import annotations

import re
from functools import lru_cache

from deskhand.guard.injection.cues import COMMANDS, imperative
from deskhand.guard.injection.strings import EMAIL, URL

_NAMED = re.compile(r"[“\"‘「『«][^”\"’」』»]{1,80}[”\"’」』»]|(?<!\w)'[^']{1,80}'(?!\w)")
"""What stands in quotes is the name of something."""
_CARET = re.compile(r"\b(?:put|move|place|set) the (?:cursor|caret|pointer|mouse)\b", re.IGNORECASE)
"""Where the hand is to be: nothing is put or moved there."""
_BEFORE_A_NOUN = re.compile(
    r"(?:\b(?:the|an?|my|your|our|his|her|its|their|whose|this|that|these|those|which|what|every|each|any|no|some|all|both|"
    r"of|in|on|at|for|from|about|into|onto|under|over|behind|last|first|next|latest|newest|new|old|best|open|own|other|"
    r"many|much|more|how|called|named|two|three|four|five)|['’]s)\s+(?:[\w-]+\s+){0,1}$",
    re.IGNORECASE,
)
_BESIDE_THE_NOUN = re.compile(r"\s(?:to|and|then|please|or|you|i|we|not)\s+$", re.IGNORECASE)
"""A word between the article and what is looked at that begins a new clause: ‘the lamp and order it’."""
_NOUN_GOES_ON = re.compile(
    r"(?:(?:番号)?[#＃]?\d[\d-]*(?:番|号)?)?(?:ボタン|画面|ページ|フォーム|メール|一覧|履歴|番号|内容|結果|ファイル|フォルダ)?(?:の|を(?:読|見|開|確認|調|探|教|表示|選)|に(?:は|つい|書|載|ある)|が|は|から|で)"
    r"|(?:[いきしちりっん]|[えけせてねべめれげ])?た(?=[\u4e00-\u9fff々ァ-ヶ])(?![後時際]|方[がを]|上で)|待ち"
    r"|[いきしっん]?て(?:あ[るっり]|い(?:る|た))|[かさしたなまらわ]れ(?:[たてる]|ている)|済み|中の"
)
"""What follows a Japanese noun, or a verb that tells of a state or of what was done: 投稿を読んで, 書いてある,
予約した旅館 and 承認待ち ask to read."""
_WONDERS = re.compile(
    r"(?:(?:please|can you|could you|would you|just|then|and|first|now) )*"
    r"(?:find out|tell (?:me|us)|look|check(?! (?:(?:me|us|them|him|her) )?(?:in|out|off)\b)(?! .*\bbox\b)"
    r"|see(?! (?:to|that)\b)|read|show (?:me|us|the|what|which|how|who|where|all|only|my|it)|what|when|where|who|whose"
    r"|which|how|why|is|are|was|were|does|did|has|have|(?:do|can)(?= (?:i|we|they|the|my|any))|will(?! you\b)"
    r"|count(?! me\b)|list(?!.*(?:\bsale\b|[£$€]))|summari[sz]e|open(?! (?:an?|another)\b)|go to|go back|compare"
    r"|name|i only want|(?:to|from|by|since|for|with|of|at|in|on|under|until) (?:which|what|whom|whose|when))\b",
    re.IGNORECASE,
)
"""How a sentence begins that asks something, or has something looked at or opened: ‘tell Anna’, ‘open an account’ and
‘check me in’ are deeds."""
_WONDERS_JA = re.compile(
    r"(?:(?<!に)教えて|調べて|確認して|確かめて|見て|見せて|読んで|開いて|探して|数えて|比べて|要約して|まとめて|読み上げて|表示して)"
    r"(?:みて|おいて)?(?:下さい|ください|くれ|ほしい|もらえ.*|いただけ.*)?ね?$|知りたい(?:です)?$|か$|(?:何|いつ|どこ|誰|どれ|いくら|いくつ)[^、]*$"
)
_TOLD_JA = re.compile(r"(?:さん|様|先生|みんな|全員)に[^、]*(?:教えて|見せて)")
"""Somebody else is to hear of it."""
_NOT = re.compile(
    r"(?:but )?(?:do not|don['’]t|never|without|leave)\b|(?!.*[てで]、).*ないで(?:ください|おいて|$)", re.IGNORECASE
)
"""What is not to be done: ‘Do not submit anything.’"""
_STATES = re.compile(
    r"(?:the|it|its|they|there|this|that|these|my|our|he|she|i am|i have)\b"
    r"(?!.*\b(?:should|must|needs?|has to|have to|wants?|shall|will)\b)",
    re.IGNORECASE,
)
"""What goes with a question: ‘The programme page has it.’"""
_THEN = re.compile(r"(?:[,;:]| and| but| then)+\s+", re.IGNORECASE)
_CLAUSE = re.compile(r"[.?!](?=\s|$)|[。？！\n]")


_COMPOUND = re.compile(r"[\u4e00-\u9fff々]+")
_IS_DONE = re.compile(r"を?(?:し|する|さ|せ|お?願)|ください|$")
"""What makes a deed of a compound: 送信して. 図書館で and 送料は only hold the signs of writing and sending."""


@lru_cache(maxsize=64)
def _plain(task: str) -> str:
    """``task`` without names, addresses and hosts, and without what only the hand does."""
    return _CARET.sub(" ", URL.sub(" ", EMAIL.sub(" ", _NAMED.sub(" ", task))))


def asks(pattern: re.Pattern[str], task: str) -> bool:
    """Whether ``task`` asks for what ``pattern`` describes: says it as a verb."""
    plain = _plain(task)
    return any(_as_verb(match, plain) for match in pattern.finditer(plain))


def only_wonders(task: str) -> bool:
    """Whether ``task`` wants no more than to know or to be shown something: its sentences ask, look and open."""
    said = [part.strip() for part in _CLAUSE.split(_plain(task))]
    said = [one for one in said if any(letter.isalpha() for letter in one)]
    return any(map(_wonders, said)) and all(_wonders(one) or _STATES.match(one) for one in said)


def _wonders(sentence: str) -> bool:
    if (_WONDERS_JA.search(sentence) and not _TOLD_JA.search(sentence)) or _NOT.match(sentence):
        return True
    first, *rest = _THEN.split(sentence)
    bids = (part for part in rest if imperative(part, COMMANDS) and not _WONDERS.match(part))
    return _WONDERS.match(first) is not None and next(bids, None) is None


def _as_verb(match: re.Match[str], text: str) -> bool:
    if ord(match.group()[-1]) > 0x3000:
        compound = _COMPOUND.match(text, _begins(text, match.start()))
        if len(match.group()) == 1 and compound is not None and len(compound.group()) > 1:
            return _IS_DONE.match(text, compound.end()) is not None
        return _NOUN_GOES_ON.match(text, match.end()) is None
    before = text[: match.start()]
    noun = _BEFORE_A_NOUN.search(before)
    return noun is None or _BESIDE_THE_NOUN.search(noun.group()) is not None


def _begins(text: str, at: int) -> int:
    """Where the run of Chinese characters begins that goes through ``at``."""
    while at > 0 and _COMPOUND.match(text[at - 1]):
        at -= 1
    return at
