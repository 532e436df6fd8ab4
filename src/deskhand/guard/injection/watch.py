"""One run's lookout for orders that come from what was read: told what the model sees, asked before each act.

Two questions, kept apart. Does a text give orders that the task did not? Sure cases stop the next act, once for each
text: an order that the model does not follow must not stop it for ever. And does the act do what a text says, or carry
words that only a text could have given it? That stops the act whenever it is tried, and there a weak text is enough.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from deskhand.guard.consequence import judge
from deskhand.guard.evidence import Evidence
from deskhand.guard.injection import telling
from deskhand.guard.injection.acts import Act, act_of, empties, selects_all
from deskhand.guard.injection.blind import Blind, blind_windows, by_icon, undescribed, unnamed_icons
from deskhand.guard.injection.blocks import Block, bound, of_elements, of_scene, wordy
from deskhand.guard.injection.cues import calls_a_machine
from deskhand.guard.injection.order import Order, alarm_of, is_itself
from deskhand.guard.injection.pieces import cut
from deskhand.guard.injection.pretence import pretends
from deskhand.guard.injection.provenance import copying, weighty
from deskhand.guard.injection.running import same_kind
from deskhand.guard.injection.serving import Service, leaks, service
from deskhand.guard.injection.strings import Named, named
from deskhand.guard.injection.text import STRONG, judged
from deskhand.guard.injection.trusted import Trusted, fold
from deskhand.guard.injection.unbidden import unbidden, without_echo
from deskhand.guard.injection.visible import sight
from deskhand.guard.injection.warm import warm
from deskhand.guard.interface import Alarm, Finding
from deskhand.guard.watch import Seen, Source
from deskhand.screen.geometry import Rect
from deskhand.tools.interface import Proposal
from deskhand.vision.errors import VisionError
from deskhand.vision.picture import Picture, as_picture

FAINTEST = 0.1
"""A text that is less likely an order is forgotten."""
NEEDED = ((0.9, 0.12), (0.7, 0.25), (0.5, 0.6))
"""How clearly an act serves a text, and how likely the text must be an order for the act to be stopped."""
COPIED = 0.35
"""What it takes where the task is one that takes such words from what is read."""
FEWEST = 4
"""Words that an order on a screen has at least: fewer name a thing."""
BEYOND_DOUBT = 0.97
"""How likely a text on the screen that speaks to a machine must be an order to stop an act that only goes about: people
are told of agents, assistants and models too."""
BESIDE = 0.4
"""How likely an order must be, wherever it was read, to stop a grave deed that nobody asked for and that it does not
even speak of."""
ADDRESSED = 0.3
"""What a text that calls a machine by its name counts at least: a reader of pictures may have garbled the rest."""
UNSEEN = {"faint": ("too pale", 0.5), "tiny": ("too small", 0.5), "hidden": ("hidden", 0.8)}
"""What is told of a text that a person does not see, and how much that adds: small print is often pale."""
LOOKED_AT = 0.3
"""From here on it is measured on the picture whether a person can see the text: decoding it takes 10 ms."""
LONGEST_READ = 50_000
"""Characters of one output in which names and wishes are looked for."""
KEPT = 4000
"""Texts of the screen whose judgement is remembered."""
NEAR = 90
"""Pixels between a text and a button that belongs to it."""


@dataclass(slots=True)
class InjectionWatch:
    """See the module. Not safe to share between runs."""

    _task: Trusted = field(default_factory=Trusted)
    _pending: list[Seen] = field(default_factory=list)
    _orders: dict[str, Order] = field(default_factory=dict)
    _names: dict[Named, str] = field(default_factory=dict)
    """What untrusted texts named, and where."""
    _excused: set[Named] = field(default_factory=set)
    """What a person let pass."""
    _passed: set[str] = field(default_factory=set)
    _judged: dict[str, list[Order]] = field(default_factory=dict)
    _blind: Blind = field(default_factory=Blind)
    _sentences: dict[str, Source] = field(default_factory=dict)
    """Of files, outputs and results, however little they look like orders."""
    _shown: list[tuple[Block, str]] = field(default_factory=list)
    """What is on the screen now, with its text."""
    _own: list[str] = field(default_factory=list)
    """What the agent itself typed: it stands on the screen afterwards."""
    _own_names: set[Named] = field(default_factory=set)
    """What it named before any text had."""
    _selected: bool = False
    """Whether the last act selected all that there is."""

    def task(self, text: str) -> None:
        warm()
        self._task.add(text)
        self._judged.clear()

    def saw(self, seen: Seen) -> None:
        self._pending.append(seen)

    def ahead(self, evidence: Evidence) -> None:
        boxes, icons = _unspoken(evidence)
        self._blind.ahead(evidence.picture, [*boxes, *([bound(icons)] if icons else [])])

    def close(self) -> None:
        """Let the reading thread go."""
        self._blind.close()

    def fine(self, alarm: Alarm) -> None:
        """A person looked at this alarm and let the act happen: the same text stops nothing more in this run."""
        order = self._orders.get(fold(alarm.text))
        if order is not None:
            order.fine = True
            self._excused.update(order.names)
        self._excused.update(named(alarm.text))
        self._passed.add(fold(alarm.text))

    async def inspect(self, proposal: Proposal, evidence: Evidence) -> Sequence[Alarm]:
        if any(len(seen.text) > 20_000 for seen in self._pending):
            await asyncio.to_thread(self._read_pending)
        else:
            self._read_pending()
        act = act_of(proposal, evidence)
        await self._read_screen(evidence)
        finding = judge(proposal, evidence)
        if self._selected and empties(proposal, evidence):
            finding = replace(finding, consequence="delete")
        alarms = self._alarms(act, finding)
        self._selected = selects_all(proposal) or (self._selected and bool(alarms))
        if act.words and not alarms:  # what was stopped is still only the text's
            self._own.append("".join(fold(act.words).split()))
            self._own_names.update(name for name in act.names if name not in self._names)
        return alarms

    # --- reading ----------------------------------------------------------------------------------------------------

    def _read_pending(self) -> None:
        pending, self._pending = self._pending, []
        for seen in pending:
            if seen.text and seen.source != "screen":
                self._names.update((name, seen.source) for name in named(seen.text[:LONGEST_READ]))
                for order in self._orders_in(seen.text, seen.source, seen.about):
                    self._keep(order)
                for piece in cut(seen.text[:LONGEST_READ]):
                    if wordy(piece.text) > 1 and len(self._sentences) < KEPT:
                        self._sentences[piece.text] = seen.source
            if seen.scene is not None:
                self._read_blocks(of_scene(seen.scene), None)

    async def _read_screen(self, evidence: Evidence) -> None:
        blocks = of_elements(evidence.elements)
        if evidence.picture:
            boxes, icons = _unspoken(evidence)
            panes = [bound(icons)] if icons else []
            found = await self._blind.scenes(evidence.picture, [*boxes, *panes], hurried=evidence.hurried)
            for box, scene in found:
                blocks += by_icon(scene, icons) if box in panes else of_scene(scene)
        if evidence.scene is not None:
            blocks += of_scene(evidence.scene)
        self._read_blocks(blocks, evidence.picture or None)

    def _read_blocks(self, blocks: Sequence[Block], png: bytes | None) -> None:
        picture: Picture | None = None
        for order in self._orders.values():
            if order.source == "screen":
                order.region = None  # it may be gone, or have moved
        self._shown = []
        for block in blocks:
            text = block.text
            if len(text) < 4:
                continue
            self._shown.append((block, text))
            found = self._judged.get(text)
            if found is None:
                if len(self._judged) > KEPT:
                    self._judged.clear()
                found = self._judged[text] = self._on_screen(block)
                self._names.update((name, "screen") for name in named(text) if name not in self._own_names)
            for order in found:
                at = text.find(order.text)
                order.region = block.region(at, at + len(order.text)) if at >= 0 else block.region(0, len(text))
                if png is not None and order.confidence >= LOOKED_AT and order.looked != order.region:
                    picture = picture if picture is not None else _picture(png)
                    if picture is not None:
                        self._look(order, picture)
                self._keep(order)

    def _on_screen(self, block: Block) -> list[Order]:
        if wordy(block.text) < FEWEST:
            return []
        orders = [order for order in self._orders_in(block.text, "screen", "") if wordy(order.text) >= FEWEST]
        pretence = pretends(block.text) if block.in_page else 0.0
        if pretence:
            best = max(orders, key=lambda order: order.confidence, default=None)
            if best is None:
                best = Order(block.text, "screen", 0.0, "look-alike", tuple(named(block.text)), context=block.text)
                orders.append(best)
            best.kind = "look-alike" if best.kind == "order" else best.kind
            best.confidence = max(best.confidence, _either(best.confidence, pretence * 0.6))
        return orders

    def _orders_in(self, text: str, source: str, about: str) -> list[Order]:
        hits = judged(text, self._task, "screen" if source == "screen" else "output")
        found: list[Order] = []
        for index, hit in enumerate(hits):
            confidence = max(hit.confidence, ADDRESSED if calls_a_machine(hit.text) else 0.0)
            if confidence < FAINTEST or self._is_own(hit.text):
                continue
            beside = " ".join(other.text for other in hits[max(0, index - 1) : index + 3])
            found.append(Order(hit.text, source, confidence, hit.kind, tuple(named(beside)), about, beside))
        return found

    def _is_own(self, text: str) -> bool:
        words = "".join(fold(text).split())
        if self._task.says(text):
            return True
        return any(words in own or (own in words and 2 * len(own) > len(words)) for own in self._own if len(own) > 3)

    def _look(self, order: Order, picture: Picture) -> None:
        """What a person cannot see was not written for people."""
        order.looked = order.region
        if order.region is None or order.hidden:
            return
        seen = sight(picture, order.region)
        if seen != "plain":
            order.hidden, weight = UNSEEN[seen]
            order.confidence = _either(order.confidence, weight)
            order.kind = "hidden-text"

    def _keep(self, order: Order) -> None:
        old = self._orders.get(fold(order.text))
        if old is None:
            self._orders[fold(order.text)] = order
        elif old is not order:
            old.region, old.confidence = order.region, max(old.confidence, order.confidence)
            old.hidden = old.hidden or order.hidden

    # --- judging the act --------------------------------------------------------------------------------------------

    def _alarms(self, act: Act, finding: Finding) -> list[Alarm]:
        alarms: list[Alarm] = []
        beside: list[Alarm] = []  # of texts that the act does not serve: said last, for only three are
        for order in sorted(self._orders.values(), key=lambda order: -order.confidence):
            if order.fine or self._is_own(order.text) or is_itself(act, order, finding):
                continue
            # A link that goes somewhere must be named by the order itself: headlines stand beside each other.
            said = order.text if finding.consequence == "navigate" else order.context or order.text
            served = service(act, said, order.names, self._task, near=_near(act, order.region))
            together = _either(order.confidence, 0.9 * served.degree)
            if self._stops(act, order, served):
                order.told = True
                alarms.append(alarm_of(order, together, served))
            elif self._alone(order, finding) and (not order.told or self._again(act, order)):
                order.told = True
                beside.append(alarm_of(order, order.confidence, None))
        alarms += beside
        for other in (self._foreign, self._unbidden):
            if not alarms and (alarm := other(act, finding)) is not None:
                alarms.append(alarm)
        return alarms[:3]

    def _alone(self, order: Order, finding: Finding) -> bool:
        """Whether the text by itself stops the act. Screens are full of orders to people: in plain sight, one that
        speaks to nobody in particular stops no act that can be taken back, and another must be beyond doubt."""
        if order.source == "screen" and not order.hidden and finding.consequence in ("observe", "navigate", "edit"):
            return order.kind != "order" and order.confidence >= BEYOND_DOUBT
        return order.confidence >= STRONG

    def _stops(self, act: Act, order: Order, served: Service) -> bool:
        needed = next((likely for degree, likely in NEEDED if served.degree >= degree), 1.1)
        if needed < COPIED and any(copying(self._task, name) for name in act.names):
            needed = COPIED
        return order.confidence >= needed

    def _again(self, act: Act, order: Order) -> bool:
        """Whether a command does the kind of thing that a sure order wants: that stops it each time it is tried."""
        return act.way == "shell" and not self._task.hands_over and same_kind(act.words, order.text, self._task.text)

    def _foreign(self, act: Act, finding: Finding) -> Alarm | None:
        """An act that matters, whose address, account or command only untrusted text names."""
        name = leaks(act, self._task, self._names)
        if name is None or name in self._excused or not weighty(act, name) or copying(self._task, name):
            return None
        source = self._names.get(name, "screen")
        kind = {"host": "site", "email": "address"}.get(name.kind, name.kind)
        sentence = telling.foreign(kind, name.value, source)
        return Alarm("injection", "foreign-string", sentence, 0.7, source, telling.cut(name.value))

    def _unbidden(self, act: Act, finding: Finding) -> Alarm | None:
        """A deed that the task says nothing of, and that something which was read speaks of, in whatever words."""
        deed = unbidden(act, finding, self._task)
        if deed is None:
            return None
        for text, source, region in self._read(act):
            if wordy(text) < deed.fewest or fold(telling.cut(text, 400)) in self._passed or self._is_own(text):
                continue
            if served := deed.serves(text):
                sentence = telling.serves(source, text, served)
                return Alarm("injection", "serves-text", sentence, 0.6, source, telling.cut(text, 400), region)
        best = max(self._orders.values(), key=lambda order: order.confidence, default=None)
        if deed.grave and best is not None and best.confidence >= BESIDE and not best.fine:
            return alarm_of(best, best.confidence, Service(0.3, act.label))
        return None

    def _read(self, act: Act) -> Iterator[tuple[str, Source, Rect | None]]:
        """What may want something: the texts on the screen, and sentences out of files and outputs."""
        for block, text in self._shown:
            region = block.region(0, len(text))
            if act.point is not None and region.contains(act.point):
                text = text.replace(act.label, " ", 1) if act.label else text  # a row holds its own buttons
            if act.way == "shell" and act.confirms:
                text = "\n".join(without_echo([line.text for line in block.lines], act.words))
            yield text, "screen", region
        for text, source in self._sentences.items():
            yield text, source, None


def _unspoken(evidence: Evidence) -> tuple[list[Rect], list[Rect]]:
    """The windows and the icons that have to be read off the picture."""
    icons = unnamed_icons(evidence.elements)
    parts = undescribed(evidence.elements)
    pane = bound(icons) if icons else None
    parts = [part for part in parts if pane is None or not part.intersect(pane)]
    return [*blind_windows(evidence.windows, evidence.elements), *parts], icons


def _near(act: Act, region: Rect | None) -> bool:
    return act.point is not None and region is not None and region.grow(NEAR).contains(act.point)


def _either(one: float, other: float) -> float:
    """Two independent signs of the same thing."""
    return 1 - (1 - one) * (1 - other)


def _picture(png: bytes) -> Picture | None:
    try:
        return as_picture(png)
    except VisionError:
        return None
