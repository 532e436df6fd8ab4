"""Which of a program's commands are work on a file that the shell can do as well."""

from __future__ import annotations

import pytest

from deskhand.models.local.behind.filing import as_filing
from deskhand.models.local.steps import DeleteFile, RenameFile, Step, Target, UseCommand

MENU = Target("old-menu.txt", "file")


@pytest.mark.parametrize(
    "step, filing",
    [
        (UseCommand("delete", (), MENU), DeleteFile("old-menu.txt", "")),
        (UseCommand("削除", (), MENU), DeleteFile("old-menu.txt", "")),
        (UseCommand("rename file", (("name", "new.txt"),), MENU), RenameFile("old-menu.txt", "new.txt", "")),
        (UseCommand("rotate clockwise", (), Target("a.png", "file")), None),
        (UseCommand("delete", (), Target("Pavel Dvorak")), None),
        (UseCommand("delete", (("page", "3"),), Target("a.pdf", "file")), None),
    ],
)
def test_a_command_on_a_file(step: Step, filing: Step | None):
    assert as_filing(step) == filing
