"""What the rules say of a thing's words, weighed against what the reader of labels says who was taught by examples.

Lists know a word for certain or not at all; the reader has an idea of every word, and is wrong about one in twenty. So
each holds where it is strong: the less the rules know, the less the reader needs to be sure of to be followed. The
marks below were set where situations that neither had seen (``training/consequence``) came out best.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.beside import decides
from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.consequence.labels import folded
from deskhand.guard.consequence.lacking import anything_before, lacks
from deskhand.guard.consequence.learned import Learned, learned
from deskhand.guard.consequence.seen import Seen, seen
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence

Grounds: TypeAlias = Literal[
    "listed",  # the whole label stands in a list, or is a price that stands for no deed
    "known",  # its verb and its object stand in lists
    "placed",  # a mild word that its place made grave, which the reader sees least of
    "linked",  # a link to a form for changing or booking something: as a button it might do so
    "yes",  # it only says yes, and what stands around it was judged
    "ticked",  # a box, a switch, one of several
    "opens",  # a word for an answer or a question to somebody, and no field for it is here yet
    "out",  # a dialog's way out, or a grave word that its place makes harmless: *Show password*
    "unclear",  # its verb may do anything
    "chosen",  # another choice in a list that unfolds
    "nothing",  # no list has it
]
_BOX = frozenset({"check box", "radio button"})
MILD: frozenset[Consequence] = frozenset({"observe", "navigate", "edit", "save"})
_AS_IT_IS = re.compile(
    r"(no,? (thanks,? )?)?(keep|stay|don.?t|do not|never mind)\b|(この|その|今の|現在の)まま|(やめ|解約し|退会し)ない"
)
"""Who says so leaves everything as it is."""
UNSURE = 0.5
"""Below this a guess is asked about, whatever it says."""
NEVER = 1.1
AS_READ = "what such words mean elsewhere"
"""What a guess is told by that only the reader made."""
SUREST = 0.85
"""Nothing that is only read is surer than what a list has."""


_RISES: Mapping[Grounds, tuple[float, float]] = {
    "listed": (0.7, 0.5),
    "known": (0.5, 0.5),
    "placed": (0.5, 0.5),
    "linked": (0.9, 0.9),
    "yes": (0.7, 0.7),
    "ticked": (0.85, 0.85),
    "opens": (0.94, 0.9),
    "out": (0.95, 0.95),
    "unclear": (0.7, 0.7),
    "chosen": (0.95, 0.95),
    "nothing": (0.55, 0.6),
}
"""How sure the reader must be, on pages and in programs, that somebody wants to be asked where the rules would let it
pass."""
_FALLS: Mapping[Grounds, tuple[float, float]] = {
    "listed": (0.1, 0.2),
    "known": (0.25, 0.25),
    "placed": (0.06, 0.06),
    "linked": (0.2, 0.2),
    "yes": (0.2, 0.25),
    "ticked": (0.2, 0.2),
    "opens": (0.2, 0.2),
    "out": (0.2, 0.2),
    "unclear": (0.62, 0.35),
    "chosen": (0.4, 0.4),
    "nothing": (0.4, 0.4),
}
"""Below which chance it is let pass, where the rules would ask."""
_PLAINLY_GOES = 0.8
"""The mark for rising where the whole label stands in a list of those that go about: *No*, *Decline*, *Maybe*."""
_ALONE = 0.95
"""The same where nothing stands around it, or where rules know what to look for there (`beside`)."""
_GOES = 0.83
"""The mark for rising where verb and object say that it goes about: ‘Go back and edit’, ‘Load older posts’."""
_BOXES = (0.96, 0.5)
"""The marks for rising and falling of a page's boxes and choices that agree to nothing: of 148 on five halves nine were
to be asked about, since a button carries out what most of them say."""
_INSTALLS = 0.8
"""The mark for rising where only the reader takes a program's label for an installation: of 2,734 acts in programs and
on pages of all halves but the last, seven rose so that were to be asked about, none below 0.85; ‘Win’ among the ends of
lines and ‘Windows BMP image’ among the kinds of pictures were at 0.7."""
_NOTHING_BEFORE: Mapping[Grounds, float] = {"nothing": 0.65}
"""The mark for falling of a page's button that no field stands before, as a seat with its price: of four such that were
read as less sure than 0.8 on five halves, none was to be asked about."""
_STANDS = (0.08, 0.16)
"""The mark for falling where rules stand: where they only say that they do not know, and where a dialog was judged."""
_BESIDE_SECRETS = 0.15
"""The highest mark for falling where a password or a card is asked for somewhere, and the button has words of its own:
of 140 such that were asked about on develop, four were below it, and of none of these anybody wanted to be asked."""


def weighed(guess: Guess, grounds: Grounds, thing: Thing, evidence: Evidence) -> Guess:
    """``guess`` as the rules made it from the words of ``thing``, or what the reader makes of them."""
    own = seen(thing, evidence)
    judged = learned(own)
    asks = guess.consequence not in MILD or guess.confidence < UNSURE
    program = own.where == "program"
    rises, falls = _RISES[grounds][program], _FALLS[grounds][program]
    if grounds == "listed":
        rises = _listed(own, guess, rises)
    elif grounds == "known" and (guess.consequence == "navigate" or words.around("views").match(folded(own.label))):
        rises = _GOES
    elif grounds == "ticked" and not program and thing.role in _BOX:
        rises, falls = _BOXES
    elif grounds in _NOTHING_BEFORE and not program and anything_before(thing, evidence) is False:
        falls = _NOTHING_BEFORE[grounds]
    if asks and (lacking := lacks(thing, own.label, evidence)):
        return Guess("navigate", 0.7, (*guess.because, lacking))
    if not asks and judged.ask >= rises:
        read = _as_read(judged, guess, mild=False)
        return guess if program and read.consequence == "install" and judged.ask < _INSTALLS else read
    if _hands_over(evidence):
        falls = _STANDS[0] if guess.consequence in MILD else 0.0 if grounds == "yes" else min(falls, _BESIDE_SECRETS)
    elif _in_dialog(evidence, grounds):
        falls = _STANDS[0] if guess.consequence in MILD else _STANDS[1]
    if asks and judged.ask < falls:
        return _as_read(judged, guess, mild=True)
    return guess


def _listed(own: Seen, guess: Guess, usual: float) -> float:
    """The mark for rising where a list has the whole label: what stands around it must speak against the list."""
    text = folded(own.label)
    if guess.consequence == "navigate" and _AS_IT_IS.match(text):
        return NEVER
    if not own.around or decides(text):
        return _ALONE
    return _PLAINLY_GOES if guess.consequence == "navigate" else usual


def _in_dialog(evidence: Evidence, grounds: Grounds) -> bool:
    """Whether a dialog's question was understood, which is hardly to be softened. What a program's button says itself
    is read in its dialog: ‘Remind me tomorrow’ sends nothing."""
    return bool(evidence.dialog) and (is_web(evidence) or grounds in ("yes", "unclear", "nothing"))


def _hands_over(evidence: Evidence) -> bool:
    """Whether a password or a card is asked for: rules that ask are not softened there."""
    return any(topics.is_secret_field(field) or topics.is_card_field(field) for field in evidence.form)


def _as_read(judged: Learned, guess: Guess, *, mild: bool) -> Guess:
    """The likeliest consequence of its kind."""
    likeliest = max(
        (chance, name) for name, chance in judged.means.items() if (name in MILD) is mild and name != "leave"
    )[1]
    # Who follows it that nobody need be asked does so, also where a mark lets it be less than sure.
    sure = min(SUREST, round(max(UNSURE + 0.05, 1 - judged.ask) if mild else judged.ask, 2))
    return Guess(likeliest, sure, (*guess.because, AS_READ))
