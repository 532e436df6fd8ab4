"""Hand-made runs: real journals, real PNG files, events as the loop writes them."""

from __future__ import annotations

import cv2
import numpy as np

from deskhand.agent.events import Acted, Acting, Asked, Decided, Event, Finished, Noted, Replied, Started
from deskhand.agent.journal import Journal
from deskhand.screen.geometry import Size

SIZE = Size(640, 400)
REGIONS = ((10, 20, 100, 50), (300, 300, 5, 5))
TASK = "Open the calculator, type 1 & 2 and save it as <b>answer</b>.txt"


def png(seed: int, size: Size = SIZE, *, noise: bool = False) -> bytes:
    """A picture unlike that of any other seed: flat as desktops are, or noise as photographs are."""
    random = np.random.default_rng(seed)
    if noise:
        picture = random.integers(0, 256, (size.height, size.width, 3), np.uint8)
    else:
        picture = np.full((size.height, size.width, 3), (30 + seed * 20) % 256, np.uint8)
        cv2.rectangle(picture, (100, 80), (400, 300), (240, 240, 240), -1)
    return cv2.imencode(".png", picture)[1].tobytes()


def typical(journal: Journal) -> list[Event]:
    """A run with all that can happen: words, clicks, drags, a shell, an error, a refusal, a note."""
    first = journal.keep_picture(png(1), SIZE, step=1)
    second = journal.keep_picture(png(2), SIZE, step=2)
    return [
        Started("20260101-120000-abcd", TASK, "local", 640, 400, 640, 400),
        Noted("Warming up."),
        Asked(1),
        Replied(1, (), "I open the calculator.", "tool_use", 0.4, 1000, 50, usd=0.01),
        Acting(1, "a", "computer", "left_click", {}, "Click at (0, 399)", ((0, 399),)),
        Acted(1, "a", {}, "Clicked.", False, 0.2, first, True, REGIONS, (0, 399), "galculator"),
        Asked(2),
        Replied(2, (), "", "tool_use", 0.3, 1000, 50, usd=0.02),
        Acting(2, "b", "computer", "left_click_drag", {}, "Drag", ((10, 10), (50, 60))),
        Acted(2, "b", {}, "Dragged.", False, 0.2, second, True, ((0, 0, 640, 400),), (50, 60)),
        Acting(2, "c", "computer", "key", {}, "Press ctrl+s"),
        Acted(2, "c", {}, "Pressed.", False, 0.1, second, False, (), (50, 60)),
        Asked(3),
        Replied(3, (), "計算しました <script>alert(1)</script>", "tool_use", 0.3),
        Acting(3, "d", "bash", "bash", {"command": "ls"}, "Run: ls"),
        Acted(3, "d", {}, "</pre><img src=x onerror=alert(1)>\x1b[31m\x00", False, 0.1),
        Decided(3, "e", False, "person", 'not "that"', "Run: rm -rf /"),
        Acted(3, "e", {}, "A person refused this action.", True, 0.0),
        Acting(3, "f", "editor", "view", {}, "View /nowhere"),
        Acted(3, "f", {}, "There is no file /nowhere.", True, 0.0),
        Noted("2 steps are left."),
        Replied(4, (), "It is 3.", "end_turn", 0.2),
        Finished("done", "It is 3.", 4, 12.3, "20260101-120000-abcd", 0.03, ("answer.txt", 'a "b" ノート.txt')),
    ]  # fmt: skip
