"""All of a document at once: sorted, in capitals, typed anew.

The program's own command is exact where a letter is misread; a document known to the letter can be typed again.
"""

from __future__ import annotations

import re
from contextlib import suppress

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.arranging import NoSuchLine, arranged
from deskhand.models.local.skills.commands.looking import choose_anywhere
from deskhand.models.local.skills.document import Document, document_in_front, same_lines
from deskhand.models.local.skills.line_keys import cased
from deskhand.models.local.skills.sizing import arrange
from deskhand.models.local.skills.typing import SELECTED
from deskhand.models.local.steps import ArrangeLines, ArrangeWindow, ChangeCase, SortLines
from deskhand.vision.match import similarity

UNTOUCHED = 0.7
"""How like what it read before a line reads that nothing was done to."""
MISREAD = 0.15
"""Of the letters of a text, at most, that are read in the wrong case."""


async def sort_lines(hand: Hand, step: SortLines) -> str:
    document = await known(hand)
    if not document.exact and not step.reverse and not step.numeric and await _by_command(hand, "sort lines"):
        return hand.say("I sorted the lines.", "行を並べ替えました。")
    lines = tuple(line for line in document.lines if line)
    key = number if step.numeric else alphabet
    await rewrite(hand, document, tuple(sorted(lines, key=key, reverse=step.reverse)))
    return hand.say("I sorted the lines.", "行を並べ替えました。")


async def arrange_lines(hand: Hand, step: ArrangeLines) -> str:
    document = await known(hand)
    if not document.whole:
        raise doubtful(hand)
    try:
        wanted = arranged(document.lines, step)
    except NoSuchLine:
        raise Stuck(
            hand.say(
                "I do not see exactly one line of those that you speak of, so I changed nothing.",
                "該当する行がちょうど1つずつは見当たりません。何も変えていません。",
            )
        ) from None
    await rewrite(hand, document, wanted)
    return hand.say("I put the lines in order.", "行を並べ直しました。")


async def change_case(hand: Hand, step: ChangeCase) -> str:
    document = await known(hand)
    wanted = tuple(cased(line, step.how) for line in document.lines)
    if await _by_command(hand, f"{step.how}case"):  # exact also where a letter is misread, and for what is out of sight
        after = await document_in_front(hand)
        if after is not None and _mostly(after.lines, step.how):
            return hand.say("I changed the letters of the whole text.", "文書全体の文字を変えました。")
    await rewrite(hand, document, wanted)
    return hand.say("I changed the letters of the whole text.", "文書全体の文字を変えました。")


def _mostly(lines: tuple[str, ...], how: str) -> bool:
    """Whether nearly all letters are capitals, or small: a few are misread in either."""
    letters = [letter for line in lines for letter in line if letter.upper() != letter.lower()]
    wrong = [letter for letter in letters if cased(letter, how) != letter]
    return len(wrong) <= len(letters) * MISREAD


async def _by_command(hand: Hand, words: str) -> bool:
    """By the program's own command for it, on all of the text: it need not be known to the letter for that."""
    await hand.key("ctrl+a", hand.say("Selecting all of the text.", "本文をすべて選択します。"))
    return bool(await choose_anywhere(hand, words)) and await hand.took_effect()


async def rewrite(hand: Hand, document: Document, lines: tuple[str, ...]) -> None:
    """All of the document typed anew: only where every letter of it is known."""
    if not document.exact:
        raise doubtful(hand)
    if lines == document.lines:
        return
    await _type_anew(hand, lines)
    after = await document_in_front(hand)
    if after is None or not same_lines(after.lines, lines):
        raise _otherwise(hand, after)


async def known(hand: Hand) -> Document:
    document = await document_in_front(hand)
    if document is not None and not document.whole:
        with suppress(Stuck):  # in a larger window all of it may show
            await arrange(hand, ArrangeWindow("maximize"))
            document = await document_in_front(hand) or document
    if document is None:
        raise Stuck(
            hand.say(
                "I cannot make out the text of a document in the window in front.",
                "前面のウィンドウに文書の本文が見当たりません。",
            )
        )
    return document


async def check(hand: Hand, before: Document, wanted: tuple[str, ...]) -> None:
    """Read again; where it is not as wanted, and all was known, once more by typing it anew."""
    after = await document_in_front(hand)
    if after is not None and (same_lines(after.lines, wanted) or changed_so(before.lines, after.lines, wanted)):
        return
    if before.exact and after is not None and after.whole:
        await _type_anew(hand, wanted)
        after = await document_in_front(hand)
        if after is not None and same_lines(after.lines, wanted):
            return
    raise _otherwise(hand, after)


def changed_so(before: tuple[str, ...], after: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether what was to change reads as wanted, and the rest much as it did: a bracket that is lit up beside the
    caret is read otherwise, which is no reason to type a text anew."""
    if not len(before) == len(after) == len(wanted) or before == wanted:
        return False
    return all(
        similarity(now, was) >= UNTOUCHED if was == aim else same_lines((now,), (aim,))
        for was, now, aim in zip(before, after, wanted, strict=True)
    )


async def _type_anew(hand: Hand, lines: tuple[str, ...]) -> None:
    await hand.key("ctrl+End", hand.say("Going to the end of the text.", "文末に移ります。"))
    say = hand.say("Looking whether the last line is empty.", "最後の行が空かどうかを見ます。")
    marked = await hand.key("shift+Home", say)
    full = any(area.width >= SELECTED and area.height >= SELECTED for area in marked.changes)
    end = "" if full else "\n"
    await hand.key("ctrl+a", hand.say("Selecting all of the text.", "本文をすべて選択します。"))
    await hand.type("\n".join(lines) + end, hand.say("Typing it anew, changed.", "変更した本文を入力します。"))


def alphabet(line: str) -> tuple[str, str]:
    return line.casefold(), line


def number(line: str) -> tuple[float, str]:
    """By the first number of the line; lines without one stand last."""
    found = re.search(r"-?\d+(?:\.\d+)?", line.replace(",", ""))
    return (float(found[0]) if found is not None else float("inf"), line)


def doubtful(hand: Hand) -> Stuck:
    return Stuck(
        hand.say(
            "I cannot read every letter of the document for certain, so I did not type it anew. Nothing was changed.",
            "文書の文字をすべて確実には読み取れないので、書き直しませんでした。何も変えていません。",
        )
    )


def _otherwise(hand: Hand, after: Document | None) -> Stuck:
    shown = " / ".join(after.lines[:8]) if after is not None else ""
    return Stuck(
        hand.say(
            f"I edited the document, but it does not read as it should now. It shows: {shown}",
            f"文書を編集しましたが、期待した内容になっていません。現在の表示: {shown}",
        )
    )
