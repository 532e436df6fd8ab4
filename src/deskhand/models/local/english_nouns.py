"""English noun phrases: what *the third “OK” button in the dialog* or *a new file called notes.txt* means."""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)
from __future__ import annotations

import re

from deskhand.models.local import concepts, numbers
from deskhand.models.local.atoms import Atoms, any_of
from deskhand.models.local.frame import Noun, Puzzled, Role
from deskhand.models.local.steps import Target, TargetKind
from deskhand.screen.geometry import Point

_Q = any_of("quote", "command")
_F = any_of("file")
_DETERMINER = re.compile(r"^(?:the|a|an|my|your|this|that|its|these|those|some|any|another)\s+", re.I)
_NAMED = r"(?:called|named|titled|labell?ed(?:\s+(?:as|with))?|marked|with\s+the\s+(?:name|label|title|text(?!\s+editor))|that\s+says|saying|which\s+says|reading|that\s+reads|by\s+the\s+name\s+of|with\s+the\s+file\s?name|under\s+the\s+name(?:\s+of)?|named\s+as)"
PREPOSITIONS = (
    r"inside\s+of|inside|into|in\s+to|onto|within|in|on\s+to|on|to|at\s+the\s+end\s+of|at\s+the\s+(?:start|beginning|top)\s+of|to\s+the\s+end\s+of|"
    r"at|as|"
    + _NAMED
    + r"|with\s+the\s+help\s+of|by\s+means\s+of|with|using|via|through|from|out\s+of|of|for|over|by|under|and\s+name\s+it|and\s+call\s+it|"
    r"containing|that\s+contains|which\s+contains|that\s+says|holding"
)
_PREPOSITION = re.compile(
    rf"(?:(?<=\s)|^|(?<=[\ue000-\uf8ff]))(?<!next )(?<!close )(?<!according )({PREPOSITIONS})\s+", re.I
)
_KIND = "|".join(
    re.escape(name) for name in sorted((n for n in concepts.KIND_OF if n.isascii()), key=len, reverse=True)
)
_NEAR = r"(?:next\s+to|beside|besides|near|close\s+to|right\s+of|left\s+of|to\s+the\s+(?:right|left)\s+of|below|beneath|under|underneath|above|in\s+the\s+row\s+(?:of|with|for)|in\s+the\s+same\s+row\s+as|belonging\s+to|in\s+front\s+of|for)"
_COLOURS = frozenset(
    [
        "red",
        "blue",
        "green",
        "yellow",
        "orange",
        "purple",
        "pink",
        "black",
        "white",
        "grey",
        "gray",
        "brown",
        "big",
        "large",
        "small",
        "little",
        "long",
        "short",
        "new",
        "other",
        "same",
        "wrong",
        "right",
        "left",
    ]
)
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
    rf"(?:a\s+|an\s+|the\s+|another\s+|one\s+)?(?:(?:brand[\s-]new|new|blank|empty|fresh|untitled)\s+)+(?:plain\s+)?(?:text\s+)?(?:file|document|note|page|text\s+document|one)(?:\s+{_NAMED}\s+(.+))?"
    rf"|(?:a|another)\s+(?:plain\s+)?(?:text\s+)?(?:file|document|note)(?:\s+{_NAMED}\s+(.+))?",
    re.I,
)
_WINDOW = re.compile(
    r"(?:the\s+|this\s+|that\s+|its\s+)?(?:current\s+|active\s+|front\s+|frontmost\s+|topmost\s+|open\s+|focused\s+|whole\s+)?(?:window|dialog|dialogue|dialog\s+box|popup|pop-up)",
    re.I,
)


class Nouns:
    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms

    def named(self, text: str) -> str | None:
        """A name: quoted, a file's, or one or two plain words."""
        text = text.strip(" ,")
        if re.fullmatch(rf"{_Q}|{_F}", text):
            return self.atoms.plain(text)
        if re.fullmatch(r"[\w&'-]+", text):
            return text
        return None

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
            rf"(?:the\s+|a\s+|my\s+)?(?:existing\s+|text\s+|html\s+|web\s+|image\s+|file\s+|local\s+)*(?:file|document|page|note|picture|image|script)?\s*(?:{_NAMED}\s+)?({_F})(?:\s+(?:file|document|page))?",
            text,
            re.I,
        ):
            return self.atom(found[1])
        if found := re.fullmatch(
            rf"(?:the\s+|a\s+|my\s+)?(?:existing\s+|text\s+)*(?:file|document)\s*(?:{_NAMED}\s+)?({_Q})", text, re.I
        ):
            return Noun("file", self.atoms.plain(found[1]), raw, quoted=True)
        if found := re.fullmatch(
            rf"(?:the\s+)?(?:web\s*)?(?:address|url|page|site|website)\s+(?:at\s+)?({any_of('url')})", text, re.I
        ):
            return self.atom(found[1])
        if found := re.fullmatch(rf"({_F}|{_Q})\s+(?:in|from|inside|on|within)\s+(.+)", text, re.I):
            inner = self.noun(found[2])
            if inner.kind == "folder":
                base = self.atom(found[1])
                return Noun("file", base.text, raw, folder=inner.text)
        if found := re.fullmatch(
            rf"(?:the\s+|following\s+|exact\s+|single\s+|only\s+|just\s+)*(?:words?|texts?|phrase|sentence|line|lines|string|message|name|value|number|letters?|characters?|greeting|content|contents|title|following)\s*(?:{_NAMED}|of)?\s*[:,]?\s*({_Q}(?:(?:\s*,\s*|\s+and\s+|\s+)?{_Q})*)",
            text,
            re.I,
        ):
            return self.texts(found[1], raw)
        if found := re.fullmatch(r"(?:the\s+)?(?:command|commands?\s+line)\s*:?\s*(.+)", text, re.I):
            return Noun("command", self.atoms.plain(found[1]), raw, quoted=bool(re.fullmatch(_Q, found[1])))
        if re.fullmatch(rf"{_Q}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+){_Q})+", text, re.I):
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
        if (value := numbers.english_sum(text)) is not None:
            return Noun("sum", text, raw, value=value)
        return Noun("raw", self.atoms.plain(text), raw)

    def texts(self, text: str, raw: str) -> Noun:
        pieces = re.findall(_Q, text)
        if len(pieces) == 1:
            return Noun("text", self.atoms.plain(pieces[0]), raw, quoted=True)
        return Noun(
            "text",
            "\n".join(self.atoms.plain(p) for p in pieces),
            raw,
            path=tuple(self.atoms.plain(p) for p in pieces),
            quoted=True,
        )

    def name_in_folder(self, text: str) -> tuple[str | None, str]:
        """``notes.txt in the shared folder`` → the name and the folder."""
        if found := re.fullmatch(r"(.+?)\s+(?:in|inside|on|within|to|into)\s+(.+)", text, re.I):
            if (place := concepts.folder(found[2])) is not None:
                return self.named(found[1]), place
        return self.named(text), ""

    def atom(self, char: str) -> Noun:
        atom = self.atoms.get(char)
        assert atom is not None
        match atom.kind:
            case "quote" | "literal":
                return Noun("text", atom.text, char, quoted=True)
            case "command":
                return Noun("command", atom.text, char, quoted=True)
            case "file":
                return file_noun(atom.text, char)
            case "url":
                return Noun("url", atom.text, char)
            case "menu":
                return Noun("menu", atom.text, char, path=atom.parts)
            case "point":
                x, y = atom.parts
                return Noun("target", atom.text, char, target=Target(point=Point(int(x), int(y))))
            case "keys":
                key = concepts.key_name(atom.text)
                if key is None:
                    raise Puzzled(atom.raw, "key")
                return Noun("keys", key, char)

    def key(self, text: str) -> str | None:
        bare = re.sub(r"^(?:the\s+)", "", text, flags=re.I)
        bare = re.sub(
            r"\s+(?:keys?|key\s+combination|keyboard\s+shortcut|shortcut|combination|keystroke)$", "", bare, flags=re.I
        )
        if re.fullmatch(any_of("keys"), bare):
            atom = self.atoms.get(bare)
            return concepts.key_name(atom.text) if atom else None
        if found := re.fullmatch(r"(?:arrow\s+)?(up|down|left|right)(?:\s+arrow)?", bare, re.I):
            return found[1].capitalize() if "arrow" in bare.lower() or "key" in text.lower() else None
        if re.fullmatch(
            r"(?:ctrl|control|alt|shift|super|windows)\s+(?:(?:ctrl|control|alt|shift)\s+)?\w+", bare, re.I
        ):
            return concepts.key_name(re.sub(r"\s+", "+", bare))
        key = concepts.key_name(bare)
        if key is not None and (len(key) > 1 or "key" in text.lower()):
            return key
        return None

    def target_name(self, text: str) -> str | None:
        """The name of something on the screen: quoted, or a few plain words."""
        text = re.sub(r"^(?:the|a|an|your|my)\s+", "", text.strip(" ,"), flags=re.I)
        if re.fullmatch(rf"{_Q}|{_F}", text):
            return self.atoms.plain(text)
        if re.search(any_of(), text):
            return None
        words = text.split()
        if not words or len(words) > 5 or words[0] in _COLOURS:
            return None
        if len(words) > 1 and any(
            w.lower() in ("the", "a", "an", "that", "which", "is", "are", "with", "it") for w in words
        ):
            return None
        return text if re.fullmatch(r"[\w&'.,:?!/+*=#%()…-]+(?: [\w&'.,:?!/+*=#%()…-]+)*", text) else None

    def target(self, text: str) -> Target | None:
        """A thing on the screen, or None."""
        body = _DETERMINER.sub("", text)
        window = near = ""
        if found := re.search(
            r"\s+(?:in|inside|of|on)\s+(?:the\s+)?(.+?)\s+(?:window|dialog|dialogue|dialog\s+box|popup)$", body, re.I
        ):
            if (name := self.target_name(found[1])) is not None:
                window, body = name, body[: found.start()]
        elif found := re.search(
            r"\s+(?:in|inside|of|on)\s+(?:the|this|that)\s+(?:window|dialog|dialogue|dialog\s+box|popup|screen|page|form)$",
            body,
            re.I,
        ):
            body = body[: found.start()]
        elif found := re.search(r"\s+(?:in|inside|of|on)\s+(?:the\s+)?([\w\s-]+)$", body, re.I):
            if (concept := concepts.program(found[1])) is not None:
                window, body = concept, body[: found.start()]
        if found := re.search(rf"\s+{_NEAR}\s+(?:the\s+)?(?:(?:text|word|label|name|row|line)\s+)?(.+)$", body, re.I):
            if (name := self.target_name(found[1])) is not None:
                near, body = name, body[: found.start()]
        if point := re.fullmatch(
            rf"(?:(?:point|position|coordinates?|pixel|location|screen\s+position)\s+)?(?:at\s+)?({any_of('point')})",
            body,
            re.I,
        ):
            return self.atom(point[1]).target
        nth: int | None = None
        if found := re.match(rf"({numbers.ORDINAL_EN})\s+(?!names?\b)(.+)$", body, re.I):
            nth, body = numbers.ordinal(found[1]), found[2]
        kind: TargetKind
        if found := re.fullmatch(rf"({_KIND})\s*(?:{_NAMED})?\s*[:,]?\s*({_Q}|{_F})", body, re.I):
            return Target(self.atoms.plain(found[2]), concepts.KIND_OF[found[1].lower()], nth, near, window)
        if found := re.fullmatch(rf"({_KIND})\s+{_NAMED}\s+(.+)", body, re.I):
            if (name := self.target_name(found[2])) is not None:
                return Target(name, concepts.KIND_OF[found[1].lower()], nth, near, window)
        if found := re.fullmatch(rf"(?:({_Q}|{_F})|(.+?))\s*\b({_KIND})", body, re.I):
            kind = concepts.KIND_OF[found[3].lower()]
            name = self.target_name(found[1] or found[2])
            if name is not None:
                nested = re.fullmatch(rf"(.+?)\s+(?:{_KIND})", name, re.I)
                return Target(nested[1] if nested and kind == "option" else name, kind, nth, near, window)
            return None
        if found := re.fullmatch(rf"{_KIND}", body, re.I):
            kind = concepts.KIND_OF[body.lower()]
            if (
                nth is not None
                or near
                or window
                or kind in ("field", "checkbox", "slider", "image", "window", "link", "button")
            ):
                return Target("", kind, nth, near, window)
            return None
        if re.fullmatch(rf"{_Q}|{_F}", body):
            return Target(self.atoms.plain(body), None, nth, near, window)
        return None

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
                if noun.kind == "raw" and len(body.split()) > 1 and not body[:1].isupper():
                    return None
                name = self.target_name(body)
                return Target(name, None, None, "", window) if name and len(name.split()) <= 4 else None
        return None

    # prepositional phrases

    def role(self, preposition: str, noun: Noun) -> Role | None:
        """What a phrase with this preposition and this noun adds to the verb; None when it adds nothing known."""
        preposition = re.sub(r"\s+", " ", preposition.lower())
        kind = noun.kind
        if preposition in ("as", "and name it", "and call it") or re.fullmatch(_NAMED, preposition, re.I):
            return "name" if kind in ("file", "text") else None
        if preposition in ("with", "using", "via", "through", "with the help of", "by means of"):
            if kind == "program":
                return "tool"
            if kind == "keys" and preposition != "through":
                return "manner"
            if kind == "text" and preposition == "with":
                return "for"
            return None
        if preposition in ("containing", "that contains", "which contains", "holding", "that says"):
            return "for" if kind in ("text", "ref", "output") else None
        if preposition in ("from", "out of"):
            return "source" if kind in ("program", "file", "menu", "folder", "target", "window") else None
        if preposition in ("of", "for", "over", "by"):
            return None
        if preposition in ("at the end of", "to the end of", "at the start of", "at the beginning of", "at the top of"):
            return "into" if kind in ("file", "this file") else None
        match kind:
            case "folder":
                return "place"
            case "program" | "new file" | "file" | "this file" | "window":
                return "into" if preposition != "under" else None
            case "target":
                return "into"
            case "menu":
                return "source"
            case "screen":
                return "place"
            case _:
                return None

    def peel(self, text: str) -> tuple[str, dict[Role, Noun]]:
        """Take the phrases that are understood off the end; what is left is the object."""
        args: dict[Role, Noun] = {}
        text = text.strip(" ,")
        while True:
            for found in reversed(list(_PREPOSITION.finditer(text))):
                tail = text[found.end() :]
                if not tail.strip():
                    continue
                noun = self.noun(tail)
                if noun.kind == "raw" and re.fullmatch(rf"as|{_NAMED}", found[1], re.I):
                    continue
                role = self.role(found[1], noun)
                if (
                    role == "into"
                    and noun.kind != "program"
                    and args.get("into", noun).kind == "program"
                    and "tool" not in args
                ):
                    args["tool"] = args.pop("into")  # “into a new file in the text editor”
                if role is None or role in args:
                    continue
                if noun.kind == "text" and role == "into":
                    continue
                args[role] = noun
                text = text[: found.start()].strip(" ,")
                break
            else:
                return text, args

    # what is to be told

    def told(self, text: str) -> Noun:
        """The object of *tell me …*, or a question."""
        raw = text
        text = (
            re.sub(r"^(?:what(?:'s|\s+is|\s+are)?|about|me|us)\s+", "", text.strip(" ?"), count=1, flags=re.I)
            if not _OUTPUT.fullmatch(text.strip(" ?")) and not _REF.fullmatch(text.strip(" ?"))
            else text.strip(" ?")
        )
        text = re.sub(r"^(?:does|do|did)\s+", "", text, flags=re.I)
        noun = self.noun(text)
        if noun.kind in ("ref", "output", "sum"):
            return noun
        if noun.kind == "this file" and text.lower() in ("it", "this", "that"):
            return Noun("ref", text, raw)
        if found := re.fullmatch(r"(.+?)\s+(?:is|comes\s+to|equals|makes|gives|are|be|amounts\s+to)", text, re.I):
            if (value := numbers.english_sum(found[1])) is not None:
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
            rf"(?:the\s+)?(?:value|number|text|amount|figure|price|word)\s+(?:{_NEAR})\s+(?:the\s+)?(?:label\s+)?({_Q})",
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
            if re.search(r"\b(?:who|weather|news|capital|why|how|joke|president|time|date|when|where)\b", raw, re.I)
            else "what target",
        )


def file_noun(path: str, raw: str) -> Noun:
    """A file with its folder split off: ``~/Shared/a.txt`` is ``a.txt`` in ``shared``."""
    path = path.rstrip("/") or "/"
    head, slash, name = path.rpartition("/")
    if not slash:
        return Noun("file", name, raw)
    bare = re.sub(r"^(?:~|/home/\w+)(?:/|$)", "", head) if head not in ("", "~") else head
    known = "home" if head == "~" else concepts.FOLDER_OF.get(bare.lower(), "")
    whole = re.sub(r"^(?:~|/home/\w+)/", "", path)
    if "." not in name and (place := concepts.FOLDER_OF.get(whole.lower())):
        return Noun("folder", place, raw)
    if path == "~":
        return Noun("folder", "home", raw)
    if "." not in name and raw:
        return Noun("file", name, raw, folder=known or head or "/")
    return Noun("file", name, raw, folder=known or head or "/")
