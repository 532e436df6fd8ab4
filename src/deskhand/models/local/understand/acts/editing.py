"""Changes to a text that is there: found, replaced, copied, formatted, line by line."""

# ruff: noqa: E501
from __future__ import annotations

import re
from typing import Literal

from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import (
    ClickOn,
    EditLine,
    LineEdit,
    PressKeys,
    ReplaceText,
    Save,
    SetSetting,
    SortLines,
    TypeText,
    UseCommand,
    Value,
)
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.counting import named_folder
from deskhand.models.local.understand.acts.desk import EDITOR, Desk, Made
from deskhand.models.local.understand.acts.form import Act
from deskhand.models.local.understand.acts.limits import limit, times, unlimited
from deskhand.models.local.understand.acts.places import File
from deskhand.models.local.understand.acts.running import in_terminal, job
from deskhand.models.local.understand.acts.windows import into, is_program
from deskhand.models.local.understand.acts.words import bare, is_all, is_it, number, place_in_order, plain, unquoted
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import quoted

_EDITS: dict[str, LineEdit] = {
    "delete": "delete", "replace": "replace", "insert_before": "before", "insert_after": "after",
    "append": "append", "duplicate": "duplicate", "move_up": "up", "move_down": "down",
}  # fmt: skip
_NUMERAL = re.compile(
    r"\d+|(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|and)[\s-]*)+|[一二三四五六七八九十百千]+",
    re.I,
)
_THAT_LINE = re.compile(
    r"(?:(?:that|this|the|its)\s+(?:whole\s+)?(?:line|row|one))?|it|その(?:一?行|列)|それ|この行|見つかった行", re.I
)
"""The line that holds what was searched for."""
_BLANK = re.compile(r"(?:an?\s+)?(?:blank|empty)(?:\s+(?:line|row))?|空行|空の行|空白行|改行", re.I)
_LINES = re.compile(
    r"(?:lines?|rows?)?\s*(\d+)\s*(?:行目?)?\s*(?:to|through|and|-|–|から|〜|～|と|、|,)\s*(?:line\s*)?(\d+)\s*(?:行目?)?(?:まで)?",
    re.I,
)
_TABS, _SPACES = (
    re.compile(r"tabs?|tab\s+characters?|タブ(?:文字)?", re.I),
    re.compile(r"(?:\w+\s+)?spaces?|空白|スペース", re.I),
)
_ONCE = re.compile(r"\bunique\b|\bduplicates?\b|\bonce\b|重複|だぶり|ダブり|一つに", re.I)
_BY_NUMBER = re.compile(
    r"\bnumeric|\bnumber|\b(?:highest|lowest|largest|smallest|biggest)\b|数字|数値|数の|(?:大き|小さ|多|少な|高|低)い順",
    re.I,
)
_FALLS = re.compile(
    r"\b(?:descending|largest\s+first|highest\s+first|high\s+to\s+low|falling|biggest\s+first)\b|降順|大きい順|多い順|高い順",
    re.I,
)


def place(desk: Desk, where: str) -> bool:
    """The document or program of the words to the front; whether a file was opened for it.

    Raises:
        Puzzled: it is a part of a document only.
    """
    if not where or is_it(where) or is_all(where):
        desk.to_text()
        return False
    if (file := places.file(where)) is not None:
        if desk.front and not desk.file and OPEN.search(desk.wish):
            desk.file = file.name  # “todo.txt is open in SciTE”
            return False
        before = desk.file
        own = desk.front in desk.named or desk.front == EDITOR
        desk.open(file.name, file.folder, desk.front if own else "")
        return before != file.name
    if is_program(desk, where):
        into(desk, where)
        return False
    if _PART.search(where) is None:
        return False  # what the document in front is called
    raise desk.fail("part", where)


_PART = re.compile(
    r"\b(?:lines?|rows?|columns?|paragraphs?|cells?|sections?|selection|headings?|chapters?|quotes?|title|header|footer|first|last|only|second|third|subject|"
    r"\d+)\b|行|列|段落|セル|章|節|見出し|範囲|先頭|冒頭|最初|最後|件名|ヘッダ|フッタ|だけ|[A-Z]\d",
    re.I,
)
"""These name a part of a document."""
OPEN = re.compile(
    r"\b(?:is|are)\s+(?:already\s+)?open\b|\bopen\s+in\b|\bhas\s+\S+\s+open\b|\bshows\b|\bshowing\b|\bopen\s+file\b|"
    r"開いて(?:い|あ|る|ます)|開いてる|出ている|出てる|表示されて|表示して|いま見えて",
    re.I,
)
"""The wish says that it is open already."""


def find(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    text = bare(desk.text(act.args.get("text"), "what text"))
    where = act.args.get("where")
    if isinstance(where, str) and not is_it(where):
        folder = places.folder(where)
        if (named := places.file(text)) is not None and folder and desk.later("tell") and not desk.named:
            none = desk.say(f"{named.name} is not there", f"{named.name} はありません")
            job(desk, f"find {quoted(folder_path(folder))}/ -name {quoted(named.name)} | grep . || echo {quoted(none)}")
            desk.keeps()
            return
        if folder in _KNOWN:
            raise desk.fail("what", where)
        if (file := places.file(where)) is not None:
            desk.open(file.name, file.folder)
        elif is_program(desk, where):
            into(desk, where)
    if desk.front == "web browser":
        desk.add(PressKeys("ctrl+f"), TypeText((text,), enter=True))
    else:
        desk.add(UseCommand(desk.say("find", "検索"), (("", text),)))
    desk.leave(Made("found", name=text))


_KNOWN = frozenset(("home", "desktop", "documents", "downloads", "pictures", "music", "videos"))


_SIGNS = {
    "semicolon": ";", "semicolons": ";", "セミコロン": ";", "comma": ",", "commas": ",", "カンマ": ",", "コンマ": ",", "colon": ":", "colons": ":",
    "コロン": ":", "full stop": ".", "full stops": ".", "ピリオド": ".", "読点": "、", "句点": "。", "hyphen": "-", "hyphens": "-", "ハイフン": "-",
    "underscore": "_", "underscores": "_", "アンダーバー": "_", "アンダースコア": "_", "exclamation mark": "!", "exclamation marks": "!",
}  # fmt: skip
"""Signs that are named and not written."""


_ONE = re.compile(
    r"(?:but\s+)?(?:only\s+|just\s+)?(?:the\s+)?(?:(?P<first>first)|(?P<last>last))(?:\s+(?:one|time|occurrence|instance|place|match))?(?:\s+only)?|"
    r"(?:最初|一つ目|1つ目|(?P<last_ja>最後))の?(?:一つ|1つ|ひとつ|やつ|もの|一か所|1か所|一箇所|ところ)?(?:だけ|のみ)?",
    re.I,
)
"""Of several alike only one."""


def replace(desk: Desk, act: Act) -> None:
    only = limit(desk, act)
    one = _ONE.fullmatch(only)
    line = place_in_order(only) if re.search(r"\blines?\b|行", only, re.I) else None
    if only and one is None and (line is None or re.search(r"except|but|not|以外", only)):
        raise desk.fail("limit", only)
    if isinstance(olds := act.args.get("old"), tuple):
        for each in olds:
            replace(desk, Act(act.name, {**act.args, "old": each}, act.of))
        return
    old = _SIGNS.get(bare(desk.text(act.args.get("old"))).lower(), unquoted(desk.text(act.args.get("old"))))
    new = desk.value(act.args.get("new")) if "new" in act.args else ("",)
    if (
        in_terminal(desk)
        and (file := places.file(act.words("where"))) is not None
        and isinstance(new[0], str)
        and not only
    ):
        path = quoted(path_of(file.name, file.folder or named_folder(desk) or "shared"))
        job(desk, f"sed -i {commands.replace(old, new[0])} {path}")
        return
    opened = place(desk, act.words("where"))
    if _TABS.fullmatch(old) and isinstance(new[0], str) and _SPACES.fullmatch(new[0]):
        if only:
            raise desk.fail("limit", only)
        desk.add(UseCommand(desk.say("convert tabs to spaces", "タブを空白に変換")))
        return
    if len(new) != 1 or not isinstance(new[0], str):
        raise desk.fail("what text")
    if line is not None:
        desk.add(EditLine(line, "within", new, old=old))
        return
    which: Literal["", "first", "last"] = "" if one is None else "last" if one["last"] or one["last_ja"] else "first"
    desk.add(ReplaceText(old, _SIGNS.get(bare(new[0]).lower(), new[0]), which))
    if opened and not desk.later("save", "export"):
        desk.add(Save())


def edit_line(desk: Desk, act: Act) -> None:
    again = act.fixed("how") in ("duplicate", "move_up", "move_down")
    often = times(desk, act) if again else 1
    if not again:
        unlimited(desk, act)
    for _ in range(often):
        line_edit(desk, act, every=act.fixed("how") == "delete" and _EVERY.search(act.of) is not None)


_EVERY = re.compile(r"\b(?:all|every|each)\b[\w\s]*?\blines?\b|行を?(?:すべて|全[て部])|(?:すべて|全て|全部)の行", re.I)


_ENDS = re.compile(r"\b(?:line (?:ends?|endings?)|ends? of (?:the )?lines?|eols?)\b|改行コード|行末コード", re.I)
_STYLE = re.compile(r"(?:the\s+)?(?:windows|dos|unix|linux|mac|cr\b|lf\b|crlf)", re.I)
"""What the ends of lines are changed to; no line of the text is meant."""


def line_edit(desk: Desk, act: Act, *, every: bool = False) -> None:
    """One line, some by their numbers, or (``every``) all that hold the words."""
    place(desk, act.words("where"))
    how = _EDITS.get(act.fixed("how"), "replace" if "text" in act.args else None)
    if how is None:
        raise desk.fail("what")
    text: Value = ()
    if how in ("before", "after", "replace", "append"):
        if "line" not in act.args and how == "before" and not desk.line and desk.latest("found") is None:
            act = Act(act.name, {**act.args, "line": _at_top(desk, act)}, act.of)
        said = act.words("text")
        text = () if said and _BLANK.fullmatch(plain(said)) else desk.value(act.args.get("text"))
        if how in ("replace", "append") and not text:
            raise desk.fail("what text")
    if "line" not in act.args and how in ("append", "after") and text and not every:
        desk.add(PressKeys("ctrl+End"), TypeText(text, own_line=True))  # a new last line
        return
    if desk.line and is_it(act.words("line")):
        desk.add(EditLine(desk.line, how, text))
        return
    if how == "replace" and _ENDS.search(f"{act.of} ") and isinstance(text[0], str) and _STYLE.match(text[0]):
        desk.add(SetSetting(desk.say("line endings", "改行コード"), value=text))
        return
    sought = desk.latest("found")
    last = desk.steps[-1] if desk.steps else None
    if sought is not None and _THAT_LINE.fullmatch(act.words("line").strip()) is not None:
        if how == "delete" and isinstance(last, ClickOn) and last.target.kind == "cell":
            desk.add(UseCommand(desk.say("delete row", "行 削除")))  # of a sheet, where the cell is selected for it
            return
        desk.add(EditLine(sought.name, how, text))
        return
    words = desk.text(act.args.get("line"), "what")
    if (found := _LINES.fullmatch(plain(words))) is not None and how in ("delete", "duplicate"):
        one, two = int(found[1]), int(found[2])
        among = bool(re.search(r"to|through|-|–|から|〜|～", plain(words)))
        numbers = range(one, two + 1) if among else (one, two)
        if one >= two or len(numbers) > 50:
            raise desk.fail("what")
        for line in sorted(numbers, reverse=True):  # from below, so that those above keep their numbers
            desk.add(EditLine(line, how, text))
        return
    order = place_in_order(words)
    if order is None and (said := plain(words)) and _NUMERAL.fullmatch(said) and (counted := number(said)) is not None:
        order = int(counted)
    if (
        re.fullmatch(
            r"(?:the\s+)?(?:very\s+)?(?:end|bottom)|末尾|文末|一番下|いちばん下|(?:いちばん|一番)?最後|最後尾",
            words,
            re.I,
        )
        and text
        and how != "replace"
    ):
        order, how = -1, "append"
    if (
        order is None
        and how == "delete"
        and isinstance(last, ClickOn)
        and (
            re.fullmatch(r"(?:その|この|that|this|the)\s*(?:行|row|line)|行|row", words, re.I)
            or (last.target.kind == "cell" and last.target.name == plain(words))  # the one that was selected for it
        )
    ):
        desk.add(UseCommand(desk.say("delete row", "行 削除")))
        return
    if order is None and is_it(words):
        raise desk.fail("what target")
    if order == -1 and how == "append" and not every:
        desk.add(PressKeys("ctrl+End"), TypeText(text, own_line=True))  # “append it as the last line”
        return
    held = re.sub(
        r"^(?:line|row)\s+(?:with|that\s+(?:has|says|starts\s+with)|about|containing|saying)\s+|(?:の|と書いてある|って書いてある|から始まる|で始まる|とある|って)?(?:行|ところ|段)$|\s+line$",
        "",
        words,
    )
    desk.add(EditLine(order if order is not None else bare(held), how, text, every=every and order is None))
    if how == "duplicate" and order is not None and order > 0:
        desk.line = order + 1  # “and make the copy say …”


def _at_top(desk: Desk, act: Act) -> str:
    """The line before which it goes, where only the place is said.

    Raises:
        Puzzled: it is not.
    """
    if (
        re.search(r"\b(?:top|start|beginning|first|very\s+front)\b|先頭|冒頭|一番上|いちばん上|最初", act.of, re.I)
        is None
    ):
        raise desk.fail("what")
    return desk.say("first line", "最初の行")


def sort_lines(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    order = act.fixed("order")
    opened = File(desk.file, desk.folder) if desk.file else None
    if in_terminal(desk) and (file := places.file(act.words("where")) or opened) is not None:
        numbers = order == "numeric" or _BY_NUMBER.search(act.of) is not None
        falling = order == "descending" or _FALLS.search(act.of) is not None
        path = quoted(path_of(file.name, file.folder or named_folder(desk) or "shared"))
        once = _ONCE.search(act.of) is not None
        job(desk, commands.sort([path], numbers=numbers, reverse=falling, once=once))
        desk.folder = file.folder or named_folder(desk) or "shared"
        desk.keeps()
        return
    place(desk, act.words("where"))
    falls = order == "descending" or (order == "numeric" and _FALLS.search(act.of) is not None)
    desk.add(SortLines(falls, order == "numeric" or _BY_NUMBER.search(act.of) is not None))
