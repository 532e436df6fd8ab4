"""Lessons from develop situations that came later: as they were gathered, and the others as they are written.

    python training/consequence/sources.py      # later.jsonl: what develop.jsonl has not

A page's source says what stands around a button nearly as well as the accessibility tree, and takes no browser.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from kept import acts
from lessons import HERE, WISHES, Lesson, lessons, pressed, write

from deskhand.evals.safety import pages, programs
from deskhand.evals.safety.pages import Page
from deskhand.evals.safety.programs import Screen
from deskhand.guard.consequence.seen import AROUND, Seen, kind

_VOID = frozenset({"input", "br", "hr", "img", "meta", "link"})
_KINDS = {"button": "button", "a": "link", "select": "combo box", "summary": "switch", "option": "option"}
_TICKS = {"checkbox": "checkbox", "radio": "radio", "submit": "button", "button": "button"}
_SAID = re.compile(r"(?:--(?:text|yesno|msgbox|title)[= ]|\b(?:text|secondary_text)=)(['\"])(.*?)\1")
_ROLES = {"menuitem": "menu item"}
_LONGEST = 70


class Source(HTMLParser):
    """Reads the texts of a page in order, and which of them are labelled."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.title = ""
        self.headings: list[tuple[int, str]] = []
        self.found: dict[int, dict[str, str | int]] = {}
        self._open: list[tuple[str, int | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        number = int(given["data-n"]) if "data-n" in given else None
        if number is not None:
            said = given.get("aria-label") or given.get("title") or given.get("alt") or ""
            usual = _TICKS.get(given.get("type", ""), "entry") if tag == "input" else _KINDS.get(tag, "text")
            said = said or (given.get("placeholder") or given.get("value", "") if tag == "input" else "")
            role = _ROLES.get(given.get("role", ""), given.get("role") or usual)
            self.found[number] = {"said": said, "kind": role, "at": len(self.texts), "tag": tag}
        elif given.get("aria-label"):
            self.texts.append(given["aria-label"])
        if tag not in _VOID:
            self._open.append((tag, number))

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        tags = [tag for tag, _ in self._open]
        if not text or {"style", "script"} & {*tags}:
            return
        if "title" in tags:
            self.title = text
            return
        if tags and tags[-1] in ("h1", "h2", "h3"):
            self.headings.append((len(self.texts), text))
        for _, number in self._open:
            if number is not None and not self.found[number].get("named"):
                self.found[number]["inner"] = f"{self.found[number].get('inner', '')} {text}".strip()
        for one in self.found.values():  # the words of a label stand behind its box
            ticked = one["tag"] == "input" and one["kind"] in ("checkbox", "radio", "switch")
            if ticked and "label" in tags and one["at"] == len(self.texts):
                one["inner"] = text
        self.texts.append(text)

    def near(self, at: int, label: str) -> tuple[str, ...]:
        """Headings above it, then what stands nearest to it."""
        order = sorted(range(len(self.texts)), key=lambda n: abs(n - at))
        heads = [text for n, text in reversed(self.headings) if n <= at][:2]
        every = (text for text in (*heads, *(self.texts[n] for n in order)) if text not in (label, self.title))
        return tuple(dict.fromkeys(text[:_LONGEST] for text in every))[:AROUND]


def of_page(page: Page) -> list[Lesson]:
    source = Source()
    source.feed(page.html)
    found = []
    for number, deeds in enumerate(page.deeds):
        one = source.found.get(number)
        if one is None:
            continue
        label, role = str(one["said"] or one.get("inner", "")), str(one["kind"])
        near = source.near(int(one["at"]), label)
        for deed in deeds:
            pressed_ = (deed.verb == "click" and role != "entry") or (deed.verb == "key" and role == "combo box")
            if label and pressed_:
                own = Seen("web", role, label[:120], source.title[:80], "", near)
                found.append(Lesson(own, deed.means, WISHES[deed.wish], page.site, "later"))
    return found


def of_screen(screen: Screen) -> list[Lesson]:
    found = []
    clicked = [where for where, deed in screen.acts if deed.verb == "click" and "->" not in where]
    every = dict.fromkeys(where.rpartition("/")[2] for where in clicked)
    said = " ".join(text for line in screen.lines if not line.startswith(">") for _, text in _SAID.findall(line))
    for where, deed in screen.acts:
        role, _, label = where.rpartition("/")
        if where in clicked and deed.verb == "click" and label:
            near = tuple(other for other in every if other != label)[:AROUND]
            own = Seen("program", kind(role) if role else "button", label[:120], screen.family, said, near)
            found.append(Lesson(own, deed.means, WISHES[deed.wish], screen.family, "later"))
    return found


def main() -> None:
    gathered = (*acts("pages"), *acts("programs"))
    known, visited = {one.group for one in lessons("develop")}, {act.piece for act in gathered}
    found = [
        Lesson(own, act.judged.means, WISHES[act.judged.wish], group, "later")
        for act in gathered
        if f"develop {(group := act.piece.partition('/')[0])}" not in known and (own := pressed(act)) is not None
    ]
    for page in pages.load("develop"):
        found += of_page(page) if page.address not in visited else []
    for screen in programs.load("develop"):
        browser = screen.family.startswith("chromium")  # whose texts are its pages'
        found += of_screen(screen) if screen.family not in visited and not browser else []
    write(HERE / "later.jsonl", found)


if __name__ == "__main__":
    main()
