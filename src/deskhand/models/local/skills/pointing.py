"""Finding the one thing an instruction names, and clicking it."""

from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local.cells import NAME, cell_place
from deskhand.models.local.ground import ENOUGH, Found, ambiguous, locate
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.by_keys import only_marked, opened_by_keys
from deskhand.models.local.skills.commands.at_hand import turned
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.common import appeared, dismissed, visible_summary
from deskhand.models.local.skills.row_meant import row_meant
from deskhand.models.local.skills.rows import called_so, rather_a_row
from deskhand.models.local.skills.tabs import each_tab
from deskhand.models.local.skills.tooltips import by_tooltip, toolbar_of
from deskhand.models.local.steps import ClickOn, DragTo, ScrollBy, ScrollTo, Target, UseCommand
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import similarity
from deskhand.vision.scene import Scene

PAGES = 8
"""How far down (in pages) a thing is looked for before it is given up."""
_PAGE = re.compile(r"page\s*(\d+)|(\d+)\s*ページ目?", re.IGNORECASE)
WHEEL = 8
"""Wheel clicks of about a page."""


async def find_one(hand: Hand, target: Target, *, search: bool = True, row: bool = False) -> Found:
    """The place the target names. Scrolls to look for it; asks when two fit; Stuck when none does. ``row``: of several
    rather one that is a row of a list."""
    if NAME.fullmatch(target.name) and (cell := await shown_cell(hand, target)) is not None:
        return cell
    found = await _located(hand, await hand.scene(), target, row)
    if (not found or found[0].score < ENOUGH) and target.name:
        found = await _located(hand, await hand.read_afresh(), target, row)
    if (not found or found[0].score < ENOUGH) and (counted := await row_meant(hand, target)) is not None:
        return counted
    if (not found or found[0].score < ENOUGH) and target.name and await pointer_inside(hand):
        await hand.step_aside()  # it may stand on the very label
        found = locate(await hand.scene(), target, await hand.here())
    if (not found or found[0].score < ENOUGH) and target.name:
        found = await _closer(hand, target) or await _pictured(hand, target)
    if (not found or found[0].score < ENOUGH) and search and target.name and await dismissed(hand):
        found = locate(await hand.scene(), target, await hand.here())
    if (not found or found[0].score < ENOUGH) and search and target.name:
        found = await _under_a_tab(hand, target, row) or await _search(hand, target, row)
    if not found or found[0].score < ENOUGH:
        raise Stuck(await _not_found(hand, target))
    equal = ambiguous(found)
    if equal and target.nth is None:
        listed = rather_a_row(await hand.scene(), (await hand.view()).pixels, equal) if row else None
        return listed if listed is not None else await _which(hand, target, equal)
    return found[0]


async def _located(hand: Hand, scene: Scene, target: Target, row: bool) -> tuple[Found, ...]:
    """Where it shows; of a row's name only where it is that of a row."""
    found, front = locate(scene, target, await hand.here()), await hand.front()
    return called_so(scene, found, None if front is None else front.body) if row else found


async def shown_cell(hand: Hand, target: Target) -> Found | None:
    """A cell of the sheet in front, where headers tell that there is one."""
    front = await hand.front()
    if front is None or target.kind not in (None, "field", "cell", "text"):
        return None
    for scene in (await hand.scene(), await hand.closer(front.body, 2)):
        point = cell_place(scene, target.name, front.body)
        if point is not None:
            return Found(point, Rect(point.x - 20, point.y - 8, 40, 16), target.name, 1.0)
    return None


async def _closer(hand: Hand, target: Target) -> tuple[Found, ...]:
    """Small print: the window in front, magnified."""
    front = await hand.front()
    if front is None:
        return ()
    found = locate(await hand.closer(front.box, 2), target, await hand.here())
    return found if found and found[0].score >= ENOUGH else ()


async def _pictured(hand: Hand, target: Target) -> tuple[Found, ...]:
    """A button that is a picture, by its tooltip."""
    front = await hand.front()
    if front is None or target.kind not in ("button", "icon", None) or target.window or target.near:
        return ()
    if target.kind is None and not isinstance(hand.doing, ClickOn):
        return ()
    box = await by_tooltip(hand, target.name, toolbar_of(front.box))
    return () if box is None else (Found(box.center, box, target.name, 0.9),)


async def click_on(hand: Hand, step: ClickOn) -> str:
    place = await find_one(hand, step.target)
    what = described(hand, step.target, place)
    verb = _verb(hand, step, what)
    pixels = (await hand.view()).pixels
    await hand.click(place.point, verb, button=step.button, count=step.count)
    changed = await hand.took_effect()
    if not changed and step.button == "left" and step.count == 1 and step.target.point is None:
        again = hand.say(
            f"Nothing changed; clicking {what} once more, with care.",
            f"変化がないので、{what}をもう一度クリックします。",
        )
        point = place.widget.box.center if place.widget is not None else place.point
        await hand.hover(point, again)
        await hand.click(point, again)
        changed = await hand.took_effect()
    if step.count == 2 and await _only_selected(hand, place):
        say = hand.say("It is only selected; pressing Return to open it.", "選択されただけなので、Return で開きます。")
        await hand.key("Return", say)
        changed = await hand.took_effect()
    if changed and _is_link(hand, step) and await only_marked(hand, pixels, place.box):
        await hand.key("Return", hand.say("It is only marked; opening it with Return.", "Return で開きます。"))
        changed = await hand.took_effect()
    await appeared(hand)
    plainly = step.button == "left" and step.count == 1 and place.widget is None
    if not changed and plainly and await opened_by_keys(hand, place.point):
        return hand.say(f"I opened {what} by keys.", f"{what}をキーで開きました。")
    if not changed:
        return hand.say(
            f"I clicked {what}, but nothing on the screen changed.",
            f"{what}をクリックしましたが、画面に変化はありませんでした。",
        )
    return hand.say(f"I clicked {what}.", f"{what}をクリックしました。")


_FOLLOWED = re.compile(r"\bfollow\b|\blinks?\b|リンク", re.IGNORECASE)


def _is_link(hand: Hand, step: ClickOn) -> bool:
    said = step.target.kind == "link" or _FOLLOWED.search(hand.said) is not None
    return said and step.button == "left" and step.count == 1


async def _only_selected(hand: Hand, place: Found) -> bool:
    """Whether a double click on an icon of the bare desktop did no more than a single one."""
    if any(window.box.contains(place.point) for window in await hand.windows()):
        return False
    await hand.look()
    if await hand.windows():
        return False
    await hand.wait(1)
    return not await hand.windows()


async def focus_field(hand: Hand, field: Found, name: str) -> None:
    what = f"“{name}”" if name else hand.say("the text field", "入力欄")
    await hand.click(field.point, hand.say(f"Clicking into {what}.", f"{what}をクリックします。"))


async def drag_to(hand: Hand, step: DragTo) -> str:
    start = await find_one(hand, step.source)
    end = await find_one(hand, step.to, search=False)
    one, other = described(hand, step.source, start), described(hand, step.to, end)
    view = await hand.drag(
        start.point, end.point, hand.say(f"Dragging {one} to {other}.", f"{one}を{other}へドラッグします。")
    )
    if not view.changed:
        raise Stuck(
            hand.say(
                f"I dragged {one} to {other}, but nothing changed.",
                f"{one}を{other}へドラッグしましたが、変化がありません。",
            )
        )
    return hand.say(f"I dragged {one} to {other}.", f"{one}を{other}へドラッグしました。")


async def scroll_by(hand: Hand, step: ScrollBy) -> str:
    point = (await find_one(hand, step.at)).point if step.at is not None else await middle(hand)
    ways = {"up": "上", "down": "下", "left": "左", "right": "右"}
    say = hand.say(f"Scrolling {step.direction}.", f"{ways[step.direction]}へスクロールします。")
    await hand.scroll(point, step.direction, step.amount or WHEEL, say)
    if not await hand.took_effect():
        return hand.say(
            "I scrolled, but nothing moved: it is at its end.", "スクロールしましたが、端に達していて動きませんでした。"
        )
    return ""


async def scroll_to(hand: Hand, step: ScrollTo) -> str:
    page = _PAGE.fullmatch(step.target.name.strip())
    if page is not None and (there := await turned(hand, "go to page", [("", page[1] or page[2])])):
        return there
    await find_one(hand, step.target)
    return hand.say(
        f"“{step.target.name}” shows on the screen now.", f"「{step.target.name}」が画面に表示されています。"
    )


async def middle(hand: Hand) -> Point:
    """The middle of the window in front, or of the screen."""
    front = await hand.front()
    size = (await hand.view()).size
    return front.body.center if front is not None else Point(size.width // 2, size.height // 2)


async def pointer_inside(hand: Hand) -> bool:
    """Whether the pointer was left in the window in front."""
    pointer, front = (await hand.view()).pointer, await hand.front()
    return pointer is not None and (front is None or front.box.contains(pointer))


async def _under_a_tab(hand: Hand, target: Target, row: bool = False) -> tuple[Found, ...]:
    """Under another tab of the window in front."""
    if target.window:
        return ()
    doing = hand.doing.words if isinstance(hand.doing, UseCommand) else ""
    async for tab in each_tab(hand, f"{target.name} {doing}"):
        found = await _located(hand, await hand.scene(), target, row)
        if (not found or found[0].score < ENOUGH) and fit(doing, tab):
            found = await _search(hand, target, row)  # “Processes” lists more of them than show
        if found and found[0].score >= ENOUGH:
            return found
    return ()


async def _search(hand: Hand, target: Target, row: bool = False) -> tuple[Found, ...]:
    """Scroll down page by page, then back up, until it shows."""
    point = await middle(hand)
    for direction, words in (("down", "下"), ("up", "上")):
        for _ in range(PAGES):
            say = hand.say(f"“{target.name}” does not show; scrolling {direction} to look for it.",
                           f"「{target.name}」が見えないので、{words}へスクロールして探します。")  # fmt: skip
            await hand.scroll(point, direction, WHEEL, say)
            if not await hand.took_effect():
                break
            found = await _located(hand, await hand.scene(), target, row)
            if found and found[0].score >= ENOUGH:
                return found
    return ()


async def _which(hand: Hand, target: Target, equal: tuple[Found, ...]) -> Found:
    """Ask the person; the answer may be a number, a word of the place, or left/right/top/bottom."""
    places = "; ".join(
        f"{number}. “{place.label}” {_where(hand, place.point)}" for number, place in enumerate(equal, 1)
    )
    answer = await hand.ask(
        hand.say(
            f"“{target.name}” shows in {len(equal)} places: {places}. Which one do you mean?",
            f"「{target.name}」は{len(equal)}か所にあります: {places}。どれですか?",
        )
    )
    chosen = choose(answer, equal)
    if chosen is None:
        raise Stuck(
            hand.say(
                "I did not understand which one you mean, so I touched nothing.",
                "どれを指すのか分からなかったので、何もしませんでした。",
            )
        )
    return chosen


def choose(answer: str, places: tuple[Found, ...]) -> Found | None:
    """The place that an answer names."""
    text = answer.strip().lower()
    numbers = {"1": 0, "first": 0, "最初": 0, "一": 0, "2": 1, "second": 1, "二": 1, "3": 2, "third": 2, "三": 2}
    for word, index in numbers.items():
        if word in text and index < len(places):
            return places[index]
    if "last" in text or "最後" in text:
        return places[-1]
    sides: dict[str, Callable[[Found], int]] = {
        "left": lambda place: place.point.x,
        "左": lambda place: place.point.x,
        "right": lambda place: -place.point.x,
        "右": lambda place: -place.point.x,
        "top": lambda place: place.point.y,
        "upper": lambda place: place.point.y,
        "上": lambda place: place.point.y,
        "bottom": lambda place: -place.point.y,
        "lower": lambda place: -place.point.y,
        "下": lambda place: -place.point.y,
    }
    for word, key in sides.items():
        if word in text:
            return min(places, key=key)
    named = [place for place in places if similarity(place.label, answer.strip()) > 0.95]
    return named[0] if len(named) == 1 else None


def described(hand: Hand, target: Target, place: Found) -> str:
    """The thing in a sentence."""
    label = target.name or place.label
    if target.point is not None:
        return hand.say(f"the point {target.point}", f"{target.point} の位置")
    if label:
        return f"“{label}”" if hand.language == "en" else f"「{label}」"
    return hand.say("it", "それ")


def _verb(hand: Hand, step: ClickOn, what: str) -> str:
    if step.count == 2:
        return hand.say(f"Double-clicking {what}.", f"{what}をダブルクリックします。")
    if step.count == 3:
        return hand.say(f"Triple-clicking {what}.", f"{what}をトリプルクリックします。")
    if step.button == "right":
        return hand.say(f"Right-clicking {what}.", f"{what}を右クリックします。")
    if step.button == "middle":
        return hand.say(f"Middle-clicking {what}.", f"{what}を中クリックします。")
    return hand.say(f"Clicking {what}.", f"{what}をクリックします。")


def _where(hand: Hand, point: Point) -> str:
    return hand.say(f"at {point}", f"{point} の位置")


async def _not_found(hand: Hand, target: Target) -> str:
    seen = await visible_summary(hand)
    kind = target.kind or "thing"
    if not target.name:
        return hand.say(f"I found no {kind} on the screen. {seen}", f"画面に該当するものが見つかりませんでした。{seen}")
    return hand.say(
        f"I did not find “{target.name}” on the screen, also after scrolling. {seen}",
        f"スクロールしても「{target.name}」が画面に見つかりませんでした。{seen}",
    )
