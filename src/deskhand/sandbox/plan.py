"""What the host tells the launcher: everything decided beforehand, so that the launcher only does.

Sent as one JSON message. The launcher reads it as a plain dict (it imports neither `dataclasses` nor `typing`, 15 ms
at every start); these types let mypy check both ends.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from deskhand.sandbox.interface import IdMode

Lifetime = Literal[
    "host",  # the sandbox ends when the process that started it does
    "kept",  # it outlives a host that dies, for the plan's ``patience``: a later process may attach to it
]


class IdMap(TypedDict):
    """``count`` ids from ``inside`` on are those from ``outside`` on, on the host."""

    inside: int
    outside: int
    count: int


class SharePlan(TypedDict):
    path: str
    owner: tuple[int, int]
    """Its user and group on the host."""


class SnapshotPlan(TypedDict):
    path: str
    """The topmost layer of all that are read only."""
    first_id: int
    """Which id on disk is the id 0 inside; of use in mode ``range`` only."""


class LimitPlan(TypedDict):
    memory: int
    processes: int
    cpus: float | None
    disk: int
    open_files: int


class NetworkPlan(TypedDict):
    ports: list[int]
    """TCP ports on which something may be reached (see `netns.open_doors`)."""


class Common(TypedDict):
    """What every launcher is told, whatever it holds."""

    id: str
    lifetime: Lifetime
    patience: float
    """Seconds that a kept sandbox waits for a host when it has none."""
    session: str
    """The session folder on the host."""


class Plan(Common):
    mode: IdMode
    locks: list[str]
    """Files locked (shared) as long as the sandbox lives: the layers it stands on."""
    uid_map: list[IdMap]
    gid_map: list[IdMap]
    layers: list[str]
    """Folders of the image, the topmost first."""
    snapshot: SnapshotPlan | None
    """What the desktop begins with; None: with an empty home."""
    share: SharePlan | None
    limits: LimitPlan
    memory_per_process: bool
    """Set by the launcher where no cgroup holds the memory: the limit is then one on each process."""
    network: NetworkPlan | None
    """None: nothing but a loopback."""
    processes_by_rlimit: bool
    """Set by the launcher where no cgroup counts the processes. Where one does, the rlimit stays out of its way: the
    cgroup tells when it has refused one."""
    devices: list[str]
    """Paths of those that appear in /dev besides what every program needs."""
    groups: list[int]
    """Ids inside of the groups that the user inside is in besides its own: whose devices it may use."""
    sockets: list[str]
    """Names in the session folder of the sockets that the program inside listens at: its descriptors from 3 on."""
    argv: list[str]
    environment: dict[str, str]
    filter: str
    """The seccomp filter, in hexadecimal."""


class Copy(TypedDict):
    """The order to make a layer (see `orders`)."""

    do: Literal["copy"]
    layers: str
    """The folder in which layers lie."""
    target: str
    """Name of the new one."""
    parent: str
    """Name of the one that the sandbox stands on; empty: none."""
    first_id: int
    lasting: bool
    """It is to survive a power cut: wait until it is on the disk."""
    ending: bool
    """End all programs first, and the sandbox afterwards."""


class Loan(TypedDict):
    """A folder that belongs to the user inside while the sandbox lives, and to its owner again afterwards."""

    path: str
    owner: tuple[int, int]
    borrower: int


class State(TypedDict, total=False):
    """What the launcher leaves in the session folder (launcher.json), so that others can clear up after it."""

    launcher: int
    cgroups: list[str]
    init: int
    born: str
    """When PID 1 inside started: with its id, a name that is given only once."""
    loan: Loan
    disks: list[str]
    """The folders inside that each have a size of their own; missing: one for all, which holds /tmp."""
    container: list[str]
    """The command that removes the container, if it is one, and below the environment for that."""
    environment: dict[str, str]
    killed: int
    """How many programs the launcher itself ended because the memory ran out, where no cgroup does."""


class Started(TypedDict):
    """The launcher's answer once the program inside runs; with it come the doors of its network, if it has one."""

    event: Literal["started"]
    init: int
    """Process id (on the host) of PID 1 inside."""
    limits: dict[str, str]
    """What enforces each limit, or why nothing does."""
    ports: list[int]
    """Of the network's doors."""
    mode: str
    """How it is held, as in the plan."""
    fakes: NotRequired[str]
    """The network whose addresses stand for names inside, where it is not the usual one."""


class Failed(TypedDict):
    event: Literal["failed"]
    step: str
    errno: int
    error: str


class Ended(TypedDict):
    event: Literal["ended"]
    code: int
    """Exit status of the program inside; 128 + signal when a signal ended it."""
    output: str
    """The end of what it wrote to its standard output and error."""
    counts: dict[str, int]
    """What the limits' groups had counted at the end: see `cgroups.counts`."""
