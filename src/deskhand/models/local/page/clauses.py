"""Instructions that are a row of simple acts: click this, enter that into there, tick these, then submit.

What a clause names is looked up on the page as it is when its turn comes, since each act may change it.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import acts
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import bare, number, ordinal, quoted

_MARK = "\x00"
_SPLIT = re.compile(
    r"(?:,?\s+(?:and\s+)?then\b|[.;]\s+|,\s+(?=(?:and\s+)?{verb}\b)|\s+and\s+(?=(?:then\s+)?{verb}\b)|,\s+then\b)".replace(
        "{verb}",
        r"(?:click|press|hit|push|tap|enter|type|write|input|select|choose|pick|check|tick|mark|uncheck|set|submit|open|find|"
        r"drag|move|scroll|copy|paste|focus|clear|expand|switch|go)",
    ),
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:submit|press|hit|search|button|link)\b", re.IGNORECASE)
_SUBMIT = re.compile(r"(?:(?:click|press|hit|push|tap)\s+(?:on\s+)?)?(?:the\s+)?\"?submit\b.*", re.IGNORECASE)
_CLICK = r"(?:click|press|hit|push|tap)(?:\s+on)?"


async def carry_out(pane: Pane, text: str) -> None:
    """Do each clause of ``text``. `Stuck` names the first that is not understood."""
    parts = split(text)
    for clause in parts:
        await _do(pane, clause)
    if parts and not _ENDS.search(parts[-1]) and await pane.button("Submit") is not None:
        await pane.submit("Submit")  # said or not, a form is sent off in the end


def split(text: str) -> list[str]:
    """The clauses, quoted texts kept whole."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"{_MARK}{len(kept) - 1}{_MARK}"

    hidden = re.sub(r"\"[^\"]*\"", keep, text)
    parts = [part.strip(" .,") for part in _SPLIT.split(hidden)]
    restored = [re.sub(rf"{_MARK}(\d+){_MARK}", lambda m: kept[int(m[1])], part) for part in parts]
    return [re.sub(r"^(?:and|then|please)\s+", "", part, flags=re.IGNORECASE) for part in restored if part]


async def _do(pane: Pane, clause: str) -> None:
    lowered = clause.lower()
    if re.fullmatch(_CLICK, lowered) or _SUBMIT.fullmatch(lowered):  # its last word may be cut off
        await pane.submit("Submit")
    elif found := re.match(
        r"(?:enter|type|write|input|put)\s+(.+?)\s+(?:into|in|to|as)\s+(?:the\s+)?(.+)$", clause, re.I
    ):
        await acts.enter(pane, found[1], found[2])
    elif found := re.match(r"(?:check|tick|mark)\s+(.+)$", clause, re.I):
        await acts.tick(pane, found[1])
    elif found := re.match(r"(?:choose|select|pick)\s+(.+?)\s+from\s+(?:the\s+)?(.+)$", clause, re.I):
        await acts.choose(pane, found[1])
    elif found := re.match(r"(?:choose|select|pick)\s+(.+)$", clause, re.I):
        await acts.select(pane, found[1])
    elif found := re.match(rf"{_CLICK}\s+(.+)$", clause, re.I):
        await acts.click(pane, found[1])
    elif found := re.match(r"(?:enter|type|write|input)\s+(.+)$", clause, re.I):
        await acts.enter(pane, found[1], "")
    elif re.fullmatch(r"find|locate|look for (?:it|them)", lowered):
        pass  # what follows says what
    elif found := re.match(r"focus\s+(?:into|on)?\s*(.+)$", clause, re.I):
        await acts.click(pane, found[1])
    else:
        raise Stuck(f"I do not know how to do this part of what the page asks: “{clause}”.")


__all__ = ("bare", "carry_out", "number", "ordinal", "quoted", "split")
