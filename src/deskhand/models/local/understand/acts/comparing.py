"""Numbers that show: added up, averaged, compared."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import Pick, Read, Ref, Target, Total
from deskhand.models.local.understand.acts import naming, places
from deskhand.models.local.understand.acts.counting import GROUPS, named_folder
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.pictures import opened
from deskhand.models.local.understand.acts.properties import hopeless, property_in
from deskhand.models.local.understand.acts.running import job
from deskhand.models.local.understand.acts.words import bare, number, plain
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import quoted

_MOST = re.compile(
    r"\b(?:largest|biggest|greatest|highest|heaviest|most(?!\s+recent)|dearest|maximum|max|newest|latest|most\s+recent|longest|fastest|top|best|tallest|hottest|warmest|costliest|priciest)\b|"
    r"(?:一番|いちばん|最も|もっとも)(?:大き|高|多|重|長|新し|でか|おっき|速|早)|最大|最高|最多|最新|最長|最重|トップ",
    re.I,
)
_LEAST = re.compile(
    r"\b(?:smallest|lowest|cheapest|least|minimum|min|oldest|earliest|shortest|fewest|lightest|slowest|soonest|coldest|worst|next|nearest|closest)\b|"
    r"(?:一番|いちばん|最も|もっとも)(?:小さ|安|少な|低|軽|短|古|ちっ|やす|近)|最小|最安|最低|最少|最古|最短|最軽",
    re.I,
)
_BY = (
    (re.compile(r"cheap|dear|expensive|pric|cost|安|高(?=い|く|$)|やす", re.I), "price", "値段"),
    (re.compile(r"heav|light|重|軽", re.I), "weight", "重さ"),
    (re.compile(r"new|old|latest|earliest|recent|古|新", re.I), "date", "日付"),
    (re.compile(r"large|big|small|大き|小さ|でか|サイズ", re.I), "size", "サイズ"),
    (re.compile(r"long|short|長|短", re.I), "length", "長さ"),
)
"""What a word compares where the wish names no column."""


_VALUE = re.compile(
    r"(?:the\s+)?(?:value|number|amount|figure|price|score)s?(?:\s+(?:in|of)\s+(?:the\s+)?(?P<en>.+))?|(?:(?P<ja>.+?)の)?(?:値|数|数字|数値|金額|値段|点数)",
    re.I,
)
"""What is compared itself is wanted, and not what it stands beside."""


def _column(of: str) -> str:
    found = re.search(r"column\s+[A-Z]\b|[A-Z]列", of)
    return "" if found is None else found[0]


_FIRST_ROW = re.compile(
    r"(?:who\s+)?(?:is\s+|comes\s+|came\s+)?(?:(?:the\s+)?first|(?:at\s+the\s+)?top|(?:the\s+)?(?P<last>last|bottom))(?:\s+(?:one|row|entry|name))?|"
    r"(?:一番上|いちばん上|先頭|一位|1位|トップ|最初|(?P<last_ja>一番下|最後|最下位|末尾))(?:の?(?:もの|人|名前|行|項目))?",
    re.I,
)
_MORE = re.compile(
    r"\b(?:larger|bigger|greater|higher|heavier|dearer|more|newer|later|longer|faster|taller|better|wider|older\s+than|hotter|warmer|costlier)\b|"
    r"(?:大き|高|多|重|長|新し|でか|速|早|広)(?:い|かった)?(?:のは|ほう|方|の)?",
    re.I,
)
_LESS = re.compile(
    r"\b(?:smaller|lower|cheaper|less|older|earlier|shorter|fewer|lighter|slower|sooner|colder|younger|narrower)\b|"
    r"(?:小さ|安|少な|低|軽|短|古|ちっ|近|遅|若)(?:い|かった)?(?:のは|ほう|方|の)?",
    re.I,
)
_NTH = re.compile(
    r"(?:the\s+)?(?P<en>second|third|fourth|fifth|2nd|3rd|4th|5th)[\s-]+(?P<rest>.+)|(?P<ja>[2-5二三四五])番目に(?P<rest_ja>.+)",
    re.I,
)
_PLACES = {"second": 2, "2nd": 2, "二": 2, "2": 2, "third": 3, "3rd": 3, "三": 3, "3": 3, "fourth": 4, "4th": 4, "四": 4, "4": 4, "fifth": 5, "5th": 5, "五": 5, "5": 5}  # fmt: skip
_SUPER_JA = re.compile(r"^(?:一番|いちばん|最も|もっとも)(?P<what>.*)$")
_RECENT = re.compile(
    r"\blast\s+(?:saved|modified|changed|edited|added|created|downloaded|opened)|\b(?:saved|modified|changed|edited|added|created|downloaded|opened)\s+(?:\w+\s+){0,2}(?:last|most\s+recently)|"
    r"最後に(?:保存|更新|変更|編集|作|追加|開)|(?:直近|一番最近|いちばん最近)",
    re.I,
)


def _direction(which: str) -> tuple[bool, int] | None:
    """Whether the highest is meant or the lowest, and which in order; None where the words compare nothing."""
    place = 1
    if (nth := _NTH.search(which)) is not None:
        place = _PLACES[(nth["en"] or nth["ja"]).lower()]
        which = f"{nth['rest'] or ''}{'一番' + nth['rest_ja'] if nth['rest_ja'] else ''}"
    if _RECENT.search(which):
        return True, place
    most, least = _MOST.search(which) is not None, _LEAST.search(which) is not None
    if most is least:
        most, least = _MORE.search(which) is not None, _LESS.search(which) is not None
    if most is least and _SUPER_JA.match(which):
        most, least = True, False
    return None if most is least else (most, place)


def pick(desk: Desk, act: Act) -> None:
    """The row with the most or the least of something; the first of a list; or the row that has a property."""
    unlimited(desk, act)
    which = plain(act.words("which"))
    of, where = act.args.get("of"), act.words("where")
    if (found := _FIRST_ROW.fullmatch(which)) is not None:
        last = bool(found["last"] or found["last_ja"])
        desk.add(Read(Target(kind="row", nth=-1 if last else 1), desk.store))
        desk.keeps()
        return
    said: str = which
    if (
        isinstance(of, str)
        and _direction(which) is None
        and (_MOST.search(of) or _LEAST.search(of) or _SUPER_JA.match(of))
    ):
        said, of = of, which
    told = _direction(said)
    if told is None:
        _having(desk, act, which)
        return
    most, place = told
    if isinstance(of, ResultOf):
        raise desk.fail("worked out")
    among = tuple(bare(name) for name in desk.texts(of)) if isinstance(of, tuple) else ()
    by = bare(act.words("by"))
    if among and (newer := _of_two(desk, among, f"{by} {said}", most=most)) != "":
        _keep(desk, newer, "/")
        return
    things = bare(of) if isinstance(of, str) else ""
    ranked = _ranked_files(desk, f"{by} {said}", f"{things}\n{where}", most=most) if not among and place == 1 else None
    if ranked is not None:
        _keep(desk, *ranked)
        return
    if _several(said) > 1:
        raise desk.fail("worked out")
    if where and (file := places.file(where)) is not None:
        opened(desk, file)
    if (value := _VALUE.fullmatch(things)) is not None and things:
        column = by or value["en"] or value["ja"] or _column(act.of)
        desk.add(Total(column, "highest" if most else "lowest", desk.store))
        desk.keeps()
        return
    if not by and (named := _IN_JA.search(said)) is not None:
        by = _SUPER_JA.sub(r"\g<what>", named["by"])
    if not by:
        by = next((desk.say(english, japanese) for pattern, english, japanese in _BY if pattern.search(said)), "")
    desk.add(Pick(by, most, things, desk.store, place, among))
    desk.keeps()


_IN_JA = re.compile(
    r"(?P<by>[^\s、はがの]{1,8}?)[がの](?:一番|いちばん|最も)?(?:高|大き|多|少な|長|短|安|低|重|軽|新し|古|早|遅|若|速|強|弱)"
)


def _keep(desk: Desk, command: str, folder: str) -> None:
    """What a command prints, in a variable of the shell: after the file was moved the same command would print another.
    As short as can be: a line that the terminal breaks is not known again as what was typed."""
    several = _several(desk.act.words("which")) > 1
    name = f"{'fs' if several else 'f'}{desk.now}"
    enter = f"cd {quoted(folder_path(folder))}; " if folder != "/" else ""
    job(desk, f'{enter}{name}="$({command})"; echo "${name}"')
    desk.leave(Made("file", (Ref(desk.store),), folder=folder, chosen=f"${name}", within=folder))


def _having(desk: Desk, act: Act, which: str) -> None:
    """The row that says a property: “the plugin that is disabled”; only to tell it.

    Raises:
        Puzzled: it is about what is missing, or more than to tell it depends on it.
    """
    if not (desk.after and desk.after[0].name == "tell") or isinstance(act.args.get("of"), tuple | ResultOf):
        raise desk.fail("worked out")
    found = property_in(which)
    words = (
        found[0]
        if found is not None
        else bare(re.sub(r"^(?:the\s+)?(?:word|tag)\s+|(?:してい|してあ|になってい?|ってい?|てい?)る$|の$", "", which))
    )
    if (
        hopeless(which)
        or places.file(words) is not None
        or bare(act.words("of")) == words
        or not words
        or len(words.split()) > 2
        or len(words) > 16
        or re.search(r"[をがには]", words)
    ):
        raise desk.fail("worked out")
    desk.add(Read(Target(words, "row"), desk.store))
    desk.keeps()


_OF_FILES = re.compile(
    r"\bfiles?\b|\bdownloads?\b|\bdocuments?\b|\bphotos?\b|\bpictures?\b|\bscreenshots?\b|\blogs?\b|ファイル|の中|写真|画像|文書|動画|スクリーンショット|スクショ|ログ",
    re.I,
)


def _ranked_files(desk: Desk, by: str, things: str, *, most: bool) -> tuple[str, str] | None:
    """The biggest or the newest files of a folder that is named, or in front: the command that prints their names, and
    the folder; None where it is something else."""
    if desk.front in desk.named and not naming.manages_files(desk.named[desk.front].name):
        return None
    where = desk.act.words("where")
    folder = named_folder(desk) or desk.folder or (places.folder(where) if _FOLDER.search(where) else "") or ""
    if not folder or _OF_FILES.search(f"{things} {desk.act.of}") is None:
        return None
    sized, dated = _SIZED.search(by) is not None, _DATED.search(by) is not None or _RECENT.search(by) is not None
    if sized is dated:
        return None
    return commands.ranked(
        "",
        "size" if sized else "time",
        least=not most,
        number=_several(by),
        endings=_endings(things.partition("\n")[0]),
    ), folder


_FOLDER = re.compile(
    r"folder|directory|フォルダ|ディレクトリ|^[A-Z][\w-]*(?:\s[A-Z\d][\w-]*)*$|[/~]|^[^\x00-\x7f]{1,8}$"
)
"""Words that name a folder: by that word, or as a name."""
_SIZED = re.compile(r"size|big|large|small|heav|大き|小さ|重|でか|サイズ|容量", re.I)
_DATED = re.compile(r"date|new|old|latest|recent|earliest|日付|新し|古|最新|最古", re.I)


def _several(by: str) -> int:
    """How many of them: “the three newest”, 「古いほうから3つ」."""
    found = re.search(
        r"\b(?:top\s+)?(two|three|four|five|six|ten|\d{1,2})\b|(?P<ja>[\d一二三四五六七八九十]+)(?:つ|枚|個|件|本)",
        by,
        re.I,
    )
    return int(number(found[1] or found["ja"]) or 1) if found is not None else 1


def _endings(things: str) -> tuple[str, ...]:
    """The endings of the kind that is named: screenshots, logs, pictures, “.csv files”."""
    if re.search(r"screenshots?|スクリーンショット|スクショ", things, re.I):
        return ("png",)
    if re.search(r"\blogs?\b|ログ", things, re.I):
        return ("log",)
    for word in things.split():
        if (kind := places.kind(word)) is not None:
            return (kind.ending,)
        if group := next((endings for pattern, endings in GROUPS if pattern.fullmatch(word)), ()):
            return group
    return ()


def _of_two(desk: Desk, among: Sequence[str], by: str, *, most: bool) -> str:
    """Which of some files that are named is the bigger or the newer; "" where they are no files."""
    found = [places.file(name) for name in among]
    paths = [
        quoted(path_of(one.name, one.folder or named_folder(desk) or desk.folder or "shared"))
        for one in found
        if one is not None and "." in one.name
    ]
    sized = _SIZED.search(by) is not None
    if len(paths) != len(among) or (desk.front in desk.named and not naming.manages_files(desk.named[desk.front].name)):
        return ""
    if not sized and not _DATED.search(by):
        return ""
    return f"ls -{'S' if sized else 't'}{'' if most else 'r'} {' '.join(paths)} | head -n 1"
