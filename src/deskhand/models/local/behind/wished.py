"""A wish that no plan carries, or whose plan came to nothing, read once more as a change of the one file that it names.

A window has to be understood step by step; of a file it is enough to know which one it is, and what it should hold.
Tried only while nothing was changed yet, so that nothing is done twice, and never after a person said no.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.behind.documents import carried_out
from deskhand.models.local.behind.file import PICTURES, meant, named
from deskhand.models.local.behind.held.doing import seconds_in
from deskhand.models.local.behind.held.order import Order
from deskhand.models.local.behind.held.records import SUBTITLES
from deskhand.models.local.behind.information import info_of
from deskhand.models.local.behind.instead import in_the_file
from deskhand.models.local.behind.tags import SOUNDS, tag_of
from deskhand.models.local.conversation import Task
from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.memory import NothingRead
from deskhand.models.local.named import names
from deskhand.models.local.plan import plan
from deskhand.models.local.steps import EditLine, Plan, Save, Step, Target, UseCommand
from deskhand.models.local.understand.language import language_of

LONGEST = 300
"""Characters of a wish that are read so: what is longer asks for more than one thing."""
_Q = r"[\"“「『](?P<{0}>[^\"“”「」『』]+)[\"”」』]"
_VALUE = rf"(?:{_Q.format('quoted')}|(?P<bare>[^\s,;\"“]+(?:\s+[A-Z0-9][^\s,;\"“]*)*?)(?=[.,;]?(?:\s+(?:and|in|on|then)\b|\s*$|[,;.]\s)))"
_SETS = (
    re.compile(
        r"\b(?:set|change|make|update|correct|turn|edit|give|fix)\s+(?:the\s+|its\s+)?(?P<label>[A-Za-z][\w -]{1,40}?)"
        r"(?:\s+(?:in|of|for|under|from)\s+(?:the\s+|its\s+)?(?P<on>(?!\")[^\"“,;]{1,50}?))?"
        rf"(?:\s+from\s+{_Q.format('old')})?\s+(?:to|into|as)\s+{_VALUE}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?P<on>[^、。「」]{1,30}?)の)?(?P<label>[^、。「」の]{1,20}?)を、?"
        rf"(?:{_Q.format('old')}から、?)?(?:{_Q.format('quoted')}|(?P<bare>[^\s、。「」]{{1,40}}?))\s*に(?:変更|変え|設定|直|修正|書き換え|更新|し)"
    ),
)
_SAVED = re.compile(r"\b(?:save|overwrite|write)\b|保存|上書き", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:a?s|under|called|named)\s+(?:the\s+name\s+)?[\"“]?(?P<name>[\w.-]+\.\w{2,4})|[「『]?(?P<ja>[\w.-]+\.\w{2,4})[」』]?\s*(?:という名前|として|に保存)",
    re.ASCII,
)


async def by_the_file(task: Task) -> str:
    """The sentence for what was changed; "" where nothing was."""
    memory = task.memory
    if task.dialect.bash is None or memory.changed or memory.refused or not one_deed(task.text):
        return ""
    hand = Hand(task.dialect, memory, language_of(task.text, task.text))
    hand.wish = hand.said = task.text
    try:
        if not await _about_a_file(hand):
            return ""
        for step, after in await _readings(hand):
            hand.next_step = after
            if told := await in_the_file(hand, step):
                return told
        file = await meant(hand)
        for order in orders_in(hand.wish, "" if file is None else file.ending):
            if file is not None and (told := await carried_out(hand, file, order)):
                return told
    except (Refused, Stuck, NothingRead):
        pass
    return ""


_CLAUSES = re.compile(
    r"\b(?:and|then|afterwards)\b|[;、。]|[.,!](?=\s|$)|て(?=[^\sいくだもは])|し(?=、)", re.IGNORECASE
)
_STATES = re.compile(
    r"\b(?:is|are|stands?|lies)\b(?!.*\bto\b)|^\s*(?:please\s+)?(?:in|with|using)\s+(?:the\s+)?[\w.+-]+(?:\s+[\w.+-]+){0,3}\s*$|開い(?:て|た)|(?:ます|です|で|から|ので)\s*$",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"\b(?:please|could you|can you|i want to|i'd like to|it|the|file|changes?)\b|ください|下さい|して|お願い(?:します)?|[\s\"”」]",
    re.IGNORECASE,
)


def one_deed(wish: str) -> bool:
    """Whether one thing is ordered, and besides at most that it be saved: of two that only one were done of would be
    half a wish, and nobody would know."""
    if len(wish) > LONGEST:
        return False
    plain = re.sub(_Q.format("all"), "”", wish)
    parts = [part for part in _CLAUSES.split(plain) if _POLITE.sub("", part)]
    orders = [part for part in parts if not _SAVED.search(part) and not _STATES.search(part)]
    with_saving = [part for part in parts if _SAVED.search(part)]
    return len(orders) <= 1 and (bool(orders) or len(with_saving) == 1)


_KIND = r"(?:(?:contact|task|item|entry|section|note|node|bookmark|event|appointment|row|record|setting|key|line|heading|subtitle|card|person)\s+(?:of\s+|for\s+|called\s+|named\s+)?)?"
_SHU = r"(?:連絡先|タスク|項目|セクション|メモ|ノート|ノード|ブックマーク|予定|行|レコード|設定|見出し|字幕|人)"
_DELETES = (
    re.compile(
        rf"\b(?:delete|remove|drop|erase|take\s+out)\s+(?:the\s+)?{_KIND}(?:{_Q.format('quoted')}|(?P<bare>[^\s,;\"“][^,;\"“]{{0,50}}?))"
        r"(?=\s+(?:from|in|of|out)\b|\s+and\b|[.,;]|\s*$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:{_SHU})?の?{_Q.format('quoted')}(?:さん|様)?(?:の{_SHU})?を、?(?:削除|消去|消し|取り除)(?P<bare>(?!))?"
    ),
)
_REPLACES = (
    re.compile(
        rf"\breplace\s+(?:(?:the\s+)?(?:word|text)\s+)?{_Q.format('old')}\s+(?:with|by)\s+{_Q.format('quoted')}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_Q.format('old')}を、?(?:すべて|全て|全部)?{_Q.format('quoted')}に、?(?:すべて|全て|全部)?(?:置き換え|置換|変更|変え|直)"
    ),
)
_SHIFTS = re.compile(
    r"\b(?:shift|delay|earlier|later|sooner|forward|back(?:wards?)?|move)\w*|ずら|遅|早|前へ|後へ|後ろへ", re.IGNORECASE
)


def orders_in(wish: str, ending: str) -> list[Order]:
    """What the wish may order to be done to what the file holds, by its own words."""
    if ending in SUBTITLES and _SHIFTS.search(wish) and seconds_in(wish) is not None:
        return [Order("shift", said=wish)]
    found: list[Order] = []
    if (told := next((match for form in _REPLACES if (match := form.search(wish)) is not None), None)) is not None:
        found.append(Order("replace", value=told["quoted"], old=told["old"], said=wish))
    elif (told := next((match for form in _DELETES if (match := form.search(wish)) is not None), None)) is not None:
        found.append(Order("delete", (told["quoted"] or told["bare"] or "").strip(), said=wish))
    return found


async def _about_a_file(hand: Hand) -> bool:
    return bool(named(hand.wish)) and await meant(hand) is not None


async def _readings(hand: Hand) -> list[tuple[Step, Step | None]]:
    """Steps that the wish may mean, each with what comes after it."""
    wish = hand.wish
    file = await meant(hand)
    if file is None:
        return []
    name = next((one["name"] or one["ja"] for one in _OVER.finditer(wish)), "")
    save = Save((name,), "") if name and name != file.name else Save()
    found: list[tuple[Step, Step | None]] = []
    for sentence in (wish, _order(wish)):
        read = plan(sentence) if sentence else None
        if isinstance(read, Plan):
            found += [(step, save) for step in read.steps if isinstance(step, UseCommand | EditLine)][:1]
    plain = wish
    for one in (*(called.name for called in names(wish)), file.name, name):
        plain = plain.replace(one, " ") if one else plain
    if file.ending in PICTURES or file.ending == "pdf":
        found.append((UseCommand(plain), save))
    if (told := next((match for form in _SETS if (match := form.search(plain)) is not None), None)) is not None:
        value, old = told["quoted"] or told["bare"] or "", told["old"] or ""
        label, on = told["label"].strip(), (told["on"] or "").strip()
        if file.ending in (*SOUNDS, "pdf"):
            label = label if tag_of(label) or info_of(label) else ""
        if label and old:
            found.append((EditLine(label, "within", (value,), old=old), save))
        elif label and value:
            found.append(
                (
                    UseCommand(f"set {label}", ((label, value),), Target(on) if on and file.ending != "pdf" else None),
                    save,
                )
            )
    return (
        found
        if _SAVED.search(wish) or file.is_plain or file.ending == "pdf"
        else [one for one in found if one[1] == save]
    )


def _order(wish: str) -> str:
    """The sentence that orders something, where another only says what is open."""
    parts = re.split(r"(?<=[.!?。])\s+(?=[A-Z一-龯ァ-ヶ「])|(?<=。)", wish.strip())
    orders = [
        part for part in parts if not re.search(r"\b(?:is|are)\s+(?:already\s+)?open\b|開いて(?:います|いる)。?$", part)
    ]
    return " ".join(orders) if 0 < len(orders) < len(parts) else ""
