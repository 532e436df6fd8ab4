"""What is shown in a film of a run, in order and for how long. Pure: events in, scenes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from deskhand.agent.events import (
    Acted,
    Acting,
    Continued,
    Decided,
    Event,
    Finished,
    Noted,
    Paused,
    Picture,
    Questioned,
    Replied,
    Said,
)
from deskhand.report.words import LOOKS, STATUS_WORDS

Tone: TypeAlias = Literal["said", "act", "result", "bad", "person", "end"]
Point: TypeAlias = tuple[int, int]
_MOST_CHANGES = 8


@dataclass(frozen=True, slots=True)
class Scene:
    picture: Picture
    words: str
    seconds: float
    number: int = 0
    """The step; 0: none."""
    tone: Tone = "result"
    hand: tuple[Point, ...] = ()
    changes: tuple[tuple[int, int, int, int], ...] = ()


def scenes(events: Iterable[Event]) -> list[Scene]:
    """Empty for a run that never saw its screen."""
    found: list[Scene] = []
    screen: Picture | None = None
    looked: set[str] = set()
    waiting: list[Scene] = []

    def show(words: str, seconds: float, step: int, tone: Tone, hand: tuple[Point, ...] = ()) -> None:
        """On the screen as it was last seen; before the first picture, it waits for that."""
        text = " ".join(words.split())
        if not text:
            return
        if screen is None:
            waiting.append(Scene(Picture("", 0, 0), text, seconds, step, tone, hand))
        else:
            found.append(Scene(screen, text, seconds, step, tone, hand))

    for event in events:
        match event:
            case Replied() if event.stop_reason == "tool_use":
                show(event.text, _reading(event.text), event.step, "said")
            case Questioned():
                show(f"May it? {event.sentence}", 2.0, event.step, "person", hand=event.points)
            case Decided() if event.by == "person" or not event.allowed:
                who = "A person" if event.by == "person" else "The policy"
                verdict = "allowed it" if event.allowed else "refused it"
                show(f"{who} {verdict}. {event.reason}", 1.5, event.step, "person" if event.allowed else "bad")
            case Acting():
                if event.name in LOOKS:
                    looked.add(event.call)
                show(event.words, 1.0, event.step, "act", hand=event.points)
            case Acted() if event.picture is not None:
                first, screen = screen is None, event.picture
                if first:
                    found.extend(replace(each, picture=screen) for each in waiting)
                if event.is_error:
                    show(event.text[:200], 1.5, event.step, "bad")
                elif event.call not in looked or event.changed:
                    large = _large(event.regions, screen)
                    words = "The screen changed." if event.changed else "Nothing on the screen changed."
                    changes = () if large else event.regions[:_MOST_CHANGES]
                    found.append(Scene(screen, words, 1.0, event.step, "result", (), changes))
            case Acted() if event.is_error:
                show(event.text[:200], 1.5, event.step, "bad")
            case Paused():
                show("A person took over." if event.why == "takeover" else "Paused.", 1.0, event.step, "person")
            case Continued():
                for picture in (*event.between, *((event.after,) if event.after else ())):
                    screen = picture
                    show("A person's hand.", 1.0, event.step, "person")
                show("The agent goes on.", 1.0, event.step, "person")
            case Said():
                show(f"A person says: {event.text}", _reading(event.text), event.step, "person")
            case Noted():
                show(event.text, 1.5, event.step, "said")
            case Finished():
                answer = f"{STATUS_WORDS[event.status]}. {event.answer}"
                show(answer, _reading(answer) + 1.0, event.steps, "end")
            case _:
                pass
    return found


def _reading(text: str) -> float:
    """Seconds that it takes to read, within what patience allows."""
    return min(4.0, 0.8 + len(text) / 40)


def _large(regions: tuple[tuple[int, int, int, int], ...], screen: Picture) -> bool:
    return bool(regions) and regions[0][2] * regions[0][3] > 0.8 * screen.width * screen.height
