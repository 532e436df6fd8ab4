"""A text replaced in all the files of a folder, where the program for it does not let it be done."""

from __future__ import annotations

import re
import shlex

from deskhand.models.local.behind.writing import substitution
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.paths import folder_path
from deskhand.models.local.steps import ReplaceText

MOST = 20
"""Files that are changed at once: a person who is asked about it should be able to read their names."""
_ALL = re.compile(
    r"\b(?:all|every|each)\b[^.!?]{0,40}\bfiles?\b|\b(?:its|their)\s+files\b|\bfiles\s+(?:of|in)\s+(?:the|my)\b"
    r"|(?:すべて|全て|全部|各)の?(?:テキスト)?ファイル|全(?:テキスト)?ファイル|ファイル(?:すべて|全部)",
    re.IGNORECASE,
)
_SHARED = re.compile(r"\bshared\s+folder\b|共有フォルダ", re.IGNORECASE)


def everywhere(wish: str) -> bool:
    """Whether all text files of the shared folder are meant."""
    return _ALL.search(wish) is not None and _SHARED.search(wish) is not None


async def replaced_everywhere(hand: Hand, step: ReplaceText) -> str:
    """The sentence for it; "" where no such thing is asked for, or no file has the text."""
    if (
        hand.dialect.bash is None
        or step.only
        or not step.old
        or "\n" in step.old + step.new
        or not everywhere(hand.wish)
    ):
        return ""
    folder = folder_path("shared").rstrip("/")
    look = f"grep -lIF -- {shlex.quote(step.old)} {shlex.quote(folder)}/*"
    say = hand.say(f"Looking which files have “{step.old}”.", f"「{step.old}」があるファイルを調べます。")
    found = _files(await _printed(hand, look, say), folder)
    if not found or len(found) > MOST:
        return ""
    files = shlex.join(found)
    say = hand.say(
        "The program does not let me; changing the files themselves.",
        "プログラムではできないので、ファイルを直接変更します。",
    )
    await hand.shell(f"sed -i {shlex.quote(substitution(step.old, step.new))} {files}", say)
    if step.old not in step.new and _files(await _printed(hand, look, say), folder):
        return ""
    hand.unsaved.written = found[-1]
    names = ", ".join(path.rpartition("/")[2] for path in found)
    return hand.say(
        f"I replaced “{step.old}” with “{step.new}” in the files themselves ({names}), "
        "since I could not do it in the program.",
        f"プログラムではできなかったため、ファイル({names})の「{step.old}」を直接「{step.new}」に置き換えました。",
    )


async def _printed(hand: Hand, command: str, say: str) -> str:
    return (await hand.reads(command, say)).text


def _files(text: str, folder: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith(f"{folder}/")]
