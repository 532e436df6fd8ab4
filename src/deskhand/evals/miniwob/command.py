"""`deskhand eval miniwob`: the pages, several seeds each, on several desktops at once, resumable."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from deskhand.evals.miniwob import pages
from deskhand.evals.miniwob.runner import Options, Runner
from deskhand.evals.task import TaskError
from deskhand.models.interface import ModelError
from deskhand.sandbox.interface import SandboxError


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0 it was measured (whatever came out), 1 it broke off, 2 wrong usage, 130 interrupted."""
    try:
        given = _parser().parse_args(list(arguments))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    try:
        html = pages.folder()
        tasks = pages.choose(html, given.tasks)
        if given.list:
            print("\n".join(tasks))
            return 0
        out = given.out or Path("runs") / f"eval-miniwob-{time.strftime('%Y%m%d-%H%M%S')}"
        options = Options(
            tuple(tasks), given.episodes, given.seed, given.model, out, given.desktops, given.max_steps, given.json,
            given.keep,
        )  # fmt: skip
        return asyncio.run(Runner(html, options).run())
    except (TaskError, ModelError, SandboxError, OSError, ValueError) as error:
        print(f"deskhand eval miniwob: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="deskhand eval miniwob",
        description="The 130 small web pages of MiniWoB++ in a visible browser, by screenshots, mouse and keyboard "
        "only; the instruction is read from the page, the reward is told outside the walls.",
    )
    parser.add_argument(
        "--tasks",
        default="even",
        metavar="even|NAME,…",
        help="even: the half that may be trained on and looked at (the default); odd: the other, for scoring only; "
        "all; or names",
    )
    parser.add_argument("--episodes", type=_positive, default=10, metavar="N", help="of each page; default: 10")
    parser.add_argument("--seed", default="0", metavar="S", help="the same seed gives the same pages; default: 0")
    parser.add_argument("--model", default="local", metavar="M", help="local (built in), random, claude-…")
    parser.add_argument("--desktops", type=_positive, default=1, metavar="N", help="at once; default: 1")
    parser.add_argument("--max-steps", type=_positive, default=40, metavar="N", help="turns of an episode; default: 40")
    parser.add_argument("--out", type=Path, metavar="DIR", help="give the same one again to go on")
    parser.add_argument("--keep", action="store_true", help="keep the record of successes as well as of failures")
    parser.add_argument("--json", action="store_true", help="one JSON object per line, the last with `success`")
    parser.add_argument("--list", action="store_true", help="only name the pages")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
