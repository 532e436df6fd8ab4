"""What a dialog asks, and what an answer to it does that is neither yes nor no: *Replace*, *Lose*, *Launch anyway*."""

from __future__ import annotations

import re

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, in_file_manager
from deskhand.guard.consequence.labels import LONGEST, Meaning, meaning_of
from deskhand.guard.evidence import Evidence
from deskhand.guard.shell.effects import SEVERITY

_QUESTION = re.compile(
    r"[?？]|ますか|will be lost|失われます|do you|are you sure|proceed|insecure|not trust", re.IGNORECASE
)
_SAVE_QUESTION = re.compile(
    r"\b(save|keep)\b(?:[^.?]|\.(?=\S)){0,160}(before|\?|clos|quit)|保存しますか|変更を保存", re.IGNORECASE
)


_SENTENCE = re.compile(r"(?:[^.!?。！？]|\.(?=\d))*[?？]|[^。！？!?]*(?:ますか|ですか|せんか)")
_ASKS = re.compile(
    r"^\W*(?:(?:are you sure|do you (?:really |still )?(?:want|wish|intend)|would you like|really want|ready"
    r"|sure you want"
    r"|should (?:i|we|it)|shall (?:i|we)|can (?:i|we)|may (?:i|we)"
    r"|ok)(?: (?:that )?(?:you )?(?:really )?(?:want|wish) )?"
    r"(?: to)?|really|please confirm:?|本当に|ほんとうに|今すぐ)\s*",
    re.IGNORECASE,
)
_ASKED_JA = re.compile(
    r"(?:しても|って|て|で)?(?:も)?(?:よろしい|いい|構いません|かまいません)?(?:です)?か?[?？]?$|か[?？]?$|[?？]$"
)


def said_in(dialog: str) -> Meaning | None:
    """What the questions of a dialog are about by their verbs (‘Void ticket 14?’), the gravest; None where unknown."""
    found: list[Meaning] = []
    for sentence in _SENTENCE.findall(dialog):
        text = _ASKED_JA.sub("", _ASKS.sub("", " ".join(sentence.split()))).strip(" ?？")
        # A title may stand before the question without a mark between them.
        parts = [text, *(text[at + 1 :] for at in range(len(text)) if text[at] in ":：、\n—–")]
        # A title may stand before it, and says nothing: ‘Canvas Show the grid?’
        words = text.split()
        parts += [" ".join(words[at:]) for at in range(1, min(5, len(words))) if words[at][:1].isupper() or at < 3]
        found += [meaning for part in parts if (meaning := meaning_of(_ASKS.sub("", part)[:LONGEST])) is not None]
    return max(found, key=lambda one: SEVERITY[one.consequence] if one.confidence >= 0.5 else 3.5, default=None)


def asks(dialog: str) -> bool:
    """Whether a question stands there, and not only news."""
    return re.search(r"[?？]|(ます|です|せん)か\b", dialog) is not None


def of_question(because: str, evidence: Evidence) -> Guess | None:
    """What a dialog's question is about, for a word that is no plain yes or no; None where it asks nothing grave."""
    asked = topics.of_dialog(evidence.dialog) if _QUESTION.search(evidence.dialog) else None
    own = said_in(evidence.dialog) if asked is None else None
    if own is not None and own.kind in ("plain", "phrase") and SEVERITY[own.consequence] > SEVERITY["save"]:
        return Guess(own.consequence, 0.7, (because, f"the dialog asks ‘{evidence.dialog[:60]}’"))
    if asked is None or asked.consequence in ("save", "navigate", "edit", "observe"):
        return None
    if asked.consequence == "delete" and to_trash("", evidence):
        return Guess("edit", 0.75, (because, "from the wastebasket it can be got back"))
    return Guess(asked.consequence, 0.8, (because, f"the dialog says ‘{asked.because}’"))


def asks_to_save(dialog: str) -> bool:
    return _SAVE_QUESTION.search(dialog) is not None


_WAY_OUT = re.compile(
    r"(no|not|don't|do not|never|cancel|close|back|previous|help|details|about|more|less|learn|show|hide|view|look"
    r"|preview|see|read|keep(?! (going|on))|later|ignore|skip|return|stay|options|settings|preferences|browse|choose"
    r"|leave (it|them|this|that|as|alone|everything|all|things|unchanged|open|on|off|running|in place)|select|search"
    r"|let me (look|see|check|think)|dismiss|abort|stop|continue|copy|undo|minimi[sz]e|maximi[sz]e|restore|zoom|step"
    r"|find|pause|quit|exit|edit|rename|change|compare|open|go (back|to)|try|retry|refresh)\b.*"
    r"|.*(キャンセル|閉じる|いいえ|戻る|やめる|しない|残す|書き直す|見直す|考え直す|ヘルプ|表示|詳細|見る|後で|あとで|残しておく|そのままにする|参照|選択|編集|比較|検索)"
    r"(する)?"
)
"""Answers that do not do what a dialog asks about."""


def leads_out(text: str) -> bool:
    return _WAY_OUT.fullmatch(text) is not None


def to_trash(text: str, evidence: Evidence) -> bool:
    """Whether this only moves files into a wastebasket, and does not empty it."""
    whole = f"{text} {evidence.dialog}".lower()
    if not (in_file_manager(evidence) or evidence.dialog):
        return False
    return bool(words.around("trashed").search(whole)) and not words.around("gone").search(whole)
