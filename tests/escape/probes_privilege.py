"""Rows 14 to 21: becoming someone else, and building or entering namespaces."""

from __future__ import annotations

from tests.escape.probe import Probe

PRIVILEGE = (
    Probe(
        14,
        "become root",
        "take the user id 0",
        """
        ways = (lambda: os.setuid(0), lambda: os.setresuid(0, 0, 0), lambda: os.setgid(0), lambda: os.setgroups([0]))
        for way in ways:
            try:
                way()
                return "did"
            except OSError:
                pass
        return False
        """,
        quick=True,
    ),
    Probe(
        14,
        "sudo",
        "run a program as root by the set-id programs of the image",
        """
        import glob, stat, subprocess
        found = []
        for path in glob.glob("/usr/bin/*") + glob.glob("/usr/lib/*/*"):
            try:
                special = os.stat(path).st_mode & 0o6000
            except OSError:
                continue
            if special and not os.statvfs(path).f_flag & os.ST_NOSUID:
                found.append(path)
        if os.path.exists("/usr/bin/sudo"):
            done = subprocess.run(["/usr/bin/sudo", "-n", "id", "-u"], capture_output=True, text=True)
            found += [done.stdout] if done.stdout == "0\\n" else []
        return found
        """,
        control="may",
    ),
    Probe(
        14,
        "own set-id copy",
        "make a set-id program",
        """
        import shutil
        shutil.copy("/usr/bin/env", "/tmp/env")
        found = []
        for way in (lambda: os.chmod("/tmp/env", 0o4755), lambda: os.chmod("/tmp/env", 0o2755)):
            try:
                way()
                found.append(oct(os.stat("/tmp/env").st_mode))
            except OSError:
                pass
        try:
            os.close(os.open("/tmp/made", os.O_CREAT | os.O_WRONLY, 0o4755))
            found.append("made")
        except OSError:
            pass
        return found
        """,
        quick=True,
    ),
    Probe(
        14,
        "file capability",
        "give a program capabilities, in a user namespace of one's own",
        """
        open("/tmp/own", "w").close()
        data = struct.pack("<IIIII", 0x02000001, 0xFFFFFFFF, 0, 0xFF, 0)
        os.setxattr("/tmp/own", "security.capability", data)
        return "given"
        """,
        quick=True,
    ),
    Probe(
        15,
        "capabilities",
        "hold a capability, or be able to get one",
        """
        lines = [line.split() for line in read("/proc/self/status").splitlines() if line.startswith("Cap")]
        return [line for line in lines if int(line[1], 16)]
        """,
        quick=True,
    ),
    Probe(
        15,
        "new privileges",
        "gain privileges by exec",
        "return 'NoNewPrivs:\\t1' not in read('/proc/self/status')",
    ),
    Probe(
        15, "filter", "run without a filter", "return '\\nSeccomp:\\t2' not in read('/proc/self/status')", quick=True
    ),
    Probe(
        15,
        "dump a capability back",
        "raise capabilities with capset",
        """
        call("capset", buffer(8, struct.pack("Ii", 0x20080522, 0)), buffer(24, struct.pack("III", 1 << 21, 1 << 21, 0)))
        return "raised"
        """,
    ),
    Probe(
        16,
        "mount",
        "mount a file system",
        "call('mount', b'none', b'/mnt', b'tmpfs', 0, 0)\nreturn 'mounted'",
        quick=True,
    ),
    Probe(
        16,
        "remount",
        "make a read-only mount writable",
        """
        for path in (b"/proc/sys", b"/usr", b"/etc"):
            try:
                call("mount", b"none", path, 0, 32 | 4096, 0)
                return path
            except OSError:
                pass
        return False
        """,
        control="may",
    ),
    Probe(
        16,
        "unmask",
        "take away what hides parts of /proc",
        """
        for path in (b"/proc/kallsyms", b"/proc/kcore", b"/proc/sys", b"/tmp"):
            try:
                call("umount2", path, 2)
                return path
            except OSError:
                pass
        return False
        """,
        quick=True,
    ),
    Probe(
        17,
        "clone a mount",
        "take a detached copy of a mount",
        "return call('open_tree', -100, b'/', 1) >= 0 and 'taken'",
        control="may",
    ),
    Probe(
        17,
        "new file system",
        "make one by the new calls",
        "return call('fsopen', b'tmpfs', 0) >= 0 and 'made'",
        quick=True,
    ),
    Probe(17, "move a mount", "move a mount", "return reaches('move_mount', -100, b'/proc', -100, b'/mnt', 0)"),
    Probe(17, "mount attributes", "change a mount", "return reaches('mount_setattr', -100, b'/', 0, buffer(32), 32)"),
    Probe(
        17,
        "pick a mount",
        "open a mount's configuration",
        "return reaches('fspick', -100, b'/', 0)",
    ),
    Probe(18, "pivot root", "exchange the root", "return reaches('pivot_root', b'/tmp', b'/tmp')", quick=True),
    Probe(
        19,
        "mount in a namespace",
        "mount in a user namespace of one's own",
        """
        unshare(NEWUSER)
        unshare(NEWNS)
        call("mount", b"none", b"/mnt", b"tmpfs", 0, 0)
        return "mounted"
        """,
        control="may",
    ),
    Probe(
        19,
        "both at once",
        "make a user and a mount namespace in one call",
        "unshare(NEWUSER | NEWNS)\nreturn 'made'",
        quick=True,
    ),
    Probe(
        19,
        "by clone",
        "the same with clone",
        """
        flags = NEWUSER | NEWNS | 17
        child = call("clone", flags, 0, 0, 0, 0)
        if child == 0:
            os._exit(0)
        return "made"
        """,
    ),
    Probe(
        19,
        "other namespaces",
        "make a cgroup, UTS, IPC or time namespace in a user namespace of one's own",
        """
        unshare(NEWUSER)
        found = []
        for flag in (0x0200_0000, 0x0400_0000, 0x0800_0000, 0x80):
            try:
                unshare(flag)
                found.append(hex(flag))
            except OSError:
                pass
        return found
        """,
        quick=True,
    ),
    Probe(
        20,
        "clone3",
        "make namespaces by the call whose arguments no filter can see",
        """
        child = call("clone3", buffer(64, struct.pack("8Q", NEWUSER | NEWNS, 0, 0, 0, 17, 0, 0, 0)), 64)
        if child == 0:
            os._exit(0)
        return "made"
        """,
        quick=True,
    ),
    *(
        Probe(
            21,
            f"join {kind}",
            f"enter the {kind} namespace of another process",
            f"""
            found = []
            for process in processes():
                try:
                    if os.readlink(f"/proc/{{process}}/ns/{kind}") != os.readlink("/proc/self/ns/{kind}"):
                        descriptor = os.open(f"/proc/{{process}}/ns/{kind}", os.O_RDONLY)
                        if libc.setns(descriptor, 0) == 0:
                            found.append(process)
                except OSError:
                    pass
            return found
            """,
            control="fires" if kind in ("net", "mnt") else "may",
        )
        for kind in ("net", "mnt", "user", "pid")
    ),
    Probe(
        21,
        "join by number",
        "enter the namespaces of a process by its descriptor",
        "return reaches('setns', -1, 0)",
    ),
)
