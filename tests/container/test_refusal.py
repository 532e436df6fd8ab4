"""What cannot be had is refused in words that say what to do, before anything is started."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deskhand.sandbox import providers, rootfs
from deskhand.sandbox.container import engine
from deskhand.sandbox.held import Stay
from deskhand.sandbox.interface import CannotConfine, SandboxError, Spec
from deskhand.sandbox.take import refuse_impossible


def _pretend(folder: Path, name: str, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command of that name is all that there is."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(engine, "_PATH", str(folder))


@pytest.mark.parametrize("name", engine.NAMES)
def test_an_engine_that_is_not_installed(
    name: engine.EngineName, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_PATH", str(tmp_path))
    with pytest.raises(CannotConfine, match=f"{name} is not installed: sudo apt-get install"):
        engine.find(name)


def test_a_client_without_its_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(tmp_path, "docker", "exit 1", monkeypatch)
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/docker.sock")
    with pytest.raises(CannotConfine, match=r"No Docker engine is running at unix:///.*Start it: sudo systemctl"):
        engine.find("docker")


def test_an_engine_on_another_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(tmp_path, "docker", "exit 1", monkeypatch)
    monkeypatch.setenv("DOCKER_HOST", "tcp://192.0.2.7:2375")
    with pytest.raises(CannotConfine, match="has to run on this machine"):
        engine.find("docker")


def test_no_key_goes_to_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ANTHROPIC_API_KEY", "DOCKER_PASSWORD", "DOCKER_AUTH_CONFIG", "CONTAINERS_TOKEN"):
        monkeypatch.setenv(name, "a secret")
    monkeypatch.setenv("DOCKER_HOST", "unix:///somewhere")
    told = engine.environment()
    assert told["DOCKER_HOST"] == "unix:///somewhere"
    assert "a secret" not in told.values()


async def test_a_snapshot_to_begin_with() -> None:
    with pytest.raises(SandboxError, match="cannot begin with a snapshot"):
        await providers.start(Spec(provider="docker", base="base"), Stay())


def test_a_snapshot_to_end_with(tmp_path: Path) -> None:
    (tmp_path / "session.json").write_text('{"spec": {"provider": "podman"}}')
    with pytest.raises(SandboxError, match="cannot be kept as a snapshot, nor forked"):
        refuse_impossible(tmp_path)


def test_a_name_that_is_none() -> None:
    assert providers.check_name("vm") == "vm"
    with pytest.raises(SandboxError, match="choose one of namespaces, docker, podman, vm"):
        providers.check_name("chroot")


def test_a_machine_that_has_no_debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is taken from elsewhere in its place."""
    (tmp_path / "apt-get").write_text("#!/bin/sh\necho 'Ubuntu|noble|noble|main|http://registry.test/ubuntu'\n")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(CannotConfine, match="made from one release of Debian, and this machine's apt knows none"):
        rootfs._sources()
