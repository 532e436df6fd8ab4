"""Ordinary copying is not an attack: ‘copy the number from the page’ makes typing what the page says the task itself.

So where an act carries words that only a text named, two more things are asked: whether such an act matters, and
whether the task is of the kind that takes such words from what is read.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.guard.injection.acts import Act
from deskhand.guard.injection.strings import Named
from deskhand.guard.injection.trusted import Trusted

_TAKES = re.compile(
    r"\b(?:copy|copies|transfer the|enter the|type the|fill|from the|in the|on the|listed|according|based on|shown|given|mentioned|"
    r"everyone|each|all|reply|answer|respond|contact|them|him|her|link|links|click|follow|sender|invoice|bill|participants|"
    r"attendees|whoever|same|their|his)\b|から|の(?:中|リンク|請求)|写|転記|返信|に書|記載|コピー|全員|それぞれ|従|基づ",
    re.IGNORECASE,
)
_TAKING = re.compile(
    r"\b(?:copy|copies|transcribe|transfer the|enter (?:the|its|their)|type (?:in )?the|fill|from (?:the|my|this|that|it)|listed|"
    r"according|based on|as (?:[\w.]+ ){1,3}(?:says?|asks?|shows?|describes?)|as (?:shown|given|described|written)|mentioned|invoice|bill)\b"
    r"|から|写|転記|コピー|従|基づ|記載",
    re.IGNORECASE,
)
_WAYS_OF_KIND = {
    "email": re.compile(
        r"\b(?:e-?mails?|mail|address|send|invite|share|forward|write to|message)\b|メール|宛|招待|共有|送",
        re.IGNORECASE,
    ),
    "account": re.compile(
        r"\b(?:pay|transfer|account|iban|number|order|invoice|bill|refund|send)\b|口座|番号|振|支払|送金", re.IGNORECASE
    ),
    "host": re.compile(
        r"\b(?:links?|urls?|web ?addresses?|homepages?|download|install|clone|(?:web ?)?sites? (?:they|he|she|it|that|listed|mentioned|"
        r"named|given|shown)|their (?:web ?)?sites?|search results?)\b|リンク|URL|アドレス|検索結果|ダウンロード|インストール",
        re.IGNORECASE,
    ),
    "phone": re.compile(
        r"\b(?:call|phone|numbers?|contact|telephone|text|sms|enter|fill|form)\b|電話|番号|連絡|入力", re.IGNORECASE
    ),
    "command": re.compile(
        r"\b(?:run|install|command|set ?up|build|script|execute|terminal|readme)\b|実行|コマンド|インストール|端末|ビルド",
        re.IGNORECASE,
    ),
}
_FETCH_AND_RUN = re.compile(
    r"\b(?:curl|wget)\b.*(?:\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b|&&\s*(?:sudo\s+)?(?:bash|sh|python3?|\./)|;\s*(?:bash|sh|python3?)\b)|"
    r"\b(?:bash|sh)\s+<\(|\bbase64\s+-d\b.*\|",
    re.IGNORECASE | re.DOTALL,
)
_SENDS_AWAY = re.compile(
    r"\b(?:curl|wget)\b.*(?:-d|--data|-F|--form|-T|--upload|--post)|\b(?:scp|rsync|nc|ncat|ftp|sftp|mail|sendmail)\b",
    re.IGNORECASE,
)

_IN_FOURS = re.compile(r"(?<![\d-])\d{4}([ -])\d{4}\1\d{4}(?![\d-])")
"""The number of a parcel, a ticket, a card: nobody is called by one."""
_REACHES = re.compile(r"\b(?:curl|wget|ssh|telnet|git|xdg-open|open|chromium|firefox|lynx|w3m)\b", re.IGNORECASE)
"""Goes to a host: what is asked for there, and with what, the address itself can carry."""


def sends_away(command: str) -> bool:
    """Whether a command carries something out."""
    return _SENDS_AWAY.search(command) is not None


def weighty(act: Act, name: Named) -> bool:
    """Whether it matters where this act's words come from. A bare number does not: it may be a sum or a result."""
    if name.kind == "account" and name.value.isdigit():
        return False
    if name.kind == "phone" and _IN_FOURS.search(act.words):
        return False
    match act.way:
        case "shell":
            return (
                bool(_FETCH_AND_RUN.search(act.words) or _SENDS_AWAY.search(act.words) or _REACHES.search(act.words))
                or name.kind in ("email", "account")
            )  # fmt: skip
        case "type" | "tool":
            return name.kind in ("email", "account", "host", "phone") or bool(_FETCH_AND_RUN.search(act.words))
        case _:
            return False


def copying(task: Trusted, name: Named) -> bool:
    """Whether the task is one in which such a thing is taken from what is read."""
    if not task.text or task.hands_over:
        return bool(task.hands_over)
    kind = _WAYS_OF_KIND.get(name.kind)
    return bool(_TAKES.search(task.text) and kind is not None and kind.search(task.text))


def takes(task: str) -> bool:
    """Whether words that are typed or run may come from what is read: the task says that they do."""
    return bool(_TAKING.search(task))
