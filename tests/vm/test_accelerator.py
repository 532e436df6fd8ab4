"""KVM is used where a machine has booted with it, and nowhere else; what came of the attempt is remembered."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.sandbox.conftest import needs_root

from deskhand.sandbox import image
from deskhand.sandbox.vm import accelerator, machine

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def layers(possible: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> image.Image:
    made = machine.prepare()
    monkeypatch.setattr(image, "cache_folder", lambda: tmp_path)  # what is found is remembered there
    return made


@pytest.fixture
def device() -> Iterator[Path]:
    """A KVM device of the test's own, which a group may use: not below /tmp, of which the walls have their own."""
    if not accelerator.DEVICE.exists():
        pytest.skip("there is no KVM on this machine")
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="deskhand-test-") as folder:
        Path(folder).chmod(0o755)
        made = Path(folder, "kvm")
        os.mknod(made, 0o600 | stat.S_IFCHR, os.makedev(10, 232))
        yield made


async def test_no_device(layers: image.Image, tmp_path: Path) -> None:
    found = await accelerator.find(layers, tmp_path / "kvm")
    assert found == accelerator.Found("tcg", f"there is no {tmp_path / 'kvm'}")


@needs_root
async def test_a_device_counts_for_nothing_until_a_machine_has_booted(layers: image.Image, device: Path) -> None:
    forbidden = await accelerator.find(layers, device)
    assert forbidden.name == "tcg" and "Permission denied" in forbidden.why
    device.chmod(0o660)
    os.chown(device, 0, 4242)
    tried = await accelerator.find(layers, device)
    assert "Permission denied" not in tried.why, "the machine is in the device's group"
    assert (tried.name == "kvm") == (tried.why == "")
    began = time.monotonic()
    assert await accelerator.find(layers, device) == tried
    assert time.monotonic() - began < 1


@needs_root
async def test_one_that_does_not_come_up_is_not_waited_for(
    layers: image.Image, device: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    device.chmod(0o666)
    monkeypatch.setattr(accelerator, "_LIMIT", 0.01)
    found = await accelerator.find(layers, device)
    assert found.name == "tcg" and "does not start within" in found.why
