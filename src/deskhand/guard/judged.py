"""What the guard made of one call, and what follows: is it light, worse than before, and what is forbidden about it."""

from __future__ import annotations

from dataclasses import dataclass

from deskhand.desktop.actions import Click, Drag, HoldKey, Key, Press, Release, Scroll, Type
from deskhand.guard.evidence import Evidence
from deskhand.guard.injection.strings import named
from deskhand.guard.interface import Alarm, Finding
from deskhand.guard.policy import Verdict
from deskhand.guard.watch import Seen
from deskhand.tools.interface import Proposal, ToolRun

_LEADING = frozenset({"email", "host", "account", "phone"})
"""What typed words name that leads somewhere. A command leads nowhere before its Return, and is judged then."""
LOOKS = frozenset({"screenshot", "zoom", "cursor_position", "wait"})
"""Calls of the computer tool that leave the world as it is: being asked about each look would teach people to say
yes without reading."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the guard made of one call, before anybody was asked."""

    proposal: Proposal
    evidence: Evidence
    finding: Finding
    alarms: tuple[Alarm, ...]
    verdict: Verdict

    @property
    def notable(self) -> bool:
        """Whether it belongs into a record of what mattered."""
        return bool(self.alarms) or self.finding.consequence not in ("observe", "navigate", "edit")


def only_looks(proposal: Proposal) -> bool:
    return proposal.tool == "computer" and proposal.name in LOOKS


def seen_in(run: ToolRun) -> list[Seen]:
    """A result as the watch takes it: the screen, and the words of commands, files and tools."""
    found: list[Seen] = []
    about = run.proposal.words
    if run.picture is not None:
        found.append(Seen("screen", picture=run.picture.png, about=about))
    match run.proposal.tool:
        case "computer":
            pass
        case "bash":
            found.append(Seen("shell", run.text, about=str(run.proposal.call.input.get("command", ""))))
        case "editor":
            if run.proposal.name == "view":
                found.append(Seen("file", run.text, about=str(run.proposal.call.input.get("path", ""))))
        case "elements" | "windows":
            pass  # they list the screen, whose tree is read before every call: a list of names is no prose
        case name:
            found.append(Seen("tool", run.text, about=f"{name}: {about}"))
    return found


def is_light(proposal: Proposal, finding: Finding, evidence: Evidence) -> bool:
    """Whether an act of the hand leads nowhere by itself: what matters comes after it, and is looked at anew.

    A Return is light only where it merely looks (`ls`): it may go to an address that a text on the screen gave.
    """
    match proposal.action:
        case Click() | Press() | Release() | Drag() | Scroll():
            return finding.consequence in ("observe", "navigate", "edit")
        case Key(keys) | HoldKey(keys):
            ends = any(word.lower().split("+")[-1] in ("return", "kp_enter", "enter") for word in keys.split())
            return finding.consequence in (("observe",) if ends else ("observe", "navigate", "edit"))
        case Type(text):
            if evidence.target.role != "terminal" and any(name.kind in _LEADING for name in named(text)):
                return False  # it is looked up where that comes from, before it counts as the agent's own word
            return finding.consequence in (("observe",) if "\n" in text or "\r" in text else ("observe", "edit"))
        case _:
            return False


def worse(changed: Judged, before: Judged | None) -> bool:
    """Whether a person who said yes to the one and typed the other has not said yes to what the other would do."""
    if changed.verdict.outcome == "allow":
        return False
    return before is None or _gist(changed) != _gist(before)


def _gist(judged: Judged) -> tuple[object, ...]:
    """What a yes is a yes to. Titles and addresses change by themselves; the host does not."""
    finding, place = judged.finding, judged.finding.place
    return finding.consequence, judged.evidence.target.label, place.program, place.host, place.path


def forbidden(judged: Judged) -> str:
    alarms = "; ".join(alarm.sentence for alarm in judged.alarms)
    return f"{judged.finding.sentence} — {alarms or judged.verdict.words}"
