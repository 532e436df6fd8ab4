"""What is sought in a program: what it is about, and what it is to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.controls import Control
from deskhand.models.local.skills.commands.fit import fit, fit_value
from deskhand.models.local.skills.commands.kinship import kinship
from deskhand.models.local.skills.commands.program import without_program
from deskhand.models.local.skills.commands.setting_place import Setting
from deskhand.models.local.skills.commands.terms import alike, does, terms
from deskhand.models.local.skills.commands.values import is_file
from deskhand.models.local.steps import ChooseMenu, ChooseOption, ClickOn, SetSetting, Step, UseCommand

HUNCH = 0.3
"""Of the likeness of two names by their vectors."""
RELATED = 0.22
"""From here on something is looked into."""
_LIKELY = {"list": 0.1, "menu": 0.12, "tab": 0.1, "row": 0.0, "entry": 0.0, "button": 0.0}
"""What a thing that opens something is looked into for, whatever it is called."""
_HARMS = re.compile(
    r"\b(?:delete|remove|erase|clear|reset|restore|discard|quit|exit|close|send|post|publish|share|buy|pay|order|print"
    r"|upload|install|uninstall|format|shut|reboot|log\s*out|sign|move|overwrite|replace|save|export|run|execute|undo"
    r"|redo|cut|paste|donate|report|about|help|cancel|minimi[sz]e|maximi[sz]e|purge|wipe|clean|kill|terminate|trash"
    r"|empty|dispose|unsubscribe|subscribe|book|reply|forward|submit|confirm|accept|agree)\b"
    r"|削除|消去|消す|リセット|終了|閉じる|送信|投稿|公開|共有|購入|支払|印刷|初期化|移動|上書き|置換|保存|実行|元に戻"
    r"|キャンセル|始末|処分|片付|片づ|一掃|捨て|空に|破棄|解約|退会|注文|予約|返信|転送|承認|同意",
    re.IGNORECASE,
)
"""What nothing is pressed for on a hunch: it loses, sends or leaves something, or leads nowhere."""
_VALUE = re.compile(
    r"[\"“「『](?P<quoted>[^\"”」』]+)[\"”」』]"
    r"|(?P<sized>\d+\s*(?:[x×✕*]|by)\s*\d+)|(?<![\w.])(?P<number>\d+)(?![\w.])",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:no\.?|number|#)?\s*(\d{1,3})\s*(?:番目?|つ目|問目?)?", re.IGNORECASE)
_ASCII = re.compile(r"[A-Za-z][\w'’+-]*(?:\s+[A-Za-z][\w'’+-]*)*")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Goal:
    words: str
    """Act and object, as they were said."""
    value: str = ""
    on: bool = True
    switch: bool = False
    """It is something to be on or off, which no mere button is."""

    @property
    def number(self) -> int | None:
        """The value, where it is one of a row: “3”, 「3 番」."""
        found = _ORDINAL.fullmatch(self.value.strip())
        return None if found is None else int(found[1])

    @property
    def setting(self) -> Setting:
        return Setting(self.words or self.value, self.on, self.value if self.words else "")

    def says(self, control: Control, path: tuple[Control, ...]) -> float:
        """How well something says what is to be chosen."""
        if self.value:
            own = fit_value(self.value, control.label)
            return own * (0.9 + 0.1 * max((fit(self.words, one.said) for one in (*path, control)), default=0.0))
        return fit(self.words, control.label, [one.label for one in path])

    def leads(self, control: Control) -> float:
        """How likely it leads there."""
        if harms(control.label, f"{self.words} {self.value}"):
            return 0.0
        names = [name for name in (self.words, self.value) if name]
        said = max(max(fit(name, control.said), _shares(name, control.said)) for name in names)
        hunch = max(kinship(name, control.said) for name in names) if control.said else 0.0
        return said + HUNCH * max(0.0, hunch) + _LIKELY[control.kind]


def _shares(name: str, label: str) -> float:
    """A word of the thing that is sought, however much is said besides."""
    asked = [term for term in terms(name) if term.weight >= 1]
    told = [term for term in terms(label) if term.weight >= 1]
    return 0.5 * max((alike(one, other) for one in asked for other in told), default=0.0)


def harms(label: str, asked: str) -> bool:
    """Whether pressing it may lose, send or leave something that was not asked for."""
    wanted = terms(asked)
    if any(does(term) and not any(alike(term, one) for one in wanted) for term in terms(label)) and not label.endswith(
        "…"
    ):
        return True
    return _HARMS.search(label) is not None


async def goal_of(hand: Hand, step: Step) -> Goal | None:
    """What a step seeks that one thing in the window could do; None where it is about more than that."""
    match step:
        case SetSetting():
            value = hand.memory.fill(step.value).strip()
            return Goal(await without_program(hand, step.name), value, step.on, not value)
        case UseCommand():
            values = [value if isinstance(value, str) else hand.memory.get(value) for _, value in step.fields]
            if len(values) > 1 or any(is_file(value) for value in values):
                return None
            owner = "" if step.on is None else step.on.name
            names = " ".join(name for name, _ in step.fields if name and name not in step.words)
            words = await without_program(hand, " ".join(part for part in (step.words, names, owner) if part))
            return Goal(words, values[0]) if values else _parted(words)
        case ChooseOption():
            return Goal("" if step.of is None else step.of.name, step.option)
        case ChooseMenu():
            return Goal(" ".join(step.path[:-1]), step.path[-1])
        case ClickOn() if step.target.name and step.button == "left" and step.target.point is None:
            return Goal("", step.target.name)
        case _:
            return None


def _parted(words: str) -> Goal:
    """A command whose words hold the value: “begin a 16 × 16 game”, 「パズルの 3 番に進めて」."""
    found = _VALUE.search(words)
    if found is None and _JAPANESE.search(words):
        found = _ASCII.search(words)
    if found is None:
        return Goal(words)
    value = next((part for part in found.groupdict().values() if part), found[0]) if found.re is _VALUE else found[0]
    return Goal((words[: found.start()] + " " + words[found.end() :]).strip(), value)
