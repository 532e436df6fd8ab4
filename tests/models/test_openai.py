"""The real openai SDK against a local server: chat, Responses, and models with a language of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openai
import pytest
from tests.models.messages_server import Answer, MessagesServer, messages_server

from deskhand.agent.events import Acted, Acting, Decided, Event
from deskhand.agent.run import run_task
from deskhand.desktop.interface import Desktop
from deskhand.guard.interface import Decision, Question, allow, refuse
from deskhand.messages import Image, Message, Text, ToolResult, ToolUse, Usage, user
from deskhand.models.address import parse_address
from deskhand.models.dialects.ui_tars import UI_TARS_1_5
from deskhand.models.gemini_chat import GeminiChat
from deskhand.models.interface import Delta, ModelError, Request
from deskhand.models.openai_chat import OpenAIChat
from deskhand.models.openai_responses import OpenAIResponses
from deskhand.models.spoken import SpokenModel
from deskhand.tools.interface import CONCERNS, Proposal

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63680000008200811dd6e2b70000"
    "000049454e44ae426082"
)
COMPUTER = {
    "type": "computer_20251124", "name": "computer", "display_width_px": 1280, "display_height_px": 800,
    "enable_zoom": True,
}  # fmt: skip
TOOLS = (COMPUTER, {"type": "bash_20250124", "name": "bash"})


def sse(*events: Mapping[str, Any], done: bool = True) -> bytes:
    out = "".join(f"data: {json.dumps(event)}\n\n" for event in events)
    return (out + ("data: [DONE]\n\n" if done else "")).encode()


def streamed(body: bytes, *, cut: bool = False) -> Answer:
    return Answer(200, {"content-type": "text/event-stream"}, body, cut)


def chat(text: str = "", calls: Sequence[tuple[str, str, str]] = (), reason: str = "", thought: str = "") -> Answer:
    """An answer of a chat endpoint, in small pieces."""

    def chunk(delta: Mapping[str, Any], finish: str | None = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}

    chunks = [chunk({"role": "assistant", "content": ""})]
    if thought:
        chunks.append(chunk({"reasoning_content": thought}))
    chunks += [chunk({"content": piece}) for piece in text]
    for index, (id, name, arguments) in enumerate(calls):
        first = {"index": index, "id": id, "type": "function", "function": {"name": name, "arguments": ""}}
        chunks.append(chunk({"tool_calls": [first]}))
        for piece in (arguments[:3], arguments[3:]):
            chunks.append(chunk({"tool_calls": [{"index": index, "function": {"arguments": piece}}]}))
    chunks.append(chunk({}, reason or ("tool_calls" if calls else "stop")))
    usage = {"prompt_tokens": 100, "completion_tokens": 7, "total_tokens": 107,
             "prompt_tokens_details": {"cached_tokens": 40}}  # fmt: skip
    last = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [], "usage": usage}
    return streamed(sse(*chunks, last))


def refusal(status: int, message: str, code: str = "", **headers: str) -> Answer:
    body = {"error": {"message": message, "type": "x", "code": code or None, "param": None}}
    return Answer(status, {name.replace("_", "-"): value for name, value in headers.items()}, json.dumps(body).encode())


def client(server: MessagesServer) -> openai.AsyncOpenAI:
    return openai.AsyncOpenAI(api_key="k", base_url=f"{server.url}/v1", max_retries=2)


def chat_model(server: MessagesServer) -> OpenAIChat:
    return OpenAIChat(parse_address(f"openai:m@{server.url}/v1"), client=client(server), pause=0.01)


def talk() -> tuple[Message, ...]:
    use = ToolUse("call_1", "computer", {"action": "screenshot"})
    image = Image(PNG)
    return (
        user("Do it."),
        Message("assistant", (Text("I look."), use)),
        Message("user", (ToolResult("call_1", (Text("Looked."), image)), Text("Go on."))),
    )


async def test_chat_both_ways():
    deltas: list[Delta] = []

    async def listen(delta: Delta) -> None:
        deltas.append(delta)

    answer = chat(
        "Clicking.", [("call_2", "computer", '{"action": "left_click", "coordinate": [10, 0]}')], thought="hm"
    )
    async with messages_server(answer) as server:
        model = chat_model(server)
        reply = await model.respond(Request(talk(), TOOLS, "Be good."), listen)
    assert reply.content == (
        Text("Clicking."), ToolUse("call_2", "computer", {"action": "left_click", "coordinate": [10, 0]}),
    )  # fmt: skip
    assert (reply.stop_reason, reply.usage) == ("tool_use", Usage(60, 7, 0, 40))
    assert deltas[0] == Delta("thinking", "hm") and "".join(d.text for d in deltas[1:]) == "Clicking."
    asked = server.asked[0]
    assert asked.path == "/v1/chat/completions" and asked.headers["authorization"] == "Bearer k"
    sent = asked.body["messages"]
    assert [message["role"] for message in sent] == ["system", "user", "assistant", "tool", "user"]
    assert sent[2]["tool_calls"][0]["function"] == {"name": "computer", "arguments": '{"action": "screenshot"}'}
    assert sent[3] == {"role": "tool", "tool_call_id": "call_1", "content": "Looked."}
    assert sent[4]["content"][1]["image_url"]["url"].startswith("data:image/png;base64,iVBOR")
    assert sent[4]["content"][2]["text"] == "Go on."
    function = asked.body["tools"][0]["function"]
    assert function["name"] == "computer" and "1280×800" in function["description"]
    assert "zoom" in function["parameters"]["properties"]["action"]["enum"]
    assert [tool["function"]["name"] for tool in asked.body["tools"]] == ["computer", "bash"]


@pytest.mark.parametrize(
    ("answer", "reason", "names"),
    [
        (chat("Done."), "end_turn", []),
        (chat("", [("a", "bash", '{"command": "ls"}')], "stop"), "tool_use", ["bash"]),  # as Ollama ends
        (chat("Cut o", reason="length"), "max_tokens", []),
        (chat("", reason="content_filter"), "refusal", []),
        (chat("", [("a", "bash", '{"comm')], "tool_calls"), "tool_use", ["bash"]),  # broken JSON reaches the tool
        (chat("", [("a", "bash", "{}"), ("a", "bash", "{}")]), "tool_use", ["bash", "bash"]),  # one id twice
        (
            chat('<tool_call>{"name": "bash", "arguments": {"command": "ls"}}</tool_call>'),
            "tool_use",
            ["bash"],
        ),
    ],
)
async def test_how_chat_turns_end(answer: Answer, reason: str, names: list[str]):
    async with messages_server(answer) as server:
        reply = await chat_model(server).respond(Request((user("x"),), TOOLS))
    assert reply.stop_reason == reason
    uses = reply.message.tool_uses
    assert [use.name for use in uses] == names
    assert len({use.id for use in uses}) == len(uses)


async def test_chat_survives_what_passes_and_names_what_does_not():
    half = streamed(sse({"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [
        {"index": 0, "delta": {"content": "Ha"}, "finish_reason": None}]}, done=False), cut=True)  # fmt: skip
    busy = refusal(429, "slow down", retry_after="0")
    deltas: list[Delta] = []

    async def listen(delta: Delta) -> None:
        deltas.append(delta)

    async with messages_server(busy, half, chat("Hello.")) as server:
        reply = await chat_model(server).respond(Request((user("x"),)), listen)
        assert reply.message.text == "Hello." and len(server.asked) == 3
    assert [delta.kind for delta in deltas[:2]] == ["text", "retry"]
    full = refusal(400, "This model's maximum context length is 8192 tokens", "context_length_exceeded")
    async with messages_server(full) as server:
        assert (await chat_model(server).respond(Request((user("x"),)))).stop_reason == "model_context_window_exceeded"
    for answer, sentence in ((refusal(401, "no"), "key was not accepted"), (refusal(404, "no m"), "no such model"),
                             (refusal(400, "bad tools"), "bad tools")):  # fmt: skip
        async with messages_server(answer) as server:
            with pytest.raises(ModelError, match=sentence):
                await chat_model(server).respond(Request((user("x"),)))
    with pytest.raises(ModelError, match="cannot be reached"):
        dead = openai.AsyncOpenAI(api_key="k", base_url="http://127.0.0.1:9/v1", max_retries=0)
        await OpenAIChat(parse_address("openai:m@http://127.0.0.1:9/v1"), client=dead).respond(Request((user("x"),)))


# --- Responses --------------------------------------------------------------------------------------------------


def responses(*output: Mapping[str, Any], status: str = "completed", **more: Any) -> Answer:
    response = {
        "id": "resp_1", "object": "response", "created_at": 1, "model": "gpt-x", "status": status, "error": None,
        "output": list(output), "parallel_tool_calls": True, "tool_choice": "auto", "tools": [],
        "usage": {"input_tokens": 50, "output_tokens": 5, "total_tokens": 55,
                  "input_tokens_details": {"cached_tokens": 20}, "output_tokens_details": {"reasoning_tokens": 0}},
        **more,
    }  # fmt: skip
    kind = f"response.{status}"
    event = {"type": kind, "sequence_number": 1, "response": response}
    return streamed(f"event: {kind}\ndata: {json.dumps(event)}\n\n".encode())


def computer_call(call: str, *actions: Mapping[str, Any], checks: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    item: dict[str, Any] = {"type": "computer_call", "id": f"cu_{call}", "call_id": call, "status": "completed",
                            "pending_safety_checks": list(checks)}  # fmt: skip
    return item | ({"action": actions[0]} if len(actions) == 1 else {"actions": list(actions)})


REASONING = {"type": "reasoning", "id": "rs_1", "summary": [], "encrypted_content": "opaque=="}
SAYS = {"type": "message", "id": "m1", "role": "assistant", "status": "completed",
        "content": [{"type": "output_text", "text": "Done.\nDONE", "annotations": []}]}  # fmt: skip
CHECK = {"id": "sc_1", "code": "malicious_instructions", "message": "Looks like an injection."}
CLICK = {"type": "click", "x": 10, "y": 20, "button": "left"}


def responses_model(server: MessagesServer, name: str = "gpt-x") -> OpenAIResponses:
    address = parse_address(f"openai:{name}@{server.url}/v1?api=responses")
    return OpenAIResponses(address, client=client(server), pause=0.01)


async def test_a_task_through_the_responses_api(desktop: Desktop, tmp_path: Path):
    batch = computer_call("c1", CLICK, {"type": "type", "text": "hi"})
    function = {"type": "function_call", "id": "fc", "call_id": "f1", "name": "bash",
                "arguments": '{"command": "echo 7"}', "status": "completed"}  # fmt: skip
    preview = computer_call("c2", {"type": "screenshot"})
    answers = responses(REASONING, batch), responses(function, preview), responses(SAYS)
    async with messages_server(*answers) as server:
        result = await run_task("Do.", model=responses_model(server), desktop=desktop, record=tmp_path)
    assert (result.status, result.answer) == ("done", "Done."), result
    first, second, third = (asked.body for asked in server.asked)
    assert first["tools"][0] == {"type": "computer"} and first["tools"][1]["name"] == "bash"
    assert first["store"] is False and first["input"][0]["role"] == "user"
    assert second["input"][1:3] == [REASONING, batch], "what it put out goes back as it came"
    output = second["input"][3]
    assert (output["type"], output["call_id"]) == ("computer_call_output", "c1")
    assert output["output"]["image_url"].startswith("data:image/png;base64,")
    assert "acknowledged_safety_checks" not in output
    answers_ = third["input"][-2:]
    assert answers_[0]["type"] == "function_call_output" and answers_[0]["output"] == "7"
    assert answers_[1]["call_id"] == "c2"


@pytest.mark.parametrize("answer", [allow(), refuse("Do not click that.")])
async def test_safety_checks_are_asked_before_the_action(answer: Decision, desktop: Desktop, tmp_path: Path):
    events: list[Event] = []
    asked: list[Proposal] = []

    async def person(question: Question) -> Decision:
        assert not any(isinstance(event, Acting) for event in events), "it was done before anybody was asked"
        asked.append(question.proposal)
        return answer

    call = computer_call("c1", CLICK, checks=[CHECK])
    async with messages_server(responses(REASONING, call), responses(SAYS)) as server:
        model = responses_model(server, "computer-use-preview")
        await run_task("Do.", model=model, desktop=desktop, record=tmp_path, approver=person, on_event=events.append)
    assert [proposal.concerns for proposal in asked] == [("Looks like an injection.",)]
    assert "Looks like an injection." in asked[0].words
    assert [event.allowed for event in events if isinstance(event, Decided)] == [answer.allowed]
    first, second = (body.body for body in server.asked)
    assert first["tools"][0] == {"type": "computer_use_preview", "environment": "linux", "display_width": 1280,
                                 "display_height": 800}  # fmt: skip
    kinds = [item.get("type", item.get("role")) for item in second["input"]]
    if answer.allowed:
        assert kinds == ["user", "reasoning", "computer_call", "computer_call_output"]
        assert second["input"][-1]["acknowledged_safety_checks"] == [CHECK]
    else:  # nothing is acknowledged, and the turn is retold in words
        assert kinds == ["user", "assistant", "user"]
        assert "Do not click that." in json.dumps(second["input"][-1])
        assert not any(isinstance(event, Acting) for event in events)


async def test_a_safety_check_that_nobody_can_answer_stops_the_run(desktop: Desktop, tmp_path: Path):
    async with messages_server(responses(computer_call("c1", CLICK, checks=[CHECK]))) as server:
        result = await run_task("Do.", model=responses_model(server), desktop=desktop, record=tmp_path)
    assert result.status == "refused" and "injection" in result.answer


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (responses(SAYS), "end_turn"),
        (responses(status="incomplete", incomplete_details={"reason": "max_output_tokens"}), "max_tokens"),
        (responses(status="incomplete", incomplete_details={"reason": "content_filter"}), "refusal"),
        (responses(status="failed", error={"code": "context_length_exceeded", "message": "x"}),
         "model_context_window_exceeded"),
    ],
)  # fmt: skip
async def test_how_responses_end(answer: Answer, reason: str):
    async with messages_server(answer) as server:
        assert (await responses_model(server).respond(Request((user("x"),), TOOLS))).stop_reason == reason


# --- languages of their own ------------------------------------------------------------------------------------


async def test_a_task_spoken_in_ui_tars(desktop: Desktop, tmp_path: Path):
    answers = (
        chat("Thought: I click.\nAction: click(start_box='<|box_start|>(644,406)<|box_end|>')"),
        chat("I have no idea."),  # not in its language: it is told, and asked again
        chat("Thought: I type.\nAction: type(content='hi\\n')"),
        chat("Thought: It is done.\nAction: finished(content='Typed.')"),
    )
    events: list[Event] = []
    async with messages_server(*answers) as server:
        address = parse_address(f"openai:UI-TARS-1.5-7B@{server.url}/v1")
        model = SpokenModel(address, UI_TARS_1_5, client=client(server), pause=0.01)
        result = await run_task("Type.", model=model, desktop=desktop, record=tmp_path, on_event=events.append)
    assert address.dialect == "ui-tars-1.5"
    assert (result.status, result.answer) == ("done", "Typed."), result
    points = [event.points for event in events if isinstance(event, Acting)]
    assert points[1] == ((640, 400),)
    assert [event.is_error for event in events if isinstance(event, Acted)] == [False] * 4
    first, second, third, fourth = (asked.body["messages"] for asked in server.asked)
    assert "tools" not in server.asked[0].body
    assert [message["role"] for message in first] == ["user"]
    assert "Type." in first[0]["content"][0]["text"] and "click(start_box=" in first[0]["content"][0]["text"]
    assert first[0]["content"][1]["type"] == "image_url"
    assert [message["role"] for message in second] == ["user", "assistant", "user"]
    assert second[1]["content"] == "Thought: I click.\nAction: click(start_box='<|box_start|>(644,406)<|box_end|>')"
    assert [message["role"] for message in third] == ["user", "assistant", "user", "assistant", "user"]
    assert "There is no action" in json.dumps(third[-1])
    assert len(fourth) == 5, "the misreading is not kept"


async def test_gemini_through_a_chat_endpoint():
    decision = {"decision": "require_confirmation", "explanation": "It buys."}
    arguments = json.dumps({"x": 500, "y": 500, "text": "hi", "safety_decision": decision})
    async with messages_server(chat("", [("g1", "type_text_at", arguments)]), chat("Done.")) as server:
        model = GeminiChat(parse_address(f"openai:gemini-x@{server.url}/v1?dialect=gemini"), client=client(server))
        reply = await model.respond(Request((user("x"),), TOOLS))
        uses = reply.message.tool_uses
        assert [use.input["action"] for use in uses] == ["left_click", "key", "key", "type", "key"]
        assert uses[0].extra == {CONCERNS: ["It buys."]} and not uses[1].extra
        results = [ToolResult(use.id, (Text("OK"), Image(PNG))) for use in uses]
        messages = (user("x"), reply.message, Message("user", tuple(results)))
        await model.respond(Request(messages, TOOLS))
    names = [tool["function"]["name"] for tool in server.asked[0].body["tools"]]
    assert "click" in names and "bash" in names and "computer" not in names
    sent = server.asked[1].body["messages"]
    assert "0 to 999" in sent.pop(0)["content"]
    assert [message["role"] for message in sent] == ["user", "assistant", "tool", "user"]
    assert sent[1]["tool_calls"][0]["function"]["name"] == "type_text_at"
    assert json.loads(sent[2]["content"]) == {"output": "OK", "safety_acknowledgement": "true"}


@pytest.mark.parametrize(
    ("spec", "url", "api", "dialect", "key"),
    [
        ("openai:gpt-5.4", None, "responses", "none", "OPENAI_API_KEY"),
        ("openai:llama3@http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1", "chat", "none", ""),
        ("openai:org/ui-tars-1.5-7b@http://h:1/v1", "http://h:1/v1", "chat", "ui-tars-1.5", ""),
        ("openai:UI-TARS-7B-SFT@http://h/v1", "http://h/v1", "chat", "ui-tars-1.0", ""),
        ("openai:Qwen/Qwen2.5-VL-7B-Instruct@http://h/v1", "http://h/v1", "chat", "qwen2.5-vl", ""),
        ("openai:qwen3-vl:8b@http://h/v1?window=32768&images=2", "http://h/v1", "chat", "qwen3-vl", ""),
        ("openai:qwen3-vl@http://h/v1?dialect=none&key=MY_KEY", "http://h/v1", "chat", "none", "MY_KEY"),
        ("openai:x@https://api.openai.com/v1?api=responses", "https://api.openai.com/v1", "responses", "none",
         "OPENAI_API_KEY"),
    ],
)  # fmt: skip
def test_addresses(spec: str, url: str | None, api: str, dialect: str, key: str):
    address = parse_address(spec)
    assert (address.url, address.api, address.dialect, address.key) == (url, api, dialect, key)
    assert address.spec == spec


@pytest.mark.parametrize(
    "spec", ["openai:", "openai:@http://h", "openai:x@http://", "openai:x?images=0", "openai:x?temperature=1",
             "openai:x?api=grpc"],
)  # fmt: skip
def test_wrong_addresses(spec: str):
    with pytest.raises(ModelError):
        parse_address(spec)
