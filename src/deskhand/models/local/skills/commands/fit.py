"""How well a label says what was asked for, from 0 to 1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deskhand.models.local.skills.commands.terms import Term, alike, does, is_end, opposed, stem, terms, verb
from deskhand.vision.match import similarity

ENOUGH = 0.6
"""Below this a label is about something else."""
SURE = 0.84
"""From here on nothing better needs to be looked for."""
MARGIN = 0.06
"""Two commands closer than this are equally good."""
BEHIND = 0.85
"""What the menu's own name says counts a little less than what the entry says: "Image ▸ Flip"."""
NOT_DONE = 0.9
"""A label that does not say the verb may still lead there: "Payees…" to adding one."""
OTHER_DEED = 0.5
"""What is left of a label that does something else to the same thing: "Remove line" where its end was to be set."""
OBJECT = 0.5
FORMAT = 0.2
"""Of a kind of file: "Export…" asks for it in its dialog."""
_FORMATS = frozenset(
    stem(name)
    for name in (
        "pdf", "svg", "png", "jpg", "jpeg", "bmp", "gif", "tiff", "tif", "webp", "csv", "tsv", "html", "htm", "txt",
        "odt", "ods", "xml", "json", "docx", "xlsx", "rtf", "eps", "ps", "md", "markdown", "latex", "opml", "ics",
        "vcf",
    )
)  # fmt: skip
_VIEW = re.compile(r"_?[vy]iew|表示|ビュー", re.IGNORECASE)
_OF_TURNS = re.compile(r"\b(?:transform|orientation|geometry)|変形|向き", re.IGNORECASE)
_TURNS = "flip rotate crop resize invert"
"""What is done to a picture or a page, and, in the menu of the view, to how it shows."""
_BELOW = re.compile(r"\b(?:sub|child)|子|下位|サブ", re.IGNORECASE)
_PREFIX = re.compile(r"\b(?:sub|child)-?(?=[a-z]{3})|サブ", re.IGNORECASE)
"""A "subnode" is a node too."""
BELOW = 0.9
"""Of a command that says that it adds below what is selected, whatever it calls it."""
SAME_SIZE = 0.97
_SIZE = re.compile(r"(\d+)\s*(?:[x×✕*]|by)\s*(\d+)", re.IGNORECASE)
"""“16 by 16 squares” and “16 × 16” are the same."""
ALMOST = 0.9
"""How alike the letters are of what is the same value, read off the screen."""
UNASKED = 0.3
"""What a label loses at most for words that were not asked for."""


def fit(words: str, label: str, path: Iterable[str] = ()) -> float:
    """How well ``label``, in the menus of ``path``, says ``words``."""
    wanted, told = terms(words), terms(label)
    around = [term for name in path for term in terms(name)]
    if not wanted or not told:
        return 0.0
    if any(_vetoed(one, wanted, told) for one in told):
        return 0.0
    covered = _covered(wanted, _weights(words), told, around)
    if not any(alike(term, other) for term in wanted for other in told):
        return 0.0
    if (doing := verb(words)) is not None and not any(alike(doing, term) for term in (*told, *around)):
        covered *= NOT_DONE
    deeds = [any(alike(term, one) for one in wanted) for term in told if does(term)]
    if not all(deeds) and not (any(deeds) and "/" in label):  # "Flip/Rotate" asks which of them
        covered *= OTHER_DEED
    kinds = {term.stem for term in wanted} & _FORMATS, {term.stem for term in told} & _FORMATS
    if all(kinds) and not kinds[0] & kinds[1]:
        covered *= OTHER_DEED  # "Export PNG" where an SVG was wanted
    used = sum(term.weight * max((alike(term, other) for other in wanted), default=0.0) for term in told)
    return covered * (1 - UNASKED * (1 - used / sum(term.weight for term in told)))


def _weights(words: str) -> list[float]:
    """Where the verb tells what is meant, its object may go without saying: "Invert" is enough for "invert colours"."""
    wanted, doing = terms(words), verb(words)
    heavy = doing is not None and doing.weight == 1.0
    return [
        term.weight * (FORMAT if term.stem in _FORMATS else OBJECT)
        if heavy and term is not doing and not is_end(term)
        else term.weight
        for term in wanted
    ]


def _covered(wanted: Sequence[Term], weights: Sequence[float], told: Sequence[Term], around: Sequence[Term]) -> float:
    """The share of the wish that is said; a word of the label says one of its words only: "Create Index" says nothing
    of a record."""
    free = list(told)
    total = 0.0
    for term, weight in sorted(zip(wanted, weights, strict=True), key=lambda pair: -pair[1]):
        best = max(free, key=lambda other: alike(term, other), default=None)
        own = 0.0 if best is None else alike(term, best)
        total += weight * max(own, BEHIND * max((alike(term, other) for other in around), default=0.0))
        if best is not None and own:
            free.remove(best)
    return total / sum(weights)


def _vetoed(one: Term, wanted: Sequence[Term], told: Sequence[Term]) -> bool:
    """A label that says the opposite, unless the wish says both: "next" where "previous" was wanted."""
    against = [term for term in wanted if opposed(term, one)]
    return (
        bool(against)
        and not any(alike(term, one) for term in wanted)
        and not any(alike(term, other) for term in against for other in told)
    )


def fit_below(words: str, label: str, path: Iterable[str] = ()) -> float:
    """The same where something is added to what was selected: "Add Child" and "Add Subnode" put it below that."""
    score = fit(words, label, path)
    doing = verb(words)
    if doing is None or not _BELOW.search(label) or not any(alike(doing, term) for term in terms("add")):
        return score
    return BELOW + score if says_verb(words, [label]) else score


def says_verb(words: str, labels: Iterable[str]) -> bool:
    """Whether one of the labels says what is to be done, where the wish says that."""
    doing = verb(words)
    return doing is None or any(alike(doing, term) for label in labels for term in terms(label))


def of_the_view(words: str, path: Sequence[str]) -> bool:
    """Whether a menu turns what the window shows, where the thing itself is to be turned: nothing of that is saved."""
    return (
        _turns(words)
        and bool(path)
        and _VIEW.fullmatch(path[0].split("(")[0].strip()) is not None
        and not any(alike(term, other) >= 1 for term in terms(words) for other in terms("view zoom"))
    )


def leads(words: str, label: str) -> bool:
    """Whether menus of that name hold what turns a thing, where that is wished: “Transform” says neither which nor
    how."""
    return _turns(words) and _OF_TURNS.search(label) is not None


def _turns(words: str) -> bool:
    doing = verb(words)
    return doing is not None and any(alike(doing, term) >= 0.9 for term in terms(_TURNS))


def other_end(words: str, label: str) -> bool:
    """Whether a label leaves out which of two ends is meant, and speaks of something else: "Invert Colours" where a
    picture was to be turned upside down."""
    wanted, told = terms(words), terms(label)
    unsaid = any(is_end(term) and not any(alike(term, one) for one in told) for term in wanted)
    return unsaid and any(not does(term) and not any(alike(term, one) for one in wanted) for term in told)


def left_over(words: str, labels: Iterable[str]) -> tuple[Term, ...]:
    """The words that none of the labels says: what a dialog has still to be told ("as PDF", "horizontally")."""
    told = [term for label in labels for term in terms(_PREFIX.sub("", label))]
    return tuple(term for term in terms(words) if not any(alike(term, other) for other in told))


_OF_KIND = frozenset(stem(word) for word in ("style", "mode", "format", "type", "option", "setting", "value", "モード"))
"""What a value may be called besides: "Windows style", "Advanced mode"."""


def fit_value(value: str, label: str) -> float:
    """How well a label says a value, one of several that a setting can have: every word of it counts alike."""
    sizes = _SIZE.search(value), _SIZE.search(label)
    if sizes[0] is not None and sizes[1] is not None:
        return SAME_SIZE if sizes[0].groups() == sizes[1].groups() else 0.0
    likeness = similarity(value, label)
    if likeness >= ALMOST:
        return likeness
    wanted = [term for term in terms(value) if term.stem not in _OF_KIND] or list(terms(value))
    told = [term for term in terms(label) if term.stem not in _OF_KIND] or list(terms(label))
    if not wanted or not told or any(_vetoed(one, wanted, told) for one in told):
        return 0.0
    said = sum(max(alike(term, one) for one in told) for term in wanted) / len(wanted)
    used = sum(max(alike(one, term) for term in wanted) for one in told) / len(told)
    return said * (1 - UNASKED * (1 - used))
