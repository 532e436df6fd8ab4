"""Keys, clicks, menus, choices and boxes."""

from __future__ import annotations

import re
from typing import Literal

from deskhand.models.local import concepts
from deskhand.models.local.steps import (
    ChooseMenu,
    ChooseOption,
    ClickOn,
    DragTo,
    PressKeys,
    Ref,
    Repeat,
    SetChecked,
    Target,
    UseCommand,
)
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import times, unlimited
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.words import bare, how_often, plain, unquoted

_BAR = frozenset(
    [
        "file",
        "edit",
        "view",
        "insert",
        "format",
        "tools",
        "help",
        "window",
        "search",
        "options",
        "settings",
        "document",
        "bookmarks",
        "go",
        "history",
        "image",
        "colors",
        "colours",
        "layer",
        "select",
        "filters",
        "terminal",
        "tabs",
        "table",
        "data",
        "transaction",
        "manage",
        "packages",
        "macro",
        "sheet",
        "slide",
        "mode",
        "text",
        "ファイル",
        "編集",
        "表示",
        "挿入",
        "書式",
        "ツール",
        "ヘルプ",
        "ウィンドウ",
        "検索",
        "オプション",
        "文書",
        "移動",
        "履歴",
        "画像",
        "色",
        "レイヤー",
        "選択",
        "フィルタ",
        "端末",
        "タブ",
        "表",
        "データ",
    ]
)
"""Names that menus of a menu bar have."""
_THEN = re.compile(
    r"\s*(?:,?\s*\b(?:then|and\s+then)\b\s*|、|(?:を?押して)?から|→|,\s+|(?<=-\w)\s+(?=[CMS]-\w))\s*", re.I
)
_TIMES = re.compile(
    r"\s*(?:を)?((?:\d+|twice|once|thrice|two|three|four|five|six|seven|eight|nine|ten|[一二三四五六七八九十]+)\s*(?:times|回)?)$",
    re.I,
)


def aim(desk: Desk, act: Act, slot: str = "target") -> Target:
    value = act.args.get(slot)
    if isinstance(value, ResultOf):
        made = desk.result(value)
        if not made.name and len(made.value) == 1 and isinstance(ref := made.value[0], Ref):
            return Target(stored=ref.name)
        if not made.name:
            raise desk.fail("what target")
        return Target(made.name)
    return target(desk.text(value, "what target"), near=act.words("near"), nth=act.words("nth"))


def press(desk: Desk, act: Act) -> None:
    often = times(desk, act)
    for said in _THEN.split(plain(desk.text(act.args.get("keys"), "key"))):
        key = concepts.key_name(said)
        count = 1
        if key is None:
            key = concepts.key_name(re.sub(r"\s+", "+", said))
        if key is None and (found := _TIMES.search(said)) is not None:
            key, count = concepts.key_name(said[: found.start()]), how_often(found[1]) or 1
        if key is None and (emacs := re.fullmatch(r"([CMS])-(\w)", said)) is not None:
            key = f"{ {'C': 'ctrl', 'M': 'alt', 'S': 'shift'}[emacs[1]] }+{emacs[2]}".replace(" ", "")
        if key is None:
            key = {"equals": "equal", "equal": "equal", "イコール": "equal", "plus": "plus", "minus": "minus"}.get(
                said.lower()
            )
        if key is None:
            key = concepts.key_name(
                re.sub(r"\b(?:the|and|key|together|at\s+once)\b|キー|を|同時に", " ", said).strip().replace(" ", "+")
            )
        if key is None:
            raise desk.fail("key", said)
        desk.add(PressKeys(key, count * often))


def _clicks(desk: Desk, act: Act, button: Literal["left", "right"] = "left", count: int = 1) -> None:
    often = times(desk, act)
    step = ClickOn(aim(desk, act), button, count)
    if step.target.kind == "menu" and button == "left" and step.target.name:
        desk.add(ChooseMenu((step.target.name,)))
        return
    desk.add(Repeat(often, (step,)) if often > 1 else step)


def click(desk: Desk, act: Act) -> None:
    _clicks(desk, act)


def double_click(desk: Desk, act: Act) -> None:
    _clicks(desk, act, count=2)


def right_click(desk: Desk, act: Act) -> None:
    _clicks(desk, act, "right")


def menu(desk: Desk, act: Act) -> None:
    """A path from the menu bar; a single name is looked for wherever the program has it."""
    path = [unquoted(name) for name in desk.texts(act.args.get("path"))]
    path = [part.strip() for name in path for part in re.split(r"\s*(?:>|→|▸|›)\s*", name) if part.strip()]
    path = [re.sub(r"\s+menu$|メニュー$", "", part, flags=re.I) or part for part in path]
    if not path:
        raise desk.fail("what")
    if len(path) == 1 and path[0].lower() not in _BAR:
        if desk.steps and isinstance(desk.steps[-1], ClickOn) and desk.steps[-1].button == "right":
            desk.add(ClickOn(Target(path[0], "menu item")))
        else:
            desk.add(UseCommand(path[0]))
        return
    last = desk.steps[-1] if desk.steps else None
    if isinstance(last, ChooseMenu) and path[0].lower() not in _BAR:
        desk.steps[-1] = ChooseMenu((*last.path, *path))
    else:
        desk.add(ChooseMenu(tuple(path)))


def choose(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    value = act.args.get("option")
    option = bare(desk.text(value, "what"))
    last = desk.steps[-1] if desk.steps else None
    if where := act.words("from"):
        aimed = target(where)
        if aimed.kind == "menu" or aimed.name.lower() in _BAR:
            desk.add(ChooseMenu((aimed.name, option)))
        else:
            desk.add(ChooseOption(option, aimed))
    elif isinstance(last, ClickOn) and last.button == "right":
        desk.add(ClickOn(Target(option, "menu item")))
    elif isinstance(last, ChooseMenu):
        desk.steps[-1] = ChooseMenu((*last.path, option))
    elif desk.front and desk.front != "web browser":
        desk.add(UseCommand(option))
    else:
        desk.add(ChooseOption(option))


def _ticks(desk: Desk, act: Act, *, checked: bool) -> None:
    unlimited(desk, act)
    value = act.args.get("target")
    for words in desk.texts(value) or ("",):
        for part in _several(words):
            desk.add(SetChecked(target(part, near=act.words("near"), nth=act.words("nth")), checked))


def _several(words: str) -> list[str]:
    """“A and B”, 「AとB」, where each is a name: quoted, or set off by a comma."""
    if re.search(r"[「\"“].*[」\"”].*[「\"“]", words):
        return re.findall(r"[「\"“]([^」\"”]+)[」\"”]", words)
    return [words]


def check(desk: Desk, act: Act) -> None:
    _ticks(desk, act, checked=True)


def uncheck(desk: Desk, act: Act) -> None:
    _ticks(desk, act, checked=False)


def drag(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    desk.add(DragTo(aim(desk, act), aim(desk, act, "to")))
