"""The Makefile, the doctor, the desktop that is kept, and the library's face."""

from __future__ import annotations

import inspect
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.command import Running, deskhand

import deskhand as library
from deskhand import face, sync
from deskhand.cli import machine

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "task",
    ["Open the calculator", "クリック「保存」", """It's "$HOME" `id` $(id) \\ 100 % ; rm -rf / & #end""", "--help"],
)
def test_make_run_hands_the_task_over_untouched(tmp_path: Path, task: str) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name, text in {
        "scripts/setup.sh": "#!/bin/sh\n",
        ".venv/bin/deskhand": f'#!{sys.executable}\nimport json, sys\nprint(json.dumps(sys.argv[1:]))\n',
    }.items():  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
        path.chmod(0o755)
    make = ["make", "-s", "run", "ARGS=--share out --max-steps 40"]
    done = subprocess.run([*make, f"TASK={task}"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == ["run", "--share", "out", "--max-steps", "40", "--", task]
    showcase = subprocess.run(make, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "1234 × 5678" in json.loads(showcase.stdout)[-1]


def test_doctor_on_this_machine() -> None:
    done = deskhand("doctor", "--json")
    told = json.loads(done.stdout)
    assert told["ready"] == (done.returncode == 0)
    names = {finding["name"]: finding for finding in told["findings"]}
    assert names["walls"]["state"] == names["text editor"]["state"] == "ok"
    assert {finding["group"] for finding in told["findings"]} == {"walls", "providers", "programs", "fonts", "keys"}
    for finding in told["findings"]:
        assert finding["state"] in ("ok", "absent") or finding["fix"], finding


def test_doctor_never_shows_a_key() -> None:
    done = deskhand("doctor", "--json", env={**os.environ, "ANTHROPIC_API_KEY": "sk-ant-very-secret"})
    assert "set: for claude-… models" in done.stdout
    assert "very-secret" not in done.stdout + done.stderr


def test_doctor_names_the_fix_for_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_INSIDE", "/nonexistent")
    findings = {finding.package: finding for finding in machine.look() if finding.package}
    assert findings["openbox"].state == "missing" and findings["galculator"].state == "limited"
    assert findings["mousepad"].fix == "sudo apt-get install mousepad"
    from deskhand.cli.doctor import commands

    (install,) = commands(list(findings.values()))
    assert install[-len(findings) :] == tuple(findings) and "install" in install


def test_the_package_list_is_one(tmp_path: Path) -> None:
    packages = machine.packages()
    assert {package.name for package in packages} >= {"tigervnc-standalone-server", "chromium", "fonts-noto-cjk"}
    listed = (ROOT / "src/deskhand/cli/packages.txt").read_text()
    assert all(package.name in listed for package in packages)
    assert "src/deskhand/cli/packages.txt" in (ROOT / "scripts/setup.sh").read_text()


def test_a_desktop_is_kept_until_ctrl_c(tmp_path: Path) -> None:
    with Running("desktop", "--json", "--vnc-port", "0", "--share", "out", folder=tmp_path) as running:
        up = running.until("desktop")
        assert (tmp_path / "out").is_dir()
        with socket.socket(socket.AF_UNIX) as view:
            view.connect(up["view"])
            assert view.recv(12).startswith(b"RFB 003.")
        with socket.create_connection(("127.0.0.1", up["port"]), timeout=5) as viewer:
            assert viewer.recv(12).startswith(b"RFB 003.")
        running.interrupt()
        status, _ = running.finish()
    assert status == 0
    assert not Path(up["view"]).exists()


# --- the library ----------------------------------------------------------------------------------------------------


def test_import_is_quick_and_loads_nothing() -> None:
    code = "import sys, time; t = time.perf_counter(); import deskhand; print(time.perf_counter() - t, *sys.modules)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(3)]
    best = min((run.stdout.split() for run in runs), key=lambda words: float(words[0]))
    assert float(best[0]) < 0.05
    assert not {"numpy", "pydantic", "anthropic", "deskhand.face"} & set(best)


def test_nothing_we_load_reports_to_anybody(tmp_path: Path) -> None:
    code = """
import deskhand
import deskhand.vision.weights
import onnxruntime, rapidocr, pathlib
model = next(pathlib.Path(rapidocr.__file__).parent.glob("models/*.onnx"))
onnxruntime.InferenceSession(str(model))
"""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    subprocess.run([sys.executable, "-c", code], env={**env, "HOME": str(tmp_path)}, check=True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_every_public_name_is_there() -> None:
    for name in library._WHERE:
        assert getattr(library, name).__module__.startswith("deskhand"), name
    assert set(library._WHERE) <= set(dir(library))
    with pytest.raises(AttributeError, match="no attribute 'opne_desktop'"):
        library.opne_desktop  # noqa: B018 - the access is the test


def test_both_faces_have_the_same_methods() -> None:
    def methods(kind: type) -> dict[str, str]:
        return {
            name: str(inspect.signature(value))
            for name, value in vars(kind).items()
            if not name.startswith("_") and callable(value)
        }

    assert methods(sync.Desktop) == methods(face.Desktop)


def test_the_plain_face_works_and_puts_itself_away(tmp_path: Path) -> None:
    code = """
import deskhand.sync as deskhand, sys
desktop = deskhand.open_desktop("800x600", share=sys.argv[1])
print(desktop.run("echo $((6 * 7)) > ~/Shared/n; cat ~/Shared/n").output.strip(), desktop.size)
desktop.click(400, 300)
print(desktop.pointer(), desktop.screenshot("s.png").png[:4] == open("s.png", "rb").read(4))
try:
    desktop.click(800, 300)
except Exception as error:
    print(type(error).__name__)
print(desktop.view_socket)
"""
    share = tmp_path / "share"
    share.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", code, str(share)], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[:3] == ["42 800x600", "(400, 300) True", "InvalidAction"]
    deadline = time.monotonic() + 5
    while Path(lines[3]).exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(lines[3]).exists()
