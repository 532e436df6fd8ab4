"""File managers of two panes: which folder each shows, and which of them is meant."""

from __future__ import annotations

from tests.models.local.scenes import scene, text

from deskhand.models.local.skills.file_label import label_in
from deskhand.models.local.skills.panes import side_of, trail


def test_a_path_that_stands_there_folder_by_folder_is_read_as_one() -> None:
    shown = scene(text("Back", 300, 210), text("Home", 430, 210), text("Home", 320, 274), text("Shared", 376, 273))
    assert trail(shown.texts) == "/home/user/Shared"
    assert trail(scene(text("Home", 320, 274), text("..", 560, 274)).texts) == "/home/user"
    assert trail(scene(text("Name", 320, 274)).texts) == ""


def test_a_side_is_no_folder() -> None:
    assert [side_of(said) for said in ("the right pane", "左側", "右", "Leftovers", "左の棚")] == [
        True, False, True, None, None,
    ]  # fmt: skip


def test_a_name_and_its_ending_may_be_read_as_one() -> None:
    shown = scene(text("plan txt", 314, 363), text("plans txt", 314, 390))
    found = label_in(shown, "plan.txt", None)
    assert found is not None
    assert found.y == 363
