"""What a person quotes is sacred: "open and save" in quotes is text to type, not two commands.

Before any grammar looks at an instruction, every quoted string, file name, address, key chord, menu path and point in it
becomes one *atom*, a single private-use character. The rest is normalised (NFKC) freely; the atoms keep their characters
exactly as they were given. A sentence's dot can then no longer be mistaken for the dot of ``notes.txt``.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from deskhand.models.local.concepts import FOLDERS

AtomKind: TypeAlias = Literal["quote", "command", "file", "url", "keys", "menu", "point", "literal"]
KINDS: tuple[AtomKind, ...] = ("quote", "command", "file", "url", "keys", "menu", "point", "literal")
_BASE = 0xE000
_ROOM = 0x200
"""Each kind of atom has 512 private-use characters of its own, so that patterns can name the kind."""


def any_of(*kinds: AtomKind) -> str:
    """A regular expression for one atom of these kinds (all, when none is named)."""
    spans = (_BASE + KINDS.index(kind) * _ROOM for kind in (kinds or KINDS))
    return "[" + "".join(f"{chr(low)}-{chr(low + _ROOM - 1)}" for low in spans) + "]"


@dataclass(frozen=True, slots=True)
class Atom:
    kind: AtomKind
    text: str
    """What it stands for, without its quotation marks."""
    raw: str
    """As it stood in the instruction."""
    parts: tuple[str, ...] = ()
    """A menu path's names; a point's two numbers."""


@dataclass(slots=True)
class Atoms:
    """The atoms of one instruction."""

    table: dict[str, Atom] = field(default_factory=dict[str, Atom])

    def add(self, atom: Atom) -> str:
        count = sum(1 for known in self.table.values() if known.kind == atom.kind)
        if count >= _ROOM:
            return " "
        char = chr(_BASE + KINDS.index(atom.kind) * _ROOM + count)
        self.table[char] = atom
        return char

    def get(self, char: str) -> Atom | None:
        return self.table.get(char)

    def restore(self, text: str) -> str:
        """The words as they were given."""
        for _ in range(3):
            if not any(char in self.table for char in text):
                break
            text = "".join(self.table[char].raw if char in self.table else char for char in text)
        return text

    def plain(self, text: str) -> str:
        """The words without quotation marks."""
        return "".join(self.table[char].text if char in self.table else char for char in text)


_PRIVATE = re.compile("[\ue000-\uf8ff]")
_PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»", "‘": "’", "„": "“", "｢": "｣"}
_KNOWN_ENDINGS = (
    "txt|md|csv|tsv|json|xml|html?|log|py|sh|js|ts|css|cfg|conf|ini|toml|ya?ml|pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|png|"
    "jpe?g|gif|svg|bmp|webp|ico|zip|gz|tgz|tar|mp3|wav|ogg|mp4|mkv|webm|desktop|bak|tmp|dat|c|h|cpp|rs|go|java|rb|sql|tex|"
    "gnumeric|sqlite|epub|kdbx|properties"
)
_URL = re.compile(
    r"(?:(?:https?|file|ftp)://[^\s<>\"'、。」』）]+|(?<![\w.])about:[a-z]+|(?<![\w@.-])www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s、。]*)?"
    r"|(?<![\w@.~/-])(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|io|dev|co\.jp|co\.uk|jp|de|fr|info|app)(?![\w.-]*\w)(?:/[^\s、。]*)?"
    r"|(?<![\w.])localhost(?::\d+)?(?:/[^\s、。]*)?)",
    re.IGNORECASE | re.ASCII,
)
_MAIL = re.compile(r"(?<![\w@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?<![.-])", re.ASCII)
_FILE = re.compile(
    # a path, or a name with an ending; ASCII first, then kanji and katakana (never hiragana: those are particles)
    r"(?:(?<![\w.])(?:~|\.{1,2})?(?:/[\w.\-]+)+/?|(?<![\w.])~/?(?![\w])|(?<![\w./~])[\w\-]+(?:/[\w.\-]+)*/[\w\-]+(?:\.\w+)+"
    rf"|(?<![\w.\-])[\w][\w.\-]*\.(?:{_KNOWN_ENDINGS})(?![\w])"
    r"|(?<![\w.\-])\.(?:bashrc|profile|bash_history|gitignore|config)\b"
    r"|(?<![\w.\-])[A-Za-z][\w\-]*\.[a-z][a-z0-9]{1,4}(?![\w.]))",
    re.IGNORECASE | re.ASCII,
)
_FILE_WIDE = re.compile(
    rf"[\w\u30fc\u3005\u30a0-\u30ff\u4e00-\u9fff-]*[\u3005\u30a0-\u30ff\u4e00-\u9fff][\w-]*\.(?:{_KNOWN_ENDINGS})(?!\w)",
    re.ASCII,
)
_FOLDERS = "|".join(sorted((n for names in FOLDERS.values() for n in names if not n.isascii()), key=len, reverse=True))
_FILE_IN_FOLDER = re.compile(
    rf"((?:{_FOLDERS})(?:の中|内)?(?:の|にある))((?![^\s、。.]*[をへが])[\w\u3040-\u30ff\u4e00-\u9fff-]+\.(?:{_KNOWN_ENDINGS}))(?!\w)",
    re.ASCII,
)
_FILE_SPACED = re.compile(
    rf"(?:^|(?<=[\s、。:]))(?![^\s、。.]*(?:[をにへが]|[けいしっめべれえせ]て[一-鿿ァ-ヶ]))[\w\u3040-\u30ff\u4e00-\u9fff-]+\.(?:{_KNOWN_ENDINGS})(?!\w)",
    re.ASCII,
)
"""Hiragana too, where a space shows where the name begins."""
_MODIFIER = r"(?:ctrl|control|ctl|alt|option|shift|super|win(?:dows)?|meta|cmd|command|コントロール|シフト|オルト)"
_KEYS = re.compile(
    rf"(?<![\w-]){_MODIFIER}(?:(?:\s?[+＋]\s?|-){_MODIFIER})*(?:\s?[+＋]\s?|-)"
    r"(?:page[ _]?(?:up|down)|print[ _]?screen|back[ _]?space|(?:up|down|left|right)(?: arrow)?|[a-z]+\d*|\d|[^\w\s])(?![\w])",
    re.IGNORECASE | re.ASCII,
)
_POINT = re.compile(
    r"[(（]\s*(?:x\s*[=:]\s*)?(\d{1,5})\s*[,、，]\s*(?:y\s*[=:]\s*)?(\d{1,5})\s*[)）]"
    r"|\bx\s*[=:]\s*(\d{1,5})\s*(?:,|and|、|と)?\s*y\s*[=:]\s*(\d{1,5})"
    r"|(?<=coordinates )(\d{1,5})\s*[, ]\s*(\d{1,5})|(?<=position )(\d{1,5})\s*,\s*(\d{1,5})|(?<=座標)(\d{1,5})\s*[,、]\s*(\d{1,5})",
    re.IGNORECASE,
)


def protect(instruction: str) -> tuple[str, Atoms]:
    """The instruction normalised, with atoms in place of what must stay as it is; and the atoms."""
    atoms = Atoms()
    text = _PRIVATE.sub(lambda m: atoms.add(Atom("literal", m[0], m[0])), instruction)
    text = _quotes(text, atoms)
    text = unicodedata.normalize("NFKC", text)
    text = text.replace("’", "'").replace("‘", "'").replace("\r\n", "\n").replace("\r", "\n").replace("\u200b", "")
    text = _POINT.sub(lambda m: _point(m, atoms), text)
    text = _KEYS.sub(lambda m: atoms.add(Atom("keys", m[0], m[0])), text)
    text = _MAIL.sub(lambda m: atoms.add(Atom("literal", m[0], m[0])), text)
    text = _URL.sub(lambda m: _trimmed(m[0], "url", atoms), text)
    text = _menus(text, atoms)
    text = _FILE.sub(lambda m: _file(m, atoms), text)
    text = _FILE_IN_FOLDER.sub(lambda m: m[1] + _trimmed(m[2], "file", atoms), text)
    text = _FILE_SPACED.sub(lambda m: _trimmed(m[0], "file", atoms), text)
    text = _FILE_WIDE.sub(lambda m: _trimmed(m[0], "file", atoms), text)
    return text, atoms


def _point(match: re.Match[str], atoms: Atoms) -> str:
    x, y = (number for number in match.groups() if number is not None)
    return atoms.add(Atom("point", match[0], match[0], (x, y)))


def _trimmed(raw: str, kind: AtomKind, atoms: Atoms) -> str:
    body = raw.rstrip(".,;:!?")
    return atoms.add(Atom(kind, body, body)) + raw[len(body) :]


def _file(match: re.Match[str], atoms: Atoms) -> str:
    raw = match[0]
    if raw.lower().rstrip(".") in ("e.g", "i.e", "etc", "p.m", "a.m", "vs") or re.fullmatch(r"/", raw):
        return raw
    body = raw.rstrip(".,;:!?")
    if not body:
        return raw
    return atoms.add(Atom("file", body, body)) + raw[len(body) :]


def _quotes(text: str, atoms: Atoms) -> str:
    out: list[str] = []
    at = 0
    while at < len(text):
        end = _closing(text, at)
        if end is None:
            out.append(text[at])
            at += 1
            continue
        opening = re.match(r"`+", text[at:])
        width = len(opening[0]) if opening else 1
        kind: AtomKind = "command" if opening else "quote"
        inner = text[at + width : end - width + 1]
        if width >= 3:
            inner = re.sub(r"\A\w*\n", "", inner).removesuffix("\n")
        raw = text[at : end + 1]
        out.append(atoms.add(Atom(kind, atoms.restore(inner), atoms.restore(raw))))
        at = end + 1
    return "".join(out)


def _closing(text: str, at: int) -> int | None:
    """Where the quotation that begins at ``at`` ends (its last character), or None when none begins there."""
    char = text[at]
    if char == "`":
        width = len(re.match(r"`+", text[at:])[0])  # type: ignore[index]
        found = text.find("`" * width, at + width)
        return None if found <= at else found + width - 1
    if char in _PAIRS and char != "‘":
        closing, depth = _PAIRS[char], 0
        for index in range(at, len(text)):
            if text[index] == char:
                depth += 1
            elif text[index] == closing:
                depth -= 1
                if depth == 0:
                    return index
        return None
    if char in '"＂':
        found = text.find(char, at + 1)
        return None if found < 0 else found
    if char in "'‘":
        # an apostrophe stands inside a word; a quotation mark stands at its edge
        if at and (text[at - 1].isalnum() and text[at - 1].isascii()):
            return None
        closers = "'" if char == "'" else "’"
        for index in range(at + 2, len(text)):
            after = text[index + 1] if index + 1 < len(text) else " "
            if text[index] in closers and not (after.isalnum() and after.isascii()) and not text[index - 1].isspace():
                return index
    return None


_SEPARATOR = r"\s*(?:>|→|➔|->|=>|»|›|▸)\s*"
_QUOTED = any_of("quote")
_WORD_EN = rf"(?:{_QUOTED}|[A-Z][\w&'-]*(?:[ ](?:[A-Z][\w&'-]*|as|(?:and|in|to|of|&)(?=[ ][A-Z]))(?![\w]))*(?:\.\.\.)?)"
_WORD_ANY = rf"(?:{_QUOTED}|[^\s>→➔»›▸、。,をからのにで\"]+)"
_MENU_EN = re.compile(rf"{_WORD_EN}(?:{_SEPARATOR}{_WORD_EN})+")
_MENU_LAX = re.compile(
    rf"{_WORD_ANY}(?:{_SEPARATOR}(?:{_QUOTED}|名前を(?:付け|つけ)て保存|[^\s>→➔»›▸、。,\"]+?(?=\s|$|[、。,>→]|を|から|の順|と選|と進|に進)))+"
)


_OPENER = re.compile(
    r"(?:Choose|Select|Click|Open|Use|Pick|Press|Go|Then|In|From|Via|Using|Next|Now|And|Please)(?: (?:on|to|the|in))*\s+",
    re.I,
)


_SECOND_PATH = re.compile(
    rf" and (?=(?:File|Edit|View|Search|Help|Document|Tools|Go|Bookmarks|Format|Insert|Window|History|Calculator){_SEPARATOR})"
)


def _menus(text: str, atoms: Atoms) -> str:
    def path(match: re.Match[str]) -> str:
        opener = _OPENER.match(match[0])
        if opener is not None:
            inner = _MENU_EN.fullmatch(match[0], opener.end())
            return opener[0] + path(inner) if inner is not None else match[0]
        if (second := _SECOND_PATH.search(match[0])) is not None:  # "Edit > Select All and Edit > Copy"
            halves = (match[0][: second.start()], match[0][second.end() :])
            paths = [_MENU_EN.fullmatch(half) for half in halves]
            if paths[0] is not None and paths[1] is not None:
                return path(paths[0]) + second[0] + path(paths[1])
        names = tuple(atoms.plain(name).strip().rstrip(".… ") for name in re.split(_SEPARATOR, match[0]))
        if not all(names) or any(name.isdigit() for name in names):
            return match[0]
        return atoms.add(Atom("menu", match[0], match[0], names))

    text = _MENU_EN.sub(path, text)
    return _MENU_LAX.sub(path, text)
