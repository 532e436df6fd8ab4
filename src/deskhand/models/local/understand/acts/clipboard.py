"""What is selected, copied, pasted, taken back, and how it is formatted."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import ClickOn, Compute, Copy, Paste, PressKeys, Target, TypeText, UseCommand
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import times, unlimited
from deskhand.models.local.understand.acts.selecting import selected
from deskhand.models.local.understand.acts.targets import cell, target
from deskhand.models.local.understand.acts.windows import into, is_program
from deskhand.models.local.understand.acts.words import bare, is_all, is_it, plain

_ON_SHEET = re.compile(
    r"(?P<cell>[A-Z]{1,2}[1-9]\d{0,3})\s+(?:of|on|in)\s+(?:the\s+)?(?:sheet\s+)?(?P<sheet>\w[\w ]*)|(?P<sheet_ja>.+?)の(?P<cell_ja>[A-Z]{1,2}[1-9]\d{0,3})",
    re.I,
)


def select(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    what = act.args.get("what")
    if isinstance(what, ResultOf):
        if desk.result(what).kind != "found":
            raise desk.fail("what target")
        return  # it was found, and is selected
    words = desk.text(what)
    if selected(desk, words):
        pass
    elif is_all(words) or re.fullmatch(r"(?:the\s+)?(?:whole|entire)\s+.*|.*全体", words):
        desk.add(PressKeys("ctrl+a"))
    elif name := cell(words):
        desk.add(ClickOn(Target(name, "cell")))
    elif re.search(r"\bto\b|から|:|through|[、,]| and ", words):
        raise desk.fail("several", words)
    else:
        desk.add(ClickOn(target(words)))
    desk.leave(Made("found", name=words))


def copy(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    what = act.args.get("what")
    if isinstance(what, ResultOf):
        made = desk.result(what)
        desk.leave(made)
        if made.kind == "found":
            desk.add(PressKeys("ctrl+c"))
        elif made.kind == "value" and not desk.later("paste", "type", "set_value", "add", "change"):
            if not (desk.steps and isinstance(desk.steps[-1], Compute)):
                raise desk.fail("part")
            desk.add(PressKeys("ctrl+c"))  # a calculator copies what its display shows
        return
    words = "" if what is None else desk.text(what)
    if re.search(r"\b(?:make|create)\s+a\s+(?:copy|duplicate)\b|\bduplicate\b|複製", desk.act.of, re.I):
        desk.add(UseCommand(desk.say(f"duplicate {bare(words)}", f"{bare(words)} 複製").strip()))
        return
    if is_all(words) or is_it(words):
        chosen = bool(desk.steps) and isinstance(desk.steps[-1], ClickOn | PressKeys)
        desk.add(PressKeys("ctrl+c") if chosen and not is_all(words) else Copy())
    elif name := cell(words):
        desk.add(ClickOn(Target(name, "cell")), PressKeys("ctrl+c"))
    elif selected(desk, words):
        desk.add(PressKeys("ctrl+c"))
    elif (file := places.file(words)) is not None:
        desk.add(ClickOn(Target(file.name, "file")), PressKeys("ctrl+c"))
    elif re.search(r"\b(?:rows?|columns?|lines?|cells?)\b|行|列|[A-Z]\d+", words):
        raise desk.fail("part", words)
    else:
        desk.add(Copy(Target(bare(words), "text")))


def cut(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    words = act.words("what")
    if is_all(words):
        desk.add(PressKeys("ctrl+a"))
    elif name := cell(words):
        desk.add(ClickOn(Target(name, "cell")))
    elif words and not selected(desk, words) and not is_it(words):
        raise desk.fail("part", words)
    desk.add(PressKeys("ctrl+x"))


_PLAIN = re.compile(
    r"(?:as\s+)?(?:plain\s+text|without\s+(?:the\s+|any\s+)?format\w*)|書式(?:は)?(?:なし|無し|抜き)(?:で)?", re.I
)


def paste(desk: Desk, act: Act) -> None:
    if _PLAIN.fullmatch(" ".join(desk.texts(act.args.get("limit"))).strip(" .,")) and "where" not in act.args:
        desk.add(UseCommand(desk.say("paste without formatting", "書式なしで貼り付け")))
        return
    unlimited(desk, act)
    where = act.args.get("where")
    copied = next(
        (desk.made[number] for number in sorted(desk.made, reverse=True) if desk.made[number].kind == "value"), None
    )
    if isinstance(where, tuple):
        raise desk.fail("several")
    words = "" if where is None or isinstance(where, ResultOf) else desk.text(where)
    into_target: Target | None = None
    if words and is_program(desk, words):
        into(desk, words)
    elif words and (file := places.file(words)) is not None:
        desk.open(file.name, file.folder)
    elif name := cell(words):
        desk.add(ClickOn(Target(name, "cell")))
    elif (sheet := _ON_SHEET.fullmatch(plain(words))) is not None:
        tab, name = sheet["sheet"] or sheet["sheet_ja"], sheet["cell"] or sheet["cell_ja"]
        desk.add(ClickOn(Target(bare(tab), "tab")), ClickOn(Target(name.upper(), "cell")))
    elif words and selected(desk, words):
        pass
    elif re.search(r"^(?:at\s+)?(?:the\s+)?(?:end|bottom)|最後|末尾|文末", words):
        desk.add(PressKeys("ctrl+End"))
    elif words and not is_it(words):
        into_target = target(words, kind="field")
    if copied is not None and not any(isinstance(step, Copy) or step == PressKeys("ctrl+c") for step in desk.steps):
        desk.add(TypeText(copied.value, into_target))
    else:
        desk.add(Paste(into_target))


_LATEST = re.compile(r"(?:my\s+|the\s+)?last\s+(?!(?:few|\w+s)\b)[a-z]+|最後の(?:線|操作|変更|一つ|入力)", re.I)


def undo(desk: Desk, act: Act) -> None:
    if _LATEST.fullmatch(act.words("times").strip(" .,")):
        act = Act(act.name, {}, act.of)
    desk.add(PressKeys("ctrl+z", times(desk, act, "times")))


def redo(desk: Desk, act: Act) -> None:
    desk.add(PressKeys("ctrl+shift+z", times(desk, act, "times")))


def format_text(desk: Desk, act: Act) -> None:
    """Bold, a size, a colour, a font: by the program's own command, on what is named."""
    unlimited(desk, act)
    what = act.args.get("what")
    on: Target | None = None
    if isinstance(what, str) and is_all(what):
        desk.add(PressKeys("ctrl+a"))
    elif isinstance(what, ResultOf):
        if desk.result(what).kind != "found":
            raise desk.fail("what target")
    elif what is not None and not is_it(desk.text(what)):
        words = desk.text(what)
        if selected(desk, words):
            pass
        elif re.search(
            r"\b(?:rows?|columns?|every|each|all|lines?|headings?)\b|[行列]|すべて|全部|見出し", words
        ) and not cell(words):
            raise desk.fail("part", words)
        elif (file := places.file(words)) is not None:
            desk.open(file.name, file.folder, desk.front if desk.front in desk.named else "")
        else:
            aimed = target(words)
            on = aimed if aimed.name or aimed.kind not in ("text", "image") else None
    for how in desk.texts(act.args.get("how")):
        said = plain(how)
        if found := re.search(r"\d+(?:\.\d+)?", said):
            if rest := _BESIDE_SIZE.sub("", said.replace(found[0], " ", 1)).strip(" ,、"):
                desk.add(UseCommand(_effect(rest), (), on))
            name = desk.say("font size", "文字サイズ")
            desk.add(UseCommand(name, (("size" if desk.language == "en" else "サイズ", found[0]),), on))
        else:
            desk.add(UseCommand(_effect(said), (), on))


_BESIDE_SIZE = re.compile(
    r"\b(?:pt|points?|px|pixels?|size|font|fonts|to|in|and|at|with|a|the|of|bigger|smaller|larger|letters|text)\b|ポイント|サイズ|文字|フォント|の大きさ|大きさ|[のでにをとへ](?=\s|$)|%|％",
    re.I,
)
"""What says no more than that a number is a size."""


def _effect(words: str) -> str:
    """The effect as menus name it: 「太く」 is 太字."""
    for pattern, name in (
        (r"太", "太字"),
        (r"斜", "斜体"),
        (r"下線|アンダーライン", "下線"),
        (r"取り消し線|打ち消し", "取り消し線"),
        (r"中央|真ん中|センタ", "中央揃え"),
    ):
        if re.search(pattern, words):
            return name
    return words
