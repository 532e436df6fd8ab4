# ruff: noqa: E501 - a pattern is read more easily in one line
"""What one part of a wish may ask for besides the simple acts; each stands for itself, in any row with others.

A skill of `table` is called by the whole wish. Here every part of it is looked at alone: "Close the popup, then choose
Save from the File menu" is two doings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.page.phrases import plain
from deskhand.models.local.page.skills import (
    Entry,
    Skill,
    adjust,
    amounts,
    clock,
    closing,
    comparing,
    counting,
    leaving,
    menus,
    messages,
    months,
    on,
    pagers,
    pointing,
    printed,
    ranges,
    reckoning,
    renaming,
    rows,
    scrolling,
    searching,
    seeking,
    sequences,
    series,
    setting,
    shifting,
    sorting,
    strokes,
    texts,
    travel,
    unfold,
    waits,
    wording,
)

DOINGS: tuple[Entry, ...] = (
    *on(pointing.right, *pointing.RIGHT),
    *on(pointing.reveal, *pointing.REVEAL),
    *on(pointing.hover, *pointing.HOVER),
    *on(pointing.stay, *pointing.STAY),
    *on(pointing.hold, *pointing.HOLD),
    *on(pointing.double, *pointing.DOUBLE),
    *on(pointing.key, *pointing.KEY),
    *on(shifting.across, *shifting.ACROSS),
    *on(shifting.along, *shifting.ALONG),
    *on(sorting.by, *sorting.BY),
    *on(printed.mark, *printed.MARK),
    *on(scrolling.turn, *scrolling.SCROLL),
    *on(months.both, *months.BOTH),
    *on(months.day, *months.DAY),
    *on(months.go, *months.MONTH),
    *on(ranges.put, *ranges.RANGE),
    *on(menus.choose, *menus.MENU),
    *on(menus.burger, *menus.BURGER),
    *on(menus.open_one, *menus.OPEN),
    *on(pagers.page, *pagers.PAGE),
    *on(pagers.browse, *pagers.BROWSE),
    *on(sequences.calculate, *sequences.CALCULATE),
    *on(sequences.result, *sequences.SUM),
    *on(sequences.compare, *sequences.COMPARE),
    *on(sequences.in_alphabet, *sequences.ALPHABET),
    *on(texts.copy_over, *texts.COPY),
    *on(texts.paste, *texts.PASTE),
    *on(texts.copy_only, *texts.COPY_ONLY),
    *on(series.go_on, *series.NEXT),
    *on(amounts.together, *amounts.TOGETHER),
    *on(amounts.make_up, *amounts.MAKE_UP),
    *on(sequences.ordered, *sequences.ORDERED),
    *on(sequences.keys, *sequences.KEYS, *sequences.SPELL),
    *on(clock.put, *clock.SET),
    *on(adjust.rate, *adjust.RATE),
    *on(adjust.counter, *adjust.COUNTER),
    *on(leaving.only, *leaving.ONLY),
    *on(adjust.switch, *adjust.ON),
    *on(strokes.along, *strokes.ALONG),
    *on(strokes.connect, *strokes.CONNECT),
    *on(messages.send, *messages.SEND),
    *on(messages.compose, *messages.COMPOSE),
    *on(pointing.drag_all, *pointing.DRAG_ALL),
    *on(pointing.click_all, *pointing.CLICK_ALL),
    *on(seeking.guess, *seeking.GUESS),
    *on(seeking.steer, *seeking.STEER),
    *on(travel.search, *travel.SEARCH),
    *on(searching.column, *searching.COLUMN),
    *on(wording.erase_line, *wording.LINE),
    *on(closing.tab, *closing.TAB),
    *on(renaming.rename, *renaming.RENAME),
    *on(rows.sign, *rows.SIGN),
    *on(rows.mark, *rows.MARKED),
    *on(rows.every, *rows.EVERY),
    *on(rows.take_off, *rows.OFF),
    *on(rows.press_own, *rows.OWN),
    *on(rows.act, *rows.ROW),
    *on(reckoning.lasts, *reckoning.LASTS),
    *on(counting.count, *counting.COUNT),
    *on(strokes.find, *strokes.FIND),
    *on(wording.by_length, *wording.LENGTH),
    *on(wording.by_place, *wording.PLACE),
    *on(wording.by_size, *wording.SIZE),
    *on(wording.replace, *wording.REPLACE),
    *on(wording.append, *wording.APPEND),
    *on(wording.erase, *wording.ERASE),
    *on(wording.shown, *wording.SHOWN),
    *on(comparing.fits, *comparing.FITS),
    *on(comparing.rounded, *comparing.ROUND),
    *on(comparing.which, *comparing.WHICH),
    *on(reckoning.cell, *reckoning.CELL),
    *on(reckoning.fold, *reckoning.FOLD),
    *on(reckoning.who, *reckoning.WHO),
    *on(reckoning.value, *reckoning.VALUE),
    *on(unfold.dismiss, *unfold.CLOSE),
    *on(pointing.drag, *pointing.DRAG),
    *on(waits.when, *waits.WHEN),
    *on(waits.wait, *waits.WAIT),
    *on(setting.put, *setting.SET),
    *on(searching.words, *searching.WORDS),
)


ASIDE: tuple[Skill, ...] = (strokes.find, waits.wait, pointing.drag, reckoning.value, texts.copy_over, searching.words)
"""What prepares something else, and by itself says little of what is wished."""


_WRITES = re.compile(r"(?:enter|type|write|fill in|key in) (?!\"|it\b|that\b)", re.IGNORECASE)
_INTO_FIELD = re.compile(
    r" (?:in|into|inside) (?:the |an? )?(?:(?:text|input|empty|answer|search|only) ?)*(?:field|box|area|input)(?: below| above)?$",
    re.IGNORECASE,
)


def doing(part: str) -> tuple[Skill, re.Match[str]] | None:
    """The doing that all of ``part`` asks for; None when there is none."""
    said = plain(part).strip(" .,?!")
    if _WRITES.match(said):
        said = _INTO_FIELD.sub("", said)  # what is found out is written down in the end
    for words, skill in DOINGS:
        if found := words.fullmatch(said):
            return skill, found
    return None


__all__: Sequence[str] = ("ASIDE", "DOINGS", "doing")
