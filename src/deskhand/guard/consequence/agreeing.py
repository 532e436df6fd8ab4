"""Words that only say yes (*OK*, *Continue*, 次へ): what they say it to stands in the dialog or on the page."""

from __future__ import annotations

import re

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, around, has_secret_field, is_web
from deskhand.guard.consequence.labels import folded
from deskhand.guard.consequence.questions import asks, leads_out, of_question, said_in, to_trash
from deskhand.guard.evidence import Evidence, Thing

LAST_LOOK = re.compile(
    r"(注文|予約|申し?込み?|支払い?|購入|手続き)(内容)?(の|を)?(最終)?ご?確認|最終確認"
    r"|\b(review|confirm|check)( and \w+)? (your |the |my )?(order|booking|purchase|payment|basket|details)\b"
    r"|\border (review|confirmation|summary)\b",
    re.IGNORECASE,
)
"""What the last page of an order calls itself, where everything has been said."""
_KEPT = re.compile(
    r"下\s?4\s?桁|\bending( in| with)? \d{4}\b|(?:[•*·x]{2,}\s?)+\d{4}\b|\b(saved|stored) card\b"
    r"|登録済みの?カード",
    re.IGNORECASE,
)
"""A card that the shop knows already."""


def card_is_kept(evidence: Evidence) -> bool:
    """Whether nothing is left to fill in: *Next* pays, as there is no further page on which to."""
    heads = " ".join((evidence.place.window, *topics.headings(evidence)))
    return (
        LAST_LOOK.search(heads) is not None and _KEPT.search(" ".join(evidence.texts) or around(evidence)) is not None
    )


def _other_way(thing: Thing, evidence: Evidence) -> bool:
    """Whether the dialog has a way out beside the yes, and nothing to fill in: what only tells has a single button."""
    if any(other.role in topics.FIELDS or "box" in other.role or "radio" in other.role for other in evidence.form):
        return False
    return any(
        other.is_button and other.label != thing.label and leads_out(folded(other.label)) and other.label
        for other in evidence.form
    )


_BESIDE_NEWS = re.compile(
    r"undo|(more|show|view|learn|read|open)( .*)?|details|help|copy( .*)?|詳細|詳しく.*|ヘルプ|元に戻す|.*表示(する)?"
)
"""Buttons beside the *OK* of what only tells something."""
_IS_DONE = re.compile(
    r"\b(complete|completed|finished|successful(ly)?|all set|all done)\b|完了|終わりました|できました|成功",
    re.IGNORECASE,
)
_BACK = re.compile(r"back|previous|戻る|前へ")


def tells_only(thing: Thing, evidence: Evidence) -> bool:
    """Whether it is the one button that ends a window, but for those that only look or lead on."""
    return all(
        other.label == thing.label
        or (other.is_button and (_BESIDE_NEWS.fullmatch(folded(other.label)) or other.label.rstrip().endswith("…")))
        for other in evidence.form
    )


def _only_ok(thing: Thing, evidence: Evidence) -> bool:
    """Whether the dialog asks nothing and has this one button alone: ‘Empty the trash when you have time.’"""
    return (
        not is_web(evidence)
        and thing.known == "tree"
        and not asks(evidence.dialog)
        and bool(evidence.form)
        and tells_only(thing, evidence)
    )


def _box_behind(thing: Thing, evidence: Evidence) -> bool:
    """Whether a box for agreeing stands behind it, and a button behind that box: it is one of the next step."""
    after, box = False, False
    for other in evidence.form:
        if after and other.role == "check box" and words.around("terms").search(f"{other.label} {other.caption}"):
            box = True
        elif box and other.is_button and other.label:
            return True
        after = after or (other.label == thing.label and other.box == thing.box)
    return False


def yes(thing: Thing, label: str, evidence: Evidence, because: str) -> Guess:
    text = folded(label)
    if evidence.dialog:
        if label.rstrip().endswith(("…", "...")):
            return of_question(because, evidence) or Guess("navigate", 0.8, (because, "a question follows"))
        asked = topics.of_dialog(evidence.dialog)
        if asked is not None and asked.consequence == "delete" and to_trash("", evidence):
            words_ = "moves it to the wastebasket"
            return Guess("edit", 0.75, (because, "from the wastebasket it can be got back"), words_)
        if asked is not None and _only_ok(thing, evidence):
            return Guess("navigate", 0.7, (because, "a dialog that only tells something"))
        if asked is not None:
            reasons = (because, f"the dialog says ‘{asked.because}’")
            return Guess(asked.consequence, asked.weight, reasons)
        own = said_in(evidence.dialog)
        if own is not None and own.kind in ("plain", "phrase"):
            return Guess(own.consequence, 0.7, (because, f"the dialog asks ‘{evidence.dialog[:60]}’"))
        if not is_web(evidence) and has_secret_field(evidence):
            return Guess("sign_in", 0.75, (because, "a field for a secret is here"))
        if (
            not asks(evidence.dialog)
            and not _other_way(thing, evidence)
            and (not is_web(evidence) or not any(field.role in topics.FIELDS for field in evidence.form))
        ):
            return Guess("navigate", 0.7, (because, "a dialog that only tells something"))
        names = [folded(other.label) for other in evidence.form if other.is_button]
        if not is_web(evidence) and not asks(evidence.dialog) and _IS_DONE.search(evidence.dialog):
            return Guess("navigate", 0.65, (because, "it tells that something is done"))
        step = words.around("step").fullmatch(text) is not None and any(map(_BACK.fullmatch, names))
        if step and not is_web(evidence) and not asks(evidence.dialog):
            return Guess("navigate", 0.6, (because, "a step, and nothing says that it is the last"))
        if not is_web(evidence):
            return Guess("edit", 0.45, (because, f"it is not known what ‘{evidence.dialog[:60]}’ would do"))
    about = topics.of_page(evidence)
    weak = words.around("step").fullmatch(text) is not None
    if about:
        first = about[0]
        reasons = (because, f"around it: ‘{first.because}’")
        if weak and first.consequence == "pay" and card_is_kept(evidence):
            return Guess("pay", 0.7, (*reasons, "the order is shown once more, and the card is known"))
        if weak and first.consequence == "pay" and not any(topics.is_card_field(f) for f in evidence.form):
            return Guess("navigate", 0.6, (*reasons, "a step before the last"))
        if weak and first.consequence == "accept" and _box_behind(thing, evidence):
            return Guess("navigate", 0.6, (*reasons, "what is agreed to has a box of its own further on"))
        if weak and first.consequence == "send":
            return Guess("navigate", 0.6, (*reasons, "a step before the last"))
        if first.weight >= 0.6 or not weak:
            return Guess(first.consequence, min(0.92, first.weight + 0.1), reasons)
    if weak:
        return Guess("navigate", 0.75, (because, "nothing around it says that it is the last step"))
    if any(topics.is_search_field(field) for field in evidence.form) and text in (
        "submit",
        "enter",
        "go",
        "実行",
        "ok",
    ):
        return Guess("navigate", 0.8, (because, "a search"))
    fields = [field for field in evidence.form if field.role in topics.FIELDS]
    if is_web(evidence) and fields:
        return Guess("send", 0.7, (because, f"a form with {len(fields)} fields"))
    if evidence.texts or evidence.elements:
        return Guess("edit", 0.6 if not is_web(evidence) else 0.45, (because, "nothing around it says to what"))
    return Guess("edit", 0.35, (because, "nothing is known of what it says yes to"))
