"""What a viewer says is understood byte by byte, however it is cut into pieces."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskhand.server.sessions.rfb import MAX_CLIPBOARD, ClientMessages, Message, NotRfb

GREETING = [b"RFB 003.008\n", b"\x01", b"\x00"]
MESSAGES = {
    "format": (struct.pack(">B3x16x", 0), "picture"),
    "encodings": (struct.pack(">BxH3i", 2, 3, 0, 7, -239), "picture"),
    "request": (struct.pack(">BBHHHH", 3, 1, 0, 0, 9, 9), "picture"),
    "key": (struct.pack(">BBxxI", 4, 1, 0xFF0D), "key"),
    "pointer": (struct.pack(">BBHH", 5, 5, 10, 20), "pointer"),
    "clipboard": (struct.pack(">B3xi", 6, 5) + b"hello", "clipboard"),
    "extended clipboard": (struct.pack(">B3xi", 6, -8) + bytes(8), "clipboard"),
    "continuous": (struct.pack(">BBHHHH", 150, 1, 0, 0, 9, 9), "picture"),
    "fence": (struct.pack(">B3xIB", 248, 1, 3) + b"abc", "picture"),
    "resize": (struct.pack(">BxHHBx", 251, 800, 600, 1) + bytes(16), "resize"),
    "extended key": (struct.pack(">BBHII", 255, 0, 1, 97, 30), "key"),
}


def greeted() -> ClientMessages:
    messages = ClientMessages()
    assert [each.kind for each in messages.feed(b"".join(GREETING))] == ["greeting"] * 3
    return messages


@given(st.lists(st.sampled_from(sorted(MESSAGES)), max_size=12), st.data())
@settings(max_examples=60, deadline=None)
def test_messages_come_out_as_they_went_in(names, data):
    stream = b"".join(GREETING) + b"".join(MESSAGES[name][0] for name in names)
    messages, found = ClientMessages(), list[Message]()
    while stream:
        cut = data.draw(st.integers(1, len(stream)))
        found.extend(messages.feed(stream[:cut]))
        stream = stream[cut:]
    assert [each.kind for each in found[3:]] == [MESSAGES[name][1] for name in names]
    assert [each.data for each in found[3:]] == [MESSAGES[name][0] for name in names]
    assert found[2].data == b"\x01"  # never alone: that would throw the other viewers out


def test_a_mouse_with_many_buttons():
    messages = greeted()
    ninth = struct.pack(">BBHHB", 5, 0x80, 10, 20, 1)
    told = list(messages.feed(struct.pack(">BxHi", 2, 1, -316) + ninth + MESSAGES["key"][0]))
    assert [each.kind for each in told] == ["picture", "pointer", "key"] and told[1].data == ninth


def test_what_matters_is_read():
    messages = greeted()
    key, pointer = messages.feed(MESSAGES["key"][0] + MESSAGES["pointer"][0])
    assert key.down and pointer.buttons == 5


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_bytes_break_it(noise):
    messages = greeted()
    try:
        for message in messages.feed(noise):
            assert message.data
    except NotRfb:
        pass


@pytest.mark.parametrize(
    "wrong",
    [
        b"\x01",  # no such message
        b"\xff\x01",  # another of QEMU's
        struct.pack(">B3xi", 6, MAX_CLIPBOARD + 1),
        struct.pack(">B3xi", 6, -(1 << 31)),
        struct.pack(">BxH", 2, 65535),
        struct.pack(">BxHHBx", 251, 1, 1, 255),
    ],
)
def test_what_cannot_be_measured_ends_it(wrong):
    with pytest.raises(NotRfb):
        list(greeted().feed(wrong))


@pytest.mark.parametrize("begun", [b"GET / HTTP/1.1\r\n", b"RFB 003.003\n", b"RFB 003.008\n\x02"])
def test_only_what_was_agreed(begun):
    with pytest.raises(NotRfb):
        list(ClientMessages().feed(begun))
