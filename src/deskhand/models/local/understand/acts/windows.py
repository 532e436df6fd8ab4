"""Programs, their windows, and the pages of a browser."""

from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.named import names
from deskhand.models.local.steps import (
    ArrangeWindow,
    ClickOn,
    CloseAll,
    CloseWindow,
    GoTo,
    OpenFile,
    PressKeys,
    ScrollBy,
    ScrollTo,
    SwitchTo,
    TypeText,
    UseCommand,
)
from deskhand.models.local.understand.acts import naming, places
from deskhand.models.local.understand.acts.desk import EDITOR, Desk
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import excepted, times, unlimited
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.words import bare, how_often, is_it, plain

_FOLDERS = re.compile(r"(?:folder|directory)$|(?:フォルダー?|ディレクトリー?)$", re.I)
_SIZES = re.compile(
    r"zoom|size|bigger|larger|smaller|scale|magnif|enlarge|shrink|view|100|fit|normal|actual|original|"
    r"倍|ズーム|拡大|縮小|大き|小さ|サイズ|原寸|標準|元の|表示|通常",
    re.I,
)
"""What a wish for the usual size speaks of: “bring both to the same state” is none."""
_TAB = re.compile(r"\btabs?\b|タブ", re.I)
_DIALOG = re.compile(r"dialogu?e?|pop-?up|message|notice|banner|ダイアログ|ポップアップ|メッセージ|通知", re.I)
_OWN_WORDS = re.compile(r"settings?|preferences|options|about|help|設定.*|環境設定|オプション|ヘルプ", re.I)
_END = re.compile(
    r"(?:the\s+)?(?:very\s+)?(?:bottom|end)(?:\s+of\s+.*)?|(?:一番|いちばん)?(?:下|最後|末尾)(?:まで)?", re.I
)
_START = re.compile(
    r"(?:the\s+)?(?:very\s+)?(?:top|start|beginning)(?:\s+of\s+.*)?|(?:一番|いちばん)?(?:上|最初|先頭|てっぺん)(?:まで)?",
    re.I,
)


def into(desk: Desk, words: str) -> None:
    """The program of these words to the front."""
    kind, named = naming.program(words, desk.act.of, desk.after, list(desk.named))
    if named is not None and not any(one.name.lower() == named.name.lower() for one in desk.named.values()):
        desk.named[kind] = named
    elif named is not None:
        kind = next(known for known, one in desk.named.items() if one.name.lower() == named.name.lower())
    desk.bring(kind)


def is_program(desk: Desk, words: str) -> bool:
    """Whether the words name a program: by its kind, or by a name that was told before."""
    name = naming.spoken_name(words)
    return concepts.program(name, slips=False) is not None or any(
        one.name.lower() == name.lower() for one in (*desk.named.values(), *names(desk.wish))
    )


def open_program(desk: Desk, act: Act) -> None:
    words = desk.text(act.args.get("program"))
    if desk.front and _OWN_WORDS.fullmatch(bare(words)):
        desk.add(UseCommand(bare(words)))
        return
    if (concepts.folder(bare(words)) is not None and concepts.program(words, slips=False) is None) or _FOLDERS.search(
        words
    ):
        show_folder(desk, words)
        return
    if (
        (file := places.file(words)) is not None
        and "." in file.name[1:]
        and not re.fullmatch(r"\S+\.(?:exe|AppImage)", file.name)
    ):
        desk.open(file.name, file.folder)
        return
    into(desk, words)
    desk.leave_program(desk.front)


def show_folder(desk: Desk, words: str) -> None:
    where = places.folder(words)
    if where is None:
        raise desk.fail("which file")
    desk.add(OpenFile("", where or desk.folder))
    desk.folder = where or desk.folder
    desk.at("file manager")


def switch_to(desk: Desk, act: Act) -> None:
    value = act.args.get("program")
    if isinstance(value, ResultOf):
        made = desk.result(value)
        if not made.name:
            raise desk.fail("what")
        desk.bring(made.name) if made.kind == "program" else desk.add(SwitchTo(made.name))
        return
    words = desk.text(value)
    if _TAB.search(words) and not is_program(desk, words):
        desk.add(ClickOn(target(words, kind="tab")))
        return
    if (file := places.file(words)) is not None:
        desk.add(SwitchTo(file.name))
        desk.file, desk.front = file.name, ""
        return
    if _FOLDERS.search(words):
        show_folder(desk, words)
        return
    into(desk, words)
    desk.leave_program(desk.front)


def window(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    value = act.args.get("program")
    if isinstance(value, ResultOf):
        name = desk.result(value).name
    else:
        name = "" if value is None or is_it(act.words("program")) else _window_name(desk, act.words("program"))
    match act.fixed("how"):
        case "maximize" | "minimize" | "restore" | "left" | "right" as how:
            desk.add(ArrangeWindow(how, name))
            desk.front = "" if how == "minimize" else name or desk.front
        case "fullscreen":
            if name and name != desk.front:
                desk.add(SwitchTo(name))
            desk.add(UseCommand(desk.say("full screen", "全画面表示")))
        case _:
            raise desk.fail("window")


def _window_name(desk: Desk, words: str) -> str:
    name = naming.spoken_name(words)
    if (known := concepts.program(name, slips=False)) is not None:
        return known
    return next((kind for kind, one in desk.named.items() if one.name.lower() == name.lower()), name)


def close(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    keep = {"save": True, "discard": False}.get(act.fixed("keep"))
    value = act.args.get("program")
    name = desk.text(value) if isinstance(value, ResultOf) else act.words("program")
    if _TAB.search(name) and re.fullmatch(r"(?:the|this|current|active|この|今の)?\s*(?:tab|タブ)", name.strip(), re.I):
        desk.add(PressKeys("ctrl+w"))
        return
    if _TAB.search(name):
        raise desk.fail("what")
    if _DIALOG.search(name):
        desk.add(CloseWindow("", keep))
        return
    if not name or is_it(name) or re.fullmatch(r"アプリ|app(?:lication)?", bare(name)):
        desk.add(CloseWindow(desk.front, keep))
        gone = desk.front
    elif (file := places.file(name)) is not None:
        desk.add(CloseWindow(file.name, keep))
        gone = desk.front
    elif re.search(r"\b(?:all|every|both|other)\b|\band\b|全部|すべて|以外|ほか|他の|[、,]", name):
        raise desk.fail("several")
    else:
        gone = _window_name(desk, name)
        desk.add(CloseWindow(gone, keep))
    desk.opened = [one for one in desk.opened if one != gone]
    if gone == desk.front:
        desk.front = ""


def close_all(desk: Desk, act: Act) -> None:
    besides = tuple(_window_name(desk, name) for name in excepted(desk, act))
    desk.add(CloseAll({"save": True, "discard": False}.get(act.fixed("keep")), besides))
    desk.opened, desk.front = list(besides), ""


def new_document(desk: Desk, act: Act) -> None:
    if program := act.words("program"):
        into(desk, program)
    elif desk.front in ("", "calculator", "terminal", "file manager", "web browser"):
        desk.bring(EDITOR)
    desk.fresh()


def go_to(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    address = act.args.get("address")
    words = plain(desk.text(address))
    if (known := concepts.folder(words)) is not None or re.match(r"[~/]", words):
        show_folder(desk, known or words)
        return
    spoken = re.sub(r"\s+dot\s+", ".", words, flags=re.I)
    spoken = re.sub(r"\s+slash\s+", "/", spoken, flags=re.I)
    if re.fullmatch(r"\S+\.\S+|[a-z]+:\S+|localhost\S*", spoken):
        desk.bring("web browser") if desk.front not in desk.named else None
        desk.add(GoTo(spoken))
        return
    order = re.fullmatch(r"(?:page|slide|line)\s+\d+|\d+\s*(?:ページ|枚目|行)目?.*", words, re.I)
    if order is not None and desk.after and desk.after[0].name == "edit_line" and re.search(r"line|行", words, re.I):
        desk.line = int(re.sub(r"\D", "", words))
        return
    if order is not None:
        desk.add(
            UseCommand(
                desk.say("go to " + words.split()[0], "移動 " + re.sub(r"[\d\s]", "", words)),
                (("", re.sub(r"\D", "", words)),),
            )
        )
        return
    desk.add(ClickOn(target(words)))  # a place of the page in front


def search_web(desk: Desk, act: Act) -> None:
    """By the browser's address line, which looks up what is no address."""
    value = desk.value(act.args.get("text"))
    if isinstance(value[0], str) and re.match(r"(?:その|この|あの)|(?:it|that|this|them)$", value[0], re.I):
        raise desk.fail("what text")
    if desk.front not in desk.named:
        desk.bring("web browser")
    desk.add(PressKeys("ctrl+l"), TypeText(value, enter=True))


def back(desk: Desk, act: Act) -> None:
    desk.add(PressKeys("alt+Left", max(times(desk, act, "times"), times(desk, act))))


def reload(desk: Desk, act: Act) -> None:
    if (
        re.search(
            r"re-?load|refresh|again|update|stuck|読み?(?:込み?)?直|https?://\S+\s*を?(?:もう一度)?開き直|再読|更新|リロード|もう一度|最新",
            act.of,
            re.I,
        )
        is None
    ):
        raise desk.fail()
    desk.add(PressKeys("F5"))


def bookmark(desk: Desk, act: Act) -> None:
    if (what := act.words("what")) and not is_it(what) and not re.search(r"page|site|ページ|サイト", what, re.I):
        raise desk.fail("what")
    desk.add(UseCommand(desk.say("bookmark this page", "このページをブックマークに追加")))


def scroll(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    if to := act.words("to"):
        if _END.fullmatch(plain(to)):
            desk.add(PressKeys("ctrl+End"))
        elif _START.fullmatch(plain(to)):
            desk.add(PressKeys("ctrl+Home"))
        else:
            desk.add(ScrollTo(target(to)))
        return
    match act.fixed("direction"):
        case "up" | "down" | "left" | "right" as direction:
            desk.add(ScrollBy(direction))
        case _:
            raise desk.fail("what")


def zoom(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    to = plain(act.words("to"))
    steps = (
        how_often(re.sub(r"(?:回り|目盛り?)(?:くらい|ほど)?$", "回", to))
        if to and act.fixed("how") in ("in", "out")
        else None
    )
    if steps is not None and not re.fullmatch(r"[\d.,]+", to) and 0 < steps <= 10:
        for _ in range(steps):
            zoom(desk, Act(act.name, {"how": act.args["how"]}, act.of))
        return
    if found := re.search(r"(\d+)\s*(?:%|％|percent|per\s+cent|パーセント)", to, re.I):
        desk.add(UseCommand(desk.say("zoom", "表示倍率"), (("", f"{found[1]}%"),)))
    elif to and re.search(r"fit|width|page|window|幅|全体|合わせ|ページ", to, re.I):
        desk.add(UseCommand(desk.say(f"zoom {to}", f"{to} 表示")))
    elif to:
        raise desk.fail("what", to)
    else:
        how = {"in": ("zoom in", "拡大"), "out": ("zoom out", "縮小"), "reset": ("normal size", "標準の倍率")}
        if (words := how.get(act.fixed("how"))) is None or (act.of and not _SIZES.search(act.of)):
            raise desk.fail("what")
        desk.add(UseCommand(desk.say(*words)))
