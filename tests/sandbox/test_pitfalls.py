"""Eleven ways in which sandboxes like this one were found to leak or to fail; each stays shut."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import platform
import secrets
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.sandbox.conftest import Inside, needs_root

from deskhand.sandbox.interface import Limits, Spec


@pytest.fixture
def canary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A secret that only the host has: in its environment, in a file, and in the name of an abstract socket."""
    secret = f"CANARY{secrets.token_hex(8)}"
    monkeypatch.setenv("ANTHROPIC_API_KEY", secret)
    monkeypatch.setenv(secret, "1")
    (tmp_path / "secret").write_text(secret)
    os.environ["PATH"] = os.environ["PATH"]  # the environment block is rewritten: what a child would copy
    with socket.socket(socket.AF_UNIX) as abstract:
        abstract.bind(f"\0{secret}")
        abstract.listen()
        yield secret


async def test_1_no_environment_or_command_line_of_the_host(inside: Inside, canary: str, tmp_path: Path) -> None:
    ended = await inside(
        f"""
        cat /proc/*/environ | tr '\\0' '\\n' | grep -i canary
        echo environment of 1: $(tr '\\0' '\\n' < /proc/1/environ | cut -d= -f1 | sort | tr '\\n' ' ')
        for process in /proc/[0-9]*; do tr '\\0' ' ' < $process/cmdline | head -c 12; echo; done 2>/dev/null
            echo ---
        cat {tmp_path}/secret /proc/*/root{tmp_path}/secret /proc/*/cwd{tmp_path}/secret 2>/dev/null
        grep -a CANARY /proc/net/unix
        ls -A /home /root /srv /mnt /media /sys /usr/local
        """
    )
    assert canary not in ended.output
    names = "HOME LANG LOGNAME PATH PYTHONPATH SHELL USER XDG_RUNTIME_DIR"
    listing = "/home:\nuser\n\n/media:\n\n/mnt:\n\n/root:\n\n/srv:\n\n/sys:\n\n/usr/local:\n"
    seen, _, folders = ended.output.partition("---\n")
    environment, *programs = seen.splitlines()
    assert environment == f"environment of 1: {names}"
    assert {program.strip() for program in programs} <= {"/bin/bash -c", ""}
    assert folders == listing


async def test_1_no_open_descriptor_of_the_host(inside: Inside) -> None:
    ended = await inside("ls -l /proc/1/fd; true")
    held = dict(line.split(" ")[-3::2] for line in ended.output.splitlines()[1:])
    assert {number: what.split(":")[0] for number, what in held.items()} == {
        "0": "/dev/null",
        "1": "pipe",
        "2": "pipe",
        "3": "socket",
        "4": "socket",
    }


async def test_3_the_user_is_no_root_and_holds_no_capability(inside: Inside) -> None:
    ended = await inside("id; cat /proc/self/uid_map; grep -E 'Cap|NoNewPrivs|^Seccomp:' /proc/self/status")
    assert "uid=1000(user) gid=1000(user) groups=1000(user)" in ended.output
    lines = dict(line.split(":") for line in ended.output.splitlines() if ":\t" in line)
    assert {name: value.strip() for name, value in lines.items()} == {
        **{f"Cap{kind}": "0" * 16 for kind in ("Inh", "Prm", "Eff", "Bnd", "Amb")},
        "NoNewPrivs": "1",
        "Seccomp": "2",
    }


async def test_4_the_home_folder_belongs_to_the_user(inside: Inside) -> None:
    ended = await inside(
        "stat -c %U:%G:%a ~ ~/Desktop /tmp $XDG_RUNTIME_DIR; touch ~/a ~/Documents/b /tmp/c && echo all"
    )
    assert ended.output.splitlines()[:2] == ["user:user:755"] * 2
    assert "user:user:700" in ended.output
    assert ended.output.endswith("all\n")


@needs_root
async def test_5_no_id_inside_is_an_id_of_the_host(inside: Inside) -> None:
    ended = await inside("cat /proc/self/uid_map /proc/self/gid_map")
    for line in ended.output.splitlines():
        first, outside, count = (int(each) for each in line.split())
        assert (first, count) == (0, 65536)
        assert outside >= 0x7000_0000


async def test_6_newer_calls_do_not_exist_and_foreign_ones_kill(inside: Inside) -> None:
    probe = """
import ctypes, mmap, os
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    ctypes.set_errno(0)
    return libc.syscall(ctypes.c_long(number), *arguments), ctypes.get_errno()
print(call(435, None, 0), call(470), call(600), call(100000))
if os.uname().machine == "x86_64":
    print(call(0x40000000 | 39))
    code = mmap.mmap(-1, 4096, prot=7)
    code.write(bytes.fromhex("b814000000cd80c3"))  # getpid of the 32-bit table, by int 0x80
    foreign = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
    child = os.fork()
    if child == 0:
        os._exit(0 if foreign() == os.getpid() else 1)
    print("foreign", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    ended = await inside(f"python3 - <<'EOF'\n{probe}\nEOF\n")
    lines = ended.output.splitlines()
    assert lines[0] == " ".join(["(-1, 38)"] * 4)
    if platform.machine() == "x86_64":
        assert lines[1] == "(-1, 38)"
        assert lines[2] == "foreign -31"  # SIGSYS


async def test_7_no_socket_that_a_network_namespace_does_not_confine(inside: Inside) -> None:
    probe = """
import socket
tried = [(40, 1, 0), (38, 5, 0), (17, 3, 0), (16, 3, 12), (16, 3, 6), (2, 3, 1), (10, 3, 58), (30, 1, 0)]
for family, kind, protocol in tried:
    try:
        socket.socket(family, kind, protocol)
        print(family, kind, protocol, "worked")
    except OSError as error:
        print(family, error.errno)
socket.socket(2, 1), socket.socket(2, 2), socket.socket(10, 1), socket.socket(1, 1), socket.socket(16, 3, 0)
print("ordinary ones work")
"""
    ended = await inside(f"python3 - <<'EOF'\n{probe}\nEOF\n")
    assert "worked" not in ended.output
    assert ended.output.count(" 97") == 8
    assert ended.output.endswith("ordinary ones work\n")


async def test_8_the_disk_cannot_be_filled(inside: Inside) -> None:
    spec = Spec(limits=Limits(disk=48 << 20))
    ended = await inside(
        """
        for folder in ~ /tmp /dev/shm $XDG_RUNTIME_DIR /var/tmp; do
            head -c 200M /dev/zero 2>/dev/null > $folder/fill
            du -cm ~/fill /tmp/fill /dev/shm/fill 2>/dev/null | tail -1
        done
        rm -f ~/fill /tmp/fill /dev/shm/fill $XDG_RUNTIME_DIR/fill /var/tmp/fill
        python3 - <<'END'
import os
count = 0
try:
    while count < 20000:
        os.mkdir(f"/tmp/d{count}")
        count += 1
except OSError as error:
    print("folders", count, error.strerror)
END
        """,
        spec,
    )
    assert ended.output.count("48\ttotal") == 5
    assert "No space left on device" in ended.output.split("folders")[1]


async def test_9_no_path_of_the_host_shows_in_the_mounts(inside: Inside) -> None:
    ended = await inside("cat /proc/self/mountinfo; df -a; cat /proc/mounts")
    assert "lowerdir=layer0:layer1:layer2,upperdir=upper,workdir=work" in ended.output
    for telltale in ("/var/cache", "/home/", ".cache", "deskhand", "/run/"):
        assert telltale not in ended.output.replace("/run/user", "")


async def test_9_the_source_of_the_share_is_the_one_that_does(inside: Inside, tmp_path: Path) -> None:
    ended = await inside("grep Shared /proc/self/mountinfo | cut -d' ' -f5", Spec(share=tmp_path))
    assert ended.output == "/home/user/Shared\n"


async def test_10_a_sandbox_that_does_not_start_is_an_error_not_a_refusal() -> None:
    from deskhand.sandbox import namespaces
    from deskhand.sandbox.interface import SandboxError

    with pytest.raises(SandboxError, match="could not be started inside the sandbox: /no/such/program"):
        await namespaces.start(Spec(), argv=["/no/such/program"])


async def test_11_cgroups_are_children_of_the_callers_own(inside: Inside) -> None:
    from deskhand.sandbox import cgroups

    _version, parents = cgroups.find_parents()
    own = Path("/proc/self/cgroup").read_text()
    for controller, parent in parents.items():
        assert not Path(parent).name.startswith("deskhand-"), (controller, own)
    ended = await inside("cat /proc/self/cgroup; ls -A /sys/fs")
    assert "deskhand-" not in ended.output  # a cgroup namespace: the sandbox's own group is the root it sees


def test_control_the_probes_would_see_it() -> None:
    """On the host itself the same probes do fire: they are not blind."""
    assert " / / " in Path("/proc/self/mountinfo").read_text()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.syscall(ctypes.c_long(435), None, 0) == -1
    assert ctypes.get_errno() == 22  # clone3 exists here, and only dislikes its arguments
