"""What one run has read so far: the orders in it, the names, the sentences, and where each stands on the screen now.

Told everything that the model gets to see; whoever weighs an act looks here for what it might serve.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from deskhand.desktop.interface import Element
from deskhand.guard.injection.acts import Act
from deskhand.guard.injection.blocks import Block, of_elements, of_scene, wordy
from deskhand.guard.injection.cues import calls_a_machine, speaks_to_machines
from deskhand.guard.injection.deeds import offers, only_names, wishes
from deskhand.guard.injection.echo import letters_of, without_echo
from deskhand.guard.injection.fronts import alike
from deskhand.guard.injection.order import Order, asks_itself
from deskhand.guard.injection.pieces import cut
from deskhand.guard.injection.pretence import pretends
from deskhand.guard.injection.speech import speaks
from deskhand.guard.injection.strings import Named, named
from deskhand.guard.injection.text import Hit, judged, side_by_side
from deskhand.guard.injection.trusted import Trusted, fold
from deskhand.guard.injection.visible import sight
from deskhand.guard.watch import Seen, Source
from deskhand.screen.geometry import Rect
from deskhand.vision.errors import VisionError
from deskhand.vision.picture import Picture, as_picture

FAINTEST = 0.1
"""A text that is less likely an order is forgotten."""
FEWEST = 4
"""Words that an order on a screen has at least: fewer name a thing."""
ADDRESSED = 0.3
"""What a text that calls a machine by its name counts at least: a reader of pictures may have garbled the rest."""
UNSEEN = {"faint": ("too pale", 0.5), "tiny": ("too small", 0.5), "hidden": ("hidden", 0.8)}
"""What is told of a text that a person does not see, and how much that adds: small print is often pale."""
LOOKED_AT = 0.3
"""From here on it is measured on the picture whether a person can see the text: decoding it takes 10 ms."""
LONGEST_READ = 50_000
"""Characters of one output in which names and wishes are looked for."""
ECHO = 8
"""Letters from which a text is known for the agent's own whatever signs a reader of pictures added to it."""
ENTRY = 4
"""Words that a menu's entry has at most; and pixels beside it at which it is still pressed."""
LIKELY = 0.4
"""How likely an order must be to stand for somebody who speaks, however few its words."""
KEPT = 4000
"""Texts of the screen whose judgement is remembered."""


@dataclass(slots=True)
class Found:
    """See the module. One run's, as the watch is."""

    task: Trusted = field(default_factory=Trusted)
    orders: dict[str, Order] = field(default_factory=dict)
    """By their folded words."""
    names: dict[Named, str] = field(default_factory=dict)
    """What untrusted texts named, and where."""
    _judged: dict[str, list[Order]] = field(default_factory=dict)
    _foreseen: dict[str, list[Hit]] = field(default_factory=dict)
    """Of texts of a screen that nobody has acted on yet, what the reader says of them."""
    _sentences: dict[str, Source] = field(default_factory=dict)
    """Of files, outputs and results, however little they look like orders."""
    _shown: list[tuple[Block, str]] = field(default_factory=list)
    """What is on the screen now, with its text."""
    _own: list[str] = field(default_factory=list)
    """What the agent itself typed: it stands on the screen afterwards."""
    _own_letters: list[str] = field(default_factory=list)
    _own_names: set[Named] = field(default_factory=set)
    """What it named before any text had."""

    def bidden(self, text: str) -> None:
        """The person's words: what was judged beside the old task is judged anew."""
        self.task.add(text)
        self._judged.clear()
        self._foreseen.clear()

    def typed(self, act: Act) -> None:
        """The agent's own words; not for those of an act that was stopped, which are still only a text's."""
        self._own.append("".join(fold(act.words).split()))
        self._own_letters.append(letters_of(act.words))
        self._own_names.update(name for name in act.names if name not in self.names)

    def is_own(self, text: str) -> bool:
        """Whether these are the person's or the agent's own words."""
        if self.task.says(text):
            return True
        words, letters = "".join(fold(text).split()), letters_of(text)
        if len(letters) >= ECHO and any(letters in own for own in self._own_letters):
            return True
        return any(words in own or 2 * len(words.replace(own, "")) < len(words) for own in self._own if len(own) > 3)

    def words(self, seen: Seen) -> None:
        """Something that was read, besides the screen."""
        if seen.text and seen.source != "screen":
            self.names.update((name, seen.source) for name in named(seen.text[:LONGEST_READ]))
            for order in self._orders_of(judged(seen.text, self.task), seen.source, seen.about):
                self._keep(order)
            for piece in cut(seen.text[:LONGEST_READ]):
                if wordy(piece.text) > 1 and len(self._sentences) < KEPT:
                    self._sentences[piece.text] = seen.source
        if seen.scene is not None:
            self.screen(of_scene(seen.scene), None)

    def screen(self, blocks: Sequence[Block], png: bytes | None) -> None:
        """All that the screen shows now."""
        picture: Picture | None = None
        for order in self.orders.values():
            if order.source == "screen":
                order.region = None  # it may be gone, or have moved
        self._shown = [(block, text) for block in blocks if len(text := block.text) >= 4]
        self._judge({text: block for block, text in self._shown if text not in self._judged})
        for block, text in self._shown:
            for order in self._judged[text]:
                at = text.find(order.text)
                order.region = block.region(at, at + len(order.text)) if at >= 0 else block.region(0, len(text))
                order.speaker, order.control, order.waits = block.speaker, block.control, block.waits
                if png is not None and order.confidence >= LOOKED_AT and order.looked != order.region:
                    picture = picture if picture is not None else _picture(png)
                    if picture is not None:
                        _look(order, picture)
                self._keep(order)

    def read(self, act: Act) -> Iterator[tuple[str, Source, Rect | None]]:
        """What may want something of ``act``: the texts on the screen, and sentences out of files and outputs."""
        for block, text in self._shown:
            if asks_itself(act, block.speaker):
                continue
            if block.control and not (wishes(text) or speaks_to_machines(text)):
                continue  # what a control is called, and a page, tells of nothing else
            if block.waits and not (speaks_to_machines(text) or act.label.strip() in text):
                continue  # ‘Ask a question about it’ in a field for that wants nothing shared
            if block.control and act.label and fold(text).startswith(fold(act.label)):
                continue  # ‘Log it and mail summary’ is the button beside ‘Log it’
            region = block.region(0, len(text))
            if act.point is not None and region.contains(act.point):
                text = _besides_itself(block, text, act)
            if act.way == "shell" and act.confirms:
                text = "\n".join(without_echo(text.splitlines(), act.words))
            yield text, "screen", region
        for text, source in self._sentences.items():
            yield text, source, None

    def somebody_speaks(self, act: Act) -> bool:
        """Whether anything that was read can have wanted ``act``: a sentence, or what nobody sees. Of a screen of which
        nothing was told, nobody knows."""
        if not self._shown and not self._sentences:
            return True
        orders = [order for order in self.orders.values() if not (order.control or order.waits)]
        if any(order.hidden or order.source != "screen" or order.confidence >= LIKELY for order in orders):
            return True
        return any(speaks(text) and not (offers(text) or self.is_own(text)) for text, _, _ in self.read(act))

    def foresee(self, elements: Sequence[Element]) -> None:
        """Read a screen that an act may come for, in another thread: thirty new sentences take 0.1 s."""
        task = self.task.text
        texts = dict.fromkeys(block.text for block in of_elements(elements))
        new = [text for text in texts if text not in self._judged and text not in self._foreseen and _may_order(text)]
        hits = side_by_side(new, self.task, "screen")
        if task == self.task.text:
            self._foreseen.update(zip(new, hits, strict=True))

    def _judge(self, blocks: Mapping[str, Block]) -> None:
        """The new ones among the texts of the screen, by their text: side by side, as they stand."""
        if len(self._judged) + len(blocks) > KEPT:
            self._judged = {text: self._judged[text] for _, text in self._shown if text in self._judged}
        hits, self._foreseen = self._foreseen, {}
        new = [text for text in blocks if text not in hits and _may_order(text)]
        hits |= zip(new, side_by_side(new, self.task, "screen"), strict=True)
        for text, block in blocks.items():
            self._judged[text] = self._on_screen(block, hits[text]) if text in hits else []
            self.names.update((name, "screen") for name in named(text) if name not in self._own_names)

    def _on_screen(self, block: Block, hits: Sequence[Hit]) -> list[Order]:
        orders = [order for order in self._orders_of(hits, "screen", "") if wordy(order.text) >= FEWEST]
        pretence = pretends(block.text) if block.in_page else 0.0
        if pretence:
            best = max(orders, key=lambda order: order.confidence, default=None)
            if best is None:
                best = Order(block.text, "screen", 0.0, "look-alike", tuple(named(block.text)), context=block.text)
                orders.append(best)
            best.kind = "look-alike" if best.kind == "order" else best.kind
            best.confidence = max(best.confidence, either(best.confidence, pretence * 0.6))
        return orders

    def _orders_of(self, hits: Sequence[Hit], source: str, about: str) -> list[Order]:
        found: list[Order] = []
        for index, hit in enumerate(hits):
            confidence = max(hit.confidence, ADDRESSED if calls_a_machine(hit.text) else 0.0)
            if confidence < FAINTEST or self.is_own(hit.text) or offers(hit.text) or only_names(hit.text):
                continue
            beside = " ".join(other.text for other in hits[max(0, index - 1) : index + 3])
            found.append(Order(hit.text, source, confidence, hit.kind, tuple(named(beside)), about, beside))
        return found

    def _keep(self, order: Order) -> None:
        old = self.orders.get(fold(order.text))
        if old is None:
            self.orders[fold(order.text)] = order
        elif old is not order:
            old.region, old.confidence = order.region, max(old.confidence, order.confidence)
            old.hidden = old.hidden or order.hidden


def _besides_itself(block: Block, text: str, act: Act) -> str:
    """The text in which the press is, without what is pressed: a row holds its own buttons, a menu that was read off
    the picture its entries, and there the others want nothing of this one."""
    name = act.label.rstrip(".… ")
    pressed = [at for at, line in enumerate(block.lines) if act.point and line.box.grow(ENTRY).contains(act.point)]
    if not act.host and any(alike(block.lines[at].text, name) for at in pressed):
        left = [line.text for at, line in enumerate(block.lines) if at not in pressed]
        return "" if all(wordy(line) <= ENTRY for line in left) else "\n".join(left)
    if not name:
        return text
    own = (
        rf"(?m)^\W*{re.escape(name)}\W*$" if act.host else re.escape(name)
    )  # ‘Superseded. Shred file, please.’ beside it
    return re.sub(own, " ", text, count=1, flags=re.IGNORECASE)


def _may_order(text: str) -> bool:
    return wordy(text) >= FEWEST


def _look(order: Order, picture: Picture) -> None:
    """What a person cannot see was not written for people."""
    order.looked = order.region
    if order.region is None or order.hidden:
        return
    seen = sight(picture, order.region)
    if seen != "plain":
        order.hidden, weight = UNSEEN[seen]
        order.confidence = either(order.confidence, weight)
        order.kind = "hidden-text"


def either(one: float, other: float) -> float:
    """Two independent signs of the same thing."""
    return 1 - (1 - one) * (1 - other)


def _picture(png: bytes) -> Picture | None:
    try:
        return as_picture(png)
    except VisionError:
        return None
