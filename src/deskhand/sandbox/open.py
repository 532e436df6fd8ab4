"""From nothing to a desktop one can use: walls, guest, and the stream between."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from deskhand.sandbox import attach, description, session
from deskhand.sandbox import spare as spare_
from deskhand.sandbox.gateway.ask import Asker
from deskhand.sandbox.gateway.decisions import OnDecision
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.held import PATIENCE
from deskhand.sandbox.interface import Limits, ProviderName, Spec
from deskhand.sandbox.reach import Reach as Reach
from deskhand.sandbox.sandboxed import SandboxedDesktop as SandboxedDesktop
from deskhand.sandbox.store import Snapshot
from deskhand.screen.geometry import Size

_DEFAULTS = Spec()


async def open_desktop(
    *,
    size: Size = _DEFAULTS.size,
    share: Path | None = None,
    limits: Limits = _DEFAULTS.limits,
    display: Literal["xvnc", "xvfb"] = "xvnc",
    language: str = "C.UTF-8",
    keep_as: str = "",
    patience: float = PATIENCE,
    network: NetworkPolicy | None = None,
    asker: Asker | None = None,
    on_decision: OnDecision | None = None,
    base: Snapshot | str = "",
    spare: bool = False,
    sandbox: ProviderName = _DEFAULTS.provider,
) -> SandboxedDesktop:
    """Start a desktop behind walls. Closing it ends it, and leaves nothing but what is in ``share``.

    Without ``network`` there is none inside. With it, what the policy names can be reached; ``asker`` is asked where
    the policy says so, and ``on_decision`` hears of everything that was allowed or refused.

    It begins with the files of the snapshot ``base``. With ``spare`` the next one is made ready beside it, for
    `SandboxedDesktop.reset`: one idle desktop more, 60 MB.

    With a name in ``keep_as`` it outlives a crash of this process, or a `SandboxedDesktop.leave`, for ``patience``
    seconds, for `attach_desktop` to find.

    ``sandbox`` names what the walls are made of (see `deskhand.sandbox.providers`).

    Raises `CannotConfine` when this machine cannot build the walls, `SandboxError` when the desktop does not come up.
    """
    ports = None if network is None else network.ports
    from_ = base if isinstance(base, str) else base.id
    spec = Spec(size, share, limits, display, language, ports, from_, sandbox)
    reach = Reach(network=network, asker=asker, on_decision=on_decision)
    desktop = await SandboxedDesktop.of(await spare_.start(spec, keep_as, patience), reach, spec, keep_as)
    if spare:
        desktop.have_spare()
    return desktop


async def attach_desktop(
    keep_as: str,
    *,
    network: NetworkPolicy | None = None,
    asker: Asker | None = None,
    on_decision: OnDecision | None = None,
) -> SandboxedDesktop:
    """The desktop that a process left behind when it crashed, as it stands. Closing it ends it.

    ``network`` and what follows are as in `open_desktop`; without it, nothing can be reached any more. A desktop that
    was started without a network never has one.

    Raises `deskhand.sandbox.attach.NothingKept` when it is gone.
    """
    sandbox = await attach.attach(keep_as)
    reach = Reach(network=network, asker=asker, on_decision=on_decision)
    known = session.read(sandbox.folder, "session.json")
    spec, name = description.from_data(known.get("spec")), str(known.get("keep_as", ""))
    return await SandboxedDesktop.of(await spare_.connect(sandbox), reach, spec, name)
