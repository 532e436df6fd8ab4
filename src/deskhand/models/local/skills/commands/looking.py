"""Looking a command up wherever a program may have it: its menus, its buttons, its pictures, the usual keys."""

from __future__ import annotations

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.atlas import Atlas
from deskhand.models.local.skills.commands.conventions import usual_keys
from deskhand.models.local.skills.commands.doubting import TIE, sure_one
from deskhand.models.local.skills.commands.fit import ENOUGH, SURE, other_end, says_verb
from deskhand.models.local.skills.commands.menus import BEYOND, Fits, Menus, says, says_below
from deskhand.models.local.skills.commands.pictured import by_pictures
from deskhand.models.local.skills.commands.roots import Root, bar_roots, context_root, main_root
from deskhand.models.local.skills.commands.ticks import switch, wanted
from deskhand.models.local.skills.commands.visible import Sight, in_sight
from deskhand.models.local.skills.common import dialog_in_front
from deskhand.models.local.skills.key_bar import pressed_for
from deskhand.models.local.windows import HEADER_BAR
from deskhand.screen.geometry import Point

NEVER = -1
"""No list's mark was moved; less: it did not come to its row."""
CLEAR, APART = 0.36, 0.1
"""What the best entry of all must say at least, and more than the next, where none says enough. Of 51 wishes for
commands of six programs, half Japanese, `ENOUGH` alone finds 24 and takes one wrongly; with this it is 32 and one.
(The vectors of words by themselves find 5 to 11, and take up to 13 wrongly.)"""


async def choose_anywhere(
    hand: Hand, words: str, on: Point | None = None, *, inside: bool = False, sure: bool = False
) -> tuple[str, ...]:
    """Find the command and choose it, wherever it is; what was chosen, from the menu inwards. ``inside``: only in the
    window in front. ``sure``: nothing that says less than enough, though it says the most."""
    if chosen := await _by_sight(hand, words, SURE):
        return chosen
    fits = says if on is None else says_below
    asked = on is None and await dialog_in_front(hand)  # a right click presses buttons there, and Escape ends it
    context = None if asked else await context_root(hand, on)
    bar = [] if inside else await bar_roots(hand)
    own = 0.0 if on is None or context is None else await _best(hand, words, [context], fits)
    rather = own < ENOUGH or (own < BEYOND and bar and await _best(hand, words, bar, fits) >= own)
    if rather and (chosen := await _by_menu(hand, words, bar, fits=fits)):
        return chosen
    main = await main_root(hand)
    if main is not None and (chosen := await _by_menu(hand, words, [main], fits=fits)):
        return chosen
    if on is not None and context is not None and (chosen := await _by_menu(hand, words, [context], fits=fits)):
        return chosen
    if chosen := await _by_sight(hand, words, ENOUGH):
        return chosen
    pops_up = not inside and on is None and context is not None
    if pops_up and context is not None and not bar and (chosen := await _by_menu(hand, words, [context], fits=fits)):
        return chosen
    if chosen := await _by_picture(hand, words):
        return chosen
    if pops_up and context is not None and bar and (chosen := await _by_menu(hand, words, [context], fits=fits)):
        return chosen
    if inside:
        return ()
    elsewhere = on is not None and hand.walked < NEVER
    if not bar and not elsewhere and (hint := await pressed_for(hand, words)) is not None:
        return (hint.label,)
    if chosen := await _by_keys(hand, words, selected=on is not None):
        return chosen
    if sure:
        return ()
    return await _by_menu(hand, words, [*bar, main] if main is not None else bar, CLEAR)


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
    # A bar of its own holds the program's tools beside the title; a window manager's holds none.
    area = front.box if front.bar.height >= HEADER_BAR else front.body
    return await _press(hand, await by_pictures(hand, await known_of(hand), words, area), ENOUGH)


async def _press(hand: Hand, found: list[Sight], least: float) -> tuple[str, ...]:
    if not found or found[0].score < least:
        return ()
    best = found[0]
    await hand.click(best.point, hand.say(f"Choosing {best.label}.", f"「{best.label}」を選びます。"))
    return (best.label,)


async def _best(hand: Hand, words: str, roots: list[Root], fits: Fits) -> float:
    """What the best entry of some menus says of the wish."""
    menus = Menus(hand, Atlas() if roots[0].how == "context" else await known_of(hand), words, roots, fits)
    known = await menus.best()
    if menus.open:
        await menus.leave()
    return known[0].score if known else 0.0


async def _by_menu(
    hand: Hand, words: str, roots: list[Root], least: float = ENOUGH, fits: Fits = says
) -> tuple[str, ...]:
    if not roots:
        return ()
    menus = Menus(hand, await known_of(hand), words, roots, fits)
    if roots[0].how == "context":
        menus.atlas = Atlas()  # it depends on what was clicked
    known = await menus.best()
    if least == CLEAR:
        known = [one for one in known if not other_end(words, one.entry.label)]
    found = [one for one in known if one.score >= least]
    if least == CLEAR:
        known = [one for one in known if not one.entry.grey]  # it could not be chosen, and nothing else is clear
        others = [one for one in known if known[0].entry.label != one.entry.label]
        found = [
            one
            for one in found[:1]
            if (not others or one.score - others[0].score >= APART)
            and says_verb(words, (one.entry.label, *one.entry.path))
        ]
    if len(found) > 1 and found[0].score - found[1].score < TIE:
        if menus.open:
            await menus.leave()
        found = list(await sure_one(hand, words, found))
    want = wanted(words)
    for candidate in found[:2]:
        entry = candidate.entry
        if await (menus.choose(entry) if want is None or roots[0].how == "context" else switch(menus, entry, want)):
            return (*entry.path, entry.label)
    if menus.open:
        await menus.leave()
    return ()


async def known_of(hand: Hand) -> Atlas:
    """What is known of the program in front."""
    view, front = await hand.view(), await hand.front()
    title = hand.memory.current or view.focus or (front.title if front is not None else "")
    return hand.memory.atlases.setdefault(title, Atlas())
