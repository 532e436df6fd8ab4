"""May this happen? The words that the guard, its policies and the people it asks share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from deskhand.screen.geometry import Rect
from deskhand.tools.interface import Proposal

Ask: TypeAlias = Literal[
    "consequential",  # a person is asked before what the policy says matters
    "always",  # a person is asked before every action
    "never",  # nobody is asked: the walls are trusted to hold
]

Consequence: TypeAlias = Literal[
    "observe",  # looks, and leaves the world as it is
    "navigate",  # goes somewhere else: a page, a window, a tab, a folder
    "edit",  # changes what can be changed back: text in a field, a selection, a mark
    "save",  # writes a file or a form's draft
    "delete",  # deletes or overwrites
    "send",  # sends, posts, publishes: others get to see it
    "pay",  # buys, pays, orders, bids
    "accept",  # agrees to terms, cookies, a consent
    "sign_in",  # signs in, or enters a secret
    "install",  # installs, or runs what was downloaded
    "settings",  # changes settings or permissions
    "leave",  # leaves the sandbox: a new host, an upload
]

Origin: TypeAlias = Literal[
    "consequence",  # of what the action does in the world
    "injection",  # of signs that something on the screen gives the orders
    "misuse",  # of a class of use that is watched: elections, posting, accounts, domains, government
    "secret",  # of a secret that would be typed
    "provider",  # of the model's provider, which wants a person to confirm
    "domain",  # of a new domain at the gateway
    "every",  # everything is asked about
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an action would happen. What is not known is empty."""

    program: str = ""
    """The class name of the focused window (WM_CLASS)."""
    window: str = ""
    """Its title."""
    address: str = ""
    """Of the page in a browser: ``https://shop.example/cart``."""
    path: str = ""
    """Of the file that a call names."""

    @property
    def host(self) -> str:
        """``shop.example``, or empty."""
        rest = self.address.partition("://")[2] or self.address
        name = rest.partition("/")[0].rpartition("@")[2]
        return name.rpartition(":")[0].lower() if name.count(":") == 1 else name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """What an action would do in the world, before it is done."""

    consequence: Consequence
    confidence: float
    """0 to 1."""
    sentence: str
    """For a person: ``Click ‘Place order’ in ‘Checkout – shop.example’: this spends money``."""
    place: Place = field(default_factory=Place)
    target: Rect | None = None
    """The element it acts on, in screen pixels."""
    evidence: tuple[str, ...] = ()
    """What was seen that says so, as short phrases."""
    also: tuple[Finding, ...] = ()
    """What else the same call would do: a policy that forbids one part forbids the whole."""
    translations: Mapping[str, str] = field(default_factory=dict[str, str])
    """The sentence in other languages, by their codes: ``ja``."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A sign that what the model is about to do serves something it read and not its task, or a watched use."""

    origin: Literal["injection", "misuse"]
    kind: str
    """The signal: ``imperative-text``, ``foreign-string``, ``hidden-text``, ``look-alike``, ``elections`` …"""
    sentence: str
    """For a person."""
    confidence: float
    source: str = ""
    """Where the text stood: ``screen``, ``shell``, ``file``, ``tool``."""
    text: str = ""
    """The words themselves, cut to what a card can show."""
    region: Rect | None = None
    """Where on the screen, in screen pixels."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a person is asked: may this happen?"""

    id: str
    proposal: Proposal
    sentence: str
    origins: tuple[Origin, ...] = ("every",)
    """Why it is asked."""
    finding: Finding | None = None
    alarms: tuple[Alarm, ...] = ()
    said: str = ""
    """The model's own reason: what it said in the turn that holds the call."""
    picture: bytes = b""
    """The screen it would happen on, as a PNG; empty when there is none."""
    patience: float = 300.0
    """Seconds until silence counts as no."""
    editable: tuple[str, ...] = ()
    """Which parts of the call's input the person may change: ``text``, ``command``, ``coordinate`` …"""


Scope: TypeAlias = Literal[
    "once",
    "run",  # the same consequence at the same place, as long as this run lasts
    "always",  # and written to the policy file
]


@dataclass(frozen=True, slots=True)
class Decision:
    """A word on one call, before it runs."""

    allowed: bool
    by: Literal["policy", "person"]
    reason: str = ""
    """Why not; the model gets to read it."""
    stop: bool = False
    """With a refusal: the run ends here, instead of letting the model try something else."""
    scope: Scope = "once"
    edited: Mapping[str, Any] | None = None
    """With a yes: the call's input as the person changed it; it is described anew and then run."""
    via: str = ""
    """How the person was asked: ``terminal``, ``page``, ``api``, ``mcp``; for the audit."""
    question: str = field(default="", compare=False)
    """The id of the `Question` that this answers; empty when nobody was asked."""


def allow(scope: Scope = "once", edited: Mapping[str, Any] | None = None) -> Decision:
    """What an approver answers for yes."""
    return Decision(True, "person", scope=scope, edited=edited)


def refuse(reason: str = "", *, stop: bool = False) -> Decision:
    """What an approver answers for no."""
    return Decision(False, "person", reason, stop)


Approver: TypeAlias = Callable[[Question], Awaitable[Decision]]
"""Asks a person (or decides like one). If it raises, or answers something else than a Decision, that is a no."""
