"""Compiles the table of system calls to a seccomp filter: classic BPF, no library.

The kernel runs the filter for every call whose answer depends on arguments (the others it caches), so the numbers
are found by binary search: 9 comparisons where a plain list would take up to 330.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final, TypeAlias

from deskhand.sandbox import syscall_table as table
from deskhand.sandbox.syscall_table import AllowedIf, Architecture, Condition, RefusedIn

_LOAD: Final = 0x20  # BPF_LD | BPF_W | BPF_ABS
_AND: Final = 0x54
_JUMP: Final = 0x05
_IF_EQUAL: Final = 0x15
_IF_ABOVE: Final = 0x25
_IF_AT_LEAST: Final = 0x35
_RETURN: Final = 0x06

_ALLOW: Final = 0x7FFF_0000
_KILL: Final = 0x8000_0000  # the whole process
_ERRNO: Final = 0x0005_0000

_AUDIT_ARCH: Final[dict[Architecture, int]] = {"x86_64": 0xC000_003E, "aarch64": 0xC000_00B7}
_OFFSET_NUMBER: Final = 0
_OFFSET_ARCH: Final = 4


@dataclass(frozen=True, slots=True)
class _Op:
    """One instruction; jumps name labels (None: the next instruction) until they are placed."""

    code: int
    value: int = 0
    then: str | None = None
    otherwise: str | None = None


_Code: TypeAlias = list[_Op | str]  # a string is a label on the instruction that follows


def compile_filter(architecture: Architecture) -> bytes:
    """The program as the kernel takes it: an array of ``struct sock_filter``."""
    answers: dict[int, int | str] = dict.fromkeys(table.numbers(table.ALLOWED, architecture).values(), _ALLOW)
    answers |= dict.fromkeys(table.numbers(table.REFUSED, architecture).values(), _ERRNO | table.EPERM)
    answers |= dict.fromkeys(table.numbers(table.UNSUPPORTED, architecture).values(), _ERRNO | table.EOPNOTSUPP)
    conditional = table.numbers(table.CONDITIONAL, architecture)
    answers |= {number: name for name, number in conditional.items()}

    code: _Code = [
        _Op(_LOAD, _OFFSET_ARCH),
        _Op(_IF_EQUAL, _AUDIT_ARCH[architecture], then="native"),
        _Op(_RETURN, _KILL),
        "native",
        _Op(_LOAD, _OFFSET_NUMBER),
    ]
    code += _search(_ranges(answers))
    for name in conditional:
        code += [name, *_condition(name, table.CONDITIONS[name])]
    return _assemble(code)


def _ranges(answers: dict[int, int | str]) -> list[tuple[int, int | str]]:
    """All of the number space as (first number, answer), neighbours with the same answer joined."""
    unknown = _ERRNO | table.ENOSYS
    ranges: list[tuple[int, int | str]] = [(0, answers.get(0, unknown))]
    for number in range(1, max(answers) + 2):
        answer = answers.get(number, unknown)
        if answer != ranges[-1][1]:
            ranges.append((number, answer))
    return ranges


def _search(ranges: list[tuple[int, int | str]]) -> _Code:
    if len(ranges) == 1:
        answer = ranges[0][1]
        return [_Op(_JUMP, then=answer) if isinstance(answer, str) else _Op(_RETURN, answer)]
    middle = len(ranges) // 2
    pivot = ranges[middle][0]
    upper = f"from {pivot}"
    # A conditional jump reaches 255 instructions, a plain one any distance.
    return [
        _Op(_IF_AT_LEAST, pivot, otherwise=f"below {pivot}"),
        _Op(_JUMP, then=upper),
        f"below {pivot}",
        *_search(ranges[:middle]),
        upper,
        *_search(ranges[middle:]),
    ]


def _condition(name: str, condition: Condition) -> _Code:
    code: _Code = []
    match condition:
        case AllowedIf(alternatives, otherwise):
            for index, alternative in enumerate(alternatives):
                following = f"{name}: not {index}"
                for match_ in alternative:
                    code += [
                        _Op(_LOAD, _argument(match_.argument)),
                        _Op(_AND, match_.mask),
                        _Op(_IF_EQUAL, match_.value, otherwise=following),
                    ]
                code += [_Op(_RETURN, _ALLOW), following]
            return [*code, _Op(_RETURN, _ERRNO | otherwise)]
        case RefusedIn(argument, ranges, otherwise):
            code.append(_Op(_LOAD, _argument(argument)))
            for first, last in ranges:
                outside = f"{name}: not {first}"
                code += [
                    _Op(_IF_AT_LEAST, first, otherwise=outside),
                    _Op(_IF_ABOVE, last, then=outside),
                    _Op(_RETURN, _ERRNO | otherwise),
                    outside,
                ]
            return [*code, _Op(_RETURN, _ALLOW)]


def _argument(index: int) -> int:
    """Offset of the low half of an argument in ``struct seccomp_data`` (both architectures are little-endian)."""
    return 16 + 8 * index


def _assemble(code: _Code) -> bytes:
    places: dict[str, int] = {}
    ops: list[_Op] = []
    for item in code:
        if isinstance(item, str):
            places[item] = len(ops)
        else:
            ops.append(item)

    def distance(label: str | None, index: int) -> int:
        return 0 if label is None else places[label] - index - 1

    program = bytearray()
    for index, op in enumerate(ops):
        if op.code == _JUMP:
            program += struct.pack("HBBI", _JUMP, 0, 0, distance(op.then, index))
        else:
            program += struct.pack("HBBI", op.code, distance(op.then, index), distance(op.otherwise, index), op.value)
    return bytes(program)
