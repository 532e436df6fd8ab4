"""What the README shows works: its programs run, its options exist, its folders are there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.command import here

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PROGRAMS = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("number", range(4))
def test_a_program_of_the_readme(number: int, tmp_path: Path) -> None:
    assert len(PROGRAMS) == 4
    done = subprocess.run(
        [sys.executable, "-c", PROGRAMS[number]], cwd=tmp_path, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    match number:
        case 0:
            assert done.stdout.startswith("True [(") or done.stdout.startswith("True (Rect")
            assert "Linux" in done.stdout
            assert (tmp_path / "note.txt").read_text() == "from inside"
            assert (tmp_path / "editor.png").read_bytes().startswith(b"\x89PNG")
        case 1:
            assert (tmp_path / "left.png").exists()
        case 2:
            assert "started\n" in done.stdout and "finished\ndone " in done.stdout
            assert Path(done.stdout.splitlines()[-1]).name == "report.html"
        case _:
            assert "May it? Click at (640, 400)" in done.stdout
            assert done.stdout.endswith("done I clicked in the middle.\n")


def test_every_command_and_option_of_the_readme_exists() -> None:
    for command in set(re.findall(r"^\| `deskhand (\w+)", README, re.MULTILINE)):
        assert here(command, "--help").returncode == 0, command
    options = here("run", "--help").stdout
    section = README.partition("`run` takes")[2].partition("Ctrl-C")[0]
    for option in re.findall(r"`(--[a-z-]+)", section):
        assert option in options, option


def test_every_folder_of_the_readme_exists() -> None:
    rooms = README.partition("| room in")[2].partition("Beside it")[0]
    for names in re.findall(r"^\| (`.*?`) \|", rooms, re.MULTILINE):
        for name in re.findall(r"`([^`]+)`", names):
            assert (ROOT / "src/deskhand" / name).exists(), name
    for name in ("docs/design.md", "docs/report.png", "LICENSE", "scripts", ".ci/run"):
        assert (ROOT / name).exists(), name
