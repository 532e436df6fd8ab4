"""What a calculator's display says, and what its keyboard takes."""

from __future__ import annotations

import pytest
from tests.models.local.scenes import text

from deskhand.models.local.skills.calculator import result_under
from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.skills.sums import keyable, number_of, operand_of, pieces, plausible, without_powers
from deskhand.models.local.skills.terminal import output_of


@pytest.mark.parametrize(
    ("shown", "number"),
    [
        ("7006652", "7006652"), ("7,006,652", "7006652"), ("7 006 652", "7006652"), ("-3.5", "-3.5"), ("−12", "-12"),
        ("1,5", "1.5"), ("O", "0"), ("l0", "10"), ("1.5e10", "1.5e10"), ("File", None), ("", None), ("12 apples", None),
        ("1.2.3", None),
    ],
)  # fmt: skip
def test_a_display_as_a_number(shown: str, number: str | None):
    assert number_of(shown) == number


@pytest.mark.parametrize(
    ("sum_", "keys"), [("1234 × 5678", "1234*5678"), ("１２÷４＝", "12/4"), ("1,234 − 34", "1234-34"), ("2^10", "2^10")]
)
def test_a_sum_as_keys(sum_: str, keys: str):
    assert keyable(sum_) == keys


@pytest.mark.parametrize(
    ("sum_", "value", "expected"),
    [("1234*5678", "7006652", True), ("1234*5678", "70066", False), ("1/3", "0.333333333", True),
     ("2^10", "210", False),
     ("1/0", "0", True), ("__import__('os')", "1", True)],
)  # fmt: skip
def test_a_doubtful_reading_is_noticed(sum_: str, value: str, expected: bool):
    assert plausible(sum_, value) is expected


@pytest.mark.parametrize(
    ("sum_", "expected"),
    [
        ("1234*5678", ["1234*5678"]),
        ("99*101", ["9", "9", "*10", "1"]),
        ("(12+3.5)*42", ["(12", "+3.5", ")*42"]),
        ("1000-1", ["10", "0", "0", "-1"]),
    ],
)
def test_no_key_is_pressed_twice_in_one_breath(sum_: str, expected: list[str]):
    assert pieces(sum_) == expected
    assert operand_of("".join(expected)) in sum_


def test_folders_by_their_meaning():
    assert folder_path("shared") == "/home/user/Shared"
    assert path_of("a.txt", "shared") == "/home/user/Shared/a.txt"
    assert path_of("/tmp/a.txt", "shared") == "/tmp/a.txt"
    assert path_of("a.txt", "shared/reports") == "/home/user/Shared/reports/a.txt"
    assert path_of("a.txt", "") == "a.txt"


@pytest.mark.parametrize(
    ("rows", "output"),
    [
        (["~$ ls", "a.txt", "b.txt", "~$"], ["a.txt", "b.txt"]),
        (["~$ ls", "old", "~$ ls", "new", "→"], ["new"]),  # a prompt and a cursor are read as almost anything
        (["~$ ls", "~$"], []),
        (["1", "2", "~$"], ["1", "2"]),  # the command itself has scrolled away
    ],
)
def test_the_output_stands_between_the_command_and_the_prompt(rows: list[str], output: list[str]):
    assert output_of(rows, "ls", "~$") == output


@pytest.mark.parametrize(
    ("sum_", "spelled"), [("2^3", "2*2*2"), ("1+1.5^2", "1+(1.5*1.5)"), ("2^99", "2^99"), ("3*4", "3*4")]
)
def test_powers_for_calculators_without_a_key_for_them(sum_: str, spelled: str):
    assert without_powers(sum_) == spelled


def test_a_result_stands_under_its_sum_not_in_a_table_beside_it() -> None:
    own, pi = text("(1250+380)*12", 210, 214), text("3.14159", 878, 242)
    result, typed = text("19560", 284, 238), text("(1250+380)*12", 206, 585)
    assert result_under([own, typed], [own, pi, result, typed], "(1250+380)*12") == "19560"
    assert result_under([own, typed], [own, pi, typed], "(1250+380)*12") is None
