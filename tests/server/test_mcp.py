"""A real MCP client works a real desktop, over standard input and output and over HTTP."""

from __future__ import annotations

import asyncio
import base64
import json
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Literal, cast

import httpx2
import mcp_types as types
import pytest
from mcp import Client, StdioServerParameters, stdio_client

from deskhand.screen.geometry import Size
from deskhand.screen.png import png_size

Mode = Literal["auto", "legacy"]
asked: list[str] = []


async def person(_: Any, params: Any) -> types.ElicitResult:
    """Says yes to everything but removing things."""
    asked.append(params.message)
    return types.ElicitResult(action="accept", content={"allow": "rm " not in params.message})


def over_stdio(*arguments: str) -> Any:
    return stdio_client(StdioServerParameters(command=sys.executable, args=["-m", "deskhand", "mcp", *arguments]))


@asynccontextmanager
async def over_http(*arguments: str) -> AsyncIterator[str]:
    command = [sys.executable, "-m", "deskhand", "mcp", "--http", "--port", "0", *arguments]
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        line = (await process.stdout.readline()).decode()
        yield line.split()[-1]
    finally:
        process.send_signal(signal.SIGINT)
        _, error = await asyncio.wait_for(process.communicate(), 20)
        assert process.returncode == 0 and b"Traceback" not in error, error.decode()


def words(result: types.CallToolResult) -> str:
    return "\n".join(block.text for block in result.content if isinstance(block, types.TextContent))


async def work(client: Client) -> None:
    """See, act, run, edit."""
    tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    assert set(tools) == {"computer", "bash", "str_replace_based_edit_tool"}
    assert "1280×800" in (tools["computer"].description or "") and json.dumps(tools["computer"].input_schema)
    shot = await client.call_tool("computer", {"action": "screenshot"})
    picture = next(block for block in shot.content if isinstance(block, types.ImageContent))
    assert png_size(base64.b64decode(picture.data)) == Size(1280, 800)
    opened = await client.call_tool("bash", {"command": "mousepad >/dev/null 2>&1 & sleep 2; echo up"})
    assert "up" in words(opened) and not opened.is_error
    typed = await client.call_tool("computer", {"action": "type", "text": "from afar"})
    assert "Typed 9 characters. The screen changed" in words(typed)
    wrong = await client.call_tool("computer", {"action": "left_click", "coordinate": [5000, 1]})
    assert wrong.is_error and "outside" in words(wrong)
    edit = {"command": "create", "path": "/home/user/n.txt", "file_text": "note\n"}
    assert not (await client.call_tool("str_replace_based_edit_tool", edit)).is_error
    assert words(await client.call_tool("bash", {"command": "cat n.txt"})) == "note"
    assert (await client.call_tool("teleport", {})).is_error


async def test_over_standard_input_and_output():
    async with Client(over_stdio()) as client:
        await work(client)


async def test_over_http_and_not_for_pages_of_other_origins():
    async with (
        over_http() as url,
        Client(url) as client,
        Client(url, mode="legacy") as older,
        httpx2.AsyncClient() as http,
    ):
        assert words(await client.call_tool("bash", {"command": "echo one > n; cat n"})) == "one"
        assert words(await older.call_tool("bash", {"command": "cat n"})) == "one"  # the same desktop
        call = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
        answer = await http.post(url, json=call, headers={"origin": "https://evil.example"})
        assert answer.status_code == 403
        assert (await http.post(url, json=call, headers={"host": "evil.example"})).status_code == 403


@pytest.mark.parametrize("mode", ["auto", pytest.param("legacy", marks=pytest.mark.slow)])
async def test_the_person_at_the_client_is_asked(mode):
    asked.clear()
    async with Client(over_stdio("--ask", "always"), mode=mode, elicitation_callback=cast(Any, person)) as client:
        assert not (await client.call_tool("computer", {"action": "screenshot"})).is_error and not asked
        assert words(await client.call_tool("bash", {"command": "echo yes"})) == "yes"
        refused = await client.call_tool("bash", {"command": "rm -rf ~"})
        assert refused.is_error and "the person said no" in words(refused)
    assert [question.partition(":")[2].split(":")[0] for question in asked] == [" Run `echo yes`", " Run `rm -rf ~`"]
    assert "this deletes" in asked[1] and asked[1].endswith("Allow it?")


@pytest.mark.parametrize("mode", ["auto", pytest.param("legacy", marks=pytest.mark.slow)])
async def test_where_nobody_can_be_asked_the_answer_is_no(mode):
    async with Client(over_stdio("--ask", "always"), mode=mode) as client:
        refused = await client.call_tool("bash", {"command": "echo yes"})
    assert refused.is_error and "nobody to ask" in words(refused)
