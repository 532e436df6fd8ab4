"""Japanese noun phrases: 共有フォルダーの notes.txt, 計算結果, 新しいファイル."""

# ruff: noqa: SIM102
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.atoms import any_of
from deskhand.models.local.understand.frame import Noun
from deskhand.models.local.understand.japanese.names import FILED, QUOTED, Names
from deskhand.models.local.understand.japanese.sums import japanese_sum

_REF = re.compile(
    r"(?:その|この|先ほどの|さっきの|上の|出た|得られた|求めた|求まった|計算した|計算で出た|表示された|表示されている|出てきた|電卓の|電卓に表示された|電卓に表示されている|電卓で計算した|計算機の|最後の|それの)*"
    r"(?:計算|演算)?(?:結果|答え|答|解|値|合計|合計値|数字|数値|数|積|和|商|差)(?:の数字|の値|の数値)?"
)
_OUTPUT = re.compile(
    r"(?:その|ターミナルの|端末の|コマンドの|表示された|実行した|画面に出た|出てきた|得られた)*(?:実行結果|出力|出力結果|出力内容|コマンドの結果|コマンドの出力|表示内容|標準出力|(?<=された)内容|(?<=された)文字|(?<=出た)内容|(?<=出た)文字|実行した結果)(?:の内容|の文字列|の全文)?"
    r"|(?:ターミナル|端末)(?:に|の)(?:表示された|出力された|出た)?(?:結果|内容|文字|もの|文字列)|(?:その)?コマンドの結果"
)
_THIS = re.compile(
    r"(?:それ|これ|そこ|(?:この|その|今の|現在の|開いた|開いている|作った|作成した|入力した|書いた|新しい|編集した)?(?:テキスト|文書|ファイル|文章|内容|ドキュメント|文字列|文字|変更|メモ|書類|テキストファイル|変更内容|入力内容|中身|本文|作業内容|作業|編集内容|変更点|最後の変更|直前の変更|直前の操作|最後の操作))"
)
_ALL = re.compile(
    r"(?:すべて|全て|全部|全体|全文|(?:すべて|全て|全部)の(?:テキスト|文字|文章|内容|文字列)|テキスト(?:全体|全部|すべて)|(?:文書|ファイル)の(?:全体|内容全部|内容すべて|中身全部)|本文全体)(?:の内容|の文字)?"
)
_NEW = re.compile(
    rf"(?:新しい|新規の|新規|空の|空っぽの|まっさらな|白紙の|別の)(?:テキスト)?(?:ファイル|文書|ドキュメント|書類|メモ|ページ|テキスト)"
    rf"|(?:({QUOTED}|{FILED})という(?:名前の|名の)?)(?:新しい|新規)?(?:テキスト)?(?:ファイル|文書|ドキュメント)|新しい(?:テキスト)?ファイル({FILED})"
)
_WINDOW = re.compile(
    r"(?:その|この|今の|今|現在の|一番前の|最前面の|前面の|開いている|アクティブな|手前の)*(?:ウィンドウ|ウインドウ|ダイアログ|ダイアログボックス|窓|ポップアップ|画面)"
)


class NounPhrases(Names):
    """From a noun phrase to a `Noun`."""

    def noun(self, text: str) -> Noun:
        raw = text = text.strip(" 、,:")
        text = re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", text)
        text = re.sub(r"(?<=[\ue000-\uf8ff])の順$", "", text)
        if text in ("メニュー", "選択肢", "候補"):
            return Noun("target", "", raw, target=Target("", "option"))
        if not text:
            return Noun("raw", "", raw)
        if re.fullmatch(any_of(), text):
            return self.english.atom(text)
        if _OUTPUT.fullmatch(text):
            return Noun("output", text, raw)
        if _REF.fullmatch(text):
            return Noun("ref", text, raw)
        if _ALL.fullmatch(text):
            return Noun("everything", text, raw)
        bare = re.sub(r"(?:の中|の中身|内|上|側)$", "", text)
        if (concept := concepts.program(bare, slips=False)) is not None:
            return Noun("program", concept, raw)
        if (place := concepts.folder(bare)) is not None:
            return Noun("folder", place, raw)
        if found := _NEW.fullmatch(text):
            name = found[1] or found[2]
            return Noun("new file", self.atoms.plain(name) if name else "", raw)
        if _THIS.fullmatch(text):
            return Noun("this file", text, raw)
        if _WINDOW.fullmatch(text):
            return Noun("screen" if text == "画面" else "window", "", raw, target=Target(kind="window"))
        if found := re.fullmatch(
            rf"(.+?)(?:の中|内)?(?:の|にある|に入っている|に置いてある|にいる)(?:ファイル)?({FILED}|{QUOTED})(?:という(?:名前の)?ファイル|というファイル|ファイル)?",
            text,
        ):
            if (place := concepts.folder(found[1])) is not None:
                base = self.english.atom(found[2])
                return Noun("file", base.text, raw, folder=place)
        if found := re.fullmatch(
            rf"(?:既存の|テキスト|HTML|画像)*(?:ファイル|文書|ドキュメント|ページ)?({FILED})(?:という(?:名前の)?(?:テキスト)?ファイル|ファイル|というページ)?",
            text,
            re.I,
        ):
            return self.english.atom(found[1])
        if found := re.fullmatch(
            rf"(?:ファイル)({QUOTED})|({QUOTED})(?:という(?:名前の)?)?(?:テキスト)?(?:ファイル|文書)", text
        ):
            return Noun("file", self.atoms.plain(found[1] or found[2]), raw, quoted=True)
        if found := re.fullmatch(
            rf"(?:文字列|テキスト|文字|文章|文|言葉|単語|メッセージ|次の文|以下の文|コマンド|内容|本文|数字|あいさつ)?:?({QUOTED}(?:[とや、,\s]*{QUOTED})*)(?:という)?(?:文字列|テキスト|文字|文章|文|言葉|単語|メッセージ|行|一行|1行|数字|コマンド|内容|挨拶)?",
            text,
        ):
            pieces = re.findall(QUOTED, found[1])
            if len(pieces) == 1:
                atom = self.english.atom(pieces[0])
                if "コマンド" in text:
                    return Noun("command", atom.text, raw, quoted=True)
                return Noun(
                    "text" if atom.kind == "text" or text != pieces[0] else atom.kind, atom.text, raw, quoted=True
                )
            return Noun(
                "text",
                "\n".join(map(self.atoms.plain, pieces)),
                raw,
                path=tuple(map(self.atoms.plain, pieces)),
                quoted=True,
            )
        if found := re.fullmatch(r"(?:コマンド)(.+)|(.+?)コマンド", text):
            return Noun("command", self.atoms.plain(found[1] or found[2]), raw)
        if (key := self.key(text)) is not None:
            return Noun("keys", key, raw)
        if found := re.fullmatch(r"(.+?)(?:の)?メニュー", text):
            name = self.name(found[1])
            if name and not re.fullmatch(r"コンテキスト|右クリック|ポップアップ|プルダウン|ドロップダウン", name):
                return Noun("menu", name, raw, path=(name,))
        if (target := self.target(text)) is not None:
            plain_window = target.kind == "window" and not target.near and target.nth is None
            return Noun("window" if plain_window else "target", target.name, raw, target=target)
        if (value := japanese_sum(text)) is not None:
            return Noun("sum", text, raw, value=value)
        return Noun("raw", self.atoms.plain(text), raw)

    def clickable(self, text: str) -> Target | None:
        noun = self.noun(text)
        if noun.target is not None:
            return noun.target
        match noun.kind:
            case "text" | "command" if not noun.path:
                return Target(noun.text)
            case "file":
                return Target(noun.text, "file")
            case "folder":
                return Target(noun.raw, "folder")
            case "menu":
                return Target(noun.text, "menu") if len(noun.path) == 1 else None
            case "raw" | "program" | "keys" | "url":
                name = self.name(re.sub(r"(?:の)?(?:ところ|部分|文字)$", "", noun.raw))
                return Target(name) if name and len(name) <= 15 else None
        return None
