"""Labels that nobody knows: by the form that the button ends, by a price on it."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, around, is_web
from deskhand.guard.consequence.labels import LONGEST, folded, meaning_of
from deskhand.guard.evidence import Evidence, Thing

BESIDE = 3
"""Buttons after a field that may be the one that sends it."""
_AMOUNT = re.compile(r"[-+]?\s*[$€£¥]?\s*[\d.,]+\s*[$€£¥円%]?")


_IMPERATIVE = re.compile(
    r"(?!(where|what|how|why|who|when|which|whose|time|more|less|best|top|my|our|your|all|other|part|end|need|about|back"
    r"|guide|tips|ideas|free|ready|close|next|first|last|terms|help|home|path|way|reasons|steps|things|days|results|jump|letter|statement|view)\b)"
    r"[a-z]{3,}(?<!s)(?<!ing)(?<!ed) (the|my|this(?! (week|month|year|day|time|evening|morning))|it|me|us|him|her|them"
    r"|all|our|your|a|an|to|for|into|away|(?:off|in|out|up|down|from)(?= \w)|someone|somebody|everyone)\b"
    r"|(i|we|you|let's|count)\b(?!.*\?)"
)
"""How a request begins whose verb nobody knows: ‘Sound the siren’, ‘Speak to the visitor’."""


INSISTS = re.compile(
    r"\b(anyway|anyhow|regardless|nevertheless|all the same|by force|forcibly)\b"
    r"|^(それでも|かまわず|構わず|とにかく|あえて|無理に|強制)"
)
"""What says yes to a warning, whatever it does: ‘かまわず切る’ where somebody's documents are open."""


def nameless(thing: Thing, evidence: Evidence) -> Guess:
    if thing.is_button:
        return Guess("edit", 0.4, ("a button without a name",))
    if thing.role == "link":
        return Guess("navigate", 0.7, ("a link without a name",))
    return Guess("navigate", 0.6, ("nothing is written there",))


def unknown(thing: Thing, label: str, evidence: Evidence, *, unclear: bool = False) -> Guess:
    """``unclear``: the label begins with a verb (in Japanese: ends with one) that may do anything."""
    short = label if len(label) <= LONGEST else label[:LONGEST] + "…"
    because = f"the words ‘{short}’" + (f" on a {thing.role}" if thing.role else "")
    if thing.is_button and is_web(evidence):
        ends = _ends_form(thing, label, evidence)
        if ends is not None:
            return replace(ends, because=(because, *ends.because))
    if evidence.dialog and thing.is_button and INSISTS.search(folded(label)):
        return Guess("edit", 0.45, (because, "in spite of what the dialog says"))
    imperative = _IMPERATIVE.match(folded(label)) is not None
    views = not unclear and words.around("views").match(folded(label)) is not None
    if (unclear or (imperative and not views)) and thing.is_button and is_web(evidence):
        return Guess("edit", 0.45, (because, "what its verb does here is not known"))
    if views:
        return Guess("navigate", 0.75, (because,))
    if thing.role == "link":
        return Guess("navigate", 0.88, (because,))
    if thing.role == "menu item":
        return Guess("edit", 0.7, (because,))
    if thing.is_button and is_web(evidence):
        if _ends_secrets(thing, evidence) and not _AMOUNT.fullmatch(label.strip()):
            return Guess("edit", 0.45, (because, "beside a field for a password or a card"))
        return Guess("edit", 0.55, (because,))
    if thing.is_button:
        return Guess("edit", 0.6, (because,))
    return Guess("navigate", 0.65, (because,))


def _ends_form(thing: Thing, label: str, evidence: Evidence) -> Guess | None:
    """What a button in words of its own does, by the form that it is the only one to end, or by the price on it."""
    if topics.names_price(label):
        return Guess("pay", 0.65, ("a price stands on it",))
    if words.around("views").match(folded(label)) or any(_could_end(f) for f in evidence.form if f.label != label):
        return None
    about = [topic for topic in topics.of_page(evidence) if topic.consequence not in ("navigate", "edit", "save")]
    if about and about[0].consequence == "sign_in":
        return None  # below, as unclear: a page with a password has many buttons
    if about and (about[0].weight >= 0.7 or (about[0].consequence == "pay" and topics.names_price(around(evidence)))):
        return Guess(about[0].consequence, 0.6, (f"the one button of its form; around it: ‘{about[0].because}’",))
    if sum(topics.is_personal(field) for field in evidence.form) >= 2:
        return Guess("send", 0.6, ("the one button of a form that says who you are",))
    return None


def _could_end(other: Thing) -> bool:
    """Whether this button of the form may as well be the one that sends it."""
    meaning = meaning_of(other.label)
    if not other.is_button or not other.label:
        return False
    return meaning is None or meaning.kind == "yes" or meaning.consequence not in ("observe", "navigate", "edit")


def _ends_secrets(thing: Thing, evidence: Evidence) -> bool:
    """Whether the button stands among the first after a field for a password or a card."""
    since = None
    for field in evidence.form:
        if topics.is_secret_field(field) or topics.is_card_field(field):
            since = 0
        elif field.label == thing.label and field.box == thing.box:
            return since is not None and since < BESIDE
        elif since is not None:
            since += field.is_button
    return since is not None
