"""What seeing costs: a first screen, the same again, a typed word, an opened menu; and the memory of the process.

    python training/ground/cost.py                # with the widget detector
    python training/ground/cost.py --rules        # without

Medians over held-out screens of 1280 × 800 or near it. A typed word is a strip of 160 × 24 pixels from another screen,
a menu a piece of 220 × 300. CPU seconds stand beside those of the clock: on a busy machine they are what is certain.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import labels
from icons import DATA

from deskhand.vision.read import Reader


def timed(call: Callable[[], object]) -> tuple[float, float]:
    clock, work = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - clock, time.process_time() - work


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA / "ground" / "held")
    parser.add_argument("--screens", type=int, default=16)
    parser.add_argument("--rules", action="store_true", help="without the detector")
    asked = parser.parse_args()
    paths = sorted(asked.data.glob("programs-*.npz")) + sorted(asked.data.glob("pages-*.npz"))
    screens = [shot.picture for path in paths for shot in list(labels.unpacked(path))[:2]]
    screens = [picture for picture in screens if picture.shape[1] >= 1200][: asked.screens]
    spent: dict[str, list[tuple[float, float]]] = {"first screen": [], "unchanged": [], "typed word": [], "menu": []}
    Reader(learned=not asked.rules).read(screens[0][:64, :64])  # the networks are loaded once in a process
    for index, picture in enumerate(screens):
        other = screens[index - 1]
        reader = Reader(learned=not asked.rules)
        spent["first screen"].append(timed(lambda r=reader, p=picture: r.read(p)))  # type: ignore[misc]
        spent["unchanged"].append(timed(lambda r=reader, p=picture: r.read(p)))  # type: ignore[misc]
        for name, (high, wide) in (("typed word", (24, 160)), ("menu", (300, 220))):
            picture = picture.copy()
            picture[200 : 200 + high, 400 : 400 + wide] = other[300 : 300 + high, 200 : 200 + wide]
            spent[name].append(timed(lambda r=reader, p=picture: r.read(p)))  # type: ignore[misc]
    for name, times in spent.items():
        clock, work = (statistics.median(values) for values in zip(*times, strict=True))
        print(f"{name:14} {clock:6.3f} s   {work:6.3f} CPU s")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main()
