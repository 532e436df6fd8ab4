"""The program that an instruction speaks of, taken out of its sentences: what is left says what to do in it."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.models.local import concepts
from deskhand.models.local.named import names
from deskhand.models.local.understand.frame import Language

_KINDS = "|".join(
    re.escape(name)
    for name in sorted((n for rows in concepts.PROGRAMS.values() for n in rows if n.isascii()), key=len, reverse=True)
)
_KINDS_JA = "|".join(
    re.escape(name)
    for name in sorted(
        (n for rows in concepts.PROGRAMS.values() for n in rows if not n.isascii()), key=len, reverse=True
    )
)
_TAKES = re.compile(
    r"(?:move|put|add|place|file|copy|bookmark|save|store|sort|drop|throw|stick)\b[^,.]*\b(?:in|into|to|under|of|from)\s+(?:the\s+)?$",
    re.I,
)
"""What is put *into* a thing with a capital is not put into a program."""


@dataclass(frozen=True, slots=True)
class Program:
    name: str
    """A kind of program, or its name as given."""
    starts: bool = False
    said: str = ""
    """As it stands in the instruction."""


_DATED = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|english|german|french|japanese|spanish|italian|arial|helvetica|times|courier|pdf|csv|png|jpe?g|html|zip|celsius|fahrenheit|binary|hex|decimal",
    re.I,
)
_FORMATS = re.compile(
    r"(?:pdf|csv|png|jpe?g|gif|zip|tar|gz|html?|txt|mp3|wav|ogg|flac|xml|json|wi-?fi|cpu|url|ip|usb|utf-?8|dvd|cd|log|css|js|sql|ascii|ok|sans|a\d|[a-z]|[A-Z]\d*)(?: .*)?",
    re.I,
)


def _sure_en(text: str, name: str, at: int, starts: bool) -> bool:
    """Whether the name stands where only a program's can: ``in Leeds`` and ``with dates`` are none."""
    if starts:
        return True
    before = re.search(r"(\w+)\s+(?:the\s+)?$", text[:at])
    word = before[1].lower() if before is not None else ""
    first = (before is not None and not text[: before.start()].strip(" ,")) or re.search(
        r"[.!?]\s*$", text[: before.start()] if before else ""
    ) is not None
    capital = re.search(r"[A-Z0-9-]", name) is not None
    if re.fullmatch(r"[0-9A-F]{2}(?: [0-9A-F]{2})*", name):
        return False  # bytes
    if _DATED.fullmatch(name.split()[0]) or _TAKES.search(text[:at]):
        return False
    if word in ("use", "using", "close", "quit", "exit", "leave"):
        return True
    if word == "with" and not first and re.match(r"\W*(?:$|[.,;?!]|and\b|then\b)", text[at + len(name) :]) is None:
        return False
    if word in ("in", "inside", "within", "with"):
        return capital if not first else True
    return (
        word in ("from", "of", "to", "via", "through", "on", "into")
        and capital
        and re.match(r"\s+(?:window|program|app)\b", text[at + len(name) :]) is not None
    )


def _sure_ja(text: str, name: str, at: int, starts: bool) -> bool:
    """Likewise: PDFで, csvに are none."""
    if _FORMATS.fullmatch(name):
        return False
    if starts:
        return True
    return (
        re.match(r"\s*(?:で(?!も)|を(?:使|用い|閉|終了)|の(?:画面|ウィンドウ)|上で)", text[at + len(name) :])
        is not None
    )


def programs(text: str, language: Language) -> tuple[Program, ...]:
    """The programs that are spoken of, in their order; ``text`` is protected."""
    found: list[tuple[int, Program]] = []
    for named in names(text):
        for match in re.finditer(rf"(?<!\w){re.escape(named.name)}", text):
            if not (_sure_en if language == "en" else _sure_ja)(text, named.name, match.start(), named.starts):
                continue
            found.append((match.start(), Program(named.name, named.starts, named.name)))
            break
    if language == "en":
        for match in re.finditer(
            rf"\b(?P<by>in|with|using|use|on|into|from|to|open|start|launch|open\s+up|start\s+up)\s+(?:the|a|an|my|your)?\s*(?P<name>{_KINDS})\b(?!\s+(?:folder|file))",
            text,
            re.I,
        ):
            kind = concepts.program(match["name"], slips=False)
            if kind is not None:
                found.append(
                    (
                        match.start("name"),
                        Program(kind, re.match("open|start|launch", match["by"], re.I) is not None, match["name"]),
                    )
                )
    else:
        for match in re.finditer(rf"(?P<name>{_KINDS_JA})(?P<by>で|の|を開|を起動|を立ち上|を使|に|から|上で)", text):
            kind = concepts.program(match["name"], slips=False)
            if kind is not None:
                found.append(
                    (match.start(), Program(kind, match["by"] in ("を開", "を起動", "を立ち上"), match["name"]))
                )
    seen: dict[str, Program] = {}
    for _, one in sorted(found, key=lambda entry: entry[0]):
        seen.setdefault(one.name.lower(), one)
    return tuple(seen.values())


def without(text: str, known: tuple[Program, ...]) -> tuple[str, Program | None]:
    """An English clause without the words that say in which program, and that program."""
    for one in known:
        there = rf"(?:the\s+|a\s+|my\s+)?{re.escape(one.said)}(?:'s)?(?:\s+(?:window|program|app|application|document|spreadsheet|workbook|sheet))?(?![\w'])"
        for pattern in (
            rf"^(?:in|with|using|inside|on|from|within|go\s+(?:in)?to|switch\s+(?:back\s+)?to|over\s+to)\s+{there}\s*(?:[,:]|(?=\s+\w)|$)\s*(?:and\s+)?",
            rf"^use\s+{there}\s+(?:to|and|for)\s+",
            rf"(?:,?\s+(?:in|with|using|inside|on|from|within|via)\s+{there}|,?\s+(?:and\s+)?use\s+{there}(?:\s+for\s+(?:it|that|this))?)(?=\s*(?:$|[,.?!]|and\b|then\b))",
            rf"^use\s+{there}$",
            rf"\s+(?:in|with|using|inside|from|within|of)\s+{there}(?=\s)",
        ):
            rest = re.sub(pattern, "", text, count=1, flags=re.I)
            if rest != text:
                return rest.strip(" ,:"), one
    return text, None
