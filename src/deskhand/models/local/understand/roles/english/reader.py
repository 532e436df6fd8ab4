"""English instructions by their roles."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.steps import Describe, EditLine, MakeFolder, SetSetting, Target, Tell, UseCommand
from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.compose.composer import composes
from deskhand.models.local.understand.english.reader import English
from deskhand.models.local.understand.frame import Condition, Frame, Item, Noun, Puzzled, Ready
from deskhand.models.local.understand.freely.reader import misread
from deskhand.models.local.understand.roles.english.acts import act
from deskhand.models.local.understand.roles.english.asks import asked, is_how_to
from deskhand.models.local.understand.roles.english.clauses import Clause, plain_words, verb_of
from deskhand.models.local.understand.roles.english.command import command
from deskhand.models.local.understand.roles.english.lexicon import GERUNDS
from deskhand.models.local.understand.roles.english.lines import line_edit
from deskhand.models.local.understand.roles.english.outcome import as_order, verbless
from deskhand.models.local.understand.roles.english.things import thing
from deskhand.models.local.understand.roles.english.tidy import FIRST_OWN as _FIRST_OWN
from deskhand.models.local.understand.roles.english.tidy import OUTCOME, cut, sentences, subject, trimmed
from deskhand.models.local.understand.roles.english.turns import (
    ALREADY,
    HELD,
    IF_THERE,
    LEAVE,
    MADE,
    MENTION,
    NICER,
    OPENS,
    REFERS,
    RESULT,
    VAGUE,
    VALUE,
)
from deskhand.models.local.understand.roles.english.values import fields
from deskhand.models.local.understand.roles.limits import uncarried
from deskhand.models.local.understand.roles.programs import Program, without


def _leaves(item: Item) -> bool:
    """Whether there may be a result behind it."""
    return isinstance(item, Frame | Condition) or (isinstance(item, Ready) and bool(item.steps))


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
        if not any(not isinstance(item, Ready) or item.steps for item in items) and not any(
            isinstance(item, Ready) and item.program for item in items
        ):
            raise Puzzled(text)
        return items

    def sentence(self, text: str, before: list[Item]) -> list[Item]:
        if is_how_to(trimmed(text)) or is_how_to(text):
            raise Puzzled(text, "question")
        bare = _FIRST_OWN.sub("", trimmed(text) or text)
        if OPENS.match(bare):
            return self.conditional(bare, before)
        said = cut(bare if re.match(r"(?:before|after|while|when)\b", trimmed(text), re.I) else text)
        items: list[Item] = []
        self.asides += said.asides
        for clause in said.clauses:
            items += self.clause(clause, before + items)
        return items

    def conditional(self, text: str, before: list[Item]) -> list[Item]:
        """Conditions that a step carries: what shows, and a setting that is wanted on in any case."""
        if found := ALREADY.fullmatch(text.rstrip("?.")):
            subject_words = found["what"]
            items = self.clause(re.sub(r"\b(?:it|them)\b", f"the {subject_words}", found["then"], count=1), before)
            if all(
                isinstance(item, Ready) and all(isinstance(step, SetSetting) for step in item.steps) for item in items
            ):
                return items
        try:
            items = self.grammar.sentence(text, before)
            if composes([*before, *items]):
                return items
            raise Puzzled(text, "condition")
        except Puzzled as puzzled:
            found = IF_THERE.fullmatch(text.rstrip("?."))
            if found is None or re.match(r"(?:no|not|nothing|more|less|only)\b", found["what"], re.I):
                raise puzzled from None
            target = thing(found["what"], self.atoms) or thing(f"the {found['what']}", self.atoms)
            if target is None or not target.name:
                raise puzzled from None
            then = self.sentence(re.sub(r"\b(?:it|that)\b", f"the {found['what']}", found["then"], count=1), before)
            other = found["other"]
            otherwise = [] if other is None or LEAVE.fullmatch(other) else self.sentence(other, before)
            return [Condition(Target(target.name), then, otherwise, text)]

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
        if (opened := MENTION.match(rest)) is not None:
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
        if (doing := re.match(r"\w+ing\b", text)) is not None and doing[0].lower() in GERUNDS:
            text = f"{GERUNDS[doing[0].lower()]}{text[doing.end() :]}"
        if RESULT.search(text) and not any(_leaves(item) for item in before):
            raise Puzzled(source, "which result")
        if VAGUE.fullmatch(text) or NICER.search(text):
            raise Puzzled(source, "vague")
        if self.added(text, before) or (
            before and re.fullmatch(r"(?:move|put|place)\s+(?:it|them)\s+there", text, re.I)
        ):
            return []
        if (held := self.told_before(text)) is not None:
            return [Ready((command(Clause("add", held, self.atoms, source)),), changes=True, source=source)]
        for read in (self.opening, self.edited, self.acted, self.known_words, self.questioned):
            if (items := read(text, source, before)) is not None:
                return items
        verb = verb_of(text)
        if verb is None or (OUTCOME.match(text) and not verb[1]):
            said = as_order(text) if OUTCOME.match(text) else None
            said = said or verbless(text)
            if said is None or said == text:
                raise Puzzled(source)
            items = []
            for clause in cut(said).clauses:
                items += self.deed(clause, source, before + items)
            return items
        if found := re.match(
            r"(?:test|check|verify|look|see)\s+(?:whether|if|that)\s+(?P<what>.+?)\s+(?:is|are|has|have)\s+(?P<state>.+)",
            text,
            re.I,
        ):
            return self.checked_for(found["what"], verb[0], source)
        made = command(Clause(verb[0], self.resolved(verb[1], before), self.atoms, source))
        return [self.checked(Ready((made,), changes=True, source=source), text)]

    def checked_for(self, what: str, verb: str, source: str) -> list[Item]:
        target = thing(what, self.atoms)
        words = (
            "test"
            if verb in ("test", "verify")
            else f"check {plain_words(what, self.atoms) if target is None else ''}".strip()
        )
        return [Ready((UseCommand(words, (), target), Describe(), Tell()), reads=True, source=source)]

    def resolved(self, rest: str, before: list[Item]) -> str:
        """*It* behind "My screen goes black …" and "open a second tab": the words it stands for."""
        last = next((item.steps[-1] for item in reversed(before) if isinstance(item, Ready) and item.steps), None)
        if isinstance(last, UseCommand) and (made := MADE.fullmatch(last.words)):
            rest = re.sub(r"\b(in|into|to|on|onto)\s+(?:it|there)$", rf"\1 the {made['noun']}", rest, flags=re.I)
        elif isinstance(last, MakeFolder):
            rest = re.sub(
                r"\s+(?:(?:in|into|to)\s+it|in\s+there|there)$", f" into the folder {last.name}", rest, flags=re.I
            )
        if not re.match(r"(?:it|them|that)\b", rest, re.I):
            return rest
        if isinstance(last, UseCommand) and (made := MADE.fullmatch(last.words)):
            return re.sub(r"^(?:it|them|that)\b", f"the {made['noun']}", rest, flags=re.I)
        if not before and self.asides and (words := subject(self.asides[-1])):
            return re.sub(r"^(?:it|them|that)\b", words, rest, flags=re.I)
        return rest

    def told_before(self, text: str) -> str | None:
        """``put that in`` behind "I've got the vet on Friday at half past ten": what was told, as what is to be added."""
        found = REFERS.fullmatch(text)
        if found is None or not self.asides:
            return None
        held = HELD.fullmatch(self.asides[-1].strip(" ."))
        if held is None:
            return None
        self.asides.pop()
        what = held["what"] or f"{held['what2']} {held['when']}"
        what = re.sub(r"^(?:the|an?|my)\s+", "", what)
        return f"entry called {what}{', ' if found['rest'] else ''}{found['rest']}"

    def added(self, text: str, before: list[Item]) -> bool:
        """``due 2 June, priority high`` or ``call it article``: more fields of the command before."""
        last = before[-1] if before else None
        if not isinstance(last, Ready) or not last.steps or not isinstance(last.steps[-1], UseCommand):
            return False
        step = last.steps[-1]
        if found := re.fullmatch(
            r"(?:and\s+)?(?:call|name|title|label)\s+(?:it|this|that|them)\s+(?P<name>.+)", text, re.I
        ):
            more: list[tuple[str, str]] = [("name", self.atoms.plain(found["name"]).strip(" ."))]
        elif VALUE.fullmatch(text):
            more = [("", text)]
        else:
            rest, found_fields = fields(text, self.atoms)
            if rest or not found_fields:
                return False
            more = [(one.name, one.value) for one in found_fields]
        last.steps = (*last.steps[:-1], replace(step, fields=(*step.fields, *more)))
        return True

    def checked(self, ready: Ready, text: str) -> Ready:
        """Refuses a command whose words hold a limit that no step carries."""
        for step in ready.steps:
            if isinstance(step, UseCommand) and (limit := uncarried(step.words, "en")):
                raise Puzzled(limit if len(limit) > 3 else text, "condition")
        return ready

    def opening(self, text: str, source: str, before: list[Item]) -> list[Item] | None:
        """``open NAME``."""
        for one in self.known:
            if re.fullmatch(
                rf"(?:open|start|launch|fire\s+up|bring\s+up|run|start\s+up|open\s+up)\s+(?:up\s+)?(?:the\s+|a\s+|my\s+)?{re.escape(one.said)}(?:\s+(?:program|app|application|window))?",
                text,
                re.I,
            ):
                return [Ready((), program=one.name, source=source)]
        return None

    def edited(self, text: str, source: str, before: list[Item]) -> list[Item] | None:
        last = before[-1] if before else None
        if re.fullmatch(r"(?:delete|remove|erase)\s+it", text, re.I) and isinstance(last, Ready) and last.steps:
            went = last.steps[-1]
            if (
                isinstance(went, UseCommand)
                and went.words == "go to line"
                and isinstance(line := went.fields[0][1], str)
            ):
                return (
                    [Ready((EditLine(int(line), "delete"),), changes=True, source=source)] if line.isdigit() else None
                )
        edit = line_edit(text, self.atoms, source)
        return None if edit is None else [edit]

    def acted(self, text: str, source: str, before: list[Item]) -> list[Item] | None:
        ready = act(text, self.atoms, source)
        if (
            ready is not None
            and ready.program == "file manager"
            and any(isinstance(item, Ready) and item.program in ("terminal", "calculator") for item in before[-1:])
        ):
            raise Puzzled(source)
        return None if ready is None else [self.checked(ready, text)]

    def questioned(self, text: str, source: str, before: list[Item]) -> list[Item] | None:
        ready = asked(text, self.atoms, source, acted=any(isinstance(item, Ready) and item.steps for item in before))
        return None if ready is None else [ready]

    def known_words(self, text: str, source: str, before: list[Item]) -> list[Item] | None:
        """What the grammar makes of the clause, where it is sure of all of it, and it goes with what is before it."""
        if misread(text) or re.match(
            r"(?:open|start)\s+(?:an?\s+)?(?:second|new|another)\s|another\s|(?:take|grab)\s+(?:a\s+|another\s+)?(?:picture|photo|snapshot|screen)",
            text,
            re.I,
        ):
            return None
        try:
            items = self.grammar.sentence(text, before)
        except Puzzled:
            return None
        for item in items:
            if isinstance(item, Frame) and not item.source:
                item.source = source
        return items if items and composes([*before, *items]) else None
