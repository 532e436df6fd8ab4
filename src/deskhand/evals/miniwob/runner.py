"""All episodes of one measurement, spread over desktops; each is written down the moment it ends."""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from deskhand.agent.control import Control
from deskhand.evals.miniwob import summary
from deskhand.evals.miniwob.clicks import RandomClicks
from deskhand.evals.miniwob.player import Played, Player
from deskhand.evals.miniwob.stage import Stage
from deskhand.models.choose import make_model
from deskhand.models.interface import Model

RESULTS = "results.jsonl"
GIVE_UP = 5
"""Errors in a row after which a desktop's player stops: then the machine is at fault, not the model."""


@dataclass(frozen=True, slots=True)
class Options:
    tasks: tuple[str, ...]
    episodes: int
    seed: str
    model: str
    out: Path
    desktops: int = 1
    max_steps: int = 40
    as_json: bool = False
    keep: bool = False


class Runner:
    def __init__(self, html: Path, options: Options) -> None:
        self.html, self.options = html, options
        self.console = Console(stderr=options.as_json)
        self.control = Control()
        self.played: list[Played] = []
        self._interrupts = 0

    async def run(self) -> int:
        """Play what is not played yet; the exit status."""
        options = self.options
        options.out.mkdir(parents=True, exist_ok=True)
        wanted = [(task, f"{options.seed}.{number}") for number in range(options.episodes) for task in options.tasks]
        self.played = self._already(set(wanted))
        have = {(one.task, one.seed) for one in self.played}
        left = [each for each in wanted if each not in have]
        if have and left:
            self._say(f"Going on: {len(have)} of {len(wanted)} are done already.")
        queue: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
        for each in left:
            queue.put_nowait(each)
        model = RandomClicks() if options.model == "random" else make_model(options.model)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._interrupted)
        try:
            with Stage(self.html) as stage:
                work = [self._work(stage, model, queue, len(wanted)) for _ in range(min(options.desktops, len(left)))]
                await asyncio.gather(*work)
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)
            with contextlib.suppress(Exception):
                await model.close()
        return self._finish(len(wanted))

    async def _work(self, stage: Stage, model: Model, queue: asyncio.Queue[tuple[str, str]], wanted: int) -> None:
        options = self.options
        player = await Player.open(stage)
        errors = 0
        try:
            while not queue.empty() and not self.control.stopping and errors < GIVE_UP:
                task, seed = queue.get_nowait()
                played = await player.play(
                    task, seed, model, options.out / "runs", max_steps=options.max_steps, control=self.control,
                    keep=options.keep,
                )  # fmt: skip
                if played.verdict == "interrupted":
                    break
                errors = errors + 1 if played.verdict == "error" else 0
                self._keep(played, wanted)
        finally:
            await player.close()

    def _interrupted(self) -> None:
        self._interrupts += 1
        self.control.stop(after_action=self._interrupts < 2)
        self._say("Stopping; give the same --out to go on.")

    def _already(self, wanted: set[tuple[str, str]]) -> list[Played]:
        """What an earlier run into the same folder has measured; errors are tried again."""
        path = self.options.out / RESULTS
        found: dict[tuple[str, str], Played] = {}
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            with contextlib.suppress(ValueError, TypeError):  # a line cut short by a kill
                one = Played.from_json(json.loads(line))
                if (one.task, one.seed) in wanted and one.model == self.options.model and one.verdict != "error":
                    found[one.task, one.seed] = one
        return list(found.values())

    def _keep(self, played: Played, wanted: int) -> None:
        self.played.append(played)
        with (self.options.out / RESULTS).open("a", encoding="utf-8") as file:
            file.write(json.dumps(played.to_json(), ensure_ascii=False) + "\n")
        if self.options.as_json:
            _emit({"event": "episode", **played.to_json()})
        mark = {"success": "ok", "failure": "FAILED", "error": "ERROR"}.get(played.verdict, played.verdict)
        told = f"  {played.reason}" if played.reason else ""
        said = f"  “{played.answer[:120]}”" if played.verdict == "failure" and played.answer else ""
        self._say(
            f"[{len(self.played)}/{wanted}] {played.task} {played.seed}: {mark}, {played.steps} steps, "
            f"{played.seconds:.1f} s{told}{said}"
        )

    def _finish(self, wanted: int) -> int:
        if self.played:
            self._say(f"Report: {summary.write(self.options.out, self.played, self.options.model)}")
        if self.options.as_json:
            _emit({"event": "finished", **summary.figures(self.played), "wanted": wanted, "out": str(self.options.out)})
        else:
            summary.show(self.played, self.console)
        if self.control.stopping:
            return 130
        return 0 if len([one for one in self.played if one.verdict != "error"]) == wanted else 1

    def _say(self, text: str) -> None:
        self.console.print(text, highlight=False, markup=False, soft_wrap=True)


def _emit(value: dict[str, Any] | Iterable[Any]) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)
