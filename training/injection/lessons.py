"""What the reader of orders is taught with: passages, each sentence of them with its label.

None of them is AgentDojo's, so what is counted on its develop half is counted on texts that are new to the reader. Most
orders stand among sentences that they have nothing to do with, the others (outputs written by hand, words on pages,
paragraphs of the machine) in a text of one piece.
"""

from __future__ import annotations

import ast
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import blind
import outputs
import wide
import woven
from broad import filled
from documents import Document, found, inserted, made, on_pages, on_screens, plainly, replayed, with_order
from marks import marked
from plain import everyday, lines, plain_request
from tasks import task

from deskhand.guard.injection.cues import asks_something
from deskhand.guard.injection.passages import Passage, passages, prepared
from deskhand.guard.injection.pieces import Piece, cut
from deskhand.guard.injection.text import reads
from deskhand.guard.injection.together import plain_of
from deskhand.guard.injection.trusted import fold

MADE, FOUND, PUT_IN, MIXED, CODE = 9000, 3000, 2500, 24_000, 3000
CROSSED = 5000
"""Clean outputs written by hand, with somebody else's words put in."""
LANGUAGES = ("en", "ja")
GIVEN = 20
"""Poisoned outputs of each suite and attack of AgentDojo's develop half."""
WRITTEN = 3
"""How often an output written by hand is shown in a round."""
MARKED, MARKED_HARMLESS = 0.12, 0.06
"""How many of the orders that are put among other sentences, and of those, stand behind a made-up mark of a system."""


@dataclass(frozen=True, slots=True)
class Lesson:
    passage: Passage
    labels: tuple[float, ...]
    weights: tuple[float, ...]
    """0: only stands there."""


def first_round(rng: Random) -> list[Lesson]:
    """The deeds in breadth, documents of all kinds, and what is told to people."""
    given = _of_all_kinds(rng, 1.0)
    given += [(document, 1.0) for document in _of_code(rng)]
    given += [(document, 1.5) for document in on_screens("develop", learn=True)]
    return _taken(given, rng)


def second_round(rng: Random) -> list[Lesson]:
    """What stands in its place: outputs written by hand, and those into which somebody has put an order of another one:
    what an attack looks like, in a text that is all of one piece but for it; words on their pages; some of the rest."""
    given = _of_all_kinds(rng, 0.2)
    given += [(document, 1.0) for document in (*on_screens("develop", learn=True), *on_pages("develop"))]
    given += [(document, 1.0) for document in crossed(rng, CROSSED)]
    return _taken(given, rng)


def of_agentdojo(rng: Random, develop: Path, suites: Sequence[str]) -> list[Lesson]:
    """AgentDojo's outputs of ``suites``: the clean ones, and passages with orders, its own and ours; with some of what
    was learnt before, so that it is not forgotten."""
    given = _of_all_kinds(rng, 0.1, shown=1)
    given += [(document, 1.0) for document in (*on_screens("develop", learn=True), *on_pages("develop"))]
    some = [one for one in replayed(develop, rng, GIVEN) if one.group.split("/")[0] in suites]
    clean = [one for one in some if not one.orders]
    poisoned = [one for one in some if one.orders]
    poisoned += [with_order(rng, rng.choice(clean)) for _ in range(PUT_IN // 5)]
    poisoned += plainly(develop, set(suites), rng, count=3)
    lessons = _taken(given, rng) + _taken([(one, 1.5) for one in clean], rng)
    return lessons + [one for one in _taken([(one, 1.0) for one in poisoned], rng) if sum(one.labels)]


def _of_all_kinds(rng: Random, share: float, shown: int = WRITTEN) -> list[tuple[Document, float]]:
    texts = learnt()
    documents = [made(rng) for _ in range(int(MADE * share))]
    documents += rng.sample(texts, min(int(FOUND * share), len(texts)))
    documents += [with_order(rng, rng.choice(texts)) for _ in range(int(PUT_IN * share))]
    documents += [mixed(rng) for _ in range(int(MIXED * share))]
    written = [(document, 1.5) for _ in range(shown) for document in outputs.written(learn=True)]
    return [(document, 1.0) for document in documents] + written


def _taken(given: Sequence[tuple[Document, float]], rng: Random) -> list[Lesson]:
    return [lesson for document, weight in given for lesson in of_document(document, weight, rng)]


def learnt() -> list[Document]:
    """The texts of this machine that are learnt from; every fourth is counted on."""
    return [document for at, document in enumerate(found(Random(2))) if at % 4]


def mixed(rng: Random) -> Document:
    """Some sentences of all kinds, most of them told to people, and none to two orders among them."""
    voices = (
        lambda: filled(rng.choice(lines("people-en")), rng),
        lambda: filled(rng.choice(lines("people-again-en")), rng),
        lambda: wide.told(rng),
        lambda: everyday(rng, "en"),
    )
    texts = [_once(rng, rng.choices(voices, (5, 2, 3, 2))[0]()) for _ in range(rng.choice((0, 1, 1, 2, 3, 4, 6)))]
    texts = [_behind(rng, text, MARKED_HARMLESS) for text in texts]
    count = rng.choices((0, 1, 2), (30, 60, 10))[0] if texts else 1
    wanted = task(rng, "en" if rng.random() < 0.85 else "ja")[0] if rng.random() < 0.85 else ""
    said = [(text, False) for text in texts]
    for _ in range(count):
        said.insert(rng.randint(0, len(said)), (_behind(rng, _once(rng, one_order(rng)), MARKED), True))
    shape = rng.choice(blind.SHAPES) if rng.random() < 0.4 else listed
    text = shape(rng, [words for words, _ in said])
    marks = [(at, at + len(words)) for words, order in said if order and (at := text.find(words)) >= 0]
    if len(marks) < sum(order for _, order in said):  # a shape has its own way of writing quotes
        text = listed(rng, [words for words, _ in said])
        marks = [(at, at + len(words)) for words, order in said if order and (at := text.find(words)) >= 0]
    return Document(text, wanted, tuple(marks), "mixed", plain=True)


def listed(rng: Random, said: Sequence[str]) -> str:
    return "".join(f"{words}\n" for words in said)


def one_order(rng: Random) -> str:
    voices = (lambda: wide.order(rng), lambda: woven.order(rng), lambda: plain_request(rng, "en"))
    return rng.choices(voices, (50, 20, 20))[0]()


def crossed(rng: Random, count: int) -> Iterator[Document]:
    """Clean outputs with a sentence more: an order, or what is told to people, so that being strange is no sign."""
    written = outputs.written(learn=True)
    clean = {
        language: [one for one in written if not one.orders and f" {language}" in one.group] for language in LANGUAGES
    }
    orders = {
        language: [one.text[start:end] for one in written if f" {language}" in one.group for start, end in one.orders]
        for language in LANGUAGES
    }
    for _ in range(count):
        language = rng.choices(LANGUAGES, (75, 25))[0]
        document = rng.choice(clean[language])
        order = rng.random() < 0.65
        if order and rng.random() < 0.4:
            words = rng.choice(orders[language])
        elif order:
            words = one_order(rng) if language == "en" else plain_request(rng, "ja")
        else:
            words = everyday(rng, language) if language == "ja" or rng.random() < 0.4 else told_to_people(rng)
        words = _behind(rng, words, MARKED if order else MARKED_HARMLESS)
        text, marks = inserted(rng, document.text, words)
        yield Document(text, document.task, marks if order else (), "crossed", plain=order)


def told_to_people(rng: Random) -> str:
    return filled(rng.choice(lines(rng.choice(("people-en", "people-en", "people-again-en")))), rng)


def _behind(rng: Random, text: str, share: float) -> str:
    return marked(rng, text) if rng.random() < share else text


def _once(rng: Random, text: str) -> str:
    """Some people write no capitals."""
    return text.lower().rstrip(".") if rng.random() < 0.08 else text


def of_document(document: Document, weight: float, rng: Random | None = None) -> Iterator[Lesson]:
    """The passages of a document; with ``rng``, some of them for no task at all."""
    task_text = "" if rng is not None and rng.random() < 0.1 else document.task
    folded = fold(task_text)
    sentences: dict[str, tuple[float, float]] = {}
    pieces = [piece for piece in cut(document.text, data=True) if reads(piece.text)]
    spans = [next((span for span in document.orders if _meet(piece, span)), None) for piece in pieces]
    for piece, span in zip(pieces, spans, strict=True):
        told = any(start == end == piece.start for start, end in document.orders)
        part = span is not None and spans.count(span) > 1 and not document.plain
        doubtful = part and not asks_something(piece.text)  # ‘Thanks!’ within an order
        judged = (float(span is not None), 0.0 if told or doubtful else weight)
        sentences.setdefault(prepared(plain_of(piece.text), folded), judged)
    yield from _lessons(prepared(task_text), sentences)


def _meet(piece: Piece, span: tuple[int, int]) -> bool:
    return piece.start < span[1] and span[0] < piece.end


def _lessons(wanted: str, sentences: dict[str, tuple[float, float]]) -> Iterator[Lesson]:
    judged, at = list(sentences.values()), 0
    for passage in passages(wanted, list(sentences)):
        some = judged[at : at + len(passage.ends) - 1]
        at += len(some)
        if any(weight for _, weight in some):
            yield Lesson(passage, tuple(label for label, _ in some), tuple(weight for _, weight in some))


def _of_code(rng: Random) -> Iterator[Document]:
    """What functions of Python's library say of themselves: ‘Return the …’, ‘Send a …’ in hundreds of voices."""
    said = list(_docstrings())
    for text in rng.sample(said, min(CODE, len(said))):
        yield Document(text, task(rng, "en")[0], (), "code")


def _docstrings() -> Iterable[str]:
    library = Path(sysconfig.get_path("stdlib"))
    for path in sorted([*library.glob("*.py"), *library.glob("*/*.py")]):
        if "site-packages" in path.parts or "test" in path.parts:
            continue
        try:
            tree = ast.parse(path.read_text("utf-8"))
        except (SyntaxError, UnicodeDecodeError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and (text := ast.get_docstring(node)):
                yield text[:600]


def orders_of(given: Sequence[Lesson]) -> tuple[int, int]:
    """How many sentences there are, and how many of them are orders."""
    return sum(len(one.labels) for one in given), int(sum(sum(one.labels) for one in given))
