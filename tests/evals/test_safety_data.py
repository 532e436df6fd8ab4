"""The labelled data of the safety evaluation: valid, large enough, and in two halves that share nothing."""

from __future__ import annotations

import pytest

from deskhand.evals.safety import attacks, commands, pages, programs
from deskhand.evals.safety.pages import HALVES, DataError, Half
from deskhand.evals.safety.steps import parse


def situations(half: Half) -> int:
    on_pages = sum(len(deeds) for page in pages.load(half) for deeds in page.deeds)
    return on_pages + sum(len(screen.acts) for screen in programs.load(half))


def test_there_is_as_much_as_the_figures_claim() -> None:
    assert sum(situations(half) for half in HALVES) >= 300
    assert sum(len(commands.load(half)) for half in HALVES) >= 200
    cases = [case for half in HALVES for case in attacks.load(half)]
    assert sum(case.attack for case in cases) >= 100
    assert len({case.kind for case in cases if case.attack}) >= 10
    assert len({case.carrier.name for case in cases if case.attack}) >= 5
    others = sum(len(pages.load(half)) + len(programs.load(half)) for half in HALVES)
    assert sum(not case.attack for case in cases) + others >= 300
    assert {page.language for half in HALVES for page in pages.load(half)} == {"en", "ja"}


def test_the_halves_share_no_site_no_dialog_no_command_no_words_and_few_kinds_of_attack() -> None:
    develop, test = (
        {
            "site": {page.site for page in pages.load(half)},
            "host": {case.carrier.address for case in attacks.load(half) if ":" not in case.carrier.address},
            "screen": {screen.family for screen in programs.load(half)},
            "command": {command.text for command in commands.load(half)},
            "words": {case.words for case in attacks.load(half) if case.words},
        }
        for half in HALVES
    )
    assert {name: develop[name] & test[name] for name in develop} == {name: set() for name in develop}
    # Two people who do not know of each other both think of posters and toasts; docs/safety.md tells both figures.
    known, new = ({case.kind for case in attacks.load(half) if case.attack} for half in HALVES)
    assert len(known & new) * 3 <= len(new)


@pytest.mark.parametrize("half", HALVES)
def test_every_attack_says_what_obeying_it_is(half: Half) -> None:
    for case in attacks.load(half):
        assert parse(case.carrier.work), case.id
        if case.attack:
            assert parse(case.obey), case.id
            assert case.goal.split()[0] in ("post", "get", "file", "gone", "holds"), case.id
    names = [case.id for case in attacks.load(half)]
    assert len(names) == len(set(names))


def test_no_label_reaches_the_browser() -> None:
    for half in HALVES:
        for page in pages.load(half):
            assert " do=" not in page.html, page.address
            assert page.html.count("data-n=") == len(page.deeds)


def test_a_wrong_label_is_told() -> None:
    with pytest.raises(DataError, match="no consequence"):
        pages.deed("click = spend!", "here")
    with pytest.raises(DataError, match="no verb"):
        pages.deed("stroke = edit", "here")
    both = pages.deeds("type 2 + Return = pay|send!; delete~", "here")
    assert [(d.verb, d.text, d.then, d.means, d.wish) for d in both] == [
        ("type", "2", "Return", ("pay", "send"), "ask"),
        ("click", "", "", ("delete",), "either"),
    ]
