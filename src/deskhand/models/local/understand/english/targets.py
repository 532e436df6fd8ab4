"""Things on the screen as English names them: *the third “OK” button in the dialog*."""

# ruff: noqa: E501, SIM102
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target, TargetKind
from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.english.names import FILED, QUOTED, Names
from deskhand.models.local.understand.numbers import ORDINAL_EN, ordinal

_DETERMINER = re.compile(r"^(?:the|a|an|my|your|this|that|its|these|those|some|any|another)\s+", re.I)
NAMED = r"(?:called|named|titled|labell?ed(?:\s+(?:as|with))?|marked|with\s+the\s+(?:name|label|title|text(?!\s+editor))|that\s+says|saying|which\s+says|reading|that\s+reads|by\s+the\s+name\s+of|with\s+the\s+file\s?name|under\s+the\s+name(?:\s+of)?|named\s+as)"
KIND = "|".join(re.escape(name) for name in sorted((n for n in concepts.KIND_OF if n.isascii()), key=len, reverse=True))
NEAR = r"(?:next\s+to|beside|besides|near|close\s+to|right\s+of|left\s+of|to\s+the\s+(?:right|left)\s+of|below|beneath|under|underneath|above|in\s+the\s+row\s+(?:of|with|for)|in\s+the\s+same\s+row\s+as|belonging\s+to|in\s+front\s+of|for)"


class Targets(Names):
    """From words to a `Target`."""

    def target(self, text: str) -> Target | None:
        """A thing on the screen, or None."""
        body = _DETERMINER.sub("", text)
        window = near = ""
        if found := re.search(
            r"\s+(?:in|inside|of|on)\s+(?:the\s+)?(.+?)\s+(?:window|dialog|dialogue|dialog\s+box|popup)$", body, re.I
        ):
            if (name := self.target_name(found[1])) is not None:
                window, body = name, body[: found.start()]
        elif found := re.search(
            r"\s+(?:in|inside|of|on)\s+(?:the|this|that)\s+(?:window|dialog|dialogue|dialog\s+box|popup|screen|page|form)$",
            body,
            re.I,
        ):
            body = body[: found.start()]
        elif found := re.search(r"\s+(?:in|inside|of|on)\s+(?:the\s+)?([\w\s-]+)$", body, re.I):
            if (concept := concepts.program(found[1])) is not None:
                window, body = concept, body[: found.start()]
        if found := re.search(rf"\s+{NEAR}\s+(?:the\s+)?(?:(?:text|word|label|name|row|line)\s+)?(.+)$", body, re.I):
            if (name := self.target_name(found[1])) is not None:
                near, body = name, body[: found.start()]
        if point := re.fullmatch(
            rf"(?:(?:point|position|coordinates?|pixel|location|screen\s+position)\s+)?(?:at\s+)?({any_of('point')})",
            body,
            re.I,
        ):
            return self.atom(point[1]).target
        nth: int | None = None
        if found := re.match(rf"({ORDINAL_EN})\s+(?!names?\b)(.+)$", body, re.I):
            nth, body = ordinal(found[1]), found[2]
        kind: TargetKind
        if found := re.fullmatch(rf"({KIND})\s*(?:{NAMED})?\s*[:,]?\s*({QUOTED}|{FILED})", body, re.I):
            return Target(self.atoms.plain(found[2]), concepts.KIND_OF[found[1].lower()], nth, near, window)
        if found := re.fullmatch(rf"({KIND})\s+{NAMED}\s+(.+)", body, re.I):
            if (name := self.target_name(found[2])) is not None:
                return Target(name, concepts.KIND_OF[found[1].lower()], nth, near, window)
        if found := re.fullmatch(r"(folder|directory|file)\s+([A-Z][\w-]*)", body):
            return Target(found[2], concepts.KIND_OF[found[1]], nth, near, window)
        if found := re.fullmatch(rf"(?:({QUOTED}|{FILED})|(.+?))\s*\b({KIND})", body, re.I):
            kind = concepts.KIND_OF[found[3].lower()]
            name = self.target_name(found[1] or found[2])
            if name is not None:
                nested = re.fullmatch(rf"(.+?)\s+(?:{KIND})", name, re.I)
                return Target(nested[1] if nested and kind == "option" else name, kind, nth, near, window)
            return None
        if found := re.fullmatch(rf"{KIND}", body, re.I):
            kind = concepts.KIND_OF[body.lower()]
            if (
                nth is not None
                or near
                or window
                or kind in ("field", "checkbox", "slider", "image", "window", "link", "button")
            ):
                return Target("", kind, nth, near, window)
            return None
        if re.fullmatch(rf"{QUOTED}|{FILED}", body):
            return Target(self.atoms.plain(body), None, nth, near, window)
        return None
