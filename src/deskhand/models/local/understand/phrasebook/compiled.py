"""The ways to say an act as regular expressions: what makes instructions for training also reads them.

A way is matched whole, articles aside, and its slots take only what can stand in them: an atom, a known program or
folder, a name in capitals before its kind, a number. So a match is no guess.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from deskhand.models.local import concepts
from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.phrasebook import english, japanese
from deskhand.models.local.understand.phrasebook.forms import gerund, inflected
from deskhand.models.local.understand.phrasebook.pattern import Choice, Hole, Node, Verb, Words, lines
from deskhand.models.local.understand.phrasebook.wording import WORDINGS

_QUOTE = any_of("quote")
_NAMED = any_of("quote", "file")
_NUMBER_EN = r"(?:\d[\d,]*(?:\.\d+)?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred)\b)"
_NUMBER_JA = r"(?:\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十百千]+)"
_SUM = r"[\d(][\d.,+*/x×÷()^% −–-]*[\d)]"
_CAPITAL = r"(?-i:[A-Z][\w'-]*(?: [A-Z][\w'-]*| [a-z]+(?= (?:field|box|button|link|checkbox|tab|list))){0,2})"


@dataclass(frozen=True, slots=True)
class Way:
    """One line of the book, ready to be matched."""

    key: tuple[str, ...]
    """The acts it stands for."""
    pattern: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]
    """Names of the groups, and the slot each fills (``2folder``: of the last act)."""
    whole: bool
    """A sentence of its own."""


@cache
def book(language: Language) -> tuple[Way, ...]:
    ways = english.WAYS if language == "en" else japanese.WAYS
    found: list[Way] = []
    for key, entry in ways.items():
        if key in ("if", "if dialog", "repeat"):
            continue
        for nodes, whole in lines(entry):
            found.append(_way(tuple(key.split("+")), nodes, whole, language))
    return tuple(found)


def _way(key: tuple[str, ...], nodes: tuple[Node, ...], whole: bool, language: Language) -> Way:
    slots: list[tuple[str, str]] = []
    ja = language == "ja"
    body = _sequence(nodes, slots, key, ja, last=True)
    slots += [(found, "aside") for found in re.findall(r"\(\?P<(g\d+[bc])>", body)]
    return Way(key, re.compile(body + (r"(?![a-z])" if not ja else ""), re.IGNORECASE), tuple(slots), whole)


def _sequence(
    nodes: tuple[Node, ...], slots: list[tuple[str, str]], key: tuple[str, ...], ja: bool, *, last: bool
) -> str:
    out: list[str] = []
    verbs = [index for index, node in enumerate(nodes) if isinstance(node, Verb)]
    for index, node in enumerate(nodes):
        match node:
            case Words(text):
                out.append(_words(text, ja))
            case Verb(ways):
                out.append(_verb(ways, ja, last=last and index == verbs[-1]))
            case Choice(ways, _, optional):
                inner = "|".join(_sequence(way, slots, key, ja, last=last and not verbs) for way in ways)
                out.append(f"(?:{inner}){'?' if optional else ''}")
            case Hole(slot):
                group = f"g{len(slots)}"
                slots.append((group, slot))
                out.append(_hole(slot, group, key, ja))
                if slot == "file" and fills(key, "folder"):
                    group = f"g{len(slots)}"
                    slots.append((group, "aside"))
                    out.append(_aside(group, key, ja))
    return "".join(out)


def _words(text: str, ja: bool) -> str:
    if ja:
        return re.escape(text.replace(" ", ""))
    text = re.sub(r"\b(?:the|a|an|my|our)\b ?", "", text, flags=re.I)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"(?:\\ )+", r"\\s*" if text == " " else r"\\s+", re.escape(text)) if text else ""


def _verb(ways: tuple[str, ...], ja: bool, *, last: bool) -> str:
    forms: list[str] = []
    for way in ways:
        if not ja:
            forms += [re.sub(r"\b(?:the|a|an|my|our)\b ?", "", form) for form in (way, gerund(way))]
            continue
        te = inflected(way, "te")
        forms.append(te)
        if last:
            forms += [inflected(way, form) for form in ("stem", "plain", "ta", "imp")]
            if te.endswith("て"):
                forms += [te[:-1] + "と", te[:-1] + "ちゃ"]
            if way.endswith("する") and len(way) > 2:
                forms += [inflected(way, "bare"), "ご" + inflected(way, "bare")]
    kept = sorted({form for form in forms if form}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in kept) + ")"


@cache
def _programs(ja: bool) -> str:
    names = sorted(
        (n for all_names in concepts.PROGRAMS.values() for n in all_names if n.isascii() != ja or ja),
        key=len,
        reverse=True,
    )
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)


@cache
def _folders(ja: bool) -> str:
    names = {n for all_names in concepts.FOLDERS.values() for n in all_names if n.isascii() != ja}
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))


def _hole(slot: str, group: str, key: tuple[str, ...], ja: bool) -> str:
    """What may stand in a slot."""
    got = f"(?P<{group}>"
    match slot.lstrip("2"):
        case "prog":
            return rf"{got}{_programs(ja)})" + ("" if ja else r"(?:\s+(?:app|application|program|window))?")
        case "browser":
            return r"(?:ウェブ)?ブラウザー?|クロミウム" if ja else r"(?:web\s+)?browser|chromium"
        case "folder" | "to":
            if ja:
                tail = "(?:という(?:名前の)?)?(?:フォルダー?|ディレクトリ)"
                return rf"(?:{got}{_folders(ja)}|{_QUOTE}{tail}|(?:(?!フォルダ)[一-鿿ァ-ヶーA-Za-z0-9_-])+?{tail})(?:{tail})?)"
            noun = r"\s+(?:folder|directory|dir)\b"
            bare = rf"{_QUOTE}|(?-i:[A-Z0-9][\w-]*)"
            called = rf"(?:folder|directory)\s+(?:called\s+|named\s+)?(?:{bare})"
            last = rf"|{bare}" if slot.lstrip("2") == "to" else ""
            return rf"(?:{got}(?:{_folders(ja)})(?:{noun})?|(?:{bare}){noun}|{called}{last}))"
        case "file":
            if ja:
                return rf"{got}{any_of('file')}|{_QUOTE})"
            return rf"(?:(?:text\s+)?file\s+)?{got}{any_of('file')}|{_QUOTE})"
        case "name":
            if key == ("make folder",):
                return rf"{got}{_NAMED}|(?-i:[A-Z0-9][\w-]*))" if not ja else rf"{got}{_NAMED}|[A-Z0-9][\w-]*)"
            return rf"{got}{_NAMED})"
        case "text":
            return rf"{got}{_QUOTE})"
        case "texts":
            return rf"{got}{_QUOTE}(?:(?:\s*(?:,|、|と|and|,\s*and)?\s*){_QUOTE})+)"
        case "label":
            unquoted = key[0] in ("check", "uncheck", "option", "tell value") and not ja
            return rf"{got}{_QUOTE}" + (rf"|{_CAPITAL}" if unquoted else "") + ")"
        case "of":
            return rf"{got}{_QUOTE}|{_CAPITAL})" if not ja else rf"{got}{_QUOTE}|[一-鿿ァ-ヶーA-Za-z0-9]+?|お[一-鿿]+)"
        case "target":
            if ja:
                kind = "ボタン|リンク|アイコン|タブ"
                return rf"(?:{got}{_QUOTE}(?:という|の|と書かれた|って)?(?:{kind})?|[一-鿿ァ-ヶーA-Za-z]+?(?:{kind})))"
            kind = "button|link|icon|tab"
            return rf"{got}{_QUOTE}(?:\s+(?:{kind}))?|(?:{kind})\s+(?:(?:called|named|labelled|that\s+says|saying)\s+)?(?:{_QUOTE}|{_CAPITAL})|{_CAPITAL}\s+(?:{kind}))"
        case "keys":
            names = sorted(
                (n for all_names in concepts.KEYS.values() for n in all_names if ja or n.isascii()),
                key=len,
                reverse=True,
            )
            return rf"{got}{any_of('keys')}|" + "|".join(re.escape(n) for n in names) + ")"
        case "times":
            if ja:
                return rf"{got}{_NUMBER_JA})回"
            return rf"(?:{got}twice|thrice|{_NUMBER_EN}\s*(?:times|x)(?:\s+in\s+row)?))"
        case "num" | "n1" | "n2" | "n3":
            return rf"{got}{_NUMBER_JA if ja else _NUMBER_EN})"
        case "url":
            return rf"{got}{any_of('url')})"
        case "cmd":
            return rf"{got}{any_of('command', 'quote')})"
        case "menu":
            return rf"{got}{any_of('menu')})"
        case "m1" | "m2":
            return (
                rf"{got}{_QUOTE}|(?-i:[A-Z]\w*(?: (?:[A-Z]\w*|as))*))"
                if not ja
                else rf"{got}{_QUOTE}|ファイル|編集|表示|ヘルプ|[A-Z]\w*)"
            )
        case "sum":
            words = (
                r"(?:足す|プラス|たす|引く|マイナス|ひく|掛ける|かける|割る|わる)"
                if ja
                else r"\s+(?:plus|minus|times|multiplied\s+by|divided\s+by)\s+"
            )
            number = r"\d[\d,]*(?:\.\d+)?"
            return rf"{got}{number}{words}{number}|{_SUM})"
        case _:
            raise KeyError(slot)


def _aside(group: str, key: tuple[str, ...], ja: bool) -> str:
    """Where the file is, said in passing: *(it's in the shared folder)*."""
    folder = _hole("folder", group, key, ja)
    if ja:
        return rf"(?:[(（](?:場所は)?{folder}(?:にあります|にある|の中|内)?[)）])?"
    place = rf"(?:(?:which|that)\s+is\s+|it's\s+|it\s+is\s+)?(?:stored\s+)?(?:in|from|inside)\s+{folder}"
    return rf"(?:\s*\((?:{place}|{folder.replace(group, group + 'b')})\)|\s*,\s*{place.replace(group, group + 'c')}(?:\s*,(?!\s*and))?)?"


def fills(key: tuple[str, ...], slot: str) -> list[str]:
    """Which acts of the key have this slot."""
    return [name for name in key if re.search(rf"\{{{slot}\b", WORDINGS.get(name, ("", ""))[0])]


@cache
def opening_of(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How a condition or a repetition begins, before the acts it holds."""
    if language == "en":
        shows = r"(?:appears?|shows?(?:\s+up)?|pops?\s+up|comes?\s+up|turns?\s+up|opens?|is\s+shown|is\s+there|asks(?:\s+something)?|is\s+visible|is\s+displayed)"
        box = r"(?:dialog(?:ue)?(?:\s+box)?|window|question|message|popup|pop-up|prompt|confirmation)"
        head = r"(?:if|when|in\s+case|should)\s+"
        return (
            (
                "if dialog",
                re.compile(
                    rf"{head}(?:any\s+|some\s+)?{box}\s+{shows}(?:\s*,)?\s*(?:then\s+|just\s+|please\s+)*", re.I
                ),
            ),
            (
                "if",
                re.compile(
                    rf"{head}(?:you\s+(?:see|find|get|spot)\s+)?(?P<label>{_QUOTE})(?:\s+{shows})?(?:\s*,)?\s*(?:then\s+|just\s+|please\s+)*",
                    re.I,
                ),
            ),
            (
                "repeat",
                re.compile(
                    rf"(?:(?:repeat|do)\s+(?:this|following)\s+)?(?P<times>twice|{_NUMBER_EN}\s+times(?:\s+in\s+row)?)(?:\s+do\s+following)?\s*[:,]?\s*",
                    re.I,
                ),
            ),
        )
    shows = r"(?:出たら|表示されたら|出てきたら|現れたら|見えたら|あれば|出た場合は|表示された場合は|出てきた場合は|開いたら|出た時は|出たときは)"
    box = r"(?:ダイアログ|確認画面|確認のダイアログ|警告|メッセージ|確認|ウィンドウ|ポップアップ)"
    return (
        ("if dialog", re.compile(rf"(?:もしも?)?(?:何か|なにか|何らかの)?{box}(?:が|でも){shows}、?")),
        ("if", re.compile(rf"(?:もしも?)?(?P<label>{_QUOTE})(?:という(?:表示|文字))?(?:が|と){shows}、?")),
    )
