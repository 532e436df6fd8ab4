"""English verbs of working out, telling and running."""

from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.understand.english.sums import english_command_sum, english_sum
from deskhand.models.local.understand.english.told import Nouns
from deskhand.models.local.understand.english.typing import QUOTED
from deskhand.models.local.understand.frame import Frame, Item, Noun, Puzzled, Verb

_BY_COMMAND = re.compile(
    rf"[\w\s'-]+?\s+(?:with|using|via|by\s+(?:running|typing|executing|entering))\s+(?:the\s+(?:command\s+)?)?({QUOTED})(?:\s+command)?",
    re.I,
)
"""``the kernel version with `uname -r` ``: the words before say what for, the command says how."""


def compute_frames(nouns: Nouns, verb: str, rest: str, plain: str) -> list[Frame]:
    rest = re.sub(
        r"^(?:the\s+)?(?:(?:following|this)\s+)?(?:sum|calculation|computation|expression|math|maths|equation|problem)\s*:?\s+(?=[\d(-])",
        "",
        rest,
        flags=re.I,
    )
    rest = re.sub(r"^(?:what|how\s+much)\s+(?:is\s+)?|^(?:out|for\s+me)\s+", "", rest, flags=re.I)
    rest = re.sub(r"\s+(?:is|makes|equals|comes\s+to|gives)$|\s*=\s*\??$", "", rest, flags=re.I)
    body, args = nouns.peel(rest)
    for attempt, kept in ((rest, {}), (body, args)):
        text = attempt
        if re.fullmatch(QUOTED, attempt):
            text = nouns.atoms.plain(attempt)
        if (value := english_sum(text)) is not None:
            frames = [Frame("compute", (Noun("sum", raw=rest, value=value),), kept)]
            return [*frames, Frame("tell", (Noun("ref"),))] if verb == "find out" else frames
        words = text.split(" ", 1)
        if (
            len(words) == 2
            and (value := english_command_sum(re.sub("ing$", "", words[0].lower()), words[1])) is not None
        ):
            return [Frame("compute", (Noun("sum", raw=rest, value=value),), kept)]
    if (found := _BY_COMMAND.fullmatch(body)) is not None:
        return [
            Frame("run", (Noun("command", nouns.atoms.plain(found[1]), quoted=True),), args),
            Frame("tell", (Noun("output"),)),
        ]
    if verb in ("find out", "determine", "look up", "figure out"):
        return [Frame("tell", (nouns.told(rest),))]
    if verb == "do" and re.search(r"\b(?:math|sum|calculation)", rest) is None:
        raise Puzzled(plain)
    raise Puzzled(plain, "sum")


def tell_frames(nouns: Nouns, rest: str, plain: str, concept: Verb) -> list[Frame]:
    if not rest:
        return [Frame("tell", (Noun("ref"),))]
    rest = re.sub(r"^(?:me|us|back|to\s+me|out|aloud)\s+", "", rest, flags=re.I)
    rest = re.sub(r"\s+(?:to\s+me|out|aloud|back|to\s+us)$", "", rest, flags=re.I)
    if found := re.fullmatch(r"(.+?)\s+(?:aloud|out\s+loud|to\s+me|back\s+to\s+me)", rest, re.I):
        rest = found[1]
    body, args = nouns.peel(rest)
    if (found := _BY_COMMAND.fullmatch(body)) is not None:
        return [
            Frame("run", (Noun("command", nouns.atoms.plain(found[1]), quoted=True),), args),
            Frame("tell", (Noun("output"),)),
        ]
    try:
        noun = nouns.told(rest)
        args = {}
    except Puzzled:
        body, args = nouns.peel(rest)
        if not args or not body or body == rest:
            raise
        noun = nouns.told(body)
    if noun.kind == "sum":
        return [Frame("compute", (noun,), args), Frame("tell", (Noun("ref"),))]
    return [Frame("read" if concept == "read" else "tell", (noun,), args)]


def run_frames(nouns: Nouns, rest: str, plain: str, before: list[Item]) -> list[Frame]:
    body, args = nouns.peel(rest)
    if set(args) - {"into", "tool", "place"}:
        raise Puzzled(plain)
    explicit = any(noun.kind == "program" and noun.text == "terminal" for noun in args.values()) or any(
        isinstance(item, Frame) and item.verb in ("open", "switch") and any(n.text == "terminal" for n in item.objects)
        for item in before
    )
    stated = re.match(r"(?:the\s+)?(?:following\s+)?(?:shell\s+|terminal\s+)?commands?\s*:?\s*", body, re.I)
    text = body[stated.end() :] if stated else body
    text = re.sub(r"\s+command$", "", text, flags=re.I) if not stated else text
    text = re.sub(r"^the\s+(?=[\ue000-\uf8ff])", "", text, flags=re.I)
    if re.fullmatch(QUOTED, text):
        return [Frame("run", (Noun("command", nouns.atoms.plain(text), quoted=True),), args)]
    if (concept := concepts.program(text)) is not None:
        return [Frame("open", (Noun("program", concept),))]
    if (explicit or stated) and text and not re.match(r"(?:the|a|an|my|it|that)\b", text, re.I):
        return [Frame("run", (Noun("command", nouns.atoms.plain(text)),), args)]
    raise Puzzled(plain, "what text" if not text else "unknown")
