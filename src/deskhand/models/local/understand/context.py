"""What a wish says besides its orders: what a program shows (“Kompare is comparing a.txt and b.txt. How many …?”), what stays.

They order nothing, and were read as orders or not at all: of 12 wishes that began so, none was carried out. What they
say of use is the name of the program that the rest is about.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.frame import Language

_NAME = r"[A-Za-z](?:[\w+-]|\.(?=\w))*(?:[ ](?:[A-Z][\w.+-]*|\d+))*"
_SHOWS = (
    r"(?:(?:now\s+|just\s+|already\s+)?(?:shows?|lists?|displays?|compares?|contains|holds)\b|"
    r"is\s+(?:now\s+|just\s+|already\s+)?(?:showing|listing|displaying|comparing|open|running|looking\s+at)\b|"
    r"has\s+(?:just\s+|already\s+)?(?:loaded|scanned|opened|listed|found|read|searched)\b|has\s+[^.!?;:]{1,60}?\s+open\b)"
)
_FIRST = re.compile(
    rf"^(?:(?:[Tt]he|This|In\s+front\s+is)\s+(?:(?:window|list|view|main\s+window)\s+of\s+)?)?"
    rf"(?:(?P<what>(?:[\w-]+\s+){{0,4}}?(?:window|page|tab|dialog|list)\s+of\s+))?(?P<name>{_NAME})\s+{_SHOWS}"
    r"(?:[^.!?]|\.(?=\w))*[.!]\s+(?P<rest>\S.*)$",
    re.DOTALL,
)
_LAST = re.compile(
    rf"^(?P<rest>.*?[.!?])\s+(?:(?:The|This)\s+[\w\s-]{{0,40}}?,?\s*)?(?P<name>{_NAME}),?\s+"
    r"(?:is\s+(?:showing|listing|displaying|comparing|open)|shows|lists|displays|has)"
    r"(?:\s+(?:them|it|both|the|all)\b(?:[^.!?]|\.(?=\w))*)?[.!]?$",
    re.DOTALL,
)
_LOOK = re.compile(
    rf"^(?:[Pp]lease\s+)?(?:[Ll]ook\s+at|[Hh]ave\s+a\s+look\s+at)\s+(?P<name>{_NAME})"
    rf"(?:,\s+which\s+(?:[^.!?,:]|\.(?=\w))*?)?(?:\s*[:,]\s*(?:and\s+)?|\s+and\s+)(?P<rest>\S.*)$",
    re.DOTALL,
)
_JAPANESE = re.compile(
    r"^(?P<name>[A-Za-z][A-Za-z0-9_.+-]*(?: [A-Za-z0-9][A-Za-z0-9_.+-]*)*)\s*(?:の[^。、]{0,16}?)?(?:で|に|が|は)、?[^。]*?"
    r"(?:比べて|比較して|表示して|表示されて|開いて|開かれて|並んで|並べて|出て|入って|読み込んで|見えて|載って|映って)(?:い|あり)ます。\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
_FILE = re.compile(r"\.\w{1,5}$")
_NO_NAMES = frozenset(("it", "this", "that", "they", "there", "he", "she", "everything", "what", "the", "who"))
_ORDERS = re.compile(
    r"\b(?:please|then|and\s+(?:then\s+)?(?:click|type|press|choose|save|delete|move))\b", re.IGNORECASE
)


_REASSURING = re.compile(
    r",?\s*(?:and|but)\s+nothing\s+(?:else|more)(?=\s*[.!]|\s*$)"
    r"|(?<=[.!])\s*(?:Please\s+)?(?:Leave|Keep)\s+(?:[^.!]|\.(?=\w)){1,60}?\s+(?:alone|as\s+(?:it|they)\s+(?:is|are)|unchanged|where\s+(?:it|they)\s+(?:is|are))[.!]?"
    r"|(?<=[.!])\s*(?:The|All)\s+(?:the\s+)?(?:others?|rest|other\s+\w+)\s+(?:should\s+|must\s+)?(?:stays?|remains?)(?:\s+(?:as|where|in)(?:[^.!]|\.(?=\w))*)?[.!]?"
    r"|(?<=[.!?])\s*(?:Please\s+)?(?:Close|Dismiss|Ignore)\s+[^.!?]{1,50}?,?\s+(?:if|when|should)\s+(?:it|they|any|there)\s+[^.!?]{2,30}[.!]?$"
    r"|(?<=。)[^。、]{1,20}は(?:変え|変更し|指定し|気にし)なくて(?:も)?(?:かまいません|構いません|いいです|よいです|大丈夫です|結構です)。?"
    r"|(?<=。)(?:ほか|他|その他|残り)の(?:ファイル|もの|行)?は(?:そのまま|残し|変え)[^。]*。?",
)


def without_reassurance(text: str) -> str:
    """The wish without what it says of everything else: “… and nothing else”, “Leave plan.txt alone.”"""
    return _REASSURING.sub("", text).strip()


_BRACKET = re.compile(
    r"^(?P<polite>(?:[Pp]lease\s+)?(?:[Ii]n|[Ww]ith|[Uu]se|[Uu]sing)\s+)(?:the\s+)?(?P<name>[A-Z][\w .+-]*?)\s*\((?P<also>[^()]*[A-Za-z][^()]*)\)(?=\s*,|\s+to\b)"
)
_BRACKET_JA = re.compile(
    r"^(?P<name>[^、。「」()()]{1,30}?)\s*[((](?P<also>[^、。「」()()]{2,40})[))]\s*(?=で|を使|を用い)"
)
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?: [A-Za-z0-9][A-Za-z0-9_+-]*)*")


_SAVES_BY = re.compile(r"(?<=保存)\s*[((][A-Z][A-Za-z ]{2,30}[))]\s*(?=して|し、|してください)")
"""What the program calls saving, told behind the word for it: 「保存(Save Zones)して」 was taken for a program's name."""


def without_bracket(text: str) -> str:
    """The wish with its program called once: “In Foo (the drawing tool), …”, 「GNOME の電卓(gnome-calculator)で」."""
    text = _SAVES_BY.sub("", text)
    if (match := _BRACKET.match(text)) is not None:
        return f"{match['polite']}{match['name']}{text[match.end() :]}"
    if (match := _BRACKET_JA.match(text)) is None:
        return text
    name = next((one for one in (match["name"], match["also"]) if _PLAIN_NAME.fullmatch(one)), None)
    return text if name is None else f"{name} {text[match.end() :]}"


def without_context(text: str, language: Language) -> str | None:
    """The wish with the program in front of the rest, and without that sentence; None where it has none."""
    if language == "ja":
        match = _JAPANESE.match(text)
        if match is None or re.search(r"てください|て下さい", text[: match.start("rest")]):
            return None
        rest = match["rest"]
        return rest if match["name"].lower() in rest.lower() else f"{match['name']} で、{rest}"
    for pattern in (_FIRST, _LOOK, _LAST):
        match = pattern.match(text)
        if match is None:
            continue
        if _FILE.search(match["name"]) or match["name"].lower() in _NO_NAMES:
            continue
        said = text.replace(match["rest"], "", 1)
        if pattern is not _LOOK and _ORDERS.search(said):
            continue
        rest = re.sub(r"\s+there(?=\s*[,.!?]|\s*$)", "", match["rest"])
        if re.search(rf"(?<!\w){re.escape(match['name'])}(?!\w)", rest):
            return rest
        first = rest.split(maxsplit=1)[0]
        lowered = rest[:1].lower() + rest[1:] if first.isalpha() and not first.isupper() else rest
        return f"In {match['name']}, {lowered}"
    return None


_APPLIED = re.compile(
    r",?\s*\band\s+(?:then\s+)?apply\s+(?:it|them|that|(?:the|this)\s+(?:new\s+)?(?:changes?|settings?))(?=\s*[.!]?\s*$)",
    re.I,
)
_APPLIED_JA = re.compile(r"(?<=して)、?(?:設定を)?(?:適用|反映)して(?=ください|下さい|。|$)")
"""What is said of a setting besides: it is applied whenever one is made."""


def without_applying(text: str, language: Language) -> str:
    """The wish of a setting without “and apply it”."""
    return (_APPLIED if language == "en" else _APPLIED_JA).sub("", text)


_TO_ITS_LIST = re.compile(
    r"\b(?P<verb>add|append|insert)\s+(?:the|an?|another)\s+(?:(?:new|further)\s+)?(?P<kind>item|entry|task|node|topic)\s+"
    r"(?P<name>[\"“][^\"”]+[\"”])\s+(?:to|into|in|on)\s+(?:the|my|its)\s+(?:list|outline|tree)\b",
    re.IGNORECASE,
)


def without_its_list(text: str) -> str:
    """“Add the item "Milk" to the list”: a new item of the only list that is spoken of."""
    return _TO_ITS_LIST.sub(
        lambda match: (
            f"{match['verb']} {'an' if match['kind'][0].lower() in 'aeiou' else 'a'} new "
            f"{match['kind']} {match['name']}"
        ),
        text,
    )
