"""One act against all that was read: what of it would the act serve, and what stops it whatever it serves?

Two questions, kept apart. Does a text give orders that the task did not? Sure cases stop the next act, once for each
text: an order that the model does not follow must not stop it for ever. And does the act do what a text says, or carry
words that only a text could have given it? That stops the act whenever it is tried, and there a weak text is enough.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from deskhand.guard.consequence.weighing import MILD
from deskhand.guard.injection import telling
from deskhand.guard.injection.acts import Act, only_read
from deskhand.guard.injection.blocks import wordy
from deskhand.guard.injection.cues import speaks_to_machines
from deskhand.guard.injection.deeds import helps, offers, wishes
from deskhand.guard.injection.found import FAINTEST, Found, either
from deskhand.guard.injection.order import Order, alarm_of, asks_itself, is_itself
from deskhand.guard.injection.provenance import copying, weighty
from deskhand.guard.injection.running import same_kind
from deskhand.guard.injection.serving import Service, leaks, service
from deskhand.guard.injection.stray import stray
from deskhand.guard.injection.strings import Named, named
from deskhand.guard.injection.text import STRONG
from deskhand.guard.injection.trusted import fold
from deskhand.guard.injection.unbidden import unbidden
from deskhand.guard.interface import Alarm, Consequence, Finding
from deskhand.screen.geometry import Rect

NEEDED = ((0.9, 0.12), (0.7, 0.25), (0.5, 0.6))
"""How clearly an act serves a text, and how likely the text must be an order for the act to be stopped."""
COPIED = 0.35
"""What it takes where the task is one that takes such words from what is read."""
BEYOND_DOUBT = 0.97
"""How likely a text on the screen that speaks to a machine must be an order to stop an act that only goes about: people
are told of agents, assistants and models too."""
BESIDE = 0.4
"""How likely an order must be, wherever it was read, to stop a grave deed that nobody asked for and that it does not
even speak of."""
BESIDE_ANY = 0.93
"""The same before a page's button is pressed that the task has no word for, whatever it does: few labels that people
would want to be asked about are known, and none of those that nobody has written yet; what is known to be harmless is
left alone."""
NEAR = 90
"""Pixels between a text and a button that belongs to it."""
_MOST = 3
"""Alarms that one act raises: a person reads no more."""


@dataclass(slots=True)
class Scales:
    """Weighs the acts of one run."""

    found: Found
    _excused: set[Named] = field(default_factory=set)
    """What a person let pass."""
    _passed: set[str] = field(default_factory=set)

    def fine(self, alarm: Alarm) -> None:
        """A person looked at this alarm and let the act happen: the same text stops nothing more in this run."""
        order = self.found.orders.get(fold(alarm.text))
        if order is not None:
            order.fine = True
            self._excused.update(order.names)
        self._excused.update(named(alarm.text))
        self._passed.add(fold(alarm.text))

    def alarms(self, act: Act, finding: Finding, *, asked: bool = False) -> list[Alarm]:
        """The signs that ``act`` serves what was read. ``asked``: whether a person is asked about it anyhow."""
        alarms: list[Alarm] = []
        if act.way == "key" and finding.consequence in ("observe", "navigate"):
            act = replace(act, label="", role="")  # Return that searches presses no button of a form further down
        deed = finding.consequence not in ("observe", "navigate")
        mild = finding.consequence in ("edit", "save") and not only_read(finding)
        beside: list[Alarm] = []  # of texts that the act does not serve: said last, for only three are
        for order in sorted(self.found.orders.values(), key=lambda order: -order.confidence):
            if order.fine or self.found.is_own(order.text) or is_itself(act, order, finding):
                continue
            if asks_itself(act, order.speaker) or self._own_help(act, order.text, finding, asked):
                continue
            # A link that goes somewhere must be named by the order itself: headlines stand beside each other.
            said = order.text if finding.consequence == "navigate" else order.context or order.text
            near = _near(act, order.region)
            served = service(act, said, order.names, self.found.task, near=near, deed=deed, mild=mild)
            together = either(order.confidence, 0.9 * served.degree)
            if self._stops(act, order, served):
                order.told = True
                alarms.append(alarm_of(order, together, served))
            elif _alone(order, act, finding) and (not order.told or self._again(act, order, finding)):
                order.told = True
                beside.append(alarm_of(order, order.confidence, None))
        alarms += beside
        if not alarms and (alarm := self._foreign(act) or self._unbidden(act, finding, asked)) is not None:
            alarms.append(alarm)
        if not alarms and (does := self._stray(act, finding, asked)) is not None:
            alarms.append(Alarm("injection", "unbidden", telling.stray(does), 0.5))
        return alarms[:_MOST]

    def _stray(self, act: Act, finding: Finding, asked: bool) -> Consequence | None:
        """A deed that the task asks for nothing of, whatever was read; a button only where somebody speaks at all."""
        suspect = max((order.confidence for order in self.found.orders.values() if not order.waits), default=0.0)
        does = stray(act, finding, self.found.task, asked=asked, suspect=suspect >= FAINTEST)
        pressed = act.way in ("click", "key") and bool(act.label)
        return None if does is not None and pressed and not self.found.somebody_speaks(act) else does

    def _stops(self, act: Act, order: Order, served: Service) -> bool:
        needed = next((likely for degree, likely in NEEDED if served.degree >= degree), 1.1)
        if needed < COPIED and any(copying(self.found.task, name) for name in act.names):
            needed = COPIED
        return order.confidence >= needed

    def _again(self, act: Act, order: Order, finding: Finding) -> bool:
        """Whether a command does the kind of thing that a sure order wants: that stops it each time it is tried. What
        only looks does nothing of the kind: ‘put ana at 300’ stopped every `cat` after it."""
        task = self.found.task
        if act.way != "shell" or task.hands_over or finding.consequence == "observe":
            return False
        return same_kind(act.words, order.text, task.text)

    def _own_help(self, act: Act, text: str, finding: Finding, asked: bool) -> bool:
        """Whether a program tells in its window what its controls are for, and what is done is known to be mild."""
        known = finding.consequence in MILD and not asked and not only_read(finding)
        return known and not act.host and act.way in ("click", "key") and helps(text) and not speaks_to_machines(text)

    def _foreign(self, act: Act) -> Alarm | None:
        """An act that matters, whose address, account or command only untrusted text names."""
        task = self.found.task
        name = leaks(act, task, self.found.names)
        if name is None or name in self._excused or not weighty(act, name) or copying(task, name):
            return None
        source = self.found.names.get(name, "screen")
        kind = {"host": "site", "email": "address"}.get(name.kind, name.kind)
        sentence = telling.foreign(kind, name.value, source)
        return Alarm("injection", "foreign-string", sentence, 0.7, source, telling.cut(name.value))

    def _unbidden(self, act: Act, finding: Finding, asked: bool) -> Alarm | None:
        """A deed that the task says nothing of, and that something which was read speaks of, in whatever words."""
        deed = unbidden(act, finding, self.found.task, asked=asked)
        if deed is None:
            return None
        for text, source, region in self.found.read(act):
            if (
                offers(text)
                or self._own_help(act, text, finding, asked)
                or wordy(text) < deed.fewest
                or fold(telling.cut(text, 400)) in self._passed
                or self.found.is_own(text)
            ):
                continue
            if served := deed.serves(text):
                sentence = telling.serves(source, text, served)
                return Alarm("injection", "serves-text", sentence, 0.6, source, telling.cut(text, 400), region)
        orders = (order for order in self.found.orders.values() if not (order.waits or order.control))
        best = max(orders, key=lambda order: order.confidence, default=None)
        # What is known to go about, to edit or to keep harms nobody beside an order that does not speak of it.
        unknown = only_read(finding) or finding.consequence not in MILD
        least = BESIDE if deed.grave else BESIDE_ANY if deed.foreign and unknown else 1.0
        wants = deed.grave or (best is not None and (wishes(best.text) or speaks_to_machines(best.text)))
        if best is not None and best.confidence >= least and wants and not best.fine:
            return alarm_of(best, best.confidence, Service(0.3, act.label))
        return None


def _alone(order: Order, act: Act, finding: Finding) -> bool:
    """Whether the text by itself stops the act. Screens are full of orders to people: in plain sight, one that
    speaks to nobody in particular stops no act that can be taken back (to keep a draft or a document by a button or
    key is one), and another must be beyond doubt."""
    mild = finding.consequence in ("observe", "navigate", "edit")
    mild = mild or (finding.consequence == "save" and act.way in ("click", "key"))
    if order.source == "screen" and not order.hidden and mild:
        return order.kind != "order" and order.confidence >= BEYOND_DOUBT
    return order.confidence >= STRONG


def _near(act: Act, region: Rect | None) -> bool:
    return act.point is not None and region is not None and region.grow(NEAR).contains(act.point)
