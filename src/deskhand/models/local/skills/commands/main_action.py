"""The one thing that a program does, “Execute”, “Go”, “Start”, where the wish is to carry out what it is set to.

“Carry out the copying” names no command of a program that copies, and “Go” no deed at all.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand
from deskhand.models.local.layout import around
from deskhand.models.local.skills.commands.atlas import Entry
from deskhand.models.local.skills.commands.fit import ENOUGH
from deskhand.models.local.skills.commands.looking import known_of
from deskhand.models.local.skills.commands.menus import Menus
from deskhand.models.local.skills.commands.roots import bar_roots

_ACTS = re.compile(
    r"(?:go|start|run|execute|apply|proceed|process|begin|perform|sync(?:hroni[sz]e)?|実行|開始|適用|同期|スタート|処理開始)",
    re.IGNORECASE,
)
"""What such a button or entry says, and nothing besides."""
_CARRIES_OUT = re.compile(
    r"\b(?:carry(?:ing)? (?:it |them |this |that )?out|carry out|perform|execute|run|start|begin|go ahead|do it|process"
    r"|sync\w*|same state|up to date|in step)\b|実行|開始|始め|走らせ|同期|行って|行う|同じ状態|同じ内容|揃え|そろえ",
    re.IGNORECASE,
)
_LOSES = re.compile(
    r"\b(?:delet|remov|eras|wip|clean|send|print|format|uninstall|upload|pay|order|post)\w*|削除|消去|送信|印刷|初期化",
    re.IGNORECASE,
)


async def main_action(hand: Hand, words: str) -> tuple[str, ...]:
    """Press what carries out what the window is set to; what was pressed, () where it has no such thing, or several."""
    front = await hand.front()
    if front is None or not carries_out(f"{words} {hand.said}"):
        return ()
    scene = await hand.scene()
    lines = [line for line in scene.texts if front.box.contains(line.box.center) and _ACTS.fullmatch(_bare(line.text))]
    pressed = [line for line in lines if (box := around(scene, line.box)) is not None and box.role != "field"]
    if len(pressed) == 1:
        say = hand.say(f"Choosing {pressed[0].text}.", f"「{pressed[0].text}」を選びます。")
        await hand.click(pressed[0].box.center, say)
        if await hand.took_effect():
            return (pressed[0].text,)
    roots = await bar_roots(hand)
    if not roots:
        return ()
    menus = Menus(hand, await known_of(hand), words, roots, lambda _, entry: says_act(entry))
    found = [one for one in await menus.best() if one.score >= ENOUGH and not one.entry.grey]
    if len({_bare(one.entry.label).lower() for one in found}) == 1 and await menus.choose(found[0].entry):
        return (*found[0].entry.path, found[0].entry.label)
    if menus.open:
        await menus.leave()
    return ()


def carries_out(said: str) -> bool:
    """Whether a wish is to do what is set up, and nothing that loses or leaves something."""
    return _CARRIES_OUT.search(said) is not None and _LOSES.search(said) is None


def says_act(entry: Entry) -> float:
    return 1.0 if _ACTS.fullmatch(_bare(entry.label)) else 0.0


def _bare(label: str) -> str:
    return re.sub(r"\s*\((?:_?\w)\)$|[.…!！]+$|^\W+", "", label.strip())
