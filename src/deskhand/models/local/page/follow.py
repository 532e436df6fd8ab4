"""Doing what a page asks for: its words are read, a skill is chosen by them, and the page is worked at until done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.conversation import Outcome, Task
from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.page import clauses
from deskhand.models.local.page.aims.carry import pursue
from deskhand.models.local.page.aims.hear import bare
from deskhand.models.local.page.aims.likeness import is_japanese
from deskhand.models.local.page.deeds import doing
from deskhand.models.local.page.deeds.japanese import clauses_of, deeds_in
from deskhand.models.local.page.front import page_in_front
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.phrases import in_english, plain
from deskhand.models.local.page.skills import amounts
from deskhand.models.local.page.table import meant
from deskhand.models.local.page.told import without_asides
from deskhand.models.local.page.wish import Wish, find_wish, joined
from deskhand.models.local.understand.language import language_of
from deskhand.screen.geometry import Rect


async def follow_page(task: Task, colour: str) -> Outcome:
    """The program of a task that says: do what is written in the box of that colour."""
    hand = Hand(task.dialect, task.memory, language_of(task.text, task.text), task.picture)
    try:
        return Outcome(await follow(hand, colour))
    except Stuck as stuck:
        return Outcome(str(stuck), asks=True)


async def follow(hand: Hand, colour: str) -> str:
    """Carry out what stands in the box of that colour; a sentence about it."""
    wish = await _read(hand, colour)
    text = tidy(wish.text)
    pane = Pane(hand, wish.body, wish.box)
    try:
        await obey(pane, text)
    except Refused:
        raise
    except Stuck as stuck:
        if hand.clicked is not None:
            raise
        try:
            await pursue(pane, without_asides(text))  # nothing was done yet: it may be heard as an aim
        except Refused:
            raise
        except Stuck:
            raise stuck from None
    if not await hand.took_effect():
        return hand.say(
            f"I went through what the page asked: “{text}”. The last act showed no effect, so it may not be done.",
            f"ページの指示「{text}」を行いましたが、最後の操作の効果が画面に見えません。終わっていないかもしれません。",
        )
    return hand.say(f"I did what the page asked: “{text}”", f"ページの指示どおりに行いました:「{text}」")


async def on_the_page(task: Task) -> Outcome | None:
    """The person's own words about the page in front of them; None when no page is in front."""
    hand = Hand(task.dialect, task.memory, language_of(task.text, task.text), task.picture)
    body = await page_in_front(hand)
    if body is None:
        return None
    pane = Pane(hand, body, Rect(body.x, body.y, body.width, 1))
    try:
        await pursue(pane, tidy(task.text))
    except Stuck as stuck:
        return Outcome(str(stuck), asks=True)
    return Outcome(hand.say("I did that on the page.", "ページで行いました。"))


async def obey(pane: Pane, text: str) -> None:
    """Do what ``text`` asks of the page. `Stuck` says what was not understood or not found."""
    said = plain(in_english(text))
    called = meant(text) if not is_japanese(bare(text)) or known_whole(text) else None
    if called is None and is_japanese(bare(text)):
        await _in_japanese(pane, without_asides(text))
        return
    if called is not None:
        skill, found = called
        await skill(pane, found)
        await clauses.finish(pane, said)
    else:
        await clauses.carry_out(pane, said)


async def _in_japanese(pane: Pane, text: str) -> None:
    """Deed by deed; an amount to be made up is one deed with a sum of its own."""
    if (amount := amounts.JAPANESE.search(text)) is not None:
        if amount.start():
            await doing.carry_out(pane, deeds_in(text[: amount.start()]))
        await amounts.together(pane, amount)
        text = text[amount.end() :]
    if text.strip(" 、。"):
        await doing.carry_out(pane, deeds_in(text))


def known_whole(text: str) -> bool:
    """Whether each clause of a Japanese wish has its English sentence: one that swallows the next is none."""
    english = in_english(text)
    return english != text and english.count(", then ") + 1 >= clauses_of(text)


async def _read(hand: Hand, colour: str) -> Wish:
    for attempt in range(3):
        view = await hand.view()
        wish = find_wish(view.pixels, await hand.scene(), colour)
        if wish is not None and wish.text.strip():
            return await _whole(hand, wish)
        if attempt < 2:
            await hand.wait(1)
    raise Stuck(
        hand.say(
            f"The task is to follow what is written in the {colour} box, but I see no such box.",
            "指示が書かれた枠が画面に見つかりません。",
        )
    )


async def _whole(hand: Hand, wish: Wish) -> Wish:
    """With the line that hangs out of a box which is too small, read on its own."""
    if wish.overflow is None:
        return wish
    strip = await hand.closer(wish.overflow, 2)
    rest = " ".join(line.text for line in strip.texts if line.confidence > 0.6)
    return replace(wish, text=joined([wish.text, rest]).strip())


def tidy(text: str) -> str:
    """One line, straight quotation marks, no space before a full stop."""
    text = re.sub(r"\s+", " ", text.translate(str.maketrans("“”‘’", "\"\"''"))).strip()
    return re.sub(r"\s+([.,;:?!])", r"\1", text)


__all__: Sequence[str] = ("follow", "tidy")
