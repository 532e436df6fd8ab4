"""English sentences to clauses: cut where a joining word or a comma is followed by another command."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.concepts import nearly
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.english.lexicon import GERUNDS, VERB, VERB_ING, VERBS
from deskhand.models.local.understand.english.phrases import PREPOSITIONS
from deskhand.models.local.understand.english.sums import english_command_sum, english_sum
from deskhand.models.local.understand.english.told import Nouns
from deskhand.models.local.understand.english.verbs import build
from deskhand.models.local.understand.frame import Frame, Item, Noun, Puzzled, Role

_ATOM = any_of()
_NOISE_BEFORE = re.compile(
    r"(?:\s|,|step\s+\d+\s*[:.)-]|if\s+(?:possible|you\s+(?:can|could|please|don't\s+mind))\s*,|and\b|but\b|then\b|also\b|next\b|finally\b|lastly\b|last(?:ly)?,|now\b|afterwards?\b|after\s+(?:that|this)\b|after\s+which\b|please\b|pls\b|kindly\b|simply\b|just\b"
    r"|first\s+of\s+all\b|first(?:ly)?\b(?!\s+(?:button|link|file|row|tab|option|item|checkbox|field))|second(?:ly)?,|third(?:ly)?,|so\b|ok(?:ay)?\b|hi\b|hello\b(?=[,!. ]\s*\w)|hey\b|well\b|right,|to\s+begin(?:\s+with)?\b|to\s+start(?:\s+with)?\b|once\s+(?:that\s+is|that's|you\s+have)\s+done(?:\s+that)?\b|when\s+(?:that\s+is|that's|you\s+are|you're)\s+(?:done|finished|ready)\b|when\s+done\b|in\s+the\s+end\b|at\s+the\s+end\b|followed\s+by\b"
    r"|be\s+so\s+kind\s+(?:as\s+to|and)\b|(?:can|could|would|will|may)\s+you\s+(?:be\s+so\s+kind\s+(?:as\s+to|and)\s+)?(?:please\s+|kindly\s+|possibly\s+)?|would\s+you\s+mind\b|do\s+me\s+a\s+favou?r\s+and\b|i\s+(?:want|need|would\s+like|wish)(?:\s+for)?\s+you\s+to\b|i'd\s+like\s+you\s+to\b"
    r"|i'd\s+(?:like|love)\s+(?:you\s+)?to\b|i\s+(?:want|need|would\s+like)\s+to\b|i'd\s+appreciate\s+it\s+if\s+you(?:\s+could|\s+would)?\b|your\s+(?:task|job|goal)\s+is\s+to\b|you\s+(?:should|must|need\s+to|have\s+to|can|will)\b|let's\b|let\s+us\b|go\s+ahead\s+and\b"
    r"|try\s+to\b|to\b(?=\s+[a-z])|make\s+sure\s+(?:to|that\s+you|you)\b|be\s+sure\s+to\b|don't\s+forget\s+to\b|remember\s+to\b|proceed\s+to\b|help\s+me\s+(?:to\s+)?|the\s+(?:first|second|third|next|last|final)\s+step\s+is\s+to\b|quickly\b|carefully\b|immediately\b|again\b|as\s+a\s+(?:first|next|last|final)\s+step\b|thank(?:s|\s+you)\b[^\w]*)",
    re.I,
)  # fmt: skip
_NOISE_AFTER = re.compile(
    r"[\s,]+(?:please|pls|for\s+me|for\s+us|thanks|thank\s+you(?:\s+(?:very|so)\s+much)?|right\s+now|now|right\s+away|first|afterwards?|as\s+well|too|again|if\s+you\s+(?:can|could|would|please|don't\s+mind)|"
    r"when\s+(?:you're|you\s+are)\s+(?:done|finished|ready)|when\s+done|when\s+finished|will\s+you|would\s+you|could\s+you|can\s+you|on\s+my\s+behalf|at\s+once|immediately|quickly|already|then|to\s+finish)$",
    re.I,
)
_POLITE = re.compile(r"\s*,\s*(?:please|pls|thanks|thank\s+you)$|\s+please$", re.I)
_UNQUOTED = re.compile(
    r"(?:type|enter|input|write|key)\b(?:\s+(?:in|out|down))?\s+(?!.*[\ue000-\uf8ff])(?!(?:it|that|this|the\s)\b)",
    re.I | re.S,
)
"""A text that is to be typed and has no quotation marks around it: its last word may look like politeness."""
_IDLE = re.compile(
    r"(?:thanks?(?:\s+you)?(?:\s+(?:very|so)\s+much|\s+a\s+lot)?(?:\s+in\s+advance)?|thank\s+you(?:\s+(?:very|so)\s+much)?(?:\s+in\s+advance)?|please|hello(?:\s+there)?|hi(?:\s+there)?|hey|good\s+(?:morning|afternoon|evening)|cheers|ok(?:ay)?|"
    r"that's\s+(?:all|it)|that\s+is\s+(?:all|it)|i\s+need\s+(?:your|some)\s+help|here\s+is\s+(?:what|the\s+task).*|do\s+the\s+following|(?:please\s+)?follow\s+these\s+steps|steps?|task|instructions?|and|then|done|the\s+end|and\s+that's\s+it|best\s+regards|you're\s+done)",
    re.I,
)
_QUESTION = re.compile(
    r"(?:what(?:'s|\s+is|\s+are|\s+does|\s+do|\s+did|\s+will|\s+would)?|how\s+much\s+(?:is|are|does|would)|which\s+\w+|how\s+many|who|where|why|when\s+(?:is|was|did))\b",
    re.I,
)
_OPENERS = r"(?:if|when|once|after|before|whenever|as\s+soon\s+as|unless|while|until|otherwise|else|using|for\s+(?:each|every)|repeat|in\s+case|should)\b"
_BREAK = re.compile(
    r"(?:\s*,\s*|\s+|(?<=[\ue000-\uf8ff]))(?:(?:and\s+then|and\s+also|and\s+finally|and\s+next|and|then|after\s+that|afterwards|after\s+which|but|next|finally|lastly|before\s+you\s+finish)\b[\s,]*)+"
    r"|\s*,\s*(?:followed\s+by\s+)?|\s*;\s*|\s+[-–—]+\s+|\s+(?:->|=>|→)\s+",
    re.I,
)
_NEVER = re.compile(
    r"\b(?:do\s+not|don't|never|without\s+\w+ing|avoid|refrain|must\s+not|mustn't|shouldn't|instead\s+of|rather\s+than)\b",
    re.I,
)


class Clauses:
    """What can be told of a clause without looking at the others."""

    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms
        self.nouns = Nouns(atoms)

    def sentences(self, text: str) -> list[str]:
        inline = re.findall(r"(?:^|\s)\(?(\d{1,2})[.)]\s+(?=[A-Za-z])", text)
        if len(inline) > 1 and [int(n) for n in inline] == list(range(1, len(inline) + 1)):
            text = re.sub(r"(?:^|\s)\(?\d{1,2}[.)]\s+(?=[A-Za-z])", "\n", text)
        text = re.sub(
            r"(?:^|(?<=\n))\s*(?:step\s+)?(?:\d{1,2}\s*[.):]|[-*•●‣]|\(\d{1,2}\)|step\s+\d{1,2}\s*[-:]?)\s+",
            "\n",
            text,
            flags=re.I,
        )
        parts = re.split(rf"[.!?]+(?=\s|$)|(?<={_ATOM})[.!?](?=[A-Z])|\s*\n\s*|\s*;\s*|[。！？]", text)
        found: list[str] = []
        for part in parts:
            part = part.strip(" \t,:-")
            if part and re.search(rf"[\w{_ATOM[1:]}", part):
                found.append(part)
        return found

    def joined(self, text: str, clause: str, rest: list[str]) -> str:
        at = text.find(clause)
        return text[at:] if at >= 0 else ", ".join([clause, *rest])

    def clauses(self, text: str) -> list[str]:
        """Split where a joining word or a comma is followed by another command."""
        cuts: list[tuple[int, int]] = []
        for gap in _BREAK.finditer(text):
            if gap.start() == 0:
                continue
            after = self.trim(text[gap.end() :])
            if self.begins(after, gap[0], text[: gap.start()]):
                cuts.append(gap.span())
        parts: list[str] = []
        start = 0
        for low, high in cuts:
            if low < start:
                continue
            parts.append(text[start:low])
            start = high
        parts.append(text[start:])
        return [part for part in (p.strip(" ,:") for p in parts) if part]

    def begins(self, after: str, gap: str, before: str) -> bool:
        """Whether a command begins here: a verb with something to follow it, or a question."""
        if not after:
            return False
        if _IDLE.fullmatch(after):
            return True
        if (
            re.match(_OPENERS, after, re.I)
            or _QUESTION.match(after)
            or (_NEVER.match(after) and not re.match("without", after, re.I))
        ):
            return True
        found = VERB.match(after)
        if "followed by" in gap.lower() and VERB_ING.match(after):
            return True
        if found is None:
            return False
        rest = after[found.end() :]
        verb = " ".join(found[0].lower().split())
        if verb in ("name", "note", "page", "title", "place", "check", "square", "double", "use", "set", "change", "do", "keep", "leave", "return",
                    "find", "cut", "copy", "exit", "answer", "say", "call", "report", "enter", "store", "load", "pull") and not rest.strip(" ."):  # fmt: skip
            return (
                verb in ("exit", "copy", "cut", "enter", "report")
                and bool(re.search(r"\band|then", gap, re.I))
                and not re.search(r"\b(?:type|write|input)\s+\w+$", before, re.I)
            )
        if (
            re.match(r"\s+(?:button|menu|field|key|box|icon|link|tab|option|window|dialog|bar|item)\b", rest, re.I)
            and "," not in gap
            and VERBS.get(verb) != "press"
        ):
            return False
        named = re.search(r"(?:select|choose|click(?:\s+on)?|pick|press|tap)\s+(?:the\s+)?[A-Z]\w*$", before, re.I)
        if named and found[0][0].isupper() and before.split()[-1][0].isupper() and "," not in gap and "then" not in gap:
            return False  # the command *Copy and Paste* of a menu
        return not re.match(r"\s*[,:]?\s*$", rest) or self.verb_alone(verb)

    @staticmethod
    def verb_alone(verb: str) -> bool:
        return (
            VERBS.get(verb)
            in ("save", "close", "copy", "cut", "paste", "undo", "redo", "select all", "wait", "break line", "clear")
            or " " in verb
        )

    def trim(self, text: str, *, ends: bool = True) -> str:
        """Without politeness and joining words at either end; but words to be typed unquoted stay."""
        text = text.strip(" \t,:")
        while True:
            shorter = _NOISE_BEFORE.sub("", text, count=1) if _NOISE_BEFORE.match(text) else text
            after = _POLITE if _UNQUOTED.match(shorter) else _NOISE_AFTER
            shorter = (after.sub("", shorter) if ends else shorter).strip(" \t,:")
            if shorter == text or not shorter:
                return shorter or text if not _NOISE_BEFORE.fullmatch(text) else ""
            text = shorter

    def phrase(self, text: str) -> tuple[Role | None, Noun | None]:
        """A prepositional phrase on its own."""
        found = re.match(rf"({PREPOSITIONS})\s+(.+)$", text, re.I)
        if found is None:
            return None, None
        noun = self.nouns.noun(found[2])
        return self.nouns.role(found[1].lower(), noun), noun

    def mere_state(self, text: str) -> bool:
        """``the calculator is open``, ``it has loaded``: what the steps before have brought about anyway."""
        if re.fullmatch(
            r"(?:that|this|it|you|all\s+(?:that|this)|everything)\s*(?:is|are|has|have|'s|'re)?\s*(?:been\s+)?(?:done|finished|ready|open|opened|loaded|saved|complete|typed|there|running)?(?:\s+(?:that|this|it))?",
            text,
            re.I,
        ):
            return True
        found = re.fullmatch(
            r"(.+?)\s+(?:is|has|are|have)\s+(?:been\s+)?(?:open|opened|loaded|ready|started|appeared|launched|running|closed|saved|shown|up)(?:\s+up)?|(.+?)\s+opens(?:\s+up)?",
            text,
            re.I,
        )
        return found is not None and self.nouns.noun(found[1] or found[2]).kind in (
            "program",
            "file",
            "this file",
            "new file",
        )

    def mention(self, where: str, what: str, text: str) -> list[Item]:
        """``in the shared folder there is a file called plan.txt``: nothing to do, but something to know."""
        place = self.nouns.noun(where) if where else None
        noun = self.nouns.noun(re.sub(r"^(?=file|document)", "the ", what))
        if noun.kind != "file":
            body, args = self.nouns.peel(what)
            noun = args.get("name") or self.nouns.noun(body)
            place = place or args.get("place")
            if noun.kind == "raw" or not re.fullmatch(
                r"(?:text\s+|html\s+)?(?:file|document)?", body if "name" in args else "file", re.I
            ):
                raise Puzzled(text)
        if noun.kind != "file" or (place is not None and place.kind != "folder"):
            raise Puzzled(text)
        return [Frame("mention", (noun,), {"place": place} if place is not None else {}, source=text)]

    def left_alone(self, text: str) -> bool:
        """``leave the editor open``: done by not doing anything."""
        if re.fullmatch(r"(?:but\s+)?(?:do\s+not|don't)\s+close\s+(?:it|them|anything|the\s+[\w\s]+)", text, re.I):
            return True
        found = re.fullmatch(
            r"(?:but\s+)?(?:leave|keep)\s+(.+?)\s+(?:open|running|alone|untouched|as\s+(?:it\s+is|they\s+are|is))",
            text,
            re.I,
        )
        if found is None:
            return False
        parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", found[1])
        return all(
            self.nouns.noun(part).kind in ("program", "file", "this file", "window", "everything") for part in parts
        )

    def question(self, text: str) -> list[Frame]:
        """``What is 12 × 7?``, ``what does the window title say``, ``how much is …``."""
        found = re.match(
            r"(?:what(?:'s|\s+is|\s+are)|how\s+much\s+(?:is|are)|what\s+do(?:es)?\s+you\s+get\s+(?:for|when\s+you)?)\s+(.+)$",
            text,
            re.I,
        )
        if found:
            value = english_sum(found[1])
            body, args = self.nouns.peel(found[1])
            if value is None and args:
                value = english_sum(body)
            if value is not None:
                return [
                    Frame("compute", (Noun("sum", raw=found[1], value=value),), args),
                    Frame("tell", (Noun("ref"),)),
                ]
        if found := re.match(
            r"what\s+(?:do\s+(?:you|i|we)\s+get|is\s+it|happens|comes\s+out)\s+(?:if|when)\s+(?:you|i|we)\s+(add|multiply|divide|subtract|double|halve|square)\s+(.+)$",
            text,
            re.I,
        ):
            value = english_command_sum(found[1].lower(), found[2])
            if value is not None:
                return [Frame("compute", (Noun("sum", raw=text, value=value),)), Frame("tell", (Noun("ref"),))]
        if _QUESTION.match(text):
            return [Frame("tell", (self.told(text),))]
        if (value := english_sum(text)) is not None and re.search(r"[=]\s*$|^[\d(]", text):
            return [Frame("compute", (Noun("sum", raw=text, value=value),)), Frame("tell", (Noun("ref"),))]
        return []

    def told(self, text: str) -> Noun:
        """The thing that is to be told."""
        return self.nouns.told(text)

    def verb(self, text: str) -> tuple[str, str] | None:
        """The verb that opens the clause (as in the table), and the rest of the clause."""
        if found := VERB.match(text):
            return " ".join(found[0].lower().split()), text[found.end() :].strip()
        if (ing := VERB_ING.match(text)) is not None:
            return GERUNDS[" ".join(ing[0].lower().split())], text[ing.end() :].strip()
        first, _, rest = text.partition(" ")
        if (near := nearly(first, {verb: verb for verb in VERBS if " " not in verb})) is not None:
            return near, rest.strip()
        short = {"lauch": "launch", "lanch": "launch", "launc": "launch", "tpye": "type", "tyep": "type", "opne": "open", "oepn": "open", "clcik": "click", "clikc": "click", "svae": "save", "saev": "save",
                 "wirte": "write", "colse": "close", "presss": "press", "chose": "choose"}  # fmt: skip
        if first.lower() in short:
            return short[first.lower()], rest.strip()
        return None

    def command(self, text: str, before: list[Item]) -> list[Frame]:
        found = self.verb(text)
        if found is None:
            raise Puzzled(self.atoms.restore(text))
        if VERBS[found[0]] in ("maximize", "minimize", "restore", "describe", "count", "move"):
            raise Puzzled(self.atoms.restore(text))  # `desk_frames` knows all there is to say with them
        if VERBS[found[0]] in ("create", "rename", "delete", "save", "open"):
            found = (found[0], re.sub(r"\s+(?:in\s+)?there$", "", found[1], flags=re.I))
        return build(self.nouns, found[0], VERBS[found[0]], found[1], text, before)
