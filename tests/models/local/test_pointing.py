"""The learned reader: rows of symbols stand for acts and nothing else, and wishes are read as people mean them."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import numpy as np
import pytest

from deskhand.models.local.understand.acts.form import acts_of
from deskhand.models.local.understand.pointing.grammar import Grammar
from deskhand.models.local.understand.pointing.symbols import (
    DO,
    DONE,
    NUMBER,
    POINTING,
    SYMBOLS,
    NoRow,
    Row,
    Spans,
    acts_in,
    row,
)

WISHES = Path(__file__).parents[3] / "training/instructions/wishes"
TEXT = "In Pluma make the title bold and save it as 報告.txt"


def test_the_plans_of_wishes_go_into_rows_that_the_grammar_allows_and_come_back_the_same() -> None:
    whole = without = 0
    for path in WISHES.glob("*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            told = json.loads(line)
            acts = acts_of(told["plan"])
            whole += 1
            try:
                made = row(acts, told["reach"], told.get("why", ""), Spans(told["wish"]))
            except NoRow:
                without += 1
                continue
            grammar = Grammar()
            for symbol in made:
                if isinstance(symbol, str):
                    assert grammar.allowed()[NUMBER[symbol]], (told["id"], symbol)
                    grammar.push(symbol)
            if told["reach"] != "refuse":
                assert acts_in(made[1:-1], told["wish"]) == acts, told["id"]
    assert without < 0.005 * whole  # lists within lists


@pytest.mark.parametrize("seed", range(40))
def test_whatever_the_network_chooses_of_what_is_allowed_is_acts(seed: int) -> None:
    random, grammar, made = Random(seed), Grammar(), Row([DO])
    grammar.push(DO)
    while True:
        choices = [SYMBOLS[at] for at in np.flatnonzero(grammar.allowed())]
        leaving = [symbol for symbol in choices if symbol in (DONE, "end", "]")]
        symbol = random.choice(leaving if leaving and len(made) > 60 else choices)
        if symbol == DONE:
            break
        grammar.push(symbol)
        made.append(symbol)
        if symbol in POINTING:
            first = random.randrange(len(TEXT))
            made.append((first, random.randrange(first, len(TEXT)) + 1))
    assert acts_in(made[1:], TEXT)


@pytest.mark.parametrize(
    "broken",
    [
        ["act:save"],
        ["act:save", (0, 2), "file"],
        ["act:save", (0, 2), "old", (0, 2)],
        ["act:if", (0, 2), "then", "act:undo", (0, 2)],
        ["act:tell", (0, 2), "what@", "file"],
        ["act:type", (0, 2), "text[", ",", (0, 2)],
        ["end"],
    ],
)
def test_a_broken_row_is_no_acts(broken: Row) -> None:
    with pytest.raises(NoRow):
        acts_in(broken, TEXT)
