"""The runner on real desktops: it counts, it goes on where it stopped, and Ctrl-C ends it clean."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from deskhand.evals.desktop import main

QUICK = """
id = "quick"
language = "en"
instruction = "Open the calculator."
[setup.files]
"kept.txt" = "as it was"
[check]
[[check.windows]]
program = "galculator"
[[check.files]]
path = "kept.txt"
equals = "as it was"
"""
HOPELESS = """
id = "hopeless"
language = "ja"
instruction = "秋の詩を書いて"
[check]
[[check.files]]
path = "poem.txt"
"""


@pytest.fixture
def tasks(tmp_path: Path) -> Path:
    folder = tmp_path / "tasks"
    folder.mkdir()
    (folder / "quick.toml").write_text(QUICK)
    (folder / "hopeless.toml").write_text(HOPELESS)
    return folder


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.timeout(180)
def test_episodes_are_counted_and_gone_on_with(tasks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--folder", str(tasks), "--repeats", "1", "--out", str(tmp_path / "out"), "--json"]
    assert main([*arguments, "--tasks", "quick"]) == 0
    *episodes, last = lines(capsys.readouterr().out)
    assert [(e["task"], e["verdict"]) for e in episodes] == [("quick", "success")]
    assert last["event"] == "finished"
    assert last["success"] == 1.0
    # the one that is done is not done again; the refusal is a failure here, because a file is wanted
    assert main(arguments) == 1
    *episodes, last = lines(capsys.readouterr().out)
    assert [(e["task"], e["verdict"]) for e in episodes] == [("hopeless", "failure")]
    assert (last["successes"], last["episodes"]) == (1, 2)
    assert {part: figures["success"] for part, figures in last["by"]["language"].items()} == {"en": 1.0, "ja": 0.0}
    assert last["by"]["programs"]["own"]["episodes"] == 2 and last["memory_mb"] > 0


@pytest.mark.timeout(180)
@pytest.mark.slow
def test_ctrl_c_keeps_what_was_measured(tasks: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code = "import sys; from deskhand.evals.desktop import main; sys.exit(main(sys.argv[1:]))"
    command = [
        sys.executable,
        "-c",
        code,
        "--folder",
        str(tasks),
        "--tasks",
        "quick",
        "--repeats",
        "50",
        "--out",
        str(out),
        "--json",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ}) as process:
        assert process.stdout is not None
        first = json.loads(process.stdout.readline())
        assert first["verdict"] == "success"
        process.send_signal(signal.SIGINT)
        rest = lines(process.stdout.read())
    assert process.returncode == 130
    assert rest[-1]["interrupted"] is True
    kept = (out / "results.jsonl").read_text().splitlines()
    assert len(kept) == rest[-1]["episodes"]
