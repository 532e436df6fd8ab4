"""English verbs of typing: what is to be typed, and where."""

# ruff: noqa: E501, SIM102
from __future__ import annotations

import re

from deskhand.models.local.steps import Ref
from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.english.sums import english_sum
from deskhand.models.local.understand.english.told import Nouns
from deskhand.models.local.understand.frame import Frame, Item, Noun, Puzzled, Verb

QUOTED = any_of("quote", "command")
_VAGUE = re.compile(
    r"(?:a|an|the|my|your|our|his|her|some|something|anything|today|today's|tomorrow|current|about|more|me|us|him|down)\b",
    re.I,
)
_CREATIVE = re.compile(
    r"\b(?:poem|haiku|story|essay|email|e-mail|letter|summary|report|article|song|lyrics|joke|speech|review|blog|tweet|translation|script|code|program|recipe|list of|description|paragraph|sentence about|something|about)\b", re.I)  # fmt: skip


def type_frames(nouns: Nouns, verb: str, concept: Verb, rest: str, plain: str, before: list[Item]) -> list[Frame]:
    if verb == "enter" and re.fullmatch(r"(?:key)?", rest):
        return [Frame("press", (Noun("keys", "Return"),))]
    if verb in ("put", "place", "set") and re.match(r"(?:a\s+)?(?:check|tick)", rest, re.I):
        raise Puzzled(plain, "two ways")
    if verb in ("write", "compose", "draft", "note", "put") and _CREATIVE.search(rest) and not re.search(QUOTED, rest):
        raise Puzzled(plain, "invent")
    if re.match(r"(?:out\s+)?the\s+(?:name|title)\s+of\b", rest, re.I):
        raise Puzzled(plain, "invent")
    if verb in ("fill in", "fill", "fill out", "set", "change") and (
        found := re.fullmatch(r"(.+?)\s+(?:with|to|as|=)\s+(.+)", rest, re.I)
    ):
        target = nouns.noun(found[1]).target or (nouns.clickable(found[1]) if verb.startswith("fill") else None)
        if target is not None:
            return [
                Frame(
                    "type",
                    (content_of(nouns, found[2], plain, raw=True),),
                    {"into": Noun("target", target.name, target=target), "manner": Noun("raw", "replace")},
                )
            ]
        if verb == "set":
            raise Puzzled(plain, "what target")
    if found := re.fullmatch(
        r"(?:the\s+following(?:\s+\w+){0,2}|this(?:\s+(?:text|line|word|sentence))?|exactly\s+this)?\s*((?:in|into|on|inside|to)\s+[^:]+?)?\s*:\s*(.+)",
        rest,
        re.I,
    ):
        rest = f"{found[2]} {found[1] or ''}".strip()
    if len(re.findall(QUOTED, rest)) > 1:
        ordinal = r"(?:first|second|third|fourth|fifth|next|last|final|1st|2nd|3rd)"
        rest = re.sub(
            rf"(?:on\s+)?(?:the\s+)?{ordinal}\s+line\s*(?:is|says|reads|:)?\s*(?={QUOTED})", "", rest, flags=re.I
        )
        rest = re.sub(
            rf"(?<=[\ue000-\uf8ff])\s+(?:on|in|as)\s+the\s+{ordinal}(?:\s+line)?(?=\s*(?:,|and\b|$))",
            "",
            rest,
            flags=re.I,
        )
        rest = re.sub(
            r"^(?:the\s+following\s+)?(?:two|three|four|five|\d)\s+lines?\s*:?\s*(?=[\ue000-\uf8ff])",
            "",
            rest,
            flags=re.I,
        )
    gap = (
        r"\s*,?\s*(?:and\s+)?(?:then\s+)?(?:(?=(?:on|in)\s+(?:a\s+new|the\s+next|another)\s+line\b)|and\s+(?="
        + QUOTED
        + r"\s+(?:in|into|to|on)\s))"
    )
    pieces = [piece for piece in re.split(gap, rest) if piece]
    by_line = re.search(r"\b(?:on|in)\s+(?:a\s+new|the\s+next|another)\s+line\b", rest, re.I)
    if not by_line and pieces and re.fullmatch(QUOTED, pieces[0]):
        pieces = [rest]  # one place for all of them
    if len(pieces) > 1 and all(re.search(QUOTED, piece) for piece in pieces):
        return _several(nouns, verb, concept, pieces, plain, before)
    rest = re.sub(r"\s+instead$", "", rest, flags=re.I)
    own_line = at_start = at_end = enter = False
    changed = True
    while changed:
        changed = False
        for pattern, flag in (
            (
                r"[\s,]+(?:on|in|as|into)\s+(?:a\s+new|another|its\s+own|a\s+separate|the\s+next|a|the\s+following)\s+(?:new\s+)?(?:line|row)(?:\s+of\s+its\s+own)?(?=\s|$)",
                "line",
            ),
            (
                r"[\s,]+(?:(?:to|at|on|onto|in)\s+the\s+(?:very\s+)?end|at\s+the\s+bottom|to\s+the\s+bottom|as\s+the\s+last\s+line)(?=\s*$|\s+of\b|\s+in\b)",
                "end",
            ),
            (
                r"[\s,]+(?:(?:to|at)\s+the\s+(?:very\s+)?(?:start|beginning|top)|as\s+the\s+first\s+line)(?=\s*$|\s+of\b|\s+in\b)",
                "start",
            ),
            (r"^(?:on|in)\s+(?:a\s+new|another|the\s+next|the\s+following|a\s+separate)\s+line[\s,:]+", "line"),
            (
                r"^(?:a|another|one\s+more|the)\s+(?:new\s+|second\s+|third\s+|last\s+|further\s+)?line\s+(?:that\s+says|saying|with(?:\s+the\s+(?:text|words?))?|reading|which\s+says|containing)?\s*[:,]?\s*(?=[\ue000-\uf8ff]|\w)",
                "own",
            ),
        ):
            found = re.search(pattern, rest, re.I)
            if found is None:
                continue
            rest = (rest[: found.start()] + " " + re.sub(r"^\s*of\s+", " to ", rest[found.end() :])).strip()
            own_line |= flag in ("line", "own")
            at_end |= flag == "end"
            at_start |= flag == "start"
            changed = True
    rest = re.sub(
        r"^(it|that|this|them|the\s+(?:result|answer|output|total|number))\s+(?:down\b|out\b(?!\s+of)|in$)",
        r"\1",
        rest,
        flags=re.I,
    )
    body, args = nouns.peel(rest)
    name = args.get("name")
    if "tool" in args and re.fullmatch(r"(?:the\s+)?keyboard", args["tool"].raw or "", re.I):
        del args["tool"]
    if not body and "for" in args:
        body = args.pop("for").raw
    if not body:
        raise Puzzled(plain, "what text")
    if args.get("into") is not None and args["into"].kind == "new file" and name is None and args["into"].text:
        args["name"] = Noun("file", args["into"].text, folder=args["into"].folder)
    if (
        own_line
        and verb in ("write", "type", "enter", "insert", "put", "input")
        and not at_end
        and not at_start
        and _after_typing(before)
    ):
        concept = "type"
    content = content_of(
        nouns,
        body,
        plain,
        raw=verb
        in (
            "type",
            "type in",
            "type out",
            "enter",
            "input",
            "key in",
            "write",
            "insert",
            "append",
            "write down",
            "write out",
        ),
    )
    if verb == "append" or (verb == "add" or at_end or at_start):
        concept = "append"
    if verb == "add" and content.kind == "raw":
        raise Puzzled(plain, "what text")
    frame = Frame(concept, (content,), args, own_line=own_line, enter=enter)
    frame.at = "start" if at_start else "end" if concept == "append" else None
    return [frame]


def _several(nouns: Nouns, verb: str, concept: Verb, pieces: list[str], plain: str, before: list[Item]) -> list[Frame]:
    """One verb, several texts, each with its own place; where only the last says a program, it holds for all."""
    frames = [
        frame for piece in pieces for frame in type_frames(nouns, verb, concept, piece, plain, [*before, Frame("type")])
    ]
    into = frames[-1].args.get("into")
    if into is not None and into.kind in ("program", "new file") and "into" not in frames[0].args:
        frames[0].args["into"] = frames[-1].args.pop("into")
    return frames


def _after_typing(before: list[Item]) -> bool:
    return any(isinstance(item, Frame) and item.verb in ("type", "append") for item in before)


def content_of(nouns: Nouns, body: str, plain: str, *, raw: bool) -> Noun:
    """What is to be typed: literal text, or the result of an earlier step."""
    noun = nouns.noun(re.sub(r"^(?:in|out|down)\s+(?=[\ue000-\uf8ff])", "", body))
    match noun.kind:
        case "text" | "ref" | "output":
            return noun
        case "command":
            return Noun("text", noun.text, noun.raw, quoted=noun.quoted)
        case "this file":
            return Noun("ref", noun.text, noun.raw)
        case "url":
            return Noun("text", noun.text, noun.raw)
        case "sum" if re.fullmatch(r"[\d\s.+*/()^%x×÷=-]+", body):
            return Noun("text", nouns.atoms.plain(body), noun.raw)
        case "sum" if re.match(
            r"(?:the\s+)?(?:result|answer|value|sum|product|total|difference|quotient|average)\b", body, re.I
        ):
            return noun
        case "sum":
            raise Puzzled(plain, "two ways")
    if found := re.fullmatch(
        rf"(?:the\s+)?(?:output|result)\s+of\s+(?:the\s+command\s+)?({any_of('command', 'quote')})(?:\s+command)?",
        body,
        re.I,
    ):
        return Noun("command", nouns.atoms.plain(found[1]), noun.raw)
    if found := re.fullmatch(
        r"(?:the\s+)?(?:result|answer|value|sum|product|total|difference|quotient)\s+(?:of|to)\s+(.+)|what\s+(.+?)\s+(?:is|makes|comes\s+to|equals)",
        body,
        re.I,
    ):
        if (value := english_sum(found[1] or found[2])) is not None:
            return Noun("sum", body, noun.raw, value=value)
    if (value := english_sum(body)) is not None and body.lower().startswith("the "):
        return Noun("sum", body, noun.raw, value=value)
    if found := re.fullmatch(rf"(.*?)({QUOTED})(.*)", body):
        if not found[1].strip(" :,") and not found[3].strip(" :,"):
            return Noun("text", nouns.atoms.plain(found[2]), found[2], quoted=True)
        mixed = _mixed(nouns, body)
        if mixed is not None:
            return mixed
        raise Puzzled(plain, "what text")
    if not raw:
        raise Puzzled(plain, "what text")
    text = re.sub(
        r"^(?:the\s+)?(?:words?|text|phrase|sentence|line|following|message|number|name|value|letters?|string)\s*:?\s+",
        "",
        body,
        flags=re.I,
    )
    if text == body and (
        _VAGUE.match(text) or re.search(r"\b(?:something|whatever|anything|appropriate|suitable)\b", text, re.I)
    ):
        raise Puzzled(plain, "invent" if _CREATIVE.search(text) or len(text.split()) > 3 else "what text")
    return Noun("text", nouns.atoms.plain(text), text)


def _mixed(nouns: Nouns, body: str) -> Noun | None:
    """``"Total: " followed by the result``: literal text with a hole."""
    pieces = re.split(r"\s*(?:,\s*)?(?:followed\s+by|and\s+then|then|plus|and)\s+", body)
    value: list[object] = []
    for piece in pieces:
        noun = nouns.noun(piece)
        if noun.kind in ("text", "command"):
            value.append(noun.text)
        elif noun.kind in ("ref", "output", "this file"):
            value.append(Ref())
        else:
            return None
    return Noun("text", body, body, value=tuple(value), quoted=True) if len(pieces) > 1 else None  # type: ignore[arg-type]
