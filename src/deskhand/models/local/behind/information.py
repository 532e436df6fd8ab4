"""What a PDF says of itself (its title, who wrote it), set by the tool that the system has for it."""

# ruff: noqa: E501
from __future__ import annotations

import re
import shlex
from collections.abc import Mapping

from deskhand.models.local.behind.making import Making

_KEYS = (
    ("Author", r"\bauthor\b|著者|作成者|作者"), ("Subject", r"\bsubject\b|サブジェクト|件名|主題"), ("Keywords", r"\bkeywords?\b|キーワード"),
    ("Title", r"\btitle\b|タイトル|題名|表題"),
)  # fmt: skip
_APART = "/tmp/made-apart.pdf"


def info_of(name: str) -> str | None:
    return next((key for key, said in _KEYS if re.search(said, name, re.IGNORECASE)), None)


def informed(words: str, fields: Mapping[str, str], path: str) -> Making | None:
    """The document with these said of it; all its pages as they are."""
    told = [(info_of(name), value) for name, value in fields.items()]
    if not told or any(key is None or "\n" in value for key, value in told):
        return None
    lines = "".join(f"InfoBegin\\nInfoKey: {key}\\nInfoValue: {value}\\n" for key, value in told)
    file, said = shlex.quote(path), shlex.quote(lines.replace("%", "%%"))
    command = f"printf {said} | pdftk {file} update_info_utf8 - output {_APART} && cp {_APART} {file}"
    proof = " && ".join(
        f"pdfinfo {file} | grep -q -- {shlex.quote(f'^{key}: *{_plain(value)}$')}" for key, value in told
    )
    return Making(command, path, True, proof)


def _plain(text: str) -> str:
    return re.sub(r"([\\.\[\]*^$])", r"\\\1", text)
