"""Texts with headings (Markdown, Org, wikis, LaTeX, reStructuredText): sections by their headings, and what LaTeX and
the first heading say of the whole."""

from __future__ import annotations

import re

from deskhand.models.local.behind.held.parts import Entry, Held, Slot

_LEVELS = "part chapter section subsection subsubsection paragraph".split()  # noqa: SIM905
_TEX_HEAD = re.compile(rf"\\({'|'.join(reversed(_LEVELS))})\*?\s*\{{")
_HASHES = re.compile(
    r"(?P<mark>#{1,6}|\*{1,8}|={2,6})[ \t]+(?P<name>[^\n]*?)[ \t]*(?:#+|={2,6})?[ \t]*\r?$", re.MULTILINE
)
_RULED = re.compile(r"(?P<name>[^\s=~^#*-][^\n]*)\n(?P<mark>([=~^#*-])\3{2,})[ \t]*$", re.MULTILINE)
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?\s*(?:\[[^\]\n]*\]\s*)?\{")


def headed(text: str, ending: str) -> Held:
    held = Held(text)
    if ending in ("tex", "ltx", "latex", "sty", "cls", "bib"):
        heads = _commands(held)
    else:
        forms = {"org": r"\*+", "md": "#+", "markdown": "#+", "fountain": "#+"}.get(ending, r"#+|={2,6}|\*+")
        found = [
            one for one in _HASHES.finditer(text) if re.fullmatch(forms, one["mark"]) and _starts(text, one.start())
        ]
        heads = [(one.start(), _level(one["mark"]), one.span("name"), one.end()) for one in found]
        ruled = list(_RULED.finditer(text))
        signs = list(dict.fromkeys(one["mark"][0] for one in ruled))
        heads += [(one.start(), signs.index(one["mark"][0]) + 1, one.span("name"), one.end()) for one in ruled]
        heads.sort()
        if heads and heads[0][1] == min(head[1] for head in heads):
            held.slots.append(Slot(("title", "heading"), *heads[0][2]))
    _sections(held, heads)
    return held


def _starts(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _level(mark: str) -> int:
    return 8 - len(mark) if mark[0] == "=" else len(mark)  # the more, the higher, in wikis


def _sections(held: Held, heads: list[tuple[int, int, tuple[int, int], int]]) -> None:
    path: list[tuple[int, str]] = []
    for at, (start, level, name, head_end) in enumerate(heads):
        end = next((other[0] for other in heads[at + 1 :] if other[1] <= level), _foot(held.text))
        own = next((other[0] for other in heads[at + 1 :]), _foot(held.text))
        while path and path[-1][0] >= level:
            path.pop()
        of = tuple(one for _, one in path)
        called = held.text[name[0] : name[1]]
        body = min(held.text.find("\n", head_end) + 1 or len(held.text), own)
        title = Slot(("heading", "section"), *name, (*of, called))
        held.slots.append(title)
        held.entries.append(Entry((called,), start, end, (body, own), title, of, one_more, len(path)))
        path.append((level, called))


def one_more(body: str, line: str) -> str:
    """The text with a line behind its last, before the space that parts it from what follows."""
    kept = body.rstrip()
    if not kept:
        return f"{line}\n{body}" if body.startswith("\n") or not body else f"{body}{line}\n"
    last = kept.rsplit("\n", 1)[-1]
    item = re.match(r"(\s*(?:[-*+]|\\item)[ \t]+(?:\[[ xX]\][ \t]+)?)", last)
    own = re.match(r"\s*(?:[-*+]|\d+[.)]|\\item)[ \t]", line)
    if item is not None and own is None:
        line = re.sub(r"\[[xX]\]", "[ ]", item[1]) + line
    return f"{kept}\n{line}{body[len(kept) :] or chr(10)}"


def _foot(text: str) -> int:
    found = re.search(r"^\\end\{document\}", text, re.MULTILINE)
    return len(text) if found is None else found.start()


def _commands(held: Held) -> list[tuple[int, int, tuple[int, int], int]]:
    """What stands in the braces of a command is called by the command."""
    heads: list[tuple[int, int, tuple[int, int], int]] = []
    for found in _COMMAND.finditer(held.text):
        line = held.text.rfind("\n", 0, found.start()) + 1
        if re.search(r"(?<!\\)%", held.text[line : found.start()]):
            continue  # a comment
        end = _closing(held.text, found.end())
        if end is None or found[1] in ("begin", "end"):
            continue
        if found[1] in _LEVELS:
            heads.append((found.start(), _LEVELS.index(found[1]), (found.end(), end), end + 1))
        else:
            held.slots.append(Slot((found[1],), found.end(), end))
    return heads


def _closing(text: str, at: int) -> int | None:
    depth = 1
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "{":
            depth += 1
        elif text[at] == "}":
            depth -= 1
            if not depth:
                return at
        at += 1
    return None
