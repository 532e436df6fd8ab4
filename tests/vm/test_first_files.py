"""The machine's first file system, and what its command line says."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from deskhand.sandbox.interface import CannotConfine, Limits, Spec
from deskhand.sandbox.vm import command, initrd, kernel


def _module(needs: str) -> bytes:
    return b"\x7fELF...\0license=GPL\0depends=" + needs.encode() + b"\0name=x\0"


def test_each_module_comes_after_those_it_needs(tmp_path: Path) -> None:
    root = tmp_path / "lib/modules/6.1"
    needs = {"virtio_pci": "virtio_pci_modern_dev,virtio", "virtio": "virtio_ring", "9p": "9pnet,netfs"}
    needs |= {"9pnet_virtio": "virtio,virtio_ring,9pnet", "erofs": "libcrc32c"}
    others = ("virtio_pci_modern_dev", "virtio_ring", "9pnet", "netfs", "libcrc32c")
    (root / "kernel/deep").mkdir(parents=True)
    for name in {*kernel.MODULES, *others, *needs} - {"overlay"}:
        (root / "kernel/deep" / f"{name}.ko").write_bytes(_module(needs.get(name, "")))
    (root / "modules.builtin").write_text("kernel/fs/overlayfs/overlay.ko\n")
    order = [name for name, _data in kernel.Kernel(tmp_path).modules()]
    assert "overlay" not in order, "it is in the kernel already"
    for name, needed in needs.items():
        for each in needed.split(","):
            assert order.index(each.replace("-", "_")) < order.index(name), order


def test_the_archive_can_be_read_back() -> None:
    try:
        whole = initrd.build([("virtio", b"\x7fELF")], b"filter")
    except CannotConfine as error:
        pytest.skip(str(error))
    found: dict[str, bytes] = {}
    at = 0
    while True:
        fields = [int(whole[at + 6 + 8 * i : at + 14 + 8 * i], 16) for i in range(13)]
        size, name_size = fields[6], fields[11]
        name = whole[at + 110 : at + 110 + name_size - 1].decode()
        data_at = at + 110 + name_size + (-(110 + name_size) % 4)
        if name == "TRAILER!!!":
            break
        found[name] = whole[data_at : data_at + size]
        at = data_at + size + (-size % 4)
    assert found["modules/order"] == b"virtio\n" and found["modules/virtio.ko"] == b"\x7fELF"
    assert found["steward/deskhand/sandbox/vm/steward.py"] == Path(initrd.__file__).with_name("steward.py").read_bytes()
    assert found["init"].startswith(b"#!/busybox sh") and struct.calcsize("I") == 4


def test_the_machine_has_no_network_card_and_no_path_of_the_host() -> None:
    try:
        words = command.line(Spec(limits=Limits(memory=1 << 30, cpus=1.5)), "tcg", "/usr/bin/python3")
    except CannotConfine as error:
        pytest.skip(str(error))
    line = " ".join(words)
    assert "-nodefaults" in words and "net" not in line.replace("virtserialport", "") and "hostfwd" not in line
    assert "-sandbox on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny" in line
    assert words[words.index("-m") + 1] == "1024M" and int(words[words.index("-smp") + 1]) <= 2
    assert str(Path.home()) not in line.replace("/root", "") or str(Path.home()) == "/root"
