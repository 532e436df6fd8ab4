"""English instructions: sentences, the order of what is asked (*before closing it, save …*), conditions and repetition.

An imperative is a verb, an object and prepositional phrases. Phrases are taken off the end one by one, and only those
whose noun is understood (*into the search field*, *as answer.txt*); so the words of a text to type stay together.
"""

# ruff: noqa: E501, SIM102
from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.english.clauses import _IDLE, _NEVER, _OPENERS, Clauses
from deskhand.models.local.understand.english.desk import desk_frames
from deskhand.models.local.understand.english.lexicon import GERUNDS, VERB, VERB_ING
from deskhand.models.local.understand.english.sums import english_sum
from deskhand.models.local.understand.frame import Condition, Frame, Item, Loop, Noun, Puzzled, Role
from deskhand.models.local.understand.numbers import count

_EVERY = re.compile(
    r"\b(?:until|till|for\s+(?:each|every|all)|each\s+(?:of|time|file)|every\s+(?:file|window|time|line|one|other|\w+\s+in)|all\s+(?:the\s+)?(?:\w+\s+)?(?:files|windows|programs|apps|checkboxes|boxes|buttons|links|tabs|folders)|forever|keep\s+\w+ing|over\s+and\s+over|repeatedly)\b",
    re.I,
)
_TIMES = re.compile(
    r"[\s,]+(once|twice|thrice|one\s+time|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|fifty|a\s+hundred)\s+times)(?:\s+in\s+a\s+row)?$",
    re.I,
)
_SHOWN = (
    r"(?:appears?|shows?(?:\s+up)?|is\s+shown|is\s+displayed|is\s+visible|pops?\s+up|comes?\s+up|opens?(?:\s+up)?|is\s+there|is\s+on\s+(?:the\s+)?screen|can\s+be\s+seen|"
    r"is\s+present|are\s+shown|has\s+appeared|asks?(?:\s+(?:for\s+confirmation|you\s+(?:anything|something)))?|is\s+open|exists?)(?:\s+on\s+(?:the\s+)?screen)?"
)


class English(Clauses):
    """One instruction's reading."""

    def read(self, text: str) -> list[Item]:
        """All clauses of the instruction, in the order in which they are to be done; raises `Puzzled`."""
        items: list[Item] = []
        for sentence in self.sentences(text):
            items += self.sentence(sentence, items)
        return items

    def sentence(self, text: str, before: list[Item]) -> list[Item]:
        if _IDLE.fullmatch(text.strip(" ,")):
            return []
        text = self.trim(respelled(text), ends=False)
        if not text or _IDLE.fullmatch(text):
            return []
        if (opened := self.subordinate(text, before)) is not None:
            return opened
        text = re.sub(r"^i(?:'d|\s+would)?\s+(?:need|want|like)\s+(?=(?:a|an)\s)", "create ", text, flags=re.I)
        text = re.sub(
            r"\bhold\s+(?:down\s+)?(?:the\s+)?(shift|ctrl|control|alt|super)(?:\s+key)?\s+and\s+(?:press|hit)\s+(?:the\s+)?(right|left|up|down|home|end|tab|\w)\b(?:\s+(?:arrow|key))*",
            r"press \1 \2",
            text,
            flags=re.I,
        )
        if re.match(r"(?:double[- ]|right[- ])?click\b", text, re.I):
            things = r"the\s+[\w\s\ue000-\uf8ff]{1,30}?\s(?:button|link|icon|tab|checkbox|field|menu)\b"
            text = re.sub(rf"\s*,?\s*(?:and\s+then|then|and)\s+(?={things})", ", click ", text)
            text = re.sub(
                r"\s*,?\s*(?:and\s+then|then|and)\s+on\s+(?=[\ue000-\uf8ff]|the\b|[A-Z])", ", click on ", text
            )
        if found := re.fullmatch(
            r"(?:(?:open|use|start)\s+)?(?:the\s+)?(\w+)(?:\s*[:,]\s*|\s+(?=[\d(-]))(.+)", text, re.I
        ):
            noun, value = self.nouns.noun(found[1]), english_sum(found[2])
            if noun.kind == "program" and noun.text == "calculator" and value is not None:
                return [
                    Frame("compute", (Noun("sum", value=value),), source=text),
                    Frame("tell", (Noun("ref"),), source=text),
                ]
        clauses = self.clauses(text)
        items: list[Item] = []
        for index, clause in enumerate(clauses):
            if index and (re.match(_OPENERS, self.trim(clause), re.I)):
                rest = self.joined(text, clause, clauses[index + 1 :])
                return items + self.sentence(rest, before + items)
            items += self.clause(clause, before + items)
        return items

    def subordinate(self, text: str, before: list[Item]) -> list[Item] | None:
        """A sentence that opens with ``before …,``, ``after …,``, ``if …,`` or ``in the editor,``."""
        if found := re.match(r"(?:before|prior\s+to)\s+(.+?),\s*(.+)$", text, re.I):
            if (inner := self.gerund(found[1], before)) is not None:
                return self.sentence(found[2], before) + inner
        if found := re.match(r"(?:after|once|when|as\s+soon\s+as)\s+(.+?),\s*(.+)$", text, re.I):
            if self.mere_state(found[1]):
                if not before:
                    raise Puzzled(found[1], "condition")
                return self.sentence(found[2], before)
            if (inner := self.gerund(found[1], before)) is not None:
                return inner + self.sentence(found[2], before + inner)
        if found := re.match(
            rf"(?:if|when(?:ever)?|once|as\s+soon\s+as|should|in\s+case|after)\s+(.+?)\s*(?<!\w){_SHOWN}\s*(?:,|\bthen\b)\s*(?:then\s+)?(.+)$",
            text,
            re.I,
        ):
            return [self.condition(found[1], found[2], text, before)]
        if found := re.match(
            r"(?:if|should|in\s+case)\s+(?:there\s+is|there's|you\s+(?:see|get)|you\s+are\s+asked\s+(?:to|for)|it\s+shows|the\s+screen\s+shows)\s+(.+?)\s*(?:on\s+(?:the\s+)?screen\s*)?(?:,|\bthen\b)\s*(?:then\s+)?(.+)$",
            text,
            re.I,
        ):
            return [self.condition(found[1], found[2], text, before)]
        if found := re.fullmatch(
            r"(?:in\s+(.+?)\s+)?(?:there(?:'s|\s+is)|i\s+have(?:\s+got)?|i've\s+got)\s+(?:a|an|the|already\s+a)\s+(.+)|(?:a|the)\s+(file.+?|document.+?)\s+is\s+in\s+(.+)",
            text,
            re.I,
        ):
            return self.mention(found[1] or found[4] or "", found[2] or found[3], text)
        if re.match(r"(?:if|unless|should|whenever|in\s+case)\b", text, re.I):
            raise Puzzled(text.split(",")[0], "condition")
        if (
            _OVERWRITE_ALONE.fullmatch(text)
            and before
            and isinstance(last := before[-1], Frame)
            and last.verb == "save"
        ):
            last.source = f"{last.source}. {text}"
            return []
        if found := re.match(r"(?:otherwise|else|if\s+not)\s*,?\s*(.+)$", text, re.I):
            raise Puzzled(text, "condition")
        if found := re.match(
            r"(?:repeat|do)\s+(?:the\s+following|this)\s+((?:\d+|\w+)\s+times|twice)\s*[:,]?\s*(.+)$", text, re.I
        ):
            times = count(re.sub(r"\s+times$", "", found[1]))
            if times is None or not 0 < times <= 200:
                raise Puzzled(text, "loop")
            return [Loop(times, self.sentence(found[2], before), text)]
        if found := re.match(r"((?:\d+|\w+)\s+times|twice)\s*[:,]\s*(.+)$", text, re.I):
            times = count(re.sub(r"\s+times$", "", found[1]))
            if times is not None and 0 < times <= 200:
                return [Loop(times, self.sentence(found[2], before), text)]
        if found := re.match(
            r"((?:in|on|inside|within|from|with|using|via|into|to|at)\s+[^,]+?)\s*,\s*(.+)$", text, re.I
        ):
            prefix, rest = found.groups()
            role, noun = self.phrase(prefix)
            if noun is not None and role is not None:
                return self.within(role, noun, prefix, rest, before)
        if found := re.match(r"using\s+(.+?)\s+(?:to\s+)?(?=" + VERB.pattern + ")(.+)$", text, re.I):
            noun = self.nouns.noun(found[1])
            if noun.kind == "program":
                return self.within("tool", noun, text, found[2], before)
        if found := re.match(rf"(?:use|via|using)\s+({any_of('menu')})\s+(?:to|and)\s+(.+)$", text, re.I):
            menu = self.nouns.noun(found[1])
            return [Frame("choose", (menu,), source=text), *self.sentence(found[2], before)]
        if found := re.fullmatch(r"(?:use|using|with)\s+(.+?)(?:\s+for\s+(?:it|that|this))?", text, re.I):
            noun = self.nouns.noun(found[1])
            if noun.kind == "program":
                used = (
                    any(isinstance(item, Frame) and item.verb == "compute" for item in before)
                    and noun.text == "calculator"
                )
                return [] if used else [Frame("open", (noun,), source=text)]
        if found := re.match(r"use\s+(.+?)\s+(?:to|and|for)\s+(.+)$", text, re.I):
            noun = self.nouns.noun(found[1])
            if noun.kind == "program":
                rest = found[2]
                if VERB_ING.match(rest):
                    return [Frame("open", (noun,), source=found[1]), *(self.gerund(rest, before) or [])]
                return self.within("tool", noun, text, rest, before)
        return None

    def gerund(self, text: str, before: list[Item]) -> list[Item] | None:
        """``closing it``, ``you close it``, ``you have saved the file`` as a command."""
        text = re.sub(r"^(?:you\s+(?:have\s+|are\s+|then\s+)?|you've\s+|having\s+)", "", text.strip(), flags=re.I)
        text = re.sub(r"^(opened|closed|saved|typed|pressed|clicked|copied|pasted|done|written|entered|renamed|selected|calculated|computed)\b",
                      lambda m: {"copied": "copy", "pasted": "paste", "written": "write", "typed": "type", "closed": "close", "saved": "save",
                                 "done": "do", "renamed": "rename", "calculated": "calculate", "computed": "compute"}.get(m[0].lower(), m[0][:-2]), text, flags=re.I)  # fmt: skip
        if found := VERB_ING.match(text):
            key = " ".join(found[0].lower().split())
            text = GERUNDS[key] + text[found.end() :]
        if VERB.match(text) is None:
            return None
        items: list[Item] = []
        for clause in self.clauses(text):
            again = VERB_ING.match(clause)
            items += self.clause(
                GERUNDS[" ".join(again[0].lower().split())] + clause[again.end() :] if again else clause,
                before + items,
            )
        return items

    def condition(self, what: str, then: str, source: str, before: list[Item]) -> Condition:
        noun = self.nouns.noun(re.sub(r"^(?:any|some|another|an?|the)\s+", "", what, flags=re.I), condition=True)
        target = noun.target
        if noun.kind == "text":
            target = Target(name=noun.text)
        elif noun.kind == "window":
            target = Target(noun.text, "window")
        if target is None:
            raise Puzzled(what, "condition")
        otherwise: list[Item] = []
        if found := re.search(r"[\s,;]+(?:otherwise|or\s+else|else|if\s+not)\b[\s,]*(.+)$", then, re.I):
            then, otherwise = then[: found.start()], self.sentence(found[1], before)
        done = self.sentence(then, before)
        if not done:
            raise Puzzled(source, "condition")
        return Condition(target, done, otherwise, source)

    def within(self, role: Role, noun: Noun, prefix: str, rest: str, before: list[Item]) -> list[Item]:
        """``in the shared folder, create …``: the phrase holds for the clauses after it."""
        if noun.kind == "menu":
            return self.sentence(f"{rest} from {noun.raw}", before)
        if noun.kind == "program":
            return [Frame("open", (noun,), source=prefix), *self.sentence(rest, before)]
        items = self.sentence(rest, before)
        if noun.kind == "file":
            if any(isinstance(item, Frame) and item.verb in ("replace", "append", "find") for item in items):
                for item in items:
                    if isinstance(item, Frame) and item.verb in ("replace", "append", "find", "type"):
                        item.args.setdefault("into", noun)
                        break
                return items
            return [Frame("open", (noun,), source=prefix), *items]
        taken = False
        for item in items:
            if isinstance(item, Frame) and role not in item.args and item.verb not in ("press", "close"):
                item.args[role] = noun
                taken = True
                break
        if not taken:
            raise Puzzled(prefix)
        return items

    def clause(self, text: str, before: list[Item]) -> list[Item]:
        source = text.strip()
        text = self.trim(text)
        if not text or _IDLE.fullmatch(text):
            return []
        if found := re.match(r"(.+?)\s+(before|after)\s+(.+)$", text, re.I):
            if (second := self.try_gerund(found[3], before)) is not None:
                first = self.clause(found[1], before)
                return first + second if found[2].lower() == "before" else second + first
        if found := re.match(rf"(.+?),?\s+(?:if|when|once|as\s+soon\s+as)\s+(.+?)\s+{_SHOWN}$", text, re.I):
            return [self.condition(found[2], found[1], source, before)]
        if found := re.match(r"(.+?)\s+by\s+(\w+ing\b.+)$", text, re.I):
            manner = self.try_gerund(found[2], before)
            if manner and all(
                isinstance(item, Frame) and item.verb in ("press", "click", "choose", "double click") for item in manner
            ):
                self.clause(found[1], before)
                return manner
        if (desk := desk_frames(self.nouns, text)) is not None:
            for frame in desk:
                frame.source = source
            return list(desk)
        if re.match(r"(?:close|quit|exit)\b.*\bwithout\s+saving", text, re.I):
            body = re.sub(
                r"\s+without\s+saving(?:\s+(?:it|anything|the\s+changes|changes|the\s+file))?", "", text, flags=re.I
            )
            return [
                replace(item, args={**item.args, "manner": Noun("raw", "discard")}) if isinstance(item, Frame) else item
                for item in self.clause(body, before)
            ]
        if self.left_alone(text):
            return []
        if _NEVER.search(text):
            raise Puzzled(self.atoms.restore(source), "negative")
        if re.match(r"(?:use|using)\s", text, re.I) and (used := self.subordinate(text, before)) is not None:
            return used
        if _EVERY.search(text) and not re.match(r"(?:scroll|wait)\b", text, re.I):
            raise Puzzled(self.atoms.restore(source), "loop")
        times = 1
        if found := _TIMES.search(text):
            counted = count(re.sub(r"\s+times?$", "", found[1], flags=re.I)) if "time" in found[1] else count(found[1])
            if counted is not None:
                if not 0 < counted <= 200:
                    raise Puzzled(self.atoms.restore(source), "loop")
                times, text = counted, text[: found.start()].strip(" ,")
        frames = self.question(text) or self.command(text, before)
        for frame in frames:
            frame.source = source
        if times > 1:
            if len(frames) != 1:
                return [Loop(times, list(frames), source)]
            frames[0].times = times
        return list(frames)

    def try_gerund(self, text: str, before: list[Item]) -> list[Item] | None:
        try:
            return self.gerund(text, before)
        except Puzzled:
            return None


_EXISTING = (
    r"(?:it|(?:the|any)\s+(?:existing|old|previous|current)\s+(?:file|one|version|copy|contents?)|the\s+(?:file|one)(?:\s+(?:that\s+is\s+)?there)?|what\s+is\s+there)"
    r"(?:\s+(?:with\s+it|of\s+(?:it|the\s+file)|with\s+(?:that|the\s+same)\s+name))?"
    r"(?:\s*,?\s*if\s+(?:it|there\s+is\s+(?:already\s+)?one|one|a\s+file)(?:\s+already)?(?:\s+(?:exists|is\s+there|there))*|\s+if\s+(?:needed|necessary|asked))?"
)
_OVERWRITE = re.compile(
    rf"(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s+)(?:replac(?:e|ing)|overwrit(?:e|ing))\s+{_EXISTING}(?=\s*(?:,|;|$|and\b|then\b))",
    re.I,
)
_OVERWRITE_ALONE = re.compile(rf"(?:replace|overwrite)\s+{_EXISTING}", re.I)
_DISCARD = re.compile(
    r"[\s,]+(?:(?:and|by|while|but)\s+)?(?:(?:discard|los|drop|abandon|ignor)(?:e|ing)?|throw(?:ing)?\s+away)\s+(?:(?:all|any)\s+)?(?:(?:the|its|your|my)\s+)?(?:unsaved\s+|all\s+)*changes"
    r"|[\s,]+(?:and|but)\s+(?:don't|do\s+not)\s+save(?:\s+(?:it|anything|(?:the|any)\s+changes))?(?=\s*(?:,|$))",
    re.I,
)
_SLIPS = {
    "teh": "the",
    "hte": "the",
    "adn": "and",
    "nad": "and",
    "tehn": "then",
    "thne": "then",
    "fiel": "file",
    "flie": "file",
    "fo": "of",
}
_PROGRAM = "|".join(re.escape(n) for names in concepts.PROGRAMS.values() for n in names if n.isascii())


def respelled(text: str) -> str:
    """Slips of the finger, and shortened forms as the grammar writes them: *open A, then B*; *…, saved as X*."""
    if re.search(r"\b(?:save|saved)\b", text, re.I):
        text = _OVERWRITE.sub(" replacing the existing file", text)
    if re.search(r"\b(?:close|quit|exit)\b", text, re.I):
        text = _DISCARD.sub(" without saving", text)
    menu = any_of("menu")
    text = re.sub(rf"\b(?:use|choose|select|pick)\s+(?:the\s+(?:menus?|commands?)\s+)?({menu})\s*(?:,\s*(?:and\s+)?(?:then\s+)?|\s+and\s+(?:then\s+)?|\s+then\s+)(?={menu})",
                  r"choose \1, choose ", text, flags=re.I)  # fmt: skip
    text = re.sub(rf"\buse\s+(?:the\s+(?:menu|command)\s+)?(?={menu}\s*(?:$|,))", "choose ", text, flags=re.I)
    text = re.sub(r"\buse\s+(?:the|your)\s+(?:mouse|keyboard|pointer)\s+(?:to|and)\s+", "", text, flags=re.I)
    text = re.sub(rf"^((?:in|using|with)\s+(?:the|a)\s+(?:{_PROGRAM}))\s+(?={VERB.pattern})", r"\1, ", text, flags=re.I)
    text = re.sub(
        r"\bi\s+(?:need|want|would\s+like|'d\s+like)\s+(?:to\s+know\s+)?(?=(?:the\s+(?:product|sum|result|answer|quotient|difference|average|output)|what|how\s+much)\b)",
        "tell me ",
        text,
        flags=re.I,
    )
    text = re.sub(
        r"\bbring\s+(?!up\b)(.+?)\s+(?:back\s+)?(?:to\s+the\s+(?:front|foreground|top)|into\s+focus|forward)\b",
        r"switch to \1",
        text,
        flags=re.I,
    )
    text = re.sub(
        r"^((?:from|in|under)\s+the\s+[\w\s]+?\s+menu)\s+(?=(?:choose|select|click|pick)\b)", r"\1, ", text, flags=re.I
    )
    text = re.sub(r"\buse\s+the\s+[\w\s]+?\s+menu\s+to\s+(?=save\b)", "", text, flags=re.I)
    text = re.sub(r"\s+(?:that|which)\s+(?:is|are)\s+(?:stored\s+|located\s+)?(?=in\b|inside\b|on\b)", " ", text)
    text = re.sub(r"\s+(?:stored|located|placed|kept)\s+(?=in\b|on\b|inside\b)", " ", text)
    text = re.sub(r"\b[a-z]{2,4}\b", lambda m: _SLIPS.get(m[0], m[0]), text)
    text = re.sub(
        r"[\s,]+(?:and\s+|then\s+)?saved?\s+(as|under|in|to)\s+(?=[\ue000-\uf8ff]|the\b|my\b)", r", save it \1 ", text
    )
    if re.match(r"(?:open|launch|start)\b", text, re.I):
        text = re.sub(rf"(,?\s+(?:and\s+)?then)\s+(?=(?:the\s+|a\s+)?(?:{_PROGRAM})\b)", r"\1 open ", text, flags=re.I)
    return text
