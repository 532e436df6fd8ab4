"""Desktops that stay and snapshots, as people use them at the terminal."""

from __future__ import annotations

import json
import secrets
from pathlib import Path

from tests.cli.command import Running, bash, deskhand, here, script

NAME = f"test-{secrets.token_hex(4)}"


def _ok(*arguments: str, folder: Path | None = None) -> str:
    # What drives a desktop is a process of its own; what lists and takes is not.
    done = (deskhand if arguments[0] in ("desktop", "run") else here)(*arguments, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_a_desktop_stays_is_worked_on_and_becomes_the_beginning_of_others(tmp_path: Path) -> None:
    try:
        assert "stays" in _ok("desktop", "--keep", NAME, "--share", "out", folder=tmp_path)
        again = here("desktop", "--keep", NAME)
        assert again.returncode == 1 and "choose another name" in again.stderr
        write = script(tmp_path, [bash("echo made > ~/file; echo made > ~/Shared/file")], ["Done."])
        assert "Done" in _ok("run", "--on", NAME, "--model", write, "write", folder=tmp_path)
        assert (tmp_path / "out/file").read_text() == "made\n"
        (line,) = [each for each in _ok("desktops", "--json").splitlines() if NAME in each]
        assert json.loads(line)["driven"] is False
        assert "while its programs ran" in _ok("snapshots", "take", NAME, NAME)
        assert "had ended" in _ok("snapshots", "take", "--end", NAME, f"{NAME}.ended")
        assert NAME not in _ok("desktops")
        (line,) = [each for each in _ok("snapshots", "--json").splitlines() if f'"{NAME}"' in each]
        assert json.loads(line)["programs"] == "keep"
        read = script(tmp_path, [bash("cat ~/file; cp ~/file ~/Shared/copy")], ["Done."])
        assert "Done" in _ok("run", "--from", NAME, "--share", "two", "--model", read, "read", folder=tmp_path)
        assert (tmp_path / "two/copy").read_text() == "made\n"
        running = Running("desktop", "--from", f"{NAME}.ended", "--json", folder=tmp_path)
        running.until("desktop")
        later = here("snapshots", "remove", f"{NAME}.ended")
        assert "comes free when" in later.stderr
        running.process.terminate()
        running.process.wait(timeout=20)
    finally:
        here("desktops", "stop", NAME)
        here("snapshots", "remove", NAME)
    assert NAME not in _ok("snapshots")


def test_what_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    for arguments, said in (
        (("run", "--from", NAME, "Open the calculator"), "There is no snapshot"),
        (("run", "--on", NAME, "--from", NAME, "x"), "leave the other options out"),
        (("desktops", "attach", NAME), "There is no desktop"),
    ):
        done = here(*arguments, folder=tmp_path)
        assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr, done
