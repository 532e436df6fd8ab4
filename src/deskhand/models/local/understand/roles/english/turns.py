"""Turns of speech that the English reader looks for: conditions, what is only referred to, what says too little."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.roles.english.values import NUMBER, UNIT

FILED = any_of("file")
MENTION = re.compile(rf"^(?:in|open)\s+(?:the\s+file\s+)?(?P<file>{FILED})\s*,\s*", re.I)
RESULT = re.compile(r"\b(?:the|that|this|its)\s+(?:results?|answers?|output)\b", re.I)
NICER = re.compile(r"\b(?:nicer|prettier|more\s+beautiful|look\s+(?:better|good|great))\b", re.I)
VAGUE = re.compile(
    r"(?:make|do|fix|improve|sort|handle|change|help|clean|deal|work|put|set|see|look|try|correct|get)\b(?:\s+(?:it|that|this|things?|everything|something|me|about|with|out|nicer|better|prettier|good|work|right|properly|some|more|a\s+bit|look|the\s+rest|anything|nice|for|up|magic|great|faster|computer|the))*",
    re.I,
)
OPENS = re.compile(
    r"(?:if|unless|when(?:ever)?|once|should|in\s+case|until|before|after|otherwise|while|for\s+(?:each|every|all))\b",
    re.I,
)
ALREADY = re.compile(
    r"if\s+(?:the\s+)?(?P<what>[\w -]{3,40}?)\s+(?:is|are)\s+(?:still\s+|already\s+)?(?P<state>off|on|disabled|enabled|not\s+(?:on|shown|visible|enabled)|hidden|shown),?\s+(?:then\s+)?(?:please\s+)?(?P<then>.+?)(?:[;,.]\s*(?:otherwise|if\s+not|else)\s+(?:leave|do|keep)\b.*)?",
    re.I,
)
IF_THERE = re.compile(
    r"if\s+(?:there\s+(?:is|are)|there's|you\s+(?:see|find)|it\s+(?:has|shows|contains|says))\s+(?:an?\s+|any\s+|the\s+|still\s+)*(?P<what>.+?)(?:\s+(?:in\s+(?:there|it|here|the\s+(?:list|file|text|document))|there|anywhere))?,\s*(?:then\s+)?(?P<then>.+?)(?:[;,.]\s*(?:otherwise|if\s+not|else),?\s+(?P<other>.+))?",
    re.I,
)
LEAVE = re.compile(r"(?:just\s+)?(?:leave|do|keep)\s+(?:it|nothing|everything|that|them)\b.*", re.I)
MADE = re.compile(
    r"(?:add|create|make|open|new|insert|draw|set up|start)\s+(?:\w+\s+)?(?P<noun>[a-z-]+)(?:\s+with\b.*)?"
)
REFERS = re.compile(
    r"(?:put|add|enter|note|book|write|record|file|log)\s+(?:that|it|this)(?:\s+(?:in|down))?\b\s*,?\s*(?P<rest>.*)",
    re.I,
)
HELD = re.compile(
    r"(?:i've\s+got|i\s+have(?:\s+got)?|there(?:'s|\s+is)|we\s+have|we've\s+got|i\s+bought|i\s+paid(?:\s+for)?|i\s+spent|i\s+got)\s+(?:the\s+|an?\s+|my\s+)?(?P<what>.+)|(?P<what2>[\w' ]{3,30})\s+is\s+(?P<when>on\s+.+)",
    re.I,
)
VALUE = re.compile(rf"(?:about\s+|around\s+)?(?:half|double|{NUMBER}{UNIT}?)(?:\s+(?:each|long))?", re.I)
