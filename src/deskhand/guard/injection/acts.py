"""What an act carries into the world: words that are typed or run, the thing that is clicked, where it happens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from deskhand.desktop.actions import Click, Drag, HoldKey, Key, Press, Type
from deskhand.guard.consequence.labels import meaning_of
from deskhand.guard.consequence.learned import learned
from deskhand.guard.consequence.opening import only_leads
from deskhand.guard.consequence.seen import seen
from deskhand.guard.consequence.terminal import answer_in
from deskhand.guard.consequence.weighing import AS_READ
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.injection.strings import Named, host_of, named
from deskhand.guard.interface import Consequence, Finding
from deskhand.screen.geometry import Point
from deskhand.tools.interface import Proposal

Way: TypeAlias = Literal["type", "click", "key", "shell", "file", "tool", "other"]
_DOCUMENTS = frozenset({"text", "text area", "document text", "document frame", "paragraph"})
_ONE_LINE = 44
"""Pixels that a field for one line is high at most: some toolkits call it a text, as they call a document."""
_FILE = re.compile(r"[^\s/]+\.[A-Za-z0-9]{1,5}")
_ENTER = frozenset({"return", "kp_enter", "enter"})
_CARRIES_OUT: frozenset[Consequence] = frozenset({"save", "send", "pay", "accept", "sign_in", "install"})
"""What a button does that ends a form: what was ticked in it is done then."""
LIKELY = 0.5
"""How likely a deed must be that only the reader of labels sees in a button, for the task to be held against it."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act, reduced to what can be compared with words."""

    way: Way
    words: str = ""
    """What is typed, run or written."""
    label: str = ""
    """Of what is clicked or pressed."""
    role: str = ""
    """What that is: ``push button``, ``link``; empty where nobody knows."""
    point: Point | None = None
    host: str = ""
    """Of the page it happens on."""
    path: str = ""
    confirms: bool = False
    """Whether it is a Return, which sends off what was typed before."""
    address: bool = False
    """Whether an address is gone to."""
    program: str = ""
    """Whose window it happens in; empty where in none."""
    leads: bool = False
    """Whether the press only opens what its words speak of, a page, a form, a dialog: nothing is done by it yet."""

    reads: Mapping[Consequence, float] = field(default_factory=dict[Consequence, float])
    """What the reader of labels takes the press for: how likely each consequence is."""
    ticks: bool = False
    """Whether a box of a form is ticked that a button of the form carries out: nothing is done before that press."""

    @property
    def names(self) -> list[Named]:
        return named(f"{self.words}\n{self.path}" if self.path else self.words)


def act_of(proposal: Proposal, evidence: Evidence) -> Act:
    """The act that ``proposal`` would be."""
    act = _act(proposal, evidence)
    if act.way not in ("click", "key", "type"):
        return act
    thing = evidence.target if act.way == "click" else evidence.presses
    reads = learned(seen(thing, evidence)).means if act.way != "type" and thing.is_button and thing.label else {}
    return replace(act, program=evidence.place.program, leads=_leads(act, proposal, evidence), reads=reads,
                   ticks=act.way == "click" and _in_a_form(thing, evidence))  # fmt: skip


def only_read(finding: Finding) -> bool:
    """Whether nothing but the reader of labels says what the act does."""
    return AS_READ in finding.evidence


def vague(act: Act, finding: Finding) -> bool:
    """Whether that reader only says that it matters, and what it does is anybody's guess: *Optimise order* spends no
    money."""
    return only_read(finding) and act.reads.get(finding.consequence, 1.0) < LIKELY


def waits(act: Act, finding: Finding) -> bool:
    """Whether it is a tick that does nothing before the form's button is pressed. A box that says ‘I agree’ does as it
    says."""
    return act.ticks and (finding.consequence != "accept" or only_read(finding))


def _in_a_form(thing: Thing, evidence: Evidence) -> bool:
    said = (meaning_of(other.label) for other in evidence.form if thing.role == "check box" and other.is_button)
    return any(one is not None and (one.kind == "yes" or one.consequence in _CARRIES_OUT) for one in said)


def _leads(act: Act, proposal: Proposal, evidence: Evidence) -> bool:
    thing = evidence.target if act.way == "click" else evidence.presses
    return act.way != "type" and (thing.is_button or thing.role == "link") and only_leads(thing, evidence)


def _act(proposal: Proposal, evidence: Evidence) -> Act:
    given = proposal.call.input
    host = host_of(evidence.place.address)
    if _runs(proposal, evidence):
        line = (evidence.line or evidence.typed) + _typed(proposal)
        # The question that a letter answers is the program's own, and no word of the act.
        return Act("shell", answer_in(line, evidence), host=host, confirms=True)
    match proposal.action:
        case Type(text):
            ends = text.endswith("\n")
            return Act("type", text, host=host, confirms=ends, address=ends and evidence.chrome)
        case Click() | Press() | Drag():
            thing = evidence.target
            label = thing.label or thing.caption or thing.value[:80]
            return Act("click", label=label, role=thing.role, point=_point(proposal, evidence), host=host)
        case Key(keys) | HoldKey(keys) if _enters(keys) and evidence.chrome and evidence.target.value:
            return Act("type", evidence.target.value, host=host, confirms=True, address=True)
        case Key(keys) | HoldKey(keys):
            presses = evidence.presses if _enters(keys) or keys.lower() == "space" else Thing()
            return Act("key", label=presses.label, role=presses.role, host=host, confirms=_enters(keys))
        case _:
            pass
    if proposal.tool == "bash":
        return Act("shell", str(given.get("command") or ""))
    if proposal.tool == "editor":
        path = str(given.get("path") or "")
        looks = given.get("command") == "view"
        words = "" if looks else "\n".join(str(given.get(key) or "") for key in ("file_text", "new_str", "insert_text"))
        return Act("other" if looks else "file", words, path=path)
    if proposal.tool == "computer":
        return Act("other", host=host)
    return Act("tool", "\n".join(_strings(given)), label=proposal.name)


def selects_all(proposal: Proposal) -> bool:
    return isinstance(proposal.action, Key) and proposal.action.keys.lower() == "ctrl+a"


def empties(proposal: Proposal, evidence: Evidence) -> bool:
    """Whether what is selected goes: by a key that takes it away, or in a document by what is typed over it."""
    match proposal.action:
        case Key(keys):
            return keys.lower() in ("delete", "kp_delete", "backspace", "ctrl+x")
        case Type():
            return evidence.target.role in _DOCUMENTS and not evidence.chrome and not _one_line(evidence.target)
        case _:
            return False


def _one_line(thing: Thing) -> bool:
    """Whether it is a field, and what stands in it no document: of two dialogs that ask for a name, both were taken for
    one that is emptied, since the name that they propose is selected before the other is typed. A file's name under
    its icon has lines, where it wraps."""
    low = thing.box is not None and thing.box.height <= _ONE_LINE
    named = _FILE.fullmatch(thing.value or thing.label) is not None
    return thing.role == "text" and low and (named or "multi line" not in thing.states)


def _runs(proposal: Proposal, evidence: Evidence) -> bool:
    """Whether a line that was typed into a terminal is run: a command as any other."""
    if evidence.target.role != "terminal":
        return False
    match proposal.action:
        case Key(keys) | HoldKey(keys):
            return _enters(keys)
        case Type(text):
            return "\n" in text
        case _:
            return False


def _typed(proposal: Proposal) -> str:
    return proposal.action.text if isinstance(proposal.action, Type) else ""


def _enters(keys: str) -> bool:
    return any(part.lower() in _ENTER for part in keys.replace("+", " ").split())


def _point(proposal: Proposal, evidence: Evidence) -> Point | None:
    return proposal.points[0] if proposal.points else evidence.point


def _strings(value: Any) -> list[str]:
    match value:
        case str():
            return [value]
        case Mapping():
            return [text for item in value.values() for text in _strings(item)]
        case list() | tuple():
            return [text for item in value for text in _strings(item)]
        case bool() | None:
            return []
        case int() | float():
            return [str(value)]
        case _:
            return []
