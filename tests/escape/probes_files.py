"""Rows 1 to 13: files, devices, sockets and descriptors of the host."""

from __future__ import annotations

from tests.escape.probe import Probe

FILES = (
    Probe(
        1,
        "host file",
        "read a file of the host by its path",
        "return [path for path in facts['files'] if secrets_in(read(path))]",
        quick=True,
    ),
    Probe(
        1,
        "dots",
        "climb out of the root with ..",
        """
        os.chdir("/")
        for _ in range(20):
            os.chdir("..")
        return [path for path in facts["files"] if secrets_in(read(path.lstrip("/")))]
        """,
    ),
    Probe(
        2,
        "other roots",
        "read it through the root of another process",
        """
        roots = [f"/proc/{process}/root" for process in processes() if process != os.getpid()]
        return [root for root in roots for path in facts["files"] if secrets_in(read(root + path))]
        """,
        quick=True,
    ),
    Probe(
        3,
        "working folders",
        "read it through the working folder or an open descriptor of another process",
        """
        found = []
        for process in processes():
            for path in facts["files"]:
                if secrets_in(read(f"/proc/{process}/cwd/" + "../" * 20 + path)):
                    found.append(f"cwd of {process}")
            if process == os.getpid():
                continue
            try:
                numbers = os.listdir(f"/proc/{process}/fd")
            except OSError:
                continue
            found += [
                f"fd {number} of {process}"
                for number in numbers
                if os.path.isfile(f"/proc/{process}/fd/{number}")
                and secrets_in(read(f"/proc/{process}/fd/{number}"))
            ]
        return found
        """,
    ),
    Probe(
        4,
        "environment",
        "find a secret in any environment block",
        "return [each for each in processes() if secrets_in(read(f'/proc/{each}/environ'))]",
        quick=True,
    ),
    Probe(
        5,
        "command lines",
        "find a secret, or where the host keeps things, in any command line",
        """
        lines = [read(f"/proc/{each}/cmdline") for each in processes()]
        return [line for line in lines if secrets_in(line) or any(path in line for path in facts["paths"])]
        """,
        quick=True,
    ),
    Probe(
        6,
        "mounts",
        "find paths of the host in the table of mounts",
        """
        tables = [read(f"/proc/self/{name}", 1 << 20) for name in ("mountinfo", "mounts", "mountstats")]
        lines = [line for table in tables for line in table.splitlines()]
        return [line for line in lines if any(path in line for path in facts["paths"])]
        """,
        control="may",
        quick=True,
    ),
    Probe(
        6,
        "links of proc",
        "find paths of the host behind the links of /proc",
        """
        found = [*inherited.values()]
        for process in processes():
            for name in ("cwd", "root", "exe"):
                try:
                    found.append(os.readlink(f"/proc/{process}/{name}"))
                except OSError:
                    pass
        found += [line.split()[-1] for line in read("/proc/self/maps", 1 << 20).splitlines()]
        return [each for each in found if any(path in each for path in facts["paths"])]
        """,
        control="may",
        quick=True,
    ),
    Probe(
        7,
        "change the image",
        "write where programs, their settings and the guest lie",
        """
        found = []
        folders = "/usr/bin /usr/lib /usr/local /usr/local/bin /etc /etc/xdg /opt /opt/deskhand"
        for path in folders.split():
            try:
                os.close(os.open(f"{path}/deskhand-escape", os.O_CREAT | os.O_WRONLY, 0o644))
                found.append(path)
            except OSError:
                pass
        paths = ("/etc/passwd", "/usr/bin/env", "/etc/ld.so.cache", "/opt/deskhand/deskhand/desktop/guest.py")
        return found + [path for path in paths if may_write(path)]
        """,
        quick=True,
    ),
    Probe(
        7,
        "rename the image",
        "rename or remove what the image holds",
        """
        os.mkdir("/tmp/etc")
        try:
            os.rename("/etc/passwd", "/etc/passwd.old")
        except OSError:
            os.rename("/usr/bin/env", "/usr/bin/env.old")
        return "renamed"
        """,
    ),
    Probe(
        7,
        "link the image",
        "get a second name for a file of the image, to write to it later",
        """
        os.link("/usr/bin/env", "/tmp/env")
        return "linked"
        """,
        control="may",
    ),
    Probe(
        8,
        "raw disk",
        "read the machine's disks",
        """
        import stat
        found = []
        for folder, _, names in os.walk("/dev"):
            for name in names:
                path = f"{folder}/{name}"
                try:
                    if stat.S_ISBLK(os.stat(path).st_mode) and read(path, 1):
                        found.append(path)
                except OSError:
                    pass
        return found
        """,
        control="may",
        quick=True,
    ),
    Probe(
        8,
        "device node",
        "make a device node for a disk, and for the kernel's memory",
        """
        for number in ((254, 0), (8, 0), (1, 1)):
            os.mknod(f"/tmp/device{number[0]}", 0o60666 if number[0] > 1 else 0o20666, os.makedev(*number))
        return "made"
        """,
        control="never",
        quick=True,
    ),
    Probe(
        8,
        "strange devices",
        "find a device that is more than a source or sink of bytes",
        """
        plain = "null zero full random urandom tty ptmx pts shm mqueue fd stdin stdout stderr"
        return sorted(set(os.listdir("/dev")) - set(plain.split()))
        """,
    ),
    Probe(
        9,
        "open by handle",
        "open a file by its number, past all paths (Shocker)",
        "return reaches('open_by_handle_at', -1, buffer(136, struct.pack('Ii', 8, 1)), 0)",
        control="may",
        quick=True,
    ),
    Probe(
        9,
        "name to handle",
        "learn the number of a file",
        """
        mount = ctypes.c_int()
        call("name_to_handle_at", -100, b"/", buffer(136, struct.pack("Ii", 128, 0)), ctypes.byref(mount), 0)
        return "learned"
        """,
        control="may",
    ),
    Probe(
        10,
        "engine sockets",
        "speak to a container engine, the system bus or systemd of the host",
        """
        import glob
        wanted = "/run/docker.sock /run/containerd /run/podman /run/dbus /run/systemd /run/udev /run/snapd.socket"
        wanted += " /run/crio /run/libvirt /run/deskhand /run/user/0"
        found = [path for path in wanted.split() if os.path.exists(path)]
        own = {"/run/user/1000", "/run/user"}
        return found + [path for path in glob.glob("/run/*") + glob.glob("/run/user/*") if path not in own]
        """,
        quick=True,
    ),
    Probe(
        11,
        "descriptors",
        "find a descriptor that was left open",
        """
        agreed = {0: "/dev/null", 1: "pipe:", 2: "pipe:", 3: "socket:", 4: "socket:"}
        return [what for number, what in inherited.items() if not what.startswith(agreed.get(number, "-"))]
        """,
        quick=True,
    ),
    Probe(
        12,
        "chroot",
        "climb out of a chroot made in a user namespace of one's own",
        """
        os.mkdir("/tmp/cage")
        unshare(NEWUSER)
        top = os.open("/", os.O_RDONLY)
        os.chroot("/tmp/cage")
        os.fchdir(top)
        for _ in range(64):
            os.chdir("..")
        os.chroot(".")
        return [path for path in facts["files"] if secrets_in(read(path))]
        """,
        control="may",  # a user namespace made by root has no rights over the folders it would enter
        quick=True,
    ),
    Probe(
        13,
        "keys",
        "find keys of the host's users",
        """
        import glob
        patterns = "/root/.* /root/* /home/*/.ssh /home/*/.aws /home/*/.config/gcloud /var/run/secrets/*"
        found = [path for pattern in patterns.split() for path in glob.glob(pattern)]
        found += [path for path in glob.glob("/etc/ssh/*key*") + ["/etc/shadow", "/etc/sudoers"] if read(path)]
        return found
        """,
        quick=True,
    ),
    Probe(
        13,
        "name of the host",
        "learn the host's name, its users or its machine id",
        """
        seen = [os.uname().nodename, *(read(f"/etc/{name}") for name in ("hostname", "hosts", "passwd", "machine-id"))]
        words = set(" ".join(seen).replace(":", " ").split())
        return [name for name in facts["names"] if name in words]
        """,
        control="may",
    ),
)
