"""The little language of the ways to say an act: ``(a|b)``, ``[a]``, ``<verb>|<verb>``, ``{slot}``, ``(…)?``, ``,?``."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

Node: TypeAlias = "Words | Choice | Verb | Hole"


@dataclass(frozen=True)
class Words:
    text: str


@dataclass(frozen=True)
class Hole:
    slot: str


@dataclass(frozen=True)
class Verb:
    ways: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    ways: tuple[tuple[Node, ...], ...]
    slots: frozenset[str]
    """Holes somewhere inside."""
    optional: bool = False


@cache
def parsed(line: str) -> tuple[Node, ...]:
    nodes, at = _sequence(line, 0, "")
    if at != len(line):
        raise ValueError(f"unbalanced: {line}")
    return nodes


def _sequence(line: str, at: int, closers: str) -> tuple[tuple[Node, ...], int]:
    nodes: list[Node] = []
    while at < len(line) and line[at] not in closers:
        char = line[at]
        if char in "([":
            ways: list[tuple[Node, ...]] = []
            end = ")" if char == "(" else "]"
            at += 1
            while True:
                inner, at = _sequence(line, at, "|" + end)
                ways.append(inner)
                if at >= len(line):
                    raise ValueError(f"unbalanced: {line}")
                at += 1
                if line[at - 1] == end:
                    break
            optional = char == "["
            if line[at : at + 1] == "?":
                optional, at = True, at + 1
            nodes.append(Choice(tuple(ways), frozenset().union(*(holes(way) for way in ways)), optional))
        elif char == "{":
            end_at = line.index("}", at)
            nodes.append(Hole(line[at + 1 : end_at]))
            at = end_at + 1
        elif char == "<":
            found = re.compile(r"<([^>]*)>(?:\|<([^>]*)>)*").match(line, at)
            assert found is not None, line
            nodes.append(Verb(tuple(w for part in re.findall(r"<([^>]*)>", found[0]) for w in part.split("|"))))
            at = found.end()
        elif line.startswith(",?", at):
            nodes.append(Choice(((Words(","),),), frozenset(), True))
            at += 2
        else:
            stop = at + 1
            while stop < len(line) and line[stop] not in "([{<" + closers and not line.startswith(",?", stop):
                stop += 1
            nodes.append(Words(line[at:stop]))
            at = stop
    return tuple(nodes), at


def holes(nodes: tuple[Node, ...]) -> frozenset[str]:
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, Hole):
            found.add(node.slot)
        elif isinstance(node, Choice):
            found |= node.slots
    return frozenset(found)


@cache
def lines(ways: str) -> tuple[tuple[tuple[Node, ...], bool], ...]:
    """The lines of one entry, each with whether it is a sentence of its own."""
    found: list[tuple[tuple[Node, ...], bool]] = []
    for line in ways.strip().split("\n"):
        line = line.strip()
        if line:
            found.append((parsed(line.rstrip("!")), line.endswith("!")))
    return tuple(found)


def literals(nodes: tuple[Node, ...]) -> list[str]:
    """All words of a line, whichever way is taken."""
    found: list[str] = []
    for node in nodes:
        match node:
            case Words(text):
                found.append(text)
            case Verb(ways):
                found.extend(ways)
            case Choice(choices):
                for way in choices:
                    found.extend(literals(way))
            case Hole():
                pass
    return found


def verbs(ways: str) -> tuple[str, ...]:
    """The verbs that the lines of an entry mark as such."""
    found: list[str] = []
    stack = [node for nodes, _ in lines(ways) for node in nodes]
    while stack:
        node = stack.pop()
        if isinstance(node, Verb):
            found += [way.lower() for way in node.ways if way]
        elif isinstance(node, Choice):
            stack += [inner for way in node.ways for inner in way]
    return tuple(found)
