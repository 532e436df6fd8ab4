"""Recorded once, answered ever after: without the model, and with a clear word where the program has changed."""

from __future__ import annotations

import json

import pytest
from tests.models.messages_server import error, messages_server, stream, streamed
from tests.server.bodies import SINGLE, assistant, body, image, png, result, text, use, user
from tests.server.serving_here import backend_server, client, scripted_server

from deskhand.models.scripted import ScriptedModel, computer
from deskhand.server.cassette import CassetteError, read_cassette
from deskhand.server.model_backend import ModelBackend
from deskhand.server.recording import Recording, Replay
from deskhand.server.upstream import Upstream

KEY = "sk-ant-api03-abcdefghijklmnopqrstuvwxyz"


def talk(grey: int = 200, word: str = "ok"):
    return body(
        user("go"),
        assistant(use("t1", action="screenshot")),
        user(result("t1", text(word), image(png(grey=grey)))),
        tools=[SINGLE],
    )


@pytest.fixture
async def cassette(tmp_path):
    """Two exchanges, the second streamed."""
    path = tmp_path / "run.jsonl"
    backend = ModelBackend(lambda: ScriptedModel([["Looking.", computer("screenshot")], f"Done, {KEY}."]), "local")
    await backend.start()
    async with backend_server(Recording(backend, path)) as url, client(url, **{"x-api-key": KEY}) as http:
        first = (await http.post("/v1/messages", json=body(user("go"), tools=[SINGLE]))).json()
        await http.post("/v1/messages", json={**talk(), "stream": True, "metadata": {"user_id": "1"}})
    return path, first


async def test_a_recording_is_readable_and_holds_no_key_and_no_picture(cassette):
    path, first = cassette
    raw = path.read_text()
    assert KEY not in raw and image()["source"]["data"] not in raw
    assert path.stat().st_mode & 0o077 == 0
    entries = read_cassette(path)
    assert [entry["number"] for entry in entries] == [1, 2]
    assert entries[0]["response"]["message"] == first
    assert entries[1]["response"]["message"]["content"][0]["text"] == "Done, [CLIENT_API_KEY]."
    source = entries[1]["request"]["body"]["messages"][2]["content"][0]["content"][1]["source"]
    assert len(source["sha256"]) == 64 and "data" not in source
    with pytest.raises(CassetteError, match="exists already"):
        Recording(Replay(path), path)


async def test_a_replay_answers_the_same_streamed_or_not_and_again(cassette):
    path, first = cassette
    async with backend_server(Replay(path)) as url, client(url) as http:
        for _ in range(2):
            assert (await http.post("/v1/messages", json=body(user("go"), tools=[SINGLE]))).json() == first
        whole = (await http.post("/v1/messages", json=talk())).json()
        assert whole["content"][0]["text"].startswith("Done")
        events = (await http.post("/v1/messages", json={**talk(), "stream": True})).text
        assert whole["id"] in events and events.endswith('{"type": "message_stop"}\n\n')


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        (talk(grey=10), "messages.2.content.0.content.1.source is another picture"),
        (talk(word="ko"), 'messages.2.content.0.content.0.text is "ko" (recorded: "ok")'),
        (talk() | {"max_tokens": 5}, "max_tokens is 5 (recorded: 1000)"),
        (talk() | {"system": "Be kind."}, "system was not in the recording"),
        (body(user("something else"), tools=[SINGLE]), 'messages.0.content is "something else"'),
    ],
)
async def test_what_differs_is_named(cassette, sent, named):
    async with backend_server(Replay(cassette[0])) as url, client(url) as http:
        answer = await http.post("/v1/messages", json=sent)
    assert answer.status_code == 400 and named in answer.json()["error"]["message"]
    assert answer.json()["error"]["details"]["error_code"] == "not_in_recording"


async def test_pictures_may_be_let_differ(cassette):
    async with backend_server(Replay(cassette[0], any_picture=True)) as url, client(url) as http:
        assert (await http.post("/v1/messages", json=talk(grey=10))).status_code == 200


async def test_what_is_no_recording_is_told(tmp_path, cassette):
    other = tmp_path / "x.jsonl"
    for content, word in [("", "no exchange"), ("{}\n", "no recording"), ("{", "not JSON"), ("[1]\n", "no recording")]:
        other.write_text(content)
        with pytest.raises(CassetteError, match=word):
            Replay(other)
    with pytest.raises(CassetteError, match="cannot be read"):
        Replay(tmp_path / "none.jsonl")
    other.write_text(cassette[0].read_text() + '{"number": 3, "requ')  # killed while writing
    assert len(read_cassette(other)) == 2


async def test_passing_through_keeps_errors_streams_and_keys(tmp_path):
    """Another server behind ours: its errors come through as they are, its streams as they come."""
    path = tmp_path / "through.jsonl"
    answers = [
        error(529, "overloaded_error", "Overloaded", retry_after="7"),
        streamed(stream([text("Hello there"), use("t1", action="screenshot")], "tool_use")),
        streamed(stream([text("cut")])[:-120], cut=True),
    ]
    headers = {"x-api-key": KEY, "anthropic-beta": "b1"}
    async with messages_server(*answers) as hosted:
        backend = Recording(Upstream(hosted.url + "/v1"), path)
        async with backend_server(backend) as url, client(url, **headers) as http:
            asked = {**body(user("go")), "stream": True}
            busy = await http.post("/v1/messages?beta=true", json=asked)
            assert busy.status_code == 529 and busy.headers["retry-after"] == "7"
            assert busy.json()["error"]["message"] == "Overloaded" and busy.headers["request-id"] == "req_1"
            good = await http.post("/v1/messages", json=asked)
            assert good.text.encode() == answers[1].body
            cut = await http.post("/v1/messages", json=asked)
            assert "event: error" in cut.text
            assert hosted.asked[0].path == "/v1/messages?beta=true"
            assert hosted.asked[0].headers["x-api-key"] == KEY and hosted.asked[0].headers["anthropic-beta"] == "b1"
            assert hosted.asked[0].body == asked
    assert KEY not in path.read_text()
    async with backend_server(Replay(path)) as url, client(url) as http:
        assert (await http.post("/v1/messages", json=asked)).status_code == 529
        again = (await http.post("/v1/messages", json=body(user("go")))).json()
        assert [block["type"] for block in again["content"]] == ["text", "tool_use"]
        assert again["content"][1]["input"] == {"action": "screenshot"} and again["stop_reason"] == "tool_use"


async def test_nobody_at_the_other_end(tmp_path):
    async with backend_server(Upstream("http://127.0.0.1:9")) as url, client(url) as http:
        answer = await http.post("/v1/messages", json=body())
    assert answer.status_code == 502 and "cannot be reached" in answer.json()["error"]["message"]


async def test_a_model_that_is_recorded_may_be_any():
    """`--upstream claude-…` takes the same road as the embedded one: a model, and no rewriting of its calls."""
    async with scripted_server(["hello"], name="claude-test") as (url, model), client(url) as http:
        message = (await http.post("/v1/messages", json=body(model="claude-x", system="s"))).json()
    assert message["model"] == "scripted" and model.requests[0].system == "s"
    assert json.dumps(message)
