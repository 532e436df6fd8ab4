"""Notes, outlines, bookmarks and pages between marks: their values by the marks' names, their entries by their own."""

from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local.behind.held.marks import Element, attribute, elements, escaped, said
from deskhand.models.local.behind.held.parts import Entry, Held, Slot

WEB = frozenset(["html", "htm", "xhtml"])
_NAMED_BY = ("name", "title", "text", "TEXT", "label", "_text", "caption", "Name", "Title", "Text")
_NAME_TAGS = frozenset(["title", "name", "nodename", "label", "data", "caption", "summary", "heading", "subject"])
_BODY_TAGS = frozenset(
    "rich_text note-content content body note text description desc details notes richcontent".split()  # noqa: SIM905
)
_BODY_BY = ("_note", "note", "NOTE", "description")
_NO_ENTRY = frozenset("html head body style script meta link office:body".split())  # noqa: SIM905
_ROWS = frozenset(["li", "tr", "a", "dt", "p", "option"])


def marked(text: str, ending: str) -> Held | None:
    """None where the marks are not well put."""
    web = ending in WEB or re.match(r"\s*<!doctype (?:html|netscape)", text, re.IGNORECASE) is not None
    found = elements(text, web=web)
    if not found:
        return None
    held = Held(text, escape=escaped)
    names = {id(one): _name(text, one) for one in found}
    for one in found:
        of = _above(text, one, names)
        own = names[id(one)]
        mine = (*of, *((said(text, own),) if own is not None else ()))
        for key, span in one.attributes.items():
            is_name = own == span
            labels = (key, *(("name", "title") if is_name else ()), *_called_by(text, one, key))
            held.slots.append(Slot(labels, *span, mine if not is_name else (*of, said(text, span)), attribute))
        if not one.below and text[one.inner : one.inner_end].strip() and one.end > one.inner_end:
            raw = text[one.inner : one.inner_end]
            start = one.inner + len(raw) - len(raw.lstrip())
            end = one.inner_end - (len(raw) - len(raw.rstrip()))
            put = _kept_in_cdata if raw.lstrip().startswith("<![CDATA[") else escaped
            heading = ("heading",) if re.fullmatch(r"h[1-6]", one.local) else ()
            labels = (one.local, *heading, *_called_by(text, one, ""))
            held.slots.append(Slot(labels, start, end, mine, put))
        if own is not None and one.tag.lower() not in _NO_ENTRY and not (web and one.local not in _ROWS):
            held.entries.append(_entry(text, one, own, of, ending, web))
    return held


def _kept_in_cdata(text: str) -> str:
    return f"<![CDATA[{text.replace(']]>', ']]&gt;')}]]>"


def _above(text: str, one: Element, names: dict[int, tuple[int, int] | None]) -> tuple[str, ...]:
    found: list[str] = []
    above = one.above
    while above is not None:
        span = names[id(above)]
        if span is not None:
            found.append(said(text, span))
        above = above.above
    return tuple(reversed(found))


def _called_by(text: str, one: Element, key: str) -> tuple[str, ...]:
    """A value whose mark says of what it is one: `<meta name="author" content="…">`, `<entry key="volume">`."""
    named = next((one.attributes[by] for by in ("name", "key", "property", "id") if by in one.attributes), None)
    if named is None or key not in ("", "value", "content", "val"):
        return ()
    return (said(text, named),)


def _name(text: str, one: Element) -> tuple[int, int] | None:
    """Where what it is called stands: in its mark, or in one right below it; of a row, all that it says."""
    for by in _NAMED_BY:
        if by in one.attributes and text[slice(*one.attributes[by])].strip():
            return one.attributes[by]
    for child in one.below:
        if child.local in _NAME_TAGS and not child.below and text[child.inner : child.inner_end].strip():
            return child.inner, child.inner_end
    if one.local in ("li", "a", "dt", "option") and text[one.inner : one.inner_end].strip():
        return one.inner, one.inner_end
    return None


def _entry(text: str, one: Element, own: tuple[int, int], of: tuple[str, ...], ending: str, web: bool) -> Entry:
    start, end = one.start, one.end
    if one.above is not None and one.above.local in ("dt", "li", "dd") and len(one.above.below) == 1:
        start, end = one.above.start, max(one.above.inner, one.end)  # an item that is this one link
        end = one.above.end if not text[one.end : one.above.end].strip() or one.above.end > one.above.inner_end else end
        end = len(text[: max(end, one.end)].rstrip())
    above, below = text.rfind("\n", 0, start), text.find("\n", end)
    if not text[above + 1 : start].strip() and (below < 0 or not text[end:below].strip()):
        start, end = above + 1, len(text) if below < 0 else below + 1  # it stands in lines of its own
    in_mark = own in one.attributes.values()
    put: Callable[[str], str] = attribute if in_mark else escaped
    body, put_line = None if web else _body(text, one, own), _lengthened(ending)
    depth, above_it = 0, one.above
    while above_it is not None:
        depth, above_it = depth + 1, above_it.above
    title = Slot(("name",), *own, of, put)
    return Entry((said(text, own),), start, end, body, title, of, put_line, depth)


def _body(text: str, one: Element, own: tuple[int, int]) -> tuple[int, int] | None:
    for by in _BODY_BY:
        if by in one.attributes and one.attributes[by] != own:
            return one.attributes[by]
    inside = [
        child for child in _descendants(one) if child.local in _BODY_TAGS and (child.inner, child.inner_end) != own
    ]
    leaves = [child for child in inside if not any(other in _descendants(child) for other in inside)]
    if leaves:
        return leaves[-1].inner, leaves[-1].inner_end
    if not one.below and one.end > one.inner_end:
        return one.inner, one.inner_end
    return None


def _descendants(one: Element) -> list[Element]:
    """What is in it, but not in another entry below it."""
    found: list[Element] = []
    for child in one.below:
        found.append(child)
        if child.tag != one.tag:
            found += _descendants(child)
    return found


_PARAGRAPH = re.compile(r"(?:&lt;/(?:p|div)&gt;|</(?:p|div)>)(?!.*(?:&lt;/(?:p|div)&gt;|</(?:p|div)>))", re.DOTALL)


def _lengthened(ending: str) -> Callable[[str, str], str]:
    """A note's text with a line more, as that text parts its lines: by marks of its own, or by new lines."""

    def longer(body: str, line: str) -> str:
        kept = body.rstrip()
        rest = body[len(kept) :]
        if not kept:
            return escaped(line) + rest
        within = re.search(r"&lt;(?:br|p|div|html)\b", body)
        if within is not None or ending == "fnx":
            added = f"&lt;br&gt;{escaped(escaped(line))}"
        elif re.search(r"<(?:br|p|div)\b", body):
            added = f"<br/>{escaped(line)}"
        else:
            return f"{kept}\n{escaped(line)}{rest}"
        last = _PARAGRAPH.search(kept)
        return f"{kept}{added}{rest}" if last is None else f"{kept[: last.start()]}{added}{kept[last.start() :]}{rest}"

    return longer
