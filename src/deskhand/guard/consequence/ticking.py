"""Boxes to tick, switches, and choices in lists: they agree to something, set something, or only choose."""

from __future__ import annotations

from deskhand.guard.consequence import topics, words
from deskhand.guard.consequence.guess import Guess, is_web
from deskhand.guard.evidence import Evidence, Thing

_SHORT = 40
"""Characters of a switch's words at most; longer ones are the heads of what unfolds."""


def is_switch(thing: Thing, evidence: Evidence) -> bool:
    """Whether a toggle button is a switch among settings: what reads like a view elsewhere sets something there."""
    if any(topic.consequence == "settings" for topic in topics.of_page(evidence)):
        return True
    label = thing.label or thing.caption
    if not is_web(evidence) or len(label) > _SHORT or "?" in label or words.around("shown").search(label):
        return False
    heads = " \n".join((evidence.place.window, *topics.headings(evidence)))
    return words.around("senses").search(label) is not None or words.around("own_affairs").search(heads) is not None


def declares(told: str) -> bool:
    """Whether the words beside a box are a statement made in somebody's name: ‘I won't hold … responsible’."""
    return (
        words.around("declares").search(told.strip()) is not None
        and words.around("wishes").search(told.strip()) is None
    )


def tick(thing: Thing, evidence: Evidence) -> Guess:
    told = f"{thing.label} {thing.caption}".strip()
    one_of_several = thing.role == "radio button"  # ‘We are coming’: what is chosen is said by the button below
    if "checked" not in thing.states and (
        words.around("terms").search(told) or (declares(told) and not one_of_several)
    ):
        return Guess("accept", 0.9, (f"a box that says ‘{told[:60]}’",))
    if not is_web(evidence):
        sets = words.around("weighty").search(told)
        grave = sets is not None and words.around("eases").search(told) is None
        return Guess("settings" if grave else "edit", 0.75, (f"a {thing.role} ‘{told[:60]}’",))
    if thing.role == "toggle button":
        return Guess("settings", 0.7, (f"the switch ‘{told[:60]}’",))
    about = {topic.consequence for topic in topics.of_page(evidence)}
    if ("settings" in about or words.around("grants").search(told)) and (is_web(evidence) or "settings" in about):
        return Guess("settings", 0.7, (f"‘{told[:60]}’ on a page of settings",))
    return Guess("edit", 0.85, (f"a {thing.role} ‘{told[:60]}’",))


def chosen(thing: Thing, evidence: Evidence) -> Guess:
    """Another choice in a list that is unfolded or not: arrow keys and letters change it."""
    told = f"{thing.label} {thing.caption} {thing.value}"
    if is_web(evidence) and (
        words.around("grants").search(told) or words.around("grants").search(" ".join(evidence.near[:2]))
    ):
        return Guess("settings", 0.75, (f"the choice ‘{told.strip()[:60]}’",), "changes who may do what")
    return Guess("edit", 0.85, ("another choice in a list",))
