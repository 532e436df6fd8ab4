"""How much of what people wish the reader reads rightly.

python training/reader/measure.py [FILE.jsonl …] [--miss N]
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from deskhand.models.local.understand.acts.form import Act, Argument, acts_of, within
from deskhand.models.local.understand.pointing.network import Network, network
from deskhand.models.local.understand.pointing.reader import read

TEST = Path(__file__).parents[1] / "instructions/wishes/test.jsonl"
LEVELS = (0.9, 0.7, 0.5, 0.3, 0.0)


def same(value: Argument) -> object:
    """An argument without what makes no difference."""
    if isinstance(value, str):
        return unicodedata.normalize("NFKC", value).strip(" 　「」『』“”\"'.,。、").casefold().removeprefix("the ")
    return tuple(same(part) for part in value) if isinstance(value, tuple) else value


def plain(acts: Sequence[Act]) -> list[tuple[str, tuple[tuple[str, object], ...]]]:
    return [(act.name, tuple(sorted((slot, same(value)) for slot, value in act.args.items()))) for act in within(acts)]


def figures(wishes: Sequence[Mapping[str, Any]], by: Network, miss: int = 0) -> str:
    counts: Counter[str] = Counter()
    slots = hits = given = 0
    sure: list[tuple[float, bool]] = []
    for told in wishes:
        wanted = acts_of(told["plan"])
        found = read(told["wish"], by)
        reach = found.reach if found else "refuse"
        counts["all"] += 1
        counts["reach"] += (reach == "refuse") == (told["reach"] == "refuse")
        if told["reach"] == "refuse":
            counts["refuse"] += 1
            counts["refused"] += reach == "refuse"
            if found and reach != "refuse":
                sure.append((found.sure, False))
            continue
        acts = found.acts if found else ()
        counts["do"] += 1
        counts["acts"] += [act.name for act in within(acts)] == [act.name for act in within(wanted)]
        right = plain(acts) == plain(wanted)
        counts["right"] += right
        if found and reach != "refuse":
            sure.append((found.sure, right))
        ours = Counter((name, slot) for name, own in plain(acts) for slot in own)
        theirs = Counter((name, slot) for name, own in plain(wanted) for slot in own)
        slots, given, hits = slots + theirs.total(), given + ours.total(), hits + (ours & theirs).total()
        if not right and miss:
            miss -= 1
            print(
                f"\n{told['wish']}\n  wanted {shown(wanted)}\n  read   {shown(acts)} {found and round(found.sure, 2)}"
            )
    levels = "  ".join(
        f"≥{level}: {sum(right for chance, right in sure if chance >= level)}"
        f"/{sum(chance >= level for chance, _ in sure)}"
        for level in LEVELS
    )
    return "  ".join((
        f"acts {counts['acts']}/{counts['do']}",
        f"whole {counts['right']}/{counts['do']}",
        f"slots {hits / max(given, 1):.2f} right, {hits / max(slots, 1):.2f} found",
        f"refused {counts['refused']}/{counts['refuse']}",
        f"reach {counts['reach']}/{counts['all']}",
        f"sure {levels}",
    ))  # fmt: skip


def shown(acts: Sequence[Act]) -> str:
    return "; ".join(f"{act.name}({', '.join(f'{s}={v}' for s, v in act.args.items())})" for act in within(acts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", default=[TEST])
    parser.add_argument("--miss", type=int, default=0, help="show so many that are read wrongly")
    options = parser.parse_args()
    for path in options.files:
        wishes = [json.loads(line) for line in path.open("rb")]
        print(path.name, figures(wishes, network(), options.miss))


if __name__ == "__main__":
    main()
