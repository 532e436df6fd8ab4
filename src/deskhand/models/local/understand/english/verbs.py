"""English verbs with their objects: each verb knows which phrases it takes, and leaves none unread."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.english.asking import compute_frames, run_frames, tell_frames
from deskhand.models.local.understand.english.filing import create_frames, rename_frames, replace_frames, save_frames
from deskhand.models.local.understand.english.pointing import choose_frames, press_frames, scroll_frame, wait_frame
from deskhand.models.local.understand.english.sums import english_command_sum
from deskhand.models.local.understand.english.told import Nouns
from deskhand.models.local.understand.english.typing import QUOTED, type_frames
from deskhand.models.local.understand.frame import Frame, Item, Noun, Puzzled, Role, Verb

FILED = any_of("file")
_SUMS = ("add", "multiply", "divide", "subtract", "double", "triple", "halve", "square")


def build(nouns: Nouns, verb: str, concept: Verb, rest: str, whole: str, before: list[Item]) -> list[Frame]:
    """The frames of one clause: nearly always one."""
    plain = nouns.atoms.restore(whole)
    rest = rest.strip(" ,:")
    if verb in _SUMS:
        body, args = nouns.peel(rest)
        for attempt, kept in ((rest, {}), (body, args)):
            if (value := english_command_sum(verb, attempt)) is not None:
                return [Frame("compute", (Noun("sum", raw=rest, value=value),), kept)]
        if verb != "add":
            raise Puzzled(plain, "sum")
    match concept:
        case "compute":
            return compute_frames(nouns, verb, rest, plain)
        case "type" | "append":
            return type_frames(nouns, verb, concept, rest, plain, before)
        case "press":
            return press_frames(nouns, verb, rest, plain)
        case "click" | "double click" | "right click" | "middle click":
            if re.fullmatch(r"(?:it|that|them)", rest, re.I):
                return [Frame(concept, (Noun("this file", rest),))]
            if concept == "click" and re.search(r"\b(?:in|from|under)\s+(?:the\s+)?.+\bmenu$", rest, re.I):
                return choose_frames(nouns, rest, plain)
            target = nouns.clickable(re.sub(r"^(?:on|at|into|inside|in)\s+", "", rest, flags=re.I))
            if target is None:
                raise Puzzled(plain, "what target")
            return [Frame(concept, (Noun("target", target.name, rest, target=target),))]
        case "tell" | "read":
            return tell_frames(nouns, rest, plain, concept)
        case "scroll":
            return [scroll_frame(nouns, rest, plain)]
        case "wait":
            return [wait_frame(nouns, rest, plain)]
        case "choose":
            return choose_frames(nouns, rest, plain)
        case "check" | "uncheck":
            if found := re.match(r"(?:that|whether|if|what|for|how)\b", rest, re.I):
                raise Puzzled(plain, "condition")
            target = nouns.clickable(re.sub(r"^(?:the\s+)?(?:option|setting)\s+(?=\S)", "", rest, flags=re.I))
            if target is None or (
                target.kind is None and not re.search(QUOTED, rest) and not target.name[:1].isupper()
            ):
                raise Puzzled(plain, "what target")
            if target.kind == "field":
                target = replace(target, kind="checkbox")  # a box to tick
            return [Frame(concept, (Noun("target", target.name, rest, target=target),))]
        case "drag":
            found = re.fullmatch(
                r"(.+?)\s+(?:to|onto|on|into|over\s+to|on\s+to|in)\s+(.+)",
                re.sub(r"^from\s+|\s+and\s+drop\s+(?:it\s+)?", " ", rest).strip(),
                re.I,
            )
            if found is None:
                raise Puzzled(plain, "what")
            source, goal = nouns.clickable(found[1]), nouns.clickable(found[2])
            if source is None or goal is None:
                raise Puzzled(plain, "what target")
            return [Frame("drag", (Noun("target", target=source), Noun("target", target=goal)))]
        case "run":
            return run_frames(nouns, rest, plain, before)
        case "rename":
            return rename_frames(nouns, rest, plain)
        case "replace":
            return replace_frames(nouns, verb, rest, plain)
        case "create":
            return create_frames(nouns, rest, plain)
        case "name":
            rest = re.sub(r"^(?:it|the\s+(?:new\s+)?file|that|this|the\s+(?:new\s+)?document)\s+", "", rest, flags=re.I)
            body, args = nouns.peel(rest)
            name = nouns.named(re.sub(r"^(?:as|to|be)\s+", "", body))
            if name is None or set(args) - {"place"}:
                raise Puzzled(plain, "which file")
            return [Frame("name", (Noun("file", name),), args)]
        case "save":
            return save_frames(nouns, rest, plain)
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
            return plain_frames(nouns, concept, rest, plain)


def plain_frames(nouns: Nouns, concept: Verb, rest: str, plain: str) -> list[Frame]:
    """open, close, switch, go, copy, cut, paste, delete, clear, select all, undo, redo."""
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
            rf"(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:whole\s+|full\s+)?(?:text|contents?)\s+(?:of|in|from)\s+(?:the\s+file\s+)?({FILED})",
            body,
            re.I,
        )
    ):
        return [Frame("read", (nouns.noun(found[1]),)), Frame("copy", (Noun("ref"),), args)]
    source = args.get("source")
    if (
        concept == "copy"
        and source is not None
        and source.kind == "file"
        and objects
        and objects[0].kind in ("everything", "this file")
    ):
        kept: dict[Role, Noun] = {role: noun for role, noun in args.items() if role != "source"}
        return [Frame("read", (source,)), Frame("copy", (Noun("ref"),), kept)]
    if (
        concept in ("undo", "redo")
        and objects
        and (
            objects[0].kind in ("this file", "everything")
            or re.fullmatch(r"(?:the\s+|that\s+|your\s+)?(?:last\s+)?(?:change|action|step|edit|typing)", body, re.I)
        )
    ):
        objects = []
    if len(objects) > 1 and concept not in ("open", "close", "delete"):
        raise Puzzled(plain)
    if "manner" in args and args["manner"].kind == "keys":
        if concept in ("close", "copy", "cut", "paste", "undo", "redo", "delete", "select all"):
            return [Frame("press", (args["manner"],))]
        raise Puzzled(plain)
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
