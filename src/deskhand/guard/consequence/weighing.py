"""What the rules say of a thing's words, weighed against what the reader of labels says who was taught by examples.

Lists know a word for certain or not at all; the reader has an idea of every word, and is wrong about one in seven. So
each holds where it is strong: the less the rules know, the less the reader needs to be sure of to be followed. The
marks below were set where situations that neither had seen (``training/consequence``) came out best.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.consequence.labels import folded
from deskhand.guard.consequence.learned import Learned, learned
from deskhand.guard.consequence.seen import Where, seen
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence

Grounds: TypeAlias = Literal[
    "listed",  # the whole label stands in a list, or is a price that stands for no deed
    "known",  # its verb and its object stand in lists
    "linked",  # a link to a form for changing or booking something: as a button it might do so
    "yes",  # it only says yes, and what stands around it was judged
    "unclear",  # its verb may do anything
    "chosen",  # another choice in a list that unfolds
    "nothing",  # no list has it
]
MILD: frozenset[Consequence] = frozenset({"observe", "navigate", "edit", "save"})
UNSURE = 0.5
"""Below this a guess is asked about, whatever it says."""
NEVER = 1.1
SUREST = 0.85
"""Nothing that is only read is surer than what a list has."""


def _marks(*marks: float) -> Mapping[Grounds, float]:
    return dict(zip(get_args(Grounds), marks, strict=True))


_RISES: Mapping[Where, Mapping[Grounds, float]] = {
    # listed, known, linked, yes, unclear, chosen, nothing
    "web": _marks(NEVER, 0.67, 0.95, 0.5, 0.8, 0.8, 0.85),
    "program": _marks(NEVER, 0.95, 0.95, 0.9, 0.9, 0.9, 0.9),
}
"""How sure the reader must be that somebody wants to be asked, where the rules would let it pass. In programs most of
what nobody lists is harmless."""
_GOES = 0.9
"""The same where verb and object say that it goes about: ‘Go back and edit’, ‘Load older posts’."""
_FALLS: Mapping[Where, Mapping[Grounds, float]] = {
    "web": _marks(0.01, 0.09, 0.09, 0.12, 0.4, 0.2, 0.1),
    "program": _marks(0.1, 0.1, 0.1, 0.02, 0.4, 0.2, 0.3),
}
"""Below which chance it is let pass, where the rules would ask. A document's words are deleted and can be got back: in
programs the lists ask about too much, on pages they are right."""


def weighed(guess: Guess, grounds: Grounds, thing: Thing, evidence: Evidence) -> Guess:
    """``guess`` as the rules made it from the words of ``thing``, or what the reader makes of them."""
    own = seen(thing, evidence)
    judged = learned(own)
    asks = guess.consequence not in MILD or guess.confidence < UNSURE
    rises = _RISES[own.where][grounds]
    views = grounds in ("known", "yes") and words.around("views").match(folded(own.label)) is not None
    if views or (grounds == "known" and guess.consequence == "navigate"):
        rises = max(rises, _GOES)
    if not asks and judged.ask >= rises:
        return _as_read(judged, guess, mild=False)
    if asks and judged.ask < _FALLS[own.where][grounds] and not _stands(evidence, grounds):
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
    return Guess(likeliest, sure, (*guess.because, "what such words mean elsewhere"))
