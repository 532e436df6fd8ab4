"""Whether a word is read by what it means."""

from __future__ import annotations

import numpy as np

from deskhand.guard.injection.network import vocabulary


def _alike(one: str, other: str) -> float:
    a, b = vocabulary().meanings([one, other])
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b)))


def test_like_words_are_alike_and_endings_do_not_matter() -> None:
    assert _alike("Purchase a train ticket", "Buy a railway ticket") > _alike(
        "Purchase a train ticket", "Bake an apple pie"
    )
    assert _alike("posting", "post") > 0.5


def test_what_no_table_knows_means_nothing() -> None:
    assert not vocabulary().meanings(["口座に振り込んでください", "zzxq 12"]).any()
