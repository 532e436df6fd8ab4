"""How the lines of a text file end, and in which encoding its letters stand: changed in the file itself, where the
program's own menus for that were not found."""

from __future__ import annotations

import re
import shlex

from deskhand.models.local.behind.file import File, meant, text_of
from deskhand.models.local.behind.filing import FAILED
from deskhand.models.local.hand import Hand
from deskhand.models.local.steps import SetSetting, Step, UseCommand

ENDINGS = re.compile(
    r"\bline[- ]?(?:ends?|endings?|breaks?|terminators?)\b|\bends? of (?:the )?lines?\b|\beols?\b|\bnewlines?\b|"
    r"改行(?:コード|文字|の種類|方式)|行末(?:コード|の文字)",
    re.IGNORECASE,
)
"""What the ends of lines are called."""
_ENCODING = re.compile(r"\b(?:character )?(?:encoding|charset)\b|文字コード|エンコード|エンコーディング", re.IGNORECASE)
_STYLES = (
    (re.compile(r"\b(?:windows|dos|cr[ /+]?lf)\b", re.IGNORECASE), r"s/\r*$/\r/", "CRLF"),
    (re.compile(r"\b(?:unix|linux|(?<!cr[/ +])lf)\b", re.IGNORECASE), r"s/\r*$//", "LF"),
)
_ENCODINGS = {
    "utf8": "UTF-8", "utf16": "UTF-16", "utf16le": "UTF-16LE", "utf16be": "UTF-16BE", "shiftjis": "CP932",
    "sjis": "CP932", "cp932": "CP932", "windows31j": "CP932", "eucjp": "EUC-JP",
    "iso2022jp": "ISO-2022-JP", "latin1": "ISO-8859-1", "iso88591": "ISO-8859-1",
    "windows1252": "CP1252", "cp1252": "CP1252",
}  # fmt: skip
_NAMED = re.compile(
    r"(?<![a-z0-9])(?:utf[- ]?(?:8|16(?:le|be)?)|shift[_ -]?jis|sjis|cp932|windows-?31j|euc-?jp|iso-?2022-?jp|"
    r"latin[- ]?1|iso-?8859-?1|windows-?1252|cp1252)(?![a-z0-9])",
    re.IGNORECASE,
)


def style(words: str) -> tuple[str, str] | None:
    """The script for the editor of streams and the name of the one kind of ends that is asked for."""
    asked = [(script, name) for pattern, script, name in _STYLES if pattern.search(words)]
    return asked[0] if len(asked) == 1 and ENDINGS.search(words) else None


def encoding(words: str) -> str:
    """The one encoding that is asked for, as ``iconv`` knows it; "" for none."""
    found = {_ENCODINGS[re.sub(r"[^a-z0-9]", "", name.lower())] for name in _NAMED.findall(words)}
    return found.pop() if len(found) == 1 and _ENCODING.search(words) else ""


async def written_otherwise(hand: Hand, step: Step) -> str:
    """The sentence for the file whose lines end otherwise now, or whose letters are encoded otherwise; "" where that
    is not asked for, or the one file is not known, or is no text in UTF-8."""
    if not isinstance(step, SetSetting | UseCommand) or hand.dialect.bash is None:
        return ""
    words = _words(hand, step)
    ends, code = style(words), encoding(words)
    if (ends is None) == (not code):
        return ""
    file = await meant(hand, to_change=True)
    if file is None:
        return ""
    return await (_with_ends(hand, file, *ends) if ends is not None else _encoded(hand, file, code))


def _words(hand: Hand, step: SetSetting | UseCommand) -> str:
    if isinstance(step, UseCommand):
        return " ".join((step.words, *(hand.memory.fill((value,)) for _, value in step.fields)))
    return f"{step.name} {hand.memory.fill(step.value)}"


async def _with_ends(hand: Hand, file: File, script: str, name: str) -> str:
    before = await text_of(hand, file)
    if before is None:
        return ""
    wanted = re.sub(r"\r*(?=\n)|\r+\Z|(?<=[^\r\n])\Z", "\r" if name == "CRLF" else "", before)
    told = await _done(hand, file, f"sed -i {shlex.quote(script)} {shlex.quote(file.path)}", name)
    return told if await text_of(hand, file) == wanted else ""


async def _encoded(hand: Hand, file: File, code: str) -> str:
    path = shlex.quote(file.path)
    made = shlex.quote(f"/tmp/{file.name}")  # a letter that the encoding lacks must not cost the text
    command = f"iconv -f UTF-8 -t {code} {path} > {made} && cat {made} > {path} && rm {made}"
    return await _done(hand, file, command, code)


async def _done(hand: Hand, file: File, command: str, name: str) -> str:
    say = hand.say(
        f"The program does not let me; writing {file.name} with {name} itself.",
        f"プログラムではできないので、{file.name} を {name} で書き直します。",
    )
    view = await hand.shell(command, say)
    if view.error or FAILED.search(view.text):
        return ""
    hand.unsaved.written = file.path
    return hand.say(
        f"I wrote {file.name} with {name} in the file itself, since I found no command for it in the program.",
        f"プログラムに該当する機能が見つからなかったため、ファイル {file.name} を直接 {name} に変換しました。",
    )
