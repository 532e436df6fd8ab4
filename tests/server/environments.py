"""Environments of their own, with what a test names from the package registry and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def environment(folder: Path, *packages: str) -> Path:
    """Its Python. The test is skipped where the registry cannot be reached."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
    python = folder / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
    done = subprocess.run(install, capture_output=True, text=True, timeout=600)
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:] or [""]
        if "No matching distribution" in done.stderr or "connection" in done.stderr.lower():
            pytest.skip(f"the package registry has no {packages} for us: {last[0]}")
        raise AssertionError(done.stderr)
    return python
