"""The desktops that stand: those that run now, with or without a process that drives them."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from pathlib import Path

from deskhand.sandbox import cgroups, session, store, sweep
from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.line import NotThere, order

_ANSWER = 2.0
_END = 5.0


@dataclass(frozen=True, slots=True)
class Standing:
    folder: Path
    name: str
    """Under which it is kept; empty: it ends with the process that drives it."""
    made: float
    """Seconds since 1970; 0: unknown."""
    size: str
    driven: bool
    """Whether a process drives it now."""
    waits: float | None
    """For how many more seconds it waits for one; None while it is driven."""

    walls: str = "namespaces"
    """What they are made of (see `deskhand.sandbox.providers`)."""

    @property
    def id(self) -> str:
        return self.folder.name

    @property
    def label(self) -> str:
        """Its name as people would say it: a run is kept under the path of its folder."""
        return Path(self.name).name if self.name.startswith("/") else self.name or self.id


async def every() -> list[Standing]:
    """All desktops of this user, the oldest first."""
    folders = [each for each in session.sessions_folder().iterdir() if each.is_dir()]
    found = await asyncio.gather(*(_look(folder) for folder in folders))
    return sorted((each for each in found if each is not None), key=lambda each: each.made)


async def _look(folder: Path) -> Standing | None:
    try:
        about = await order(folder, {"do": "about"}, patience=_ANSWER)
    except NotThere:
        return None
    known = session.read(folder, "session.json")
    size = known.get("spec", {}).get("size", {})
    return Standing(
        folder,
        str(known.get("keep_as", "")),
        float(known.get("made", 0.0)),
        f"{size.get('width', '?')}x{size.get('height', '?')}",
        bool(about.get("driven")),
        about.get("waits"),
        str(known.get("spec", {}).get("provider", "namespaces")),
    )


async def find(name: str) -> Standing:
    """By its name, the last part of it, or its id. `SandboxError` says which there are."""
    standing = await every()
    for fits in (
        [each for each in standing if name in (each.name, each.id)],
        [each for each in standing if each.name and each.label == name],
        [each for each in standing if name and each.id.startswith(name)],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise SandboxError(f"Several desktops could be meant by {name!r}: {', '.join(each.id for each in fits)}.")
    known = ", ".join(each.label for each in standing)
    raise SandboxError(f"There is no desktop {name!r}; " + (f"there are: {known}." if known else "none runs."))


async def stop(desktop: Standing) -> None:
    """End it, whoever drives it; returns when nothing of it is left."""
    with contextlib.suppress(NotThere):
        await order(desktop.folder, {"do": "end"}, patience=_ANSWER)
    for _ in range(int(_END / 0.02)):
        if not desktop.folder.exists():
            return
        await asyncio.sleep(0.02)
    raise SandboxError(f"The desktop {desktop.label} does not end: its launcher may hang. See {desktop.folder}.")


def _containers() -> list[str]:
    """Of sessions that are gone: ended now, in every engine that answers."""
    from deskhand.sandbox.container import engine
    from deskhand.sandbox.container import sweep as containers

    ended: list[str] = []
    for name in engine.NAMES:
        with contextlib.suppress(SandboxError):
            ended += containers.sweep(engine.find(name))
    return ended


def clear_up() -> list[str]:
    """Remove what crashed hosts and launchers left: sessions, groups, halves of snapshots. Names of what was removed.

    Living desktops are never touched, kept ones that wait for a host included.
    """
    with session.exclusively() as folder:
        cleared = [f"desktop {each}" for each in sweep.sweep(folder)]
    cleared += [f"group {each}" for each in cgroups.remove_empty()]
    cleared += [f"container {each}" for each in _containers()]
    before = store.kept()
    store.collect()
    return cleared + [f"snapshot {each}" for each in sorted(before - store.kept())]
