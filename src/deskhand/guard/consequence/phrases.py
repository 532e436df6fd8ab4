"""Labels in words of their own, understood by what is done to what: a verb, an object, and a rule for the two.

A table of whole labels found 57 % of the acts that matter on pages it had never seen: ‘Place order’ stands in it,
‘Review and place order’ and ‘Anyone with the link can edit’ do not. Verbs and objects are few, labels are endless.
The words stand in ``lexicon.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeAlias, cast

from deskhand.guard.consequence.kana import kanji
from deskhand.guard.consequence.words import language_of
from deskhand.guard.interface import Consequence

Stage: TypeAlias = Literal["rules", "late"]
Doing: TypeAlias = Consequence | Literal["opens", "unclear"]
"""``opens``: what *Comment* or *Contact the seller* does is to send, or only to open the form for it. ``unclear``: a
verb that may do anything, so that a person is asked."""

_BEFORE = re.compile(
    r"^((yes|ok(ay)?|sure|please|now|great)[,.!]? |(i want|i'd like|i would like|click( here)?|tap( here)?|press) to "
    r"|i (?=(accept|agree|certify|declare|confirm|consent|acknowledge|swear|promise|attest)\b)"
    r"|just |quick(ly)? |instantly |now |then |permanently |securely |also |again )+"
)
"""What may stand before an English verb and says nothing itself."""
_AFTER = re.compile(r"(をする|する|します|した|できます|しよう|しましょう|してください|ください|はこちら|[!！。…])+$")
_LIGHT = re.compile(r"(を|に)?(開始|確定|完了|実行|始める|希望)$")
"""What may stand behind a Japanese verb and says nothing itself."""
_POLITE = re.compile(r"(い|き|し|ち|り|み|び|ぎ|え|け|せ|て|ね|べ|め|れ|げ)ます$")
_STEMS: Mapping[str, str] = {
    "い": "う", "き": "く", "し": "す", "ち": "つ", "り": "る", "み": "む", "び": "ぶ", "ぎ": "ぐ",
}  # fmt: skip
_ASIDE = re.compile(r"[(（]([^)）]{3,40})[)）]")
_THIRD = re.compile(
    r"^((?:eras|delet|remov|clos|replac|purchas|charg|revok|cancel|end|discard|send|publish|post|wip|reset|overwrit|los|pay"
    r"|spend|buy)e?)s\b"
)
"""‘(erases all progress)’ says of a button what ‘erase all progress’ would."""
_JOINED = re.compile(r" [-–—] |[!.] | and then | then | and | & |, | \+ |して|のうえ|の上、?|、")


@dataclass(frozen=True, slots=True)
class Rule:
    verbs: str
    """The name of a class of verbs."""
    objects: re.Pattern[str] | Literal["*", "+", "-"]
    does: Doing
    sure: float

    def fits(self, rest: str) -> bool:
        match self.objects:
            case "*":
                return True
            case "+":
                return bool(rest)
            case "-":
                return not rest
            case pattern:
                return pattern.search(rest) is not None


def said(text: str, stage: Stage) -> tuple[Doing, float] | None:
    """What a folded label says by its verb and object; None where no rule fits."""
    if language_of(text) == "ja":
        return _by_rules(_endings(text), "japanese", stage)
    return _by_rules([_BEFORE.sub("", text)], "english", stage)


def parts(text: str) -> list[str]:
    """The halves of a label that says two things: ``review and place order``; empty where it says one."""
    aside = [_THIRD.sub(r"\1", part.strip()) for part in _ASIDE.findall(text)]
    found = [part.strip() for part in _JOINED.split(_ASIDE.sub("", text))]
    return [part for part in (*found, *aside) if part] if len(found) + len(aside) > 1 else []


def _by_rules(texts: list[str], language: str, stage: Stage) -> tuple[Doing, float] | None:
    rests: dict[str, list[str]] = {}
    for rule in _rules(language, stage):
        if rule.verbs not in rests:
            rests[rule.verbs] = [rest for text in texts if (rest := _rest(text, rule.verbs, language)) is not None]
        if any(rule.fits(rest) for rest in rests[rule.verbs]):
            return rule.does, rule.sure
    return None


def _rest(text: str, verbs: str, language: str) -> str | None:
    """What stands beside the verb; None where the label has none of these verbs."""
    if language == "english":
        verb = _verbs(language)[verbs].match(text)
        return None if verb is None else text[verb.end() :].strip()
    verb = _verbs(language)[verbs].search(text)
    return None if verb is None else text[: verb.start()].strip(" をにがはのでへとも")


def _endings(text: str) -> list[str]:
    """A Japanese label as its verb's plain form ends it: 申し込みます, 申し込みを開始する → 申し込む, 申し込み."""
    bare = kanji(re.sub(r"[（(].*[）)]$", "", text).strip())
    found = [bare]
    for _ in range(3):
        shorter = _LIGHT.sub("", _AFTER.sub("", found[-1]))
        if not shorter or shorter == found[-1]:
            break
        found.append(shorter)
    polite = _POLITE.search(bare)
    if polite is not None:
        stem = bare[: polite.start()]
        found += [stem + polite[1] + "る", stem + _STEMS.get(polite[1], polite[1] + "る")]
    return found


@cache
def _rules(language: str, stage: Stage) -> tuple[Rule, ...]:
    table = _table()[language]
    objects = {name: re.compile(words, re.IGNORECASE) for name, words in table["objects"].items()}
    found: list[Rule] = []
    for line in table[stage].strip().splitlines():
        verbs, thing, does, sure = line.split()
        found.append(Rule(verbs, objects.get(thing, cast(Any, thing)), cast(Doing, does), float(sure)))
    return tuple(found)


@cache
def _verbs(language: str) -> Mapping[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for name, words in _table()[language]["verbs"].items():
        listed = "|".join(part.strip() for line in words.strip().splitlines() for part in line.split(" | "))
        pattern = rf"({listed})(?![\w-])" if language == "english" else rf"({listed})$"
        found[name] = re.compile(pattern, re.IGNORECASE)
    return found


@cache
def _table() -> dict[str, Any]:
    text = (resources.files("deskhand.guard.consequence") / "lexicon.toml").read_text("utf-8")
    return tomllib.loads(text)
