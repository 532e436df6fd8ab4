"""Values without quotation marks: names, amounts, dates and times, and the fields they are said to fill.

"Add an entry called Lunch for 12.50 on Friday" holds three values and a command of two words; each value is told by
the word before it (*called*, *for*, *on*), and by its own form.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.models.local.understand.atoms import Atoms, any_of

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_WEEKDAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)day"
DATE = (
    rf"(?:(?:{_WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{4}}-\d\d?-\d\d?|\d{{1,2}}[./]\d{{1,2}}(?:[./](?:\d{{4}}|\d\d))?|(?:(?:next|this|coming|the\s+coming)\s+)?{_WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?"
    r"|today|tomorrow(?:\s+(?:morning|afternoon|evening|night))?|tonight|yesterday|the\s+day\s+after\s+tomorrow|(?:next|this)\s+(?:week|month|year|weekend)|the\s+\d{1,2}(?:st|nd|rd|th))"
)
_HOUR = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
TIME = (
    rf"(?:(?:half|quarter|a\s+quarter|ten|five|twenty)\s+(?:past|to)\s+{_HOUR}(?:\s?[ap]\.?m\.?)?|\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\.?)?|{_HOUR}\s?(?:[ap]\.?m\b\.?|o'clock)"
    r"|noon|midnight|midday)"
)
AMOUNT = r"(?:[£$€¥]\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)?\s?(?:[£$€¥]|euros?|pounds?|dollars?|yen|francs?|quid|usd|eur|gbp|chf)|\d[\d,]*\.\d\d)"
_NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|ninety|(?:a\s+|one\s+)?hundred|half\s+an?\s+(?:hour|minute))"
NUMBER = rf"(?:[-+]?\d[\d,]*(?:\.\d+)?|{_NUMBER_WORD}(?:[\s-](?:and\s+)?{_NUMBER_WORD})*)"
UNIT = r"(?:\s?(?:%|percent|per\s+cent|°|degrees?|px|pixels?|pt|points?|mm|cm|m|km|inch(?:es)?|seconds?|secs?|s|minutes?|mins?|hours?|days?|weeks?|columns?|spaces?|rows?|lines?|times?|x\s?\d+|k|kb|mb|gb|hz|khz|dpi|fps|bit|bits|kbps|decimals?|decimal\s+places|notches|steps))"
FIELD_NAMES = (
    "start time|end time|due date|start date|end date|finish time|begin time|repeat|title|name|subject|amount|price|cost|sum|total|date|time|start|end|due|deadline|priority|notes?|memo|description|desc|comment|"
    "category|payee|location|place|where|duration|length|reminder|alarm|tags?|label|url|address|link|e-?mail|phone number|phone|telephone|number|quantity|qty|size|width|height|"
    "colour|color|font size|font|author|artist|album|user ?name|password|account|status|type|format|quality|resolution|speed|volume|value|text|content|body|message|list|project|server|port|host|"
    "level|method|compression|delay|interval|angle|radius|opacity|margins?|page|pages|rows|columns|from|to|key|answer|heading|caption|summary|info|group|genre|year|birthday|city|street|currency|payment method|delimiter|separator"
)
_QUOTED = any_of("quote", "command")


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    """As said; empty where only the value's form tells what it is."""
    value: str
    start: int
    end: int


def _marked(pattern: str, name: str) -> tuple[re.Pattern[str], str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})", re.I), name


_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    _marked(rf"from\s+(?P<value>{TIME}|\d{{1,2}})(?=\s+(?:to|till|until)\s+(?:{TIME}|\d))", "start"),
    _marked(rf"(?:to|till|until)\s+(?P<value>{TIME})", "end"),
    _marked(rf"(?:for|of|at|costing|worth|over)\s+(?P<value>{AMOUNT})(?:\s+each)?", "amount"),
    _marked(rf"(?:at|from|starting\s+at|by)\s+(?P<value>{TIME})", "time"),
    _marked(rf"(?:due|due\s+on|due\s+by|due\s+date)\s+(?P<value>{DATE}(?:\s+at\s+{TIME})?)", "due"),
    _marked(rf"(?:on|for|dated|of|starting|starting\s+on|until|by|to)\s+(?P<value>{DATE})", "date"),
    _marked(
        rf"(?:for|lasting|lasts|of)\s+(?P<value>{NUMBER}\s+(?:hours?|minutes?|mins?|days?|nights?|weeks?)|an?\s+hour(?:\s+and\s+a\s+half)?|half\s+an\s+hour)(?:\s+long)?",
        "duration",
    ),
    _marked(rf"(?:by)\s+(?P<value>{NUMBER}{UNIT}?(?!\s+\w+ing\b))", ""),
)
_SPAN = re.compile(
    rf"(?:,\s*|\s+|^)(?:(?:and\s+)?(?:which\s+(?:is|should\s+be)\s+|with\s+)?(?:(?:the|a|an|as|its|to\s+be)\s+)*(?:called|named|titled|entitled|labelled|labeled|under\s+the\s+(?:name|title)(?:\s+of)?|by\s+the\s+name(?:\s+of)?|name\s+of)"
    rf"|(?:and\s+|with\s+)?(?:(?:the|a|an|its|as)\s+)?(?P<field>{FIELD_NAMES})(?:\s+(?:says|saying|of|set\s+to|should\s+be|as|is|reads?)\b\s*|\s*[:=]\s*)"
    rf"|(?:(?:,\s*)?and\s+|with\s+|,\s*|(?<=,\s)|(?<=,))(?:(?:the|a|an|its|as)\s+)?(?P<field2>{FIELD_NAMES})\s+(?=[\ue000-\uf8ff\w£$€])"
    r"|(?:and\s+)?(?:saying|that\s+(?:says|reads)|which\s+says|reading|with\s+the\s+(?:text|words)|it\s+says|containing(?:\s+the\s+(?:text|words))?)(?P<said>))(?:\s+|(?<=\s)|(?=[\ue000-\uf8ff]))",
    re.I,
)


_LISTED = re.compile(r"(?<=[\w\ue000-\uf8ff])\s*:\s+(?P<list>.+)$", re.S)
_SIZED = re.compile(rf"(?P<value>{NUMBER}{UNIT}?)\s+(?P<name>wide|high|tall|long|deep)\b", re.I)
_SIDES = {"wide": "width", "high": "height", "tall": "height", "long": "length", "deep": "depth"}


def listed(text: str, atoms: Atoms) -> tuple[str, list[Field]]:
    """``add an expense: 23.99, payee Water Board``: what stands behind the colon, one field or item after the other."""
    found = _LISTED.search(text)
    if found is None:
        return text, []
    head = text[: found.start()]
    made: list[Field] = []
    pairs = (
        re.search(
            r"\b(?:row|record|expense|income|entry|transaction|contact|event|appointment|customer|product|song|book)\b",
            head,
            re.I,
        )
        is not None
    )
    for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+(?=\w+\s)", found["list"]):
        part = part.strip(" .")
        if not part:
            continue
        name = re.match(rf"(?:the\s+)?(?P<name>{FIELD_NAMES})(?:\s+(?:is|of)|:)?\s+(?=\S)", part, re.I)
        if name is None and pairs and len(part.split()) > 1:
            name = re.match(r"(?P<name>[a-z]\w*)\s+(?=\S)", part)
        if dated := re.fullmatch(rf"(?:dated|on|due)\s+({DATE})", part, re.I):
            made.append(Field("date", dated[1], found.start(), found.end()))
        elif name is not None:
            made.append(Field(name["name"].lower(), _bare(part[name.end() :], atoms), found.start(), found.end()))
        else:
            amount = re.fullmatch(rf"{AMOUNT}", part, re.I) is not None
            made.append(Field("amount" if amount else "", _bare(part, atoms), found.start(), found.end()))
    return head, made


def fields(text: str, atoms: Atoms) -> tuple[str, list[Field]]:
    """What is left of a clause without the fields that it fills, and the fields."""
    text, items = listed(text, atoms)
    found: list[Field] = []
    held = _named(text, found)
    while (sized := _SIZED.search(held)) is not None:
        found.append(Field(_SIDES[sized["name"].lower()], sized["value"], sized.start(), sized.end()))
        held = f"{held[: sized.start()]}{' ' * (sized.end() - sized.start())}{held[sized.end() :]}"
    for pattern, name in _FORMS:
        while (match := pattern.search(held)) is not None:
            found.append(Field(name, match["value"].strip(), match.start(), match.end()))
            held = f"{held[: match.start()]}{' ' * (match.end() - match.start())}{held[match.end() :]}"
    order = sorted(found, key=lambda field: field.start)
    rest = re.sub(r"\s*,\s*(?=,|$)|\s+and\s*$|^\s*,", "", re.sub(r"\s+", " ", held)).strip(" ,:")
    return rest, [Field(field.name, _bare(field.value, atoms), field.start, field.end) for field in order] + items


def _named(text: str, found: list[Field]) -> str:
    """Takes the spans that a field's name begins out of the text: each ends where the next begins."""
    marks = [mark for mark in _SPAN.finditer(text) if mark.end() < len(text)]
    held = text
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(text)
        value = text[mark.end() : end]
        name = (mark["field"] or mark["field2"] or ("text" if mark["said"] is not None else "name")).lower()
        quoted = re.match(_QUOTED, value)
        stop = quoted.end() if quoted else _stop(value, name)
        found.append(Field(name, value[:stop].strip(" ,:"), mark.start(), mark.end() + stop))
        held = f"{held[: mark.start()]}{' ' * (mark.end() + stop - mark.start())}{held[mark.end() + stop :]}"
    return held


def _stop(value: str, name: str) -> int:
    """Where an unquoted value ends: before what has the form of another value, or a place."""
    stops = [len(value)]
    for pattern, other in _FORMS:
        if name in ("text", "note", "notes", "memo", "description", "comment", "body", "message"):
            break
        if other != name and (match := pattern.search(value)) is not None and match.start() > 0:
            stops.append(match.start())
    if (
        name in ("text", "note", "notes")
        and (now := re.search(r"\s+now\b,?|,\s+not\b", value)) is not None
        and now.start() > 0
    ):
        stops.append(now.start())
    if name not in ("text", "note", "notes", "memo", "description", "comment", "body", "message"):
        place = re.search(
            r"\s+(?:(?:in|into|to|on|under|from|next\s+to)\s+(?:the|my|this|a|it)\b|(?:in|to|into)\s+(?=[A-Z\ue000-\uf8ff])|(?:with|and)\s+|there\b|here\b)|,",
            value,
        )
        if place is not None and place.start() > 0:
            stops.append(place.start())
    return min(stops)


def _bare(value: str, atoms: Atoms) -> str:
    bare = value.strip(" ,:.")
    return (atoms.plain(bare) if re.fullmatch(_QUOTED, bare) else atoms.restore(bare)).strip()
