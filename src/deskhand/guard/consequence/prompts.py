"""What a program in a terminal waits for: a secret, a yes or no, one of several, or words of any kind.

Read off the last lines that stand in the terminal. A question names what a *y* would do (‘overwrite notes.txt?’), as
the text of a dialog does for its *OK*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Awaited: TypeAlias = Literal[
    "secret",
    "yes or no",
    "choice",  # one of several that are listed above it
    "words",  # something asks, and any words may answer
    "nothing",  # nothing that reads like a question stands there
]
TAIL = 6
"""Lines above the last one that may belong to its question."""

_SECRET = re.compile(
    r"(pas{1,4}\s?(word|phrase|code|key)|\bpin\b|secret|\btoken\b|\botp\b|api.?key|private key"
    r"|(verification|one.?time|auth\w*|security) code|パスワード|パスフレーズ|暗証番号|認証コード)",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"[:：>?？»›]\W{0,4}$|[?？]\s*[(\[][^)\]]*[)\]]\s*[:：]?$|[:：]\s*[*•_\s|]*$|[:：]\s*[(\[][^)\]]*[)\]]$"
)
_ENTER = re.compile(r"\b(enter|type|repeat|retype|confirm|again|verify|input)\b|入力|もう一度|確認", re.IGNORECASE)
_YES_NO = re.compile(
    r"[\[(［（]\s*(y|yes|n|no)\b[^\])］）]{0,40}[\])］）]|<\s*(y|yes|n|no)\s*>|\(yes/no|\by/n\b|yes/no|はい/いいえ|\[はい\]",
    re.IGNORECASE,
)
_BARE_QUESTION = re.compile(
    r"^\W*(\w[\w.-]*: )?(do you|are you|is (this|it|that)|should|shall|will you|would you|may|can i|proceed"
    r"|continue|go on|really"
    r"|overwrite|replace|remove|delete|descend|install|save|discard|reboot|restart|quit|exit|abort|accept|allow|trust"
    r"|send|publish|merge|commit|push|apply|format|erase|wipe)\b.*[?？]|(ますか|ですか|しいか|せんか)\s*[?？。]?",
    re.IGNORECASE,
)
_DEFAULT_YES = re.compile(r"[\[(]\s*(Y\s*/|YES\s*/|y(es)?\s*\]|Y\])|default:? ?(is )?y|\bY/n\b")
_CHOICE = re.compile(
    r"(?:^|\s)[\[(]?(\d{1,2}|[a-z])[\])]?\s?[:.)\]]\s?([^\d\s][^\d]{1,40}?)(?=\s+[\[(]?\d{1,2}\s?[:.)\]]|\s{3}|$)"
)
_BARE_CHOICE = re.compile(r"(?:^|\s)(\d{1,2})\s+([^\d\s][^\d]{1,40}?)(?=\s+\d{1,2}\s+[^\d\s]|$)")
"""‘1 show state  2 reboot  0 leave’: numbers with nothing behind them are a list where they count from one."""
_LISTED = re.compile(r"^[\[(（［]?\s?(\d{1,2}|[A-Za-z])\s?[.:)\]）］、．：]\s*(\S.*)$")
"""‘2) Publish it’, ‘b. keep the old one’: a line for each of several."""
_SLASHED = re.compile(r"[\[(（［]\s*([a-z0-9](?:\s?[/|,]\s?[a-z0-9]){1,8})\s*[\])）］]", re.IGNORECASE)
"""‘[c/t/o]’: the letters of the lines above, in their order."""
_LETTERED = re.compile(r"[\[(（［]([a-z])[\])）］]([a-z][a-z' ]{1,30})(?=[,、/?？;:|\]]|\s\s|$)", re.IGNORECASE)
"""‘[v]iew, (s)end report’: a word with its letter marked."""
_NAMED = re.compile(r"([^\s\[\](),、/=]{2,20})\s?=\s?([a-z])\b|([^\s\[\](),、/?？]{2,12})\s?\[([a-z])\]", re.IGNORECASE)
"""‘はい=y / やめる=n’, ‘詳細 [d]’: a word, then its letter."""
_BEHIND = re.compile(
    r"[\[(（［]([a-z0-9])[\])）］]\s?([a-z][a-z' ]{0,30}?|[^\s\[\](),、/?？:：>a-z]{1,20})"
    r"(?=\s+[\[(（［>]|[,、/?？;:：]|\s{2}|$)",
    re.IGNORECASE,
)
"""‘(Y)es (N)o (D)iscard’, ‘[k]残す [d]消す’: letters with nothing but spaces between them."""
_EQUALS = re.compile(
    r"(?<![^\s,、;(])([a-z0-9])\s?=\s?([^\s\[\](),、/=;][^\[\](),、/=;]{1,30}?)"
    r"(?=\s*[,、;)]|\s+[a-z0-9]\s?=|$)",
    re.IGNORECASE,
)
"""‘d = delete, s = show’: the letter first."""
_WORDED = re.compile(r"[\[(（［]\s*((?:[\w]+\s*/\s*){1,6}\w+)\s*[\])）］]")
"""‘(y/n/diff)’: whole words among the answers."""
_TABLED = re.compile(r"^([A-Z](?: ?(?:or|/|,) ?[A-Z0])*)\s*[:)]\s+(\S.{2,})$")
"""‘D : show the differences’, ‘Y or I : install the new one’: a line for each letter, or for two."""
_PLAIN_ANSWER = re.compile(r"yes|no|all|none|(yes|no)(,? to)? all|はい|いいえ", re.IGNORECASE)
"""What needs no list to be understood; a list may have both *[A]ll* and *[a]bort*."""
_OWN_LINE = re.compile(r"^\S{0,60}[$#%❯]\s")


@dataclass(frozen=True, slots=True)
class Prompt:
    awaits: Awaited
    text: str = ""
    """The question itself."""
    default_yes: bool = False
    """Whether an empty line says yes."""
    above: str = ""
    """The question with all that stands above it."""
    choices: dict[str, str] = field(default_factory=dict[str, str])


def awaited(lines: Sequence[str], typed: str = "") -> Prompt:
    """What the lines of a terminal wait for; ``typed`` stands behind the question and is no part of it."""
    shown = [line.strip() for line in lines if line.strip()]
    if typed.strip() and shown:
        shown[-1] = _without(shown[-1], typed.strip())
        shown = [line for line in shown if line]
    if not shown:
        return Prompt("nothing")
    tail = _tail(shown)
    last, whole = tail[-1], " ".join(tail)
    asks = " ".join(tail[-2:])
    # A secret shows nothing of what is typed: the line ends where it waits.
    for line in (last, asks):
        if _SECRET.search(line) and (_WAITS.search(line) or _ENTER.search(line)) and not _YES_NO.search(line):
            return Prompt("secret", line)
    if _YES_NO.search(asks) or _BARE_QUESTION.search(last):
        asked = last if len(_YES_NO.sub("", last).split()) >= 2 or "?" in last or "？" in last else asks
        return Prompt("yes or no", asked, _DEFAULT_YES.search(asks) is not None, above=whole, choices=letters(tail))
    choices = {hit[1].lower(): hit[2].strip() for line in tail[:-1] for hit in _CHOICE.finditer(line)}
    inline = {hit[1].lower(): hit[2].strip(" ?？:：>›") for hit in _CHOICE.finditer(last)}
    choices |= inline if len(inline) >= 2 else {}
    menu = menu_of(shown)
    choices |= letters(tail) | slashed(tail) | menu
    # The ‘>’ of an empty line below the list is easily missed where the screen is read.
    listed = len(menu) >= 2 and _LISTED.match(last) is not None and bool({"1", "a"} & set(menu))
    if not choices:
        bare = {hit[1]: hit[2].strip() for line in tail for hit in _BARE_CHOICE.finditer(line)}
        choices = bare if {"1", "2"} <= set(bare) else {}
        listed = bool(choices) and len(_BARE_CHOICE.findall(last)) >= 2
    if len(choices) >= 2 and (listed or _WAITS.search(last)):
        return Prompt("choice", last, above=_heading(shown, menu), choices=choices)
    return Prompt("words", whole) if _WAITS.search(last) else Prompt("nothing", whole)


def _heading(shown: Sequence[str], menu: Mapping[str, str]) -> str:
    """What stands above a list: what its items are chosen for."""
    if not menu:
        return shown[-1]
    above = [line for line in shown[: -len(menu)] if not _LISTED.match(line)]
    ends = "" if _LISTED.match(shown[-1]) else shown[-1]
    return f"{above[-1] if above else ''} {ends}".strip()


def letters(lines: Sequence[str]) -> dict[str, str]:
    """What single letters stand for, where the question or the lines above it say so."""
    found = {hit[1].lower(): (hit[1] + hit[2]).strip() for hit in _LETTERED.finditer(lines[-1])}
    for hit in _BEHIND.finditer(lines[-1]):
        joined = re.match(r"[a-z]", hit[2], re.IGNORECASE) is not None and hit[0][3:4] != " "
        found.setdefault(hit[1].lower(), (hit[1] + hit[2] if joined else hit[2]).strip())
    for line in lines[-2:]:
        pairs = {hit[1].lower(): hit[2].strip() for hit in _EQUALS.finditer(line)}
        found |= pairs if len(pairs) >= 2 else {}
    for hit in _WORDED.finditer(lines[-1]):
        words = [word.strip().lower() for word in hit[1].split("/")]
        found |= {word: word for word in words if len(word) > 2 and word not in ("yes", "all", "none")}
    for hit in _NAMED.finditer(lines[-1]):
        found[(hit[2] or hit[4]).lower()] = hit[1] or hit[3]
    for line in lines[:-1]:
        if (told := _TABLED.match(line)) is not None:
            found |= dict.fromkeys(re.findall(r"\b[a-z]\b", told[1].lower()), told[2].strip())
    return {letter: word for letter, word in found.items() if not _PLAIN_ANSWER.fullmatch(word)}


def menu_of(lines: Sequence[str]) -> dict[str, str]:
    """What stands behind the numbers or letters of the last list, one line for each, that ends with these lines or
    with the one before the last."""
    end = len(lines) if _LISTED.match(lines[-1]) else len(lines) - 1
    found: dict[str, str] = {}
    for line in reversed(lines[:end]):
        told = _LISTED.match(line)
        if told is None:
            break
        found.setdefault(unicodedata.normalize("NFKC", told[1]).lower(), told[2].strip())
    return found if len(found) >= 2 else {}


def is_of_list(line: str) -> bool:
    """Whether this is a line of such a list."""
    return _LISTED.match(line.strip()) is not None


def slashed(lines: Sequence[str]) -> dict[str, str]:
    """What the letters of ‘[c/t/o]’ stand for: one line above it for each, where one at least begins with its own. A
    letter that stands alone is easily missed where the screen is read."""
    named = _SLASHED.search(lines[-1])
    marks = re.findall(r"[a-z0-9]", named[1].lower()) if named is not None else []
    above = lines[-1 - len(marks) : -1]
    if len(above) < max(2, len(marks)) or len(set(marks)) < len(marks):
        return {}
    pairs = [(mark, line, re.match(r"\S(?=\s)", line)) for mark, line in zip(marks, above, strict=True)]
    if not any(first is not None and first[0].lower() == mark for mark, _, first in pairs) or any(
        first is not None and first[0].lower() != mark for mark, _, first in pairs
    ):
        return {}
    return {mark: line[1:].strip() if first is not None else line for mark, line, first in pairs}


def _without(line: str, typed: str) -> str:
    """The line without what was typed behind it; readers of pictures take a caret for a letter."""
    at = line.rfind(typed)
    return line[:at].rstrip() if at >= 0 and len(line) - at - len(typed) <= 2 else line


def _tail(lines: Sequence[str]) -> list[str]:
    """The last lines, without those that stood there before the command was started."""
    tail = list(lines[-TAIL:])
    start = max((index for index, line in enumerate(tail[:-1]) if _OWN_LINE.search(line)), default=-1)
    return tail[start + 1 :]
