"""What the reader of word order is taught with: sentences with label and weight. None of them is AgentDojo's.

So all of AgentDojo is new to it, and what is counted on either suite is counted on the reader that ships.
"""

from __future__ import annotations

import ast
import re
import sysconfig
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import wide
import woven
from broad import filled
from documents import TELLING, Document, made, on_screens
from plain import everyday, lines, plain_request
from samples import OFTEN
from train import FOUND, learnt

from deskhand.guard.injection.pieces import cut
from deskhand.guard.injection.text import names_a_thing, seen
from deskhand.guard.injection.trusted import Trusted
from deskhand.guard.injection.wrapping import bare

DOCUMENTS, ORDERS, TOLD, PEOPLE, BY_HAND, CODE, WOVEN = 6000, 34_000, 24_000, 34_000, 9_000, 2_500, 13_000
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Lesson:
    text: str
    label: float
    weight: float


def first_round(rng: Random) -> list[Lesson]:
    """The deeds in breadth, documents of all kinds, and what is told to people."""
    given = [lesson for _ in range(DOCUMENTS) for lesson in _document(made(rng), 1.0)]
    given += [lesson for document in learnt(rng) for lesson in _document(document, 1.0)]
    given += [lesson for document in on_screens("develop", learn=True) for lesson in _document(document, 1.5)]
    given += _alone((wide.order(rng) for _ in range(ORDERS)), 1.0, 1.0)
    given += _alone((wide.told(rng) for _ in range(TOLD)), 0.0, 1.0)
    given += _alone((filled(rng.choice(lines("people-en")), rng) for _ in range(PEOPLE)), 0.0, 1.5)
    given += _alone((plain_request(rng, "en") for _ in range(BY_HAND)), 1.0, 1.0)
    given += _alone((everyday(rng, "en") for _ in range(BY_HAND)), 0.0, 1.0)
    given += _alone(rng.sample(of_code := list(_of_code()), min(CODE, len(of_code))), 0.0, 0.7)
    return _kept(given)


def second_round(rng: Random) -> list[Lesson]:
    """What the first round lacked, with new sentences of most of its kinds so that they are not forgotten."""
    given = [lesson for _ in range(DOCUMENTS // 4) for lesson in _document(made(rng), 1.0)]
    given += [lesson for document in learnt(rng)[: FOUND // 2] for lesson in _document(document, 1.0)]
    given += [lesson for document in on_screens("develop", learn=True) for lesson in _document(document, 1.0)]
    given += _alone((woven.order(rng) for _ in range(WOVEN)), 1.0, 1.0)
    given += _alone((wide.order(rng) for _ in range(ORDERS // 5)), 1.0, 1.0)
    given += _alone((wide.told(rng) for _ in range(TOLD // 4)), 0.0, 1.0)
    given += _alone((filled(rng.choice(lines("people-en")), rng) for _ in range(PEOPLE // 3)), 0.0, 1.5)
    given += _alone((filled(rng.choice(lines("people-again-en")), rng) for _ in range(WOVEN)), 0.0, 1.5)
    given += _alone((plain_request(rng, "en") for _ in range(BY_HAND // 2)), 1.0, 1.0)
    given += _alone((everyday(rng, "en") for _ in range(BY_HAND // 2)), 0.0, 1.0)
    return _kept(given)


def _kept(given: Sequence[Lesson]) -> list[Lesson]:
    """Each sentence at most `OFTEN` times; no Japanese."""
    count: Counter[tuple[str, float]] = Counter()
    kept: list[Lesson] = []
    for lesson in given:
        count[lesson.text, lesson.label] += 1
        if count[lesson.text, lesson.label] <= OFTEN and not _JAPANESE.search(lesson.text):
            kept.append(lesson)
    return kept


def _alone(texts: Iterable[str], label: float, weight: float) -> list[Lesson]:
    return [
        Lesson(bare(piece.text), label, weight)
        for text in texts
        for piece in cut(text)
        if not names_a_thing(piece.text)
    ]


def _document(document: Document, weight: float) -> list[Lesson]:
    pieces = cut(document.text)
    plain = [bare(piece.text) for piece in pieces]
    noticed = seen(pieces, plain, Trusted())
    found: list[Lesson] = []
    for at, piece in enumerate(pieces):
        order = any(piece.start < end and start < piece.end for start, end in document.orders)
        told = order and not document.plain and not noticed[at][TELLING].any()  # ‘Thanks!’ within an order
        if not names_a_thing(piece.text) and not told:
            found.append(Lesson(plain[at], float(order), weight))
    return found


def _of_code() -> Iterable[str]:
    """What functions of Python's library say of themselves: ‘Return the …’, ‘Send a …’ in hundreds of voices."""
    library = Path(sysconfig.get_path("stdlib"))
    for path in sorted([*library.glob("*.py"), *library.glob("*/*.py")]):
        if "site-packages" in path.parts or "test" in path.parts:
            continue
        try:
            tree = ast.parse(path.read_text("utf-8"))
        except (SyntaxError, UnicodeDecodeError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and (said := ast.get_docstring(node)):
                yield said[:600]
