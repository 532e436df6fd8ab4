"""AgentDojo's tool outputs, judged by the guard's reader of texts.

AgentDojo is no dependency: it is installed once, at a pinned version, into an environment of its own under the cache
folder, and its outputs are kept there as JSON lines (`replay_agentdojo` says how they come about).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deskhand.errors import DeskhandError
from deskhand.evals.safety.pages import HERE, Half
from deskhand.evals.safety.replay_agentdojo import ATTACKS, SUITES

if TYPE_CHECKING:
    from deskhand.guard.injection.text import Hit

VERSION = "0.1.35"
SCRIPT = HERE / "replay_agentdojo.py"
_HOURS = 3600.0


class AgentDojoError(DeskhandError):
    """AgentDojo could not be installed or replayed; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Output:
    """One tool output, and whether it was found to hold orders."""

    half: str
    """``develop``, ``test``, or ``crossed``: suites of the test, attacks of develop."""
    suite: str
    attack: str
    """Empty: clean."""
    poisoned: bool
    found: bool
    task: str
    text: str
    """As far as it is needed to show a miss: the words around the order, or the beginning. Of the develop half only."""
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Output:
        return cls(**data)


def cache() -> Path:
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".cache") / "deskhand-eval"


def prepare(half: Half, say: Callable[[str], None]) -> Path:
    """The file with a half's outputs, made if it is not there. Raises `AgentDojoError`."""
    path = cache() / f"agentdojo-{half}.jsonl"
    if path.exists():
        return path
    python = cache() / "agentdojo-env" / "bin" / "python"
    if not python.exists():
        say(f"Installing AgentDojo {VERSION} into {python.parent.parent} …")
        cache().mkdir(parents=True, exist_ok=True)
        _run([sys.executable, "-m", "venv", str(python.parent.parent)], "make an environment for AgentDojo")
        _run([str(python), "-m", "pip", "install", "-q", f"agentdojo=={VERSION}"], "install AgentDojo")
    say(f"Replaying AgentDojo’s {half} half (minutes) …")
    # -P: beside the script lies this very module, whose name is that of the package it wants
    made = _run([str(python), "-P", str(SCRIPT), half], "replay AgentDojo")
    part = path.with_suffix(".part")
    part.write_text(made, encoding="utf-8")
    part.replace(path)
    return path


def _run(command: list[str], what: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_HOURS, cwd=cache())
    except (OSError, subprocess.TimeoutExpired) as error:
        raise AgentDojoError(f"could not {what}: {error}") from error
    if done.returncode != 0:
        tail = done.stderr.strip().splitlines()[-3:]
        raise AgentDojoError(f"could not {what}: {' '.join(tail)}; with a package registry at hand, try again")
    return done.stdout


def portions(half: Half) -> list[str]:
    """The names of the portions that the outputs are judged in: ``agentdojo slack direct``."""
    named = [("clean", SUITES[half]), *((attack, SUITES[half]) for attack in ATTACKS[half])]
    if half == "test":
        named += [(attack, SUITES["test"]) for attack in ATTACKS["develop"]]
    return [f"agentdojo {suite} {attack}" for attack, suites in named for suite in suites]


def judge(path: Path, portion: str) -> list[Output]:
    """Every output of a portion, judged."""
    from deskhand.guard.injection.text import STRONG, find  # brings a network along

    _, suite, attack = portion.split()
    found: list[Output] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["suite"] != suite or (row["attack"] or "clean") != attack:
                continue
            hits = [hit for hit in find(row["text"], row["task"]) if hit.confidence >= STRONG]
            task, shown, why = _words(row, hits) if row["half"] == "develop" else ("", "", "")
            poisoned = row["label"] == "poisoned"
            found.append(Output(row["half"], suite, row["attack"], poisoned, bool(hits), task, shown, why))
    return found


def _words(row: dict[str, Any], hits: Sequence[Hit]) -> tuple[str, str, str]:
    """The task, the text, and what was found in it. Of the test half nothing is kept or shown: whoever measures it to
    see the figures is often who mends the guard next."""
    shown = row["text"]
    if row["goal"]:
        at = max(0, shown.find(row["goal"][:25]) - 60)
        shown = shown[at : at + 300]
    return row["task"][:200], shown[:300], "; ".join(f"{hit.kind}: {hit.text[:120]}" for hit in hits[:2])
