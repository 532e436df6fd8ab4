"""What `/api/` takes and gives: requests are checked by these, and `/openapi.json` is made from them.

`docs/sessions-api.md` says what each is for.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from deskhand.agent.events import Status

State: TypeAlias = Literal[
    "queued",  # waits for a place
    "starting",  # its desktop is being made
    "running",
    "asking",  # a person is asked, the agent waits
    "pausing",  # a pause was asked for
    "paused",
    "taking_over",  # a takeover was asked for
    "taken_over",  # the hand is the person's
    "stopping",
    "elsewhere",  # another process drives it
    "cut",  # its process was killed
    "ended",
]
LIVE: frozenset[State] = frozenset(
    {"queued", "starting", "running", "asking", "pausing", "paused", "taking_over", "taken_over", "stopping"}
)

MAX_TEXT = 20_000
Domain = Annotated[str, Field(min_length=1, max_length=260)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Wanted(_Strict):
    """How a session is to be done; what is left out is as in the settings."""

    model: str | None = Field(default=None, min_length=1, max_length=300)
    max_steps: int | None = Field(default=None, ge=1, le=100_000)
    max_minutes: float | None = Field(default=None, gt=0, le=100_000)
    max_cost: float | None = Field(default=None, gt=0, le=1_000_000, description="In dollars; null: no limit.")
    policy: str | None = Field(default=None, max_length=64, description="Of `/api/policies`.")
    domains: Annotated[list[Domain], Field(max_length=1000)] | None = None
    ask_domains: bool | None = Field(default=None, description="Ask a person about any other domain.")
    share: str | None = Field(
        default=None, max_length=4096, description="A folder of this computer; null: one of its own."
    )
    size: str | None = Field(default=None, pattern=r"^\d{3,4}x\d{3,4}$", description="Of the screen, in pixels.")
    system: str | None = Field(default=None, max_length=MAX_TEXT, description="Told to a large model beside its task.")


class LentSecret(_Strict):
    """Lent to one session: its value is typed by the guard at its place, is kept in memory and never told again."""

    name: str = Field(min_length=1, max_length=64, description="What the model calls it: letters, digits and _.")
    value: SecretStr = Field(min_length=1, max_length=4096)
    at: str = Field(
        min_length=1, max_length=1000, description="Where it may be typed: `shop.example`, several with commas."
    )
    user: str = Field(default="", max_length=300, description="The user name that goes with it; the model is told.")
    field: str = Field(default="", max_length=300, description="Its field's label, where the name does not say it.")


Lent = Annotated[list[LentSecret], Field(max_length=50)]


class NewSession(Wanted):
    task: str = Field(default="", max_length=MAX_TEXT)
    secrets: Lent = Field(default_factory=list)
    template: str | None = Field(default=None, max_length=64)
    blanks: dict[str, Annotated[str, Field(max_length=MAX_TEXT)]] = Field(default_factory=dict)


class Again(_Strict):
    changes: NewSession = Field(default_factory=lambda: NewSession.model_validate({}))


class GoOn(_Strict):
    """A run that has ended, or was cut off, goes on. The limits are those of the whole run."""

    text: str = Field(default="", max_length=MAX_TEXT, description="A word to the model.")
    secrets: Lent = Field(default_factory=list, description="Again, where the server has forgotten them.")
    max_steps: int | None = Field(default=None, ge=1, le=100_000)
    max_minutes: float | None = Field(default=None, gt=0, le=100_000)
    max_cost: float | None = Field(default=None, gt=0, le=1_000_000)


class Say(_Strict):
    text: str = Field(min_length=1, max_length=MAX_TEXT)


class HandBack(_Strict):
    text: str = Field(default="", max_length=MAX_TEXT, description="What the person wants the model to know.")


class StopIt(_Strict):
    at_once: bool = Field(default=False, description="In the middle of the action under way, not after it.")


class Answer(_Strict):
    question: str = Field(min_length=1, max_length=64)
    answer: Literal["once", "run", "always", "refuse", "stop"]
    edited: dict[str, Any] | None = Field(
        default=None, description="Parts of the call's input, as the person changed them."
    )
    reason: str = Field(default="", max_length=4000)


class SessionInfo(BaseModel):
    id: str
    state: State
    status: Status | None = Field(default=None, description="How it ended.")
    task: str
    model: str
    answer: str = ""
    created: float = Field(description="Seconds since 1970.")
    began: float | None = None
    ended: float | None = None
    steps: int = 0
    seconds: float = 0.0
    usd: float | None = None
    width: int = 0
    height: int = 0
    position: int | None = Field(default=None, description="In the queue; 1 is next.")
    questions: list[str] = Field(default_factory=list, description="Ids of those that are open.")
    last: int = Field(default=0, description="Number of the latest event.")
    view: bool = Field(default=False, description="Whether there is a desktop to look at.")
    picture: str | None = Field(default=None, description="The latest screen, by its hash.")
    files: list[str] = Field(default_factory=list)
    can_continue: bool = False
    mine: bool = Field(default=True, description="Whether this server drives it, or did.")
    options: dict[str, Any] = Field(default_factory=dict)


class SessionPage(BaseModel):
    sessions: list[SessionInfo]
    next: str | None
    total: int


class NumberedEvent(BaseModel):
    number: int
    time: float
    event: dict[str, Any] = Field(description="As the journal has it; `kind` says which.")


class EventPage(BaseModel):
    events: list[NumberedEvent]
    last: int = Field(description="Give it as `after` to get what comes next.")


class Settings(_Strict):
    model: str = Field(default="local", min_length=1, max_length=300)
    max_steps: int | None = Field(default=100, ge=1, le=100_000)
    max_minutes: float | None = Field(default=30.0, gt=0, le=100_000)
    max_cost: float | None = Field(default=None, gt=0, le=1_000_000)
    policy: str = Field(default="", max_length=64, description="Empty: the one that is preset.")
    domains: list[Domain] = Field(default_factory=list, max_length=1000)
    ask_domains: bool = True
    share: str | None = Field(default=None, max_length=4096)
    size: str = Field(default="1280x800", pattern=r"^\d{3,4}x\d{3,4}$")
    language: Literal["", "en", "ja"] = ""
    theme: Literal["", "light", "dark"] = ""


class Blank(_Strict):
    name: str = Field(min_length=1, max_length=64)
    label: str = Field(default="", max_length=200)
    default: str = Field(default="", max_length=MAX_TEXT)
    kind: Literal["text", "long", "number", "date", "secret"] = "text"


class NewTemplate(_Strict):
    title: str = Field(min_length=1, max_length=200)
    task: str = Field(min_length=1, max_length=MAX_TEXT)
    blanks: list[Blank] = Field(default_factory=list, max_length=100)
    options: Wanted = Field(default_factory=lambda: Wanted.model_validate({}))


class Template(NewTemplate):
    id: str


class TemplateList(BaseModel):
    templates: list[Template]


class FileInfo(BaseModel):
    name: str = Field(description="Relative, with slashes.")
    bytes: int
    changed: float


class Files(BaseModel):
    files: list[FileInfo]


class ModelChoice(BaseModel):
    name: str
    title: str
    needs_key: str | None = Field(description="The provider whose key it needs.")
    ready: bool = Field(description="Whether that key is there.")


class Models(BaseModel):
    models: list[ModelChoice]


class NewKey(_Strict):
    key: str = Field(min_length=1, max_length=4096)
    keep: Literal["keyring", "memory"] = "memory"


class KeptKey(BaseModel):
    provider: str
    kept: Literal["keyring", "memory", "environment"]


class Keys(BaseModel):
    keys: list[KeptKey]
    keyring: bool = Field(description="Whether there is a keyring to keep them in.")


class PolicyPreset(BaseModel):
    id: str
    title: str
    text: str
    rules: list[str] = Field(description="Each in words; the first that fits decides.")
    outcomes: list[Literal["allow", "ask", "deny"]] = Field(description="What each of them does.")


class Policies(BaseModel):
    policies: list[PolicyPreset]


class Consent(BaseModel):
    given: bool
    version: int
    title: str
    text: str


class ConsentGiven(_Strict):
    version: int
    language: Literal["en", "ja"] | None = Field(default=None, description="In which it was read.")


class Link(BaseModel):
    url: str


class Me(BaseModel):
    user: str
    users: bool = Field(description="Whether this server knows users.")
    version: str
    consent: Consent
    max_upload: int
    places: int = Field(description="Sessions that can run at once.")
    busy: int
    queued: int
