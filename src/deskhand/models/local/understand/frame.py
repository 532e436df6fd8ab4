"""What both grammars produce and `compose` reads: a clause as a verb with its nouns, each in a role.

English marks a role by a preposition (*into* the field), Japanese by a particle (欄*に*); once that is read, the two
languages are one.
"""

# ruff: noqa: E501
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from deskhand.models.local.steps import Target, Value

Language: TypeAlias = Literal["en", "ja"]

Verb: TypeAlias = Literal[
    "open", "close", "switch", "new", "type", "append", "press", "click", "double click", "right click", "middle click",
    "choose", "check", "uncheck", "drag", "scroll", "save", "name", "compute", "tell", "read", "run", "go", "copy", "cut",
    "paste", "wait", "rename", "delete", "make folder", "replace", "select all", "undo", "redo", "clear", "find", "break line",
    "create", "mention", "maximize", "minimize", "restore", "describe", "count", "move", "copy file",
]  # fmt: skip

NounKind: TypeAlias = Literal[
    "text",  # words to type, given literally
    "raw",  # words that no rule knows
    "ref",  # the result of an earlier step
    "output",  # what the terminal printed
    "program",
    "folder",
    "file",
    "new file",  # a new document, perhaps with a name
    "this file",  # the document being worked on: it, the file, the text
    "everything",
    "keys",
    "target",
    "window",  # the window in front, or one with a title
    "url",
    "menu",
    "sum",
    "command",
    "screen",
]

Role: TypeAlias = Literal["into", "place", "name", "tool", "source", "near", "for", "manner"]


@dataclass(frozen=True, slots=True)
class Noun:
    kind: NounKind
    text: str = ""
    """The concept, name or words."""
    raw: str = ""
    """As it stood, atoms and all."""
    target: Target | None = None
    value: Value = ()
    path: tuple[str, ...] = ()
    folder: str = ""
    """Of a file: the folder it is said to be in."""
    quoted: bool = False


@dataclass(slots=True)
class Frame:
    verb: Verb
    objects: tuple[Noun, ...] = ()
    args: dict[Role, Noun] = field(default_factory=dict[Role, Noun])
    times: int = 1
    amount: int | None = None
    direction: Literal["up", "down", "left", "right"] | None = None
    enter: bool = False
    own_line: bool = False
    at: Literal["start", "end"] | None = None
    source: str = ""

    @property
    def object(self) -> Noun | None:
        return self.objects[0] if self.objects else None


@dataclass(slots=True)
class Condition:
    """``if X shows, then …, otherwise …``"""

    target: Target
    then: list[Item]
    otherwise: list[Item] = field(default_factory=list)
    source: str = ""


@dataclass(slots=True)
class Loop:
    times: int
    items: list[Item]
    source: str = ""


Item: TypeAlias = Frame | Condition | Loop


class Puzzled(Exception):
    """A part of the instruction that cannot be mapped to steps with confidence."""

    def __init__(self, part: str, why: str = "unknown") -> None:
        super().__init__(part)
        self.part = part
        self.why = why
        """A key of `language.REASONS`."""
