"""What the package sees on screens of the training ground: things found, states told, clicks that would hit.

    python training/ground/measure.py                      # all held-out screens, with the detector
    python training/ground/measure.py --rules              # by the rules alone
    python training/ground/measure.py --only page --misses

*Found*: some widget's box (or for links, rows and items also a line of text) overlaps the labelled box with IoU above
0.5. *Typed*: and it says what it is. *Precision*: of the widgets that say a type, those that are of it. *Click*: the
point that `deskhand.models.local.ground` would click for the thing's name and kind lies in its box, or on the words
beside a check box; things that the screen's edge cuts and disabled ones are not clicked. A name that stands on the screen more than once is counted apart (*ambiguous*).
"""

# ruff: noqa: E501
from __future__ import annotations

import argparse
import json
import pickle
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import labels
from icons import DATA
from labels import Label, Shot

from deskhand.models.local.ground import locate
from deskhand.models.local.steps import Target, TargetKind
from deskhand.screen.geometry import Point, Rect
from deskhand.vision import weights
from deskhand.vision.layout import lay_out
from deskhand.vision.learned import WidgetDetector
from deskhand.vision.match import similarity
from deskhand.vision.ocr import Ocr
from deskhand.vision.pictograms import IconReader
from deskhand.vision.scene import Scene, Widget

KINDS: dict[str, TargetKind] = {
    "button": "button",
    "field": "field",
    "area": "field",
    "spinner": "field",
    "checkbox": "checkbox",
    "switch": "checkbox",
    "radio": "radio",
    "select": "option",
    "slider": "slider",
    "tab": "tab",
    "item": "menu item",
    "row": "row",
    "link": "link",
    "icon": "icon",
    "header": "text",
}
"""What an instruction calls each type."""
BY_TEXT = ("link", "row", "item", "tab", "header")


@dataclass
class Count:
    things: int = 0
    found: int = 0
    typed: int = 0
    said: int = 0
    """Widgets that claim to be of this type."""
    right: int = 0
    stated: int = 0
    state_right: int = 0
    clicks: int = 0
    hits: int = 0
    unclear: int = 0
    unclear_hits: int = 0


@dataclass
class Told:
    """A state over all types of things that were recognised."""

    there: int = 0
    said: int = 0
    right: int = 0


@dataclass
class Tally:
    types: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    states: dict[str, Told] = field(default_factory=lambda: defaultdict(Told))
    groups: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    misses: list[str] = field(default_factory=list)


def overlap(one: Rect, other: Rect) -> float:
    shared = one.intersect(other)
    return shared.area / (one.area + other.area - shared.area) if shared else 0.0


def type_of(widget: Widget) -> str:
    """The type that a widget claims; the rules' bordered boxes and icons claim none, their toggles do."""
    return widget.role or (widget.kind if widget.kind in ("checkbox", "radio") else "")


def judge(scene: Scene, shot: Shot, tally: Tally, note: str) -> None:
    ignored = [Rect(*box) for box in shot.ignored]
    boxes = [(Rect(*label.box), label) for label in shot.labels]
    group = tally.groups[f"{shot.source} {shot.language}"]
    for box, label in boxes:
        count = tally.types[label.type]
        both = (count, group)
        best = max(
            scene.widgets, key=lambda w: overlap(w.box, box) + (0.01 if type_of(w) == label.type else 0), default=None
        )
        good = best is not None and overlap(best.box, box) > 0.5
        texts = label.type in BY_TEXT and any(_is_its_text(line.box, box) for line in scene.texts)
        typed = [w for w in scene.widgets if type_of(w) == label.type and overlap(w.box, box) > 0.5]
        for one in both:
            one.things += 1
            one.found += good or texts
            one.typed += bool(typed)
        if label.type in ("checkbox", "radio", "switch") and typed and not label.stateless:
            for one in both:
                one.stated += 1
                one.state_right += typed[0].checked is ("checked" in label.states)
        if good and best is not None and best.role is not None and not label.stateless:
            for state, said in (("focused", best.focused), ("disabled", best.disabled)):
                told = tally.states[state]
                told.there += state in label.states
                told.said += said
                told.right += said and state in label.states
        edge = max(box.right - shot.picture.shape[1], box.bottom - shot.picture.shape[0]) >= -1
        if label.also is not None:
            edge = edge or label.also[0] + label.also[2] >= shot.picture.shape[1] - 1
        clear = (label.written or _is_plainly_named(label, shot)) and not edge and "disabled" not in label.states
        if label.name and clear and label.type in KINDS:
            _click(scene, label, boxes, both if label.written else (count,), tally, note)
    for widget in scene.widgets:
        claimed = type_of(widget)
        if not claimed or any(widget.box.intersect(box) for box in ignored):
            continue
        right = any(label.type == claimed and overlap(widget.box, box) > 0.5 for box, label in boxes)
        for one in (tally.types[claimed], group):
            one.said += 1
            one.right += right


def _is_plainly_named(label: Label, shot: Shot) -> bool:
    """An icon of a page: its name is an idea such as *search*, not what a program happens to call it."""
    return label.type == "icon" and shot.source.startswith("page")


def _is_its_text(line: Rect, box: Rect) -> bool:
    return box.grow(2).contains(line.center) and line.height > 0.3 * box.height


def _click(
    scene: Scene, label: Label, boxes: Iterable[tuple[Rect, Label]], both: Iterable[Count], tally: Tally, note: str
) -> None:
    point = clicked(scene, label.name, KINDS[label.type])
    places = [Rect(*label.box)] + ([Rect(*label.also)] if label.also else [])
    hit = point is not None and any(place.contains(point) for place in places)
    twins = sum(similarity(other.name, label.name) > 0.9 for _, other in boxes)
    written = sum(similarity(line.text.strip(" :*"), label.name) > 0.9 for line in scene.texts)
    unclear = twins > 1 or written > 1
    for one in both:
        if unclear:
            one.unclear += 1
            one.unclear_hits += hit
        else:
            one.clicks += 1
            one.hits += hit
    if not hit and not unclear:
        tally.misses.append(f"{note}: {label.type} “{label.name}” at {label.box}: clicked {point}")


def clicked(scene: Scene, name: str, kind: TargetKind) -> Point | None:
    """Where the embedded model would click for a thing of that name and kind."""
    found = locate(scene, Target(name, kind))
    if not found:
        return None
    best = found[0]
    return best.widget.box.center if kind == "option" and best.widget is not None else best.point


def report(tally: Tally) -> str:
    lines = [
        f"{'type':22}{'things':>7}{'found':>7}{'typed':>7}{'prec.':>7}{'state':>7}{'click':>8}{'of':>6}{'ambig.':>8}{'of':>6}"
    ]
    for rows in (tally.types, tally.groups):
        for name in sorted(rows):
            c = rows[name]
            if c.things:
                lines.append(
                    f"{name:22}{c.things:7}{_share(c.found, c.things):>7}{_share(c.typed, c.things):>7}{_share(c.right, c.said):>7}"
                    f"{_share(c.state_right, c.stated):>7}{_share(c.hits, c.clicks):>8}{c.clicks:6}{_share(c.unclear_hits, c.unclear):>8}{c.unclear:6}"
                )
        lines.append("")
    for state, told in sorted(tally.states.items()):
        lines.append(
            f"{state}: said of {told.said}, rightly {_share(told.right, told.said)} %; found {_share(told.right, told.there)} % of {told.there}"
        )
    written = [count for name, count in tally.types.items() if name != "icon"]
    hits, clicks = sum(c.hits for c in written), sum(c.clicks for c in written)
    lines.append(f"click points of what has words inside: {_share(hits, clicks)} of {clicks}")
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA / "ground" / "held")
    parser.add_argument("--files", default="", help="shards whose name begins with this: pages, windows, programs")
    parser.add_argument("--only", default="", help="screens whose source begins with this")
    parser.add_argument("--most", type=int, default=100000, help="screens at most")
    parser.add_argument("--rules", action="store_true", help="without the detector")
    parser.add_argument("--misses", action="store_true", help="list the clicks that missed")
    parser.add_argument("--json", type=Path, help="write the counts into this file, too")
    asked = parser.parse_args()
    tally = Tally()
    eyes = Eyes(asked.data.parent / "read", rules=asked.rules)
    seen = 0
    for path in sorted(asked.data.glob(f"{asked.files}*.npz")):
        for index, shot in enumerate(labels.read(path)):
            if seen >= asked.most or not shot.source.startswith(asked.only):
                continue
            seen += 1
            judge(eyes.scene(shot, f"{path.stem}-{index}"), shot, tally, f"{path.stem} #{index}")
    if asked.misses:
        print("\n".join(tally.misses))
    print(report(tally))
    if asked.json:
        counts = {name: vars(c) for rows in (tally.types, tally.groups) for name, c in rows.items()}
        asked.json.write_text(json.dumps(counts, ensure_ascii=False))


class Eyes:
    """As `deskhand.vision.read.Reader` on a first screen; what was read is kept, for it is the same with and without
    the detector and takes nine tenths of the time."""

    def __init__(self, kept: Path, *, rules: bool) -> None:
        threads = weights.available_threads()
        self._ocr = Ocr(threads)
        self._detector = None if rules else WidgetDetector(weights.load("widgets", threads))
        self._icons = None if rules else IconReader(weights.load("icons", threads))
        self._kept = kept
        kept.mkdir(parents=True, exist_ok=True)

    def scene(self, shot: Shot, name: str) -> Scene:
        path = self._kept / f"{name}.pickle"
        if path.exists():
            lines = pickle.loads(path.read_bytes())
        else:
            lines = self._ocr.read(shot.picture)
            path.write_bytes(pickle.dumps(lines))
        seen = [] if self._detector is None else self._detector.find(shot.picture)
        return lay_out(shot.picture, lines, self._ocr, None, seen, self._icons)


if __name__ == "__main__":
    main()
