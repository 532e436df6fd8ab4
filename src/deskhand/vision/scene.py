"""What a reading of a picture yields: text and widgets with their boxes, in picture pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.screen.geometry import Rect, Size

WidgetKind: TypeAlias = Literal[
    "box",  # a bordered rectangle: button, field, cell, panel
    "checkbox",
    "radio",
    "icon",  # a small compact mark without text
]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One run of text on one line, as the OCR read it."""

    text: str
    box: Rect
    confidence: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Widget:
    kind: WidgetKind
    box: Rect
    checked: bool | None = None
    """For check boxes and radio buttons; None when it cannot be told."""


@dataclass(frozen=True, slots=True)
class Scene:
    size: Size
    texts: tuple[TextLine, ...]
    """In reading order: top to bottom, left to right within a line."""
    widgets: tuple[Widget, ...]
