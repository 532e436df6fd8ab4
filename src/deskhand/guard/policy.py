"""What may happen where: rules from the top, the first that fits decides, and where none fits a person is asked.

A policy is a value. It is read from TOML (`policy_file`), and four come along: ``careful`` for whoever sits in front
of it, ``trusting`` for whoever wants to be asked about money and the like only, ``read-only``, and ``unattended`` for
runs that nobody watches, which does what an ordinary task needs inside the walls and refuses the rest.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

from deskhand.guard.interface import Alarm, Consequence, Finding, Place, Scope
from deskhand.guard.rules import ANY, Outcome, PolicyError, Rule, literally

Preset: TypeAlias = Literal["careful", "trusting", "read-only", "unattended"]
PRESETS: tuple[Preset, ...] = get_args(Preset)
NOTHING_FITS = "no rule of the policy fits, so a person is asked"


@dataclass(frozen=True, slots=True)
class Verdict:
    outcome: Outcome
    words: str
    """The rule that decided, in words."""
    rule: Rule | None = None
    of_finding: bool = True
    """Whether the consequence itself is not simply allowed; False when only an alarm made it so."""


@dataclass(frozen=True, slots=True)
class Policy:
    name: str = "careful"
    words: str = ""
    """What it is for, as a sentence."""
    rules: tuple[Rule, ...] = ()
    file: Path | None = None
    """Where what a person decides for always is written; None: nowhere."""

    def verdict(self, finding: Finding) -> Verdict:
        """What the policy says to an act: the strictest of what it says to all that the act does."""
        verdicts = [self._one(part) for part in (finding, *finding.also)]
        return max(verdicts, key=lambda verdict: _STRICTNESS[verdict.outcome])

    def _one(self, finding: Finding) -> Verdict:
        for rule in self.rules:
            if rule.matches(finding):
                return Verdict(rule.do, rule.words, rule, of_finding=rule.do != "allow")
        return Verdict("ask", NOTHING_FITS)

    def with_alarms(self, verdict: Verdict, alarms: Sequence[Alarm], place: Place | None = None) -> Verdict:
        """The stricter of what the consequence and each alarm get."""
        for alarm in alarms:
            rule = next((rule for rule in self.rules if rule.about(alarm, place or Place())), None)
            outcome: Outcome = "ask" if rule is None else rule.do
            if _STRICTNESS[outcome] > _STRICTNESS[verdict.outcome]:
                words = rule.words if rule is not None else "something rang an alarm, so a person is asked"
                verdict = Verdict(outcome, words, rule, of_finding=verdict.of_finding)
        return verdict

    def above(self, other: Policy) -> Policy:
        """These rules first, then those of ``other``."""
        return replace(other, rules=(*self.rules, *other.rules), file=self.file or other.file)

    @classmethod
    def of(cls, data: Mapping[str, Any], where: str) -> Policy:
        """From what TOML holds; PolicyError says what is wrong in ``where``."""
        unknown = sorted(set(data) - {"name", "words", "preset", "rule"})
        if unknown:
            raise PolicyError(f"{where}: there is no {unknown[0]!r}; a policy has name, words, preset and [[rule]]")
        rules = data.get("rule", [])
        if not isinstance(rules, list):
            raise PolicyError(f"{where}: write each rule below a line [[rule]], with two brackets")
        own = cls(
            str(data.get("name", "")),
            str(data.get("words", "")),
            tuple(Rule.of(table, f"{where}, rule {number}") for number, table in enumerate(rules, 1)),
        )
        base = data.get("preset")
        if base is None:
            return own
        if base not in PRESETS:
            raise PolicyError(f"{where}: {base!r} is no preset; there are {', '.join(PRESETS)}")
        below = cls.preset(base)
        return replace(own.above(below), name=own.name or below.name, words=own.words or below.words)

    @classmethod
    def preset(cls, name: Preset) -> Policy:
        return _preset(name)


@cache
def _preset(name: Preset) -> Policy:
    text = preset_text(name)
    return Policy.of(tomllib.loads(text), f"the preset {name}")


def preset_text(name: Preset) -> str:
    """The preset's file, comments and all: what a policy of one's own can start from."""
    return (resources.files("deskhand.guard") / "presets" / f"{name}.toml").read_text("utf-8")


_STRICTNESS: Mapping[Outcome, int] = {"allow": 0, "ask": 1, "deny": 2}


@dataclass(slots=True)
class Memory:
    """What a person allowed for longer than once: the same consequence at the same place."""

    rules: list[Rule] = field(default_factory=list[Rule])

    def allow(self, finding: Finding, scope: Scope) -> list[Rule]:
        """Remember a yes; the rules are what an ``always`` means in a policy file."""
        if scope == "once":
            return []
        rules = list(dict.fromkeys(rule_of(part, "allow") for part in (finding, *finding.also)))
        self.rules.extend(rule for rule in rules if rule not in self.rules)
        return rules

    def verdict(self, finding: Finding) -> Verdict | None:
        """A yes, when everything that the act does was allowed before; None otherwise."""
        rules = [next((rule for rule in self.rules if rule.matches(part)), None) for part in (finding, *finding.also)]
        first = rules[0]
        if first is None or None in rules:
            return None
        return Verdict("allow", first.words, first, of_finding=False)


def rule_of(finding: Finding, do: Outcome) -> Rule:
    """The rule that a person's word about ``finding`` amounts to: this consequence, at this place and no other.

    A page is its host, a file its folder, and only what has neither is its program: window titles change as one works.
    """
    place = finding.place
    what: tuple[Consequence, ...] = (finding.consequence,)
    folder = place.path.rpartition("/")[0]
    return Rule(
        do,
        what,
        program=literally(place.program) or "-",
        host=literally(place.host) or "-",
        path=f"{literally(folder)}/*" if folder else literally(place.path) or "-",
        window=ANY if place.program or place.host or place.path else literally(place.window) or "-",
        why=f"A person decided so, when asked about: {finding.sentence}",
    )
