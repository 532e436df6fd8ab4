"""The text editor tool in all four versions: view, create, str_replace, insert, undo_edit.

It edits the bytes it is asked to edit and no others. (An editor that reads a file with ``expandtabs`` turns every tab
of a Makefile into spaces at the first edit.)
"""

from __future__ import annotations

import posixpath
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone
from deskhand.messages import Text, ToolUse
from deskhand.tools import edits, views
from deskhand.tools.arguments import Arguments
from deskhand.tools.document import Document, decode
from deskhand.tools.history import History
from deskhand.tools.interface import Proposal, ToolError, ToolRun, as_input, failed, refused, succeeded
from deskhand.tools.versions import version
from deskhand.tools.words import shorten


@dataclass(frozen=True, slots=True)
class _Command:
    needs: tuple[str, ...]
    may_have: tuple[str, ...]
    words: str


COMMANDS: Mapping[str, _Command] = {
    "view": _Command(("path",), ("view_range",), "View {path}"),
    "create": _Command(("path", "file_text"), (), "Create {path}"),
    "str_replace": _Command(("path", "old_str"), ("new_str",), "Replace text in {path}"),
    # Two published schemas name the inserted text differently; models trained on either call the other.
    "insert": _Command(("path", "insert_line"), ("insert_text", "new_str"), "Insert text into {path}"),
    "undo_edit": _Command(("path",), (), "Undo the last edit of {path}"),
}


class EditorTool:
    """``max_characters`` cuts a view; versions that know the option are told so in the definition."""

    tool = "editor"

    def __init__(
        self, desktop: Desktop, type: str = "text_editor_20250728", *, max_characters: int | None = None
    ) -> None:
        self.version = version(type)
        if self.version.kind != "editor":
            raise ValueError(f"{type} is no text editor tool")
        if max_characters is not None and max_characters < 1:
            raise ValueError(f"max_characters must be at least 1, not {max_characters}")
        self.max_characters = max_characters
        self._desktop = desktop
        self._history = History()

    def definition(self) -> dict[str, Any]:
        entry: dict[str, Any] = {"type": self.version.type, "name": self.version.name}
        if self.max_characters is not None and "max_characters" in self.version.options:
            entry["max_characters"] = self.max_characters
        return entry

    def accepts(self, call: ToolUse) -> bool:
        return call.toolset_name is None and call.name == self.version.name

    async def describe(self, call: ToolUse) -> Proposal:
        name = "edit"
        try:
            name, arguments = self._parse(call)
            path = _path(arguments)
            # What can be said wrong before anything is touched is said now, not after a person approved it.
            _check(name, arguments)
        except ToolError as error:
            return refused(call, self.tool, name, str(error))
        return Proposal(call, self.tool, name, COMMANDS[name].words.format(path=shorten(path, 200)))

    async def run(self, proposal: Proposal) -> ToolRun:
        began = time.monotonic()
        try:
            if proposal.error:
                raise ToolError(proposal.error)
            name, arguments = self._parse(proposal.call)
            text = await self._perform(name, arguments, _path(arguments))
            # Stray bytes of a damaged file are no text that could be sent.
            text = text.encode(errors="surrogateescape").decode(errors="replace")
            done = ToolRun(proposal, succeeded(proposal.call, Text(text)))
        except DesktopGone:
            raise
        except (ToolError, DesktopError) as error:
            done = ToolRun(proposal, failed(proposal.call, str(error)))
        return replace(done, seconds=time.monotonic() - began)

    def _parse(self, call: ToolUse) -> tuple[str, Arguments]:
        values = dict(as_input(call.input))
        name = values.pop("command", None)
        offered = ", ".join(self.version.actions)
        if name is None:
            raise ToolError(f"The argument 'command' is missing. It is one of {offered}.")
        if name not in self.version.actions:
            raise ToolError(f"{self.version.type} has no command {str(name)[:60]!r}. Available: {offered}.")
        arguments = Arguments(name, values)
        command = COMMANDS[name]
        arguments.only(command.needs, command.may_have)
        return name, arguments

    async def _perform(self, name: str, arguments: Arguments, path: str) -> str:
        match name:
            case "view":
                return await self._view(path, arguments)
            case "create":
                return await self._create(path, arguments.text("file_text"))
            case "str_replace":
                new = arguments.text("new_str") if "new_str" in arguments else ""
                document = await self._load(path)
                return await self._save(
                    path, document, edits.replace_passage(document, arguments.text("old_str"), new, path)
                )
            case "insert":
                document = await self._load(path)
                line = arguments.whole("insert_line", least=0, most=1 << 31)
                return await self._save(path, document, edits.insert_after(document, line, _inserted(arguments), path))
            case _:
                return await self._undo(path)

    async def _view(self, path: str, arguments: Arguments) -> str:
        wanted = arguments.wholes("view_range", ("start", "end")) if "view_range" in arguments else None
        (info,) = await self._desktop.list_files(path, depth=0)
        if info.kind == "directory":
            if wanted is not None:
                raise ToolError(f"view: view_range is for files, and {path} is a folder")
            return views.folder(path, await self._desktop.list_files(path, depth=2))
        return views.file(await self._load(path), path, wanted, self.max_characters)

    async def _create(self, path: str, text: str) -> str:
        data = text.encode()
        try:
            (old,) = await self._desktop.list_files(path, depth=0)
        except DesktopGone:
            raise
        except DesktopError:
            old = None
        # An empty file (touch) holds nothing that could be lost; any other one is not written over.
        is_new = not (old is not None and old.kind == "file" and old.bytes == 0)
        if old is not None and is_new:
            raise ToolError(f"create: {path} exists already. Change it with str_replace or insert, or remove it first.")
        await self._desktop.write_file(path, data, create_new=is_new)
        count = len(Document(text).lines)
        return f"Created {path}: {count} {'line' if count == 1 else 'lines'}, {len(data):,} bytes."

    async def _place(self, path: str) -> str:
        """The one name of a file that has several: ``~/a``, ``/home/user/a``, ``/home/user/../user/a``."""
        (info,) = await self._desktop.list_files(path, depth=0)
        return posixpath.normpath(info.path)

    async def _load(self, path: str) -> Document:
        return decode(await self._desktop.read_file(path), path)

    async def _save(self, path: str, before: Document, edit: edits.Edit) -> str:
        old, new = before.encode(), edit.document.encode()
        if old == new:
            return f"{path} already is as the edit would make it; nothing was changed."
        await self._desktop.write_file(path, new)
        self._history.remember(await self._place(path), old, new)
        return f"Edited {path}:\n{views.snippet(edit)}"

    async def _undo(self, path: str) -> str:
        place = await self._place(path)
        step = self._history.latest(place)
        if step is None:
            raise ToolError(f"undo_edit: there is no edit of {path} left to undo")
        if not step.made(await self._desktop.read_file(path)):
            raise ToolError(f"undo_edit: {path} has been changed by something else since that edit; nothing was undone")
        await self._desktop.write_file(path, step.before)
        self._history.forget(place)
        return f"Undid the last edit of {path}."


def _path(arguments: Arguments) -> str:
    path = arguments.text("path", empty=False)
    if "\0" in path:
        raise arguments.fail("the path holds a NUL character")
    return path


def _check(name: str, arguments: Arguments) -> None:
    match name:
        case "view" if "view_range" in arguments:
            arguments.wholes("view_range", ("start", "end"))
        case "create":
            arguments.text("file_text")
        case "str_replace":
            arguments.text("old_str", empty=False)
            if "new_str" in arguments:
                arguments.text("new_str")
        case "insert":
            arguments.whole("insert_line", least=0, most=1 << 31)
            _inserted(arguments)
        case _:
            pass


def _inserted(arguments: Arguments) -> str:
    given = [key for key in ("insert_text", "new_str") if key in arguments]
    if not given:
        raise arguments.fail("the argument 'insert_text' is missing: the text to insert")
    if len(given) == 2 and arguments.text("insert_text") != arguments.text("new_str"):
        raise arguments.fail("insert_text and new_str are two names for the text to insert; give one of them")
    return arguments.text(given[0], empty=False)
