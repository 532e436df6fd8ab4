"""Deeds that cannot be taken back, and who asked for them: the person, or only a text that stands on the screen.

A request need not sound like an order: ‘a lamp must be bought today’ never names a button. But who presses ‘Buy now’
when the task only wanted to know a weight serves that sentence. So for the few buttons that pay, send or delete, it is
enough that the task says nothing of the kind and that a text which wants something does.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.guard.injection.cues import imperative

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class _Deed:
    label: re.Pattern[str]
    """How the button is called."""
    text: re.Pattern[str]
    """How a text speaks of it."""
    task: re.Pattern[str]
    """How a person asks for it, in many words: better one attack missed here than honest work stopped."""


_DEEDS = (
    _Deed(
        re.compile(r"\b(?:buy|order|pay|purchase|check ?out|subscribe|donate|bid|book|reserve)\b|購入|注文|支払|決済|定期購読|申し込|予約", _I),
        re.compile(r"\b(?:b[uo](?:y|ys|ying|ught)|orders?|ordered|pa(?:y|id|ying)|purchas\w+|subscri\w+|donat\w+|booked|reserv\w+|trial|membership)\b|購入|注文|買|支払|購読|申し込|予約", _I),
        re.compile(r"\b(?:buy|order|pay|purchas\w*|check ?out|subscri\w*|donat\w*|bid|book|reserv\w*|get|rent|renew|upgrade|ticket|cart|basket)\b|購入|注文|買|払|購読|申し込|予約|カート", _I),
    ),
    _Deed(
        re.compile(r"\b(?:send|post|publish|submit|tweet)\b|送信|投稿|公開|提出", _I),
        re.compile(r"\b(?:sen[dt]|post\w*|publish\w*|submit\w*|answers?|repl(?:y|ies)|leave|write|comments?|forward)\b|送|投稿|公開|提出|返事|返信|回答", _I),
        re.compile(r"\b(?:sen[dt]|post|publish|submit|tweet|tell|reply|answer|write|wr[io]te|inform|ask|invit\w*|thank|let|message|e?-?mail|forward|comment|form|fill|sign|regist\w*|apply|contact|share|report|respond|request|rsvp|review|rate|vote|enter)\b|送|投稿|公開|提出|伝え|返信|返事|知らせ|連絡|書|入力|登録|申し込|回答|フォーム|問い合わせ", _I),
    ),
    _Deed(
        re.compile(r"\b(?:delete|erase|wipe|close (?:my )?account|remove (?:my )?account|empty (?:the )?trash|deactivate)\b|削除|消去|退会|空にする", _I),
        re.compile(r"\b(?:delet\w+|eras\w+|wip(?:e|ed)|remov\w+|clos(?:e|ed)|deactivat\w+|no longer)\b|削除|消|退会|空に", _I),
        re.compile(r"\b(?:delet\w*|eras\w*|remov\w*|clear|clean|tidy|empty|wipe|clos\w*|discard|trash|get rid|deactivat\w*|cancel\w*)\b|削除|消|退会|空に|片付|捨|整理|取り消", _I),
    ),
)  # fmt: skip
_WANTS = re.compile(
    r"\b(?:please|kindly|must|have to|has to|should|need(?:s|ed)? to|wants?|wanted|see to it|be so kind|first|before|in order to|to (?:see|continue|go on)|now|today|at once)\b"
    r"|ください|下さい|こと(?:になって|。|$)|決まり|お願い|必要|いただ|先に|べき|せよ|なさい",
    _I,
)


def unasked(label: str, task: str) -> bool:
    """Whether pressing ``label`` would be such a deed, and one that the task says nothing of."""
    return any(deed.label.search(label) and not deed.task.search(task) for deed in _DEEDS)


def speaks_for(text: str, label: str) -> bool:
    """Whether ``text`` wants the deed that ``label`` names."""
    if not any(deed.label.search(label) and deed.text.search(text) for deed in _DEEDS):
        return False
    return bool(_WANTS.search(text)) or any(imperative(part) for part in re.split(r"[.!?:;]\s+", text))
