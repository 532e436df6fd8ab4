"""Makes the training ground: screens with labels, in shards.

    python training/ground/icons.py                                    # once: the icon sets
    python training/ground/make.py pages --count 3000                  # about 4 a second on one CPU
    python training/ground/make.py windows --count 600                 # GTK 3, GTK 4, Qt and Tk programs of our own
    python training/ground/make.py pages --held --count 120            # what is measured on, never learned from

Every screen follows from its seed. A shard is written whole or not at all, so a run that was interrupted goes on where
it stopped when the same command is given again.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import labels
from icons import DATA
from labels import Shot

A_SHARD = 50


def shots(kind: str, seeds: range, held: bool) -> Iterator[Shot]:
    if kind == "pages":
        import web

        return web.shots(seeds, held=held)
    import windows

    return windows.shots(seeds, held=held)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("pages", "windows"))
    parser.add_argument("--count", type=int, default=1000, help="screens (rounded up to shards of 50)")
    parser.add_argument("--first", type=int, default=0, help="the first seed, a multiple of 50")
    parser.add_argument("--held", action="store_true", help="in the kits that are only measured with")
    parser.add_argument("--out", type=Path, default=DATA / "ground")
    asked = parser.parse_args()
    folder = asked.out / ("held" if asked.held else "learn")
    folder.mkdir(parents=True, exist_ok=True)
    begun, done = time.monotonic(), 0
    try:
        for first in range(asked.first - asked.first % A_SHARD, asked.first + asked.count, A_SHARD):
            path = folder / f"{asked.kind}-{first:06}.npz"
            if path.exists():
                continue
            made = list(shots(asked.kind, range(first, first + A_SHARD), asked.held))
            labels.write(path, made)
            done += len(made)
            things = sum(len(shot.labels) for shot in made)
            print(f"{path.name}: {things} things, {done / (time.monotonic() - begun):.1f} screens a second", flush=True)
    except KeyboardInterrupt:
        sys.exit("stopped; the same command goes on from here")


if __name__ == "__main__":
    main()
