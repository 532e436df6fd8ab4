"""Engines with the desktop's image in them, one of each kind for all tests: 25 s each, when the first test asks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import cast

import pytest
from tests.container.engine import Kind, engine, why_not

from deskhand.sandbox import rootfs
from deskhand.sandbox.container import engine as engines
from deskhand.sandbox.container import images
from deskhand.sandbox.interface import CannotConfine


def _ready(kind: Kind) -> Iterator[Kind]:
    if os.environ.get("DESKHAND_TEST_ENGINES") == "running":  # the caller's own, for who cannot wait
        yield kind
        return
    if reason := why_not(kind):
        pytest.skip(reason)
    try:
        rootfs.tar()
    except CannotConfine as error:
        pytest.skip(str(error))
    with engine(kind) as environment:
        before = {name: os.environ.get(name) for name in environment}
        os.environ.update(environment)
        try:
            images.build(engines.find(kind), lambda _: None)
            yield kind
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value


@pytest.fixture(scope="session")
def docker() -> Iterator[Kind]:
    yield from _ready("docker")


@pytest.fixture(scope="session")
def podman() -> Iterator[Kind]:
    yield from _ready("podman")


@pytest.fixture(scope="session", params=["docker", "podman"])
def container_engine(request: pytest.FixtureRequest) -> Kind:
    """Each in turn. Docker's commands ask its daemon, Podman's its store: both may be there at once."""
    return cast(Kind, request.getfixturevalue(request.param))
