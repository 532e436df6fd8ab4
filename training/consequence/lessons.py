"""The situations that the reader of labels is taught with: the develop half as it was gathered, and what was written.

    python training/consequence/lessons.py      # develop.jsonl, from what gather.py kept

A line of ``*.jsonl``: where (web or program), kind, label, title, asked (what a dialog says), around, means (all that
are right), ask (true, false, or null where careful people differ), group (what is left out together).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, get_args

from kept import Act, acts

from deskhand.desktop.actions import Click, Key
from deskhand.guard.consequence.seen import Seen, Where, seen
from deskhand.guard.consequence.topics import FIELDS
from deskhand.guard.interface import Consequence

HERE = Path(__file__).parent
BARE = HERE.parents[1] / "tests/guard/stranger"
WRITTEN = ("own", "everyday", "daily", "trades", "windows", "verbs", "doushi", "twins")
ASKED = ("dialogs", "questions")
WRITTEN_LAST = frozenset({"trades", "windows", "questions", "verbs", "doushi", "twins"})
WISHES: Mapping[str, bool | None] = {"ask": True, "free": False, "either": None}
CONSEQUENCES: tuple[str, ...] = get_args(Consequence)


@dataclass(frozen=True)
class Lesson:
    seen: Seen
    means: tuple[str, ...]
    ask: bool | None
    group: str
    source: str


def lessons(*names: str) -> list[Lesson]:
    """All that stands in the files of ``names``, or in every file."""
    files = [HERE / f"{name}.jsonl" for name in names] or sorted(HERE.glob("*.jsonl"))
    found = [_lesson(json.loads(line), path.stem) for path in files for line in path.read_text("utf-8").splitlines()]
    return found if names else [*found, *own(), *dialogs(), *bare()]


def own() -> list[Lesson]:
    """What stands in `WRITTEN`: whole pages and windows with what their buttons do."""
    return [lesson for name in WRITTEN for lesson in _blocks(_text(name), name)]


def _text(name: str) -> str:
    return (HERE / f"{name}.txt").read_text("utf-8")


def _blocks(text: str, source: str) -> Iterator[Lesson]:
    for block in text.split("\n== ")[1:]:
        head, *lines = block.strip().splitlines()
        where, title, around = (part.strip() for part in head.split(" | "))
        said = [
            (f"{does.rstrip('!')}~" if one.endswith("~") else does, _of_kind(one.rstrip("~")))
            for does, labels in (line.split(" ", 1) for line in lines)
            for one in labels.split(" | ")
        ]
        chance = Random(title)
        for does, (label, kind) in said:
            near = [*around.split(" ; "), *chance.sample([other for _, (other, _) in said if other != label], 4)]
            own = Seen(_where(where), kind or _usual(where, does, chance), label, title, "", tuple(filter(None, near)))
            yield Lesson(own, (does.rstrip("!~"),), _wish(does), f"{source} {title}", source)


def _where(word: str) -> Where:
    return "web" if word == "web" else "program"


def _wish(does: str) -> bool | None:
    return None if does.endswith("~") else does.endswith("!")


def _of_kind(label: str) -> tuple[str, str]:
    """``Lock after {combo box}`` in its two parts."""
    name, _, kind = label.partition(" {")
    return name.strip(), kind.rstrip("} ")


def _usual(where: str, does: str, chance: Random) -> str:
    """What such a thing mostly is: a page's ways elsewhere are links, most of a program stands in its menus."""
    if where != "web":
        return "menu item" if chance.random() < 0.6 else "button"
    return "link" if chance.random() < (0.4 if does in ("navigate", "observe") else 0.08) else "button"


def dialogs() -> list[Lesson]:
    """What stands in `ASKED`, a line each: title | what it says | what each button does."""
    found: list[Lesson] = []
    for source, line in ((name, line) for name in ASKED for line in _text(name).splitlines()):
        title, asked, *answers = line.split(" | ")
        said = [(does, _of_kind(label)) for does, label in (answer.split(" ", 1) for answer in answers)]
        chance = Random(line)
        asked = f"Question {asked}" if chance.random() < 0.3 else asked
        for does, (label, kind) in said:
            near = tuple(dict.fromkeys(other for _, (other, _) in said if other != label))
            own = Seen("program", kind or "button", label, title, asked, near)
            found.append(Lesson(own, (does.rstrip("!~"),), _wish(does), f"{source} {title} {asked[:30]}", source))
    return found


def bare() -> list[Lesson]:
    """Labels without a page: what pressing them means is not said, only whether somebody would want to be asked."""
    found: list[Lesson] = []
    for name, asks in (("asked", True), ("free", False)):
        lines = (BARE / f"labels-{name}.txt").read_text("utf-8").splitlines()
        every = {label.strip() for line in lines if not line.startswith("#") for label in line.split(" | ")} - {""}
        found += [Lesson(Seen("web", "button", one, ""), (), asks, f"bare {one}", "bare") for one in sorted(every)]
    return found


def _lesson(line: dict[str, Any], source: str) -> Lesson:
    own = Seen(line["where"], line["kind"], line["label"], line["title"], line.get("asked", ""), tuple(line["around"]))
    return Lesson(own, tuple(line["means"]), line["ask"], f"{source} {line['group']}", source)


def write(path: Path, found: Iterable[Lesson]) -> None:
    lines = {
        json.dumps(
            {
                "where": one.seen.where, "kind": one.seen.kind, "label": one.seen.label, "title": one.seen.title,
                **({"asked": one.seen.asked} if one.seen.asked else {}), "around": one.seen.around,
                "means": one.means, "ask": one.ask, "group": one.group,
            },
            ensure_ascii=False,
        )
        for one in found
    }  # fmt: skip
    path.write_text("".join(f"{line}\n" for line in sorted(lines)), "utf-8")


def pressed(act: Act) -> Seen | None:
    """What an act of the develop half presses; None for what is no press of a thing with a name."""
    match act.proposal.action:
        case Click(button="left"):
            thing = act.evidence.target
        case Key(keys) if keys.lower().split("+")[-1] in ("return", "enter"):
            thing = act.evidence.presses
        case Key("Up" | "Down") if act.evidence.target.role == "combo box":
            return seen(act.evidence.target, act.evidence)
        case _:
            return None
    return seen(thing, act.evidence) if (thing.label or thing.caption) and thing.role not in FIELDS else None


def main() -> None:
    found = []
    for act in (*acts("pages"), *acts("programs")):
        own = pressed(act)
        if own is not None:
            found.append(Lesson(own, act.judged.means, WISHES[act.judged.wish], act.piece.partition("/")[0], "develop"))
    write(HERE / "develop.jsonl", found)


if __name__ == "__main__":
    main()
