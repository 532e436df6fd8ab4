"""What a reading leaves out or takes too wide, put right where the wish itself is clear about it.

The learned reader at a third of its training left the program out of 14 of 249 wishes, took words beside a program's name
into it in 9, dropped what was to be done in 16 (“Open the preferences of GHex”), and capitals for small letters in 6.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deskhand.models.local import concepts
from deskhand.models.local.named import names
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.form import Act, Argument, Fixed, shifted, within
from deskhand.models.local.understand.acts.naming import manages_files, spoken_name
from deskhand.models.local.understand.acts.words import JAPANESE
from deskhand.models.local.understand.frame import Language

_LITERAL = frozenset(
    ("text", "old", "new", "command", "expression", "address", "condition", "name", "to", "archive", "value")
)
"""Slots whose words are taken as they are."""
_UPPER = re.compile(r"\b(?:upper|capitals?|caps|uppercase|capitali[sz]e\w*)\b|大文字", re.I)
_LOWER = re.compile(r"\b(?:lower|small\s+letters|lowercase)\b|小文字(?:に|へ)", re.I)
_SAVES = re.compile(
    r"(?:[,.;]|\band\b|\bthen\b)\s*(?:please\s+)?(?P<en>save(?:\s+(?:it|that|this|the\s+\w+|my\s+\w+|everything))?(?:\s+(?:please|afterwards|too|again))?)[.!\s]*$|"
    r"(?P<ja>(?:上書き)?保存(?:も|を|まで)?(?:して|しといて|お願い|忘れずに|してください|しておいて)?[^\s\"”」』]{0,12})[。！\s]*$",
    re.I,
)
_OPENS = re.compile(
    r"\b(?:please|can|could|would|will|you|i|i'd|i'll|like|want|need|to|me|my|us|show|see|open|start|launch|fire|bring|pull|up|get|run|the|a|an|in|of|with|using|"
    r"use|for|from|on|and|then|go|switch|over|back|now|just|is|it|has|program|app|application|window|there|already|let|ok|okay|so|right|first|ahead)\b|'s\b|"
    r"を?(?:開(?:いて|く|き)|ひらいて|起動|立ち上げ|たちあげ|使って|使い|見せて|表示|出して)(?:ください|おいて|くれ|ほしい|もらえ|ます|る|か|て|い)*|で|の|に|は|から|が|を|って|ください|下さい|お願い(?:します)?|アプリ|画面|して|し|くれる|ほしい|です|ます|ある|いる|ね|よ",
    re.I,
)
_SHOWS = re.compile(
    r"\b(?:open|show|see|display|bring\s+up|pull\s+up|view|look\s+at)\b|(?:開(?:いて|く|き)(?!い|あ)|見せて|見たい|表示して|出して|見て)(?!い|あ|る)",
    re.I,
)
"""What is opened or shown in it."""
_STATE = re.compile(
    r"\b(?:is|are|has|have)\b.*\bopen\b|\bopen\s+in\b|開いて(?:い|あ|る)|開いてる|表示(?:中|されて|して(?:い|あ))|出て(?:い|る)|入って(?:い|る)|登録して(?:い|あ)|起動して(?:い|あ|る)|起動中|開き?っ?ぱなし",
    re.I | re.S,
)
"""That something is open, and no order to open it."""
_MOST = 3
"""Words of a command that a program is opened with; more is a wish that was not read."""


_PART = r"(?:の[A-Z]{1,2}\d|\s+(?:account|list|folder|tab|table|column|category|notebook|album|group|section|field|sheet)\b)"
"""What follows the name of a part of a document or of a program's data."""


def mended(acts: Sequence[Act], wish: str, language: Language) -> tuple[Act, ...]:
    """The acts, with what the wish is clear about put right."""
    known = [named.name for named in names(wish) if not re.search(re.escape(named.name) + _PART, wish)]
    told = [_bared(_unplaced(_cased(_named(act, known))), known, wish) for act in acts]
    for at in reversed(range(len(told))):
        if not _shared(told[at], told) and len(parts := _with_deed(told[at], language)) > 1:
            told = [*told[:at], *parts, *(shifted(act, at + 1, 1) for act in told[at + 1 :])]
    told = _files_made(told, wish)
    missing = [name for name in known if not _mentioned(told, name) and not _UPPER.fullmatch(name)]
    if len(missing) == 1 and told:
        told.insert(0, Act("switch_to", {"program": missing[0]}, missing[0]))
        told = [shifted(act, 0, 1) if at else act for at, act in enumerate(told)]
    if (saves := _SAVES.search(wish)) is not None and not any(
        act.name in ("save", "export", "close") or _SAVED.search(act.words("words")) for act in within(told)
    ):
        told.append(Act("save", {}, saves["en"] or saves["ja"]))
    return tuple(told)


_ITS_NAME = re.compile(r"^(?:and\s+)?(?:name|call)\b|^(?:その)?名前|と名付け", re.I)
_EMPTY = re.compile(r"\b(?:empty|blank)\b|空の", re.I)
_FILE_MADE = re.compile(r"\bfile\b|ファイル", re.I)


def _files_made(told: list[Act], wish: str) -> list[Act]:
    """The name of a file that is to be made is no text for it: 「memo.txt という空のファイルを作って」."""
    found = list(told)
    for at in range(len(found) - 1):
        new, typed = found[at], found[at + 1]
        is_saved = (
            typed.name == "save" and typed.args.keys() <= {"file", "folder"} and _EMPTY.search(new.of) is not None
        )
        if new.name != "new_document" or not (is_saved or (typed.name == "type" and set(typed.args) == {"text"})):
            continue
        name = typed.words("file" if is_saved else "text")
        if new.of != typed.of and not _ITS_NAME.search(typed.of):
            continue
        if places.file(name) is None or not _FILE_MADE.search(new.of) or re.search(r"[\s\"“「]", name):
            continue
        programs = [act.words("program") for act in found[: at + 1] if act.words("program")]
        own = programs and concepts.program(spoken_name(programs[-1]), slips=False) is None
        if programs and (manages_files(spoken_name(programs[-1])) or (own and _EMPTY.search(new.of))):
            kind = "空のファイル" if JAPANESE.search(new.of) else "empty file"
            start, end = wish.find(new.of), wish.find(typed.of) + len(typed.of)
            made = Act("add", {"kind": kind, "name": name}, wish[start:end] if 0 <= start < end else new.of)
            saved = found[at + 2].name == "save" if len(found) > at + 2 else False  # made is kept already
            rest = found[at + 2 + saved :]
            return [*found[:at], made, *(shifted(act, at + 1, -1 - saved) for act in rest)]
        if not is_saved:
            found[at + 1] = Act("save", {"file": name}, typed.of)
    return found


_SAVED = re.compile(r"save|write|保存|書き込", re.I)


def _named(act: Act, known: Sequence[str]) -> Act:
    """The program alone, where its slot holds more: 「Zim で開いているノート」."""
    words = act.words("program")
    if not words or (act.name == "close" and not any(name in words for name in known)):
        return act
    found = [name for name in known if name.lower() in words.lower() and name.lower() != spoken_name(words).lower()]
    if len(found) != 1 or found[0].lower() == words.lower():
        return act
    beside = words.lower().replace(found[0].lower(), "").strip(" の（()）")
    if not JAPANESE.search(beside) and not re.fullmatch(r"(?:[a-z]+\s*){0,2}", beside):
        return act
    return replace(act, args={**act.args, "program": found[0]})


def _bared(act: Act, known: Sequence[str], wish: str) -> Act:
    """Without the program in the words of other slots: “whole text in TEA”, 「SciTE で開いている sign.txt」."""
    if act.name in ("open_program", "switch_to", "close", "window", "new_document"):
        return act
    args: dict[str, Argument] = dict(act.args)
    for slot, value in act.args.items():
        if slot in _LITERAL or slot == "program" or not isinstance(value, str):
            continue
        for name in known:
            if wish.count(name) > 1:
                continue
            said = re.escape(name)
            cut = re.sub(
                rf"\s+(?:in|of|with|using|inside|from)\s+(?:the\s+|my\s+)?{said}(?:\s+(?:window|editor|program|app))?$",
                "",
                value,
            )
            cut = re.sub(
                rf"^{said}\s*(?:で(?:開いている|開いてる|表示されている|出ている)?|に(?:出ている|ある)|の(?:中の)?)\s*(?=\S)",
                "",
                cut,
            )
            cut = re.sub(rf"^(?:the\s+|my\s+)?{said}(?:'s)?\s+(?=\S)", "", cut) if not JAPANESE.search(value) else cut
            args[slot] = cut or value
            value = cut or value
    return replace(act, args=args)


def _cased(act: Act) -> Act:
    """Capitals or small letters, as the words say."""
    if act.name != "change_case" or act.fixed("case") not in ("upper", "lower"):
        return act
    upper, lower = _UPPER.search(act.of) is not None, _LOWER.search(act.of) is not None
    return act if upper is lower else replace(act, args={**act.args, "case": Fixed("upper" if upper else "lower")})


def _unplaced(act: Act) -> Act:
    """Without the place where it only says what the quoted words are: 「節の見出し「A」を「B」に変えて」."""
    where, old = act.words("where"), act.words("old")
    if (
        act.name != "replace"
        or not where
        or not old
        or re.search(rf"{re.escape(where)}[「『]{re.escape(old)}[」』]", act.of) is None
    ):
        return act
    return replace(act, args={slot: value for slot, value in act.args.items() if slot != "where"})


def _shared(act: Act, acts: Sequence[Act]) -> bool:
    """Whether another act was read from the same words."""
    return any(other is not act and other.of and (other.of in act.of or act.of in other.of) for other in within(acts))


def _with_deed(act: Act, language: Language) -> list[Act]:
    """What is to be opened in the program, where only the program was read: “Open the preferences of GHex”.

    More than a few words are left for `unread` to find.
    """
    name = act.words("program")
    if act.name not in ("open_program", "switch_to") or not name or name not in act.of:
        return [act]
    rest = act.of.replace(name, " ", 1)
    bare = re.sub(r"[\s。、,.:;!?！？（）()「」\"“”]+", " ", _OPENS.sub(" ", rest)).strip()
    words = bare.split()
    if _STATE.search(rest) or places.file(bare) is not None:
        return [act]  # it is open already, which is nothing to be done
    if len(re.findall(r"\w", bare)) < 2 or _SHOWS.search(rest) is None or concepts.program(bare) is not None:
        return [act]
    if concepts.folder(bare) is not None:
        return [replace(act, of=name), Act("open_file", {"folder": bare}, act.of)]
    if len(words) > _MOST or len(bare) > 40 or re.search(r"[「\"“\d]", rest):
        return [act]
    return [replace(act, of=name), Act("command", {"words": bare}, act.of)]


def left_out(acts: Sequence[Act]) -> str:
    """Words of a clause of which only the program was read."""
    for act in within(acts):
        name = act.words("program")
        if act.name in ("open_program", "switch_to") and name and name in act.of:
            bare = re.sub(r"[\s。、,.:;!?！？（）()]+", " ", _OPENS.sub(" ", act.of.replace(name, " ", 1))).strip()
            others = [
                one for one in within(acts) if one is not act and one.of and (one.of in act.of or act.of in one.of)
            ]
            if len(bare.split()) > _MOST and not others and len(list(within(acts))) == 1:
                return act.of
    return ""


def _mentioned(acts: Sequence[Act], name: str) -> bool:
    """Whether any act holds the program, or works with programs itself."""
    return any(
        act.name in ("open_program", "switch_to")
        or any(name.lower() in word.lower() for value in act.args.values() for word in _words(value))
        for act in within(acts)
    )


def _words(value: Argument) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _words(part)
