"""The installed SDK against `deskhand serve` as a process, its loops carried out on a real desktop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import anthropic
import pytest
from anthropic.tools import ToolError
from tests.server.serving_here import Served, served

from deskhand import anthropic as ours
from deskhand import sync
from deskhand.desktop.interface import Desktop
from deskhand.guard.interface import Decision, Question, allow, refuse
from deskhand.guard.review import Review
from deskhand.messages import block_from_api, block_to_api
from deskhand.tools.collection import Tools

TASK = "Open the text editor and type hello from the SDK"
MODEL = "claude-opus-5-5"
TOKEN = "let me in please"

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    with served() as running:
        yield running


@pytest.fixture(scope="module")
def guarded() -> Iterator[str]:
    """The address of another server, which others could reach and which wants a token."""
    with served("--host", "0.0.0.0", env={"DESKHAND_TOKEN": TOKEN}) as running:
        yield running.url.replace("0.0.0.0", "127.0.0.1")


@pytest.fixture(scope="module")
def key_free(server: Served) -> anthropic.Anthropic:
    return anthropic.Anthropic(base_url=server.url, api_key="none")


async def screen_says(desktop: Desktop) -> str:
    """The text in the editor, taken out by the clipboard."""
    from deskhand.desktop.actions import Key

    await desktop.act(Key("ctrl+a"))
    await desktop.act(Key("ctrl+c"))
    await asyncio.sleep(0.3)
    return await desktop.clipboard()


@pytest.mark.parametrize(
    "tool",
    [
        pytest.param("computer_20241022", marks=pytest.mark.slow),
        pytest.param("computer_20250124", marks=pytest.mark.slow),
        "computer_20251124",
        pytest.param("computer_toolset_20260801", marks=pytest.mark.slow),
    ],
)
async def test_the_documented_loop_outlives_its_server(server, guarded, open_desktop, tool):
    """Send the tools, read `tool_use`, run it, return `tool_result`, repeat: as documented, streamed and not.

    From the third turn on another server, which has seen nothing of it, goes on where the conversation stood.
    """
    first = anthropic.AsyncAnthropic(base_url=server.url, api_key="none")
    second = anthropic.AsyncAnthropic(base_url=guarded, api_key=TOKEN)
    desktop = await open_desktop()
    tools = Tools(desktop, tool)
    messages: list[Any] = [{"role": "user", "content": TASK}]
    done: list[str] = []
    for step in range(20):
        client = second if step >= 2 else first
        asked: dict[str, Any] = {
            "model": MODEL, "max_tokens": 1024, "messages": messages, "tools": list(tools.definitions),
            "betas": list(tools.betas),
        }  # fmt: skip
        if step % 2:
            async with client.beta.messages.stream(**asked) as stream:
                response = await stream.get_final_message()
        else:
            response = await client.beta.messages.create(**asked)
            assert response._request_id
        messages.append({"role": "assistant", "content": response.content})
        calls = [block_from_api(block.to_dict()) for block in response.content if block.type == "tool_use"]
        if not calls:
            break
        done += [str(call.input.get("action", call.name)) for call in calls]  # type: ignore[union-attr]
        runs = await tools.run_batch(calls)  # type: ignore[arg-type]
        messages.append({"role": "user", "content": [block_to_api(run.result) for run in runs]})
    assert response.stop_reason == "end_turn"
    assert done.count("type") == 1 and done.count("double_click") == 1
    assert (await screen_says(desktop)).strip() == "hello from the SDK"


def test_the_tool_runner_works_our_desktop(key_free):
    with sync.open_desktop() as desktop:
        runner = key_free.beta.messages.tool_runner(
            model=MODEL,
            max_tokens=1024,
            messages=[{"role": "user", "content": "Open the text editor"}],
            tools=[ours.ComputerToolset(desktop), ours.BashTool(desktop), ours.EditorTool(desktop)],
        )
        last = runner.until_done()
        assert last.stop_reason == "end_turn"
        assert any("Mousepad" in window.title for window in desktop.windows())
        with pytest.raises(TypeError, match="AsyncBashTool"):
            ours.BashTool(desktop.body)  # type: ignore[arg-type]


async def test_the_async_tool_runner_and_the_guard_in_front(server, open_desktop):
    client = anthropic.AsyncAnthropic(base_url=server.url, api_key="none")
    desktop = await open_desktop()
    asked: list[str] = []

    async def approver(question: Question) -> Decision:
        asked.append(question.proposal.words)
        return refuse("not today") if "Type" in question.proposal.words else allow()

    review = Review("always", approver)
    runner = client.beta.messages.tool_runner(
        model=MODEL,
        max_tokens=1024,
        messages=[{"role": "user", "content": TASK}],
        tools=[ours.AsyncComputerToolset(desktop, review=review, disabled=["zoom"]), ours.AsyncBashTool(desktop)],
        stream=True,
    )
    async for stream in runner:
        message = await stream.get_final_message()
    assert message.stop_reason == "end_turn" and "not today" in str(message.content)
    assert any(words.startswith("Double-click") for words in asked)
    assert "hello" not in await screen_says(desktop)


async def test_bash_and_editor_by_themselves(open_desktop):
    desktop = await open_desktop()
    bash, editor = ours.AsyncBashTool(desktop), ours.AsyncEditorTool(desktop)
    assert (await bash.call({"command": "echo $((6 * 7))"}))[0]["text"] == "42"  # type: ignore[index]
    await editor.call({"command": "create", "path": "/home/user/a.txt", "file_text": "one\n"})
    assert (await bash.call({"command": "cat a.txt"}))[0]["text"] == "one"  # type: ignore[index]
    with pytest.raises(ToolError, match="exists already"):
        await editor.call({"command": "create", "path": "/home/user/a.txt", "file_text": "two\n"})
    assert (bash.name, editor.name) == ("bash", "str_replace_based_edit_tool")


def test_counting_models_and_errors(key_free):
    counted = key_free.beta.messages.count_tokens(model=MODEL, messages=[{"role": "user", "content": TASK}])
    assert counted.input_tokens > 5
    assert [model.id for model in key_free.models.list()] == ["local"]
    assert key_free.models.retrieve("claude-opus-5-5").id == "local"
    with pytest.raises(anthropic.BadRequestError) as caught:
        key_free.messages.create(model=MODEL, max_tokens=10, messages=[{"role": "assistant", "content": "x"}])
    assert caught.value.request_id and "messages.0.role" in str(caught.value)
    with pytest.raises(anthropic.NotFoundError):
        key_free.messages.create(model="gpt-9", max_tokens=10, messages=[{"role": "user", "content": "x"}])


async def test_many_clients_at_once(server):
    """Twelve conversations side by side, each with its own course."""
    client = anthropic.AsyncAnthropic(base_url=server.url, api_key="none", max_retries=8)
    tool: Any = {"type": "computer_toolset_20260801"}

    async def first(number: int) -> Any:
        words = f"Press ctrl+F{number}"
        return await client.messages.create(
            model=MODEL, max_tokens=500, tools=[tool], messages=[{"role": "user", "content": words}]
        )

    replies = await asyncio.gather(*(first(number) for number in range(1, 13)))
    ids = {block.id for reply in replies for block in reply.content if block.type == "tool_use"}
    assert len({reply.id for reply in replies}) == 12 and len(ids) >= 12


def test_the_first_line_names_the_address(server):
    assert server.first_line.startswith("deskhand serves at http://127.0.0.1:")


def test_beyond_this_machine_a_token_is_wanted(guarded):
    with pytest.raises(anthropic.AuthenticationError):
        anthropic.Anthropic(base_url=guarded, api_key="wrong").models.list()
    assert anthropic.Anthropic(base_url=guarded, api_key=TOKEN).models.list().data
