"""The default image: what it holds, what it must not hold, and that it follows what it was made from."""

from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.sandbox.conftest import Inside

import deskhand
from deskhand.sandbox import image
from deskhand.sandbox.interface import CannotConfine


def test_a_look_at_a_fresh_image_is_cheap() -> None:
    first = image.prepare()
    began = time.perf_counter()
    assert image.prepare() == first
    print(f"looked in {1000 * (time.perf_counter() - began):.1f} ms")


async def test_the_guest_and_its_packages_are_inside_and_no_more(inside: Inside) -> None:
    probe = """
import json, sys, time
began = time.perf_counter()
import cffi, dbus_fast, isal.igzip_lib, msgpack, numpy, xcffib
import deskhand.desktop.interface, deskhand.screen.geometry
took = time.perf_counter() - began
import importlib.util
names = [f"deskhand.{room}" for room in ("models", "agent", "tools", "guard", "vision", "sandbox")]
names += ["anthropic", "onnxruntime", "pydantic", "rapidocr"]
print(json.dumps([deskhand.__file__, [name for name in names if importlib.util.find_spec(name)], took]))
"""
    ended = await inside(f"python3 -P - <<'EOF'\n{probe}\nEOF\n")
    file, reachable, took = json.loads(ended.output.splitlines()[0])
    print(f"imported in {1000 * took:.0f} ms")
    assert file == "/opt/deskhand/deskhand/__init__.py"
    assert reachable == []


async def test_programs_find_what_they_need_in_etc(inside: Inside) -> None:
    ended = await inside(
        """
        fc-list | wc -l; fc-match 'sans:lang=ja'; fc-match monospace
        ls /etc/ssl/certs/ca-certificates.crt; xterm -version; getent passwd 1000; getent hosts localhost
        readlink -e $(command -v x-terminal-emulator) >/dev/null && echo alternatives
        update-mime-database -v 2>&1 | head -1; locale 2>&1 | grep -c Cannot; dbus-uuidgen --get
        """
    )
    assert int(ended.output.split()[0]) > 5
    for sign in ("user:x:1000:1000", "ca-certificates.crt", "localhost", "XTerm(", "alternatives"):
        assert sign in ended.output


async def test_nothing_private_of_the_host_is_in_etc(inside: Inside) -> None:
    ended = await inside("ls -A /etc /etc/ssl /etc/xdg; cat /etc/passwd /etc/hosts /etc/machine-id /etc/hostname")
    names = set(ended.output.split())
    for name in (
        "shadow",
        "sudoers",
        "ssh",
        "private",
        "environment.d",
        "profile.d",
        "autostart",
        "cron.d",
        "npmrc",
        "pip.conf",
    ):
        assert name not in names
    assert "/home/user" in ended.output
    host = Path("/etc/machine-id")
    assert not host.exists() or host.read_text().strip() not in ended.output
    assert os.uname().nodename not in ended.output or os.uname().nodename in ("desktop", "localhost")


def test_the_guest_follows_its_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "deskhand"
    for name in ("screen", "desktop"):
        (package / name).mkdir(parents=True)
    (package / "__init__.py").write_text("import the_whole_world")
    (package / "screen/a.py").write_text("A = 1\n")
    monkeypatch.setattr(deskhand, "__file__", str(package / "__init__.py"))
    monkeypatch.setattr(image, "cache_folder", lambda: tmp_path / "cache")

    def guest() -> Path:
        return image.prepare().layers[0].path

    first = guest()
    assert (first / "opt/deskhand/deskhand/__init__.py").read_text() == ""
    assert list((first / "opt/deskhand/deskhand/screen/__pycache__").glob("a.*.pyc"))
    os.utime(package / "screen/a.py")
    assert guest() == first  # touched, not changed
    (package / "screen/a.py").write_text("A = 2\n")
    second = guest()
    assert second != first
    assert (second / "opt/deskhand/deskhand/screen/a.py").read_text() == "A = 2\n"
    assert first.exists()  # another host may be about to stand on it
    yesterday = time.time() - 2 * 24 * 3600
    os.utime(first.with_suffix(".lock"), (yesterday, yesterday))
    (package / "desktop/b.py").write_text("")
    third = guest()
    assert third.exists()
    assert not first.exists()


def test_two_makers_at_once_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(image, "_DISTRIBUTIONS", ("msgpack",))
    with ThreadPoolExecutor(4) as threads:
        images = list(threads.map(lambda _: image.prepare(), range(4)))
    assert len(set(images)) == 1
    for layer in images[0].layers:
        assert layer.path.is_dir()
    assert not list((tmp_path / "cache").glob(".*"))  # no half-made layer is left


def test_a_foreign_interpreter_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    version = type("Version", (tuple,), {"major": 3, "minor": 99})((3, 99))
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(CannotConfine, match=r"runs under Python 3\.99, but the system has only python3.*-m venv"):
        image.system_python()
