"""From a fresh set of namespaces to the program inside: what PID 1 does before it becomes that program.

Nothing of the host goes along: the environment is built from nothing, every descriptor but the agreed ones is closed,
and the process becomes another program by exec, so that `/proc/1/environ` and `/proc/1/cmdline` hold only what was
meant to be seen. (A launcher that stays PID 1 leaks its own environment there, API keys included.)
"""

from __future__ import annotations

import fcntl
import os
import resource
import signal
import socket

from deskhand.sandbox import mounts, netns
from deskhand.sandbox import syscalls as sys_
from deskhand.sandbox.channel import Channel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from deskhand.sandbox.plan import Plan

HOSTNAME = "desktop"
GUEST_FD = 3
VIEW_FD = 4

NAMESPACES = (
    sys_.CLONE_NEWUSER
    | sys_.CLONE_NEWPID
    | sys_.CLONE_NEWNS
    | sys_.CLONE_NEWIPC
    | sys_.CLONE_NEWUTS
    | sys_.CLONE_NEWNET
)

# Ceilings on what programs inside may nest. Chromium makes one user namespace and a PID namespace per renderer.
_NESTED = {
    "max_user_namespaces": 256,
    "max_pid_namespaces": 256,
    "max_net_namespaces": 256,
    "max_mnt_namespaces": 8,
    "max_cgroup_namespaces": 4,
    "max_ipc_namespaces": 4,
    "max_uts_namespaces": 4,
    "max_time_namespaces": 0,
}


def become(plan: Plan, channel: Channel, output: int) -> NoReturn:
    """Build the walls and become ``plan["argv"]``. A failure goes back over the channel; nothing is left half done."""
    step = "waiting for the host"
    try:
        sys_.die_with_parent()
        word, trees = channel.receive()
        if word != "mapped":
            os._exit(125)
        step = "taking the ids of the sandbox"
        if plan["mode"] == "range":
            os.setgroups([])
            os.setresgid(0, 0, 0)
            os.setresuid(0, 0, 0)
            sys_.die_with_parent()
        os.setsid()
        os.umask(0o022)
        step = "making the cgroup namespace"
        sys_.unshare(sys_.CLONE_NEWCGROUP)
        _limit_nesting()
        step = "building the file tree"
        layers, usr, share = _trees(plan, trees)
        parts = mounts.build(plan, layers, usr, share)
        channel.send("built", parts)
        for part in parts:
            os.close(part)
        step = "setting up the network"
        sys_.set_hostname(HOSTNAME)
        netns.loopback_up()
        network = plan["network"]
        doors = [] if network is None else netns.open_doors(network)
        # Made in here, so that they belong to the sandbox's network; the host binds them to paths of its own.
        sockets = [socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) for _ in plan["sockets"]]
        step = "giving up privileges"
        _limits(plan)
        _drop(plan["mode"] == "range", plan["groups"])
        channel.send("ready", [each.fileno() for each in [*sockets, *doors]])
        if channel.receive()[0] != "go":  # the host died before our death was tied to its own
            os._exit(125)
        step = f"starting {plan['argv'][0]}"
        _exec(plan, channel, [each.fileno() for each in sockets], output)
    except OSError as error:
        channel.send_failure(step, error.errno or 0, str(error.strerror or error))
    except Exception as error:
        channel.send_failure(step, 0, f"{type(error).__name__}: {error}")
    finally:
        os._exit(126)


def _trees(plan: Plan, received: list[int]) -> tuple[list[int], int, int | None]:
    """Descriptors of the layers, of /usr, and of the share: the host's, or where it has no right to, our own."""
    if plan["mode"] == "single":
        kept = [] if plan["snapshot"] is None else [plan["snapshot"]["path"]]
        received = [mounts.open_read_only(path, None) for path in [*kept, *plan["layers"], "/usr"]]
        if plan["share"] is not None:
            tree = sys_.open_tree(plan["share"]["path"], recursive=True)
            sys_.set_mount_attributes(tree, mounts.SHARE, recursive=True)
            received.append(tree)
    count = len(plan["layers"]) + (plan["snapshot"] is not None)
    return received[:count], received[count], received[count + 1] if plan["share"] is not None else None


def _limit_nesting() -> None:
    for name, value in _NESTED.items():
        try:
            with open(f"/proc/sys/user/{name}", "w") as file:
                file.write(str(value))
        except OSError:
            pass  # an older kernel lacks some; the filter refuses these namespaces anyway


def _limits(plan: Plan) -> None:
    limits = plan["limits"]
    wanted = [
        (resource.RLIMIT_CORE, 1),  # not 0: a core handler of the host (apport …) runs at 0, and only at 1 does not
        (resource.RLIMIT_NOFILE, limits["open_files"]),
        (resource.RLIMIT_NPROC, limits["processes"] * (1 if plan["processes_by_rlimit"] else 2)),
    ]
    if plan["memory_per_process"]:
        # Memory written, not addresses reserved (RLIMIT_AS): Chromium reserves hundreds of gigabytes it never touches.
        wanted.append((resource.RLIMIT_DATA, limits["memory"]))
    for what, value in wanted:
        hard = resource.getrlimit(what)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(what, (value, value))


def _drop(change_ids: bool, groups: list[int]) -> None:
    sys_.drop_bounding_set()
    if change_ids:
        os.setgroups(groups)
        os.setresgid(mounts.USER_ID, mounts.USER_ID, mounts.USER_ID)
        os.setresuid(mounts.USER_ID, mounts.USER_ID, mounts.USER_ID)
    sys_.drop_capabilities()
    sys_.die_with_parent()
    sys_.no_new_privileges()


def _exec(plan: Plan, channel: Channel, sockets: list[int], output: int) -> NoReturn:
    os.chdir(f"/{mounts.HOME}")
    for ignored in (signal.SIGPIPE, signal.SIGXFSZ):  # by Python; and what is ignored, a program inherits
        signal.signal(ignored, signal.SIG_DFL)
    null = os.open("/dev/null", os.O_RDWR)
    # First to high numbers, so that no copy overwrites a descriptor that is still to be copied.
    high = [fcntl.fcntl(each, fcntl.F_DUPFD, 100) for each in (null, output, output, *sockets)]
    report = fcntl.fcntl(channel.fileno(), fcntl.F_DUPFD_CLOEXEC, 100)
    for number, each in enumerate(high):
        os.dup2(each, number)
    os.closerange(len(high), report)
    os.closerange(report + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
    channel.take(report)
    sys_.install_filter(bytes.fromhex(plan["filter"]))
    os.execve(plan["argv"][0], plan["argv"], plan["environment"])
