"""The same walls for a user without any privilege: a real account, made for the test and removed after it."""

from __future__ import annotations

import json
import pwd
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.sandbox.conftest import needs_root

pytestmark = [
    needs_root,
    pytest.mark.skipif(
        not all(shutil.which(program) for program in ("useradd", "userdel", "setpriv")),
        reason="making a user for the test needs useradd, userdel and setpriv",
    ),
]

SCRIPT = """
import asyncio, json, sys
from pathlib import Path
from deskhand.sandbox import namespaces
from deskhand.sandbox.interface import Limits, Spec

async def main():
    share = Path.home() / "out"
    share.mkdir(mode=0o700)
    spec = Spec(share=share, limits=Limits(processes=60, disk=48 << 20, memory=300 << 20))
    sandbox = await namespaces.start(spec, argv=["/bin/bash", "-c", sys.argv[1]])
    folder, mode = sandbox.folder, sandbox.mode
    ended = await sandbox.wait()
    await sandbox.destroy()
    print(json.dumps([mode, ended.code, ended.output, folder.exists(), (share / "made").stat().st_uid]))

asyncio.run(main())
"""

INSIDE = """
id; cat /proc/self/uid_map
grep -E 'Cap|NoNewPrivs|^Seccomp:' /proc/self/status | grep -vE '0{16}|Privs:.1|Seccomp:.2' && echo privileged
tr '\\0' '\\n' < /proc/1/environ | grep CANARY
ls -A /home /root; ls ~
grep -E '/home/[^u]|\\.cache|/run/user/[^1]' /proc/self/mountinfo | grep -v /home/user/Shared
stat -c %U:%a ~ /tmp $XDG_RUNTIME_DIR ~/Shared
echo done > ~/Shared/made; touch ~/Shared/../x /tmp/x /dev/shm/x
touch /usr/bin/x /etc/x /opt/x 2>&1 | grep -c Read-only
mount -t tmpfs none /mnt 2>/dev/null || echo no mount
unshare -m true 2>/dev/null || echo no mount namespace
echo interfaces: $(tail -n +3 /proc/net/dev | cut -d: -f1)
head -c 100M /dev/zero > /tmp/fill 2>/dev/null; du -m /tmp/fill; rm /tmp/fill
python3 -c 'b = [bytearray(10 << 20) for _ in range(60)]' 2>&1 | tail -1
"""


@dataclass(frozen=True)
class Account:
    name: str
    uid: int
    home: Path

    def run(self, *command: str) -> str:
        words = ["setpriv", f"--reuid={self.uid}", f"--regid={self.uid}", "--init-groups", "env", "-i"]
        words += [f"HOME={self.home}", "PATH=/usr/bin:/bin", "API_KEY=CANARY"]
        done = subprocess.run([*words, *command], capture_output=True, text=True, timeout=60, cwd="/")
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def account() -> Iterator[Account]:
    name = f"deskhand-{secrets.token_hex(3)}"
    subprocess.run(["useradd", "--create-home", "--user-group", name], check=True)
    try:
        found = pwd.getpwnam(name)
        yield Account(name, found.pw_uid, Path(found.pw_dir))
    finally:
        subprocess.run(["userdel", "--remove", name], check=True, capture_output=True)
        shutil.rmtree(f"/tmp/deskhand-{found.pw_uid}", ignore_errors=True)


KEPT = """
import asyncio, json, os
from deskhand.sandbox import namespaces, store
from deskhand.sandbox.interface import SandboxError, Spec
from deskhand.sandbox.take import take

async def run(command, base=""):
    sandbox = await namespaces.start(Spec(base=base), argv=["/bin/bash", "-c", command])
    ended = await sandbox.wait()
    await sandbox.destroy()
    return ended.output

async def keep(command, name, base=""):
    done = "touch /run/user/1000/done; exec sleep 1000"
    sandbox = await namespaces.start(Spec(base=base), argv=["/bin/bash", "-c", f"{command}; {done}"])
    while not os.path.exists(f"/proc/{sandbox.init}/root/run/user/1000/done"):
        await asyncio.sleep(0.01)
    taken, held = await take(sandbox.folder, name, "end")
    os.close(held)
    await sandbox.destroy()
    return taken

async def main():
    first = await keep("cd; echo 1 > a; echo 1 > b; rm -r Documents; mkdir -m 0 closed; rmdir /srv; echo x > /x", "one")
    owners = {os.lstat(os.path.join(top, name)).st_uid for top, _, names in os.walk(first.layer) for name in names}
    # Here the user inside owns even the top folders: a link in place of one must lead no later start astray.
    second = await keep("cd; rm a; echo 2 > b; mv /home/user /home/other; rmdir /home/other/Desktop; "
                        "rm -r /home; ln -s /tmp /home", "two", "one")
    seen = await run("cd; echo *; cat a b; ls -d /srv; cat /x; stat -c %a closed", "one")
    try:
        strange = await run("echo started", "two")
    except SandboxError as error:
        strange = str(error)
    print(json.dumps([seen, list(owners), strange]))
    store.remove("one"), store.remove("two")
    print(json.dumps(sorted(store.kept())))

asyncio.run(main())
"""


def test_a_plain_user_keeps_snapshots_too(account: Account) -> None:
    if not _may_be_read_by_all(Path(sys.executable).absolute()) or not _may_be_read_by_all(Path(__file__)):
        pytest.skip("this checkout lies in a folder that only its owner may enter")
    seen, left = (json.loads(line) for line in account.run(sys.executable, "-c", KEPT).splitlines())
    output, owners, strange = seen
    assert output.splitlines()[:3] == ["Desktop Downloads a b closed", "1", "1"]
    assert "cannot access '/srv'" in output and output.splitlines()[-2:] == ["x", "0"]
    assert owners == [account.uid]
    assert "could not be started inside the sandbox" in strange
    assert left == []


def _may_be_read_by_all(path: Path) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in [*path.parents])


def test_a_plain_user_gets_the_same_walls(account: Account) -> None:
    if not _may_be_read_by_all(Path(sys.executable).absolute()) or not _may_be_read_by_all(Path(__file__)):
        pytest.skip("this checkout lies in a folder that only its owner may enter")
    mode, code, output, folder_left, owner = json.loads(account.run(sys.executable, "-c", SCRIPT, INSIDE))
    assert (mode, code, folder_left, owner) == ("single", 0, False, account.uid), output
    assert output.splitlines() == [
        "uid=1000(user) gid=1000(user) groups=1000(user)",
        f"      1000 {account.uid:10}          1",
        "/home:",
        "user",
        "",
        "/root:",
        "Desktop",
        "Documents",
        "Downloads",
        "Shared",
        "user:755",
        "user:1777",
        "user:700",
        "user:700",
        "3",
        "no mount",
        "no mount namespace",
        "interfaces: lo",
        "48\t/tmp/fill",
        "MemoryError",
    ]
