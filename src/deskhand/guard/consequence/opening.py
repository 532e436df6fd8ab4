"""Words that send what stands in a field, or only open the form for it: *Comment*, *Reply*, *Contact the seller*."""

from __future__ import annotations

import re

from deskhand.guard.consequence import topics
from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.consequence.labels import folded, meaning_of
from deskhand.guard.consequence.learned import learned
from deskhand.guard.consequence.saying import pays_at_once
from deskhand.guard.consequence.seen import seen
from deskhand.guard.evidence import Evidence, Thing

_DOES_AT_ONCE = 0.9
"""How likely somebody must want to be asked about a link for it to do something itself: most lead to a form for it."""
_LEADS = 0.35
"""Below this chance a button only leads somewhere, where going about is also the likeliest that it does."""
NOT_WRITTEN, TO_BE_SAID = "nothing has been written yet", "it is still to be said with whom"
HOW_MUCH, TO_WHAT = "it is still to be said how much, or to whom", "it is still to be said to what"
OPENS_ONLY = frozenset({NOT_WRITTEN, TO_BE_SAID, HOW_MUCH, TO_WHAT})
"""Why a press does no more than open a field or a form."""
_GOES_ON = re.compile(r"\b(continue|proceed|go on|keep)\b|続け|続行", re.IGNORECASE)
"""What says yes to whatever stands before it: ‘to keep your assistant connected, use the button’."""
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
    return Guess("navigate", 0.72, (because, NOT_WRITTEN))


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
            r"choose (a )?file|no file chosen|^browse\b|ファイルを選|^参照|選択されていません",
            f"{other.label} {other.value}",
            re.IGNORECASE,
        ):
            return True
        if other.role in topics.FIELDS and not topics.is_search_field(other):
            return topics.is_message_field(other) or other.role == "text area"
    return any(topics.is_message_field(field) and field.value.strip() for field in evidence.form)


def only_leads(thing: Thing, evidence: Evidence) -> bool:
    """Whether pressing ``thing`` only opens a page, a form, a dialog or a list, whatever its words speak of: what is
    sent or paid there comes later, and is looked at then. Of 19 false alarms on pages with a mere question for a task,
    12 were such: *Book a delivery slot*, 振込, *Change PIN*."""
    if not (thing.label or thing.caption) or _GOES_ON.search(thing.label):
        return False
    if thing.label.rstrip().endswith(("…", "...")):
        return True
    judged = learned(seen(thing, evidence))
    if thing.role == "link":
        return judged.ask < _DOES_AT_ONCE and not pays_at_once(thing.label)
    likeliest = max(judged.means.items(), key=lambda pair: pair[1])[0]
    return judged.ask < _LEADS and likeliest in ("navigate", "observe")
