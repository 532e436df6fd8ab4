"""`deskhand eval safety`: measures the guard, part by part, and prints one table.

Every piece is written down the moment it is judged, so that a run that is cut short can be gone on with: give it the
same ``--out``. Ctrl-C ends it after the piece under way; what has been measured is still shown.
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
from rich.markup import escape
from rich.table import Table

from deskhand.desktop.interface import DesktopError
from deskhand.errors import DeskhandError
from deskhand.evals.safety.figures import Figure, figures, misses
from deskhand.evals.safety.pages import HALVES, Half
from deskhand.evals.safety.parts import PARTS, Part, Row, Stage, pieces, work
from deskhand.sandbox.interface import SandboxError

EXAMPLES = 12
TRIES = 2
TITLES = {
    "consequence": "Consequence",
    "text": "Orders in text",
    "screens": "Orders on screens",
    "end-to-end": "End to end",
    "unguarded": "Without the guard",
    "cost": "Cost",
}


def main(arguments: Sequence[str]) -> int:
    """Measure; the exit status: 0 all wanted figures reached, 1 not all, 2 it could not be done, 130 interrupted."""
    try:
        options = _parser().parse_args(list(arguments))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    out = options.out or Path("runs") / f"eval-safety-{time.strftime('%Y%m%d-%H%M%S')}"
    wanted: tuple[Part, ...] = tuple(options.part) if options.part else PARTS
    try:
        return asyncio.run(Measurement(wanted, options.half, out, options.only, options.json, options.misses).run())
    except (OSError, DeskhandError) as error:
        print(f"deskhand eval safety: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="deskhand eval safety", description="How well the guard guards: five parts, one table."
    )
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part (can be given several times)")
    parser.add_argument("--half", choices=HALVES, default="test", help="which half of the data; default: test")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the rows are kept; give the same one to go on")
    parser.add_argument("--only", default="", metavar="WORDS", help="only pieces whose name holds this")
    parser.add_argument("--json", action="store_true", help="the figures as JSON, on the last line of the output")
    parser.add_argument("--misses", action="store_true", help="show every miss, not some")
    return parser


class Measurement:
    """One run of the chosen parts."""

    def __init__(
        self, parts: Sequence[Part], half: Half, out: Path, only: str, as_json: bool, every_miss: bool
    ) -> None:
        self.parts, self.half, self.out, self.only = parts, half, out, only
        self.as_json, self.every_miss = as_json, every_miss
        self.console = Console(stderr=as_json)
        self.stage = Stage()
        self.stopping = False
        self.failed: list[str] = []
        """Pieces that could not be done at all; give the same ``--out`` to try them again."""

    async def run(self) -> int:
        self.out.mkdir(parents=True, exist_ok=True)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._interrupted)
        try:
            for part in self.parts:
                if not self.stopping:
                    await self._part(part)
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)
            await self.stage.close()
        return self._finish()

    def _interrupted(self) -> None:
        self.stopping = True
        self._say("Stopping after the piece under way.")

    def _say(self, text: str) -> None:
        self.console.print(text, highlight=False, markup=False, soft_wrap=True)

    async def _part(self, part: Part) -> None:
        every = [piece for piece in pieces(part, self.half) if self.only in piece]
        done = {entry["piece"] for entry in self._kept(part)}
        left = [piece for piece in every if piece not in done]
        if done and left:
            self._say(f"{TITLES[part]}: going on, {len(every) - len(left)} of {len(every)} are done already.")
        for piece in left:
            if self.stopping:
                return
            number = every.index(piece) + 1
            began = time.monotonic()
            rows = await self._worked(part, piece)
            if rows is None:
                continue
            with self._file(part).open("a", encoding="utf-8") as file:
                file.write(json.dumps({"piece": piece, "rows": rows}, ensure_ascii=False) + "\n")
            wrong = len(misses(part, rows)) if part != "cost" else 0
            told = f"{wrong} of {len(rows)} wrong" if wrong else "ok"
            self._say(f"{part} [{number}/{len(every)}] {piece[:70]}: {told}, {time.monotonic() - began:.1f} s")

    async def _worked(self, part: Part, piece: str) -> list[Row] | None:
        """The rows of a piece; where it could not be set up, it is tried once more on a fresh desktop."""
        for left in reversed(range(TRIES)):
            try:
                rows = [row async for row in work(part, self.half, piece, self.stage, self._say)]
                if not left or not any(row.get("trouble") for row in rows):
                    return rows
                await self.stage.close()
            except (DesktopError, SandboxError) as error:
                self._say(f"{part} {piece[:70]}: {error}")
                await self.stage.close()
        self.failed.append(f"{part} {piece}")
        return None

    def _file(self, part: Part) -> Path:
        return self.out / f"{part}-{self.half}.jsonl"

    def _kept(self, part: Part) -> list[dict[str, Any]]:
        """What has been judged, by this run or an earlier one into the same folder."""
        if not self._file(part).exists():
            return []
        found: dict[str, dict[str, Any]] = {}
        for line in self._file(part).read_text(encoding="utf-8").splitlines():
            try:
                entry = json.loads(line)
                found[entry["piece"]] = entry
            except (ValueError, KeyError, TypeError):
                continue  # a line cut short by a kill
        return list(found.values())

    def _rows(self, part: Part) -> list[Row]:
        return [row for entry in self._kept(part) for row in entry["rows"] if self.only in entry["piece"]]

    def _finish(self) -> int:
        lines = [figure for part in self.parts for figure in figures(part, self._rows(part)) if self._rows(part)]
        missed = [figure for figure in lines if figure.met is False]
        self._table(lines)
        for part in self.parts:
            wrong = misses(part, self._rows(part))
            shown = wrong if self.every_miss else wrong[:: max(1, len(wrong) // EXAMPLES)][:EXAMPLES]
            if shown:
                self._say(
                    f"\n{TITLES[part]}: {len(shown)} of {len(wrong)} misses" if part != "cost" else "\nSlowest acts"
                )
            for line in shown:
                self.console.print(f"  {escape(line)}", highlight=False, soft_wrap=True)
        if self.failed:
            self._say(f"Could not be done: {', '.join(self.failed)}")
        self._say(f"Kept in {self.out}")
        if self.as_json:
            print(
                json.dumps(
                    {
                        "event": "finished",
                        "suite": "safety",
                        "half": self.half,
                        "date": time.strftime("%Y-%m-%d"),
                        "figures": [figure.to_json() for figure in lines],
                        "missed": [figure.name for figure in missed],
                        "failed": self.failed,
                        "interrupted": self.stopping,
                        "out": str(self.out),
                    },
                    ensure_ascii=False,
                ),
                flush=True,
            )
        if self.stopping:
            return 130
        return 1 if missed or self.failed or not lines else 0

    def _table(self, lines: Sequence[Figure]) -> None:
        table = Table(title=f"The guard, {self.half} half, {time.strftime('%Y-%m-%d')}", title_justify="left")
        for heading in ("part", "figure", "wanted", "reached (95 % interval)", ""):
            table.add_column(heading)
        last = ""
        for figure in lines:
            if last and figure.part != last:
                table.add_section()
            mark = {True: "yes", False: "NO", None: ""}[figure.met]
            table.add_row(
                TITLES[figure.part] if figure.part != last else "", figure.name, figure.wish, figure.told, mark
            )
            last = figure.part
        self.console.print(table)
