"""A task as a file: what is asked, what the desktop looks like before, and how the outcome is told.

The check looks at what is there afterwards (a file, a window, the answer), never at the way: any model that reaches the
outcome by any means has done the task.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from deskhand.agent.events import Status
from deskhand.errors import DeskhandError

FOLDER = Path(__file__).with_name("tasks")
Group: TypeAlias = Literal["own", "other", "held-out"]
"""On which programs: those of deskhand's own desktop, others that were looked at while the embedded model was made, and
those that were not."""
_COMMANDS = "/usr/bin:/bin:/usr/games:/usr/sbin"
"""Where programs stand inside: the sandbox shows this machine's own /usr."""


class TaskError(DeskhandError):
    """A task file is wrong, or there is no such task; the text says which and why."""


def _inside(path: str) -> str:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts:
        raise ValueError("is a path inside the shared folder, such as notes.txt")
    return path


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}") from None
    return text


SharedPath = Annotated[str, AfterValidator(_inside)]
Pattern = Annotated[str, AfterValidator(_pattern)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Setup(_Part):
    """What is done before the model begins."""

    files: dict[SharedPath, str] = {}
    """Put into the shared folder."""
    folders: tuple[SharedPath, ...] = ()
    shell: tuple[str, ...] = ()
    """Commands run inside, in the desktop's shell; each must succeed."""
    launch: tuple[str, ...] = ()
    """Programs opened inside, one after the other, each with its arguments: ``gedit /home/user/Shared/notes.txt``."""


class FileCheck(_Part):
    path: SharedPath
    exists: bool = True
    equals: str | None = None
    """The whole content; a newline at the very end is free, because editors differ in adding one."""
    contains: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    matches: Pattern | None = None
    """Found anywhere in it, ``^`` and ``$`` at lines."""
    folder: bool = False
    """It is a folder."""


class WindowCheck(_Part):
    program: str = ""
    """Part of the window's class name, in any case: ``galculator``."""
    title: Pattern = ""
    open: bool = True
    focused: bool | None = None
    """Whether it has to be in front."""


class ShellCheck(_Part):
    """What a command inside prints afterwards: for what stands in no text file (a setting, a packed file)."""

    command: str = Field(min_length=1)
    matches: Pattern
    """Found anywhere in the output, ``^`` and ``$`` at lines."""
    lacks: tuple[str, ...] = ()


class Check(_Part):
    status: tuple[Status, ...] = ("done",)
    answer: Pattern | None = None
    files: tuple[FileCheck, ...] = ()
    windows: tuple[WindowCheck, ...] = ()
    shell: tuple[ShellCheck, ...] = ()

    @model_validator(mode="after")
    def _tells_something(self) -> Check:
        if not (self.files or self.windows or self.shell or self.answer) and self.status == ("done",):
            raise ValueError("has to look at a file, a window, a command's output or the answer")
        return self


class Limits(_Part):
    steps: int = Field(default=60, ge=1)
    minutes: float = Field(default=4.0, gt=0)


class Task(_Part):
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    instruction: str = Field(min_length=1)
    paraphrases: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    """The same wish in other words: what was written for one wording may do well by it alone."""
    language: Literal["en", "ja"]
    skills: tuple[str, ...] = ()
    """What it exercises, for the reader of a table: ``menus``, ``terminal``, …"""
    needs: tuple[Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9+.-]*(:[A-Za-z0-9][\w+.-]*)?$")], ...] = ()
    """Programs beside deskhand's own desktop: Debian packages, as ``package`` or ``package:command``."""
    setup: Setup = Setup()
    check: Check
    held_out: bool = False
    """On programs that nobody looked at while the embedded model was made."""
    limits: Limits = Limits()

    @property
    def wordings(self) -> tuple[str, ...]:
        return (self.instruction, *self.paraphrases)

    @property
    def group(self) -> Group:
        return "held-out" if self.held_out else "other" if self.needs else "own"

    @property
    def missing(self) -> tuple[str, ...]:
        """The packages it needs that are not installed here."""
        pairs = (need.partition(":")[::2] for need in self.needs)
        return tuple(package for package, command in pairs if shutil.which(command or package, path=_COMMANDS) is None)


def load(path: Path) -> Task:
    """Read one task file. Raises `TaskError`."""
    try:
        task = Task.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TaskError(f"{path.name} cannot be read: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the task"
        raise TaskError(f"{path.name}: {where}: {first['msg']}") from None
    if task.id != path.stem:
        raise TaskError(f"{path.name}: its id is {task.id!r}; name the file {task.id}.toml")
    return task


def load_all(folder: Path = FOLDER) -> list[Task]:
    """Every task of a folder, by name. Raises `TaskError`."""
    return [load(path) for path in sorted(folder.glob("*.toml"))]


def choose(tasks: Iterable[Task], names: str) -> list[Task]:
    """The tasks that a comma-separated list names; ``en`` or ``ja`` stands for all of a language, ``own``, ``other`` or
    ``held-out`` for those on such programs, a package for those on that program, ``all`` for all."""
    known = list(tasks)
    chosen: list[Task] = []
    for name in (part.strip() for part in names.split(",")):
        if not name:
            continue
        found = [
            task
            for task in known
            if name in ("all", task.id, task.language, task.group, *task.skills)
            or name in (need.partition(":")[0] for need in task.needs)
        ]
        if not found:
            listed = ", ".join(task.id for task in known)
            raise TaskError(f"there is no task called {name!r}; there are: {listed}")
        chosen += [task for task in found if task not in chosen]
    return chosen
