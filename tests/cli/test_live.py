"""The run in the terminal: told by events, in any width, on anything."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from deskhand.agent.events import Acted, Acting, Asked, Decided, Event, Finished, Noted, Replied, Started
from deskhand.cli.live import LiveView
from deskhand.cli.terminal import plain

TASK = "テキストエディタを開いて「こんにちは、世界」と入力し、共有フォルダーに hello.txt という名前で保存してください"
EVENTS: list[Event] = [
    Started("20260101-120000-abcd", TASK, "claude-x", 1280, 800, 1280, 800),
    Asked(1),
    Replied(1, (), "エディタを開きます。" * 8, "tool_use", 1.5, 12_000, 90, usd=0.0123),
    Acting(1, "a", "computer", "left_click", {}, "Click at (0, 799)", ((0, 799),)),
    Acted(1, "a", {}, "Clicked.", False, 0.25, changed=True, regions=((700, 600, 300, 100), (0, 0, 5, 5))),
    Acting(1, "b", "bash", "bash", {}, "Run `ls`"),
    Acted(1, "b", {}, "\n".join(f"file {number}" for number in range(20)), False, 0.1),
    Asked(2),
    Replied(2, (), "", "tool_use", 0.5),
    Acting(2, "c", "computer", "key", {}, "Press ctrl+s"),
    Acted(2, "c", {}, "Pressed.", False, 0.1, changed=False),
    Decided(2, "d", False, "person", "not that one", "Run `rm -rf /`"),
    Acted(2, "d", {}, "A person refused this action.", True, 0.0),
    Acting(2, "e", "editor", "view", {}, "View /nowhere"),
    Acted(2, "e", {}, "There is no file /nowhere.\nLook with bash.", True, 0.0),
    Noted("2 steps are left.", 2),
    Asked(3),
    Replied(3, (), "Done: it is saved.", "end_turn", 0.5, 500, 20, usd=0.001),
    Finished("done", "Done: it is saved.", 3, 75.0, "20260101-120000-abcd", 0.0133, ("hello.txt",)),
]


def told(events: list[Event], *, width: int = 80, terminal: bool = False) -> str:
    out = io.StringIO()
    view = LiveView(Console(file=out, width=width, force_terminal=terminal, highlight=False, markup=False, emoji=False))
    for event in events:
        view.show(event)
    view.close()
    return out.getvalue()


def test_everything_a_person_wants_to_know() -> None:
    text = told(EVENTS)
    for words in (
        TASK, "エディタを開きます。", "12.0k tokens in · 90 out · $0.0123", "Click at (0, 799)",
        "The screen changed at the bottom: 300×100 at (700, 600) and 1 more place. (0.2 s)",
        "file 5", "… and 14 more lines", "Nothing on the screen changed. (model 0.5 s, hand 0.1 s)",
        "You refused “Run `rm -rf /`”: not that one", "✗ There is no file /nowhere. Look with bash.",
        "! 2 steps are left.", "Done · 3 steps · 1 min 15 s · $0.0133",
    ):  # fmt: skip
        assert words in text, words
    assert text.count("Done: it is saved.") == 1
    assert "A person refused" not in text
    assert "\x1b" not in text
    assert re.findall(r"^ +(\d) ", text, re.MULTILINE) == ["1", "2"]


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_on_a_terminal_no_line_is_wider_than_it(width: int) -> None:
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", told(EVENTS, width=width, terminal=True))
    assert max(cell_len(line) for part in text.splitlines() for line in part.split("\r")) <= width


def test_untrusted_words_cannot_command_the_terminal() -> None:
    evil = "ok\x1b]0;title\x07\x1b[2J\x9b31m\u202e\r\x08gone"
    events: list[Event] = [
        Started("r", evil, evil, 10, 10, 10, 10),
        Replied(1, (), evil, "tool_use", 0.1),
        Acting(1, "a", "bash", "bash", {}, evil),
        Acted(1, "a", {}, evil, False, 0.1),
        Decided(1, "b", False, "person", evil, evil),
        Acting(1, "c", "bash", "bash", {}, evil),
        Acted(1, "c", {}, evil, True, 0.1),
        Noted(evil),
        Finished("failed", evil, 1, 1.0, "r"),
    ]
    text = told(events)
    assert not set(text) & set("\x1b\x07\x08\x9b\u202e\r")
    assert plain("a\r\nb\tc") == "a\nb\tc"


def test_a_last_turn_that_is_not_the_answer_is_told() -> None:
    end = Finished("limit", "The limit of 2 steps is reached.", 2, 1.0, "r")
    text = told([Replied(2, (), "Let me think.", "max_tokens", 0.1), end])
    assert "Let me think." in text and "The limit of 2 steps is reached." in text
