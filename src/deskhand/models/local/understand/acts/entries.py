"""Entries, rows, notes, settings: what programs keep, by their own commands."""

from __future__ import annotations

import re

from deskhand.models.local.steps import (
    ClickOn,
    EditLine,
    PressKeys,
    Ref,
    SetSetting,
    Target,
    TypeText,
    UseCommand,
)
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.filing import make_folder
from deskhand.models.local.understand.acts.form import Act, Argument, Fixed, ResultOf
from deskhand.models.local.understand.acts.limits import limit, unlimited
from deskhand.models.local.understand.acts.targets import cell, target
from deskhand.models.local.understand.acts.windows import into
from deskhand.models.local.understand.acts.words import bare, is_it, plain, unquoted
from deskhand.models.local.understand.frame import Puzzled

Field = tuple[str, str | Ref]

_PREPOSITION = re.compile(
    r"(?:with|for|to|at|on|in|into|as|of|from|by|the|and|it|about|called|named|a|an|is|saying|says|under|per|via|using|due)(?:\s+(?:the|a|an))?",
    re.I,
)
_LEAD = re.compile(r"^(?:(?:with|for|to|at|on|in|into|as|of|from|by|the|and|its|a|an)\s+)+(?=\S)", re.I)
_PARTICLE = re.compile(r"(?:に|を|が|は|の|と|で|へ|から|まで|って|という)+")
_FOLDER = re.compile(r"(?:new\s+)?(?:sub)?(?:folder|directory)|(?:新しい|新規)?(?:フォルダー?|ディレクトリー?)", re.I)
_LINE = re.compile(r"(?:new\s+)?line(?:\s+of\s+text)?|一?行", re.I)
_SHEET = re.compile(
    r"(?:an?\s+)?(?:new\s+|empty\s+|blank\s+|extra\s+)*(?:row|column)|(?:空の|空白の|新しい)?(?:行|列)", re.I
)
_FEATURE = re.compile(
    r"\b(?:spaces?|blanks?|duplicates?|empty|comments?|formatting|filters?|highlight\w*|backgrounds?|borders?|legend|gridlines?|whitespace|selection|noise|"
    r"everything|all|tabs?|colou?rs?|layers?|shadow|watermark|links?)\b|空白|空行|重複|だぶり|ダブり|書式|コメント|背景|枠線|罫線|凡例|フィルタ|余白|ノイズ|選択|レイヤー|すべて|全部",
    re.I,
)
_POINTS = re.compile(r"(?:その|この|that|this|the\s+selected|選択した|選んだ)\s*(?P<kind>.+)", re.I)
_MENUS_EN = ("add", "delete", "change", "sort", "filter", "mark")


def field_value(desk: Desk, argument: Argument) -> str | Ref:
    match argument:
        case str():
            return unquoted(argument)
        case ResultOf():
            made = desk.result(argument)
            if made.name:
                return made.name
            if len(made.value) == 1:
                return made.value[0]
            raise desk.fail("which result")
        case tuple() if all(isinstance(part, str) for part in argument):
            raise desk.fail("several")
        case _:
            raise desk.fail("what")


def fields(desk: Desk, argument: Argument | None) -> tuple[Field, ...]:
    """Name and value of each; a preposition alone is no name."""
    if argument is None:
        return ()
    if not isinstance(argument, tuple):
        raise desk.fail("what")
    found: list[Field] = []
    for pair in argument:
        if not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], str):
            raise desk.fail("what")
        found.append((field_name(pair[0]), field_value(desk, pair[1])))
    return tuple(found)


def field_name(words: str) -> str:
    words = plain(words).strip(" :：,、=")
    if not words or _PREPOSITION.fullmatch(words) or _PARTICLE.fullmatch(words):
        return ""
    return re.sub(r"(?<=.)(?:が|は|を|に|の)$", "", _LEAD.sub("", words))


def add(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    kind = bare(act.words("kind"))
    told = fields(desk, act.args.get("fields"))
    names = act.args.get("name")
    if isinstance(names, tuple):
        for one in names:
            add(
                desk,
                Act(
                    act.name,
                    {**{slot: value for slot, value in act.args.items() if slot != "name"}, "name": one},
                    act.of,
                ),
            )
        return
    name = None if names is None else field_value(desk, names)
    if _FOLDER.fullmatch(kind) and isinstance(name, str):
        make_folder(desk, Act("make_folder", {"name": name}, act.of))
        return
    if _LINE.fullmatch(kind) and isinstance(name, str) and not told:
        desk.add(PressKeys("ctrl+End"), TypeText((name,), own_line=True))
        return
    if not kind and name is None and not told:
        raise desk.fail("what")
    on: Target | None = None
    if _SHEET.fullmatch(kind) and name is None:
        at = [value for _, value in told if isinstance(value, str) and cell(value)]
        if len(at) == len(told) == 1:
            on, told = Target(cell(at[0]), "cell"), ()
        elif told and not at:
            raise desk.fail("what", str(told[0][1]))
    if name is not None:
        told = ((desk.say("name", "名前"), name), *told)
    words = desk.say(f"add {kind}", f"{kind} 追加").strip()
    if not kind and desk.steps and isinstance(desk.steps[-1], UseCommand):
        kind = ""
    desk.add(UseCommand(words, told, on))
    desk.leave(Made("thing", name=name if isinstance(name, str) else ""))


def change(desk: Desk, act: Act) -> None:
    """A part of an entry gets another value."""
    unlimited(desk, act)
    if "to" not in act.args:
        raise desk.fail("what text")
    to = field_value(desk, act.args["to"])
    thing, part = act.args.get("thing"), bare(act.words("field"))
    words = desk.text(thing) if thing is not None else ""
    if name := cell(words):
        desk.add(TypeText((to,), Target(name, "cell")))
        return
    if re.search(r"\b(?:all|every|each)\b|すべて|全部|それぞれ|ずつ", words + act.of):
        raise desk.fail("several")
    if isinstance(to, str) and _old_value(act.of, to) and words and _in_text(desk):
        desk.add(EditLine(bare(words), "within", (to,), old=_old_value(act.of, to)))
        return
    if isinstance(to, str) and words and _in_text(desk) and re.fullmatch(r"[\d.,:]+", to):
        desk.add(EditLine(bare(words), "within", (to,)))
        return
    if part and words and not is_it(words):
        if re.fullmatch(r"name|title|名前|名称|タイトル", part) and _lone(words):
            desk.add(
                UseCommand(
                    desk.say(f"rename {bare(words)}", f"{bare(words)} 名前を変更"), ((desk.say("name", "名前"), to),)
                )
            )
            return
        desk.add(UseCommand(desk.say(f"edit {part}", f"{part} 変更"), ((part, to),), target(words)))
        return
    name_ = part or bare(words)
    if not name_ or is_it(name_):
        raise desk.fail("what")
    desk.add(UseCommand(desk.say(f"change {name_}", f"{name_} 変更"), _sizes(name_, to)))


def _sizes(name: str, to: str | Ref) -> tuple[Field, ...]:
    """“width 30 and height 20” are two fields."""
    if (
        isinstance(to, str)
        and (found := re.findall(r"(width|height|幅|高さ)\D{0,4}(\d+)", to, re.I))
        and len(found) > 1
    ):
        return tuple((field.lower(), value) for field, value in found)
    return ((name, to),)


def _lone(words: str) -> bool:
    """Whether there is one such thing in the program: its sheet, its window."""
    return (
        re.fullmatch(
            r"(?:the\s+|this\s+|my\s+)?(?:sheet|layer|page|file|note|window|tab|notebook|document|シート|レイヤー?|ページ|ノート|タブ)",
            words,
            re.I,
        )
        is not None
    )


def _old_value(of: str, to: str) -> str:
    """What it was, where the wish tells: “from 3.80 to 4.50”."""
    found = re.search(
        rf"\bfrom\s+(\S+)\s+to\s+{re.escape(to)}|{re.escape(to)}\s+instead\s+of\s+(\S+?)(?=[\s,.;]*(?:$|\s))|(\S+)から\s*{re.escape(to)}",
        of,
    )
    return "" if found is None else (found[1] or found[2] or found[3]).strip("「」\"' ")


def _in_text(desk: Desk) -> bool:
    """Whether a text is what the plan works on: an editor is named for it, or a text file."""
    if re.search(r"\.(?:txt|md|log|ini|conf|cfg|json|yaml|py|sh)$", desk.file):
        return True
    return re.search(r"\.(?:txt|md|log|ini|conf|cfg)\b", desk.wish) is not None or desk.front == "text editor"


def remove(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    thing = act.args.get("thing")
    if isinstance(thing, ResultOf):
        made = desk.result(thing)
        if made.kind not in ("thing", "found") or not made.name:
            raise desk.fail("what target")
        desk.add(UseCommand(desk.say("delete", "削除"), (), Target(made.name)))
        return
    for words in desk.texts(thing) or ("",):
        _remove(desk, words)


def _remove(desk: Desk, words: str) -> None:
    if not words:
        raise desk.fail("what")
    if (found := _POINTS.fullmatch(words)) is not None:
        if not desk.steps:
            raise desk.fail("what target")
        desk.add(UseCommand(desk.say(f"delete {found['kind']}", f"{found['kind']} 削除")))
        return
    if is_it(words):
        if not (desk.steps and isinstance(desk.steps[-1], ClickOn | UseCommand)):
            raise desk.fail("what target")
        desk.add(UseCommand(desk.say("delete", "削除")))
        return
    if re.search(
        r"\b(?:and|all|every|each|both|rest|others?)\b|全部|すべて|以外|ほか|[、,]|まで|から", words
    ) and not re.search(r"[「\"“]", words):
        raise desk.fail("several", words)
    if _FEATURE.search(words):
        desk.add(UseCommand(desk.say(f"remove {bare(words)}", f"{bare(words)} 削除")))
        return
    aimed = target(words)
    noun = _noun(desk, words, aimed)
    desk.add(UseCommand(desk.say(f"delete {noun}", f"{noun} 削除").strip(), (), aimed))


def _noun(desk: Desk, words: str, aimed: Target) -> str:
    """What is deleted, as a command calls it: the row of a cell, the note of that name."""
    found = re.search(
        r"\b(row|column|record|note|notebook|task|event|entry|transaction|tab|layer|sheet|contact|bookmark|file|picture|image|line)s?\b",
        words,
        re.I,
    )
    if found is not None:
        return found[1].lower()
    found_ja = re.search(
        r"(行|列|レコード|ノート|メモ|タスク|予定|項目|取引|タブ|レイヤー|シート|連絡先|ブックマーク|画像|ファイル)",
        words,
    )
    if found_ja is not None and found_ja[0] != aimed.name:
        return found_ja[0]
    return desk.say("file", "ファイル") if aimed.kind == "file" else ""


def mark(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    as_ = desk.text(act.args.get("as"), "what")
    thing = act.args.get("thing")
    if isinstance(thing, tuple):
        raise desk.fail("several")
    on: Target | None = None
    if isinstance(thing, ResultOf):
        made = desk.result(thing)
        if not made.name:
            raise desk.fail("what target")
        on = Target(made.name)
    elif thing is not None and not is_it(desk.text(thing)):
        words = desk.text(thing)
        if re.search(r"\b(?:all|every|each|both)\b|全部|すべて|以外|[、,]| and ", words):
            raise desk.fail("several", words)
        on = target(words)
    desk.add(UseCommand(desk.say(f"mark as {bare(as_)}", f"{bare(as_)} にする"), (), on))


def sort(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    by = act.args.get("by")
    if isinstance(by, ResultOf | tuple):
        raise desk.fail("several")
    how = {"ascending": desk.say("ascending", "昇順"), "descending": desk.say("descending", "降順")}.get(
        act.fixed("order"), ""
    )
    column = bare(act.words("by"))
    fields_: tuple[Field, ...] = ((desk.say("by", "キー"), column),) if column else ()
    desk.add(UseCommand(desk.say(f"sort {how}", f"{how} 並べ替え").strip(), fields_))
    desk.leave(Made("found", name=column))


def filter_(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    by = act.args.get("by")
    if not isinstance(by, str):
        raise desk.fail("several")
    said = bare(by)
    if len(said.split()) > 4 or re.search(
        r"\b(?:over|under|more|less|than|before|after|without|not|above|below|since)\b|以上|以下|未満|より|以外|ない|まで|以降",
        said,
    ):
        raise desk.fail("no command", by)
    desk.add(UseCommand(desk.say("filter", "絞り込み"), (("", said),)))
    desk.leave(Made("found", name=said))


def setting(desk: Desk, act: Act) -> None:
    """A setting by its name: on or off, or to a value."""
    unlimited(desk, act)
    if program := act.words("program"):
        into(desk, program)
    name = _setting_name(desk, act)
    value = act.args.get("value")
    if isinstance(value, Fixed):
        if value.word in ("on", "off"):
            desk.add(SetSetting(name, value.word == "on"))
        else:
            up = value.word == "up"
            desk.add(
                UseCommand(
                    desk.say(f"{'increase' if up else 'decrease'} {name}", f"{name} {'増やす' if up else '減らす'}")
                )
            )
        return
    if value is None or isinstance(value, tuple):
        raise desk.fail("several" if value else "what")
    said = field_value(desk, value)
    if not name:
        if isinstance(said, Ref):
            raise desk.fail("what")
        desk.add(UseCommand(said))
        return
    if isinstance(said, str) and len(said) > 60:
        raise desk.fail("what", said)
    desk.add(SetSetting(name, value=(said if isinstance(said, Ref) else _amount(said),)))


def _setting_name(desk: Desk, act: Act) -> str:
    name = act.args.get("name")
    if isinstance(name, tuple):
        raise desk.fail("several")
    words = bare(act.words("name"))
    return "" if is_it(words) else words


_UNIT = re.compile(
    r"([-−]?\d[\d.,]*)\s*(?:px|pixels?|pt|points?|lines?|mm|cm|%|percent|minutes?|mins?|seconds?|secs?|行|ピクセル|ポイント|分|秒|文字)",
    re.I,
)


def _amount(said: str) -> str:
    """The number alone, where a unit stands beside it: the field has it printed beside."""
    found = _UNIT.fullmatch(plain(said))
    return said if found is None else found[1]


def command(desk: Desk, act: Act) -> None:
    """What a program can do, in the words that were said for it."""
    said = act.args.get("words")
    words = " ".join(unquoted(part) for part in desk.texts(said))
    if not words:
        raise desk.fail("what")
    if limited := limit(desk, act):
        raise desk.fail("limit", limited)
    told = fields(desk, act.args.get("fields"))
    cleaned = plain_command(words)
    if len(re.findall(r"[A-Za-z'’-]+", cleaned)) > _MOST or len(re.sub(r"[\x00-\x7f]", "", cleaned)) > _MOST_JA:
        raise desk.fail("no command", words)
    on: Target | None = None
    unnamed = [value for name, value in told if not name and isinstance(value, str)]
    if len(told) == 1 == len(unnamed) and _takes_object(desk, cleaned, unnamed[0]):
        try:
            on, told = target(unnamed[0]), ()
        except Puzzled:
            told = ()
    desk.add(UseCommand(cleaned, told, on))
    desk.leave(Made("found"))


_MOST, _MOST_JA = 9, 30
_POLITE = re.compile(
    r"^(?:please\s+|can\s+you\s+|could\s+you\s+|i(?:'d|\s+would)\s+like\s+to\s+|i\s+want\s+to\s+|let\s+me\s+|show\s+me\s+|get\s+me\s+|give\s+me\s+|bring\s+up\s+)+(?:the\s+)?",
    re.I,
)
_POLITE_JA = re.compile(
    r"(?:して|て)?(?:ください|下さい|くれる|くれ|もらえる|もらえますか|ほしい|欲しい|おいて|といて|ね|よ)+$"
)
_ACTS_ON = re.compile(
    r"\b(?:duplicate|link|open|delete|remove|end|terminate|kill|stop|select|rename|play|edit|start|install|uninstall|pin|share|mute|archive|copy)\b|複製|リンク|開|削除|終了|停止|再生|編集|インストール|選",
    re.I,
)


def plain_command(words: str) -> str:
    cleaned = _POLITE.sub("", words.strip(" ,.、。!！?？"))
    if not cleaned.isascii():
        cleaned = _POLITE_JA.sub("", cleaned) or cleaned
    return cleaned or words


def _takes_object(desk: Desk, words: str, value: str) -> bool:
    """Whether the value is what the command is done to, and not what it is told in a dialog."""
    if places.file(value) is not None:
        return _ACTS_ON.search(words) is not None
    return _ACTS_ON.search(words) is not None and len(words.split()) <= 3 and len(value.split()) <= 4
