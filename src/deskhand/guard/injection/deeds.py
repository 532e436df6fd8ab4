"""Deeds that matter to others, and who asked for them: the person, or only a text that was read.

A request need not sound like an order: ‘a lamp must be bought today’ never names a button. But who presses ‘Buy now’
when the task only wanted to know a weight serves that sentence. So for buttons and commands that pay, send, delete,
share, agree, install, vote, join or switch something off, it is enough that the task says nothing of the kind and that
a text which wants something does, however little it looks like an order.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.guard.injection.cues import COMMANDS, imperative
from deskhand.guard.injection.trusted import fold
from deskhand.guard.injection.wrapping import bare

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class _Deed:
    label: re.Pattern[str]
    """How the button is called."""
    text: re.Pattern[str]
    """How a text speaks of it."""
    task: re.Pattern[str]
    """How a person asks for it, in many words: better one attack missed here than honest work stopped."""
    command: re.Pattern[str] = re.compile(r"(?!)")
    """How a shell does it."""


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
        re.compile(r"(?:^|[;&|(]\s*|\bsudo\s+|\bxargs\s+)(?:rm|rmdir|shred|unlink|truncate)\s|\bfind\b.*-delete\b"),
    ),
    _Deed(
        re.compile(r"\b(?:add|put|move)\b.{0,12}\b(?:cart|basket|bag)\b|カート|かご|カゴ|バスケット", _I),
        re.compile(r"\b(?:cart|basket|bag|buy|order|purchase|take|get|put|add)\b|カート|かご|カゴ|購入|買|注文|入れ", _I),
        re.compile(r"\b(?:cart|basket|bag|buy|order|purchas\w*|get|add|put|shop\w*|collect|pick|choose|check ?out)\b|カート|かご|カゴ|購入|買|注文|入れ|選", _I),
    ),
    _Deed(
        re.compile(r"\b(?:share|make public|publish|invite|transfer|grant|give access|add (?:member|people|user|guest)s?)\b|共有|公開|招待|譲渡|権限", _I),
        re.compile(r"\b(?:shar\w+|public\w*|publish\w*|invit\w+|transfer\w*|grant\w*|access|let .{1,30} (?:in|see|have|read|edit)|add\w*|give)\b|共有|公開|招待|譲|権限|見せ|加え", _I),
        re.compile(r"\b(?:shar\w*|public\w*|publish\w*|invit\w*|transfer\w*|grant\w*|access|send|give|add|let|pay|people|members?|guests?|permissions?)\b|共有|公開|招待|譲|権限|送|追加|加え|振込|振り込", _I),
        re.compile(r"\bchmod\b.*(?:777|o[+=]|a[+=])|~?/?\bShared/"),
    ),
    _Deed(
        re.compile(r"\b(?:accept|agree|approve|allow|authori[sz]e|consent|sign (?!in|out|up|off)|confirm|verify|claim|redeem)\b|同意|承認|許可|署名|承諾|確認", _I),
        re.compile(r"\b(?:accept\w*|agree\w*|approv\w*|allow\w*|authori[sz]\w*|consent\w*|sign\w*|confirm\w*|verif\w+|claim\w*|redeem\w*|collect)\b|同意|承認|許可|署名|承諾|確認|受け取", _I),
        re.compile(r"\b(?:accept\w*|agree\w*|approv\w*|allow\w*|authori[sz]\w*|consent\w*|cookies?|sign\w*|confirm\w*|verif\w*|claim\w*|redeem\w*|collect|delet\w*|remov\w*|book\w*|order\w*|buy|pay|send|chang\w*|save|finish|regist\w*|join|creat\w*|set|install\w*|fill|submit|form)\b|同意|承認|許可|署名|承諾|確認|受け取|申し込|登録|削除|予約|注文|支払|送|変更|設定|入力|フォーム", _I),
    ),
    _Deed(
        re.compile(r"\b(?:install|update now|upgrade|download|run (?!time)|execute)\b|インストール|アップデート|ダウンロード|今すぐ更新|実行", _I),
        re.compile(r"\b(?:install\w*|updat\w+|upgrad\w+|download\w*|run|execut\w+|viewer|player|plug-?in)\b|インストール|アップデート|ダウンロード|更新|実行", _I),
        re.compile(r"\b(?:install\w*|updat\w*|upgrad\w*|download\w*|run|execut\w*|set ?up|get|fetch|save|build|need|use|file|open|try|script|program|app|version)\b|インストール|アップデート|ダウンロード|更新|実行|取得|保存|使|導入|ファイル", _I),
        re.compile(r"\b(?:pip3?|npm|apt(?:-get)?|dpkg|gem|cargo|snap|flatpak)\s+(?:-\S+\s+)*(?:install|add|i)\b|\b(?:curl|wget)\b.*\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b"),
    ),
    _Deed(
        re.compile(r"\b(?:like|follow|upvote|downvote|vote|rate|recommend|report (?!of)|block|mute|ban|join|leave (?:group|channel|team|server|room))\b|いいね|フォロー|投票|評価|通報|ブロック|参加|退出", _I),
        re.compile(r"\b(?:lik(?:e|ing)|follow\w*|upvot\w+|vot\w+|rat(?:e|ing)|stars?|recommend\w*|report\w*|block\w*|mut(?:e|ing)|bann?\w*|join\w*|leav\w+)\b|いいね|フォロー|投票|評価|通報|ブロック|参加|退出", _I),
        re.compile(r"\b(?:lik(?:e|ing)|follow\w*|upvot\w*|downvot\w*|vot\w+|rat(?:e|ing)|stars?|recommend\w*|report\w*|block\w*|mut(?:e|ing)|bann?\w*|join\w*|leav\w*|attend|regist\w*|sign|poll|survey|member)\b|いいね|フォロー|投票|評価|通報|ブロック|参加|退出|登録|出席|アンケート", _I),
    ),
    _Deed(
        re.compile(r"\b(?:turn off|switch off|disable|deactivate|revoke|reset|unsubscribe|cancel (?:sub\w+|order|booking|reservation|plan|membership|appointment))\b|無効|オフにする|解除|解約|リセット|停止する|予約を?(?:取り?消|キャンセル)", _I),
        re.compile(r"\b(?:turn\w*|switch\w*|off|disabl\w+|deactivat\w+|revok\w+|reset\w*|unsubscrib\w+|cancel\w*|end)\b|無効|オフ|解除|解約|リセット|停止|取り?消|キャンセル", _I),
        re.compile(r"\b(?:turn\w*|switch\w*|off|disabl\w+|deactivat\w*|revok\w*|reset\w*|unsubscrib\w*|cancel\w*|stop|end|chang\w*|set\w*|mail|newsletter|configur\w*|remove|undo|move|postpone)\b|無効|オフ|解除|解約|リセット|停止|取り?消|キャンセル|設定|変更|止め|やめ", _I),
    ),
)  # fmt: skip
_PART = re.compile(r"[.!?:;,。！？]\s+|[\n。]|\s[–—-]\s|\s(?:and|then|so|but)\s")
_WANTS = re.compile(
    r"\b(?:please|kindly|must|have to|has to|should|need(?:s|ed)? to|wants?|wanted|see to it|be so kind|first|before|in order to|to (?:see|continue|go on)|now|today|at once)\b"
    r"|ください|下さい|こと(?:になって|。|$)|決まり|お願い|必要|いただ|先に|べき|せよ|なさい",
    _I,
)


def unasked(label: str, task: str, command: str = "") -> bool:
    """Whether pressing ``label`` (or running ``command``) would be such a deed that the task says nothing of."""
    return any(_done(deed, label, command) and not deed.task.search(task) for deed in _DEEDS)


def speaks_for(text: str, label: str, task: str = "", command: str = "") -> bool:
    """Whether ``text`` wants the deed that ``label`` or ``command`` does, and that ``task`` says nothing of."""
    if not any(
        _done(deed, label, command) and not deed.task.search(task) and deed.text.search(text) for deed in _DEEDS
    ):
        return False
    return wishes(text)


def wishes(text: str) -> bool:
    """Whether a text wants anything to be done: a command, a need, a wish, at its beginning or within."""
    return bool(_WANTS.search(text)) or any(imperative(bare(part), COMMANDS) for part in _PART.split(text))


def _done(deed: _Deed, label: str, command: str) -> bool:
    return bool((label and deed.label.search(label)) or (command and deed.command.search(command)))


_DOES = (
    (r"rm|rmdir|shred|unlink|truncate", r"delet|remov|eras|wip|clear|get rid|throw|trash|drop|clean|obsolete|no longer|削除|消|捨"),
    (r"cp|mv|rsync|scp|install|tar|zip", r"cop(?:y|ies)|mov|put|upload|shar|send|hand|need|leave|pack|back|renam|写|コピー|移|共有|渡"),
    (r"curl|wget|nc|mail|sendmail", r"send|upload|post|mail|report|download|fetch|get|open|visit|load|check|送|投稿|取|開"),
    (r"mkdir|touch|tee|echo|printf", r"creat|mak|add|writ|tick|note|mark|sign|leave|put|作|書|記"),
    (r"chmod|chown|passwd|usermod|useradd|adduser", r"permi|access|allow|grant|right|password|user|change|権限|許可"),
    (r"pip3?|npm|apt|apt-get|snap|gem|cargo|git", r"install|need|get|add|clone|push|viewer|入れ|インストール"),
    (r"kill|systemctl|service|crontab", r"stop|kill|end|disabl|start|restart|turn|schedul|止|停止"),
)  # fmt: skip
"""Programs, and how a text that wants them to be run may put it."""
_PROGRAM = re.compile(r"(?:^|[;&|(\n]|\$\()\s*(?:sudo\s+|xargs\s+)?([\w.-]+)")
_ARGUMENT = re.compile(r"[\w@.-]{3,}", re.ASCII)


def carries(command: str, text: str, task: str) -> str:
    """What a shell command shares with a text that wants just that done: a file, a name that the task never said."""
    programs, wanted = _programs(command)
    if not wanted or any(re.search(says, task, _I) for says in wanted):
        return ""  # a task that copies or deletes takes the names from what it reads
    if len(command) > 5 and fold(command) in fold(text) and fold(command) not in fold(task):
        return command  # it is written out there
    if not any(re.search(says, text, _I) for says in wanted) or not wishes(text):
        return ""
    said = task.casefold()
    theirs = {_stem(word) for word in _ARGUMENT.findall(text)}
    run_on = "".join(text.casefold().split())  # a reader of pictures loses spaces
    for word in _ARGUMENT.findall(command):
        stem = _stem(word)
        if len(stem) < 3 or word in programs or stem in said or stem in _EVERYWHERE:
            continue
        if stem in theirs or (len(stem) > 4 and stem in run_on):
            return str(word)
    return ""


def same_kind(command: str, text: str, task: str) -> bool:
    """Whether a command does the kind of thing that ``text`` speaks of, and that the task does not."""
    _, wanted = _programs(command)
    return any(re.search(says, text, _I) for says in wanted) and not any(re.search(says, task, _I) for says in wanted)


def _programs(command: str) -> tuple[set[str], list[str]]:
    """The programs of a command, and how texts put what they do."""
    programs = {match.group(1) for match in _PROGRAM.finditer(command)}
    return programs, [says for name, says in _DOES if any(re.fullmatch(name, program) for program in programs)]


_EVERYWHERE = frozenset(["home", "user", "users", "tmp", "the", "and", "documents", "shared", "txt", "example", "http", "https", "www"])  # fmt: skip


def _stem(word: str) -> str:
    """A file's name without its ending, in one case: texts write ``notes`` for ``notes.txt``."""
    word = word.strip(".-").casefold()
    head, _, ending = word.rpartition(".")
    return head if word.count(".") == 1 and len(ending) <= 4 else word
