"""English: sentences to clauses, clauses to frames.

An imperative is a verb, an object and prepositional phrases. Phrases are taken off the end one by one, and only those
whose noun is understood (*into the search field*, *as answer.txt*); so the words of a text to type stay together.
"""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)
from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local import numbers
from deskhand.models.local.atoms import Atoms, any_of
from deskhand.models.local.concepts import nearly
from deskhand.models.local.english_nouns import PREPOSITIONS, Nouns
from deskhand.models.local.frame import Condition, Frame, Item, Loop, Noun, Puzzled, Role, Verb
from deskhand.models.local.steps import Target

VERBS: dict[str, Verb] = {
    **dict.fromkeys(("open", "open up", "launch", "start", "start up", "bring up", "fire up", "load", "boot up", "pull up", "run the program",
                     "start the program", "execute the program"), "open"),
    **dict.fromkeys(("close", "quit", "exit", "shut", "shut down", "close down", "leave", "dismiss", "get rid of the window"), "close"),
    **dict.fromkeys(("switch to", "switch back to", "go back to", "return to", "bring to the front", "focus", "focus on", "activate",
                     "change to", "move to the window"), "switch"),
    **dict.fromkeys(("type", "type in", "type out", "enter", "input", "write", "write down", "write out", "put", "put down", "key in", "insert",
                     "jot down", "note down", "note", "fill in", "fill", "fill out", "set", "place", "transfer", "compose", "draft"), "type"),
    **dict.fromkeys(("append", "add", "tack on"), "append"),
    **dict.fromkeys(("press", "hit", "push", "strike", "use the shortcut", "use the keyboard shortcut", "use the key combination", "press down on",
                     "use"), "press"),
    **dict.fromkeys(("click", "click on", "left-click", "left click", "left-click on", "left click on", "single-click", "tap", "tap on",
                     "click at", "left-click at"), "click"),
    **dict.fromkeys(("double-click", "double click", "double-click on", "double click on", "doubleclick"), "double click"),
    **dict.fromkeys(("right-click", "right click", "right-click on", "right click on", "right-click at"), "right click"),
    **dict.fromkeys(("middle-click", "middle click", "middle-click on", "middle click on"), "middle click"),
    **dict.fromkeys(("choose", "select", "pick", "choose the", "go with"), "choose"),
    **dict.fromkeys(("check", "tick", "tick off", "enable", "turn on", "switch on"), "check"),
    **dict.fromkeys(("uncheck", "untick", "disable", "turn off", "switch off", "clear the tick from", "deselect"), "uncheck"),
    **dict.fromkeys(("drag", "drag and drop", "pull"), "drag"),
    **dict.fromkeys(("scroll", "page"), "scroll"),
    **dict.fromkeys(("save", "store", "keep", "save off"), "save"),
    **dict.fromkeys(("name", "call", "title"), "name"),
    **dict.fromkeys(("work out", "compute", "calculate", "figure out", "evaluate", "solve", "do the sum", "do", "add up", "sum up", "determine",
                     "find out", "multiply", "divide", "subtract", "double", "triple", "halve", "square"), "compute"),
    **dict.fromkeys(("tell me", "tell us", "tell", "let me know", "report", "report back", "give me", "show me", "answer with", "answer",
                     "say", "return", "inform me"), "tell"),
    **dict.fromkeys(("read", "read out", "read aloud", "read off", "read me", "look up", "look at", "note the value of"), "read"),
    **dict.fromkeys(("run", "execute", "issue", "run the command", "execute the command", "issue the command", "give the command"), "run"),
    **dict.fromkeys(("go to", "navigate to", "visit", "browse to", "head to", "move to", "jump to", "go into"), "go"),
    **dict.fromkeys(("copy", "take"), "copy"),
    **dict.fromkeys(("cut",), "cut"),
    **dict.fromkeys(("paste", "paste in"), "paste"),
    **dict.fromkeys(("wait", "pause", "hold on"), "wait"),
    **dict.fromkeys(("rename", "change the name of"), "rename"),
    **dict.fromkeys(("delete", "remove", "erase", "trash", "throw away"), "delete"),
    **dict.fromkeys(("replace", "substitute", "change", "swap"), "replace"),
    **dict.fromkeys(("select all", "select everything", "select all of", "mark everything", "highlight everything", "highlight all"), "select all"),
    **dict.fromkeys(("undo",), "undo"),
    **dict.fromkeys(("redo",), "redo"),
    **dict.fromkeys(("clear", "empty", "clear out", "wipe"), "clear"),
    **dict.fromkeys(("find", "search for", "look for", "search"), "find"),
    **dict.fromkeys(("create", "make", "generate", "produce", "begin"), "create"),
    **dict.fromkeys(("go to the next line", "start a new line", "begin a new line", "move to the next line", "insert a line break",
                     "add a line break", "add a new line", "make a new line"), "break line"),
}  # fmt: skip


def _gerund(verb: str) -> str:
    head, _, tail = verb.partition(" ")
    special = {"cut": "cutting", "put": "putting", "set": "setting", "run": "running", "hit": "hitting", "shut": "shutting", "swap": "swapping",
               "quit": "quitting", "begin": "beginning", "scroll": "scrolling", "tap": "tapping", "drag": "dragging", "get": "getting",
               "submit": "submitting"}  # fmt: skip
    if head in special:
        head = special[head]
    elif head.endswith("e") and not head.endswith("ee"):
        head = head[:-1] + "ing"
    elif head.endswith("ie"):
        head = head[:-2] + "ying"
    else:
        head += "ing"
    return f"{head} {tail}".strip()


_GERUNDS = {_gerund(verb): verb for verb in VERBS}
_ALL_VERBS = {**VERBS, **{g: VERBS[b] for g, b in _GERUNDS.items()}}


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_VERB = re.compile(rf"(?:{_alternatives(list(VERBS))})(?![\w'-])", re.I)
_VERB_ING = re.compile(rf"(?:{_alternatives(list(_GERUNDS))})(?![\w'-])", re.I)
_ATOM = any_of()
_NOISE_BEFORE = re.compile(
    r"(?:\s|,|and\b|but\b|then\b|also\b|next\b|finally\b|lastly\b|last(?:ly)?,|now\b|afterwards?\b|after\s+(?:that|this)\b|after\s+which\b|please\b|pls\b|kindly\b|simply\b|just\b"
    r"|first\s+of\s+all\b|first(?:ly)?\b(?!\s+(?:button|link|file|row|tab|option|item|checkbox|field))|second(?:ly)?,|third(?:ly)?,|so\b|ok(?:ay)?\b|hi\b|hello\b(?=[,!. ]\s*\w)|hey\b|well\b|right,|to\s+begin(?:\s+with)?\b|to\s+start(?:\s+with)?\b|once\s+(?:that\s+is|that's|you\s+have)\s+done(?:\s+that)?\b|when\s+(?:that\s+is|that's|you\s+are|you're)\s+(?:done|finished|ready)\b|when\s+done\b|in\s+the\s+end\b|at\s+the\s+end\b|followed\s+by\b"
    r"|(?:can|could|would|will|may)\s+you\s+(?:please\s+|kindly\s+|possibly\s+)?|would\s+you\s+mind\b|do\s+me\s+a\s+favou?r\s+and\b|i\s+(?:want|need|would\s+like|wish)(?:\s+for)?\s+you\s+to\b|i'd\s+like\s+you\s+to\b"
    r"|i'd\s+(?:like|love)\s+(?:you\s+)?to\b|i\s+(?:want|need|would\s+like)\s+to\b|i'd\s+appreciate\s+it\s+if\s+you(?:\s+could|\s+would)?\b|your\s+(?:task|job|goal)\s+is\s+to\b|you\s+(?:should|must|need\s+to|have\s+to|can|will)\b|let's\b|let\s+us\b|go\s+ahead\s+and\b"
    r"|try\s+to\b|to\b(?=\s+[a-z])|make\s+sure\s+(?:to|that\s+you|you)\b|be\s+sure\s+to\b|don't\s+forget\s+to\b|remember\s+to\b|proceed\s+to\b|help\s+me\s+(?:to\s+)?|the\s+(?:first|second|third|next|last|final)\s+step\s+is\s+to\b|quickly\b|carefully\b|immediately\b|again\b|as\s+a\s+(?:first|next|last|final)\s+step\b|thank(?:s|\s+you)\b[^\w]*)",
    re.I,
)  # fmt: skip
_NOISE_AFTER = re.compile(
    r"[\s,]+(?:please|pls|for\s+me|for\s+us|thanks|thank\s+you(?:\s+(?:very|so)\s+much)?|right\s+now|now|right\s+away|first|afterwards?|as\s+well|too|again|if\s+you\s+(?:can|could|would|please|don't\s+mind)|"
    r"when\s+(?:you're|you\s+are)\s+(?:done|finished|ready)|when\s+done|when\s+finished|will\s+you|would\s+you|could\s+you|can\s+you|next|finally|on\s+my\s+behalf|at\s+once|immediately|quickly|already|then|to\s+finish|at\s+the\s+end)$",
    re.I,
)
_IDLE = re.compile(
    r"(?:thanks?(?:\s+you)?(?:\s+(?:very|so)\s+much|\s+a\s+lot)?(?:\s+in\s+advance)?|thank\s+you(?:\s+(?:very|so)\s+much)?(?:\s+in\s+advance)?|please|hello(?:\s+there)?|hi(?:\s+there)?|hey|good\s+(?:morning|afternoon|evening)|cheers|ok(?:ay)?|"
    r"that's\s+(?:all|it)|that\s+is\s+(?:all|it)|i\s+need\s+(?:your|some)\s+help|here\s+is\s+(?:what|the\s+task).*|do\s+the\s+following|(?:please\s+)?follow\s+these\s+steps|steps?|task|instructions?|and|then|done|the\s+end|and\s+that's\s+it|best\s+regards|you're\s+done)",
    re.I,
)
_QUESTION = re.compile(
    r"(?:what(?:'s|\s+is|\s+are|\s+does|\s+do|\s+did|\s+will|\s+would)?|how\s+much\s+(?:is|are|does|would)|which\s+\w+|how\s+many|who|where|why|when\s+(?:is|was|did))\b",
    re.I,
)
_OPENERS = r"(?:if|when|once|after|before|whenever|as\s+soon\s+as|unless|while|until|otherwise|else|using|for\s+(?:each|every)|repeat|in\s+case|should)\b"
_BREAK = re.compile(
    r"(?:\s*,\s*|\s+|(?<=[\ue000-\uf8ff]))(?:(?:and\s+then|and\s+also|and\s+finally|and\s+next|and|then|after\s+that|afterwards|after\s+which|but|next|finally|lastly|before\s+you\s+finish)\b[\s,]*)+"
    r"|\s*,\s*(?:followed\s+by\s+)?|\s*;\s*|\s+[-–—]+\s+|\s+(?:->|=>|→)\s+",
    re.I,
)
_NEVER = re.compile(
    r"\b(?:do\s+not|don't|never|without\s+\w+ing|avoid|refrain|must\s+not|mustn't|shouldn't|instead\s+of|rather\s+than)\b",
    re.I,
)
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


class English:
    """One instruction's reading."""

    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms
        self.nouns = Nouns(atoms)

    def read(self, text: str) -> list[Item]:
        """All clauses of the instruction, in the order in which they are to be done; raises `Puzzled`."""
        items: list[Item] = []
        for sentence in self.sentences(text):
            items += self.sentence(sentence, items)
        return items

    # sentences

    def sentences(self, text: str) -> list[str]:
        text = re.sub(
            r"(?:^|(?<=\n))\s*(?:step\s+)?(?:\d{1,2}\s*[.):]|[-*•●‣]|\(\d{1,2}\)|step\s+\d{1,2}\s*[-:]?)\s+",
            "\n",
            text,
            flags=re.I,
        )
        inline = re.findall(r"(?:^|\s)\(?(\d{1,2})[.)]\s+(?=[A-Za-z])", text)
        if len(inline) > 1 and [int(n) for n in inline] == list(range(1, len(inline) + 1)):
            text = re.sub(r"(?:^|\s)\(?\d{1,2}[.)]\s+(?=[A-Za-z])", "\n", text)
        parts = re.split(rf"[.!?]+(?=\s|$)|(?<={_ATOM})[.!?](?=[A-Z])|\s*\n\s*|\s*;\s*|[。！？]", text)
        found: list[str] = []
        for part in parts:
            part = part.strip(" \t,:-")
            if part and re.search(rf"[\w{_ATOM[1:]}", part):
                found.append(part)
        return found

    def sentence(self, text: str, before: list[Item]) -> list[Item]:
        if _IDLE.fullmatch(text.strip(" ,")):
            return []
        text = self.trim(text)
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
            text = re.sub(
                r"\s*,?\s*(?:and\s+then|then|and)\s+on\s+(?=[\ue000-\uf8ff]|the\b|[A-Z])", ", click on ", text
            )
        clauses = self.clauses(text)
        items: list[Item] = []
        for index, clause in enumerate(clauses):
            if index and (re.match(_OPENERS, self.trim(clause), re.I)):
                rest = self.joined(text, clause, clauses[index + 1 :])
                return items + self.sentence(rest, before + items)
            items += self.clause(clause, before + items)
        return items

    def joined(self, text: str, clause: str, rest: list[str]) -> str:
        at = text.find(clause)
        return text[at:] if at >= 0 else ", ".join([clause, *rest])

    def clauses(self, text: str) -> list[str]:
        """Split where a joining word or a comma is followed by another command."""
        cuts: list[tuple[int, int]] = []
        for gap in _BREAK.finditer(text):
            if gap.start() == 0:
                continue
            after = self.trim(text[gap.end() :])
            if self.begins(after, gap[0], text[: gap.start()]):
                cuts.append(gap.span())
        parts: list[str] = []
        start = 0
        for low, high in cuts:
            if low < start:
                continue
            parts.append(text[start:low])
            start = high
        parts.append(text[start:])
        return [part for part in (p.strip(" ,:") for p in parts) if part]

    def begins(self, after: str, gap: str, before: str) -> bool:
        """Whether a command begins here: a verb with something to follow it, or a question."""
        if not after:
            return False
        if _IDLE.fullmatch(after):
            return True
        if (
            re.match(_OPENERS, after, re.I)
            or _QUESTION.match(after)
            or (_NEVER.match(after) and not re.match("without", after, re.I))
        ):
            return True
        found = _VERB.match(after)
        if "followed by" in gap.lower() and _VERB_ING.match(after):
            return True
        if found is None:
            return False
        rest = after[found.end() :]
        verb = " ".join(found[0].lower().split())
        if verb in ("name", "note", "page", "title", "place", "check", "square", "double", "use", "set", "change", "do", "keep", "leave", "return",
                    "find", "cut", "copy", "exit", "answer", "say", "call", "report", "enter", "store", "load", "pull") and not rest.strip(" ."):  # fmt: skip
            return (
                verb in ("exit", "copy", "cut", "enter", "report")
                and bool(re.search(r"\band|then", gap, re.I))
                and not re.search(r"\b(?:type|write|input)\s+\w+$", before, re.I)
            )
        if (
            re.match(r"\s+(?:button|menu|field|key|box|icon|link|tab|option|window|dialog|bar|item)\b", rest, re.I)
            and "," not in gap
        ):
            return False
        return not re.match(r"\s*[,:]?\s*$", rest) or self.verb_alone(verb)

    @staticmethod
    def verb_alone(verb: str) -> bool:
        return (
            VERBS.get(verb)
            in ("save", "close", "copy", "cut", "paste", "undo", "redo", "select all", "wait", "break line", "clear")
            or " " in verb
        )

    def trim(self, text: str) -> str:
        text = text.strip(" \t,:")
        while True:
            shorter = _NOISE_AFTER.sub(
                "", _NOISE_BEFORE.sub("", text, count=1) if _NOISE_BEFORE.match(text) else text
            ).strip(" \t,:")
            if shorter == text or not shorter:
                return shorter or text if not _NOISE_BEFORE.fullmatch(text) else ""
            text = shorter

    # before, after, if

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
            r"(?:in\s+(.+?)\s+)?there(?:'s|\s+is)\s+(?:a|an|the|already\s+a)\s+(.+)|(?:a|the)\s+(file.+?|document.+?)\s+is\s+in\s+(.+)",
            text,
            re.I,
        ):
            return self.mention(found[1] or found[4] or "", found[2] or found[3], text)
        if re.match(r"(?:if|unless|should|whenever|in\s+case)\b", text, re.I):
            raise Puzzled(text.split(",")[0], "condition")
        if found := re.match(r"(?:otherwise|else|if\s+not)\s*,?\s*(.+)$", text, re.I):
            raise Puzzled(text, "condition")
        if found := re.match(
            r"(?:repeat|do)\s+(?:the\s+following|this)\s+((?:\d+|\w+)\s+times|twice)\s*[:,]?\s*(.+)$", text, re.I
        ):
            times = numbers.count(re.sub(r"\s+times$", "", found[1]))
            if times is None or not 0 < times <= 200:
                raise Puzzled(text, "loop")
            return [Loop(times, self.sentence(found[2], before), text)]
        if found := re.match(r"((?:\d+|\w+)\s+times|twice)\s*[:,]\s*(.+)$", text, re.I):
            times = numbers.count(re.sub(r"\s+times$", "", found[1]))
            if times is not None and 0 < times <= 200:
                return [Loop(times, self.sentence(found[2], before), text)]
        if found := re.match(
            r"((?:in|on|inside|within|from|with|using|via|into|to|at)\s+[^,]+?)\s*,\s*(.+)$", text, re.I
        ):
            prefix, rest = found.groups()
            role, noun = self.phrase(prefix)
            if noun is not None and role is not None:
                return self.within(role, noun, prefix, rest, before)
        if found := re.match(r"using\s+(.+?)\s+(?:to\s+)?(?=" + _VERB.pattern + ")(.+)$", text, re.I):
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
                if _VERB_ING.match(rest):
                    return [Frame("open", (noun,), source=found[1]), *(self.gerund(rest, before) or [])]
                return self.within("tool", noun, text, rest, before)
        return None

    def mention(self, where: str, what: str, text: str) -> list[Item]:
        """``in the shared folder there is a file called plan.txt``: nothing to do, but something to know."""
        place = self.nouns.noun(where) if where else None
        noun = self.nouns.noun(re.sub(r"^(?=file|document)", "the ", what))
        if noun.kind != "file":
            body, args = self.nouns.peel(what)
            noun = args.get("name") or self.nouns.noun(body)
            place = place or args.get("place")
            if noun.kind == "raw" or not re.fullmatch(
                r"(?:text\s+|html\s+)?(?:file|document)?", body if "name" in args else "file", re.I
            ):
                raise Puzzled(text)
        if noun.kind != "file" or (place is not None and place.kind != "folder"):
            raise Puzzled(text)
        return [Frame("mention", (noun,), {"place": place} if place is not None else {}, source=text)]

    def mere_state(self, text: str) -> bool:
        """``the calculator is open``, ``it has loaded``: what the steps before have brought about anyway."""
        if re.fullmatch(
            r"(?:that|this|it|you|all\s+(?:that|this)|everything)\s*(?:is|are|has|have|'s|'re)?\s*(?:been\s+)?(?:done|finished|ready|open|opened|loaded|saved|complete|typed|there|running)?(?:\s+(?:that|this|it))?",
            text,
            re.I,
        ):
            return True
        found = re.fullmatch(
            r"(.+?)\s+(?:is|has|are|have)\s+(?:been\s+)?(?:open|opened|loaded|ready|started|appeared|launched|running|closed|saved|shown|up)(?:\s+up)?|(.+?)\s+opens(?:\s+up)?",
            text,
            re.I,
        )
        return found is not None and self.nouns.noun(found[1] or found[2]).kind in (
            "program",
            "file",
            "this file",
            "new file",
        )

    def gerund(self, text: str, before: list[Item]) -> list[Item] | None:
        """``closing it``, ``you close it``, ``you have saved the file`` as a command."""
        text = re.sub(r"^(?:you\s+(?:have\s+|are\s+|then\s+)?|you've\s+|having\s+)", "", text.strip(), flags=re.I)
        text = re.sub(r"^(opened|closed|saved|typed|pressed|clicked|copied|pasted|done|written|entered|renamed|selected|calculated|computed)\b",
                      lambda m: {"copied": "copy", "pasted": "paste", "written": "write", "typed": "type", "closed": "close", "saved": "save",
                                 "done": "do", "renamed": "rename", "calculated": "calculate", "computed": "compute"}.get(m[0].lower(), m[0][:-2]), text, flags=re.I)  # fmt: skip
        if found := _VERB_ING.match(text):
            key = " ".join(found[0].lower().split())
            text = _GERUNDS[key] + text[found.end() :]
        if _VERB.match(text) is None:
            return None
        items: list[Item] = []
        for clause in self.clauses(text):
            again = _VERB_ING.match(clause)
            items += self.clause(
                _GERUNDS[" ".join(again[0].lower().split())] + clause[again.end() :] if again else clause,
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

    def phrase(self, text: str) -> tuple[Role | None, Noun | None]:
        """A prepositional phrase on its own."""
        found = re.match(rf"({PREPOSITIONS})\s+(.+)$", text, re.I)
        if found is None:
            return None, None
        noun = self.nouns.noun(found[2])
        return self.nouns.role(found[1].lower(), noun), noun

    # clauses

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
        if re.match(r"close\b.*\bwithout\s+saving", text, re.I):
            body = re.sub(
                r"\s+without\s+saving(?:\s+(?:it|anything|the\s+changes|changes|the\s+file))?", "", text, flags=re.I
            )
            return [
                replace(item, args={**item.args, "manner": Noun("raw", "discard")}) if isinstance(item, Frame) else item
                for item in self.clause(body, before)
            ]
        if _NEVER.search(text):
            raise Puzzled(self.atoms.restore(source), "negative")
        if re.match(r"(?:use|using)\s", text, re.I) and (used := self.subordinate(text, before)) is not None:
            return used
        if _EVERY.search(text) and not re.match(r"(?:scroll|wait)\b", text, re.I):
            raise Puzzled(self.atoms.restore(source), "loop")
        if self.left_alone(text):
            return []
        times = 1
        if found := _TIMES.search(text):
            counted = (
                numbers.count(re.sub(r"\s+times?$", "", found[1], flags=re.I))
                if "time" in found[1]
                else numbers.count(found[1])
            )
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

    def left_alone(self, text: str) -> bool:
        """``leave the editor open``: done by not doing anything."""
        found = re.fullmatch(
            r"(?:but\s+)?(?:leave|keep)\s+(.+?)\s+(?:open|running|alone|untouched|as\s+(?:it\s+is|they\s+are|is))",
            text,
            re.I,
        )
        if found is None:
            return False
        parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", found[1])
        return all(
            self.nouns.noun(part).kind in ("program", "file", "this file", "window", "everything") for part in parts
        )

    def try_gerund(self, text: str, before: list[Item]) -> list[Item] | None:
        try:
            return self.gerund(text, before)
        except Puzzled:
            return None

    def question(self, text: str) -> list[Frame]:
        """``What is 12 × 7?``, ``what does the window title say``, ``how much is …``."""
        found = re.match(
            r"(?:what(?:'s|\s+is|\s+are)|how\s+much\s+(?:is|are)|what\s+do(?:es)?\s+you\s+get\s+(?:for|when\s+you)?)\s+(.+)$",
            text,
            re.I,
        )
        if found:
            value = numbers.english_sum(found[1])
            body, args = self.nouns.peel(found[1])
            if value is None and args:
                value = numbers.english_sum(body)
            if value is not None:
                return [
                    Frame("compute", (Noun("sum", raw=found[1], value=value),), args),
                    Frame("tell", (Noun("ref"),)),
                ]
        if _QUESTION.match(text):
            return [Frame("tell", (self.told(text),))]
        if (value := numbers.english_sum(text)) is not None and re.search(r"[=]\s*$|^[\d(]", text):
            return [Frame("compute", (Noun("sum", raw=text, value=value),)), Frame("tell", (Noun("ref"),))]
        return []

    def told(self, text: str) -> Noun:
        """The thing that is to be told."""
        return self.nouns.told(text)

    def verb(self, text: str) -> tuple[str, str] | None:
        """The verb that opens the clause (as in the table), and the rest of the clause."""
        if found := _VERB.match(text):
            return " ".join(found[0].lower().split()), text[found.end() :].strip()
        if (ing := _VERB_ING.match(text)) is not None:
            return _GERUNDS[" ".join(ing[0].lower().split())], text[ing.end() :].strip()
        first, _, rest = text.partition(" ")
        if (near := nearly(first, {verb: verb for verb in VERBS if " " not in verb})) is not None:
            return near, rest.strip()
        short = {"tpye": "type", "tyep": "type", "opne": "open", "oepn": "open", "clcik": "click", "clikc": "click", "svae": "save", "saev": "save",
                 "wirte": "write", "colse": "close", "presss": "press", "chose": "choose"}  # fmt: skip
        if first.lower() in short:
            return short[first.lower()], rest.strip()
        return None

    def command(self, text: str, before: list[Item]) -> list[Frame]:
        from deskhand.models.local.english_verbs import build

        found = self.verb(text)
        if found is None:
            raise Puzzled(self.atoms.restore(text))
        return build(self, found[0], VERBS[found[0]], found[1], text, before)
