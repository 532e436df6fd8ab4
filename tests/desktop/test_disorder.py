"""Where a program that mixes up what comes at once is let catch up."""

from __future__ import annotations

from deskhand.desktop.disorder import disorderly, pieces
from deskhand.desktop.keynames import keysym_of

RETURN = 0xFF0D


def cut(text: str, *, orderly: bool, longest: int = 100) -> list[str]:
    symbols = [RETURN if letter == "\n" else keysym_of(letter) for letter in text]
    return [text[a:b] for a, b in pieces(symbols, 0, len(text), longest, orderly=orderly)]


def test_kinds_and_letters_that_come_twice_are_kept_apart() -> None:
    assert cut("Hello\n\nbook", orderly=True) == ["Hel", "lo", "\n\n", "bo", "ok"]
    assert cut("ab😀c", orderly=True) == ["ab", "😀", "c"]


def test_other_programs_get_all_at_once_up_to_the_longest_piece() -> None:
    assert cut("Hello\n\nbook", orderly=False) == ["Hello\n\nbook"]
    assert cut("Hello", orderly=False, longest=2) == ["He", "ll", "o"]


def test_only_offices_are_disorderly() -> None:
    assert disorderly("libreoffice-writer") and disorderly("soffice") and not disorderly("Mousepad")
