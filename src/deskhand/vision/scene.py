"""What a reading of a picture yields: text and widgets with their boxes, in picture pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from deskhand.screen.geometry import Rect, Size

WidgetKind: TypeAlias = Literal[
    "box",  # a bordered rectangle: button, field, cell, panel
    "checkbox",
    "radio",
    "icon",  # a small compact mark without text
    "image",
    "part",  # of a list, a menu, a table, a page: its role says which
]
Role: TypeAlias = Literal[
    "button",
    "field",  # one line to type into
    "area",  # several lines to type into
    "checkbox",
    "radio",
    "switch",
    "select",  # shows one of several, opens a list
    "slider",
    "spinner",  # a number with arrows
    "tab",
    "item",  # of a menu, a menu bar or a side bar
    "row",  # of a list, a tree or a table
    "link",
    "icon",
    "image",
    "scrollbar",
    "header",  # of a column
]


class Word(NamedTuple):
    """A run without spaces inside a line, with the pixels it covers."""

    text: str
    box: Rect


@dataclass(frozen=True, slots=True)
class TextLine:
    """One run of text on one line, as the OCR read it."""

    text: str
    box: Rect
    confidence: float
    """0 to 1."""
    spans: tuple[tuple[int, int], ...] = ()
    """For each character of ``text`` its left and right edge (right is outside); empty when unknown."""

    def part(self, start: int, stop: int) -> Rect:
        """The pixels of ``text[start:stop]``, so that a click on a word of a menu bar hits that word.

        Without measured spans the characters share the width evenly.
        """
        if not 0 <= start < stop <= len(self.text):
            raise ValueError(f"characters {start} to {stop} are not in a line of {len(self.text)} characters")
        if len(self.spans) == len(self.text):
            left, right = self.spans[start][0], self.spans[stop - 1][1]
        else:
            step = self.box.width / len(self.text)
            left, right = self.box.x + int(start * step), self.box.x + round(stop * step)
        return Rect(left, self.box.y, max(1, right - left), self.box.height)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words between spaces, each with its own box. (Japanese has no spaces: use ``part``.)"""
        found: list[Word] = []
        start: int | None = None
        for index, character in enumerate(self.text + " "):
            if character.isspace():
                if start is not None:
                    found.append(Word(self.text[start:index], self.part(start, index)))
                start = None
            elif start is None:
                start = index
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Widget:
    kind: WidgetKind
    box: Rect
    checked: bool | None = None
    """For check boxes and radio buttons (of a tab or a row: selected); None when it cannot be told."""
    mark: str = ""
    """What an icon shows where that is a known mark, such as × or ☰."""
    idea: str = ""
    """What an icon without words stands for, in English: search, save, settings; empty where that is not sure."""
    role: Role | None = None
    """What it is for; None when only its border was made out."""
    focused: bool = False
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    size: Size
    texts: tuple[TextLine, ...]
    """In reading order: top to bottom, left to right within a line."""
    widgets: tuple[Widget, ...]
