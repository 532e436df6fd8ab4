"""Names and things on the screen in Japanese: 「保存」ボタン, 2番目のチェックボックス."""

from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.english.told import Nouns as EnglishNouns
from deskhand.models.local.understand.numbers import ORDINAL_JA, japanese_number, ordinal

QUOTED = any_of("quote", "command")
FILED = any_of("file")
KIND = "|".join(
    re.escape(name) for name in sorted((n for n in concepts.KIND_OF if not n.isascii()), key=len, reverse=True)
)
_SIDE = r"の(?:すぐ)?(?:右側|左側|右|左|隣|となり|横|下|上|そば|近く|行)(?:にある|の|に表示された)"


class Names:
    """Words that name something."""

    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms
        self.english = EnglishNouns(atoms)

    def named(self, text: str) -> str | None:
        text = text.strip(" 、,")
        text = re.sub(r"^(?:ファイル名|名前|ファイル|フォルダー?)(?=[\ue000-\uf8ff])", "", text)
        if re.fullmatch(rf"{QUOTED}|{FILED}", text):
            return self.atoms.plain(text)
        if re.fullmatch(r"[\w\-ー]+", text) and not re.search(r"[をにへがはで]", text):
            return text
        return None

    def key(self, text: str) -> str | None:
        bare = re.sub(r"(?:の)?(?:キー|ボタン)?(?:の)?(?:ショートカット(?:キー)?|組み合わせ)?$", "", text)
        if re.fullmatch(any_of("keys"), bare):
            atom = self.atoms.get(bare)
            return concepts.key_name(atom.text) if atom else None
        named = re.sub(r"^キーボードの", "", text)
        if "ボタン" in named:
            return None
        key = concepts.key_name(named)
        if key is not None and (len(key) > 1 or "キー" in named):
            return key
        return None

    def name(self, text: str) -> str | None:
        """The name of something on the screen."""
        text = re.sub(
            r"^(?:その|この|あの)|(?:という名前の|という名の|という|と書かれた|と書いてある|と書かれている|と表示された|と表示されている|ラベルの|の)$",
            "",
            text.strip(" 、,"),
        )
        if re.fullmatch(rf"{QUOTED}|{FILED}", text):
            return self.atoms.plain(text)
        if re.search(any_of(), text) or not text or len(text) > 20:
            return None
        if re.search(
            r"[をがはへ、。]|[入押開閉]力?[しきじ]|から|した|して|ている|れた|という|大きい|小さい|赤い|青い|黒い|白い|緑の|右上|左上|右下|左下|何|どの",
            text,
        ):
            return None
        return text if re.fullmatch(r"[\w・ー&+*/=.%,()…\- ]+", text) else None

    def target(self, text: str) -> Target | None:
        body, window, near = text, "", ""
        if found := re.match(
            r"(.+?)(?:の(?:ウィンドウ|画面|ダイアログ)(?:の中)?|の中|上|内)?(?:の|にある|に表示された|に表示されている)(?=.)",
            body,
        ):
            if (concept := concepts.program(found[1], slips=False)) is not None:
                window, body = concept, body[found.end() :]
            elif re.fullmatch(r"(?:その|この)?(?:画面|ダイアログ|ウィンドウ|ページ|フォーム)(?:上|内|の中)?", found[1]):
                body = body[found.end() :]
            elif quoted := re.fullmatch(rf"({QUOTED})(?:ダイアログ|ウィンドウ)", found[1]):
                window, body = self.atoms.plain(quoted[1]), body[found.end() :]
        if found := re.match(
            rf"({QUOTED}|{FILED}|[\w]+?)(?:という文字|という行|と書かれた行|の文字|の行)?{_SIDE}(?=.)", body
        ):
            side = self.name(found[1])
            if side:
                near, body = side, body[found.end() :]
        nth: int | None = None
        body = re.sub(r"^(?:デスクトップ|画面|パネル|タスクバー)(?:上|の上|の中)?の(?=.)", "", body)
        if found := re.match(rf"({ORDINAL_JA})の", body):
            nth, body = ordinal(found[1]), body[found.end() :]
        elif found := re.match(r"(\d+|[一二三四五六七八九十])(?:個目|つ目|番目)の?", body):
            nth, body = japanese_number(found[1]), body[found.end() :]
        if point := re.fullmatch(
            rf"(?:画面の)?(?:座標|位置|点)?({any_of('point')})(?:の位置|の座標|の点|の場所)?", body
        ):
            return self.english.atom(point[1]).target
        if found := re.fullmatch(rf"({KIND})({QUOTED}|{FILED})", body):
            return Target(self.atoms.plain(found[2]), concepts.KIND_OF[found[1]], nth, near, window)
        bare = re.fullmatch(KIND, body)
        if bare is None and (found := re.fullmatch(rf"(.+?)({KIND})", body)) and not _part_of_word(found[1], found[2]):
            kind = concepts.KIND_OF[found[2]]
            if (name := self.name(found[1])) is not None and not (
                kind in ("file", "window") and _picks(name, found[1])
            ):
                return Target(name, kind, nth, near, window)
            return None
        if re.fullmatch(KIND, body):
            kind = concepts.KIND_OF[body]
            if (
                nth is not None
                or near
                or window
                or kind in ("field", "checkbox", "slider", "image", "window", "link", "button")
                or body in concepts.DROP_DOWNS
            ):
                return Target("", kind, nth, near, window)
            return None
        if re.fullmatch(rf"{QUOTED}|{FILED}", body) and (nth is not None or near or window):
            return Target(self.atoms.plain(body), None, nth, near, window)
        return None


def _picks(name: str, said: str) -> bool:
    """一番新しいファイル, 電卓以外のウィンドウ: which of many is meant, and not what one is called."""
    if re.fullmatch(QUOTED, said):
        return False
    return (
        concepts.folder(name) is not None
        or re.search(r"以外|一番|いちばん|最も|最新|最古|新しい$|古い$|全部|すべて", name) is not None
    )


def _part_of_word(before: str, kind: str) -> bool:
    """The セル of キャンセル, the 行 of 実行: no kinds, but the ends of other words."""
    if kind not in ("セル", "タブ", "文字", "行", "文", "絵", "窓"):
        return False
    return re.search(r"[一-鿿ァ-ヶー]$", before) is not None
