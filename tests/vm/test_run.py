"""A whole run on a desktop in a virtual machine, with the model that is inside deskhand."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.command import deskhand

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def test_a_task_is_done_in_a_machine(possible: None, tmp_path: Path) -> None:
    task = "Open the text editor, type hello from a machine and save it as note.txt in the shared folder."
    done = deskhand("run", "--sandbox", "vm", "--max-steps", "60", task, folder=tmp_path, timeout=580)
    assert done.returncode == 0, done.stdout + done.stderr
    (run,) = (tmp_path / "runs").iterdir()
    assert (run / "shared/note.txt").read_text().strip() == "hello from a machine"
