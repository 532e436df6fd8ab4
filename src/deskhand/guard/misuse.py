"""Kinds of use that are watched whoever wants them: elections, posting, accounts, domains, authorities, impersonation.

Not what a page wants of the model, but what a person might want of it. The table (``misuse.toml``) says what each is
about; an act is scored by how much of that fits, and only acts that do something count: reading about an election is
nobody's misuse. What follows is the policy's affair (``alarm = "misuse"``, or one kind: ``alarm = "elections"``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from deskhand.desktop.actions import Type
from deskhand.guard.consequence import judge
from deskhand.guard.evidence import Evidence
from deskhand.guard.interface import Alarm
from deskhand.guard.watch import Seen
from deskhand.tools.interface import Proposal
from deskhand.tools.words import shorten

_PARTS = ("task", "host", "label", "text")
_AROUND = 40
"""Texts around an act that are read."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the table."""

    kind: str
    sentence: str
    ja: str
    acts: frozenset[str]
    threshold: float
    weights: Mapping[str, float]
    words: Mapping[str, re.Pattern[str] | None]

    def score(self, texts: Mapping[str, str]) -> tuple[float, str]:
        """How much fits, 0 to 1, and the words that do."""
        total, told = 0.0, ""
        for part in _PARTS:
            pattern = self.words[part]
            hit = pattern.search(texts[part]) if pattern is not None and texts[part] else None
            if hit is not None:
                total += self.weights[part]
                told = told or hit.group().strip()
        return min(1.0, total), told


class MisuseWatch:
    """Watches the acts of one run."""

    def __init__(self) -> None:
        self._task = ""

    def task(self, text: str) -> None:
        self._task = f"{self._task}\n{text}"

    def saw(self, seen: Seen) -> None:
        pass

    def ahead(self, evidence: Evidence) -> None:
        pass

    def fine(self, alarm: Alarm) -> None:
        pass

    def close(self) -> None:
        pass

    async def inspect(self, proposal: Proposal, evidence: Evidence) -> Sequence[Alarm]:
        return self.alarms(proposal, evidence)

    def alarms(self, proposal: Proposal, evidence: Evidence) -> list[Alarm]:
        """Pure: what this act, with this task, amounts to."""
        finding = judge(proposal, evidence)
        done = {part.consequence for part in (finding, *finding.also)}
        texts = self._texts(proposal, evidence)
        found: list[Alarm] = []
        for kind in kinds():
            if not done & kind.acts:
                continue
            score, told = kind.score(texts)
            if score < kind.threshold:
                continue
            if done <= {"observe", "navigate", "edit", "save"} and not _names(kind, texts):
                continue  # nothing that others see: it must be the very button that is pressed
            found.append(
                Alarm("misuse", kind.kind, kind.sentence, round(score, 2), "screen", shorten(told, 80), finding.target)
            )
        return found

    def _texts(self, proposal: Proposal, evidence: Evidence) -> dict[str, str]:
        typed = proposal.action.text if isinstance(proposal.action, Type) else ""
        given = " ".join(str(value) for value in proposal.call.input.values() if isinstance(value, str))
        call = given if proposal.tool != "computer" else ""
        pressed = evidence.presses.label or evidence.target.label
        around = " \n".join((*evidence.near[:_AROUND], *evidence.texts[:_AROUND], evidence.place.window))
        return {
            "task": self._task,
            "host": evidence.place.host or _host(call),
            "label": pressed if proposal.tool == "computer" else "",
            "text": " \n".join((typed, call, around)),
        }


def _names(kind: Kind, texts: Mapping[str, str]) -> bool:
    pattern = kind.words["label"]
    return pattern is not None and bool(texts["label"]) and pattern.search(texts["label"]) is not None


def _host(call: str) -> str:
    found = re.search(r"https?://(?:[^/@\s]*@)?([^/:\s'\"]+)", call)
    return found.group(1).lower() if found is not None else ""


@cache
def kinds() -> tuple[Kind, ...]:
    text = (resources.files("deskhand.guard") / "misuse.toml").read_text("utf-8")
    return tuple(_kind(table) for table in tomllib.loads(text)["class"])


def _kind(table: Mapping[str, Any]) -> Kind:
    return Kind(
        table["kind"],
        table["sentence"],
        table["ja"],
        frozenset(table["acts"]),
        float(table["threshold"]),
        {part: float(table[part]) for part in _PARTS},
        {part: _pattern(table["words"][part]) for part in _PARTS},
    )


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [part.strip() for line in words.strip().splitlines() for part in line.split(" | ")]
    parts = [part for part in parts if part]
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None
