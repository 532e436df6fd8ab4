"""Is the task done, or is the model asking? A turn without tool calls looks the same in both cases on the wire.

Large models are told to end their last message with one of three words on a line of its own. Where the word is
missing, what the text itself says decides, carefully: calling a question a success is the worse mistake, because
nobody then comes to answer it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.agent.stops import ModelAsks, Refused, Stop, TaskDone
from deskhand.models.interface import Reply

Kind: TypeAlias = Literal["done", "question", "cannot"]

_WORD = re.compile(r"^[\s*_`#>\-]*(DONE|QUESTION|CANNOT)[\s*_`.:!]*$")
_LEADING = re.compile(r"^[\s*_`#>\-]*(DONE|QUESTION|CANNOT)[*_`]*\s*[:\-–—]\s*(?=\S)")

_ASKS = re.compile(r"[?？]\W*$|(ですか|ますか|でしょうか|ませんか)[。.]?\W*$")
_ASKS_FOR = re.compile(
    r"\b(please (confirm|tell me|let me know|provide|clarify|specify)|let me know (if|whether|which|what|how|when)"
    r"|(would|do) you (like|want) me to|should I|shall I|may I|which (one )?(would|do) you)\b"
    r"|(教えて|お知らせ|ご確認|確認して)ください",
    re.IGNORECASE,
)
_CANNOT = re.compile(
    r"\b(I|we) (can ?not|can['’]t|could ?n[o'’]t|could not|am unable|was unable|wasn['’]t able|was not able"
    r"|am not able|did ?n[o'’]t manage|have failed|failed to|won['’]t|will not|must decline|refuse)\b"
    r"|\b(unable to (complete|finish|do|continue|proceed)|(task|it) (is|was) not possible|cannot be (done|completed))\b"
    r"|(できません|できなかった|できず|不可能です)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ending:
    kind: Kind
    text: str
    """What is left for the person to read: the protocol's word is gone."""


def judge(text: str) -> Ending:
    """How a last message is meant."""
    text = text.strip()
    lines = text.split("\n")
    if match := _WORD.match(lines[-1]):
        return Ending(_kind(match[1]), "\n".join(lines[:-1]).strip())
    if match := _LEADING.match(lines[-1]):
        return Ending(_kind(match[1]), "\n".join([*lines[:-1], lines[-1][match.end() :]]).strip())
    if match := _WORD.match(lines[0]):
        return Ending(_kind(match[1]), "\n".join(lines[1:]).strip())
    last = lines[-1]
    if _ASKS.search(last) or _ASKS_FOR.search(last):
        return Ending("question", text)
    if _CANNOT.search(text):
        return Ending("cannot", text)
    return Ending("done", text)


def _kind(word: str) -> Kind:
    match word:
        case "DONE":
            return "done"
        case "QUESTION":
            return "question"
        case _:
            return "cannot"


def outcome(reply: Reply, *, ends_by_word: bool, refusal: str) -> Stop:
    """How a run ends with a turn that holds no calls. ``refusal``: what a person has just refused it, if anything."""
    text = reply.message.text.strip()
    if reply.asks:
        return Refused(text) if refusal else ModelAsks(text)
    if not ends_by_word:
        return TaskDone(text)
    ending = judge(text)
    match ending.kind:
        case "done" if text:
            return TaskDone(ending.text)
        case "cannot" if refusal:  # it gave up on what it was refused
            return Refused(ending.text or refusal)
        case _:
            return ModelAsks(ending.text or "The model stopped without saying whether the task is done.")
