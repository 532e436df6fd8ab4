"""Two commands that say the wish equally well: the person is asked, for a wrong one is hard to undo."""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.menus import Candidate
from deskhand.vision.folding import fold

TIE = 0.015
"""Scores closer than this say nothing."""


async def sure_one(hand: Hand, words: str, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """``found``, best first, after a question where the first ones are equal and not the same command in two menus."""
    equal = [one for one in found if found[0].score - one.score < TIE and not one.entry.grey]
    labels = list(dict.fromkeys(fold(one.entry.label).letters for one in equal))
    if len(labels) < 2:
        return found
    places = "; ".join(
        f"{number}. {' > '.join((*one.entry.path, one.entry.label))}" for number, one in enumerate(equal, 1)
    )
    answer = await hand.ask(
        hand.say(
            f"For “{words}” the program has {len(equal)} commands: {places}. Which one do you mean?",
            f"「{words}」にあたるコマンドが{len(equal)}つあります: {places}。どれですか?",
        )
    )
    number = next((int(character) for character in answer if character.isdigit()), 0)
    if 1 <= number <= len(equal):
        return [equal[number - 1]]
    best = max(equal, key=lambda one: fit(answer, one.entry.label, one.entry.path))
    if fit(answer, best.entry.label, best.entry.path) > 0:
        return [best]
    raise Stuck(
        hand.say(
            "I did not understand which one you mean, so I chose none.",
            "どれを指すのか分からなかったので、何も選びませんでした。",
        )
    )
