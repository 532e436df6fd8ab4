"""What limits an act: “only the first”, “except the quotes”, 「3回」. A step that does not carry it would do too much."""

from __future__ import annotations

import re

from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import LIMIT, Act
from deskhand.models.local.understand.acts.words import how_often, plain

_IDLE = re.compile(
    r"(?:only|just|all|every(?:where)?|each|once|one|both|everything|nothing else|no (?:more|others?)|the open one|at once|now|please|again|"
    r"だけ|のみ|全部|ぜんぶ|すべて|全て|全件|残らず|一つ残らず|一回|1回|ひとつ|一つだけ|これだけ|今すぐ|もう一度)+",
    re.I,
)
"""These say no more than what the act says: what is named, and nothing else."""


def limit(desk: Desk, act: Act) -> str:
    """The words that limit it, where they do; several in one."""
    words = " ".join(desk.texts(act.args.get(LIMIT)))
    return "" if _IDLE.fullmatch(plain(words).strip(" ,.、。")) else words


def unlimited(desk: Desk, act: Act) -> None:
    """Nothing here carries a limit.

    Raises:
        Puzzled: there is one.
    """
    if words := limit(desk, act):
        raise desk.fail("limit", words)


def times(desk: Desk, act: Act, slot: str = LIMIT) -> int:
    """How often.

    Raises:
        Puzzled: the words are no such number.
    """
    words = limit(desk, act) if slot == LIMIT else act.words(slot)
    if not words:
        return 1
    if (found := how_often(words)) is None or not 0 < found <= 100:
        raise desk.fail("limit", words)
    return found
