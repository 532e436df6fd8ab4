"""Lines of a text put into other places: “swap lines 2 and 4 of list.txt”, “move the line "Paint" to the end”.

The grammar moves one line up or down, and took “to the end of the page” for up; the learned reader knows no such deed.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local import concepts
from deskhand.models.local.named import names
from deskhand.models.local.steps import ArrangeLines, EditLine, OpenFile, OpenProgram, Plan, Save, Step
from deskhand.models.local.steps.plan import Named
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.shell.terminal import known_terminal

LONGEST = 300
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905
_ORDINAL = rf"(?:{'|'.join(_NTH)}|last|\d+(?:st|nd|rd|th))"
_QUOTED = r"[\"“「『][^\"“”「」『』]+[\"”」』]"
_LINE = rf"(?:(?:the\s+)?lines?\s+(?:{_QUOTED}|\d+)|{_QUOTED}(?:\s+line)?|(?:the\s+)?{_ORDINAL}(?:\s+line)?)"
_GYO = rf"(?:{_QUOTED}(?:の行|という行)?|\d+\s*行目|(?:最初|先頭|一番上|最後|末尾|一番下)の行)"
_FILE = r"(?:\s+(?:of|in|from)\s+(?:the\s+)?(?:file\s+|text\s+|document\s+|list\s+)?(?P<file>[\w-]+\.\w{1,5})?)?"
_ENGLISH: tuple[tuple[str, Callable[[re.Match[str]], Step]], ...] = (
    (
        rf"\b(?:swap|exchange|switch|interchange)\s+(?:the\s+)?(?:lines\s+(?P<one>\d+|{_QUOTED})\s+and\s+(?P<other>\d+|{_QUOTED})"
        rf"|(?P<one_>{_LINE})\s+(?:and|with)\s+(?P<other_>{_LINE})){_FILE}",
        lambda found: ArrangeLines(
            "swap", _told(found["one"] or found["one_"]), _told(found["other"] or found["other_"])
        ),
    ),
    (
        rf"\b(?:remove|delete|drop|take\s+out|get\s+rid\s+of)\s+(?:all\s+|any\s+)?(?:the\s+)?(?:duplicate[sd]?|doubled?|repeated)\s*(?:lines|entries|rows)?{_FILE}",
        lambda _: ArrangeLines("unique"),
    ),
    (
        rf"\breverse\s+(?:the\s+)?(?:order\s+of\s+(?:all\s+)?(?:the\s+)?lines|lines){_FILE}",
        lambda _: ArrangeLines("reverse"),
    ),
    (
        rf"\bmove\s+(?P<one>{_LINE}){_FILE}\s+(?:up\s+|down\s+)?to\s+(?:the\s+)?(?:very\s+)?(?P<where>end|bottom|top|beginning|start|head)"
        r"(?:\s+of\s+(?:the\s+)?(?:file|text|list|document|page|note)(?!\.\w))?",
        lambda found: ArrangeLines("last" if found["where"] in ("end", "bottom") else "first", _told(found["one"])),
    ),
    (
        rf"\bmove\s+(?P<one>{_LINE}){_FILE}\s+(?:up\s+|down\s+|to\s+)?(?:right\s+|directly\s+|just\s+)?(?P<where>before|above|after|below|under|behind)\s+(?P<other>{_LINE})",
        lambda found: ArrangeLines(
            "before" if found["where"] in ("before", "above") else "after", _told(found["one"]), _told(found["other"])
        ),
    ),
    (
        rf"\b(?:insert|add|put|write)\s+(?:a\s+|the\s+)?(?:new\s+)?(?:line\s+)(?:saying\s+)?(?P<new>{_QUOTED}){_FILE}\s+"
        rf"(?:right\s+|directly\s+|just\s+)?(?P<where>before|above|after|below|under|behind)\s+(?P<other>{_LINE})",
        lambda found: EditLine(
            _told(found["other"]),
            "before" if found["where"] in ("before", "above") else "after",
            (_bare(found["new"]),),
        ),
    ),
)
_NO = r"(?:\s*の、?)?\s*"
_OF = r"(?:(?P<file>[\w-]+\.\w{1,5})\s*(?:の中)?(?:の|で|から|について)?、?\s*)?"
_JAPANESE: tuple[tuple[str, Callable[[re.Match[str]], Step]], ...] = (
    (
        rf"{_OF}(?P<one>{_GYO})\s*と、?\s*(?P<other>{_GYO})\s*を、?(?:互いに)?入れ(?:替え|換え|かえ)",
        lambda found: ArrangeLines("swap", _told(found["one"]), _told(found["other"])),
    ),
    (
        rf"{_OF}(?:重複(?:した|する|している)?(?:行)?|同じ行の重複)を、?(?:すべて|全て|全部)?(?:削除|取り除|消)",
        lambda _: ArrangeLines("unique"),
    ),
    (rf"{_OF}(?:すべての|全ての)?行の(?:順序|順番|並び順?)を、?(?:逆|反対)", lambda _: ArrangeLines("reverse")),
    (
        rf"{_OF}(?P<one>{_GYO})\s*を、?\s*(?P<where>先頭|最初|一番上|いちばん上|末尾|最後|一番下|いちばん下)(?:の行)?[にへ]、?(?:移動|移し|動か|持って)",
        lambda found: ArrangeLines("last" if found["where"][-1] in "尾後下" else "first", _told(found["one"])),
    ),
    (
        rf"{_OF}(?P<one>{_GYO})\s*を、?\s*(?P<other>{_GYO})\s*の(?:すぐ)?(?P<where>前|上|後ろ?|あと|次|下)[にへ]、?(?:移動|移し|動か)",
        lambda found: ArrangeLines("before" if found["where"] in "前上" else "after", _told(found["one"]), _told(found["other"])),
    ),
    (
        rf"{_OF}(?P<other>{_GYO})\s*の(?:すぐ)?(?P<where>前|上|後ろ?|あと|次|下)に、?\s*(?P<new>{_QUOTED})\s*(?:という行|の行)を、?(?:挿入|追加|入れ|書き足|加え)",
        lambda found: EditLine(_told(found["other"]), "before" if found["where"] in "前上" else "after", (_bare(found["new"]),)),
    ),
)  # fmt: skip
_IDLE = re.compile(
    r"\b(?:please|in|with|using|open|opened|is|the|my|of|text|editor|window|and|then|afterwards|save|it|file|document|list|changes)\b"
    r"|(?:上書き)?保存|して|てください|ください|下さい|開いて|いる|から|[てでのをしえ]|、|。|[\s.,!]",
    re.IGNORECASE,
)


def by_arranging(instruction: str, language: Language) -> Plan | None:
    """The plan of such a wish; None where it asks for anything else besides."""
    called = names(instruction)
    if len(instruction) > LONGEST or len(called) > 1 or (called and known_terminal(called[0].name)):
        return None
    for form, step_of in _ENGLISH if language == "en" else _JAPANESE:
        if (match := re.search(form, instruction, re.IGNORECASE)) is None:
            continue
        rest = f"{instruction[: match.start()]} {instruction[match.end() :]}"
        rest = rest.replace(called[0].name, " ") if called else rest
        own = next(
            (
                word
                for word in re.findall(r"[A-Za-z]\w+|[ァ-ヶー]{3,}", rest)
                if not called and concepts.program(word, slips=False)
            ),
            "",
        )
        rest = rest.replace(own, " ") if own else rest
        file = match["file"] or ""
        if not file and (told := re.search(r"(?<![\w.])[\w-]+\.(?=\w*[a-z])\w{1,5}(?!\w)", rest, re.ASCII)) is not None:
            file = told[0]
        if not (called or own or file) or _IDLE.sub("", rest.replace(file, " ") if file else rest):
            return None
        kind = called[0].name.lower() if called else "text editor"  # what is known by its kind edits texts here
        steps: list[Step] = [OpenProgram(kind), *([OpenFile(file, "", kind)] if file else ()), step_of(match)]
        if re.search(r"\bsave\b|保存", rest, re.IGNORECASE):
            steps.append(Save())
        named = (Named(kind, called[0].name, called[0].starts),) if called else ()
        return Plan(tuple(steps), (instruction.strip(),) * len(steps), language, named)
    return None


def _told(said: str) -> int | str:
    """A line by its number, or by its text."""
    if quoted := re.search(_QUOTED, said):
        return _bare(quoted[0])
    low = said.lower()
    if number := re.search(r"\d+", low):
        return int(number[0])
    if re.search(r"\blast\b|最後|末尾|一番下", low):
        return -1
    nth = next((at for at, word in enumerate(_NTH, 1) if re.search(rf"\b{word}\b", low)), 0)
    return nth or (1 if re.search("最初|先頭|一番上", low) else 0)


def _bare(said: str) -> str:
    return said.strip('"“”「」『』')
