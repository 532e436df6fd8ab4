"""English wishes in steps."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable

LOOK = "tell me what you see"
_NTH = {"first": 1, "top": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
_Q = r"(?:\"[^\"]*\"|“[^”]*”|(?<!\w)'[^']*'(?!\w))"
_T = rf"(?:{_Q}|[\w-]+(?!\.\w))"
_ENDING = r"(?:zip|tar|gz|tgz|bz2|xz|7z|rar|tar\.gz|tar\.xz|tar\.bz2|jar|deb)"
_IMAGE = r"(?:png|jpe?g|gif|bmp|svg|webp|tiff?|xcf)"
_D = r"(?:,?\s+(?:in|from|inside|of)\s+(?:the\s+|my\s+)?(?:\w+\s+)?(?:folder|directory)|\s*\(\s*(?:in\s+)?(?:the\s+)?shared\s+folder\s*\))?"
_F = rf"(?:the\s+(?:text\s+)?(?:file|document)\s+(?:called\s+|named\s+)?)?(?P<file>[\w~/.-]*\w\.\w{{1,8}})(?P<dir>{_D})"
_IN = rf"(?:,?\s+(?:in|of|from|to|into|inside|on)\s+{_F}|\s+(?:in|of|from|to)\s+(?:it|the\s+(?:text|file|document)))?"
_NTH_LINE = rf"(?:the\s+(?:very\s+)?(?P<nth>{'|'.join(_NTH)}|\d+(?:st|nd|rd|th))\s+(?:line|row)|(?:line|row)\s+(?:number\s+)?(?P<no>\d+))"
_READ_LINE = rf"(?:the\s+(?:very\s+)?(?P<nth>{'|'.join(_NTH)}|last|bottom|\d+(?:st|nd|rd|th))\s+(?:line|row)|(?:line|row)\s+(?:number\s+)?(?P<no>\d+))"
_SAYS = r"(?:(?:that|which)\s+(?:says|contains|has|reads|holds|mentions|begins\s+with|starts\s+with|ends\s+with|is)|with|containing|saying|reading|starting\s+with|beginning\s+with|mentioning|about)"
_WORD = r"(?:the\s+(?:words?|text|name|entry)\s+)?"
_ASK = r"(?:(?:please\s+)?(?:i\s+(?:need|want|would\s+like)\s+to\s+know|i'd\s+like\s+to\s+know|know|tell\s+me|let\s+me\s+know|say|report|find\s+out|show\s+me)\s+)?"
_UNIT = r"[a-zA-Z°µ²³/]+(?:\s+(?:per\s+)?[a-zA-Z]+){0,2}?"


def _line_number(match: re.Match[str]) -> int:
    said = match["nth"] or match["no"]
    return _NTH.get(said.lower()) or int(re.sub(r"\D", "", said))


def _to_line(match: re.Match[str]) -> str:
    below = _line_number(match) - 1
    return "press ctrl+Home" + (
        f", press the Down key {below} times" if below > 1 else ", press the Down key" if below else ""
    )


def _opening(match: re.Match[str]) -> str:
    return f"open {_file(match)}, " if match["file"] else ""


def _file(match: re.Match[str]) -> str:
    folder = re.sub(
        r"^[\s,]*\(?\s*(?:in\s+)?(?:the\s+)?shared\s+folder\s*\)?$", " in the shared folder", match["dir"] or ""
    )
    return match["file"] + re.sub(r"^[\s,]*(?:of|inside|from)", " in", folder)


def _quoted(text: str) -> str:
    return text if re.fullmatch(_Q, text) else f"“{text}”"


_GONE = "press the Home key, press shift+Down and press the Delete key"
_CASES = {"upper": "Uppercase", "capital": "Uppercase", "lower": "Lowercase", "small": "Lowercase"}
_VIEWS = {
    "line number": "Line Numbers", "word wrap": "Word Wrap", "line wrap": "Word Wrap", "text wrap": "Word Wrap", "status": "Status Bar",
    "tool": "Toolbar", "side": "Side Pane", "hidden": "Show Hidden Files", "full": "Fullscreen",
}  # fmt: skip


def _view(said: str) -> str:
    said = " ".join(said.lower().split())
    return f"click the menu item “{next(name for key, name in _VIEWS.items() if said.startswith(key))}”"


_RULES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    # lines by what they hold, and by their place
    (rf"\b(?:delete|remove|erase|take\s+out|get\s+rid\s+of|drop)\s+the\s+(?:whole\s+|entire\s+)?(?:line|row)\s+(?:{_SAYS}\s+)?{_WORD}(?P<text>{_T}){_IN}",
     lambda m: f"{_opening(m)}click {_quoted(m['text'])}, {_GONE}"),
    (rf"\b(?:delete|remove|erase|drop)\s+{_NTH_LINE}{_IN}", lambda m: f"{_opening(m)}{_to_line(m)}, {_GONE}"),
    (rf"\b(?:insert|add|put|write|type)\s+(?:the\s+(?:line|text|words?|title)\s+)?(?P<text>{_Q})\s+(?:as\s+(?:the|a)\s+(?:new\s+)?(?:very\s+)?first\s+line|at\s+the\s+(?:very\s+)?(?:top|beginning|start)|as\s+(?:the|a)\s+(?:title|heading)\s+at\s+the\s+top|(?:above|before)\s+(?:everything(?:\s+else)?|the\s+first\s+line)){_IN}",
     lambda m: f"{_opening(m)}press ctrl+Home, type {m['text']} and press the Enter key"),
    (rf"\b(?:insert|add|put|write|type)\s+(?:a\s+(?:new\s+)?line\s+)?(?:the\s+(?:line|text|words?)\s+)?(?:saying\s+|with\s+)?(?P<text>{_Q})\s+(?:right\s+|directly\s+)?(?:after|below|under|beneath)\s+(?:the\s+line\s+)?(?:{_SAYS}\s+)?{_WORD}(?P<by>{_Q}){_IN}",
     lambda m: f"{_opening(m)}click {m['by']}, press the End key, press the Enter key, type {m['text']}"),
    (rf"\b(?:insert|add|put|write|type)\s+(?:a\s+(?:new\s+)?line\s+)?(?:the\s+(?:line|text|words?)\s+)?(?:saying\s+|with\s+)?(?P<text>{_Q})\s+(?:right\s+|directly\s+)?(?:before|above)\s+(?:the\s+line\s+)?(?:{_SAYS}\s+)?{_WORD}(?P<by>{_Q}){_IN}",
     lambda m: f"{_opening(m)}click {m['by']}, press the Home key, type {m['text']} and press the Enter key"),
    (rf"\b(?:replace|change|overwrite|set)\s+{_NTH_LINE}{_IN}\s+(?:with|to|by|into)\s+(?P<text>{_Q})",
     lambda m: f"{_opening(m)}{_to_line(m)}, press the Home key, press shift+End, type {m['text']}"),
    (rf"\b(?:change|replace|correct|turn|swap|fix|exchange|substitute)\s+(?:all\s+|every\s+|each\s+)?(?:(?:the\s+)?(?:occurrence|instance)s?\s+of\s+)?{_WORD}(?P<old>{_Q})\s+(?:in)?(?:to|with|by|for)\s+{_WORD}(?P<new>{_Q})(?:\s+(?:everywhere|throughout|wherever\s+it\s+(?:occurs|appears|stands)))*{_IN}(?:\s+(?:everywhere|throughout))?",
     lambda m: f"{_opening(m)}replace every {m['old']} with {m['new']}"),
    (rf"^(?:in|open)\s+{_F},?\s+(?:and\s+)?(?:change|replace|correct)\s+(?:all\s+|every\s+)?{_WORD}(?P<old>{_Q})\s+(?:in)?(?:to|with|by)\s+(?P<new>{_Q})",
     lambda m: f"{_opening(m)}replace every {m['old']} with {m['new']}"),
    # what a menu does
    (r"\b(?:turn|switch|put)\s+(?:on|off)\s+(?:the\s+)?(?P<view>(?:line\s+number|(?:word|line|text)\s+wrap|status\s*bar|tool\s*bar|side\s*(?:bar|pane))\w*)|\b(?:enable|disable|activate|show|display|hide)\s+(?:the\s+)?(?P<view2>(?:line\s+number|(?:word|line|text)\s+wrap|status\s*bar|tool\s*bar|side\s*(?:bar|pane)|hidden\s+files)\w*)|\b(?:turn|switch)\s+(?:the\s+)?(?P<view3>(?:line\s+number|(?:word|line|text)\s+wrap|status\s*bar|tool\s*bar|side\s*(?:bar|pane))\w*)\s+(?:on|off)\b",
     lambda m: _view(m["view"] or m["view2"] or m["view3"])),
    (rf"\bsort\s+(?:all\s+)?(?:the\s+)?(?:lines|text|list|file|document|{_F})(?:\s+(?:of|in)\s+(?:the\s+)?(?:file\s+)?(?P<in>[\w~/.-]*\w\.\w{{1,8}})(?P<in_dir>{_D}))?(?:\s+(?:alphabetically|in\s+alphabetical\s+order|in\s+ascending\s+order|by\s+name|from\s+a\s+to\s+z))?(?=\s*(?:$|[,.;]|and\b|then\b))",
     lambda m: (f"open {m['in']}{m['in_dir'] or ''}, " if m["in"] else _opening(m)) + "press ctrl+A, click the menu item “Sort Lines”"),
    (rf"\b(?:make|turn|convert|change|put|set)\s+(?:all\s+)?(?:of\s+)?(?:the\s+)?(?:whole\s+|entire\s+)?(?:text|document|everything|lines|file|words)(?:\s+(?:of|in)\s+{_F})?\s+(?:in|to|into|all)?\s*(?P<case>upper|lower|capital|small)(?:[\s-]*case)?(?:\s+letters|s)?\b",
     lambda m: f"{_opening(m)}press ctrl+A, click the menu item “{_CASES[m['case'].lower()]}”"),
    (r"\b(?:go|jump|scroll|move(?:\s+the\s+cursor)?)\s+to\s+(?P<nth>)line\s+(?:number\s+)?(?P<no>\d+)(?:\s+of\s+(?:the\s+)?(?:file|document))?\s*,?\s+and\s+(?:tell\s+me|say|read)\s+what\s+(?:is\s+(?:written\s+)?(?:there|on\s+it|in\s+it)|it\s+says|stands\s+there|you\s+see\s+there)", lambda m: f"tell me the {_ordinal(m)} row"),
    (rf"\b(?:rename|name)\s+(?:the\s+)?(?:first\s+|current\s+|only\s+|open\s+)?tab\s+(?:to|as|into)?\s*(?P<text>{_Q})|\b(?:change|set)\s+the\s+(?:name|title)\s+of\s+the\s+(?:first\s+|current\s+|only\s+|open\s+)?tab\s+(?:to|into)\s+(?P<text2>{_Q})|\bgive\s+the\s+(?:first\s+|current\s+)?tab\s+the\s+(?:name|title)\s+(?P<text3>{_Q})", lambda m: f"click the menu item “Rename Tab”, press ctrl+A, type {m['text'] or m['text2'] or m['text3']}, press the Enter key"),
    (r"\b(?:go|jump|move(?:\s+the\s+cursor)?)\s+to\s+(?P<nth>)line\s+(?:number\s+)?(?P<no>\d+)", lambda m: _to_line(m)),
    # what a line, an archive, a picture holds
    (rf"{_ASK}\bwhat\s+(?:does\s+)?{_READ_LINE}(?:\s+(?:of|in)\s+{_F})?\s+(?:say|says|is|reads?|contains?|holds?)\b\??", lambda m: f"{_opening(m)}tell me the {_ordinal(m)} row"),
    (rf"{_ASK}\bwhat(?:'s|\s+is|\s+stands|\s+text\s+is)\s+(?:written\s+)?(?:on|in|at)?\s*{_READ_LINE}(?:\s+(?:of|in)\s+{_F})?\??", lambda m: f"{_opening(m)}tell me the {_ordinal(m)} row"),
    (rf"\b(?:tell\s+me|read(?:\s+me)?|give\s+me|report)\s+{_READ_LINE}(?:\s+(?:of|in)\s+{_F})?", lambda m: f"{_opening(m)}tell me the {_ordinal(m)} row"),
    (rf"\b(?:extract|unpack|unzip|decompress|uncompress)\s+(?:the\s+)?(?:archive\s+|file\s+|contents\s+of\s+|everything\s+in\s+|all\s+files\s+(?:of|in|from)\s+)*(?P<file>[\w~/.-]*\w\.{_ENDING})(?P<dir>{_D})(?:\s+(?:here|there|(?:in)?to\s+the\s+same\s+folder))?",
     lambda m: f"open {_file(m)}, click “Extract” and click “Extract”"),
    (rf"{_ASK}\b(?:(?:which|what)\s+files?\s+(?:are|is|does)\s+(?:there\s+)?(?:(?:in|inside)\s+)?|what(?:'s|\s+is|\s+does)\s+(?:in(?:side)?\s+)?|(?:list|show(?:\s+me)?)\s+(?:the\s+)?(?:files|contents?)\s+(?:in|of|inside)\s+|how\s+many\s+files\s+are\s+(?:there\s+)?in\s+)(?:the\s+)?(?:archive\s+|file\s+)*(?P<file>[\w~/.-]*\w\.{_ENDING})(?P<dir>{_D})(?:\s+contains?)?\??(?:,?\s+and\s+tell\s+me\b[^.,]*)?",
     lambda m: f"open {_file(m)} and {LOOK}"),
    (rf"{_ASK}\b(?:what|how|which)\s+(?:are\s+the\s+|is\s+the\s+|many\s+)?(?:size|big|large|wide|tall|high|dimensions?|pixels|resolution|width|height)\s+(?:of\s+|is\s+|does\s+|has\s+)*(?:the\s+)?(?:image\s+|picture\s+|photo\s+|file\s+)*(?P<file>[\w~/.-]*\w\.{_IMAGE})(?P<dir>{_D})(?:\s+have)?\??(?:\s+Open\s+it(?:\s+and\s+tell\s+me)?)?",
     lambda m: f"open {_file(m)} and {LOOK}"),
    (rf"\b(?:tell\s+me|find\s+out|check|report)\s+(?:the\s+|its\s+|how\s+)?(?:size|dimensions?|resolution|width|height|wide|big)(?:\s+(?:and|in|of)\s+(?:the\s+)?(?:height|pixels))*\s+(?:of\s+|is\s+)*(?:the\s+)?(?:image\s+|picture\s+|photo\s+)*(?P<file>[\w~/.-]*\w\.{_IMAGE})(?P<dir>{_D})",
     lambda m: f"open {_file(m)} and {LOOK}"),
    (rf"^(?:what(?:'s|\s+is|\s+does)|what\s+stands)\s+(?:written\s+)?(?:in\s+)?{_F}(?:\s+(?:say|contain))?\?\s*(?:Please\s+)?open\s+it(?:\s+(?:to|and)\s+(?:find\s+out|tell\s+me|check|see))?", lambda m: f"open {_file(m)} and tell me what it says"),
    (
        rf"{_ASK}\bhow\s+many\s+lines\s+(?:does\s+|are\s+(?:there\s+)?in\s+)?{_F}(?:\s+(?:has|have|contains?))?\??",
        lambda m: f"how many lines are in {_file(m)}?",
    ),
    (
        rf"^open\s+{_F},?\s+and\s+(?:tell\s+me\s+)?(?:how\s+many\s+lines\s+(?:it\s+has|there\s+are(?:\s+in\s+it)?|are\s+in\s+it|it\s+contains)|(?:count\s+the|the\s+number\s+of)\s+lines)[.?]?$",
        lambda m: f"how many lines are in {_file(m)}?",
    ),
    # a new page of a note-taker
    (rf"\b(?:create|make|add|start)\s+a\s+(?:new\s+)?(?:page|note|notebook\s+page|wiki\s+page)\s+(?:called|named|titled|with\s+the\s+(?:title|name))\s+(?P<text>{_Q})(?:\s+and\s+(?:with\s+)?the\s+(?:text|words|content)\s+(?P<body>{_Q}))?", lambda m: f"press ctrl+N, type {m['text']}, press the Enter key" + (f", type {m['body']}" if m["body"] else "")),
)  # fmt: skip
_NAMED_RULES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (rf"\bconvert\s+(?P<much>-?[\d.,]+)\s*(?P<one>{_UNIT})\s+(?:in)?to\s+(?P<other>{_UNIT})(?=\s*(?:$|[.?,;]|and\b))(?P<rest>(?:\s*(?:,|and)\s*(?:tell|give)\s+me\s+(?:the\s+)?(?:result|answer|value))?)",
     lambda m: f"type “{m['much']} {m['one']} to {m['other']}”, press the Enter key and {LOOK}"),
    (rf"\bhow\s+(?:many|much)\s+(?P<other>{_UNIT})\s+(?:is|are|make)\s+(?P<much>-?[\d.,]+)\s*(?P<one>{_UNIT})\s*(?=$|[.?,;])",
     lambda m: f"type “{m['much']} {m['one']} to {m['other']}”, press the Enter key and {LOOK}"),
    (rf"\bwhat\s+is\s+(?P<much>-?[\d.,]+)\s*(?P<one>[a-zA-Z°]+)\s+in\s+(?P<other>{_UNIT})\s*(?=$|[.?,;])",
     lambda m: f"type “{m['much']} {m['one']} to {m['other']}”, press the Enter key and {LOOK}"),
    (r"^(?:type|enter|key\s+in|put(?:\s+in)?|punch\s+in)\s+(?P<sum>\d[\d.,]*(?:\s*(?:[-+*/×÷^]|plus|minus|times|divided\s+by|to\s+the\s+power\s+of|percent\s+of)\s*\d[\d.,]*)+)(?:\s+in)?(?=\s*(?:,|and\b|$))", lambda m: f"calculate {m['sum']}"),
    (rf"\b(?:find|search\s+for|look\s+for|locate|look\s+up)\s+(?:(?:the|a|all|any|every)\s+)*(?:files?|characters?|symbols?|sign|letter|entry|entries|notes?|pages?)\s*(?:(?:called|named|whose\s+name\s+(?:is|contains|has)|with\s+(?:the\s+name\s+)?|containing|(?:with|that\s+(?:has|have))\s+)\s*)?(?P<text>{_Q}|[\w-]+\.\w{{1,5}})(?:\s+in\s+(?:its|their|the)\s+names?)?(?P<told>,?\s+and\s+tell\s+me\b[^.;]*)?",
     lambda m: f"type {_quoted(m['text'])} into the search field, press the Enter key" + (f" and {LOOK}" if m["told"] else "")),
    (rf"^{_ASK}(?!how\s+many\s+lines)(?:how\s+(?:many|long|big)|what|which|who|when|where)\b(?!\s+is\s+\d)[^.?!,]*?\s{_F}(?:\s+(?!and\b|open\b)\w+){{0,4}}[?.]?(?:\s*(?:Please\s+)?open\s+it(?:\s+(?:and|to)\s+(?:tell\s+me|see|check|find\s+out))?[.]?)?$",
     lambda m: f"open {_file(m)} and {LOOK}"),
    (rf"^open\s+{_F},?\s+and\s+(?:tell\s+me|say|find\s+out)\s+(?:how\s+(?:many|long|big|wide|tall)|what|which|who|when|where)\s+(?!it\s+says|the\s+\w+\s+row|is\s+in\s+it|lines)[^.?!,]*[?.]?$",
     lambda m: m[0] if re.search(r"\b(?:lines|says?)\b", m[0]) else f"open {_file(m)} and {LOOK}"),
)  # fmt: skip
"""Only where a program is named that is to do it."""


def _ordinal(match: re.Match[str]) -> str:
    if (match["nth"] or "").lower() in ("last", "bottom"):
        return "last"
    number = _line_number(match)
    return next((word for word, value in _NTH.items() if value == number and word != "top"), f"{number}th")


MISREAD = re.compile(
    r"\b(?:delete|remove|erase|drop|take\s+out|get\s+rid\s+of)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:line|row)s?\b|\b(?:rename|name|title)\b[^.]{0,20}\btab\b|\bundo\s+(?:\w+\s+){0,3}(?:two|three|four|five|six|\d+)\b(?!\s+times)|\bin\s+(?:(?:big|large|small|bold|red|green|blue|black|white|huge|tiny|capital)\s+)+(?:letters|type|print)\b",
    re.IGNORECASE,
)
"""The grammar takes these for something else: a line to be deleted lost its word, a tab's new name was a file's."""


def as_steps(body: str, *, named: bool) -> str:
    """The same with each known wish as steps."""
    for pattern, said in (*_RULES, *(_NAMED_RULES if named else ())):
        body = re.sub(pattern, _guarded(said, body), body, flags=re.IGNORECASE)
    return body


def _guarded(said: Callable[[re.Match[str]], str], body: str) -> Callable[[re.Match[str]], str]:
    """Nothing inside a quotation is touched."""
    spans = [found.span() for found in re.finditer(_Q, body)]
    return lambda m: m[0] if any(start < m.start() < end for start, end in spans) else said(m)


_OF = r"in|into|within|inside|with|using|from|of|via|on|by\s+means\s+of"


def program_apart(instruction: str, name: str) -> tuple[str, str]:
    """The program that all is to be done in, and the rest."""
    if not name:
        found = _KIND.search(_blank(instruction))
        if found is None:
            return "", instruction
        name = found["kind"]
    there = rf"(?:the\s+)?(?:(?:text\s+editor|editor|terminal|calculator|program|file\s+manager|image\s+viewer|application|app)\s+)?{re.escape(name)}(?:\s+(?:window|program|app|application))?(?!\w|\.\w)"
    rest = instruction
    for pattern in (
        rf"(?<![\w.]){there}\s+is\s+(?:already\s+)?(?:open|running|on\s+the\s+screen)(?:\s+on\s+the\s+screen)?(?:[.;]\s*|\s+(?:with|and\s+shows)\s+)",
        rf"(?:^|(?<=[.,?!;]\s)|(?<=\band\s))\s*(?:please\s+)?(?:use|using|with)\s+{there}\s*(?:to\s+(?:find\s+out|check|do\s+(?:it|this|that|so))|for\s+(?:this|that|it))?(?:\s*[.]\s*|$)",
        rf"(?:^|(?<=[.?!]\s))\s*(?:please\s+)?(?:look|check|have\s+a\s+look|(?:do|work|find|figure|look)\s+(?:it|this|that)(?:\s+(?:out|up))?|find\s+out|calculate\s+(?:it|this|that))\s+(?:{_OF})\s+{there}\s*(?:[.]\s*|$)",
        rf"\b(?:use|using)\s+{there}\s+(?:to|and|for)\s+",
        rf"^\s*(?:please\s+)?(?:{_OF})\s+{there}\s*,?\s+",
        rf",?\s+(?:{_OF})\s+{there}",
        rf"\b(?:open|start|launch|run)\s+{there}(?:\s*,\s*(?:and\s+)?(?:then\s+)?|\s+and\s+(?:then\s+)?|\s*\.\s+)",
        r"\s+(?:that|which)\s+is\s+open(?=\s|[,.;]|$)",
    ):
        rest = re.sub(
            pattern, lambda m: " " if m[0][:1].isspace() and m[0][-1:].isspace() else "", rest, flags=re.IGNORECASE
        )
    rest = re.sub(
        r"^\s*(?:,\s*)?(?:(?:could|can|would)\s+you\s+)?(?:please\s+|kindly\s+)?", "", rest, flags=re.IGNORECASE
    ).strip()
    rest = re.sub(r"\bwith\s+it\b", "", rest)
    rest = re.sub(r"^i\s+(?:want|would\s+like|need|'d\s+like)\s+(?:you\s+)?to\s+", "", rest, flags=re.IGNORECASE)
    rest = re.sub(r"(?<=[.?!]\s)(?:please|then|now)\s+", "", rest, flags=re.IGNORECASE)
    return name, rest.rstrip(" ,")


def worked_in(instruction: str, name: str) -> bool:
    """Whether the name is said as that of a program: "in Tokyo" at the end of a question is none."""
    there = rf"(?:the\s+)?{re.escape(name)}(?!\w|\.\w)"
    return (
        re.search(
            rf"^\s*(?:please\s+)?(?:in|inside)\s+{there}\s*,|\b(?:use|using|with|open|start|launch)\s+{there}|{there}\s+(?:window|is\s+open)|\bopen\s+it\s+in\s+{there}",
            instruction,
            re.IGNORECASE,
        )
        is not None
        or _DESCRIBED.fullmatch(name) is not None
    )


_DESCRIBED = re.compile(r"[a-z]+ (?:manager|monitor|viewer|map|picker)", re.IGNORECASE)
_KIND = re.compile(
    r"\b(?:in|using|with|use|from)\s+(?:the\s+|an?\s+)(?P<kind>text editor|editor|terminal|calculator|file manager|image viewer|archive manager|"
    r"task manager|character map|note(?:-taking)? (?:app|program))\b",
    re.IGNORECASE,
)


def _blank(text: str) -> str:
    return re.sub(_Q, lambda m: "\ue000" * len(m[0]), text)


_MENTION = re.compile(
    rf"^(?:there(?:'s|\s+is)|i\s+have(?:\s+got)?)\s+(?:a|an|the)\s+(?:\w+\s+)?(?:file|document|image|picture|archive|list|note)?\s*(?:called\s+|named\s+)?{_F}(?:\s+(?:called|named)\s+[\w.]+)?\s*[.;]\s+(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_OPENS = re.compile(
    r"^(?:open|load|view|show)\s+(?:it|(?:the|this|that)\s+(?:file|document|image|picture|archive))(?!\w)",
    re.IGNORECASE,
)


def program_first(name: str, said: str) -> str:
    """The rest again, done in the program; a file that is only told of is opened there."""
    if (mention := _MENTION.match(said)) is not None:
        rest = mention["rest"]
        opened = f"open {_file(mention)}"
        said = _OPENS.sub(opened, rest) if _OPENS.match(rest) else f"{opened}, {rest[:1].lower()}{rest[1:]}"
    the = "the " if name.islower() and (" " in name or name in ("terminal", "calculator", "editor")) else ""
    return f"In {the}{name}, {said[:1].lower()}{said[1:]}".replace(" ,", ",")


_QUESTION = re.compile(
    r"(?:(?:please\s+)?(?:tell\s+me|let\s+me\s+know|find\s+out|say|check)\s+)?(?:how\s+(?:many|much)|which|what|who|when|where|is\s+there|are\s+there)\b[^.?!]*[.?!]?"
    r"|(?:please\s+)?(?:tell\s+me)\s+(?:the\s+(?:number|name|size|value|list|title|content)s?\s+of)\b[^.?!]*[.?!]?",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:weather|news|president|capital|today|tomorrow|think|should|best|mean|calculate|\w+\.\w{2,4})\b|\d\s*[-+*/×÷]|\d\s+(?:times|plus|minus|divided)|,\s*\w+\s+and\b",
    re.IGNORECASE,
)


def mere_question(body: str) -> bool:
    """Whether it only asks what a window could show, and asks for nothing to be done."""
    bare = body.strip()
    return (
        _QUESTION.fullmatch(bare) is not None
        and _ELSE.search(bare) is None
        and not re.search(r"\band\s+(?!(?:the|what|how|which|tell)\b)", bare)
    )
