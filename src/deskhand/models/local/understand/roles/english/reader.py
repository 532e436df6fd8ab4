"""English instructions by their roles."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import OpenFile, OpenProgram, UseCommand
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.english.reader import English
from deskhand.models.local.understand.frame import Frame, Item, Noun, Puzzled, Ready
from deskhand.models.local.understand.roles.english.acts import act
from deskhand.models.local.understand.roles.english.asks import asked, is_how_to
from deskhand.models.local.understand.roles.english.clauses import Clause, command, verb_of
from deskhand.models.local.understand.roles.english.lines import line_edit
from deskhand.models.local.understand.roles.english.outcome import as_order, verbless
from deskhand.models.local.understand.roles.english.tidy import OUTCOME, QUESTION, aside, cut, sentences, trimmed
from deskhand.models.local.understand.roles.limits import uncarried
from deskhand.models.local.understand.roles.programs import Program, without

_FILED = any_of("file")
_MENTION = re.compile(rf"^(?:in|open)\s+(?:the\s+file\s+)?(?P<file>{_FILED})\s*,\s*", re.I)
_VAGUE = re.compile(
    r"(?:make|do|fix|improve|sort|handle|change|help|clean|deal)\b(?:\s+(?:it|that|this|things?|everything|something|me|about|with|out|nicer|better|prettier|good|work|up|properly|some|more|a\s+bit|look|the\s+rest|anything|nice|for))*",
    re.I,
)


class EnglishRoles:
    """Reads one instruction."""

    def __init__(self, atoms: Atoms, known: tuple[Program, ...]) -> None:
        self.atoms = atoms
        self.known = known
        self.grammar = English(atoms)
        self.asides: list[str] = []

    def read(self, text: str) -> list[Item]:
        items: list[Item] = []
        for sentence in sentences(text):
            items += self.sentence(sentence, items)
        if not any((isinstance(item, Ready) and item.steps) or isinstance(item, Frame) for item in items):
            raise Puzzled(text)
        return items

    def sentence(self, text: str, before: list[Item]) -> list[Item]:
        if is_how_to(trimmed(text)) or is_how_to(text):
            raise Puzzled(text, "question")
        if re.match(
            r"(?:if|unless|when(?:ever)?|once|should|in\s+case|until|before|after|otherwise|while|for\s+(?:each|every|all))\b",
            trimmed(text) or text,
            re.I,
        ):
            return self.by_grammar(text, before)
        said = cut(text)
        items: list[Item] = []
        self.asides += said.asides
        for clause in said.clauses:
            items += self.clause(clause, before + items)
        return items

    def by_grammar(self, text: str, before: list[Item]) -> list[Item]:
        """What only the grammar can carry: conditions and repetition."""
        return self.grammar.sentence(text, before)

    def clause(self, text: str, before: list[Item]) -> list[Item]:
        source = text
        bare = trimmed(text)
        if not bare:
            return []
        rest, program = without(bare, self.known)
        items: list[Item] = []
        if program is not None:
            items.append(Ready((), program=program.name, source=source))
        elif not before and self.known and not self._opens_one(bare):
            items.append(Ready((), program=self.known[0].name, source=source))
        rest = trimmed(rest)
        if not rest:
            return items
        if (opened := _MENTION.match(rest)) is not None:
            items.append(Ready((), file=Noun("file", self.atoms.plain(opened["file"])), source=source))
            rest = rest[opened.end() :]
        return items + self.deed(rest, source, before + items)

    def _opens_one(self, text: str) -> bool:
        return any(
            re.match(rf"(?:open|start|launch|fire|bring|run|close|quit|exit)\b.*{re.escape(one.said)}", text, re.I)
            for one in self.known
        )

    def deed(self, text: str, source: str, before: list[Item]) -> list[Item]:
        """One clause without politeness and program."""
        if _VAGUE.fullmatch(text):
            raise Puzzled(source, "vague")
        if (opened := self.opening(text, source)) is not None:
            return opened
        if (edit := line_edit(text, self.atoms, source)) is not None:
            return [edit]
        if (known := self.known_words(text, source, before)) is not None:
            return known
        if (ready := asked(text, self.atoms, source)) is not None:
            return [ready]
        if (ready := act(text, self.atoms, source)) is not None:
            return [self.checked(ready, text)]
        verb = verb_of(text)
        if verb is None or (OUTCOME.match(text) and not verb[1]):
            said = as_order(text) if OUTCOME.match(text) else None
            said = said or verbless(text)
            if said is None or said == text:
                raise Puzzled(source)
            return self.deed(said, source, before)
        made = command(Clause(verb[0], verb[1], self.atoms, source))
        return [self.checked(Ready((made,), changes=True, source=source), text)]

    def checked(self, ready: Ready, text: str) -> Ready:
        """Refuses a command whose words hold a limit that no step carries."""
        for step in ready.steps:
            if isinstance(step, UseCommand) and (limit := uncarried(step.words, "en")):
                raise Puzzled(limit if len(limit) > 3 else text, "condition")
        return ready

    def opening(self, text: str, source: str) -> list[Item] | None:
        """``open NAME`` and ``open FILE in NAME``."""
        for one in self.known:
            if re.fullmatch(
                rf"(?:open|start|launch|fire\s+up|bring\s+up|run|start\s+up|open\s+up)\s+(?:up\s+)?(?:the\s+|a\s+|my\s+)?{re.escape(one.said)}(?:\s+(?:program|app|application|window))?",
                text,
                re.I,
            ):
                return [Ready((), program=one.name, source=source)]
        return None

    def known_words(self, text: str, source: str, before: list[Item]) -> list[Item] | None:
        """What the grammar makes of the clause, where it is sure of all of it."""
        try:
            items = self.grammar.sentence(text, before)
        except Puzzled:
            return None
        for item in items:
            if isinstance(item, Frame) and not item.source:
                item.source = source
        return items or None


__all__ = ["QUESTION", "EnglishRoles", "OpenFile", "OpenProgram", "aside"]
