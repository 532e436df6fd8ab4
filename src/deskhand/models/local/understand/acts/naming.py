"""What a program is called in an act, and how the steps call it: by its kind, or by a name of its own.

“the MATE Calculator” is a calculator made by MATE; “the NEdit editor” is NEdit; 「SciTE の」 is SciTE with a particle.
Sums need a calculator and commands a terminal, so a name of its own stands for that kind where the acts after it do.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local import concepts
from deskhand.models.local.steps import Named
from deskhand.models.local.understand.acts.form import Act, Argument, within
from deskhand.models.local.understand.acts.words import bare

_MAKERS = re.compile(r"^(?:gnome|mate|xfce4?|kde|lxde|lxqt)(?:\s*の\s*|[\s-]+)", re.I)
_GENERIC = frozenset(
    [
        "window",
        "app",
        "application",
        "program",
        "programme",
        "software",
        "tool",
        "editor",
        "viewer",
        "wiki",
        "desktop",
        "image",
        "picture",
        "photo",
        "text",
        "calculator",
        "terminal",
        "browser",
        "archive",
        "manager",
        "player",
        "notebook",
        "dictionary",
        "console",
        "spreadsheet",
        "emulator",
        "client",
        "package",
        "suite",
        "word",
        "processor",
        "pdf",
        "document",
        "music",
        "journal",
        "diary",
        "gallery",
        "library",
    ]
)
_WHAT = frozenset(
    """font log music screenshot disk disc video audio password web mail email note notes task system file files character
    color colour address hex sound volume clock calendar weather map maps backup update process network database
    ebook comic pdf code source diff budget contact contacts archive sticky to-do todo drawing paint chess""".strip().split()
)
"""With a word of `_GENERIC` they say what a program is for, and are no name without it."""
_TAIL_JA = re.compile(
    r"\s*(?:の)?(?:ウィンドウ|ウインドウ|画面|アプリ(?:ケーション)?|プログラム|ソフト|のほう|の方|さん)$|"
    r"\s*(?:の|で|に|を|から|は|が|へ|も|って|上で|側)$"
)
_STARTS = r"\b(?:open|start|launch|fire\s+up|boot|load|bring\s+up|pull\s+up)\s+(?:up\s+)?(?:the\s+|my\s+)?"
_STARTS_JA = r"\s*(?:アプリ|ソフト)?を?\s*(?:新しく)?(?:開(?:い|け|く)|ひらい|起動|立ち上げ|立ちあげ|たちあげ)(?!て(?:い[るまた]|あ[るり]|る))"
_FILE_MANAGERS = frozenset(
    (
        "file manager",
        "files",
        "nautilus",
        "thunar",
        "nemo",
        "dolphin",
        "caja",
        "pcmanfm",
        "pcmanfm-qt",
        "xfe",
        "ファイル",
    )
)
TERMINAL = re.compile(
    r"term(?:inal)?(?:s|inator)?$|^xterm|qterm|^tilix$|^sakura$|端末|ターミナル|コンソール|konsole", re.I
)
_FILE = re.compile(r"[^\s/]+\.[A-Za-z]\w{0,4}")
_NEEDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("calculator", frozenset(("compute", "convert"))),
    ("terminal", frozenset(("run",))),
    ("web browser", frozenset(("go_to", "search_web"))),
)


def spoken_name(words: str) -> str:
    """The name in the words: without article, maker, particle and the noun that says what it is."""
    name = re.sub(r"[（(][^（()）]*(?:[)）]|$)", "", bare(words)).strip() or bare(
        words
    )  # the last bracket may be cut off
    name = re.sub(r"^[^\x00-\x7f]+\s+(?=[A-Z])", "", name)  # 「画像ビューアー Eye of MATE」
    for _ in range(3):
        cut = _TAIL_JA.sub("", name).strip()
        name = cut or name
    unmade = _MAKERS.sub("", name)
    if concepts.program(unmade, slips=False) is not None:
        return unmade
    parts = name.split()
    while (
        len(parts) > 1
        and parts[-1] in _GENERIC
        and not all(part.lower() in _GENERIC or part.lower() in _WHAT for part in parts[:-1])
    ):
        parts.pop()
    return " ".join(parts)


def manages_files(name: str) -> bool:
    """Whether a program is known to be a file manager."""
    told = re.search(r"(?:\bcommander|\bfile\s+(?:manager|explorer|browser))$", name, re.I) is not None
    return told or name.lower() in _FILE_MANAGERS or concepts.program(name, slips=False) == "file manager"


def program(words: str, of: str, after: Sequence[Act], taken: Sequence[str]) -> tuple[str, Named | None]:
    """How the steps call it, and the name that stands for it, where it has one of its own. ``taken``: the kinds that
    other names stand for already."""
    name = spoken_name(words)
    known = concepts.program(name, slips=False)
    if name.lower() == "calc" and needed(after) != "calculator":
        known = None  # the spreadsheet of that name
    if known is not None and (name.lower() == known or name.lower() not in _own_names(known)):
        whole = bare(words)  # with its maker it is that one, and no other of its kind
        made = _MAKERS.match(whole) is not None and known not in taken
        return known, Named(known, whole, starts(whole, of)) if made else None
    kind = known or _known_kind(name) or needed(after)
    if not kind or kind in taken:
        kind = name.lower()
    return kind if known is None else known, Named(kind, name, starts(name, of))


def starts(name: str, of: str) -> bool:
    """Whether the words want it opened; else it may be open already, perhaps under another title."""
    said = re.escape(name)
    return re.search(rf"{_STARTS}{said}|{said}{_STARTS_JA}", of, re.I) is not None


def _known_kind(name: str) -> str:
    """The kind that the name itself says, whatever is done in it."""
    return "file manager" if manages_files(name) else "terminal" if TERMINAL.search(name) else ""


def _own_names(concept: str) -> frozenset[str]:
    """Those of a kind's words that name one program of it."""
    return frozenset(
        word
        for word in concepts.PROGRAMS[concept]
        if word in ("galculator", "mousepad", "xterm", "chromium", "chrome", "pcmanfm")
    )


_NO_PLACES = (None, "", "trash")


def needed(after: Sequence[Act]) -> str:
    """The kind of program that the acts want which are done in it: up to the next program that is named."""
    for act in within(after):
        if act.name in ("open_program", "switch_to"):
            return ""
        if act.name == "go_to" and not re.search(r"\w\.\w|://|\bdot\b", act.words("address")):
            continue
        if act.name == "compute" and _written_in_cells(act, after):
            continue  # a table works it out
        for kind, acts in _NEEDS:
            if act.name in acts:
                return kind
        if act.name in ("move", "copy_file") and "to" in act.args and _FILE.fullmatch(act.words("file").strip()):
            return "file manager"  # whatever it is called
        packs = any(one.name in ("compress", "extract") for one in after)  # as a program for archives does
        if (
            not packs
            and act.name == "delete_file"
            and not _FILE.search(" ".join(_strings(act.args.get("file"))))  # a viewer deletes its pictures itself
            and concepts.folder(bare(act.words("folder"))) not in _NO_PLACES
        ):
            return "file manager"
    return ""


def _strings(value: Argument | None) -> list[str]:
    return [part for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, str)]


_CELLS = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,2}[1-9]\d*(?![A-Za-z0-9])|\b[Cc]olumn\s+[A-Z]\b|[A-Z]\s*列")


def _written_in_cells(act: Act, after: Sequence[Act]) -> bool:
    """Whether it is a sum of cells whose result goes into one."""
    words = " ".join(_strings(act.args.get("expression")))
    return _CELLS.search(words) is not None and any(one.name == "set_value" for one in within(after))
