"""Using a command of the program in front by what it does, however the program calls it."""

from __future__ import annotations

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.atlas import Atlas
from deskhand.models.local.skills.commands.fit import ENOUGH
from deskhand.models.local.skills.commands.menus import Menus
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.skills.pointing import find_one
from deskhand.models.local.steps import UseCommand


async def use_command(hand: Hand, step: UseCommand) -> str:
    if step.on is not None:
        place = await find_one(hand, step.on)
        await hand.click(place.point, hand.say(f"Selecting “{step.on.name}”.", f"「{step.on.name}」を選びます。"))
    menus = Menus(hand, await _atlas(hand), step.words)
    found = await menus.best()
    if not found or found[0].score < ENOUGH:
        if menus.open:
            await menus.leave()
        raise await _nothing(hand, step)
    entry = found[0].entry
    if not await menus.choose(entry):
        raise await _nothing(hand, step)
    if not await hand.took_effect():
        return hand.say(
            f"I chose {entry.label}, but nothing on the screen changed.",
            f"「{entry.label}」を選びましたが、画面に変化はありませんでした。",
        )
    return hand.say(f"I chose {entry.label}.", f"「{entry.label}」を選びました。")


async def _atlas(hand: Hand) -> Atlas:
    """What is known of the program in front."""
    view, front = await hand.view(), await hand.front()
    title = hand.memory.current or view.focus or (front.title if front is not None else "")
    return hand.memory.atlases.setdefault(title, Atlas())


async def _nothing(hand: Hand, step: UseCommand) -> Stuck:
    seen = await visible_summary(hand)
    return Stuck(
        hand.say(
            f"I found no command for “{step.words}” in this program. {seen}",
            f"このプログラムに「{step.words}」にあたるコマンドが見つかりません。{seen}",
        )
    )
