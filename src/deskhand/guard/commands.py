"""What is known around commands and files: which files are there, what scripts say, what this run made and fetched."""

from __future__ import annotations

from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone
from deskhand.guard.consequence.talking import read_by
from deskhand.guard.evidence import Evidence
from deskhand.guard.interface import Place
from deskhand.guard.shell import Context, Effect, effects_of
from deskhand.tools.interface import Proposal

MOST_FILES = 6
"""Files that are looked at for one command."""
MOST_TEXT = 64 * 1024


class Commands:
    """Follows the shell of one run."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._directory = "~"
        self._own: set[str] = set()
        self._downloaded: set[str] = set()

    async def of_shell(self, proposal: Proposal) -> Evidence:
        command = proposal.call.input.get("command")
        return await self.of_line(command if isinstance(command, str) else "")

    async def of_line(self, command: str, running: tuple[str, ...] = ()) -> Evidence:
        """What a judge of this command wants to know: which of its files are there, what its scripts hold. ``running``:
        the programs that read it where that is no shell: ``open('notes.txt', 'w')`` is a word to Python alone."""
        evidence = Evidence(
            Place("bash"), directory=self._directory, own=frozenset(self._own), downloaded=frozenset(self._downloaded)
        )
        if not command.strip():
            return evidence
        files: dict[str, bool] = {}
        scripts: dict[str, str] = {}
        context = self._context()
        effects = read_by(running, command, context) or effects_of(command, context)
        for effect in effects[: 4 * MOST_FILES]:
            if len(files) + len(scripts) >= MOST_FILES:
                break
            await self._look(effect, files, scripts)
        return Evidence(
            evidence.place, directory=self._directory, files=files, scripts=scripts, own=evidence.own,
            downloaded=evidence.downloaded,
        )  # fmt: skip

    async def of_editor(self, proposal: Proposal) -> Evidence:
        path = self._context().resolved(str(proposal.call.input.get("path", "")))
        there = await self._there(path) if path and proposal.name == "create" else None
        return Evidence(Place("editor", path=path), exists=there, own=frozenset(self._own))

    def ran(self, proposal: Proposal) -> None:
        """The command will run: what it makes and fetches, and where it goes."""
        command = proposal.call.input.get("command")
        if not isinstance(command, str):
            self._directory = "~"
            return
        context = self._context()
        effects_of(command, context)
        self._own, self._downloaded, self._directory = context.own, context.downloaded, context.directory

    def wrote(self, proposal: Proposal) -> None:
        if proposal.name == "create":
            self._own.add(self._context().resolved(str(proposal.call.input.get("path", ""))))

    def _context(self) -> Context:
        return Context(directory=self._directory, own=set(self._own), downloaded=set(self._downloaded))

    async def _look(self, effect: Effect, files: dict[str, bool], scripts: dict[str, str]) -> None:
        path = effect.path
        if not path or path in files or path in scripts or "*" in path or path.startswith(("$", "/dev/", "/proc/")):
            return
        if effect.consequence == "save":
            there = await self._there(path)
            if there is not None:
                files[path] = there
        elif effect.consequence == "edit" and effect.words.startswith("runs the script"):
            text = await self._text(path)
            if text is not None:
                scripts[path] = text

    async def _there(self, path: str) -> bool | None:
        """Whether a file is there that could lose what it holds; None for what cannot be told."""
        if not path.startswith(("/", "~")):
            return None
        try:
            found = await self._desktop.list_files(path, depth=0)
        except DesktopGone:
            raise
        except DesktopError:
            return False
        return any(info.kind == "file" and info.bytes > 0 for info in found[:1])

    async def _text(self, path: str) -> str | None:
        if not path.startswith(("/", "~")):
            return None
        try:
            data = await self._desktop.read_file(path)
        except DesktopGone:
            raise
        except DesktopError:
            return None
        return data[:MOST_TEXT].decode("utf-8", "replace") if len(data) <= MOST_TEXT else None
