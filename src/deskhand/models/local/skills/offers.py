"""How far the window in front offers what a step asks for: from 0, nothing of the kind, to 1, the very thing.

A person who is not sure what was meant looks at the program: of two readings that one is meant whose command stands in
a menu, whose field shows, whose row is in the list.
"""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.ground import locate, matches
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.conventions import usual_keys
from deskhand.models.local.skills.commands.in_place import EDITS, place_of
from deskhand.models.local.skills.commands.looking import known_of
from deskhand.models.local.skills.commands.menus import Menus
from deskhand.models.local.skills.commands.preferences import leads_to
from deskhand.models.local.skills.commands.roots import bar_roots, main_root
from deskhand.models.local.skills.commands.setting_place import Setting
from deskhand.models.local.skills.commands.visible import in_sight
from deskhand.models.local.skills.row_switch import row_with_box
from deskhand.models.local.steps import (
    ChooseMenu,
    ChooseOption,
    ClickOn,
    EditLine,
    OpenFile,
    OpenProgram,
    Pick,
    Read,
    ReplaceText,
    SetChecked,
    SetSetting,
    Step,
    SwitchTo,
    Target,
    TypeText,
    UseCommand,
)

OPENERS = (OpenProgram, SwitchTo, OpenFile)
UNTOLD = 0.6
"""Of a step of which a look at the window tells nothing."""
BY_KEYS = 0.65
"""Of a command that has its usual keys, where what it is done to shows."""
NOT_THERE = 0.3
"""What is left where the thing that a command is done to shows nowhere."""
KEPT_INSIDE = 0.62
"""Of a setting that shows nowhere, where the program has preferences to look into."""


async def offered(hand: Hand, step: Step) -> float:
    match step:
        case UseCommand():
            return await _command(hand, step)
        case ClickOn(target=target) | SetChecked(target=target):
            return max(await _there(hand, target), await _in_menus(hand, target.name))
        case ChooseMenu():
            return await _in_menus(hand, step.path[-1])
        case ChooseOption():
            return await _there(hand, Target(step.option))
        case SetSetting():
            return max(await _row_with_a_box(hand, step), await _setting(hand, step))
        case ReplaceText():
            return await _in_menus(hand, hand.say("replace", "置換"))
        case EditLine():
            if not isinstance(step.line, str):
                return UNTOLD
            return 0.9 if matches(await hand.scene(), step.line) else NOT_THERE
        case TypeText() if step.into is not None:
            return await _there(hand, step.into)
        case Read() | Pick():
            name = step.what.name if isinstance(step, Read) else step.by
            return 0.8 if name and matches(await hand.scene(), name) else UNTOLD
        case _:
            return UNTOLD


async def offers(hand: Hand, steps: Sequence[Step]) -> float:
    """The same of the first step that does something: what comes behind may show only then."""
    first = next((step for step in steps if not isinstance(step, OPENERS)), None)
    return 0.0 if first is None else await offered(hand, first)


async def _command(hand: Hand, step: UseCommand) -> float:
    front = await hand.front()
    names = [name for name, _ in step.fields if name]
    found = 0.0
    if front is not None and names and EDITS.search(step.words):
        owner = "" if step.on is None else step.on.name
        here = [await place_of(hand, front.body, name, owner) for name in names]
        found = 0.9 if None not in here else 0.0
    if found < BY_KEYS:
        sight = await in_sight(hand, step.words)
        found = max(found, sight[0].score if sight else 0.0, await _in_menus(hand, step.words))
    if step.on is None:
        return found
    there = await _there(hand, step.on)
    if there and usual_keys(step.words, selected=True) is not None:
        found = max(found, BY_KEYS)
    return found if there else NOT_THERE * found


async def _there(hand: Hand, target: Target) -> float:
    if not target.name:
        return UNTOLD
    found = locate(await hand.scene(), target, await hand.here())
    return min(1.0, found[0].score) if found else 0.0


async def _in_menus(hand: Hand, words: str) -> float:
    """What the best entry of the window's menus says, each opened once and noted."""
    main = await main_root(hand)
    roots = [*await bar_roots(hand), *([main] if main is not None else [])]
    if not roots or not words:
        return 0.0
    menus = Menus(hand, await known_of(hand), words, roots)
    best = await menus.best()
    if menus.open:
        await menus.leave()
    return best[0].score if best else 0.0


async def _row_with_a_box(hand: Hand, step: SetSetting) -> float:
    """A list with boxes to tick has a row of that name."""
    front = await hand.front()
    if front is None or step.value:
        return 0.0
    scene, pixels = await hand.scene(), (await hand.view()).pixels
    named = any(row_with_box(scene, pixels, front.body, said) for said in (step.name, hand.wish))
    return 0.9 if named else 0.0


async def _setting(hand: Hand, step: SetSetting) -> float:
    said = await _in_menus(hand, step.name)
    if said >= KEPT_INSIDE:
        return said
    known = (await known_of(hand)).menus.values()
    title = (await hand.view()).focus or ""
    leads = any(leads_to(entry, Setting(step.name), title) for menu in known for entry in menu)
    return max(said, KEPT_INSIDE if leads else 0.0)
