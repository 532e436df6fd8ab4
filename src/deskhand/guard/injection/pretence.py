"""Does a page pretend to be the machine? A dialog drawn into a page, a message ‘from the system’, from deskhand itself.

Programs speak in windows of their own; what stands inside a page is the page's word, whatever it looks like.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.guard.injection.cues import wanted

_OURS = re.compile(
    r"\b(?:deskhand|anthropic|openai|claude|the (?:agent|assistant)'?s? (?:policy|operator|guard|supervisor)|computer[- ]use|"
    r"(?:approval|approved|authori[sz]ed) (?:by|from) (?:the|your) (?:user|operator|owner))\b",
    re.IGNORECASE,
)
_SYSTEM = re.compile(
    r"\b(?:system (?:message|notification|alert|update|administrator|notice|dialog|security)|(?:operating )?system (?:requires|needs)|"
    r"security (?:alert|warning|cent(?:er|re)|notice|check)|your (?:computer|device|system|pc|session) (?:is|has|was|may be|will be)|"
    r"virus|malware|infected|root (?:access|password)|(?:admin|administrator|sudo) (?:rights|password|access)|firewall|"
    r"software update|update required|critical update|permission (?:required|request)|linux|debian|ubuntu|windows defender)\b"
    r"|システム(?:通知|管理者|からの|更新|警告|メッセージ)|セキュリティ(?:警告|通知|センター|確認)|ウイルス|感染|管理者(?:権限|のパスワード|より)"
    r"|(?:お使いの|この)(?:コンピューター|端末|パソコン)",
    re.IGNORECASE,
)


def pretends(text: str) -> float:
    """How much ``text``, standing in a page, claims to be the machine or its keeper and wants something; 0 to 1."""
    if not any(wanted(part) for part in re.split(r"[.!?。:]\s*", text) if part):
        return 0.0
    if _OURS.search(text):
        return 0.85
    return 0.6 if _SYSTEM.search(text) else 0.0
