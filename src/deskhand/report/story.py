"""A run told in order: journal events, folded into the cards of the filmstrip.

The page must also tell a run that was cut off in the middle (a crash, a pulled plug): every field has a truthful value
for "the journal ends here".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from deskhand.agent.events import (
    Acted,
    Acting,
    Asked,
    Continued,
    Decided,
    Event,
    Finished,
    Noted,
    Paused,
    Picture,
    Replied,
    Said,
    Started,
)


@dataclass(frozen=True, slots=True)
class Card:
    """One frame of the filmstrip: an action, or words without an action."""

    step: int
    said: str = ""
    """What the model said before this action; empty on the further actions of the same step."""
    thought: float | None = None
    """Seconds the model took; None on the further actions of the same step."""
    acting: Acting | None = None
    acted: Acted | None = None
    decided: Decided | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    started: Started | None = None
    finished: Finished | None = None
    cards: tuple[Card, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0
    usd: float | None = None
    opening: Picture | None = None
    """The first picture that shows what the desktop looked like, for the size when nothing else says it."""
    notes: tuple[str, ...] = ()
    """What was noted before the first step."""


@dataclass(slots=True)
class _Teller:
    cards: list[Card] = field(default_factory=list[Card])
    by_call: dict[str, int] = field(default_factory=dict[str, int])
    notes: list[str] = field(default_factory=list[str])
    replied: Replied | None = None

    def card_of(self, call: str, step: int) -> int:
        """The index of the card of this call; a new card takes the words the model said last."""
        if call not in self.by_call:
            self.by_call[call] = len(self.cards)
            if self.replied is not None and self.replied.step == step:
                self.cards.append(Card(step, said=self.replied.text, thought=self.replied.seconds))
                self.replied = None
            else:
                self.cards.append(Card(step))
        return self.by_call[call]

    def flush_words(self) -> None:
        """Words that no action followed get a card of their own."""
        if self.replied is not None and self.replied.text.strip():
            self.cards.append(Card(self.replied.step, said=self.replied.text, thought=self.replied.seconds))
        self.replied = None

    def continued(self, event: Continued) -> None:
        """What a person did with their own hand is a card of its own, with the screen as they left it."""
        if event.after is None:
            self.note(event.told.strip("[]") or "The run went on.")
            return
        self.flush_words()
        call = f"takeover {len(self.cards)}"
        acting = Acting(event.step, call, "person", "takeover", {}, "A person's own hand")
        regions: tuple[tuple[int, int, int, int], ...] = ()
        acted = Acted(event.step, call, {}, event.told.strip("[]"), False, 0.0, event.after, None, regions)
        self.cards.append(Card(event.step, acting=acting, acted=acted, notes=(event.told.strip("[]"),)))

    def note(self, text: str) -> None:
        if self.cards:
            last = self.cards[-1]
            self.cards[-1] = replace(last, notes=(*last.notes, text))
        else:
            self.notes.append(text)


def tell(events: Iterable[Event]) -> Story:
    """Fold events into a story. Never fails: what is missing or doubled in the journal is simply not told."""
    story = Story()
    teller = _Teller()
    for event in events:
        match event:
            case Started():
                story = replace(story, started=event)
            case Asked():
                teller.flush_words()
            case Replied():
                teller.flush_words()
                teller.replied = event
                story = replace(
                    story,
                    tokens_in=story.tokens_in + event.input_tokens + event.cache_write_tokens + event.cache_read_tokens,
                    tokens_out=story.tokens_out + event.output_tokens,
                    usd=story.usd if event.usd is None else (story.usd or 0.0) + event.usd,
                )
            case Decided() if not event.call:
                verdict = "allowed" if event.allowed else "refused"
                teller.note(f"{event.words or 'A new place'} {_who(event)} {verdict} it.")
            case Decided():
                index = teller.card_of(event.call, event.step)
                teller.cards[index] = replace(teller.cards[index], decided=event)
            case Acting():
                index = teller.card_of(event.call, event.step)
                teller.cards[index] = replace(teller.cards[index], acting=event)
            case Acted():
                index = teller.card_of(event.call, event.step)
                teller.cards[index] = replace(teller.cards[index], acted=event)
                if story.opening is None and event.picture is not None:
                    story = replace(story, opening=event.picture)
            case Noted():
                teller.note(event.text)
            case Said():
                teller.note(f"A person says: {event.text}")
            case Paused():
                teller.note(
                    "A person took over the desktop." if event.why == "takeover" else "A person paused the run."
                )
            case Continued():
                teller.continued(event)
            case Finished():
                story = replace(story, finished=event)
    answered = story.finished is not None and teller.replied is not None
    if not (answered and story.finished and teller.replied and story.finished.answer == teller.replied.text):
        teller.flush_words()
    return replace(story, cards=tuple(teller.cards), notes=tuple(teller.notes))


def _who(event: Decided) -> str:
    return "A person" if event.by == "person" else "The policy"
