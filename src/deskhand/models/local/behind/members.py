"""One file of an archive: taken out of it, or thrown out."""

from __future__ import annotations

import re
import shlex

from deskhand.models.local.behind.making import Making

_OUT = re.compile(r"\b(?:extract|unpack|unzip|take\s+out|copy)\w*|展開|解凍|取り出|抽出", re.IGNORECASE)
_AWAY = re.compile(r"\b(?:delet|remov|erase|drop)\w*|削除|取り除|消", re.IGNORECASE)
_TAR = re.compile(r"\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz)$", re.IGNORECASE)


def listing(path: str) -> str:
    """The command that names what is in it, one a line."""
    archive = shlex.quote(path)
    if _TAR.search(path):
        return f"tar -tf {archive}"
    return f"7z l -ba -slt {archive} | sed -n 's/^Path = //p'" if path.endswith(".7z") else f"unzip -Z1 {archive}"


def takes_out(words: str) -> bool:
    return _OUT.search(words) is not None


def taken(words: str, path: str, member: str, folder: str) -> Making | None:
    """The file put into a folder; nothing that is there is written over."""
    if not takes_out(words):
        return None
    archive, name, to = shlex.quote(path), shlex.quote(member), shlex.quote(folder)
    made = f"{folder}/{member}"
    if _TAR.search(path):
        command = f"tar -xkf {archive} -C {to} {name}"
    elif path.lower().endswith(".zip"):
        command = f"unzip -nq {archive} {name} -d {to}"
    elif path.lower().endswith(".7z"):
        command = f"7z x -aos -y -o{to} {archive} {name} >/dev/null"
    else:
        return None
    return Making(f"[ ! -e {shlex.quote(made)} ] && {command}", made)


def thrown_out(words: str, path: str, member: str) -> Making | None:
    """The archive without the file. A packed tar is no such: it would have to be made anew."""
    if not _AWAY.search(words):
        return None
    archive, name = shlex.quote(path), shlex.quote(member)
    if path.lower().endswith(".zip"):
        command = f"zip -qd {archive} {name}"
    elif path.lower().endswith(".tar"):
        command = f"tar --delete -f {archive} {name}"
    elif path.lower().endswith(".7z"):
        command = f"7z d {archive} {name} >/dev/null"
    else:
        return None
    return Making(command, path, True)
