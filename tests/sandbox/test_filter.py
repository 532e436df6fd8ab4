"""The system-call filter: what the program says for every call (by a small BPF machine), and what the kernel does."""

from __future__ import annotations

import json
import platform
import struct
from dataclasses import dataclass
from typing import Literal, get_args

import pytest
from tests.sandbox.conftest import Inside

from deskhand.sandbox import syscall_table as table
from deskhand.sandbox.filter import compile_filter
from deskhand.sandbox.syscall_table import Architecture

AUDIT: dict[Architecture, int] = {"x86_64": 0xC000_003E, "aarch64": 0xC000_00B7}
ALLOW = 0x7FFF_0000
KILL = 0x8000_0000


def error(number: int) -> int:
    return 0x0005_0000 | number


def judge(program: bytes, arch: int, number: int, arguments: tuple[int, ...] = ()) -> int:
    """What the kernel would answer: an interpreter of the few instructions a seccomp filter is made of."""
    data = struct.pack("=IIQ6Q", number, arch, 0, *(*arguments, *[0] * (6 - len(arguments))))
    code = [struct.unpack_from("HBBI", program, at) for at in range(0, len(program), 8)]
    at = accumulator = 0
    while True:
        operation, then, otherwise, value = code[at]
        at += 1
        match operation:
            case 0x20:
                (accumulator,) = struct.unpack_from("=I", data, value)
            case 0x54:
                accumulator &= value
            case 0x05:
                at += value
            case 0x15:
                at += then if accumulator == value else otherwise
            case 0x25:
                at += then if accumulator > value else otherwise
            case 0x35:
                at += then if accumulator >= value else otherwise
            case 0x06:
                return int(value)
            case _:
                raise AssertionError(f"unknown instruction {operation:#x}")


@pytest.mark.parametrize("architecture", get_args(Architecture))
def test_every_number_is_answered_as_the_table_says(architecture: Architecture) -> None:
    program = compile_filter(architecture)
    allowed = set(table.numbers(table.ALLOWED, architecture).values())
    refused = set(table.numbers(table.REFUSED, architecture).values())
    unsupported = set(table.numbers(table.UNSUPPORTED, architecture).values())
    conditional = set(table.numbers(table.CONDITIONAL, architecture).values())
    assert not allowed & refused
    assert not (allowed | refused | unsupported) & conditional
    for number in [*range(700), 0x4000_0000, 0x4000_0027, 0xFFFF_FFFF]:
        if number in conditional:
            continue
        answer = judge(program, AUDIT[architecture], number)
        if number in allowed:
            assert answer == ALLOW
        elif number in refused:
            assert answer == error(table.EPERM)
        elif number in unsupported:
            assert answer == error(table.EOPNOTSUPP)
        else:
            assert answer == error(table.ENOSYS)
    other = AUDIT["aarch64" if architecture == "x86_64" else "x86_64"]
    assert judge(program, other, 39) == KILL
    assert judge(program, 0x4000_0003, 20) == KILL  # i386


def test_the_table_knows_a_condition_for_each_conditional_call() -> None:
    names = {entry.split(":")[0] for entry in table.CONDITIONAL.split()}
    assert names == set(table.CONDITIONS)


@dataclass(frozen=True)
class Case:
    call: str
    arguments: tuple[int, ...]
    answer: Literal["allowed", "refused"]


NEWUSER, NEWPID, NEWNET, NEWNS = 0x1000_0000, 0x2000_0000, 0x4000_0000, 0x0002_0000
CASES = [
    Case("clone", (NEWUSER | NEWPID | NEWNET | 17,), "allowed"),
    Case("clone", (0x003D_0F00,), "allowed"),  # a thread
    Case("clone", (NEWUSER | NEWNS | 17,), "refused"),
    Case("unshare", (NEWUSER,), "allowed"),
    Case("unshare", (NEWNS,), "refused"),
    Case("unshare", (0x80,), "refused"),  # time
    Case("socket", (1, 1, 0), "allowed"),
    Case("socket", (2, 1 | 0o2000000 | 0o4000, 6), "allowed"),
    Case("socket", (10, 2, 17), "allowed"),
    Case("socket", (2, 1, 0), "allowed"),
    Case("socket", (2, 1, 262), "refused"),  # MPTCP
    Case("socket", (2, 2, 1), "refused"),  # ping
    Case("socket", (2, 3, 1), "refused"),
    Case("socket", (16, 3, 0), "allowed"),
    Case("socket", (16, 3, 12), "refused"),
    Case("socket", (40, 1, 0), "refused"),
    Case("socketpair", (1, 1, 0), "allowed"),
    Case("socketpair", (30, 1, 0), "refused"),
    Case("ioctl", (0, 0x5411), "allowed"),
    Case("ioctl", (0, 0x5412), "refused"),
    Case("ioctl", (0, 0x5413), "allowed"),
    Case("ioctl", (0, 0x541B), "allowed"),
    Case("ioctl", (0, 0x541C), "refused"),
    Case("ioctl", (0, 0xFFFF_FFFF_0000_5412), "refused"),  # the kernel reads the low half only
    Case("ioctl", (0, 0x8912), "refused"),
    Case("personality", (0xFFFF_FFFF,), "allowed"),
    Case("personality", (0x0040_0000,), "refused"),
    Case("openat", (0, 0, 0, 0o6755), "allowed"),  # no O_CREAT: the fourth register is not an argument
    Case("openat", (0, 0, 0o101, 0o644), "allowed"),
    Case("openat", (0, 0, 0o101, 0o4755), "refused"),
    Case("openat", (0, 0, 0o20200002, 0o2755), "refused"),  # O_TMPFILE
    Case("fchmodat", (0, 0, 0o1777), "allowed"),
    Case("fchmodat", (0, 0, 0o4711), "refused"),
    Case("fchmod", (0, 0o2755), "refused"),
]


@pytest.mark.parametrize("architecture", get_args(Architecture))
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.call}{case.arguments}")
def test_arguments_decide(case: Case, architecture: Architecture) -> None:
    number = table.numbers(table.CONDITIONAL, architecture)[case.call]
    arguments = tuple(value & 0xFFFF_FFFF_FFFF_FFFF for value in case.arguments)
    answer = judge(compile_filter(architecture), AUDIT[architecture], number, arguments)
    assert answer == (ALLOW if case.answer == "allowed" else error(table.CONDITIONS[case.call].otherwise))


PROBE = r"""
import ctypes, fcntl, json, os, pty, socket, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
numbers = json.loads(sys.argv[1])
block = ctypes.create_string_buffer(256)
found = {}

def attempt(name, *arguments):
    child_reads, child_writes = os.pipe()
    child = os.fork()
    if child == 0:
        ctypes.set_errno(0)
        result = libc.syscall(ctypes.c_long(numbers[name]), *arguments)
        os.write(child_writes, struct.pack("qi", result, ctypes.get_errno()))
        os._exit(0)
    os.close(child_writes)
    data = os.read(child_reads, 12)
    os.waitpid(child, 0)
    result, number = struct.unpack("qi", data)
    return "worked" if result >= 0 else number

found["mount"] = attempt("mount", b"none", b"/mnt", b"tmpfs", 0, 0)
found["umount2"] = attempt("umount2", b"/proc/kallsyms", 2)
found["pivot_root"] = attempt("pivot_root", b"/", b"/tmp")
found["setns"] = attempt("setns", os.open("/proc/self/ns/net", os.O_RDONLY), 0)
found["bpf"] = attempt("bpf", 0, block, 48)
event = ctypes.create_string_buffer(struct.pack("IIQ", 1, 112, 0) + bytes(100))
found["perf_event_open"] = attempt("perf_event_open", event, 0, -1, -1, 0)
found["keyctl"] = attempt("keyctl", 0, -3, 0)
found["add_key"] = attempt("add_key", b"user", b"x", b"y", 1, -3)
found["userfaultfd"] = attempt("userfaultfd", 1)
found["sethostname"] = attempt("sethostname", b"pwned", 5)
found["open_by_handle_at"] = attempt("open_by_handle_at", -100, block, 0)
found["name_to_handle_at"] = attempt("name_to_handle_at", -100, b"/", block, block, 0)
found["syslog"] = attempt("syslog", 3, block, 100)
found["io_uring_setup"] = attempt("io_uring_setup", 4, block)
found["fsopen"] = attempt("fsopen", b"tmpfs", 0)
found["open_tree"] = attempt("open_tree", -100, b"/", 1)
found["memfd_secret"] = attempt("memfd_secret", 0)
found["clone3"] = attempt("clone3", block, 64)
found["openat2"] = attempt("openat2", -100, b"/", block, 24)
found["unshare mounts"] = attempt("unshare", 0x20000)
found["unshare user and mounts"] = attempt("unshare", 0x10020000)
found["unshare user"] = attempt("unshare", 0x10000000)

def tried(name, what):
    try:
        what()
        found[name] = "worked"
    except OSError as error:
        found[name] = error.errno

terminal = os.openpty()[1]
tried("TIOCSTI", lambda: fcntl.ioctl(terminal, 0x5412, b"x"))
tried("interfaces", lambda: fcntl.ioctl(socket.socket(socket.AF_UNIX), 0x8913, struct.pack("16sH22x", b"lo", 0)))
open("/tmp/own", "w").write("x")
tried("set-uid", lambda: os.chmod("/tmp/own", 0o4755))
tried("chmod", lambda: os.chmod("/tmp/own", 0o755))
tried("xattr", lambda: os.setxattr("/tmp/own", "user.x", b"1"))
tried("setuid", lambda: os.setuid(0))
tried("image", lambda: open("/usr/bin/pwn", "w"))
tried("etc", lambda: open("/etc/passwd", "a"))
tried("device", lambda: os.mknod("/tmp/vda", 0o60666, os.makedev(254, 0)))
tried("core_pattern", lambda: open("/proc/sys/kernel/core_pattern", "w"))
tried("sysrq", lambda: open("/proc/sysrq-trigger", "w"))
tried("priority", lambda: os.nice(-5))
tried("oom", lambda: os.write(os.open("/proc/self/oom_score_adj", os.O_WRONLY), b"-1000"))
tried("kill 1", lambda: os.kill(1, 0))
print(json.dumps(found))
"""


async def test_the_kernel_obeys(inside: Inside) -> None:
    machine: Architecture = "aarch64" if platform.machine() == "aarch64" else "x86_64"
    numbers: dict[str, int] = {}
    for entries in (table.ALLOWED, table.REFUSED, table.CONDITIONAL):
        numbers |= table.numbers(entries, machine)
    unlisted = {
        "io_uring_setup": 425,
        "open_tree": 428,
        "fsopen": 430,
        "memfd_secret": 447,
        "clone3": 435,
        "openat2": 437,
    }
    ended = await inside(f"python3 - '{json.dumps(numbers | unlisted)}' <<'EOF'\n{PROBE}\nEOF\n")
    assert ended.code == 0, ended.output
    found = json.loads(ended.output.splitlines()[-1])
    refused = (
        "mount umount2 pivot_root setns bpf perf_event_open keyctl add_key userfaultfd sethostname open_by_handle_at"
    )
    for name in [
        *refused.split(),
        "name_to_handle_at",
        "syslog",
        "unshare mounts",
        "unshare user and mounts",
    ]:
        assert found.pop(name) == 1, name
    for name in unlisted:
        assert found.pop(name) == 38, name
    assert found.pop("setuid") in (1, 22)  # as a plain user there is no other id to become
    assert found.pop("etc") in (13, 30)
    assert found.pop("sysrq") in (2, 30)  # many kernels are built without it
    assert found == {
        "unshare user": "worked",  # what Chromium's own sandbox is made of
        "TIOCSTI": 25,
        "interfaces": 25,
        "set-uid": 1,
        "chmod": "worked",
        "xattr": 95,
        "image": 30,
        "device": 1,
        "core_pattern": 30,
        "priority": 1,
        "oom": 13,
        "kill 1": "worked",  # its own PID 1, and the kernel keeps signals from it
    }
