"""Settings, and whatever else a program can do by the words that were said for it."""

from __future__ import annotations

import re

from deskhand.models.local.skills.commands.terms import terms
from deskhand.models.local.steps import Pick, Ref, SetSetting, Target, UseCommand
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.fields import Field, field_value, fields
from deskhand.models.local.understand.acts.form import Act, Fixed, ResultOf
from deskhand.models.local.understand.acts.limits import limit, unlimited
from deskhand.models.local.understand.acts.removing import FEATURE
from deskhand.models.local.understand.acts.targets import in_sheet, target
from deskhand.models.local.understand.acts.windows import into
from deskhand.models.local.understand.acts.words import bare, is_it, plain, unquoted
from deskhand.models.local.understand.frame import Puzzled

_UNIT = re.compile(
    r"([-−]?\d[\d.,]*)\s*(?:px|pixels?|pt|points?|lines?|mm|cm|%|percent|minutes?|mins?|seconds?|secs?|行|ピクセル|ポイント|分|秒|文字)",
    re.I,
)


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


SUPERLATIVE = re.compile(r"\bthe\s+\w+est\b|\bmost\b|\bleast\b|一番|いちばん|最も", re.I)


def setting(desk: Desk, act: Act) -> None:
    """A setting by its name: on or off, or to a value."""
    unlimited(desk, act)
    if (program := act.words("program")) and not _is_quoted(program, desk.wish):
        into(desk, program)
    if isinstance(names := act.args.get("name"), tuple):
        for one in names:
            setting(desk, Act(act.name, {**act.args, "name": one}, act.of))
        return
    name = _setting_name(desk, act)
    value = act.args.get("value")
    if isinstance(value, Fixed):
        if value.word == "on" and _DIALOG.search(name):
            desk.add(UseCommand(name))
        elif value.word == "off" and FEATURE.search(name) and _REMOVES.search(act.of):
            desk.add(UseCommand(desk.say(f"remove {name}", f"{name} 削除")))
        elif value.word in ("on", "off"):
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
    if _TABS.fullmatch(name) and isinstance(said, str) and _SPACES.fullmatch(said):
        desk.add(UseCommand(desk.say("convert tabs to spaces", "タブを空白に変換")))
        return
    if not name:
        if isinstance(said, Ref):
            raise desk.fail("what")
        desk.add(UseCommand(said))
        return
    if isinstance(said, str) and len(said) > 60:
        raise desk.fail("what", said)
    desk.add(SetSetting(name, value=(said if isinstance(said, Ref) else _amount(said),)))


def _is_quoted(name: str, wish: str) -> bool:
    """Whether it stands in quotation marks: the name of a thing in the window then, as the row that is switched."""
    return re.search(rf"[\"“「『]{re.escape(name)}[\"”」』]", wish) is not None


_TABS, _SPACES = re.compile(r"(?:all\s+)?tabs?|タブ", re.I), re.compile(r"spaces?|空白|スペース", re.I)
_DIALOG = re.compile(
    r"^(?:settings?|preferences|options)$|\b(?:dialog(?:ue)?|window)$|設定(?:画面|の?ダイアログ|ウィンドウ)?$|ダイアログ$",
    re.I,
)
_REMOVES = re.compile(r"\b(?:remove|delete|strip|trim|get\s+rid)\b|削除|消し|取り除", re.I)


def _setting_name(desk: Desk, act: Act) -> str:
    name = act.args.get("name")
    if isinstance(name, tuple):
        raise desk.fail("several")
    words = bare(act.words("name"))
    return "" if is_it(words) else words


def balanced(words: str) -> str:
    """Words without the half of a bracket that was read along with them: 「左側(Left)」."""
    for opening, closing in ("()", "（）"):
        if words.count(closing) > words.count(opening):
            words = words.rpartition(closing)[0] if words.endswith(closing) else words.partition(closing)[2]
        elif words.count(opening) > words.count(closing):
            words = words.rpartition(opening)[0] or words.replace(opening, "")
    return words.strip()


def _amount(said: str) -> str:
    """The number alone, where a unit stands beside it: the field has it printed beside."""
    said = balanced(said)
    found = _UNIT.fullmatch(plain(said))
    return said if found is None else found[1]


def sort(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    by = act.args.get("by")
    if isinstance(by, ResultOf | tuple):
        raise desk.fail("several")
    how = {"ascending": desk.say("ascending", "昇順"), "descending": desk.say("descending", "降順")}.get(
        _order(act), ""
    )
    column = bare(act.words("by"))
    fields_: tuple[Field, ...] = ((desk.say("by", "キー"), column),) if column else ()
    desk.add(UseCommand(desk.say(f"sort {how}", f"{how} 並べ替え").strip(), fields_))
    desk.leave(Made("found", name=column))


_FIRST = (
    (
        "descending",
        re.compile(
            r"\b(?:dearest|priciest|(?:most\s+)\w+|newest|latest|biggest|largest|highest|greatest|heaviest|longest|best)\s+(?:ones?\s+)?(?:first|at\s+the\s+top|on\s+top|to\b)|"
            r"\bdescending\b|\b(?:high(?:est)?|large(?:st)?|z)\s+to\s+(?:low(?:est)?|small(?:est)?|a)\b|\b(?:falling|decreasing)\b|"
            r"(?:大き|多|高|新し|長|重)い(?:順|もの(?:から|が先|が上)|のから)|降順|新着順",
            re.I,
        ),
    ),
    (
        "ascending",
        re.compile(
            r"\b(?:cheapest|oldest|earliest|smallest|lowest|lightest|shortest|fewest|least)\s+(?:ones?\s+)?(?:first|at\s+the\s+top|on\s+top|to\b)|"
            r"\bascending\b|\b(?:low(?:est)?|small(?:est)?|a)\s+to\s+(?:high(?:est)?|large(?:st)?|z)\b|\b(?:rising|increasing)\b|"
            r"(?:小さ|少な|低|古|早|短|軽|安)い(?:順|もの(?:から|が先|が上)|のから)|昇順",
            re.I,
        ),
    ),
)
"""What stands first says the direction, whatever was read."""


def _order(act: Act) -> str:
    said = [order for order, pattern in _FIRST if pattern.search(act.of)]
    return said[0] if len(said) == 1 else act.fixed("order")


def filter_(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    by = act.args.get("by")
    if not isinstance(by, str):
        raise desk.fail("several")
    said = bare(by)
    if len(said.split()) > 4 or re.search(
        r"\b(?:over|under|more|less|than|before|after|without|not|above|below|since)\b|以上|以下|未満|より|以外|ない|まで|以降|始まる|含む|starting|containing|contain|begin",
        said,
    ):
        raise desk.fail("no command", by)
    desk.add(UseCommand(desk.say("filter", "絞り込み"), (("", said),)))
    desk.leave(Made("found", name=said))


def command(desk: Desk, act: Act) -> None:
    """What a program can do, in the words that were said for it."""
    said = act.args.get("words")
    words = " ".join(unquoted(part) for part in desk.texts(said))
    if not words:
        raise desk.fail("what")
    if limited := limit(desk, act):
        raise desk.fail("limit", limited)
    if SUPERLATIVE.search(words) and any(isinstance(step, Pick) for step in desk.steps):
        raise desk.fail("worked out", words)
    told = fields(desk, act.args.get("fields"))
    cleaned = plain_command(words)
    if len(re.findall(r"[A-Za-z'’-]+", cleaned)) > _MOST or len(re.sub(r"[\x00-\x7f]", "", cleaned)) > _MOST_JA:
        raise desk.fail("no command", words)
    if (
        re.fullmatch(r"\w+\s+(?:it|them|that|this)", cleaned, re.I)
        and not told
        and not any(term.ideas for term in terms(cleaned))
    ):
        raise desk.fail("no command", words)  # a deed that no program calls by any name we know
    on: Target | None = None
    if (file := _worked_on(desk, told, cleaned)) is not None:
        desk.open(file.name, file.folder, desk.front if desk.front in desk.named else "")
        told = tuple(one for one in told if one[0] or not isinstance(one[1], str) or places.file(one[1]) != file)
    unnamed = [value for name, value in told if not name and isinstance(value, str)]
    if len(told) == 1 == len(unnamed) and _takes_object(desk, cleaned, unnamed[0]):
        try:
            on, told = target(unnamed[0]), ()
        except Puzzled:
            told = ()
    beside = _BESIDE.fullmatch(unnamed[0]) if len(told) == 1 == len(unnamed) and _INSERTS.match(cleaned) else None
    if beside is not None and (at := in_sheet(beside["cell"])):
        on, told = Target(at, "cell"), ()
    desk.add(UseCommand(cleaned, told, on))
    desk.leave(Made("found"))


_BESIDE = re.compile(r"(?:before|above|left\s+of|at|to\s+the\s+left\s+of)\s+(?P<cell>.+)", re.I)
_INSERTS = re.compile(r"(?:insert|add)\b.*\b(?:rows?|columns?)\b", re.I)
"""A row or column comes before the cell that is chosen."""


_FILES_DO = re.compile(
    r"\b(?:duplicate|link|compress|share|send|attach|upload|mail|email|put|add|insert|import|append|move|copy|delete|remove|restore|open|compare|"
    r"merge|join|play|burn|install|back\s*up|print|lock|end|kill)\b|複製|リンク|圧縮|送|添付|共有|入れ|追加|足し|移|コピー|削除|元に戻|開|比べ|比較|結合|再生|印刷",
    re.I,
)
"""What is done to files as such; everything else is done to what a file holds, which has to be open."""


def _worked_on(desk: Desk, told: tuple[Field, ...], words: str) -> places.File | None:
    """The one file that a command changes from within."""
    found = [file for name, value in told if not name and isinstance(value, str) and (file := places.file(value))]
    if len(found) != 1 or _FILES_DO.search(words) or found[0].name == desk.file or desk.front == "file manager":
        return None
    return found[0]


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
