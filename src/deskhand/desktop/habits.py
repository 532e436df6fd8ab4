"""What has been learned of programs that draw late: a GTK button pressed by a key springs back after 0.25 s, by timer.

Nothing tells that such a change is to come: no work, no drawing. But the screen is watched on after a picture was
taken, and a program that changed it then is given that long the next time the same kind of action is done to it. What
proves useless is unlearned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

LONGEST = 0.7
"""Seconds after an action within which a change is taken to be its effect."""
_MARGIN = 0.03
_USELESS = 3
_MAX_HABITS = 256

_KNOWN = (
    (("galculator",), ("Type", "key "), 0.29),
    (("libreoffice", "soffice"), ("Type", "key "), 0.75),
    (("libreoffice", "soffice"), ("click ", "Drag"), 0.45),
)
"""Programs (the class of their windows) and the kinds of action that they are known to answer late. LibreOffice brings
its tool bars and its status bar up to date by several timers, one after another: 33 of 193 pictures were too early."""

Habit: TypeAlias = tuple[str, str]
"""The program and the kind of action."""


@dataclass(slots=True)
class _Learned:
    seconds: float
    useless: int = 0


class Habits:
    def __init__(self) -> None:
        self._learned: dict[Habit, _Learned] = {}

    def patience(self, habit: Habit) -> float:
        """Seconds after the action before which the picture would likely be too early; 0 when nothing is known."""
        learned = self._learned.get(habit)
        if learned is not None:
            return learned.seconds
        program, kind = habit
        known = (
            seconds
            for programs, kinds, seconds in _KNOWN
            if program.lower().startswith(programs) and kind.startswith(kinds)
        )
        return max(known, default=0.0)

    def was_late(self, habit: Habit, seconds: float) -> None:
        """A change came ``seconds`` after the action, when the picture had been taken."""
        if seconds > LONGEST:
            return
        if habit not in self._learned and len(self._learned) >= _MAX_HABITS:
            self._learned.pop(next(iter(self._learned)))
        self._learned[habit] = _Learned(max(seconds + _MARGIN, self.patience(habit)))

    def was_in_time(self, habit: Habit, *, needed: bool) -> None:
        """Nothing came after the picture; ``needed``: something came late enough to have needed the patience."""
        learned = self._learned.get(habit)
        if learned is None:
            return
        learned.useless = 0 if needed else learned.useless + 1
        if learned.useless >= _USELESS:
            del self._learned[habit]
