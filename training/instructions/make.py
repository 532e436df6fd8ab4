"""Instructions with what they mean, without end: flows in words, put together as people put sentences together.

python training/instructions/make.py 20 ja        # look at twenty Japanese ones
"""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from dataclasses import dataclass

from flows import flow
from noise import worn
from say import Clause, Label, Span, Speaker, spoken

from deskhand.models.local.understand.atoms import Atoms, protect
from deskhand.models.local.understand.compose.composer import Composer
from deskhand.models.local.understand.english.reader import English
from deskhand.models.local.understand.frame import Language, Puzzled
from deskhand.models.local.understand.japanese.reader import Japanese
from deskhand.models.local.understand.language import language_of
from deskhand.models.local.understand.learned.symbols import Symbol, acts
from deskhand.models.local.understand.learned.tokens import Token, tokens
from deskhand.models.local.understand.learned.wording import Unsayable, Writer
from deskhand.models.local.understand.phrasebook import english, japanese
from deskhand.models.local.understand.phrasebook.pattern import Hole, Verb, Words, flat, lines

Piece = str | Span


@dataclass
class Sample:
    text: str
    protected: str
    atoms: Atoms
    language: Language
    tokens: list[Token]
    answer: list[Symbol]


class Maker:
    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.sound: dict[str, bool] = {}
        """Shapes of plans that compose, tried once each."""
        self.lost = 0

    def sample(self, language: Language, *, refused: float = 0.14) -> Sample:
        while True:
            found = self._try(language, refused)
            if found is not None:
                return found
            self.lost += 1

    def _try(self, language: Language, refused: float) -> Sample | None:
        rng = self.rng
        speaker = Speaker(rng, language)
        outside = rng.random() < refused
        if outside:
            keys = flow(rng)[: rng.choice((0, 0, 0, 1, 1, 2, 3))]
            at = rng.randint(0, len(keys))
            keys[at:at] = ["refuse"]
        else:
            keys = flow(rng)
        units: list[tuple[Clause, list[Label]]] = []
        for key in keys:
            made = self._unit(speaker, key)
            if made is None:
                return None
            units.append(made)
        pieces, order = (self._japanese if language == "ja" else self._english)(units)
        labels = [Label("refuse")] if outside else [label for index in order for label in units[index][1]]
        return self._finished(pieces, labels, language)

    def _unit(self, speaker: Speaker, key: str) -> tuple[Clause, list[Label]] | None:
        if key == "refuse":
            clause = speaker.outside()
            return clause, clause.labels
        if ":" not in key:
            clause = speaker.clause(key)
            return clause, clause.labels
        head, _, inner_keys = key.partition(":")
        return self._block(speaker, head, inner_keys.split(";"))

    def _block(self, speaker: Speaker, head: str, inner_keys: list[str]) -> tuple[Clause, list[Label]] | None:
        """A condition or a repetition, with its acts inside."""
        rng, ja = self.rng, speaker.ja
        if ja and len(inner_keys) > 1:
            inner_keys = inner_keys[:1]
        inner = [speaker.clause(key) for key in inner_keys]
        if any(clause.whole for clause in inner):
            return None
        nodes, whole = rng.choice(lines(speaker.ways[head]))
        name = "if" if head.startswith("if") else head
        label = Label(name)
        shell = Clause([], [label])
        out: list[str | Span | Verb] = []
        for node in flat(nodes, rng):
            if isinstance(node, Words):
                out.append(node.text)
            elif isinstance(node, Verb):
                out.append(Verb((rng.choice(node.ways),)))
            elif node.slot in ("acts", "acts_plain"):
                for index, clause in enumerate(inner):
                    if index:
                        out.append(rng.choice((" and ", ", ", " and then ")))
                    form = "plain" if node.slot == "acts_plain" else ""
                    if ja and not form:
                        out += clause.pieces  # the last verb takes the form of the sentence
                    else:
                        out += spoken(clause, form, ja)
            else:
                assert isinstance(node, Hole)
                shell.pieces = out
                speaker._slot(shell, node.slot, False, "", "")
        labels = [label, *[inside for clause in inner for inside in clause.labels], Label("end")]
        return Clause(out, labels, whole), labels

    # --- sentences

    def _english(self, units: list[tuple[Clause, list[Label]]]) -> tuple[list[Piece], list[int]]:
        rng = self.rng
        order = list(range(len(units)))
        out: list[Piece] = []
        shape = rng.random()
        listed = shape < 0.08 and len(units) > 1
        polite = rng.random()
        opening = rng.choice(english.OPENING) if polite < 0.45 else ""
        if listed:
            style = rng.choice(("{}. ", "{}) ", "- ", "* ", "Step {}: ", "({}) "))
            for index, (clause, _) in enumerate(units):
                out += [("\n" if index else "") + style.replace("{}", str(index + 1)), *spoken(clause, "", False)]
                if rng.random() < 0.3:
                    out.append(".")
            return self._worn(out), order
        if len(units) > 1 and rng.random() < 0.06 and not any(clause.whole for clause, _ in units[-2:]):
            first, second = order[-2], order[-1]
            before = rng.random() < 0.5
            word = rng.choice(("before ", "before you "))
            doing = spoken(units[second][0], "ing" if word == "before " else "", False)
            tail: list[Piece] = (
                [*spoken(units[first][0], "", False), " ", word, *doing]
                if before
                else [word, *doing, ", ", *spoken(units[first][0], "", False)]
            )
            lead: list[Piece] = []
            for index in order[:-2]:
                lead += [*spoken(units[index][0], "", False), rng.choice((". ", ". Then ", ", then "))]
            return self._worn([*lead, *tail]), order
        if len(units) > 1 and rng.random() < 0.05 and not any(clause.whole for clause, _ in units[:2]):
            head: list[Piece] = [
                rng.choice(("after ", "After ")),
                *spoken(units[0][0], "ing", False),
                ", ",
                *spoken(units[1][0], "", False),
            ]
            for index in order[2:]:
                head += [rng.choice((". ", ". Then ", ", then ", " and ")), *spoken(units[index][0], "", False)]
            return self._worn(head), order
        ing = ""
        start = units[0][0]
        if opening and not start.whole:
            if rng.random() < 0.07:
                opening, ing = rng.choice(english.GERUND_OPENING), "ing"
            out.append(opening + " ")
        elif opening and rng.random() < 0.3:
            out.append(rng.choice(("hi, ", "hello, ", "hey, ", "ok, ", "please: ", "so, ", "Hi! ", "Hello. ")))
        run_on = rng.choice(english.JOIN)
        steady = rng.random() < 0.35
        for index, (clause, _) in enumerate(units):
            if index:
                joint = run_on if steady else rng.choice(english.JOIN)
                if clause.whole or units[index - 1][0].whole:
                    joint = rng.choice((". ", ". Then, ", "; ", "\n", ", ", " - ", ". Also, "))
                if joint.strip() == "before you":
                    joint = ", then "
                out.append(joint)
            out += spoken(clause, ing if index == 0 else "", False)
        if rng.random() < 0.22:
            out.append(rng.choice((" ", ", ")) + rng.choice(english.CLOSING))
        out.append(
            rng.choice(
                (
                    ".",
                    ".",
                    ".",
                    "",
                    "",
                    "",
                    "!",
                    "?" if opening.startswith(("can", "could", "would", "will", "do you")) or start.whole else ".",
                )
            )
        )
        if rng.random() < 0.06:
            aside = rng.choice(english.ASIDES)
            out = [*out, " ", aside, "."] if rng.random() < 0.5 else [aside, ". ", *out]
        return self._worn(out), order

    def _worn(self, pieces: list[Piece]) -> list[Piece]:
        """Small letters or a capital at the start, slips, articles left out."""
        rng = self.rng
        slips = rng.choice((0, 0, 0, 0, 0.06, 0.12))
        articles = rng.choice((0, 0, 0, 0.5, 1.0))
        lower = rng.random() < 0.45
        out: list[Piece] = []
        start = True
        for piece in pieces:
            if isinstance(piece, str):
                text = worn(piece, rng, slips=slips, articles=articles)
                if lower:
                    text = text.lower()
                elif start and text.strip():
                    text = text[:1].upper() + text[1:]
                    start = False
                out.append(text)
            else:
                start = False
                out.append(piece)
        return out

    def _japanese(self, units: list[tuple[Clause, list[Label]]]) -> tuple[list[Piece], list[int]]:
        rng = self.rng
        order = list(range(len(units)))
        out: list[Piece] = []
        if len(units) > 1 and rng.random() < 0.08:
            style = rng.choice(("{}. ", "・", "{})", "{}.", "- ", "手順{}:"))
            form = rng.choice(("plain", "bare", "te", "plain", "stem+ます"))
            for index, (clause, _) in enumerate(units):
                out += [("\n" if index else "") + style.replace("{}", str(index + 1)), *self._closed(clause, form)]
            return out, order
        if rng.random() < 0.3:
            out.append(rng.choice(japanese.OPENING))
        ending = rng.random()
        steady = self._ending()
        if len(units) > 1 and rng.random() < 0.05 and not any(clause.whole for clause, _ in units[-2:]):
            for index in order[:-2]:
                out += [*spoken(units[index][0], "te", True), "、"]
            out += [
                *spoken(units[order[-1]][0], "plain", True),
                rng.choice(("前に", "前に、", "まえに、")),
                *self._closed(units[order[-2]][0], steady),
            ]
            out.append(rng.choice(("。", "", "")))
            return out, order
        for index, (clause, _) in enumerate(units):
            final = index == len(units) - 1
            stop = final or clause.whole or rng.random() < 0.28
            if stop:
                out += self._closed(clause, steady if ending < 0.7 else self._ending())
                if not final:
                    out.append(rng.choice(japanese.SENTENCE_JOIN))
            else:
                joint = rng.random()
                if joint < 0.55:
                    out += [
                        *spoken(clause, "te", True),
                        rng.choice(
                            (
                                "、",
                                "、",
                                "、",
                                "",
                                "、それから",
                                "、次に",
                                "、そして",
                                "から",
                                "から、",
                                " ",
                                "、その後",
                                "、最後に" if index == len(units) - 2 else "、",
                            )
                        ),
                    ]
                elif joint < 0.8:
                    out += [
                        *spoken(clause, "stem", True),
                        rng.choice(("、", "、", "、次に", "、", "、そして", "、その後")),
                    ]
                elif joint < 0.9:
                    out += [
                        *spoken(clause, "ta", True),
                        rng.choice(("ら、", "ら", "後、", "後に", "あと、", "あとに", "うえで、", "後で")),
                    ]
                else:
                    out += [*spoken(clause, "bare", True), "、"]
        if rng.random() < 0.16:
            out.append(rng.choice(japanese.CLOSING))
        else:
            out.append(rng.choice(("。", "。", "", "", "", "！" if rng.random() < 0.2 else "")))
        if rng.random() < 0.05:
            out = [rng.choice(japanese.ASIDES), "、", *out]
        return out, order

    def _ending(self) -> str:
        rng = self.rng
        shape = rng.random()
        if shape < 0.62:
            return "te+" + rng.choice(japanese.ENDINGS_TE)
        if shape < 0.72:
            return rng.choice(
                ("plain", "plain", "plain+こと", "plain+ように", "plain+ようにお願いします", "plain+ようにしてください")
            )
        if shape < 0.88:
            return rng.choice(
                (
                    "stem+ます",
                    "stem+なさい",
                    "stem+たい",
                    "stem+たいです",
                    "stem+たいのですが",
                    "stem+ましょう",
                    "stem+たいんだけど",
                    "stem+たいんですが",
                )
            )
        if shape < 0.93:
            return "imp"
        return rng.choice(
            (
                "bare",
                "bare+をお願いします",
                "bare+お願いします",
                "bare+をお願い",
                "bare+お願い",
                "bare+してほしいです",
                "bare+頼む",
                "bare+よろしく",
            )
        )

    def _closed(self, clause: Clause, ending: str) -> list[Piece]:
        form, _, tail = ending.partition("+")
        if clause.whole:
            return spoken(clause, "te", True)
        verbs = [piece for piece in clause.pieces if isinstance(piece, Verb)]
        if form == "bare" and (not verbs or not verbs[-1].ways[0].endswith("する")):
            form, tail = "te", ""
        if form == "bare" and tail.startswith("して") is False and verbs and verbs[-1].ways[0] == "する":
            form, tail = "te", ""
        if (
            tail
            in (
                "おいて",
                "おいてください",
                "おいてほしい",
                "おいてくれる？",
                "おいてね",
                "おいてもらえますか",
                "おいていただけますか",
            )
            and self.rng.random() < 0.35
        ):
            found = spoken(clause, "te", True)
            last = max(index for index, piece in enumerate(found) if isinstance(piece, str) and piece)
            text = str(found[last])
            if text.endswith("て"):
                found[last] = text[:-1] + "と"
                return [*found, "い" + tail[2:]]
            return [*found, tail]
        return [*spoken(clause, form, True), tail]

    # --- the sample

    def _finished(self, pieces: list[Piece], labels: list[Label], language: Language) -> Sample | None:
        text = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
        protected, atoms = protect(text)
        if language_of(protected, text) != language:
            return None
        places = _aligned(pieces, protected, atoms)
        if places is None:
            return None
        found = tokens(protected)
        starts = {token.start: index for index, token in enumerate(found)}
        ends = {token.end: index for index, token in enumerate(found)}
        answer: list[Symbol] = []
        for label in labels:
            answer.append(label.name)
            if label.kind:
                answer.append(f"is {label.kind}")
            for slot, spans in label.slots.items():
                for span in spans:
                    place = places.get(id(span))
                    if place is None or place[0] not in starts or place[1] not in ends:
                        return None
                    answer += [f"{slot}=", (starts[place[0]], ends[place[1]])]
        sample = Sample(text, protected, atoms, language, found, answer)
        return sample if self._sound(sample, labels) else None

    def _sound(self, sample: Sample, labels: list[Label]) -> bool:
        """Whether the acts make a plan, in the words the package would use; tried once for each shape."""
        if labels[0].name == "refuse":
            return True
        shape = sample.language + " ".join(f"{label.name}{sorted(label.slots)}{label.kind}" for label in labels)
        known = self.sound.get(shape)
        if known is None:
            known = self.sound[shape] = composes(sample) is not None
        return known


def composes(sample: Sample) -> list[object] | None:
    """The steps that the sample's own answer makes."""
    atoms = Atoms(dict(sample.atoms.table))
    try:
        written = Writer(atoms, sample.language).write(acts(sample.answer, sample.protected, sample.tokens) or [])
        composer = Composer()
        composer.compose((English(atoms) if sample.language == "en" else Japanese(atoms)).read(written))
    except (Puzzled, Unsayable):
        return None
    return list(composer.steps) or None


def _aligned(pieces: list[Piece], protected: str, atoms: Atoms) -> dict[int, tuple[int, int]] | None:
    """Where each span stands in the protected text."""
    places: dict[int, tuple[int, int]] = {}
    at = 0
    for piece in pieces:
        raw = piece if isinstance(piece, str) else piece.text
        start = at
        for part in re.split("([\ue000-\uf8ff])", raw):
            rest = part
            while rest:
                if at >= len(protected):
                    return None
                atom = atoms.get(protected[at])
                if atom is not None:
                    if not rest.startswith(atom.raw):
                        normal = unicodedata.normalize("NFKC", rest)
                        if not normal.startswith(atom.raw):
                            return None
                        rest = normal
                    rest = rest[len(atom.raw) :]
                    at += 1
                    continue
                char = unicodedata.normalize("NFKC", rest[0]).replace("’", "'").replace("‘", "'")
                if protected[at : at + len(char)] != char:
                    return None
                at += len(char)
                rest = rest[1:]
        if isinstance(piece, Span):
            body = protected[start:at]
            places[id(piece)] = (start + len(body) - len(body.lstrip()), start + len(body.rstrip()))
    return places if at == len(protected) else None


def main() -> None:
    count, language = int(sys.argv[1]), sys.argv[2]
    maker = Maker(int(sys.argv[3]) if len(sys.argv) > 3 else 0)
    for _ in range(count):
        sample = maker.sample("ja" if language == "ja" else "en")
        shown = [
            s
            if isinstance(s, str)
            else sample.atoms.restore(sample.protected[sample.tokens[s[0]].start : sample.tokens[s[1]].end])
            for s in sample.answer
        ]
        print(sample.text)
        print("     ", " ".join(shown))
    print("lost", maker.lost)


if __name__ == "__main__":
    main()
