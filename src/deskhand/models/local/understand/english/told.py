"""What *tell me …* and *what does … say* ask for."""

# ruff: noqa: E501, SIM102
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.english.names import QUOTED
from deskhand.models.local.understand.english.nouns import _OUTPUT, _REF
from deskhand.models.local.understand.english.phrases import Phrases
from deskhand.models.local.understand.english.sums import english_sum
from deskhand.models.local.understand.english.targets import NEAR
from deskhand.models.local.understand.frame import Noun, Puzzled


class Nouns(Phrases):
    """All that English nouns can be."""

    def told(self, text: str) -> Noun:
        """The object of *tell me …*, or a question."""
        raw = text
        text = (
            re.sub(r"^(?:what(?:'s|\s+is|\s+are)?|about|me|us)\s+", "", text.strip(" ?"), count=1, flags=re.I)
            if not _OUTPUT.fullmatch(text.strip(" ?")) and not _REF.fullmatch(text.strip(" ?"))
            else text.strip(" ?")
        )
        text = re.sub(r"^how\s+much\s+(?:is\s+)?", "", text, flags=re.I)
        text = re.sub(r"^(?:does|do|did)\s+", "", text, flags=re.I)
        if (value := english_sum(text)) is not None:
            return Noun("sum", text, raw, value=value)
        noun = self.noun(text)
        label = re.sub(r"\s+(?:on|in|of)\s+(?:the|this)\s+(?:page|screen|table|list|window|document)$", "", text)
        labelled = re.fullmatch(r"the\s+((?:[A-Z][\w-]*)(?:\s+(?:[A-Z][\w-]*|of|and|no\.?))*)", label)
        if labelled and noun.kind in ("ref", "raw"):  # "the Total": written as it stands on the screen
            return Noun("target", labelled[1], raw, target=Target(labelled[1]))
        if noun.kind in ("ref", "output", "sum"):
            return noun
        if re.fullmatch(r"(?:what\s+)?(?:you\s+(?:see|get|find)|it\s+(?:shows|gives)|happens|comes\s+out)", text, re.I):
            return Noun("ref", text, raw)
        if noun.kind == "this file" and text.lower() in ("it", "this", "that"):
            return noun
        if found := re.fullmatch(r"(.+?)\s+(?:is|comes\s+to|equals|makes|gives|are|be|amounts\s+to)", text, re.I):
            if (value := english_sum(found[1])) is not None:
                return Noun("sum", text, raw, value=value)
            if re.fullmatch(r"it|that|this|the\s+(?:result|answer|sum|total)", found[1], re.I):
                return Noun("ref", text, raw)
        if re.fullmatch(
            r"(?:the\s+)?(?:title\s+of\s+(?:the\s+)?(?:current\s+|active\s+|front\s+|open\s+)?(?:window|dialog)|(?:current\s+|active\s+|front\s+)?(?:window|dialog)(?:'s)?\s+title|title(?:\s+bar)?)(?:\s+(?:says?|shows?|reads?|is))?",
            text,
            re.I,
        ):
            return Noun("window", "", raw, target=Target(kind="window"))
        if found := re.fullmatch(
            r"(?:the\s+)?(?:title\s+of\s+(?:the\s+)?(.+?)(?:\s+window)?|(.+?)(?:\s+window)?(?:'s)?\s+(?:window\s+)?title)(?:\s+(?:says?|shows?|reads?|is))?",
            text,
            re.I,
        ):
            if (concept := concepts.program((found[1] or found[2]).removesuffix("'s"))) is not None:
                return Noun("window", concept, raw, target=Target(kind="window", window=concept))
        if found := re.fullmatch(
            rf"(?:the\s+)?(?:output|result|printout)\s+of\s+(?:the\s+command\s+)?({any_of('command', 'quote')})|({any_of('command')})\s+(?:prints?|says?|shows?|outputs?|displays?|returns?|gives?)(?:\s+(?:in|on)\s+the\s+\w+)?",
            text,
            re.I,
        ):
            return Noun("command", self.atoms.plain(found[1] or found[2]), raw, quoted=True)
        if found := re.fullmatch(
            r"(?:the\s+)?(?:names?|list)\s+of\s+(?:all\s+)?(?:the\s+)?files(?:\s+(?:in|inside|on)\s+(.+)|\s+there)?",
            text,
            re.I,
        ):
            place = self.noun(found[1]) if found[1] else None
            if place is None or place.kind in ("folder", "this file"):
                return Noun("folder", place.text if place is not None and place.kind == "folder" else "", raw)
        if re.fullmatch(r"(?:the\s+)?(?:calculator(?:'s)?\s+)?display(?:\s+(?:says|shows|reads))?", text, re.I):
            return Noun("program", "calculator", raw)
        body = re.sub(
            r"\s+(?:says?|shows?|reads?|contains?|displays?|holds?|has\s+in\s+it|prints?|outputs?|printed)$",
            "",
            text,
            flags=re.I,
        )
        body = re.sub(
            r"^(?:is\s+)?(?:(?:written|displayed|shown|said|stored|saved)\s+)?(?:in|inside|on|by)\s+",
            "",
            body,
            flags=re.I,
        )
        body = re.sub(
            r"^(?:the\s+)?(?:contents?|text|words?|value|number|figure|amount|names?|list)\s+(?:of|in|inside|on|shown\s+(?:in|on)|displayed\s+(?:in|on)|written\s+in)\s+",
            "",
            body,
            flags=re.I,
        )
        if found := re.fullmatch(r"(?:the\s+)?files?\s+(?:are\s+)?(?:there\s+)?(?:in|inside|on)\s+(.+)", body, re.I):
            inner = self.noun(found[1])
            if inner.kind == "folder":
                return Noun("folder", inner.text, raw)
        if re.fullmatch(r"(?:the\s+)?(?:error|message|warning)(?:\s+message)?", body, re.I):
            return Noun("target", "", raw, target=Target(kind="window"))
        noun = self.noun(body)
        if noun.kind == "screen" and "calculator" in body.lower():
            return Noun("program", "calculator", raw)
        if noun.kind in ("program", "file", "folder", "this file", "screen", "window", "everything", "target"):
            return noun
        if noun.kind in ("command",) and noun.quoted:
            return noun
        if found := re.fullmatch(
            rf"(?:the\s+)?(?:value|number|text|amount|figure|price|word)\s+(?:{NEAR})\s+(?:the\s+)?(?:label\s+)?({QUOTED})",
            text,
            re.I,
        ):
            name = self.atoms.plain(found[1])
            return Noun("target", name, raw, target=Target(name))
        if noun.kind == "text" and noun.quoted and re.search(r"\b(?:value|field|total|label|next|beside)\b", raw, re.I):
            return Noun("target", noun.text, raw, target=Target(noun.text))
        raise Puzzled(
            self.atoms.restore(raw),
            "world"
            if re.search(
                r"\b(?:who|weather|news|capital|why|how|joke|president|time|date|year|month|today|when|where)\b",
                raw,
                re.I,
            )
            else "what target",
        )
