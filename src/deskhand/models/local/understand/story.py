"""What a wish tells before its order: why it is wished (“The inn has a new name.”), or what the order speaks of.

People say first what has happened. It orders nothing, and every reader refused the whole for it. It is left out where
the order says all that there is to do; where the order only points back (“take its line out”, “please end it”), what
the story is about is put in its place, if it is about one thing.
"""

from __future__ import annotations

import re
from itertools import pairwise

from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.phrasebook import english
from deskhand.models.local.understand.phrasebook.pattern import verbs

_QUOTES = re.compile(r"[\"“][^\"”]*[\"”]|[「『][^」』]*[」』]")
_FILE = re.compile(r"[\w-]+\.[A-Za-z]\w{0,7}\b", re.ASCII)
_END = re.compile(r"(?<=[.!])\s+(?=[A-Z\"“])")
_END_JA = re.compile(r"(?<=[。!！])\s*")
_HAPPENED = re.compile(
    r"^(?:(?:the|a|an|my|our|your|his|her|their|this|that|these|those|all|some|one|two|both|it|there|we|he|she|they)\b|i\s+(?:have|had|am|was|sold|lost|got|found|forgot|no\s+longer)\b"
    r"|[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*\s+(?:has|have|had|is|are|was|were|will|cost|costs|wants|moved|left|came|got|keeps?|became)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that tells something."""
_ASKS = frozenset("is are was were am do does did can could will would has have had may might".split())  # noqa: SIM905
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|cost|costs|wants?|moved|left|came|got|keeps?|became|went|belongs?|lives?|sold|changed|closed|begins?|opens?|ends?|starts?|takes?|needs?)\b"
)
_ORDERS = re.compile(
    r"\?|\b(?:please|should|must|shall|can\s+you|could\s+you|would\s+you|will\s+you|let\s|want|need\s+(?:you|to|it|that|this|the|a)|like\s+to)\b",
    re.IGNORECASE,
)
_ORDERS_JA = re.compile(
    r"[?？]|(?:て|で)(?:ください|下さい|ほしい|欲しい|くれ|もらえ|いただ)|お願い|たい|教え|[てで]。?$|べき|必要|ましょう"
)
_HAPPENED_JA = re.compile(r"(?:です|ます|ました|でした|ません|ませんでした|になった|られた|した)[。!！]?$")
_BACK = re.compile(
    r"\b(?P<its>its|his|her|their)(?=\s+(?P<of>\w+))|\b(?P<it>it|them|him|that|this|her)\b", re.IGNORECASE
)
_BACK_JA = re.compile(r"それ|これ|あれ|その|この|彼|彼女|そこ|ここ")
_THINGS = re.compile(
    r"\b(?:the|all|every|each|any|a|an|my|our)\s+[a-z][\w-]*|[\"“「]|\b[\w-]+\.[a-z]\w{0,7}\b|\d", re.IGNORECASE
)
"""What an order itself may point back to."""
_CALLED = re.compile(
    r"\b(?:an?|the)\s+(?P<kind>[a-z]+)\s+(?:called|named)\s+(?P<name>[\w.-]+|\"[^\"]+\")", re.IGNORECASE
)
_ABOUT = re.compile(
    r"^(?:the|an?|my|our)\s+(?P<thing>[a-z][\w-]*(?:\s+[a-z][\w-]*)?)\s+(?:is|are|was|were|has|have|had)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[^.!?。\s]\s)[A-Z][\w-]+|[A-Za-z][\w-]+(?=\s*(?:に|で|が|は|の)[^\w\s]?)", re.ASCII)
"""A name of its own in the midst of a sentence: somebody's, or a program's."""
_VALUE = re.compile(r"[\"“「][^\"”」]+[\"”」]|(?<![\w.])\d+(?:[.,:]\d+)*(?![\w%])")
_IN = re.compile(r"^(?:(?:in|with|using|on)\s+[^,]{1,40},\s*)?(?:please\s+)?", re.IGNORECASE)


def without_story(wish: str, language: Language) -> str | None:
    """The wish without what it tells first, and what that was about in the place of “it”; None where it tells nothing,
    or where what is told may say how the order is meant."""
    sentences = [part.strip() for part in _split(wish, language) if part.strip()]
    first = 0
    while first < len(sentences) - 1 and _tells(sentences[first], language):
        first += 1
    if not first:
        return None
    story, order = sentences[:first], (" " if language == "en" else "").join(sentences[first:])
    if language == "ja":
        return None if _BACK_JA.search(sentences[first]) or _missing(story, order) else order
    pointed = _pointing(order)
    if pointed is None:
        return None if _missing(story, order) else order
    return None if len(story) > 1 else _put_in(story[0], order, pointed)


def _split(wish: str, language: Language) -> list[str]:
    hidden = _QUOTES.sub(lambda found: "x" * len(found[0]), wish)
    cuts = [0, *(found.end() for found in (_END if language == "en" else _END_JA).finditer(hidden)), len(wish)]
    return [wish[one:two] for one, two in pairwise(cuts)]


def _tells(sentence: str, language: Language) -> bool:
    if language == "ja":
        return _HAPPENED_JA.search(sentence) is not None and _ORDERS_JA.search(sentence.rstrip("。!！")) is None
    said = _QUOTES.sub("“”", sentence)
    begins = re.match(r"[A-Za-z]+", said)
    told = _HAPPENED.match(said) is not None or (begins is not None and begins[0].lower() not in _orders() | _ASKS)
    return (
        told and _VERB.search(said) is not None and _ORDERS.search(said) is None and ":" not in said and "," not in said
    )


def _missing(story: list[str], order: str) -> bool:
    """Whether the story tells a value that the order does not."""
    said = " ".join(story)
    values = [found.strip('"“”「」') for found in _VALUE.findall(said)]
    return any(value not in order for value in (*values, *_FILE.findall(said), *_NAME.findall(said)))


def _pointing(order: str) -> re.Match[str] | None:
    """The word of the order that points back to what is told before it."""
    body = _IN.match(order)
    start = 0 if body is None else body.end()
    found = _BACK.search(order, start)
    if found is None or _THINGS.search(order[start : found.start()]) is not None:
        return None
    follows = re.match(r"\s+(?:\w+\s+)?(?:that|which|is|are)\b", order[found.end() :])
    return None if follows is not None and found["it"] else found


def _put_in(story: str, order: str, pointed: re.Match[str]) -> str | None:
    values = [*_VALUE.findall(story), *_FILE.findall(story)]
    if (called := _CALLED.search(story)) is not None:
        thing = f"the {called['kind']} {called['name']}"
    elif (about := _ABOUT.match(story)) is not None and not values and pointed["it"] not in ("that", "this"):
        thing = f"the {about['thing'].split()[-1]}"
    elif len(values) == 1 and (pointed["it"] or "").lower() in ("that", "this", "it"):
        thing = values[0]
    else:
        return None
    if pointed["its"] is None:
        return f"{order[: pointed.start()]}{thing}{order[pointed.end() :]}"
    word = "about" if pointed["of"].lower() in ("line", "entry", "row", "paragraph", "sentence", "note") else "of"
    after = order[pointed.end() :]
    rest = after[len(after) - len(after.lstrip()) + len(pointed["of"]) :]
    return f"{order[: pointed.start()]}the {pointed['of']} {word} {thing}{rest}"


def _orders() -> frozenset[str]:
    return frozenset(verb.split()[0] for ways in english.WAYS.values() for verb in verbs(ways))
