"""What people ask programs to do: the verbs that can open a clause, and the kinds of things they speak of.

The grammar knows verbs that it has steps for. Here a verb only has to be known as one, so that clauses can be cut
before it and the command be looked for by its words; 33 of 40 instructions about programs never met failed for want
of exactly that.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.concepts import nearly
from deskhand.models.local.understand.english.lexicon import VERBS as GRAMMAR
from deskhand.models.local.understand.phrasebook.forms import DOUBLED, gerund

_PLAIN = """
add adjust align alphabetise alphabetize annotate append apply archive arrange assign attach autofit blur bold bookmark book
brighten bring browse burn calculate cancel capitalise capitalize caption capture cast center centre change chart check choose chop clean clear
click clone close collapse color colour combine comment compare complete compress configure connect convert copy correct count
create crop cross cut darken deactivate activate decode decompress decrease dedupe define delete deselect detach dim disable
discard display divide double download drag draw drop duplicate edit eject embed embolden empty enable encode encrypt enlarge
enter erase exit expand export extend extract fade fetch file fill filter find finish fit fix flatten flip fold follow format
forward freeze get give go grab group grow halve have hide highlight hold import increase indent insert invert italicise italicize
email join jump justify keep kick label launch lay leave lighten limit link list load lock log lower make mark mask match maximise
maximize measure merge minimise minimize mirror mix modify move multiply mute name narrow navigate note number open order organise organize
outline overwrite pack page paint paste pause pick pin place play plot postpone preview print promote protect pull push put quit raise
randomise randomize read rearrange recalculate reckon record recolor recolour redo reduce refresh register reload remove rename renumber
remind reopen repeat replace replay reply reschedule reset resize restart restore resume return reverse revert rewind
rotate round run save say scale scan schedule scroll search select send separate set share sharpen shift shorten show shrink shuffle shut
skip slow smooth snooze solve sort speed spell split spread square star start step stick stop store straighten stretch strike stroke style
subtract sum swap switch synchronise synchronize sync tag take tell test throw tick tidy tighten tile tint title toggle total transpose
trash trim truncate turn type unbold uncheck underline undo unfold unfreeze ungroup unhide uninstall unlock unmark unmute unpack unpin
unselect untick unzip update upload use verify view widen wipe work wrap write zip zoom bin reckon dismiss decline accept answer
describe execute fire input press hit tap stash tabulate
"""
_PHRASES = """
set up, back up, look up, turn on, turn off, switch on, switch off, put in, put on, take out, take off, take away, take back, cut off, cut out,
get rid of, throw away, throw out, kick out, work out, add up, sum up, fill in, fill out, speed up, slow down, turn up, turn down, turn over,
sign in, log in, zoom in, zoom out, zoom to, clear out, clean up, tidy up, note down, write down, jot down, type in, key in, pop in, bring up,
open up, close down, shut down, start up, find out, read out, read off, count up, move up, move down, put back, change back, go back,
go forward, go to, jump to, switch to, take over, pick out, cross out, cross off, tick off, check off, mark off, drop in, stick in,
black out, line up, fit in, roll back, lay out, try out, print out, bring back, double-click, right-click, split up, pack up,
send off, undo, make sure, look for, search for, let me know, let me see, give me, show me, tell me
"""
BASE = frozenset(_PLAIN.split())
PHRASAL = frozenset(" ".join(part.split()) for part in _PHRASES.split(",") if part.strip())
_WORDS = {*BASE, *PHRASAL, *GRAMMAR}
VERB = re.compile(
    rf"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', chr(92) + 's+') for word in sorted(_WORDS, key=len, reverse=True))})(?![\w'’-])",
    re.IGNORECASE,
)
NOUNISH = frozenset(
    [
        "address",
        "answer",
        "archive",
        "back",
        "bin",
        "black",
        "book",
        "bold",
        "bookmark",
        "border",
        "chart",
        "check",
        "clear",
        "close",
        "color",
        "colour",
        "comment",
        "copy",
        "count",
        "cut",
        "date",
        "display",
        "double",
        "draw",
        "drop",
        "edit",
        "end",
        "entry",
        "file",
        "fill",
        "filter",
        "find",
        "fit",
        "fix",
        "fold",
        "font",
        "format",
        "go",
        "group",
        "head",
        "hold",
        "indent",
        "input",
        "italics",
        "jump",
        "keep",
        "label",
        "leave",
        "limit",
        "line",
        "link",
        "list",
        "load",
        "lock",
        "log",
        "lower",
        "mark",
        "match",
        "mask",
        "mix",
        "move",
        "name",
        "narrow",
        "note",
        "number",
        "open",
        "order",
        "outline",
        "page",
        "paint",
        "pause",
        "pick",
        "pin",
        "place",
        "play",
        "plot",
        "point",
        "post",
        "press",
        "preview",
        "print",
        "pull",
        "push",
        "put",
        "quit",
        "raise",
        "read",
        "record",
        "reply",
        "reset",
        "return",
        "reverse",
        "round",
        "run",
        "save",
        "scale",
        "scan",
        "search",
        "select",
        "send",
        "set",
        "shift",
        "show",
        "sort",
        "space",
        "split",
        "square",
        "star",
        "start",
        "step",
        "stop",
        "store",
        "strike",
        "style",
        "sum",
        "switch",
        "tag",
        "tap",
        "test",
        "text",
        "tick",
        "tidy",
        "tile",
        "time",
        "tint",
        "title",
        "total",
        "trash",
        "trim",
        "turn",
        "type",
        "underline",
        "undo",
        "update",
        "use",
        "view",
        "watch",
        "wrap",
        "write",
        "zip",
        "zoom",
        "exit",
        "project",
        "stroke",
        "capture",
        "cross",
        "dim",
        "empty",
        "complete",
        "correct",
        "second",
        "separate",
        "cast",
        "register",
        "schedule",
        "share",
        "spell",
        "mirror",
    ]
)
"""Verbs that are as often nouns or adjectives: after *and* they open a clause only where something follows that shows it."""
_TAKES_ANY = frozenset(
    ["show", "save", "close", "open", "move", "find", "read", "print", "delete", "export", "reset", "update", "select"]
)
_DETERMINED = re.compile(
    r"\s+(?:(?:up|down|out|in|on|off|back|over|away)\s+)?(?:the|a|an|it|them|this|that|these|those|my|our|all|every|each|both|everything|to|for|as|by|"
    r"its|their|his|her|me|us|line|row|cell|page|from|with|any|what|how|where|which|who|\d|[\ue000-\uf8ff]|[A-Z])",
)


def opens(text: str, *, behind: bool = True) -> re.Match[str] | None:
    """The verb with which a command begins here; ``behind`` another clause a doubtful word needs an object."""
    found = VERB.match(text)
    if found is None:
        return None
    word = " ".join(found[0].lower().split())
    if word == "mark" and re.match(r"\s+.{1,60}?\s+as\b", text[found.end() :], re.I):
        return found
    if (
        behind
        and word in _TAKES_ANY
        and re.match(r"\s+\w", text[found.end() :])
        and not re.match(r"\s+(?:and|or|of|is|was)\b", text[found.end() :])
    ):
        return found
    if behind and word in NOUNISH and _DETERMINED.match(text, found.end()) is None:
        return None
    return found


_LONG = {word: word for word in BASE if len(word) >= 5}


def slip(word: str) -> str | None:
    """The verb that a misspelt word is one slip of the finger away from."""
    word = word.lower()
    swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
    return next((other for other in swapped if other in BASE and len(other) > 3), None) or nearly(word, _LONG)


_IRREGULAR = {
    "made": "make", "put": "put", "cut": "cut", "set": "set", "hidden": "hide", "shown": "show", "written": "write", "drawn": "draw",
    "taken": "take", "thrown": "throw", "sent": "send", "split": "split", "begun": "begin", "run": "run", "built": "build",
    "undone": "undo", "redone": "redo", "bound": "bind", "frozen": "freeze", "kept": "keep", "found": "find", "sold": "sell",
    "given": "give", "gone": "delete", "bold": "make bold", "bought": "buy", "laid": "lay", "left": "leave", "read": "read", "packed": "pack",
    "struck": "strike", "spread": "spread", "chosen": "choose", "done": "mark as done", "typed": "type", "away": "delete", "back": "restore",
}  # fmt: skip


def _participles() -> dict[str, str]:
    found = dict(_IRREGULAR)
    for word in BASE:
        if word.endswith("e"):
            made = word + "d"
        elif word in DOUBLED:
            made = gerund(word)[:-3] + "ed"
        elif re.search(r"[^aeiou]y$", word):
            made = word[:-1] + "ied"
        else:
            made = word + "ed"
        found.setdefault(made, word)
        if re.search(r"[^aeiou][aeiou][bdgklmnprt]$", word):
            found.setdefault(word + word[-1] + "ed", word)
    return found


GERUNDS = {gerund(word): word for word in _WORDS}
"""``putting`` → ``put``, as after *would you mind*."""
PARTICIPLES = _participles()
"""``sorted`` → ``sort``: what a thing should *be*, as what is to be done to it."""
