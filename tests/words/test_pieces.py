"""Pieces of words: each with its place, for any text, and none across what readers point at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhand.words.encoder import UNKNOWN, pieces, table

WISHES = Path(__file__).parents[2] / "training/instructions/wishes/test.jsonl"


def said(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces().cut(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Save the file", ["Save", "the", "file"]),
        ("ファイルを開いて", ["ファイル", "を", "開", "いて"]),
        ("Ｓａｖｅ①", ["Ｓａｖｅ", "①"]),
        ("", []),
        (" \n", []),
    ],
)
def test_each_piece_knows_its_place(text: str, parts: list[str]) -> None:
    assert said(text) == parts


def test_wide_letters_are_the_same_pieces() -> None:
    assert [piece.number for piece in pieces().cut("Ｓａｖｅ")] == [piece.number for piece in pieces().cut("Save")]


@given(st.text(max_size=60))
def test_any_text_is_covered_in_order(text: str) -> None:
    found = pieces().cut(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in found)
    assert all(0 <= piece.number < len(table().numbers) for piece in found)
    assert [piece.start for piece in found] == sorted(piece.start for piece in found)
    held = {place for piece in found for place in range(piece.start, piece.end)}
    assert all(place in held for place, character in enumerate(text) if character.isalnum())


def test_what_wishes_are_made_of_is_known() -> None:
    numbers = [piece.number for wish, _ in wishes() for piece in pieces().cut(wish)]
    assert numbers.count(UNKNOWN) < 0.001 * len(numbers)


def test_arguments_begin_and_end_with_a_piece() -> None:
    there = [stands(wish, argument) for wish, plan in wishes() for argument in arguments(plan)]
    assert len(there) > 500 and sum(there) > 0.97 * len(there)


def wishes() -> Iterator[tuple[str, list[dict[str, object]]]]:
    for line in WISHES.read_text("utf-8").splitlines():
        told = json.loads(line)
        yield told["wish"], told["plan"]


def arguments(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from arguments(part)
    elif isinstance(value, dict):
        for part in value["args"].values() if "args" in value else ():
            yield from arguments(part)
    elif isinstance(value, str) and value and not value.startswith("="):
        yield value


def stands(wish: str, argument: str) -> bool:
    found = pieces().cut(wish)
    starts, ends = {piece.start for piece in found}, {piece.end for piece in found}
    at = wish.find(argument)
    while at >= 0:
        if at in starts and at + len(argument) in ends:
            return True
        at = wish.find(argument, at + 1)
    return False
