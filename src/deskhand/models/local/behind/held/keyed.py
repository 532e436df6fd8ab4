"""Keys and their values: settings files, JSON, and lines of a text that have a label."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from deskhand.models.local.behind.held.parts import Entry, Held, Slot

JSON = frozenset(["json", "jsonc", "ipynb", "geojson", "webmanifest"])
SETTINGS = frozenset(
    "ini cfg conf config toml properties desktop service env yaml yml theme rc prefs cnf url editorconfig".split()  # noqa: SIM905
)
_SECTION = re.compile(r"[ \t]*\[+([^\[\]\n]+)\]+[ \t]*(?:[#;].*)?$")
_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<item>-[ \t]+|\*[ \t]+|export[ \t]+)?"
    r"(?P<quote>[\"']?)(?P<key>[^\s\"'=:#;\[\]{}<>|\\][^\n\"'=:#;{}<>|\\：]{0,60}?)(?P=quote)"
    r"[ \t]*(?P<sign>:=|=>|=|[:：](?=[ \t]|$|[^/\d\\]))[ \t]*(?P<value>[^\n]*?)[ \t]*$"
)
_NAMES = re.compile(r"name|title|label|id|名前", re.IGNORECASE)


def keyed(text: str, ending: str) -> Held:
    """Values by the keys before them; a section's own name, or that of what is listed, is whose they are."""
    if ending in JSON:
        return _json(text)
    settings = ending in SETTINGS
    held = Held(text)
    section, opened = "", 0
    above: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        bare = line.rstrip("\r")
        if found := _SECTION.match(bare):
            _close(held, section, opened, at)
            section, opened, above = found[1].strip(), at, []
        elif (found := _LINE.match(bare)) is not None and not bare.lstrip().startswith(("#", ";", "//")):
            indent = len(found["indent"]) + (len(found["item"] or "") if ending in ("yaml", "yml") else 0)
            while above and above[-1][0] >= indent:
                above.pop()
            of = (*((section,) if section else ()), *(name for _, name in above))
            start, end, put = _inside(found["value"], settings)
            start, end = at + found.start("value") + start, at + found.start("value") + end
            held.slots.append(Slot((found["key"].strip(),), start, end, of, put))
            if ending in ("yaml", "yml") and not found["value"]:
                above.append((indent, found["key"].strip()))
        at += len(line) + 1
    _close(held, section, opened, len(text))
    return _named_sections(held)


def _close(held: Held, name: str, start: int, end: int) -> None:
    if name:
        head = held.text.find("\n", start) + 1 or len(held.text)
        held.entries.append(Entry((name,), start, end, (head, max(head, end)), longer=_one_more))


def _one_more(body: str, line: str) -> str:
    kept = body.rstrip("\r\n")
    return f"{kept}\n{line}{body[len(kept) :] or chr(10)}" if kept else f"{line}\n{body}"


def _named_sections(held: Held) -> Held:
    """A section that says its name is called by that too: `[3]`, `name=Ken Sato`."""
    called: dict[str, tuple[str, ...]] = {}
    for slot in held.slots:
        if slot.of and _NAMES.fullmatch(slot.labels[0]) and held.value(slot):
            called[slot.of[0]] = (*called.get(slot.of[0], ()), held.value(slot))
    held.slots = [
        Slot(one.labels, one.start, one.end, (*one.of, *called.get(one.of[0], ())) if one.of else (), one.put)
        for one in held.slots
    ]
    held.entries = [
        Entry((*one.names, *called.get(one.names[0], ())), one.start, one.end, one.body, longer=one.longer)
        for one in held.entries
    ]
    return held


def _inside(value: str, settings: bool) -> tuple[int, int, Callable[[str], str]]:
    """Where in what stands behind the sign the value itself is."""
    quoted = re.match(r"([\"'])(.*?)\1(?=[ \t]*(?:[,;]?[ \t]*(?:[#;].*|//.*)?)$)", value)
    if quoted:
        mark = quoted[1]
        return quoted.start(2), quoted.end(2), lambda text: text.replace("\\", "\\\\").replace(mark, f"\\{mark}")
    end = len(value)
    if settings and (note := re.search(r"[ \t]+[#;].*$", value)):
        end = note.start()
    return 0, end, lambda text: text


def _json(text: str) -> Held:
    """Members of objects, with the members above them, and with what names the object they are in."""
    held = Held(text)
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return held
    _Members(held).value(0, ())
    return _named_objects(held)


class _Members:
    def __init__(self, held: Held) -> None:
        self.held, self.text = held, held.text

    def space(self, at: int) -> int:
        while at < len(self.text) and self.text[at] in " \t\r\n":
            at += 1
        return at

    def string(self, at: int) -> int:
        at += 1
        while self.text[at] != '"':
            at += 2 if self.text[at] == "\\" else 1
        return at + 1

    def value(self, at: int, of: tuple[str, ...]) -> int:
        at = self.space(at)
        if self.text[at] == "{":
            return self.members(at, of)
        if self.text[at] == "[":
            at, count = self.space(at + 1), 0
            while self.text[at] != "]":
                count += 1
                at = self.space(self.value(at, (*of, f"#{count}@{at}")))
                at = self.space(at + 1) if self.text[at] == "," else at
            return at + 1
        if self.text[at] == '"':
            return self.string(at)
        found = re.compile(r"[^\s,\]}]+").match(self.text, at)
        return at + 1 if found is None else found.end()

    def members(self, at: int, of: tuple[str, ...]) -> int:
        at = self.space(at + 1)
        while self.text[at] != "}":
            end = self.string(at)
            key = json.loads(self.text[at:end])
            start = self.space(self.space(end) + 1)
            at = self.value(start, (*of, key))
            if self.text[start] == '"':
                self.held.slots.append(Slot((key,), start + 1, at - 1, of, _escaped))
            elif self.text[start] not in "{[":
                self.held.slots.append(Slot((key,), start, at, of))
            at = self.space(at)
            at = self.space(at + 1) if self.text[at] == "," else at
        return at + 1


def _escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _named_objects(held: Held) -> Held:
    called: dict[tuple[str, ...], tuple[str, ...]] = {}
    for slot in held.slots:
        if _NAMES.fullmatch(slot.labels[0]):
            called[slot.of] = (*called.get(slot.of, ()), held.value(slot))
    held.slots = [
        Slot(one.labels, one.start, one.end, (*one.of, *called.get(one.of, ())), one.put) for one in held.slots
    ]
    return held
