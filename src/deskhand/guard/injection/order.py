"""A text that was read and may be a foreign order, and what a person is told of it."""

from __future__ import annotations

from dataclasses import dataclass

from deskhand.desktop.interface import Element
from deskhand.guard.injection import telling
from deskhand.guard.injection.acts import Act
from deskhand.guard.injection.blocks import TICKED, quotes
from deskhand.guard.injection.cues import calls_a_machine, speaks_to_machines
from deskhand.guard.injection.deeds import GRAVE
from deskhand.guard.injection.fronts import alike
from deskhand.guard.injection.serving import Service
from deskhand.guard.injection.strings import Named
from deskhand.guard.injection.trusted import fold
from deskhand.guard.interface import Alarm, Finding
from deskhand.screen.geometry import Rect

_BOX = 24
"""Pixels between a box and the words beside it."""


@dataclass(slots=True)
class Order:
    """Something that was read and may be a foreign order."""

    text: str
    source: str
    confidence: float
    kind: str
    names: tuple[Named, ...]
    about: str = ""
    context: str = ""
    """The text around it: an order's address may stand in the next sentence."""
    region: Rect | None = None
    hidden: str = ""
    looked: Rect | None = None
    """Where it was measured whether a person can see it."""
    told: bool = False
    """Whether it has stopped an act already."""
    fine: bool = False
    """Whether a person said that it is."""
    speaker: Element | None = None
    """The box or toast that says it, as in `Block`."""
    control: bool = False
    """Whether it is what something to press is called, as in `Block`."""
    waits: bool = False
    """Whether it is what a field or a box is called, as in `Block`."""


def alarm_of(order: Order, confidence: float, served: Service | None) -> Alarm:
    kind = {"order": "imperative-text", "addressed": "imperative-text"}.get(order.kind, order.kind)
    if served is None:
        sentence = telling.order(order.source, order.text, about=order.about, hidden=order.hidden)
    else:
        sentence = telling.serves(order.source, order.text, served.by)
        kind = "serves-text" if kind == "imperative-text" else kind
    return Alarm(
        "injection",
        kind,
        sentence,
        round(min(confidence, 0.999), 3),
        order.source,
        telling.cut(order.text, 400),
        order.region,
    )


def is_itself(act: Act, order: Order, finding: Finding) -> bool:
    """Whether a text is the very thing that is pressed, and nothing hangs on that: a list of headlines, or a menu that
    was read off the picture with its entries one under the other."""
    own = (
        act.role in TICKED
        and bool(act.label)
        and ((order.control and fold(order.text) == fold(act.label)) or _beside_its_box(act, order))
    )
    if own and not order.names and not calls_a_machine(order.text):
        return True  # what a box is for, stands beside it: who ticks it is asked about that
    if order.waits and not (order.names or speaks_to_machines(order.text) or (act.label and act.label in order.text)):
        return True  # what a field asks for, is asked of that field
    if finding.consequence in GRAVE or not act.label:
        return False
    if fold(order.text) in fold(act.label) or (order.control and fold(order.text).startswith(fold(act.label))):
        return True  # ‘Log it and mail summary’ is the button beside ‘Log it’
    here = act.point is not None and order.region is not None and order.region.contains(act.point)
    entries = order.text.split("\n")
    return here and len(entries) > 1 and any(alike(act.label, line) for line in entries)


def _beside_its_box(act: Act, order: Order) -> bool:
    """Whether a text begins as the box is called that stands in its line: *Cover the fee* of £0.60."""
    here = act.point is not None and order.region is not None and order.region.grow(_BOX).contains(act.point)
    return here and fold(order.text).startswith(fold(act.label))


def asks_itself(act: Act, speaker: Element | None) -> bool:
    """Whether ``act`` answers the very box that ``speaker`` is, or works in the program whose box it is: what that asks
    there is its own question. What it says about anything else is a text as any other: of four boxes of strangers
    that were obeyed in a terminal, three had their way while no box was read."""
    if speaker is None or act.way not in ("click", "key", "type"):
        return False
    if act.point is not None and speaker.box.contains(act.point):
        return True
    if act.way in ("key", "type") and "focused" in speaker.states:
        return True
    if quotes(speaker):
        return act.way == "key"
    program, own = act.program.lower().split(".")[-1], speaker.program.lower()
    return bool(program) and bool(own) and (program in own or own in program)
