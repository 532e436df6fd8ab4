# ruff: noqa: E501 - a pattern is read more easily in one line
"""An amount made up of what is there: coins and "+ 25 min" pressed, or so many things ticked that together make it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.words import number

_UNIT = r"(?:\s?(?:%|[a-z€$£¥円]+))?"
_N = rf"[$€£¥]?(?P<sum>\d+){_UNIT}"
TOGETHER = (
    rf"(?:<choose>|<click>|tick|check|mark|find|take|put in)(?: the| any)? (?P<count>two|three|four|five|\d|(?=\w+ (?:that|which|whose|so)))\s*(?:of )?(?:the |these )?(?P<what>[\w ]*?) ?(?:that|which|whose|so that|with) (?:they |the |its |their )?(?:(?:sum|total|weights?|prices?|values?|numbers?) )?(?:together |exactly |both |in all )*(?:add up to|sum (?:up )?to|sum is|make(?: up)?|give|cost|weigh|come to|are worth|is|total|amount to|of|are)(?: exactly| together)? {_N}(?: in all| together| in total)?",
)
MAKE_UP = (
    rf"pay(?: for)?(?: exactly)? {_N}(?: (?:of|in|for|with|using|by) .+)?",
    rf"(?:make(?: up)?|put together|collect|get to|reach|insert|throw in|count out|hand over|lay down)(?: a total of| an amount of| exactly| the amount of| the sum of)+ {_N}(?: (?:of|in|for|with|using|by|from) .+)?",
    rf"(?:make(?: up)?|put together|collect|pay|insert|throw in|count out) {_N} (?:with|using|from|out of|by|in) (?:the )?(?:coins?|notes?|bills?|stamps?|weights?|tokens?|blocks?|cards?|buttons?)(?: .+)?",
)
JAPANESE = re.compile(
    r"合計が?(?:ちょうど)?(?P<sum>\d+)\s*\S{0,3}?(?:に|と)なるように[^、。]*?(?:(?P<count>[二三四五2-5])\s*(?:枚|つ|個|本|人|冊|点|箱)?(?:を|の)?[^、。]*?)?(?:選|クリック|押|チェック|入れ)[^、。]*[、。]?"
)
_WORTH = re.compile(r"^\+?\s*[$€£¥]?\s*(\d+)\s*(?:[^\d\s][^\d]{0,8})?$")
_COUNTS = {"二": 2, "三": 3, "四": 4, "五": 5}
_MOST_PRESSES = 24


async def together(pane: Pane, match: re.Match[str]) -> None:
    """``Select two numbers that add up to 17``: each once."""
    told = match.groupdict().get("count") or ""
    await choose(pane, int(match["sum"]), _COUNTS.get(told) or (number(told) if told else None))


async def make_up(pane: Pane, match: re.Match[str]) -> None:
    """``Pay for exactly 80 minutes``: boxes are ticked once, buttons pressed as often as it takes, with the fewest."""
    wanted = int(match["sum"])
    worths = _worths(await pane.things("checkbox"))
    if len(worths) > 1:
        await choose(pane, wanted, None)
        return
    worths = _worths(await pane.things("button", "card", "shape"))
    presses = fewest([worth for worth, _ in worths], wanted)
    if presses is None:
        raise Stuck(f"What is there does not make up {wanted}.")
    for index in presses:
        await pane.click(worths[index][1], f"Press “{worths[index][1].text}”.")


async def choose(pane: Pane, wanted: int, count: int | None) -> None:
    """Of what has a number, the things that make up ``wanted`` together; so many of them where that is told."""
    worths = _worths(await pane.things("checkbox")) or _worths(await pane.things("button", "card", "shape"))
    sizes = (count,) if count else range(2, len(worths) + 1)
    for size in sizes:
        for some in combinations(worths, size):
            if sum(worth for worth, _ in some) == wanted:
                for _, thing in some:
                    if not thing.checked:
                        await pane.click(thing, f"Choose “{thing.text}”.")
                return
    raise Stuck(f"I see nothing that together makes {wanted}.")


def fewest(worths: Sequence[int], wanted: int) -> list[int] | None:
    """Which to press, each as often as wished, so that they make up ``wanted`` by the fewest presses."""
    best: dict[int, list[int]] = {0: []}
    for total in range(1, wanted + 1):
        for index, worth in enumerate(worths):
            before = best.get(total - worth) if worth else None
            if before is not None and len(before) < _MOST_PRESSES and len(before) + 1 < len(best.get(total, [0] * 99)):
                best[total] = [*before, index]
    return best.get(wanted) if wanted > 0 else None


def _worths(things: Sequence[Thing]) -> list[tuple[int, Thing]]:
    found = [(told, thing) for thing in things if (told := _WORTH.match(thing.text.strip())) is not None]
    return [(int(told[1]), thing) for told, thing in found]
