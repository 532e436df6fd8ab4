"""What a step wants done to something that a file holds, whichever words and whichever way in a window it came by."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from deskhand.models.local.behind.held.places import is_bare, place_named
from deskhand.models.local.memory import Memory
from deskhand.models.local.skills.commands.values import is_file
from deskhand.models.local.steps import (
    EditLine,
    ReplaceText,
    SetChecked,
    SetSetting,
    Step,
    TypeText,
    UseCommand,
)

Deed = Literal[
    "set", "more", "delete", "rename", "replace", "tick", "untick", "before", "after", "duplicate", "shift", "add",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Order:
    deed: Deed
    on: str = ""
    """What it is done to: a note, a person, a section, a line; "" where only the wish may say."""
    label: str = ""
    """Which value of it."""
    value: str = ""
    old: str = ""
    """What stands there now."""
    said: str = ""
    """The wish, without the texts that are to be written."""
    fields: tuple[tuple[str, str], ...] = ()
    """Of what is to be added."""
    doubtful: bool = False
    """The words may as well mean that the label itself becomes the value: “change port to 8080”."""


_VERBS: tuple[tuple[Deed, str], ...] = (
    ("untick", r"\b(?:uncheck|untick|unmark|reopen)\w*|(?:not|un)\s*-?(?:done|finished|completed?)\b|未完了|チェック.*外"),
    ("tick", r"\b(?:tick|check)(?:ed)?\b(?!\s*list)|\bcomplet\w+|\bas\s+(?:done|finished|tick)|\bdone\b|完了|済み|チェック"),
    ("shift", r"\b(?:shift|delay|postpone)\w*|ずら|遅ら|早め"),
    ("rename", r"\brenam\w*|名前.*変更|改名|変更.*名前"),
    ("delete", r"\b(?:delet|remov|eras|drop|trash)\w*|\btake\s+out|削除|取り除|消去|消す|除去"),
    ("duplicate", r"\b(?:duplicat|doubl)\w*|複製"),
    ("add", r"\b(?:add|append|insert|new|create|put|write|make)\b|追加|挿入|新規|書き足|作成|加え|登録"),
    ("set", r"\b(?:edit|chang|set|correct|updat|replac|enter|fix|modif|fill|switch)\w*|変更|編集|修正|設定|更新|直|入力|置"),
)  # fmt: skip
_FORMS = tuple((deed, re.compile(form, re.IGNORECASE)) for deed, form in _VERBS)


def order_of(step: Step, memory: Memory, wish: str) -> Order | None:
    """None where the step is nothing that is done to what a file holds."""
    match step:
        case ReplaceText(only=""):
            if is_bare(step, wish):
                return Order(
                    "set",
                    label=step.old,
                    value=step.new,
                    said=without(wish, step.new),
                    doubtful=f"の{step.old}" not in wish.replace(" ", ""),
                )
            return Order("replace", value=step.new, old=step.old, said=wish)
        case EditLine():
            return _of_line(step, memory.fill(step.text), wish)
        case SetSetting():
            value = memory.fill(step.value) or ("on" if step.on else "off")
            return Order("set", label=step.name, value=value, said=without(wish, value))
        case SetChecked():
            return Order("tick" if step.checked else "untick", on=step.target.name, said=wish)
        case TypeText(into=None):
            text = memory.fill(step.text)
            said = without(wish, text)
            return Order("more", place_named(said), value=text, said=said)
        case TypeText(into=into) if into is not None:
            text = memory.fill(step.text)
            return Order("set", on=into.near, label=into.name, value=text, said=without(wish, text))
        case UseCommand():
            return _of_command(step, memory, wish)
        case _:
            return None


def _of_line(step: EditLine, text: str, wish: str) -> Order | None:
    line = "" if isinstance(step.line, int) else step.line
    if not line or step.every:
        return None
    said = without(wish, text)
    match step.how:
        case "within" | "replace":
            return Order("set", label=line, value=text, old=step.old, said=said)
        case "append":
            return Order("more", on=line, value=text, said=said)
        case "delete" | "before" | "after" | "duplicate":
            return Order(step.how, on=line, value=text, said=said)
        case _:
            return None


def _of_command(step: UseCommand, memory: Memory, wish: str) -> Order | None:
    fields = tuple((name, memory.fill((value,))) for name, value in step.fields)
    on = "" if step.on is None or is_file(step.on.name) else step.on.name
    on = _counted(on)
    deed = next((deed for deed, form in _FORMS if form.search(step.words)), None)
    if deed is None and len(fields) == 1 and fields[0][0]:
        deed = "set"
    if deed is None:
        return None
    said = without(wish, *(value for _, value in fields))
    fields = tuple(one for one in fields if not (is_file(one[1]) and len(fields) > 1 and not one[0]))
    places = [one for one in fields if _PLACE.fullmatch(one[0].strip())]
    if len(fields) > 1 and len(places) == 1:  # “in the section Food”
        fields, on = tuple(one for one in fields if one not in places), on or places[0][1]
    name, value = fields[0] if fields else ("", "")
    if deed == "add":
        of_line = re.search(r"\b(?:lines?|text|words?|sentence)\b|行|文", step.words) is not None or bool(places)
        return Order("more" if len(fields) == 1 and (of_line or not name) else "add", on, name, value, "", said, fields)
    if deed in ("delete", "tick", "untick", "duplicate"):
        if not on and not value:
            return None
        return Order(deed, on or value, said=said)
    if deed == "shift":
        return Order("shift", value=value, said=wish)
    if deed == "rename":
        return Order("rename", on, value=value, said=said) if len(fields) == 1 else None
    return Order("set", on, name or _noun(step.words), value, "", said, fields) if fields else None


_PLACE = re.compile(
    r"(?:to|in|into|under|below|beneath|for|of)?\s*(?:the\s+)?(?:section|note|node|page|chapter|heading|list|folder|parent|group|below|under|in|to|"
    r"category|topic)|節|メモ|ノート|ノード|ページ|章|見出し|セクション|親|リスト|グループ|カテゴリー?",
    re.IGNORECASE,
)
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905


def _counted(name: str) -> str:
    """“The second subtitle” is subtitle 2."""
    found = re.fullmatch(
        rf"(?:the\s+)?(?:({'|'.join(_NTH)})|(\d+)(?:st|nd|rd|th))\s+(subtitle|entry|item|line)",
        name.strip(),
        re.IGNORECASE,
    )
    if found is not None:
        return f"{found[3]} {_NTH.index(found[1].lower()) + 1 if found[1] else found[2]}"
    found = re.fullmatch(r"(\d+)\s*(?:番目|番|つ目|個目)の?(字幕|項目)?|(?:字幕|項目)の?\s*(\d+)\s*番目?", name.strip())
    return name if found is None else f"subtitle {found[1] or found[3]}"


_VERB = re.compile(
    r"^\s*(?:edit|change|set|correct|update|replace|enter|fix|modify|fill(?:\s+in)?)\s+(?:the\s+)?|\s*(?:の?(?:変更|編集|修正|設定|更新|入力))$"
)


def _noun(words: str) -> str:
    return _VERB.sub("", words).strip()


def without(wish: str, *texts: str) -> str:
    """The wish but for what is to be written: it names nothing that is there."""
    for text in texts:
        if text.strip():
            wish = wish.replace(text, " ", 1) if len(text.strip()) > 1 else wish
    return wish
