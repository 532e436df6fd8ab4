# ruff: noqa: E501 - a condition is read more easily in one line
"""Doing deeds on the page, one after the other, each looked at when it is done: what shows no effect is tried otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.counted import at
from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page import clauses, gist, referents
from deskhand.models.local.page.aims import entries
from deskhand.models.local.page.aims.carry import one
from deskhand.models.local.page.aims.hear import Aim, aim_of, bare
from deskhand.models.local.page.aims.likeness import is_japanese
from deskhand.models.local.page.columns import parted
from deskhand.models.local.page.deeds import choices, writing
from deskhand.models.local.page.deeds.english import in_english
from deskhand.models.local.page.deeds.finding import Place, cross_of, located, nth_in, places
from deskhand.models.local.page.deeds.form import Deed
from deskhand.models.local.page.deeds.values import drag, put, rate, sort
from deskhand.models.local.page.doings import doing
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.skills import adjust, closing, renaming, wording
from deskhand.models.local.page.skills.rows import own_sign
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine


async def carry_out(pane: Pane, deeds: Sequence[Deed]) -> None:
    """All of them in order. `Stuck` names the first that is not understood or not found."""
    typed = ""
    for deed in deeds:
        if (pair := _BETWEEN.search(deed.of)) is not None and deed.kind in ("click", "open", "choose"):
            if pair["one"] not in deed.name:  # one clause is heard as a deed for each of its names
                await _between(pane, pair["one"], pair["other"])
            continue
        if deed.kind == "enter":
            deed = replace(deed, value=typed if typed and _SAME.match(deed.value) else deed.value)
            typed = deed.value if deed.literal else ""
        try:
            await _one(pane, deed)
        except Stuck:
            if deed.kind in ("enter", "key") or not await _otherwise(pane, deed):
                raise


_BETWEEN = re.compile(r"「(?P<one>[^」]+)」と「(?P<other>[^」]+)」の(?:間|あいだ)")


async def _between(pane: Pane, one: str, other: str) -> None:
    ends = [await located(pane, name) for name in (one, other)]
    box = referents.between(await pane.sheet(), ends[0][0].box, ends[1][0].box) if all(ends) else None
    if box is None:
        raise Stuck(f"「{one}」と「{other}」の間に何も見つかりません。")
    pane.last = box
    await pane.click(box, f"「{one}」と「{other}」の間をクリックします。")
    await pane.hand.took_effect()


_SAME = re.compile(r"(?:それ|これ|同じ(?:もの|文字|値|内容|パスワード|言葉)?)$")
_END = re.compile(
    r"(?:文章?|本文|テキスト|メモ|文字|リスト|ノート|手紙)の(?:(?P<start>最初|先頭|始め|はじめ|前)|最後|末尾|終わり|おわり|後ろ)(?:に|へ)"
)
_NAMES = ("名前", "名称", "タイトル", "題名", "ファイル名", "フォルダ名", "表示名")
_KEPT = re.compile(r"(?:そ|こ)の?$|^(?:その|この|それ|これ)")


async def _one(pane: Pane, deed: Deed) -> None:
    match deed.kind:
        case "click" | "open" | "double" | "right" | "hover":
            await _press(pane, deed)
        case "enter":
            await writing.enter(pane, deed)
        case "tick" | "untick":
            await choices.tick(pane, deed)
        case "choose":
            await choices.choose(pane, deed)
        case "on" | "off":
            await adjust.flip(pane, deed.name, deed.kind == "on")
        case "set" if deed.near and deed.name in _NAMES:
            await renaming.give(pane, deed.near, deed.value)
        case "set":
            await put(pane, deed)
        case "rate":
            await rate(pane, deed)
        case "find_out":
            await writing.find_out(pane, deed.value)
        case "until":
            await _until(pane, deed)
        case "drag":
            await drag(pane, deed)
        case "sort":
            await sort(pane, deed)
        case "key":
            await pane.key(deed.name)
        case "scroll":
            called = doing("scroll down in the list")
            if called is not None:
                await called[0](pane, called[1])
        case "close":
            if not deed.name or not await closing.close(pane, deed.name):
                await _act(pane, aim_of(deed.of))
        case "cart":
            await _into_cart(pane, deed)
        case "act":
            await _act(pane, aim_of(deed.of))


_CART = (
    "カートに入れる",
    "カートに追加",
    "かごに入れる",
    "買い物かごに入れる",
    "カートへ",
    "カート",
    "追加",
    "入れる",
    "購入",
    "買う",
    "+",
    "＋",
    "Add",
)


async def _into_cart(pane: Pane, deed: Deed) -> None:
    """As often as is told, by what stands in its row for that; else by what its card has."""
    found = await located(pane, deed.name, deed.near)
    own = await own_sign(pane, found[0].box, _CART) if found else None
    for _ in range(int(deed.value or 1)):
        if own is not None:
            await pane.click(own, pane.hand.say(f"Add “{deed.name}”.", f"「{deed.name}」を入れます。"))
        else:
            await _act(pane, aim_of(deed.of))


async def _act(pane: Pane, aim: Aim) -> None:
    """What is named and shows is acted on; what is named and does not show is to be written, or to be looked for."""
    if aim.quotes and "add" in aim.acts and (told := _END.search(aim.text)) is not None:
        await wording.put_at(pane, aim.quotes[-1], told["start"] is not None, aim.text)
        return
    if aim.quotes and _TAKE_OFF.search(bare(aim.text)) and await _taken_off(pane, aim.quotes):
        return
    sheet = await pane.sheet()
    asked = _ASKED.search(aim.text) if len(aim.quotes) == 1 else None
    if asked is not None and (own := _beside(sheet, asked["verb"], aim.quotes[0])) is not None:
        await pane.click(own.box, pane.hand.say(f"Click “{own.text}”.", f"「{own.text}」をクリックします。"))
        await pane.hand.took_effect()
        return
    if aim.quotes and all(places(sheet, quote) for quote in aim.quotes) and await entries.act(pane, aim):
        return
    await one(pane, aim)


_ASKED = re.compile(
    r"[」\"]を(?P<verb>[一-鿿ァ-ヶー]{2,8}?)(?:して|する|せよ|しろ)?(?:ください|下さい|ほしい(?:です)?)?[。\s]*$"
)
"""「夏の海」を削除してください: what its own button says."""
_TAKE_OFF = re.compile(
    r"(?:[×✕✖]|バツ(?:印)?)(?:印|マーク|ボタン)?(?:で|を押して|をクリックして|を使って)、?[^、]*(?:外|はず|消|取|削除|除|閉じ)"
)
"""「旅行」を×で外す."""


def _beside(sheet: Sheet, verb: str, name: str) -> Place | None:
    """What bears the word of an act in the row of a name that stands there once: two lines below it at most, and nearer
    to it than any other of the kind."""
    rows = places(sheet, name)
    if len(rows) != 1:
        return None
    away = [(abs(place.box.center.y - rows[0].box.center.y), place.box.x, place) for place in places(sheet, verb)]
    near = sorted(away, key=lambda one: one[:2])
    if not near or near[0][0] > 2 * sheet.unit:
        return None
    return None if len(near) > 1 and near[1][0] < 1.5 * near[0][0] else near[0][2]


async def _taken_off(pane: Pane, names: Sequence[str]) -> bool:
    """Each by the cross in its own chip or row, looked for anew since the others move up; whether all had one."""
    for name in names:
        found = await located(pane, name)
        cross = cross_of(await pane.sheet(), found[0].box) if found else None
        if cross is None:
            return False
        await pane.click(cross, pane.hand.say(f"Take “{name}” off.", f"「{name}」を外します。"))
        await pane.hand.took_effect()
    return True


async def _press(pane: Pane, deed: Deed) -> None:
    """By its name; of several alike the one that belongs to what the wish tells, and another where a click does nothing."""
    if pane.kept is not None and _KEPT.search(deed.near or deed.name):
        await pane.press(pane.take_kept() or "")
        return
    sheet = await pane.sheet()
    headed = deed.near and re.search(r"\w", deed.name) is not None and len(places(sheet, deed.name)) == 1
    if headed and (box := choices.meet(sheet, deed.near, deed.name)) is not None:
        found = [Place(deed.name, box, 1.0)]
    else:
        found = await located(pane, deed.name, deed.near) if deed.name else []
    if not found and (row := _row(sheet, deed, pane.last)) is not None:
        found = [row]
    if not found and (english := _in_english(deed)) is not None:
        await clauses.carry_out(pane, f"{_VERBS[deed.kind]} {_article(english)}")
        await pane.hand.took_effect()
        return
    if not found:
        raise Stuck(pane.hand.say(f"I see no “{deed.name}” on the page.", f"ページに「{deed.name}」が見つかりません。"))
    say = pane.hand.say(f"Click “{found[0].text}”.", f"「{found[0].text}」をクリックします。")
    pane.last = found[0].box
    match deed.kind:
        case "right":
            await pane.hand.click(found[0].box.center, say, button="right")
        case "hover":
            await pane.hand.hover(found[0].box.center, say)
        case "double":
            await pane.click(found[0].box, say, count=2)
        case _:
            for _ in range(int(deed.value or 1)):
                await pane.click(found[0].box, say)
            if not await pane.hand.took_effect() and deed.kind == "open":
                await pane.click(found[0].box, say, count=2)
            elif not (await pane.hand.view()).changed and len(found) > 1 and not deed.near:
                await _next(pane, found[1:3])
            return
    await pane.hand.took_effect()


_VERBS = {"click": "Click", "open": "Go to", "double": "Double-click", "right": "Right-click", "hover": "Hover over"}


def _row(sheet: Sheet, deed: Deed, head: Rect | None) -> Place | None:
    """The n-th row of a table, its head not counted."""
    nth = nth_in(deed.near or deed.name)
    if nth is None or not re.search(r"行$", deed.name):
        return None
    rows: list[TextLine] = []
    for line in sorted(parted(sheet.lines), key=lambda line: (line.box.center.y, line.box.x)):
        if not any(same_row(line.box, row.box) for row in rows):
            rows.append(line)
    rows = [row for row in rows if row.box.y > head.bottom] if head is not None else rows[1:]
    row = at(rows, nth)
    return None if row is None else Place(row.text, row.box, 1.0)


def _in_english(deed: Deed) -> str | None:
    if deed.name.isascii() and deed.name and not deed.literal:
        return deed.name
    return in_english(f"{deed.near}の{deed.name}" if deed.near else deed.name)


def _article(english: str) -> str:
    return english if english[:1].isupper() or english.startswith(("day ", "page ", "the ")) else f"the {english}"


async def _until(pane: Pane, deed: Deed) -> None:
    """「もっと見る」 pressed until 「うさぎ」 shows."""
    for _ in range(30):
        if places(await pane.sheet(), deed.value):
            return
        await _press(pane, replace(deed, kind="click", value="1"))
    raise Stuck(f"“{deed.value}” does not show.")


async def _next(pane: Pane, rest: Sequence[Place]) -> None:
    for place in rest:
        await pane.click(place.box, f"Click the other “{place.text}”.")
        if await pane.hand.took_effect():
            return


async def _otherwise(pane: Pane, deed: Deed) -> bool:
    """By what the whole clause may mean, where the name in it stands nowhere."""
    if not pane.hearing and is_japanese(deed.of):
        from deskhand.models.local.page.deeds import heard

        if await heard.carry_out(pane, deed.of):
            return True
    if deed.kind != "act":
        try:
            await one(pane, aim_of(deed.of))
            return True
        except Stuck:
            pass
    return await gist.carry_out(pane, deed.of)
