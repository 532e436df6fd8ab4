"""The ``bash`` tool: one lasting shell inside the walls.

Both streams come back together, as docs promise and people read them; a warning on stderr is no error, and neither is
an exit status other than 0, which is told instead (``grep`` that finds nothing has not failed).
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone, ShellResult
from deskhand.messages import Text, ToolUse
from deskhand.tools.arguments import Arguments
from deskhand.tools.interface import Proposal, ToolError, ToolRun, as_input, failed, refused, succeeded
from deskhand.tools.versions import version
from deskhand.tools.words import shorten

DEFAULT_TIMEOUT = 120.0
"""Seconds a command may take, as in the reference implementation."""


class BashTool:
    tool = "bash"

    def __init__(self, desktop: Desktop, type: str = "bash_20250124", *, timeout: float = DEFAULT_TIMEOUT) -> None:
        self.version = version(type)
        if self.version.kind != "bash":
            raise ValueError(f"{type} is no bash tool")
        self.timeout = timeout
        self._desktop = desktop

    def definition(self) -> dict[str, Any]:
        return {"type": self.version.type, "name": self.version.name}

    def accepts(self, call: ToolUse) -> bool:
        return call.toolset_name is None and call.name == self.version.name

    async def describe(self, call: ToolUse) -> Proposal:
        try:
            command = _command(call)
        except ToolError as error:
            return refused(call, self.tool, "bash", str(error))
        said = "Restart the shell" if command is None else f"Run `{shorten(command, 200)}`"
        return Proposal(call, self.tool, "bash", said)

    async def run(self, proposal: Proposal) -> ToolRun:
        began = time.monotonic()
        try:
            if proposal.error:
                raise ToolError(proposal.error)
            text = await self._perform(_command(proposal.call))
            done = ToolRun(proposal, succeeded(proposal.call, Text(text)))
        except DesktopGone:
            raise
        except (ToolError, DesktopError) as error:
            done = ToolRun(proposal, failed(proposal.call, str(error)))
        return replace(done, seconds=time.monotonic() - began)

    async def _perform(self, command: str | None) -> str:
        if command is None:
            await self._desktop.restart_shell()
            return "The shell has been restarted: a new session, with nothing of the old one's state."
        return _said(await self._desktop.shell(command, timeout=self.timeout), self.timeout)


def _command(call: ToolUse) -> str | None:
    """The command, or None for a restart."""
    arguments = Arguments("bash", as_input(call.input))
    arguments.only((), ("command", "restart"))
    if arguments.flag("restart"):
        return None
    if "command" not in arguments:
        raise ToolError('bash: give a command, such as {"command": "ls"}, or {"restart": true}')
    command = arguments.text("command")
    if "\0" in command:
        raise ToolError("bash: the command holds a NUL character, which no shell can take; write \\0 where it is meant")
    return command


def _said(result: ShellResult, timeout: float) -> str:
    """The output, then in brackets what a person at a terminal would have noticed."""
    output = result.output.rstrip("\n")
    if result.timed_out:
        note = (
            f"[The command was interrupted after {timeout:g} s, its limit. The shell is still usable; run long jobs in "
            "the background with their output in a file.]"
        )
    elif result.exit_code not in (0, None):
        note = f"[exit status {result.exit_code}]"
    else:
        note = "" if output else "[no output]"
    return "\n".join(part for part in (output, note) if part)
