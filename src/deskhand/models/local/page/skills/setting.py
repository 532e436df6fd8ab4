# ruff: noqa: E501 - a pattern is read more easily in one line
"""A value for a named control, whatever the control is: slider, list, switch, counter or field.

"Set the volume to 70" says nothing of what kind of thing it is; the page does.
"""

from __future__ import annotations

import re

from deskhand.models.local.layout import distance, same_row
from deskhand.models.local.page import choosing
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.skills import adjust, dates, sliders
from deskhand.models.local.page.words import bare, day_of
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity

_DO = (
    r"(?:set|change|adjust|move|drag|turn|bring|put|slide|update|make|switch|edit|increase|decrease|raise|lower|reduce)"
)
SET = (
    r"(?:the )?(?P<label>[\w' ]+?) (?:should|must|has to|is to|needs to) be(?: set)?(?: to| at)? (?P<value>\"[^\"]+\"|-?\d+%?|on|off)",
    rf"{_DO} (?:the )?(?!(?:\w+ )?(?:stepper|spinner|spin ?box|counter|number (?:field|box|input))\b)(?:value of )?(?:the )?(?P<label>\"[^\"]+\"|[\w' ]+?)(?: slider| field| box| dial| knob| setting| drop-?down| selector)?(?: (?:from .+? )?(?:to|at)(?: be)?| so that it (?:shows|is|reads)| until it (?:shows|is|reads)) (?:the value (?:of )?)?(?P<value>\"[^\"]+\"|[^\"]+?)",
)


async def put(pane: Pane, match: re.Match[str]) -> None:
    """``Set the volume to 70``; ``set the minimum to 20 and the maximum to 60``."""
    values = re.split(r",?\s+and\s+(?:the\s+)?(?=[\w ]+? to )", match["value"])
    await _put(pane, bare(match["label"]), bare(values[0]))
    for more in values[1:]:
        label, _, value = more.partition(" to ")
        await _put(pane, bare(label), bare(value))


async def _put(pane: Pane, label: str, value: str) -> None:
    if value.lower() in ("on", "off"):
        await adjust.flip(pane, label, value.lower() == "on")
        return
    if _IT.fullmatch(label) and (open_field := await _at_hand(pane)) is not None:
        await pane.fill(open_field, value, clear=True)
        return
    number = re.fullmatch(r"\$?(-?\d+)(?:\s*(?:%|percent|degrees?|°C?|px|people|years?|items?))?", value)
    control = await _control(pane, label)
    knob = await _knob(pane, label)
    if knob is not None and (end := _END.fullmatch(value)) is not None:
        await pane.click(knob, "Take the slider's knob.")
        await pane.key("Home" if end["low"] else "End")
        return
    if number and knob is not None:
        await sliders.to(pane, knob, int(number[1]))
    elif control is not None and control.kind == "field" and day_of(value) is None:
        await pane.fill(control, value, clear=bool(control.text))
        held = " ".join(line.text for line in await pane.lines() if control.box.grow(4).contains(line.box.center))
        if similarity(held, value) < 0.5:  # it took no letters: a list
            await pane.key("Escape")
            await choosing.choose(pane, f'"{value}"', label)
    elif (day := day_of(value)) is not None and control is not None and re.search(r"m+.?d+|d+.?m+", control.text):
        await dates.type_into(pane, control, day)
    elif number and (control is None or control.kind == "button"):
        await adjust.to_value(pane, label, int(number[1]))
    else:
        await choosing.choose(pane, f'"{value}"', label)


_END = re.compile(
    r"(?:the |its )?(?:very |far )?(?:(?P<low>left|start|beginning|minimum|lowest|bottom|least|min)|right|end|maximum|highest|top|most|max)(?: (?:end|value|position|side|edge))?",
    re.IGNORECASE,
)
_IT = re.compile(
    r"it|that|this|its value|the (?:value|text|name|price|number|amount|title)|(?:value|text|number)", re.IGNORECASE
)


async def _at_hand(pane: Pane) -> Thing | None:
    """The field that opened where something was meant last; else the only one there is."""
    fields = await pane.things("field", "area")
    if pane.last is not None:
        near = [field for field in fields if field.box.intersect(pane.last.grow(10)) is not None]
        if near:
            return near[0]
    return fields[0] if len(fields) == 1 else None


async def _control(pane: Pane, label: str) -> Thing | None:
    found = None
    for name in (label, *re.split(r"\s+(?:of|for)\s+(?:the\s+)?", label)[::-1], *label.split()[-1:]):
        found = found or await pane.field_named(name)
    if found is None and len(only := await pane.things("select", "field")) == 1:
        return only[0]
    return found


async def _knob(pane: Pane, label: str) -> Thing | None:
    """The slider's knob that is nearest to the label: in its row, or below it."""
    knobs = await sliders.knobs(pane)
    if not knobs:
        return None
    named = await pane.texts(label, 0.84)
    if not named:
        return knobs[0] if len(knobs) == 1 else None
    line = named[0].box

    def far(knob: Thing) -> float:
        return (
            0.0
            if same_row(knob.box, line)
            else distance(Rect(line.x, knob.box.y, 1, knob.box.height), line) + (0 if knob.box.y > line.y else 30)
        )

    return min(knobs, key=far)
