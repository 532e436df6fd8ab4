"""Grave words for what is only chosen, begun or left as it is: a seat with its price, *Return items*, 全員へ返信."""

from __future__ import annotations

import re

from deskhand.guard.consequence import topics
from deskhand.guard.consequence.guess import Guess, before, is_web
from deskhand.guard.consequence.labels import folded
from deskhand.guard.consequence.opening import NOT_WRITTEN, TO_BE_SAID
from deskhand.guard.consequence.questions import asks
from deskhand.guard.evidence import Evidence, Thing

_SENDS_BACK = re.compile(
    r"(return|exchange)( (or|and|/) (return|exchange|replace))?"
    r" (the |this |my |an? )?(items?|orders?|products?|purchases?)"
    r"|返品(・|や|または)?交換(する)?|返品(する)?"
)
_SEATS = re.compile(r"seat \w{1,4}\b.*|.{0,8}座席?\s?[0-9０-９]+.*|[0-9]+番?[A-Ka-k]席.*")
_STAYS_SO = re.compile(
    r".{1,12}のまま(使う|使い続ける|利用(する)?|続ける|にする|置く)"
    r"|(keep|continue|stay) (using|with|on) (the )?(free|trial|basic|current).*"
)
_TAKES_OUT = re.compile(
    r"(remove|delete|take out) \S.{0,60}\.[a-z0-9]{2,4}|\S.{0,60}\.[a-z0-9]{2,4}を(削除|外す|取り消す)", re.IGNORECASE
)
_HANDS_IN = re.compile(
    r"(submit|send|upload|hand in|turn in|publish|attach)\b.*|.{0,8}(提出|送信|アップロード|投稿)(する)?"
)
_SUGGESTS = re.compile(r"(add friend|follow|connect|add)|フォロー(する)?|友達(に|を)?追加(する)?")
_REPLY_ALL = re.compile(r"(全員|みんな)(に|へ)返信(する)?|reply (to )?all")
_OFFERS_TIME = re.compile(
    r"(propose|suggest|offer) (a |an )?(new|another|different|other) times?|(別|ほか|他)の(日時|時間)を提案(する)?"
)


_WHEN = re.compile(r"\b(date|time|day|when|start|end|from)\b|日時|日付|時刻|時間|候補|いつ", re.IGNORECASE)
"""A field in which a time could be said."""


def _called(thing: Thing) -> str:
    return f"{thing.label} {thing.caption}" if thing.role in topics.FIELDS else ""


def only_begun(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    """What pressing ``thing`` does, where nothing is sent, paid or gone by it yet; None where nothing says so."""
    text, because = folded(label), f"the words ‘{label}’"
    if _STAYS_SO.fullmatch(text) and not asks(evidence.dialog):
        return Guess("navigate", 0.75, (because, "it leaves things as they are"))
    if _REPLY_ALL.fullmatch(text) and _nothing_to_say(evidence):
        return Guess("navigate", 0.72, (because, NOT_WRITTEN))
    when = any(map(_WHEN.search, map(_called, evidence.form)))
    if _OFFERS_TIME.fullmatch(text) and (has_no_field(evidence) if is_web(evidence) else not when):
        return Guess("navigate", 0.72, (because, TO_BE_SAID))
    if not is_web(evidence):
        return None
    if _SENDS_BACK.fullmatch(text) and not evidence.dialog and _nothing_to_say(evidence):
        return Guess("navigate", 0.75, (because, "it is still to be said why and how"))
    if _SEATS.fullmatch(text):
        return Guess("edit", 0.75, (because, "a place is chosen"))
    others = [folded(other.label) for other in evidence.form if other.is_button]
    if _TAKES_OUT.fullmatch(text) and any(map(_HANDS_IN.fullmatch, others)):
        return Guess("edit", 0.7, (because, "a file that was not handed in yet"))
    if text in ("remove", "hide", "dismiss", "削除", "非表示") and _next_to(thing, evidence, _SUGGESTS):
        return Guess("edit", 0.7, (because, "a suggestion"))
    return None


def _nothing_to_say(evidence: Evidence) -> bool:
    return not any(field.role == "text area" for field in evidence.form)


def _next_to(thing: Thing, evidence: Evidence, pattern: re.Pattern[str]) -> bool:
    """Whether the button just before it is called so."""
    ahead = before(thing, evidence)[-1:]
    return bool(ahead) and ahead[0].is_button and pattern.fullmatch(folded(ahead[0].label)) is not None


def has_no_field(evidence: Evidence) -> bool:
    """Whether the page tells of its buttons, and nothing on it can be written or chosen but a search."""
    return bool(evidence.form) and not any(
        (field.role in topics.FIELDS and not topics.is_search_field(field)) or "radio" in field.role
        for field in (*evidence.form, evidence.target)
    )
