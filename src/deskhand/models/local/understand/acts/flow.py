"""Conditions and repetition."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from deskhand.models.local.steps import IfShown, Step, Target, Until
from deskhand.models.local.understand.acts import carrying, editing, packing, places
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Act, Argument
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.words import bare, is_it, unquoted
from deskhand.models.local.understand.frame import Puzzled

Run = Callable[[Desk, Sequence[Act]], None]

_SHOWS = re.compile(
    r"(?:there(?:'s|s|\s+is|\s+are)\s+(?:an?\s+|any\s+|already\s+an?\s+)?(?P<there>.+?)(?:\s+(?:on\s+(?:the\s+)?screen|there|showing|in\s+the\s+way))?|"
    r"(?:an?\s+|the\s+|any\s+|you\s+see\s+(?:an?\s+|the\s+)?)?(?P<shows>.+?)\s*(?:shows(?:\s+up)?|appears?|pops?\s+up|comes?\s+up|is\s+(?:shown|there|showing|visible|open)|exists|turns?\s+up)|"
    r"you\s+(?:see|find|get|reach)\s+(?:an?\s+|the\s+)?(?P<seen>.+))",
    re.I,
)
_SHOWS_JA = re.compile(
    r"(?:もし)?、?(?P<what>.+?)(?:が|は|って)?(?:出て(?:き|い)?|出|表示され(?:て)?|あ|現れ|見つか|見え|開いてい|残ってい)(?:たら|れば|ったら|る|た|ば|るなら|ってる)?(?:とき|場合|時)?(?:は|、)?"
)
_GONE = re.compile(
    r"(?P<what>.+?)\s+(?:disappears?|is\s+gone|goes\s+away|vanish(?:es)?|is\s+no\s+longer\s+there|isn't\s+there)", re.I
)
_GONE_JA = re.compile(r"(?P<what>.+?)(?:が|は)(?:消え|なくな|出なくな)(?:る|った|ったら|たら|れば|ればなら)?")
_NOT = re.compile(r"\b(?:not|n't|no|isn't|don't|doesn't|without|never|unless)\b|ない|なけれ|なかった", re.I)
_ASKS = re.compile(
    r"(?:it|the\s+program|something|he|she)\s+asks?(?:\s+.*)?|.*(?:聞かれ|聞いてき|確認され|確認が出)(?:たら|れば|る|た)?",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?:more|less|fewer|over|under|than|above|below|at\s+least|equals?|bigger|larger|older|newer|before|after|empty|same)\b|以上|以下|未満|より|超え|空|同じ|[<>=]",
    re.I,
)
_EVERYWHERE = re.compile(
    r"\b(?:every(?:thing)?|all|each)\b.*\b(?:text|file|document|word|occurrence|instance|place)s?\b|すべて|全部|全文",
    re.I,
)
_LINES = re.compile(
    r"(?:every|each|all(?:\s+the)?|any|the)?\s*(?:lines?|rows?|ones?|items?|whatever|entries)\s*(?:of\s+\S+\s+)?(?:(?:that\s+)?(?:has|have|is|are|with|marked|containing|contains|says?|mentions?|starts?|starting|begins?|ends?)\s*)+(?:an?\s+|the\s+)?(?:marked\s+|with\s+)?(?P<what>.+?)(?:\s+(?:in\s+front|at\s+the\s+(?:start|end)|in\s+(?:it|them)))?|"
    r"(?P<what_ja>.+?)(?:が|の|を|と)?(?:ある|含む|入っ(?:た|ている|てる)|書いてある|ついた|付いた)(?:行|もの|やつ|の)(?:を?(?:全部|すべて))?",
    re.I,
)


def condition(desk: Desk, words: str) -> tuple[Target, bool]:
    """What is to show, and whether it is (or is not).

    Raises:
        Puzzled: the condition is about something else than what shows.
    """
    said = words.strip(" ,.、。")
    said = re.sub(r"^(?:if|when|until|till|unless|もし(?:も)?)\s*", "", said, flags=re.I)
    if _ASKS.fullmatch(said):
        return Target(kind="window"), True
    for pattern, shown in ((_GONE, False), (_GONE_JA, False), (_SHOWS, True), (_SHOWS_JA, True)):
        if (found := pattern.fullmatch(said)) is not None:
            what = next((part for part in found.groups() if part), "")
            if _COMPARES.search(what) or (_NOT.search(said) and shown) or is_it(what) or len(what.split()) > 6:
                break
            return _aim(what), shown
    raise desk.fail("condition", words)


def _aim(words: str) -> Target:
    if re.fullmatch(
        r"(?:an?\s+|any\s+)?(?:dialog(?:ue)?|pop-?up|window|message|warning|question|error|prompt)(?:\s+box)?|(?:何か)?(?:ダイアログ|ポップアップ|警告|メッセージ|確認|エラー)(?:画面)?",
        words,
        re.I,
    ):
        return Target(kind="window")
    return target(words)


def if_(desk: Desk, act: Act, run: Run) -> None:
    unlimited(desk, act)
    aimed, shown = condition(desk, desk.text(act.args.get("condition"), "condition"))
    then, otherwise = _inside(desk, act.then, run), _inside(desk, act.otherwise, run)
    if not then and not otherwise:
        raise desk.fail("condition")
    desk.add(IfShown(aimed, then, otherwise) if shown else IfShown(aimed, otherwise, then))


def until(desk: Desk, act: Act, run: Run) -> None:
    unlimited(desk, act)
    aimed, shown = condition(desk, desk.text(act.args.get("condition"), "loop"))
    steps = _inside(desk, act.do, run)
    if not steps:
        raise desk.fail("loop")
    desk.add(Until(aimed, steps, shown))


def _inside(desk: Desk, acts: Sequence[Act], run: Run) -> tuple[Step, ...]:
    """The steps of a block."""
    steps, sources, after = desk.steps, desk.sources, desk.after
    desk.steps, desk.sources = [], []
    try:
        run(desk, acts)
        return tuple(desk.steps)
    finally:
        desk.steps, desk.sources, desk.after = steps, sources, after


def each(desk: Desk, act: Act, run: Run) -> None:
    """For all that the words name: lines that hold something, files of a kind, or a list of names."""
    unlimited(desk, act)
    value = act.args.get("of_what")
    if not act.do:
        raise desk.fail("loop")
    words = "" if isinstance(value, tuple) else desk.text(value, "loop")
    if all(one.name == "edit_line" for one in act.do):
        _lines(desk, act, words)
        return
    if isinstance(value, str) and (kind := places.kind(words)) is not None and len(act.do) == 1:
        one = act.do[0]
        slot = {"move": "file", "copy_file": "file", "delete_file": "file", "compress": "files"}.get(one.name)
        if slot is not None:
            desk.act = one
            filled = Act(one.name, {**one.args, slot: f"*.{kind.ending}"}, act.of)
            {
                "move": carrying.move,
                "copy_file": carrying.copy_file,
                "delete_file": carrying.delete_file,
                "compress": packing.compress,
            }[one.name](desk, filled)
            return
    if (
        len(act.do) == 1
        and act.do[0].name in ("replace", "change_case", "sort_lines")
        and (not words or _EVERYWHERE.search(words))
    ):
        run(desk, act.do)
        return
    items = desk.texts(value) if isinstance(value, tuple) else _items(words)
    if len(items) < 2:
        raise desk.fail("loop", words)
    for item in items:
        run(desk, [_with(one, item) for one in act.do])


def _lines(desk: Desk, act: Act, words: str) -> None:
    for one in act.do:
        line = one.words("line")
        if re.search(r"blank|empty|空", line or words):
            raise desk.fail("loop", words)
        if not line or is_it(line) or line not in desk.wish:
            found = _LINES.fullmatch(words)
            if found is None:
                raise desk.fail("loop", words)
            line = found["what"] or found["what_ja"]
        elif _LINES.fullmatch(line) is not None and (found := _LINES.fullmatch(line)) is not None:
            line = found["what"] or found["what_ja"]
        if not _literal(desk, line):
            raise desk.fail("loop", words)
        desk.act = one
        editing.line_edit(desk, Act(one.name, {**one.args, "line": bare(line)}, one.of), every=True)


def _literal(desk: Desk, line: str) -> bool:
    """Whether the words stand in the lines, and do not describe them."""
    said = unquoted(line)
    around = re.search(rf"[「『\"“'‘]{re.escape(said)}[」』\"”'’]", desk.wish) is not None
    return around or re.fullmatch(r"\S*[^\w\s]\S*|[A-Z][\w-]*|\d\S*", said) is not None


def _items(words: str) -> tuple[str, ...]:
    """The names of a list: “Jan, Feb and Mar”."""
    parts = [bare(part) for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|、|と(?=[^\s])", words) if part.strip()]
    if any(
        len(part.split()) > 3 or re.search(r"\b(?:every|all|each|to|through|of)\b|全部|すべて|から|まで", part)
        for part in parts
    ):
        return ()
    return tuple(parts)


def _with(act: Act, item: str) -> Act:
    """The act with the item where it points at one."""
    args: dict[str, Argument] = {
        slot: item
        if isinstance(value, str) and (is_it(value) or re.fullmatch(r"each(?:\s+one)?|それぞれ", value))
        else value
        for slot, value in act.args.items()
    }
    if args == dict(act.args):
        raise Puzzled(item, "loop")
    return Act(act.name, args, act.of, act.then, act.otherwise, act.do)
