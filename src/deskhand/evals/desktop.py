"""`deskhand eval desktop`: tasks on real programs, several times each, counted by their outcome.

Every episode is written down the moment it ends, so that a run of an hour that is cut short can be gone on with: give
it the same ``--out``. Ctrl-C ends it after the action under way; what has been measured is still shown.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from deskhand.agent.control import Control
from deskhand.agent.events import Acting, Event, Noted
from deskhand.evals.episode import Episode, run_episode
from deskhand.evals.table import figures, groups, print_table, rate
from deskhand.evals.task import FOLDER, Task, TaskError, choose, load_all
from deskhand.models.interface import ModelError

RESULTS = "results.jsonl"
GIVE_UP = 3
"""Errors in a row after which the suite stops: then the machine is at fault, not the model."""


def main(arguments: Sequence[str]) -> int:
    """Run the suite; the exit status: 0 all succeeded, 1 not all, 2 wrong usage, 130 interrupted."""
    try:
        options = _parser().parse_args(list(arguments))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    try:
        tasks = choose(load_all(options.folder or FOLDER), options.tasks)
    except TaskError as error:
        print(f"deskhand eval desktop: {error}", file=sys.stderr)
        return 2
    if options.list:
        for task in tasks:
            print(f"{task.id:28} {task.language}  {task.instruction.splitlines()[0]}")
            if task.missing:
                print(f"{'':32}not installed: sudo apt-get install --no-install-recommends {' '.join(task.missing)}")
        return 0
    tasks = _installed(tasks)
    if not tasks:
        return 2
    out = options.out or Path("runs") / f"eval-desktop-{time.strftime('%Y%m%d-%H%M%S')}"
    try:
        return asyncio.run(
            Runner(tasks, options.repeats, options.model, out, options.json, options.verbose, options.paraphrase).run()
        )
    except (OSError, ModelError, ValueError) as error:
        print(f"deskhand eval desktop: {error}", file=sys.stderr)
        return 2


def _installed(tasks: Sequence[Task]) -> list[Task]:
    """Without those whose programs are missing here; which they are, and how to get them, is told."""
    missing = sorted({package for task in tasks for package in task.missing})
    kept = [task for task in tasks if not task.missing]
    if missing:
        print(
            f"{len(tasks) - len(kept)} of {len(tasks)} tasks are left out, for their programs are not installed: "
            f"sudo apt-get install --no-install-recommends {' '.join(missing)}",
            file=sys.stderr,
        )
    return kept


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="deskhand eval desktop", description="Tasks on real programs, counted by their outcome."
    )
    parser.add_argument(
        "--tasks",
        default="all",
        metavar="NAME,…",
        help="tasks, languages (en, ja), skills, programs (own, other, held-out, or a package); default: all",
    )
    parser.add_argument(
        "--repeats", type=_positive, default=3, metavar="N", help="how often each task is done; default: 3"
    )
    parser.add_argument(
        "--paraphrase",
        choices=("0", "1", "2", "all"),
        default="0",
        help="in which words each task is told: 0 its instruction (the default), 1 or 2 in others, all three",
    )
    parser.add_argument("--model", default="local", metavar="M", help="local (built in), claude-… ; default: local")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where the runs are kept; give the same one again to go on"
    )
    parser.add_argument("--folder", type=Path, metavar="DIR", help="task files of your own")
    parser.add_argument("--json", action="store_true", help="one JSON object per line, the last with the success rate")
    parser.add_argument("--verbose", action="store_true", help="show every action")
    parser.add_argument("--list", action="store_true", help="only show the tasks")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


class Runner:
    """One run of the suite."""

    def __init__(
        self,
        tasks: Sequence[Task],
        repeats: int,
        model: str,
        out: Path,
        as_json: bool,
        verbose: bool,
        paraphrase: str = "0",
    ) -> None:
        self.tasks, self.repeats, self.model, self.out, self.as_json = tasks, repeats, model, out, as_json
        self.verbose = verbose
        self.paraphrase = paraphrase
        self.console = Console(stderr=as_json)
        self.control = Control()
        self.interrupts = 0

    async def run(self) -> int:
        self.out.mkdir(parents=True, exist_ok=True)
        episodes = self._already()
        done = {(episode.task, episode.repeat, episode.wording) for episode in episodes}
        wanted = [
            (task, repeat, wording)
            for repeat in range(1, self.repeats + 1)
            for task in self.tasks
            for wording in wordings(task, self.paraphrase)
        ]
        left = [(task, repeat, wording) for task, repeat, wording in wanted if (task.id, repeat, wording) not in done]
        if done and left:
            self.console.print(f"Going on: {len(wanted) - len(left)} of {len(wanted)} are done already.", style="dim")
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._interrupted)
        try:
            for index, (task, repeat, wording) in enumerate(left, len(wanted) - len(left) + 1):
                if self.control.stopping:
                    break
                self._say(f"[{index}/{len(wanted)}] {task.id} #{repeat}: {task.wordings[wording].splitlines()[0]}")
                episode = await run_episode(task, self.model, repeat, self.out, self.control, self._event, wording)
                if episode.verdict == "interrupted":
                    break
                self._keep(episode)
                episodes.append(episode)
                if len(episodes) >= GIVE_UP and all(one.verdict == "error" for one in episodes[-GIVE_UP:]):
                    self._say(f"{GIVE_UP} errors in a row: stopping. Give the same --out to go on.")
                    break
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)
        return self._finish(episodes, len(wanted))

    def _interrupted(self) -> None:
        self.interrupts += 1
        self.control.stop(after_action=self.interrupts < 2)
        self._say("Stopping." if self.interrupts < 2 else "Stopping at once.")

    def _event(self, event: Event) -> None:
        if self.verbose and isinstance(event, Acting | Noted):
            self._say("    " + (event.words if isinstance(event, Acting) else event.text))

    def _say(self, text: str) -> None:
        self.console.print(text, highlight=False, markup=False, soft_wrap=True)

    def _already(self) -> list[Episode]:
        """What an earlier run into the same folder has measured; errors are tried again."""
        path = self.out / RESULTS
        if not path.exists():
            return []
        told = {(task.id, wording) for task in self.tasks for wording in wordings(task, self.paraphrase)}
        found: dict[tuple[str, int, int], Episode] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                episode = Episode.from_json(json.loads(line))
            except (ValueError, TypeError, KeyError):
                continue  # a line cut short by a kill
            if (
                episode.model == self.model
                and (episode.task, episode.wording) in told
                and episode.repeat <= self.repeats
                and episode.verdict != "error"
            ):
                found[episode.task, episode.repeat, episode.wording] = episode
        return list(found.values())

    def _keep(self, episode: Episode) -> None:
        with (self.out / RESULTS).open("a", encoding="utf-8") as file:
            file.write(json.dumps(episode.to_json(), ensure_ascii=False) + "\n")
        if self.as_json:
            _emit({"event": "episode", **episode.to_json()})
        mark = {"success": "ok", "failure": "FAILED", "error": "ERROR", "interrupted": "stopped"}[episode.verdict]
        told = f": {'; '.join(episode.reasons)}" if episode.reasons else ""
        self._say(f"    {mark}, {episode.steps} steps, {episode.seconds:.1f} s{told}")

    def _finish(self, episodes: Sequence[Episode], wanted: int) -> int:
        stopped = self.control.stopping
        total = rate(episodes)
        if self.as_json:
            by_group = {
                cut: {part: figures(those) for part, those in parts.items()} for cut, parts in groups(episodes).items()
            }
            _emit(
                {
                    "event": "finished",
                    "suite": "desktop",
                    "model": self.model,
                    **figures(episodes),
                    "wanted": wanted,
                    "interrupted": stopped,
                    "memory_mb": max((episode.memory for episode in episodes), default=0),
                    "by": by_group,
                    "out": str(self.out),
                }
            )
        elif episodes:
            print_table(episodes, self.console)
            self._say(f"Kept in {self.out}")
        if stopped:
            return 130
        return 0 if total.successes == wanted else 1


def wordings(task: Task, wanted: str) -> tuple[int, ...]:
    """Which of a task's wordings are run; a task without that paraphrase is left out."""
    have = range(len(task.wordings))
    return tuple(have) if wanted == "all" else tuple(number for number in have if number == int(wanted))


def _emit(value: dict[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)
