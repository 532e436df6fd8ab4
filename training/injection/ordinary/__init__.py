"""Ordinary texts that give no agent an order, each a paragraph of its own: what the scale of the readers stands on.

Manuals, read-mes, tickets, mails, chats, recipes, policies, lists, logs …, written by hand in one go, before the sum of
any of them had been seen, and not changed since; full of what such texts tell people to do. No reader learns from them.
Paragraphs of the machine stood here before: there the scale moved with the packages that were installed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from blind import SHAPES, TASKS, sections
from documents import Document
from slots import fill
from tasks import task

TOGETHER = 5
"""Sentences of `blind` in one output."""


def ordinary() -> list[Document]:
    """All of them, each once: the paragraphs, and the harmless sentences of `blind` put into outputs."""
    return [*_paragraphs(), *_outputs()]


def _paragraphs() -> Iterator[Document]:
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        language = path.name[:2]
        lines = path.read_text("utf-8").splitlines()[1:]
        text = "\n".join(line for line in lines if not line.startswith("# ---"))
        for part in re.split(r"\n{2,}", text.strip()):
            rng = Random(zlib.crc32(part.encode()))
            yield Document(part, task(rng, language)[0], (), f"ordinary {language}")


def _outputs() -> Iterator[Document]:
    for name in ("clean-en", "second-clean-en", "clean-ja"):
        lines = [line for some in sections(name).values() for line in some]
        for start in range(0, len(lines), TOGETHER):
            some = lines[start : start + TOGETHER]
            rng = Random(zlib.crc32(some[0].encode()))
            yield Document(rng.choice(SHAPES)(rng, some), fill(rng.choice(TASKS), rng), (), f"ordinary {name[-2:]}")
