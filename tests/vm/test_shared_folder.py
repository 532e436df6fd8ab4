"""~/Shared in a virtual machine: written on both sides, at once; and never a way to anything else of the host."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from tests.vm.conftest import OpenMachine, told

from deskhand.sandbox.interface import SandboxError

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


async def test_both_sides_see_what_the_other_writes(opened: OpenMachine, tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("from the host\n")
    desktop = await opened(share=tmp_path)
    assert await told(desktop, "cat ~/Shared/there.txt; stat -c %U ~/Shared/there.txt") == "from the host\nuser"
    await told(desktop, "cd ~/Shared && mkdir sub && echo 日本語 > sub/ファイル.txt && echo more >> there.txt; cd")
    assert (tmp_path / "sub/ファイル.txt").read_text() == "日本語\n"
    assert (tmp_path / "there.txt").read_text() == "from the host\nmore\n"
    (tmp_path / "later.txt").write_text("later\n")
    assert await told(desktop, "cat ~/Shared/later.txt") == "later"
    owner = tmp_path.stat()
    for path in tmp_path.rglob("*"):
        assert (path.lstat().st_uid, path.lstat().st_gid) == (owner.st_uid, owner.st_gid), path


async def test_it_leads_nowhere(opened: OpenMachine, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    shared = tmp_path / "shared"
    outside.mkdir()
    shared.mkdir()
    (outside / "secret").write_text("CANARY")
    (shared / "planted").symlink_to(outside / "secret")
    (shared / "folder").symlink_to(outside)
    desktop = await opened(share=shared)
    script = f"""cd ~/Shared
    cat planted folder/secret ../../../../../..{outside}/secret 2>&1
    ln -s {outside} mine; ln -s ../outside up; cat mine/secret up/secret 2>&1
    mkdir real; mv real old; ln -s {outside} real; cat real/secret 2>&1
    echo x > mine/written; echo x > up/written
    cp /bin/true tool; chmod 6755 tool; mkfifo pipe; mknod device b 7 0; chown root tool
    ls -la; cd"""
    assert "CANARY" not in await told(desktop, script)
    assert {each.name for each in outside.iterdir()} == {"secret"}
    for path in shared.rglob("*"):
        mode = path.lstat().st_mode
        assert not stat.S_ISBLK(mode) and not stat.S_ISCHR(mode)
        if not stat.S_ISLNK(mode):
            assert not mode & 0o6000, f"{path} would be set-uid on the host"
            assert path.lstat().st_uid == shared.stat().st_uid


async def test_a_snapshot_with_it(opened: OpenMachine, tmp_path: Path) -> None:
    """It is put away while the machine is kept, and there again afterwards; not while a program is at work in it."""
    desktop = await opened(share=tmp_path)
    await told(desktop, "sleep 1000 < /dev/null > ~/Shared/log & echo started")
    with pytest.raises(SandboxError, match="Shared"):
        await desktop.snapshot(programs="keep")
    assert (await told(desktop, "pkill sleep; echo again > ~/Shared/after; cat ~/Shared/after")).endswith("again")
    await desktop.snapshot(programs="keep")
    assert await told(desktop, "cat ~/Shared/after") == "again"
    await desktop.reset()
    assert await told(desktop, "cat ~/Shared/after && touch ~/Shared/more") == "again"
    assert (tmp_path / "more").exists()
