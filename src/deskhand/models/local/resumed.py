"""Going on after a break: which steps are still to do, and which are done again because others need what they read."""

from __future__ import annotations

from deskhand.models.local.steps import Compute, Count, OpenProgram, Pick, Read, RunCommand, Step, SwitchTo, Total


def steps_to_do(resume_at: int, steps: list[tuple[Step, str]]) -> list[tuple[int, Step, str]]:
    """The steps still to do. After a break, what later steps refer to is read again first, and the program that was in
    front is brought there again: both can be done twice without harm."""
    numbered = [(number, step, source) for number, (step, source) in enumerate(steps)]
    if resume_at <= 0:
        return numbered
    behind, ahead = numbered[:resume_at], numbered[resume_at:]
    again: list[tuple[int, Step, str]] = [
        entry for entry in behind if isinstance(entry[1], Compute | Read | RunCommand | Count | Total | Pick)
    ]
    openings = [entry for entry in behind if isinstance(entry[1], OpenProgram | SwitchTo)]
    if again and openings and not any(entry[0] > openings[-1][0] for entry in again):
        again.append(openings[-1])
    return again + ahead
