"""The elements of a marked-up text, and where they stand to the letter: nothing is taken apart to be written anew."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

_MARK = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!\w[^>]*>"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z_][\w:.-]*)(?P<attributes>(?:\s+[^\s=<>/\"']+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s<>\"']+))?)*)"
    r"\s*(?P<empty>/?)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=<>/\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s<>\"']+))")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_CLOSES_ITSELF = frozenset("p li dt dd tr td th option".split())  # noqa: SIM905
MOST = 50_000
"""Elements of a text at most."""


@dataclass(slots=True)
class Element:
    tag: str
    start: int
    inner: int
    """Where what is in it begins."""
    above: Element | None
    inner_end: int = 0
    end: int = 0
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    below: list[Element] = field(default_factory=list["Element"])

    @property
    def local(self) -> str:
        return self.tag.rpartition(":")[2].lower()


def elements(text: str, *, web: bool = False) -> list[Element] | None:
    """All elements in their order; None where they do not close as they open. ``web``: as pages may be written."""
    found: list[Element] = []
    open_now: list[Element] = []
    for mark in _MARK.finditer(text):
        if mark["tag"] is None:
            continue
        tag = mark["tag"].lower() if web else mark["tag"]
        if mark["close"]:
            if web and tag not in [one.tag for one in open_now]:
                continue
            while web and open_now[-1].tag != tag:
                _end(open_now.pop(), mark.start(), mark.start())
            if not open_now or open_now[-1].tag != tag:
                return None
            _end(open_now.pop(), mark.start(), mark.end())
            continue
        if web and open_now and tag == open_now[-1].tag and tag in _CLOSES_ITSELF:
            _end(open_now.pop(), mark.start(), mark.start())
        one = Element(tag, mark.start(), mark.end(), open_now[-1] if open_now else None)
        for attribute in _ATTRIBUTE.finditer(text, mark.start("attributes"), mark.end("attributes")):
            group = next(number for number in (2, 3, 4) if attribute[number] is not None)
            one.attributes.setdefault(attribute[1], attribute.span(group))
        if one.above is not None:
            one.above.below.append(one)
        found.append(one)
        if mark["empty"] or (web and tag in _VOID):
            _end(one, mark.end(), mark.end())
        else:
            open_now.append(one)
        if len(found) > MOST:
            return None
    if open_now and not web:
        return None
    for one in open_now:
        _end(one, len(text), len(text))
    return found


def _end(one: Element, inner_end: int, end: int) -> None:
    one.inner_end, one.end = inner_end, end


def said(text: str, span: tuple[int, int]) -> str:
    """What is written there, as it is read; marks that are text themselves (a page within a note) left out."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", html.unescape(text[span[0] : span[1]]))).split())


def escaped(text: str) -> str:
    return html.escape(text, quote=False)


def attribute(text: str) -> str:
    return html.escape(text, quote=True)
