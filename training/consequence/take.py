"""Takes written lots (label, role, title, near …) into lessons, without what is broken, doubled or not of a screen.

python training/consequence/take.py LOT.jsonl NAME      # writes NAME.jsonl beside this file
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

from lessons import CONSEQUENCES, HERE, Lesson, write

from deskhand.guard.consequence.seen import Seen

NAMED = {"buy": "pay"}
_ROLES = re.compile(r"[a-z ]{3,14}")
MILD = {"observe", "navigate", "edit", "save"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lot", type=Path)
    parser.add_argument("name")
    options = parser.parse_args()
    found: dict[tuple[str, ...], Lesson] = {}
    dropped = 0
    for text in options.lot.read_text("utf-8").splitlines():
        try:
            lesson = taken(json.loads(text), options.name)
        except (ValueError, KeyError, TypeError):
            lesson = None
        if lesson is None:
            dropped += 1
            continue
        key = (lesson.seen.label, lesson.seen.title, *lesson.seen.around)
        found.setdefault(key, lesson)
    write(HERE / f"{options.name}.jsonl", found.values())
    print(f"{len(found)} lessons, {dropped} lines dropped")


def taken(line: dict[str, Any], source: str) -> Lesson | None:
    means = [NAMED.get(name, name) for name in (line["means"], *line.get("also", []))]
    asks, label, title = line["ask"], " ".join(line["label"].split()), " ".join(line["title"].split())
    if not isinstance(asks, bool) or not label or len(label) > 120 or not _ROLES.fullmatch(line["role"]):
        return None
    if any(name not in CONSEQUENCES for name in means) or line["place"] not in ("web", "program"):
        return None
    mild = means[0] in MILD
    if asks is mild and len(means) == 1 and means[0] in ("observe", "navigate"):
        return None  # what only looks or goes about needs nobody, or it does more
    dialog = line.get("dialog", "")
    own = Seen(line["place"], line["role"], label, title[:80], dialog, tuple(str(text)[:70] for text in line["near"]))
    first = means[0] if mild is not asks else next((m for m in means if (m in MILD) is not asks), means[0])
    return Lesson(own, (first, *(m for m in means if m != first))[:2], asks, title.split(" - ")[0][:40], source)


if __name__ == "__main__":
    main()
