"""What the book may say: some seventy acts, each with the one wording in which the grammar is sure of it.

The book never makes a plan. It names acts from this table and points at the words of the instruction that fill their
slots; the table turns that into a plain instruction in the same language, which the grammar reads like any other. So
nothing it proposes escapes a check of the grammar, and what was understood can be shown to the person as a sentence.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from deskhand.models.local import concepts
from deskhand.models.local.understand.atoms import Atom, Atoms
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.numbers import count, english_number, japanese_number

Slot: TypeAlias = Literal["prog", "folder", "to", "file", "name", "text", "label", "of", "keys", "num", "url", "cmd", "menu", "expr"]  # fmt: skip
SLOTS: tuple[Slot, ...] = ("prog", "folder", "to", "file", "name", "text", "label", "of", "keys", "num", "url", "cmd", "menu", "expr")  # fmt: skip

KINDS: Mapping[str, tuple[str, str]] = {
    "button": ("button", "ボタン"),
    "field": ("field", "欄"),
    "link": ("link", "リンク"),
    "checkbox": ("checkbox", "チェックボックス"),
    "icon": ("icon", "アイコン"),
    "tab": ("tab", "タブ"),
}
"""Kinds of things to click, said beside the label: a slot of their own without a span."""

WORDINGS: Mapping[str, tuple[str, str]] = {
    "open": ("open {prog}", "{prog}を開く"),
    "open file": ("open {file}[ in {folder}][ with {prog}]", "[{folder}の ]{file} を[{prog}で]開く"),
    "open folder": ("open {folder}", "{folder}を開く"),
    "close": ("close {prog}", "{prog}を閉じる"),
    "close unsaved": ("close {prog} without saving", "保存せずに{prog}を閉じる"),
    "close window": ("close the window", "ウィンドウを閉じる"),
    "close window unsaved": ("close it without saving", "保存せずに閉じる"),
    "close all": ("close all windows", "すべてのウィンドウを閉じる"),
    "close all unsaved": ("close all windows without saving", "保存せずにすべてのウィンドウを閉じる"),
    "leave": ("leave {prog} open", "{prog}はそのまま残す"),
    "switch": ("switch to {prog}", "{prog}に切り替える"),
    "new": ("create a new file", "新しいファイルを作成する"),
    "create": ("create a file called {file}[ containing {text}][ in {folder}]", "[{folder}に][{text}という内容の ]{file} というファイルを作成する"),
    "type": ("type {text}[ in {prog}]", "[{prog}に]{text}と入力する"),
    "type lines": ("type the lines {text, }", "{text}を一行ずつ入力する"),
    "type into": ("type {text} into the {of} field", "{of}欄に{text}と入力する"),
    "write result": ("type the result", "結果を入力する"),
    "write result new": ("type the result into a new file", "結果を新しいファイルに入力する"),
    "write output": ("type the output", "出力を入力する"),
    "write output new": ("type the output into a new file", "出力を新しいファイルに入力する"),
    "append": ("add {text} to the end of {file}[ in {folder}]", "[{folder}の ]{file} の末尾に{text}を追加する"),
    "append here": ("add {text} at the end", "末尾に{text}を追加する"),
    "prepend": ("add {text} at the start of {file}[ in {folder}]", "[{folder}の ]{file} の先頭に{text}を追加する"),
    "append result": ("add the result to the end of {file}[ in {folder}]", "[{folder}の ]{file} の末尾に結果を追加する"),
    "rewrite": ("replace everything with {text}", "すべて選択する。{text}と入力する"),
    "press": ("press {keys}[ {num} times]", "{keys}を[{num}回]押す"),
    "click": ("click {label}", "{label}をクリックする"),
    "double click": ("double-click {label}", "{label}をダブルクリックする"),
    "right click": ("right click {label}", "{label}を右クリックする"),
    "menu": ("choose {menu}", "{menu}を選ぶ"),
    "option": ("choose {label}[ in the {of} list]", "[{of}で]{label}を選ぶ"),
    "check": ("tick {label}", "{label}にチェックを入れる"),
    "uncheck": ("untick {label}", "{label}のチェックを外す"),
    "drag": ("drag {label} to {of}", "{label}を{of}にドラッグする"),
    "scroll down": ("scroll down[ {num} times]", "下に[{num}回]スクロールする"),
    "scroll up": ("scroll up[ {num} times]", "上に[{num}回]スクロールする"),
    "scroll to": ("scroll down until {text} shows", "{text}が表示されるまで下にスクロールする"),
    "wait": ("wait {num} seconds", "{num}秒待つ"),
    "wait for": ("wait until {text} appears", "{text}が表示されるまで待つ"),
    "go": ("go to {url} in the web browser", "ブラウザで {url} を開く"),
    "select all": ("select all", "すべて選択する"),
    "copy": ("copy everything", "すべてコピーする"),
    "cut": ("cut", "切り取る"),
    "paste": ("paste", "貼り付ける"),
    "paste new": ("paste it into a new file", "新しいファイルに貼り付ける"),
    "undo": ("undo", "元に戻す"),
    "redo": ("redo", "やり直す"),
    "clear": ("delete everything", "すべて削除する"),
    "rename": ("rename {file}[ in {folder}] to {name}", "[{folder}の ]{file} の名前を {name} に変更する"),
    "move": ("move {file}[ from {folder}] to {to}", "[{folder}の ]{file} を{to}に移動する"),
    "copy file": ("copy {file}[ from {folder}] to {to}", "[{folder}の ]{file} を{to}にコピーする"),
    "delete": ("delete {file}[ in {folder}]", "[{folder}の ]{file} を削除する"),
    "make folder": ("create a folder called {name}[ in {folder}]", "[{folder}に]{name}という名前のフォルダーを作成する"),
    "replace": ("replace {label} with {text}[ in {file}][ in {folder}]", "[{folder}の ][{file} の]{label}を{text}に置き換える"),
    "find": ("find {text}", "{text}を検索する"),
    "maximize": ("maximize {prog}", "{prog}を最大化する"),
    "minimize": ("minimize {prog}", "{prog}を最小化する"),
    "restore": ("restore {prog}", "{prog}を元のサイズに戻す"),
    "maximize window": ("maximize it", "最大化する"),
    "minimize window": ("minimize it", "最小化する"),
    "tell result": ("tell me the result", "結果を教える"),
    "tell output": ("tell me the output", "出力を教える"),
    "tell title": ("tell me the title of the window", "ウィンドウのタイトルを教える"),
    "tell display": ("tell me what the calculator shows", "電卓の表示を教える"),
    "tell file": ("tell me what {file}[ in {folder}] says", "[{folder}の ]{file} の内容を教える"),
    "tell value": ("tell me the value next to {label}", "{label}の値を教える"),
    "tell files": ("tell me the names of the files in {folder}", "{folder}のファイル名を教える"),
    "describe": ("tell me which windows are open", "画面に何が見えるか教える"),
    "count lines": ("tell me how many lines are in {file}[ in {folder}]", "[{folder}の ]{file} の行数を教える"),
    "count output": ("tell me how many lines it prints", "何行出力されたか教える"),
    "count files": ("tell me how many files are in {folder}", "{folder}のファイルの数を教える"),
    "read": ("read {file}[ in {folder}]", "[{folder}の ]{file} の内容を読む"),
    "compute": ("work out {expr}", "電卓で {expr} を計算する"),
    "add": ("work out {num + }", "電卓で {num + } を計算する"),
    "subtract": ("work out {num - }", "電卓で {num - } を計算する"),
    "multiply": ("work out {num * }", "電卓で {num * } を計算する"),
    "divide": ("work out {num / }", "電卓で {num / } を計算する"),
    "percent": ("work out {num %}", "電卓で {num %} を計算する"),
    "power": ("work out {num ^ }", "電卓で {num ^ } を計算する"),
    "root": ("work out the square root of {num}", "電卓で {num} の平方根を計算する"),
    "add more": ("add {num} to the result", "結果に {num} を足す"),
    "subtract more": ("subtract {num} from the result", "結果から {num} を引く"),
    "multiply more": ("multiply the result by {num}", "結果に {num} を掛ける"),
    "divide more": ("divide the result by {num}", "結果を {num} で割る"),
    "root more": ("work out the square root of the result", "結果の平方根を計算する"),
    "run": ("run {cmd} in the terminal", "ターミナルで {cmd} を実行する"),
    "save": ("save it", "保存する"),
    "save as": ("save it as {name}[ in {folder}]", "[{folder}に] {name} という名前で保存する"),
}  # fmt: skip
"""English and Japanese. A part in brackets stands only where its slot is filled; ``{num + }`` joins several."""

BLOCKS = ("if", "else", "repeat", "end")
"""``if`` has a label (or none: a dialog), ``repeat`` a number; both hold the acts up to their ``end``."""

NAMES = {"calculator": "電卓", "text editor": "テキストエディタ", "terminal": "ターミナル", "web browser": "ブラウザ",
         "file manager": "ファイルマネージャー"}  # fmt: skip
FOLDER_NAMES = {"shared": "共有フォルダー", "home": "ホームフォルダー", "desktop": "デスクトップ", "documents": "ドキュメントフォルダー",
                "downloads": "ダウンロードフォルダー", "pictures": "ピクチャフォルダー", "music": "音楽フォルダ", "videos": "動画フォルダ", "trash": "ごみ箱"}  # fmt: skip


class Unsayable(Exception):
    """Acts with slots missing, too many or of a kind that cannot stand there."""


@dataclass(slots=True)
class Act:
    """One act, with the words that fill its slots as they stand in the protected instruction."""

    name: str
    slots: dict[Slot, list[str]] = field(default_factory=dict[Slot, list[str]])
    kind: str = ""
    """Of `KINDS`: what the label labels."""


@dataclass(slots=True)
class Writer:
    """Puts acts into words; new quotation marks become atoms of the same instruction."""

    atoms: Atoms
    language: Language

    def write(self, acts: Sequence[Act]) -> str:
        """The whole instruction; raises `Unsayable`."""
        stop = ". " if self.language == "en" else "。"
        parts: list[str] = []
        at = 0
        while at < len(acts):
            if acts[at].name in ("if", "repeat"):
                part, at = self.block(acts, at)
                parts.append(part)
            else:
                parts.append(self.clause(acts[at]))
                at += 1
        return stop.join(parts) + stop.strip()

    def block(self, acts: Sequence[Act], at: int) -> tuple[str, int]:
        head, inner, other, chosen = acts[at], list[str](), list[str](), "then"
        at += 1
        while at < len(acts) and acts[at].name != "end":
            if acts[at].name == "else" and head.name == "if" and chosen == "then":
                chosen = "else"
            elif acts[at].name in BLOCKS:
                raise Unsayable
            else:
                (inner if chosen == "then" else other).append(self.clause(acts[at]))
            at += 1
        if not inner or at >= len(acts) or (chosen == "else" and not other):
            raise Unsayable
        english = self.language == "en"
        if head.name == "repeat":
            number = self.number(_only(head, "num"))
            if english:
                return f"repeat the following {number} times: {', '.join(inner)}", at + 1
            if len(inner) > 1:
                raise Unsayable
            return f"{inner[0]}のを{number}回繰り返す", at + 1
        label = self.label(head, "label") if "label" in head.slots else ("a dialog" if english else "ダイアログ")
        if english:
            tail = f", otherwise {' and '.join(other)}" if other else ""
            return f"if {label} appears, {' and '.join(inner)}{tail}", at + 1
        if len(inner) > 1 or len(other) > 1:
            raise Unsayable
        if other:
            raise Unsayable
        return f"もし{label}が表示されたら、{inner[0]}", at + 1

    def clause(self, act: Act) -> str:
        wording = WORDINGS.get(act.name)
        if wording is None:
            raise Unsayable
        text = wording[self.language == "ja"]
        known = set(re.findall(r"\{(\w+)", text))
        if set(act.slots) - known or (act.kind and "label" not in act.slots):
            raise Unsayable
        text = re.sub(r"\[([^\[\]]*\{(\w+)[^\[\]]*)\]", lambda m: m[1] if m[2] in act.slots else "", text)
        return re.sub(r"\{(\w+)([^}]*)\}", lambda m: self.fill(act, m[1], m[2]), text).strip()

    def fill(self, act: Act, name: str, join: str) -> str:
        slot: Slot = next((known for known in SLOTS if known == name), "text")
        values = act.slots.get(slot)
        if not values:
            raise Unsayable
        if slot == "num" and join:
            numbers = [self.number(value) for value in values]
            if len(numbers) < 2:
                raise Unsayable
            if join.strip() == "%":  # 20 % of 350 is said with the share first
                return f"{numbers[1]} * {numbers[0]} / 100"
            return join.join(numbers)
        if slot == "text":
            return (join or "").join(self.quoted(value) for value in values)
        match slot:
            case "prog":
                return self.program(_only(act, slot))
            case "folder" | "to":
                return self.folder(_only(act, slot))
            case "label":
                return self.label(act, slot)
            case "of" | "name":
                return self.quoted(_only(act, slot))
            case "file":
                return self.file(_only(act, slot))
            case "keys":
                return self.keys(_only(act, slot))
            case "num":
                return self.number(_only(act, slot))
            case "menu":
                return self.menu(values)
            case _:
                value = _only(act, slot)
                return value if len(value) == 1 or slot == "expr" else self.quoted(value)

    def quoted(self, value: str) -> str:
        """A span as a quotation: what is an atom already stays one."""
        value = value.strip()
        if not value:
            raise Unsayable
        if len(value) == 1 and self.atoms.get(value) is not None:
            return value
        plain = self.atoms.plain(value)
        return self.atoms.add(Atom("quote", plain, plain))

    def program(self, value: str) -> str:
        name = concepts.program(self.atoms.plain(value), slips=False)
        if name is None:
            raise Unsayable  # a program that nobody has heard of
        return f"the {name}" if self.language == "en" else NAMES[name]

    def folder(self, value: str) -> str:
        name = concepts.folder(self.atoms.plain(value))
        if name is not None:
            if self.language == "ja":
                return FOLDER_NAMES[name]
            return f"the {concepts.FOLDERS[name][0]}"
        atom = self.atoms.get(value)
        if atom is not None and atom.kind == "file":
            return value
        plain = self.atoms.plain(value)
        if self.language == "en":
            return f"the {plain} folder" if re.fullmatch(r"[A-Z][\w-]*", plain) else f"the {self.quoted(value)} folder"
        return f"{self.quoted(value)}フォルダー"

    def file(self, value: str) -> str:
        atom = self.atoms.get(value)
        if atom is not None and atom.kind == "file":
            return value
        return self.quoted(value)

    def label(self, act: Act, slot: Slot) -> str:
        words = self.quoted(_only(act, slot))
        if not act.kind:
            return words
        kind = KINDS[act.kind][self.language == "ja"]
        return f"the {words} {kind}" if self.language == "en" else f"{words}{kind}"

    def keys(self, value: str) -> str:
        atom = self.atoms.get(value)
        if atom is not None and atom.kind == "keys":
            return value
        name = concepts.key_name(self.atoms.plain(value))
        if name is None:
            raise Unsayable
        return name if self.language == "en" else f"{name}キー"

    def number(self, value: str) -> str:
        text = value.strip().lower().replace(",", "")
        if re.fullmatch(r"\d+(?:\.\d+)?", text):
            return text
        number = count(text) if self.language == "en" else japanese_number(text)
        if number is None:
            number = english_number(text) if text.isascii() else None
        if number is None:
            raise Unsayable
        return str(number)

    def menu(self, values: Sequence[str]) -> str:
        if len(values) == 1:
            atom = self.atoms.get(values[0])
            if atom is None or atom.kind != "menu":
                raise Unsayable
            return values[0]
        names = tuple(self.atoms.plain(value).strip().rstrip(".… ") for value in values)
        if not all(names):
            raise Unsayable
        shown = " > ".join(names)
        return self.atoms.add(Atom("menu", shown, shown, names))


def _only(act: Act, slot: Slot) -> str:
    values = act.slots.get(slot, [])
    if len(values) != 1:
        raise Unsayable
    return values[0]
