"""Whatever is sent, the answer is a 2xx or a 4xx with a sentence, never a defect."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.server.bodies import BASH, CUSTOM, OCTOBER, SINGLE, TOOLSET, image, result, text, use

from deskhand.models.local.model import LocalModel
from deskhand.server.app import make_app
from deskhand.server.body import parse_object
from deskhand.server.errors import ApiError
from deskhand.server.model_backend import ModelBackend
from deskhand.server.request import parse_request

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=12)
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)
IDS = st.sampled_from(["t1", "t2", "toolu_as0n1", "toolu_as0n1-1of2", "toolu_look0"])
BLOCKS = st.one_of(
    st.builds(text, st.text(max_size=20) | st.just("Open the calculator")),
    st.just(image()),
    st.builds(lambda id: use(id, action="screenshot"), IDS),
    st.builds(lambda id: use(id, "screenshot", "computer"), IDS),
    st.builds(lambda id, error: result(id, text("ok"), error=error), IDS, st.booleans()),
    st.builds(lambda id: result(id, image(), toolset="computer"), IDS),
    st.fixed_dictionaries(
        {"type": st.sampled_from(["text", "image", "tool_use", "tool_result", "thinking", "document", "x"])},
        optional=dict.fromkeys(("text", "source", "id", "name", "input", "content", "tool_use_id", "signature"), JSON),
    ),
    JSON,
)
MESSAGES = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["user", "assistant"]) | st.sampled_from(["system", "robot"]),
        "content": st.text(max_size=20) | st.lists(BLOCKS, max_size=4) | JSON,
    }
)
TOOLS = st.sampled_from([SINGLE, TOOLSET, OCTOBER, BASH, CUSTOM]) | st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["computer_20250124", "computer_toolset_20260801", "custom", "web_search_1"]) | JSON,
        "name": st.sampled_from(["computer", "bash"]) | JSON,
        "configs": JSON,
        "display_width_px": JSON,
        "display_height_px": JSON,
        "input_schema": JSON,
    },
)
CHOICES = JSON | st.fixed_dictionaries(
    {"type": st.sampled_from(["auto", "any", "tool", "none"])},
    optional={"name": st.sampled_from(["computer", "bash", "key"]), "disable_parallel_tool_use": st.booleans()},
)
BODIES = st.fixed_dictionaries(
    {},
    optional={
        "model": st.just("local") | JSON,
        "max_tokens": st.integers(0, 3000) | JSON,
        "messages": st.lists(MESSAGES, max_size=5) | JSON,
        "tools": st.lists(TOOLS, max_size=3) | JSON,
        "tool_choice": CHOICES,
        "stream": st.booleans(),
        "system": JSON,
        "stop_sequences": st.lists(st.text(max_size=3), max_size=2) | JSON,
        "thinking": JSON,
        "thread": st.none() | JSON,
        "temperature": JSON,
        "metadata": JSON,
    },
)
WELL_MEANT = st.fixed_dictionaries(
    {
        "model": st.just("claude-opus-5"),
        "max_tokens": st.integers(0, 200),
        "messages": st.lists(MESSAGES, min_size=1, max_size=4),
        "tools": st.lists(TOOLS, max_size=2),
    },
    optional={"tool_choice": CHOICES, "stream": st.booleans()},
)


@given(BODIES | WELL_MEANT)
@settings(max_examples=200, deadline=None)
def test_parsing_refuses_or_accepts(body):
    for counting in (False, True):
        try:
            parse_request(body, counting=counting)
        except ApiError as error:
            assert error.status == 400 and error.message


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()) | st.just(b'{"a": [1e999]}'))
@settings(max_examples=200, deadline=None)
def test_bytes_become_an_object_or_a_sentence(raw):
    try:
        parsed: Any = parse_object(raw)
        json.dumps(parsed, ensure_ascii=False).encode()
    except ApiError as error:
        assert error.status == 400 and error.message


@pytest_asyncio.fixture(scope="module")
async def http() -> AsyncIterator[httpx2.AsyncClient]:
    backend = ModelBackend(LocalModel, "local")
    await backend.start()
    transport = httpx2.ASGITransport(app=make_app(backend), raise_app_exceptions=True)
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as made:
        yield made
    await backend.close()


@given(BODIES | WELL_MEANT, st.sampled_from(["/v1/messages", "/v1/messages/count_tokens", "/v1/v1/messages?beta=true"]))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_the_server_never_fails(http, body, path):
    answer = await http.post(path, json=body)
    assert answer.status_code in (200, 400, 404), answer.text
    if answer.status_code != 200:
        assert answer.json()["error"]["message"]
    elif body.get("stream") is True and "count" not in path:
        assert answer.text.endswith('data: {"type": "message_stop"}\n\n')
