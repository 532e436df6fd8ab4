"""How English says the jobs of a shell, and what it calls files and folders."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local import concepts
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.shell import ways
from deskhand.models.local.understand.shell.things import ENDINGS, HERE, Files, known_folder
from deskhand.models.local.understand.shell.ways import Nouns, Way

_ATOM = any_of("file", "quote")
_PLACE_WORDS = "|".join(
    re.escape(name)
    for name in sorted(
        (n for concept, rows in concepts.FOLDERS.items() if concept != "trash" for n in rows if n.isascii()),
        key=len,
        reverse=True,
    )
)
_PLACE = (
    rf"(?:(?:the|my|your)\s+)?(?:{_PLACE_WORDS})(?:\s+(?:folder|directory))?(?!\w)|(?:the|this)\s+(?:current\s+|present\s+|working\s+)?(?:folder|directory)|here"
    rf"|(?:the\s+)?(?:(?:folder|directory)\s+)?(?:called\s+|named\s+)?{_ATOM}(?:\s+(?:folder|directory))?"
    r"|(?:a|the)\s+(?:new\s+)?(?:folder|directory)\s+(?:called\s+|named\s+)?[\w-]+|the\s+[\w-]+\s+(?:folder|directory)"
)
_BY = r"(?:in|from|inside|within|under|on|of|at)"
_AT = re.compile(rf"\s+(?:that\s+(?:is|are)\s+)?{_BY}\s+(?P<place>{_PLACE})$", re.I)
_ANY = re.compile(rf"\b{_BY}\s+(?P<place>{_PLACE})", re.I)
_NAMED = re.compile(
    rf"(?:the\s+|a\s+|an\s+)?(?:new\s+|empty\s+)*(?:(?:text\s+|zip\s+|shell\s+)?(?:files?|archives?|script|document|folders?|director(?:y|ies))\s+)?(?:called\s+|named\s+)?(?P<atom>{_ATOM})(?:\s+(?:file|archive|folder|directory))?",
    re.I,
)
_BARE = re.compile(
    r"(?:the\s+|a\s+)?(?:new\s+)?(?:folders?|director(?:y|ies)|file)\s+(?:called\s+|named\s+)(?P<word>[\w-]+)", re.I
)
_KIND = re.compile(
    rf"(?:(?:all|every|each|any)\s+)?(?:of\s+)?(?:the\s+|my\s+)?(?:\*?\.(?P<dotted>\w+)|(?P<plain>{ENDINGS}))(?:[\s-]+files?)?",
    re.I,
)
_ENDING = re.compile(
    rf"(?:(?:all|every|each|any)\s+)?(?:the\s+)?files?\s+(?:that\s+|which\s+|whose\s+names?\s+|with\s+names?\s+)?"
    rf"(?:(?P<how>end(?:s|ing)?|start(?:s|ing)?|begin(?:s|ning)?|contain(?:s|ing)?)\s*(?:in|with)?|with\s+the\s+ending|of\s+type)\s+(?:\*?\.(?P<dotted>\w+)|(?P<text>{any_of('quote')}|[\w-]+))",
    re.I,
)
_NUMBERS = {
    word: index
    for index, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}


class English(Nouns):
    """The noun phrases of one wish."""

    def __init__(self, text: str, atoms: Atoms) -> None:
        self.atoms = atoms
        found = {
            place
            for match in _ANY.finditer(text)
            if (place := self.folder(match["place"])) is not None and not self._file(match["place"])
        }
        self.base: str | None = found.pop() if len(found) == 1 else None
        self.over = False

    def _file(self, words: str) -> bool:
        atom = self.atoms.get(words.strip()[-1:])
        return atom is not None and re.search(r"\.\w+$", atom.text) is not None

    def folder(self, words: str) -> str | None:
        bare = words.strip()
        if re.fullmatch(
            r"(?:the\s+|this\s+)?(?:current|present|working|this)?\s*(?:folder|directory)|here|it", bare, re.I
        ):
            return HERE
        if (found := known_folder(bare, self.atoms)) is not None:
            return found
        if (place := _AT.search(bare)) is not None and (inner := self.folder(place["place"])) is not None:
            name = self._folder_name(bare[: place.start()])
            return f"{inner.rstrip('/')}/{name}" if name else None
        return self._folder_name(bare)

    def _folder_name(self, bare: str) -> str | None:
        if match := re.fullmatch(
            rf"(?:(?:the|a)\s+)?(?:new\s+)?(?:(?:folder|directory)\s+)?(?:called\s+|named\s+)?(?P<atom>{_ATOM})(?P<kind>\s+(?:folder|directory))?",
            bare,
            re.I,
        ):
            name = self.atoms.table[match["atom"]].text
            sure = re.search(r"folder|directory", bare, re.I) is not None or name.endswith("/")
            return (
                (known_folder(match["atom"], self.atoms) or name)
                if sure or (name.startswith(("/", "~")) and not re.search(r"\.\w+$", name))
                else None
            )
        if match := re.fullmatch(
            r"(?:a|the)\s+(?:new\s+)?(?:folder|directory)\s+(?:called\s+|named\s+)?([\w-]+)|(?:the\s+)?([\w-]+)\s+(?:folder|directory)",
            bare,
            re.I,
        ):
            name = match[1] or match[2]
            return None if name.lower() in ("new", "same", "other", "a", "the", "parent", "that", "and") else name
        return None

    def files(self, words: str) -> list[Files] | None:
        bare = re.sub(r"^both\s+", "", words.strip(), flags=re.I)
        place: str | None = None
        if (at := _AT.search(bare)) is not None and not self._file(at["place"]):
            place = self.folder(at["place"])
            bare = bare[: at.start()] if place is not None else bare
        found: list[Files] = []
        for item in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+with\s+", bare):
            one = self._one(item.strip(), place)
            if one is None:
                return None
            found.append(one)
        return found

    def _one(self, item: str, place: str | None) -> Files | None:
        if match := _NAMED.fullmatch(item):
            return Files(self.atoms.table[match["atom"]].text, place)
        if match := _BARE.fullmatch(item):
            return Files(match["word"], place)
        if (at := _AT.search(item)) and not self._file(at["place"]) and (own := self.folder(at["place"])) is not None:
            return self._one(item[: at.start()], own)
        if match := _KIND.fullmatch(item):
            ending = match["dotted"] or (match["plain"] if re.search(r"files?$", item, re.I) else "")
            return Files("", place, after=f".{ending}") if ending else None
        if match := _ENDING.fullmatch(item):
            how = (match["how"] or "end").lower()[:1]
            words = f".{match['dotted']}" if match["dotted"] else self.text(match["text"]) or ""
            if not words:
                return None
            return Files(
                "",
                place,
                before=words if how in "sb" else "",
                after=words if how == "e" else "",
                within=words if how == "c" else "",
            )
        return None

    def text(self, words: str) -> str | None:
        bare = re.sub(r"^(?:the\s+)?(?:word|text|string|phrase|letters?|term)s?\s+", "", words.strip(), flags=re.I)
        atom = self.atoms.get(bare)
        if atom is not None:
            return atom.text
        return bare if re.fullmatch(r"[\w-]+", bare, re.ASCII) and bare.lower() not in _NO_TEXT else None

    def number(self, words: str) -> int | None:
        bare = words.strip().lower()
        return int(bare) if bare.isascii() and bare.isdigit() else _NUMBERS.get(bare)


_NO_TEXT = frozenset(
    [
        "a",
        "an",
        "the",
        "it",
        "that",
        "this",
        "any",
        "some",
        "at",
        "in",
        "of",
        "text",
        "word",
        "number",
        "numbers",
        "digits",
        "letters",
        "errors",
        "mistakes",
    ]
)

_ASK = r"(?:(?:tell|show|give)\s+me\s+|find(?:\s+out)?\s+|work\s+out\s+|check\s+|see\s+|determine\s+|report\s+|print\s+(?:out\s+)?|display\s+|list\s+|show\s+|get\s+|look\s+up\s+|let\s+me\s+know\s+|count\s+|output\s+)?"
_TO = r"(?:,?\s+(?:and\s+)?(?:saving|save|write|writing|put|putting|store|storing)\s+(?:it|them|this|that|the\s+(?:result|output|outcome|lines)|all)?\s*(?:as|in|to|into|under)\s+|\s+into\s+|\s+to\s+)(?P<to>.+?)"
_TEXT = r"(?P<text>(?:the\s+)?(?:word\s+|text\s+|string\s+|phrase\s+)?\S+)"
_N = r"(?:(?P<n>\w+)\s+)?"
_WHAT = r"(?:lines|words|characters|letters|bytes)"


def _way(pattern: str, make: Callable[[Nouns, dict[str, str]], str], *, tells: bool = True) -> Way:
    return Way(re.compile(pattern, re.I), make, tells)


def _counts() -> list[Way]:
    found: list[Way] = []
    for word, what in (("lines", "lines"), ("words", "words"), ("characters", "characters"), ("bytes", "bytes")):
        make = ways.counted(what)
        found += [
            _way(rf"{_ASK}(?:the\s+)?(?:number\s+of\s+)?{word}\s+(?:in|of)\s+(?P<files>.+)", make),
            _way(rf"{_ASK}(?:the\s+)?{word[:-1]}\s+count\s+(?:of|for|in)\s+(?P<files>.+)", make),
            _way(rf"what\s+is\s+the\s+(?:number\s+of\s+{word}|{word[:-1]}\s+count)\s+(?:in|of)\s+(?P<files>.+)", make),
            _way(rf"{_ASK}how\s+many\s+{word}\s+(?:are\s+(?:there\s+)?in\s+|does\s+|is\s+in\s+|there\s+are\s+in\s+|has\s+)?(?P<files>.+?)(?:\s+(?:has|have|contains?|holds?))?", make),
        ]  # fmt: skip
    return found


_WITH = r"(?:that\s+|which\s+)?(?:(?P<none>(?:do\s+not|don't|without|not)\s+)?(?:contain(?:s|ing)?|with|includ(?:e|es|ing)|hav(?:e|ing)|mention(?:s|ing)?|hold(?:ing)?)|(?P<none2>without))"
_CASE = r"(?P<anycase>,?\s+(?:ignoring\s+(?:the\s+)?case|regardless\s+of\s+case|in\s+any\s+case))?"
_RANK = r"(?:(?P<large>largest|biggest)|(?P<small>smallest)|(?P<new>newest|latest|most\s+recent(?:ly\s+changed)?)|(?P<old>oldest))"

WAYS: tuple[Way, ...] = (
    _way(rf"{_ASK}(?:how\s+many|(?:the\s+)?(?:number\s+of\s+)?)\s*lines\s+(?:in|of)\s+(?P<files>.+?)\s+(?:do\s+)?{_WITH}\s+{_TEXT}{_CASE}", ways.containing(number=True)),
    _way(rf"{_ASK}how\s+many\s+lines\s+{_WITH}\s+{_TEXT}(?:\s+(?:are\s+there|there\s+are))?\s+(?:in|of)\s+(?P<files>.+?){_CASE}", ways.containing(number=True)),
    _way(rf"count\s+(?:the\s+)?lines\s+{_WITH}\s+{_TEXT}\s+(?:in|of|from)\s+(?P<files>.+?){_CASE}", ways.containing(number=True)),
    _way(rf"(?:show|print|list|display|find|get|give\s+me|show\s+me|tell\s+me)\s+(?:me\s+)?(?:only\s+)?(?:all\s+)?(?:of\s+)?(?:the\s+)?lines\s+(?:in|of|from)\s+(?P<files>.+?)\s+{_WITH}\s+{_TEXT}{_CASE}", ways.containing(number=False)),
    _way(rf"(?:show|print|list|display|find|get|give\s+me|show\s+me|tell\s+me)\s+(?:me\s+)?(?:only\s+)?(?:all\s+)?(?:of\s+)?(?:the\s+)?lines\s+{_WITH}\s+{_TEXT}\s+(?:in|of|from)\s+(?P<files>.+?){_CASE}", ways.containing(number=False)),
    _way(rf"(?:save|write|put|copy|extract|keep|filter)\s+(?:all\s+)?(?:the\s+)?lines\s+(?:in|of|from)\s+(?P<files>.+?)\s+{_WITH}\s+{_TEXT}\s+(?:into|to|in)\s+(?P<to>.+)", ways.containing(number=False), tells=False),
    _way(rf"(?:save|write|put|copy|extract|keep|filter)\s+(?:all\s+)?(?:the\s+)?lines\s+{_WITH}\s+{_TEXT}\s+(?:in|of|from)\s+(?P<files>.+?)\s+(?:into|to)\s+(?P<to>.+)", ways.containing(number=False), tells=False),
    _way(r"(?:search|look\s+in|grep)\s+(?P<files>.+?)\s+for\s+(?P<text>(?:the\s+)?(?:word\s+|text\s+)?\S+)", ways.containing(number=False)),
    _way(rf"{_ASK}(?:how\s+many\s+times|how\s+often)\s+(?:does\s+)?(?:the\s+)?(?P<word>word\s+)?(?P<text>\S+)\s+(?:occurs?|appears?|is|stands?|comes?\s+up)\s+(?:in|within)\s+(?P<files>.+)", ways.occurring),
    *_counts(),
    _way(rf"sort\s+(?:the\s+lines\s+(?:of|in)\s+)?(?P<files>.+?)(?:\s+(?:in\s+)?(?:alphabetical(?:ly|\s+order)|a\s+to\s+z|by\s+name)|(?P<numbers>\s+(?:numerically|by\s+number|as\s+numbers|in\s+numerical\s+order)))?(?P<reverse>,?\s+(?:and\s+)?(?:in\s+(?:reverse|descending)(?:\s+(?:alphabetical\s+)?order)?|backwards|reversed|descending|z\s+to\s+a))?(?P<once>,?\s+(?:and\s+)?(?:without\s+(?:duplicates|repeats)|removing\s+(?:the\s+)?duplicates|remove\s+(?:the\s+)?duplicates|keeping\s+each\s+line\s+(?:only\s+)?once|drop(?:ping)?\s+(?:the\s+)?duplicates))?(?:{_TO})?", ways.sorting),
    _way(rf"(?:remove|drop|delete)\s+(?:the\s+)?duplicate\s+lines\s+(?:from|in|of)\s+(?P<files>.+?){_TO}", ways.once, tells=False),
    _way(r"(?:join|glue|concatenate|merge|combine|put|append|stick)\s+(?P<files>.+?)(?:\s+together)?\s+(?:into|to(?:\s+make)?|as)\s+(?P<to>.+)", ways.joining, tells=False),
    _way(rf"{_ASK}(?:what\s+(?:is|are)\s+)?(?:only\s+)?the\s+first\s+{_N}lines?\s+(?:of|in|from)\s+(?P<files>.+?)", ways.ends("head")),
    _way(rf"{_ASK}(?:what\s+(?:is|are)\s+)?(?:only\s+)?the\s+last\s+{_N}lines?\s+(?:of|in|from)\s+(?P<files>.+?)", ways.ends("tail")),
    _way(rf"(?:save|write|put|copy)\s+the\s+first\s+{_N}lines?\s+(?:of|in|from)\s+(?P<files>.+?)\s+(?:in|to|into|as)\s+(?P<to>.+)", ways.ends("head"), tells=False),
    _way(rf"(?:save|write|put|copy)\s+the\s+last\s+{_N}lines?\s+(?:of|in|from)\s+(?P<files>.+?)\s+(?:in|to|into|as)\s+(?P<to>.+)", ways.ends("tail"), tells=False),
    _way(r"(?:replace|change)\s+(?:all\s+|every\s+|each\s+)?(?:occurrences?\s+of\s+)?(?P<old>\S+)\s+(?:with|by|to|into)\s+(?P<new>\S+)(?:\s+everywhere)?\s+in\s+(?P<files>.+?)(?:,?\s+and\s+save\s+(?:it|the\s+result)\s+as\s+(?P<to>.+))?", ways.replacing, tells=False),
    _way(r"in\s+(?P<files>.+?),?\s+(?:replace|change)\s+(?:all\s+|every\s+|each\s+)?(?:occurrences?\s+of\s+)?(?P<old>\S+)\s+(?:with|by|to|into)\s+(?P<new>\S+)(?:\s+everywhere)?", ways.replacing, tells=False),
    _way(r"(?:make|create|add)\s+(?P<made>(?:a\s+|the\s+)?(?:new\s+|empty\s+)*(?:folder|directory)\s+.+?),?\s+(?:and|then)\s+(?:then\s+)?(?:copy|put\s+copies\s+of)\s+(?P<files>.+?)\s+(?:in|into|to)\s*(?:it|there|the\s+new\s+(?:folder|directory))", ways.gathering("cp"), tells=False),
    _way(r"(?:make|create|add)\s+(?P<made>(?:a\s+|the\s+)?(?:new\s+|empty\s+)*(?:folder|directory)\s+.+?),?\s+(?:and|then)\s+(?:then\s+)?(?:copy|put\s+copies\s+of)\s+(?P<files>.+?)\s+there", ways.gathering("cp"), tells=False),
    _way(r"(?:make|create|add)\s+(?P<made>(?:a\s+|the\s+)?(?:new\s+|empty\s+)*(?:folder|directory)\s+.+?),?\s+(?:and|then)\s+(?:then\s+)?(?:move|put)\s+(?P<files>.+?)\s+(?:in|into|to)\s*(?:it|there|the\s+new\s+(?:folder|directory))", ways.gathering("mv"), tells=False),
    _way(r"(?:make|create|add)\s+(?P<files>(?:a\s+|the\s+)?(?:new\s+|empty\s+)*(?:folders?|director(?:y|ies))\s+.+)", ways.making, tells=False),
    _way(r"(?:make|create|add)\s+(?P<files>(?:a\s+|an\s+)?(?:new\s+|empty\s+)*file\s+.+)", ways.touching, tells=False),
    _way(r"rename\s+(?P<files>.+?)\s+(?:to|as|into)\s+(?P<to>.+)", ways.carrying("mv")),
    _way(r"(?:move|put)\s+(?P<files>.+?)\s+(?:to|into)\s+(?P<to>.+)", ways.carrying("mv")),
    _way(r"copy\s+(?P<files>.+?)\s+(?:to|into|as|over\s+to)\s+(?P<to>.+)", ways.carrying("cp")),
    _way(r"(?:delete|remove|erase)\s+(?P<files>(?:the\s+)?(?P<folder>folder|directory)\s+.+)", ways.deleting, tells=False),
    _way(r"(?:delete|remove|erase|get\s+rid\s+of)\s+(?P<files>.+)", ways.deleting, tells=False),
    _way(rf"{_ASK}(?:which|what)?\s*(?:is\s+)?(?:the\s+)?{_N}{_RANK}\s+files?(?:\s+is)?(?:\s+(?:in|on|inside|of|from)\s+(?P<folder>.+?))?", ways.ranking),
    _way(rf"{_ASK}(?:which|what)\s+file\s+(?:in\s+(?P<folder>.+?)\s+)?is\s+(?:the\s+)?{_RANK}", ways.ranking),
    _way(rf"{_ASK}(?:list\s+)?(?:all\s+)?(?:the\s+|my\s+)?(?:files|contents?)(?P<hidden>,?\s+(?:including|with)\s+(?:the\s+)?hidden\s+(?:ones|files))?(?:\s+(?:in|on|inside|of)\s+(?P<folder>.+?))?(?:,?\s+(?:sorted\s+)?by\s+(?:(?P<size>size)|(?P<time>time|date|age)|name))?", ways.listing),
    _way(rf"{_ASK}(?:which|what)\s+files\s+are\s+(?:there\s+)?(?:in|on|inside)\s+(?P<folder>.+?)", ways.listing),
    _way(rf"{_ASK}(?:how\s+many|the\s+number\s+of|the)\s+files\s*(?:are\s+(?:there\s+)?|there\s+are\s+|lie\s+|does\s+)?(?:(?:in|on|inside)\s+)?(?P<folder>.+?)(?:\s+(?:has|have|contains?|holds?))?", ways.entries("files")),
    _way(rf"{_ASK}(?:how\s+many|the\s+number\s+of|the)\s+(?:sub)?(?:folders|directories)\s*(?:are\s+(?:there\s+)?|there\s+are\s+|does\s+)?(?:(?:in|on|inside)\s+)?(?P<folder>.+?)(?:\s+(?:has|have|contains?|holds?))?", ways.entries("folders")),
    _way(r"(?:(?:tell\s+me\s+|find\s+out\s+)?how\s+many|count(?:\s+(?:all|the|how\s+many))*)\s+(?P<files>\S+\s+files)(?:\s+are\s+there|\s+there\s+are|\s+are)?(?:\s+(?:in|on|inside)\s+(?P<folder>.+))?", ways.kinds(number=True)),
    _way(r"(?:find|list|show(?:\s+me)?|search\s+for)\s+(?P<files>.+?)(?P<deep>,?\s+and\s+(?:its|all)\s+subfolders)?", ways.kinds(number=False)),
    _way(r"(?:find|list|show(?:\s+me)?|search\s+for)\s+(?:all\s+|the\s+)?files\s+(?:in\s+(?P<folder>.+?)\s+)?(?:that\s+|which\s+)?contain(?:ing)?\s+(?:the\s+)?(?P<text>(?:word\s+|text\s+)?\S+)", ways.holding),
    _way(rf"{_ASK}(?:which|what|the|all)\s+(?:the\s+)?files\s+(?:in\s+(?P<folder>.+?)\s+)?(?:that\s+|which\s+)?(?:contain(?:ing)?|mention(?:ing)?|hold)\s+(?P<text>(?:the\s+)?(?:word\s+|text\s+)?\S+)", ways.holding),
    _way(rf"{_ASK}(?:which|what|the|all)\s+(?:the\s+)?files\s+(?:that\s+|which\s+)?(?:contain(?:ing)?|mention(?:ing)?|hold)\s+(?P<text>(?:the\s+)?(?:word\s+|text\s+)?\S+)\s+(?:in|inside)\s+(?P<folder>.+?)", ways.holding),
    _way(r"(?:find|search\s+for|look\s+for|locate)\s+(?P<files>.+)", ways.finding),
    _way(rf"{_ASK}where\s+(?:is\s+)?(?P<files>.+?)(?:\s+is)?", ways.finding),
    _way(rf"{_ASK}how\s+(?:much\s+(?:disk\s+)?space\s+(?:does\s+)?|(?:big|large)\s+(?:is\s+)?)(?P<folder>(?!.*\s(?:file)\b).+?)(?:\s+(?:is|takes?(?:\s+up)?|uses?|needs?|occup(?:y|ies)))?", ways.usage),
    _way(rf"{_ASK}(?:what\s+is\s+)?the\s+(?:disk\s+usage|(?:total\s+)?size)\s+of\s+(?P<folder>.+)", ways.usage),
    _way(rf"{_ASK}(?:how\s+(?:big|large)\s+(?:is\s+)?|how\s+many\s+bytes\s+(?:does|has)\s+|(?:what\s+is\s+)?the\s+size\s+of\s+)(?P<files>.+?)(?:\s+(?:is|have))?", ways.file_size),
    _way(r"(?:pack|zip|compress|archive|bundle|put)(?:\s+up)?\s+(?P<files>.+?)\s+(?:into|to|in|as)\s+(?P<to>.+)", ways.packing, tells=False),
    _way(r"(?:make|create)\s+(?:an?\s+)?(?:zip\s+)?(?:archive|file)\s+(?P<to>(?:called\s+|named\s+)?\S+)\s+(?:from|of|out\s+of|with|containing)\s+(?P<files>.+)", ways.packing, tells=False),
    _way(r"(?:unpack|unzip|extract|decompress|untar)\s+(?P<files>.+?)\s+(?:into|to)\s+(?P<to>.+)", ways.unpacking),
    _way(r"(?:unpack|unzip|extract|decompress|untar)\s+(?P<files>.+)", ways.unpacking),
    _way(r"(?:make|set)\s+(?P<files>.+?)\s+(?:to\s+be\s+)?executable", ways.allowing("+x"), tells=False),
    _way(r"make\s+(?P<files>.+?)\s+read[-\s]only", ways.allowing("a-w"), tells=False),
    _way(r"make\s+(?P<files>.+?)\s+writ(?:e)?able", ways.allowing("u+w"), tells=False),
    _way(r"(?:change|set)\s+the\s+(?:permissions?|mode|rights)\s+(?:of|on|for)\s+(?P<files>.+?)\s+to\s+(?P<mode>[0-7]{3,4})", ways.allowing(""), tells=False),
    _way(r"(?:append|add)\s+(?:the\s+)?(?:line\s+|text\s+)?(?P<text>\S+)\s+(?:at\s+)?to\s+(?:the\s+end\s+of\s+)?(?P<files>.+)", ways.writing(more=True), tells=False),
    _way(r"(?:write|put|save|echo)\s+(?:the\s+)?(?:line\s+|text\s+|words?\s+)?(?P<text>\S+)\s+(?:in)?to\s+(?P<files>.+)", ways.writing(more=False), tells=False),
    _way(r"(?:make|create)\s+(?P<files>.+?)\s+(?:containing|with|that\s+says)\s+(?:the\s+)?(?:text\s+|line\s+|words?\s+)?(?P<text>\S+)(?:\s+in\s+it)?", ways.writing(more=False), tells=False),
    _way(r"(?:show(?:\s+me)?|print|display|read|output)\s+(?:what\s+is\s+in\s+|the\s+(?:contents?|text)\s+of\s+)?(?P<files>.+)", ways.showing),
    _way(r"(?:tell\s+me\s+)?what(?:\s+is|'s|\s+stands)\s+in\s+(?P<files>.+)", ways.showing),
    _way(rf"{_ASK}(?:who\s+(?:am\s+i|i\s+am)(?:\s+logged\s+in\s+as)?|(?:what\s+is\s+)?(?:my|the)\s+(?:user\s?name|login\s+name|current\s+user))", ways.plainly("whoami")),
    _way(rf"{_ASK}(?:what\s+(?:is\s+)?)?(?:the\s+(?:current\s+|present\s+)?(?:date(?:\s+and\s+(?:the\s+)?time)?|time)|today's\s+date|what\s+(?:date|time|day)\s+(?:is\s+it|it\s+is))(?:\s+(?:is(?:\s+it)?|it\s+is))?(?:\s+(?:now|today))?", ways.plainly("date")),
    _way(rf"{_ASK}(?:(?:what\s+is\s+)?the\s+(?:present|current|working)(?:\s+working)?\s+(?:folder|directory)|(?:which|what)\s+(?:folder|directory)\s+(?:am\s+i|i\s+am|it\s+is|are\s+we)\s*(?:in)?)", ways.plainly("pwd")),
    _way(rf"{_ASK}(?:what\s+is\s+)?(?:the|this)\s+(?:host\s?name|computer's\s+name|name\s+of\s+(?:the|this)\s+(?:computer|machine))", ways.plainly("hostname")),
    _way(rf"{_ASK}(?:how\s+long\s+(?:has\s+)?(?:the|this)\s+(?:computer|machine|system)\s+(?:has\s+)?been\s+(?:up|running|on))", ways.plainly("uptime -p")),
    _way(rf"{_ASK}(?:how\s+much\s+)?(?:free\s+)?(?:disk\s+)?space\s+(?:is\s+)?(?:left|free)(?:\s+on\s+the\s+disk)?", ways.plainly("df -h --output=avail . | tail -n 1")),
)  # fmt: skip
