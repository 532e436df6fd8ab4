"""Getting warm in the background does no harm to a process that ends meanwhile."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROCESS = """
import time
from deskhand.guard.injection.warm import warm
warm()
time.sleep({seconds})
"""


@pytest.mark.parametrize(
    "seconds", [0.0, 0.2, 0.3, *(pytest.param(each, marks=pytest.mark.slow) for each in (0.15, 0.25, 0.35))]
)
def test_a_process_may_end_while_the_networks_are_loaded(seconds: float) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROCESS.format(seconds=seconds)], capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
