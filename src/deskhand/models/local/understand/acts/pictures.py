"""Pictures: turned, mirrored, sized, cut."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.steps import Target, UseCommand
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.editing import OPEN
from deskhand.models.local.understand.acts.form import Act
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.places import File, file
from deskhand.models.local.understand.acts.selecting import selected
from deskhand.models.local.understand.acts.targets import cell
from deskhand.models.local.understand.acts.words import bare, is_it, plain

_LEFT = re.compile(r"counter-?\s?clockwise|anti-?\s?clockwise|\bleft\b|反時計|左", re.I)
_RIGHT = re.compile(r"clockwise|\bright\b|時計|右", re.I)
_AROUND = re.compile(r"180|upside\s*down|half\s+(?:a\s+)?turn|head|上下逆|逆さ|さかさ|半回転", re.I)
_QUARTER = re.compile(r"90|quarter", re.I)
_ACROSS = re.compile(
    r"horizontal|left.*right|right.*left|sideways|mirror|wrong\s+way|other\s+way|左右|水平|横|鏡", re.I
)
_DOWN = re.compile(r"vertical|upside\s*down|top.*bottom|bottom.*top|上下|垂直|縦|逆さ|さかさ", re.I)
_SIDE = re.compile(r"(?P<wide>width|wide|幅|横)|height|high|tall|高さ|縦(?!横)", re.I)
_SIZE = re.compile(
    r"(\d+)\s*(?:px|pixels?|ピクセル|cm|mm)?\s*(?:wide|広)?\s*(?:x|×|by|\*|and|かける|掛ける|、)\s*(\d+)", re.I
)
_IMAGE = re.compile(
    r"(?:this|the|my|その|この)?\s*(?:picture|image|photo|pic|drawing|one|whole\s+thing|画像|写真|絵|図|一枚)", re.I
)


def _whole(desk: Desk, act: Act) -> None:
    """It is done to all of the picture in front.

    Raises:
        Puzzled: only a part of it is meant, or one of several.
    """
    unlimited(desk, act)
    what = act.words("what")
    if (
        what
        and not is_it(what)
        and not _IMAGE.fullmatch(bare(what))
        and file(what) is None
        and re.search(
            r"\b(?:all|every|each|both|layer|selection|these|those)\b|全部|すべて|レイヤー|選択|枚", what, re.I
        )
    ):
        raise desk.fail("part", what)
    if what:
        opened(desk, file(what))


def opened(desk: Desk, found: File | None) -> None:
    """The picture of that name in front: opened, unless the wish says that it is open, or it is the plan's own."""
    if found is None or found.name == desk.file:
        return
    if desk.front and not desk.file and OPEN.search(desk.wish):
        desk.file = found.name
        return
    desk.open(found.name, found.folder, desk.front if desk.front in desk.named else "")


def rotate(desk: Desk, act: Act) -> None:
    _whole(desk, act)
    how = plain(act.words("how"))
    degrees = re.search(r"\d+", how)
    if _AROUND.search(how):
        words = ("rotate 180", "180度 回転")
    elif degrees is not None and not _QUARTER.search(how):
        desk.add(UseCommand(desk.say("rotate free", "回転"), ((desk.say("angle", "角度"), degrees[0]),)))
        return
    elif _LEFT.search(how):
        words = ("rotate counterclockwise", "反時計回り 回転")
    elif _RIGHT.search(how):
        words = ("rotate clockwise", "時計回り 回転")
    else:
        raise desk.fail("what")  # left or right is not said
    desk.add(UseCommand(desk.say(*words), on=_page(act.words("what"))))


_PAGE = re.compile(
    r"\bpage\s*(?:number\s*|no\.?\s*)?(\d+)|(\d+)\s*(?:st|nd|rd|th)\s+page|(\d+)\s*(?:ページ|頁)|(first\s+page|(?:最初|先頭)のページ)",
    re.I,
)


def _page(what: str) -> Target | None:
    """The one page of a document that is meant, where the words name one."""
    found = _PAGE.search(plain(what))
    number = None if found is None else found[1] or found[2] or found[3] or "1"
    return None if number is None else Target(f"page {number}")


def flip(desk: Desk, act: Act) -> None:
    _whole(desk, act)
    how = plain(act.words("how") or act.of)
    if _DOWN.search(how):
        words = ("flip vertically", "上下 反転")
    elif _ACROSS.search(how):
        words = ("flip horizontally", "左右 反転")
    elif desk.steps and isinstance(last := desk.steps[-1], UseCommand) and re.search(r"^flip|反転$", last.words):
        return  # “flip it …, the writing is backwards”: why it is to be done
    else:
        raise desk.fail("what")
    desk.add(UseCommand(desk.say(*words)))


def resize(desk: Desk, act: Act) -> None:
    if _SIDE.search(" ".join(desk.texts(act.args.get("limit")))):
        act = Act(
            act.name,
            {slot: value for slot, value in act.args.items() if slot != "limit"},
            act.of + " ".join(desk.texts(act.args.get("limit"))),
        )
    _whole(desk, act)
    to = plain(act.words("to"))
    frame = re.search(r"\bcanvas\b|キャンバス", act.of, re.I) is not None
    words = desk.say("resize canvas", "キャンバス サイズ変更") if frame else desk.say("resize image", "画像 サイズ変更")
    width, height = desk.say("width", "幅"), desk.say("height", "高さ")
    wide = re.search(r"(\d+)\s*(?:px|pixels?)?\s*wide|(?:width|wide|幅|横)\D{0,8}?(\d+)", to, re.I)
    high = re.search(r"(\d+)\s*(?:px|pixels?)?\s*(?:high|tall)|(?:height|high|高さ|縦)\D{0,8}?(\d+)", to, re.I)
    if found := _SIZE.search(to):
        desk.add(UseCommand(words, ((width, found[1]), (height, found[2]))))
    elif share := re.fullmatch(r"(?:to\s+)?(\d+)\s*(?:%|％|percent|パーセント)", to, re.I):
        desk.add(UseCommand(desk.say("scale image", "画像 拡大縮小"), (("", f"{share[1]}%"),)))
    elif (alone := re.fullmatch(r"(\d+)\s*(?:px|pixels?|ピクセル)?", to, re.I)) and (
        side := _SIDE.search(" ".join(desk.texts(act.args.get("limit"))) + act.of)
    ):
        desk.add(UseCommand(words, ((width if side["wide"] else height, alone[1]),)))
    elif (part := _part_of(to)) is not None:
        desk.add(UseCommand(desk.say("scale image", "画像 拡大縮小"), (("", f"{part}%"),)))
    elif wide or high:
        told = [(name, found[1] or found[2]) for name, found in ((width, wide), (height, high)) if found is not None]
        desk.add(UseCommand(words, tuple(told)))
    else:
        raise desk.fail("what", act.words("to"))


_TO = re.compile(r"^(?:down\s+)?to\s+|\s*(?:px|pixels?|ピクセル)?(?:に|サイズ)?$", re.I)


def crop(desk: Desk, act: Act) -> None:
    _whole(desk, act)
    to = act.words("to")
    if to and (found := _SIZE.fullmatch(_TO.sub("", plain(to)).strip())) is not None:
        sizes = ((desk.say("width", "幅"), found[1]), (desk.say("height", "高さ"), found[2]))
        desk.add(UseCommand(desk.say("crop image", "画像 切り抜き"), sizes))
        return
    if to and not re.search(r"selection|selected|選択", to):
        raise desk.fail("part", to)
    desk.add(UseCommand(desk.say("crop to selection", "選択範囲で切り抜き")))


def draw(desk: Desk, act: Act) -> None:
    raise desk.fail("draw")


_EFFECT = re.compile(
    r"(?:to\s+)?(?:gr[ea]y(?:\s*scale)?|sepia|negative|black\s+and\s+white|monochrome)|グレー(?:スケール)?|白黒|セピア|モノクロ|ネガ",
    re.I,
)


def fill(desk: Desk, act: Act) -> None:
    """Only what is an effect on all of a picture: its colours turned grey."""
    where = act.words("where")
    if _EFFECT.fullmatch(plain(act.words("colour"))) and (not where or is_it(where) or _IMAGE.fullmatch(bare(where))):
        unlimited(desk, act)
        desk.add(UseCommand(plain(act.words("colour"))))
        return
    colour = plain(act.words("colour"))
    if where and colour and (cell(where) or selected(desk, where)):
        unlimited(desk, act)
        on = Target(cell(where), "cell") if cell(where) else None
        desk.add(UseCommand(desk.say("background colour", "背景色"), (("", bare(colour)),), on))
        return
    raise desk.fail("draw")


_PARTS = (
    (r"half|半分|2分の1|二分の一|1/2", 50), (r"(?:a\s+|one\s+)?quarter|4分の1|四分の一|1/4", 25), (r"(?:a\s+|one\s+)?third|3分の1|1/3", 33),
    (r"double|twice|2倍|二倍|倍", 200), (r"triple|three\s+times|3倍|三倍", 300),
)  # fmt: skip


def _part_of(words: str) -> int | None:
    """“half the size”, 「7割」, as percent."""
    words = re.sub(r"\s+as\s+(?:big|large|wide|tall|much)$", "", words, flags=re.I)
    said = re.sub(
        r"^(?:to|by|down\s+to)\s+|\s*(?:of\s+)?(?:its|the|the\s+original)?\s*(?:size|original)$|(?:の)?(?:大きさ|サイズ)$|^(?:元の)?(?:大きさ|サイズ)の",
        "",
        words,
        flags=re.I,
    )
    if found := re.fullmatch(r"(\d)割|([一二三四五六七八九])割", said):
        return 10 * (int(found[1]) if found[1] else "一二三四五六七八九".index(found[2]) + 1)
    return next((percent for pattern, percent in _PARTS if re.fullmatch(pattern, said, re.I)), None)
