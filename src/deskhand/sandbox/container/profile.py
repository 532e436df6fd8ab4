"""The table of system calls as a container engine's seccomp profile: the second rendering of the one list.

The engines' own profiles are for servers: Docker's forbids the namespaces of which Chromium builds its sandbox,
Podman's forbids the chroot in it, and both allow calls that nothing on a desktop needs (with Podman's, 14 of 119
attempts came through that ours holds).

libseccomp, which the engines use, compares one argument once in a rule and gives a call one answer where no rule
fits. So what the table says by ranges or by "otherwise" is taken apart into blocks of numbers with a common prefix.
"""

from __future__ import annotations

from typing import Any, Final

from deskhand.sandbox import syscall_table as table
from deskhand.sandbox.syscall_table import AllowedIf, Architecture, Condition, Match, RefusedIn

_ARCHITECTURES: Final[dict[Architecture, str]] = {"x86_64": "SCMP_ARCH_X86_64", "aarch64": "SCMP_ARCH_AARCH64"}
_BITS: Final = 32
_ALL: Final = (1 << _BITS) - 1

# Not in the table, because what is not there does not exist inside; named here for engines that would answer EPERM
# to all they were not told of (Docker before 22 does not know `defaultErrnoRet`), which glibc takes for a refusal.
_NEWER: Final = (
    "clone3 openat2 io_uring_setup io_uring_enter io_uring_register open_tree move_mount fsopen "
    "fsconfig fsmount fspick mount_setattr memfd_secret process_madvise set_mempolicy_home_node cachestat "
    "map_shadow_stack futex_wake futex_wait futex_requeue statmount listmount lsm_get_self_attr lsm_set_self_attr "
    "lsm_list_modules mseal"
)


def profile(architecture: Architecture) -> dict[str, Any]:
    """As the engines read it."""
    rules = [
        _rule(table.numbers(table.ALLOWED, architecture), None),
        _rule(table.numbers(table.REFUSED, architecture), table.EPERM),
        _rule(table.numbers(table.UNSUPPORTED, architecture), table.EOPNOTSUPP),
        _rule(_NEWER.split(), table.ENOSYS),
    ]
    for name in table.numbers(table.CONDITIONAL, architecture):
        rules += _conditional(name, table.CONDITIONS[name])
    return {
        "defaultAction": "SCMP_ACT_ERRNO",
        "defaultErrnoRet": table.ENOSYS,
        "architectures": [_ARCHITECTURES[architecture]],
        "syscalls": rules,
    }


def _rule(names: Any, refused: int | None, matches: tuple[Match, ...] = ()) -> dict[str, Any]:
    action = {"action": "SCMP_ACT_ALLOW"} if refused is None else {"action": "SCMP_ACT_ERRNO", "errnoRet": refused}
    compared = [
        {"index": each.argument, "value": each.mask, "valueTwo": each.value, "op": "SCMP_CMP_MASKED_EQ"}
        for each in matches
    ]
    return {"names": sorted(names), **action, "args": compared}


def _conditional(name: str, condition: Condition) -> list[dict[str, Any]]:
    match condition:
        case AllowedIf(alternatives, otherwise):
            rules = [_rule([name], None, each) for each in alternatives]
            return rules + [_rule([name], otherwise, (each,)) for each in _others(alternatives)]
        case RefusedIn(argument, ranges, otherwise):
            refused = [block for first, last in ranges for block in _blocks(argument, first, last)]
            allowed = [block for first, last in _gaps(ranges) for block in _blocks(argument, first, last)]
            rules = [_rule([name], otherwise, (each,)) for each in refused]
            return rules + [_rule([name], None, (each,)) for each in allowed]


def _others(alternatives: tuple[tuple[Match, ...], ...]) -> list[Match]:
    """What none of the alternatives allows, as far as one argument decides that; the rest does not exist (ENOSYS)."""
    match alternatives:
        case ((Match(argument, mask, 0),),):
            return [Match(argument, 1 << bit, 1 << bit) for bit in range(_BITS) if mask >> bit & 1]
        case _ if all(
            each[0].argument == alternatives[0][0].argument and each[0].mask == _ALL for each in alternatives
        ):
            argument = alternatives[0][0].argument
            named = [(value, value) for value in sorted({each[0].value for each in alternatives})]
            return [block for first, last in _gaps(tuple(named)) for block in _blocks(argument, first, last)]
        case _:
            return []


def _gaps(ranges: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The numbers between the ranges, as ranges."""
    gaps, at = [], 0
    for first, last in sorted(ranges):
        if first > at:
            gaps.append((at, first - 1))
        at = last + 1
    return gaps if at > _ALL else [*gaps, (at, _ALL)]


def _blocks(argument: int, first: int, last: int) -> list[Match]:
    """The numbers from ``first`` to ``last`` as blocks that share their upper bits."""
    blocks = []
    while first <= last:
        size = first & -first or 1 << _BITS
        while first + size - 1 > last:
            size >>= 1
        blocks.append(Match(argument, _ALL & ~(size - 1), first))
        first += size
    return blocks
