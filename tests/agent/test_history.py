"""What is sent of a conversation: few pictures, and a beginning that stays the same for as long as it can."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhand.agent.history import (
    GONE,
    INTERVAL,
    KEEP,
    outgoing,
    picture_size,
    pictures_left_out,
    with_cache_marks,
    without_old_pictures,
)
from deskhand.messages import Image, Message, Text, Thinking, ToolResult, ToolUse, assistant, user
from deskhand.models.interface import Traits
from deskhand.screen.geometry import Size


def step(number: int, pictures: int = 1) -> list[Message]:
    call = f"toolu_{number}"
    images = tuple(Image(f"{number}.{index}".encode()) for index in range(pictures))
    content: tuple[Text | Image, ...] = (Text("Clicked."), *images)
    return [
        assistant(Thinking("hm", "sig"), Text(f"step {number}"), ToolUse(call, "computer", {"action": "screenshot"})),
        user(ToolResult(call, content)),
    ]


def talk(steps: int, pictures: int = 1) -> list[Message]:
    return [user("Do it.")] + [message for number in range(steps) for message in step(number, pictures)]


def sent_pictures(messages: tuple[Message, ...]) -> list[bytes]:
    return [image.data for message in messages for result in message.tool_results for image in result.images]


@given(st.integers(0, 400), st.integers(1, 3))
def test_never_more_than_twenty_pictures_and_always_the_newest(steps: int, pictures: int):
    every = sent_pictures(tuple(talk(steps, pictures)))
    kept = sent_pictures(without_old_pictures(talk(steps, pictures)))
    assert len(kept) < KEEP + INTERVAL <= 20
    assert kept == every[len(every) - len(kept) :]
    assert len(kept) >= min(len(every), KEEP)


def test_the_beginning_changes_only_once_in_an_interval():
    sent = [without_old_pictures(talk(steps)) for steps in range(60)]
    changes = [number for number, (old, new) in enumerate(pairwise(sent)) if new[: len(old)] != old]
    assert len(changes) == (59 - KEEP) // INTERVAL
    assert all(later - earlier == INTERVAL for earlier, later in pairwise(changes))


@given(st.integers(0, 1000))
def test_what_is_left_out_grows_in_jumps(count: int):
    left_out = pictures_left_out(count)
    assert left_out % INTERVAL == 0 and (left_out == 0 or count - left_out >= KEEP)


def test_a_picture_that_is_gone_leaves_a_word_and_the_result_its_text():
    first = without_old_pictures(talk(30))[2].tool_results[0]
    assert first.content == (Text("Clicked."), Text(GONE))


def test_turns_of_the_model_are_never_touched():
    before = talk(50)
    for old, new in zip(before, outgoing(before, Traits(forgets=True, caches=True)), strict=True):
        if old.role == "assistant":
            assert new is old


def test_without_the_traits_everything_goes_out_as_it_is():
    assert outgoing(talk(50), Traits()) == tuple(talk(50))


@given(st.integers(0, 12))
def test_at_most_three_marks_on_the_newest_user_turns(steps: int):
    marked = with_cache_marks(talk(steps))
    with_mark = [
        index
        for index, message in enumerate(marked)
        for block in message.content
        if "cache_control" in getattr(block, "extra", {})
    ]
    users = [index for index, message in enumerate(marked) if message.role == "user"]
    assert with_mark == users[-3:]


def test_an_empty_text_gets_no_mark():
    assert with_cache_marks([user("")]) == (user(""),)


@pytest.mark.parametrize(
    ("traits", "screen", "size"),
    [
        (Traits(), "3840x2160", "3840x2160"),
        (Traits(tier="standard", forgets=True), "1280x800", "1280x800"),
        (Traits(tier="standard", forgets=True), "1920x1080", "1456x819"),
        (Traits(tier="high", forgets=True), "3840x2160", "2576x1449"),
        (Traits(tier="high"), "1920x1080", "1920x1080"),
        (Traits(tier="high"), "3840x2160", "1988x1118"),  # more than 20 of them will be sent at once
    ],
)
def test_pictures_are_as_large_as_the_model_takes_them(traits: Traits, screen: str, size: str):
    assert picture_size(Size.parse(screen), traits) == Size.parse(size)


@given(st.integers(0, 60), st.integers(0, 5))
def test_examples_are_kept_and_counted(steps: int, shown: int):
    pinned = tuple(Image(f"example {index}".encode()) for index in range(shown))
    sent = without_old_pictures([user(*pinned, "Do it."), *talk(steps)[1:]])
    assert tuple(block for block in sent[0].content if isinstance(block, Image)) == pinned
    assert len(sent_pictures(sent)) + shown <= 20


def test_a_model_says_how_many_pictures_it_takes():
    traits = Traits(forgets=True, keep=2, interval=3)
    counts = [len(sent_pictures(outgoing(talk(steps), traits))) for steps in range(40)]
    assert max(counts) == 4 and min(counts[2:]) == 2
