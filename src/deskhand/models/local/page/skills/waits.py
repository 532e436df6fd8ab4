# ruff: noqa: E501 - a pattern is read more easily in one line
"""Waiting: for a time, for words to show or go, for something to be done or to come to rest."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.drawn import drawn_things
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import COLOURS, bare, number, quoted

_LOOKS = 25
_DONE = re.compile(r"\b(?:complete[d]?|done|finished|ready|loaded|success|100\s?%)", re.IGNORECASE)
WHEN = (
    r"(?P<do>(?:<click>|stop|pause|start|catch|freeze)\b.*?) (?:while|when|once|as soon as) (?:the |it |its )?(?P<label>[\w ]*?)\s*(?:shows?|is|reads?|says?|displays?|stands at)(?: a| the| any)?(?: number| value| figure)?(?: anywhere)? (?:from|between|in the range) (?P<low>-?\d+) (?:and|to|-) (?P<high>-?\d+)",
    r"(?P<do>(?:<click>|stop|pause|start|catch|freeze)\b.*?) (?:while|when|once|as soon as|at the moment|only when|after) (?:the |it |its )?(?P<label>[\w ]*?)\s*(?:shows?|is|are|reads?|reach(?:es)?|says?|becomes?|turns?|displays?|gets to|hits)(?: to)? (?:the (?:number|word|colou?r|value) )?(?P<value>\"[^\"]+\"|[\w.%:-]+)",
    r"(?:when|once|as soon as) (?:the )?(?P<label>[\w ]*?)\s*(?:shows?|is|are|reads?|reach(?:es)?|says?|becomes?|turns?|displays?|gets to|hits)(?: to)? (?:the (?:number|word|colou?r|value) )?(?P<value>\"[^\"]+\"|[\w.%:-]+),? (?P<do>(?:<click>|stop|pause|start|catch|freeze)\b.+)",
)
WAIT = (
    r"wait (?:for )?(?:about |at least )?(?P<seconds>\d+|\w+) seconds?",
    r"wait (?:until|till|for) (?:the )?(?P<what>.+?)",
    r"(?:when|once|as soon as|after) (?:the )?(?P<what>.+?)",
)


async def when(pane: Pane, match: re.Match[str]) -> None:
    """``Stop the clock when it shows 5``: watched closely once it is near."""
    from deskhand.models.local.page import clauses

    if match.groupdict().get("low"):
        await _between(pane, match)
        return
    value = bare(match["value"])
    for _ in range(_LOOKS):
        sheet = await pane.sheet()
        near = False
        if value.lower() in COLOURS:
            if drawn_things(sheet, (), value.lower()):
                break
        elif re.fullmatch(r"-?\d+(?:\.\d+)?%?", value):
            shown = [float(n) for line in sheet.lines for n in re.findall(r"-?\d+(?:\.\d+)?", line.text)]
            if any(number == float(value.rstrip("%")) for number in shown):
                break
            near = any(abs(number - float(value.rstrip("%"))) <= 2 for number in shown)
        elif await pane.texts(value, 0.88):
            break
        await (pane.hand.look() if near else pane.hand.wait(1))
    else:
        raise Stuck(f"I watched, and it never showed {value}.")
    await clauses.carry_out(pane, match["do"])


async def _between(pane: Pane, match: re.Match[str]) -> None:
    """``Stop while the counter shows a number from 10 to 16``: the sooner in the span the better."""
    from deskhand.models.local.page import clauses

    low, high = sorted((int(match["low"]), int(match["high"])))
    for _ in range(2 * _LOOKS):
        shown = [int(n) for line in await pane.lines() for n in re.findall(r"(?<![\d.])-?\d+(?![\d.])", line.text)]
        if any(low <= number <= low + 0.7 * (high - low) for number in shown):
            await clauses.carry_out(pane, match["do"])
            return
        await pane.hand.look()
    raise Stuck(f"I watched, and it never showed a number from {low} to {high}.")


async def wait(pane: Pane, match: re.Match[str]) -> None:
    """``Wait until the download is complete``."""
    told = match.groupdict()
    if told.get("seconds"):
        await pane.hand.wait(min(10, number(told["seconds"]) or 1))
        return
    what = told["what"]
    gone = re.search(r"\b(?:gone|disappears?|vanish(?:es)?|goes away|closes?)\b", what, re.I) is not None
    names = quoted(what) or re.findall(r"\b(?:button|word|text|message|link) (?-i:([A-Z]\w+))", what)
    first = {line.text for line in await pane.lines()}
    still = 0
    for look in range(_LOOKS):
        if names:
            found = await pane.texts(names[0], 0.86)
            if bool(found) != gone:
                if found:
                    pane.last = found[0].box
                return
        elif look and (
            fresh := [line for line in await pane.lines() if line.text not in first and _DONE.search(line.text)]
        ):
            pane.last = fresh[0].box
            return
        await pane.hand.wait(1)
        still = 0 if (await pane.hand.view()).changed else still + 1
        if still >= 3 and not names:
            return
    raise Stuck(f"I waited, and it did not come about: {what}.")
