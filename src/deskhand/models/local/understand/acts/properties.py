"""A property as it is said of things that show: “mails from Petra”, “tasks that are done”, 「大阪在住の人」.

Programs print it in the row (“Overdue”, a name, a town), so it is looked for there; where no row has it, whoever carries
the step out says so and counts or picks nothing.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.understand.acts.words import JAPANESE, bare

_BEHIND = re.compile(
    r"^(?P<noun>[a-z][a-z ]*?)?\s*\b(?:that\s+|which\s+|who\s+|whose\s+\w+\s+)?(?:are|is|was|were|have|has|had|said|says|say|from|by|with|containing|contain|marked(?:\s+as)?|tagged|"
    r"mention\w*|named|called|of)\s+(?:been\s+)?(?:the\s+)?(?:(?:word|tag|label|name|status|colour|color)\s+)?(?P<what>.+)$",
    re.I,
)
_LEADS = re.compile(
    r"^(?P<what>(?:un|over|in)?(?:read|paid|done|due|answered|finished|sold|opened|complete|active|checked|used|open|empty|free|late|late|urgent|overdue|"
    r"blurry|pending|failed|broken|missing|new|old|closed|red|green|blue|yellow|starred|flagged|draft|archived|installed|running|locked|hidden|disabled|enabled|"
    r"cancelled|canceled|delivered|shipped|sent))\s+(?P<noun>.+)$",
    re.I,
)
_BEHIND_JA = re.compile(
    r"(?P<what>[^はをにの]+?)(?:に|が|と|で)?(?:(?:なって|つけ|付け|入れ|つい|付い|書い|入っ|し)(?:て(?:い)?る|てある|た|ている)|からの|による|在住の|済みの|中の|の|な)(?P<noun>[^はをにの]{1,8})",
)
_ALONE_JA = re.compile(
    r"(?P<what>未読|未払い?|未処理|未完了|期限切れ|完了|欠席|出席|参加|退会|延滞|空席|入金|未入金|遅れ|重複|下書き|新着|至急|重要)(?P<noun>.{0,8})"
)
_NOT = re.compile(
    r"\b(?:no|not|never|without|any|n't|missing|empty|blank|between|over|under|above|below|more|less|than|before|after|first|last)\b|n't\b|ない|なし|以上|以下|未満|より|以外|空の|空白|まで|から(?!の)|"
    r"\bthis\b|\bthat\b|\bthese\b|[0-9]点",
    re.I,
)
"""What cannot be looked for as words: where something is missing, and what is compared."""
_MOST = 4


def property_in(words: str) -> tuple[str, str] | None:
    """The property and the noun; None where the words name things only, or a property that no row would print."""
    said = bare(words).strip()
    if _NOT.search(said):
        return None
    forms = (_ALONE_JA, _BEHIND_JA) if JAPANESE.search(said) else (_LEADS, _BEHIND)
    for form in forms:
        if (found := form.fullmatch(said)) is not None:
            what = bare(found["what"])
            if what and len(what.split()) <= _MOST and len(what) <= 24:
                return re.sub(r"\s+(?:today|now|yet|in\s+(?:it|them|there))$", "", what, flags=re.I), (
                    found["noun"] or ""
                ).strip()
    return None


def hopeless(words: str) -> bool:
    """Whether it is about what is missing, or compares: no row prints that."""
    return _NOT.search(bare(words)) is not None
