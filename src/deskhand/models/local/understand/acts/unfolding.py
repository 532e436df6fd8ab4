"""One act over a list that the wish spells out: one act for each of them, in order; of files each is opened and saved.

“Set the album of both a1.mp3 and a2.mp3”, “replace it in r1.odt, r2.odt and r3.odt and save each”: 20 of 411 wishes
that no plan was made for named their things one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.form import Act, Argument
from deskhand.models.local.understand.acts.targets import cell
from deskhand.models.local.understand.acts.words import plain

_SLOTS = {
    "change": "thing",
    "rotate": "what",
    "flip": "what",
    "resize": "what",
    "crop": "what",
    "replace": "where",
    "export": "file",
    "copy_file": "to",
    "paste": "where",
    "edit_line": "line",
}
_IN_FILES = frozenset(("rotate", "flip", "resize", "crop", "replace"))
"""Done to what is in front: each file is opened for it."""


def unfolded(act: Act, after: Sequence[Act]) -> tuple[Act, ...]:
    """The acts that it stands for; itself where nothing is listed, or where a list means something else."""
    slot = _SLOTS.get(act.name, "")
    listed = act.args.get(slot)
    if not isinstance(listed, tuple) or len(listed) < 2:
        return (act,)
    names = [part for part in listed if isinstance(part, str)]
    if len(names) != len(listed):
        return (act,)
    match act.name:
        case "change" if act.words("field"):
            return _changed(act, names)
        case "edit_line":
            return _lines(act, names)
        case "paste" if all(cell(name) for name in names):
            return tuple(_with(act, slot, name) for name in names)
        case "copy_file" if all(places.file(name) for name in names):
            return tuple(_with(act, slot, name) for name in names)
        case "export" if all(places.file(name) for name in names) and "format" in act.args:
            return tuple(_with(act, slot, name) for name in names)
        case name if name in _IN_FILES and all(places.file(one) for one in names):
            return _in_files(act, slot, names, after)
        case _:
            return (act,)


def saves_each(acts: Sequence[Act]) -> bool:
    """Whether the unfolded acts save what they change, so that nothing is left for a “save both” behind them."""
    return any(act.name == "save" for act in acts)


def _with(act: Act, slot: str, value: Argument) -> Act:
    return replace(act, args={**act.args, slot: value})


def _changed(act: Act, names: Sequence[str]) -> tuple[Act, ...]:
    """The same for each, or to each its own."""
    to = act.args.get("to")
    if isinstance(to, tuple) and len(to) != len(names):
        return (act,)
    values = to if isinstance(to, tuple) else [to] * len(names)
    made = []
    for name, value in zip(names, values, strict=True):
        if value is None:
            return (act,)
        of = value if isinstance(value, str) else act.of  # “all of them” is said of the list, and not of one
        made.append(replace(act, args={**act.args, "thing": name, "to": value}, of=of))
    return tuple(made)


def _lines(act: Act, names: Sequence[str]) -> tuple[Act, ...]:
    """Lines that go by their numbers, from below: those above keep theirs."""
    numbers = [re.fullmatch(r"(?:lines?\s*)?(\d+)(?:\s*行目?)?", plain(name), re.I) for name in names]
    if act.fixed("how") != "delete" or any(found is None for found in numbers):
        return (act,)
    order = sorted({int(found[1]) for found in numbers if found is not None}, reverse=True)
    return tuple(_with(act, "line", str(number)) for number in order)


def _in_files(act: Act, slot: str, names: Sequence[str], after: Sequence[Act]) -> tuple[Act, ...]:
    save = next((one for one in after if one.name in ("save", "export")), None)
    goals: tuple[Argument | None, ...] = (None,) * len(names)
    if save is not None and "file" in save.args:
        told = save.args["file"]
        goals = told if isinstance(told, tuple) else (told,)
    if (save is not None and save.name == "export") or len(goals) != len(names):
        return (act,)  # into one file all of them cannot go
    besides = {} if save is None else {slot: value for slot, value in save.args.items() if slot != "file"}
    made: list[Act] = []
    for name, goal in zip(names, goals, strict=True):
        made += [Act("open_file", {"file": name}, act.of), _with(act, slot, name)]
        if save is not None or act.name == "replace":
            new = {} if goal is None or goal == name else {"file": goal}
            made.append(Act("save", {**besides, **new}, act.of))
    return tuple(made)
