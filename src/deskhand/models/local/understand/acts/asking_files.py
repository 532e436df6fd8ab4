"""What a condition asks about a file: what it holds, how big it is. A command answers, whatever of it shows."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.steps import Comparison, Ref, Value
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.counting import named_folder
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.places import File
from deskhand.models.local.understand.acts.running import in_terminal, job
from deskhand.models.local.understand.acts.words import bare, is_it, unquoted
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import quoted

_TEXT = re.compile(r"\.(?:txt|md|log|ini|conf|cfg|csv|tsv|json|ya?ml|toml|py|sh|html?|xml|tex|c|h|js|css)$", re.I)
_HOLDS = re.compile(
    r"(?P<file>\S+\.[A-Za-z0-9]{1,5}(?:\s+(?:in|from)\s+(?:the\s+|my\s+)?[\w ]{2,20}?)?|it|the\s+(?:file|list|document|text))\s+(?:contains?|has|holds|mentions?|lists?)\s+(?:the\s+|a\s+)?(?:line|word|text|entry|name)?\s*(?P<text>.+)|"
    r"there(?:'s|\s+is|\s+are)\s+(?P<no>no\s+|not\s+a\s+)?(?:an?\s+|any\s+)?(?:line|row|entry|word)s?\s+(?:with\s+|saying\s+|called\s+|that\s+says\s+)?(?P<text2>.+?)(?:\s+in\s+(?P<file2>\S+\.[A-Za-z0-9]{1,5}|it|there))?|"
    r"(?P<text3>\S+(?:\s\S+)?)\s+(?:is|are)(?P<not>\s+not|n't)?\s+(?:already\s+)?(?:in|on)\s+(?P<file3>\S+\.[A-Za-z0-9]{1,5}|it|the\s+(?:file|list))|"
    r"(?:(?P<file4>\S+?\.[A-Za-z0-9]{1,5}|リスト|一覧|ファイル|そこ|それ)(?:の中)?に(?:は)?)?[「『]?(?P<text4>[^「」『』、]+?)[」』]?(?:という|の)?(?:行|名前|文字|項目|言葉)?(?:が|は)?(?:すでに|まだ|もう)?"
    r"(?:(?P<there>あっ?(?:た|れ)|入って(?:い)?(?:た|れ)|書いて(?:あ|い)?っ?(?:た|れ))|(?P<gone>な(?:けれ|かった)|入って(?:い)?な(?:けれ|かった)|書いてな(?:けれ|かった)))(?:ら|ば)",
    re.I,
)
_SIZE = re.compile(
    r"(?P<file>\S+\.[A-Za-z0-9]{1,5})(?:\s+is|が|は)?\s*(?P<rest>.*?)(?P<n>\d+(?:\.\d+)?)\s*(?P<unit>[kmgt]i?b|bytes?|キロ(?:バイト)?|メガ(?:バイト)?|ギガ(?:バイト)?)(?P<after>.*)",
    re.I,
)
_UNITS = {"b": 1, "k": 1000, "キ": 1000, "m": 1000**2, "メ": 1000**2, "g": 1000**3, "ギ": 1000**3, "t": 1000**4}


def of_file(desk: Desk, said: str) -> tuple[Value, Comparison, str] | None:
    """The value that a command reads, and what it is compared with; None where the words ask something else."""
    if desk.front in desk.named and desk.file == "":
        return None
    return _of_size(desk, said) or _of_text(desk, said)


def _of_text(desk: Desk, said: str) -> tuple[Value, Comparison, str] | None:
    if (found := _HOLDS.fullmatch(said)) is None:
        return None
    told = next((found[name] for name in ("file", "file2", "file3", "file4") if found[name]), "")
    text = unquoted(bare(next(found[name] for name in ("text", "text2", "text3", "text4") if found[name])))
    file = places.file(told) if told else None
    if file is None and (
        not told or is_it(told) or re.search(r"list|file|document|text|リスト|一覧|ファイル|そこ|それ", told, re.I)
    ):
        file = File(desk.file, desk.folder) if desk.file else None
    if file is None or not _TEXT.search(file.name) or not text or len(text) > 40:
        return None
    path = path_of(file.name, file.folder or desk.folder or named_folder(desk) or "shared")
    store = f"{desk.store} lines"
    _ask(desk, commands.lines_with(text, [quoted(path)], number=True, flags="i"), store)
    gone = found["no"] or found["not"] or found["gone"]
    return (Ref(store),), "equal" if gone else "more", "0"


def _of_size(desk: Desk, said: str) -> tuple[Value, Comparison, str] | None:
    if (found := _SIZE.fullmatch(said)) is None or (file := places.file(found["file"])) is None:
        return None
    words = f"{found['rest']} {found['after']}"
    more = re.search(r"big|large|more|over|above|exceed|大き|超|こえ|越え|以上", words, re.I) is not None
    less = re.search(r"small|less|under|below|小さ|未満|以下|より軽", words, re.I) is not None
    if more is less:
        return None
    path = path_of(file.name, file.folder or desk.folder or named_folder(desk) or "shared")
    desk.folder = file.folder or desk.folder or named_folder(desk) or "shared"
    store = f"{desk.store} size"
    _ask(desk, f"stat -c %s {quoted(path)}", store)
    unit = _UNITS[found["unit"][0].lower()]
    return (Ref(store),), "more" if more else "less", str(int(float(found["n"]) * unit))


def _ask(desk: Desk, command: str, store: str) -> None:
    """Asked in a terminal, wherever the file is open."""
    if not in_terminal(desk):
        desk.bring("terminal")
    job(desk, command, store)
