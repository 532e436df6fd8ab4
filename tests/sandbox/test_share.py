"""The shared folder: the only thing of the host that can be written, with the owners people expect on both sides."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.sandbox.conftest import Inside, needs_root

from deskhand.sandbox import namespaces, session
from deskhand.sandbox.interface import SandboxError, Spec

OWNER, GROUP = 12345, 12346


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that belongs to an ordinary user of the host, where we may give folders away."""
    made = tmp_path / "out"
    made.mkdir()
    if os.geteuid() == 0:
        os.chown(made, OWNER, GROUP)
    (made / "there.txt").write_text("from the host\n")
    if os.geteuid() == 0:
        os.chown(made / "there.txt", OWNER, GROUP)
    return made


WORK = """
cd ~/Shared && stat -c %U:%G . there.txt && cat there.txt && echo more >> there.txt
mkdir sub && echo 日本語 > sub/ファイル.txt && ln -s there.txt link && chmod 700 sub && rm -f nothing
"""


async def test_what_is_written_belongs_to_the_folders_owner(inside: Inside, folder: Path) -> None:
    ended = await inside(WORK, Spec(share=folder))
    assert ended.output == "user:user\nuser:user\nfrom the host\n"
    assert (folder / "there.txt").read_text() == "from the host\nmore\n"
    assert (folder / "sub/ファイル.txt").read_text() == "日本語\n"
    status = folder.stat()
    for path in [*folder.rglob("*")]:
        assert (path.lstat().st_uid, path.lstat().st_gid) == (status.st_uid, status.st_gid), path


@needs_root
async def test_a_folder_of_root_too(inside: Inside, tmp_path: Path) -> None:
    ended = await inside("cd ~/Shared && echo hello > answer.txt && stat -c %U answer.txt", Spec(share=tmp_path))
    assert ended.output == "user\n"
    assert (tmp_path / "answer.txt").read_text() == "hello\n"
    assert (tmp_path / "answer.txt").stat().st_uid == 0


async def test_no_trap_is_left_in_it(inside: Inside, tmp_path: Path) -> None:
    """A set-uid file, a device or a file capability of root's folder would be one on the host."""
    ended = await inside(
        """
        cd ~/Shared; cp /bin/dash shell; chmod 4755 shell; chmod u+s shell; chmod 2755 shell
        mknod device b 254 0; setfattr -n user.x -v 1 shell; ln /etc/passwd hard
        python3 -c 'import os; os.close(os.open("made", os.O_CREAT | os.O_WRONLY, 0o4755))'
        unshare -Ur sh -c 'setcap cap_sys_admin+ep shell; chown 0:0 shell; chmod 4755 shell'
        ls
        """,
        Spec(share=tmp_path),
    )
    assert ended.output.endswith("shell\n")
    assert [path.name for path in tmp_path.iterdir()] == ["shell"]
    assert (tmp_path / "shell").stat().st_mode & 0o7777 == 0o755
    assert os.listxattr(tmp_path / "shell") == []


async def test_nothing_else_of_the_host_can_be_written(inside: Inside, folder: Path) -> None:
    """Every mount that is not the sandbox's own tmpfs, its proc or its devices is read-only, but for the share."""
    ended = await inside("cat /proc/self/mountinfo", Spec(share=folder))
    writable = []
    for line in ended.output.splitlines():
        left, _, right = line.partition(" - ")
        target, options, kind = left.split()[4], left.split()[5].split(","), right.split()[0]
        own = kind in ("overlay", "tmpfs", "proc", "devpts") or (
            kind == "devtmpfs" and target.startswith(("/dev/", "/proc/"))
        )
        if "rw" in options and not own:
            writable.append((target, {"nosuid", "nodev"} <= set(options)))
    assert writable == [("/home/user/Shared", True)] or (writable == [] and " tmpfs " in _filesystem(folder))
    ended = await inside(
        "cd ~/Shared/.. && touch escaped && cd / && for i in 1 2 3 4; do cd ..; done; ls", Spec(share=folder)
    )
    assert not (folder.parent / "escaped").exists()
    assert "work" not in ended.output.split()


def _filesystem(folder: Path) -> str:
    return f" {subprocess.run(['stat', '-f', '-c', '%T', folder], capture_output=True, text=True).stdout.strip()} "


@pytest.fixture
def unmappable(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system that cannot show other owners than it has."""
    for name in ("lower", "upper", "work", "merged"):
        (tmp_path / name).mkdir()
    options = f"lowerdir={tmp_path}/lower,upperdir={tmp_path}/upper,workdir={tmp_path}/work"
    mounted = ["mount", "-t", "overlay", "overlay", "-o", options, str(tmp_path / "merged")]
    if subprocess.run(mounted, capture_output=True).returncode != 0:
        pytest.skip("no overlay can be mounted here to try it on")
    try:
        yield tmp_path / "merged"
    finally:
        subprocess.run(["umount", str(tmp_path / "merged")], check=True)


@needs_root
async def test_where_owners_cannot_be_mapped_the_user_gets_the_owners_id(inside: Inside, unmappable: Path) -> None:
    os.chown(unmappable, OWNER, GROUP)
    ended = await inside(
        "cd ~/Shared && stat -c %U:%G . && echo hi > there.txt && cat /proc/self/uid_map", Spec(share=unmappable)
    )
    assert ended.output.startswith("user:user\n")
    assert (unmappable / "there.txt").stat().st_uid == OWNER
    assert f"1000      {OWNER}          1" in ended.output


@needs_root
async def test_but_never_roots_whose_folder_is_lent(inside: Inside, unmappable: Path) -> None:
    (unmappable / "old.txt").write_text("old\n")
    (unmappable / "others.txt").write_text("x")
    os.chown(unmappable / "others.txt", OWNER, GROUP)
    (unmappable / "link").symlink_to("/etc/hostname")
    ended = await inside(
        "cd ~/Shared && stat -c %U . old.txt && echo new >> old.txt && mkdir sub && ln -s /etc/passwd sub/link && "
        "echo x > sub/made; echo x >> others.txt",
        Spec(share=unmappable),
    )
    assert ended.output.startswith("user\nuser\n")
    assert "others.txt: Permission denied" in ended.output
    assert (unmappable / "old.txt").read_text() == "old\nnew\n"
    for path in [unmappable, *unmappable.rglob("*")]:
        assert path.lstat().st_uid == (OWNER if path.name == "others.txt" else 0), path
    assert Path("/etc/passwd").stat().st_uid == Path("/etc/hostname").stat().st_uid == 0


@needs_root
async def test_a_lent_folder_is_given_back_after_a_crash_too(unmappable: Path) -> None:
    argv = ["/bin/sh", "-c", "echo made > ~/Shared/made; exec sleep 100"]
    sandbox = await namespaces.start(Spec(share=unmappable), argv=argv)
    for _ in range(500):
        if (unmappable / "made").exists():
            break
        await asyncio.sleep(0.01)
    assert (unmappable / "made").stat().st_uid >= 0x7000_0000
    os.kill(session.read(sandbox.folder, "launcher.json")["launcher"], signal.SIGKILL)
    await sandbox.destroy()
    assert unmappable.stat().st_uid == (unmappable / "made").stat().st_uid == 0


async def test_what_cannot_be_shared_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for share, sentence in [
        (tmp_path / "missing", "does not exist"),
        (tmp_path / "file", "Only a folder can be shared"),
        (Path("/"), "whole file system cannot be shared"),
    ]:
        with pytest.raises(SandboxError, match=sentence):
            await namespaces.start(Spec(share=share), argv=["/bin/true"])
