"""MCP servers as tools: a real server over stdio and over HTTP, and what becomes of one that misbehaves."""

from __future__ import annotations

import asyncio
import socket
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from deskhand.messages import Image, ToolUse
from deskhand.tools.interface import ToolError, ToolRun
from deskhand.tools.mcp import MOST_TEXT, McpTool, attach

SERVER = Path(__file__).with_name("mcp_server.py")
COMMAND = f"{sys.executable} {SERVER}"


@asynccontextmanager
async def attached(server: str = COMMAND, seconds: float = 20.0) -> AsyncIterator[Sequence[McpTool]]:
    async with AsyncExitStack() as stack:
        yield await attach(server, stack, seconds=seconds)


async def use(tools: Sequence[McpTool], name: str, **arguments: Any) -> ToolRun:
    call = ToolUse("toolu_1", name, arguments)
    tool = next(tool for tool in tools if tool.accepts(call))
    return await tool.run(await tool.describe(call))


async def test_a_server_over_stdio(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-secret")
    async with attached() as tools:
        assert "Test_server__add" in [tool.name for tool in tools]
        definition = next(tool for tool in tools if tool.name == "Test_server__add").definition()
        assert definition["description"] == "Add two numbers."
        assert definition["input_schema"]["required"] == ["a", "b"]
        proposal = await tools[0].describe(ToolUse("t", "Test_server__add", {"a": 1, "b": 2}))
        assert proposal.words == 'Use Test_server__add with {"a": 1, "b": 2}'
        run = await use(tools, "Test_server__add", a=2, b=3)
        assert (run.text, run.is_error) == ("5", False)
        shown = await use(tools, "Test_server__picture")
        kinds = [type(part).__name__ for part in shown.result.content]
        assert kinds == ["Text", "Image", "Text", "Text"]
        assert isinstance(shown.result.content[1], Image) and "left out" in shown.text
        assert MOST_TEXT < len((await use(tools, "Test_server__flood")).text) < MOST_TEXT + 100
        assert "ANTHROPIC_API_KEY" not in (await use(tools, "Test_server__environment")).text
        failed = await use(tools, "Test_server__fail")
        assert failed.is_error and "fail" in failed.text
        wrong = await use(tools, "Test_server__add", a="x")
        assert wrong.is_error and wrong.text


async def test_a_server_that_crashes_is_an_error_and_no_more():
    async with attached(f"other={COMMAND}") as tools:
        run = await use(tools, "other__crash")
        assert run.is_error and "MCP server" in run.text, run.text
        again = await use(tools, "other__add", a=1, b=2)
        assert again.is_error and "MCP server" in again.text


async def test_a_server_that_hangs_is_not_waited_for():
    async with attached(seconds=0.5) as tools:
        began = time.monotonic()
        run = await use(tools, "Test_server__hang")
        assert run.is_error and "did not answer in 0.5 seconds" in run.text
        assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("server", "sentence"),
    [
        ("/no/such/program", "cannot be attached"),
        (f"{sys.executable} -c 'import sys; sys.exit(\"I am broken\")'", "I am broken"),
        ("'unbalanced", "cannot be read"),
        ("http://127.0.0.1:9/mcp", "cannot be attached"),
    ],
)
async def test_a_server_that_cannot_be_attached(server: str, sentence: str):
    with pytest.raises(ToolError, match=sentence):
        async with attached(server):
            pass


async def test_a_server_over_http():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    code = (
        f"import sys; sys.path.insert(0, {str(SERVER.parent)!r}); import mcp_server; "
        f"mcp_server.server.run('streamable-http', host='127.0.0.1', port={port})"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stderr=asyncio.subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                (await asyncio.open_connection("127.0.0.1", port))[1].close()
                break
            except OSError:
                await asyncio.sleep(0.1)
        async with attached(f"http://127.0.0.1:{port}/mcp") as tools:
            assert (await use(tools, "Test_server__add", a=2, b=3)).text == "5"
    finally:
        process.kill()
        await process.wait()
