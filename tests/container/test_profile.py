"""The engines' profile and our own filter are two renderings of one table: they must answer every call alike."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.sandbox.test_filter import ALLOW, AUDIT, judge

from deskhand.sandbox import syscall_table as table
from deskhand.sandbox.container.profile import profile
from deskhand.sandbox.filter import compile_filter
from deskhand.sandbox.syscall_table import Architecture

PROFILES: dict[Architecture, Any] = {each: profile(each) for each in get_args(Architecture)}
FILTERS = {each: compile_filter(each) for each in get_args(Architecture)}
# Where a rule of the table begins or ends, and the values that attackers try.
EDGES = (
    0,
    1,
    2,
    3,
    6,
    8,
    10,
    15,
    16,
    17,
    0o2000,
    0o4000,
    0o6000,
    0x5411,
    0x5412,
    0x5413,
    0x541C,
    0x8910,
    0x89FF,
    0x8A00,
)
NUMBERS = st.sampled_from(EDGES) | st.integers(0, (1 << 64) - 1) | st.integers(0, 31).map(lambda bit: 1 << bit)


def answer(rules: dict[str, Any], name: str, arguments: tuple[int, ...]) -> int:
    """As libseccomp decides: the rule that fits, else the default. No two that fit may disagree."""
    fitting: set[tuple[str, int | None]] = {
        (rule["action"], rule.get("errnoRet"))
        for rule in rules["syscalls"]
        if name in rule["names"]
        and all(arguments[each["index"]] & each["value"] == each["valueTwo"] for each in rule["args"])
    }
    assert len(fitting) <= 1, (name, arguments, fitting)
    for action, number in fitting:
        return ALLOW if action == "SCMP_ACT_ALLOW" else 0x0005_0000 | (number or 0)
    return 0x0005_0000 | int(rules["defaultErrnoRet"])


@pytest.mark.parametrize("architecture", get_args(Architecture))
def test_every_call_without_conditions(architecture: Architecture) -> None:
    for entries in (table.ALLOWED, table.REFUSED, table.UNSUPPORTED):
        for name, number in table.numbers(entries, architecture).items():
            ours = judge(FILTERS[architecture], AUDIT[architecture], number)
            assert answer(PROFILES[architecture], name, (0,) * 6) == ours, name


@given(
    architecture=st.sampled_from(get_args(Architecture)),
    name=st.sampled_from(sorted(table.CONDITIONS)),
    arguments=st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS),
)
@example(architecture="x86_64", name="ioctl", arguments=(0, 0xFFFF_FFFF_0000_5412, 0, 0))
@example(architecture="x86_64", name="socket", arguments=(40, 1, 0, 0))
@example(architecture="x86_64", name="clone", arguments=(0x1000_0000 | 0x0002_0000, 0, 0, 0))
def test_calls_with_conditions(architecture: Architecture, name: str, arguments: tuple[int, ...]) -> None:
    numbers = table.numbers(table.CONDITIONAL, architecture)
    if name not in numbers:
        return
    arguments = (*arguments, 0, 0)
    ours = judge(FILTERS[architecture], AUDIT[architecture], numbers[name], arguments)
    theirs = answer(PROFILES[architecture], name, arguments)
    assert (theirs == ALLOW) == (ours == ALLOW)
    # Which error it is may differ only where several arguments decide: there the call does not exist.
    assert theirs in (ours, 0x0005_0000 | table.ENOSYS)


def test_no_rule_compares_one_argument_twice() -> None:
    """libseccomp cannot, and engines would take the comparisons for alternatives."""
    for rules in PROFILES.values():
        for rule in rules["syscalls"]:
            indices = [each["index"] for each in rule["args"]]
            assert len(indices) == len(set(indices)), rule
