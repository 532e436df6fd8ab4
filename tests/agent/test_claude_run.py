"""A whole run of Claude on a real desktop: the real SDK, the wire of the Messages API, the right tools, the cost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.models.messages_server import error, messages_server, stream, streamed

from deskhand.agent.events import Acted, Event, Finished, Noted, Replied
from deskhand.agent.journal import FILE
from deskhand.agent.run import run_task
from deskhand.desktop.interface import Desktop

KEY = "sk-ant-api03-a-key-that-nobody-may-read"
THINKING = {"type": "thinking", "thinking": "Let me look.", "signature": "c2lnbmVk"}


def member(number: int, name: str, **input: Any) -> dict[str, Any]:
    return {"type": "tool_use", "id": f"toolu_{number}", "name": name, "toolset_name": "computer", "input": input}


async def test_a_run_of_claude(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    look = [THINKING, member(1, "screenshot")]
    batch = [
        {"type": "text", "text": "I click twice."},
        member(2, "left_click", coordinate=[2000, 3]),
        member(3, "key", text="Escape"),
        {"type": "tool_use", "id": "toolu_4", "name": "bash", "input": {"command": f"echo {KEY}"}},
    ]
    broken = b"\n\n".join(stream(look).split(b"\n\n")[:5]) + b"\n\n"
    async with messages_server(
        error(529, "overloaded_error", "busy", retry_after="0.01"),
        streamed(broken),
        streamed(stream(look, "tool_use", model="claude-opus-5")),
        streamed(stream(batch, "tool_use", model="claude-opus-5")),
        streamed(stream([{"type": "text", "text": "I saw it.\n\nDONE"}], model="claude-opus-5")),
    ) as server:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
        monkeypatch.delenv("ANTHROPIC_AUTH_TOKEN", raising=False)
        events: list[Event] = []
        result = await run_task(
            "Click it.", model="claude-opus-5", desktop=desktop, record=tmp_path, max_cost=1.0, on_event=events.append
        )
    assert (result.status, result.answer, result.steps) == ("done", "I saw it.", 3)
    assert result.usd == pytest.approx(3 * (10 * 5 + 5 * 25) / 1e6)
    assert [event.text for event in events if isinstance(event, Noted)] == [
        "The answer broke off (claude-opus-5: the answer broke off or was not understood (it broke off before its "
        "end)); asking for it again."
    ]
    assert sum(isinstance(event, Replied) for event in events) == 3 and isinstance(events[-1], Finished)

    first, second, third = (asked.body for asked in server.asked[2:])
    assert all("anthropic-beta" not in asked.headers for asked in server.asked)
    assert first["tools"][0] == {"type": "computer_toolset_20260801"}
    assert "1280×800 pixels" in first["system"][0]["text"]
    assert first["messages"][0]["content"][0]["text"] == "Click it."
    assert second["messages"][1] == {"role": "assistant", "content": look}
    shot = second["messages"][2]["content"][0]
    assert shot["toolset_name"] == "computer" and shot["content"][0]["source"]["media_type"] == "image/png"
    clicked, pressed, ran = third["messages"][4]["content"]
    assert clicked["is_error"] and "2000" in clicked["content"][0]["text"]
    assert pressed["content"] == [
        {"type": "text", "text": "Not executed: an earlier computer action in this turn failed."}
    ]
    assert not ran["is_error"] and "toolset_name" not in ran
    for body in (first, second, third):
        assert 2 <= json.dumps(body).count('"cache_control"') <= 4
    told = [event.text for event in events if isinstance(event, Acted)][-1]
    assert told.strip() == "[ANTHROPIC_API_KEY]" and KEY.encode() not in (result.folder / FILE).read_bytes()
