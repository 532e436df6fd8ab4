"""What a program keeps from one step to the next, and from one task to the next in the same conversation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deskhand.models.local.skills.commands.atlas import Atlas
from deskhand.models.local.steps import Named, Ref, Value

if TYPE_CHECKING:
    from deskhand.models.local.hand import Hand


class NothingRead(LookupError):
    """A step refers to a value that no earlier step has read; ``name`` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(slots=True)
class Memory:
    values: dict[str, str] = field(default_factory=dict[str, str])
    """What was read off the screen, by the name it was stored under; ``result`` is the latest."""
    titles: dict[str, str] = field(default_factory=dict[str, str])
    """For each program opened, the title its window showed."""
    named: dict[str, Named] = field(default_factory=dict[str, Named])
    """For each kind of program that the instruction calls by a name of its own, that name."""
    current: str = ""
    """The program that was brought to the front last, as the steps name it."""
    adopted: set[str] = field(default_factory=set[str])
    """Programs whose windows do not carry their names: known only by having been brought to the front."""
    in_front: str = ""
    """The title that was in front before a program was started."""
    folder: str = ""
    """The path that the file manager was last sent to."""
    atlases: dict[str, Atlas] = field(default_factory=dict[str, Atlas])
    """For each program used by its menus, what they hold."""
    sought: str = ""
    """The text that was searched for last: "its code" is then read in the row that holds it."""
    found: tuple[str, ...] = ()
    """The rows that this search has brought to light."""
    came: tuple[str, ...] = ()
    """All rows that came with it, whether they hold the text or not: what a dictionary says of a word."""
    found_at: int = -1
    """The step of the plan that searched."""
    complete: bool = False
    """Whether what was read last is all there is, also out of sight."""
    done: list[str] = field(default_factory=list[str])
    """What was done, as sentences for the answer."""
    turns: int = 0
    """Turns taken for the wish, by whatever hand: a program's menus may be looked through before there is a plan."""
    changed: bool = False
    """Something was done that changes what is there: nothing of it is to be done twice."""
    refused: bool = False
    """Somebody said no to an act; no other way to the same is sought."""
    elsewhere: Callable[[Hand], Awaitable[str]] | None = None
    """Where a question can be looked up that the window does not answer."""

    def store(self, name: str, value: str) -> None:
        self.values[name] = value
        self.values["result"] = value

    def fill(self, value: Value) -> str:
        """The text of a value, with what was read put into its holes; NothingRead when there is nothing yet."""
        return "".join(piece if isinstance(piece, str) else self.get(piece) for piece in value)

    def get(self, ref: Ref) -> str:
        if ref.name not in self.values:
            raise NothingRead(ref.name)
        return self.values[ref.name]
