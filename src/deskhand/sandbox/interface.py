"""The walls as the rest of deskhand sees them: a provider starts a sandbox; a sandbox has one stream to its guest."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from deskhand.errors import DeskhandError
from deskhand.sandbox.pressure import Pressure
from deskhand.screen.geometry import Size

IdMode: TypeAlias = Literal[
    "range",  # started by root: 65,536 ids inside, mapped to a private range of the host
    "single",  # started by anyone: one id inside, which is the caller's
]

ProviderName: TypeAlias = Literal[
    "namespaces",  # walls of this machine's kernel, with no engine: the default
    "docker",  # a container of a running Docker engine
    "podman",  # a container of Podman
    "vm",  # a virtual machine with a kernel of its own
]


class SandboxError(DeskhandError):
    """The sandbox could not be started or kept; the text says why and what to do."""


class CannotConfine(SandboxError):
    """This machine does not let us build the walls: deskhand refuses to start without them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one sandbox may use. Enforced by cgroups where they can be written, by rlimits and sized tmpfs else."""

    memory: int = 4 << 30
    """Bytes."""
    processes: int = 1024
    cpus: float | None = None
    """Processor cores' worth of time; None: no limit."""
    disk: int = 2 << 30
    """Bytes of all files it may write outside the shared folder."""
    open_files: int = 8192


@dataclass(frozen=True, slots=True)
class Spec:
    """What kind of sandbox is wanted."""

    size: Size = Size(1280, 800)
    share: Path | None = None
    """A folder of the host that appears read-write as ``~/Shared``."""
    limits: Limits = field(default_factory=Limits)
    display: Literal["xvnc", "xvfb"] = "xvnc"
    language: str = "C.UTF-8"
    """The locale inside (LANG)."""
    ports: tuple[int, ...] | None = None
    """TCP ports on which a gateway answers inside; None: no network at all (see `deskhand.sandbox.gateway`)."""
    base: str = ""
    """Name or id of the snapshot it begins with; empty: an empty home."""
    provider: ProviderName = "namespaces"
    """What its walls are made of."""


class Sandbox(Protocol):
    """One running sandbox."""

    @property
    def id(self) -> str: ...

    @property
    def guest_socket(self) -> Path:
        """A Unix socket: connect to it to speak to the guest (see `deskhand.desktop.wire`)."""
        ...

    @property
    def view_socket(self) -> Path:
        """A Unix socket that speaks RFB (VNC): to look at the desktop, and to take over."""
        ...

    def pressure(self) -> Pressure:
        """How hard it presses against its limits."""
        ...

    async def destroy(self) -> None:
        """End every process, unmount, remove every file and cgroup of it. May be called twice."""
        ...
