"""Steps with files and folders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deskhand.models.local.steps.things import Value


@dataclass(frozen=True, slots=True)
class Save:
    name: Value = ()
    """The file's name; empty: under the name it has."""
    folder: str = ""
    """``shared``, ``home``, ``desktop``, ``documents`` … or a path as given; empty: not said."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    name: str
    """Empty: open the folder itself, in the file manager."""
    folder: str = ""
    program: str = ""
    """The program to open it with, when said."""


@dataclass(frozen=True, slots=True)
class RenameFile:
    """A file or a folder gets another name, through the file manager."""

    name: str
    new_name: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class MoveFile:
    """A file or a folder gets into another folder, through the file manager."""

    name: str
    to: str
    """A folder: ``shared``, ``documents`` …, a path, or a name in the folder where the file is."""
    folder: str = ""
    """Where it is; empty: not said."""
    copy: bool = False


@dataclass(frozen=True, slots=True)
class DeleteFile:
    name: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class MakeFolder:
    name: str
    folder: str = ""
    """Where."""


@dataclass(frozen=True, slots=True)
class RenameAll:
    """The names of all files that a renaming program lists, changed by one rule."""

    how: Literal["replace", "remove", "prefix", "suffix", "lower", "upper"]
    old: str = ""
    new: str = ""
