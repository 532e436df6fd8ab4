"""One run's lookout for orders that come from what was read: told what the model sees, asked before each act.

What was read is kept in `found`, what an act would serve of it is weighed in `weigh`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from deskhand.guard.consequence import judge
from deskhand.guard.consequence.guess import is_web
from deskhand.guard.evidence import Evidence
from deskhand.guard.injection.acts import act_of, empties, selects_all
from deskhand.guard.injection.blind import Blind
from deskhand.guard.injection.blocks import besides_controls, besides_labels, besides_titles, of_elements, of_scene
from deskhand.guard.injection.found import Found
from deskhand.guard.injection.fronts import dialog, in_front
from deskhand.guard.injection.warm import warm
from deskhand.guard.injection.weigh import Scales
from deskhand.guard.interface import Alarm
from deskhand.guard.watch import Seen
from deskhand.tools.interface import Proposal

LONG = 20_000
"""Characters of an output from which it is judged in a thread: 0.2 s and more."""


@dataclass(slots=True)
class InjectionWatch:
    """See the module. Not safe to share between runs."""

    _found: Found = field(default_factory=Found)
    _scales: Scales = field(init=False)
    _pending: list[Seen] = field(default_factory=list)
    _blind: Blind = field(default_factory=Blind)
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="foresees"))
    _ahead: Future[None] | None = None
    """The reading of the latest screen's tree."""
    _selected: bool = False
    """Whether the last act selected all that there is."""

    def __post_init__(self) -> None:
        self._scales = Scales(self._found)

    def task(self, text: str) -> None:
        warm()
        self._found.bidden(text)

    def saw(self, seen: Seen) -> None:
        self._pending.append(seen)

    def ahead(self, evidence: Evidence) -> None:
        self._blind.ahead(evidence)
        if self._ahead is not None:
            self._ahead.cancel()  # only where it has not begun
        self._ahead = self._thread.submit(self._found.foresee, evidence.elements)

    def close(self) -> None:
        """Let the reading threads go."""
        self._blind.close()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def fine(self, alarm: Alarm) -> None:
        self._scales.fine(alarm)

    async def inspect(self, proposal: Proposal, evidence: Evidence) -> Sequence[Alarm]:
        if any(len(seen.text) > LONG for seen in self._pending):
            await asyncio.to_thread(self._read_pending)
        else:
            self._read_pending()
        act = act_of(proposal, evidence)
        await self._read_screen(evidence)
        finding = judge(proposal, evidence)
        if self._selected and empties(proposal, evidence):
            finding = replace(finding, consequence="delete")
        alarms = self._scales.alarms(act, finding, asked=evidence.asked)
        self._selected = selects_all(proposal) or (self._selected and bool(alarms))
        if act.words and not alarms:  # what was stopped is still only the text's
            self._found.typed(act)
        return alarms

    def _read_pending(self) -> None:
        pending, self._pending = self._pending, []
        for seen in pending:
            self._found.words(seen)

    async def _read_screen(self, evidence: Evidence) -> None:
        ahead, self._ahead = self._ahead, None
        if ahead is not None and not ahead.cancelled():
            await asyncio.wrap_future(ahead)
        blocks = [
            *of_elements(evidence.elements),
            *besides_titles(besides_labels(await self._blind.blocks(evidence), evidence.elements), evidence.windows),
        ]
        if evidence.scene is not None:
            own = in_front(evidence.scene, evidence.window, evidence.windows)
            program = evidence.drawn and not is_web(evidence)
            read = of_scene(own, program=program, speaker=dialog(evidence.window, evidence.windows))
            blocks += besides_titles(besides_controls(read, evidence.elements), evidence.windows)
        self._found.screen(blocks, evidence.picture or None)
