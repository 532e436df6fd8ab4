"""MCP servers as tools: what a person attaches to a run beside the desktop (``--mcp 'command …'`` or a URL).

A server runs on the host, with the rights of the person who attached it, so only that person names servers. What it
returns is content like a web page is: it reaches the model inside a tool result and nowhere else, cut to a size. A
server that crashes, hangs or talks nonsense is an error result for the model, never the end of the run.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import contextlib
import json
import re
import shlex
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from typing import IO, Any

import mcp_types
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from deskhand.messages import MEDIA_TYPES, Image, Text, ToolUse
from deskhand.tools.custom import RESERVED
from deskhand.tools.interface import Proposal, ToolError, ToolRun, as_input, failed, refused, succeeded
from deskhand.tools.words import shorten

START_SECONDS = 30.0
CALL_SECONDS = 120.0
MOST_TOOLS = 100
MOST_TEXT = 30_000
"""Characters of one result."""
MOST_IMAGES = 5
MOST_IMAGE_BYTES = 5 << 20
_MOST_DESCRIPTION = 2000
_NAMED = re.compile(r"^([A-Za-z][A-Za-z0-9_-]{0,30})=(.+)$", re.DOTALL)
_LAST_WORDS = 400


async def attach(server: str, stack: AsyncExitStack, *, seconds: float = CALL_SECONDS) -> tuple[McpTool, ...]:
    """The tools of one server, which is ended when ``stack`` is left.

    ``server``: a command line or a URL, optionally ``NAME=`` before it; the name (else the server's own) is put before
    the names of its tools. ToolError says why it cannot be attached.
    """
    named = _NAMED.match(server) if not server.startswith(("http://", "https://")) else None
    name, where = (named[1], named[2]) if named else ("", server)
    connection = Connection(where, seconds)
    stack.push_async_callback(connection.close)
    listed = await connection.open()
    prefix = _slug(name or connection.title or "mcp", 30)
    tools: dict[str, McpTool] = {}
    for entry in listed[:MOST_TOOLS]:
        tool = McpTool(connection, f"{prefix}__{_slug(entry.name, 62 - len(prefix))}", entry)
        if tool.name not in RESERVED:
            tools.setdefault(tool.name, tool)
    if not tools:
        raise ToolError(f"The MCP server {shorten(where)} offers no tools.")
    return tuple(tools.values())


@dataclass(slots=True)
class Connection:
    """One server, held by a task of its own: the SDK wants its context left by the task that entered it."""

    where: str
    seconds: float
    title: str = ""
    _client: Client | None = None
    _end: asyncio.Event = field(default_factory=asyncio.Event)
    _task: asyncio.Task[None] | None = None

    async def open(self) -> Sequence[mcp_types.Tool]:
        ready: asyncio.Future[Sequence[mcp_types.Tool]] = asyncio.get_running_loop().create_future()
        self._task = asyncio.create_task(self._hold(ready))
        try:
            return await asyncio.wait_for(asyncio.shield(ready), START_SECONDS)
        except TimeoutError:
            raise ToolError(f"The MCP server {self._words} did not answer in {START_SECONDS:g} seconds.") from None

    async def call(self, tool: str, arguments: Mapping[str, Any]) -> mcp_types.CallToolResult:
        """ToolError for everything that can go wrong with a server."""
        client = self._client
        if client is None or self._task is None or self._task.done():
            raise ToolError(f"The MCP server {self._words} has ended; its tools can no longer be used.")
        calling = asyncio.ensure_future(client.call_tool(tool, dict(arguments)))
        try:
            done, _ = await asyncio.wait({calling, self._task}, timeout=self.seconds, return_when="FIRST_COMPLETED")
            if calling in done:
                return calling.result()
        except Exception as error:
            raise ToolError(f"The MCP server {self._words} did not do it: {_said(error)}") from None
        finally:
            calling.cancel()
        if done:
            raise ToolError(f"The MCP server {self._words} ended in the middle of the call.")
        raise ToolError(f"The MCP server {self._words} did not answer in {self.seconds:g} seconds.")

    async def close(self) -> None:
        self._end.set()
        if self._task is not None:
            await asyncio.wait({self._task}, timeout=10.0)
            self._task.cancel()

    async def _hold(self, ready: asyncio.Future[Sequence[mcp_types.Tool]]) -> None:
        with tempfile.TemporaryFile("w+") as log:
            try:
                async with Client(self._server(log)) as client:
                    listed = (await client.list_tools()).tools
                    info = client.server_info
                    self.title = (info.name if info is not None else "") or ""
                    self._client = client
                    if not ready.done():
                        ready.set_result(listed)
                    await self._end.wait()
            except BaseException as error:
                if not ready.done():
                    words = _last_words(log)
                    ready.set_exception(
                        ToolError(f"The MCP server {self._words} cannot be attached: {words or _said(error)}")
                    )
                elif not isinstance(error, Exception | asyncio.CancelledError):
                    raise
            finally:
                self._client = None

    def _server(self, log: IO[str]) -> Any:
        if self.where.startswith(("http://", "https://")):
            return self.where
        try:
            command, *arguments = shlex.split(self.where)
        except ValueError as error:
            raise ToolError(f"the command line cannot be read ({error})") from None
        # The SDK gives it PATH, HOME and the like, and not the environment with the keys in it.
        return stdio_client(StdioServerParameters(command=command, args=arguments), errlog=log)  # type: ignore[arg-type]

    @property
    def _words(self) -> str:
        return f"“{shorten(self.where, 60)}”"


class McpTool:
    """One tool of one server."""

    def __init__(self, connection: Connection, name: str, entry: mcp_types.Tool) -> None:
        self.name = name
        self._connection, self._entry = connection, entry

    def definition(self) -> dict[str, Any]:
        schema = dict(self._entry.input_schema)
        schema.setdefault("type", "object")
        described = self._entry.description or self._entry.title or self._entry.name
        return {"name": self.name, "description": described[:_MOST_DESCRIPTION], "input_schema": schema}

    def accepts(self, call: ToolUse) -> bool:
        return call.toolset_name is None and call.name == self.name

    async def describe(self, call: ToolUse) -> Proposal:
        try:
            given = json.dumps(dict(as_input(call.input)), ensure_ascii=False, default=str)
        except ToolError as error:
            return refused(call, self.name, self.name, str(error))
        return Proposal(call, self.name, self.name, f"Use {self.name} with {shorten(given, 200)}")

    async def run(self, proposal: Proposal) -> ToolRun:
        began = time.monotonic()
        call = proposal.call
        try:
            if proposal.error:
                raise ToolError(proposal.error)
            answer = await self._connection.call(self._entry.name, call.input)
            blocks = _blocks(answer)
            if answer.is_error:
                raise ToolError("\n".join(block.text for block in blocks if isinstance(block, Text)))
            run = ToolRun(proposal, succeeded(call, *blocks))
        except ToolError as error:
            run = ToolRun(proposal, failed(call, str(error)))
        return replace(run, seconds=time.monotonic() - began)


def _blocks(answer: mcp_types.CallToolResult) -> tuple[Text | Image, ...]:
    """The result as blocks of a tool result, cut to a size."""
    blocks: list[Text | Image] = []
    left, images = MOST_TEXT, 0
    for part in answer.content:
        match part:
            case mcp_types.TextContent():
                text = part.text
            case mcp_types.ImageContent():
                image = _image(part)
                if isinstance(image, Image) and images < MOST_IMAGES:
                    blocks.append(image)
                    images += 1
                    continue
                text = image if isinstance(image, str) else "[a further picture is left out]"
            case mcp_types.EmbeddedResource(resource=mcp_types.TextResourceContents() as resource):
                text = f"{resource.uri}:\n{resource.text}"
            case mcp_types.ResourceLink():
                text = f"{part.name}: {part.uri}"
            case _:
                text = f"[content of the kind {part.type!r} is left out]"
        if len(text) > left:
            text = f"{text[:left]}\n[{len(text) - left:,} characters are left out]" if left else ""
        left = max(0, left - len(text))
        if text:
            blocks.append(Text(text))
    if not blocks and answer.structured_content is not None:
        blocks.append(Text(json.dumps(answer.structured_content, ensure_ascii=False, default=str)[:MOST_TEXT]))
    return tuple(blocks) or (Text("(nothing)"),)


def _image(part: mcp_types.ImageContent) -> Image | str:
    """The picture, or why it is left out."""
    media_type = next((kind for kind in MEDIA_TYPES if kind == part.mime_type), None)
    if media_type is None:
        return f"[a picture of the type {part.mime_type[:40]!r} is left out]"
    try:
        data = base64.b64decode(part.data, validate=True)
    except (binascii.Error, ValueError):
        return "[a broken picture is left out]"
    return Image(data, media_type) if len(data) <= MOST_IMAGE_BYTES else "[a picture of more than 5 MB is left out]"


def _slug(name: str, most: int) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "_", name).strip("_")[:most] or "tool"


def _said(error: BaseException) -> str:
    """The innermost reason of what the SDK raises, which comes wrapped in groups."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return shorten(str(error) or type(error).__name__, 300)


def _last_words(log: IO[str]) -> str:
    with contextlib.suppress(OSError, ValueError):
        log.seek(0)
        return log.read().strip()[-_LAST_WORDS:]
    return ""
