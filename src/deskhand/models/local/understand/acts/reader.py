"""A wish as the learned reader reads it: trusted as far as it is sure, more where a guess could lose something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import repeat

from deskhand.models.local.steps import NotUnderstood, Plan
from deskhand.models.local.understand.acts.compiled import compiled
from deskhand.models.local.understand.acts.completing import completed
from deskhand.models.local.understand.acts.confirming import confirmed
from deskhand.models.local.understand.acts.entries import opened_only
from deskhand.models.local.understand.acts.forbidding import permitted
from deskhand.models.local.understand.acts.form import Act, Argument, Fixed, Reading, within
from deskhand.models.local.understand.acts.mending import left_out, mended
from deskhand.models.local.understand.acts.said import in_words
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.language import sentence
from deskhand.models.local.understand.pointing.reader import read

SURE = 0.37
"""The chance below which an act is not believed: one in doubt makes a plan wrong however sure the others are."""
SURE_TO_LOOK = 0.28
"""The same where nothing is changed: things are looked at, worked out and told."""
SURE_TO_LOSE = 0.52
"""The same where something could be lost by it, sent or paid."""
SURE_OF_ALL = 0.23
"""The same of all acts together."""
SURE_TO_REFUSE = 0.65
"""From here on its word is taken that a wish is none, or can be meant in two ways."""
_LOSES = frozenset(("delete_file", "remove", "run", "print", "close_all"))
_LOOKS = frozenset(
    (
        "open_program",
        "switch_to",
        "open_file",
        "find",
        "read",
        "count",
        "pick",
        "sum",
        "compute",
        "convert",
        "tell",
        "properties",
        "scroll",
        "zoom",
    )
)
_SENDS = re.compile(
    r"\b(?:send|submit|pay|buy|order|book|post|publish|delete|remove|erase|wipe|empty|clear|reset|drop|format|uninstall|reply|forward|shut\s*down|reboot|overwrite)\b|"
    r"送信|送って|支払|購入|注文|予約|投稿|公開|削除|消|返信|転送|初期化|シャットダウン|再起動|上書き",
    re.I,
)
_CHANGES = re.compile(
    r"(?:^|[.,;:]\s*|\b(?:please|and|then|only|just)\s+)(?:delete|remove|erase|write|book|buy|order|pay|send)\b|"
    r"削除して|消して|書いて(?!あ)|(?:予約|購入|注文|送信|投稿)して(?![いある])|(?:買|支払|送)って(?![いあた])",
    re.I,
)
_SEEKS = _LOOKS | {"filter", "search_web", "go_to"}
_COMPOSED = re.compile(
    r"\b(?:poem|stor(?:y|ies)|essay|song|speech|haiku|joke|article)\b|詩|物語|小説|作文|俳句|短歌|歌詞|随筆", re.I
)
_YES_OR_NO = re.compile(r"(?:is|are|was|were)\s+(?:the|there|my|any)\b[^?.]*\?\s*$", re.I)
"""What is read off the screen answers no such question."""
_WHY: Mapping[str, str] = {
    "question-how-to": "question",
    "talk": "talk",
    "vague": "vague",
    "beyond-desktop": "beyond",
    "world-knowledge": "world",
}
_QUOTED = re.compile(r"「([^」]+)」|『([^』]+)』|“([^”]+)”|\"([^\"]+)\"")


def by_acts(wish: str, language: Language) -> Plan | NotUnderstood | None:
    """The plan of the reading, or why there is none; None where it is not sure enough of anything."""
    reading = read(wish)
    return None if reading is None else judged(reading, wish, language)


def judged(reading: Reading, wish: str, language: Language) -> Plan | NotUnderstood | None:
    """What is made of a reading."""
    if reading.reach != "do":
        if reading.sure < SURE_TO_REFUSE:
            return None
        why = "two ways" if reading.reach == "ask" else _WHY.get(reading.why, "unknown")
        return NotUnderstood(wish, sentence(wish, why, language, hint=reading.reach == "refuse"), language)
    reading = confirmed(permitted(reading), wish)
    if not believed(reading) or passed_over(reading.acts, wish) or cut(reading.acts, wish):
        return None
    acts = mended(reading.acts, wish, language)
    if lost := unread(acts, wish) or left_out(acts):
        return NotUnderstood(lost, sentence(lost, "unknown", language, hint=False), language)
    acts, left = completed(acts, wish, language, read)
    plan = compiled(acts, wish, language)
    return replace(plan, reading=in_words(plan), left_out=left) if isinstance(plan, Plan) else plan


def believed(reading: Reading) -> bool:
    """Whether each act is as sure as what it does asks for, and all of them together are."""
    chances = reading.chances or repeat(reading.sure)
    each = all(chance >= enough(act) for act, chance in zip(within(reading.acts), chances, strict=False))
    return each and reading.sure >= SURE_OF_ALL


def passed_over(acts: Sequence[Act], wish: str) -> bool:
    """Whether nothing but looks was made of an order to write or delete something, or of a question for yes or no."""
    looks = all(act.name in _SEEKS for act in within(acts))
    return looks and (_CHANGES.search(wish) or _YES_OR_NO.match(wish)) is not None


def cut(acts: Sequence[Act], wish: str) -> bool:
    """Whether an argument begins within a word ("utumn" of "autumn"): then nobody knew what was pointed at."""
    words = (word for act in within(acts) for word in _words(tuple(act.args.values())))
    return any(
        word[:1].isascii()
        and word[:1].isalpha()
        and word in wish
        and not re.search(rf"(?<![A-Za-z]){re.escape(word)}", wish)
        for word in words
    )


def enough(act: Act) -> float:
    """How sure an act has to be."""
    if act.name in _LOOKS or opened_only(act):
        return SURE_TO_LOOK
    return SURE_TO_LOSE if loses((act,)) or composes(act) else SURE


def composes(act: Act) -> bool:
    """Whether it is a text that somebody would have to make up: “Write a poem about autumn”."""
    return act.name == "add" and _COMPOSED.search(act.words("kind")) is not None


def loses(acts: Sequence[Act]) -> bool:
    """Whether something could be lost, sent or paid by them."""
    return any(
        act.name in _LOSES
        or act.fixed("keep") == "discard"
        or act.fixed("how") == "delete"
        or (
            act.name in ("command", "click", "menu", "choose")
            and _SENDS.search(" ".join(_words(tuple(act.args.values()))))
        )
        for act in within(acts)
    )


def unread(acts: Sequence[Act], wish: str) -> str | None:
    """A quoted text of the wish that is in no act: then something was misread."""
    held = "\n".join(word for act in within(acts) for word in _words(tuple(act.args.values())))
    for match in _QUOTED.finditer(wish):
        text = next(part for part in match.groups() if part)
        if text not in held and not any(part and part in text for part in held.split("\n")):
            return text
    return None


def _words(argument: Argument) -> Iterator[str]:
    match argument:
        case str():
            yield argument
        case Fixed():
            yield argument.word
        case tuple():
            for part in argument:
                yield from _words(part)
        case _:
            return
