"""Using a command of the program in front by what it does, however the program calls it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.cells import NAME
from deskhand.models.local.ground import ENOUGH, locate, matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.by_keys import has_key_bar, walked_to
from deskhand.models.local.skills.commands.answering import no_button
from deskhand.models.local.skills.commands.at_hand import clear_the_way, entered, searched, turned
from deskhand.models.local.skills.commands.bar import bar_words
from deskhand.models.local.skills.commands.controls import controls
from deskhand.models.local.skills.commands.dated import day_chosen
from deskhand.models.local.skills.commands.fit import SURE, fit, left_over, says_verb
from deskhand.models.local.skills.commands.form import Field
from deskhand.models.local.skills.commands.in_place import changed_in_place, stands_here
from deskhand.models.local.skills.commands.its_page import forget, to_its_page
from deskhand.models.local.skills.commands.looking import choose_anywhere
from deskhand.models.local.skills.commands.main_action import main_action
from deskhand.models.local.skills.commands.preferences import in_preferences, shown_now
from deskhand.models.local.skills.commands.relabel import named_in, relabelled, renames, written_as
from deskhand.models.local.skills.commands.setting_place import Setting
from deskhand.models.local.skills.commands.stage import Stage, asked_since, dialog_since, stage
from deskhand.models.local.skills.commands.standing import has_document, is_of, only_named
from deskhand.models.local.skills.commands.terms import alike, terms, verb
from deskhand.models.local.skills.commands.through import carry_through
from deskhand.models.local.skills.commands.ticks import wanted
from deskhand.models.local.skills.commands.unlocking import unlocked
from deskhand.models.local.skills.commands.values import day_of, is_file
from deskhand.models.local.skills.commands.wish import here, implied_left_out
from deskhand.models.local.skills.common import dialog_in_front, visible_summary
from deskhand.models.local.skills.key_bar import entered_below, pressed_for
from deskhand.models.local.skills.overwriting import over_itself
from deskhand.models.local.skills.pointing import find_one
from deskhand.models.local.skills.rows import marked
from deskhand.models.local.skills.selecting import click_file
from deskhand.models.local.skills.table_cells import cell_changed
from deskhand.models.local.steps import Target, UseCommand
from deskhand.screen.geometry import Point
from deskhand.vision.folding import fold

MOVED = 8
"""Pixels that a row may be off from where it was clicked."""
TRIES = 3
NOT_THERE = -2
"""A list's mark was not seen to come to the row that is meant: what is pressed would go to another."""
_OF_A_ROW = re.compile(r"\b(?:the\s+)?(?:process|task|row|entry|item)\b|プロセス|タスク|項目", re.IGNORECASE)
_QUOTE = re.compile(r"[「“\"]([^」”\"]{2,30})[」”\"]")
SAME = 0.97
"""How alike a row's name must be that should have gone."""
_ENDS = re.compile(r"\b(?:end|kill|terminate)\b|終了|強制", re.IGNORECASE)
_UNDER = re.compile(r"(?:under|below|beneath|inside)\s+[\"“]?([^\"”]+)[\"”]?|「([^」]+)」の(?:下|中)", re.IGNORECASE)
_BELOW = re.compile(r"below|under|beneath|inside|within|下|中", re.IGNORECASE)
"""What a field is called that tells what the new thing is added to."""
_EDITS = re.compile(r"\b(?:edit|change|set)\b|変更|編集", re.IGNORECASE)
_BEGINS = re.compile(
    r"^(?:start|begin|log|record|track|register|schedule)(?:\s+\w+ing)?\b|開始|記録|登録", re.IGNORECASE
)
"""Deeds that a program offers as adding something: an activity is started by “Add Activity”."""


async def use_command(hand: Hand, step: UseCommand) -> str:
    told = [(name, value if isinstance(value, str) else hand.memory.get(value)) for name, value in step.fields]
    if not told and step.on is None and hand.applied == hand.step - 1 and fit("apply", step.words) >= SURE:
        return hand.say("It is applied.", "適用しました。")  # with what the step before has set; the button is grey now
    await clear_the_way(hand)
    if step.on is None and not told and (said := await unlocked(hand, step.words) or await _quoted(hand, step.words)):
        return said
    words, fields = await here(hand, step.words, told)
    fields = [(name, value if name else place_said(value)) for name, value in fields]
    step = replace(step, words=words)
    if step.on is None and says_verb("add", [words]) and (above := [one for one in fields if _BELOW.fullmatch(one[0])]):
        fields.remove(above[0])
        step = replace(step, on=Target(above[0][1]))
    if step.on is None and (said := await _renamed_in_sight(hand, words, fields)):
        return said
    if len(fields) == 1 and is_file(fields[0][1]) and await over_itself(hand, words, fields[0][1]):
        return hand.say(f"I wrote it over {fields[0][1]}.", f"{fields[0][1]} に上書きしました。")
    if step.on is None:
        await to_its_page(hand, words)
        if said := await _on_its_day(hand, words, fields):
            return said
    at_hand = step.on is None and (
        await searched(hand, words, fields)
        or await turned(hand, words, fields)
        or await entered(hand, words, fields)
        or (not (await bar_words(hand))[1] and await entered_below(hand, words, fields))
    )
    if at_hand:
        return at_hand
    owner = "" if step.on is None or is_file(step.on.name) or await stands_here(hand, step.on) else step.on.name
    if (step.on is None or owner) and (put_in := await changed_in_place(hand, words, fields, owner)):
        return put_in
    if step.on is None and (what := await _stands_there(hand, step.words, fields)) is not None:
        fields.remove(("", what))
        step = replace(step, on=Target(what))
    if step.on is None and fields and (open_now := await _asks_for_it(hand, step.words)) is not None:
        return await carry_through(hand, open_now, step.words, fields, (step.words,))
    if step.on is None and not fields and await dialog_in_front(hand) and (label := await _as_setting(hand, words, ())):
        return hand.say(f"I set “{label}”.", f"「{label}」を設定しました。")
    if (changed := await _cell(hand, step, fields)) is not None:
        return changed
    on = await select(hand, step.on) if step.on is not None else None
    before = await stage(hand)
    chosen: tuple[str, ...] = ()
    if on is not None and renames(words) and (said := await _renamed_row(hand, step, fields, on, before)):
        return said
    if on is not None and (put_in := await changed_in_place(hand, words, fields)):
        return put_in
    if on is not None and hand.walked == hand.step and (hint := await pressed_for(hand, step.words)) is not None:
        chosen = (hint.label,)
    chosen = chosen or await choose_anywhere(hand, step.words, on)
    if not chosen and fields and (begun := _BEGINS.sub(hand.say("add", "追加"), step.words)) != step.words:
        chosen = await choose_anywhere(hand, begun, on, sure=True)
    if not chosen and on is not None and (deed := _OF_A_ROW.sub(" ", step.words).strip()) not in ("", step.words):
        chosen = await choose_anywhere(hand, deed, on)  # of the row that is selected, its menu names no kind
    if not chosen and (less := await implied_left_out(hand, step.words)):
        chosen = await choose_anywhere(hand, less, on)
    if not chosen and on is None and fields and says_verb("add", [step.words]) and not await has_document(hand):
        chosen = await choose_anywhere(hand, hand.say("new", "新規"), sure=True)  # it keeps one kind of thing only
    bare = on is None and (not fields or await only_named(hand, fields))
    if not chosen and bare and (chosen := await main_action(hand, step.words)):
        fields = []
    if not chosen:
        if (label := await _as_setting(hand, step.words, fields)) and on is None:
            return hand.say(f"I set “{label}”.", f"「{label}」を設定しました。")
        raise await _nothing(hand, step)
    await hand.took_effect()
    now = await stage(hand)
    if there := await _on_that_page(hand, step.words, chosen, before):
        before, chosen = now, there
        await hand.took_effect()
    if not says_verb(step.words, chosen) and await dialog_since(hand, before) is not None:
        now = await stage(hand)  # "Payees…" opened the place where one is added
        rest = " ".join(term.stem for term in left_over(step.words, chosen))
        if found := await choose_anywhere(hand, rest, None, inside=True):
            before, chosen = now, chosen + found
            await hand.took_effect()
            said = await carry_through(hand, before, step.words, fields, chosen)
            await _close(hand, now)
            return said
    said = await carry_through(hand, before, step.words, fields, chosen)
    if on is not None and step.on is not None and not is_file(step.on.name):
        await gone_as_told(hand, step.words, step.on.name, on)
    return said


async def _renamed_in_sight(hand: Hand, words: str, fields: Sequence[Field]) -> str:
    """What the command itself names and shows by that name, written over there: “rename main idea”."""
    front = await hand.front()
    name = named_in(words) if fields and renames(words) else ""
    stands = None if front is None or not name else written_as(await hand.scene(), front.body, name)
    return "" if stands is None else await relabelled(hand, fields, stands.center)


async def _on_its_day(hand: Hand, words: str, fields: Sequence[Field]) -> str:
    """Added to a day that was clicked in the window's own month, where that asks for the rest; "" where it only chose
    the day, and what follows finds it chosen."""
    chosen = await day_chosen(hand, words, [value for _, value in fields])
    others = [field for field in fields if day_of(field[1]) is None]
    if chosen is None or not others or await asked_since(hand, chosen[1]) is None:
        return ""
    return await carry_through(hand, chosen[1], words, others, (chosen[0].isoformat(),))


async def _renamed_row(hand: Hand, step: UseCommand, fields: Sequence[Field], at: Point, before: Stage) -> str:
    """The chosen row written over, or by the dialog that its key opens and that is about this one."""
    if step.on is None or not fields or is_file(step.on.name):
        return ""
    if said := await relabelled(hand, fields, at):
        return said
    if await dialog_since(hand, before) is None:
        return ""
    if await is_of(hand, step.on.name):
        return await carry_through(hand, before, step.words, fields, ("F2",))
    await hand.key("Escape", hand.say("This is about something else.", "別のものなので閉じます。"))
    return ""


async def _on_that_page(hand: Hand, words: str, chosen: tuple[str, ...], before: Stage) -> tuple[str, ...]:
    """The command that adds, on the page that “View > Resources” has led to; () where it was no such page."""
    adds = says_verb("add", [words]) and not says_verb(words, chosen)
    if not adds or await dialog_since(hand, before) is not None:
        return ()
    await forget(hand)
    return await choose_anywhere(hand, words, None, sure=True)


async def _quoted(hand: Hand, words: str) -> str:
    """“Start the "Chain" game”: where one thing to press is called so and nothing else, that is it."""
    found, front = _QUOTE.findall(words), await hand.front()
    if len(found) != 1 or front is None or fold(found[0]).letters == fold(words).letters:
        return ""
    scene, view = await hand.scene(), await hand.view()
    called = [
        one
        for one in controls(scene, view.pixels, front.body)
        if one.kind in ("button", "tab", "row") and fold(one.label).letters == fold(found[0]).letters
    ]
    if len(called) != 1:
        return ""
    await hand.click(called[0].box.center, hand.say(f"Choosing {found[0]}.", f"「{found[0]}」を選びます。"))
    return hand.say(f"I chose “{found[0]}”.", f"「{found[0]}」を選びました。") if await hand.took_effect() else ""


async def gone_as_told(hand: Hand, words: str, name: str, stood: Point) -> None:
    """A row that was to go and stands in its list yet has not gone, whatever the program was told: it may have asked
    something, or ended another."""
    if not says_verb("remove", [words]) and not _ENDS.search(words):
        return

    async def gone() -> bool:
        found = locate(await hand.scene(), Target(name), await hand.here())
        return not any(one.score >= SAME and abs(one.point.x - stood.x) <= MOVED for one in found)

    if not await hand.until(gone, tries=4):
        raise Stuck(
            hand.say(
                f"I told the program to, but “{name}” still stands in its list.",
                f"実行しましたが、「{name}」がまだ一覧に残っています。",
            )
        )


def place_said(value: str) -> str:
    """“under Travel”, 「「旅行」の下」: only what stands there is to be found on the screen."""
    found = _UNDER.fullmatch(value.strip())
    return value if found is None else found[1] or found[2]


async def _cell(hand: Hand, step: UseCommand, fields: Sequence[Field]) -> str | None:
    """One column of a row that is to read otherwise, where a table with that heading shows."""
    if step.on is None or len(fields) != 1 or not fields[0][0] or _EDITS.search(step.words) is None:
        return None
    return await cell_changed(hand, step.on.name, *fields[0]) or None


async def select(hand: Hand, target: Target) -> Point:
    """Select what a command is done to, and make sure that it is: rows of a list may move between a look and a click.
    A command for one process was once about to go to its neighbour."""
    place = await find_one(hand, target, row=True)
    for _ in range(TRIES):
        if not is_file(target.name):
            await hand.click(place.point, hand.say(f"Selecting “{target.name}”.", f"「{target.name}」を選びます。"))
        elif not await click_file(hand, place.point, target.name, by_menu=True):
            seen = await visible_summary(hand)  # keys and text would go into the file now
            raise Stuck(
                hand.say(
                    f"A single click opens {target.name} here, so I cannot select it. {seen}",
                    f"ここではクリックだけで {target.name} が開いてしまい、選べません。{seen}",
                )
            )
        if NAME.fullmatch(target.name):
            break  # a cell stays where it is; its name shows elsewhere now
        if marked((await hand.view()).pixels, place.box):
            break  # its letters may be read worse now than the same ones elsewhere
        again = [one for one in locate(await hand.scene(), target, await hand.here()) if one.score >= ENOUGH]
        if not again or min(abs(one.point.y - place.point.y) for one in again) <= MOVED:
            break
        place = again[0]
    if not is_file(target.name) and not (await hand.view()).changed and await has_key_bar(hand):
        hand.walked = hand.step if await walked_to(hand, place.point) else NOT_THERE
    return place.point


async def _asks_for_it(hand: Hand, words: str) -> Stage | None:
    """A dialog that is in front already and says by its title that it asks for this: as it stood before it came."""
    front = await hand.front()
    if front is None or not await dialog_in_front(hand) or fit(words, front.title) < SURE:
        return None
    now = await stage(hand)
    return replace(now, title="", front=None, windows=())


async def _stands_there(hand: Hand, words: str, fields: Sequence[Field]) -> str | None:
    """The value without a name that is on the screen already, once: what gets the other for its name, or what something
    of that name is added to."""
    values = [value for name, value in fields if not name]
    told = [name for name, _ in fields if name]
    added = says_verb("add", [words]) and len(told) == len(values) == 1 and _is_name(told[0])
    if not added and (len(values) != 2 or not says_verb("rename", [words])):
        return None
    scene = await hand.scene()
    there = [value for value in values if len(matches(scene, value, at_least=0.95)) in (range(1, 4) if added else (1,))]
    return there[0] if len(there) == 1 else None


def _is_name(name: str) -> bool:
    return any(alike(one, other) >= 0.9 for one in terms(name) for other in terms("name title"))


async def _as_setting(hand: Hand, words: str, fields: Sequence[Field]) -> str:
    """What no menu has may be a setting in the preferences: "show the ruler", "tab width" to 8."""
    doing = verb(words)
    want = wanted(words)
    if len(fields) > 1 or doing is not None:
        return ""
    if want is None and not fields:  # a box to tick in the dialog that is open: "open with a single click"
        return await shown_now(hand, Setting(words)) if await dialog_in_front(hand) else ""
    name, value = fields[0] if fields else ("", "")
    wish = Setting(name or words, want is not False, value)
    return await shown_now(hand, wish) or await in_preferences(hand, wish)


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
