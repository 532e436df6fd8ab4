"""Does a shell command do what a text says? By what it runs, and by the files and names that both hold.

‘notes.txt is obsolete’ says no ``rm``, and ‘a copy of report.txt is all we need’ no ``cp``. What a text that wants
something done must name is the thing; so a command that does more than look, with a thing that such a text names and
the task does not, serves the text.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.guard.injection.asked import asks
from deskhand.guard.injection.deeds import GRAVE, wishes
from deskhand.guard.injection.provenance import takes
from deskhand.guard.injection.trusted import fold
from deskhand.guard.interface import Consequence

_I = re.IGNORECASE
_DOES = (
    (
        r"rm|rmdir|shred|unlink|truncate|srm",
        r"delet|remov|eras|wip|clear|get rid|throw|trash|drop|clean|obsolete|outdated|no longer|destroy|can go|go(?:es)? now|has to go|have to go|they go|no need|nobody needs|not needed|unneeded|no use|no place|scrap|part with|void|bin\b|削除|消|捨|不要|処分",
        r"\b(?:delet\w*|remov\w*|eras\w*|wipe|clear|get rid|throw|trash|drop|clean|tidy|free|empty|make room)\b|削除|消し|捨て|整理|空け",
    ),
    (
        r"cp|mv|rsync|scp|install|tar|zip|7z|ln|rename",
        r"cop(?:y|ies)|mov|put|upload|shar|send|hand|need|leave|pack|back|renam|belong|expect|receiv|should lie|lies? in|写|コピー|移|共有|渡",
        r"\b(?:cop(?:y|ies)|move|put|upload|share|send|hand|pack|back(?: ?up)?|renam\w*|archive|zip|compress|sort|collect|duplicate|save)\b|写し|コピー|移|共有|渡し|圧縮|保存",
    ),
    (
        r"curl|wget|nc|ncat|mail|sendmail|ftp|sftp|ssh",
        r"send|upload|post|mail|report|download|fetch|get|open|visit|load|check|expect|await|hand|need|送|投稿|取|開",
        r"\b(?:send|upload|post|mail|download|fetch|get|retrieve|submit|connect|install)\b|送っ|送信|投稿|取得|ダウンロード|接続",
    ),
    (
        r"mkdir|touch|tee|echo|printf|cat|sed|dd",
        r"creat|mak|add|writ|tick|note|mark|sign|leave|put|chang|replac|counts? as|lies? in|作|書|記|こしらえ|設け|用意",
        r"\b(?:create|make|add|write|tick|note|mark|sign|put|change|replace|save|append|set|fix|edit|insert|build|generate|set ?up|start)\b|作|書|記|追加|変え|変更|保存|直し",
    ),
    (
        r"chmod|chown|passwd|usermod|useradd|adduser|setfacl|visudo",
        r"permi|access|allow|grant|right|password|user|change|open|clos|readable|writable|everyone|everybody|権限|許可",
        r"\b(?:permi\w*|access|allow|grant|rights|change|executable|readable|writable|protect|lock)\b|権限|許可",
    ),
    (
        r"pip3?|npm|npx|apt|apt-get|snap|gem|cargo|git|dpkg|flatpak|go|brew",
        r"install|need|get|add|clone|push|viewer|app|remote|commit|入れ|インストール",
        r"\b(?:install|get|add|clone|push|commit|publish|update|upgrade|set ?up|build|test|run|merge|fetch|pull|branch|undo|fix)\b|入れ|インストール|更新",
    ),
    (
        r"kill|pkill|killall|systemctl|service|crontab|at|shutdown|reboot",
        r"stop|kill|end|disabl|start|restart|turn|schedul|止|停止|起動",
        r"\b(?:stop|kill|end|disable|start|restart|turn|schedule|every|daily|hourly|quit|close|reboot)\b|止め|停止|起動|毎",
    ),
    (
        r"sh|bash|zsh|dash|python3?|perl|ruby|node|exec|xdg-open|\.?/?[\w./-]+\.(?:sh|run|py|bin|appimage)",
        r"run|start|execut|launch|install|open|実行|起動",
        r"\b(?:run|start|execute|launch|install|try|test|use|set ?up|build)\b|実行|起動|試",
    ),
)  # fmt: skip
"""Programs; how a text that wants them to be run may put it; and how a person asks for it."""
_PROGRAM = re.compile(r"(?:^|[;&|(\n]|\$\()\s*(?:sudo\s+|xargs\s+|nohup\s+|env\s+)*([\w./~-]+)")
_PARTS = re.compile(r"\s*(?:;|&&|\|\||\||\n)\s*")
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|no|not|nobody|never|do|does|goes|comes|with|without|so)\b"
    r"|[はがをにも].*[るたいうくつだす]",
    _I,
)
"""What says something, and is no name alone: a file may be called ‘tax letter 2024 copy.txt’."""
_WORDS = re.compile(r"[^\s;&|]+")
_ARGUMENT = re.compile(r"[\w@.-]{3,}", re.ASCII)
_MORE: frozenset[Consequence] = frozenset({"sign_in"})
"""What a command may do beside what it is for: who asks to copy asks for no key to be copied."""
_FETCHED = r"pip3?|npm|npx|apt|apt-get|snap|gem|cargo|git|dpkg|flatpak|go|brew|make|sh|bash|python3?|node"
"""Who is to install or build something reads how on the page: the command that stands there is the person's wish."""
_SHORTEST = 6
"""Letters of a command that is found written out."""
_SURE = 9
"""Letters and digits that are enough without the signs between them."""
_LISTED = re.compile(r"^[-dlcbps][rwxsStT-]{9}|^\s*[\x21-\x7e]+\s*$")
"""A line of a listing names files, and wants nothing of them."""


def carries(command: str, text: str, task: str, consequence: Consequence = "save") -> str:
    """What a command shares with a text that wants just that done; empty where the task asks for such a thing."""
    if consequence == "observe" or _LISTED.search(text):
        return ""
    programs, rows = _programs(command)
    asked = bool(rows) and consequence not in _MORE and all(asks(re.compile(asked, _I), task) for _, asked in rows)
    said, whole = fold(task), fold(text)
    for part in _PARTS.split(command):
        written = fold(part)
        if " " in written and written not in said and _stands_in(written, whole):
            return "" if asked and any(re.fullmatch(_FETCHED, program) for program in programs) else part
    words = set(_WORDS.findall(whole))
    speaks, wants = bool(programs & words) or any(_speaks(says, text) for says, _ in rows), wishes(text)
    if asked and (takes(task) or not (speaks and wants)):
        return ""
    least = 1 if speaks or wants or (consequence in GRAVE and _SENTENCE.search(text)) else 2
    placed = least > 1 and consequence not in GRAVE
    if placed and not _SENTENCE.search(text):
        return ""
    theirs = {_stem(word) for word in _ARGUMENT.findall(text)}
    shared: dict[str, str] = {}
    run_on = "".join(whole.split())  # a reader of pictures loses spaces
    for word in _ARGUMENT.findall(command):
        stem = _stem(word)
        if len(stem) < 3 or word in programs or stem in _EVERYWHERE or (stem in _FOLDERS and not (speaks or placed)):
            continue
        if stem in said and (asked or not speaks):
            continue  # the person spoke of it too: then the text must speak of what is done with it
        if stem in theirs or (len(stem) > 4 and stem in run_on):
            shared[stem] = word
        if len(shared) >= least and (speaks or not shared.keys() <= _FOLDERS):  # a folder's name alone is everybody's
            return next(word for stem, word in shared.items() if speaks or stem not in _FOLDERS)
    return ""  # nobody but this text gave the new thing its name, and its place


def _stands_in(command: str, text: str) -> bool:
    """Whether a command is written out in a text, both folded; a reader of pictures takes ``~`` for ``-``."""
    if len(command) >= _SHORTEST and command in text:
        return True
    letters = _letters(command)
    return len(letters) >= _SURE and letters in _letters(text)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def commanded(command: str, task: str) -> bool | None:
    """Whether the task asks for what a command's programs are for; None where they are not known here."""
    _, rows = _programs(command)
    return any(asks(re.compile(asked, _I), task) for _, asked in rows) if rows else None


def same_kind(command: str, text: str, task: str) -> bool:
    """Whether a command does the kind of thing that ``text`` speaks of, and that the task does not ask for."""
    _, rows = _programs(command)
    return any(_speaks(says, text) for says, _ in rows) and not any(
        asks(re.compile(asked, _I), task) for _, asked in rows
    )


def _speaks(says: str, text: str) -> bool:
    """Whether one of the words begins a word of the text: a ‘ladder’ adds nothing."""
    return re.search(rf"(?<![A-Za-z])(?:{says})", text, _I) is not None


def _programs(command: str) -> tuple[set[str], list[tuple[str, str]]]:
    """The programs of a command; how texts put what they do, and how tasks ask for it."""
    programs = {match.group(1) for match in _PROGRAM.finditer(command)}
    found = [(says, asked) for name, says, asked in _DOES if any(re.fullmatch(name, program) for program in programs)]
    return programs, found


_EVERYWHERE = frozenset(["home", "user", "users", "tmp", "the", "and", "txt", "example", "http", "https", "www"])
_FOLDERS = frozenset(["documents", "shared", "downloads", "desktop"])
"""Names that many texts hold: what is done there must be spoken of as well."""


def _stem(word: str) -> str:
    """A file's name without its ending, in one case: texts write ``notes`` for ``notes.txt``."""
    word = word.strip(".-").casefold()
    head, _, ending = word.rpartition(".")
    return head if word.count(".") == 1 and len(ending) <= 4 and len(head) > 2 else word
