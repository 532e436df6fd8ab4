"""`deskhand serve` as people start it: what it prints, how it ends, what it refuses."""

from __future__ import annotations

import json
import socket
import urllib.error
import urllib.request
from typing import Any

import pytest
from tests.cli.command import here
from tests.server.bodies import SINGLE, body, user
from tests.server.serving_here import served


def ask(url: str, sent: Any) -> Any:
    request = urllib.request.Request(f"{url}/v1/messages", json.dumps(sent).encode())
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


@pytest.mark.slow
def test_a_run_is_recorded_and_replayed(tmp_path):
    sent = body(user("Press ctrl+s"), tools=[SINGLE])
    with served("--record", "run.jsonl", folder=tmp_path) as recording:
        first = ask(recording.url, sent)
        status, error = recording.stop()
        assert status == 0 and "Traceback" not in error
    with served("--replay", "run.jsonl", folder=tmp_path) as replaying:
        assert ask(replaying.url, sent) == first
        with pytest.raises(urllib.error.HTTPError) as caught:
            ask(replaying.url, {**sent, "max_tokens": 5})
        assert "max_tokens is 5 (recorded: 1000)" in json.load(caught.value)["error"]["message"]


def test_what_cannot_be_is_said_in_a_sentence(tmp_path):
    taken = socket.create_server(("127.0.0.1", 0))
    port = str(taken.getsockname()[1])
    (tmp_path / "x.jsonl").write_text("hello")
    for arguments, said in [
        (("--port", port), "choose another --port"),
        (("--port", "0", "--replay", str(tmp_path / "x.jsonl")), "this is not JSON"),
        (("--port", "0", "--record", str(tmp_path / "x.jsonl")), "exists already"),
        (("--replay", "a", "--record", "b"), "--replay answers from a recording alone"),
        (("--port", "0", "--upstream", "gpt-9"), "there is no model"),
    ]:
        done = here("serve", *arguments, folder=tmp_path)
        assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr
    taken.close()
