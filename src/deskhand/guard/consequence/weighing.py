"""What the rules say of a thing's words, weighed against what the reader of labels says who was taught by examples.

Lists know a word for certain or not at all; the reader has an idea of every word, and is wrong about one in twenty. So
each holds where it is strong: the less the rules know, the less the reader needs to be sure of to be followed. The
marks below were set where situations that neither had seen (``training/consequence``) came out best.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.consequence.labels import folded
from deskhand.guard.consequence.learned import Learned, learned
from deskhand.guard.consequence.seen import seen
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence

Grounds: TypeAlias = Literal[
    "listed",  # the whole label stands in a list, or is a price that stands for no deed
    "known",  # its verb and its object stand in lists
    "linked",  # a link to a form for changing or booking something: as a button it might do so
    "yes",  # it only says yes, and what stands around it was judged
    "ticked",  # a box, a switch, one of several
    "opens",  # a word for an answer or a question to somebody, and no field for it is here yet
    "out",  # a dialog's way out, or a grave word that its place makes harmless: *Show password*
    "unclear",  # its verb may do anything
    "chosen",  # another choice in a list that unfolds
    "nothing",  # no list has it
]
MILD: frozenset[Consequence] = frozenset({"observe", "navigate", "edit", "save"})
UNSURE = 0.5
"""Below this a guess is asked about, whatever it says."""
NEVER = 1.1
AS_READ = "what such words mean elsewhere"
"""What a guess is told by that only the reader made."""
SUREST = 0.85
"""Nothing that is only read is surer than what a list has."""


_RISES: Mapping[Grounds, tuple[float, float]] = {
    "listed": (0.9, 0.9),
    "known": (0.62, 0.6),
    "linked": (0.9, 0.9),
    "yes": (0.5, 0.6),
    "ticked": (0.7, 0.7),
    "opens": (0.97, 0.9),
    "out": (0.95, 0.95),
    "unclear": (0.7, 0.7),
    "chosen": (0.6, 0.7),
    "nothing": (0.5, 0.5),
}
"""How sure the reader must be, on pages and in programs, that somebody wants to be asked where the rules would let it
pass."""
_FALLS: Mapping[Grounds, tuple[float, float]] = {
    "listed": (0.09, 0.2),
    "known": (0.06, 0.2),
    "linked": (0.2, 0.2),
    "yes": (0.2, 0.1),
    "ticked": (0.2, 0.2),
    "opens": (0.2, 0.2),
    "out": (0.2, 0.2),
    "unclear": (0.35, 0.35),
    "chosen": (0.3, 0.3),
    "nothing": (0.4, 0.4),
}
"""Below which chance it is let pass, where the rules would ask."""
_GOES = 0.8
"""The mark for rising where verb and object say that it goes about: ‘Go back and edit’, ‘Load older posts’."""
_STANDS = 0.08
"""The same where rules stand, and only say that they do not know."""


def weighed(guess: Guess, grounds: Grounds, thing: Thing, evidence: Evidence) -> Guess:
    """``guess`` as the rules made it from the words of ``thing``, or what the reader makes of them."""
    own = seen(thing, evidence)
    judged = learned(own)
    asks = guess.consequence not in MILD or guess.confidence < UNSURE
    program = own.where == "program"
    rises, falls = _RISES[grounds][program], _FALLS[grounds][program]
    if guess.consequence == "navigate" and grounds == "listed":
        rises = NEVER
    elif grounds == "known" and (guess.consequence == "navigate" or words.around("views").match(folded(own.label))):
        rises = _GOES
    if not asks and judged.ask >= rises:
        return _as_read(judged, guess, mild=False)
    if _stands(evidence, grounds):
        falls = _STANDS if guess.consequence in MILD else 0.0
    if asks and judged.ask < falls:
        return _as_read(judged, guess, mild=True)
    return guess


def _stands(evidence: Evidence, grounds: Grounds) -> bool:
    """Whether rules that ask are not to be softened: a dialog's question was understood, or a password or a card is
    asked for. What a program's button says itself is read in its dialog: ‘Remind me tomorrow’ sends nothing."""
    if evidence.dialog and (is_web(evidence) or grounds in ("yes", "unclear", "nothing")):
        return True
    return any(topics.is_secret_field(field) or topics.is_card_field(field) for field in evidence.form)


def _as_read(judged: Learned, guess: Guess, *, mild: bool) -> Guess:
    """The likeliest consequence of its kind."""
    likeliest = max(
        (chance, name) for name, chance in judged.means.items() if (name in MILD) is mild and name != "leave"
    )[1]
    sure = min(SUREST, round(1 - judged.ask if mild else judged.ask, 2))
    return Guess(likeliest, sure, (*guess.because, AS_READ))
