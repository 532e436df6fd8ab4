"""Writes ``words.txt``: every word that the ways to say an act use outside their arguments.

The package asks for it: a word that no instruction of the training had, and that fills no slot, may change the meaning
(*only the first*, *in red*), so that what the network makes of such an instruction is not trusted.
"""

from __future__ import annotations

import re
from pathlib import Path

from deskhand.models.local.understand.phrasebook import english
from deskhand.models.local.understand.phrasebook import japanese
from deskhand.models.local.understand.phrasebook.forms import gerund
from noise import SHORT
from deskhand.models.local.understand.phrasebook.pattern import Choice, Hole, Verb, Words, lines

TARGET = Path(__file__).parents[2] / "src/deskhand/models/local/understand/learned/words.txt"


def said() -> list[str]:
    """All literal words, as they stand in the ways."""
    found: list[str] = []

    def walk(nodes: tuple[Words | Choice | Verb | Hole, ...]) -> None:
        for node in nodes:
            if isinstance(node, Words):
                found.append(node.text)
            elif isinstance(node, Verb):
                found.extend(node.ways)
                found.extend(gerund(way) for way in node.ways if way.isascii())
            elif isinstance(node, Choice):
                for way in node.ways:
                    walk(way)

    for ways in (english.WAYS, japanese.WAYS):
        for entry in ways.values():
            for nodes, _ in lines(entry):
                walk(nodes)
    found += [
        *english.OPENING,
        *english.GERUND_OPENING,
        *english.CLOSING,
        *english.JOIN,
        *english.ASIDES,
        *SHORT.values(),
    ]
    found += [*japanese.OPENING, *japanese.CLOSING, *japanese.SENTENCE_JOIN, *japanese.ENDINGS_TE, *japanese.ASIDES]
    found += [
        "app program application window folder directory dir called named labelled says saying button link icon tab"
    ]
    found += [
        "step there it that file this the same place my our browser web chromium times row x",
        "フォルダー フォルダ ディレクトリ ボタン リンク アイコン タブ 手順 同じ場所 書かれた 回",
    ]
    return found


def main() -> None:
    words: set[str] = set()
    for text in said():
        words.update(re.findall(r"[a-z]+(?:'[a-z]+)?", text.lower()))
        words.update(re.findall(r"[ァ-ヶー]+|[一-鿿々]", text))
    TARGET.write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
    print(f"{len(words)} words, {TARGET.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
