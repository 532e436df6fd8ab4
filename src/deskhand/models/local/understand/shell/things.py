"""Files and folders as a shell takes them: quoted, in their folder, by name or by kind."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

from deskhand.models.local import concepts
from deskhand.models.local.skills.paths import HOME, folder_path
from deskhand.models.local.understand.atoms import Atoms

HERE = "."
"""The folder that the shell is in."""
ENDINGS = (
    "txt|md|csv|tsv|json|xml|html?|log|py|sh|js|css|cfg|conf|ini|toml|ya?ml|pdf|docx?|xlsx?|odt|ods|rtf|png|jpe?g|gif|svg|"
    "bmp|webp|zip|gz|tgz|tar|mp3|wav|ogg|mp4|bak|tmp|dat|sql|tex|c|h|cpp|rs|go|java"
)


@dataclass(frozen=True, slots=True)
class Files:
    """One file, or all of a kind, in a folder."""

    name: str = ""
    """Its name as given; empty for a kind."""
    folder: str | None = None
    """The path of the folder; None where it was not said."""
    before: str = ""
    after: str = ""
    """A kind: what the names begin and end with."""
    within: str = ""

    @property
    def kind(self) -> bool:
        return not self.name

    @property
    def pattern(self) -> str:
        """The kind for `find`, its own signs taken literally."""
        inner = f"*{_bare(self.within)}*" if self.within else "*"
        return shlex.quote(f"{_bare(self.before)}{inner}{_bare(self.after)}")

    def path(self, base: str | None) -> str:
        """As it stands in a command, in ``base`` where no folder of its own was said."""
        folder = base if self.folder is None else HERE if self.folder == HERE else located(self.folder, base)
        if self.kind:
            place = "" if folder in (None, HERE) else f"{shlex.quote(str(folder).rstrip('/'))}/"
            inner = f"*{shlex.quote(self.within)}*" if self.within else "*"
            return (
                f"{place}{_word(self.before)}{inner}{_word(self.after)}"
                if place or self.before
                else f"./{inner}{_word(self.after)}"
            )
        return quoted(located(self.name, folder))


def _word(text: str) -> str:
    return shlex.quote(text) if text else ""


def _bare(text: str) -> str:
    return re.sub(r"([*?\[\]\\])", r"\\\1", text)


def located(name: str, folder: str | None) -> str:
    if name.startswith("~/"):
        return HOME + name[1:]
    if name.startswith("/") or folder in (None, HERE):
        return name
    return f"{str(folder).rstrip('/')}/{name}"


def quoted(path: str) -> str:
    """For the shell, and never taken for an option."""
    return shlex.quote(f"./{path}" if path.startswith("-") else path)


def known_folder(words: str, atoms: Atoms) -> str | None:
    """The path of a folder that is named by its meaning or by its path; None for anything else."""
    bare = words.strip()
    for name in (bare, re.sub(r"(?:フォルダー?|ディレクトリー?)$", "", bare)):
        if (concept := concepts.folder(name)) is not None and concept != "trash":
            return folder_path(concept)
    atom = atoms.get(bare)
    if atom is not None and atom.kind in ("file", "quote"):
        if (concept := concepts.folder(atom.text)) is not None and concept != "trash":
            return folder_path(concept)
        if atom.text.startswith(("/", "~")):
            return folder_path(atom.text)
    return None
