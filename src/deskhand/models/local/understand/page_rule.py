"""The page of a document that a question is about: “on page 3”, “the last page”, 「3 ページ目に書かれた…」.

A viewer shows its first page when it opens; what stands there under the name that is asked about was told as what the
last page says. So whoever is asked about a page goes there before reading.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.steps import ClickOn, Count, Describe, OpenFile, OpenProgram, Plan, Read, SwitchTo, Tell
from deskhand.models.local.steps.acting import UseCommand
from deskhand.models.local.understand.numbers import ORDINAL_EN, ordinal

LAST = "-1"
"""The page that there is none after."""
_ENGLISH = re.compile(
    r"\bpage\s+(?:number\s+|no\.?\s*)?(?P<number>\d{1,4})\b(?!\s*(?:to|-|–)\s*\d)"
    rf"|\b(?P<ordinal>{ORDINAL_EN}|final)\s+page\b",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    r"(?P<number>\d{1,4})\s*(?:ページ|頁|枚)目?(?=[にのではをへ、 ])"
    r"|(?P<end>最後|最終|いちばん(?:最後|終わり)|末尾)の?\s*(?:ページ|頁)|(?P<ordinal>最初|先頭)の\s*(?:ページ|頁)"
)
_LOOKS = (OpenProgram, OpenFile, SwitchTo, Read, Describe, Count, Tell)
_PAGE = re.compile(r"\bpages?\b|ページ|頁", re.IGNORECASE)
_SEES = re.compile(r"見て|見る|見|開く|読む|確認|look|see|read|check", re.IGNORECASE)


def page_said(instruction: str) -> str:
    """The number of the page, or `LAST`; "" where none is named, or several are."""
    found: set[str] = set()
    for pattern in (_ENGLISH, _JAPANESE):
        for match in pattern.finditer(instruction):
            if match["number"]:
                found.add(match["number"])
            elif match["ordinal"] is None:
                found.add(LAST)
            elif (number := ordinal(match["ordinal"])) is not None:
                found.add(str(number))
    return found.pop() if len(found) == 1 else ""


def with_its_page(plan: Plan, instruction: str) -> Plan:
    """The plan with the way to that page before what is read, where it only reads and does not go there itself."""
    page = page_said(instruction)
    plan = without_looking(plan)
    kept = [
        (step, source)
        for step, source in zip(plan.steps, plan.sources, strict=True)
        if not (isinstance(step, ClickOn) and _PAGE.search(step.target.name))
    ]
    reads = next((i for i, (step, _) in enumerate(kept) if isinstance(step, Read | Describe | Count)), None)
    counted = any(isinstance(step, Count) and _PAGE.search(step.noun) for step, _ in kept)
    if not page or reads is None or counted or not all(isinstance(step, _LOOKS) for step, _ in kept):
        return plan
    go = "go to page" if plan.language == "en" else "移動 ページ"
    kept.insert(reads, (UseCommand(go, (("", page),)), kept[reads][1]))
    return replace(plan, steps=tuple(step for step, _ in kept), sources=tuple(source for _, source in kept))


def without_looking(plan: Plan) -> Plan:
    """The plan without a command that is only a word for looking, 「…で見て答えて」, where something is read anyway."""
    kept = [
        (step, source)
        for step, source in zip(plan.steps, plan.sources, strict=True)
        if not (isinstance(step, UseCommand) and step.on is None and not step.fields and _SEES.fullmatch(step.words))
    ]
    if len(kept) == len(plan.steps) or not any(isinstance(step, Read | Describe | Count) for step, _ in kept):
        return plan
    return replace(plan, steps=tuple(step for step, _ in kept), sources=tuple(source for _, source in kept))
