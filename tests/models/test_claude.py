"""The real SDK against a real server that speaks the wire of the Messages API."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Sequence
from typing import Any

import anthropic
import pytest
from tests.models.messages_server import Answer, MessagesServer, error, frame, messages_server, stream, streamed

from deskhand.messages import Message, Opaque, Text, Thinking, ToolResult, ToolUse, assistant, message_to_api, user
from deskhand.models.choose import make_model
from deskhand.models.claude import CONTEXT_BETA, CONTEXT_EDITS, ClaudeModel
from deskhand.models.claude_versions import NEWER, claude_version
from deskhand.models.interface import Delta, ModelError, Reply, Request
from deskhand.tools.interface import CONCERNS

THINKING = {"type": "thinking", "thinking": "Where is it? そこ。", "signature": "c2ln"}
REDACTED = {"type": "redacted_thinking", "data": "b3BhcXVl"}
TEXT = {"type": "text", "text": "I click\u2028it.", "citations": None}
CLICK = {
    "type": "tool_use",
    "id": "toolu_1",
    "name": "left_click",
    "toolset_name": "computer",
    "input": {"coordinate": [0, 7]},
}
SINGLE = {"type": "tool_use", "id": "toolu_2", "name": "computer", "input": {"action": "key", "text": "ctrl+s"}}


def model(server: MessagesServer, name: str = "claude-sonnet-5", waits: Sequence[float] = ()) -> ClaudeModel:
    client = anthropic.AsyncAnthropic(api_key="sk-ant-test-0123456789abcdef", base_url=server.url, max_retries=2)
    return ClaudeModel(name, client=client, pause=0.01, waits=waits)


async def ask(server: MessagesServer, request: Request | None = None, name: str = "claude-sonnet-5") -> Reply:
    return await model(server, name).respond(request or Request((user("Click it."),)))


async def test_a_turn_comes_in_as_it_was_sent_and_goes_back_untouched():
    sent: list[Any] = [THINKING, REDACTED, TEXT, CLICK, SINGLE]
    usage = {"cache_creation_input_tokens": 300, "cache_read_input_tokens": 4000}
    deltas: list[Delta] = []

    async def listen(delta: Delta) -> None:
        deltas.append(delta)

    async with messages_server(streamed(stream(sent, "tool_use", usage=usage)), streamed(stream([TEXT]))) as server:
        claude = model(server)
        reply = await claude.respond(Request((user("Click it."),)), listen)
        assert [type(block) for block in reply.content] == [Thinking, Opaque, Text, ToolUse, ToolUse]
        assert reply.stop_reason == "tool_use"
        assert reply.usage.prompt_tokens == 4310 and reply.usage.output_tokens == 5
        assert "".join(d.text for d in deltas if d.kind == "text") == TEXT["text"]
        assert "".join(d.text for d in deltas if d.kind == "thinking") == THINKING["thinking"]
        use = reply.message.tool_uses[0]
        assert (use.name, use.toolset_name, use.input) == ("left_click", "computer", {"coordinate": [0, 7]})

        results = user(
            ToolResult("toolu_1", (Text("Clicked."),), toolset_name="computer"), ToolResult("toolu_2", (Text("ok"),))
        )
        await claude.respond(Request((user("Click it."), reply.message, results)))
        assert server.asked[1].body["messages"][1] == {"role": "assistant", "content": sent}
        assert server.asked[1].body["messages"][2] == message_to_api(results)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_the_beta_header_is_sent_where_a_tool_needs_it_and_only_there():
    single = {"type": "computer_20250124", "name": "computer", "display_width_px": 800, "display_height_px": 600}
    members = {"type": "computer_toolset_20260801"}
    bash = {"type": "bash_20250124", "name": "bash"}
    async with messages_server(*[streamed(stream([TEXT]))] * 2) as server:
        await ask(server, Request((user("x"),), (single, bash), system="Be brief."), "claude-sonnet-4-5")
        await ask(server, Request((user("x"),), (members, bash)), "claude-opus-5")
    first, second = server.asked
    assert first.headers["anthropic-beta"] == "computer-use-2025-01-24"
    assert "anthropic-beta" not in second.headers
    assert first.body["tools"] == [single, bash]
    assert first.body["thinking"] == {"type": "enabled", "budget_tokens": 2048}
    assert second.body["thinking"] == {"type": "adaptive", "display": "summarized"}
    assert first.body["system"] == [{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral"}}]
    assert first.body["stream"] is True and "betas" not in first.body


OVERLOADED = (
    b"\n\n".join(stream([TEXT]).split(b"\n\n")[:-4])
    + b"\n\n"
    + frame({"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}})
)


@pytest.mark.parametrize(
    "broken",
    [
        streamed(OVERLOADED),
        streamed(stream([TEXT])[:400], cut=True),
        streamed(stream([TEXT])[:400]),
        streamed(frame({"type": "message_start", "message": {"id": "msg_1", "role": "assistant"}})),
        streamed(b"data: nonsense\n\n"),
        Answer(200, {"content-type": "application/json"}, b"{}"),
    ],
    ids=["error event", "connection lost", "end too early", "no usage", "no event line", "no stream"],
)
async def test_a_turn_that_breaks_off_in_the_middle_is_asked_for_again(broken: Answer):
    deltas: list[Delta] = []

    async def listen(delta: Delta) -> None:
        deltas.append(delta)

    async with messages_server(broken, streamed(stream([TEXT]))) as server:
        begun = Request((user("x"),))
        reply = await model(server).respond(begun, listen)
    assert reply.message.text == TEXT["text"]
    assert [delta.kind for delta in deltas].count("retry") == 1


@pytest.mark.parametrize("reason", ["max_tokens", "tool_use"])
async def test_a_call_may_be_cut_off_only_where_the_turn_says_so(reason: str):
    """The SDK closes what is open in half an input; it is the loop that asks again after `max_tokens`."""
    frames = stream([CLICK], reason).split(b"\n\n")
    half = b"\n\n".join(part for part in frames if b"0, 7]" not in part and b"7]}" not in part)
    assert half != stream([CLICK], reason)
    async with messages_server(streamed(half), streamed(stream([CLICK], "tool_use"))) as server:
        reply = await ask(server)
        assert (reply.stop_reason, len(server.asked)) == (reason, 1 if reason == "max_tokens" else 2)
    if reason == "tool_use":
        assert reply.message.tool_uses[0].input == CLICK["input"]


async def test_where_we_may_leave_out_nothing_the_api_does():
    async with messages_server(*[streamed(stream([TEXT]))] * 2) as server:
        await ask(server, name="claude-opus-5-5")
        await ask(server, name="claude-opus-5")
    ours, theirs = server.asked[1], server.asked[0]
    assert theirs.headers["anthropic-beta"] == CONTEXT_BETA and theirs.body["context_management"] == CONTEXT_EDITS
    assert "anthropic-beta" not in ours.headers and "context_management" not in ours.body


async def test_asking_again_has_an_end():
    async with messages_server(*[streamed(OVERLOADED)] * 9) as server:
        with pytest.raises(ModelError, match="overloaded at the moment"):
            await ask(server)
        assert len(server.asked) == 4


async def test_a_refusal_carries_its_reason():
    details = {"stop_details": {"type": "refusal", "category": "cyber", "explanation": "Not this."}}
    async with messages_server(streamed(stream([], "refusal", delta=details))) as server:
        reply = await ask(server)
    assert reply.stop_reason == "refusal"
    assert reply.message.text == "Not this. (category: cyber)"


async def test_retry_after_is_honoured():
    async with messages_server(
        error(429, "rate_limit_error", "slow down", retry_after="0.7"), streamed(stream([TEXT]))
    ) as server:
        began = time.monotonic()
        await ask(server)
        assert time.monotonic() - began >= 0.7


async def test_rate_limits_and_overload_are_waited_for():
    busy = error(429, "rate_limit_error", "slow down", retry_after="0.01")
    async with messages_server(
        busy, error(529, "overloaded_error", "x", retry_after="0.01"), streamed(stream([TEXT]))
    ) as s:
        assert (await ask(s)).message.text == TEXT["text"]
        assert len(s.asked) == 3


async def test_an_overload_that_lasts_is_waited_for_and_told():
    busy = error(529, "overloaded_error", "x", retry_after="0.01")
    limited = error(429, "rate_limit_error", "slow down", retry_after="0.01")
    deltas: list[Delta] = []

    async def listen(delta: Delta) -> None:
        deltas.append(delta)

    async with messages_server(*[busy] * 3, *[limited] * 3, streamed(stream([TEXT]))) as server:
        reply = await model(server, waits=(0.01, 0.02)).respond(Request((user("x"),)), listen)
    assert reply.message.text == TEXT["text"]
    first, second = (delta.text for delta in deltas if delta.kind == "retry")
    assert "overloaded" in first and first.endswith("asking again in 0.01 seconds.")
    assert "rate limit" in second and second.endswith("asking again in 0.02 seconds.")
    spent = Answer(429, {"retry-after-ms": "1"}, error(429, "rate_limit_error", "spend cap").body)
    async with messages_server(*[spent] * 9) as server:
        with pytest.raises(ModelError, match="spend cap"):
            await model(server, waits=(0.01, 0.02)).respond(Request((user("x"),)))
        assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("answer", "times", "sentence"),
    [
        (error(401, "authentication_error", "invalid x-api-key"), 1, "check ANTHROPIC_API_KEY, or use --model local"),
        (error(404, "not_found_error", "model: claude-nope"), 1, "there is no model 'claude-sonnet-5'"),
        (error(400, "invalid_request_error", "messages: no"), 1, r"refused the request \(400\): messages: no"),
        (error(529, "overloaded_error", "x", retry_after="0.01"), 3, "overloaded at the moment"),
        (error(429, "rate_limit_error", "spend cap", x_should_retry="false"), 1, "rate limit is reached.*spend cap"),
    ],
)
async def test_an_error_says_what_to_do(answer: Answer, times: int, sentence: str):
    async with messages_server(*[answer] * 5) as server:
        with pytest.raises(ModelError, match=sentence):
            await ask(server)
        assert len(server.asked) == times


@pytest.mark.parametrize(
    "answer",
    [
        error(413, "request_too_large", "big"),
        error(400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum"),
    ],
)
async def test_what_no_longer_fits_is_for_the_loop_to_make_shorter(answer: Answer):
    async with messages_server(answer) as server:
        assert (await ask(server)).stop_reason == "model_context_window_exceeded"


async def test_any_address_that_speaks_like_it(monkeypatch: pytest.MonkeyPatch):
    """Anthropic's key is not sent there."""
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-secret")
    async with messages_server(streamed(stream([TEXT]))) as server:
        chosen = make_model(f"claude-sonnet-5@{server.url}/v1")
        assert (await chosen.respond(Request((user("x"),)))).message.text == TEXT["text"]
        await chosen.close()
    asked = server.asked[0]
    assert asked.path == "/v1/messages" and asked.body["model"] == "claude-sonnet-5"
    assert "sk-ant-secret" not in str(asked.headers)
    assert chosen.name.endswith("/v1"), "a resumed run finds it again"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("bedrock:", "names no model"),
        ("vertex:", "names no model"),
        ("bedrock:anthropic.claude-sonnet-4-5-20250929-v1:0", r"pip install 'anthropic\[bedrock\]'"),
        ("vertex:claude-opus-4-5@20251101", r"pip install 'anthropic\[vertex\]'|CLOUD_ML_REGION"),
    ],
)
def test_what_a_cloud_needs_is_said(name: str, sentence: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("CLOUD_ML_REGION", raising=False)
    if name != "bedrock:" and name.startswith("bedrock:") and importlib.util.find_spec("boto3"):
        pytest.skip("what Bedrock needs is installed here")
    with pytest.raises(ModelError, match=sentence):
        make_model(name)


def test_what_other_models_kept_is_not_sent():
    """A run may be resumed with another model."""
    kept = Opaque({"type": "deskhand_openai_items", "items": []})
    use = ToolUse("c", "computer", {"action": "wait", "duration": 1}, extra={CONCERNS: ["x"]})
    chosen = ClaudeModel("claude-sonnet-4-5", client=anthropic.AsyncAnthropic(api_key="k"))
    body = chosen._body(Request((user("x"), assistant(kept, "Hm.", use))))
    assert [block["type"] for block in body["messages"][1]["content"]] == ["text", "tool_use"]
    assert "deskhand" not in str(body)


async def test_an_address_where_nobody_listens():
    async with messages_server() as server:
        pass
    client = anthropic.AsyncAnthropic(api_key="k", base_url=server.url, max_retries=0)
    with pytest.raises(ModelError, match=r"cannot be reached.*ANTHROPIC_BASE_URL"):
        await ClaudeModel("claude-opus-5", client=client).respond(Request((user("x"),)))


def test_no_key_is_said_at_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    monkeypatch.delenv("ANTHROPIC_AUTH_TOKEN", raising=False)
    with pytest.raises(ModelError, match="set ANTHROPIC_API_KEY, or use --model local"):
        ClaudeModel("claude-opus-5")


@pytest.mark.parametrize(
    ("name", "tool", "tier", "thinking", "forgets"),
    [
        ("claude-3-5-sonnet-20241022", "computer_20241022", "standard", "none", True),
        ("claude-3-7-sonnet-latest", "computer_20250124", "standard", "budget", True),
        ("claude-opus-4-1-20250805", "computer_20250124", "standard", "budget", True),
        ("claude-sonnet-4-20250514", "computer_20250124", "standard", "budget", True),
        ("claude-haiku-4-5-20251001", "computer_20250124", "standard", "budget", True),
        ("claude-opus-4-5", "computer_20251124", "standard", "budget", True),
        ("claude-sonnet-4-6", "computer_20251124", "standard", "adaptive", True),
        ("claude-opus-4-7", "computer_20251124", "high", "adaptive", True),
        ("claude-opus-4-8", "computer_toolset_20260801", "high", "adaptive", True),
        ("claude-sonnet-5-5", "computer_toolset_20260801", "high", "adaptive", True),
        ("claude-opus-5-5", "computer_toolset_20260801", "high", "adaptive", False),
        ("claude-fable-5", "computer_toolset_20260801", "high", "adaptive", True),
        ("claude-fable-5-1", "computer_toolset_20260801", "high", "adaptive", False),
    ],
)
def test_the_table_of_models(name: str, tool: str, tier: str, thinking: str, forgets: bool):
    entry = claude_version(name)
    assert (entry.computer_tool, entry.tier, entry.thinking, entry.forgets) == (tool, tier, thinking, forgets)


def test_a_model_newer_than_the_table_gets_what_the_newest_want():
    assert claude_version("claude-opus-7") == NEWER


def test_an_assistant_message_is_never_given_a_cache_mark():
    assert message_to_api(assistant("a")) == {"role": "assistant", "content": [{"type": "text", "text": "a"}]}
    assert isinstance(user("a"), Message)
