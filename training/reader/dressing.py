"""What people put about a wish: which program has what open, what kind of program it is, blanks about Latin names.

Of 40 desktop tasks of a stranger in three wordings each, every second one said the state of things first ("letter.txt,
open in KWrite, …"), and the Japanese ones set Latin names off with blanks; of the wishes written until then few did.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

import names
from examples import Example, filled, spans

from deskhand.models.local.understand.pointing.symbols import DO, NUMBERS, Row

_STATED, _CALLED, _SPACED, _CLOSED_UP = 0.08, 0.12, 0.25, 0.3
_BEFORE: Mapping[str, tuple[str, ...]] = {
    "en": (
        "{F} is open in {P}. ", "{P} has {F} open. ", "{P} is open. ", "{P} shows {F}. ", "I have {F} open in {P}. ",
        "{P} is on the screen. ", "{F}, open in {P}: ", "I am in {P} with {F}. ", "You see {F} in {P}. ",
        "{P} is running. ", "The {P} window is in front. ", "{P} shows the {D}. ", "{P} lists the {D}. ",
        "The {D} are in {P}. ", "{P} is open with the {D}. ", "{F} is open in {P} and needs a change. ",
        "{P} shows the {D} on the left. ", "{P} has the {D} loaded. ", "You see the {D} in {P}. ",
    ),
    "ja": (
        "{F}を{P}で開いてあります。", "{P}で{F}を開いています。", "{P}が開いています。", "{P}に{F}が出ています。",
        "{P}で開いている{F}で、", "{F}({P}で表示中)で、", "{P}の画面で、", "開いている{P}で、",
        "{P}に表示されている{F}で、", "今{P}で{F}を見ています。", "{P}に{D}が並んでいます。",
        "{P}に{D}が入っています。", "{P}で{D}を表示しています。", "{P}に出ている{D}について、",
        "{D}は{P}に読み込んであります。",
    ),
}  # fmt: skip
_AFTER: Mapping[str, tuple[str, ...]] = {
    "en": (
        " ({P} is open for it).", " - {P} has it open.", ". {P} is open.", ", it is open in {P}.", " ({P} is running).",
    ),
    "ja": ("({P}が開いています)。", "。{P}で開いてあります。", "({P}で表示中)。", "。{P}は起動してあります。"),
}  # fmt: skip
_CONTENTS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "files of the shared folder", "pictures of the holiday", "three notes", "two price lists",
        "pages of the report", "members of the club", "songs of the choir", "folders with their sizes",
        "tasks of this week", "lines of the log", "orders of May", "contents of the archive",
        "subtitles of the film", "rows of the table", "bills of the flat",
    ),
    "ja": (
        "共有フォルダーのファイル", "旅行の写真", "三つのメモ", "二つの価格表", "報告書のページ", "会員の一覧",
        "曲の一覧", "フォルダーの大きさ", "今週の用事", "ログの行", "5月の注文", "書庫の中身", "字幕",
        "表の行", "家賃の明細",
    ),
}  # fmt: skip
_KINDS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "text editor", "editor", "file manager", "archive manager", "image viewer", "picture viewer", "calculator",
        "terminal", "note program", "notes app", "spreadsheet", "word processor", "drawing program", "paint program",
        "calendar", "diary", "PDF viewer", "document viewer", "budget program", "password manager", "mail program",
        "browser", "unit converter", "task list", "outliner", "music player", "font viewer", "character map",
    ),
    "ja": (
        "テキストエディター", "エディタ", "ファイルマネージャー", "アーカイブマネージャー", "画像ビューアー", "電卓",
        "電卓ソフト", "端末", "ノートソフト", "表計算ソフト", "ワープロ", "お絵かきソフト", "カレンダー", "日記ソフト",
        "PDFビューアー", "家計簿ソフト", "パスワード管理ソフト", "メールソフト", "ブラウザ", "単位換算ソフト",
        "作図ソフト", "付箋アプリ", "文字一覧", "圧縮ソフト",
    ),
}  # fmt: skip
_CALLS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (("the {K} ", ""), ("", " ({K})"), ("", ", the {K},"), ("the {K} called ", "")),
    "ja": (("{K}", ""), ("", "({K})"), ("{K}の", ""), ("{K}(", ")"), ("{K} ", "")),
}
_LATIN = re.compile(r"[A-Za-z](?:[\w.+\-/! ]*[\w+!])?", re.A)
_KANA_OR_KANJI = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")


def dressed(example: Example, random: Random) -> Example:
    if example.row[0] == DO and random.random() < _STATED:
        example = _stated(example, random)
    if random.random() < _CALLED:
        example = _called(example, random)
    if example.language == "ja":
        if random.random() < _SPACED:
            example = _spaced(example)
        elif random.random() < _CLOSED_UP:
            example = _closed_up(example)
    return example


def _stated(example: Example, random: Random) -> Example:
    """Said before or after: which program is open, and with what."""
    if any(slot == "program" for _, slot, _ in filled(example.row)):
        return example
    language = example.language
    after = random.random() < 0.25
    program = names.program(language, random)
    said = random.choice((_AFTER if after else _BEFORE)[language])
    file = (
        names.file(random.choice(("a.txt", "a.png", "a.odt", "a.csv", "a.zip", "a.pdf")), language, random) or "a.txt"
    )
    said = said.replace("{D}", random.choice(_CONTENTS[language])).replace("{F}", file).replace("{P}", program)
    text = example.text.rstrip(" .。") if after else example.text
    if any(end > len(text) for _, end in spans(example.row)):
        return example
    base = len(text) if after else 0
    start = base + said.index(program)
    whole = re.sub(r"^[\s.。(\-,]+|[\s.。)、:,]+$", "", said)
    part = (base + said.index(whole), base + said.index(whole) + len(whole))
    own: Row = ["act:switch_to", part, "program", (start, start + len(program))]
    gone = 0 if after else len(said)
    rest = _referring(example.row[1:], 1)
    moved: Row = [one if isinstance(one, str) else (one[0] + gone, one[1] + gone) for one in rest]
    return Example(text + said if after else said + text, language, [DO, *own, *moved])


def _referring(row: Row, later: int) -> Row:
    """Numbers of acts count so many more."""
    return [
        NUMBERS[min(int(one) + later, 9)]
        if isinstance(one, str) and isinstance(last, str) and last.endswith("@")
        else one
        for last, one in zip(["", *row], row, strict=False)
    ]


def _called(example: Example, random: Random) -> Example:
    """Beside a program's name what kind of program it is."""
    places = [span for _, slot, span in filled(example.row) if slot == "program" and example.text[span[0]].isupper()]
    if not places:
        return example
    start, end = random.choice(places)
    if example.text[max(0, start - 4) : start].lower().endswith(("the ", "a ", "an ")):
        return example
    kind = random.choice(_KINDS[example.language])
    before, after = (words.replace("{K}", kind) for words in random.choice(_CALLS[example.language]))
    return inserted(inserted(example, end, after), start, before)


def inserted(example: Example, at: int, words: str) -> Example:
    """With ``words`` put in: into what stands about the place, and out of what begins or ends there."""
    text = example.text[:at] + words + example.text[at:]
    longer = len(words)
    row: Row = [
        part if isinstance(part, str) else (part[0] + longer * (part[0] >= at), part[1] + longer * (part[1] > at))
        for part in example.row
    ]
    return Example(text, example.language, row)


def _spaced(example: Example) -> Example:
    """Blanks between Latin names and Japanese."""
    for match in reversed(list(_LATIN.finditer(example.text))):
        for place in (match.end(), match.start()):
            about = example.text[place - 1 : place] if place == match.start() else example.text[place : place + 1]
            if _KANA_OR_KANJI.fullmatch(about):
                example = inserted(example, place, " ")
    return example


def _closed_up(example: Example) -> Example:
    for match in reversed(list(re.finditer(r"(?<=[\u3041-\u9fff]) (?=\w)|(?<=\w) (?=[\u3041-\u9fff])", example.text))):
        at = match.start()
        row: Row = [
            part if isinstance(part, str) else (part[0] - (part[0] > at), part[1] - (part[1] > at))
            for part in example.row
        ]
        example = Example(example.text[:at] + example.text[at + 1 :], example.language, row)
    return example
