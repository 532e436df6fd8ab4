"""What a person wants to be so, as what is to be done: "I want the third line gone" is "delete the third line"."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.roles.english.kinds import THING
from deskhand.models.local.understand.roles.english.lexicon import PARTICIPLES

_WANT = r"i(?:'d|\s+would)?\s+(?:really\s+|rather\s+|just\s+|also\s+|only\s+|like\s+to\s+)?(?:want|need|like|love|prefer|have|see)(?:\s+to\s+(?:have|see|get))?"
_PART = (
    r"(?!titled|named|called|labell?ed)(?:"
    + "|".join(sorted((re.escape(word) for word in PARTICIPLES), key=len, reverse=True))
    + ")"
)
_BE = r"(?:should|ought\s+to|must|has\s+to|have\s+to|needs?\s+to|shall|can|may)"
_ADVERB = r"(?:(?:all|always|now|please|really|just|only|be|get|also|still|already|well)\s+)*"
_STATE = r"(?:on|off|bigger|larger|smaller|wider|narrower|taller|shorter|longer|darker|brighter|lighter|louder|quieter|faster|slower|bold|italic|red|green|blue|yellow|pink|black|white|orange|purple|grey|gray|visible|invisible|readable|full\s+screen|fullscreen|upside\s+down|upright|huge|tiny|big|small|transparent|empty|blank|open|closed|read-only|square|round|landscape|portrait|centred|centered|left-aligned|right-aligned)"


def as_order(text: str) -> str | None:
    """The outcome as a command; None where it is none of these."""
    text = text.strip(" ,.?")
    if found := re.fullmatch(rf"{_WANT}\s+(.+?)\s+({_PART})\s+and\s+(.+?)\s+({_PART})", text, re.I):
        return f"{_done(found[2], found[1], '')}, and {_done(found[4], found[3], '')}"
    if (
        found := re.fullmatch(
            rf"{_WANT}\s+(.+?)\s+(?:to\s+(?:be|get|have\s+been)\s+)?{_ADVERB}({_PART})\b\s*(.*)", text, re.I
        )
    ) and not re.search(r"\b(?:with|which|that)\b", found[1]):
        return _done(found[2], found[1], found[3])
    if found := re.fullmatch(r"let\s+me\s+have\s+(.+)", text, re.I):
        return f"add {found[1]}"
    if found := re.fullmatch(r"(.+?)\s+showed\s+(.+)", text, re.I):
        return f"show {found[2]} in {found[1]}"
    if found := re.fullmatch(r"i\s+don't\s+(?:want|need|like)\s+(.+?)\s+to\s+(.+)", text, re.I):
        return f"turn off {found[2]}"
    if found := re.fullmatch(
        r"i\s+don't\s+(?:want|need|like)(?:\s+to\s+see)?\s+(.+?)(?:\s+any\s?more|\s+there|\s+any\s+longer)?", text, re.I
    ):
        return f"remove {found[1]}"
    if found := re.fullmatch(rf"{_WANT}\s+(.+?)\s+to\s+(?!be\b)(\w+)\s+(.+)", text, re.I):
        return f"make {found[1]} {found[2]} {found[3]}"
    if found := re.fullmatch(
        rf"{_WANT}\s+(?!an?\s|another\s|some\s)(.+?)\s+(?:to\s+(?:be|get)\s+)?((?:\w+\s+)?{_STATE}\b.*)", text, re.I
    ):
        return f"make {found[1]} {found[2]}"
    if found := re.fullmatch(
        r"i(?:'d|\s+would)?\s+(?:rather|like\s+to|prefer\s+to|want\s+to|need\s+to)\s+see\s+(.+)", text, re.I
    ):
        return f"show {found[1]}"
    if found := re.fullmatch(rf"{_WANT}\s+((?:an?|another|some|one\s+more|two|three|four|five|new)\s+.+)", text, re.I):
        return f"add {found[1]}"
    if found := re.fullmatch(rf"{_WANT}\s+(.+)", text, re.I):
        return f"show {found[1]}"
    if found := re.fullmatch(r"(?:there\s+should\s+be|let\s+there\s+be|how\s+about)\s+(.+)", text, re.I):
        return f"add {found[1]}"
    if found := re.fullmatch(
        rf"(.+?)\s+(?:{_BE}\s+{_ADVERB}|(?=belongs?\b))(?:sit|go|be\s+(?:put|placed|moved)|live|belong)s?\s+((?:in|on|under|to|into|below|above|next|inside)\b.+)",
        text,
        re.I,
    ):
        return f"move {found[1]} {found[2]}"
    if found := re.fullmatch(r"(.+?)\s+belongs?\s+((?:in|on|under|to|into|below|above|next|inside)\b.+)", text, re.I):
        return f"move {found[1]} {found[2]}"
    if found := re.fullmatch(rf"(.+?)\s+(?:{_BE}\s+{_ADVERB})({_PART})\b\s*(.*)", text, re.I):
        return _done(found[2], found[1], found[3])
    if found := re.fullmatch(
        rf"(.+?)\s+{_BE}\s+{_ADVERB}(?:in\s+(?:the\s+)?(\w+\s+)?order|alphabetical|in\s+order\s+of\s+(.+))(.*)",
        text,
        re.I,
    ):
        if found[3]:
            return f"sort {found[1]} by {found[3]}{found[4]}"
        return f"sort {found[1]} in {(found[2] or 'alphabetical ').strip()} order{found[4]}"
    if found := re.fullmatch(rf"(.+?)\s+{_BE}\s+(?:also\s+)?(?:show|display|have|include|contain)\s+(.+)", text, re.I):
        return f"show {found[2]} in {found[1]}"
    if found := re.fullmatch(rf"(.+?)\s+{_BE}\s+{_ADVERB}(?:named|called)\s+(.+)", text, re.I):
        return f"rename {found[1]} to {found[2]}"
    if found := re.fullmatch(rf"(.+?)\s+{_BE}\s+(?:always\s+)?(?:say|read|be\s+called|be\s+named)\s+(.+)", text, re.I):
        return f"change {found[1]} to {found[2]}"
    if found := re.fullmatch(rf"(.+?)\s+{_BE}\s+be\s+(?:set\s+(?:to|at)\s+)?(\d.*)", text, re.I):
        return f"set {found[1]} to {found[2]}"
    if found := re.fullmatch(rf"(.+?)\s+{_BE}\s+be\s+{_ADVERB}(.+)", text, re.I):
        return f"make {found[1]} {found[2]}"
    if found := re.fullmatch(r"(.+?)\s+needs\s+(\w+)ing\b\s*(.*)", text, re.I):
        return f"{found[2]} {found[1]} {found[3]}".strip()
    return None


def _done(participle: str, what: str, rest: str) -> str:
    verb = PARTICIPLES[participle.lower()]
    if verb == "mark as done":
        return f"mark {what} as done {rest}".strip()
    if verb == "make bold":
        return f"make {what} bold {rest}".strip()
    return f"{verb} {what} {rest}".strip()


_STATES = re.compile(r"(?P<what>(?:the\s+|a\s+|my\s+)?[\w\s-]{3,40}?)\s+(?P<how>on|off)", re.I)
_NEW = re.compile(
    r"(?:a\s+|another\s+|one\s+more\s+)?(?P<new>new|another|fresh|second)\s+(?P<what>[\w\s-]+?)(?P<rest>(?:\s*:|\s+(?:called|named|with|for|titled)\b|\s*,).*)?",
    re.I,
)
_MODE = re.compile(r"(?P<what>(?:[\w-]+\s+){1,3}(?:theme|mode|view|style|layout|order|screen|colou?rs?))", re.I)
_THING = re.compile(rf"(?:the\s+)?(?:next|previous|last|first)\s+(?:{THING})", re.I)


def verbless(text: str) -> str | None:
    """``Line numbers on, please``; ``new tab``; ``dark theme, please``: nouns that say what they want."""
    bare = text.strip(" ,.?")
    if found := _STATES.fullmatch(bare):
        return f"turn {found['how']} {found['what']}"
    if found := re.fullmatch(r"no\s+(?P<what>[\w\s-]{3,40}?)(?:\s+any\s?more)?", bare, re.I):
        return f"turn off {found['what']}"
    if found := _NEW.fullmatch(bare):
        return f"add new {found['what']}{found['rest'] or ''}"
    if _MODE.fullmatch(bare) and not re.match(r"(?:what|which|how|who|where|when|why)\b", bare, re.I):
        return f"use {bare}"
    if _THING.fullmatch(bare):
        return f"go to {bare}"
    if found := re.fullmatch(
        r"(?P<more>(?:much\s+|a\s+bit\s+|a\s+little\s+)?(?:louder|quieter|bigger|larger|smaller|darker|brighter|faster|slower|softer))(?P<rest>.*)",
        bare,
        re.I,
    ):
        return f"make it {bare}"
    return None
