"""Real SDK versions, each in an environment of its own, do a real task through their own loops.

The model is `deskhand serve`; the program (`loops.py`) knows nothing of deskhand. What counts is the file that is on
the desktop in the end.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.environments import environment
from tests.server.serving_here import Served, served

LOOPS = Path(__file__).with_name("loops.py")
VERSIONS = [
    pytest.param(["anthropic==0.37.1", "httpx<0.28"], "create stream raw_stream beta async", id="0.37.1"),
    pytest.param(["anthropic==0.75.0"], "create stream raw_stream beta async runner", id="0.75.0"),
    pytest.param(["anthropic==1.17.0"], "create stream raw_stream beta async runner", id="1.17.0"),
    pytest.param(["anthropic"], "create stream raw_stream beta async runner", id="newest"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    with served() as running:
        yield running


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("packages", "modes"), VERSIONS)
def test_an_sdk_does_a_task(server, tmp_path, packages, modes):
    python = environment(tmp_path / "sdk", *packages)
    command = [str(python), "-W", "ignore", str(LOOPS), server.url, *modes.split()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-3000:]
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [entry["mode"] for entry in told] == modes.split()
    for entry in told:
        assert entry["file"].strip() == entry["expected"], entry
