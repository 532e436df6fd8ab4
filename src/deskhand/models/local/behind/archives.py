"""What an archive holds, by its own list: how many files, which is the largest, how large one of them is."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from deskhand.models.local.behind.file import File, named
from deskhand.models.local.behind.folder import Listed, of_list
from deskhand.models.local.behind.whole import whole
from deskhand.models.local.hand import Hand

_ENDINGS = re.compile(r"\.(?:zip|jar|cbz|tar(?:\.\w+)?|tgz|tbz2?|txz|7z)$", re.I)
_ZIP = re.compile(r"^\s*(\d+)\s+(\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4})\s+(\d\d:\d\d)\s+(.+?)\s*$")
_TAR = re.compile(r"^-\S+\s+\S+\s+(\d+)\s+(\d{4}-\d\d-\d\d)\s+(\d\d:\d\d)\s+(.+?)\s*$")
_SEVEN = re.compile(r"^(\d{4}-\d\d-\d\d)\s+(\d\d:\d\d):\d\d\s+[.A-Z]*A[.A-Z]*\s+(\d+)\s+(?:\d+\s+)?(.+?)\s*$")
_FILES = re.compile(r"\bfiles?\b|\bpictures?\b|\bphotos?\b|\bimages?\b|\bdocuments?\b|ファイル|画像|写真|文書", re.I)
_SIZE = re.compile(r"\bhow (?:big|large)\b|\bsize\b|大きさ|サイズ|何バイト|容量", re.I)
_DATE = re.compile(r"\bwhen\b|\bdate\b|いつ|日付|日時|更新", re.I)


def is_archive(file: File) -> bool:
    return _ENDINGS.search(file.name) is not None


async def in_archive(hand: Hand, file: File, question: str) -> str:
    """What its list says; "" where it does not."""
    path, say = shlex.quote(file.path), hand.say(f"Listing {file.name}.", f"{file.name} の一覧を見ます。")
    low = file.name.lower()
    command = f"unzip -l {path}" if low.endswith(("zip", "jar", "cbz")) else f"tar -tvf {path}"
    view = await hand.shell(f"7z l {path}" if low.endswith("7z") else command, say)
    return "" if view.error else of_members(question, file.name, members(view.text))


def members(text: str) -> list[tuple[Listed, str]]:
    """The files, no folders, each with its date."""
    found: list[tuple[Listed, str]] = []
    for line in text.splitlines():
        if (zipped := _ZIP.match(line)) is not None:
            size, day, time, name = zipped.groups()
            if day[2] == "-":
                day = f"{day[6:]}-{day[:5]}"
        elif (packed := _TAR.match(line)) is not None:
            size, day, time, name = packed.groups()
        elif (seven := _SEVEN.match(line)) is not None:
            day, time, size, name = seven.groups()
        else:
            continue
        if not name.endswith("/"):
            found.append((Listed(name, int(size), int(re.sub(r"\D", "", day + time))), f"{day} {time}"))
    return found


def of_members(question: str, archive: str, found: Sequence[tuple[Listed, str]]) -> str:
    one = [name for name in named(question) if name.lower() != archive.lower()]
    if len(one) == 1:
        held = [(listed, day) for listed, day in found if listed.name.rpartition("/")[2].lower() == one[0].lower()]
        if len(held) != 1:
            return ""
        listed, day = held[0]
        return f"{listed.size} bytes" if _SIZE.search(question) else day if _DATE.search(question) else ""
    if whole(question) is None or not _FILES.search(question):
        return ""
    return of_list(question, [listed for listed, _ in found])
