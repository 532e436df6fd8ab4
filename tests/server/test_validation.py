"""Wrong requests get the 400 that names the field; right ones of every version pass."""

from __future__ import annotations

from typing import Any

import pytest
from tests.server.bodies import (
    BASH,
    CUSTOM,
    EDITOR,
    OCTOBER,
    SINGLE,
    TOOLSET,
    assistant,
    body,
    image,
    png,
    result,
    text,
    use,
    user,
)

from deskhand.server.errors import ApiError
from deskhand.server.request import parse_request
from deskhand.tools.versions import VERSIONS

CALL = assistant(use("t1", action="screenshot"))
MEMBERS = VERSIONS["computer_toolset_20260801"].actions
MEMBER = assistant(use("t1", "screenshot", "computer"))
WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("no model", {"max_tokens": 1, "messages": [user("a")]}, "model: Field required"),
    ("no max_tokens", {"model": "local", "messages": [user("a")]}, "max_tokens: Field required"),
    ("no messages", {"model": "local", "max_tokens": 1}, "messages: Field required"),
    ("empty messages", body() | {"messages": []}, "messages: at least one"),
    ("messages no list", body() | {"messages": {}}, "messages: must be a list"),
    ("model no string", body(model=7), "model: "),
    ("max_tokens negative", body(max_tokens=-1), "max_tokens: "),
    ("max_tokens true", body(max_tokens=True), "max_tokens: "),
    ("role", body({"role": "robot", "content": "a"}), "messages.0.role"),
    ("content", body({"role": "user", "content": 7}), "messages.0.content"),
    ("block", body({"role": "user", "content": [7]}), "messages.0.content.0"),
    ("block type", body({"role": "user", "content": [{"text": "a"}]}), "messages.0.content.0.type"),
    ("base64", body(user({"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "*"}})),
     "messages.0.content.0.source.data"),
    ("media type", body(user({"type": "image", "source": {"type": "base64", "media_type": "image/tiff", "data": ""}})),
     "messages.0.content.0.source.media_type"),
    ("mislabelled", body(user(image(media_type="image/jpeg"))), "messages.0.content.0.source.media_type"),
    ("no picture", body(user(image(b"hello"))), "messages.0.content.0.source.data"),
    ("huge picture", body(user(image(png(8001, 2)))), "messages.0.content.0.source"),
    ("many large pictures", body(user(*[image()] * 20, image(png(2001, 2)))), "messages.0.content.20.source"),
    ("starts with assistant", body(assistant(text("a")), user("b")), "messages.0.role"),
    ("prefill", body(user("a"), assistant(text("b"))), "prefill"),
    ("unanswered", body(user("a"), CALL, user("no")), "`tool_use` ids were found without `tool_result`"),
    ("unanswered at the end", body(user("a"), CALL), "messages.1: `tool_use` ids were found without"),
    ("half answered", body(user("a"), assistant(use("t1"), use("t2")), user(result("t1"))), "t2"),
    ("foreign result", body(user("a"), CALL, user(result("t1"), result("t9"))), "unexpected `tool_use_id`"),
    ("result out of nowhere", body(user(result("t9"))), "messages.0.content.0: unexpected"),
    ("two results", body(user("a"), CALL, user(result("t1"), result("t1"))), "single result"),
    ("text first", body(user("a"), CALL, user(text("well"), result("t1"))), "messages.2.content.0: `tool_result`"),
    ("same id twice", body(user("a"), assistant(use("t1"), use("t1")), user(result("t1"))), "unique"),
    ("call by the user", body(user(use("t1"))), "messages.0.content.0: `tool_use`"),
    ("result by the assistant", body(user("a"), assistant(result("t1")), user("b")), "messages.1.content.0"),
    ("toolset_name missing", body(user("a"), MEMBER, user(result("t1"))), "messages.2.content.0.toolset_name"),
    ("toolset_name foreign", body(user("a"), CALL, user(result("t1", toolset="computer"))), "toolset_name"),
    ("member error with a picture",
     body(user("a"), MEMBER, user(result("t1", image(), toolset="computer", error=True))), "text only"),
    ("member error without words", body(user("a"), MEMBER, user(result("t1", toolset="computer", error=True))), "text"),
    ("unknown tool type", body(tools=[{"type": "computer_20991231", "name": "computer"}]),
     "'local' does not support tool types: computer_20991231"),
    ("tool no object", body(tools=[7]), "tools.0"),
    ("single without width", body(tools=[{**SINGLE, "display_width_px": None}]), "computer_20251124.display_width_px"),
    ("single with a wrong name", body(tools=[{**SINGLE, "name": "hand"}]), "tools.0.computer_20251124.name"),
    ("zoom in October", body(tools=[{**OCTOBER, "enable_zoom": True}]), "tools.0.computer_20241022.enable_zoom"),
    ("two computers", body(tools=[SINGLE, TOOLSET]), "tools.1"),
    ("two of one name", body(tools=[CUSTOM, CUSTOM]), "tools.1.name"),
    ("custom named computer", body(tools=[TOOLSET, {**CUSTOM, "name": "computer"}]), "tools.1.name"),
    ("custom without schema", body(tools=[{"name": "x"}]), "tools.0.custom.input_schema"),
    ("custom with a bad name", body(tools=[{**CUSTOM, "name": "a b"}]), "tools.0.custom.name"),
    ("toolset with a name", body(tools=[{**TOOLSET, "name": "computer"}]), "tools.0.computer_toolset_20260801.name"),
    ("toolset with a size", body(tools=[{**TOOLSET, "display_width_px": 5}]), "display_width_px"),
    ("toolset strict", body(tools=[{**TOOLSET, "strict": True}]), "strict"),
    ("toolset unknown member", body(tools=[{**TOOLSET, "configs": {"fly": {}}}]), "configs.fly"),
    ("toolset all off",
     body(tools=[{**TOOLSET, "configs": {name: {"enabled": False} for name in MEMBERS}}]), "at least one"),
    ("toolset deferring some", body(tools=[{**TOOLSET, "configs": {"zoom": {"defer_loading": True}}}]), "defer"),
    ("editor's option", body(tools=[{"type": "text_editor_20250429", "name": "str_replace_based_edit_tool",
                                     "max_characters": 9}]), "tools.0.text_editor_20250429.max_characters"),
    ("choice without tools", body(tool_choice={"type": "auto"}), "tool_choice"),
    ("choice unknown", body(tools=[SINGLE], tool_choice={"type": "maybe"}), "tool_choice.type"),
    ("choice of nothing", body(tools=[SINGLE], tool_choice={"type": "tool", "name": "x"}), "tool_choice.tool.name"),
    ("choice of a toolset", body(tools=[TOOLSET], tool_choice={"type": "tool", "name": "computer"}), "cannot be"),
    ("choice of a member", body(tools=[TOOLSET], tool_choice={"type": "tool", "name": "key"}), "cannot be forced"),
    ("choice while thinking",
     body(tools=[SINGLE], tool_choice={"type": "any"}, max_tokens=3000,
          thinking={"type": "enabled", "budget_tokens": 1024}),
     "thinking may not be enabled"),
    ("thinking type", body(thinking={"type": "deep"}), "thinking.type"),
    ("thinking budget", body(thinking={"type": "enabled", "budget_tokens": 1}), "budget_tokens"),
    ("stop sequences", body(stop_sequences="x"), "stop_sequences"),
    ("stop sequence of spaces", body(stop_sequences=["a", " "]), "stop_sequences.1"),
    ("stream", body(stream="yes"), "stream"),
    ("system", body(system=7), "system"),
    ("system block", body(system=[{"type": "image"}]), "system.0"),
    ("temperature", body(temperature=3), "temperature"),
    ("thread", body(thread={"type": "create"}), "thread"),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "named"), [pytest.param(sent, named, id=id) for id, sent, named in WRONG])
def test_the_field_at_fault_is_named(sent, named):
    with pytest.raises(ApiError) as caught:
        parse_request(sent)
    assert caught.value.status == 400 and named in caught.value.message


RIGHT = [
    body(user("a"), CALL, user(result("t1", image()), text("and now?"))),
    body(user("a"), assistant(use("t1"), use("t2")), user(result("t1")), user(result("t2"))),
    body(user("a"), MEMBER, user(result("t1", image(), toolset="computer"))),
    body(user("a"), assistant({"type": "text", "text": "b", "citations": None}), user("c")),
    body(user("a"), assistant({"type": "redacted_thinking", "data": "x"}, text("b")), user("c")),
    body(user("a"), CALL, user({"type": "tool_result", "tool_use_id": "t1"})),
    body(user("a"), CALL, user(result("t1", {"type": "document", "source": {}}))),
    body({"role": "system", "content": "be kind"}, user("a"), {"role": "system", "content": "be kinder"}),
    body(system=[{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}], tools=[SINGLE, BASH, EDITOR]),
    body(tools=[{**TOOLSET, "configs": {"zoom": {"enabled": False}, "key": None}, "cache_control": None}, CUSTOM]),
    body(tools=[{"type": "memory_20250818", "name": "memory"}, {**CUSTOM, "type": "custom"}]),
    body(tools=[TOOLSET, {**CUSTOM, "name": "screenshot"}], tool_choice={"type": "tool", "name": "screenshot"}),
    body(max_tokens=0),
    body(temperature=1, top_p=0.9, top_k=5, metadata={"user_id": "x"}, service_tier="auto", speed="fast"),
    body(thinking={"type": "adaptive", "display": "omitted"}, output_config={"effort": "max"}),
]


@pytest.mark.parametrize("sent", RIGHT, ids=range(len(RIGHT)))
def test_what_is_right_passes(sent):
    assert parse_request(sent).messages
