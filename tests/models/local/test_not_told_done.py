"""A wish is not told as done where nothing shows it: values typed after their form closed, keys that saved nothing."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from deskhand.models.local.behind.proving import prove
from deskhand.models.local.dialect import Dialect
from deskhand.models.local.effects import Answered, Effect, Reading, Turn, as_effect
from deskhand.models.local.eyes import Eyes
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.memory import Memory
from deskhand.models.local.skills.commands.form import fill
from deskhand.models.local.skills.commands.slots import slots
from deskhand.models.local.skills.saving import save
from deskhand.models.local.steps import Save, Target, UseCommand
from deskhand.models.local.windows import front_window
from deskhand.vision.picture import as_picture
from deskhand.vision.scene import Scene

PICTURES = Path(__file__).parent / "pictures"
DIALECT = Dialect.of([{"type": "computer_20251124", "name": "computer"}])


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    return Eyes()


def seen(eyes: Eyes, name: str) -> Scene:
    return eyes.read(Reading((PICTURES / f"{name}.png").read_bytes()))


def acted(
    program: Coroutine[Any, Any, object], eyes: Eyes, shows: Callable[[list[Turn]], tuple[str, str]]
) -> tuple[object, list[Turn]]:
    """What a skill returns, or its word that it is stuck, and its turns; ``shows``: picture and answer after them."""
    turns: list[Turn] = []
    try:
        effect: Effect = as_effect(program.send(None))
        while True:
            if isinstance(effect, Reading):
                effect = as_effect(program.send(eyes.read(effect)))
                continue
            assert isinstance(effect, Turn)
            turns.append(effect)
            name, said = shows(turns)
            effect = as_effect(program.send(Answered((PICTURES / f"{name}.png").read_bytes(), said, False)))
    except StopIteration as end:
        return end.value, turns
    except Stuck as stuck:
        return stuck, turns


def test_the_steps_of_a_number_open_no_list(eyes: Eyes):
    pixels = as_picture((PICTURES / "scale_dialog.png").read_bytes())
    scene = seen(eyes, "scale_dialog")
    front = front_window(pixels, scene, None)
    assert front is not None and front.title.startswith("Resize / Scale")
    kinds = {(slot.label, slot.column): slot.kind for slot in slots(scene, pixels, front.body) if slot.label != "X"}
    assert kinds["New:", "Width:"] == kinds["Percent:", "Width:"] == "text"


def test_nothing_is_typed_into_what_stands_behind_a_form_that_closed(eyes: Eyes):
    pixels = as_picture((PICTURES / "scale_dialog.png").read_bytes())
    front = front_window(pixels, seen(eyes, "scale_dialog"), None)
    assert front is not None

    def shows(turns: list[Turn]) -> tuple[str, str]:
        closed = any(call.name == "key" and call.input["text"] == "Tab" for turn in turns for call in turn.calls)
        return ("subtitles" if closed else "scale_dialog"), "Done. The screen changed."

    hand = Hand(DIALECT, Memory(), "en", (PICTURES / "scale_dialog.png").read_bytes())
    told, turns = acted(fill(hand, front.body, [("width", "60"), ("height", "40")]), eyes, shows)
    assert isinstance(told, Stuck) and "40" in str(told)
    typed = [call.input["text"] for turn in turns for call in turn.calls if call.name == "type"]
    assert typed == ["60"]


def test_keys_that_change_nothing_and_no_command_are_no_saved_file(eyes: Eyes):
    def shows(_: list[Turn]) -> tuple[str, str]:
        return "scale_dialog", "Pressed. Nothing on the screen changed."

    hand = Hand(DIALECT, Memory(), "en", (PICTURES / "scale_dialog.png").read_bytes())
    told, _ = acted(save(hand, Save()), eyes, shows)
    assert isinstance(told, Stuck) and "nothing shows that it was saved" in str(told)


@pytest.mark.parametrize(("told", "proved"), [("17.1 365", False), ("18.4 340", True)])
def test_what_a_command_changed_is_saved_only_where_the_file_was_written(eyes: Eyes, told: str, proved: bool):
    dialect = Dialect.of([{"type": "computer_20251124", "name": "computer"}, {"type": "bash_20250124", "name": "bash"}])
    hand = Hand(dialect, Memory(), "en", (PICTURES / "scale_dialog.png").read_bytes())
    hand.saves = True
    hand.unsaved.note(UseCommand("remove", on=Target("Pavel")))
    hand.unsaved.stamp, hand.unsaved.was = "/home/user/Shared/people.abook", "17.1 365"
    result, turns = acted(prove(hand, Save()), eyes, lambda _: ("scale_dialog", told))
    assert isinstance(result, Stuck) is not proved
    assert any(call.name == "bash" or call.tool == "bash" for turn in turns for call in turn.calls)
