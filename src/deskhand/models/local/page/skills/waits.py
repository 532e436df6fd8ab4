"""Waiting: for a time, for words to show or go, for something to be done or to come to rest."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import number, quoted

_LOOKS = 25
_DONE = re.compile(r"\b(?:complete[d]?|done|finished|ready|loaded|success|100\s?%)", re.IGNORECASE)
WAIT = (
    r"wait (?:for )?(?:about |at least )?(?P<seconds>\d+|\w+) seconds?",
    r"wait (?:until|till|for) (?:the )?(?P<what>.+?)",
    r"(?:when|once|as soon as|after) (?:the )?(?P<what>.+?)",
)


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
