import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhand.messages import (
    Image,
    Message,
    MessageError,
    Opaque,
    Text,
    Thinking,
    ToolResult,
    ToolUse,
    Usage,
    block_from_api,
    message_from_api,
    message_to_api,
    user,
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
extras = st.dictionaries(st.sampled_from(["citations", "cache_control", "caller"]), json_values, max_size=2)
texts = st.builds(Text, st.text(), extras)
images = st.builds(Image, st.binary(max_size=40))
blocks = st.one_of(
    texts,
    images,
    st.builds(Thinking, st.text(), st.text()),
    st.builds(
        ToolUse,
        st.text(),
        st.text(),
        st.dictionaries(st.text(), json_values, max_size=3),
        st.none() | st.text(),
        extras,
    ),
    st.builds(
        ToolResult,
        st.text(),
        st.lists(texts | images, max_size=3).map(tuple),
        st.booleans(),
        st.none() | st.text(),
    ),
    st.builds(lambda data: Opaque({"type": "redacted_thinking", "data": data}), st.text()),
)


@given(st.sampled_from(["user", "assistant"]), st.lists(blocks, max_size=4))
def test_a_message_comes_back_from_the_wire_as_it_went(role, content) -> None:
    message = Message(role, tuple(content))
    assert message_from_api(message_to_api(message)) == message


@given(json_values)
def test_whatever_arrives_is_a_message_or_a_message_error(raw: object) -> None:
    try:
        message_from_api(raw)
    except MessageError as error:
        assert str(error)


def test_null_citations_go_back_as_null() -> None:
    raw = {"type": "text", "text": "hi", "citations": None}
    assert message_to_api(message_from_api({"role": "assistant", "content": [raw]}))["content"] == [raw]


def test_a_plain_string_is_one_text_block() -> None:
    assert message_from_api({"role": "user", "content": "hi"}) == user("hi")


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ({"type": "text"}, "content.text"),
        ({"type": "tool_use", "id": "1", "name": "bash", "input": []}, "content.input"),
        ({"type": "image", "source": {"type": "base64", "media_type": "image/bmp", "data": ""}}, "media_type"),
        ({"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "???"}}, "source.data"),
        ({"type": "tool_result", "tool_use_id": "1", "content": [{"type": "thinking", "thinking": ""}]}, "content.0"),
        ("text", "content"),
        ({}, "content.type"),
    ],
)
def test_a_wrong_block_names_its_field(raw: object, field: str) -> None:
    with pytest.raises(MessageError, match=field.replace(".", r"\.")):
        block_from_api(raw)


def test_pictures_are_bytes_inside_and_base64_outside() -> None:
    encoded = message_to_api(user(Image(b"\x89PNG")))["content"][0]["source"]["data"]
    assert base64.b64decode(encoded) == b"\x89PNG"


def test_usage_adds_up_and_the_prompt_counts_cached_tokens() -> None:
    total = Usage(10, 5, 3, 2) + Usage(1, 1, 1, 1)
    assert total == Usage(11, 6, 4, 3) and total.prompt_tokens == 18
