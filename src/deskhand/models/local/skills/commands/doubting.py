"""Two commands that say the wish equally well: the person is asked, for a wrong one is hard to undo."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.menus import Candidate
from deskhand.vision.folding import fold

TIE = 0.015
"""Scores closer than this say nothing."""
_WORD = re.compile(r"\w+")


async def sure_one(hand: Hand, words: str, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """``found``, best first, after a question where the first ones are equal and not the same command in two menus."""
    equal = [one for one in found if found[0].score - one.score < TIE and not one.entry.grey]
    labels = list(dict.fromkeys(fold(one.entry.label).letters for one in equal))
    if len(labels) < 2:
        return found
    if (plain := plainest(words, [one.entry.label for one in equal])) is not None:
        return [one for one in equal if one.entry.label == plain]
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


def plainest(words: str, labels: Sequence[str]) -> str | None:
    """The label that says what was asked for and nothing more, where the others are the same with something behind:
    "Save" beside "Save As", "Insert Task" beside "Insert Tasks", unless tasks were asked for."""
    asked = set(_WORD.findall(words.lower()))
    told = {label: _WORD.findall(label.lower()) for label in labels}
    best = max(told, key=lambda label: (len(asked & set(told[label])), -len(told[label]), -len(label)))
    return best if told[best] and all(_begins_alike(told[best], other) for other in told.values()) else None


def _begins_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two labels are the same but for an ending, or for words behind."""
    return all(mine.rstrip("s") == its.rstrip("s") for mine, its in zip(one, other, strict=False))
