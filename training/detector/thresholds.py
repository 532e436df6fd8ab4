"""How sure the detector must be to say that something is of a type, so that it is right often enough.

    python training/ground/make.py pages --first 100000 --count 50 --out training/data/tune
    python training/ground/make.py windows --first 100000 --count 50 --out training/data/tune
    python training/detector/thresholds.py

Counted on screens of the kits it learned from, but of seeds it never saw; the held-out kits are not touched. Of small
things the middle counts, for their boxes come from the rules. For each type: the lowest score from which on at least
`WANTED` of what is said is so, and how much is then found.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "ground"))
import labels
from icons import DATA

from deskhand.screen.geometry import Rect
from deskhand.vision import weights
from deskhand.vision.learned import WidgetDetector

WANTED = 0.85
SAME = 0.5
SMALL = 26
GROUPS = (("checkbox", "radio"), ("field", "select", "spinner", "area"))
"""Taken for each other these do no harm: the shape of a toggle is looked at again, all fields are clicked alike."""


def alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in GROUPS)


def same(one: Rect, other: Rect) -> bool:
    small = max(other.width, other.height) <= SMALL
    return other.contains(one.center) and one.area < 4 * other.area if small else overlap(one, other) > SAME


def overlap(one: Rect, other: Rect) -> float:
    shared = one.intersect(other)
    return shared.area / (one.area + other.area - shared.area) if shared else 0.0


def main() -> None:
    detector = WidgetDetector(weights.load("widgets", weights.available_threads()), at_least=0.1)
    said: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    there: Counter[str] = Counter()
    for path in sorted((DATA / "tune" / "learn").glob("*.npz")):
        for shot in labels.unpacked(path):
            boxes = [(label.type, Rect(*label.box)) for label in shot.labels]
            there.update(type_ for type_, _ in boxes)
            ignored = [Rect(*box) for box in shot.ignored]
            for seen in detector.find(shot.picture):
                if not any(seen.box.intersect(box) for box in ignored):
                    right = any(alike(type_, seen.role) and same(seen.box, box) for type_, box in boxes)
                    said[seen.role].append((seen.score, right))
    for type_ in labels.TYPES:
        ranked = sorted(said[type_], reverse=True)
        best, right = (1.0, 0), 0
        for count, (score, is_so) in enumerate(ranked, 1):
            right += is_so
            if right >= WANTED * count:
                best = (score, right)
        print(f'"{type_}": {best[0]:.2f},  # finds {best[1]} of {there[type_]}')


if __name__ == "__main__":
    main()
