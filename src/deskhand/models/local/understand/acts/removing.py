"""What a program keeps is removed or marked: one thing that is named. Several, or one that is only described, are refused."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.steps import ClickOn, RunCommand, Target, UseCommand
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.targets import in_sheet, target
from deskhand.models.local.understand.acts.words import bare, is_it

MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|both|several|few|ones|all|every|each|others?|rest)\b|やつ|もの$|\d+(?:つ|個|件|通|枚|冊)$|全部|すべて|以外",
    re.I,
)
"""More than one thing, or one that is described and not named."""


FEATURE = re.compile(
    r"\b(?:spaces?|blanks?|duplicates?|empty|comments?|formatting|filters?|highlight\w*|backgrounds?|borders?|legend|gridlines?|whitespace|selection|noise|"
    r"everything|all|tabs?|colou?rs?|layers?|shadow|watermark|links?)\b|空白|空行|重複|だぶり|ダブり|書式|コメント|背景|枠線|罫線|凡例|フィルタ|余白|ノイズ|選択|レイヤー|すべて|全部",
    re.I,
)
_POINTS = re.compile(r"(?:その|この|that|this|the\s+selected|選択した|選んだ)\s*(?P<kind>.+)", re.I)
_TWICE = re.compile(r"duplicate|double|重複|だぶ|ダブ|同じ", re.I)
_EVERY = re.compile(r"\b(?:all|every|each|both)\b|全部|ぜんぶ|すべて|全て|みんな", re.I)


def all_of(act: Act) -> bool:
    """Whether it is said of all of them, and the thing is not named by a text of its own."""
    thing = act.words("thing")
    quoted = re.search(r"[「\"“]", act.of) is not None
    return _EVERY.search(act.of) is not None and not quoted and not in_sheet(thing) and FEATURE.search(thing) is None


_WHOSE = re.compile(
    r"\b(?:row|record|entry|item)\s+(?:of|for|about|named|called)\s+(?:the\s+)?(?P<name>\S.*?)"
    r"(?=\s+(?:in|from|on|with|and|out|then)\b|[,;!?]|\.?\s*$)",
    re.I,
)
"""One entry, by what it is about."""


def remove(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    if MANY.search(" ".join(desk.texts(act.args.get("limit")))) or all_of(act):
        raise desk.fail("several")
    thing = act.args.get("thing")
    if isinstance(thing, ResultOf):
        made = desk.result(thing)
        if made.kind not in ("thing", "found") or not made.name:
            raise desk.fail("what target")
        desk.add(UseCommand(desk.say("delete", "削除"), (), Target(made.name)))
        return
    for words in desk.texts(thing) or ("",):
        _remove(desk, words, act.of)


def _remove(desk: Desk, words: str, of: str) -> None:
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
    if at := in_sheet(words):
        noun = "column" if re.search(r"column|列", words, re.I) else "row" if re.search(r"row|行", words, re.I) else ""
        desk.add(
            UseCommand(
                desk.say(f"delete {noun}", f"{ {'column': '列', 'row': '行'}.get(noun, '') } 削除").strip(),
                (),
                Target(at, "cell"),
            )
        )
        return
    last = desk.steps[-1] if desk.steps else None
    if (
        isinstance(last, RunCommand)
        and _TWICE.search(words)
        and isinstance(last.command[0], str)
        and last.command[0].startswith("sort ")
    ):
        desk.steps[-1] = replace(last, command=(last.command[0].replace("sort ", "sort -u ", 1),))
        return
    if FEATURE.search(words):
        desk.add(UseCommand(desk.say(f"remove {bare(words)}", f"{bare(words)} 削除")))
        return
    if MANY.search(words) and not re.search(r"[「\"“]", words) and places.file(words) is None:
        raise desk.fail("what target", words)
    aimed = target(words)
    if not aimed.name and aimed.nth is None and aimed.point is None:  # whatever is selected would go
        if (whose := _WHOSE.search(of)) is None:
            raise desk.fail("what target", words)
        aimed = Target(bare(whose["name"]), "row")
    noun = _noun(desk, words, aimed)
    desk.add(UseCommand(desk.say(f"delete {noun}", f"{noun} 削除").strip(), (), aimed))


_QUOTED = re.compile(r"「[^」]*」|“[^”]*”|\"[^\"]*\"")


def _noun(desk: Desk, words: str, aimed: Target) -> str:
    """What is deleted, as a command calls it: the row of a cell, the note of that name."""
    words = _QUOTED.sub(" ", words)  # “Snow on the Line” is no line
    if desk.quotes(words):
        words = ""
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
    if MANY.search(" ".join(desk.texts(act.args.get("limit")))) or all_of(act):
        raise desk.fail("several")
    as_ = desk.text(act.args.get("as"), "what")
    thing = act.args.get("thing")
    if isinstance(thing, tuple):
        for one in thing:
            mark(desk, Act(act.name, {**act.args, "thing": one}, act.of))
        return
    on: Target | None = None
    if isinstance(thing, ResultOf):
        made = desk.result(thing)
        if not made.name:
            raise desk.fail("what target")
        on = Target(made.name)
    elif thing is not None and not is_it(desk.text(thing)):
        words = desk.text(thing)
        if MANY.search(words) or re.search(r"[、,]| and ", words):
            raise desk.fail("several", words)
        on = target(words)
    desk.add(UseCommand(desk.say(f"mark as {bare(as_)}", f"{bare(as_)} にする"), (), on))
