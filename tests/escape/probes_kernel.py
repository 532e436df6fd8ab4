"""Rows 22 to 32: interfaces of the kernel that no desktop needs."""

from __future__ import annotations

from tests.escape.probe import Control, Probe

_MACHINE: tuple[tuple[str, str, str, Control], ...] = (
    ("kexec", "exchange the kernel", "'kexec_load', 0, 1 << 20, 0, 0", "never"),
    ("module", "load a kernel module", "'init_module', 0, 0, b''", "never"),
    ("module file", "load one from a file", "'finit_module', -1, b'', 0", "never"),
    ("unload a module", "unload one", "'delete_module', b'deskhand-none', 0", "never"),
    ("swap", "switch on swap space", "'swapon', b'/tmp/none', 0", "never"),
    ("reboot", "restart the machine", "'reboot', 1, 2, 3, 0", "fires"),
    ("clock", "set the clock", "'clock_settime', 77, 0", "fires"),
    ("time of day", "set the time of day", "'settimeofday', 1, 0", "fires"),
    ("accounting", "have all processes logged", "'acct', b'/none'", "never"),
    ("quota", "change disk quotas", "'quotactl', 0x80000100, b'/none', 0, 0", "fires"),
    ("ports", "reach the machine's ports", "'iopl', 9", "never"),
    ("bus", "reach some of its ports", "'ioperm', 1 << 40, 1, 1", "never"),
    ("cookies", "look up a path by a cookie", "'lookup_dcookie', 1, 0, 0", "never"),
)

KERNEL = (
    Probe(
        22,
        "bpf",
        "load a program into the kernel, or make a map for one",
        "return reaches('bpf', 0, buffer(128, struct.pack('IIII', 2, 4, 4, 1)), 128)",
        control="may",
        quick=True,
    ),
    Probe(
        22,
        "perf",
        "watch the processor with perf",
        "return call('perf_event_open', buffer(128, struct.pack('IIQ', 1, 128, 0)), 0, -1, -1, 0) >= 0 and 'watched'",
        control="may",
    ),
    Probe(22, "kcmp", "compare kernel objects of two processes", "return reaches('kcmp', os.getpid(), 1, 0, 0, 0)"),
    Probe(
        23,
        "keyring",
        "look into the kernel's keyrings, which no namespace confines",
        "call('keyctl', 0, -3, 1)\nreturn 'looked'",
        quick=True,
    ),
    Probe(
        23,
        "add a key",
        "put a key into a keyring",
        "call('add_key', b'user', b'deskhand', b'x', 1, -1)\nreturn 'put'",
    ),
    Probe(
        23,
        "request a key",
        "have the host's helper called for a key",
        "return reaches('request_key', b'user', b'deskhand-none', 0, 0)",
    ),
    Probe(
        24,
        "io_uring",
        "open a ring that makes calls past the filter",
        "return call('io_uring_setup', 4, buffer(120)) >= 0 and 'opened'",
        control="may",
        quick=True,
    ),
    Probe(
        24,
        "userfaultfd",
        "hold the kernel up in the middle of a copy",
        "return call('userfaultfd', 1) >= 0 and 'opened'",
        control="may",
    ),
    *(
        Probe(25, name, attempt, f"return reaches({arguments})", control=control)
        for name, attempt, arguments, control in _MACHINE
    ),
    Probe(
        25, "adjust the clock", "touch the machine's clock", "call('adjtimex', buffer(256))\nreturn 'read'", quick=True
    ),
    Probe(
        25,
        "host name",
        "change the name that all of its namespace see",
        "name = os.uname().nodename.encode()\ncall('sethostname', name, len(name))\nreturn 'changed'",
    ),
    Probe(
        25,
        "watch all files",
        "watch a whole file system with fanotify",
        "return call('fanotify_init', 0, 0) >= 0 and 'watched'",
        control="may",
    ),
    Probe(
        25,
        "memory policy",
        "steer in which memory others' pages lie",
        "return reaches('move_pages', 1, 0, 0, 0, 0, 0)",
    ),
    Probe(
        25,
        "segments",
        "make a segment of 16-bit code, the door of many an old exploit",
        "return reaches('modify_ldt', 0, buffer(16), 16)",
        control="may",
    ),
    Probe(
        25,
        "secret memory",
        "lock memory away from the kernel itself",
        "return call('memfd_secret', 0) >= 0 and 'made'",
        control="may",
    ),
    Probe(
        26,
        "x32",
        "make a call of the x32 table",
        "return os.uname().machine == 'x86_64' and reaches(0x40000000 | 39)",
        control="may",
    ),
    Probe(
        26,
        "int 0x80",
        "make a call of the 32-bit table",
        """
        if os.uname().machine != "x86_64":
            return False
        import mmap
        page = mmap.mmap(-1, 4096, prot=7)
        page.write(bytes.fromhex("b814000000cd80c3"))  # mov eax, 20 (getpid there); int 0x80; ret
        foreign = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
        return foreign() == os.getpid() and "answered"
        """,
        control="may",
        quick=True,
    ),
    Probe(
        27,
        "unknown calls",
        "make calls that are newer than the filter",
        "return [number for number in (*range(453, 520), 600, 1000, 100000) if reaches(number, -1, -1, -1, -1)]",
        control="may",
        quick=True,
    ),
    Probe(
        28,
        "type into a terminal",
        "put characters into a terminal's input",
        """
        import fcntl
        terminal = os.openpty()[1]
        os.setsid()
        fcntl.ioctl(terminal, 0x540E, 0)  # make it ours, as only one's own may be typed into
        fcntl.ioctl(terminal, 0x5412, b"x")
        return "typed"
        """,
        quick=True,
    ),
    Probe(
        28,
        "console selection",
        "paste by the console's selection",
        "return reaches('ioctl', os.openpty()[1], 0x541C, buffer(64))",
        control="may",
    ),
    Probe(
        29,
        "core pattern",
        "have the host run a program at the next crash",
        "return may_write('/proc/sys/kernel/core_pattern')",
        quick=True,
    ),
    Probe(29, "sysrq", "reach the machine's emergency keys", "return may_write('/proc/sysrq-trigger')", control="may"),
    Probe(
        29,
        "parameters",
        "change any parameter of the kernel",
        """
        found = [f"{folder}/{name}" for folder, _, names in os.walk("/proc/sys") for name in names]
        return [path for path in found if may_write(path)]
        """,
        quick=True,
    ),
    Probe(
        29,
        "parameters of own network",
        "change them through a network namespace of one's own",
        """
        unshare(NEWUSER | NEWNET)
        return [path for path in ("/proc/sys/net/ipv4/ip_forward", "/proc/sys/net/core/somaxconn") if may_write(path)]
        """,
        control="may",
    ),
    Probe(
        29,
        "core dumps",
        "have the host's crash handler called",
        "import resource\nreturn resource.getrlimit(resource.RLIMIT_CORE)[1] not in (0, 1)",
        control="may",
    ),
    Probe(
        29,
        "sysfs",
        "find or change the machine's devices in /sys",
        "return [name for name in os.listdir('/sys') if os.listdir(f'/sys/{name}')]",
        quick=True,
    ),
    Probe(
        30,
        "kernel log",
        "read the kernel's messages",
        "return read('/dev/kmsg') or read('/proc/kmsg') or reaches('syslog', 3, buffer(100), 100)",
        control="may",
    ),
    Probe(
        30,
        "kernel symbols",
        "learn where the kernel lies in memory",
        """
        lines = read("/proc/kallsyms").splitlines()
        known = [line for line in lines if int(line.split()[0], 16)]
        return read("/proc/kcore", 1) or read("/proc/vmallocinfo") or known[:1]
        """,
        control="may",
    ),
    Probe(
        30,
        "kernel's tables",
        "learn how the machine was started, what it is made of and what others do on it",
        """
        names = "cmdline config.gz interrupts softirqs diskstats partitions keys key-users modules timer_list slabinfo"
        names += " zoneinfo sched_debug latency_stats mdstat iomem ioports locks swaps buddyinfo pagetypeinfo"
        more_than_a_heading = [name for name in names.split() if read(f"/proc/{name}").count("\\n") > 1]
        return more_than_a_heading + [read("/proc/cmdline")] * bool(read("/proc/cmdline"))
        """,
        quick=True,
    ),
    Probe(
        30,
        "pressure",
        "watch how busy the host is",
        "return read('/proc/pressure/cpu') or os.path.isdir('/proc/acpi') and os.listdir('/proc/acpi')",
        control="may",
    ),
    Probe(
        31,
        "release agent",
        "have the host run a program when a cgroup empties",
        """
        import glob
        found = [path for path in glob.glob("/sys/fs/cgroup/**/release_agent", recursive=True) if may_write(path)]
        if found:
            return found
        call("mount", b"none", b"/mnt", b"cgroup2", 0, 0)
        return "mounted"
        """,
        quick=True,
    ),
    Probe(
        31,
        "leave the cgroup",
        "move into another cgroup",
        """
        found = []
        for folder, _, names in os.walk("/sys/fs/cgroup"):
            if "cgroup.procs" in names and may_write(f"{folder}/cgroup.procs"):
                return folder
        return False
        """,
        control="may",
        quick=True,
    ),
    Probe(
        31,
        "names of cgroups",
        "learn from the cgroup's name where one is",
        "return [line for line in read('/proc/self/cgroup').splitlines() if not line.endswith(':/')]",
        control="may",
    ),
    Probe(
        32,
        "oom immunity",
        "have others killed when memory runs out",
        """
        for score in (-1000, -1):  # 0 is what every program starts with, and the kernel lets all go back to it
            try:
                descriptor = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
                os.write(descriptor, str(score).encode())
                return score
            except OSError:
                pass
        return False
        """,
        control="may",
    ),
    Probe(
        32,
        "priority",
        "run before all others",
        """
        found = []
        for way in (lambda: os.nice(-5), lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))):
            try:
                way()
                found.append("did")
            except OSError:
                pass
        return found
        """,
        control="may",
    ),
    Probe(
        32,
        "own limits",
        "raise one's limits again",
        """
        import resource
        found = []
        for what in (resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC, resource.RLIMIT_CORE):
            soft, hard = resource.getrlimit(what)
            try:
                if hard != resource.RLIM_INFINITY:
                    resource.setrlimit(what, (hard + 1, hard + 1))
                    found.append(what)
            except (OSError, ValueError):
                pass
        return found
        """,
        control="may",
        quick=True,
    ),
)
