"""What shows on the screen, in words; and how many things an earlier step read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.behind.answering import answered, speaks_of
from deskhand.models.local.behind.asking import asked, of_what_shows, only_asks
from deskhand.models.local.behind.definite import asks_for_a_word, word_in_large_print
from deskhand.models.local.behind.whole import is_a_name, whole
from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.rows_shown import listing_in
from deskhand.models.local.skills.beside import beside_told
from deskhand.models.local.skills.common import dismissed, lines_in, notice_in_front, visible_summary
from deskhand.models.local.skills.finding import find_text, has_field
from deskhand.models.local.skills.paged import PAGES, page_beside_search, pages_told
from deskhand.models.local.skills.pointing import pointer_inside
from deskhand.models.local.skills.reading import content_lines
from deskhand.models.local.skills.results import MEANING
from deskhand.models.local.skills.row_meant import beside_rows, counted
from deskhand.models.local.skills.where_two_meet import met
from deskhand.models.local.steps import Count, Describe, Ref
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold

FOOT = 30
"""Pixels at the foot of the file manager that belong to its status bar."""
MOST_LINES = 15
"""Lines of a window that are told; more would bury the answer."""


async def describe(hand: Hand, step: Describe) -> str:
    """The windows, the one in front first; what that one shows; on a bare desktop its icons. Behind a search, what it
    has found."""
    if hand.memory.sought and hand.memory.found_at == hand.step - 1:
        hand.memory.store(step.store, await _page(hand) if _WHICH_PAGE.search(hand.wish) else await _found(hand))
        return ""
    await (hand.step_aside() if await pointer_inside(hand) else hand.look())
    if told := await beside_told(hand):
        hand.memory.store(step.store, told)
        return ""
    if cell := await _where_two_meet(hand):
        hand.memory.store(step.store, cell)
        return ""
    if row := await _answer(hand):
        hand.memory.store(step.store, row)
        return ""
    message = await _message(hand)
    windows, front = await hand.windows(), await hand.front()
    view = await hand.view()
    titles = [window.title for window in windows if window is not front and window.title]
    if front is None:
        panel = (await hand.here()).panel or Rect(0, 0, 0, 0)
        scene = await hand.scene()
        icons = [line.text for line in scene.texts if not panel.contains(line.box.center)]
        names = ", ".join(icons[:MOST_LINES])
        text = hand.say(
            f"No window is open. The desktop shows: {names}.",
            f"開いているウィンドウはありません。デスクトップの表示: {names}。",
        )
    else:
        title = view.focus or front.title or hand.say("a window without a title", "タイトルのないウィンドウ")
        lines = await content_lines(hand, front) or await lines_in(hand, front.body)
        text = hand.say(f"In front is the window “{title}”.", f"前面のウィンドウは「{title}」です。")
        if titles:
            quoted = ", ".join(f"“{name}”" if hand.language == "en" else f"「{name}」" for name in titles)
            text += hand.say(f" Also open: {quoted}.", f"ほかに開いているもの: {quoted}。")
        if lines:
            more = hand.say("\n(and more)", "\n(ほかにもあります)") if len(lines) > MOST_LINES else ""
            shown = "\n".join(lines[:MOST_LINES])
            text += hand.say(f" It shows:\n{shown}{more}", f"表示されている文字:\n{shown}{more}")
        else:
            text += hand.say(" It shows no text.", "文字は表示されていません。")
    hand.memory.store(step.store, f"{text}{message}")
    return ""


async def _where_two_meet(hand: Hand) -> str:
    """The cell of a table whose row and column the question names; all that shows would bury it."""
    front = await hand.front()
    cell = None if front is None else met((await hand.scene()).texts, front.body, hand.said or hand.wish)
    return "" if cell is None else cell.text


async def _answer(hand: Hand) -> str:
    """The row that answers a question about something definite. All that the window shows is no answer to it: of 36
    questions and orders three were told as done so, of 20 questions another three."""
    wanted, front = asked(hand.wish) if only_asks(hand.wish) else None, await hand.front()
    if front is not None and only_asks(hand.wish) and asks_for_a_word(hand.wish):
        lines = [one for one in (await hand.scene()).texts if front.body.contains(one.box.center)]
        if word := word_in_large_print(hand.wish, lines):
            return word
    elif wanted is None or front is None or not wanted.words or of_what_shows(hand.wish):
        return ""
    if wanted is None or front is None:
        return ""
    rows = await content_lines(hand, front)
    of = whole(wanted.plain)
    found = answered(wanted, rows) if of is None or is_a_name(of, rows) else None
    if found is not None:
        return found.text
    seen = await visible_summary(hand)
    if wanted.kind and not speaks_of(wanted, rows):
        raise Stuck(
            hand.say(f"What you ask does not stand there. {seen}", f"お尋ねのことは画面に見当たりません。{seen}")
        )
    raise Stuck(
        hand.say(f"Nothing that shows answers that for certain. {seen}", f"画面からは確かなことが分かりません。{seen}")
    )


_WHICH_PAGE = re.compile(r"\b(?:which|what)\s+page\b|(?:何|どの)\s*ページ", re.IGNORECASE)


async def _page(hand: Hand) -> str:
    """The page that the search has gone to, where the window says which one shows: its row of hits tells how many."""
    await hand.step_aside()
    front = await hand.front()
    shown = "" if front is None else page_beside_search(await hand.scene(), front.box, hand.memory.sought)
    if not shown:
        seen = await visible_summary(hand)
        raise Stuck(
            hand.say(f"The window does not say which page that is. {seen}", f"何ページ目か画面に出ていません。{seen}")
        )
    return hand.say(f"Page {shown}", f"{shown} ページ")


_EXPLAINED = re.compile(
    r"\bwhat (?:is|are) (?:(?:a|an)\s|[\"“])|\blook(?:ed|ing)? (?:(?:the|this) word |it |this )?up\b|"
    r"とは(?:何|なに|どう)|引いて",
    re.IGNORECASE,
)
"""Other ways to ask a book for what it says of a word."""


async def _found(hand: Hand) -> str:
    if hand.memory.came and (MEANING.search(hand.wish) or _EXPLAINED.search(hand.wish)):
        return "\n".join(hand.memory.came)
    if hand.memory.found:
        return "\n".join(hand.memory.found)
    seen, sought = await visible_summary(hand), hand.memory.sought
    raise Stuck(
        hand.say(
            f"I searched for “{sought}”, but nothing that shows tells what was found. {seen}",
            f"「{sought}」を検索しましたが、見つかったものが画面にありません。{seen}",
        )
    )


async def _message(hand: Hand) -> str:
    """What a message in front of the program that is spoken of says; it is closed, for the program is meant."""
    if hand.memory.current not in hand.memory.named or not await notice_in_front(hand):
        return ""
    front = await hand.front()
    said = " ".join(await lines_in(hand, None if front is None else front.body))
    await dismissed(hand)
    return hand.say(f"\n(A message stood in front: {said})", f"\n(手前にメッセージがありました: {said})")


async def count(hand: Hand, step: Count) -> str:
    """One a line, as the step before read them off the screen: what does not show is not counted."""
    if (
        told := await _where_two_meet(hand)
        or await _told(hand, step)
        or await _rows(hand, step)
        or await _looked_up(hand, step)
    ):
        hand.memory.store(step.store, told)
        return ""
    if step.noun and not step.holding:
        seen = await visible_summary(hand)
        raise Stuck(
            hand.say(
                f"The window does not say how many {step.noun} there are. {seen}",
                f"「{step.noun}」の数は画面に表示されていません。{seen}",
            )
        )
    holding = fold(step.holding).letters.lower()
    read = [line for line in hand.memory.get(Ref()).splitlines() if line.strip()]
    lines = [line for line in read if step.holding in line or holding in fold(line).letters.lower()]
    if step.noun and not lines:
        raise Stuck(
            hand.say(
                f"Nothing that shows says “{step.holding}”, so I cannot count that.",
                f"「{step.holding}」と書かれたものが画面にないため、数えられません。",
            )
        )
    if not hand.memory.complete and await _reaches_the_end(hand, foot=FOOT if step.what == "files" else 0):
        things = hand.say(step.what, "個のファイル" if step.what == "files" else "行")
        raise Stuck(
            hand.say(
                f"I can only count what shows at once: {len(lines)} {things} do, and there may be more.",
                f"一度に画面に表示されるものしか数えられません。{len(lines)}{things}が見えていますが、続きがあるかもしれません。",
            )
        )
    hand.memory.store(step.store, str(len(lines)))
    return ""


_FILES = re.compile(
    r"(?<![\d.,])(\d[\d,]*)\s*(?:files?|results?|matches|hits|items?|objects?|entries)\b|(\d[\d,]*)\s*(?:個の)?(?:ファイル|件|項目)",
    re.IGNORECASE,
)


async def _told(hand: Hand, step: Count) -> str:
    """The number as the program itself says it, "17 files", "Unread: 3": also what is out of sight is counted there.
    Lines are told by none in this way."""
    front = await hand.front()
    if front is None or (step.what != "files" and not step.noun) or (step.what == "files" and step.holding):
        return ""
    form = _FILES if step.what == "files" else numbered(step.noun)
    scene = await hand.scene()
    if PAGES.fullmatch(step.noun) and (pages := pages_told(scene, (await hand.view()).pixels, front.box)):
        return pages
    inside = [line for line in scene.texts if front.box.contains(line.box.center)]
    said = [
        (next(part for part in match.groups() if part).replace(",", ""), line.text)
        for line in inside
        for match in form.finditer(line.text)
        if "selected" in step.noun or "selected" not in line.text
    ]
    if len({number for number, _ in said}) > 1:
        said = most_said(said, hand.wish)
    found = {number for number, _ in said}
    return found.pop() if len(found) == 1 else ""


def most_said(told: Sequence[tuple[str, str]], wish: str) -> list[tuple[str, str]]:
    """Of numbers in different lines those whose line has most of the wish's words: “The noun harbor has 2 senses”
    rather than what stands there of the verb."""
    words = set(re.findall(r"[^\W\d_]{3,}", wish.lower()))
    ranked = [(len(words & set(re.findall(r"[^\W\d_]{3,}", line.lower()))), number, line) for number, line in told]
    best = max((rank for rank, _, _ in ranked), default=0)
    return [(number, line) for rank, number, line in ranked if rank == best]


async def _looked_up(hand: Hand, step: Count) -> str:
    """The same after what the wish names in quotation marks was looked up, in a window that has a field for that."""
    names = [name for name in _NAMED.findall(hand.wish) if "." not in name]
    if not step.noun or step.holding or len(names) != 1 or hand.memory.sought or not await has_field(hand):
        return ""
    try:
        await find_text(hand, names[0])
    except Refused:
        raise
    except Stuck:
        return ""
    return await _told(hand, step)


_NAMED = re.compile(r"[\"“「『]([^\"“”「」『』]{1,40})[\"”」』]")


async def _rows(hand: Hand, step: Count) -> str:
    """As many as the one list of the window has rows, where they are what is asked for."""
    front = await hand.front()
    if front is None or not step.noun or step.holding:
        return ""
    scene = await hand.scene()
    shown = listing_in(scene, front.body)
    if shown is None:
        return ""
    inside = [line.text for line in beside_rows(scene, shown) if front.box.contains(line.box.center)]
    number = counted(shown, step.noun, [front.title, *inside])
    return "" if number is None else str(number)


def numbered(noun: str) -> re.Pattern[str]:
    """“3 unread”, “Unread: 3”, “Unread (3)”, “Page 1 of 12”, 「未読 3」, 「12ページ」."""
    if noun.isascii():
        words = [re.escape(word[:-1] if word.endswith("s") and len(word) > 3 else word) for word in noun.split()]
        said = r"s?\s+".join(words) + "s?"
    else:
        said = re.escape(noun)
    return re.compile(
        rf"{said}\s*(?:[:：(（]\s*)?\d+\s*(?:of|/|中)\s*(\d[\d,]*)|(?<![\d.,/:])(\d[\d,]*)\s*(?:件の|個の|通の|枚の|つの)?{said}(?![\w])|{said}\s*[:：(（]\s*(\d[\d,]*)(?![\d.,]*\d)|"
        rf"(?:(?<=\D)|^)\d+\s*(?:of|/)\s*(\d[\d,]*)\s*{said}",
        re.IGNORECASE,
    )


async def _reaches_the_end(hand: Hand, *, foot: int) -> bool:
    """Whether text goes down to the foot of the window: then some may be out of sight."""
    front = await hand.front()
    if front is None:
        return False
    scene = await hand.scene()
    inside = [line.box for line in scene.texts if front.body.contains(line.box.center)]
    inside = [box for box in inside if box.bottom <= front.body.bottom - foot]
    if not inside:
        return False
    heights = sorted(box.height for box in inside)
    return front.body.bottom - foot - max(box.bottom for box in inside) < heights[len(heights) // 2]
