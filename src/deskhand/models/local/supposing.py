"""What a wish most likely means, where no reading of it is sure and the program's window bears none of them out.

Refusing it costs the person another wish. Where nothing of the supposed acts could lose or send anything, they are
tried instead, by the last way if need be (`skills.commands.seeking`): what cannot be found is asked for as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deskhand.models.local.named import names
from deskhand.models.local.skills.commands.goal import harms
from deskhand.models.local.skills.commands.ticks import wanted
from deskhand.models.local.steps import (
    ChooseOption,
    ClickOn,
    CloseWindow,
    Compute,
    Count,
    Named,
    OpenFile,
    OpenProgram,
    Plan,
    Read,
    Save,
    SetChecked,
    SetSetting,
    Step,
    SwitchTo,
    Tell,
    TypeText,
    UseCommand,
)
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.story import without_story

LIKELY = 0.15
"""How sure the reading must be of each of its acts."""
LIKELY_KEPT = 0.28
"""The same where the person asks for it to be saved."""
_SAVES = re.compile(r"\bsav(?:e|ing)\b|保存", re.IGNORECASE)
LONGEST = 160
"""Characters of a wish that is one act."""
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_ASKS = re.compile(
    r"[?？]|\b(?:tell|what|which|who|when|where|how|whether|if|unless|until|each|every|all|and then|not|without)\b"
    r"|教え|何|どれ|どの|いつ|誰|いくつ|いくら|調べ|もし|場合|まで|すべて|全部|ないで|ずに|なく",
    re.IGNORECASE,
)
"""What makes more of a wish than one act."""
_ENDS = re.compile(
    r"(?:を)?(?:(?:される)?ように)?(?:して|にして|て)?(?:ください|下さい|ほしい(?:です)?|おいて|くれ(?:ますか)?)?[。.!！\s]*$"
    r"|^(?:please|can you|could you)\s+|\s*,?\s*please[.!]*$|[.!。]+$",
    re.IGNORECASE,
)
_SETTINGS = re.compile(
    r"^\s*(?:の)?設定(?:画面)?(?:で|から)[、,]?\s*|^\s*in the (?:settings|preferences),?\s*", re.IGNORECASE
)
"""Where a setting is looked for anyway."""
_GLOSS = re.compile(r"[一-龯ァ-ヶー]+[((]\s*([A-Za-z][A-Za-z ]*?)\s*[))]")
"""What the screen calls it, told behind the word for it: 「時(hours)」."""
_STATES = re.compile(
    r"^[^.。]*?(?:\b(?:shows?|lists?|displays?|holds?|has|is (?:open|set up|running|waiting|showing))\b[^.。]*[.]"
    r"|(?:出て|表示されて|開いて|並んで|用意されて)い(?:ます|る)[^.。]*。)\s*(?=\S)",
    re.IGNORECASE,
)
"""A sentence that only tells what the program shows."""
_SHOWS = re.compile(r"(?P<name>[A-Za-z][\w+!-]{2,})\s+(?:shows|lists|displays|has|holds|is (?:open|set up|running))\b")
_IN_IT = (
    r"(?:\b(?:in|of|with|using|on)\s+(?:the\s+)?)?{name}(?:\s*(?:program|window|app))?"
    r"\s*(?:の(?:画面|ウィンドウ)?(?:で)?|で|を|に)?[、,]?"
)


def supposed(wish: str, readings: Sequence[tuple[float, Plan]], language: Language) -> Plan | None:
    """The likeliest reading that is harmless and leaves no value out; else the wish as one act in the program that it
    names; None where neither can be made of it."""
    for chance, plan in readings:
        least = LIKELY_KEPT if any(isinstance(step, Save) for step in plan.steps) else LIKELY
        tried = all(_harmless(step, wish) for step in plan.steps)
        if chance >= least and tried and _all_said(wish, plan) and _named(plan):
            return replace(plan, steps=tuple(_owned(step, wish) for step in plan.steps))
    return _one_act(wish, language)


def _owned(step: Step, wish: str) -> Step:
    """What is read with its owner's name: “the value” alone names nothing, 「HTML の値」 does."""
    if not isinstance(step, Read) or step.what.name.lower() not in _OF_ANY:
        return step
    found = _OWNER.search(wish)
    return step if found is None else replace(step, what=replace(step.what, name=found[1] or found[2], kind="field"))


_OF_ANY = ("", "値", "数", "value", "欄", "field", "number")
_OWNER = re.compile(
    r"([A-Za-z][\w#]*|[一-龯ァ-ヶー]+)\s*の(?:値|欄|数)|\bthe\s+(\w+)\s+(?:value|field|number)\b", re.IGNORECASE
)


def _named(plan: Plan) -> bool:
    return isinstance(plan.steps[0], OpenProgram | SwitchTo) and len(plan.steps) > 1


def _harmless(step: Step, wish: str) -> bool:
    match step:
        case OpenProgram() | SwitchTo() | OpenFile() | SetSetting() | SetChecked() | ChooseOption():
            return True
        case Compute() | Count() | Read() | Tell():
            return True
        case Save():  # what comes before it has found its place then
            return _SAVES.search(wish) is not None
        case CloseWindow():
            return step.keep is None
        case TypeText():
            return step.into is not None
        case ClickOn(target=target):
            return not harms(target.name, "")
        case UseCommand(words=words):
            return not harms(words, words)
        case _:
            return False


def _all_said(wish: str, plan: Plan) -> bool:
    """Whether every number of the wish stands in the plan."""
    held = "\n".join(_strings(plan.steps))
    return all(number in held for number in _NUMBER.findall(wish))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _strings(part)
    elif (slots := getattr(value, "__slots__", None)) is not None:
        for slot in slots:
            yield from _strings(getattr(value, slot))


def _told_of(wish: str) -> tuple[Named, ...]:
    """The program that a wish begins with what it shows: “Unison shows how …”."""
    begins = _SHOWS.match(wish.strip())
    return () if begins is None or not begins["name"][0].isupper() else (Named("", begins["name"], False),)


def _one_act(wish: str, language: Language) -> Plan | None:
    found = names(wish) or _told_of(wish)
    told = wish
    if re.search(r"[.。]\s*\S", wish):  # what shows is told first, and then the order
        told = without_story(wish.strip(), language) or _STATES.sub("", wish.strip(), count=1)
    if len(found) != 1 or len(wish) > LONGEST or _ASKS.search(told) or re.search(r"[.。]\s*\S", told):
        return None
    program = found[0].name
    said = re.sub(_IN_IT.format(name=re.escape(program)), " ", told.strip(), flags=re.IGNORECASE)
    said = _GLOSS.sub(r"\1", _SETTINGS.sub("", said))
    said = " ".join(_ENDS.sub("", _ENDS.sub("", said)).split()).strip("、, ")
    if not said or harms(said, said):
        return None
    want = wanted(said)
    act: Step = UseCommand(said) if want is None else SetSetting(said, want)
    steps: tuple[Step, ...] = (OpenProgram(program), act)
    return Plan(steps, (wish, wish), language, found, said)
