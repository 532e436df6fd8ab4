"""What pressing a thing does: a button, a link, a box to tick; by its words, its kind, and what stands around it."""

from __future__ import annotations

import re

from deskhand.guard.consequence import ticking, topics, words
from deskhand.guard.consequence.agreeing import card_is_kept, tells_only, yes
from deskhand.guard.consequence.graver import graver
from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.consequence.labels import LONGEST, Meaning, folded, meaning_of
from deskhand.guard.consequence.lasting import goes_on_to_end
from deskhand.guard.consequence.milder import milder
from deskhand.guard.consequence.opening import answers, opens, written
from deskhand.guard.consequence.questions import leads_out, of_question
from deskhand.guard.consequence.saying import leads_to_form, leads_to_sign_in, plain
from deskhand.guard.consequence.ticking import is_switch, sets_at_once, settled, tick
from deskhand.guard.consequence.unknown import nameless, unknown
from deskhand.guard.consequence.weighing import AS_READ, MILD, UNSURE, Grounds, weighed
from deskhand.guard.evidence import Evidence, Thing

_FIELDS = topics.FIELDS | {"document text", "terminal", "date editor", "document frame"}
_TICKS = frozenset({"check box", "radio button", "toggle button", "switch", "check menu item", "radio menu item"})
_PLACES = frozenset({"page tab", "menu", "tree item", "combo box", "scroll bar", "menu bar", "tab", "page tab list"})
_PASSIVE = frozenset(
    {
        "table cell", "list item", "icon", "heading", "paragraph", "static", "image", "canvas", "label", "document web",
        "frame", "panel", "section", "list", "table", "tree table", "article", "window", "dialog", "alert", "landmark",
        "row", "table row", "list box", "text leaf", "drawing area", "layered pane", "status bar", "title bar",
        "figure",
    }
)  # fmt: skip
_MAYBE_BUTTONS = frozenset({"static", "label", "paragraph", "image", "section", "panel", "text leaf"})
"""What a page can make a button of without saying so."""
_CALCULATOR = re.compile(
    r"calculator|(?<!office-)(?<!office )calc$|^(k|x|g|mate-|q)calc|speedcrunch|電卓", re.IGNORECASE
)


def press(thing: Thing, evidence: Evidence) -> Guess:
    """What pressing ``thing`` would do."""
    guess = _press(thing, evidence)
    label = thing.label or thing.caption
    # What the reader alone made of the words may be named better by what stands beside them.
    mild = guess.consequence in MILD and guess.confidence >= UNSURE
    told = thing.is_button and bool(label) and not evidence.chrome and milder(thing, label, evidence) is None
    if (mild or AS_READ in guess.because) and told:
        guess = graver(thing, label, evidence) or guess
    elif mild and thing.role == "link" and goes_on_to_end(label):
        guess = Guess("delete", 0.7, (f"the words ‘{label}’", "it says what it goes on to"))
    return guess.less(0.95) if thing.known == "picture" else guess


def _press(thing: Thing, evidence: Evidence) -> Guess:
    role, label = thing.role, thing.label or thing.caption
    if _CALCULATOR.search(evidence.place.program):
        return Guess("edit", 0.95, ("a calculator",))
    if evidence.chrome and role not in _FIELDS:
        return _of_browser(label, evidence)
    if role in _FIELDS:
        return Guess("navigate", 0.93, (f"a field ({role})",), "puts the caret there")
    if role in _TICKS and (role != "toggle button" or is_switch(thing, evidence) or sets_at_once(thing, evidence)):
        ticked = tick(thing, evidence)
        if ticked.consequence == "edit" and settled(thing, evidence):
            return ticked
        if sets_at_once(thing, evidence):
            return ticked  # what such words mean elsewhere counts for nothing where no step is left
        return weighed(ticked, "listed" if ticked.consequence == "accept" else "ticked", thing, evidence)
    if role in _PLACES:
        return Guess("navigate", 0.9, (f"a {role}",))
    if role == "slider":
        return Guess("edit", 0.8, ("a slider",))
    meaning = meaning_of(label)
    if role in _PASSIVE:
        return _passive(thing, meaning, evidence)
    if not label:
        return nameless(thing, evidence)
    if (mild := milder(thing, label, evidence)) is not None:
        return mild
    because = f"the words ‘{label}’" + (f" on a {role}" if role else "")
    if meaning is None or meaning.kind == "unclear":
        answers_it = bool(evidence.dialog) and thing.is_button and not leads_out(folded(label))
        asked = of_question(because, evidence) if answers_it else None
        guess = asked or unknown(thing, label, evidence, unclear=meaning is not None)
        looks = guess.confidence >= UNSURE and (
            topics.only_price(label) or words.around("views").match(folded(label)) is not None
        )
        told: Grounds = "yes" if asked is not None else "nothing" if guess.confidence >= UNSURE else "unclear"
        return weighed(guess, "listed" if looks else told, thing, evidence)
    if meaning.kind == "yes":
        guess = yes(thing, label, evidence, because)
        if guess.consequence == "pay" and card_is_kept(evidence):
            return guess  # what such words mean elsewhere counts for nothing, where no step is left
        alone = tells_only(thing, evidence)
        only_tells = evidence.dialog and guess.consequence == "navigate" and alone
        return weighed(guess, "out" if only_tells else "yes", thing, evidence)
    if meaning.kind == "opens":
        guess = opens(thing, evidence, because)
        # Where nothing has been written anywhere, no answer can be sent.
        only = guess.consequence == "navigate" and answers(label) and not written(evidence)
        grounds: Grounds = "opens" if guess.consequence == "navigate" else "yes"
        return guess if only else weighed(guess, grounds, thing, evidence)
    guess = plain(thing, label, meaning, evidence, because)
    if guess.consequence == "navigate" and leads_to_sign_in(folded(label), evidence):
        return guess  # where no field asks who somebody is, nothing is handed over, whatever such words mean elsewhere
    if guess.consequence == "delete" and label.rstrip().endswith(("…", "...")):
        return guess
    if guess.consequence not in MILD and meaning.consequence in MILD and not evidence.dialog:
        return weighed(guess, "placed", thing, evidence)
    at_once = thing.role == "link" and guess.consequence == "send"  # links under posts: 違反報告
    grounds = "listed" if meaning.kind == "plain" or at_once else "known"
    if evidence.dialog and meaning.consequence in MILD and guess.consequence not in MILD:
        grounds = "yes"  # the dialog's question made it grave, not the word: *No* under ‘Save changes to notes.txt?’
    elif guess.consequence == "navigate" and (
        (evidence.dialog and leads_out(folded(label))) or (meaning.consequence not in MILD and thing.role != "link")
    ):
        grounds = "out"
    elif grounds == "known" and guess.consequence == "navigate" and leads_to_form(thing, label, meaning):
        grounds = "linked"
    return weighed(guess, grounds, thing, evidence)


def chosen(thing: Thing, evidence: Evidence) -> Guess:
    """Another choice in a list that unfolds, by the arrow keys: *Who sees old posts* and *Number of tickets*."""
    return weighed(ticking.chosen(thing, evidence), "chosen", thing, evidence)


def _of_browser(label: str, evidence: Evidence) -> Guess:
    """A button of the browser itself: it goes about, but for questions about permissions and what is kept."""
    because = f"‘{label}’ of the browser itself"
    meaning = meaning_of(label)
    if evidence.dialog and (meaning is None or not leads_out(folded(label))):
        asked = topics.of_dialog(evidence.dialog)
        if asked is not None and (asked.consequence not in ("save", "accept") or meaning is not None):
            return Guess(asked.consequence, 0.85, (because, f"the question says ‘{asked.because}’"))
    if meaning is not None and meaning.consequence in ("settings", "delete", "install", "accept", "sign_in"):
        return Guess(meaning.consequence, meaning.confidence, (because,))
    if (meaning is not None and meaning.consequence == "save") or "bookmark" in label.casefold():
        return Guess("save", 0.85, (because,))
    return Guess("navigate", 0.88, (because,))


def _passive(thing: Thing, meaning: Meaning | None, evidence: Evidence) -> Guess:
    """Texts, pictures, files: clicking them opens or selects, except where a page has made a button of them."""
    label = thing.label
    if meaning is not None and len(label) <= LONGEST and thing.role in _MAYBE_BUTTONS:
        serious = meaning.consequence not in ("observe", "navigate", "edit", "save") and meaning.confidence >= 0.9
        if meaning.kind == "plain" and serious and (is_web(evidence) or evidence.dialog):
            return Guess(
                meaning.consequence, 0.7, (f"the words ‘{label}’", f"on a {thing.role}, which may be a button")
            )
    return Guess("navigate", 0.8, (f"a {thing.role}",))
