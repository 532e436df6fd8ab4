"""One rule of a policy: which consequence at which place (or which alarm), and what then.

Places are matched as people write them: ``*.example.com``, ``~/Shared/*``, ``*Checkout*``; letters' case is ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Literal, TypeAlias, get_args

from deskhand.errors import DeskhandError
from deskhand.guard.interface import Alarm, Consequence, Finding, Place

Outcome: TypeAlias = Literal["allow", "ask", "deny"]
CONSEQUENCES: tuple[Consequence, ...] = get_args(Consequence)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
ANY = "*"
_PATTERNS = ("program", "host", "page", "path", "window")
_KEYS = ("do", "what", *_PATTERNS, "sure", "alarm", "why")


_ON_NO_PAGE = ", on no page"


class PolicyError(DeskhandError, ValueError):
    """A policy that cannot be used; the text says where it is wrong and how to write it."""


@dataclass(frozen=True, slots=True)
class Rule:
    do: Outcome
    what: tuple[Consequence, ...] = ()
    """Empty: whatever it does."""
    program: str = ANY
    host: str = ANY
    """Of the page in a browser. ``?*`` is any page at all, ``-`` what is on no page."""
    page: str = ANY
    """Its whole address: ``https://shop.example/cart*``; ``file:*`` is any page out of a file."""
    path: str = ANY
    window: str = ANY
    sure: float = 0.0
    """Only where the guard is at least this sure of what the act would do; 0 to 1."""
    alarm: tuple[str, ...] = ()
    """``injection``, ``misuse``, or a kind of these such as ``elections``: the rule is then about alarms alone."""
    why: str = ""
    """In words, for whoever is asked or refused."""

    def matches(self, finding: Finding) -> bool:
        if self.alarm or (self.what and finding.consequence not in self.what) or finding.confidence < self.sure:
            return False
        return self._at(finding.place)

    def about(self, alarm: Alarm, place: Place) -> bool:
        named = bool({ANY, alarm.origin, alarm.kind} & set(self.alarm))
        return named and alarm.confidence >= self.sure and self._at(place)

    def _at(self, place: Place) -> bool:
        return (
            _like(place.program, self.program)
            and _like(place.host, self.host)
            and _like(place.address, self.page)
            and _like(place.path, self.path)
            and _like(place.window, self.window)
        )

    @property
    def words(self) -> str:
        """The rule as a sentence, for people."""
        return self.why or self.bare_words

    @property
    def bare_words(self) -> str:
        verb = {"allow": "may be done", "ask": "is asked about", "deny": "is not done"}[self.do]
        what = ", ".join(self.alarm or self.what) or "anything"
        return f"{what}{self.places} {verb}"

    @property
    def places(self) -> str:
        named = [(name, getattr(self, name)) for name in _PATTERNS if getattr(self, name) != ANY]
        told = "".join(_ON_NO_PAGE if pair == ("host", "-") else f", {pair[0]} {pair[1]}" for pair in named)
        return f"{told}{f', at least {self.sure:.0%} sure' if self.sure else ''}"

    @classmethod
    def of(cls, table: object, where: str) -> Rule:
        """From TOML; ``where`` names the place in the file for whoever wrote it."""
        if not isinstance(table, Mapping):
            raise PolicyError(f"{where} must be a table: write [[rule]] above it")
        unknown = sorted(set(table) - set(_KEYS))
        if unknown:
            raise PolicyError(f"{where} has no key {unknown[0]!r}; there are {', '.join(_KEYS)}")
        do = table.get("do")
        if do not in OUTCOMES:
            raise PolicyError(f'{where} needs do = "allow", "ask" or "deny", not {do!r}')
        what = _words(table, "what", where)
        for name in what:
            if name not in CONSEQUENCES and name != ANY:
                raise PolicyError(f"{where}: {name!r} is no consequence; there are {', '.join(CONSEQUENCES)}")
        alarm = _words(table, "alarm", where)
        if alarm and what:
            raise PolicyError(f"{where} is about a consequence (what) or about an alarm, not both: make it two rules")
        sure = table.get("sure", 0.0)
        if isinstance(sure, bool) or not isinstance(sure, int | float) or not 0 <= sure <= 1:
            raise PolicyError(f"{where}: sure must be a number from 0 to 1, not {sure!r}")
        patterns = {name: _text(table, name, where) or ANY for name in _PATTERNS}
        known = tuple(name for name in CONSEQUENCES if name in what and ANY not in what)
        return cls(do, known, **patterns, sure=float(sure), alarm=alarm, why=_text(table, "why", where))

    def to_toml(self) -> str:
        """As it stands in a policy file."""
        lines = ["[[rule]]", f'do = "{self.do}"']
        for name, words in (("what", self.what), ("alarm", self.alarm)):
            if words:
                lines.append(f"{name} = [{', '.join(quoted(word) for word in words)}]")
        lines += [f"{name} = {quoted(getattr(self, name))}" for name in _PATTERNS if getattr(self, name) != ANY]
        if self.sure:
            lines.append(f"sure = {self.sure:g}")
        if self.why:
            lines.append(f"why = {quoted(self.why)}")
        return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A TOML string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in escaped) + '"'


def literally(text: str) -> str:
    """A pattern that matches ``text`` and nothing else."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in text)


def _like(value: str, pattern: str) -> bool:
    if pattern == ANY:
        return True
    if pattern == "-":
        return not value
    value, pattern = value.lower(), pattern.lower()
    return any(fnmatchcase(value, part.strip()) for part in pattern.split("|"))


def _words(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise PolicyError(f"{where}: {key} must be a word or a list of words, not {value!r}")
    return tuple(words)


def _text(table: Mapping[str, Any], key: str, where: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise PolicyError(f"{where}: {key} must be a text, not {value!r}")
    return value
