"""PID 1 of a container: hands the sockets of its network to the host, then starts the guest and waits.

It runs from the image by file path, as an ordinary user without any capability, before anything hostile does. A
container with ``--network none`` has a loopback and nothing else. All sockets that the host answers or listens at are
made here, so that they belong to this network, and go out over the one socket that was mounted for it; the host takes
one call there and closes it. Nothing is left inside that could be relayed, traced or taken over.

The line to the host stays open for as long as both live, and only here: children do not inherit it, and nobody may
look into this process. When it ends, the host is gone, and so is everything inside.

Command line: ``init.py [--ports 80,443] -- PROGRAM [ARGUMENT…]``. The program finds its two listening sockets at
descriptors 3 (requests) and 4 (viewers).
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import resource
import select
import signal
import socket
import sys

CALL = "/opt/deskhand/call/call.sock"
RESOLVER = "127.0.0.53"
_PROXY = 3128
_SPARE = 8  # for ports that a later policy names: see `deskhand.sandbox.netns`
_WAITING = 128
_FOLDERS = ("Desktop", "Documents", "Downloads")
_NOT_DUMPABLE = (4, 0)  # PR_SET_DUMPABLE


def main() -> None:
    words = sys.argv[sys.argv.index("--") + 1 :]
    options = sys.argv[1 : sys.argv.index("--")]
    ports = None if not options else [int(each) for each in options[1].split(",") if each]
    ctypes.CDLL(None).prctl(*_NOT_DUMPABLE, 0, 0, 0)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    line.connect(CALL)
    sockets = [socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) for _ in range(2)]
    doors = [] if ports is None else _doors(ports)
    socket.send_fds(line, [b"ready"], [each.fileno() for each in [*sockets, *doors]])
    if line.recv(16) != b"go":
        sys.exit(125)
    for each in doors:
        each.close()
    # Not SIGCHLD alone: a signal that comes before the wait would be lost.
    reading, writing = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
    signal.set_wakeup_fd(writing)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    child = os.fork()
    if child == 0:
        _become(words, sockets)
    for each in sockets:
        each.close()
    null = os.open("/dev/null", os.O_RDWR)
    for number in (1, 2):
        os.dup2(null, number)  # the output ends when the program's does
    sys.exit(_watch(child, line, reading))


def _doors(ports: list[int]) -> list[socket.socket]:
    """In the order of `deskhand.sandbox.netns.open_doors`."""
    look_ups = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    look_ups.bind((RESOLVER, 53))
    doors = [look_ups, _door(RESOLVER, 53), _door(RESOLVER, _PROXY), *(_door("0.0.0.0", port) for port in ports)]
    return doors + [socket.socket(socket.AF_INET, socket.SOCK_STREAM) for _ in range(_SPARE)]


def _door(address: str, port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.bind((address, port))
    made.listen(_WAITING)
    return made


def _become(words: list[str], sockets: list[socket.socket]) -> None:
    try:
        signal.set_wakeup_fd(-1)
        for ignored in (signal.SIGCHLD, signal.SIGPIPE, signal.SIGXFSZ):
            signal.signal(ignored, signal.SIG_DFL)
        os.setsid()
        null = os.open("/dev/null", os.O_RDWR)
        high = [fcntl.fcntl(each, fcntl.F_DUPFD, 100) for each in (null, 1, 2, *(each.fileno() for each in sockets))]
        for number, each in enumerate(high):
            os.dup2(each, number)
        os.closerange(len(high), min(resource.getrlimit(resource.RLIMIT_NOFILE)[1], 1 << 20))
        os.chdir(os.environ.get("HOME", "/"))
        for name in _FOLDERS:
            os.makedirs(name, exist_ok=True)  # noqa: PTH103 (Python without site packages starts faster without it)
        os.execvpe(words[0], words, os.environ)
    except OSError as error:
        os.write(2, f"{words[0]}: {error.strerror}\n".encode())
    finally:
        os._exit(126)


def _watch(child: int, line: socket.socket, reading: int) -> int:
    """Take up who lost their parents, until the program ends or the host does."""
    while True:
        ready, _, _ = select.select([line.fileno(), reading], [], [])
        if line.fileno() in ready and not line.recv(16):
            return 0
        if reading in ready:
            os.read(reading, 4096)
        while True:
            try:
                ended, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return 255
            if ended == 0:
                break
            if ended == child:
                code = os.waitstatus_to_exitcode(status)
                return code if code >= 0 else 128 - code


if __name__ == "__main__":
    main()
