"""What goes over the wire, on a real socket: shapes, headers, errors, streams."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2
import pytest
import pytest_asyncio
from tests.server.bodies import BASH, CUSTOM, SINGLE, TOOLSET, body, frames, user
from tests.server.serving_here import client, model_server, scripted_server

from deskhand.messages import Text, Thinking
from deskhand.models.interface import Reply
from deskhand.models.local.model import LocalModel
from deskhand.models.scripted import Turn, computer


@pytest_asyncio.fixture(scope="module")
async def url() -> AsyncIterator[str]:
    async with model_server(LocalModel) as address:
        yield address


@pytest_asyncio.fixture(scope="module")
async def http(url: str) -> AsyncIterator[httpx2.AsyncClient]:
    async with client(url) as made:
        yield made


async def test_a_message_has_its_full_shape(http):
    answer = await http.post("/v1/messages?beta=true", json=body(user("Open the calculator"), tools=[SINGLE]))
    assert answer.status_code == 200
    message = answer.json()
    assert set(message) == {"id", "type", "role", "model", "content", "stop_reason", "stop_sequence", "usage"}
    assert (message["type"], message["role"], message["stop_reason"]) == ("message", "assistant", "tool_use")
    assert message["stop_sequence"] is None
    assert message["content"][-1]["input"] == {"action": "screenshot"}
    assert message["usage"]["input_tokens"] > 0 and message["usage"]["output_tokens"] > 0
    assert answer.headers["request-id"].startswith("req_01")
    assert "access-control-allow-origin" not in answer.headers
    again = (await http.post("/v1/messages", json=body(user("Open the calculator"), tools=[SINGLE]))).json()
    assert again["id"] != message["id"]


async def test_a_stream_has_every_event_with_its_name(http):
    answer = await http.post("/v1/messages", json=body(user("Open the calculator"), tools=[TOOLSET], stream=True))
    assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    events = frames(answer.text)
    assert all(name == data["type"] for name, data in events)
    names = [name for name, _ in events]
    assert names[0] == "message_start" and names[-2:] == ["message_delta", "message_stop"]
    started = events[0][1]["message"]
    assert started["content"] == [] and started["usage"]["output_tokens"] == 1 and started["stop_reason"] is None
    delta = events[-2][1]
    assert delta["delta"]["stop_reason"] == "tool_use" and delta["usage"]["output_tokens"] > 0
    blocks = [data["content_block"] for name, data in events if name == "content_block_start"]
    assert blocks[-1]["toolset_name"] == "computer" and blocks[-1]["input"] == {}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": "Bearer sk-ant-x", "anthropic-version": "2026-10-21"},
        {"x-api-key": "sk-ant-x", "anthropic-version": "2023-06-01", "x-stainless-timeout": "NOT_GIVEN"},
        {"anthropic-beta": "computer-use-2025-11-24,never-heard-of-2099-01-01"},
    ],
)
async def test_any_version_key_and_beta_will_do(http, headers):
    answer = await http.post("/v1/messages", json=body(temperature=0.5, unknown_key={"a": 1}), headers=headers)
    assert answer.status_code == 200


async def test_the_doubled_prefix_of_a_common_mistake(http):
    assert (await http.post("/v1/v1/messages", json=body())).status_code == 200
    assert (await http.get("/v1/v1/models")).json()["data"][0]["id"] == "local"


async def test_models(http):
    listed = (await http.get("/v1/models?limit=1")).json()
    assert listed["has_more"] is False and listed["first_id"] == listed["last_id"] == "local"
    assert (await http.get("/v1/models/claude-opus-5-5")).json()["id"] == "local"
    assert (await http.get("/v1/models/gpt-9")).status_code == 404
    assert (await http.get("/v1/models?limit=0")).status_code == 400
    unknown = await http.post("/v1/messages", json=body(model="gpt-9"))
    assert unknown.status_code == 404 and unknown.json()["error"]["type"] == "not_found_error"


async def test_count_tokens(http):
    asked = {"model": "claude-opus-5", "messages": [user("hello there, world")], "tools": [SINGLE]}
    few = (await http.post("/v1/messages/count_tokens?beta=true", json=asked)).json()
    more = (await http.post("/v1/messages/count_tokens", json={**asked, "system": "Be brief. " * 20})).json()
    assert set(few) == {"input_tokens"} and 0 < few["input_tokens"] < more["input_tokens"]


async def test_errors_have_one_shape(http):
    for answer, status, kind in [
        (await http.get("/v1/nothing"), 404, "not_found_error"),
        (await http.get("/v1/messages"), 405, "invalid_request_error"),
        (await http.post("/v1/messages", content=b"{nonsense"), 400, "invalid_request_error"),
        (await http.post("/v1/messages", content=b'{"a": NaN}'), 400, "invalid_request_error"),
        (await http.post("/v1/messages", content=b"\xff\xfe"), 400, "invalid_request_error"),
        (await http.post("/v1/messages", content=b"[" * 100_000), 400, "invalid_request_error"),
        (await http.post("/v1/messages", content=b" " * ((32 << 20) + 1)), 413, "request_too_large"),
    ]:
        assert answer.status_code == status
        error = answer.json()
        assert error["type"] == "error" and error["error"]["type"] == kind and error["error"]["message"]
        assert error["request_id"] == answer.headers["request-id"]
        assert answer.headers["x-should-retry"] == "false"


async def test_threads_are_refused_so_that_nothing_is_lost(http):
    answer = await http.post("/v1/messages", json=body(thread={"type": "create"}))
    assert answer.status_code == 400
    assert answer.json()["error"]["details"]["error_code"] == "thread_unsupported_request"


async def test_pages_of_other_origins_and_foreign_names_are_refused(http, url):
    assert (await http.post("/v1/messages", json=body(), headers={"origin": "https://evil.example"})).status_code == 403
    assert (await http.post("/v1/messages", json=body(), headers={"host": "evil.example"})).status_code == 403
    assert (await http.post("/v1/messages", json=body(), headers={"origin": url})).status_code == 200


async def test_a_token_is_asked_for_in_either_form():
    async with model_server(LocalModel, token="open sesame", local_only=False) as url, client(url) as http:
        without = await http.post("/v1/messages", json=body())
        assert without.status_code == 401 and without.json()["error"]["type"] == "authentication_error"
        wrong = await http.post("/v1/messages", json=body(), headers={"x-api-key": "shut"})
        assert wrong.status_code == 401
        for headers in ({"x-api-key": "open sesame"}, {"authorization": "bearer open sesame"}):
            assert (await http.post("/v1/messages", json=body(), headers=headers)).status_code == 200


async def test_no_tool_no_act(http):
    """Without a computer the embedded model says what it needs."""
    for tools in (None, [CUSTOM], [BASH]):
        fields = {} if tools is None else {"tools": tools}
        message = (await http.post("/v1/messages", json=body(user("Open the calculator"), **fields))).json()
        assert message["stop_reason"] == "end_turn" and "computer" in message["content"][0]["text"]


async def test_stop_sequences_and_max_tokens():
    words = "First I look. Then I act. Then I rest."
    click = computer("left_click", coordinate=[1, 2])
    replies: list[Turn] = [[words, click]] * 4
    async with scripted_server(replies) as (url, _), client(url) as http:

        async def ask(**fields):
            return (await http.post("/v1/messages", json=body(user("go"), tools=[SINGLE], **fields))).json()

        stopped = await ask(stop_sequences=["rest", "Then I act"])
        assert stopped["stop_reason"] == "stop_sequence" and stopped["stop_sequence"] == "Then I act"
        assert stopped["content"] == [{"type": "text", "text": "First I look. ", "citations": None}]
        short = await ask(max_tokens=4)
        assert short["stop_reason"] == "max_tokens" and short["content"][0]["text"] == "First I look."
        assert short["usage"]["output_tokens"] <= 4
        no_call = await ask(max_tokens=14)
        assert no_call["stop_reason"] == "max_tokens" and [b["type"] for b in no_call["content"]] == ["text"]
        warm = await ask(max_tokens=0)
        assert warm["content"] == [] and warm["stop_reason"] == "max_tokens"
        whole = await ask()
        assert whole["stop_reason"] == "tool_use" and len(whole["content"]) == 2


async def test_thinking_is_streamed_with_one_signature():
    reply = Reply((Thinking("Hm, let me see.", "sig"), Text("Done.")), "end_turn", model="scripted")
    async with scripted_server([reply]) as (url, _), client(url) as http:
        events = frames((await http.post("/v1/messages", json=body(stream=True))).text)
    kinds = [data["delta"]["type"] for name, data in events if name == "content_block_delta"]
    assert kinds == ["thinking_delta", "signature_delta", "text_delta"]
