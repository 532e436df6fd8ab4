"""Goes inside: makes one attempt and says how it went.

It is run as ``python3 -I -S -c <this file> <facts>`` as PID 1 of a fresh sandbox, so that nothing has to be put behind
the walls beforehand. It first prints a nonce: a sandbox that did not start would make every "must be refused" look
fine. The attempt itself is made in a child, because some end with the kernel killing whoever made it.

An attempt is the body of a function. It raises OSError or returns something false when it was stopped, and returns
what it got when it was not. Any other end says that the attempt itself is wrong. Attempts are made so that they do no
harm even where they succeed: they open what they would write to, and give dangerous calls arguments that fail later.
"""

# ruff: noqa: PTH208, PTH115, F401
import base64
import ctypes
import errno
import json
import os
import re
import select
import signal
import struct
import sys
import textwrap
from typing import Any

libc = ctypes.CDLL(None, use_errno=True)
NEWUSER, NEWNS, NEWNET = 0x1000_0000, 0x0002_0000, 0x4000_0000
SECRET = re.compile("CANARY-[0-9a-f]{16}")
_REFUSALS = (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EOPNOTSUPP, errno.EAFNOSUPPORT, errno.ENOTTY)
_PATIENCE = 20.0

facts: dict[str, Any] = {}
inherited: dict[int, str] = {}


def call(name, *arguments):
    """A system call by its name or number; OSError when it fails."""
    number = name if isinstance(name, int) else facts["numbers"][name]
    ctypes.set_errno(0)
    given = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    result = libc.syscall(ctypes.c_long(number), *given)
    if result == -1:
        raise OSError(ctypes.get_errno(), f"{name}: {os.strerror(ctypes.get_errno())}")
    return result


def reaches(name, *arguments):
    """Whether the kernel got as far as looking at the arguments: for calls too dangerous to be made well."""
    try:
        return f"{name} returned {call(name, *arguments)}"
    except OSError as error:
        return error.errno not in _REFUSALS and f"{name} answered {error.strerror}"


def unshare(flags):
    if libc.unshare(ctypes.c_int(flags)) != 0:
        raise OSError(ctypes.get_errno(), "unshare")


def buffer(size, start=b""):
    return ctypes.create_string_buffer(start.ljust(size, b"\0"), size)


def read(path, size=65536):
    """What can be read there, as text; empty where nothing can."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return ""
    try:
        return os.read(descriptor, size).decode(errors="replace")
    except OSError:
        return ""
    finally:
        os.close(descriptor)


def may_write(path):
    """Opens for writing, and writes nothing."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
    except OSError:
        return False
    return True


def processes():
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def others():
    """Every process in sight but us, who made us, and PID 1."""
    return [each for each in processes() if each not in (1, os.getpid(), os.getppid())]


def secrets_in(text):
    return SECRET.findall(text)


def _descriptors():
    found = {}
    for name in os.listdir("/proc/self/fd"):
        try:
            found[int(name)] = os.readlink(f"/proc/self/fd/{name}")
        except OSError:
            pass  # the folder itself, just read
    return found


def _attempt(program):
    scope = dict(globals())
    exec("def attempt():\n" + textwrap.indent(program, "    "), scope)
    try:
        got = scope["attempt"]()
    except OSError as error:
        return "held", str(error)
    except BaseException as error:
        return "broken", f"{type(error).__name__}: {error}"
    if got is None:
        return "broken", "the attempt does not say how it went"
    return ("through", str(got)) if got else ("held", "nothing")


def main():
    facts.update(json.loads(base64.b64decode(sys.argv[1])))
    inherited.update(_descriptors())
    print(facts["nonce"], flush=True)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        state, detail = _attempt(facts["program"])
        os.write(writing, json.dumps([state, detail[:500]]).encode())
        os._exit(0)
    os.close(writing)
    ready, _, _ = select.select([reading], [], [], _PATIENCE)
    said = os.read(reading, 65536) if ready else b""
    if said:
        verdict = json.loads(said)
    elif not ready:
        os.kill(child, signal.SIGKILL)
        verdict = ["broken", f"no answer in {_PATIENCE:.0f} s"]
    else:
        status = os.waitpid(child, 0)[1]
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGSYS
        verdict = ["held", "killed by the filter"] if killed else ["broken", f"ended with status {status}"]
    print("\n" + json.dumps(verdict), flush=True)


main()
