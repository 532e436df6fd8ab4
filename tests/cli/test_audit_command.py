"""`deskhand audit` on the trail of a real run, and after somebody was at it; Esc in a real terminal."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import shutil
import subprocess
import termios
import time
from pathlib import Path

import pytest
from tests.cli.command import DESKHAND, ENVIRONMENT, bash, computer, here, script

from deskhand.cli import main
from deskhand.guard.audit import FILE


def test_the_trail_of_a_run_is_shown_and_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def audit(*arguments: str) -> tuple[int, str]:
        """Status and all that was printed."""
        status = main(["audit", *arguments])
        return status, "".join(capsys.readouterr())

    monkeypatch.chdir(tmp_path)
    model = script(
        tmp_path,
        ["I make a note.", bash("echo hello > note.txt; echo done")],
        [bash("rm -rf ~/Documents")],
        [computer("screenshot")],
        ["Done."],
    )
    ran = here("run", "--model", model, "--policy", "careful", "Write a note.", folder=tmp_path)
    assert "deskhand audit verify" in ran.stdout, ran.stderr
    status, told = audit("verify", "latest")
    assert status == 0 and "Whole" in told

    _, shown = audit("show", "latest")
    assert "begin     Write a note." in shown and "echo hello > note.txt" in shown and "end " in shown
    records = [json.loads(line) for line in audit("show", "latest", "--json")[1].splitlines()]
    kinds = [record["kind"] for record in records]
    assert kinds[0] == "begin" and kinds[-1] == "end" and {"wanted", "doing", "happened"} <= set(kinds)
    refused = next(record["data"] for record in records if record["kind"] == "decided")
    assert not refused["allowed"] and refused["by"] == "policy", "nobody was there to allow the deletion"
    alarms = audit("show", "latest", "--alarms")[1]
    assert "rm -rf ~/Documents" in alarms and "echo hello" not in alarms, "nobody had asked for a deletion"

    (run,) = (tmp_path / "runs").iterdir()
    assert records[kinds.index("happened")]["data"]["call"] == records[kinds.index("wanted")]["data"]["call"]
    path = run / FILE
    original = path.read_bytes()
    lines = original.splitlines(keepends=True)
    wanted = kinds.index("wanted")
    for changed, why in (
        (lines[:-1], f"record {len(lines)} was cut off the end"),
        ([*lines[:wanted], *lines[wanted + 1 :]], f"record {wanted + 1} was cut out"),
        ([*lines[:wanted], lines[wanted].replace(b"hello", b"jello"), *lines[wanted + 1 :]], "was changed after"),
    ):
        path.write_bytes(b"".join(changed))
        status, told = audit("verify", run.name)
        assert status == 1 and why in told, told
    path.write_bytes(original)
    (picture,) = (path for path in (run / "pictures").iterdir())
    picture.write_bytes(b"another picture")
    status, told = audit("verify", run.name)
    assert status == 1 and "picture of record" in told

    copy = tmp_path / "copy.jsonl"
    shutil.copy(path, copy)
    assert audit("verify", str(copy), "--head", records[-1]["hash"])[0] == 0
    status, told = audit("verify", str(tmp_path))
    assert status == 1 and "no run is called" in told


def test_esc_in_the_terminal_is_an_emergency_stop(tmp_path: Path):
    model = script(tmp_path, [computer("wait", duration=60)], ["Done."])
    master, slave = pty.openpty()

    def take_the_terminal() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    process = subprocess.Popen(
        [*DESKHAND, "run", "--model", model, "Wait."], stdin=slave, stdout=slave, stderr=slave, cwd=tmp_path,
        env={**ENVIRONMENT, "TERM": "xterm"}, start_new_session=True, preexec_fn=take_the_terminal,
    )  # fmt: skip
    usual = termios.tcgetattr(slave)
    shown, pressed, end = "", 0.0, time.monotonic() + 60
    try:
        while process.poll() is None and time.monotonic() < end:
            if select.select([master], [], [], 0.1)[0]:
                shown += os.read(master, 65536).decode("utf-8", "replace")
            if "Wait 60 s" in shown and not pressed:
                os.write(master, b"\x1b[A")  # an arrow key is none
                time.sleep(0.3)
                assert "Emergency stop" not in shown
                pressed = time.monotonic()
                os.write(master, b"\x1b")
        assert process.wait(5) == 130 and time.monotonic() - pressed < 15, shown[-2000:]
        assert "nothing was held down any more" in shown
        assert termios.tcgetattr(slave) == usual, "the terminal is as it was"
    finally:
        process.kill()
        process.wait()
        os.close(master)
        os.close(slave)
