"""Reads an instruction clause by clause with the book: openings, ways to say an act, joints, closings, nothing left over.

Where two readings of the same length differ, both are returned, and whoever asked must find that they come to the same.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from deskhand.models.local.concepts import key_name, nearly, program
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.phrasebook import english, japanese
from deskhand.models.local.understand.phrasebook.compiled import Way, book, fills, opening_of
from deskhand.models.local.understand.phrasebook.vocabulary import words
from deskhand.models.local.understand.phrasebook.wording import KINDS, Act, Slot

CLAUSES = 8
"""An instruction of more is not read by the book."""
TRIES = 4
"""Ways, longest first, that are followed from one place."""

_ARTICLE = re.compile(r"\b(?:the|a|an|my|our)\s+", re.IGNORECASE)
_SHORT = {"u": "you", "pls": "please", "plz": "please", "n": "and", "thx": "thanks", "ty": "thanks", "whats": "what's", "wanna": "want to", "dont": "don't",
          "w/": "with", "r": "are", "plz,": "please,", "gonna": "going to", "lemme": "let me", "gimme": "give me"}  # fmt: skip
_NO_FIELD = re.compile(
    r"メニュー|クリック|リスト|一覧|画面|ウィンドウ|ファイル|フォルダ|文書|テキスト|書式|編集|表示|結果|行|menu|file|folder|document|window",
    re.IGNORECASE,
)
"""What cannot be the name of a field."""
_BULLET = r"(?:(?:step\s*|手順)?\d{1,2}\s*[.):、．](?!\d)|[-*•・●]|\(\d{1,2}\)|step\s*\d{1,2}:?)"
_AND = re.compile(r"\s*(?:,\s*)?(?:and\s+(?:then\s+)?)|\s*,\s*|(?<=[てし])、?")
_END_EN = re.compile(r"[\s.,;:!?…]*$")
_END_JA = re.compile(r"[\s。、．.,!！?？…ねよ]*$")


@cache
def _openings(language: Language) -> re.Pattern[str]:
    if language == "en":
        said = {_ARTICLE.sub("", line).rstrip(",:!") for line in (*english.OPENING, *english.GERUND_OPENING)}
        said |= {
            "then",
            "and",
            "also",
            "next",
            "finally",
            "lastly",
            "afterwards",
            "after that",
            "please",
            "now",
            "just",
            "so",
            "but",
            "once that is done",
            "when that's done",
            "as next step",
            "at end",
            "in end",
            "secondly",
            "subsequently",
            "followed by",
            "i was wondering whether you could",
            "i also need you to",
            "could you also",
            "would you be so good as to",
            "i'd prefer if you",
            "can you also",
            "be so good as to",
            "n",
            "&",
            "->",
        }
        inner = "|".join(re.escape(line).replace(r"\ ", r"\s+") for line in sorted(said, key=len, reverse=True))
        return re.compile(rf"(?:[\s.,;:!?–—-]+|{_BULLET}(?=\s)|(?:{inner})(?![\w'])[\s,:]*)*", re.IGNORECASE)
    said = {
        line.strip("。、")
        for line in (
            *japanese.OPENING,
            *japanese.SENTENCE_JOIN,
            "それから",
            "次に",
            "そして",
            "その後",
            "最後に",
            "そのあと",
            "続いて",
        )
    }
    inner = "|".join(re.escape(line) for line in sorted((line for line in said if line), key=len, reverse=True))
    return re.compile(rf"(?:[\s。、．.,!！?？…]+|{_BULLET}|(?:{inner}))*")


@cache
def _closings(language: Language) -> re.Pattern[str]:
    if language == "en":
        said = (
            *english.CLOSING,
            *english.ASIDES,
            "real quick",
            "quick",
            "first",
            "too",
            "as well",
            "again",
            "ok",
            "okay",
            "right away",
            "afterwards",
        )
        inner = "|".join(re.escape(line).replace(r"\ ", r"\s+") for line in sorted(said, key=len, reverse=True))
        return re.compile(rf"(?:[\s,(]+(?:{inner})\)?(?![\w']))*", re.IGNORECASE)
    ends = sorted(
        {end.rstrip("？") for end in japanese.ENDINGS_TE if end} | {"から", "しまって", "いただきたい", "ちゃって"},
        key=len,
        reverse=True,
    )
    te = "|".join(re.escape(end) for end in ends)
    rest = r"ます(?:か)?|なさい|たい(?:です|のですが|んですが|んだけど)?|ましょう|こと|ように(?:して(?:ください|ほしい)|お願いします)?|ら|後(?:に|で)?|あと(?:に|で)?|うえで|上で|を?お?願い(?:します|いたします|ね)?|を?頼む|を?頼みます|よろしく|願います|してほしい(?:です)?|のこと|って(?:ください)?|い(?:て(?:ください|ほしい|くれる|ね|もらえますか|もらえる|いただけますか)?)"
    closing = "|".join(
        re.escape(line.strip("。")) for line in sorted(japanese.CLOSING, key=len, reverse=True) if line.strip("。！…")
    )
    return re.compile(rf"(?:(?:おいて|みて|しまって)?(?:{te})|{rest})?[?？]?(?:[。、!！\s]*(?:{closing}))?")


def readings(protected: str, atoms: Atoms, language: Language) -> list[list[Act]]:
    """The shortest readings of the whole text; none where any of it is left over."""
    text = _plain(protected, language)
    reader = _Reader(text, atoms, language)
    found = reader.parse(0, CLAUSES)
    if not found:
        return []
    least = min(len(acts) for acts in found)
    return [_settled(acts) for acts in found if len(acts) == least and not _forgets(acts)]


def _settled(acts: list[Act]) -> list[Act]:
    """Without the Return that a command brings along."""
    return [
        act
        for before, act in zip([None, *acts], acts, strict=False)
        if not (
            before is not None
            and before.name == "run"
            and act.name == "press"
            and key_name(act.slots["keys"][0]) == "Return"
        )
    ]


def _forgets(acts: list[Act]) -> bool:
    """Two sums, one after the other, and only the last one's result is asked for: which was meant is not known."""
    names = [act.name for act in acts]
    return any(a in _SUMS and b in _SUMS for a, b in pairwise(names))


def _plain(text: str, language: Language) -> str:
    """Articles and slips of the finger taken out; they mean nothing."""
    if language == "ja":
        return re.sub(r"(?<=[^\x00-\x7f])[^\S\n]+|[^\S\n]+(?=[^\x00-\x7f])", "", text)
    text = re.sub(r"[^\S\n]+", " ", text)

    def mended(match: re.Match[str]) -> str:
        word = match[0]
        low = word.lower()
        if low in _SHORT:
            return _SHORT[low]
        if len(low) < 5 or low in words() or word[0].isupper():
            return word
        return nearly(low, _long_words()) or word

    return _ARTICLE.sub("", re.sub(r"(?<![\w'])[a-zA-Z]+(?:/|'[a-z]+)?", mended, text))


@cache
def _long_words() -> dict[str, str]:
    return {word: word for word in words() if word.isascii() and len(word) >= 5}


_SUMS = frozenset(("compute", "add", "subtract", "multiply", "divide", "percent", "power", "root"))


class _Reader:
    def __init__(self, text: str, atoms: Atoms, language: Language) -> None:
        self.text, self.atoms, self.language = text, atoms, language
        self.end = _END_EN if language == "en" else _END_JA
        self.known: dict[tuple[int, int], list[list[Act]]] = {}

    def parse(self, at: int, left: int) -> list[list[Act]]:
        """Readings from here to the end."""
        if (at, left) in self.known:
            return self.known[at, left]
        self.known[at, left] = []
        lead = _openings(self.language).match(self.text, at)
        start = lead.end() if lead else at
        found: list[list[Act]] = []
        if left and start < len(self.text):
            for acts, end in self.clause(start):
                if self.end.match(self.text, end):
                    found.append(acts)
                elif self.joint(end):
                    found += [[*acts, *rest] for rest in self.parse(end, left - 1)]
        found.sort(key=len)
        self.known[at, left] = found[:8]
        return found[:8]

    def joint(self, at: int) -> bool:
        """Whether a clause may end here: before a mark, a joining word; in Japanese anywhere behind a verb."""
        if self.language == "ja":
            return True
        return (
            re.compile(
                r"\s*(?:[.,;:!?\n&]|->|[–—-]\s|\b(?:and|then|also|after|afterwards|next|finally|plus|followed|before)\b)",
                re.I,
            ).match(self.text, at)
            is not None
        )

    def clause(self, start: int, *, blocks: bool = True) -> list[tuple[list[Act], int]]:
        """What one clause from here may mean, longest first, and where it ends."""
        found: dict[int, list[list[Act]]] = {}
        for way in book(self.language):
            match = way.pattern.match(self.text, start)
            if match is None or match.end() == start:
                continue
            acts = filled(way, match, self.atoms)
            if acts is None:
                continue
            closing = _closings(self.language).match(self.text, match.end())
            end = closing.end() if closing is not None else match.end()
            if acts not in found.setdefault(end, []):
                found[end].append(acts)
        if blocks:
            for name, pattern in opening_of(self.language):
                match = pattern.match(self.text, start)
                if match is None:
                    continue
                head = Act("if" if name.startswith("if") else name)
                for group, value in match.groupdict().items():
                    if value:
                        head.slots["num" if group == "times" else "label"] = [_times(value)]
                for acts, end in self.clause(match.end(), blocks=False)[:1]:
                    found.setdefault(end, []).append([head, *acts, Act("end")])
                    if (more := _AND.match(self.text, end)) is not None:  # it may hold the next clause too
                        for others, last in self.clause(more.end(), blocks=False)[:1]:
                            found.setdefault(last, []).append([head, *acts, *others, Act("end")])
        return [(acts, end) for end in sorted(found, reverse=True)[:TRIES] for acts in found[end][:4]]


def filled(way: Way, match: re.Match[str], atoms: Atoms) -> list[Act] | None:
    """The acts of a way, with what its holes caught."""
    acts = [Act(name) for name in way.key]
    by_name = {act.name: act for act in acts}
    for group, hole in way.slots:
        value = (match.groupdict().get(group) or "").strip()
        if not value:
            continue
        match hole.lstrip("2"):
            case "browser":
                continue
            case "target":
                _target(acts[0], value)
                continue
            case "texts":
                acts[0].slots["text"] = re.findall(any_of("quote"), value)
                continue
            case "times":
                slot: Slot = "num"
                value = _times(value)
            case "n1" | "n2" | "n3":
                slot = "num"
            case "m1" | "m2":
                slot = "menu"
            case "sum":
                slot = "expr"
            case "aside":
                slot = "folder"
            case (
                "to"
                | "prog"
                | "folder"
                | "file"
                | "name"
                | "text"
                | "label"
                | "of"
                | "keys"
                | "num"
                | "url"
                | "cmd"
                | "menu" as known
            ):
                slot = known
            case _:
                return None
        if slot in ("folder", "to"):
            value = re.sub(
                r"^(?:folder|directory)\s+(?:called\s+|named\s+)?|\s+(?:folder|directory|dir)$|(?:という(?:名前の)?)?(?:フォルダー?|ディレクトリ)$",
                "",
                value,
                flags=re.I,
            )
        if hole == "aside" and "folder" in acts[0].slots:
            return None
        if slot == "of" and (program(value, slips=False) is not None or _NO_FIELD.search(value)):
            return None
        if way.key == ("open folder",) and value.lower() in ("desktop", "デスクトップ"):
            return None  # *show the desktop*: not the folder of that name
        owners = fills(way.key, slot) or [way.key[0]]
        owner = by_name[owners[-1] if hole.startswith("2") else owners[0]]
        if slot in owner.slots and slot in ("folder", "file", "name", "label") and len(owners) > 1:
            owner = by_name[owners[1]]
        if slot == "menu" and hole == "m1" and owner.slots.get("menu"):
            owner.slots["menu"].insert(0, value)
        elif slot == "num" and slot in owner.slots and hole in ("n1",):
            owner.slots["num"].insert(0, value)
        else:
            owner.slots.setdefault(slot, []).append(value)
    return acts


def _target(act: Act, value: str) -> None:
    for kind, names in KINDS.items():
        for name in names:
            if name.isascii() and (
                found := re.fullmatch(
                    rf"(.+?)\s+{name}|{name}\s+(?:called\s+|named\s+|labelled\s+|that\s+says\s+|saying\s+)?(.+)",
                    value,
                    re.I,
                )
            ):
                act.kind, value = kind, found[1] or found[2]
            elif not name.isascii() and (found := re.fullmatch(rf"(.+?)(?:という|の|と書かれた|って)?{name}", value)):
                act.kind, value = kind, found[1]
    act.slots["label"] = [value]


def _times(value: str) -> str:
    return re.sub(r"\s*(?:times|x)?(?:\s+in\s+row)?$", "", value, flags=re.I)
