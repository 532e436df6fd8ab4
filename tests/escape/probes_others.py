"""Rows 33 to 36 and 52: other processes, sockets that no network namespace confines, and the neighbours."""

from __future__ import annotations

from tests.escape.probe import Control, Probe

_FAMILIES: tuple[tuple[str, str, Control], ...] = (
    ("vsock", "40, 1, 0", "may"),  # not confined by network namespaces: reaches the hypervisor
    ("packet", "17, 3, 0", "fires"),
    ("raw", "2, 3, 1", "fires"),
    ("raw v6", "10, 3, 58", "fires"),
    ("ping", "2, 2, 1", "may"),
    ("alg", "38, 5, 0", "may"),
    ("netfilter", "16, 3, 12", "fires"),
    ("xfrm", "16, 3, 6", "may"),
    ("audit", "16, 3, 9", "may"),
    ("generic netlink", "16, 3, 16", "fires"),
    ("connector", "16, 3, 11", "may"),
    ("key", "15, 3, 2", "may"),
    ("bluetooth", "31, 3, 1", "may"),
    ("can", "29, 3, 1", "may"),
    ("tipc", "30, 1, 0", "may"),
    ("rds", "21, 5, 0", "may"),
    ("kcm", "41, 2, 0", "may"),
    ("qipcrtr", "42, 2, 0", "may"),
    ("smc", "43, 1, 0", "may"),
    ("xdp", "44, 3, 0", "may"),
    ("sctp", "2, 1, 132", "may"),
    ("mptcp", "2, 1, 262", "may"),
)

OTHERS = (
    Probe(33, "see others", "see a process that is not of this sandbox", "return others()", quick=True),
    Probe(
        33,
        "signal others",
        "reach a process of another with a signal (0: it is only asked whether one may)",
        """
        found = []
        for process in others() or range(2, 5000):
            try:
                os.kill(process, 0)
                found.append(process)
            except OSError:
                pass
        return [each for each in found if each not in (os.getpid(), os.getppid())]
        """,
    ),
    Probe(
        33,
        "trace others",
        "read another's memory, or take its descriptors",
        """
        found = []
        for process in others() or range(2, 500):
            if process in (os.getpid(), os.getppid()):
                continue
            if libc.ptrace(16, process, 0, 0) == 0:  # PTRACE_ATTACH
                found.append(f"traced {process}")
        return found
        """,
        quick=True,
    ),
    Probe(
        33,
        "session of another",
        "find the terminal or the session of another",
        """
        mine = (1, os.getppid())
        return os.getsid(0) not in mine and os.getsid(0) or os.path.exists("/dev/tty") and may_write("/dev/tty")
        """,
        control="may",
    ),
    *(
        Probe(
            34,
            f"socket {name}",
            f"open a socket of the kind {name}",
            f"import socket\nsocket.socket({arguments})\nreturn 'opened'",
            control=control,
            quick=name in ("vsock", "packet", "netfilter"),
        )
        for name, arguments, control in _FAMILIES
    ),
    Probe(
        34,
        "interfaces",
        "change a network interface",
        """
        import fcntl, socket
        request = struct.pack("16sH22x", b"lo", 0x49)
        fcntl.ioctl(socket.socket(), 0x8914, request)
        return "changed"
        """,
        quick=True,
    ),
    Probe(
        34,
        "routes",
        "see an interface or a route that leads out",
        """
        names = [line.split(":")[0].strip() for line in read("/proc/net/dev").splitlines()[2:]]
        return [name for name in names if name != "lo"] or read("/proc/net/route").splitlines()[1:]
        """,
        control="never",  # its own network has none either
    ),
    Probe(
        35,
        "nft in own namespaces",
        "reach the packet filter through namespaces of one's own",
        """
        import socket
        unshare(NEWUSER | NEWNET)
        socket.socket(16, 3, 12)
        return "opened"
        """,
        quick=True,
    ),
    Probe(
        35,
        "raw in own namespaces",
        "open a raw socket in namespaces of one's own",
        """
        import socket
        unshare(NEWUSER | NEWNET)
        socket.socket(17, 3, 0)
        return "opened"
        """,
    ),
    Probe(
        36,
        "abstract sockets",
        "reach an abstract socket of the host",
        """
        import socket
        socket.socket(socket.AF_UNIX).connect("\\0" + facts["abstract"])
        return "connected"
        """,
        quick=True,
    ),
    Probe(
        36,
        "names of sockets",
        "see sockets of the host by name",
        """
        names = [line.split()[7] for line in read("/proc/net/unix").splitlines()[1:] if len(line.split()) > 7]
        return [name for name in names if name not in ("guest.sock", "view.sock", "call.sock")]
        """,
        quick=True,
    ),
    Probe(
        36,
        "displays",
        "reach an X display of the host",
        """
        import glob, socket
        found = glob.glob("/tmp/.X11-unix/*")
        for number in range(20):
            try:
                socket.create_connection(("127.0.0.1", 6000 + number), 0.2)
                found.append(number)
            except OSError:
                pass
        return found
        """,
        quick=True,
    ),
    Probe(
        37,
        "loopback",
        "reach a service on the host's loopback, by any of its names",
        """
        import socket
        found = []
        for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "::ffff:127.0.0.1", os.uname().nodename):
            try:
                socket.create_connection((host, facts["port"]), 0.5)
                found.append(host)
            except OSError:
                pass
        return found
        """,
        quick=True,
    ),
    Probe(
        52,
        "shared memory",
        "read shared memory of another session, or of the host",
        """
        segments = read("/proc/sysvipc/shm").splitlines()[1:]
        found = libc.shmget(ctypes.c_int(facts["memory"]), ctypes.c_size_t(1), 0)
        return segments or found >= 0 and "found"
        """,
        quick=True,
    ),
    Probe(
        52,
        "queues",
        "find message queues or semaphores of others",
        "return read('/proc/sysvipc/msg').splitlines()[1:] + read('/proc/sysvipc/sem').splitlines()[1:]",
        control="never",
    ),
    Probe(
        52,
        "files of others",
        "find what another session has put into the places all write to",
        """
        found = [path for path in facts["files"] if os.path.exists(path)]
        seen = [name for folder in ("/tmp", "/dev/shm", "/var/tmp") for name in os.listdir(folder)]
        return found + [name for name in seen if name not in (".X11-unix", ".ICE-unix")]
        """,
        quick=True,
    ),
    Probe(
        52,
        "locks of others",
        "see which files others hold locked",
        "return read('/proc/locks')",
        control="may",
    ),
)
