"""What things are called: programs, folders, keys and kinds of things on the screen, in both languages.

One table per idea, read by both grammars. The first name of a row is the one that a `Step` carries.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Mapping

from deskhand.models.local.steps import TargetKind

PROGRAMS: Mapping[str, tuple[str, ...]] = {
    "calculator": ("calculator", "calc", "calculator app", "galculator", "pocket calculator", "desktop calculator",
                   "電卓", "計算機", "電卓アプリ", "計算機アプリ", "カリキュレーター", "カリキュレータ"),
    "text editor": ("text editor", "editor", "notepad", "mousepad", "plain text editor", "simple text editor",
                    "テキストエディタ", "テキストエディター", "エディタ", "エディター", "メモ帳", "テキスト編集",
                    "文書エディタ", "マウスパッド"),
    "terminal": ("terminal", "console", "command line", "shell", "xterm", "terminal emulator", "command prompt",
                 "terminal window", "command-line",
                 "ターミナル", "端末", "端末エミュレータ", "コンソール", "シェル", "コマンドライン", "黒い画面"),
    "web browser": ("web browser", "browser", "chromium", "internet browser", "chrome", "web-browser",
                    "ブラウザ", "ブラウザー", "ウェブブラウザ", "ウェブブラウザー", "webブラウザ", "webブラウザー",
                    "インターネットブラウザ", "クロミウム"),
    "file manager": ("file manager", "files app", "file browser", "file explorer", "explorer", "pcmanfm",
                     "files program", "finder", "files application",
                     "ファイルマネージャ", "ファイルマネージャー", "ファイル管理", "エクスプローラ", "エクスプローラー",
                     "ファイルブラウザ", "ファイラ", "ファイラー"),
}  # fmt: skip

FOLDERS: Mapping[str, tuple[str, ...]] = {
    "shared": ("shared folder", "shared", "share", "shared directory", "share folder", "sharing folder",
               "共有フォルダー", "共有フォルダ", "共有", "シェアフォルダ", "共有ディレクトリ"),
    "home": ("home folder", "home directory", "home", "ホームフォルダー", "ホームフォルダ", "ホーム",
             "ホームディレクトリ"),
    "desktop": ("desktop", "desktop folder", "デスクトップ", "デスクトップフォルダ", "デスクトップフォルダー"),
    "documents": ("documents folder", "documents", "document folder", "documents directory",
                  "書類", "ドキュメント", "ドキュメントフォルダ", "ドキュメントフォルダー", "書類フォルダ", "文書フォルダ"),
    "downloads": ("downloads folder", "downloads", "download folder", "downloads directory",
                  "ダウンロード", "ダウンロードフォルダ", "ダウンロードフォルダー"),
    "pictures": ("pictures folder", "pictures", "pictures directory", "ピクチャ", "画像フォルダ", "ピクチャフォルダ"),
    "music": ("music folder", "ミュージックフォルダ", "音楽フォルダ"),
    "videos": ("videos folder", "ビデオフォルダ", "動画フォルダ"),
    "trash": ("trash", "trash can", "recycle bin", "rubbish bin", "ごみ箱", "ゴミ箱"),
}  # fmt: skip

KINDS: Mapping[TargetKind, tuple[str, ...]] = {
    "button": ("button", "btn", "ボタン"),
    "field": ("field", "text field", "box", "text box", "textbox", "input", "input field", "input box", "entry",
              "entry field", "bar", "text area", "textarea",
              "欄", "入力欄", "フィールド", "テキストボックス", "ボックス", "テキストフィールド", "入力フィールド",
              "入力ボックス", "バー", "テキスト欄", "記入欄"),
    "link": ("link", "hyperlink", "リンク"),
    "checkbox": ("checkbox", "check box", "tick box", "tickbox", "チェックボックス", "チェック欄"),
    "radio": ("radio button", "radio", "ラジオボタン"),
    "icon": ("icon", "アイコン"),
    "tab": ("tab", "タブ"),
    "menu": ("menu", "drop-down menu", "pull-down menu", "メニュー", "メニュ"),
    "menu item": ("menu item", "menu entry", "menu option", "メニュー項目", "項目"),
    "option": ("option", "choice", "entry in the list", "list item", "選択肢", "オプション"),
    "cell": ("cell", "セル"),
    "row": ("row", "行"),
    "image": ("image", "picture", "photo", "画像", "写真", "絵"),
    "slider": ("slider", "スライダー", "スライダ"),
    "window": ("window", "dialog", "dialogue", "dialog box", "dialogue box", "popup", "pop-up", "popup window", "message",
               "message box", "prompt", "alert", "warning", "error message", "notification",
               "ウィンドウ", "ウインドウ", "ダイアログ", "ダイアログボックス", "ポップアップ", "窓", "メッセージ", "警告"),
    "text": ("text", "word", "label", "heading", "sentence", "文字", "テキスト", "文字列", "ラベル", "見出し", "文"),
    "file": ("file", "document", "text file", "ファイル", "書類", "文書", "テキストファイル"),
    "folder": ("folder", "directory", "フォルダ", "フォルダー", "ディレクトリ"),
}  # fmt: skip
"""``file`` and ``folder`` stand last, so that a folder with a meaning of its own is found before."""

DROP_DOWNS = ("dropdown", "drop-down", "drop down", "drop-down list", "dropdown list", "list", "combo box", "combobox", "select box",
              "selector", "dropdown menu", "drop-down menu", "ドロップダウン", "プルダウン", "リスト", "一覧", "コンボボックス",
              "ドロップダウンリスト", "プルダウンメニュー", "ドロップダウンメニュー")  # fmt: skip

KEYS: Mapping[str, tuple[str, ...]] = {
    "Return": ("return", "enter", "enter key", "return key", "エンター", "エンターキー", "enterキー", "リターン", "リターンキー",
               "改行キー", "returnキー", "実行キー"),
    "Escape": ("escape", "esc", "エスケープ", "escキー", "エスケープキー"),
    "Tab": ("tab", "tab key", "tabキー", "タブキー"),
    "space": ("space", "space bar", "spacebar", "スペース", "スペースキー", "空白キー"),
    "BackSpace": ("backspace", "back space", "バックスペース", "バックスペースキー"),
    "Delete": ("delete", "del", "デリート", "deleteキー", "デリートキー", "削除キー"),
    "Insert": ("insert", "ins"),
    "Home": ("home", "home key", "homeキー", "ホームキー"),
    "End": ("end", "end key", "endキー", "エンドキー"),
    "Page_Up": ("page up", "pageup", "pgup", "page_up", "ページアップ"),
    "Page_Down": ("page down", "pagedown", "pgdn", "page_down", "ページダウン"),
    "Up": ("up", "up arrow", "arrow up", "上矢印", "上矢印キー", "上キー", "↑", "↑キー", "上カーソル"),
    "Down": ("down", "down arrow", "arrow down", "下矢印", "下矢印キー", "下キー", "↓", "↓キー", "下カーソル"),
    "Left": ("left", "left arrow", "arrow left", "左矢印", "左矢印キー", "左キー", "←", "←キー"),
    "Right": ("right", "right arrow", "arrow right", "右矢印", "右矢印キー", "右キー", "→", "→キー"),
    "Menu": ("menu key", "context menu key", "メニューキー"),
    "Print": ("print screen", "printscreen", "prtsc"),
    **{f"F{n}": (f"f{n}", f"f{n} key", f"f{n}キー") for n in range(1, 13)},
}  # fmt: skip

MODIFIERS: Mapping[str, str] = {
    "ctrl": "ctrl", "control": "ctrl", "ctl": "ctrl", "コントロール": "ctrl",
    "alt": "alt", "option": "alt", "オルト": "alt",
    "shift": "shift", "シフト": "shift",
    "super": "super", "win": "super", "windows": "super", "meta": "super", "cmd": "super", "command": "super",
}  # fmt: skip

_SIGNS = {"+": "plus", "-": "minus", "=": "equal", "/": "slash", ",": "comma", ".": "period", ";": "semicolon", "'": "apostrophe",
          "[": "bracketleft", "]": "bracketright", "\\": "backslash", "`": "grave"}  # fmt: skip


def _turned(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {name.lower(): concept for concept, names in table.items() for name in names}


PROGRAM_OF = _turned(PROGRAMS)
FOLDER_OF = _turned(FOLDERS)
KEY_OF = _turned(KEYS)
KIND_OF: dict[str, TargetKind] = {}
for _kind, _names in KINDS.items():
    for _name in _names:
        KIND_OF.setdefault(_name, _kind)
for _name in DROP_DOWNS:
    KIND_OF.setdefault(_name, "option")


def key_name(text: str) -> str | None:
    """One key or chord in xdotool's syntax (``Ctrl-Shift-T`` → ``ctrl+shift+t``), or None."""
    text = re.sub(r"\s*[+＋]\s*", "+", text.strip().lower())
    text = re.sub(r"^the\s+", "", text)
    text = re.sub(r"\s*(?:key|キー)$", "", text)
    if (found := KEY_OF.get(text)) is not None:
        return found
    pieces = [piece for piece in re.split(r"(?<=\w)[+\-](?=.)|(?<=[ァ-ー])[+\-]", text) if piece]
    if not pieces:
        return None
    *held, last = pieces
    if any(piece.strip() not in MODIFIERS for piece in held):
        return None
    last = last.strip()
    if last in KEY_OF:
        key = KEY_OF[last]
    elif len(last) == 1 and last.isascii() and last.isalnum():
        key = last
    elif last in _SIGNS:
        key = _SIGNS[last]
    elif last in MODIFIERS and (held or last in ("ctrl", "alt", "shift", "super", "windows", "win")):
        key = MODIFIERS[last]
    else:
        return None
    if not held:
        return key if len(key) > 1 or last.isalnum() else None
    order = ("ctrl", "alt", "shift", "super")
    names = sorted({MODIFIERS[piece.strip()] for piece in held}, key=order.index)
    return "+".join([*names, key])


def _close(a: str, b: str) -> bool:
    """One slip of the finger apart: a letter too many, too few, another one, or two swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        differ = [i for i in range(len(a)) if a[i] != b[i]]
        if len(differ) == 1:
            return True
        return (
            len(differ) == 2
            and differ[1] == differ[0] + 1
            and a[differ[0]] == b[differ[1]]
            and a[differ[1]] == b[differ[0]]
        )
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def nearly(word: str, table: Mapping[str, str]) -> str | None:
    """The entry of ``table`` that ``word`` is a likely slip for. Short words are never guessed at."""
    word = word.lower()
    if len(word) < 6:
        return None
    hits = {value for name, value in table.items() if len(name) >= 6 and _close(word, name)}
    return hits.pop() if len(hits) == 1 else None


def program(text: str, *, slips: bool = True) -> str | None:
    """The program that ``text`` names (``calculator app`` → ``calculator``), or None."""
    bare = " ".join(text.strip().lower().split())
    bare = re.sub(r"^(?:the|a|an|my|your|that|this)\s+", "", bare)
    for _ in range(2):
        if bare in PROGRAM_OF:
            return PROGRAM_OF[bare]
        bare = re.sub(
            r"\s+(?:app|application|program|programme|tool|window)$|(?:の)?(?:アプリ|アプリケーション|プログラム|ソフト|ウィンドウ|画面)$",
            "",
            bare,
        )
    if bare in PROGRAM_OF:
        return PROGRAM_OF[bare]
    return nearly(bare, PROGRAM_OF) if slips else None


def folder(text: str) -> str | None:
    """The well-known folder that ``text`` names, or None."""
    bare = " ".join(text.strip().lower().split())
    bare = re.sub(r"^(?:the|my|your|this|that)\s+", "", bare)
    if bare in FOLDER_OF:
        return FOLDER_OF[bare]
    bare = re.sub(r"\s+(?:folder|directory)$|の中$", "", bare)
    return FOLDER_OF.get(bare) or (nearly(bare, FOLDER_OF) if " " in bare else None)
