"""Row 50: traps in the shared folder, laid from inside for whoever reads it outside."""

from __future__ import annotations

import asyncio
import os
import stat
import time
from pathlib import Path

import pytest

from deskhand.agent import shared_folder
from deskhand.agent.events import Finished, to_json
from deskhand.sandbox import image, namespaces
from deskhand.sandbox.interface import Spec
from deskhand.sandbox.namespaces import Ended

TRAPS = r"""
import os, socket, sys
os.chdir("/home/user/Shared")
secret = sys.argv[1]
tried = {
    "link to a secret": lambda: os.symlink(secret, "answer.txt"),
    "link upwards": lambda: os.symlink("../" * 30 + secret.lstrip("/"), "up.txt"),
    "link to a folder": lambda: os.symlink(os.path.dirname(secret), "folder"),
    "link to the root": lambda: os.symlink("/", "everything"),
    "link to itself": lambda: os.symlink("loop", "loop"),
    "link to the reader": lambda: os.symlink("/proc/self/environ", "me.txt"),
    "pipe": lambda: os.mkfifo("pipe.txt"),
    "socket": lambda: socket.socket(socket.AF_UNIX).bind("socket.txt"),
    "device": lambda: os.mknod("device.txt", 0o20666, os.makedev(1, 5)),
    "sparse": lambda: os.truncate(os.open("sparse.bin", os.O_CREAT | os.O_RDWR), 10 << 40),
    "long name": lambda: open("n" * 251 + ".txt", "w").write("long"),
    "strange name": lambda: open(b"\xff\xfe\n\x1b[31m.txt", "w").write("strange"),
    "option": lambda: open("-rf", "w").write("option"),
    "dots": lambda: open("...", "w").write("dots"),
    "forbidden": lambda: os.chmod(os.open("forbidden.txt", os.O_CREAT | os.O_WRONLY), 0),
    "hard link": lambda: os.link("/etc/passwd", "hard.txt"),
}
for name, way in tried.items():
    try:
        way()
    except OSError as error:
        print(name, error.strerror)
for _ in range(60):
    os.mkdir("deep")
    os.chdir("deep")
open("bottom.txt", "w").write("x")
os.chdir("/home/user/Shared")
open("honest.txt", "w").write("honest")
print("laid", flush=True)
"""

EXCHANGE = r"""
import os, sys, time
os.chdir("/home/user/Shared")
secret = sys.argv[1]
os.mkdir("d")
end = time.time() + 2
while time.time() < end:
    for name, target in (("file.txt", secret), ("d/file.txt", secret)):
        with open("new", "w") as file:
            file.write("plain")
        os.replace("new", name)
        os.symlink(target, "link")
        os.replace("link", name)
    os.rename("d", "d2")
    os.symlink(os.path.dirname(secret), "d")
    os.unlink("d")
    os.rename("d2", "d")
print("done")
"""


async def _run(program: str, share: Path, secret: Path) -> Ended:
    words = [image.system_python(), "-I", "-S", "-c", program, str(secret)]
    sandbox = await namespaces.start(Spec(share=share), argv=words)
    try:
        return await sandbox.wait()
    finally:
        await sandbox.destroy()


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path, Path]:
    """The shared folder, where its files are copied to, and a secret beside them."""
    share, kept, secret = tmp_path / "share", tmp_path / "kept", tmp_path / "own" / "file.txt"
    for folder in (share, kept, secret.parent):
        folder.mkdir()
    secret.write_text("SECRET")
    return share, kept, secret


async def test_only_plain_files_are_taken(places: tuple[Path, Path, Path]) -> None:
    share, kept, secret = places
    ended = await _run(TRAPS, share, secret)
    assert ended.output.endswith("laid\n"), ended
    assert "device Operation not permitted" in ended.output
    began = time.monotonic()
    copied = shared_folder.copy_changes(share, {}, kept)
    shared_folder.contents(share)
    assert time.monotonic() - began < 5
    taken = {os.fsencode(path.name) for path in kept.rglob("*") if path.is_file()}
    expected = {b"honest.txt", b"-rf", b"...", b"n" * 251 + b".txt", b"\xff\xfe\n\x1b[31m.txt"}
    assert taken - {b"forbidden.txt"} == expected  # root may read what it forbids
    for path in kept.rglob("*"):
        mode = path.lstat().st_mode
        assert stat.S_ISREG(mode) or stat.S_ISDIR(mode)
        assert not stat.S_ISREG(mode) or "SECRET" not in path.read_text()
    assert sum("no plain file" in each for each in copied.skipped) >= 8
    assert any("sparse.bin" in each for each in copied.skipped)
    assert any("nested" in each for each in copied.skipped)
    assert secret.read_text() == "SECRET"
    event = Finished("done", "", 1, 1.0, "run", files=copied.names)
    assert "honest.txt" in to_json(event)  # names that are no text can be journalled too


async def test_a_file_exchanged_for_a_link_while_it_is_read(places: tuple[Path, Path, Path]) -> None:
    """A guest that is still there: it exchanges files and folders for links, some thousand times a second."""
    share, kept, secret = places
    busy = asyncio.create_task(_run(EXCHANGE, share, secret))
    rounds = 0
    while not busy.done():
        target = kept / str(rounds)
        target.mkdir()
        await asyncio.to_thread(shared_folder.copy_changes, share, {}, target)
        rounds += 1
    assert (await busy).output == "done\n"
    assert rounds > 10
    read = {path.read_text() for path in kept.rglob("*") if path.is_file()}
    assert "plain" in read
    assert not any("SECRET" in each for each in read)
