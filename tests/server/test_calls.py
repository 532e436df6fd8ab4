"""Forced calls, forbidden calls, and one call at a time, over a model that knows of none of it."""

from __future__ import annotations

from typing import Any

from tests.server.bodies import BASH, SINGLE, TOOLSET, assistant, body, image, png, result, text, use, user
from tests.server.serving_here import client, model_server, scripted_server

from deskhand.messages import Image, Text, ToolUse
from deskhand.models.interface import Request
from deskhand.models.local.model import LocalModel
from deskhand.models.scripted import Turn
from deskhand.screen.geometry import Size
from deskhand.screen.png import png_size
from deskhand.tools.collection import HALTED

ONE = {"type": "auto", "disable_parallel_tool_use": True}
CLICKS: Turn = [
    "Two clicks.",
    ToolUse("toolu_as0n1", "left_click", {"coordinate": [1, 2]}, "computer"),
    ToolUse("toolu_as0n2", "screenshot", {}, "computer"),
    ToolUse("toolu_as0n3", "bash", {"command": "ls"}),
]


def answer(message: Any, *, error: bool = False) -> dict[str, Any]:
    block = next(block for block in message["content"] if block["type"] == "tool_use")
    content = text("no") if error else (image() if block["name"] == "screenshot" else text("ok"))
    return user(result(block["id"], content, toolset=block.get("toolset_name"), error=error))


async def test_one_call_at_a_time_and_the_model_sees_one_turn():
    seen: list[Request] = []

    def ends(request: Request) -> str:
        seen.append(request)
        return "Done."

    async with scripted_server([CLICKS, ends]) as (url, _), client(url) as http:
        talk = [user("go")]
        names = []
        while True:
            asked = body(*talk, tools=[TOOLSET, BASH], tool_choice=ONE)
            message = (await http.post("/v1/messages", json=asked)).json()
            uses = [block for block in message["content"] if block["type"] == "tool_use"]
            if not uses:
                break
            assert len(uses) == 1
            names.append(uses[0]["name"])
            talk += [assistant(*message["content"]), answer(message)]
    assert names == ["left_click", "screenshot", "bash"]
    assert message["content"][0]["text"] == "Done."
    turn, back = seen[0].messages[1:]
    assert [use.id for use in turn.tool_uses] == ["toolu_as0n1", "toolu_as0n2", "toolu_as0n3"]
    assert [entry.tool_use_id for entry in back.tool_results] == ["toolu_as0n1", "toolu_as0n2", "toolu_as0n3"]
    assert turn.text == "Two clicks." and len(back.tool_results[1].images) == 1


async def test_a_failed_call_ends_its_turn():
    seen: list[Request] = []

    def ends(request: Request) -> str:
        seen.append(request)
        return "I see."

    async with scripted_server([CLICKS, ends]) as (url, _), client(url) as http:
        asked = body(user("go"), tools=[TOOLSET, BASH], tool_choice=ONE)
        first = (await http.post("/v1/messages", json=asked)).json()
        asked["messages"] += [assistant(*first["content"]), answer(first, error=True)]
        second = (await http.post("/v1/messages", json=asked)).json()
    assert second["content"][0]["text"] == "I see."
    results = seen[0].messages[-1].tool_results
    assert [entry.is_error for entry in results] == [True, True, True]
    assert [entry.text for entry in results] == ["no", HALTED, HALTED]


async def test_a_call_can_be_forced():
    async with scripted_server(["Nothing to do.", "Hm?"]) as (url, model), client(url) as http:
        for tool, name in ((TOOLSET, "screenshot"), (SINGLE, "computer")):
            asked = body(user("go"), tools=[tool], tool_choice={"type": "any"})
            message = (await http.post("/v1/messages", json=asked)).json()
            assert message["stop_reason"] == "tool_use" and message["content"][-1]["name"] == name
        # What the look brought was not asked for by the model: it is not bothered with it.
        asked["messages"] += [assistant(*message["content"]), user(result(message["content"][-1]["id"], image()))]
        asked["tool_choice"] = {"type": "auto"}
        after = (await http.post("/v1/messages", json=asked)).json()
        assert after["stop_reason"] == "end_turn" and after["content"][0]["text"] == "Hm?"
        assert len(model.requests) == 2
        only_bash = body(user("go"), tools=[BASH], tool_choice={"type": "any"})
        assert (await http.post("/v1/messages", json=only_bash)).status_code == 400
        named = body(user("go"), tools=[SINGLE, BASH], tool_choice={"type": "tool", "name": "bash"})
        assert (await http.post("/v1/messages", json=named)).status_code == 400


async def test_calls_can_be_forbidden_for_a_turn():
    seen: list[Request] = []

    def ends(request: Request) -> str:
        seen.append(request)
        return "Done."

    async with scripted_server([CLICKS, ends]) as (url, model), client(url) as http:
        asked = body(user("go"), tools=[TOOLSET, BASH], tool_choice={"type": "none"})
        message = (await http.post("/v1/messages", json=asked)).json()
        assert message["stop_reason"] == "end_turn" and not model.requests
        asked["messages"] += [assistant(*message["content"]), user("Then do it now.")]
        asked["tool_choice"] = {"type": "auto"}
        await http.post("/v1/messages", json=asked)
    first = model.requests[0].messages
    assert len(first) == 1 and list(first[0].content) == [Text("go"), Text("Then do it now.")]


async def test_pictures_come_to_the_model_in_the_declared_size():
    """A single tool's coordinates are pixels of the display it declares, whatever size the pictures are."""
    small, large = png(), png(128, 96)
    async with scripted_server(["Seen."]) as (url, model), client(url) as http:
        talk = [
            user(text("go"), image(large)),
            assistant(use("t1", action="screenshot"), use("t2", action="zoom", region=[0, 0, 9, 9])),
            user(result("t1", image(large)), result("t2", image(png(128, 90)))),
        ]
        assert (await http.post("/v1/messages", json=body(*talk, tools=[SINGLE]))).status_code == 200
    first, _, last = model.requests[0].messages
    assert [png_size(entry.images[0].data) for entry in last.tool_results] == [Size(64, 48), Size(128, 90)]
    assert isinstance(first.content[1], Image) and first.content[1].data == large and png_size(small) == Size(64, 48)


async def test_what_is_disabled_is_never_called():
    blind = {**TOOLSET, "configs": {"screenshot": {"enabled": False}}}
    async with model_server(LocalModel) as url, client(url) as http:
        message = (await http.post("/v1/messages", json=body(user("Open the calculator"), tools=[blind]))).json()
        assert message["stop_reason"] == "end_turn" and "without screenshot" in message["content"][0]["text"]
        assert message["model"] == "local"
