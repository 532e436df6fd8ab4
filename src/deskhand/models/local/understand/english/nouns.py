"""English noun phrases: what *a new file called notes.txt* or *the result* means."""

# ruff: noqa: SIM102
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.english.names import FILED, QUOTED
from deskhand.models.local.understand.english.sums import english_sum
from deskhand.models.local.understand.english.targets import NAMED, Targets
from deskhand.models.local.understand.frame import Noun

_REF = re.compile(
    r"(?:the\s+|that\s+|this\s+|its\s+)?(?:(?:calculated|computed|final|previous|last|calculation|calculator's|resulting|displayed)\s+)?"
    r"(?:result|results|answer|outcome|sum|product|total|quotient|difference|number|value|solution|figure)"
    r"(?:\s+(?:of|from|on|in|shown\s+(?:in|on|by)|displayed\s+(?:in|on|by)|you\s+(?:get|got|calculated|computed|see)|that\s+you\s+(?:get|got)|shown|displayed)"
    r"(?:\s+(?:the|that|this)?\s*(?:calculation|calculator|computation|sum|it|display|calculator\s+display|multiplication|addition))?)?"
    r"|what\s+(?:the\s+calculator\s+(?:shows|says|displays)|you\s+(?:get|got))|what\s+it\s+(?:is|comes\s+to|equals)",
    re.I,
)
_OUTPUT = re.compile(
    r"(?:the\s+|its\s+|that\s+|this\s+)?(?:whole\s+|full\s+|entire\s+|complete\s+)?(?:(?:terminal(?:'s)?|command(?:'s)?|console)\s+)?output(?:\s+(?:of|from)\s+(?:the\s+|that\s+|this\s+)?(?:terminal|command|console|it|that|this|shell))?"
    r"|what\s+(?:it|the\s+(?:terminal|command|console|shell)|that)\s+(?:prints|says|shows|outputs|printed|displays|answers|returns|gives|printed\s+out|prints\s+out)"
    r"|(?:the\s+)?(?:line|lines|text|result)\s+(?:it|the\s+(?:terminal|command))\s+(?:prints|printed|shows|returns|returned)"
    r"|(?:the\s+)?result\s+of\s+(?:the|that)\s+command",
    re.I,
)
_IT = re.compile(
    r"(?:it|this|that|them|everything\s+you\s+(?:typed|wrote)|(?:the|this|that|your|my)\s+(?:current\s+|open\s+|new\s+|whole\s+)?(?:file|document|text|note|content|contents|work|changes|page|text\s+file)|what\s+you\s+(?:typed|wrote)|the\s+file\s+you\s+(?:made|created|opened))",
    re.I,
)
_ALL = re.compile(
    r"(?:all|everything|all\s+of\s+it|it\s+all|(?:all\s+(?:of\s+)?|the\s+whole\s+|the\s+entire\s+)(?:the\s+)?(?:text|content|contents|document|file|words|lines)(?:\s+(?:in|of)\s+(?:the\s+)?(?:file|document|editor|text\s+editor|it))?)",
    re.I,
)
_NEW = re.compile(
    rf"(?:a\s+|an\s+|the\s+|another\s+|one\s+)?(?:(?:brand[\s-]new|new|blank|empty|fresh|untitled)\s+)+(?:plain\s+)?(?:text\s+)?(?:file|document|note|page|text\s+document|one)(?:\s+{NAMED}\s+(.+))?"
    rf"|(?:a|another)\s+(?:plain\s+)?(?:text\s+)?(?:file|document|note)(?:\s+{NAMED}\s+(.+))?",
    re.I,
)
_WINDOW = re.compile(
    r"(?:the\s+|this\s+|that\s+|its\s+)?(?:current\s+|active\s+|front\s+|frontmost\s+|topmost\s+|open\s+|focused\s+|whole\s+)?(?:window|dialog|dialogue|dialog\s+box|popup|pop-up)",
    re.I,
)


class NounPhrases(Targets):
    """From a noun phrase to a `Noun`."""

    def noun(self, text: str, *, condition: bool = False) -> Noun:
        """What a whole noun phrase means; ``raw`` when no rule knows it."""
        raw = text = re.sub(r"\s+", " ", text.strip(" ,:"))
        if not text:
            return Noun("raw", "", raw)
        if re.fullmatch(any_of(), text):
            return self.atom(text)
        if re.fullmatch(
            r"(?:the\s+)?(?:calculator(?:'s)?\s+)?(?:display|screen)(?:\s+of\s+the\s+calculator)?|(?:the\s+)?(?:screen|whole\s+screen)",
            text,
            re.I,
        ):
            return Noun("screen", text, raw)
        if _REF.fullmatch(text):
            return Noun("ref", text, raw)
        if _OUTPUT.fullmatch(text):
            return Noun("output", text, raw)
        if _ALL.fullmatch(text):
            return Noun("everything", text, raw)
        if (
            concept := concepts.program(
                re.sub(r"^(?:a|an|the|another)\s+(?:new|second|fresh)\s+", "", text, flags=re.I)
            )
        ) is not None:
            return Noun("program", concept, raw)
        if (place := concepts.folder(text)) is not None:
            return Noun("folder", place, raw)
        if found := _NEW.fullmatch(text):
            called = found[1] or found[2] or ""
            name, where = self.name_in_folder(called)
            if called and name is None:
                return Noun("raw", text, raw)
            return Noun("new file", name or "", raw, folder=where)
        if _IT.fullmatch(text):
            return Noun("this file", text, raw)
        if _WINDOW.fullmatch(text) and not condition:
            return Noun("window", "", raw, target=Target(kind="window"))
        if found := re.fullmatch(
            rf"(?:the\s+|a\s+|my\s+)?(?:existing\s+|text\s+|html\s+|web\s+|image\s+|file\s+|local\s+)*(?:file|document|page|note|picture|image|script)?\s*(?:{NAMED}\s+)?({FILED})(?:\s+(?:file|document|page))?",
            text,
            re.I,
        ):
            return self.atom(found[1])
        if found := re.fullmatch(
            rf"(?:the\s+|a\s+|my\s+)?(?:existing\s+|text\s+)*(?:file|document)\s*(?:{NAMED}\s+)?({QUOTED})", text, re.I
        ):
            return Noun("file", self.atoms.plain(found[1]), raw, quoted=True)
        if found := re.fullmatch(
            rf"(?:the\s+)?(?:web\s*)?(?:address|url|page|site|website)\s+(?:at\s+)?({any_of('url')})", text, re.I
        ):
            return self.atom(found[1])
        if found := re.fullmatch(rf"({FILED}|{QUOTED})\s+(?:in|from|inside|on|within)\s+(.+)", text, re.I):
            inner = self.noun(found[2])
            if inner.kind == "folder":
                base = self.atom(found[1])
                return Noun("file", base.text, raw, folder=inner.text)
        if found := re.fullmatch(
            rf"(?:the\s+|following\s+|exact\s+|single\s+|only\s+|just\s+)*(?:words?|texts?|phrase|sentence|line|lines|string|message|name|value|number|letters?|characters?|greeting|content|contents|title|following)\s*(?:{NAMED}|of)?\s*[:,]?\s*({QUOTED}(?:(?:\s*,\s*|\s+and\s+|\s+)?{QUOTED})*)",
            text,
            re.I,
        ):
            return self.texts(found[1], raw)
        if found := re.fullmatch(r"(?:the\s+)?(?:command|commands?\s+line)\s*:?\s*(.+)", text, re.I):
            return Noun("command", self.atoms.plain(found[1]), raw, quoted=bool(re.fullmatch(QUOTED, found[1])))
        if re.fullmatch(rf"{QUOTED}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+){QUOTED})+", text, re.I):
            return self.texts(text, raw)
        if (key := self.key(text)) is not None:
            return Noun("keys", key, raw)
        if found := re.fullmatch(r"(?:the\s+)?(.+?)\s+(?:menu)", text, re.I):
            if (name := self.target_name(found[1])) is not None and not re.fullmatch(
                r"(?:context|right-click|pop-?up|drop-?down|menu)", name, re.I
            ):
                return Noun("menu", name, raw, path=(name,))
        if (target := self.target(text)) is not None:
            kind = "window" if target.kind == "window" and not target.near and target.nth is None else "target"
            return Noun("window" if kind == "window" else "target", target.name, raw, target=target)
        if (value := english_sum(text)) is not None:
            return Noun("sum", text, raw, value=value)
        return Noun("raw", self.atoms.plain(text), raw)

    def clickable(self, text: str) -> Target | None:
        """What a click is aimed at; here a bare name (``click Save``) is enough."""
        noun = self.noun(text)
        if noun.target is not None:
            return noun.target
        match noun.kind:
            case "text" | "command" if not noun.path:
                return Target(noun.text)
            case "file":
                return Target(noun.text, "file")
            case "folder":
                return Target(re.sub(r"^(?:the|my)\s+|\s+(?:folder|directory)$", "", noun.raw, flags=re.I), "folder")
            case "menu":
                return Target(noun.text, "menu") if len(noun.path) == 1 else None
            case "raw" | "program" | "keys" | "url":
                body = re.sub(r"^(?:the|a|an)\s+", "", noun.raw, flags=re.I)
                window = ""
                if found := re.search(r"\s+in\s+(?:the\s+)?(.+)$", body, re.I):
                    window, body = concepts.program(found[1]) or "", body[: found.start()]
                    if not window:
                        return None
                if noun.kind == "raw" and not body[:1].isupper() and (len(body.split()) > 1 or body != noun.raw):
                    return None
                name = self.target_name(body)
                return Target(name, None, None, "", window) if name and len(name.split()) <= 4 else None
        return None
