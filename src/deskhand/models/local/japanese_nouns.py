"""Japanese noun phrases: 「保存」ボタン, 共有フォルダーの notes.txt, 2番目のチェックボックス, 計算結果."""

from __future__ import annotations

import re

from deskhand.models.local import concepts, numbers
from deskhand.models.local.atoms import Atoms, any_of
from deskhand.models.local.english_nouns import Nouns as EnglishNouns
from deskhand.models.local.frame import Noun, Puzzled
from deskhand.models.local.steps import Target

_Q = any_of("quote", "command")
_F = any_of("file")
_KIND = "|".join(
    re.escape(name) for name in sorted((n for n in concepts.KIND_OF if not n.isascii()), key=len, reverse=True)
)
_SIDE = r"の(?:すぐ)?(?:右側|左側|右|左|隣|となり|横|下|上|そば|近く|行)(?:にある|の|に表示された)"
_REF = re.compile(
    r"(?:その|この|先ほどの|さっきの|上の|出た|得られた|求めた|求まった|計算した|計算で出た|表示された|表示されている|出てきた|電卓の|電卓に表示された|電卓に表示されている|電卓で計算した|計算機の|最後の|それの)*"
    r"(?:計算|演算)?(?:結果|答え|答|解|値|合計|合計値|数字|数値|数|積|和|商|差)(?:の数字|の値|の数値)?"
)
_OUTPUT = re.compile(
    r"(?:その|ターミナルの|端末の|コマンドの|表示された|実行した|画面に出た|出てきた|得られた)*(?:実行結果|出力|出力結果|出力内容|コマンドの結果|コマンドの出力|表示内容|標準出力|実行した結果)(?:の内容|の文字列|の全文)?"
    r"|(?:ターミナル|端末)(?:に|の)(?:表示された|出力された|出た)?(?:結果|内容|文字|もの|文字列)|(?:その)?コマンドの結果"
)
_THIS = re.compile(
    r"(?:それ|これ|そこ|(?:この|その|今の|現在の|開いた|開いている|作った|作成した|入力した|書いた|新しい|編集した)?(?:テキスト|文書|ファイル|文章|内容|ドキュメント|文字列|文字|変更|メモ|書類|テキストファイル|変更内容|入力内容))"
)
_ALL = re.compile(
    r"(?:すべて|全て|全部|全体|全文|(?:すべて|全て|全部)の(?:テキスト|文字|文章|内容|文字列)|テキスト(?:全体|全部|すべて)|(?:文書|ファイル)の(?:全体|内容全部|内容すべて|中身全部)|本文全体)(?:の内容|の文字)?"
)
_NEW = re.compile(
    rf"(?:新しい|新規の|新規|空の|空っぽの|まっさらな|白紙の|別の)(?:テキスト)?(?:ファイル|文書|ドキュメント|書類|メモ|ページ|テキスト)"
    rf"|(?:({_Q}|{_F})という(?:名前の|名の)?)(?:新しい|新規)?(?:テキスト)?(?:ファイル|文書|ドキュメント)|新しい(?:テキスト)?ファイル({_F})"
)
_WINDOW = re.compile(
    r"(?:その|この|今の|今|現在の|一番前の|最前面の|前面の|開いている|アクティブな|手前の)*(?:ウィンドウ|ウインドウ|ダイアログ|ダイアログボックス|窓|ポップアップ|画面)"
)


class Nouns:
    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms
        self.english = EnglishNouns(atoms)

    def named(self, text: str) -> str | None:
        text = text.strip(" 、,")
        text = re.sub(r"^(?:ファイル名|名前|ファイル|フォルダー?)(?=[\ue000-\uf8ff])", "", text)
        if re.fullmatch(rf"{_Q}|{_F}", text):
            return self.atoms.plain(text)
        if re.fullmatch(r"[\w\-ー]+", text) and not re.search(r"[をにへがはで]", text):
            return text
        return None

    def noun(self, text: str) -> Noun:
        raw = text = text.strip(" 、,:")
        text = re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", text)
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
            rf"(.+?)(?:の中|内)?(?:の|にある|に入っている|に置いてある|にいる)(?:ファイル)?({_F}|{_Q})(?:という(?:名前の)?ファイル|というファイル|ファイル)?",
            text,
        ):
            if (place := concepts.folder(found[1])) is not None:
                base = self.english.atom(found[2])
                return Noun("file", base.text, raw, folder=place)
        if found := re.fullmatch(
            rf"(?:既存の|テキスト|HTML|画像)*(?:ファイル|文書|ドキュメント|ページ)?({_F})(?:という(?:名前の)?(?:テキスト)?ファイル|ファイル|というページ)?",
            text,
            re.I,
        ):
            return self.english.atom(found[1])
        if found := re.fullmatch(
            rf"(?:ファイル)({_Q})|({_Q})(?:という(?:名前の)?)?(?:テキスト)?(?:ファイル|文書)", text
        ):
            return Noun("file", self.atoms.plain(found[1] or found[2]), raw, quoted=True)
        if found := re.fullmatch(
            rf"(?:文字列|テキスト|文字|文章|文|言葉|単語|メッセージ|次の文|以下の文|コマンド|内容|本文|数字|あいさつ)?:?({_Q}(?:[とや、,\s]*{_Q})*)(?:という)?(?:文字列|テキスト|文字|文章|文|言葉|単語|メッセージ|行|一行|1行|数字|コマンド|内容|挨拶)?",
            text,
        ):
            pieces = re.findall(_Q, found[1])
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
        if (value := numbers.japanese_sum(text)) is not None:
            return Noun("sum", text, raw, value=value)
        return Noun("raw", self.atoms.plain(text), raw)

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
        if re.fullmatch(rf"{_Q}|{_F}", text):
            return self.atoms.plain(text)
        if re.search(any_of(), text) or not text or len(text) > 20:
            return None
        if re.search(
            r"[をがはへ、。]|から|した|して|ている|れた|という|大きい|小さい|赤い|青い|黒い|白い|緑の|右上|左上|右下|左下|何|どの",
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
            elif quoted := re.fullmatch(rf"({_Q})(?:ダイアログ|ウィンドウ)", found[1]):
                window, body = self.atoms.plain(quoted[1]), body[found.end() :]
        if found := re.match(rf"({_Q}|{_F}|[\w]+?)(?:という文字|という行|と書かれた行|の文字|の行)?{_SIDE}(?=.)", body):
            side = self.name(found[1])
            if side:
                near, body = side, body[found.end() :]
        nth: int | None = None
        body = re.sub(r"^(?:デスクトップ|画面|パネル|タスクバー)(?:上|の上|の中)?の(?=.)", "", body)
        if found := re.match(rf"({numbers.ORDINAL_JA})の", body):
            nth, body = numbers.ordinal(found[1]), body[found.end() :]
        elif found := re.match(r"(\d+|[一二三四五六七八九十])(?:個目|つ目|番目)の?", body):
            nth, body = numbers.japanese_number(found[1]), body[found.end() :]
        if point := re.fullmatch(
            rf"(?:画面の)?(?:座標|位置|点)?({any_of('point')})(?:の位置|の座標|の点|の場所)?", body
        ):
            return self.english.atom(point[1]).target
        if found := re.fullmatch(rf"({_KIND})({_Q}|{_F})", body):
            return Target(self.atoms.plain(found[2]), concepts.KIND_OF[found[1]], nth, near, window)
        if found := re.fullmatch(rf"(.+?)({_KIND})", body):
            kind = concepts.KIND_OF[found[2]]
            if (name := self.name(found[1])) is not None:
                return Target(name, kind, nth, near, window)
            return None
        if re.fullmatch(_KIND, body):
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
        if re.fullmatch(rf"{_Q}|{_F}", body) and (nth is not None or near or window):
            return Target(self.atoms.plain(body), None, nth, near, window)
        return None

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

    def told(self, text: str) -> Noun:
        """What is to be told: ``ウィンドウのタイトル``, ``notes.txt の内容``, ``計算結果``."""
        raw = text
        text = re.sub(r"\s+", "", text.strip(" 、,:"))
        text = re.sub(r"(?:について|のこと)$", "", text)
        noun = self.noun(text)
        if noun.kind in ("ref", "output", "sum"):
            return noun
        if noun.kind == "this file" and text in ("それ", "これ"):
            return Noun("ref", text, raw)
        if found := re.fullmatch(
            r"(.+?)(?:が|は)?(?:いくつ(?:か|になるか|なのか|です?か)?|何(?:か|になるか|です?か)|どうなるか)", text
        ):
            if (value := numbers.japanese_sum(found[1])) is not None:
                return Noun("sum", text, raw, value=value)
            return self.told(found[1])
        if found := re.fullmatch(
            r"(?:(.+?)の)?(?:ウィンドウの|ウインドウの|画面の|窓の)?(?:タイトル|タイトルバー|題名|表題)(?:の文字)?",
            text,
        ):
            inner = found[1]
            if not inner or _WINDOW.fullmatch(inner):
                return Noun("window", "", raw, target=Target(kind="window"))
            if (concept := concepts.program(inner, slips=False)) is not None:
                return Noun("window", concept, raw, target=Target(kind="window", window=concept))
            raise Puzzled(raw, "what target")
        if found := re.fullmatch(rf"({_Q})(?:コマンド)?の(?:実行)?(?:結果|出力)", text):
            return Noun("command", self.atoms.plain(found[1]), raw, quoted=True)
        body = (
            re.sub(
                r"(?:の)?(?:内容|中身|本文|テキスト|文章|表示|文字|数字|数値|表示内容|表示されている(?:数字|内容|文字|値)|全文)$",
                "",
                text,
            )
            or text
        )
        body = re.sub(
            r"に(?:表示|出力)(?:された|されている)?$|に(?:何が|何と)?(?:書いてある|書かれている|表示されている|書いてあること|書かれていること)(?:か|こと|もの|の)?$|が(?:何を)?表示(?:する|している)(?:もの|内容|か)?$",
            "",
            body,
        )
        body = re.sub(r"(?:に表示されている|に書かれている|に書いてある|に出ている)$", "", body)
        if found := re.fullmatch(
            r"(.+?)(?:の中|内)?(?:の|にある|に入っている)(?:すべての|全ての)?(?:ファイル|ファイル名|ファイルの一覧|ファイル一覧|一覧)(?:の名前|の一覧|名)?",
            text,
        ):
            if (place := concepts.folder(found[1])) is not None:
                return Noun("folder", place, raw)
        noun = self.noun(body)
        if noun.kind == "ref":
            return noun
        if noun.kind in ("program", "file", "folder", "this file", "screen", "window", "everything", "target"):
            return noun
        if noun.kind == "command" and noun.quoted:
            return noun
        if found := re.fullmatch(
            rf"({_Q})(?:の(?:右|左|隣|横|下|上)?(?:の|にある|に表示された)?)(?:値|数字|文字|数値|金額|テキスト)", text
        ):
            name = self.atoms.plain(found[1])
            return Noun("target", name, raw, target=Target(name))
        raise Puzzled(
            self.atoms.restore(raw),
            "world" if re.search(r"天気|ニュース|誰|なぜ|理由|首都|時刻|何時|日付|意味", text) else "what target",
        )
