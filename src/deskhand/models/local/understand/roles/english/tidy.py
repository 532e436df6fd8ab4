"""English sentences to clauses, and what is said by the way apart from what is to be done.

People give reasons ("I can't find anything in this letter otherwise"), tell how things are ("the first two were fine")
and are polite. Such clauses order nothing. They are not lost silently: the reading that the person is shown names them.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass, field

from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.roles.english.lexicon import PARTICIPLES, opens

_ATOM = any_of()
_ABBREVIATION = re.compile(r"\b(?:Mrs|Mr|Ms|Dr|Prof|St|No|approx|resp|vs|e\.g|i\.e|etc|a\.m|p\.m|Nr|vol)\.$", re.I)
_STOP = re.compile(
    rf"[.!?]+(?=\s|$)|(?<={_ATOM})[.!?](?=[A-Z])|\s*\n\s*|\s*;(?!\s*(?:otherwise|if\s+not|else)\b)\s*|\s+[–—-]{{1,2}}\s+|\s*—\s*|[。！？]"
)
_JOINT = re.compile(
    r"\s*,?\s+(?:and\s+then|and\s+also|and\s+after\s+that|and\s+finally|and\s+please|and\s+don't\s+forget\s+to|then\s+also|and|then|but|after\s+that|afterwards|plus)\s+|\s*,\s*(?:(?:and\s+)?then\s+|and\s+)?|\s*:\s+",
    re.I,
)
_LEAD = re.compile(
    r"(?:[\s,.:]+|(?:hi|hello|hey|oops|ok(?:ay)?|right|well|so|now|next|then|and|but|also|oh|yes|no|ah|hmm|look|sorry|finally|lastly|first(?:ly)?(?!\s+(?:\w+\s+)?(?:line|row|page|sheet|tab|column|cell|file|picture|word|entry|one)s?\b)|after\s+that|afterwards|please|pls|plz|kindly|just|simply|quickly|maybe|perhaps|actually|basically|if\s+(?:possible|you\s+(?:can|could|please|don't\s+mind|would)|that's\s+ok(?:ay)?)|when\s+(?:that's|that\s+is|you're|you\s+are)\s+done|once\s+(?:that's|that\s+is)\s+done|to\s+(?:begin|start)\s+with|as\s+well|by\s+the\s+way|for\s+me)(?=[\s,.:!]|$)"
    r"|be\s+so\s+kind\s+(?:as\s+to|and)\s|(?:can|could|would|will|may|might|won't|can't|couldn't)\s+(?:you|we|i)\s+(?:(?:please|kindly|possibly|maybe|just|quickly|also|be\s+so\s+(?:kind|good)\s+(?:as\s+to|and))\s+)*(?=\w)|would\s+you\s+mind\s+|do\s+me\s+a\s+favou?r\s+and\s|"
    r"i(?:'d|\s+would)?\s+(?:really\s+|just\s+|also\s+)?(?:want|need|like|love|wish)\s+(?:for\s+)?(?:you\s+)?to\s+(?!know\b|see\b|have\b)|i'd\s+(?:appreciate|be\s+(?:glad|happy|grateful))(?:\s+it)?\s+if\s+you\s+(?:could\s+|would\s+)?|you\s+(?:should|must|need\s+to|have\s+to|can|will)\s|let's\s|let\s+us\s|go\s+ahead\s+and\s|try\s+to\s|make\s+sure\s+(?:to|that\s+you|you)\s|be\s+sure\s+to\s|don't\s+forget\s+to\s|remember\s+to\s|help\s+me\s+(?:to\s+)?|i\s+wonder\s+(?:if|whether)\s+you\s+could\s|i\s+was\s+wondering\s+(?:if|whether)\s+you\s+could\s|it\s+would\s+be\s+(?:nice|great|good)\s+if\s+you\s+(?:could|would)\s|any\s+chance\s+you\s+could\s|it\s+would\s+be\s+(?:nice|great|good|lovely)\s+if\s+(?!you)|use\s+(?:the\s+|your\s+)?(?:keyboard(?:\s+shortcuts?)?|mouse|pointer|menus?)\s+to\s+|time\s+to\s|to\s+(?=[a-z]))",
    re.I,
)
_TAIL = re.compile(
    r"[\s,]+(?:please|pls|plz|thanks?(?:\s+(?:a\s+lot|so\s+much|very\s+much|in\s+advance))?|thank\s+you(?:\s+(?:very|so)\s+much)?|cheers|for\s+me|for\s+us|for\s+now|right\s+now|now|right\s+away|as\s+well|too|again(?=\W*$)|if\s+you\s+(?:can|could|would|please|don't\s+mind)|if\s+possible|will\s+you|would\s+you|could\s+you|can\s+you|at\s+once|immediately|quickly|already|then|also|ok(?:ay)?|(?:when|once|after)\s+(?:(?:you|that|it|this)(?:'re|'s|\s+is|\s+are)\s+)?(?:done|finished)|somehow|a\s+bit\s+later|instead|while\s+you're\s+at\s+it|you\s+know)$",
    re.I,
)
_IDLE = re.compile(
    r"(?:thanks?.*|thank\s+you.*|please|hello.*|hi(?:\s+there)?|hey|good\s+(?:morning|afternoon|evening)|cheers|ok(?:ay)?|sorry|oops|ta|that's\s+(?:all|it)|that\s+is\s+(?:all|it)|that\s+would\s+be\s+\w+|no\s+(?:rush|hurry)|quick(?:ly)?|bye|yes|no|you're\s+a\s+star|much\s+appreciated|here\s+goes|right|well)",
    re.I,
)
_SO_THAT = re.compile(
    r"[\s,]*\b(?:because|since\s+(?=i\b|we\b|it\b|the\b|my\b|they\b)|so\s+that|so\s+(?=i\b|we\b|it\b|my\b|nobody\b|no\s+one\b|they\b|he\b|she\b|you\b|the\b|that\b|everyone\b)|as\s+(?=i\b|we\b|it's\b|it\s+is\b|my\b|they\b|he\b|she\b|there\b)|in\s+order\s+(?:to|that)\s+|otherwise\s+i\b|for\s+(?:my|our|the)\s+(?:\w+\s+)?(?:homework|report|lab\s+report|meeting|presentation|boss|accountant|tax(?:es)?|records|class|sister|brother|mother|father|mum|mom|dad|wife|husband|kids)\b|like\s+in\s+the\s+films).*$",
    re.I,
)
_LEFT_ALONE = re.compile(
    r"(?:^|[\s,]+)(?:(?:and|but)\s+)?(?:please\s+)?(?:don't|do\s+not)\s+(?:change|touch|modify|save|send|print|delete|move|close)\s+(?:anything(?:\s+else)?|it(?:\s+yet)?|the\s+(?:rest|others?|original)|yet)(?:\s+in\s+(?:the|this)\s+\w+)?(?=\W*$)"
    r"|(?<=\w)[\s,]+(?:and\s+|but\s+)?(?:keep|leave)\s+(?:the\s+)?(?:rest|others?|original|\w+)(?:\s+(?:alone|as\s+(?:it\s+is|they\s+are)|where\s+(?:it\s+is|they\s+are)|unchanged|untouched|there))?(?=\s*(?:,|$))",
    re.I,
)
"""What is done by not doing anything."""
_ASIDE = re.compile(
    r"(?:and\s+|but\s+)?(?:(?:i|we|you|he|she|they|it|nobody|no\s+one|somebody|someone|everyone|everything|people)\b(?!\s+(?:want|need|would|'d|should|says)\b)(?!'d\b)|(?:i|we|you|they|he|she|it)'(?:m|ve|re|s|ll)\b|that(?:'s|\s+is|\s+was|\s+would|\s+looks)\b|this\s+(?:is|was|looks|takes)|there(?:'s|\s+is|\s+are|\s+was)\s|the(?:y|re)\s+(?:are|were)\b|(?:the|my|our|his|her|their|its|these|those|some|all|both|most|lines?|it's)\s+(?:[\w'-]+\s+){0,8}?(?:is|are|was|were|has|have|had|looks?|seems?|goes|takes|keeps?|stays?|belongs|hurts?|means?|can't|won't|doesn't|don't|isn't|aren't|wasn't|got|gets|came|went|starting|broke)\b|i\s+(?:need|want)\s+(?:it|this|that|them)(?:\s+(?:for|because|as|by)\b|\s*$)|(?:a|about)\s+\w+\s+of\s+\w+\s+will\s+do|like\s+in\s+the\s+films|in\s+case\s+i\b|just\s+in\s+case)",
    re.I,
)
OUTCOME = re.compile(
    r"(?:and\s+|but\s+)?(?:i(?:'d|\s+would)?\s+(?:really\s+|rather\s+|just\s+|also\s+|only\s+)?(?:want|need|like|love|prefer|rather)\b(?!\s+(?:it|that|this|them)\s*(?:$|[,.]|for\b|because\b|as\b|by\b))|i(?:'d|\s+would)\s+(?:have|see)\b|i\s+(?:want|need|don't\s+(?:want|need|like))\b|.{2,60}?\b(?:should|ought\s+to|needs?\s+to\s+be|must\s+be|has\s+to|have\s+to\s+be|needs\s+\w+ing|belongs?\s+(?:in|on|under|to|into)|can\s+go\b|may\s+go\b|shall\s+be)\b|let\s+me\s+have\b|.{3,40}?\bshowed\b|there\s+should\s+be\b|let\s+there\s+be\b|how\s+about\s)",
    re.I,
)
QUESTION = re.compile(
    r"(?:and\s+|but\s+)?(?:(?:tell\s+me|let\s+me\s+know|find\s+out|say|show\s+me|check|look\s+up|i(?:'d\s+like|\s+want|\s+need)\s+to\s+know|give\s+me|read\s+(?:me|out))\s+)?(?:what(?:'s|\s)|how\s+(?:many|much|long|big|large|high|old|far|often|wide|tall|do|does|did|can|could|should|would|is|are|come|to)\b|which\s|who(?:'s|\s)|where(?:'s|\s)|when\s+(?:is|was|did|does|will)\b|why\b|whose\s)|(?:is|are|was|were|does|do|did|has|have|am|should|shall|may|might)\s+(?:the|there|it|this|that|these|those|my|a|an|any|all|you|i|we|they|he|she|\w+\s+(?:open|on|there|running|installed|bigger|larger))\b",
    re.I,
)


@dataclass(slots=True)
class Said:
    """One sentence, cut."""

    clauses: list[str] = field(default_factory=list[str])
    asides: list[str] = field(default_factory=list[str])


_CONTRACTED = re.compile(r"\b(don|doesn|isn|aren|can|won|haven|hasn|didn|wasn)(t)\b", re.I)


FIRST_OWN = re.compile(r"(?:before|after|while|when|whenever|now\s+that)\s+(?:i|we|my|our)\b[^,]+,\s*", re.I)


def sentences(text: str) -> list[str]:
    """Sentences, each with its final question mark."""
    found: list[str] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop[0] == "." and _ABBREVIATION.search(text[: stop.end()]):
            continue
        found.append(text[start : stop.start()] + ("?" if "?" in stop[0] else ""))
        start = stop.end()
    found.append(text[start:])
    return [part for part in (part.strip(" \t,:-–—") for part in found) if re.search(rf"[\w{_ATOM[1:]}", part)]


def trimmed(text: str) -> str:
    """Without what opens and closes a sentence politely."""
    text = _CONTRACTED.sub(lambda match: f"{match[1]}'{match[2]}", text.strip(" \t,:.?"))
    while True:
        lead = _LEAD.match(text)
        shorter = text[lead.end() :] if lead is not None else text
        shorter = _TAIL.sub("", shorter).strip(" \t,:.")
        if shorter == text or not shorter:
            return shorter
        text = shorter


def cut(sentence: str) -> Said:
    """The clauses of a sentence that order, want or ask something, and those that only tell."""
    said = Said()
    if (own := FIRST_OWN.match(sentence)) is not None:
        said.asides.append(own[0].strip(" ,"))
        sentence = sentence[own.end() :]
    if (left := _LEFT_ALONE.search(sentence)) is not None:
        said.asides.append(left[0].strip(" ,"))
        sentence = f"{sentence[: left.start()]}{sentence[left.end() :]}"
    purpose = _SO_THAT.search(sentence)
    if purpose is not None and purpose.start() > 0:
        said.asides.append(purpose[0].strip(" ,"))
        sentence = sentence[: purpose.start()]
    pieces: list[tuple[str, str]] = []
    start, gap = 0, ""
    for joint in _JOINT.finditer(sentence):
        if joint.start() < start or joint.start() == 0:
            continue
        after = sentence[joint.end() :]
        if ":" in joint[0] and re.match(
            r"(?:add|new|create|make|type|write|enter|put|insert|book|record|set)\b",
            trimmed(sentence[start : joint.start()]),
            re.I,
        ):
            continue
        if not _begins(after, joint[0]):
            continue
        pieces.append((gap, sentence[start : joint.start()]))
        start, gap = joint.end(), joint[0]
    pieces.append((gap, sentence[start:]))
    for _, piece in pieces:
        bare = piece.strip(" ,")
        if not bare or _IDLE.fullmatch(bare.rstrip("?")) or not trimmed(bare):
            continue
        if aside(bare):
            said.asides.append(bare)
        else:
            said.clauses.append(bare)
    return said


def aside(text: str) -> bool:
    """Whether it only tells something."""
    bare = re.sub(r"^(?:(?:oh|well|oops|hey|hi|ok|okay|sorry|please)[\s,]+)+", "", text, flags=re.I)
    return _ASIDE.match(bare) is not None and OUTCOME.match(bare) is None and not bare.endswith("?")


_SUBJECT = re.compile(
    r"(?P<what>(?:the|my|our|this|that|these|those)\s+[\w -]{2,40}?)\s+(?:is|are|was|were|has|have|had|goes|looks?|seems?|keeps?|takes|stays|got|gets|hurts?|came|can't|won't|doesn't|isn't|aren't)\b",
    re.I,
)


def subject(aside: str) -> str:
    """What an aside speaks of: "My screen" of "My screen goes black every ten minutes"."""
    found = _SUBJECT.match(aside.strip())
    if found is None:
        return ""
    does = re.match(r"\s+(?:goes|turns|gets|takes)\s+\w+", aside[found.end("what") :])
    return found["what"] + (does[0] if does is not None else "")


def _begins(after: str, joint: str) -> bool:
    if not after.strip():
        return False
    if QUESTION.match(after) and (":" not in joint):
        return True
    if OUTCOME.match(after) and re.match(
        r"(?:i\b|i'd|it\s|they\s|the\s|my\s|this\s|that\s|these\s|those\s|there\s)", after, re.I
    ):
        return True
    if _ASIDE.match(after) and ("," in joint or "but" in joint):
        return True
    shorter = trimmed(after)
    if not shorter:
        return False
    if re.match(r"(?:don't|do\s+not|never)\b", shorter, re.I):
        return True
    if re.fullmatch(r"(?:save|close|quit|exit|print|undo|send)(?:\s+it)?", shorter, re.I):
        return "and" in joint or "then" in joint
    led = len(shorter) < len(after.strip()) and _TAIL.search(after) is None
    return opens(shorter, behind=not led) is not None and not _participle(shorter)


def _participle(text: str) -> bool:
    """``…, sorted by price``: no command."""
    first = text.split(" ", 1)[0].lower()
    return first in PARTICIPLES and first not in ("put", "cut", "set", "split", "run", "read", "spread", "back", "bold")
