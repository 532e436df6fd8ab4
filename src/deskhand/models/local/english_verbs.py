"""English verbs with their objects: each verb knows which phrases it takes, and leaves none unread."""

# ruff: noqa: E501  (a pattern broken over lines is harder to read than a long one)
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

from deskhand.models.local import concepts, numbers
from deskhand.models.local.atoms import any_of
from deskhand.models.local.frame import Frame, Item, Noun, Puzzled, Role, Verb
from deskhand.models.local.steps import Ref, Target

if TYPE_CHECKING:
    from deskhand.models.local.english import English

_Q = any_of("quote", "command")
_F = any_of("file")
_VAGUE = re.compile(
    r"(?:a|an|the|my|your|our|his|her|some|something|anything|today|today's|tomorrow|current|about|more|me|us|him|down)\b",
    re.I,
)
_CREATIVE = re.compile(
    r"\b(?:poem|haiku|story|essay|email|e-mail|letter|summary|report|article|song|lyrics|joke|speech|review|blog|tweet|translation|script|code|program|recipe|list of|description|paragraph|sentence about|something|about)\b", re.I)  # fmt: skip
_BY_COMMAND = re.compile(
    rf"[\w\s'-]+?\s+(?:with|using|via|by\s+(?:running|typing|executing|entering))\s+(?:the\s+(?:command\s+)?)?({_Q})(?:\s+command)?",
    re.I,
)
"""``the kernel version with `uname -r` ``: the words before say what for, the command says how."""
_SUMS = ("add", "multiply", "divide", "subtract", "double", "triple", "halve", "square")


def build(reader: English, verb: str, concept: Verb, rest: str, whole: str, before: list[Item]) -> list[Frame]:
    """The frames of one clause: nearly always one."""
    nouns = reader.nouns
    plain = reader.atoms.restore(whole)
    rest = rest.strip(" ,:")
    if verb in _SUMS:
        body, args = nouns.peel(rest)
        for attempt, kept in ((rest, {}), (body, args)):
            if (value := numbers.english_command_sum(verb, attempt)) is not None:
                return [Frame("compute", (Noun("sum", raw=rest, value=value),), kept)]
        if verb != "add":
            raise Puzzled(plain, "sum")
    match concept:
        case "compute":
            return _compute(reader, verb, rest, plain)
        case "type" | "append":
            return _type(reader, verb, concept, rest, plain, before)
        case "press":
            return _press(reader, verb, rest, plain)
        case "click" | "double click" | "right click" | "middle click":
            if re.fullmatch(r"(?:it|that|them)", rest, re.I):
                return [Frame(concept, (Noun("this file", rest),))]
            if concept == "click" and re.search(r"\b(?:in|from|under)\s+(?:the\s+)?.+\bmenu$", rest, re.I):
                return _choose(reader, rest, plain)
            target = nouns.clickable(re.sub(r"^(?:on|at)\s+", "", rest, flags=re.I))
            if target is None:
                raise Puzzled(plain, "what target")
            return [Frame(concept, (Noun("target", target.name, rest, target=target),))]
        case "tell" | "read":
            return _tell(reader, rest, plain, concept)
        case "scroll":
            return [_scroll(reader, rest, plain)]
        case "wait":
            return [_wait(reader, rest, plain)]
        case "choose":
            return _choose(reader, rest, plain)
        case "check" | "uncheck":
            if found := re.match(r"(?:that|whether|if|what|for|how)\b", rest, re.I):
                raise Puzzled(plain, "condition")
            target = nouns.clickable(re.sub(r"^(?:the\s+)?(?:option|setting)\s+(?=\S)", "", rest, flags=re.I))
            if target is None or (target.kind is None and not re.search(_Q, rest) and not target.name[:1].isupper()):
                raise Puzzled(plain, "what target")
            return [Frame(concept, (Noun("target", target.name, rest, target=target),))]
        case "drag":
            found = re.fullmatch(
                r"(.+?)\s+(?:to|onto|on|into|over\s+to|on\s+to|in)\s+(.+)",
                re.sub(r"\s+and\s+drop\s+(?:it\s+)?", " ", rest),
                re.I,
            )
            if found is None:
                raise Puzzled(plain, "what")
            source, goal = nouns.clickable(found[1]), nouns.clickable(found[2])
            if source is None or goal is None:
                raise Puzzled(plain, "what target")
            return [Frame("drag", (Noun("target", target=source), Noun("target", target=goal)))]
        case "run":
            return _run(reader, rest, plain, before)
        case "rename":
            return _rename(reader, rest, plain)
        case "replace":
            return _replace(reader, verb, rest, plain)
        case "create":
            return _create(reader, rest, plain)
        case "name":
            rest = re.sub(r"^(?:it|the\s+(?:new\s+)?file|that|this|the\s+(?:new\s+)?document)\s+", "", rest, flags=re.I)
            body, args = nouns.peel(rest)
            name = nouns.named(re.sub(r"^(?:as|to|be)\s+", "", body))
            if name is None or set(args) - {"place"}:
                raise Puzzled(plain, "which file")
            return [Frame("name", (Noun("file", name),), args)]
        case "save":
            return _save(reader, rest, plain)
        case "find":
            if re.match(r"(?:out|me)\b", rest, re.I):
                raise Puzzled(plain, "world")
            body, args = nouns.peel(re.sub(r"^for\s+", "", rest, flags=re.I))
            noun = nouns.noun(body)
            if noun.kind not in ("text", "command"):
                raise Puzzled(plain, "world")
            return [Frame("find", (noun,), args)]
        case "break line":
            if rest:
                body, args = nouns.peel(rest)
                if body:
                    raise Puzzled(plain)
            return [Frame("break line")]
        case _:
            return _plain(reader, concept, rest, plain)


def _compute(reader: English, verb: str, rest: str, plain: str) -> list[Frame]:
    nouns = reader.nouns
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
        if re.fullmatch(_Q, attempt):
            text = reader.atoms.plain(attempt)
        if (value := numbers.english_sum(text)) is not None:
            return [Frame("compute", (Noun("sum", raw=rest, value=value),), kept)]
        words = text.split(" ", 1)
        if (
            len(words) == 2
            and (value := numbers.english_command_sum(re.sub("ing$", "", words[0].lower()), words[1])) is not None
        ):
            return [Frame("compute", (Noun("sum", raw=rest, value=value),), kept)]
    if (found := _BY_COMMAND.fullmatch(body)) is not None:
        return [
            Frame("run", (Noun("command", reader.atoms.plain(found[1]), quoted=True),), args),
            Frame("tell", (Noun("output"),)),
        ]
    if verb in ("find out", "determine", "look up", "figure out"):
        return [Frame("tell", (nouns.told(rest),))]
    if verb == "do" and re.search(r"\b(?:math|sum|calculation)", rest) is None:
        raise Puzzled(plain)
    raise Puzzled(plain, "sum")


def _type(reader: English, verb: str, concept: Verb, rest: str, plain: str, before: list[Item]) -> list[Frame]:
    nouns = reader.nouns
    if verb == "enter" and re.fullmatch(r"(?:key)?", rest):
        return [Frame("press", (Noun("keys", "Return"),))]
    if verb in ("put", "place", "set") and re.match(r"(?:a\s+)?(?:check|tick)", rest, re.I):
        raise Puzzled(plain, "two ways")
    if verb in ("write", "compose", "draft", "note", "put") and _CREATIVE.search(rest) and not re.search(_Q, rest):
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
                    (_content(reader, found[2], plain, raw=True),),
                    {"into": Noun("target", target.name, target=target), "manner": Noun("raw", "replace")},
                )
            ]
        if verb == "set":
            raise Puzzled(plain, "what target")
    if found := re.fullmatch(
        r"(?:the\s+following(?:\s+\w+)?|this(?:\s+(?:text|line|word|sentence))?|exactly\s+this)?\s*((?:in|into|on|inside|to)\s+[^:]+?)?\s*:\s*(.+)",
        rest,
        re.I,
    ):
        rest = f"{found[2]} {found[1] or ''}".strip()
    gap = (
        r"\s*,?\s*(?:and\s+)?(?:then\s+)?(?:(?=(?:on|in)\s+(?:a\s+new|the\s+next|another)\s+line\b)|and\s+(?="
        + _Q
        + r"\s+(?:in|into|to|on)\s))"
    )
    pieces = [piece for piece in re.split(gap, rest) if piece]
    if len(pieces) > 1 and all(re.search(_Q, piece) for piece in pieces):
        return _several(reader, verb, concept, pieces, plain, before)
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
    content = _content(
        reader,
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
            "put",
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


def _several(
    reader: English, verb: str, concept: Verb, pieces: list[str], plain: str, before: list[Item]
) -> list[Frame]:
    """One verb, several texts, each with its own place; where only the last says a program, it holds for all."""
    frames = [
        frame for piece in pieces for frame in _type(reader, verb, concept, piece, plain, [*before, Frame("type")])
    ]
    into = frames[-1].args.get("into")
    if into is not None and into.kind in ("program", "new file") and "into" not in frames[0].args:
        frames[0].args["into"] = frames[-1].args.pop("into")
    return frames


def _after_typing(before: list[Item]) -> bool:
    return any(isinstance(item, Frame) and item.verb in ("type", "append") for item in before)


def _content(reader: English, body: str, plain: str, *, raw: bool) -> Noun:
    """What is to be typed: literal text, or the result of an earlier step."""
    noun = reader.nouns.noun(re.sub(r"^(?:in|out|down)\s+(?=[\ue000-\uf8ff])", "", body))
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
            return Noun("text", reader.atoms.plain(body), noun.raw)
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
        return Noun("command", reader.atoms.plain(found[1]), noun.raw)
    if found := re.fullmatch(
        r"(?:the\s+)?(?:result|answer|value|sum|product|total|difference|quotient)\s+(?:of|to)\s+(.+)|what\s+(.+?)\s+(?:is|makes|comes\s+to|equals)",
        body,
        re.I,
    ):
        if (value := numbers.english_sum(found[1] or found[2])) is not None:
            return Noun("sum", body, noun.raw, value=value)
    if (value := numbers.english_sum(body)) is not None and body.lower().startswith("the "):
        return Noun("sum", body, noun.raw, value=value)
    if found := re.fullmatch(rf"(.*?)({_Q})(.*)", body):
        if not found[1].strip(" :,") and not found[3].strip(" :,"):
            return Noun("text", reader.atoms.plain(found[2]), found[2], quoted=True)
        mixed = _mixed(reader, body)
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
    return Noun("text", reader.atoms.plain(text), text)


def _mixed(reader: English, body: str) -> Noun | None:
    """``"Total: " followed by the result``: literal text with a hole."""
    pieces = re.split(r"\s*(?:,\s*)?(?:followed\s+by|and\s+then|then|plus|and)\s+", body)
    value: list[object] = []
    for piece in pieces:
        noun = reader.nouns.noun(piece)
        if noun.kind in ("text", "command"):
            value.append(noun.text)
        elif noun.kind in ("ref", "output", "this file"):
            value.append(Ref())
        else:
            return None
    return Noun("text", body, body, value=tuple(value), quoted=True) if len(pieces) > 1 else None  # type: ignore[arg-type]


def _press(reader: English, verb: str, rest: str, plain: str) -> list[Frame]:
    nouns = reader.nouns
    rest = re.sub(r"\s+on\s+(?:the|your)\s+keyboard$", "", rest, flags=re.I)
    rest = re.sub(
        r"\s+to\s+(?:close|save|confirm|open|copy|delete|undo|select|start|submit|send|leave|accept|cancel|switch|search)\s+(?:it|them|(?:the|this|that|your|my)\s+[\w-]+(?:\s+[\w-]+)?)$",
        "",
        rest,
        flags=re.I,
    )
    rest = re.sub(
        r"\s+to\s+(?:confirm|submit|save(?:\s+it)?|close(?:\s+it)?|copy(?:\s+it)?|paste(?:\s+it)?|select\s+(?:all|everything)(?:\s+(?:of\s+)?the\s+text)?|undo|search|continue|accept|cancel|finish|execute\s+it|run\s+it)$",
        "",
        rest,
        flags=re.I,
    )
    parts = [rest]
    if nouns.noun(rest).kind != "keys":
        parts = re.split(r"\s*(?:,\s*)?(?:and\s+then|then|and|followed\s+by|,)\s+", rest)
    frames: list[Frame] = []
    for part in parts:
        times = 1
        if found := re.search(r"\s+(once|twice|thrice|\w+\s+times)$", part, re.I):
            counted = numbers.count(re.sub(r"\s+times$", "", found[1]))
            if counted is None:
                raise Puzzled(plain, "loop")
            times, part = counted, part[: found.start()]
        if found := re.search(r"\s+in\s+(?:the\s+)?([\w\s-]+)$", part, re.I):
            if (concept := concepts.program(found[1])) is not None and nouns.key(part[: found.start()]) is not None:
                frames.append(Frame("switch", (Noun("program", concept),)))
                part = part[: found.start()]
        noun = nouns.noun(part)
        if noun.kind == "keys":
            frames.append(Frame("press", (noun,), times=times))
            continue
        if re.fullmatch(r"[A-Za-z0-9]", part) and verb in ("press", "hit"):
            frames.append(Frame("press", (Noun("keys", part.lower()),), times=times))
            continue
        if re.fullmatch(_Q, part) and (key := concepts.key_name(reader.atoms.plain(part))) is not None and len(key) > 1:
            frames.append(Frame("press", (Noun("keys", key),), times=times))
            continue
        target = nouns.clickable(part) if verb != "use" else None
        if target is None:
            raise Puzzled(plain, "key" if verb != "use" else "unknown")
        frames.append(Frame("click", (Noun("target", target.name, part, target=target),), times=times))
    return frames


def _tell(reader: English, rest: str, plain: str, concept: Verb) -> list[Frame]:
    nouns = reader.nouns
    if not rest:
        raise Puzzled(plain, "what")
    rest = re.sub(r"^(?:me|us|back|to\s+me|out|aloud)\s+", "", rest, flags=re.I)
    rest = re.sub(r"\s+(?:to\s+me|out|aloud|back|to\s+us)$", "", rest, flags=re.I)
    if found := re.fullmatch(r"(.+?)\s+(?:aloud|out\s+loud|to\s+me|back\s+to\s+me)", rest, re.I):
        rest = found[1]
    body, args = nouns.peel(rest)
    if (found := _BY_COMMAND.fullmatch(body)) is not None:
        return [
            Frame("run", (Noun("command", reader.atoms.plain(found[1]), quoted=True),), args),
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


def _scroll(reader: English, rest: str, plain: str) -> Frame:
    if found := re.match(
        r"(?:(?:up|down)\s+)?(?:until\s+(?:you\s+(?:see|find)|it\s+shows)|to)\s+(?!the\s+(?:top|bottom|end|start|beginning|left|right)\b)(.+?)(?:\s+(?:appears|shows|is\s+visible))?$",
        rest,
        re.I,
    ):
        target = reader.nouns.clickable(found[1])
        if target is None:
            raise Puzzled(plain, "what target")
        return Frame("scroll", (Noun("target", target.name, target=target),))
    if found := re.match(
        r"(?:all\s+the\s+way\s+)?(?:up\s+|down\s+)?to\s+the\s+(?:very\s+)?(top|bottom|end|start|beginning)(?:\s+of\s+(?:the\s+)?(?:page|document|file|window|list))?$",
        rest,
        re.I,
    ):
        return Frame(
            "press", (Noun("keys", "ctrl+Home" if found[1].lower() in ("top", "start", "beginning") else "ctrl+End"),)
        )
    found = re.match(r"(?:the\s+\w+\s+)?(up|down|left|right)(?:wards?)?\b\s*(.*)$", rest, re.I)
    if found is None:
        found = re.match(
            r"(?:the\s+)?(?:page|window|document|list|text)\s+(up|down|left|right)(?:wards?)?\b\s*(.*)$", rest, re.I
        )
    if found is None:
        raise Puzzled(plain, "what")
    amount: int | None = None
    more = found[2]
    if counted := re.match(r"(?:by\s+)?(\w+)\s+(?:wheel\s+)?(?:clicks?|notches|lines?|steps?|ticks?)\b\s*", more, re.I):
        amount, more = numbers.count(counted[1]), more[counted.end() :]
        if amount is None:
            raise Puzzled(plain)
    more = re.sub(
        r"^(?:by\s+)?(?:a|one)\s+(?:page|screen|bit|little)\b\s*|^a\s+little\s+bit\b\s*", "", more, flags=re.I
    )
    args: dict[Role, Noun] = {}
    if more:
        body, args = reader.nouns.peel(more)
        if re.fullmatch(
            r"(?:in|on|inside)\s+(?:the\s+)?(?:page|document|list|window|page|text|file)|(?:the\s+)?(?:page|document|list|window)",
            body,
            re.I,
        ):
            body = ""
        if body:
            raise Puzzled(plain)
    direction = cast(Literal["up", "down", "left", "right"], found[1].lower())
    return Frame("scroll", (), args, amount=amount, direction=direction)


def _wait(reader: English, rest: str, plain: str) -> Frame:
    rest = re.sub(r"^for\s+", "", rest, flags=re.I)
    if not rest or re.fullmatch(r"a\s+(?:moment|bit|second|little(?:\s+while)?|while)|briefly", rest, re.I):
        return Frame("wait", (Noun("sum", "1"),))
    if found := re.fullmatch(r"(?:about\s+)?(\d+(?:\.\d+)?|\w+)\s+(?:more\s+)?(seconds?|secs?|s|minutes?)", rest, re.I):
        seconds = float(found[1]) if re.fullmatch(r"[\d.]+", found[1]) else numbers.count(found[1])
        if found[1].lower() == "a":
            seconds = 1
        if seconds is None:
            raise Puzzled(plain)
        return Frame("wait", (Noun("sum", str(seconds * (60 if found[2].lower().startswith("min") else 1))),))
    if found := re.fullmatch(
        rf"(?:until|till)?\s*(?:you\s+see\s+)?(?:the\s+(?:text|words?|message|window|dialog)\s+)?({_Q})(?:\s+(?:to\s+)?(?:appears?|shows?(?:\s+up)?|is\s+shown|is\s+visible|comes?\s+up))?(?:\s+on\s+(?:the\s+)?screen)?",
        rest,
        re.I,
    ):
        return Frame("wait", (Noun("text", reader.atoms.plain(found[1])),))
    if re.fullmatch(
        r"(?:until|till|for)?\s*(?:it|the\s+[\w\s]+)\s+(?:to\s+)?(?:opens?(?:\s+up)?|loads?|is\s+(?:open|ready|loaded|done|finished)|has\s+(?:opened|loaded)|finish(?:es)?|appears?|starts?)",
        rest,
        re.I,
    ):
        return Frame("wait", (Noun("sum", "1"),))
    raise Puzzled(plain, "condition")


def _choose(reader: English, rest: str, plain: str) -> list[Frame]:
    nouns = reader.nouns
    if re.fullmatch(
        r"(?:all(?:\s+(?:of\s+)?(?:the\s+)?text)?|everything)(?:\s+(?:in|of)\s+(?:the\s+)?(?:file|document|editor|it|text\s+editor))?",
        rest,
        re.I,
    ):
        return [Frame("select all")]
    whole = nouns.noun(rest)
    if whole.kind == "menu":
        return [Frame("choose", (whole,))]
    if whole.kind == "everything":
        return [Frame("select all")]
    if found := re.fullmatch(
        r"(.+?)\s+(?:from|in|under|of|out\s+of)\s+(?:the\s+)?(.+?)\s*(menu|submenu|menus)?", rest, re.I
    ):
        item, where = found[1], found[2]
        place = nouns.noun(rest[found.start(2) :])
        if place.kind == "menu" or found[3]:
            name = nouns.target_name(re.sub(r"\s+(?:option|command|item|entry|menu\s+item)$", "", item, flags=re.I))
            menu = place.path or ((nouns.target_name(where) or "",))
            if name and all(menu):
                if re.fullmatch(r"context|right-click|pop-?up", menu[0], re.I):
                    return [Frame("click", (Noun("target", name, target=Target(name, "menu item")),))]
                return [Frame("choose", (Noun("menu", name, path=(*menu, name.rstrip(".…"))),))]
        if place.target is not None and place.kind == "target":
            name = nouns.target_name(re.sub(r"\s+option$", "", item, flags=re.I))
            if name and re.fullmatch(r"(?:drop-?\s?down|)", place.target.name, re.I) and place.target.kind == "option":
                return [Frame("choose", (Noun("text", name),))]
            if name:
                return [Frame("choose", (Noun("text", name),), {"source": place})]
        if place.kind == "program" and (target := nouns.clickable(item)) is not None:
            return [Frame("choose", (Noun("target", target.name, target=target),), {"into": place})]
        if re.fullmatch(r"(?:drop-?down|list|dropdown\s+list|options)(?:\s+list|\s+menu)?", where, re.I):
            name = nouns.target_name(item)
            if name:
                return [Frame("choose", (Noun("text", name),))]
    if found := re.fullmatch(r"(.+?)\s+(?:for|as)\s+(?:the\s+)?(.+)", rest, re.I):
        name, of = nouns.target_name(found[1]), nouns.clickable(found[2])
        if name and of is not None:
            return [Frame("choose", (Noun("text", name),), {"source": Noun("target", of.name, target=of)})]
    if found := re.fullmatch(rf"the\s+word\s+({_Q})", rest, re.I):
        word = reader.atoms.plain(found[1])
        return [Frame("double click", (Noun("target", word, target=Target(word, "text")),))]
    if re.fullmatch(rf"the\s+(?:text|line|words|sentence|phrase)\s+({_Q})", rest, re.I):
        raise Puzzled(plain)
    target = nouns.clickable(rest)
    if target is None:
        raise Puzzled(plain, "what target")
    if target.kind is None and target.nth is None and not target.near and target.point is None:
        return [Frame("choose", (Noun("text", target.name),))]
    if target.kind == "option" and target.name and target.nth is None:
        return [Frame("choose", (Noun("text", target.name),))]
    return [Frame("choose", (Noun("target", target.name, target=target),))]


def _run(reader: English, rest: str, plain: str, before: list[Item]) -> list[Frame]:
    nouns = reader.nouns
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
    if re.fullmatch(_Q, text):
        return [Frame("run", (Noun("command", reader.atoms.plain(text), quoted=True),), args)]
    if (concept := concepts.program(text)) is not None:
        return [Frame("open", (Noun("program", concept),))]
    if (explicit or stated) and text and not re.match(r"(?:the|a|an|my|it|that)\b", text, re.I):
        return [Frame("run", (Noun("command", reader.atoms.plain(text)),), args)]
    raise Puzzled(plain, "what text" if not text else "unknown")


def _rename(reader: English, rest: str, plain: str) -> list[Frame]:
    nouns = reader.nouns
    found = re.fullmatch(r"(.+?)\s+(?:to|as|into)\s+(.+)", rest, re.I)
    if found is None:
        raise Puzzled(plain, "which file")
    new_body, new_args = nouns.peel(found[2])
    old_body, old_args = nouns.peel(found[1])
    new, old = nouns.named(new_body), nouns.noun(old_body)
    if old.kind == "target" and old.target is not None and old.target.kind in ("file", "folder") and old.target.name:
        old = Noun("file", old.target.name)
    if old.kind == "text":
        old = Noun("file", old.text)
    if new is None or old.kind not in ("file", "this file"):
        raise Puzzled(plain, "which file")
    args = {**old_args, **new_args}
    if set(args) - {"place", "tool", "into"}:
        raise Puzzled(plain)
    return [Frame("rename", (old, Noun("file", new)), args)]


def _replace(reader: English, verb: str, rest: str, plain: str) -> list[Frame]:
    nouns = reader.nouns
    every = r"(?:(?:every|each|all|any)\s+(?:occurrences?|instances?|appearances?|copies|mentions?)?\s*(?:of\s+)?|(?:the\s+)?(?:word|text|words|string|phrase|name|number|line|letters?)\s+)*"
    body, args = nouns.peel(rest)
    found = re.fullmatch(
        rf"{every}(.+?)\s+(?:with|by|to|for|into)\s+(?:the\s+)?(?:(?:word|text|words|string|phrase|number)\s+)?(.+?)(?:\s+everywhere|\s+throughout)?",
        _unpeeled(rest, body, args),
        re.I,
    )
    if found is None:
        raise Puzzled(plain, "what")
    kept: dict[Role, Noun] = {role: noun for role, noun in args.items() if role != "for"}
    if set(kept) - {"into", "tool", "place"}:
        raise Puzzled(plain)
    old, new = nouns.noun(found[1]), nouns.noun(found[2])
    if old.kind in ("everything", "this file"):
        if new.kind not in ("text", "ref"):
            raise Puzzled(plain, "what text")
        return [Frame("select all", (), kept), Frame("type", (new,))]
    if old.target is not None and old.target.kind == "field":
        return [Frame("type", (new,), {"into": old, "manner": Noun("raw", "replace")})]
    names = [nouns.named(found[1]), nouns.named(found[2])]
    if names[0] is None or names[1] is None or (verb in ("change", "swap") and not re.search(_Q, found[1])):
        raise Puzzled(plain, "what text")
    return [Frame("replace", (Noun("text", names[0]), Noun("text", names[1])), kept)]


def _unpeeled(rest: str, body: str, args: dict[Role, Noun]) -> str:
    """``peel`` also takes *with “x”*, which is the heart of *replace*: put it back."""
    if "for" in args:
        return f"{body} with {args['for'].raw}"
    return body


def _create(reader: English, rest: str, plain: str) -> list[Frame]:
    nouns = reader.nouns
    inner = re.sub(r"\s+(?:in|inside|into|on|at)\s+it$", "", rest, flags=re.I)
    if found := re.match(
        r"(?:a\s+|an\s+|the\s+|another\s+)?(?:new\s+|empty\s+|sub)*(?:folder|directory)\b", inner, re.I
    ):
        body, args = nouns.peel(inner[found.end() :])
        name = args.get("name")
        if body and name is None:
            bare = nouns.named(re.sub(r"^(?:called|named|titled)\s+", "", body))
            name = Noun("text", bare) if bare else None
        elif body:
            raise Puzzled(plain)
        if name is None or set(args) - {"name", "place", "tool", "into"}:
            raise Puzzled(plain, "which file")
        return [Frame("make folder", (name,), args)]
    if re.search(r"\bsure\b", rest):
        raise Puzzled(plain, "condition")
    content: Noun | None = None
    joined = re.search(r"\s+(?:and\s+(?:write|type|put)\s+|with\s+(?:the\s+)?(?:(?:text|content|contents|words?|line|sentence|phrase|message)\s*:?\s+)?|containing\s+(?:(?:only|just)\s+)?(?:the\s+)?(?:(?:text|words?|line|sentence)\s+)?|that\s+(?:says|reads|contains)\s+(?:(?:the\s+)?(?:text|words?)\s+)?|saying\s+|which\s+(?:says|contains)\s+|holding\s+)(?!the\s+(?:name|text\s+editor|editor)\b)(" + _Q + r"|(?:the|its)\s+(?:result|answer|output)\b)", inner, re.I)  # fmt: skip
    if joined:
        content = nouns.noun(joined[1])
        if content.kind not in ("text", "ref", "output", "command"):
            raise Puzzled(plain, "what text")
        if content.kind == "command":
            content = Noun("text", content.text, quoted=True)
        inner = (inner[: joined.start()] + " " + inner[joined.end() :]).strip()
        inner = re.sub(r"\s+(?:in|inside)\s+it$", "", inner, flags=re.I)
    body, args = nouns.peel(inner)
    if "for" in args:
        content = args.pop("for")
    noun = nouns.noun(body)
    named = args.get("name")
    if noun.kind == "file" or (noun.kind == "new file" and (noun.text or named is not None)):
        final = named or Noun("file", noun.text, folder=noun.folder)
        args["name"] = final
        return [Frame("create", (content,) if content else (), args)]
    if noun.kind == "new file":
        return [Frame("new", (), args)] + ([Frame("type", (content,))] if content else [])
    if _CREATIVE.search(rest):
        raise Puzzled(plain, "invent")
    raise Puzzled(plain)


def _save(reader: English, rest: str, plain: str) -> list[Frame]:
    nouns = reader.nouns
    rest = re.sub(r"^as\s+", "it as ", rest, flags=re.I)
    rest = re.sub(r"^(?:a\s+)?copy\s+of\s+", "", rest, flags=re.I)
    rest = re.sub(
        r"(^|\s)(?:to|in|into|as)\s+(?:a|the)\s+(?:new\s+)?(?:text\s+)?(?:file|document)\s+(?:called|named|titled|with\s+the\s+name)\s+",
        r"\1as ",
        rest,
        flags=re.I,
    )
    rest = re.sub(r"\s+and\s+(?:name|call)\s+it\s+", " as ", rest, flags=re.I)
    rest = re.sub(r"\s+as\s+(?:a\s+)?(?:text\s+)?file\s+(?:called|named)\s+", " as ", rest, flags=re.I)
    if found := re.search(r"\s+as\s+([\w-]+)(?=\s+(?:in|to|on|into|inside)\s|$)", rest, re.I):
        if found[1].lower() not in ("a", "the", "well", "is", "usual"):
            named: Noun | None = Noun("text", found[1])
            rest = rest[: found.start()] + " " + rest[found.end() :]
        else:
            named = None
    else:
        named = None
    body, args = nouns.peel(rest.strip())
    if named is not None:
        if "name" in args:
            raise Puzzled(plain, "two ways")
        args["name"] = Noun("file", named.text)
    into = args.get("into")
    if into is not None and into.kind in ("file", "new file"):
        if "name" not in args and into.text:
            args["name"] = Noun("file", into.text, folder=into.folder)
            del args["into"]
        elif into.kind == "new file" and not into.text:
            del args["into"]
    if body:
        noun = nouns.noun(re.sub(r"^(?:the\s+)?(?:text|words?)\s+(?=[\ue000-\uf8ff])", "", body))
    else:
        noun = Noun("this file", "")
    if found := re.fullmatch(rf"(?:the\s+)?(?:output|result)\s+of\s+(?:the\s+command\s+)?({_Q})", body, re.I):
        noun = Noun("command", reader.atoms.plain(found[1]), quoted=True)
    if noun.kind == "file" and "name" not in args:
        args["name"], noun = Noun("file", noun.text, folder=noun.folder), Noun("this file", "")
    if noun.kind not in ("this file", "everything", "text", "ref", "output", "command", "file"):
        raise Puzzled(plain, "what")
    if set(args) - {"name", "place", "tool", "into", "manner"}:
        raise Puzzled(plain)
    return [Frame("save", (noun,), args)]


def _plain(reader: English, concept: Verb, rest: str, plain: str) -> list[Frame]:
    """open, close, switch, go, copy, cut, paste, delete, clear, select all, undo, redo."""
    nouns = reader.nouns
    whole = nouns.noun(rest)
    if (
        rest
        and whole.kind not in ("raw", "sum")
        and not (whole.target is not None and whole.target.kind is None and whole.target.window)
    ):
        args: dict[Role, Noun] = {}
        body = rest
    else:
        body, args = nouns.peel(rest)
    objects: list[Noun] = []
    if body:
        noun = nouns.noun(body)
        if noun.kind in ("raw", "text", "sum") and re.search(r",|\band\b", body):
            parts = [p for p in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", body) if p]
            listed = [nouns.noun(part) for part in parts]
            objects = listed if all(n.kind not in ("raw", "sum") for n in listed) else [noun]
        else:
            objects = [noun]
    if concept == "copy" and (
        found := re.fullmatch(
            rf"(?:the\s+)?(?:whole\s+|full\s+)?(?:text|contents?)\s+(?:of|in|from)\s+(?:the\s+file\s+)?({_F})",
            body,
            re.I,
        )
    ):
        return [Frame("read", (nouns.noun(found[1]),)), Frame("copy", (Noun("ref"),), args)]
    if (
        concept in ("undo", "redo")
        and objects
        and (
            objects[0].kind in ("this file", "everything")
            or re.fullmatch(r"(?:the\s+|that\s+|your\s+)?(?:last\s+)?(?:change|action|step|edit|typing)", body, re.I)
        )
    ):
        objects = []
    if concept == "go":
        if re.fullmatch(
            r"(?:the\s+)?(?:very\s+)?(?:end|bottom)(?:\s+of\s+(?:the\s+)?(?:file|document|text|page))?", body, re.I
        ):
            return [Frame("press", (Noun("keys", "ctrl+End"),))]
        if re.fullmatch(
            r"(?:the\s+)?(?:very\s+)?(?:start|beginning|top)(?:\s+of\s+(?:the\s+)?(?:file|document|text|page))?",
            body,
            re.I,
        ):
            return [Frame("press", (Noun("keys", "ctrl+Home"),))]
    return [Frame(concept, tuple(objects), args)]
