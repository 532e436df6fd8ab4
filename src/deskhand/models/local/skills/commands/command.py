"""Using a command of the program in front by what it does, however the program calls it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.answering import no_button
from deskhand.models.local.skills.commands.atlas import Atlas
from deskhand.models.local.skills.commands.conventions import usual_keys
from deskhand.models.local.skills.commands.doubting import TIE, sure_one
from deskhand.models.local.skills.commands.fit import ENOUGH, SURE, left_over, says_verb
from deskhand.models.local.skills.commands.form import Field
from deskhand.models.local.skills.commands.menus import Menus
from deskhand.models.local.skills.commands.pictured import by_pictures
from deskhand.models.local.skills.commands.program import without_program
from deskhand.models.local.skills.commands.roots import Root, bar_roots, context_root, main_root
from deskhand.models.local.skills.commands.stage import Stage, dialog_since, stage
from deskhand.models.local.skills.commands.through import carry_through
from deskhand.models.local.skills.commands.ticks import already, is_so, wanted
from deskhand.models.local.skills.commands.visible import Sight, in_sight
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.skills.pointing import find_one
from deskhand.models.local.steps import Target, UseCommand
from deskhand.screen.geometry import Point


async def use_command(hand: Hand, step: UseCommand) -> str:
    fields = [(name, value if isinstance(value, str) else hand.memory.get(value)) for name, value in step.fields]
    step = replace(step, words=await without_program(hand, step.words))
    if step.on is None and (what := await _stands_there(hand, step.words, fields)) is not None:
        fields.remove(("", what))
        step = replace(step, on=Target(what))
    on: Point | None = None
    if step.on is not None:
        on = (await find_one(hand, step.on)).point
        await hand.click(on, hand.say(f"Selecting “{step.on.name}”.", f"「{step.on.name}」を選びます。"))
    before = await stage(hand)
    found = await _choose(hand, step.words, on, inside=False)
    if not found:
        raise await _nothing(hand, step)
    chosen = found
    await hand.took_effect()
    if not says_verb(step.words, chosen) and await dialog_since(hand, before) is not None:
        now = await stage(hand)  # "Payees…" opened the place where one is added
        rest = " ".join(term.stem for term in left_over(step.words, chosen))
        if found := await _choose(hand, rest, None, inside=True):
            before, chosen = now, chosen + found
            await hand.took_effect()
            told = await carry_through(hand, before, step.words, fields, chosen)
            await _close(hand, now)
            return told
    return await carry_through(hand, before, step.words, fields, chosen)


async def _stands_there(hand: Hand, words: str, fields: Sequence[Field]) -> str | None:
    """Of two values without a name the one that is on the screen already, once: what gets the other for its name."""
    values = [value for name, value in fields if not name]
    if len(values) != 2 or not says_verb("rename", [words]):
        return None
    scene = await hand.scene()
    there = [value for value in values if len(matches(scene, value, at_least=0.95)) == 1]
    return there[0] if len(there) == 1 else None


async def _close(hand: Hand, kept: Stage) -> None:
    """Close the window where things are kept, if it is in front again."""
    front = await hand.front()
    if front is not None and kept.front is not None and front.title == kept.front.title:
        button = no_button(await hand.scene(), front.body, "Close")
        if button is not None:
            await hand.click(button.box.center, hand.say("Closing the window.", "ウィンドウを閉じます。"))


async def _choose(hand: Hand, words: str, on: Point | None, *, inside: bool) -> tuple[str, ...]:
    """Find the command and choose it, wherever it is; what was chosen, from the menu inwards. ``inside``: only in the
    window in front."""
    if chosen := await _by_sight(hand, words, SURE):
        return chosen
    if not inside and (chosen := await _by_menu(hand, words, await bar_roots(hand))):
        return chosen
    main = await main_root(hand)
    if main is not None and (chosen := await _by_menu(hand, words, [main])):
        return chosen
    context = await context_root(hand, on)
    if on is not None and context is not None and (chosen := await _by_menu(hand, words, [context])):
        return chosen
    if chosen := await _by_sight(hand, words, ENOUGH):
        return chosen
    if chosen := await _by_picture(hand, words):
        return chosen
    if not inside and on is None and context is not None and (chosen := await _by_menu(hand, words, [context])):
        return chosen
    return () if inside else await _by_keys(hand, words, selected=on is not None)


async def _by_keys(hand: Hand, words: str, *, selected: bool) -> tuple[str, ...]:
    keys = usual_keys(words, selected=selected)
    if keys is None:
        return ()
    await hand.key(keys, hand.say(f"Trying the usual keys, {keys}.", f"よく使われるキー {keys} を試します。"))
    return (keys,) if await hand.took_effect() else ()


async def _by_sight(hand: Hand, words: str, least: float) -> tuple[str, ...]:
    """A button that says it."""
    return await _press(hand, await in_sight(hand, words), least)


async def _by_picture(hand: Hand, words: str) -> tuple[str, ...]:
    front = await hand.front()
    if front is None:
        return ()
    return await _press(hand, await by_pictures(hand, await _atlas(hand), words, front.body), ENOUGH)


async def _press(hand: Hand, found: list[Sight], least: float) -> tuple[str, ...]:
    if not found or found[0].score < least:
        return ()
    best = found[0]
    await hand.click(best.point, hand.say(f"Choosing {best.label}.", f"「{best.label}」を選びます。"))
    return (best.label,)


async def _by_menu(hand: Hand, words: str, roots: list[Root]) -> tuple[str, ...]:
    if not roots:
        return ()
    menus = Menus(hand, await _atlas(hand), words, roots)
    if roots[0].how == "context":
        menus.atlas = Atlas()  # it depends on what was clicked
    found = [one for one in await menus.best() if one.score >= ENOUGH]
    if len(found) > 1 and found[0].score - found[1].score < TIE:
        if menus.open:
            await menus.leave()
        found = list(await sure_one(hand, words, found))
    for candidate in found[:2]:
        entry = candidate.entry
        if already(entry, words):
            await menus.leave()
            return (*entry.path, entry.label)
        before = await stage(hand)
        if not await menus.choose(entry):
            continue
        want = wanted(words)
        switch = want is not None and roots[0].how != "context" and (entry.ticked is not None or want is False)
        if switch and await dialog_since(hand, before) is None:
            now = await is_so(menus, entry)
            if now is not None and now is not want and wanted(entry.label) is None:
                await menus.choose(entry)  # it was so before
        return (*entry.path, entry.label)
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
