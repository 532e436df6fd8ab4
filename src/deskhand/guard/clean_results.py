"""What comes past the desktop: results of tools of one's own and of MCP servers, and what is logged.

An MCP server runs on the person's own computer, beside their environment and files; nothing keeps it from answering
with a secret that was lent to this run.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from deskhand.guard.secrets import Redactor
from deskhand.messages import Block, Text, ToolResult, ToolUse
from deskhand.tools.interface import Proposal, Tool, ToolRun


class CleanTool:
    """Another tool, whose results hold no secret. Implements `deskhand.tools.interface.Tool`."""

    def __init__(self, tool: Tool, redactor: Redactor) -> None:
        self._tool = tool
        self._redactor = redactor

    def definition(self) -> dict[str, Any]:
        return self._tool.definition()

    def accepts(self, call: ToolUse) -> bool:
        return self._tool.accepts(call)

    async def describe(self, call: ToolUse) -> Proposal:
        return await self._tool.describe(call)

    async def run(self, proposal: Proposal) -> ToolRun:
        done = await self._tool.run(proposal)
        return replace(done, result=self._cleaned(done.result))

    def _cleaned(self, result: ToolResult) -> ToolResult:
        def clean(block: Block) -> Any:
            return replace(block, text=self._redactor.text(block.text)) if isinstance(block, Text) else block

        return replace(result, content=tuple(clean(block) for block in result.content))


@contextmanager
def quiet_logs(redactor: Redactor) -> Iterator[None]:
    """While entered, nothing that is logged holds a secret, whoever logs it."""
    make = logging.getLogRecordFactory()

    def record(*arguments: Any, **keywords: Any) -> logging.LogRecord:
        made = make(*arguments, **keywords)
        try:
            made.msg, made.args = redactor.text(made.getMessage()), None
        except Exception:  # a log line that cannot be formatted says so itself, when it is written
            return made
        if made.exc_info and made.exc_info[0] is not None:
            made.exc_text = redactor.text(logging.Formatter().formatException(made.exc_info))
        return made

    logging.setLogRecordFactory(record)
    try:
        yield
    finally:
        if logging.getLogRecordFactory() is record:
            logging.setLogRecordFactory(make)
