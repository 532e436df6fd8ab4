"""Japanese verbs that a label writes in kana, as the tables write them: もどる → 戻る, くらべる → 比べる.

Pages for everybody write the verbs of their buttons in kana; of 20 needless questions on Japanese pages 9 were about a
verb that the tables knew, in other letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_VERBS: Mapping[str, str] = {
    "ひらく": "開く", "とじる": "閉じる", "もどる": "戻る", "もどす": "戻す", "すすむ": "進む", "みる": "見る",
    "みせる": "見せる", "さがす": "探す", "えらぶ": "選ぶ", "えらびなおす": "選び直す", "かえる": "変える",
    "きりかえる": "切り替える", "ひろげる": "広げる", "ならべる": "並べる", "ならべかえる": "並べ替える",
    "くらべる": "比べる", "しらべる": "調べる", "たしかめる": "確かめる", "よむ": "読む", "きく": "聞く",
    "けす": "消す", "すてる": "捨てる", "とりけす": "取り消す", "とりさげる": "取り下げる", "おくる": "送る",
    "とどける": "届ける", "つたえる": "伝える", "しらせる": "知らせる", "たのむ": "頼む", "かう": "買う",
    "うる": "売る", "はらう": "払う", "しはらう": "支払う", "もうしこむ": "申し込む", "ことわる": "断る",
    "ゆずる": "譲る", "わたす": "渡す", "かりる": "借りる", "おさえる": "押さえる", "うけとる": "受け取る",
    "よぶ": "呼ぶ", "つかう": "使う", "つくる": "作る", "かく": "書く", "なおす": "直す", "くわえる": "加える",
    "たす": "足す", "へらす": "減らす", "ふやす": "増やす", "のこす": "残す", "かくす": "隠す",
    "うつす": "移す", "わける": "分ける", "おわる": "終わる", "おえる": "終える", "はじめる": "始める",
    "つづける": "続ける", "ぬける": "抜ける", "さそう": "誘う", "まねく": "招く", "こたえる": "答える",
    "すすめる": "勧める", "あずける": "預ける", "ひきだす": "引き出す", "とめる": "止める", "あける": "開ける",
    "しめる": "閉める", "ゆるす": "許す", "みとめる": "認める", "あたえる": "与える", "おぼえる": "覚える",
    "まなぶ": "学ぶ", "ためす": "試す", "のせる": "載せる", "はる": "貼る", "くばる": "配る",
    "なげる": "投げる", "ほめる": "褒める", "そだてる": "育てる", "あそぶ": "遊ぶ", "とぶ": "飛ぶ",
}  # fmt: skip
_KANA = re.compile("(?:" + "|".join(sorted(_VERBS, key=len, reverse=True)) + ")$")
_BEFORE = re.compile(r"[ァ-ヶ一-龠ー々をがはにへでともり、 ]$")
"""What stands before a verb; in the middle of another word in kana there is none."""


def kanji(text: str) -> str:
    """``text`` with its last verb in kanji, where it is one that is known."""
    found = _KANA.search(text)
    if found is None or (text[: found.start()] and not _BEFORE.search(text[: found.start()])):
        return text
    return text[: found.start()] + _VERBS[found.group()]
