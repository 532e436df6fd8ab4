"""Programs that an instruction calls by names of their own: "in gedit", "using SpeedCrunch", 「Pluma で」.

The grammar knows five kinds of programs and everything that is said of them, but of the 38 first instructions about
other programs it understood 6, nearly always because of the name. A name is told by where it stands and how it is
written, never from a list: so one that nobody has heard of is read as well as a known one. In the grammar's ears it
becomes one of the five kinds (whichever makes the plainest plan), and the plan says which name that kind stands for.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from deskhand.models.local import concepts
from deskhand.models.local.steps import (
    Compute,
    DeleteFile,
    GoTo,
    MakeFolder,
    MoveFile,
    Named,
    NotUnderstood,
    OpenProgram,
    Plan,
    RenameFile,
    ReplaceText,
    RunCommand,
    Save,
    Step,
    SwitchTo,
    TypeText,
)
from deskhand.models.local.understand.acts.naming import manages_files

T = TypeVar("T")

_ALIASES = {
    "text editor": ("the text editor", "テキストエディタ"),
    "file manager": ("the file manager", "ファイルマネージャ"),
    "calculator": ("the calculator", "電卓"),
    "terminal": ("the terminal", "端末"),
    "web browser": ("the web browser", "ブラウザ"),
}
_IMPLIED: tuple[tuple[tuple[type, ...], str], ...] = (
    ((Compute,), "calculator"),
    ((RunCommand,), "terminal"),
    ((RenameFile, MoveFile, DeleteFile, MakeFolder), "file manager"),
    ((GoTo,), "web browser"),
)
_NO_EDITORS = frozenset(("file manager", "calculator", "terminal", "web browser"))
_NO_FILES = ("text editor", "calculator", "web browser")  # what is known to manage files is none of these
MOST = 2
"""Names in one instruction."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|‘[^’]*’|(?<!\w)'[^']*'(?!\w)|`[^`]*`")
_PROPER = r"(?:[A-Z](?:[\w+-]|\.(?=\w))*|[a-z]+[A-Z]\w*|[a-z][a-z0-9]*(?:-[a-z0-9]+)+|[a-z]+\d[\w-]*)"
_NAME = rf"{_PROPER}(?:[ ](?:(?:for|of)[ ])?(?:[A-Z](?:[\w+-]|\.(?=\w))*|[a-z]+[A-Z]\w*|\d+))*"
_AS = r"(?:\s+(?:window|program|app|application|sheet|spreadsheet|editor))?"
_STARTS = r"open|start|launch|start up|open up|fire up"
_IN = (
    r"in|into|within|inside|with|using|use|from|of|to|via|through|on|close|quit|exit|leave|bring up|switch to|go to|"
    rf"{_STARTS}"
)
_KIND = (
    r"(?:(?:the|my)\s+(?:(?:[a-z]+\s+){0,2}(?:terminal|console|editor|manager|viewer|program|application|app|tool|monitor|"
    r"calculator|browser|emulator|utility|archiver|converter|renamer|finder|commander)\s+)?)?"
)
"""What a program is, said before its name: "the file manager Nemo"."""
_ENGLISH = re.compile(rf"\b(?P<by>(?i:{_IN}))\s+{_KIND}(?P<name>{_NAME})(?!\s*[>@(/])(?!\w)")
_PLAIN = re.compile(
    rf"(?:(?:^|[.,;]\s*)(?i:please\s+)?(?i:in|using|with|inside)\s+{_KIND}(?P<first>[a-z]\w{{2,}}),"
    r"|\b(?:in|with|using)\s+(?P<last>[a-z]\w{2,})(?=[,;]|[.?](?:\s|$)|\s+and\b|\s+then\b|$)"
    r"|\b(?i:use|using)\s+(?P<means>[a-z]\w{2,})(?=\s+to\b|,|[.?](?:\s|$)|$))"
)
_JAPANESE = re.compile(
    r"(?<![\w.@/>])(?P<name>[A-Za-z][A-Za-z0-9_+.-]*(?: (?:for |of )?[A-Za-z0-9][A-Za-z0-9_+.-]*)*)\s*"
    r"(?:の(?:ウィンドウ|ウインドウ|画面|アプリ))?(?P<by>で|の|を使|を用い|を開|を起動|を閉|を終了|に|から|へ|上)"
)
_COMMON = frozenset(
    ("open", "it", "them", "there", "this", "that", "order", "front", "full", "case", "addition", "all", "everything",
     "english", "japanese", "lowercase", "uppercase", "bold", "italics", "quotes", "return", "enter", "tab", "escape",
     "menu", "please", "yes", "no", "ok", "cancel", "you", "me", "total", "line", "lines", "words", "general", "turn",
     "settings", "find", "search", "both", "alphabetical", "row", "column", "one", "two", "three", "care", "keyboard",
     "mouse", "pointer", "shift", "ctrl", "control", "alt", "french", "german", "detail", "parentheses", "brackets")
)  # fmt: skip
"""What stands where a name might, and is none."""
_DESCRIBED = re.compile(
    r"\b(?:task manager|system monitor|(?:image|picture|photo|document|pdf) viewer|archive manager|character map|"
    r"colou?r picker|note[- ]taker|password manager)\b|タスクマネージャー?|システムモニター?|画像ビューア?ー?|"
    r"(?:書庫|アーカイブ)マネージャー?|文字マップ|カラーピッカー"
)
"""Kinds of programs that the grammar has no word for: what they are called serves as their name."""
_FILE = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def plan_by_kind(instruction: str, understand: Callable[[str], Plan | NotUnderstood]) -> Plan | None:
    """The plainest plan in which every name stands for a kind of program; None where there is no name, or no plan."""
    found = names(instruction)
    if not found:
        return None
    for wording in (instruction, *((_name_first(instruction, found[0].name),) if len(found) == 1 else ())):
        plans: list[tuple[int, int, Plan]] = []
        for kinds in itertools.permutations(_ALIASES, len(found)):
            if any(kind in _NO_FILES and manages_files(named.name) for named, kind in zip(found, kinds, strict=True)):
                continue
            told = wording
            for named, kind in zip(found, kinds, strict=True):
                told = _renamed(told, named.name, kind)
            understood = understand(told)
            if isinstance(understood, Plan) and not _typed_kind(understood, kinds, instruction):
                stands = tuple(replace(named, kind=kind) for named, kind in zip(found, kinds, strict=True))
                plans.append((_spread(understood.steps), len(plans), _with_names(understood, stands)))
        if plans:
            return min(plans, key=lambda entry: entry[:2])[2]
    return None


def _typed_kind(plan: Plan, kinds: Sequence[str], instruction: str) -> bool:
    """Whether a kind's word, put in for a name, was taken for text to be typed."""
    put_in = [alias for kind in kinds for alias in _ALIASES[kind] if alias not in instruction]
    return any(
        alias in part
        for step in plan.steps
        if isinstance(step, TypeText)
        for part in step.text
        if isinstance(part, str)
        for alias in put_in
    )


def _name_first(instruction: str, name: str) -> str:
    """The same with the program said once, in front: there the grammar takes it with every verb."""
    if re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", instruction):
        rest = re.sub(rf"{re.escape(name)}\s*(?:にある|に表示されている|に出ている|の|で|を使って)", "", instruction)
        return f"{name}で{rest.strip()}" if rest != instruction else instruction
    there = rf"(?:the\s+)?{re.escape(name)}{_AS}(?!\w)"
    rest = re.sub(rf"\b(?:use|using)\s+{there}\s+to\s+", "", instruction, flags=re.IGNORECASE)
    rest = re.sub(
        rf",?\s*\b(?:in|into|within|inside|with|using|from|of|via|on)\s+{there}", "", rest, flags=re.IGNORECASE
    )
    rest = re.sub(r"^\s*(?:please\s+|,\s*)+", "", rest, flags=re.IGNORECASE)
    return f"In {name}, {rest[:1].lower()}{rest[1:]}"


_DOCUMENTS = re.compile(
    r"\b(?P<verb>save|close|open)\s+the\s+(?:picture|image|drawing|sheet|spreadsheet|note|page|table|project|workbook|text)"
    r"(?=\s+(?:as|in|to|under)\b|[,.;]|$)",
    re.IGNORECASE,
)


def plainer(instruction: str) -> str:
    """The same where a document is called by what it holds: "save the picture as" is said of a file."""
    return _DOCUMENTS.sub(lambda match: f"{match['verb']} the file", instruction)


def torn(plan: Plan) -> bool:
    """Whether a program opened by its own name is then not the one that the plan works in."""
    opened = [step.name for step in plan.steps if isinstance(step, OpenProgram | SwitchTo)]
    implied = {kind for step in plan.steps for types, kind in _IMPLIED if isinstance(step, types)}
    return bool(implied) and any(concepts.program(name, slips=False) is None for name in opened)


def swallowed(plan: Plan, instruction: str) -> bool:
    """Whether a name has run into the words of something else: ``File > New in TEA``."""
    return any(
        re.search(rf"\b(?:{before})\s+(?:the\s+)?{re.escape(named.name)}\b|{re.escape(named.name)}\s*(?:で|の)", text)
        for step in plan.steps
        # ‘hello from the SDK’ may well be what is to be typed.
        for before in ("in|with|using" if isinstance(step, TypeText) else "in|with|using|of|the",)
        for text in _strings(step)
        for named in names(instruction)
        if f"“{text}”" not in instruction and f'"{text}"' not in instruction
    )


def lost(plan: Plan, instruction: str) -> bool:
    """Whether a name is in no step: 「Dolphin で共有フォルダーに…」 has gone for nothing, and the folder with it."""
    held = "\n".join(text for step in plan.steps for text in _strings(step)).lower()
    return any(named.name.lower() not in held for named in names(instruction))


def names(instruction: str) -> tuple[Named, ...]:
    """The programs called by names of their own, in the order in which they are named."""
    bare = _QUOTED.sub(lambda match: "\ue000" * len(match[0]), instruction)
    japanese = re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", bare) is not None
    seen: dict[str, Named] = {}
    for _, name, by in sorted(_japanese(bare) if japanese else _english(bare)):
        if not _is_name(name):
            continue
        starts = re.fullmatch(rf"{_STARTS}|を開|を起動", by, re.IGNORECASE) is not None
        seen.setdefault(name.lower(), Named("", name, starts))
    return tuple(seen.values())[:MOST]


def _english(bare: str) -> Iterator[tuple[int, str, str]]:
    for match in _ENGLISH.finditer(bare):
        yield match.start("name"), match["name"], match["by"]
    for match in _DESCRIBED.finditer(bare):
        yield match.start(), match[0], "in"
    for match in _PLAIN.finditer(bare):
        kind = match.lastgroup or "first"
        yield match.start(kind), match[kind], "in"


def _japanese(bare: str) -> Iterator[tuple[int, str, str]]:
    for match in _DESCRIBED.finditer(bare):
        yield match.start(), match[0], "で"
    for match in _JAPANESE.finditer(bare):
        yield match.start("name"), match["name"], match["by"]


def _is_name(name: str) -> bool:
    bare = name.lower()
    return not (
        len(bare) < 2
        or bare in _COMMON
        or _FILE.search(name)
        or re.fullmatch(r"[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?", name)  # a cell
        or concepts.program(name, slips=False)
        or concepts.folder(name)
        or concepts.key_name(name)
        or bare in concepts.KIND_OF
    )


def _renamed(text: str, name: str, kind: str) -> str:
    """``text`` with the kind's word wherever the name stands outside quotation marks."""
    english, japanese = _ALIASES[kind]
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    wanted = re.compile(
        rf"(?:\bthe\s+)?(?<![\w.])(?i:{re.escape(name)})(?![\w]|\.\w){_AS}|{re.escape(name)}(?=[ぁ-んァ-ヶ一-龠])"
    )

    def other(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in quoted):
            return match[0]
        after, before = text[match.end() :].lstrip(), text[: match.start()].rstrip()
        near = (after[:1], before[-1:])
        return japanese if any(re.match(r"[\u3000-\u30ff\u4e00-\u9fff]", char) for char in near if char) else english

    spaced = re.sub(rf"({re.escape(name)})\s+(?=[ぁ-んァ-ヶ一-龠])", r"\1", text)
    if spaced != text:
        text = spaced
        quoted = [match.span() for match in _QUOTED.finditer(text)]
    return wanted.sub(other, text)


def _spread(steps: Sequence[Step]) -> int:
    """How many kinds of programs a plan needs; one plan for one name should need one."""
    kinds = {text for step in steps for text in _strings(step) if text in _ALIASES}
    for step in steps:
        kinds |= {kind for types, kind in _IMPLIED if isinstance(step, types)}
        if kinds & _NO_EDITORS and isinstance(step, Save | ReplaceText):
            kinds.add("text editor")  # a file manager or a calculator does not save a text
    return len(kinds)


def _with_names(plan: Plan, stands: tuple[Named, ...]) -> Plan:
    """The windows that things are looked for in by their names, and the person's own words for each step."""
    steps = tuple(_in_windows(step, {named.kind: named.name for named in stands}) for step in plan.steps)
    sources = list(plan.sources)
    for named in stands:
        for alias in _ALIASES[named.kind]:
            sources = [source.replace(alias, named.name) for source in sources]
    return Plan(steps, tuple(sources), plan.language, stands)


def _in_windows(value: T, names_of: dict[str, str]) -> T:
    if isinstance(value, tuple):
        return tuple(_in_windows(part, names_of) for part in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for part in fields(value):
        held = getattr(value, part.name)
        if part.name == "window" and held in names_of:
            changed[part.name] = names_of[held]
        elif not isinstance(held, str) and (new := _in_windows(held, names_of)) != held:
            changed[part.name] = new
    return replace(value, **changed) if changed else value


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _strings(getattr(value, part.name))
