"""The guard exactly as a run has it, with somebody at the other end who writes down what was asked."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from deskhand.agent.guarding import guard_of
from deskhand.agent.wishes import Wishes
from deskhand.desktop.interface import Desktop
from deskhand.guard.interface import Decision, Question, allow, refuse
from deskhand.guard.judged import Judged
from deskhand.guard.review import Review, Reviewed
from deskhand.guard.vault import Vault
from deskhand.messages import ToolUse
from deskhand.models.scripted import computer
from deskhand.screen.geometry import Point
from deskhand.tools.collection import Tools
from deskhand.tools.interface import Proposal, ToolRun


@dataclass(slots=True)
class Person:
    """Writes down what it is asked. It refuses everything, or (``careful``) exactly what comes with an alarm."""

    careful: bool = False
    yielding: bool = False
    """It says yes to everything for now: what is asked only leads up to what is judged."""
    questions: list[Question] = field(default_factory=list[Question])

    async def __call__(self, question: Question) -> Decision:
        self.questions.append(question)
        if self.yielding or (self.careful and not question.alarms):
            return allow()
        return refuse("I did not ask for that.")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the guard did with one act."""

    asked: bool
    """A person was asked, or it was refused outright."""
    consequence: str
    confidence: float
    sentence: str
    alarms: tuple[str, ...]
    alarm_sentence: str
    milliseconds: float


class Guarded:
    """One desktop, its tools and the guard in front of them."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.tools = Tools(desktop)
        self.person = Person()
        self.review = Review()
        self.last: Judged | None = None
        """What the act that was judged last was judged by."""
        self.begin("")

    def begin(self, task: str) -> None:
        """A new run: nothing seen, nothing allowed before. The preset is the default one, whatever stands in the
        policy file of whoever measures."""
        self.person = Person()
        self.review = guard_of(Wishes(ask="consequential", policy="careful"), self.person, self.desktop, Vault())
        self.review.watch.task(task)

    async def look(self) -> None:
        """The model is shown the screen."""
        self.review.saw(await self.tools.run(computer("screenshot")))

    async def do(self, call: ToolUse) -> ToolRun:
        """What leads up to the act that is judged: reviewed as in a run, allowed, done, and seen."""
        proposal = await self.tools.describe(call)
        self.person.yielding = True
        try:
            await self.review.review(proposal)
        finally:
            self.person.yielding = False
        run = await self.tools.run(call, proposal)
        self.review.saw(run)
        return run

    def at(self, point: Point) -> list[int]:
        """A point of the screen in the model's pixels."""
        placed = self.tools.computer.scale.to_model(point)
        return [placed.x, placed.y]

    async def click(self, point: Point, action: str = "left_click") -> Verdict:
        return await self.judge(computer(action, coordinate=self.at(point)))

    async def type(self, text: str) -> Verdict:
        return await self.judge(computer("type", text=text))

    async def key(self, keys: str) -> Verdict:
        return await self.judge(computer("key", text=keys))

    async def drag(self, start: Point, end: Point) -> Verdict:
        return await self.judge(computer("left_click_drag", start_coordinate=self.at(start), coordinate=self.at(end)))

    async def judge(self, call: ToolUse) -> Verdict:
        """What the guard says to the call. Nothing is done."""
        proposal = await self.tools.describe(call)
        if proposal.error:
            raise ValueError(f"the call itself is wrong: {proposal.error}")
        return await self.judged(proposal)

    async def judged(self, proposal: Proposal) -> Verdict:
        before = len(self.person.questions)
        began = time.perf_counter()
        reviewed = await self.review.review(proposal)
        took = (time.perf_counter() - began) * 1000
        self.last = reviewed.judged
        return _verdict(reviewed, len(self.person.questions) > before, took)


def _verdict(reviewed: Reviewed, questioned: bool, took: float) -> Verdict:
    judged = reviewed.judged
    asked = questioned or not reviewed.decision.allowed
    if judged is None:
        return Verdict(asked, "", 0.0, "", (), "", took)
    finding, alarms = judged.finding, judged.alarms
    return Verdict(
        asked,
        finding.consequence,
        round(finding.confidence, 3),
        finding.sentence,
        tuple(f"{alarm.origin}:{alarm.kind}" for alarm in alarms),
        "; ".join(alarm.sentence for alarm in alarms)[:300],
        round(took, 2),
    )
