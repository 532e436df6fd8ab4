"""Japanese instructions by their roles."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import Step, TypeText, UseCommand
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.frame import Frame, Item, Noun, Puzzled, Ready
from deskhand.models.local.understand.japanese.reader import Japanese
from deskhand.models.local.understand.roles.japanese.acts import act
from deskhand.models.local.understand.roles.japanese.asks import asked, is_how_to
from deskhand.models.local.understand.roles.japanese.clauses import command
from deskhand.models.local.understand.roles.japanese.tidy import core, cut, idle, sentences, trimmed
from deskhand.models.local.understand.roles.limits import uncarried
from deskhand.models.local.understand.roles.programs import Program

_F = any_of("file")
_OPENED = re.compile(rf"^(?P<file>{_F})(?:を開いて|で)、?")
_VAGUE = re.compile(
    r"(?:この|その)?(?:[^をに、]{1,6}[、を])?(?:いい感じ|うまく|適当|ちゃんと|きれい|なんとか|よしな|いいよう)(?:に|く)?(?:やっ|し|直し)?.{0,6}"
)
_OPENS = r"(?:を?(?:開い|起動し|立ち上げ)(?:て|、)?(?:から)?、?)"


class JapaneseRoles:
    """Reads one instruction."""

    def __init__(self, atoms: Atoms, known: tuple[Program, ...]) -> None:
        self.atoms = atoms
        self.known = known
        self.grammar = Japanese(atoms)
        self.asides: list[str] = []

    def read(self, text: str) -> list[Item]:
        items: list[Item] = []
        for sentence in sentences(text):
            if idle(sentence):
                continue
            items += self.sentence(sentence, items)
        if not any((isinstance(item, Ready) and item.steps) or isinstance(item, Frame) for item in items):
            raise Puzzled(text)
        return items

    def sentence(self, text: str, before: list[Item]) -> list[Item]:
        if is_how_to(text):
            raise Puzzled(text.rstrip("？"), "question")
        if re.search(r"^もし|(?:場合|とき|時)(?:は|に|、)|(?:だっ|てい?|い)たら[、]?|なければ|あれば", text):
            return self.grammar.sentence(text.rstrip("？"), before)
        said = cut(text)
        self.asides += said.asides
        items: list[Item] = []
        for clause in said.clauses:
            items += self.clause(clause, before + items)
        return items

    def clause(self, text: str, before: list[Item]) -> list[Item]:
        source = text.rstrip("？")
        bare = trimmed(text)
        items: list[Item] = []
        bare, program = self.without(bare)
        if program is not None:
            items.append(Ready((), program=program.name, source=source))
        elif not before and self.known and self.known[0].said not in source:
            items.append(Ready((), program=self.known[0].name, source=source))
        if not bare or re.fullmatch(r"(?:を)?(?:開い?|起動|立ち上げ|使っ?)(?:て|し|して)?", core(bare)):
            return items
        if (opened := _OPENED.match(bare)) is not None and opened.end() < len(bare):
            items.append(Ready((), file=Noun("file", self.atoms.plain(opened["file"])), source=source))
            bare = bare[opened.end() :]
        return items + self.deed(bare, text, source, before + items)

    def without(self, text: str) -> tuple[str, Program | None]:
        for one in self.known:
            there = re.escape(one.said)
            for pattern in (
                rf"^{there}(?:の(?:画面|ウィンドウ))?(?:上)?(?:で|を使って|を使い|では|にて)、?\s*",
                rf"^{there}{_OPENS}",
                rf"^{there}の(?=.)",
                rf"(?<=[をにはが、]){there}(?:上)?で、?",
            ):
                rest = re.sub(pattern, "", text, count=1)
                if rest != text:
                    return rest.strip("、 "), one
        return text, None

    def deed(self, text: str, whole: str, source: str, before: list[Item]) -> list[Item]:
        shorter = core(text)
        if _VAGUE.fullmatch(shorter) or not shorter:
            raise Puzzled(source, "vague")
        if (ready := act(shorter, self.atoms, source)) is not None:
            return [ready]
        if (known := self.known_words(text, before)) is not None:
            return known
        if (ready := asked(whole, text, self.atoms, source)) is not None:
            return [ready]
        if (typed := self.typed(shorter)) is not None:
            return [Ready((typed,), changes=True, source=source)]
        made = command(shorter, self.atoms, source)
        if limit := uncarried(re.sub(any_of(), "", text), "ja"):
            raise Puzzled(source if len(limit) < 2 else limit, "condition")
        return [Ready((made,), changes=True, source=source)]

    def typed(self, text: str) -> Step | None:
        found = re.fullmatch(rf"({any_of('quote')})(?:と|って|を|とだけ)?(?:書い|書く|入力|打っ|タイプ|記入)", text)
        return None if found is None else TypeText((self.atoms.plain(found[1]),))

    def known_words(self, text: str, before: list[Item]) -> list[Item] | None:
        try:
            return self.grammar.sentence(text.rstrip("？"), before) or None
        except Puzzled:
            return None


__all__ = ["JapaneseRoles", "UseCommand"]
