"""A deed that matters and that nothing in the task asks for, whatever was read: what holds when no text was.

A guard that waits for a text to speak of a deed fails with each text that it cannot read: drawn, spelt out, in another
language, heard. So a person who is asked about a deed is told as well that their task says nothing of the kind. It
raises no question of its own but about programs that are fetched: people who are asked often learn to say yes.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from deskhand.guard.injection.acts import Act, only_read, vague, waits
from deskhand.guard.injection.addresses import in_address
from deskhand.guard.injection.asked import asks, only_wonders
from deskhand.guard.injection.deeds import GRAVE, KINDS, asked_for
from deskhand.guard.injection.pressed import MEANS, about_the_same, goes_on, of_the_task, said
from deskhand.guard.injection.provenance import sends_away
from deskhand.guard.injection.running import commanded
from deskhand.guard.injection.trusted import Trusted, content
from deskhand.guard.interface import Consequence, Finding

SURE = 0.5
"""From which confidence on a finding says what the act would do, and not only that nobody can tell."""
_I = re.IGNORECASE
_KNOWN = re.compile(
    r"\b(?:the|an?|to|of|in|on|my|me|it|and|is|are|for|with|from|what|which|how|this|that|your|please|all)\b|[\u3040-\u30ff]",
    _I,
)
"""Words without which a task is in a language whose verbs are not known here."""
_COURTESY = re.compile(
    r"cookies?|consent|privacy|terms|agree|accept all|reject|decline|got it|同意|規約|クッキー|承知|了承|拒否", _I
)
"""What every page wants to have said before anything else."""
_CONTRACT = re.compile(r"\bcontract|契約", _I)
"""What nobody agrees to in passing."""
_PROGRAM = re.compile(
    r"\b(?:download|get|save)\b.*(?:\b(?:app|installer|setup|program|software|driver|plug-?in|extension|toolbar|client|tool)\b"
    r"|\.(?:exe|msi|deb|rpm|appimage|run|apk|dmg|jar|bat|sh)\b)|(?:アプリ|ソフト|プログラム|ドライバ).*ダウンロード",
    _I,
)
"""A download that is meant to be run. A page's own list as a file carries nothing out of the walls: of 60 pages on which
nobody wanted anything, 8 offered one."""
_FETCHES = re.compile(
    r"\b(?:download|save|get|fetch|export|install|keep|store|backup|back up|copy|print|send|attach|convert|collect|archive|need|want|give)\b"
    r"|ダウンロード|保存|取得|書き出|エクスポート|もらっ|手に入れ|印刷|送|コピー|変換",
    _I,
)
_UPLOADS = re.compile(
    r"\b(?:upload|attach|share|send|submit|drop|drag|add|put|hand|post|publish|import|convert|give)\b|添付|共有|送|提出|追加|渡|アップ",
    _I,
)
_AT_ONCE = re.compile(
    r"^(?:buy|order|pay|purchase|subscribe|donate|bid|book)(?: (?:it|this|these|them))?(?: now| today| at once| with one click)?[!.]?$"
    r"|^(?:今すぐ|すぐに)?(?:購入|注文|予約|支払)(?:する|う)?$",
    _I,
)
"""A link that says so may spend money by itself, as a button does."""
_KEEPS = re.compile(
    r"\bwget\b(?!.*\s-\w*O\s?-)|\bcurl\b.*\s(?:-\w*[oO]\b|--output|--remote-name)|\b(?:aria2c|yt-dlp)\b", re.DOTALL
)
"""A command that keeps what it fetches."""
_BY_NAME: frozenset[Consequence] = frozenset({"send", "delete", "settings", "accept"})
"""Deeds that many buttons of a page seem to do, and few do: ‘Schedule for later’, ‘Clear what I wrote’."""
_OF_THE_PAGE = re.compile(r"(?:run|execute|start)(?: (?:it|query|code|cell|all|selection))?|実行(?:する)?", _I)
"""What a page runs itself: a query, a cell. A program is called by its name, or run ‘anyway’."""
_DROPPED = frozenset({"icon", "section", "list item", "table cell", "tree item"})
"""What things are dropped on: no button, and called after no deed."""
_PRESSED = frozenset({"push button", "button", "menu item"})
"""What does as it is called at once. A box to tick waits for its form's button."""
_SECRETS = re.compile(
    r"\b(?:keys?|secrets?|passwords?|tokens?|credentials?|ssh|gpg|sign ?in|log ?in|certificates?|\.env|id_\w+)\b|鍵|パスワード|認証|秘密",
    _I,
)
_IMPLIED: Final[Mapping[Consequence, re.Pattern[str]]] = {
    "sign_in": re.compile(
        r"\b(?:sign|log|login|account|password|my|mine|our|inbox|e-?mails?|mail|book|buy|order|pay|post|send|reply|message|bank|profile|"
        r"subscri\w*|cancel|transfer|upload|unlock|connect|ssh|sudo|secret|key|credential\w*)\b"
        r"|ログイン|パスワード|私の|自分の|マイ|口座|注文|予約|購入|送|投稿|メール|会員|登録|振込|受信|鍵|認証|解約",
        _I,
    ),
    "install": re.compile(r"\b(?:build|compile|make|test|set ?up|program|app|software|package|library|tool)\b|ビルド|導入|アプリ|ソフト", _I),
    "leave": re.compile(
        r"\b(?:open|visit|go|browse|look|search|find|check|read|see|show|watch|navigate|load|connect|ssh|clone|download|fetch|get|upload|"
        r"share|back ?up|send|publish|deploy|sync|call|use)\b|開|見|調|探|検索|接続|取得|ダウンロード|送|共有|公開|同期|使",
        _I,
    ),
    "delete": re.compile(
        r"\b(?:rename|overwrite|export|convert|move|undo|restore|reset|revert|close|quit|exit|uninstall|merge|sort|edit|rewrite|without saving)\b"
        r"|上書き|書き換え|名前を変|変換|移動|元に戻|閉じ|終了|保存せず",
        _I,
    ),
    "settings": re.compile(r"\b(?:settings?|prefer\w*|options?|permi\w*|mode|default|dark|font|language|volume|wallpaper|theme)\b|設定|権限|モード|言語|音量|壁紙", _I),
}  # fmt: skip
"""How a task asks for more than it says: who is to read *my* messages has to sign in."""


def stray(act: Act, finding: Finding, task: Trusted, *, asked: bool, suspect: bool = False) -> Consequence | None:
    """The consequence of ``act`` that the task asks for nothing of; None where it does, or nobody can tell.

    ``asked``: whether a person is asked about the act anyhow. ``suspect``: whether something that was read may be an
    order: then what nobody can tell of a button is told as well, where the task only wants to know something.
    """
    if not task.text or task.hands_over or not _KNOWN.search(task.text):
        return None
    label = act.label.replace("_", " ")
    if label and said(label, task):
        return None
    if act.way == "type" and act.address:
        return in_address(act.words, task)
    pressed, does = act.way in ("click", "key"), finding.consequence
    if pressed and does in ("save", "navigate") and _PROGRAM.search(label) and not asks(_FETCHES, task.text):
        return "save"
    if pressed and does in ("save", "navigate", "pay") and _AT_ONCE.search(label):
        return None if asked_for(label, "pay", task.text) else "pay"
    for part in () if act.leads or waits(act, finding) else (finding, *finding.also):
        does = part.consequence
        if part is finding and (vague(act, finding) or (only_read(finding) and goes_on(label))):
            continue  # it should be asked about, and that is all that is known
        if asked and part.confidence >= SURE and does in GRAVE and not _bidden(act, label, does, task):
            return does
    unknown = asked and suspect and finding.confidence < SURE and act.way == "click" and bool(label)
    if unknown and not (act.leads or waits(act, finding) or goes_on(label)) and only_wonders(task.text):
        return None if of_the_task(label, task) else finding.consequence
    return None


def _bidden(act: Act, label: str, does: Consequence, task: Trusted) -> bool:
    """Whether the task asks for this, in so many words or without saying."""
    if does == "accept" and (not label or (_COURTESY.search(label) and not _CONTRACT.search(label))):
        return True
    if does == "sign_in" and act.way in ("click", "key") and label and content(label) <= MEANS and not _kind(label):
        return True  # ‘Next’ on a page that has a field for a password too
    if does == "install" and act.host and _OF_THE_PAGE.fullmatch(label.strip()):
        return True
    # Few of the buttons that seem to do so do it; but who only wants to know something presses none of them.
    unnamed = act.way in ("click", "key") and does in _BY_NAME and not _named_so(act, label, does)
    if unnamed and not (label and act.role in _PRESSED and only_wonders(task.text)):
        return True
    if act.way == "shell":
        if (bidden := commanded(act.words, task.text)) or (bidden is False and does == "delete"):
            return bool(bidden)  # who asks to close a window asks for no file to go
        if does == "sign_in":
            return _SECRETS.search(task.text) is not None
        if does == "leave" and sends_away(act.words):
            return asks(_UPLOADS, task.text)
        if does == "leave" and _KEEPS.search(act.words):
            return asks(_FETCHES, task.text)
        return asked_for("", does, task.text) or (does not in ("delete", "send") and _implied(does, task))
    wonders = act.way in ("click", "key") and bool(label) and only_wonders(task.text)
    if not wonders and asked_for(label, does, task.text):
        return True  # ‘Which files does it change?’ has nothing changed
    if bool(label) and about_the_same(label, does, task):
        return True
    if does == "leave" and act.way == "click":  # something is dropped on a page
        return asks(_UPLOADS, task.text)
    return _implied(does, task)


def _named_so(act: Act, label: str, does: Consequence) -> bool:
    """Whether a button is called after such a deed, and it is not only what stands around it that says so; of keys
    without a button, those that send off or delete."""
    if not label:
        return act.confirms or does == "delete"
    return act.role in _DROPPED or _kind(label)


def _kind(label: str) -> bool:
    return any(kind.label.search(label) for kind in KINDS)


def _implied(does: Consequence, task: Trusted) -> bool:
    pattern = _IMPLIED.get(does)
    return pattern is not None and pattern.search(task.text) is not None
