"""Asked before every single call, because a batch can finish a purchase within one turn of the model.

The way of one call: what is known about it (evidence), what it would do in the world (consequence), whether something
that was read gives the orders (alarms), what the policy says, and where it says so, a person. Deny by default: where a
person must be asked and nobody can answer, nothing happens, and the reason says so.

It holds nothing while it waits: no lock of the desktop, no key, no thread.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeAlias

from deskhand.desktop.interface import Desktop
from deskhand.guard import policy_file
from deskhand.guard.consequence import judge
from deskhand.guard.evidence import Evidence
from deskhand.guard.gather import Gatherer
from deskhand.guard.interface import Approver, Ask, Decision, Origin, Question
from deskhand.guard.judged import Judged as Judged
from deskhand.guard.judged import forbidden, is_light, only_looks, seen_in, worse
from deskhand.guard.policy import Memory, Policy
from deskhand.guard.watch import NoWatch, Watch
from deskhand.tools.interface import Proposal, ToolRun

PATIENCE = 300.0
"""Seconds until silence counts as no."""

EDITABLE: Mapping[str, tuple[str, ...]] = {
    "computer": ("text", "coordinate"),
    "bash": ("command",),
    "editor": ("path", "file_text", "new_str", "insert_text"),
}
"""What of a call's input a person may change instead of refusing it, by tool."""

Describe: TypeAlias = Callable[[Mapping[str, Any]], Awaitable[Proposal]]
"""What the same call would do with another input: the tool says it anew."""


class Gathers(Protocol):
    """Where evidence comes from; `deskhand.guard.gather.Gatherer` asks the desktop."""

    async def gather(self, proposal: Proposal) -> Evidence: ...

    def allowed(self, proposal: Proposal) -> None:
        """The act will be done now."""
        ...

    def prepare(self, then: Callable[[Evidence], None]) -> None:
        """The model is about to think: there is time to look ahead. ``then`` is told what the screen shows."""
        ...

    async def close(self) -> None: ...


class Hears(Protocol):
    """Told while a call is reviewed: whoever keeps a record, or shows it."""

    async def found(self, judged: Judged) -> None: ...

    async def questioned(self, question: Question, judged: Judged | None) -> None:
        """Before the approver is asked."""
        ...


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The end of a review: what may be run, and why."""

    proposal: Proposal
    """What was decided on; another one than was asked about when a person changed it."""
    decision: Decision
    judged: Judged | None = None
    """None when the call did not have to be judged."""
    note: str = ""
    """What the person should know besides: that their word could not be kept."""


@dataclass(slots=True)
class Review:
    """The guard of one run. Without ``gatherer`` it judges by the call alone."""

    ask: Ask = "never"
    approver: Approver | None = None
    policy: Policy | None = None
    """None: `careful` where somebody can be asked, else `unattended`; with ``ask="never"``: none at all."""
    gatherer: Gathers | None = None
    watch: Watch = field(default_factory=NoWatch)
    patience: float = PATIENCE
    memory: Memory = field(default_factory=Memory)
    """What was allowed for the rest of the run, or for good."""

    def at(self, desktop: Desktop, reach: tuple[str, ...] | None = None) -> Review:
        """The same guard with eyes of its own on ``desktop``, and a memory of its own."""
        if self._policy() is None:
            return self
        return replace(self, gatherer=Gatherer(desktop, reach=reach), memory=Memory())

    async def decide(self, proposal: Proposal) -> Decision:
        """May this call run? Never raises for what an approver does wrong. Nobody can change the call on this way."""
        return (await self.review(proposal)).decision

    async def review(
        self, proposal: Proposal, *, said: str = "", describe: Describe | None = None, hears: Hears | None = None
    ) -> Reviewed:
        """As `decide`; with ``describe``, the person may change the call, and `Reviewed.proposal` is what to run.

        ``said``: the model's own reason, for the person to read.
        """
        reviewed = await self._reviewed(proposal, said, describe, hears)
        if reviewed.decision.allowed and self.gatherer is not None and not reviewed.proposal.error:
            self.gatherer.allowed(reviewed.proposal)
        return reviewed

    async def _reviewed(
        self, proposal: Proposal, said: str, describe: Describe | None, hears: Hears | None
    ) -> Reviewed:
        if proposal.error:
            return Reviewed(proposal, _ALLOWED)  # such a call does nothing: running it only returns the error
        for _ in range(MAX_EDITS):
            judged = await self._judged(proposal)
            if judged is not None and judged.notable and hears is not None:
                await hears.found(judged)
            origins = self._origins(proposal, judged)
            if judged is not None and judged.verdict.outcome == "deny":
                return Reviewed(proposal, _denied(forbidden(judged)), judged)
            if not origins:
                return Reviewed(proposal, _ALLOWED, judged)
            decision = await self._asked(proposal, judged, origins, said, describe is not None, hears)
            edited = None if decision.edited is None else {**proposal.call.input, **decision.edited}
            if not decision.allowed or edited is None or edited == dict(proposal.call.input):
                if decision.allowed and await self._became_another(proposal, judged):
                    continue
                return Reviewed(proposal, decision, judged, self._remembered(decision, judged))
            assert describe is not None
            decision = replace(decision, edited=edited)
            changed = await describe(edited)
            if changed.error:
                reason = f"the person changed the call into one that cannot be carried out: {changed.error}"
                return Reviewed(proposal, replace(decision, allowed=False, reason=reason), judged)
            again = await self._judged(changed)
            if again is None or not worse(again, judged):
                return Reviewed(changed, decision, again)
            proposal = changed  # the change makes it another thing: it is asked about once more
        return Reviewed(proposal, _denied(f"it became something else {MAX_EDITS} times while a person was asked"))

    async def _became_another(self, proposal: Proposal, judged: Judged | None) -> bool:
        """Whether the screen has changed under the question, so that the yes was to something else.

        A page can wait until a person is asked about a link, and put a button in its place.
        """
        if judged is None or self.gatherer is None:
            return False
        again = await self._judged(proposal)
        return again is not None and again.verdict.outcome != "allow" and worse(again, judged)

    def _remembered(self, decision: Decision, judged: Judged | None) -> str:
        """Keep a yes for as long as it was meant; a sentence when it could not be kept."""
        if not decision.allowed or judged is None:
            return ""
        for alarm in judged.alarms:
            self.watch.fine(alarm)
        rules = self.memory.allow(judged.finding, decision.scope)
        policy = self._policy()
        if decision.scope != "always" or policy is None:
            return ""
        if policy.file is None:
            return "There is no policy file to write this into, so it holds for this run only."
        try:
            policy_file.remember(policy.file, rules)
        except (OSError, ValueError) as error:
            return f"This could not be written into {policy.file} ({error}), so it holds for this run only."
        return ""

    def saw(self, run: ToolRun) -> None:
        """What the model gets to read of a call that has run: nobody vouches for it."""
        if self._policy() is None:
            return
        for seen in seen_in(run):
            self.watch.saw(seen)
        if self.gatherer is not None:
            self.gatherer.prepare(self.watch.ahead)

    async def close(self) -> None:
        """End what goes on in the background."""
        if self.gatherer is not None:
            await self.gatherer.close()
        self.watch.close()

    # --- judging ----------------------------------------------------------------------------------------------------

    async def _judged(self, proposal: Proposal) -> Judged | None:
        """What the call would do and what the policy says to it; None where that plays no part."""
        policy = self._policy()
        if policy is None or only_looks(proposal):
            return None
        evidence = Evidence() if self.gatherer is None else await self.gatherer.gather(proposal)
        finding = judge(proposal, evidence)
        verdict = policy.verdict(finding)
        light = verdict.outcome == "allow" and is_light(proposal, finding, evidence)
        if verdict.outcome == "ask":
            verdict = self.memory.verdict(finding) or verdict
        evidence = replace(evidence, hurried=light, asked=verdict.outcome == "ask")
        alarms = tuple(await self.watch.inspect(proposal, evidence))
        return Judged(proposal, evidence, finding, alarms, policy.with_alarms(verdict, alarms, finding.place))

    def _policy(self) -> Policy | None:
        if self.policy is not None:
            return self.policy
        if self.ask == "never":
            return None
        return Policy.preset("careful" if self.approver is not None else "unattended")

    def _origins(self, proposal: Proposal, judged: Judged | None) -> tuple[Origin, ...]:
        """Why a person must be asked; empty when nobody must."""
        found: list[Origin] = []
        if proposal.concerns:
            found.append("provider")
        if self.ask == "always" and not only_looks(proposal):
            found.append("every")
        if judged is not None and judged.verdict.outcome == "ask" and self.ask != "never":
            found.extend(alarm.origin for alarm in judged.alarms)
            if judged.verdict.of_finding:
                found.append("consequence")
        return tuple(dict.fromkeys(found))

    # --- asking -----------------------------------------------------------------------------------------------------

    async def _asked(
        self,
        proposal: Proposal,
        judged: Judged | None,
        origins: tuple[Origin, ...],
        said: str,
        editable: bool,
        hears: Hears | None,
    ) -> Decision:
        if self.approver is None:
            return _nobody(proposal, judged, origins)
        question = Question(
            uuid.uuid4().hex,
            proposal,
            proposal.words if judged is None else judged.finding.sentence,
            origins,
            None if judged is None else judged.finding,
            () if judged is None else judged.alarms,
            said,
            b"" if judged is None else judged.evidence.picture,
            self.patience,
            _editable(proposal) if editable else (),
        )
        if hears is not None:
            await hears.questioned(question, judged)
        try:
            answer: object = await asyncio.wait_for(self.approver(question), self.patience + GRACE)
        except TimeoutError:
            return replace(_denied(f"nobody answered within {self.patience:.0f} seconds"), question=question.id)
        except Exception as error:
            reason = f"the person could not be asked: {str(error) or type(error).__name__}"
            return replace(_denied(reason, stop=True), question=question.id)
        if not isinstance(answer, Decision):
            reason = f"the answer was neither yes nor no ({type(answer).__name__})"
            return replace(_denied(reason, stop=True), question=question.id)
        if answer.edited is not None and not editable:
            return replace(_denied("the person changed the call, and here it can only be allowed or refused"))
        return replace(answer, question=question.id)


MAX_EDITS = 5
GRACE = 5.0
"""Seconds beyond its patience that an approver gets to say so itself."""

_ALLOWED = Decision(True, "policy")


def _editable(proposal: Proposal) -> tuple[str, ...]:
    return tuple(name for name in EDITABLE.get(proposal.tool, ()) if name in proposal.call.input)


def _nobody(proposal: Proposal, judged: Judged | None, origins: Sequence[Origin]) -> Decision:
    if "provider" in origins:
        why = "; ".join(proposal.concerns)
        return _denied(
            f"the model's provider wants a person to confirm it ({why}), and there is nobody to ask here", stop=True
        )
    if judged is None or "every" in origins:
        return _denied("every action has to be approved, and there is nobody to ask here", stop=True)
    return _denied(f"{forbidden(judged)}; a person has to approve that, and there is nobody to ask here")


def _denied(reason: str, *, stop: bool = False) -> Decision:
    return Decision(False, "policy", reason, stop)
