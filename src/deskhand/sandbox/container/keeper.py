"""Holds one container: starts it, takes over what its PID 1 hands out, and ends it.

The counterpart of `launcher` for the namespace provider, in the same process and with the same two lines to the rest:
`host` for the process that the desktop is for, `orders` for all others of the same user. What is different is who
builds the walls, and that PID 1 inside (`init`) is told to end by the closing of a socket: that happens by itself
however we die.
"""

# The launcher runs this, and does without `pathlib`: 4 ms at every start.
# ruff: noqa: PTH101, PTH108, PTH118

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import struct
import subprocess
import time

from deskhand.sandbox import cgroups, launcher, lend
from deskhand.sandbox.host import Host
from deskhand.sandbox.orders import Orders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from deskhand.sandbox.container.plan import ContainerPlan, CreatePlan
    from deskhand.sandbox.plan import State

CALL: Final = "call.sock"
FAKES: Final = "127.1.0.0/16"
_START_LIMIT = 80.0
_END_LIMIT = 3.0
_SETTLED = 10.0


class _Failure(Exception):
    pass


def keep(plan: ContainerPlan, control: socket.socket) -> None:
    """Until the container has ended, and nothing of it is left."""
    host, orders = Host(plan, control), Orders(plan["session"], None)
    state: State = {"launcher": os.getpid(), "container": [*plan["engine"], "rm", "--force", plan["container"]]}
    state["environment"] = plan["environment"]
    process: subprocess.Popen[bytes] | None = None
    ending: dict[str, object]
    try:
        try:
            call = _listen(plan)
            if (loan := plan["loan"]) is not None:
                state["loan"] = loan
                launcher.write_state(plan["session"], state)
                lend.lend(loan)
            launcher.write_state(plan["session"], state)
            if plan["create"] is not None:
                _create(plan["create"])
            process = subprocess.Popen(
                plan["command"],
                env=plan["environment"],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            line, doors, init = _take_over(plan, call, process)
            state["init"] = init
            state["cgroups"] = _groups(init)
            state["disks"] = ["home/user", "tmp"]
            if init:
                state["born"] = launcher.birth(init)
            launcher.write_state(plan["session"], state)
            orders.listen()
            line.send(b"go")
            ports = [] if plan["network"] is None else plan["network"]["ports"]
            told = {"event": "started", "init": init, "limits": _held(plan, state["cgroups"]), "ports": ports}
            host.greet(told | {"mode": plan["mode"], "fakes": FAKES}, doors)
            assert process.stdout is not None
            counter = _Counter(state["cgroups"])

            def end() -> None:
                counter.look()
                line.close()

            code, text = launcher.watch(host, orders, process.pid, process.stdout.fileno(), counter, end)
            ending = {"event": "ended", "code": code, "output": text, "counts": counter.counted}
            process.returncode = code
            orders.finish()
        except _Failure as failure:
            ending = {"event": "failed", "step": plan["mode"], "errno": 0, "error": str(failure)}
        except OSError as error:
            ending = {"event": "failed", "step": plan["mode"], "errno": error.errno or 0, "error": str(error)}
        except launcher.Terminated:
            ending = {"event": "ended", "code": 128 + signal.SIGTERM, "output": ""}
    finally:
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTERM, signal.SIGINT, signal.SIGHUP))
        if process is not None and process.returncode is None:
            _end(plan, process)
        if "loan" in state:
            with contextlib.suppress(OSError):  # the folder may be gone
                lend.give_back(state["loan"])
        for name in ("host/call", "host"):
            _clear(os.path.join(plan["session"], name))
        launcher.remove_session(plan["session"])
    host.say_last(ending)


class _Counter:
    """Looks at the groups' counters now and then: with the container they are gone before we hear of its end."""

    PERIOD = 0.5

    def __init__(self, groups: list[str]) -> None:
        self._groups = groups
        self.counted: dict[str, int] = {}

    def look(self) -> None:
        self.counted.update(cgroups.counts(self._groups))


def _create(wanted: CreatePlan) -> None:
    """One message to Docker's engine, in the oldest form of HTTP: the answer ends when the connection does."""
    body = json.dumps(wanted["body"]).encode()
    head = f"POST /containers/create?name={wanted['name']} HTTP/1.0\r\nHost: docker\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    answer = b""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(_START_LIMIT)
        line.connect(wanted["socket"])
        line.sendall(head.encode() + body)
        while more := line.recv(65536):
            answer += more
    first, _, text = answer.decode(errors="replace").partition("\r\n\r\n")
    if " 201 " not in first.partition("\r\n")[0]:
        raise _Failure(f"Docker's engine refuses to make it: {text.strip()[-600:]}")


def _listen(plan: ContainerPlan) -> socket.socket:
    call = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    os.chdir(os.path.join(plan["session"], "host", "call"))  # a path of any length
    call.bind(CALL)
    os.chmod(CALL, 0o666)  # whoever the user inside is here; nobody else gets as far as this folder
    os.chdir("/")
    call.listen(1)
    return call


def _take_over(
    plan: ContainerPlan, call: socket.socket, process: subprocess.Popen[bytes]
) -> tuple[socket.socket, list[int], int]:
    """The line to PID 1 inside, the doors of its network, and its process id, if we may know it."""
    life = os.pidfd_open(process.pid)
    try:
        ready, _, _ = select.select([call.fileno(), life], [], [], _START_LIMIT)
        if call.fileno() not in ready:
            if not ready:
                raise _Failure(f"nothing had come to life in it after {_START_LIMIT:.0f} s.")
            assert process.stdout is not None
            said = process.stdout.read().decode(errors="replace").strip()
            raise _Failure(said[-800:] or f"the engine ended with status {process.wait()} and without a word.")
        line, _address = call.accept()
    finally:
        os.close(life)
        call.close()
        with contextlib.suppress(OSError):
            os.unlink(os.path.join(plan["session"], "host", "call", CALL))
    init, _user, _group = struct.unpack("iii", line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    line.settimeout(_SETTLED)
    word, sockets, _flags, _address = socket.recv_fds(line, 64, 64, socket.MSG_CMSG_CLOEXEC)
    line.settimeout(None)
    if word != b"ready" or len(sockets) < 2:
        for each in sockets:
            os.close(each)
        raise _Failure("the process inside handed over something else than it should.")
    os.chdir(plan["session"])  # a relative name is all that shows inside, in /proc/net/unix
    for descriptor, name in zip(sockets, ("guest.sock", "view.sock"), strict=False):
        listener = socket.socket(fileno=descriptor)
        listener.bind(name)
        listener.listen(16)
        listener.close()
    os.chdir("/")
    return line, sockets[2:], init


def _groups(init: int) -> list[str]:
    """The container's control groups, as far as this user can see them."""
    try:
        with open(f"/proc/{init}/cgroup") as file:
            memberships = file.read()
        with open("/proc/self/mountinfo") as file:
            own = cgroups.own_groups(memberships, file.read())
    except OSError:
        return []
    return list(dict.fromkeys(own[each] for each in ("", "memory", "pids", "cpu") if each in own))


def _held(plan: ContainerPlan, groups: list[str]) -> dict[str, str]:
    """Per limit what enforces it: read back from the kernel, because engines drop what they cannot set."""
    counted = cgroups.counts(groups)
    held = {"disk": "tmpfs", "open_files": "rlimit"}
    for limit in ("memory", "processes"):
        found = counted.get(f"{limit}_limit")
        fits = found is not None and found <= plan["limits"][limit] + 4096
        held[limit] = f"cgroup of {plan['mode']}" if fits else f"not held: {plan['mode']} has set none that can be read"
    if plan["limits"]["cpus"] is not None:
        held["cpus"] = f"cgroup of {plan['mode']}" if groups else f"not held: {plan['mode']} has set none"
    return held


def _end(plan: ContainerPlan, process: subprocess.Popen[bytes]) -> None:
    """PID 1 ends when its line does; one that does not is ended by the engine."""
    until = time.monotonic() + _END_LIMIT
    while process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    if process.poll() is None:
        words = [*plan["engine"], "rm", "--force", plan["container"]]
        subprocess.run(words, env=plan["environment"], capture_output=True, check=False)
        process.kill()
        process.wait()


def _clear(folder: str) -> None:
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(folder, name))
        os.rmdir(folder)  # noqa: PTH106
