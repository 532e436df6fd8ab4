"""Desktops for every room's tests: real ones, behind real walls, always destroyed.

Starting a desktop takes more than a second, so tests of one module share one (`desktop`) unless they ask for their
own (`open_desktop`). Tests and fixtures run in one event loop (see pyproject.toml): a desktop belongs to the loop it
was opened in.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
import pytest_asyncio
from tests.container.fixtures import container_engine, docker, podman  # noqa: F401 (fixtures for all rooms)

if TYPE_CHECKING:
    from deskhand.desktop.remote import RemoteDesktop


_OWN = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Tests write neither the settings nor the state of whoever runs them."""
    config.stash[_OWN] = Path(tempfile.mkdtemp(prefix="deskhand-tests-"))
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ[variable] = str(config.stash[_OWN] / variable.split("_")[1].lower())
    os.environ["DESKHAND_CONSENT"] = "yes"


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_OWN], ignore_errors=True)


class OpenDesktop(Protocol):
    async def __call__(self, **spec: Any) -> RemoteDesktop:
        """A fresh desktop; the arguments are the fields of `deskhand.sandbox.interface.Spec`."""
        ...


@pytest_asyncio.fixture
async def open_desktop() -> AsyncIterator[OpenDesktop]:
    """A factory of desktops of one's own, closed after the test: ``await open_desktop(size=Size(800, 600))``."""
    from deskhand.sandbox.open import open_desktop as really_open

    opened: list[RemoteDesktop] = []

    async def factory(**spec: Any) -> RemoteDesktop:
        desktop = await really_open(**spec)
        opened.append(desktop)
        return desktop

    try:
        yield factory
    finally:
        for desktop in opened:
            await desktop.close()


@pytest_asyncio.fixture(scope="module")
async def share(tmp_path_factory: Any) -> Path:
    """The folder of the host that the module's `desktop` sees as ~/Shared."""
    folder: Path = tmp_path_factory.mktemp("share")
    return folder


@pytest_asyncio.fixture(scope="module")
async def desktop(share: Path) -> AsyncIterator[RemoteDesktop]:
    """One desktop of 1280x800 for all tests of a module."""
    from deskhand.sandbox.open import open_desktop as really_open

    opened = await really_open(share=share)
    try:
        yield opened
    finally:
        await opened.close()
