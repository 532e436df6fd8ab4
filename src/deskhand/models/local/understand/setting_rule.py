"""A wish that says of itself that it is about settings, where the readers found something else in it, or nothing.

“Using Tweaks, have the battery percentage shown in the top bar” was taken for a question, and a wish that a program's
settings no longer ask before files are deleted was not understood: of twelve such wishes five. What is wished of
settings comes down to two things, whether something is to be so or not, and what it is to be; which place of the
program says it is found there, where all that was said counts (`skills.commands.weighing`).
"""

from __future__ import annotations

import re

from deskhand.models.local.named import names
from deskhand.models.local.steps import (
    ArrangeWindow,
    ChooseOption,
    ClickOn,
    Named,
    NotUnderstood,
    OpenProgram,
    Plan,
    PressKeys,
    Read,
    SetChecked,
    SetSetting,
    Step,
    SwitchTo,
    Tell,
)
from deskhand.models.local.understand.frame import Language

LONGEST = 220
_PROGRAM = (
    r"(?P<program>[A-Z][\w+-]*(?: [A-Z][\w+-]*)* (?:Preferences|Settings|Configuration(?: Manager| Tool| Editor)?))"
)
_OWN = re.compile(rf"\b(?:[Ii]n|[Uu]sing|[Ww]ith)\s+(?:the\s+)?(?:{_PROGRAM}|(?P<tweaks>(?:GNOME |MATE )?Tweaks?))")
"""A program that is there for settings, by its name."""
_ABOUT = re.compile(
    r"\b(?:in|change|open|from|through|under)\s+(?:the\s+|its\s+|[\w+-]+(?: [\w+-]+)?(?:'s|’s)\s+|[\w+-]+\s+)?"
    r"(?:preferences|settings|configuration|options)\b|\bconfigure\b",
    re.IGNORECASE,
)
_ABOUT_JA = re.compile(
    r"の?設定(?:画面)?(?:で|から|を変えて?|を変更して?|を開いて?)、?|の?環境設定(?:で|から|の)?、?"
    r"|(?:[A-Z][\w+-]*\s)*(?:Tweaks?|Preferences|Settings)(?:\s*[((][^))]*[))])?\s*"
    r"(?:で|を使って|を使い|を用いて|から)、?"
)
_ASKS = re.compile(r"[?？]|\b(?:what|which|who|how many|how much|tell me)\b|教え|いくつ|何が|どれ", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:then|afterwards)\b|\band\s+(?:close|quit|open|save|type|write)\b|て(?:から)?、?(?:閉じ|終了し|保存し|開い)"
)
"""What is wished besides; which the rule leaves to others."""
_AGREES = re.compile(
    r",?\s*\band\s+(?:confirm|press|click|choose|accept)\b(?:\s+(?:it|with|on))*\s+(?:OK|Apply|Close)\b"
    r"|して、?(?=(?:OK|適用|確定)(?:を押|で閉|で確定|し))|(?:OK|適用|確定)(?:を押して|で閉じて|で確定して|して)(?:ください|下さい)?",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:(?:turn|switch)(?:ed|es)?\s+(?:\w+\s+){0,6}?off|disable|untick|uncheck|stop|hide|never|not|no longer"
    r"|without)\b|n['’]t\b|ないよう|なくし|をやめ|オフに|無効に|外し|切って|消し|止め|隠し|不要|要らない|いらない|ないで",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:set|change|switch|put)\s+(?:the\s+)?(?P<name>[^.,]{3,60}?)\s+to\s+(?P<value>[^.,]{1,40}?)"
    r"(?=\s+(?:in|on|for|with|using)\b|\s*[.,]|\s*$)",
    re.IGNORECASE,
)
_TO_JA = re.compile(
    r"(?P<name>[^、。]{2,40}?)を、?\s*(?P<value>[「『\"]?[^、。を]{1,24}?[」』\"]?)\s*に(?:変え|変更し|設定し|し(?=て))"
)
_STATE = re.compile(r"\b(?:on|off)\b|オン|オフ|有効|無効|よう|表示|左|右", re.IGNORECASE)
_POLITE = re.compile(
    r"^\s*(?:please|can you|could you)\s+|^\s*(?:turn|switch)\s+(?:on|off)\s+(?:the\s+)?"
    r"|(?:\s*,)?\s*please\s*$|\b(?:make|have|let)\b"
    r"|(?:して|て)?(?:ください|下さい|ほしいです?|もらえますか)\s*$"
    r"|(?:する)?ように(?:し(?:て)?)?$|の?をやめ$|(?:を|が)?なくし?$",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^\W*(?:please\s+)?(?:set|change|do|turn|switch|put)\s+(?:that|this|it)\b|^\W*(?:それを|そう|変え|変更し|設定を?(?:変え|変更))",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred)\b|[一二三四五六七八九十百]つ?(?:行|個|本|回|秒|分)",
    re.IGNORECASE,
)
_GLOSS = re.compile(r"(?<=[ぁ-んァ-ヶー一-龯])\s*[((]\s*([A-Za-z][A-Za-z &+./-]*?)\s*[))]")
_TORN = re.compile(r"^[^((]*[))]|[((][^))]*$")


def rather_set(found: Plan | NotUnderstood, wish: str, language: Language) -> Plan | NotUnderstood:
    """The plan of a wish that is about a setting, where ``found`` sets none; else ``found``."""
    if len(wish) > LONGEST or not _is_about_settings(wish) or _ASKS.search(wish):
        return found
    if isinstance(found, Plan) and (_sets(found) or not all(_idle(step) for step in found.steps)):
        return found
    return _as_setting(wish, language) or found


def _is_about_settings(wish: str) -> bool:
    return any(pattern.search(wish) for pattern in (_OWN, _ABOUT, _ABOUT_JA))


def _sets(plan: Plan) -> bool:
    """Whether a place is set, by a name that is whole."""
    set_ = [step for step in plan.steps if isinstance(step, SetSetting | SetChecked | ChooseOption)]
    torn = any(isinstance(step, SetSetting) and _TORN.search(step.name) for step in set_)
    return bool(set_) and not (torn and any(isinstance(step, ArrangeWindow) for step in plan.steps))


def _idle(step: Step) -> bool:
    """Whether it changes nothing that another reading could miss."""
    return isinstance(step, OpenProgram | SwitchTo | Read | Tell | ClickOn | ArrangeWindow | SetSetting) or (
        isinstance(step, PressKeys) and step.keys.lower() == "return"
    )


def _as_setting(wish: str, language: Language) -> Plan | None:
    """The last sentence of the wish, as one setting of the program it names."""
    said = _GLOSS.sub(r" \1 ", _AGREES.sub("", wish)).strip().strip(" .。!！")
    if _MORE.search(said):
        return None
    called = names(wish)
    own = _OWN.search(wish)
    program = own["program"] or own["tweaks"] if own is not None else called[0].name if len(called) == 1 else ""
    for pattern in (_OWN, _ABOUT, _ABOUT_JA):
        said = pattern.sub(" ", said)
    for name in (program, *(one.name for one in called)):
        said = (
            re.sub(rf"(?:\b(?:in|using|with)\s+)?{re.escape(name)}\s*(?:の|で|を|に)?、?", " ", said) if name else said
        )
    match = (_TO if language == "en" else _TO_JA).search(said)
    if match is not None and not _STATE.search(match["value"]):
        step = SetSetting(_bare(match["name"]), value=(match["value"].strip(' 「」『』"'),))
    else:
        parts = [part for part in re.split(r"(?<=[.。!！])\s*", said) if part.strip()]
        while len(parts) > 1 and _POINTS_BACK.search(parts[-1]):  # "…. Please change that in its preferences."
            parts.pop()
        last = parts[-1]
        if _COUNTS.search(last):
            return None  # a number is told that no switch holds
        step = SetSetting(_bare(last), not _OFF.search(last))
    if len(step.name) < 2:
        return None
    if own is not None or len(called) != 1 or not called[0].name.isascii():  # its window is in front
        return Plan((step,), (wish.strip(),), language)
    kind = called[0].name.lower()
    stands = (Named(kind, called[0].name, called[0].starts),)
    return Plan((OpenProgram(kind), step), (wish.strip(),) * 2, language, stands)


def _bare(said: str) -> str:
    for _ in range(3):
        said = _POLITE.sub("", said).strip(" ,、。.")
    return " ".join(said.split())
