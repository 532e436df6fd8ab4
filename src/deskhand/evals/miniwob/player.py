"""One desktop with one browser, playing one episode after the other: a reset takes milliseconds, a start seconds."""

from __future__ import annotations

import asyncio
import shlex
import shutil
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

from deskhand.agent.control import Control
from deskhand.agent.result import OnEvent, RunResult
from deskhand.agent.run import run_task
from deskhand.desktop.actions import Key, Move
from deskhand.desktop.interface import DesktopError
from deskhand.evals.episode import Verdict
from deskhand.evals.miniwob.stage import Booth, Stage
from deskhand.models.interface import Model, ModelError
from deskhand.sandbox.open import SandboxedDesktop, open_desktop
from deskhand.screen.geometry import Point, Size

SIZE = Size(1024, 768)
SCALE = 3
"""A page is 160 × 210 CSS pixels: at three times that it fills the height, and its 10-pixel print is legible."""
TASK = "Do the task that is written in the yellow box at the top of the page."
_ASIDE = Point(900, 700)
_PATIENCE = 30.0
_SETTLED = 0.05
"""Seconds from the page's word that it is over until the run is stopped: the last act gets its result."""


@dataclass(frozen=True, slots=True)
class Played:
    """What an episode came to."""

    task: str
    seed: str
    model: str
    verdict: Verdict
    reward: float
    """The page's own, −1 to 1, without the time penalty; −1 when it never ended."""
    steps: int
    seconds: float
    status: str
    answer: str
    run: str
    """The run's folder."""
    reason: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        return cls(**data)


class Player:
    def __init__(self, stage: Stage, booth: Booth, desktop: SandboxedDesktop) -> None:
        self._stage, self._booth, self._desktop = stage, booth, desktop
        self._browsing = False

    @classmethod
    async def open(cls, stage: Stage) -> Self:
        """Raises `SandboxError` or `DesktopError`."""
        return cls(stage, stage.booth(), await open_desktop(size=SIZE, network=stage.network))

    async def close(self) -> None:
        self._stage.booths.pop(self._booth.key, None)
        await self._desktop.close()

    async def play(
        self,
        task: str,
        seed: str,
        model: Model,
        record: Path,
        *,
        max_steps: int,
        control: Control,
        keep: bool = False,
        on_event: OnEvent | None = None,
    ) -> Played:
        """One episode. What goes wrong is in what comes back, never raised; a success's record is removed unless
        ``keep``."""
        began = time.monotonic()
        blank = Played(task, seed, model.name, "error", -1.0, 0, 0.0, "", "", "")
        try:
            await self._set_up(task, seed)
            result = await self._run(model, record, max_steps, control, on_event)
        except (DesktopError, ModelError, ValueError, OSError, TimeoutError) as error:
            told = str(error) or "the page did not get ready"
            return replace(blank, seconds=round(time.monotonic() - began, 2), reason=told)
        booth = self._booth
        ended = booth.done.is_set()
        if control.stopping and not ended:
            return replace(blank, verdict="interrupted")
        reward = booth.reward if ended and booth.reward is not None else -1.0
        verdict: Verdict = "success" if reward > 0 else "failure"
        reason = "" if verdict == "success" else f"the page's reward is {reward:g}" if ended else "the page never ended"
        if verdict == "success" and not keep:
            await asyncio.to_thread(shutil.rmtree, result.folder, ignore_errors=True)
        return Played(
            task, seed, model.name, verdict, round(reward, 4), result.steps, round(result.seconds, 2),
            result.status, result.answer, str(result.folder), reason,
        )  # fmt: skip

    async def _set_up(self, task: str, seed: str) -> None:
        """Raises `TimeoutError` when the page does not get ready. Nothing of the last episode is left: the window is a
        private one, which remembers no entries, and the pointer waits beside the page."""
        self._booth.order(task, seed)
        ready = self._booth.ready
        await self._desktop.act(Move(_ASIDE), picture=False)
        if not self._browsing:
            self._browsing = True
            await self._browse()
        else:
            await self._desktop.act(Key("F9"), picture=False)
        if not await asyncio.to_thread(ready.wait, _PATIENCE):
            self._browsing = False  # whatever it shows now: a fresh browser next time
            await self._desktop.reset()
            raise TimeoutError

    async def _browse(self) -> None:
        words = [
            "chromium", "--kiosk", f"--force-device-scale-factor={SCALE}", "--user-data-dir=/tmp/miniwob",
            "--incognito", "--no-first-run", "--no-default-browser-check", "--password-store=basic",
            "--disable-features=Translate",
            self._stage.address(self._booth),
        ]  # fmt: skip
        await self._desktop.shell(f"setsid {shlex.join(words)} >/dev/null 2>&1 </dev/null &")

    async def _run(
        self, model: Model, record: Path, max_steps: int, control: Control, on_event: OnEvent | None
    ) -> RunResult:
        """Until the model ends it, or the page does."""
        over = Control()
        done = self._booth.done

        async def watch() -> None:
            while not done.is_set() and not control.stopping:  # noqa: ASYNC110 - set in the thread of the server
                await asyncio.sleep(_SETTLED)
            if done.is_set():
                await asyncio.sleep(_SETTLED)
            over.stop()

        watching = asyncio.create_task(watch())
        try:
            return await run_task(
                TASK,
                model=model,
                desktop=self._desktop,
                ask="never",  # the page is all that can be reached, and its Submit sends nothing: the model is measured
                max_steps=max_steps,
                record=record,
                control=over,
                on_event=on_event,
            )
        finally:
            watching.cancel()
