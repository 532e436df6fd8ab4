"""Everything that happens in a run, as values. Journalled first, then shown: the terminal, the page, a replay and a
resumed run are all readers of these.

An event is immutable and JSON can hold it; pictures are referred to by the hash of their bytes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from deskhand.errors import DeskhandError

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

Status: TypeAlias = Literal[
    "done",  # the model finished: exit status 0
    "asks",  # it asks the person something, or says it cannot do it: 2
    "limit",  # steps, time or money ran out: 3
    "refused",  # a person or the policy refused: 4
    "interrupted",  # Ctrl-C: 130
    "failed",  # anything else: 1
]
EXIT_STATUS: Mapping[Status, int] = {
    "done": 0,
    "failed": 1,
    "asks": 2,
    "limit": 3,
    "refused": 4,
    "interrupted": 130,
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture kept in the journal: ``sha256`` of the PNG file's bytes, and its size in pixels."""

    sha256: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Started:
    run: str
    task: str
    model: str
    width: int
    """Of the screen, in pixels."""
    height: int
    picture_width: int
    """Of the pictures the model sees; its coordinates are in this space."""
    picture_height: int
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Limits, share, ask … as given."""
    version: str = ""
    brief: tuple[Mapping[str, Any], ...] = ()
    """What the model is shown before the task, as API objects: hints, examples; image data as ``{"sha256": …}``."""
    kind: Literal["started"] = "started"


@dataclass(frozen=True, slots=True)
class Resumed:
    """A run that was cut off, or had ended, goes on. The time since the event before this one counts for nothing."""

    same_desktop: bool
    """Whether at the desktop as it was left, or at a new one."""
    step: int = 0
    kind: Literal["resumed"] = "resumed"


@dataclass(frozen=True, slots=True)
class Asked:
    """A step begins: the model is being asked."""

    step: int
    said: str = ""
    """What it is told beside the results of its calls: the task itself stands in `Started`, this is a later word."""
    anew: bool = False
    """The conversation begins again here, with the task and ``said``: what came before no longer fits the model's
    window, or happened at a desktop that is gone."""
    pictures: tuple[str, ...] = ()
    """The hashes of the pictures that it is shown with ``said``: those shown again when it begins ``anew``, or the
    screen as a person handed it back."""
    kind: Literal["asked"] = "asked"


@dataclass(frozen=True, slots=True)
class Replied:
    """The model's turn, whole, as it goes back to it (blocks as API objects)."""

    step: int
    content: tuple[Mapping[str, Any], ...]
    text: str
    """What it says, in words."""
    stop_reason: str
    seconds: float
    input_tokens: int = 0
    output_tokens: int = 0
    cache_write_tokens: int = 0
    cache_read_tokens: int = 0
    usd: float | None = None
    """None where there is no price: the embedded model, an unknown one."""
    asks: bool = False
    """The model itself says that this is a question (see `Reply.asks`)."""
    kind: Literal["replied"] = "replied"


@dataclass(frozen=True, slots=True)
class Decided:
    """The guard's or a person's word on a call, before it runs."""

    step: int
    call: str
    """The tool use id."""
    allowed: bool
    by: Literal["policy", "person"]
    reason: str = ""
    words: str = ""
    """What was decided on, in plain words: a refused call has no `Acting` that would tell."""
    question: str = ""
    """The id of the `Questioned` that this answers; empty when nobody was asked."""
    scope: Literal["once", "run", "always"] = "once"
    edited: Mapping[str, Any] | None = None
    """The call's input as the person changed it."""
    via: str = ""
    """How the person was asked: ``terminal``, ``page``, ``api``, ``mcp``."""
    kind: Literal["decided"] = "decided"


@dataclass(frozen=True, slots=True)
class Questioned:
    """A person is being asked; the run waits. Answered by a `Decided`, or by the end of the run."""

    step: int
    id: str
    call: str
    """The tool use id; empty for a question about a domain."""
    sentence: str
    origins: tuple[str, ...]
    """Why it is asked: see `deskhand.guard.interface.Origin`."""
    words: str = ""
    """The action in plain words."""
    said: str = ""
    """The model's own reason."""
    consequence: str = ""
    place: str = ""
    evidence: tuple[str, ...] = ()
    alarms: tuple[Mapping[str, Any], ...] = ()
    """Each with ``origin``, ``kind``, ``sentence``, ``text``, ``region``."""
    input: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """The call's input, for a person who wants to change it."""
    editable: tuple[str, ...] = ()
    picture: Picture | None = None
    points: tuple[tuple[int, int], ...] = ()
    region: tuple[int, int, int, int] | None = None
    """What it would act on: x, y, width, height in screen pixels."""
    domain: str = ""
    until: float = 0.0
    """Unix time at which silence counts as no."""
    translations: Mapping[str, str] = field(default_factory=dict[str, str])
    """The sentence in other languages, by their codes: ``ja``."""
    kind: Literal["questioned"] = "questioned"


@dataclass(frozen=True, slots=True)
class Found:
    """What the guard found on a call that has a consequence, or that raised an alarm; the audit reads it."""

    step: int
    call: str
    consequence: str
    confidence: float
    sentence: str
    place: str = ""
    evidence: tuple[str, ...] = ()
    alarms: tuple[Mapping[str, Any], ...] = ()
    rule: str = ""
    """The policy's rule that decided, in words."""
    verdict: Literal["allow", "ask", "deny"] = "allow"
    kind: Literal["found"] = "found"


@dataclass(frozen=True, slots=True)
class Paused:
    """The model is not asked and nothing is done until `Continued`."""

    step: int
    why: Literal["person", "takeover"] = "person"
    kind: Literal["paused"] = "paused"


@dataclass(frozen=True, slots=True)
class Continued:
    """The run goes on after `Paused`; ``told`` is what the model is told of what happened meanwhile."""

    step: int
    told: str = ""
    before: Picture | None = None
    """The screen when the person took over."""
    after: Picture | None = None
    """The screen when it was handed back."""
    between: tuple[Picture, ...] = ()
    """The screen whenever the person's hand came to rest, as far as it had changed."""
    kind: Literal["continued"] = "continued"


@dataclass(frozen=True, slots=True)
class Said:
    """A person's word in the middle of a run; the model reads it with its next turn."""

    text: str
    step: int = 0
    kind: Literal["said"] = "said"


@dataclass(frozen=True, slots=True)
class Acting:
    """A call is about to run. If the journal ends here, nobody knows whether it happened."""

    step: int
    call: str
    tool: str
    name: str
    """The action or command: ``left_click``, ``bash``, ``view`` …"""
    input: Mapping[str, Any]
    words: str
    """In plain words: ``Click at (640, 400)``."""
    points: tuple[tuple[int, int], ...] = ()
    """Where on the screen (screen pixels) the hand goes: one point for a click, several for a drag."""
    kind: Literal["acting"] = "acting"


@dataclass(frozen=True, slots=True)
class Acted:
    """A call has run."""

    step: int
    call: str
    result: Mapping[str, Any]
    """The tool result as an API object, each image's data replaced by ``{"sha256": …}``."""
    text: str
    is_error: bool
    seconds: float
    picture: Picture | None = None
    """The settled screen afterwards, as the model got it."""
    changed: bool | None = None
    regions: tuple[tuple[int, int, int, int], ...] = ()
    """x, y, width, height in screen pixels, largest first."""
    pointer: tuple[int, int] | None = None
    focus: str = ""
    kind: Literal["acted"] = "acted"


@dataclass(frozen=True, slots=True)
class Noted:
    """Something the person should know that is no action: a retry, a limit near its end, a warning."""

    text: str
    step: int = 0
    kind: Literal["noted"] = "noted"


@dataclass(frozen=True, slots=True)
class Finished:
    status: Status
    answer: str
    steps: int
    seconds: float
    run: str
    usd: float | None = None
    files: tuple[str, ...] = ()
    """Names, relative to the run's ``shared/`` folder, of what the run left in the shared folder."""
    kind: Literal["finished"] = "finished"


Event: TypeAlias = (
    Started
    | Resumed
    | Asked
    | Replied
    | Found
    | Questioned
    | Decided
    | Acting
    | Acted
    | Paused
    | Continued
    | Said
    | Noted
    | Finished
)


class EventError(DeskhandError, ValueError):
    """An event that cannot be written or read; the text says which part is wrong."""


@cache
def _adapter() -> TypeAdapter[Event]:
    from pydantic import Field, TypeAdapter  # takes 0.1 s, and `deskhand --help` has no event to read

    return TypeAdapter(Annotated[Event, Field(discriminator="kind")])


def to_data(event: Event) -> dict[str, Any]:
    """The event as objects, lists and plain values."""
    data: dict[str, Any] = _adapter().dump_python(event)
    return data


def to_json(event: Event) -> str:
    """One line of JSON; EventError when a mapping of the event holds what JSON cannot."""
    return data_to_json(to_data(event))


def data_to_json(data: Mapping[str, Any]) -> str:
    """As `to_json`, for what `to_data` gave.

    What models do send although JSON has no place for it is written as what comes nearest: half a surrogate pair as a
    question mark, NaN and infinity as words.
    """
    try:
        try:
            text = _dump(data)
        except ValueError:
            text = _dump(_finite(data))
    except (TypeError, ValueError, RecursionError) as error:
        raise EventError(f"a {data.get('kind')!r} event cannot be written as JSON: {error}") from None
    return text.encode("utf-8", "replace").decode()


def _dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _finite(value: Any) -> Any:
    match value:
        case float() if not math.isfinite(value):
            return str(value)
        case dict():
            return {key: _finite(item) for key, item in value.items()}
        case list() | tuple():
            return [_finite(item) for item in value]
        case _:
            return value


def from_json(text: str | bytes) -> Event:
    """The event of one line of JSON. Strict about types; fields that a later version added are ignored."""
    from pydantic import ValidationError

    try:
        return _adapter().validate_json(text, strict=True)
    except ValidationError as error:
        raise EventError("this is no event that can be read: " + _faults(error)) from None


def _faults(error: ValidationError) -> str:
    faults = [
        f"{'.'.join(str(part) for part in fault['loc']) or 'the whole'}: {fault['msg']}"
        for fault in error.errors(include_url=False, include_context=False, include_input=False)[:3]
    ]
    return "; ".join(faults)
