"""Japanese verbs with their inflections: 開く, 開いて, 開き、, 開いたら, 開いてもらえますか are one verb.

The forms are generated from the dictionary form and its class, so that a new verb is one entry.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.models.local.understand.frame import Verb

Form: TypeAlias = Literal["te", "stem", "plain", "ta", "bare"]

_SURU: dict[str, Verb] = {
    **dict.fromkeys(("起動", "表示", "オープン", "立ち上げ", "スタート"), "open"),
    **dict.fromkeys(("終了", "クローズ"), "close"),
    **dict.fromkeys(("切り替え", "最前面に表示", "前面に表示", "手前に表示", "最前面に"), "switch"),
    **dict.fromkeys(("入力", "記入", "タイプ", "転記", "書き込み", "打ち込み", "挿入", "記述", "記載", "メモ"), "type"),
    **dict.fromkeys(("追加", "追記"), "append"),
    **dict.fromkeys(("クリック", "左クリック", "タップ", "シングルクリック"), "click"),
    **dict.fromkeys(("ダブルクリック",), "double click"),
    **dict.fromkeys(("右クリック",), "right click"),
    **dict.fromkeys(("中クリック",), "middle click"),
    **dict.fromkeys(("選択", "指定"), "choose"),
    **dict.fromkeys(("チェック",), "check"),
    **dict.fromkeys(("ドラッグ", "ドラッグアンドドロップ", "ドラッグ&ドロップ"), "drag"),
    **dict.fromkeys(("スクロール",), "scroll"),
    **dict.fromkeys(("保存", "セーブ", "名前を付けて保存", "名前をつけて保存", "上書き保存", "別名で保存", "格納"), "save"),
    **dict.fromkeys(("計算", "算出"), "compute"),
    **dict.fromkeys(("報告", "回答", "連絡"), "tell"),
    **dict.fromkeys(("確認",), "read"),
    **dict.fromkeys(("実行",), "run"),
    **dict.fromkeys(("移動", "アクセス", "ジャンプ"), "go"),
    **dict.fromkeys(("コピー", "複写"), "copy"),
    **dict.fromkeys(("カット", "切り取り"), "cut"),
    **dict.fromkeys(("ペースト", "貼り付け", "貼付け", "貼付", "はりつけ"), "paste"),
    **dict.fromkeys(("待機",), "wait"),
    **dict.fromkeys(("リネーム", "改名", "名前を変更", "名前の変更", "名前変更", "ファイル名を変更", "ファイル名変更", "名称変更"), "rename"),
    **dict.fromkeys(("削除", "消去"), "delete"),
    **dict.fromkeys(("置換", "置き換え"), "replace"),
    **dict.fromkeys(("変更",), "replace"),
    **dict.fromkeys(("全選択", "すべて選択", "全て選択", "全部選択", "全体を選択", "すべてを選択", "全てを選択", "全文を選択", "テキストを全選択",
                     "全文選択"), "select all"),
    **dict.fromkeys(("最大化", "フルスクリーン表示"), "maximize"),
    **dict.fromkeys(("最小化",), "minimize"),
    **dict.fromkeys(("説明",), "describe"),
    **dict.fromkeys(("クリア",), "clear"),
    **dict.fromkeys(("検索",), "find"),
    **dict.fromkeys(("作成", "新規作成"), "create"),
    **dict.fromkeys(("改行",), "break line"),
    **dict.fromkeys(("プレス", "押下"), "press"),
}  # fmt: skip

_VERBS: dict[str, tuple[str, Verb]] = {
    # dictionary form: (class, concept); 1 = ichidan, else the godan row
    "開く": ("ku", "open"), "ひらく": ("ku", "open"), "開ける": ("1", "open"), "立ち上げる": ("1", "open"), "立上げる": ("1", "open"),
    "閉じる": ("1", "close"), "とじる": ("1", "close"), "閉める": ("1", "close"),
    "切り替える": ("1", "switch"), "切替える": ("1", "switch"), "に戻る": ("ru", "switch"),
    "打つ": ("tsu", "type"), "うつ": ("tsu", "type"), "打ち込む": ("mu", "type"), "打込む": ("mu", "type"), "書く": ("ku", "type"),
    "かく": ("ku", "type"), "書き込む": ("mu", "type"), "書き出す": ("su", "type"), "書き入れる": ("1", "type"), "入れる": ("1", "type"),
    "いれる": ("1", "type"), "書き写す": ("su", "type"), "書き留める": ("1", "type"), "タイプする": ("suru", "type"),
    "書き足す": ("su", "append"), "付け加える": ("1", "append"), "書き加える": ("1", "append"), "付け足す": ("su", "append"),
    "加える": ("1", "append"), "足す": ("su", "append"), "たす": ("su", "append"),
    "押す": ("su", "press"), "おす": ("su", "press"), "叩く": ("ku", "press"), "たたく": ("ku", "press"), "押し込む": ("mu", "press"),
    "選ぶ": ("bu", "choose"), "えらぶ": ("bu", "choose"),
    "チェックを入れる": ("1", "check"), "チェックをいれる": ("1", "check"), "チェックを付ける": ("1", "check"), "チェックをつける": ("1", "check"),
    "チェックを外す": ("su", "uncheck"), "チェックをはずす": ("su", "uncheck"), "オンにする": ("suru", "check"), "オフにする": ("suru", "uncheck"),
    "有効にする": ("suru", "check"), "無効にする": ("suru", "uncheck"),
    "引きずる": ("ru", "drag"),
    "残す": ("su", "save"), "収める": ("1", "save"), "しまう": ("u", "save"), "置く": ("ku", "save"),
    "名付ける": ("1", "name"), "名づける": ("1", "name"),
    "求める": ("1", "compute"), "もとめる": ("1", "compute"), "計算する": ("suru", "compute"), "解く": ("ku", "compute"),
    "掛ける": ("1", "compute"), "かける": ("1", "compute"), "割る": ("ru", "compute"), "わる": ("ru", "compute"), "引く": ("ku", "compute"),
    "倍にする": ("suru", "compute"),
    "教える": ("1", "tell"), "おしえる": ("1", "tell"), "伝える": ("1", "tell"), "答える": ("1", "tell"), "知らせる": ("1", "tell"),
    "見せる": ("1", "tell"), "言う": ("u", "tell"),
    "読む": ("mu", "read"), "読み上げる": ("1", "read"), "読みあげる": ("1", "read"), "読み取る": ("ru", "read"), "読みとる": ("ru", "read"),
    "見る": ("1", "read"), "調べる": ("1", "read"),
    "走らせる": ("1", "run"),
    "行く": ("iku", "go"), "いく": ("iku", "go"), "進む": ("mu", "go"), "移る": ("ru", "go"), "移す": ("su", "type"), "入る": ("ru", "go"), "飛ぶ": ("bu", "go"),
    "写す": ("su", "type"),
    "切り取る": ("ru", "cut"), "切りとる": ("ru", "cut"),
    "貼り付ける": ("1", "paste"), "貼りつける": ("1", "paste"), "はりつける": ("1", "paste"), "貼る": ("ru", "paste"), "貼付ける": ("1", "paste"),
    "待つ": ("tsu", "wait"), "まつ": ("tsu", "wait"),
    "消す": ("su", "delete"), "けす": ("su", "delete"), "捨てる": ("1", "delete"), "すてる": ("1", "delete"),
    "名前を変える": ("1", "rename"), "ファイル名を変える": ("1", "rename"), "名前をかえる": ("1", "rename"),
    "置き換える": ("1", "replace"), "置きかえる": ("1", "replace"), "変える": ("1", "replace"), "かえる": ("1", "replace"), "書き換える": ("1", "replace"),
    "直す": ("su", "replace"),
    "空にする": ("suru", "clear"),
    "探す": ("su", "find"), "さがす": ("su", "find"),
    "作る": ("ru", "create"), "つくる": ("ru", "create"),
    "元に戻す": ("su", "undo"), "取り消す": ("su", "undo"), "もとに戻す": ("su", "undo"), "やり直す": ("su", "redo"),
    "元のサイズに戻す": ("su", "restore"), "元の大きさに戻す": ("su", "restore"), "もとの大きさに戻す": ("su", "restore"),
    "撮る": ("ru", "describe"), "撮影する": ("suru", "describe"), "数える": ("1", "compute"),
    "動かす": ("su", "drag"),
    "にする": ("suru", "name"),
}  # fmt: skip

_GODAN: dict[str, tuple[str, str, str]] = {
    # row: (masu stem, te form, ta form) endings
    "u": ("い", "って", "った"), "tsu": ("ち", "って", "った"), "ru": ("り", "って", "った"), "mu": ("み", "んで", "んだ"),
    "bu": ("び", "んで", "んだ"), "ku": ("き", "いて", "いた"), "iku": ("き", "って", "った"), "su": ("し", "して", "した"),
}  # fmt: skip
_E_ROW = {"u": "え", "tsu": "て", "ru": "れ", "mu": "め", "bu": "べ", "ku": "け", "iku": "け", "su": "せ"}


def _surfaces() -> dict[str, tuple[str, Form]]:
    """Every inflected form, up to where auxiliaries begin → (dictionary form, what form it is)."""
    found: dict[str, tuple[str, Form]] = {}

    def put(surface: str, word: str, form: Form) -> None:
        found.setdefault(surface, (word, form))

    for noun in _SURU:
        for joint in ("", "を"):
            put(f"{noun}{joint}して", noun, "te")
            put(f"{noun}{joint}し", noun, "stem")
            put(f"{noun}{joint}する", noun, "plain")
            put(f"{noun}{joint}せよ", noun, "plain")
            put(f"{noun}{joint}しろ", noun, "plain")
            put(f"{noun}{joint}した", noun, "ta")
            put(f"{noun}{joint}すれ", noun, "stem")
            put(f"{noun}{joint}行って", noun, "te")
            put(f"{noun}{joint}行い", noun, "stem")
            put(f"{noun}{joint}いたし", noun, "stem")
        if noun != "メモ":
            put(noun, noun, "bare")
    for word, (row, _) in _VERBS.items():
        if row == "suru":
            base = word[:-2]
            for ending, form in (("して", "te"), ("し", "stem"), ("する", "plain"), ("せよ", "plain"), ("した", "ta")):
                put(base + ending, word, form)  # type: ignore[arg-type]
            continue
        base = word[:-1]
        if row == "1":
            for ending, form in (
                ("て", "te"),
                ("", "stem"),
                ("る", "plain"),
                ("ろ", "plain"),
                ("よ", "plain"),
                ("た", "ta"),
                ("れ", "stem"),
            ):
                put(base + ending, word, form)  # type: ignore[arg-type]
            continue
        stem, te, ta = _GODAN[row]
        put(base + te, word, "te")
        put(base + stem, word, "stem")
        put(word, word, "plain")
        put(base + _E_ROW[row], word, "plain")
        put(base + ta, word, "ta")
    return found


SURFACES = _surfaces()
CONCEPTS: dict[str, Verb] = {**{word: concept for word, (_, concept) in _VERBS.items()}, **_SURU}

_ASK = (
    r"(?:ください(?:ませんか|ますか|ませ|ね)?|下さい(?:ませんか|ますか|ませ|ね)?|くださる?(?:と|よう).*|欲しい(?:です|のですが|んですが|んだけど)?|ほしい(?:です|のですが|んですが|んだけど)?|もらえ(?:ますか|ませんか|ないでしょうか|る|ますでしょうか|たら.*|ると.*)"
    r"|いただけ(?:ますか|ませんか|ないでしょうか|ますでしょうか|ると.*|れば.*|たら.*)|頂け(?:ますか|ませんか|ると.*|れば.*)|いただきたい(?:です|のですが)?|もらいたい(?:です|のですが)?|ちょうだい|頂戴|くれ(?:ますか|ませんか|る|ない|たら.*)?|おくれ|や|ね|よ)"
)
_PLEASE = r"(?:を?お?(?:願い|ねがい)(?:します|いたします|致します|できますか|できますでしょうか|したいです)?|を?頼みます|を?頼む|を?よろしく(?:お願いします)?)"
_TAILS: dict[Form, str] = {
    "te": rf"(?:(?:から|おいて|置いて|みて|しまって|いって)(?={_ASK}|[、,\s。]|$|[^\s]))?(?:[\s]?{_ASK}[？?]?)?",
    "stem": r"(?:ます(?:か)?|まして|ました?ら|ましょう|なさい|たい(?:です|のですが)?|て欲しい|つつ|ながら|ば|てから)",
    "plain": r"(?:こと|ように(?:して(?:ください|下さい)?|お?願いします)?|(?:前|まえ)に|と|べし|のです|んだ|だけ(?:です)?|の)?",
    "ta": r"(?:ら|(?:後|あと|のち)(?:に|で|は)?|うえで|上で|(?=(?:計算)?(?:結果|答え|もの|値|数|内容)))",
    "bare": rf"(?:{_PLEASE}|(?:後|のあと|の後|した後)(?:に|は|で)?(?=[、,\s]|$|[^\w])|(?=[、,。]|$))",
}
_BY_LENGTH = sorted(SURFACES, key=len, reverse=True)
PREDICATE = re.compile("|".join(f"(?:{re.escape(surface)})" for surface in _BY_LENGTH))


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb in the text that ends a clause."""

    word: str
    concept: Verb
    form: Form
    start: int
    end: int
    before: bool = False
    """``保存する前に``: what follows comes first."""
    after: bool = False


def predicate_at(text: str, at: int) -> Predicate | None:
    """The clause-ending verb that begins at ``at``, if there is one."""
    found = PREDICATE.match(text, at)
    while found is not None:
        surface = found[0]
        word, form = SURFACES[surface]
        end = found.end()
        tail = re.compile(_TAILS[form]).match(text, end)
        if (hit := _accept(text, word, form, at, end, tail)) is not None:
            return hit
        shorter = [s for s in _BY_LENGTH if len(s) < len(surface) and text.startswith(s, at)]
        found = re.compile(re.escape(shorter[0])).match(text, at) if shorter else None
    return None


def _accept(text: str, word: str, form: Form, at: int, end: int, tail: re.Match[str] | None) -> Predicate | None:
    concept = CONCEPTS[word]
    rest = text[tail.end() :] if tail is not None else text[end:]
    at_end = re.match(r"[\s、,。．!！?？」)]|$", rest) is not None
    match form:
        case "te":
            assert tail is not None
            if re.match(r"(?:い(?:る|ない|ます|た(?!だ))|ある|あり|も(?!ら)|は(?:いけ|なら|だめ))", text[end:]):
                return None
            return Predicate(word, concept, form, at, tail.end())
        case "stem":
            if tail is not None:
                stop = tail.end()
                if tail[0].startswith("ます") and re.match(r"(?:ん|せん)", rest):
                    return None
                return Predicate(word, concept, form, at, stop)
            if re.match(r"[、,A-Za-z0-9\ue000-\uf8ff]", text[end:]) or (text[end:] == "" and len(word) > 1):
                return Predicate(word, concept, form, at, end)
            return None
        case "plain":
            assert tail is not None
            if re.match(r"(?:前|まえ)に", tail[0]):
                return Predicate(word, concept, form, at, tail.end(), before=True)
            if tail[0] in ("と", "の") and not (tail[0] == "と" and re.match(r"[、,]", rest)):
                return None
            return Predicate(word, concept, form, at, tail.end()) if at_end else None
        case "ta":
            return Predicate(word, concept, form, at, tail.end(), after=True) if tail is not None else None
        case "bare":
            if (ahead := re.match(r"(?:の)?前に", text[end:])) is not None:
                return Predicate(word, concept, form, at, end + ahead.end(), before=True)
            if tail is None:
                return None
            if tail[0] == "" and not at_end:
                return None
            return Predicate(word, concept, form, at, tail.end())


def predicates(text: str) -> list[Predicate]:
    """All clause-ending verbs, left to right."""
    found: list[Predicate] = []
    at = 0
    while at < len(text):
        hit = predicate_at(text, at) if _starts_word(text, at) else None
        if hit is not None and hit.end > at:
            found.append(hit)
            at = hit.end
        else:
            at += 1
    return found


def _starts_word(text: str, at: int) -> bool:
    """A verb does not begin in the middle of a run of kanji or katakana, nor of hiragana that is no particle."""
    if at == 0:
        return True
    last, here = text[at - 1], text[at]
    if "ァ" <= here <= "ヿ" and "ァ" <= last <= "ヿ":
        return False
    if "一" <= here <= "鿿" and "一" <= last <= "鿿":
        return text[max(0, at - 2) : at] in ("番目", "全文", "全部", "全体", "一度") or last in "回個秒分目度"
    if "ぁ" <= here <= "ゖ":
        return last in "をにへでとがはも、,。 \n" or not ("ぁ" <= last <= "ゖ")
    return True
