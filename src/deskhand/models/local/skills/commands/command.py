"""Using a command of the program in front by what it does, however the program calls it."""

from __future__ import annotations

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.atlas import Atlas
from deskhand.models.local.skills.commands.fit import ENOUGH, SURE, says_verb
from deskhand.models.local.skills.commands.menus import Menus
from deskhand.models.local.skills.commands.pictured import by_pictures
from deskhand.models.local.skills.commands.roots import Root, bar_roots, context_root, main_root
from deskhand.models.local.skills.commands.stage import dialog_since, stage
from deskhand.models.local.skills.commands.through import carry_through
from deskhand.models.local.skills.commands.visible import Sight, in_sight
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.skills.pointing import find_one
from deskhand.models.local.steps import UseCommand
from deskhand.screen.geometry import Point

STAGES = 2
"""Windows that are gone through: the one where things of a kind are kept, and in it the command."""


async def use_command(hand: Hand, step: UseCommand) -> str:
    fields = [(name, value if isinstance(value, str) else hand.memory.get(value)) for name, value in step.fields]
    on: Point | None = None
    if step.on is not None:
        on = (await find_one(hand, step.on)).point
        await hand.click(on, hand.say(f"Selecting “{step.on.name}”.", f"「{step.on.name}」を選びます。"))
    chosen: tuple[str, ...] = ()
    for _ in range(STAGES):
        before = await stage(hand)
        found = await _choose(hand, step, on)
        if not found:
            break
        chosen += found
        await hand.took_effect()
        if says_verb(step.words, chosen) or await dialog_since(hand, before) is None:
            return await carry_through(hand, before, step.words, fields, chosen)
        on = None  # "Payees…" opened the place where one is added
    if not chosen:
        raise await _nothing(hand, step)
    return await carry_through(hand, before, step.words, fields, chosen)


async def _choose(hand: Hand, step: UseCommand, on: Point | None) -> tuple[str, ...]:
    """Find the command and choose it, wherever it is; what was chosen, from the menu inwards."""
    if chosen := await _by_sight(hand, step, SURE):
        return chosen
    if chosen := await _by_menu(hand, step, await bar_roots(hand)):
        return chosen
    main = await main_root(hand)
    if main is not None and (chosen := await _by_menu(hand, step, [main])):
        return chosen
    context = await context_root(hand, on)
    if on is not None and context is not None and (chosen := await _by_menu(hand, step, [context])):
        return chosen
    if chosen := await _by_sight(hand, step, ENOUGH):
        return chosen
    if chosen := await _by_picture(hand, step):
        return chosen
    if on is None and context is not None:
        return await _by_menu(hand, step, [context])
    return ()


async def _by_sight(hand: Hand, step: UseCommand, least: float) -> tuple[str, ...]:
    """A button that says it."""
    return await _press(hand, await in_sight(hand, step.words), least)


async def _by_picture(hand: Hand, step: UseCommand) -> tuple[str, ...]:
    front = await hand.front()
    if front is None:
        return ()
    return await _press(hand, await by_pictures(hand, await _atlas(hand), step.words, front.body), ENOUGH)


async def _press(hand: Hand, found: list[Sight], least: float) -> tuple[str, ...]:
    if not found or found[0].score < least:
        return ()
    best = found[0]
    await hand.click(best.point, hand.say(f"Choosing {best.label}.", f"「{best.label}」を選びます。"))
    return (best.label,)


async def _by_menu(hand: Hand, step: UseCommand, roots: list[Root]) -> tuple[str, ...]:
    if not roots:
        return ()
    menus = Menus(hand, await _atlas(hand), step.words, roots)
    if roots[0].how == "context":
        menus.atlas = Atlas()  # it depends on what was clicked
    found = [one for one in await menus.best() if one.score >= ENOUGH]
    for candidate in found[:2]:
        if await menus.choose(candidate.entry):
            return (*candidate.entry.path, candidate.entry.label)
    if menus.open:
        await menus.leave()
    return ()


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
