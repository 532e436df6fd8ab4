"""Japanese clauses about the desktop as a whole: all windows, one window's size, what shows, how many, where files go.

They are read before the general grammar: its rule against open-ended repetition would refuse すべてのウィンドウを閉じる.
"""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.frame import Frame, Noun, Puzzled, Role, Verb
from deskhand.models.local.understand.japanese.told import Nouns
from deskhand.models.local.understand.japanese.verbs import Predicate

_WINDOWS = r"(?:ウィンドウ|ウインドウ|画面|窓|プログラム|アプリ(?:ケーション)?|ソフト|もの)"
_ALL = re.compile(
    rf"(?:(?:開いている|起動している|今開いている)?(?:すべて|全て|全部)(?:の(?:開いている|起動中の)?{_WINDOWS})?|(?:開いている|起動している){_WINDOWS}を?(?:すべて|全て|全部)|{_WINDOWS}を(?:すべて|全て|全部))(?:を)?"
)
DISCARDING = re.compile(
    r"(?:(?:すべての|全ての)?(?:変更|編集)(?:内容)?(?:を|は)(?:破棄(?:して|し)|捨てて|保存しないで|保存せずに?|無視して)|保存しないで|保存せずに?|保存しないまま)、?"
)
_SEEN = re.compile(
    r"(?:(?:今の?|現在の?)?(?:画面|デスクトップ)?(?:に|で|上に)?(?:見える|見えている|表示されている|映っている)?(?:もの|内容|こと|様子|状態)?|(?:画面|デスクトップ)(?:に|上に)?何が(?:見える|見えている|表示されている|ある|映っている)か|何が(?:見える|見えている|表示されている|映っている)か|(?:今の?)?(?:画面|デスクトップ|それ|スクリーンショット)(?:の(?:様子|内容|状態))?)(?:を|について)?"
)
_SHOT = re.compile(
    r"(?:今の?|現在の?)?(?:(?:画面|デスクトップ)(?:全体)?の?)?(?:スクリーンショット|スクショ|画面キャプチャ)(?:を)?"
)
SEEN_ASKED = re.compile(
    r"(?:(?:今|いま|現在)(?:は|、)?)?(?:(?:画面|デスクトップ)(?:に|には|上に|の上に)(?:は)?)?(?:今)?(?:何|なに)が(?:見え|見えてい|映ってい|写ってい|出てい?|表示されてい)(?:ます|る)か?"
    r"|(?:今、?)?(?:どんな|どの|何の|なんの)(?:ウィンドウ|ウインドウ|プログラム|アプリ)が(?:開い|起動し|動い|表示され)てい(?:ます|る)か?"
)
COUNTED = re.compile(
    r"(?:(.+?)(?:には|に|は|の中に(?:は)?|が|の)?)?(?:(?:全部で)?何行(?:あり|で|表示され|出力され|出|なり|に)?(?:ます|まし|す|した|た|る)*|(?:行|行数)(?:は|が)(?:いくつ|何行)?(?:あり|で)?(?:ます|す)?)か?"
)
_FILES_COUNTED = re.compile(
    r"(?:(.+?)(?:の中)?(?:には|に|の)(?:は)?)?ファイル(?:は|が)(?:全部で)?(?:いくつ|何個|何件|幾つ)(?:あり|入ってい)?(?:ます|る)?か?"
)
_LINES_OF = re.compile(
    r"(?:(.+?)の)?(?:行数|行の数)(?:を)?|(.+?)(?:が|は)?何行(?:ある|あるか|表示されたか|出力されたか|か)(?:を)?|何行(?:ある|表示された|出力された|出た)か(?:を)?"
)
_FILES_OF = re.compile(
    r"(.+?)(?:の中)?(?:にある|の)ファイル(?:の)?(?:数|個数)(?:を)?|(.+?)(?:の中)?に(?:は)?ファイルが(?:いくつ|何個)(?:ある|入っている)か(?:を)?"
)


def desk_frames(nouns: Nouns, body: str, hit: Predicate, plain: str) -> list[Frame] | None:
    """The frames of such a clause, which ends in the verb ``hit``; None when it is none."""
    body = body.strip("、 ")
    concept = hit.concept
    match concept:
        case "close":
            discards = DISCARDING.search(body)
            rest = DISCARDING.sub("", body).strip("、 ")
            if _ALL.fullmatch(rest):
                args: dict[Role, Noun] = {"manner": Noun("raw", "discard")} if discards else {}
                return [Frame("close", (Noun("everything"),), args)]
            return None
        case "maximize" | "minimize" | "restore":
            return _sized(nouns, concept, body, plain)
        case "undo" if (found := re.fullmatch(r"(.+?)を", body)) is not None:
            noun = nouns.noun(re.sub(r"の(?:大きさ|サイズ|位置)$", "", found[1]))
            return [Frame("restore", (noun,))] if noun.kind in ("window", "program") else None
        case "describe":
            if _SHOT.fullmatch(body) or (hit.word == "説明" and _SEEN.fullmatch(body)):
                return [Frame("describe")]
            raise Puzzled(plain, "what target")
        case "tell" | "read" if _SEEN.fullmatch(body) and re.search(r"見え|映|様子", body):
            return [Frame("describe")]
        case "tell" | "read" | "compute":
            return counted(nouns, body)
        case "go" | "copy" | "cut":
            return _moved(nouns, body, "copy file" if concept == "copy" else "move")
        case "type" if hit.word == "移す":
            return _moved(nouns, body, "move")
        case _:
            return None


def asked(nouns: Nouns, text: str) -> list[Frame] | None:
    """The same as questions: 画面に何が見えますか."""
    if SEEN_ASKED.fullmatch(text):
        return [Frame("describe")]
    text = re.sub(r"(?:何個|いくつ)のファイルが(?=あり|ある|入って)", "ファイルはいくつ", text)
    if (found := _FILES_COUNTED.fullmatch(text)) is not None:
        return _files(nouns, found[1])
    if (found := COUNTED.fullmatch(text)) is not None and "行" in text:
        return _lines(nouns, found[1])
    return None


def counted(nouns: Nouns, body: str) -> list[Frame] | None:
    if (found := _FILES_OF.fullmatch(body)) is not None:
        return _files(nouns, found[1] or found[2])
    if (found := _LINES_OF.fullmatch(body)) is not None:
        return _lines(nouns, found[1] or found[2])
    return None


def _files(nouns: Nouns, words: str | None) -> list[Frame] | None:
    if not words:
        return [Frame("count", (Noun("folder"),))]
    place = concepts.folder(words)
    return None if place is None else [Frame("count", (Noun("folder", place),))]


def _lines(nouns: Nouns, words: str | None) -> list[Frame] | None:
    words = re.sub(r"(?:の中身|の内容|の中|の結果|の出力)$", "", words or "").strip("、 ")
    if not words or words in ("出力", "結果", "実行結果"):
        return [Frame("count", (Noun("output"),))]
    noun = nouns.noun(words)
    if noun.kind in ("file", "this file", "command"):
        return [Frame("count", (noun,))]
    return [Frame("count", (Noun("output"),))] if noun.kind == "output" else None


def _sized(nouns: Nouns, how: Verb, body: str, plain: str) -> list[Frame]:
    body = re.sub(r"(?:元の|もとの)(?:サイズ|大きさ|位置)(?:に)?$", "", body)
    words = re.sub(r"(?:を|は)$", "", body.strip("、 "))
    if not words:
        return [Frame(how, (Noun("this file"),))]
    noun = nouns.noun(words)
    if noun.kind not in ("program", "window", "this file", "text", "file"):
        raise Puzzled(plain, "what")
    return [Frame(how, (noun,))]


def _moved(nouns: Nouns, body: str, verb: Verb) -> list[Frame] | None:
    """``notes.txt を「Old」フォルダーに``: only a file by its name, and only into a folder."""
    found = re.fullmatch(
        r"(?:(?P<at>.+?)(?:の中の|の中にある|にある|の|から)、?)?(?P<file>[\ue000-\uf8ff]|(?:その|この)ファイル)を、?(?P<to>.+?)(?:の中)?(?:に|へ)",
        body,
    )
    if found is None:
        return None
    file = nouns.noun(found["file"])
    at, to = found["at"], found["to"]
    if (way := re.fullmatch(r"(.+?)から(.+)", to)) is not None and not at:
        at, to = way[1], way[2]
    goal = _folder(nouns, to)
    if file.kind not in ("file", "this file") or goal is None:
        return None
    args: dict[Role, Noun] = {"place": goal}
    if at:
        source = nouns.noun(at)
        if source.kind != "folder":
            return None
        args["source"] = source
    return [Frame(verb, (file,), args)]


def _folder(nouns: Nouns, words: str) -> Noun | None:
    noun = nouns.noun(words)
    if noun.kind == "folder":
        return noun
    if noun.target is not None and noun.target.kind == "folder" and noun.target.name:
        return Noun("target", noun.target.name, words, target=noun.target)
    if found := re.fullmatch(
        r"((?!.*(?:フォルダ|から))[\w.-]+|[\ue000-\uf8ff])(?:という(?:名前の)?)?(?:フォルダー?|ディレクトリ)", words
    ):
        name = nouns.atoms.plain(found[1])
        if (place := concepts.folder(name)) is not None:
            return Noun("folder", place)
        return Noun("target", name, words, target=Target(name, "folder"))
    return None
