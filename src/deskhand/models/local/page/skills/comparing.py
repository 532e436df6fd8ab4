# ruff: noqa: E501 - a pattern is read more easily in one line
"""Numbers that stand on the page held against one another or against a limit, and numbers rounded; the answer is kept."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.predicates import predicate
from deskhand.models.local.page.skills.reckoning import LOW, table_rows
from deskhand.models.local.page.words import number
from deskhand.screen.geometry import Rect

WHICH = (
    r"(?:which|what)(?: (?:one|number|value|fraction|amount|price|button|card|of (?:the|these|those)(?: two| three| four)?(?: numbers?| values?| fractions?)?))? is (?:the )?(?P<way>greater|larger|bigger|higher|more|greatest|largest|biggest|highest|less|smaller|lower|smallest|lowest|least)(?: (?:one|number|value))?",
)
FITS = (
    r"(?:which|what|find the|who)(?: (?P<what>\w+))?(?: that| which| who)? (?P<test>(?:costs?|is|has|weighs?|takes?|scored|sold|are|lasts?)\b[^\"]*\b(?:less|more|fewer|greater|larger|bigger|smaller|higher|lower|over|under|above|below|between|older|younger|cheaper|divisible)\b[^\"]*\d[^\"]*)",
)
ROUND = (
    r"round (?:off )?(?P<number>-?\d+(?:\.\d+)?) to (?:the nearest (?P<unit>whole number|integer|ten(?:th)?|hundred(?:th)?|thousand)|(?P<places>\w+) decimal(?: place)?s?)",
)
_UNITS = {"whole number": 0, "integer": 0, "ten": -1, "hundred": -2, "thousand": -3, "tenth": 1, "hundredth": 2}


async def which(pane: Pane, match: re.Match[str]) -> None:
    """``Which is greater?``: of the numbers that stand there, fractions too; kept, and what "it" means."""
    found: list[tuple[float, str, Rect]] = []
    for line in await pane.lines():
        for word in line.words:
            text = word.text.strip(".,;:?!()")
            if parts := re.fullmatch(r"(\d+)/([1-9]\d*)", text):
                found.append((int(parts[1]) / int(parts[2]), text, word.box))
            elif re.fullmatch(r"[$€£]?[-−]?\d[\d,]*(?:\.\d+)?%?", text):
                worth = float(text.strip("$€£%").replace(",", "").replace("−", "-"))
                found.append(
                    (
                        worth / 100 if text.endswith("%") and "/" in " ".join(each[1] for each in found) else worth,
                        text,
                        word.box,
                    )
                )
    if len(found) < 2:
        raise Stuck("I do not see the numbers to compare.")
    _, pane.kept, pane.last = (min if match["way"].lower() in LOW else max)(found, key=lambda each: each[0])


async def fits(pane: Pane, match: re.Match[str]) -> None:
    """``Which laptop costs less than $500?``: the first row with such a number; kept, and what "it" means."""
    test = predicate(match["test"])
    rows = await table_rows(pane)
    if test is not None:
        for row in rows:
            if any(cell is not row.name and test(cell.text) for cell in row.cells) or (
                re.search(r"\d", row.name.text) and test(row.name.text)
            ):
                pane.kept, pane.last = row.name.text.strip(" :"), row.name.box
                return
    raise Stuck(f"I see nothing that {match['test']}.")


async def rounded(pane: Pane, match: re.Match[str]) -> None:
    """``Round 47.6 to the nearest whole number``: halves up, as at school."""
    places = _UNITS[match["unit"].lower()] if match["unit"] else number(match["places"]) or 0
    value = Decimal(match["number"]).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    pane.kept = f"{value:f}"
