"""Weights between those of two states of the reader, one of which was taught on from the other.

    python training/reader/mean.py FIRST LATER [--share 0.65]

The later one knew the newest wishes better and had lost a little of the older ones; between them both were kept: of 249
wordings of desktop tasks 106 were right by the first, 124 by the later one and 132 by these.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from pupil import Reader, state_of
from train import TARGET, kept_so_far


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("later", type=Path)
    parser.add_argument("--share", type=float, default=0.65, help="of the later one")
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    first, later = state_of(options.first), state_of(options.later)
    reader = Reader()
    between = {name: first[name].lerp(later[name].to(first[name].dtype), options.share) for name in later}
    reader.load_state_dict(between, strict=False)
    kept_so_far(reader, options.to)
    print(options.to.name, f"{options.to.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
