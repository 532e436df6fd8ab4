"""One task, once: a fresh desktop, its setup, the agent, and a look at the outcome before the desktop is gone."""

from __future__ import annotations

import asyncio
import resource
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from deskhand.agent.control import Control
from deskhand.agent.result import OnEvent
from deskhand.agent.run import run_task
from deskhand.desktop.interface import Desktop, DesktopError
from deskhand.evals.check import printed, wrong
from deskhand.evals.task import Group, Task
from deskhand.models.interface import ModelError
from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.open import open_desktop

Verdict = Literal["success", "failure", "error", "interrupted"]
"""``error``: it could not be tried, or the machinery broke; counted as no success, and tried again when resumed."""
PAINTED = 25
"""Looks, a fifth of a second apart, until a program that was opened has painted its window."""


@dataclass(frozen=True, slots=True)
class Episode:
    task: str
    language: str
    model: str
    repeat: int
    verdict: Verdict
    reasons: tuple[str, ...]
    """What is wrong with the outcome."""
    status: str
    answer: str
    steps: int
    seconds: float
    """Of the run itself, without starting and checking the desktop."""
    run: str
    """The run's folder."""
    wording: int = 0
    """Which of the task's wordings: 0 the instruction, then its paraphrases."""
    group: Group = "own"
    skills: tuple[str, ...] = ()
    memory: int = 0
    """The most megabytes that this process, with the embedded model in it, has held so far."""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Episode:
        return cls(**{**data, "reasons": tuple(data["reasons"]), "skills": tuple(data.get("skills", ()))})


async def run_episode(
    task: Task,
    model: str,
    repeat: int,
    record: Path,
    control: Control,
    on_event: OnEvent | None = None,
    wording: int = 0,
) -> Episode:
    """Do the task on a desktop of its own. What goes wrong is in the episode, never raised."""
    began = time.monotonic()
    blank = Episode(
        task.id, task.language, model, repeat, "error", (), "", "", 0, 0.0, "", wording, task.group, task.skills
    )
    with TemporaryDirectory(prefix="deskhand-eval-") as folder:
        shared = Path(folder) / "shared"
        shared.mkdir()
        try:
            _place(task, shared)
            desktop = await control.run(open_desktop(share=shared), action=False)
        except (DesktopError, SandboxError, OSError) as error:
            return replace(blank, reasons=(f"the desktop could not be started: {error}",))
        except Exception as error:
            if control.stopping:
                return replace(blank, verdict="interrupted")
            return replace(blank, reasons=(f"the desktop could not be started: {type(error).__name__}: {error}",))
        try:
            await _prepare(task, desktop)
            result = await run_task(
                task.wordings[wording],
                model=model,
                desktop=desktop,
                share=shared,
                max_steps=task.limits.steps,
                max_minutes=task.limits.minutes,
                record=record,
                on_event=on_event,
                control=control,
            )
            if result.status == "interrupted":
                return replace(blank, verdict="interrupted", run=str(result.folder))
            windows = await desktop.windows()
            reasons = await asyncio.to_thread(
                wrong, task.check, status=result.status, answer=result.answer, shared=shared, windows=windows
            )
            for one in task.check.shell:
                reasons += printed(one, (await desktop.shell(one.command, timeout=30)).output)
            return replace(
                blank,
                verdict="failure" if reasons else "success",
                reasons=tuple(reasons),
                status=result.status,
                answer=result.answer,
                steps=result.steps,
                seconds=round(result.seconds, 2),
                run=str(result.folder),
                memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            )
        except (DesktopError, SandboxError, ModelError, ValueError, OSError) as error:
            return replace(blank, reasons=(str(error),), seconds=round(time.monotonic() - began, 2))
        finally:
            await desktop.close()


def _place(task: Task, shared: Path) -> None:
    for name in task.setup.folders:
        (shared / name).mkdir(parents=True, exist_ok=True)
    for name, content in task.setup.files.items():
        path = shared / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


async def _prepare(task: Task, desktop: Desktop) -> None:
    for command in task.setup.shell:
        result = await desktop.shell(command, timeout=30)
        if result.exit_code != 0:
            raise DesktopError(f"the task's setup failed: {command!r} said {result.output.strip()!r}")
    for program in task.setup.launch:
        before = (await desktop.screenshot()).png
        await desktop.launch(program)
        for _ in range(PAINTED):  # its window is there; on a busy machine it is painted a good while later
            if (await desktop.screenshot()).png != before:
                break
            await asyncio.sleep(0.2)
