"""Typing: into a document, at a place in it, into a field or a cell."""

from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import EditLine, PressKeys, Save, Target, TypeText, Value
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.desk import EDITOR, TOOLS, Desk
from deskhand.models.local.understand.acts.form import LIMIT, Act, Argument, ResultOf
from deskhand.models.local.understand.acts.limits import limit, times, unlimited
from deskhand.models.local.understand.acts.targets import cell, target
from deskhand.models.local.understand.acts.windows import into, is_program
from deskhand.models.local.understand.acts.words import bare, is_all, is_it, number, place_in_order, plain

_NEW = re.compile(
    r"(?:an?\s+)?(?:new|blank|empty|fresh)\s+(?:text\s+)?(?:file|document|note|page|sheet|one)|新しい\S*|新規\S*|空の\S*",
    re.I,
)
_OF = r"(?:\s+of\s+(?:(?:the|this|that|my|it)\s*)*(?:file|document|text|page|note|letter|list|mail|message|\S+\.\w+)?)?"
_END = re.compile(
    rf"(?:at\s+)?(?:the\s+)?(?:very\s+)?(?:end|bottom|foot){_OF}|(?:一番|いちばん)?(?:最後|末尾|文末|おしまい|下)(?:の行|のところ)?|(?:on\s+)?(?:a|the)\s+(?:new|last)\s+line",
    re.I,
)
_START = re.compile(
    rf"(?:at\s+)?(?:the\s+)?(?:very\s+)?(?:top|start|beginning|head){_OF}|(?:一番|いちばん)?(?:先頭|冒頭|文頭|上)(?:の行|のところ)?",
    re.I,
)
_OF_LINE = re.compile(
    r"(?:at\s+)?(?:the\s+)?(?:(?P<end>end)|(?P<start>start|beginning|front|head))\s+of\s+(?:the\s+)?(?P<line>.*\bline\b.*|.*\blines\b.*)|(?P<line_ja>.+行目?)の(?:(?P<end_ja>最後|末尾|行末)|(?P<start_ja>先頭|最初|行頭))",
    re.I,
)
_NEXT = re.compile(
    r"(?:on\s+)?(?:the\s+)?(?:line\s+(?:below|under)(?:\s+(?:it|that))?|next\s+line|underneath(?:\s+(?:it|that))?|below(?:\s+(?:it|that))?|under\s+(?:it|that))|(?:その|この)?(?:下|次)(?:の行)?",
    re.I,
)
_BESIDE = re.compile(
    r"(?:(?P<under>under(?:neath)?|below|beneath)|(?P<over>above|over|before)|(?P<after>after|behind|next\s+to|beside))\s+(?:the\s+)?(?P<what>.+)|"
    r"(?P<what_ja>.+?)の(?:(?P<under_ja>下|次(?:の行)?)|(?P<over_ja>上|前)|(?P<after_ja>後ろ|うしろ|あと|後|右|横|隣))",
    re.I,
)
_BODY = re.compile(
    r"(?:(?:the|my|a|this|its|first|home)\s+)*(?:note|memo|page|document|body|message|text|editor|letter|pad|notes)|(?:最初の|この)?(?:メモ|ノート|本文|ページ|文書|付箋|エディタ)",
    re.I,
)
_INVENTED = re.compile(
    r"\b(?:poem|limerick|haiku|joke|story|essay|lyrics|speech|letter|summary|translation|apology|reply|song|report|article|review)\b(?=\s+(?:about|for|to|on|of)\b|$)|"
    r"(?:詩|俳句|短歌|物語|小説|歌詞|冗談|作文|感想文|手紙|要約|スピーチ|挨拶文|お礼状|返事|文章)$",
    re.I,
)
"""A text that is described and not given: words of our own would be needed."""
_APPENDS = re.compile(r"\b(?:add|append|put|also)\b|書き足|追記|足し|加え|追加|付け加", re.I)
_TEXT_FILE = re.compile(r"\.(?:txt|md|log|csv|ini|conf|html?|odt|docx?|rtf)$", re.I)


def texts(desk: Desk, argument: Argument | None) -> tuple[Value, ...]:
    """The lines to be written."""
    if isinstance(argument, tuple) and not any(isinstance(part, ResultOf) for part in argument):
        return tuple(desk.value(part) for part in argument)
    return (desk.value(argument),)


def write(desk: Desk, lines: tuple[Value, ...], *, own_line: bool = False, enter: bool = False) -> None:
    for index, line in enumerate(lines):
        final = index == len(lines) - 1
        desk.add(TypeText(line, own_line=own_line and index == 0, enter=enter or not final))


_LINES_EACH = re.compile(r"\bbelow\b|\bunder(?:neath)?\b|\bown\s+lines?\b|一行ずつ|改行|縦に", re.I)
"""Text that is to be there several times, each on a line."""


def type_text(desk: Desk, act: Act) -> None:
    if limit(desk, act) and isinstance(act.args.get("text"), str) and _LINES_EACH.search(desk.wish):
        often = times(desk, act)
        rest = {slot: value for slot, value in act.args.items() if slot != LIMIT}
        act = Act(act.name, {**rest, "text": (act.words("text"),) * often}, act.of)
    unlimited(desk, act)
    if (said := act.words("text")) and _INVENTED.search(said) and not desk.quotes(said):
        raise desk.fail("invent")
    lines = texts(desk, act.args.get("text"))
    where = act.args.get("where")
    if isinstance(where, ResultOf):
        made = desk.result(where)
        if made.kind not in ("file", "program", "thing"):
            raise desk.fail("what target")
        where = made.name if made.kind == "file" else ""
    words = plain(where) if isinstance(where, str) else ""
    if isinstance(where, tuple) or (concepts.key_name(words) is not None and len(words) > 1):
        raise desk.fail("what target")
    if desk.cell and (not words or is_it(words)):
        desk.add(TypeText(lines[0], Target(desk.cell, "cell")))
    elif not words or is_it(words) or is_all(words) or _BODY.fullmatch(words):
        _at_hand(desk)
        write(desk, lines)
    elif is_program(desk, words):
        into(desk, words)
        write(desk, lines)
    elif _NEW.fullmatch(words):
        desk.bring(EDITOR) if not desk.front else None
        desk.fresh()
        write(desk, lines)
    elif name := cell(words):
        desk.add(TypeText(lines[0], Target(name, "cell")))
        if len(lines) > 1:
            raise desk.fail("several")
    elif (file := places.file(words)) is not None:
        _in_file(desk, file, lines)
    elif not _placed(desk, _in_its_file(desk, words), lines):
        if len(lines) > 1:
            raise desk.fail("several")
        desk.add(TypeText(lines[0], target(words, kind="field")))


def _at_hand(desk: Desk) -> None:
    """The document that is worked on, or a new one, where nothing is in front that text can be saved from."""
    saves = next((one for one in desk.after if one.name in ("save", "export")), None)
    new = saves is not None and bool(saves.words("file")) and saves.words("file") != desk.file
    picture = bool(desk.file) and _TEXT_FILE.search(desk.file) is None
    if desk.front in TOOLS and (desk.front == "calculator" or _reads(desk)):
        if desk.document is not None or desk.editor:
            desk.to_text()
        elif saves is not None:
            desk.bring(EDITOR)
            desk.fresh()
    elif not desk.front and new and (picture if desk.file else not desk.steps):
        desk.bring(EDITOR)  # nothing is open yet, or only what something was read off
        desk.fresh()


def _reads(desk: Desk) -> bool:
    """Whether what is typed was read or worked out before."""
    return isinstance(desk.act.args.get("text"), ResultOf | tuple)


def _in_file(desk: Desk, file: places.File, lines: tuple[Value, ...]) -> None:
    """More text in a file that is there, or a new file with it: the wish says which by its verb."""
    if file.name == desk.file:
        write(desk, lines)
    elif _APPENDS.search(desk.act.of):
        desk.open(file.name, file.folder)
        desk.add(PressKeys("ctrl+End"))
        write(desk, lines, own_line=True)
        if not desk.later("save"):
            desk.add(Save())
    else:
        if desk.front in ("", "calculator", "terminal", "file manager", "web browser"):
            desk.bring(EDITOR)
        desk.fresh()
        write(desk, lines)
        desk.add(Save((file.name,), file.folder or desk.folder))
        desk.file = file.name


_AT_FILE = re.compile(
    r"(?P<at>.+?)\s+(?:of|in)\s+(?:the\s+file\s+)?(?P<file>\S+\.\w{1,5})|(?P<file_ja>\S+\.\w{1,5})の(?P<at_ja>.+)", re.I
)


def _in_its_file(desk: Desk, words: str) -> str:
    """“the bottom of trip.txt”, 「trip.txt の先頭」: the file to the front, where a tool is; and the place alone."""
    if (found := _AT_FILE.fullmatch(words)) is None:
        return words
    at, file = found["at"] or found["at_ja"], places.file(found["file"] or found["file_ja"])
    if file is None or (_END.fullmatch(at) is None and _START.fullmatch(at) is None):
        return words
    if desk.front in TOOLS:
        desk.open(file.name, file.folder)
    return at


def _placed(desk: Desk, words: str, lines: tuple[Value, ...]) -> bool:
    """At a place in the document in front; False where the words name no such place."""
    last = desk.steps[-1] if desk.steps else None
    typed = isinstance(last, TypeText) and last.into is None
    if (held := _OF_LINE.fullmatch(words)) is not None:
        order = place_in_order(held["line"] or held["line_ja"])
        if order is None or len(lines) > 1:
            raise desk.fail("what target", words)
        desk.add(EditLine(order, "append" if held["end"] or held["end_ja"] else "prepend", lines[0]))
        return True
    if desk.front == "calculator" or (desk.front in TOOLS and _reads(desk)):
        desk.to_text()
        typed = False
    if _END.fullmatch(words):
        if typed:
            _new_line(desk)
            write(desk, lines)
        else:
            desk.add(PressKeys("ctrl+End"))
            write(desk, lines, own_line=True)
        return True
    if _START.fullmatch(words):
        desk.add(PressKeys("ctrl+Home"))
        write(desk, lines, enter=True)
        return True
    if _NEXT.fullmatch(words) and typed:
        _new_line(desk)
        write(desk, lines)
        return True
    line = place_in_order(words)
    if line is not None and re.search(r"line|row|first|second|third|last|行|段目|番目", words, re.I):
        if line == 1 and not typed:
            _at_hand(desk)
            write(desk, lines)
        elif typed and line >= 2:
            _new_line(desk)
            write(desk, lines)
        else:
            raise desk.fail("two ways")
        return True
    if (found := _BESIDE.fullmatch(words)) is not None:
        what = bare(found["what"] or found["what_ja"] or "")
        if is_it(what) or len(lines) > 1:
            raise desk.fail("what target")
        if (at := cell(what)) != "":
            raise desk.fail("what target", at)
        how = (
            "after"
            if found["under"] or found["under_ja"]
            else "before"
            if found["over"] or found["over_ja"]
            else "append"
        )
        order = place_in_order(what)
        desk.add(EditLine(order if order is not None else what, how, lines[0]))  # type: ignore[arg-type]
        return True
    return False


def _new_line(desk: Desk) -> None:
    """The step before typed a line: end it."""
    last = desk.steps[-1]
    assert isinstance(last, TypeText)
    desk.steps[-1] = TypeText(last.text, last.into, last.replace, True, last.own_line)


_CALLS = re.compile(r"(?:call|name|title)(?:\s+it)?|called|named|という名前|名付け\S*", re.I)


def set_value(desk: Desk, act: Act) -> None:
    """A field, a box or a cell gets a value."""
    unlimited(desk, act)
    value = desk.value(act.args.get("value"))
    if len(value) == 1 and isinstance(value[0], str) and _COUNTED.fullmatch(plain(value[0])):
        value = (number(value[0]) or value[0],)
    control = act.args.get("control")
    if isinstance(control, ResultOf | tuple):
        raise desk.fail("what target")
    words = act.words("control")
    if _CALLS.fullmatch(words.strip()):
        words = desk.say("name", "名前")  # “call it Garden”
    if desk.cell and (not words or is_it(words)):
        desk.add(TypeText(value, Target(desk.cell, "cell")))
    elif not words or is_it(words):
        desk.add(TypeText(value, replace=True))
    elif name := cell(words):
        desk.add(TypeText(value, Target(name, "cell")))
    elif re.search(
        r"\b(?:column|columns|each|every|all|cells)\b|列|各|それぞれ|[A-Z]\d+\s*(?:to|から|:|-|〜|～)\s*[A-Z]?\d+",
        words,
    ):
        raise desk.fail("several")
    else:
        desk.add(TypeText(value, target(words, kind="field"), replace=True))


_COUNTED = re.compile(
    r"(?:[-−]?\d[\d.,]*|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|and|[\s-])+|[一二三四五六七八九十百千]+)"
    r"\s*(?:px|pixels?|pt|points?|lines?|mm|cm|%|percent|minutes?|mins?|seconds?|secs?|copies|times|rows?|columns?|行|ピクセル|ポイント|分|秒|文字|枚|部|倍|列|個)?",
    re.I,
)
"""A number with what it counts: the field has the unit beside it."""
