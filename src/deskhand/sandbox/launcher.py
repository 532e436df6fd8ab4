"""The process that holds a sandbox: builds it, watches it, ends it.

A process of its own, started with an empty environment, because the host is a multi-threaded asyncio program full of
keys: forking it would copy them into memory behind the walls, and a thread's lock held at that moment for ever.
It runs by file path under the system's interpreter without site packages, and imports only what it needs: 18 ms from
exec to the first mount.

On descriptor 0 it finds a socket to the host: one JSON line comes in (`plan.Plan`), one goes out when the program
inside runs (`Started` or `Failed`) and one when all is over (`Ended`). With lifetime ``host`` the sandbox ends as soon
as that socket closes, however the host died. With lifetime ``kept`` it waits a while for another host, at the socket
``control.sock`` of the session folder (see `attach`): one host at a time, and each is first told what `Started` says.
If the launcher itself is killed, the kernel kills PID 1 inside, and with it everything inside; `sweep` removes what
files remain.
"""

# The launcher runs this, and does without `pathlib`: 4 ms at every start.
# ruff: noqa: PTH100, PTH104, PTH106, PTH108, PTH118, PTH120, PTH208

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import signal
import socket
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from deskhand.sandbox.cgroups import Groups
    from deskhand.sandbox.channel import Channel
    from deskhand.sandbox.host import Host
    from deskhand.sandbox.memory_watch import MemoryWatch
    from deskhand.sandbox.orders import Orders
    from deskhand.sandbox.plan import Plan, State

    class Watcher(Protocol):
        """Looks at something every ``PERIOD`` seconds, as long as the sandbox lives."""

        PERIOD: float

        def look(self) -> None: ...


_OUTPUT_KEPT = 64 * 1024


def _import_alone() -> None:
    """Make ``deskhand.sandbox`` importable without ``deskhand/__init__``, which imports the whole public face."""
    here = os.path.dirname(os.path.abspath(__file__))
    for name, folder in (("deskhand", os.path.dirname(here)), ("deskhand.sandbox", here)):
        module = type(sys)(name)
        module.__path__ = [folder]
        sys.modules[name] = module


class _Failure(Exception):
    def __init__(self, step: str, number: int, text: str) -> None:
        super().__init__(text)
        self.step, self.number, self.text = step, number, text


class Terminated(BaseException):
    """A signal asked us to end."""


def main() -> None:
    _import_alone()
    from deskhand.sandbox import cgroups, lend
    from deskhand.sandbox.host import Host
    from deskhand.sandbox.orders import Orders

    control = socket.socket(fileno=os.dup(0))
    os.set_inheritable(control.fileno(), False)
    null = os.open("/dev/null", os.O_RDWR)
    os.dup2(null, 0)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _on_signal)
    told = json.loads(_read_line(control))
    os.umask(0o077)
    if told["mode"] in ("docker", "podman"):
        from deskhand.sandbox.container import keeper

        keeper.keep(told, control)
        return
    plan: Plan = told
    locks = [_lock(path) for path in plan["locks"]]
    groups = cgroups.Groups(plan["id"], plan["limits"])
    process = 0
    state: State = {}
    host = Host(plan, control)
    orders = Orders(plan["session"], plan)
    ending: dict[str, object]
    try:
        try:
            process, output, doors = _start(plan, groups, state, orders)
            started = process
            ports = [] if plan["network"] is None else plan["network"]["ports"]
            told = {"event": "started", "init": process, "limits": _held(groups), "ports": ports, "mode": plan["mode"]}
            host.greet(told, doors)
            memory = _memory_watch(plan, groups, state)
            code, text = watch(host, orders, process, output, memory, lambda: os.kill(started, signal.SIGKILL))
            process = 0
            counts = cgroups.counts(groups.folders)
            counts["killed"] = counts.get("killed", 0) + state.get("killed", 0)
            orders.finish()
            ending = {"event": "ended", "code": code, "output": text, "counts": counts}
        except _Failure as failure:
            ending = {"event": "failed", "step": failure.step, "errno": failure.number, "error": failure.text}
        except OSError as error:
            ending = {"event": "failed", "step": "starting", "errno": error.errno or 0, "error": str(error)}
        except Exception as error:
            ending = {"event": "failed", "step": "starting", "errno": 0, "error": repr(error)}
        except Terminated:
            ending = {"event": "ended", "code": 128 + signal.SIGTERM, "output": ""}
    finally:
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTERM, signal.SIGINT, signal.SIGHUP))
        if process:
            _kill(process)
        groups.remove()
        if "loan" in state:
            with contextlib.suppress(OSError):  # the folder may be gone
                lend.give_back(state["loan"])
        remove_session(plan["session"])
    host.say_last(ending)
    del locks


def _held(groups: Groups) -> dict[str, str]:
    held = groups.held | {"disk": "tmpfs", "open_files": "rlimit"}
    if not held["processes"].startswith("cgroup"):
        held["processes"] = "rlimit"  # counted per user namespace, that is, for this sandbox alone
    if not held["memory"].startswith("cgroup"):
        held["memory"] = f"rlimit for each process, looked at for all together ({held['memory']})"
    return held


def _on_signal(_number: int, _frame: object) -> None:
    raise Terminated


def _start(plan: Plan, groups: Groups, state: State, orders: Orders) -> tuple[int, int, list[int]]:
    """PID 1 of the sandbox (its id on the host), running the wanted program, the descriptor of its output, and those
    of the doors of its network."""
    from deskhand.sandbox import idmaps, inside
    from deskhand.sandbox import syscalls as sys_
    from deskhand.sandbox.channel import Channel

    state["launcher"], state["cgroups"] = os.getpid(), groups.folders
    write_state(plan["session"], state)
    groups.create()
    plan["memory_per_process"] = not groups.held["memory"].startswith("cgroup")
    plan["processes_by_rlimit"] = not groups.held["processes"].startswith("cgroup")
    share = _open_share(plan, state) if plan["mode"] == "range" else []
    ours, theirs = Channel.pair()
    output, writing = os.pipe()
    try:
        process = sys_.clone(inside.NAMESPACES)
    except OSError as error:
        raise _Failure("making the namespaces", error.errno or 0, str(error.strerror)) from None
    if process == 0:
        ours.close()
        os.close(output)
        inside.become(plan, theirs, writing)
    theirs.close()
    os.close(writing)
    try:
        state["init"], state["born"] = process, birth(process)
        write_state(plan["session"], state)
        groups.join(process)
        with contextlib.suppress(OSError), open(f"/proc/{process}/oom_score_adj", "w") as file:
            file.write("500")  # when the machine runs out of memory, the sandbox goes before the host's programs
        try:
            idmaps.write_maps(process, plan["uid_map"], plan["gid_map"], privileged=plan["mode"] == "range")
        except OSError as error:
            raise _Failure("mapping the ids", error.errno or 0, str(error.strerror)) from None
        trees = [*_open_image(plan, process), *share] if plan["mode"] == "range" else []
        ours.send("mapped", trees)
        for tree in trees:
            os.close(tree)
        parts = _expect(ours, "built")
        sockets = _expect(ours, "ready")
        os.chdir(plan["session"])  # a relative name is all that shows inside, in /proc/net/unix
        doors = sockets[len(plan["sockets"]) :]
        for descriptor, name in zip(sockets, plan["sockets"], strict=False):
            listener = socket.socket(fileno=descriptor)
            listener.bind(name)
            listener.listen(16)
            listener.close()
        os.chdir("/")
        orders.open(process, parts)
        ours.send("go")
        _expect(ours, "")  # exec closes the child's end
    except BaseException:
        _kill(process)
        raise
    ours.close()
    return process, output, doors


def _expect(channel: Channel, word: str) -> list[int]:
    received, descriptors = channel.receive()
    if received == word:
        return descriptors
    parts = received.split("\0")
    if parts[0] == "failed" and len(parts) == 4:
        raise _Failure(parts[1], int(parts[2]), parts[3])
    raise _Failure("building the walls", 0, "the process that should become the sandbox died")


def _open_image(plan: Plan, process: int) -> list[int]:
    """As the host's root: the layers and /usr as detached read-only mounts, their ids mapped."""
    from deskhand.sandbox import idmaps, mounts

    release = tuple(int(part) for part in os.uname().release.split("-")[0].split(".")[:2])
    ids = idmaps.open_user_namespace(process)
    # Overlays take idmapped layers since 5.19; before, the image shows its owners as nobody.
    trees = []
    if (snapshot := plan["snapshot"]) is not None:
        names = idmaps.user_namespace_of(
            idmaps.starting_at(snapshot["first_id"], plan["uid_map"]),
            idmaps.starting_at(snapshot["first_id"], plan["gid_map"]),
        )
        try:
            trees.append(mounts.open_read_only(snapshot["path"], names, strictly=True))
        except OSError as error:
            raise _Failure("mounting the snapshot", error.errno or 0, str(error.strerror)) from None
        finally:
            os.close(names)
    trees += [mounts.open_read_only(path, ids if release >= (5, 19) else None) for path in plan["layers"]]
    trees.append(mounts.open_read_only("/usr", ids))
    os.close(ids)
    return trees


def _open_share(plan: Plan, state: State) -> list[int]:
    """As the host's root: the shared folder as a detached mount that the user inside may write.

    On a file system that cannot map ids (NFS, FAT, an overlay) the user inside gets the id of the folder's owner
    instead, as when a plain user starts a sandbox; but never root's: root's folder is lent to it.
    """
    from deskhand.sandbox import idmaps, lend, mounts
    from deskhand.sandbox import syscalls as sys_

    share = plan["share"]
    if share is None:
        return []
    path, (uid, gid) = share["path"], share["owner"]
    first = plan["uid_map"][0]["outside"]
    user = first + mounts.USER_ID
    try:
        tree = sys_.open_tree(path)
        names = idmaps.user_namespace(
            {"inside": uid, "outside": user, "count": 1}, {"inside": gid, "outside": user, "count": 1}
        )
        try:
            sys_.set_mount_attributes(tree, mounts.SHARE | sys_.ATTR_IDMAP, user_namespace=names)
        except OSError:
            sys_.set_mount_attributes(tree, mounts.SHARE)
            if uid == 0 or gid == 0:
                state["loan"] = {"path": path, "owner": (uid, gid), "borrower": user}
                write_state(plan["session"], state)
                lend.lend(state["loan"])
            else:
                plan["uid_map"] = idmaps.with_own_id(first, mounts.USER_ID, uid)
                plan["gid_map"] = idmaps.with_own_id(first, mounts.USER_ID, gid)
        finally:
            os.close(names)
    except OSError as error:
        raise _Failure("sharing the folder", error.errno or 0, str(error.strerror)) from None
    return [tree]


def watch(
    host: Host, orders: Orders, process: int, output: int, watcher: Watcher | None, end: Callable[[], None]
) -> tuple[int, str]:
    """Until the program inside ends, or we are told to end it, or there is no host and none comes."""
    kept = bytearray()
    life = os.pidfd_open(process)
    os.set_blocking(output, False)
    silent = False
    ending = False
    while True:
        poll = select.poll()
        heard = [] if ending else [*host.descriptors(), *orders.descriptors()]
        for descriptor in (life, *([] if silent else [output]), *heard):
            poll.register(descriptor, select.POLLIN)
        waits = None if ending else host.waits()
        if watcher is not None:
            waits = watcher.PERIOD if waits is None else min(waits, watcher.PERIOD)
        limit = None if waits is None else 1000 * min(waits, 3600.0) + 1  # the kernel takes 24 days at most
        ready = {descriptor for descriptor, _events in poll.poll(limit)}
        if output in ready:
            silent = not _drain(output, kept)
        if life in ready:
            break
        if not ending and (host.wants_end(ready) | orders.serve(ready, host)):
            end()
            ending = True
        if watcher is not None:
            watcher.look()
    _drain(output, kept)
    status = os.waitpid(process, 0)[1]
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code, kept.decode(errors="replace")


def _memory_watch(plan: Plan, groups: Groups, state: State) -> MemoryWatch | None:
    """Only where no cgroup holds the memory."""
    if groups.held["memory"].startswith("cgroup"):
        return None
    from deskhand.sandbox.memory_watch import MemoryWatch

    def killed() -> None:
        state["killed"] = state.get("killed", 0) + 1
        write_state(plan["session"], state)

    return MemoryWatch(state["init"], plan["limits"]["memory"], killed)


def _drain(output: int, kept: bytearray) -> bool:
    """Read what is there, keep the end of it; False at the end of the stream."""
    try:
        data = os.read(output, 65536)
    except BlockingIOError:
        return True
    kept += data
    del kept[:-_OUTPUT_KEPT]
    return bool(data)


def _kill(process: int) -> None:
    """End PID 1 inside; the kernel then ends all others before the wait returns."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(process, 0)


def birth(process: int) -> str:
    """When the process started, in clock ticks since boot: with its id, a name that is never given twice."""
    with open(f"/proc/{process}/stat") as file:
        return file.read().rpartition(")")[2].split()[19]


def write_state(folder: str, state: State) -> None:
    path = os.path.join(folder, "launcher.json")
    with open(f"{path}.new", "w") as file:
        json.dump(state, file)
    os.rename(f"{path}.new", path)


def remove_session(folder: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        for name in os.listdir(folder):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(folder, name))
        os.rmdir(folder)


def _lock(path: str) -> int:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def _read_line(control: socket.socket) -> bytes:
    data = bytearray()
    while not data.endswith(b"\n"):
        chunk = control.recv(65536)
        if not chunk:
            sys.exit(0)  # the host changed its mind, or died
        data += chunk
    return bytes(data)


if __name__ == "__main__":
    main()
