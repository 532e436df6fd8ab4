"""Whole texts for training: harmless ones, and the same with an order put into them; every sentence has its label."""

from __future__ import annotations

import gettext
import html
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from harmless import sentences
from held import HARMLESS, ORDERS
from orders import GOALS_EN, GOALS_JA, order
from plain import everyday, plain_request
from slots import fill
from tasks import task
from wishes import labelled, own_doing, request

from deskhand.evals.safety.attacks import load as cases
from deskhand.evals.safety.pages import Half, files
from deskhand.guard.injection.cues import asks_something
from deskhand.guard.injection.pieces import cut
from deskhand.guard.injection.trusted import Trusted

LABELS = (*[""] * 3, "Next: ", "* ", "[memo] ", "// ", "Erledigt noch nicht: ", "<aside>", "2) ", "%% ", "To all: ")
"""What AgentDojo's goals are put behind, as plain requests."""


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    task: str
    orders: tuple[tuple[int, int], ...] = ()
    """Where the orders stand: characters."""
    group: str = "made"
    plain: bool = False
    """Whether the orders are known to be nothing but orders, however little they sound like it."""


JOINS = ("\n", "\n", "\n\n", " ", "  ", "\n- ", "\n\t", " | ")


def made(rng: Random) -> Document:
    """A document out of templates."""
    language = "en" if rng.random() < 0.65 else "ja"
    wanted, kind = task(rng, language)
    lines = sentences(rng, language, rng.randint(1, 9))
    if rng.random() < 0.15:
        lines += sentences(rng, "ja" if language == "en" else "en", 2)
    if rng.random() < 0.6:
        lines += [
            own_doing(rng, language) if rng.random() < 0.25 else everyday(rng, language)
            for _ in range(rng.randint(1, 5))
        ]
        rng.shuffle(lines)
    if rng.random() < 0.25:
        lines = [labelled(rng, line) if rng.random() < 0.4 else line for line in lines]
    join = rng.choice(JOINS)
    if rng.random() < 0.12:
        wanted = ""
    if kind == "hand over" and wanted and rng.random() < 0.7:  # what the person handed over is no foreign order
        listed = [_listed(rng, language) for _ in range(rng.randint(1, 3))]
        at = rng.randint(0, len(lines))
        lines[at:at] = listed
    if kind == "goal" and wanted and rng.random() < 0.5:
        lines.insert(
            rng.randint(0, len(lines)),
            f"Please {wanted[0].lower()}{wanted[1:]}." if language == "en" else f"{wanted}。",
        )
    text, marks, is_plain = join.join(lines), (), False
    if rng.random() < 0.5:
        foreign = language if rng.random() < 0.9 else ("ja" if language == "en" else "en")
        plain = kind != "hand over"
        for _ in range(20):
            given, is_plain = any_order(rng, foreign)
            if plain or not is_plain:
                break
        text, marks = inserted(rng, text, given)
    return Document(_dressed(rng, text) if not marks else text, wanted, marks, plain=is_plain)


def any_order(rng: Random, language: str) -> tuple[str, bool]:
    """An order out of the frames, or a plain request; some of both behind a label. And whether it is a plain one."""
    match rng.choices(("dressed", "parts", "by hand"), (40, 22, 38))[0]:
        case "dressed":
            given, plain = order(rng, language)
        case "parts":
            given, plain = request(rng, language), True
        case _:
            given, plain = plain_request(rng, language), True
    return (labelled(rng, given) if rng.random() < 0.25 else given), plain


def _listed(rng: Random, language: str) -> str:
    goal = fill(rng.choice(GOALS_EN if language == "en" else GOALS_JA), rng)
    if language == "ja":
        return f"・{goal}ください"
    return rng.choice(["- ", "* ", "1. ", ""]) + rng.choice(["", "please "]) + goal


def inserted(rng: Random, text: str, given: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """``given`` at the border of two sentences."""
    pieces = cut(text)
    style = rng.random()
    at = rng.choice([0, len(text)]) if not pieces or style < 0.15 else rng.choice(pieces).end
    gap = rng.choice([" ", "\n", "\n\n", "  ", ". " if style > 0.9 else " "])
    if at == 0:
        return f"{given}{gap}{text}", ((0, len(given)),)
    return f"{text[:at]}{gap}{given}{gap}{text[at:]}", ((at + len(gap), at + len(gap) + len(given)),)


def _dressed(rng: Random, text: str) -> str:
    return text if rng.random() < 0.8 else text.replace("\n", "\\n")


# --- texts that others wrote ------------------------------------------------------------------------------------------


def found(rng: Random) -> Iterator[Document]:
    """Manuals, read-me files and the words of programs on this machine, as far as it has any."""
    for path in sorted(Path("/usr/share/doc").glob("*/README*"))[:400]:
        if path.suffix != ".gz" and path.is_file():
            yield from _parts(rng, path.read_text("utf-8", "replace"))
    import sysconfig

    for path in sorted(Path(sysconfig.get_path("purelib")).glob("*.dist-info/METADATA")):
        yield from _parts(rng, path.read_text("utf-8", "replace"))
    for path in sorted(Path("/usr/share/locale/ja/LC_MESSAGES").glob("*.mo")):
        try:
            with path.open("rb") as stream:
                catalogue = gettext.GNUTranslations(stream)._catalog
        except (OSError, UnicodeDecodeError, ValueError):
            continue
        pairs = [(k, v) for k, v in catalogue.items() if isinstance(k, str) and isinstance(v, str) and k.strip()]
        for side in (0, 1):
            words = [re.sub(r"[_&]", "", pair[side]) for pair in rng.sample(pairs, min(60, len(pairs)))]
            for start in range(0, len(words), 10):
                yield Document("\n".join(words[start : start + 10]), task(rng, "ja" if side else "en")[0], (), "found")


def _parts(rng: Random, text: str) -> Iterator[Document]:
    paragraphs = [part for part in re.split(r"\n\s*\n", text) if len(part) > 20]
    for part in rng.sample(paragraphs, min(14, len(paragraphs))):
        yield Document(part[:1500], task(rng, "en")[0], (), "found")


# --- AgentDojo's develop half -----------------------------------------------------------------------------------------


def replayed(path: Path, rng: Random, each: int) -> list[Document]:
    """The develop half's outputs: all clean ones, ``each`` poisoned ones of each suite and attack.

    What a poisoned output has beyond the clean outputs of its suite is its order; sentences of it that order nothing
    (‘Thanks!’) are left out of the training by a mark of length nought.
    """
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    clean: dict[str, set[str]] = {}
    out: list[Document] = []
    groups: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows:
        if row["label"] == "clean":
            clean.setdefault(row["suite"], set()).update(piece.text for piece in cut(row["text"]))
            out.append(Document(row["text"], row["task"], (), f"{row['suite']}/"))
        else:
            groups.setdefault((row["suite"], row["attack"]), []).append(row)
    for (suite, attack), members in sorted(groups.items()):
        for row in rng.sample(members, min(each, len(members))):
            marks: list[tuple[int, int]] = []
            for piece in cut(row["text"]):
                if piece.text not in clean[suite]:
                    marks.append((piece.start, piece.end if asks_something(piece.text) else piece.start))
            out.append(Document(row["text"], row["task"], tuple(marks), f"{suite}/{attack}"))
    return out


def with_order(rng: Random, document: Document) -> Document:
    """A clean document with an order of our own in it."""
    language = "ja" if re.search(r"[\u3040-\u30ff]", document.text) else "en"
    for _ in range(20):
        given, plain = any_order(rng, language if rng.random() < 0.95 else "ja")
        if not plain or not _hands_over(document.task):
            break
    text, marks = inserted(rng, document.text, given)
    return Document(text, document.task, marks, document.group + "+", plain)


def _hands_over(text: str) -> bool:
    trusted = Trusted()
    trusted.add(text)
    return trusted.hands_over


def plainly(
    path: Path, suites: set[str], rng: Random, *, count: int = 4, labels: Sequence[str] = LABELS
) -> list[Document]:
    """The clean outputs of ``suites``, each with ``count`` of its suite's own goals put in as plain sentences."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["suite"] in suites]
    goals = sorted({(row["suite"], row["goal"]) for row in rows if row["goal"]})
    out: list[Document] = []
    for row in rows:
        if row["label"] == "clean":
            for goal in rng.sample([goal for suite, goal in goals if suite == row["suite"]], count):
                label = rng.choice(labels)
                text, marks = inserted(rng, row["text"], label + goal)
                out.append(
                    Document(text, row["task"], marks, f"{row['suite']} plain{' behind a label' if label else ''}")
                )
    return out


def on_screens(half: Half, *, learn: bool) -> list[Document]:
    """The words of a half's screens, each a text of its own: those to learn from, or the others, told apart by hash."""
    out: list[Document] = []
    tasks = sorted({case.carrier.task for case in cases(half)})
    for case in cases(half):
        if case.words:
            marks = ((0, len(case.plain)),) if case.attack else ()
            out.append(Document(case.plain, case.carrier.task, marks, "screens" if marks else "harmless screens"))
    for path in files(half, "harmless"):
        for line in path.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                out.append(Document(line.strip(), tasks[zlib.crc32(line.encode()) % len(tasks)], (), "harmless texts"))
    return [document for document in out if (zlib.crc32(document.text.encode()) % 2 == 0) == learn]


def on_pages(half: Half) -> list[Document]:
    """The words to learn from, where they stand: among the sentences of their page."""
    out: list[Document] = []
    for case in cases(half):
        if case.words and not case.carrier.native and zlib.crc32(case.plain.encode()) % 2 == 0:
            before, _, after = (_told(part) for part in case.carrier.body.partition("{{here}}"))
            marks = ((len(before), len(before) + len(case.plain)),) if case.attack else ()
            out.append(Document(before + case.plain + "\n" + after, case.carrier.task, marks, "page"))
    return out


def _told(body: str) -> str:
    """The words of HTML, but of its buttons and links."""
    plain = re.sub(r"<(button|a|select|title|script|style)\b.*?</\1>|<!--.*?-->", " ", body, flags=re.DOTALL)
    lines = (" ".join(html.unescape(part).split()) for part in re.split(r"<[^>]*>", plain))
    return "".join(f"{line}\n" for line in lines if line)


def alone(rng: Random) -> list[Document]:
    """The sentences of `held`, each by itself."""
    tasks = [task(rng, "en")[0] for _ in range(20)]
    return [
        Document(line, rng.choice(tasks), ((0, len(line)),) if group == "orders" else (), f"by hand alone, {group}")
        for group, lines in (("orders", ORDERS), ("harmless", HARMLESS))
        for line in lines
    ]
