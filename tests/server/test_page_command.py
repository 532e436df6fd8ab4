"""`deskhand serve` as whoever wants the page starts it: a link for each, another when it is used, nothing left over."""

from __future__ import annotations

import os
import re
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from tests.cli.command import here
from tests.server.serving_here import Served


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    return {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "DATA")}


def lines(server: Served, count: int) -> list[str]:
    assert server.process.stdout is not None
    return [server.process.stdout.readline() for _ in range(count)]


def status(url: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_a_link_each_and_another_when_it_is_used(tmp_path, places):
    server = Served("--user", "ann", "--user", "ben", "--runs", "runs", "--stock", "0", folder=tmp_path, env=places)
    try:
        told = lines(server, 6)
        links = dict(re.findall(r"The page for (\w+): (\S+)", "".join(told)))
        tokens = dict(re.findall(r"Programs of (\w+) show this token at /api: (\S+)", "".join(told)))
        assert set(links) == set(tokens) == {"ann", "ben"}
        assert status(links["ann"]) == 200 and status(links["ann"]) == 403
        (again,) = lines(server, 1)
        assert "Another for ann" in again and status(again.split()[-1]) == 200
        assert status(f"{server.url}/api/me") == 401
        assert status(f"{server.url}/api/me", authorization=f"Bearer {tokens['ben']}") == 200
        assert status(f"{server.url}/health") == 200  # the other doors are as open as they were
    finally:
        assert server.stop()[0] == 0
    assert not (tmp_path / "runs").exists()
    assert (tmp_path / "state/deskhand/serve.key").stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_without_the_page(tmp_path, places):
    server = Served("--no-page", "--runs", "runs", folder=tmp_path, env={**places, "DESKHAND_CONSENT": "yes"})
    try:
        told = "".join(lines(server, 3))
        assert "The page" not in told and "this token at /api" in told
        assert status(f"{server.url}/start") == 404 and status(f"{server.url}/assets/x") == 404
        assert status(f"{server.url}/openapi.json") == 200
    finally:
        server.stop()


def test_no_name_for_a_user(tmp_path, places):
    done = here("serve", "--port", "0", "--user", "../ann", folder=tmp_path, env={**os.environ, **places})
    assert done.returncode == 1 and "is no name for a user" in done.stderr and "Traceback" not in done.stderr
