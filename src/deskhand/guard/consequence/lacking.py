"""Deeds that need what is nowhere before them: *Share* with nobody named, *Top up* with no sum, *Refund* with neither.

Who shares, sends or refunds says with whom or how much. Where a page's button has nothing but the verb on it and no
field stands before it in its form, that cannot have been said: the button opens where it is. Of 23 such buttons on five
halves of the measurements 20 were to pass; of 47 behind a field 42 were to be asked about. Likewise what changes or adds
something that it names (*Change limit*, *Add member*): without a field before it 34 of 43 were to pass, the others nearly
all being keys, links and what is brought in.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.guard.consequence import topics
from deskhand.guard.consequence.graver import keeps_secrets
from deskhand.guard.consequence.guess import is_web
from deskhand.guard.consequence.labels import folded
from deskhand.guard.consequence.opening import HOW_MUCH, NOT_WRITTEN, TO_BE_SAID, TO_WHAT
from deskhand.guard.consequence.starting import is_wanted
from deskhand.guard.evidence import Evidence, Thing

_TO_SOMEBODY = re.compile(
    r"share|invite|forward|refer( a friend)?|recommend|nominate|endorse"
    r"|(share|invite|forward|pass on|send)( it| this)?( to| with)? (people|someone|somebody|others|(a )?friends?|members?|guests?|colleagues?|anyone)"
    r"|(共有|招待|転送|紹介|推薦)(する)?|(人|友だち|友達|メンバー|ゲスト)を?(招待|紹介)(する)?"
)
_SO_MUCH = re.compile(
    r"refund|request( money)?|(send|transfer|move|add|receive) (money|funds|cash)|top up|cash out|donate|(leave a |add a )?tip"
    r"|(返金|請求|送金|振込|入金|出金|チャージ|両替|寄付)(する)?|お金を(送る|受け取る|入れる)"
)
_IN_A_ROW = re.compile(
    r"send|transfer|request|pay|deposit|withdraw|exchange|convert|trade|buy|sell|swap|receive|送る|受け取る|売却|買付|売る|買う"
)
"""These may be done at once where they stand alone, and not where another of them stands beside: not both end a form."""
_CHANGES = re.compile(
    r"(change|edit|modify|adjust|rename|reschedule|amend)( (?!to\b|now\b|all\b|it\b|anyway\b)[a-z'’/-]+){1,3}"
    r"|update (my |your |the )?(phone( number)?|e-?mail( address)?|address|profile|details|contact details|personal details|payment)"
    r"|(?!この|今すぐ).{1,12}を変更"
)
_ADDS = re.compile(
    r"(add|link) (an? |another |new |extra )?(?!to\b|all\b|it\b)[a-z'’-]+( (?!to\b|for\b)[a-z'’-]+)?|(?!この).{1,10}を追加"
)
_WRITES = re.compile(
    r"(message|contact|e-?mail|write to|text|chat with|talk to|ask) (the |my |your |an? )?[a-z'’-]+( [a-z'’-]+)?"
    r"|.{1,10}(に|へ)(連絡|質問|相談|メッセージ|問い?合わせ)(する|る|を送る)?"
)
_GRAVE = re.compile(
    r"\b(pin|pass(word|code|phrase)|keys?|tokens?|secrets?|links?|extensions?|plug-?ins?|add-?ons?|apps?|payout|owner|admin\w*)\b"
    r"|暗証|パスワード|鍵|キー|リンク|拡張|アプリ|口座|管理者",
    re.IGNORECASE,
)
"""Who gets in or gets the money, and what is brought in: those were to be asked about."""


def lacks(thing: Thing, label: str, evidence: Evidence) -> str:
    """What a page's button needs that nothing before it in its form can have said; empty where it needs nothing."""
    if not thing.is_button or thing.role == "toggle button" or not is_web(evidence) or evidence.dialog:
        return ""
    if evidence.target.role in topics.FIELDS or anything_before(thing, evidence) is not False:
        return ""
    text = folded(label)
    if _TO_SOMEBODY.fullmatch(text):
        return "" if is_wanted(evidence) or keeps_secrets(evidence) else TO_BE_SAID
    if _SO_MUCH.fullmatch(text):
        return HOW_MUCH
    if _WRITES.fullmatch(text):
        return NOT_WRITTEN
    if (_CHANGES.fullmatch(text) or _ADDS.fullmatch(text)) and not _GRAVE.search(text):
        return TO_WHAT
    in_row = _IN_A_ROW.fullmatch(text) is not None and any(
        _IN_A_ROW.fullmatch(other) or _SO_MUCH.fullmatch(other) for other in _others(thing, evidence) if other != text
    )
    return HOW_MUCH if in_row else ""


def anything_before(thing: Thing, evidence: Evidence) -> bool | None:
    """Whether a field stands before it in its form, but for a search; None where its form is not known, as where the
    page tells of nothing else."""
    if len(evidence.form) < 2:
        return None
    fields = False
    for other in evidence.form:
        if other.label == thing.label and other.box == thing.box:
            return fields
        fields = fields or (other.role in topics.FIELDS and not topics.is_search_field(other))
    return None


def _others(thing: Thing, evidence: Evidence) -> list[str]:
    """What the buttons beside it are called that nothing is before either."""
    return [
        folded(other.label)
        for other in evidence.form
        if other.is_button and other.label and other.label != thing.label and anything_before(other, evidence) is False
    ]
