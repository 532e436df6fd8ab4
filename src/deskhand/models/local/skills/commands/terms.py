"""Words as ideas: "flip picture horizontally", 「画像を左右反転」 and "Mirror ▸ Horizontal" say the same to a person.

Of 40 wishes on programs never met, letters alone led to the right entry for 4: people say what they want, and menus say
what programmers call it. A hundred and fifty lines of words that mean the same (`terms.txt`) join the two, in both
languages; endings are cut off, and what the table lacks is compared by its letters.
"""

# ruff: noqa: E501
from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass, replace
from importlib import resources

from deskhand.models.local.labels import concepts
from deskhand.models.local.skills.commands.loanwords import sounds_like

_JOINED = (
    (r"zoom(?:ing|ed)? in", "zoomin"), (r"zoom(?:ing|ed)? out", "zoomout"), (r"full[- ]screen", "fullscreen"),
    (r"tool ?bars?", "toolbar"), (r"status ?bar", "statusbar"), (r"menu ?bar", "menubar"), (r"side ?(?:bar|pane|panel)", "sidebar"),
    (r"black[- ]and[- ]white", "grayscale"), (r"gr[ae]y[- ]?scale", "grayscale"), (r"upper[- ]?case", "uppercase"),
    (r"lower[- ]?case", "lowercase"), (r"word ?wrap", "wrap"), (r"counter[- ]?clockwise", "counterclockwise"),
    (r"anti[- ]?clockwise", "anticlockwise"), (r"upside[- ]down", "upsidedown"), (r"(?<![a-z])go ?to(?![a-z])", "goto"),
    (r"to[- ]?do", "todo"), (r"get rid of", "remove"), (r"throw away", "remove"), (r"turn on|switch on", "enable"),
    (r"turn off|switch off", "disable"), (r"look for", "find"), (r"set ?up", "setup"), (r"e-?mail", "email"),
    (r"(hide|show|view|filter|list|delete|remove|clear|archive|purge) (?:all )?(?:completed?|done|finished)", r"\1 donetasks"),
    (r"(?:mark(?:ed)?|set) as (?:done|completed?|finished)|(?:tick|check)(?:ed)? off", "completed"),
    (r"wrap(?:ping)? (?:long |the )?lines", "wrap"), (r"(?<![a-z])ccw(?![a-z])", "counterclockwise"),
    (r"(?<![a-z])cw(?![a-z])", "clockwise"), (r"90 ?(?:°|degrees?)? ?(?=(?:counter)?clockwise)", ""),
    (r"(?:print|save) (?:to|as) pdf", "export pdf"), (r"save a copy(?: as)?", "save"),
    (r"(?<![a-z])a ?(?:-|–|→|to) ?z(?![a-z])", "ascending"), (r"(?<![a-z])z ?(?:-|–|→|to) ?a(?![a-z])", "descending"),
    (r"find ?(?:&|and|/) ?replace", "replace"), (r"unordered list", "bullet list"), (r"(?<!un)ordered list", "numbered list"),
    (r"due date", "due"), (r"decimal places", "decimals"), (r"(?:tab|indent) size", "tab width"), (r"automatic saving|save automatically", "autosave"),
    (r"set as (?:the )?(?:desktop )?background", "wallpaper"),
    (r"auto[- ]save", "autosave"), (r"read[- ]only", "readonly"),
    (r"(?:single|one)[- ]click", "singleclick"), (r"double[- ]click", "doubleclick"), (r"title[- ]bar", "titlebar"), (r"left[- ]handed", "lefthanded"), (r"week ?day", "weekday"),
)  # fmt: skip
_IDLE = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their", "of",
     "to", "for", "in", "into", "at", "by", "with", "from", "as", "and", "or", "it", "is", "be", "please",
     "selected", "current")
)  # fmt: skip
"""Words that tell nothing from anything."""
_LIGHT = frozenset(
    ("show", "display", "view", "see", "enable", "disable", "use", "make", "set", "change", "turn", "switch",
     "do", "put", "get", "have", "let", "go", "enter", "open", "choose", "select", "edit", "file", "document",
     "picture", "image", "photo", "drawing", "window", "program", "text", "page", "entry", "item", "mode",
     "dialog", "menu", "on", "off", "all", "new", "add", "insert", "calculator", "editor", "viewer")
)  # fmt: skip
"""Words that a label may well leave out: "Line Numbers" shows them, "Flip" under Image flips the image."""
_ENDINGS = (
    ("ically", "ic"), ("ally", "al"), ("ies", "y"), ("ing", ""), ("ed", ""), ("ly", ""), ("s", ""),
)  # fmt: skip
_FAINT = frozenset(
    ("make", "turn", "put", "take", "get", "set", "do", "have", "let", "switch", "show", "display", "view",
     "see", "open")
)  # fmt: skip
"""Words that only carry others: "make it bigger", "turn it into grey", "show the statistics"."""
LIGHT, FAINT = 0.3, 0.1
SAME_IDEA = 0.9
MORE = 0.03
"""For each further idea that two words share: 「書き出し」 is "Export" rather than "Save"."""
LOAN = 0.85
"""Of a loan word and the one it is made of."""
SHORTEST = 4
"""Letters of a word that is compared by its letters."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a command."""

    stem: str
    ideas: frozenset[int]
    """The lines of the table that hold it."""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class _Table:
    ideas: dict[str, frozenset[int]]
    """By stem (English) or by the word as it stands (Japanese)."""
    japanese: tuple[str, ...]
    """Longest first."""
    opposites: dict[int, tuple[int, int]]
    """For an idea that has an opposite: the axis, and which end of it."""
    english: dict[str, tuple[str, ...]]
    """For Japanese labels of the table of concepts, their English words."""


@functools.cache
def _table() -> _Table:
    ideas: dict[str, set[int]] = {}
    opposites: dict[int, tuple[int, int]] = {}
    japanese: set[str] = set()
    rows = resources.files(__package__).joinpath("terms.txt").read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(row for row in rows if row.strip() and not row.startswith("#")):
        words, _, axis = row.partition("!")
        if axis.strip():
            opposites[number] = (abs(int(axis)), 1 if int(axis) > 0 else -1)
        english, _, others = words.partition("|")
        for word in english.split(","):
            ideas.setdefault(stem(word.strip()), set()).add(number)
        for word in others.split(","):
            if word.strip():
                japanese.add(word.strip())
                ideas.setdefault(word.strip(), set()).add(number)
    named: dict[str, tuple[str, ...]] = {}
    for concept in concepts():
        for name in concept.japanese:
            if len(name) >= 3 and concept.english:
                named.setdefault(name, tuple(re.findall(r"[a-z0-9]+", _joined(concept.english[0].lower()))))
    ordered = tuple(sorted(japanese | set(named), key=lambda word: (-len(word), word)))
    return _Table({word: frozenset(held) for word, held in ideas.items()}, ordered, opposites, named)


def stem(word: str) -> str:
    """A word without its ending: "transactions", "rotating" and "rotated" are one with "transaction" and "rotate"."""
    word = word.lower()
    if re.search(r"(?:[sxz]|ch|sh)es$", word):
        word = word[:-2]
    else:
        for ending, rest in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
                word = word[: -len(ending)] + rest
                break
    if len(word) >= 4 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") and word[-2] != "e" else word


@functools.lru_cache(maxsize=4096)
def terms(text: str) -> tuple[Term, ...]:
    """The telling words of a label or a wish, in order."""
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = re.sub(r"\s*\((?:_?[a-z0-9])\)|[.…:]+$", "", plain.strip())
    found: list[Term] = []
    for run in re.findall(r"[a-z0-9][a-z0-9'+#&]*|[^\x00-\x7f]+", _joined(plain)):
        found += [_term(run)] if run.isascii() and run not in _IDLE else [] if run.isascii() else _japanese(run)
    return tuple(found)


def _joined(text: str) -> str:
    for pattern, word in _JOINED:
        text = re.sub(pattern, word, text)
    return text


def _term(word: str) -> Term:
    bare = _without_stroke(stem(word.removesuffix("'s")))
    weight = FAINT if word in _FAINT else LIGHT if word in _LIGHT or bare in _light() else 1.0
    return Term(bare, _table().ideas.get(bare, frozenset()), weight)


def _without_stroke(word: str) -> str:
    """The stroke below a mnemonic makes an E of an F, a y of a v: "Eile", "Elip", "yertical"."""
    known, was = _table().ideas, {"e": "f", "y": "v"}.get(word[:1], "") + word[1:]
    return was if word not in known and was in known else word


@functools.cache
def _light() -> frozenset[str]:
    return frozenset(stem(word) for word in _LIGHT)


def _japanese(run: str) -> list[Term]:
    """Words of the table, longest first; katakana and kanji between them are words of their own, hiragana is grammar."""
    table = _table()
    found: list[Term] = []
    rest = ""
    at = 0
    while at < len(run):
        word = next((word for word in table.japanese if run.startswith(word, at)), None)
        if word is None:
            rest += run[at]
            at += 1
            continue
        found += _unknown(rest)
        rest = ""
        at += len(word)
        if word in table.ideas:
            ideas = table.ideas[word]
            faint, light = ideas <= _ideas_of("show", "open"), ideas <= _light_ideas()
            found.append(Term(word, ideas, FAINT if faint else LIGHT if light else 1.0))
        else:
            found += [_term(other) for other in table.english[word]]
    return _without_its_kind([*found, *_unknown(rest)])


def _without_its_kind(found: list[Term]) -> list[Term]:
    """「アルバム名」 is what the screen calls “Album”, 「トラック番号」 its “Track”: what sort of value it is tells little."""
    if len(found) > 1 and found[-1].stem in _KINDS:
        return [*found[:-1], replace(found[-1], weight=FAINT)]
    return found


_KINDS = ("名", "番号", "数", "値", "欄", "日", "時", "度", "先", "者")


def does(term: Term) -> bool:
    """Whether it is a word of doing, and of nothing but doing."""
    return bool(term.ideas) and term.ideas <= _doing()


def verb(words: str) -> Term | None:
    """The word that says what is to be done, where it is one of doing: not of showing, going or changing."""
    return next((term for term in terms(words) if term.ideas & _doing() and term.weight > FAINT), None)


@functools.cache
def _doing() -> frozenset[int]:
    table = _table()
    doing = (
        "add", "remove", "rename", "export", "import", "print", "copy", "cut", "paste", "undo", "redo", "deselect", "flip", "rotate",
        "resize", "crop", "sort", "filter", "replace", "extract", "compress", "split", "merge", "run", "stop", "invert", "close",
        "save", "clear", "move", "find", "refresh",
    )  # fmt: skip
    return frozenset(idea for word in doing for idea in table.ideas.get(stem(word), frozenset()))


@functools.cache
def _light_ideas() -> frozenset[int]:
    return _ideas_of(
        "show",
        "add",
        "open",
        "change",
        "select",
        "picture",
        "file",
        "entry",
        "window",
        "text",
        "page",
        "go",
        "all",
        "mode",
        "calculator",
        "editor",
    )


@functools.cache
def _ideas_of(*words: str) -> frozenset[int]:
    return frozenset(idea for word in words for idea in _table().ideas.get(stem(word), frozenset()))


def _unknown(text: str) -> list[Term]:
    return [Term(word, frozenset()) for word in re.findall(r"[ァ-ヶー]{2,}|[一-龯々]{1,}|[A-Za-z0-9]+", text)]


def alike(one: Term, other: Term) -> float:
    """1 for the same word, a little less for the same idea, 0 for nothing in common."""
    if one.stem == other.stem:
        return 1.0
    if shared := len(one.ideas & other.ideas):
        return min(SAME_IDEA + MORE * (shared - 1), 0.97)
    if sounds_like(one.stem, other.stem) or sounds_like(other.stem, one.stem):
        return LOAN
    short, long = sorted((one.stem, other.stem), key=len)
    if len(short) >= SHORTEST and long.startswith(short):
        return 0.8
    return 0.0


def opposed(one: Term, other: Term) -> bool:
    """Whether they are the two ends of one thing: in and out, horizontal and vertical."""
    ends, others = _ends(one), _ends(other)
    return any(axis in others and not (signs & others[axis]) for axis, signs in ends.items())


def is_end(term: Term) -> bool:
    """Whether it is one of two ends: without it the other would do."""
    return bool(_ends(term))


def _ends(term: Term) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for idea in term.ideas:
        if (end := _table().opposites.get(idea)) is not None:
            found.setdefault(end[0], set()).add(end[1])
    return found
