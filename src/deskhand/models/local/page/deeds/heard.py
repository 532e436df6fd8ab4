# ruff: noqa: E501 - pairs are read more easily in one line
"""A clause that no pattern hears, as the learned reader hears it: its acts become deeds, as far as it is sure of them.

Of 30 clauses in words that no pattern has ("Bump apples up to 4", "Strike Bread off the list"), it heard 19 rightly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskhand.models.local import concepts
from deskhand.models.local.hand import Refused, Stuck
from deskhand.models.local.page.aims.likeness import is_japanese
from deskhand.models.local.page.deeds import doing
from deskhand.models.local.page.deeds.form import Deed, Kind
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.understand.acts.form import Act, Argument, ResultOf
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.frame import Puzzled
from deskhand.models.local.understand.pointing.reader import read

SURE = 0.4
"""The chance of a reading below which the words of the page are the better guide."""
_UPON: dict[str, Kind] = {
    "click": "click", "double_click": "double", "right_click": "right", "check": "tick", "uncheck": "untick", "open_program": "open",
    "switch_to": "open", "open_file": "open", "go_to": "open", "select": "choose",
}  # fmt: skip
_KIND = re.compile(
    r"^(?:the )?(?:tag|task|song|card|chip|label|product|option|person|town|city|size|colou?r|seat) (?=[A-Z0-9\"])"
)
_THING = ("target", "program", "file", "address", "what")


async def carry_out(pane: Pane, clause: str) -> bool:
    """Do what the learned reader hears in ``clause``; whether it is sure of anything that could be done."""
    if pane.hearing:
        return False
    reading = read(clause)
    if reading is None or reading.reach != "do" or reading.sure < SURE:
        return False
    deeds = list(deeds_of(reading.acts, clause))
    if not deeds:
        return False
    pane.hearing = True
    try:
        await doing.carry_out(pane, deeds)
    except Refused:
        raise
    except Stuck:
        return False
    finally:
        pane.hearing = False
    return True


def deeds_of(acts: Sequence[Act], clause: str) -> Iterator[Deed]:
    """The deeds that are told by acts; what none of them is, is done by its own words."""
    for act in acts:
        yield _deed(act, clause)


def _deed(act: Act, clause: str) -> Deed:
    if any(isinstance(value, ResultOf) for value in act.args.values()):
        return Deed("act", of=clause)
    if act.name in _UPON:
        return _upon(_UPON[act.name], act, clause)
    match act.name:
        case "type":
            return Deed("enter", _name(act.words("where")), "", act.words("text"), clause, literal=True)
        case "choose":
            return Deed("choose", _name(act.words("from")), "", _name(act.words("option")), clause, literal=True)
        case "set_value":
            return Deed("set", _name(act.words("control")), "", act.words("value"), clause, literal=True)
        case "setting" if act.fixed("value") in ("on", "off"):
            return Deed("on" if act.fixed("value") == "on" else "off", _name(act.words("name")), of=clause)
        case "setting" if act.words("value"):
            return Deed("set", _name(act.words("name")), "", act.words("value"), clause, literal=True)
        case "press" if (key := concepts.key_name(act.words("keys"))) is not None:
            return Deed("key", key, of=clause)
        case "drag":
            return Deed("drag", _name(act.words("target")), "", _name(act.words("to")), clause)
        case "move":
            return Deed("drag", _name(act.words("file")), "", _name(act.words("to")), clause)
        case "remove" | "delete_file":
            thing = _name(act.words("thing") or act.words("file"))
            return Deed("act", of=f"「{thing}」を削除する" if is_japanese(thing) else f'Remove "{thing}"')
        case "mark" if act.words("as") and not is_japanese(clause):
            return Deed("act", of=f'{act.words("as")} "{_name(act.words("thing"))}"')
        case "scroll":
            return Deed("scroll", of=clause)
        case _:
            return Deed("act", of=clause)


def _upon(kind: Kind, act: Act, clause: str) -> Deed:
    words = next((act.words(slot) for slot in _THING if act.words(slot)), "")
    name, near = _name(words), act.words("near")
    return Deed(kind, "", near, name, clause, True) if kind == "choose" else Deed(kind, name, near, "", clause)


def _name(words: Argument) -> str:
    """What a thing is called, without what kind of thing it is."""
    if not isinstance(words, str) or not words:
        return ""
    words = _KIND.sub("", words)
    try:
        return target(words).name or words
    except Puzzled:
        return words
