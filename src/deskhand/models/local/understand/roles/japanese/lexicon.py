"""Japanese verbs in the forms that end a clause: 並べ替えて, 並べ替えといて, 並べ替え、, 並べ替えたい are one verb.

Without knowing the verb 「しぼって」 cannot be told from a particle; with its dictionary form every form is. Verbs made
of a noun and する need no entry: the noun is a run of kanji or katakana.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.models.local.understand.phrasebook.forms import inflected

Form: TypeAlias = Literal["te", "stem", "plain", "ta", "neg", "can"]

_VERBS = """
開く 閉じる 立ち上げる 切り替える 戻る 戻す 打つ 打ち込む 書く 書き込む 書き足す 書き加える 書き換える 書き出す 書き直す 書き写す 入れる 入れ替える 写す 移す 付け加える 付け足す
加える 足す 押す 選ぶ 選び直す 消す 捨てる 除く 取り除く 外す 取り消す やり直す 直す 変える 置き換える 差し替える 作る 作り直す 作り替える 作りかえる 並べる 並べ替える 並び替える 並べ直す
並べかえる 探す 見つける 数える 調べる 教える 言う 伝える 知らせる 見る 見せる 読む 読み上げる 出す 隠す 切る 切り取る 切り抜く 切り離す 貼る 貼り付ける 付ける 止める 流す 掛ける 割る 引く 求める
回す 上げる 下げる 広げる 縮める 狭める 伸ばす 延ばす 遅らせる 早める 進める 飛ぶ 飛ばす 行く 移る 動かす 寄せる 揃える 合わせる 分ける 重ねる 塗る 塗りつぶす 描く 囲む
区切る 増やす 減らす 詰める 空ける 固める 解く 残す 使う 試す 送る 取る 取り込む 取り出す 取り替える 撮る 録る 鳴らす 聞く 聴く 繰り返す 始める 終える 終わらせる 落とす 載せる 乗せる
結ぶ 畳む 折る 折り返す 折りたたむ 閉める 開ける 留める 映す 比べる 割り当てる 振る 名付ける 振り直す 付け替える 抜く 抜き出す 絞る 絞り込む 透けさせる 当てる 置く 確かめる 集める 挟む 仕切る
片付ける 見直す 引き延ばす 引き伸ばす 押し込む 巻き戻す 早送りする 組み合わせる くくる 下ろす 降ろす 浮かせる 沈める 混ぜる 削る 拾う 拾い出す 書き残す 控える 払う 乗り換える 隠す 休む 起こす
呼び出す 読み込む 読み直す 引っ越す 組む 束ねる 揚げる 弱める 強める 暗くする ぼかす なくす まとめる つなぐ つなげる かける そろえる つける いれる けす だす かえる つくる なおす もどす とめる はずす やめる あける とじる ひらく
おす えらぶ さがす あげる さげる ひろげる ちぢめる うつす たす まわす わける くぎる ふやす へらす のばす ぬる かく つめる しまう やる よむ きる はる おく みる くれる ずらす ひっくり返す ひっくりかえす
"""
_RU_GODAN = [
    "戻る",
    "作る",
    "取る",
    "割る",
    "貼る",
    "送る",
    "切る",
    "移る",
    "塗る",
    "区切る",
    "折る",
    "振る",
    "撮る",
    "録る",
    "絞る",
    "削る",
    "くくる",
    "切り取る",
    "くぎる",
    "ぬる",
    "きる",
    "はる",
    "やる",
    "受け取る",
]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb that may end a clause."""

    lemma: str
    form: Form
    start: int
    end: int


def _surfaces() -> dict[str, tuple[str, Form]]:
    found: dict[str, tuple[str, Form]] = {}
    for verb in _VERBS.split():
        if verb.endswith("する"):
            continue
        base = "戻る" if verb in _RU_GODAN else ""  # a verb that the table takes for a godan one in る
        if base:
            root = verb[:-1]
            forms = {
                "te": root + "って",
                "stem": root + "り",
                "ta": root + "った",
                "neg": root + "ら",
                "can": root + "れ",
            }
        elif verb[-1] == "る":
            root = verb[:-1]
            forms = {"te": root + "て", "stem": root, "ta": root + "た", "neg": root, "can": root + "られ"}
        else:
            te = inflected(verb, "te")
            rows = {
                "う": "わえ",
                "く": "かけ",
                "ぐ": "がげ",
                "す": "させ",
                "つ": "たて",
                "ぬ": "なね",
                "ぶ": "ばべ",
                "む": "まめ",
            }
            forms = {
                "te": te,
                "stem": inflected(verb, "stem"),
                "ta": inflected(verb, "ta"),
                "neg": verb[:-1] + rows[verb[-1]][0],
                "can": verb[:-1] + rows[verb[-1]][1],
            }
        if verb == "行く":
            forms |= {"te": "行って", "ta": "行った"}
        for form, surface in forms.items():
            if form in ("neg", "can"):
                tails = ("ない",) if form == "neg" else ("ます", "る", "ない")
                for tail in tails:
                    found.setdefault(surface + tail, (verb, form))  # type: ignore[arg-type]
            elif form == "te":
                short = surface[:-1]
                found.setdefault(surface, (verb, "te"))
                voiced = surface.endswith("で")
                for tail in ("どい", "どく", "じゃ") if voiced else ("とい", "とく", "ちゃ", "とき"):
                    found.setdefault(short + tail, (verb, "te"))
            else:
                found.setdefault(surface, (verb, form))  # type: ignore[arg-type]
        found.setdefault(verb, (verb, "plain"))
    for surface, form in (
        ("して", "te"),
        ("し", "stem"),
        ("する", "plain"),
        ("した", "ta"),
        ("しない", "neg"),
        ("できる", "can"),
        ("できます", "can"),
        ("しとい", "te"),
        ("しとく", "te"),
        ("しちゃ", "te"),
        ("せよ", "plain"),
        ("しろ", "plain"),
    ):
        found[surface] = ("する", form)  # type: ignore[assignment]
    return found


SURFACES = _surfaces()
_LONGEST_FIRST = "|".join(re.escape(surface) for surface in sorted(SURFACES, key=len, reverse=True))
_VERB = re.compile(_LONGEST_FIRST)
_SURU_NOUN = re.compile(r"(?:[一-鿿々]{1,6}|[ァ-ヶー]{2,}|[A-Za-z]{2,})$")
_COUNTER = "回個枚行列本番目度倍分秒部件つ字曲日月年人台方上下前後中内間側全各再毎"
BARE = re.compile(
    r"(?:表示|保存|上書き保存|上書き|削除|追加|作成|コピー|移動|変更|設定|登録|挿入|検索|置換|印刷|印字|書き出し|切り取り|貼り付け|並べ替え|反転|回転|選択|解除|展開|解凍|圧縮|出力|送信|実行|起動|終了|再生|停止|開始|計算|変換|拡大|縮小|最大化|最小化|結合|分割|ブックマーク|記帳|記入|入力|ダウンロード|アップロード|エクスポート|インポート|リネーム|クリア|オン|オフ|更新|更新して|シャッフル|ノーマライズ|スキップ|ミュート|ピン留め|固定|整列|切り替え)$"
)
"""Nouns of acts that end an order without する."""


_BARE_OBJECT = re.compile(r"(?:^|[、。をにはがでもとん\s])(?:[一-鿿]{1,2}|[一-鿿]+(?:番号|名|字|色|音))$")
"""音止めて: a short object without its particle."""


def predicates(text: str) -> list[Predicate]:
    """All verb forms, left to right, not inside other words."""
    found: list[Predicate] = []
    at = 0
    for match in _VERB.finditer(text):
        if match.start() < at:
            continue
        lemma, form = SURFACES[match[0]]
        before = text[: match.start()]
        start, end = match.start(), match.end()
        if form == "ta" and text[end : end + 1] == "い" and match[0][:-1] in SURFACES:
            form, end = "stem", end - 1  # そろえたい
        if lemma == "する":
            noun = _SURU_NOUN.search(before)
            if before.endswith("と") and form in ("te", "stem"):
                continue  # として
            if noun is not None:
                start, lemma = noun.start(), noun[0]
                if len(lemma) > 1 and lemma[0] in _COUNTER and re.search(r"[\d一二三四五六七八九十]$", text[:start]):
                    start, lemma = start + 1, lemma[1:]
            elif not re.search(r"(?:[をにもはがとで]|く|よう|、|[\ue000-\uf8ff])$", before) and before:
                continue
        elif not _starts_word(before, text[match.start()]) and not (form == "te" and _BARE_OBJECT.search(before)):
            continue
        found.append(Predicate(lemma, form, start, end))
        at = end
    return found


def _starts_word(before: str, here: str) -> bool:
    if not before:
        return True
    last = before[-1]
    if "ぁ" <= here <= "ゖ":
        return (
            last in "をにがはもとで、,。んて"
            or not ("ぁ" <= last <= "ゖ")
            or before.endswith(("くだけ", "ちょっと", "だけ", "ぜんぶ", "さらに", "ように"))
        )
    if "一" <= last <= "鿿":
        return last in _COUNTER
    return True
