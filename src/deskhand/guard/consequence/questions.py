"""What a dialog asks, and what an answer to it does that is neither yes nor no: *Replace*, *Lose*, *Launch anyway*."""

from __future__ import annotations

import re

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, in_file_manager
from deskhand.guard.consequence.labels import meaning_of
from deskhand.guard.evidence import Evidence

_QUESTION = re.compile(
    r"[?？]|ますか|will be lost|失われます|do you|are you sure|proceed|insecure|not trust", re.IGNORECASE
)
_SAVE_QUESTION = re.compile(r"\b(save|keep)\b[^.?]{0,80}(before|\?|clos|quit)|保存しますか|変更を保存", re.IGNORECASE)


def of_question(because: str, evidence: Evidence) -> Guess | None:
    """What a dialog's question is about, for a word that is no plain yes or no; None where it asks nothing grave."""
    asked = topics.of_dialog(evidence.dialog) if _QUESTION.search(evidence.dialog) else None
    if asked is None or asked.consequence in ("save", "navigate", "edit", "observe"):
        return None
    if asked.consequence == "delete" and to_trash("", evidence):
        return Guess("edit", 0.75, (because, "from the wastebasket it can be got back"))
    return Guess(asked.consequence, 0.8, (because, f"the dialog says ‘{asked.because}’"))


def asks_to_save(dialog: str) -> bool:
    return _SAVE_QUESTION.search(dialog) is not None


def says_no(text: str) -> bool:
    meaning = meaning_of(text)
    return meaning is not None and meaning.consequence == "navigate" and meaning.confidence > 0.9


def to_trash(text: str, evidence: Evidence) -> bool:
    """Whether this only moves files into a wastebasket, and does not empty it."""
    whole = f"{text} {evidence.dialog}".lower()
    if not (in_file_manager(evidence) or evidence.dialog):
        return False
    return bool(words.around("trashed").search(whole)) and not words.around("gone").search(whole)
