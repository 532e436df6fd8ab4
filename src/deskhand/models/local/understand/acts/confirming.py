"""An act of the reading that the wish says in a form of words with one meaning: its every word is accounted for.

The network was 0.15 sure of “Change the closing time on Saturday from 16:00 to 14:00” and 0.19 of “replace "IMG" with
"Lake" in the names of the files”, both read rightly: what it doubts there is the name of the act, which the verb says.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.understand.acts.form import Act, Reading, within

CONFIRMED = 0.9
"""The chance of an act that is said in such a form."""
_QUOTED = r"[\"“'‘]?{}[\"”'’]?"
_THE = r"(?:the\s+|my\s+|a\s+)?"


def confirmed(reading: Reading, wish: str) -> Reading:
    """The reading, as sure of those acts as their forms of words are."""
    acts = list(within(reading.acts))
    if len(reading.chances) != len(acts):
        return reading
    sure, chances = reading.sure, list(reading.chances)
    for at, (act, chance) in enumerate(zip(acts, chances, strict=True)):
        form = _form(act)
        said = (form and re.search(form, wish, re.I)) or _japanese(act, wish)
        if 0.0 < chance < CONFIRMED and said:
            sure, chances[at] = min(CONFIRMED, sure / chance * CONFIRMED), CONFIRMED
    return replace(reading, sure=sure, chances=tuple(chances))


def _japanese(act: Act, wish: str) -> bool:
    """「見出し「A」を「B」に変えて」: the verb says which act it is, the brackets what is meant."""
    words = {slot: re.escape(value) for slot, value in act.args.items() if isinstance(value, str)}
    if (
        act.name != "replace"
        or len(words) != len(act.args)
        or not {"old", "new"} <= words.keys() <= {"old", "new", "where"}
    ):
        return False
    where = rf"{words['where']}\s*(?:の|で|にある|、)*\s*" if "where" in words else ""
    form = rf"{where}「{words['old']}」を\s*「{words['new']}」に\s*(?:変え|変更し|置き換え|置換し|直し|書き換え)"
    return re.search(form, wish) is not None


def _form(act: Act) -> str:
    """How the act is said where nothing else can be meant; "" where it holds what the form does not name."""
    words = {slot: re.escape(value) for slot, value in act.args.items() if isinstance(value, str)}
    if len(words) != len(act.args):
        return ""
    where = rf"\s+in\s+{_THE}{words['where']}" if "where" in words else ""
    quoted = {slot: _QUOTED.format(word) for slot, word in words.items()}
    match act.name, sorted(words.keys() - {"where"}):
        case "replace", ["new", "old"]:
            form = rf"replace\s+(?:every\s+|all\s+)?{quoted['old']}\s+(?:with|by)\s+{quoted['new']}"
        case "find", ["text"]:
            form = rf"(?:search|look)\s+for\s+{_THE}(?:word\s+|text\s+)?{quoted['text']}"
        case "change", ["field", "thing", "to"]:
            what = rf"{_THE}{words['field']}\s+(?:on|of|for|in)\s+{_THE}{words['thing']}"
            form = rf"change\s+{what}\s+(?:to|from(?:\s+\S+\s+to|(?=\s+\S+\s+to\s)))\s+{quoted['to']}"
        case "add", ["kind", "name"]:
            kind = rf"(?:an?\s+)?(?:new\s+)?{words['kind']}"
            called = rf"(?:called|named|titled|with\s+the\s+(?:name|title))\s+{quoted['name']}"
            form = rf"(?:add|make|create|enter|start)\s+{kind}\s+{called}"
        case _:
            return ""
    return rf"\b{form}{where}(?=[\s.,;!?]|$)"
