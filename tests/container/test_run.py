"""A task from the command line to its file, with the embedded model and the desktop in a container."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.cli.command import ENVIRONMENT, deskhand
from tests.container.engine import Kind

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

TASK = "Open the text editor, type: hello from a container, and save it as hello.txt in the shared folder"


def test_a_task_is_done(container_engine: Kind, tmp_path: Path) -> None:
    words = ["run", "--sandbox", container_engine, "--share", "out", "--record", "runs", "--json", TASK]
    found = ENVIRONMENT | os.environ  # where the engine is has been said since those were taken
    done = deskhand(*words, folder=tmp_path, timeout=580, env=found)
    assert done.returncode == 0, (done.stdout[-2000:], done.stderr)
    assert (tmp_path / "out/hello.txt").read_text().strip() == "hello from a container"
    last = json.loads(done.stdout.splitlines()[-1])
    assert last["event"] == "finished", last


def test_without_an_engine_it_says_what_to_do(tmp_path: Path) -> None:
    nowhere = {**ENVIRONMENT, "DOCKER_HOST": f"unix://{tmp_path}/none.sock"}
    done = deskhand("run", "--sandbox", "docker", "--record", "runs", TASK, folder=tmp_path, env=nowhere)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    said = " ".join((done.stdout + done.stderr).split())
    assert "docker is not installed" in said or "No Docker engine is running" in said
