"""The page of a window that is called as what is to be added: a “+” adds whatever the page in front keeps.

“Set an alarm” pressed the “+” of the world clocks, with “Alarms” one word beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.hand import Hand
from deskhand.models.local.layout import around
from deskhand.models.local.skills.commands.bar import bar_words
from deskhand.models.local.skills.commands.fit import says_verb
from deskhand.models.local.skills.commands.terms import Term, alike, terms, verb
from deskhand.models.local.skills.common import dialog_in_front
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, TextLine

HEAD = 130
"""Pixels below a window's upper edge within which its pages are named."""
SIDE = 180
"""The same from its left edge, where they stand one below the other."""
BELOW = 190
"""Pixels between two of these, at most: they may have pictures over them."""
LONGEST = 22
"""Characters of such a name."""
SAME = 0.9
LEVEL = 8
APART = 160
"""Pixels between the names of two pages, at most."""


async def to_its_page(hand: Hand, words: str) -> None:
    """Go to the page that is called as what is added, where one is and something else is not."""
    front = await hand.front()
    if front is None or verb(words) is None or not says_verb("add", [words]) or await dialog_in_front(hand):
        return
    _, bar = await bar_words(hand)
    head = Rect(front.box.x, front.box.y, front.box.width, min(HEAD, front.box.height // 3))
    side = Rect(front.box.x, front.body.y, min(SIDE, front.box.width // 4), front.body.height)
    menus = [word.box for word in bar]
    found = page_of(await hand.scene(), head, words, menus) or page_of(await hand.scene(), side, words, menus)
    if found is None:
        return
    say = hand.say(f"Going to the page “{found.text}”.", f"「{found.text}」のページに移ります。")
    title = (await hand.view()).focus
    await hand.click(found.box.center, say)
    await hand.took_effect()
    await forget(hand)
    if (await hand.view()).focus != title or await dialog_in_front(hand):
        await hand.key("Escape", hand.say("That was no page; closing it.", "ページではないので閉じます。"))
        await hand.took_effect()


async def forget(hand: Hand) -> None:
    """Another page has other commands in the same menus."""
    front = await hand.front()
    title = hand.memory.current or (await hand.view()).focus or ("" if front is None else front.title)
    hand.memory.atlases.pop(title, None)


def page_of(scene: Scene, head: Rect, words: str, menus: Sequence[Rect]) -> TextLine | None:
    """The name in a row of names of pages that says what is added, and no more."""
    doing = verb(words)
    asked = [term for term in terms(words) if term is not doing and not says_verb("add", [term.stem])]
    lines = [
        line
        for line in scene.texts
        if head.contains(line.box.center)
        and 1 < len(line.text.strip()) <= LONGEST
        and any(character.isalpha() for character in line.text)
        and not any(menu.intersect(line.box) for menu in menus)
    ]
    fits = [line for line in lines if _says(line.text, asked) and not _goes_on(line, lines)]
    if len(fits) != 1:
        return None
    own = fits[0]
    beside = [
        line
        for line in lines
        if line is not own and abs(line.box.center.y - own.box.center.y) <= LEVEL and _apart(line.box, own.box) <= APART
    ]
    below = [
        line
        for line in lines
        if line is not own
        and (abs(line.box.center.x - own.box.center.x) <= LEVEL or abs(line.box.x - own.box.x) <= LEVEL)
        and abs(line.box.center.y - own.box.center.y) <= BELOW
    ]
    if head.height > head.width:
        beside = below
    tab = any(one.role == "tab" and one.box.contains(own.box.center) for one in scene.widgets)
    row = len(beside) >= 2 and not any(says_verb("add", [line.text]) for line in beside)
    boxed = around(scene, own.box)
    return own if tab or (row and (boxed is None or boxed.role != "field")) else None


def _goes_on(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether it is the first of the two lines of a longer name: “Resource Usage” below its picture."""
    return any(
        0 <= other.box.y - line.box.bottom <= line.box.height and abs(other.box.center.x - line.box.center.x) <= LEVEL
        for other in lines
    )


def _says(label: str, asked: Sequence[Term]) -> bool:
    told = terms(label)
    return bool(told) and all(any(alike(one, term) >= SAME for term in asked) for one in told)


def _apart(one: Rect, other: Rect) -> int:
    return max(one.x, other.x) - min(one.right, other.right)
