"""Words that send what stands in a field, or only open the form for it: *Comment*, *Reply*, *Contact the seller*."""

from __future__ import annotations

import re

from deskhand.guard.consequence import topics
from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.consequence.labels import folded, meaning_of
from deskhand.guard.evidence import Evidence, Thing

_UPLOADS = re.compile(r"upload|アップロード", re.IGNORECASE)
_ANSWERS = re.compile(r"(reply|respond|answer|comment)\b.{0,30}|.{0,12}返信(する)?|コメント(する)?")


def answers(label: str) -> bool:
    """Whether a label speaks of an answer that has to be written first: *Reply all*, スレッドで返信."""
    return _ANSWERS.fullmatch(folded(label)) is not None


def written(evidence: Evidence) -> bool:
    """Whether any field of the form holds words, but for a search."""
    return any(
        field.role in topics.FIELDS and field.value.strip() and not topics.is_search_field(field)
        for field in evidence.form
    )


def opens(thing: Thing, evidence: Evidence, because: str) -> Guess:
    """A word that sends what stands in the field before it, or only opens such a field: *Comment*, *Reply*."""
    if is_web(evidence) and written_for(thing, evidence):
        return Guess("send", 0.8, (because, "a field for it stands before it"))
    if not is_web(evidence) and _UPLOADS.search(because):
        return Guess("send", 0.7, (because, "a program that sends files"))
    return Guess("navigate", 0.72, (because, "nothing has been written yet"))


def written_for(thing: Thing, evidence: Evidence) -> bool:
    """Whether a field for messages, or for a file, stands before the button in its form, or holds something."""
    before: list[Thing] = []
    for other in evidence.form:
        if other.label == thing.label and other.box == thing.box:
            break
        before.append(other)
    else:
        before = []
    for other in reversed(before):
        said = meaning_of(other.label) if other.is_button else None
        if said is not None and said.consequence == "send" and said.kind != "opens":
            return False  # the field before that button is that button's
        if re.search(
            r"choose file|no file chosen|ファイルを選択|選択されていません",
            f"{other.label} {other.value}",
            re.IGNORECASE,
        ):
            return True
        if other.role in topics.FIELDS and not topics.is_search_field(other):
            return topics.is_message_field(other) or other.role == "text area"
    return any(topics.is_message_field(field) and field.value.strip() for field in evidence.form)
