"""The desktop API against its own description, by schemathesis from an environment of its own."""

from __future__ import annotations

import json
import subprocess
import urllib.request

import pytest
from tests.server.environments import environment
from tests.server.serving_here import served

CONFIG = """
[parameters]
"path.id" = "{id}"
"query.wait" = 0.1  # up to a minute each otherwise

# An action may be well-formed and still point outside this screen, or name keys that do not exist.
[[operations]]
include-operation-id = "act"
checks.positive_data_acceptance.enabled = false
"""


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_description_holds(tmp_path):
    python = environment(tmp_path / "schemathesis", "schemathesis>=4.32")
    with served() as server:
        request = urllib.request.Request(f"{server.url}/desktops", b"{}", {"content-type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            id = json.load(answer)["id"]
        (tmp_path / "schemathesis.toml").write_text(CONFIG.format(id=id))
        command = [
            str(python.with_name("schemathesis")), "--config-file", "schemathesis.toml", "run",
            f"{server.url}/openapi.json", "--exclude-method", "DELETE", "--exclude-operation-id", "createDesktop",
            "--exclude-operation-id", "exec", "--include-path-regex", "^/desktops",
            "--phases", "examples,coverage,fuzzing", "--max-examples", "20",
            "--request-timeout", "30",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, cwd=tmp_path)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
