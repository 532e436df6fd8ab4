"""Scenes laid out by hand, for what needs no picture."""

from __future__ import annotations

from deskhand.screen.geometry import Rect, Size
from deskhand.vision.scene import Scene, TextLine, Widget, WidgetKind

LETTER = 8
HEIGHT = 14


def text(words: str, x: int, y: int) -> TextLine:
    return TextLine(words, Rect(x, y, LETTER * len(words), HEIGHT), 0.99)


def widget(kind: WidgetKind, x: int, y: int, width: int, height: int, checked: bool | None = None) -> Widget:
    return Widget(kind, Rect(x, y, width, height), checked)


def scene(*things: TextLine | Widget) -> Scene:
    texts = tuple(thing for thing in things if isinstance(thing, TextLine))
    widgets = tuple(thing for thing in things if isinstance(thing, Widget))
    return Scene(Size(1280, 800), texts, widgets)


FORM = scene(
    text("Order form", 300, 60),
    text("Full name", 100, 120), widget("box", 200, 114, 240, 26),
    text("E-mail", 100, 160), widget("box", 200, 154, 240, 26),
    text("City", 100, 200), widget("box", 200, 194, 120, 26), text("London", 210, 200),
    widget("checkbox", 100, 240, 14, 14, False), text("I agree to the terms", 122, 240),
    widget("radio", 100, 280, 14, 14, True), text("Small", 122, 280),
    widget("radio", 200, 280, 14, 14, False), text("Large", 222, 280),
    text("Apples", 100, 340), widget("box", 400, 334, 80, 26), text("Remove", 412, 340),
    text("Pears", 100, 380), widget("box", 400, 374, 80, 26), text("Remove", 412, 380),
    widget("box", 100, 440, 90, 30), text("Submit", 120, 448),
    widget("box", 210, 440, 90, 30), text("Cancel", 230, 448),
    text("Press Submit when all fields of the form are filled in.", 100, 500),
)  # fmt: skip
