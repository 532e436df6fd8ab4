"""How many of the wishes' own plans become steps: in all, by file, by language, and by act.

A reader can be no better than this: what the acts of a wish cannot be made into, no reading of it will do.

    python training/instructions/steps.py                  # the figures
    python training/instructions/steps.py refused [ACT]    # the wishes that are refused, and why
    python training/instructions/steps.py look 30 [SEED]   # some wishes with their acts and their steps
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from wishes import FOLDER, Wish, load

from deskhand.models.local.steps import NotUnderstood, Plan, Step
from deskhand.models.local.understand.acts.compiled import compiled
from deskhand.models.local.understand.acts.form import acts_of, within


def made() -> Iterator[tuple[str, Wish, Plan | NotUnderstood]]:
    for path in sorted(FOLDER.glob("*.jsonl")):
        for wish in load(path):
            if wish.reach == "do":
                yield path.stem, wish, compiled(acts_of(wish.plan), wish.wish, wish.lang)


def short(step: Step) -> str:
    """A step without what is left at its usual value."""

    def shown(value: object) -> str:
        if is_dataclass(value) and not isinstance(value, type):
            told = [(part.name, getattr(value, part.name), part.default) for part in fields(value)]
            kept = [f"{name}={shown(held)}" for name, held, usual in told if held != usual and name != "store"]
            return f"{type(value).__name__}({', '.join(kept)})"
        if isinstance(value, tuple):
            return f"[{', '.join(shown(part) for part in value)}]"
        return repr(value)

    return shown(step)


def main(arguments: list[str]) -> int:
    match arguments:
        case ["refused", *only]:
            for _, wish, plan in made():
                acts = {act.name for act in within(acts_of(wish.plan))}
                if isinstance(plan, NotUnderstood) and (not only or only[0] in acts):
                    print(f"{wish.id} [{wish.context}] {wish.wish}\n    {plan.reason}")
        case ["look", count, *seed]:
            found = list(made())
            random.Random(int(seed[0]) if seed else 1).shuffle(found)
            for name, wish, plan in found[: int(count)]:
                print(f"\n{name} {wish.id} [{wish.context}] {wish.wish}")
                print(f"    {json.dumps(wish.plan, ensure_ascii=False)}")
                told = [plan.reason] if isinstance(plan, NotUnderstood) else [short(step) for step in plan.steps]
                print("\n".join(f"        {line}" for line in told))
        case _:
            figures()
    return 0


def figures() -> None:
    whole: Counter[str] = Counter()
    done: Counter[str] = Counter()
    acts_whole: Counter[str] = Counter()
    acts_done: Counter[str] = Counter()
    for name, wish, plan in made():
        good = isinstance(plan, Plan)
        for group in ("all", name, wish.lang):
            whole[group] += 1
            done[group] += good
        for act in {act.name for act in within(acts_of(wish.plan))}:
            acts_whole[act] += 1
            acts_done[act] += good
    for group, count in whole.items():
        print(f"{group:12} {done[group]:5} of {count:5}  {done[group] / count:4.0%}")
    print("\nBy act, of the plans that hold it:")
    for act, count in acts_whole.most_common():
        print(f"  {act:14} {acts_done[act]:4} of {count:4}  {acts_done[act] / count:4.0%}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
