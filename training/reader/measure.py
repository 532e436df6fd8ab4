"""How much of what people wish the reader reads rightly.

python training/reader/measure.py [FILE.jsonl …] [--miss N]

“whole” is the reading as it was written down, letter by letter; “same steps” is what counts: it leads to the steps that
the plan written down leads to. Last of how many readings (of acts) with such a chance that is true, by their weakest
act and by the whole.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from deskhand.models.local.steps import OpenProgram, Plan, SwitchTo
from deskhand.models.local.understand.acts.compiled import compiled
from deskhand.models.local.understand.acts.form import Act, Argument, acts_of, within
from deskhand.models.local.understand.acts.mending import mended
from deskhand.models.local.understand.pointing.network import Network, network
from deskhand.models.local.understand.pointing.reader import read

TEST = Path(__file__).parents[1] / "instructions/wishes/test.jsonl"
LEVELS = (0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.0)


def same(value: Argument) -> object:
    """An argument without what makes no difference."""
    if isinstance(value, str):
        return unicodedata.normalize("NFKC", value).strip(" 　「」『』“”\"'.,。、").casefold().removeprefix("the ")
    return tuple(same(part) for part in value) if isinstance(value, tuple) else value


def plain(acts: Sequence[Act]) -> list[tuple[str, tuple[tuple[str, object], ...]]]:
    return [(act.name, tuple(sorted((slot, same(value)) for slot, value in act.args.items()))) for act in within(acts)]


def steps(acts: Sequence[Act], told: Mapping[str, Any]) -> str | None:
    """What is done by the acts, without what makes no difference; None where they make no plan."""
    plan = compiled(mended(acts, told["wish"], told["lang"]), told["wish"], told["lang"]) if acts else None
    if not isinstance(plan, Plan):
        return None
    own = [OpenProgram(step.name) if isinstance(step, SwitchTo) else step for step in plan.steps]
    return repr(own).casefold().replace("the ", "")


def figures(wishes: Sequence[Mapping[str, Any]], by: Network, miss: int = 0) -> str:
    counts: Counter[str] = Counter()
    slots = hits = given = 0
    sure: list[tuple[float, float, bool]] = []
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
                sure.append((found.weakest, found.sure, False))
            continue
        acts = found.acts if found else ()
        counts["do"] += 1
        counts["acts"] += [act.name for act in within(acts)] == [act.name for act in within(wanted)]
        right = plain(acts) == plain(wanted)
        counts["right"] += right
        likewise = right or ((done := steps(acts, told)) is not None and done == steps(wanted, told))
        counts["same"] += likewise
        if found and reach != "refuse":
            sure.append((found.weakest, found.sure, likewise))
        ours = Counter((name, slot) for name, own in plain(acts) for slot in own)
        theirs = Counter((name, slot) for name, own in plain(wanted) for slot in own)
        slots, given, hits = slots + theirs.total(), given + ours.total(), hits + (ours & theirs).total()
        if not likewise and miss:
            miss -= 1
            print(
                f"\n{told['wish']}\n  wanted {shown(wanted)}\n  read   {shown(acts)} {found and round(found.sure, 2)}"
            )
    return "  ".join((
        f"acts {counts['acts']}/{counts['do']}",
        f"whole {counts['right']}/{counts['do']}",
        f"same steps {counts['same']}/{counts['do']}",
        f"slots {hits / max(given, 1):.2f} right, {hits / max(slots, 1):.2f} found",
        f"refused {counts['refused']}/{counts['refuse']}",
        f"reach {counts['reach']}/{counts['all']}",
        f"\n    weakest {_levels([(weakest, right) for weakest, _, right in sure])}",
        f"\n    all     {_levels([(whole, right) for _, whole, right in sure])}",
    ))  # fmt: skip


def _levels(sure: Sequence[tuple[float, bool]]) -> str:
    return "  ".join(
        f"≥{level}: {sum(right for chance, right in sure if chance >= level)}"
        f"/{sum(chance >= level for chance, _ in sure)}"
        for level in LEVELS
    )


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
