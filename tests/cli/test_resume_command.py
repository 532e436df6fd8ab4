"""`deskhand resume` and `deskhand export` as people use them."""

from __future__ import annotations

import json
import signal
from pathlib import Path

from tests.cli.command import Running, bash, deskhand, here, script


def test_killed_resumed_and_exported(tmp_path: Path):
    first = script(tmp_path, [bash("echo 1 >> ~/Shared/log")], [bash("echo 2 >> ~/Shared/log; sleep 30")])
    with Running("run", "Count.", "--resumable", "--json", "--model", first, folder=tmp_path) as running:
        running.until("acted")
        running.until("acting")
        running.process.send_signal(signal.SIGKILL)
        running.process.wait()
    listed = json.loads(here("runs", "--json", folder=tmp_path).stdout)
    assert listed["status"] == "unfinished"

    second = script(tmp_path, [bash("echo 3 >> ~/Shared/log")], ["All counted."])
    done = deskhand("resume", "latest", "--model", second, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "resumed at the same desktop" in done.stdout and "All counted." in done.stdout
    log = (tmp_path / "runs" / listed["run"] / "shared/log").read_text().split()
    assert log[0] == "1" and log[-1] == "3"

    again = here("resume", "latest", folder=tmp_path)
    assert again.returncode == 1 and "The run is done" in again.stderr
    lines = [json.loads(line) for line in here("export", "latest", folder=tmp_path).stdout.splitlines()]
    assert [line["event"] for line in lines if line["event"] in ("started", "resumed", "finished")] == [
        "started", "resumed", "finished",
    ]  # fmt: skip
    told = here("export", "latest", "--format", "trajectory", "-o", "t.json", folder=tmp_path)
    assert told.returncode == 0
    assert json.loads((tmp_path / "t.json").read_text())["status"] == "done"
    assert "<html" in here("export", "latest", "--format", "report", folder=tmp_path).stdout


def test_what_is_wrong_is_said(tmp_path: Path):
    nothing = here("resume", "latest", folder=tmp_path)
    assert nothing.returncode == 1 and "there are no runs" in nothing.stderr
    wrong = here("run", "x", "--hint", "@none.txt", folder=tmp_path)
    assert wrong.returncode == 1 and "--hint: none.txt cannot be read" in wrong.stderr
    wrong = here("run", "x", "--example", "none", folder=tmp_path)
    assert wrong.returncode == 1 and "is no folder" in wrong.stderr
    wrong = here("run", "x", "--mcp", "/no/such/program", folder=tmp_path)
    assert wrong.returncode == 1 and "cannot be attached" in wrong.stdout
