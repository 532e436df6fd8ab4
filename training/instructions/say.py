"""One clause in words, with what fills its slots marked: the acts it stands for, and where their arguments are."""

# ruff: noqa: E501
from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import outside
from things import (
    ADDRESSES,
    CHORDS,
    COMMANDS,
    EN_CHECKS,
    EN_FIELDS,
    EN_KEYS,
    EN_LABELS,
    EN_MENUS,
    EN_PROGRAMS,
    EN_VALUES,
    EN_WELL_KNOWN,
    JA_CHECKS,
    JA_FIELDS,
    JA_KEYS,
    JA_LABELS,
    JA_MENUS,
    JA_PROGRAMS,
    JA_VALUES,
    JA_WELL_KNOWN,
    NUMBER_WORDS,
    Draw,
)

from deskhand.models.local import concepts
from deskhand.models.local.understand.learned.wording import WORDINGS
from deskhand.models.local.understand.phrasebook import english, japanese
from deskhand.models.local.understand.phrasebook.forms import gerund, inflected
from deskhand.models.local.understand.phrasebook.pattern import Hole, Verb, Words, flat, holes, lines


@dataclass(eq=False)
class Span:
    """Words that fill a slot. A later act may point at them again."""

    text: str


@dataclass
class Label:
    """An act, with the spans that fill its slots."""

    name: str
    slots: dict[str, list[Span]] = field(default_factory=dict)
    kind: str = ""


@dataclass
class Clause:
    pieces: list[str | Span | Verb]
    labels: list[Label]
    whole: bool = False
    """A sentence of its own."""


@dataclass
class Context:
    """What was said before, for *there* and *that file*."""

    folder: Span | None = None
    file: Span | None = None


class Speaker:
    def __init__(self, rng: random.Random, language: str) -> None:
        self.rng = rng
        self.ja = language == "ja"
        self.draw = Draw(rng, language)
        self.now = Context()
        self.browsing = False
        ways = japanese.WAYS if self.ja else english.WAYS
        self.ways = ways
        self.refused = lines(outside.JA if self.ja else outside.EN)

    # --- a clause

    def clause(self, key: str) -> Clause:
        """Some way to say the acts of ``key``."""
        names = key.split("+")
        for _ in range(50):
            nodes, whole = self.rng.choice(lines(self.ways[key]))
            labels = [Label(name) for name in names]
            clause = Clause([], labels, whole)
            before = Context(self.now.folder, self.now.file)
            if self._fill(clause, flat(nodes, self.rng)) and self._complete(labels):
                self._aside(clause, "folder" in holes(nodes))
                return clause
            self.now = before
        raise RuntimeError(key)

    def _aside(self, clause: Clause, told: bool) -> None:
        """Where the file is, said in passing: *(it's in the shared folder)*, or before all else."""
        rng, label = self.rng, clause.labels[0]
        if (
            told
            or "folder" in label.slots
            or "{folder}" not in WORDINGS.get(label.name, ("",))[0]
            or rng.random() > 0.3
        ):
            return
        if "file" not in label.slots and label.name != "make folder":
            return
        places = [index for index, piece in enumerate(clause.pieces) if label.slots.get("file", [None])[0] is piece]
        shadow: list[str | Span | Verb] = []
        name = (
            rng.choice(JA_WELL_KNOWN if self.ja else EN_WELL_KNOWN) if rng.random() < 0.8 else self.draw.named_folder()
        )
        span = self._named(shadow, name, folder=True)
        label.slots["folder"] = [span]
        self.now.folder = span
        if not places or rng.random() < 0.25:
            head = (
                rng.choice(("で、", "の", "で", "にて、", ":", "の中の"))
                if self.ja
                else rng.choice((": ", ": ", " - "))
            )
            if label.name == "make folder" and self.ja:
                head = rng.choice(("に", "の中に"))
            before = [] if self.ja else [rng.choice(("", "", "in "))]
            clause.pieces = [*before, *shadow, head if self.ja or before == [""] else ", ", *clause.pieces]
            return
        opening, closing = rng.choice((("(", ")"), ("（", "）"), ("(", "にあります)"), ("（", "の）"), ("(場所は", ")"))) if self.ja else rng.choice(
            ((" (", ")"), (" (in ", ")"), (" (it's in ", ")"), (" (it is in ", ")"), (", which is in ", ","), (", it's in ", ","), (" - in ", " -"), (" (from ", ")"), (" (inside ", ")"), (", it is in ", ",")))  # fmt: skip
        at = places[0] + 1
        clause.pieces[at:at] = [opening, *shadow, closing]

    def outside(self) -> Clause:
        nodes, whole = self.rng.choice(self.refused)
        clause = Clause([], [Label("refuse")], whole)
        self._fill(clause, flat(nodes, self.rng), refused=True)
        return clause

    def _complete(self, labels: Sequence[Label]) -> bool:
        for label in labels:
            if label.name not in WORDINGS:
                continue
            needed = set(re.findall(r"\{(\w+)", re.sub(r"\[[^\]]*\]", "", WORDINGS[label.name][0])))
            if needed - set(label.slots):
                return False
        return True

    def _fill(self, clause: Clause, nodes: list[Words | Verb | Hole], refused: bool = False) -> bool:
        rng = self.rng
        for index, node in enumerate(nodes):
            if isinstance(node, Words):
                clause.pieces.append(node.text)
            elif isinstance(node, Verb):
                clause.pieces.append(Verb((rng.choice(node.ways),)))
            else:
                slot = node.slot
                last = slot[:1] == "2" and slot[1:].isalpha()
                slot = slot[1:] if last else slot
                before = clause.pieces[-1] if clause.pieces and isinstance(clause.pieces[-1], str) else ""
                after = nodes[index + 1].text if index + 1 < len(nodes) and isinstance(nodes[index + 1], Words) else ""  # type: ignore[union-attr]
                if refused:
                    self._plain(clause, slot)
                elif not self._slot(clause, slot, last, before, after):
                    return False
        return True

    def _plain(self, clause: Clause, slot: str) -> None:
        """A hole of a wish that is refused: only its words matter."""
        label = Label("")
        shadow = Clause([], [label])
        self._slot(shadow, {"file2": "file", "acts": "text"}.get(slot, slot), False, "", "")
        clause.pieces += shadow.pieces

    def _put(self, clause: Clause, slot: str, span: Span, last: bool) -> None:
        labels = clause.labels
        if last:
            labels[-1].slots.setdefault(slot, []).append(span)
            return
        for label in labels:
            wording = WORDINGS.get(label.name, ("{" + slot + "}",))[0]
            if re.search(rf"\{{{slot}\b", wording) and (slot not in label.slots or slot in ("num", "text", "menu")):
                label.slots.setdefault(slot, []).append(span)
                return
        if labels[0].name not in WORDINGS:
            labels[0].slots.setdefault(slot, []).append(span)

    def _slot(self, clause: Clause, slot: str, last: bool, before: str, after: str) -> bool:
        rng, draw, pieces = self.rng, self.draw, clause.pieces
        match slot:
            case "prog":
                span = Span(self._case(draw.one(EN_PROGRAMS, JA_PROGRAMS)))
                if not self.ja:
                    article = rng.choice(("the ", "the ", "the ", "the ", "a ", "my ", "", ""))
                    pieces.append(article)
                    if article == "" and clause.whole:
                        pieces[-1] = "the "
                pieces.append(span)
                if not self.ja and rng.random() < 0.12 and " " not in span.text:
                    pieces.append(rng.choice((" app", " program", " application", " window")))
                self._put(clause, "prog", span, last)
            case "browser":
                pieces.append(
                    rng.choice(
                        JA_PROGRAMS[15:19]
                        if self.ja
                        else ("the browser", "the web browser", "a browser", "chromium", "browser")
                    )
                )
            case "folder":
                self._folder(clause, last)
            case "to":
                name = draw.named_folder()
                if rng.random() < 0.2:
                    name = rng.choice(JA_WELL_KNOWN if self.ja else EN_WELL_KNOWN)
                span = self._named(pieces, name, folder=True)
                self._put(clause, "to", span, last)
            case "file" | "name":
                label = clause.labels[-1 if last else 0]
                if slot == "name" and label.name == "make folder":
                    span = self._named(pieces, draw.named_folder(), folder=False)
                    self._put(clause, "name", span, last)
                    return True
                if (
                    slot == "file"
                    and self.now.file is not None
                    and rng.random() < 0.45
                    and label.name not in ("create",)
                ):
                    return self._back(clause)
                raw = draw.file()
                shown = rng.random()
                quotes = ("「", "」") if self.ja else rng.choice((('"', '"'), ("'", "'"), ("“", "”")))
                text = f"{quotes[0]}{raw}{quotes[1]}" if shown < 0.18 else raw
                if self.ja and before and not text.startswith(("「", '"')) and rng.random() < 0.4:
                    pieces.append(" ")
                span = Span(text)
                pieces.append(span)
                self._put(clause, slot, span, last)
                if (
                    label.name in ("open file", "save as", "create", "append", "prepend", "read", "tell file")
                    or slot == "name"
                ):
                    self.now.file = span
            case "text":
                span = self._quoted(draw.text())
                pieces.append(span)
                self._put(clause, "text", span, last)
            case "texts":
                spans = [self._quoted(draw.text(), index) for index in range(rng.choice((2, 3, 3)))]
                for index, span in enumerate(spans):
                    if index:
                        end = index == len(spans) - 1
                        pieces.append(
                            rng.choice(("", "", "、", "と"))
                            if self.ja
                            else (rng.choice((" and ", ", ", " and ", ", and ")) if end else ", ")
                        )
                    pieces.append(span)
                    clause.labels[0].slots.setdefault("text", []).append(span)
            case "label":
                pool = {"check": (EN_CHECKS, JA_CHECKS), "uncheck": (EN_CHECKS, JA_CHECKS), "tell value": (EN_VALUES, JA_VALUES),
                        "replace": (english_words(), ja_words()), "option": (EN_OPTIONS, JA_OPTIONS)}.get(clause.labels[0].name, (EN_LABELS, JA_LABELS))  # fmt: skip
                bare = clause.labels[0].name in ("check", "uncheck", "option", "tell value")
                text = draw.one(*pool)
                span = Span(text) if bare and not self.ja and rng.random() < 0.45 else self._quoted(text)
                pieces.append(span)
                self._put(clause, "label", span, last)
            case "of":
                text = draw.one(EN_FIELDS, JA_FIELDS)
                span = Span(text) if rng.random() < 0.5 else self._quoted(text)
                if clause.labels[0].name == "drag":
                    span = self._quoted(draw.one(EN_LABELS, JA_LABELS))
                pieces.append(span)
                self._put(clause, "of", span, last)
            case "target":
                self._target(clause)
            case "keys":
                span = Span(rng.choice(CHORDS) if rng.random() < 0.4 else rng.choice(JA_KEYS if self.ja else EN_KEYS))
                pieces.append(span)
                self._put(clause, "keys", span, last)
            case "times":
                number = rng.randint(2, 12)
                if self.ja:
                    span = Span(str(number))
                    pieces += [span, "回"]
                else:
                    if number == 2 and rng.random() < 0.6:
                        span = Span("twice")
                        pieces.append(span)
                    else:
                        span = Span(str(number) if rng.random() < 0.6 or number > 10 else NUMBER_WORDS[number - 2])
                        pieces += [span, rng.choice((" times", " times", " times", "x", " times in a row"))]
                self._put(clause, "num", span, last)
            case "num":
                span = Span(str(rng.randint(1, 30)) if self.ja or rng.random() < 0.7 else rng.choice(NUMBER_WORDS[:9]))
                pieces.append(span)
                self._put(clause, "num", span, last)
            case "n1" | "n2" | "n3":
                text = draw.number()
                if clause.labels[0].name in ("power",) and slot == "n2":
                    text = str(rng.randint(2, 12))
                if clause.labels[0].name.startswith("percent") and slot == "n1":
                    text = str(rng.randint(1, 90))
                span = Span(text)
                pieces.append(span)
                clause.labels[0].slots.setdefault("num", []).append(span)
            case "url":
                span = Span(draw.one(ADDRESSES, ADDRESSES))
                if self.ja:
                    pieces.append(" " if rng.random() < 0.7 else "")
                pieces.append(span)
                if self.ja:
                    pieces.append(" ")
                self._put(clause, "url", span, last)
            case "cmd":
                text = draw.one(COMMANDS, COMMANDS)
                quotes = rng.choice(("`", "`", "`", '"', "'")) if not self.ja else rng.choice(("`", "`", "「"))
                span = Span(f"{quotes}{text}{'」' if quotes == '「' else quotes}")
                pieces.append(span)
                self._put(clause, "cmd", span, last)
            case "menu":
                path = rng.choice(JA_MENUS if self.ja else EN_MENUS)
                span = Span(rng.choice((" > ", " > ", ">", " → ", " -> ")).join(path))
                if self.ja and before:
                    pieces.append(" ")
                pieces.append(span)
                if self.ja:
                    pieces.append(" ")
                self._put(clause, "menu", span, last)
            case "m1" | "m2":
                if slot == "m1" or not hasattr(self, "_path"):
                    self._path = rng.choice(JA_MENUS if self.ja else EN_MENUS)
                text = self._path[slot == "m2"]
                span = self._quoted(text) if self.ja or rng.random() < 0.5 else Span(text)
                pieces.append(span)
                menu = clause.labels[0].slots.setdefault("menu", [])
                menu.append(span)
                if len(menu) == 2 and slot == "m1":
                    menu.reverse()
            case "sum":
                self._sum(clause)
            case _:
                raise KeyError(slot)
        return True

    def _back(self, clause: Clause) -> bool:
        """*it*, *that file*: the file spoken of before."""
        words = (
            ("それ", "そのファイル", "このファイル", "そのファイル", "同じファイル")
            if self.ja
            else ("it", "it", "that file", "this file", "the file", "that", "the same file", "that one")
        )
        clause.pieces.append(self.rng.choice(words))
        assert self.now.file is not None
        self._put(clause, "file", self.now.file, False)
        if any(
            isinstance(piece, Span) and "folder" in clause.labels[0].slots and piece in clause.labels[0].slots["folder"]
            for piece in clause.pieces
        ):
            return True
        return "folder" not in clause.labels[0].slots

    def _folder(self, clause: Clause, last: bool) -> None:
        rng, pieces = self.rng, clause.pieces
        if self.now.folder is not None and rng.random() < 0.45:
            words = (
                ("同じフォルダー", "そのフォルダー", "同じ場所", "そこ", "同じフォルダ", "このフォルダ")
                if self.ja
                else (
                    "the same folder",
                    "that folder",
                    "the same place",
                    "this folder",
                    "there",
                    "the same directory",
                    "it",
                )
            )
            word = rng.choice(words)
            if word in ("there", "it"):
                word = (
                    "that folder"
                    if not pieces or not str(pieces[-1]).rstrip().endswith(("in", "from", "inside"))
                    else word
                )
                if word == "there" and isinstance(pieces[-1], str):
                    pieces[-1] = re.sub(r"(in|from|inside)\s*$", "", pieces[-1])
            pieces.append(word)
            self._put(clause, "folder", self.now.folder, last)
            return
        known = rng.random() < 0.75
        name = rng.choice(JA_WELL_KNOWN if self.ja else EN_WELL_KNOWN) if known else self.draw.named_folder()
        span = self._named(pieces, name, folder=True)
        self._put(clause, "folder", span, last)
        self.now.folder = span

    def _named(self, pieces: list[str | Span | Verb], name: str, *, folder: bool) -> Span:
        """A folder by its name."""
        rng = self.rng
        known = concepts.folder(name) is not None
        if self.ja:
            span = Span(name) if known or (rng.random() < 0.3 and folder) else Span(f"「{name}」")
            pieces.append(span)
            if folder and name not in ("デスクトップ", "ごみ箱") and not (known and rng.random() < 0.1):
                pieces.append(
                    rng.choice(
                        (
                            "フォルダー",
                            "フォルダー",
                            "フォルダ",
                            "フォルダ",
                            "というフォルダー" if span.text[0] == "「" else "フォルダー",
                            "ディレクトリ",
                        )
                    )
                )
            return span
        quoted = not known and (rng.random() < 0.5 or " " in name)
        q = rng.choice((('"', '"'), ("'", "'"), ("“", "”")))
        span = Span(f"{q[0]}{name}{q[1]}" if quoted else name)
        if not folder:
            pieces.append(span)
            return span
        if not known and rng.random() < 0.2:
            pieces += [
                rng.choice(("the folder ", "a folder called ", "the folder called ", "folder ", "the folder named ")),
                span,
            ]
            return span
        article = rng.choice(("the ", "the ", "my ", "our " if known else "the ", ""))
        tail = rng.choice((" folder", " folder", " folder", " directory", " dir", "", ""))
        if not known and not tail and not name[0].isupper():
            tail = " folder"
        if tail and not article and rng.random() < 0.7:
            article = "the "
        pieces += [article, span, tail]
        return span

    def _quoted(self, text: str, index: int = 0) -> Span:
        rng = self.rng
        if index == 0 or not hasattr(self, "_style"):
            self._style = (
                rng.choice((("「", "」"), ("「", "」"), ("「", "」"), ("『", "』"), ('"', '"'), ("“", "”")))
                if self.ja
                else rng.choice((('"', '"'), ('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("«", "»")))
            )
        style = self._style
        if style[0] in "'‘" and "'" in text:
            style = ('"', '"')
        return Span(f"{style[0]}{text}{style[1]}")

    def _target(self, clause: Clause) -> None:
        rng, pieces = self.rng, clause.pieces
        text = self.draw.one(EN_LABELS, JA_LABELS)
        kind = rng.choice(("button", "button", "button", "link", "link", "icon", "tab", "", ""))
        if clause.labels[0].name in ("double click", "right click"):
            kind = rng.choice(("icon", "", "icon", "link", ""))
        bare = bool(kind) and rng.random() < 0.5
        span = Span(text) if bare else self._quoted(text)
        if self.ja:
            shown = {"button": "ボタン", "link": "リンク", "icon": "アイコン", "tab": "タブ", "": ""}[kind]
            joint = rng.choice(("", "", "", "という", "の", "と書かれた", "って")) if kind and not bare else ""
            pieces += [span, f"{joint}{shown}"]
        elif kind:
            shape = rng.random()
            if shape < 0.75:
                pieces += [rng.choice(("the ", "the ", "the ", "")), span, f" {kind}"]
            else:
                pieces += [
                    rng.choice(
                        (
                            f"the {kind} ",
                            f"the {kind} called ",
                            f"the {kind} named ",
                            f"the {kind} labelled ",
                            f"the {kind} that says ",
                            f"the {kind} saying ",
                        )
                    ),
                    span,
                ]
        else:
            pieces.append(span)
        clause.labels[0].slots["label"] = [span]
        clause.labels[0].kind = kind

    def _sum(self, clause: Clause) -> None:
        """A sum, in signs or in words."""
        rng, pieces, label = self.rng, clause.pieces, clause.labels[0]
        a, b, c = self.draw.number(), self.draw.number(), self.draw.number(big=False)
        if rng.random() < 0.5:
            sign = rng.choice(("+", "-", "*", "/", "×", "÷", "x", "+", "*", "×", "^"))
            gap = rng.choice((" ", "", " "))
            if sign == "x":
                gap = " "
            text = f"{a}{gap}{sign}{gap}{b}"
            shape = rng.random()
            if shape < 0.2:
                text += f"{gap}{rng.choice('+-*')}{gap}{c}"
            elif shape < 0.35:
                text = f"({a}{gap}+{gap}{b}){gap}{rng.choice('*/')}{gap}{c}"
            span = Span(text)
            pieces.append(span)
            label.slots["expr"] = [span]
            return
        name = rng.choice(("add", "subtract", "multiply", "divide"))
        label.name = name
        words = {"add": ("足す", "プラス", "たす"), "subtract": ("引く", "マイナス", "ひく"), "multiply": ("掛ける", "かける"), "divide": ("割る", "わる")} if self.ja else {
            "add": (" plus ", " plus ", " and "), "subtract": (" minus ", " minus ", " less "), "multiply": (" times ", " times ", " multiplied by ", " by "), "divide": (" divided by ", " divided by ", " over ")}  # fmt: skip
        first, second = Span(a), Span(b)
        word = rng.choice(words[name])
        if not self.ja and word in (" and ", " by ", " over ", " less "):
            word = words[name][0]
        pieces += [first, word, second]
        label.slots["num"] = [first, second]

    def _case(self, name: str) -> str:
        shape = self.rng.random()
        return name.capitalize() if shape < 0.08 and not self.ja else name


EN_OPTIONS = ("Kyoto", "Paris", "Large", "Small", "Medium", "Red", "Blue", "Green", "English", "Japanese", "Monday", "Express", "Standard", "Tea", "Coffee", "Germany", "France", "Japan", "2024", "Medium roast", "Vegan", "Berlin", "Size M", "Weekly", "Daily")  # fmt: skip
JA_OPTIONS = ("京都", "大阪", "東京", "大", "小", "中", "赤", "青", "日本語", "英語", "月曜日", "速達", "通常", "紅茶", "日本", "フランス", "Kyoto", "毎週", "毎日", "男性", "女性", "20代")  # fmt: skip


def english_words() -> tuple[str, ...]:
    return ("colour", "cat", "Tokyo", "Monday", "old", "Smith", "draft", "teh", "2023", "winter", "Mr", "apples", "Bob", "yes", "color", "Euro", "tea", "night", "Anna", "first")  # fmt: skip


def ja_words() -> tuple[str, ...]:
    return ("東京", "猫", "月曜日", "古い", "田中", "下書き", "2023", "冬", "りんご", "はい", "紅茶", "夜", "昨日", "様", "株式会社", "子供", "ひと", "明日")  # fmt: skip


def spoken(clause: Clause, form: str, japanese_language: bool) -> list[str | Span]:
    """The clause's pieces with its verb in a form."""
    out: list[str | Span] = []
    verbs = [index for index, piece in enumerate(clause.pieces) if isinstance(piece, Verb)]
    for index, piece in enumerate(clause.pieces):
        if isinstance(piece, Verb):
            word = piece.ways[0]
            if japanese_language:
                out.append(inflected(word, form if index == verbs[-1] else "te"))
            else:
                out.append(gerund(word) if form == "ing" and index == verbs[0] else word)
        else:
            out.append(piece)
    return out
