"""A setting of a program, by its name: an entry of some menu that is on or off, one of several in a menu, what a dialog
asks for, or a place in the preferences.

The same switch is "Line Numbers" under View here and "Display line numbers" on a page of Preferences there; the same
choice is Mode ▸ Advanced here and a drop-down there. So all of these are looked through, and words that mean the same
count as the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.behind.configured import configured
from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.layout import inside
from deskhand.models.local.skills.commands.at_hand import clear_the_way
from deskhand.models.local.skills.commands.atlas import Entry
from deskhand.models.local.skills.commands.fit import BEHIND, ENOUGH, fit, fit_value
from deskhand.models.local.skills.commands.in_place import applied
from deskhand.models.local.skills.commands.looking import choose_anywhere, known_of
from deskhand.models.local.skills.commands.menus import Menus
from deskhand.models.local.skills.commands.preferences import in_preferences, leave, set_in, shown_now
from deskhand.models.local.skills.commands.program import without_program
from deskhand.models.local.skills.commands.roots import bar_roots, main_root
from deskhand.models.local.skills.commands.setting_place import Setting
from deskhand.models.local.skills.commands.stage import asked_since, dialog_since, led_elsewhere, stage
from deskhand.models.local.skills.commands.terms import Term, alike, terms
from deskhand.models.local.skills.commands.through import carry_through
from deskhand.models.local.skills.commands.ticks import says_state, switch
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.skills.options import set_checked
from deskhand.models.local.skills.row_switch import box_said, confirmed, row_switched
from deskhand.models.local.steps import SetChecked, SetSetting

UNTICKED = 0.9
"""Of an entry without a box to tick where something is to be on or off: it may do something else."""
ASKS = 0.92
"""Of one that leads to a dialog."""
PLAIN = 0.75
"""Of an entry that says the value, where nothing around it says the name."""
VALUE = 0.65
"""What an entry must say of a value."""
_KEPT = re.compile(
    r"\b(?:preferences|configuration|settings|options|by default|defaults?|always|permanently)\b"
    r"|環境設定|設定(?:画面|ダイアログ|を変え|を変更|から|で)|既定|デフォルト|常に|いつも",
    re.IGNORECASE,
)
"""How one says that a setting is to stay so: an entry of a menu often switches only what shows now."""


async def set_setting(hand: Hand, step: SetSetting, source: str = "") -> str:
    """``source`` is what the person said: it tells whether it is the preferences that are to be changed."""
    value = hand.memory.fill(step.value).strip()
    await clear_the_way(hand)
    wish = Setting(await without_program(hand, step.name), step.on, value)
    if label := await shown_now(hand, wish):
        await _keep(hand)
        return _told(hand, wish, label)
    if not value and (row := await row_switched(hand, step.name, on=step.on)):
        return _told(hand, wish, row)
    ways = (in_preferences, _by_menu) if _KEPT.search(source) else (_by_menu, in_preferences)
    for way in ways:
        if label := await way(hand, wish):
            return _told(hand, wish, label)
    if label := await _in_window(hand, wish):
        await _keep(hand)
        return _told(hand, wish, label)
    if not value and (label := await box_said(hand, on=step.on)):
        return _told(hand, wish, label)
    if done := await configured(hand, step):
        return done
    before = await stage(hand)
    if not wish.value and (chosen := await choose_anywhere(hand, wish.name, sure=True)):  # "Go to line" sets no numbers
        told = await carry_through(hand, before, wish.name, [], chosen)
        if says_state(chosen, wish.on) or not await led_elsewhere(hand, before):
            return told
        return await _set_where_it_led(hand, wish, chosen[-1])
    raise await _nowhere(hand, step)


async def _set_where_it_led(hand: Hand, wish: Setting, chosen: str) -> str:
    """On the page that came up: to have gone there is not to have set it.

    Raises:
        Stuck: nothing there shows how it is set.
    """
    if label := await shown_now(hand, wish) or await row_switched(hand, wish.name, on=wish.on):
        await _keep(hand)
        return _told(hand, wish, label)
    if label := await _in_window(hand, wish) or await box_said(hand, on=wish.on):
        await _keep(hand)
        return _told(hand, wish, label)
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I chose “{chosen}”, but nothing there shows how it is set. {seen}",
            f"「{chosen}」を選びましたが、設定の状態を確かめられません。{seen}",
        )
    )


async def _in_window(hand: Hand, wish: Setting) -> str:
    """On another page of the window in front: some programs are nothing but their settings."""
    front = await hand.front()
    if front is None:
        return ""
    around = [one for one in await hand.windows() if inside(front.box, one.box)]  # a sample in it may look like one
    return await set_in(hand, max(around, key=lambda one: one.box.area, default=front).body, wish)


async def check(hand: Hand, step: SetChecked, source: str = "") -> str:
    """Tick a box where it shows; what shows nowhere is a setting behind a menu."""
    try:
        return await set_checked(hand, step)
    except Refused:
        raise
    except Stuck as stuck:
        if not step.target.name or step.target.window or step.target.nth is not None:
            raise
        try:
            return await set_setting(hand, SetSetting(step.target.name, step.checked), f"settings {source}")
        except Refused:
            raise
        except Stuck:
            raise stuck from None


async def _keep(hand: Hand) -> None:
    """A window that is nothing but settings may have to be told to keep them: by Apply, else by OK."""
    await applied(hand)
    if hand.applied != hand.step:
        await confirmed(hand)


def _told(hand: Hand, wish: Setting, label: str) -> str:
    if wish.value:
        return hand.say(f"I set “{label}” to {wish.value}.", f"「{label}」を {wish.value} に設定しました。")
    state = hand.say("on" if wish.on else "off", "オン" if wish.on else "オフ")
    return hand.say(f"“{label}” is {state} now.", f"「{label}」を{state}にしました。")


async def _by_menu(hand: Hand, wish: Setting) -> str:
    for roots in (await bar_roots(hand), [root for root in (await main_root(hand),) if root is not None]):
        if not roots:
            continue
        menus = Menus(
            hand, await known_of(hand), f"{wish.name} {wish.value}".strip(), roots, lambda _, one: says(wish, one)
        )
        found = [one.entry for one in await menus.best() if one.score >= ENOUGH]
        for entry in found[:2]:
            before = await stage(hand)
            if not wish.value:
                if not await switch(menus, entry, wish.on):
                    continue
            elif entry.ticked is True and not entry.asks:
                await menus.leave()  # it is so already
            elif not await menus.choose(entry):
                continue
            await hand.took_effect()
            area = await (asked_since(hand, before) if entry.asks else dialog_since(hand, before))
            if area is None:
                return entry.label
            inside = await dialog_since(hand, before) is None
            if not wish.value or fit_value(wish.value, entry.label) < VALUE:
                if label := await set_in(hand, area, wish, "Return" if inside else "Tab"):
                    await leave(hand, area)
                    return label
                if wish.value:
                    await carry_through(hand, before, wish.name, [("", wish.value)], (*entry.path, entry.label))
                    return entry.label
            await hand.key("Escape", hand.say("Not here; closing the dialog.", "ここにはないので閉じます。"))
        if menus.open:
            await menus.leave()
    return ""


def says(wish: Setting, entry: Entry) -> float:
    """How well an entry of a menu says the setting."""
    name = fit(wish.name, entry.label, entry.path)
    if not wish.value:
        return name * (ASKS if entry.asks else UNTICKED if entry.ticked is None else 1.0)
    value = fit_value(wish.value, entry.label)
    if value >= VALUE:
        own, around = terms(entry.label), [term for part in entry.path for term in terms(part)]
        asked = terms(wish.name)
        said = sum(term.weight * max(_alike(term, own), BEHIND * _alike(term, around)) for term in asked)
        return value * (PLAIN + (1 - PLAIN) * said / max(0.1, sum(term.weight for term in asked)))
    return ASKS * name if entry.asks else 0.0


def _alike(term: Term, others: Sequence[Term]) -> float:
    return max((alike(term, one) for one in others), default=0.0)


async def _nowhere(hand: Hand, step: SetSetting) -> Stuck:
    seen = await visible_summary(hand)
    return Stuck(
        hand.say(
            f"I found no setting “{step.name}” in the menus or the preferences. {seen}",
            f"メニューにも設定にも「{step.name}」が見つかりません。{seen}",
        )
    )
