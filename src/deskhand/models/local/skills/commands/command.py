"""Using a command of the program in front by what it does, however the program calls it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.answering import no_button
from deskhand.models.local.skills.commands.fit import left_over, says_verb
from deskhand.models.local.skills.commands.form import Field
from deskhand.models.local.skills.commands.looking import choose_anywhere
from deskhand.models.local.skills.commands.preferences import Setting, in_preferences
from deskhand.models.local.skills.commands.program import without_program
from deskhand.models.local.skills.commands.stage import Stage, dialog_since, stage
from deskhand.models.local.skills.commands.terms import verb
from deskhand.models.local.skills.commands.through import carry_through
from deskhand.models.local.skills.commands.ticks import wanted
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
    found = await choose_anywhere(hand, step.words, on, inside=False)
    if not found:
        if (label := await _as_setting(hand, step.words, fields)) and on is None:
            return hand.say(f"I set “{label}”.", f"「{label}」を設定しました。")
        raise await _nothing(hand, step)
    chosen = found
    await hand.took_effect()
    if not says_verb(step.words, chosen) and await dialog_since(hand, before) is not None:
        now = await stage(hand)  # "Payees…" opened the place where one is added
        rest = " ".join(term.stem for term in left_over(step.words, chosen))
        if found := await choose_anywhere(hand, rest, None, inside=True):
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


async def _as_setting(hand: Hand, words: str, fields: Sequence[Field]) -> str:
    """What no menu has may be a setting in the preferences: "show the ruler", "tab width" to 8."""
    doing = verb(words)
    want = wanted(words)
    if len(fields) > 1 or doing is not None or (want is None and not fields):
        return ""
    name, value = fields[0] if fields else ("", "")
    return await in_preferences(hand, Setting(name or words, want is not False, value))


async def _close(hand: Hand, kept: Stage) -> None:
    """Close the window where things are kept, if it is in front again."""
    front = await hand.front()
    if front is not None and kept.front is not None and front.title == kept.front.title:
        button = no_button(await hand.scene(), front.body, "Close")
        if button is not None:
            await hand.click(button.box.center, hand.say("Closing the window.", "ウィンドウを閉じます。"))


async def _nothing(hand: Hand, step: UseCommand) -> Stuck:
    seen = await visible_summary(hand)
    return Stuck(
        hand.say(
            f"I found no command for “{step.words}” in this program. {seen}",
            f"このプログラムに「{step.words}」にあたるコマンドが見つかりません。{seen}",
        )
    )
