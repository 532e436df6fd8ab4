"""Ends containers whose keeper is dead: found by their label, whoever crashed and whenever.

Most end by themselves, because PID 1 inside ends when its line to the keeper does. This is for the rest: an engine
that was itself killed meanwhile, and containers that it had made and not yet started.
"""

from __future__ import annotations

import os
import time

from deskhand.sandbox import session
from deskhand.sandbox.container.engine import Engine
from deskhand.sandbox.container.wanted import LABEL, OWNER

_EVERY = 60.0
_last: dict[str, float] = {}


def now_and_then(engine: Engine) -> None:
    """At a start: once a minute, because asking takes half as long as starting."""
    now = time.monotonic()
    if now - _last.get(engine.name, -_EVERY) >= _EVERY:
        _last[engine.name] = now
        sweep(engine)


def sweep(engine: Engine) -> list[str]:
    """The names of those ended. Only this user's own containers are looked at."""
    ours = ("--filter", f"label={LABEL}", "--filter", f"label={OWNER}={os.geteuid()}")
    listed = engine.run("ps", "--all", *ours, "--format", "{{.Names}}")
    names = [name for name in listed.split() if name.startswith("deskhand-")]
    alive = {each.name for each in session.sessions_folder().iterdir() if each.is_dir()}
    ended = [name for name in names if name.removeprefix("deskhand-") not in alive]
    for name in ended:
        engine.remove(name)
    return ended
