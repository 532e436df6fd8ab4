"""A text is made another by a command that says no more than what changes; carried out by a real shell."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

from deskhand.models.local.behind.writing import command
from deskhand.models.local.steps import ReplaceText

LINES = ("a", "b/c", "x&y", "c:\\d", "日本", "  lead", "", "It's $5 [x].*", "  lead on", "日本の春", "end\r", "a a b a")


def test_any_text_becomes_any_other(tmp_path: Path):
    path, dice = tmp_path / "a text.txt", random.Random(1)
    for _ in range(80):
        old = [dice.choice(LINES) for _ in range(dice.randint(1, 8))]
        new = list(old)
        for _ in range(dice.randint(1, 3)):
            new.insert(dice.randrange(len(new) + 1), dice.choice(LINES))
            del new[dice.randrange(len(new))]
        before, after = "\n".join(old) + "\n", "\n".join(new) + dice.choice(("\n", ""))
        path.write_text(before, newline="")
        subprocess.run(["bash", "-c", command(before, after, [], str(path))], check=True)
        assert path.read_bytes().decode() == after


def test_a_word_is_replaced_and_nothing_else_is_said(tmp_path: Path):
    path, before = tmp_path / "order.txt", "To: Osaka\nSend 5 boxes to Osaka by Monday.\n"
    path.write_text(before)
    said = command(before, before.replace("Osaka", "a/b & c"), [ReplaceText("Osaka", "a/b & c")], str(path))
    assert "boxes" not in said
    subprocess.run(["bash", "-c", said], check=True)
    assert path.read_text() == before.replace("Osaka", "a/b & c")


def test_a_line_is_added_and_nothing_else_is_said():
    assert "milk" not in command("milk\n", "milk\neggs\n", [], "/l.txt")
    assert "milk" not in command("milk\nbread\n", "milk\njam\nbread\n", [], "/l.txt")


def test_a_part_of_a_line_says_nothing_of_the_rest():
    said = command(
        '  <n name="Thu">Meeting</n>\nDelete all!\n', '  <n name="Thu">Meeting<br>Go</n>\nDelete all!\n', [], "/l.fnx"
    )
    assert "Delete" not in said and "name" not in said and "Go" in said
