"""English verbs of pressing, choosing, scrolling and waiting."""

# ruff: noqa: SIM102
from __future__ import annotations

import re
from typing import Literal, cast

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.english.told import Nouns
from deskhand.models.local.understand.english.typing import QUOTED
from deskhand.models.local.understand.frame import Frame, Noun, Puzzled, Role
from deskhand.models.local.understand.numbers import count


def press_frames(nouns: Nouns, verb: str, rest: str, plain: str) -> list[Frame]:
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
    rest = re.sub(
        r"^(?:the\s+)?(?:keys?\s+)?(ctrl|control|alt|shift|super)\s+(?:and|plus)\s+(?:the\s+)?(\w+)(?:\s+keys?)?(?:\s+together|\s+at\s+the\s+same\s+time)?$",
        r"\1 \2",
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
            counted = count(re.sub(r"\s+times$", "", found[1]))
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
        if (
            re.fullmatch(QUOTED, part)
            and (key := concepts.key_name(nouns.atoms.plain(part))) is not None
            and (len(key) > 1 or len(nouns.atoms.plain(part)) == 1)
        ):
            frames.append(Frame("press", (Noun("keys", key),), times=times))
            continue
        target = nouns.clickable(part) if verb != "use" else None
        if target is None:
            raise Puzzled(plain, "key" if verb != "use" else "unknown")
        frames.append(Frame("click", (Noun("target", target.name, part, target=target),), times=times))
    return frames


def scroll_frame(nouns: Nouns, rest: str, plain: str) -> Frame:
    if found := re.match(
        r"(?:(?:up|down)\s+)?(?:until\s+(?:you\s+(?:see|find)|it\s+shows)|to)\s+(?!the\s+(?:top|bottom|end|start|beginning|left|right)\b)(.+?)(?:\s+(?:appears|shows|is\s+visible))?$",
        rest,
        re.I,
    ):
        target = nouns.clickable(found[1])
        if target is None:
            raise Puzzled(plain, "what target")
        return Frame("scroll", (Noun("target", target.name, target=target),))
    if found := re.fullmatch(
        r"(?:(?:the\s+)?(?:page|window|list|document)\s+)?(?:(?:up|down)\s+)?(?:until|till)\s+(.+?)\s+(?:appears?|shows?(?:\s+up)?|is\s+(?:visible|shown|displayed|in\s+view)|comes\s+(?:up|into\s+view)|can\s+be\s+seen)(?:\s+on\s+(?:the\s+)?screen)?",
        rest,
        re.I,
    ):
        target = nouns.clickable(found[1])
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
        amount, more = count(counted[1]), more[counted.end() :]
        if amount is None:
            raise Puzzled(plain)
    more = re.sub(
        r"^(?:by\s+)?(?:a|one)\s+(?:page|screen|bit|little)\b\s*|^a\s+little\s+bit\b\s*", "", more, flags=re.I
    )
    args: dict[Role, Noun] = {}
    if more:
        body, args = nouns.peel(more)
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


def wait_frame(nouns: Nouns, rest: str, plain: str) -> Frame:
    rest = re.sub(r"^for\s+", "", rest, flags=re.I)
    if not rest or re.fullmatch(r"a\s+(?:moment|bit|second|little(?:\s+while)?|while)|briefly", rest, re.I):
        return Frame("wait", (Noun("sum", "1"),))
    if found := re.fullmatch(r"(?:about\s+)?(\d+(?:\.\d+)?|\w+)\s+(?:more\s+)?(seconds?|secs?|s|minutes?)", rest, re.I):
        seconds = float(found[1]) if re.fullmatch(r"[\d.]+", found[1]) else count(found[1])
        if found[1].lower() == "a":
            seconds = 1
        if seconds is None:
            raise Puzzled(plain)
        return Frame("wait", (Noun("sum", str(seconds * (60 if found[2].lower().startswith("min") else 1))),))
    if found := re.fullmatch(
        rf"(?:until|till)?\s*(?:you\s+see\s+)?(?:the\s+(?:text|words?|message|window|dialog)\s+)?({QUOTED})(?:\s+(?:to\s+)?(?:appears?|shows?(?:\s+up)?|is\s+shown|is\s+visible|comes?\s+up))?(?:\s+on\s+(?:the\s+)?screen)?",
        rest,
        re.I,
    ):
        return Frame("wait", (Noun("text", nouns.atoms.plain(found[1])),))
    if re.fullmatch(
        r"(?:until|till|for)?\s*(?:it|the\s+[\w\s]+)\s+(?:to\s+)?(?:opens?(?:\s+up)?|loads?|is\s+(?:open|ready|loaded|done|finished)|has\s+(?:opened|loaded)|finish(?:es)?|appears?|starts?)",
        rest,
        re.I,
    ):
        return Frame("wait", (Noun("sum", "1"),))
    raise Puzzled(plain, "condition")


def choose_frames(nouns: Nouns, rest: str, plain: str) -> list[Frame]:
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
        item = re.sub(r"^(?:the\s+)?(?:option|value|entry|item)\s+|\s+option$", "", found[1], flags=re.I)
        name, of = nouns.target_name(item), nouns.clickable(found[2])
        if name and of is not None:
            return [Frame("choose", (Noun("text", name),), {"source": Noun("target", of.name, target=of)})]
    if found := re.fullmatch(
        rf"({QUOTED}|[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)\s+(?:in|under|from)\s+(?:the\s+)?({QUOTED}|[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)",
        rest,
    ):  # "Select Tokyo in City": both stand on the screen
        label = nouns.atoms.plain(found[2])
        option = Noun("text", nouns.atoms.plain(found[1]))
        return [Frame("choose", (option,), {"source": Noun("target", label, target=Target(label, "option"))})]
    if found := re.fullmatch(rf"the\s+word\s+({QUOTED})", rest, re.I):
        word = nouns.atoms.plain(found[1])
        return [Frame("double click", (Noun("target", word, target=Target(word, "text")),))]
    if re.fullmatch(rf"the\s+(?:text|line|words|sentence|phrase)\s+({QUOTED})", rest, re.I):
        raise Puzzled(plain)
    target = nouns.clickable(rest)
    if target is None:
        raise Puzzled(plain, "what target")
    if target.kind is None and target.nth is None and not target.near and target.point is None:
        return [Frame("choose", (Noun("text", target.name),))]
    if target.kind == "option" and target.name and target.nth is None and not target.near:
        return [Frame("choose", (Noun("text", target.name),))]
    return [Frame("choose", (Noun("target", target.name, target=target),))]
